/**
 * What a template fills in, made invisible to the parser: every hole becomes as many `MARK`s as it has characters, so that offsets stay true, no bracket
 * inside a hole ends a tag, and an attribute that a hole touches can be told from one that is always there.
 */

/** Stands for one character of a hole. A private character: no page means anything by it. */
export const MARK = '\ue000';
const MARKS = /\ue000+/gu;

/** A text without its holes. */
export const withoutHoles = (text: string): string => (text.includes(MARK) ? text.replace(MARKS, ' ') : text);

/** What a template does to a page. */
export interface Masked {
  readonly text: string;
  /** Kind of template; undefined where there is none. */
  readonly template?: string;
  /** Names of the parts that are taken in. */
  readonly includes: readonly string[];
  /** Whether some of it is shown only under a condition. */
  readonly hasConditions: boolean;
  /** Whether another file holds the frame (a layout, a base template). */
  readonly isFramed: boolean;
}

const OPENERS = /<!--|<(?:script|style)\b|\{\{|\{%|\{#|<\?(?!xml\b)|<%|<&/giu;

const CLOSERS: Readonly<Record<string, readonly [close: string, template: string]>> = {
  '{{': ['}}', 'a template (`{{ }}`)'],
  '{%': ['%}', 'a template (`{% %}`)'],
  '{#': ['#}', 'a template (`{# #}`)'],
  '<?': ['?>', 'PHP'],
  '<%': ['%>', 'a template (`<% %>`)'],
  '<&': ['&>', 'a template (`<& &>`)'],
};

/** What a hole takes in: `include "footer.html"`, `> footer`, `render partial: "footer"`, `extends "base.html"`. */
const INCLUDE =
  /(?:\b(?:include(?:_once|_relative|_cached)?|require(?:_once)?|render|partial|extends|get_template_part|embed|section|layout)\b[\s:(=-]*(?:__DIR__\s*\.\s*|partial:\s*)?|\{\{[#~]?>\s*)["']?\/?([\w./-]{1,120})/giu;
const CONDITION =
  /^(?:\{%-?\s*(?:if|unless|case|else|elif|elsif)\b|\{\{[~]?[#^]|<\?(?:php)?\s*(?:if|else|elseif|foreach)\b|<%-?\s*(?:if|unless|else)\b)/iu;
const FRAMED = /^(?:\{%-?\s*(?:extends|layout)\b|\{\{[~]?[#<]|<%@)/iu;

/** A block of settings at the top, as site generators want it: another file then holds the frame. */
const FRONT_MATTER = /^\ufeff?---[ \t]*\r?\n(?:[^\n]*\n){0,200}?---[ \t]*(?:\r?\n|$)/u;

const endOf = (text: string, close: string, from: number): number => {
  const at = text.indexOf(close, from);
  return at < 0 ? text.length : at + close.length;
};

const SERVER_INCLUDE = /^<!--#include\s+\w+="([^"]{1,200})"/u;

/** `{#` begins a comment of a template only where it is closed on the same line; else it is CSS or prose. */
const isHole = (text: string, opener: string, at: number): boolean => {
  if (opener === '<&') return text.slice(at, at + 400).includes('&>');
  if (opener !== '{#') return true;
  const line = text.indexOf('\n', at);
  const close = text.indexOf('#}', at);
  return close >= 0 && (line < 0 || close < line);
};

/** Where a comment ends, or the content of a script or style, in which nothing is a hole. */
const afterOpaque = (text: string, opener: string, at: number): number => {
  if (opener === '<!--') return endOf(text, '-->', at + 4);
  const body = text.indexOf('>', at);
  const closing = new RegExp(`</${opener.slice(1)}\\b`, 'giu');
  closing.lastIndex = body < 0 ? text.length : body;
  return closing.exec(text)?.index ?? text.length;
};

/** Masks the holes of a page. Linear. */
export const maskHoles = (text: string): Masked => {
  const parts: string[] = [];
  const includes = new Set<string>();
  let template: string | undefined;
  let hasConditions = false;
  let done = 0;
  const mask = (from: number, to: number): void => {
    parts.push(
      text.slice(done, from),
      text.slice(from, to).replace(/[^\r\n]/gu, (sign) => MARK.repeat(sign.length)),
    );
    done = to;
  };
  const front = FRONT_MATTER.exec(text)?.[0];
  let isFramed = front !== undefined;
  if (front !== undefined) {
    template = 'a site generator';
    mask(0, front.length);
  }
  OPENERS.lastIndex = done;
  for (let found = OPENERS.exec(text); found !== null; found = OPENERS.exec(text)) {
    const opener = found[0].toLowerCase();
    const at = found.index;
    const closer = CLOSERS[opener];
    if (closer === undefined) {
      const server = opener === '<!--' ? SERVER_INCLUDE.exec(text.slice(at, at + 260))?.[1] : undefined;
      if (server !== undefined) {
        template ??= 'the server (`<!--#include -->`)';
        includes.add(server);
      }
      OPENERS.lastIndex = afterOpaque(text, opener, at);
      continue;
    }
    if (!isHole(text, opener, at)) continue;
    const to = endOf(text, closer[0], at + opener.length);
    const inside = text.slice(at, Math.min(to, at + 400));
    template ??= closer[1];
    hasConditions ||= CONDITION.test(inside);
    isFramed ||= FRAMED.test(inside);
    for (const [, name] of inside.matchAll(INCLUDE)) if (name !== undefined) includes.add(name);
    mask(at, to);
    OPENERS.lastIndex = to;
  }
  parts.push(text.slice(done));
  return {
    text: done === 0 ? text : parts.join(''),
    ...(template === undefined ? {} : { template }),
    includes: [...includes],
    hasConditions,
    isFramed,
  };
};

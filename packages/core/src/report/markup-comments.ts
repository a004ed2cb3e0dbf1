import { LineMap } from '../source/line-map.js';
import type { Comment } from './comment.js';
import { aloneOn, nextLines, withoutSpans, type Span } from './comment-spans.js';

/** Elements whose content is text, in which nothing is a comment. */
const RAW = /^<(script|style|textarea|title|xmp|iframe|noembed|noframes)\b/iu;
const FENCE = /^[ \t]{0,3}(`{3,}|~{3,})/u;
const SPEAKS = /^<!--\s*(carelint-[\s\S]*?)\s*-->$/u;

const after = (text: string, found: string, from: number): number => {
  const at = text.indexOf(found, from);
  return at < 0 ? text.length : at + found.length;
};

/** Where a tag ends: quotes count only behind `=`, as in the standard. */
const tagEnd = (text: string, from: number): number => {
  for (let at = from; at < text.length; at++) {
    if (text[at] === '>') return at + 1;
    const quote = text[at];
    if ((quote === '"' || quote === "'") && /=\s*$/u.test(text.slice(Math.max(from, at - 4), at))) at = after(text, quote, at + 1) - 1;
  }
  return text.length;
};

/** Where the content of a raw element ends, searched once in the text for all elements of a name. */
const rawEnd = (lower: string, name: string, from: number): number => {
  const at = lower.indexOf(`</${name}`, from);
  return at < 0 ? lower.length : at;
};

/** Where a fenced block of Markdown ends that begins at `from`; undefined where none begins there. */
const fenceEnd = (text: string, from: number): number | undefined => {
  const fence = FENCE.exec(text.slice(from, from + 200))?.[1];
  if (fence === undefined) return undefined;
  const close = new RegExp(`^[ \\t]{0,3}${fence[0]}{${fence.length},}[ \\t]*$`, 'mu');
  const body = after(text, '\n', from);
  const found = close.exec(text.slice(body));
  return found === null ? text.length : body + found.index + found[0].length;
};

/** Comments of pages and of Markdown, in order. What stands in scripts, styles, attributes and blocks of code is text. */
const spansOf = (text: string): readonly Span[] => {
  const lower = text.toLowerCase();
  const spans: Span[] = [];
  let ticks = 0;
  for (let at = 0; at < text.length; at++) {
    const begins = at === 0 || text[at - 1] === '\n';
    const code = begins ? fenceEnd(text, at) : undefined;
    if (begins) ticks = 0;
    if (code !== undefined) at = code - 1;
    else if (text[at] === '`') ticks++;
    else if (text[at] === '<' && text.startsWith('<!--', at)) {
      const end = after(text, '-->', at + 4);
      // Between two back quotes it is code.
      if (ticks % 2 === 0 || !text.slice(end, after(text, '\n', end)).includes('`')) spans.push({ start: at, end });
      at = end - 1;
    } else if (text[at] === '<' && /[a-z]/iu.test(text[at + 1] ?? '')) {
      const raw = RAW.exec(text.slice(at, at + 20))?.[1];
      const end = tagEnd(text, at + 1);
      at = (raw === undefined ? end : rawEnd(lower, raw.toLowerCase(), end)) - 1;
    }
  }
  return spans;
};

/** Comments of pages and of Markdown (`<!-- … -->`) that speak to carelint. */
export const markupComments = (text: string): readonly Comment[] => {
  const spans = spansOf(text);
  const bare = withoutSpans(text, spans);
  const map = new LineMap(text);
  const nextOf = nextLines(bare);
  const begins = /^\s*(?:<!doctype[^>]*>)?\s*/iu.exec(bare)?.[0].length ?? 0;
  return spans.flatMap(({ start, end }) => {
    const words = SPEAKS.exec(text.slice(start, end))?.[1];
    if (words === undefined) return [];
    const place = map.place(start, end);
    const next = nextOf[place.endLine];
    return [
      {
        text: words.replace(/\s+/gu, ' '),
        place,
        alone: aloneOn(bare, place, map),
        ...(next === undefined ? {} : { next }),
        ...(start < begins ? { first: true as const } : {}),
      },
    ];
  });
};

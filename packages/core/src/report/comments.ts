import { LineMap } from '../source/line-map.js';
import { parseYaml } from '../source/parse-yaml.js';
import type { Source, Syntax } from '../source/source.js';
import { YamlError, type YamlTree } from '../source/yaml-tree.js';
import { codeComments, isCodeFile } from './code-comments.js';
import { DIRECTIVE_MARK, type Comment } from './comment.js';
import { markupComments } from './markup-comments.js';

/** To whom a comment of YAML speaks: to carelint, or to ESLint, which knows the same comments from code. */
export type Addressee = 'carelint' | 'eslint';

type Span = readonly [start: number, end: number];

/** Where keys and scalars stand: what looks like a comment in there is text. */
const textSpans = ({ value, root, marks, duplicates, second }: YamlTree, end: number): readonly Span[] => {
  const spans: Span[] = typeof value === 'object' && value !== null ? [] : [[root.start, root.end]];
  for (const [holder, entries] of marks) {
    for (const [key, mark] of entries) {
      const held = (holder as Readonly<Record<string | number, unknown>>)[key];
      // An item of a list has no key.
      if (!Array.isArray(holder)) spans.push([mark.keyStart, mark.keyEnd]);
      if (typeof held !== 'object' || held === null) spans.push([mark.start, mark.end]);
    }
  }
  // Of two equal keys only the later value is known: nothing between them is taken for a comment.
  for (const { first, at } of duplicates) spans.push([first, at]);
  if (second !== undefined) spans.push([second, end]);
  return spans;
};

/** Whether an offset lies in one of these spans. */
const lookup = (spans: readonly Span[]): ((offset: number) => boolean) => {
  const sorted = [...spans].sort((a, b) => a[0] - b[0]);
  let reached = 0;
  const ends = sorted.map(([, end]) => (reached = Math.max(reached, end)));
  return (offset) => {
    let [low, high] = [0, sorted.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sorted[middle]?.[0] ?? 0) <= offset) low = middle + 1;
      else high = middle;
    }
    return (ends[low - 1] ?? 0) > offset;
  };
};

const COMMENTS: Readonly<Record<Addressee, RegExp>> = {
  carelint: /(?<![^\n\r\t ])#[\t ]*(carelint-[^\n\r]*)/gu,
  eslint: /(?<![^\n\r\t ])#[\t ]*(eslint(?![\p{L}\p{N}_])[^\n\r]*)/gu,
};
const OTHER_LINE = /^[\t ]*(?:#|$)/u;

const isBegun = (text: string, from: number, to: number, isText: (offset: number) => boolean): boolean => {
  for (let at = from; at < to; at++) {
    if (text[at] === '#' && (at === from || /[\t ]/u.test(text[at - 1] ?? '')) && !isText(at)) return true;
  }
  return false;
};

const yamlComments = (text: string, to: Addressee): readonly Comment[] => {
  const isText = lookup(textSpans(parseYaml(text, true), text.length));
  const map = new LineMap(text);
  const lines = text.split(/\r\n|\n|\r/u);
  return [...text.matchAll(COMMENTS[to])].flatMap(({ 0: whole, 1: words = '', index }) => {
    const place = map.place(index, index + whole.trimEnd().length);
    const lineStart = map.offsetOfLine(place.line);
    if (isText(index) || isBegun(text, lineStart, index, isText)) return [];
    let next = place.line;
    while (next < lines.length && OTHER_LINE.test(lines[next] ?? '')) next++;
    return [{ text: words.trim(), place, alone: text.slice(lineStart, index).trim() === '', ...(next < lines.length ? { next: next + 1 } : {}) }];
  });
};

/** The comments of a text that speak to carelint, or to ESLint. JSON has no comments; what does not parse has none either. */
export const commentsOf = ({ path, text }: Source, syntax: Syntax, to: Addressee = 'carelint'): readonly Comment[] => {
  if (syntax === 'json' || !text.includes(to === 'carelint' ? DIRECTIVE_MARK : to)) return [];
  if (syntax === 'text') {
    if (to === 'eslint') return [];
    return isCodeFile(path) ? codeComments(path, text) : markupComments(text);
  }
  try {
    return yamlComments(text, to);
  } catch (error) {
    if (error instanceof YamlError) return [];
    throw error;
  }
};

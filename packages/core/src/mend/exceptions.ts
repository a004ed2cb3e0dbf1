import { parseYaml } from '../source/parse-yaml.js';
import { isMap } from '../source/values.js';
import { YamlError, type Mark } from '../source/yaml-tree.js';
import { withoutLines, type Edit } from './edit.js';

/** A comment that switches rules off, as it stands in a text. */
export interface WrittenDirective {
  readonly start: number;
  readonly end: number;
  /** Whether nothing else stands on its lines. */
  readonly alone: boolean;
}

const isBlankLine = (line: string | undefined): boolean => line === undefined || line.trim() === '';
const lineBefore = (text: string, at: number): string | undefined =>
  text
    .slice(0, at)
    .split(/\r\n|\n|\r/u)
    .at(-2);
const lineAfter = (text: string, at: number): string | undefined => text.slice(at).split(/\r\n|\n|\r/u, 2)[1];

/** What a file is written in, as far as it matters for what comments stand between. */
export type Written = 'markdown' | 'code' | 'other';

const isBeside = (character: string | undefined): boolean => character !== undefined && !/\s/u.test(character);

/**
 * Takes a comment away. In Markdown an empty line keeps paragraphs apart between which it stood; in code a blank keeps words apart, and a comment over
 * several lines, which counts as the end of a line, stays.
 */
const withoutComment = (text: string, { start, end, alone }: WrittenDirective, written: Written): Edit | undefined => {
  if (alone && written === 'markdown' && !isBlankLine(lineBefore(text, start)) && !isBlankLine(lineAfter(text, end))) return { start, end, text: '' };
  if (alone) return withoutLines(text, start, end);
  if (written === 'code' && /[\r\n]/u.test(text.slice(start, end))) return undefined;
  const trailing = /^[ \t]*(?=[\r\n]|$)/u.exec(text.slice(end));
  if (trailing === null) return { start, end, text: written === 'code' && isBeside(text[start - 1]) && isBeside(text[end]) ? ' ' : '' };
  let from = start;
  while (from > 0 && /[ \t]/u.test(text[from - 1] ?? '')) from--;
  return { start: from, end: end + trailing[0].length, text: '' };
};

/** Takes rules out of a comment, or the comment away where none is left. Undefined where its words are not found as they should be. */
export const withoutRules = (
  text: string,
  at: WrittenDirective,
  rules: readonly string[],
  idle: readonly string[],
  written: Written,
): Edit | undefined => {
  const left = rules.filter((rule) => !idle.includes(rule));
  if (left.length === 0) return withoutComment(text, at, written);
  const words = /(carelint-disable-[a-z-]+\s+)([\s\S]*?)(?=\s+--\s)/u.exec(text.slice(at.start, at.end));
  if (words?.[1] === undefined || words[2] === undefined) return undefined;
  const start = at.start + words.index + words[1].length;
  return { start, end: start + words[2].length, text: left.join(', ') };
};

/** The list of waivers of a config, with where its entries begin and end. */
interface WaiverList {
  readonly key: Mark;
  readonly items: readonly Mark[];
}

const waiversIn = (text: string): WaiverList | undefined => {
  try {
    const tree = parseYaml(text, true);
    const waivers = isMap(tree.value) ? tree.value['waivers'] : undefined;
    if (!isMap(tree.value) || !Array.isArray(waivers) || tree.syntax !== 'yaml' || tree.second !== undefined) return undefined;
    const key = tree.marks.get(tree.value)?.get('waivers');
    return key === undefined || text[key.start] === '[' ? undefined : { key, items: [...(tree.marks.get(waivers)?.values() ?? [])] };
  } catch (error) {
    if (error instanceof YamlError) return undefined;
    throw error;
  }
};

/** Takes lines away that hold one thing and nothing else; undefined where words beside it would be lost, or would then seem to speak of something else. */
const withoutAll = (text: string, start: number, end: number, isOne: RegExp): Edit | undefined => {
  const edit = withoutLines(text, start, end);
  const gone = text.slice(edit.start, edit.end);
  const speaksAbove =
    lineBefore(text, edit.start + 1)
      ?.trimStart()
      .startsWith('#') === true;
  return isOne.test(gone) && !speaksAbove && !/(?:^|\s)#/u.test(gone) && !/(?:^|\s)[&*]\w/u.test(gone) ? edit : undefined;
};

/**
 * Takes an entry out of the list of waivers of a config. `needless` are the offsets of all that can go: where nothing else is left, the list goes with them.
 */
export const withoutWaiver = (text: string, start: number, needless: readonly number[]): Edit | undefined => {
  const { key, items = [] } = waiversIn(text) ?? {};
  const item = items.find((mark) => mark.start === start);
  if (key === undefined || item === undefined) return undefined;
  const list = items.every((mark) => mark.start === start || needless.includes(mark.start))
    ? withoutAll(text, key.keyStart, key.end, /^waivers[ \t]*:/u)
    : undefined;
  if (list !== undefined || items.length === 1) return list;
  return withoutAll(text, item.start, item.end, /^[ \t]*-[ \t]/u);
};

import type { Route } from '../source/source.js';
import { isMap, type Values } from '../source/values.js';
import type { Mark, YamlTree } from '../source/yaml-tree.js';
import { lineEndOf, withoutLines, type Edit } from './edit.js';

/** A YAML text with where everything in it stands. */
export interface YamlGround {
  readonly text: string;
  readonly tree: YamlTree;
}

/** A map on the way along a route, and where its entries stand. */
export interface MapAt {
  readonly value: Readonly<Record<string, unknown>>;
  readonly marks: ReadonlyMap<string | number, Mark>;
  readonly start: number;
}

/** What stands at several places at once cannot be changed at one of them. */
const ALIASES = /(?:[:,[{]|(?<![^\s])-)[ \t]+[&*][\p{L}\d]/u;

/** The innermost map that a route leads to or through; undefined where there is none, or the text has anchors. */
export const mapAt = ({ text, tree }: YamlGround, route: Route): MapAt | undefined => {
  if (ALIASES.test(text)) return undefined;
  let value = tree.value;
  let start = tree.root.start;
  let inmost = isMap(value) ? { value, start } : undefined;
  for (const key of route) {
    if (typeof value !== 'object' || value === null) break;
    const mark = tree.marks.get(value)?.get(Array.isArray(value) ? key : String(key));
    if (mark === undefined) break;
    value = (value as Readonly<Record<string | number, unknown>>)[key];
    start = mark.start;
    if (isMap(value)) inmost = { value, start };
  }
  const marks = inmost === undefined ? undefined : tree.marks.get(inmost.value);
  return inmost === undefined || marks === undefined || marks.size === 0 ? undefined : { ...inmost, marks };
};

const PLAIN = /^(?:\d+ )?[\p{L}][\p{L}\p{N} ,.'?!()/-]*(?<! )$/u;
const TAKEN = /^(?:true|false|null|yes|no|on|off|y|n)$/iu;

const scalar = (value: unknown): string =>
  typeof value === 'string' && !(PLAIN.test(value) && !TAKEN.test(value)) ? JSON.stringify(value) : String(value);

const inBrackets = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(inBrackets).join(', ')}]`;
  if (isMap(value))
    return `{ ${Object.entries(value)
      .map(([key, held]) => `${scalar(key)}: ${inBrackets(held)}`)
      .join(', ')} }`;
  // Between brackets a comma would end it.
  return typeof value === 'string' && value.includes(',') ? JSON.stringify(value) : scalar(value);
};

/** Lines of a value below its key or behind its dash; `indent` is that of its own first character. */
const linesOf = (value: unknown, indent: string): readonly string[] => {
  if (Array.isArray(value))
    return value.flatMap((item) => {
      const [first = '', ...rest] = linesOf(item, `${indent}  `);
      return [`${indent}- ${first.trimStart()}`, ...rest];
    });
  if (isMap(value)) return Object.entries(value).flatMap(([key, held]) => entryLines(key, held, indent));
  return [indent + scalar(value)];
};

const entryLines = (key: string, value: unknown, indent: string): readonly string[] => {
  if (typeof value === 'object' && value !== null && !(Array.isArray(value) && value.every((item) => typeof item !== 'object')))
    return [`${indent}${scalar(key)}:`, ...linesOf(value, `${indent}  `)];
  return [`${indent}${scalar(key)}: ${Array.isArray(value) ? inBrackets(value) : scalar(value)}`];
};

const columnOf = (text: string, offset: number): number => {
  let at = offset;
  while (at > 0 && !/[\r\n]/u.test(text[at - 1] ?? '')) at--;
  return offset - at;
};

const lineEnd = (text: string, from: number): number => {
  const found = /[\r\n]/u.exec(text.slice(from));
  return found === null ? text.length : from + found.index;
};

const isFlow = (text: string, { start }: MapAt): boolean => text[start] === '{';

/** Where a new entry goes: behind the last one, on the line after it. */
const behindLast = (text: string, { marks }: MapAt): number => {
  let end = Math.max(...[...marks.values()].map((mark) => mark.end));
  while (end > 0 && /\s/u.test(text[end - 1] ?? '')) end--;
  return end;
};

const isScalar = (value: unknown): boolean => typeof value !== 'object' || value === null;

/** Replaces the value of a key that is there. A block that stands where a word stood begins on a line of its own, behind what is said beside the word. */
const replaced = (text: string, map: MapAt, key: string, value: unknown, mark: Mark): readonly Edit[] | undefined => {
  const isPlain = isScalar(map.value[key]) || (text[mark.start] === '[' && Array.isArray(value));
  if (!isPlain || /[\r\n#]/u.test(text.slice(mark.start, mark.end))) return undefined;
  if (isFlow(text, map)) return [{ start: mark.start, end: mark.end, text: inBrackets(value) }];
  const lines = entryLines(key, value, ' '.repeat(columnOf(text, mark.keyStart)));
  if (lines.length === 1) return [{ start: mark.start, end: mark.end, text: isScalar(value) ? scalar(value) : inBrackets(value) }];
  const end = lineEnd(text, mark.end);
  const block = lineEndOf(text) + lines.slice(1).join(lineEndOf(text));
  const colon = text.slice(mark.keyEnd, mark.start).search(/[ \t]*$/u) + mark.keyEnd;
  if (end === mark.end) return [{ start: colon, end, text: block }];
  return [
    { start: colon, end: mark.end, text: '' },
    { start: end, end, text: block },
  ];
};

/** Takes an entry out from between brackets, with one of the commas beside it. */
const removedFromFlow = (text: string, { start, end }: { readonly start: number; readonly end: number }): readonly Edit[] | undefined => {
  const before = /,[ \t]*$/u.exec(text.slice(0, start))?.[0];
  if (before !== undefined) return [{ start: start - before.length, end, text: '' }];
  const behind = /^,[ \t]*/u.exec(text.slice(end))?.[0];
  return behind === undefined ? undefined : [{ start, end: end + behind.length, text: '' }];
};

const removed = (text: string, map: MapAt, key: string, mark: Mark): readonly Edit[] | undefined => {
  if (!isScalar(map.value[key]) || map.marks.size < 2) return undefined;
  if (isFlow(text, map)) return removedFromFlow(text, { start: mark.keyStart, end: mark.end });
  const before = text.slice(0, mark.keyStart);
  const alone = /(?:^|[\r\n])[ \t]*$/u.test(before) && /^[ \t]*(?:$|[\r\n])/u.test(text.slice(mark.end));
  return alone ? [withoutLines(text, mark.keyStart, mark.end)] : undefined;
};

/** The items of a list in place of its last one, in the form in which that is written. */
export const insteadOfLast = ({ text, tree }: YamlGround, list: readonly unknown[], items: readonly unknown[]): readonly Edit[] | undefined => {
  const last = tree.marks.get(list)?.get(list.length - 1);
  if (last === undefined || ALIASES.test(text) || !/(?:^|[\r\n])[ \t]*-[ \t]+$/u.test(text.slice(0, last.start))) return undefined;
  const column = columnOf(text, last.start);
  const lines = linesOf(items, ' '.repeat(column - 2)).map((line) => line.slice(column - 2));
  const [first = '', ...rest] = lines;
  const indent = ' '.repeat(column - 2);
  return [{ start: last.start, end: last.end, text: [first.slice(2), ...rest.map((line) => indent + line)].join(lineEndOf(text)) }];
};

const includes = (list: unknown, all: unknown): boolean =>
  Array.isArray(list) && Array.isArray(all) && all.every((item) => (list as readonly unknown[]).includes(item));

/** A map under a key of another: of it too only the keys that are wanted change. */
const mapIn = ({ tree }: YamlGround, map: MapAt, key: string, { start }: Mark): MapAt | undefined => {
  const value = map.value[key];
  const marks = isMap(value) ? tree.marks.get(value) : undefined;
  return isMap(value) && marks !== undefined ? { value, marks, start } : undefined;
};

/** Sets keys of a map, or takes them away (`null`). Undefined where that cannot be done by changing these keys alone, or nothing would change. */
export const keyEdits = (ground: YamlGround, map: MapAt, wanted: Readonly<Record<string, unknown>>): readonly Edit[] | undefined => {
  const { text } = ground;
  const edits: Edit[] = [];
  const added: string[] = [];
  const flow = isFlow(text, map);
  const indent = ' '.repeat(columnOf(text, Math.min(...[...map.marks.values()].map(({ keyStart }) => keyStart))));
  for (const [key, value] of Object.entries(wanted)) {
    const mark = map.marks.get(key);
    // A list that holds more than is wanted is as good.
    const isThere = mark !== undefined && (value === map.value[key] || includes(map.value[key], value));
    const inner = mark === undefined || !isMap(value) ? undefined : mapIn(ground, map, key, mark);
    const made =
      mark === undefined || isThere
        ? []
        : inner !== undefined
          ? keyEdits(ground, inner, value as Values)
          : value === null
            ? removed(text, map, key, mark)
            : replaced(text, map, key, value, mark);
    if (made === undefined) return undefined;
    edits.push(...made);
    if (mark !== undefined || value === null) continue;
    added.push(...(flow ? [`, ${scalar(key)}: ${inBrackets(value)}`] : entryLines(key, value, indent)));
  }
  if (added.length > 0) {
    const behind = behindLast(text, map);
    const at = flow ? behind : lineEnd(text, behind);
    edits.push({ start: at, end: at, text: flow ? added.join('') : lineEndOf(text) + added.join(lineEndOf(text)) });
  }
  return edits.length === 0 ? undefined : edits;
};

import fc from 'fast-check';

/** Values that trip up whoever takes the form of a document for granted. */
export const HOSTILE: readonly unknown[] = [
  null,
  true,
  false,
  0,
  -1,
  1.5,
  1e308,
  '',
  ' ',
  'constructor',
  '__proto__',
  'toString',
  '$max',
  '$constructor',
  '$',
  '\u0000',
  '\u001b[31m',
  '⟨',
  '{from}',
  '{constructor}',
  '😀',
  '\ud800',
  [],
  {},
  [[]],
  [null],
  { kind: {} },
  // Cannot be turned into text: it has no such method any more.
  { toString: null, valueOf: null },
  [{ toString: 1 }],
  { not: { not: { not: 'any' } } },
  { same: 'constructor' },
  { offers: 'loop-a' },
  { with: { constructor: { type: 'x' } } },
  { with: { slot: { constructor: {} } } },
  { says: '/(a+)+$/' },
  { says: '/(?:(?:(?:){9999}){9999}){9999}/' },
  { says: '/((((a{1,30}){1,30}){1,30}){1,30})/' },
  { says: '/[' },
  { says: `/${'('.repeat(400)}/` },
  { says: '/(?=a)/' },
  { with: { slot: { pattern: '(a|a)*b' } } },
  { with: { slot: { uniqueItems: true, multipleOf: 0, minContains: -1, contains: {} } } },
  'x'.repeat(3000),
  Array.from({ length: 500 }, (_, i) => `n${i}`),
  'say',
  'any',
  'unknown',
  'every',
  'relief',
  'failed',
  'loop-a',
  'chain',
  { efforts: 1 },
  { nonsense: 1 },
  { on: 'choice', of: { same: 'slot' } },
  '$..*',
  '$[?@.a',
  "$[?search(@.a, '(a+)+b')]",
  '$..*..*..*',
  '$[99999999999999999999]',
  "$['\\u']",
  `$${'[?@'.repeat(60)}`,
];

type Key = string | number;
type Container = Record<Key, unknown>;

const isContainer = (value: unknown): value is Container => typeof value === 'object' && value !== null;

/** All containers of a tree with a key of theirs. */
const spots = (value: unknown, found: (readonly [Container, Key])[] = []): (readonly [Container, Key])[] => {
  if (!isContainer(value)) return found;
  for (const key of Array.isArray(value) ? value.keys() : Object.keys(value)) {
    found.push([value, key]);
    spots(value[key], found);
  }
  return found;
};

const put = (into: Container, key: Key, value: unknown): void => {
  Object.defineProperty(into, key, { value, enumerable: true, configurable: true, writable: true });
};

const nested = (value: unknown, depth: number, wrap: (inner: unknown) => unknown): unknown =>
  depth === 0 ? value : nested(wrap(value), depth - 1, wrap);

/** One change: which spot, what is done to it, with what. */
export interface Change {
  readonly at: number;
  readonly does: number;
  readonly other: number;
}

/** Arbitrary changes. */
export const changes = (most: number): fc.Arbitrary<Change[]> =>
  fc.array(fc.record({ at: fc.nat(), does: fc.nat({ max: 9 }), other: fc.nat() }), { minLength: 1, maxLength: most });

/** A tree with changes made to it; the tree itself stays. */
export const mutated = (tree: unknown, made: readonly Change[]): unknown => {
  const copy = structuredClone(tree);
  for (const { at, does, other } of made) {
    const all = spots(copy);
    if (all.length === 0) break;
    const [box, key] = all[at % all.length]!;
    const [otherBox, otherKey] = all[other % all.length]!;
    const hostile = structuredClone(HOSTILE[other % HOSTILE.length]);
    if (does === 0 && !Array.isArray(box)) Reflect.deleteProperty(box, key);
    else if (does === 1) put(box, key, structuredClone(otherBox[otherKey]));
    else if (does === 2 && !Array.isArray(box)) put(box, String(otherKey), hostile);
    else if (does === 3 && !Array.isArray(box)) put(box, typeof hostile === 'string' ? hostile : 'extra', box[key]);
    else if (does === 4)
      put(
        box,
        key,
        nested(box[key], 1 + (other % 60), (inner) => [inner]),
      );
    else if (does === 5)
      put(
        box,
        key,
        nested(box[key], 1 + (other % 60), (inner) => ({ not: inner })),
      );
    // Changes multiply: three of a hundred each are a file that is too large to be read at all.
    else if (does === 6)
      put(
        box,
        key,
        Array.from({ length: 1 + (other % 25) }, () => box[key]),
      );
    else put(box, key, hostile);
  }
  return copy;
};

const CHARS = [
  '',
  ' ',
  '\n',
  '\t',
  ':',
  '- ',
  '"',
  "'",
  '{',
  '}',
  '[',
  ']',
  '{{',
  '}}',
  '|',
  '&a ',
  '*a',
  '#',
  ',',
  '\\',
  '\u0000',
  '\ufeff',
  '<<: ',
  '---\n',
  '!',
  '😀',
  '\ud800',
  '&a [*a]',
];

/** A text cut off, spliced, or with a few characters changed. */
export const scratched = (text: string, made: readonly Change[]): string =>
  made.reduce((now, { at, does, other }) => {
    const where = now.length === 0 ? 0 : at % now.length;
    const insert = CHARS[other % CHARS.length]!;
    if (does === 0) return now.slice(0, where);
    if (does === 1) return now.slice(where);
    const end = does === 2 ? where + (other % 200) : does === 3 ? where + 1 : where;
    if (does === 4) return now.slice(0, where) + now.slice(other % (now.length + 1), (other % (now.length + 1)) + 300) + now.slice(where);
    return now.slice(0, where) + insert + now.slice(end);
  }, text);

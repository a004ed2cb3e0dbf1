import { parseTree } from 'jsonc-parser';
import type { Node } from 'jsonc-parser';
import type { Locate } from './document.js';
import { LineMap } from './line-map.js';
import { parseText } from './parse-document.js';
import { parseYaml } from './parse-yaml.js';
import { EMBEDDED } from './source.js';
import type { Key, Place, Route, Source, Syntax } from './source.js';
import { YamlError } from './yaml-tree.js';
import type { YamlTree } from './yaml-tree.js';

/** Offsets of a value and of the key it stands under. */
interface Span {
  readonly start: number;
  readonly end: number;
  readonly keyStart: number;
  readonly keyEnd: number;
}

/** A value on the way along a route: where it stands, and how to go on from it. */
interface Spot {
  readonly span: Span;
  /** The text it stands for, where it is text. */
  readonly string?: string;
  step(key: Key): Spot | undefined;
}

/** A text with everything that is needed to find places in it. */
interface Ground {
  readonly text: string;
  /** Absent where the text cannot be parsed. */
  readonly root: Spot | undefined;
  /** Documents inside strings, by the offset of the string. */
  readonly embedded: Map<number, Ground>;
}

const jsonSpot = (node: Node, keyNode?: Node): Spot => {
  const start = node.offset;
  const end = node.offset + node.length;
  const span = { start, end, keyStart: keyNode?.offset ?? start, keyEnd: keyNode === undefined ? end : keyNode.offset + keyNode.length };
  return {
    span,
    ...(typeof node.value === 'string' ? { string: node.value } : {}),
    step: (key) => {
      if (node.type === 'array') {
        const item = typeof key === 'number' ? node.children?.[key] : undefined;
        return item === undefined ? undefined : jsonSpot(item);
      }
      // The last of two equal keys is the one that JSON.parse keeps.
      const entry = node.children?.findLast((child) => child.children?.[0]?.value === String(key));
      const [name, value] = entry?.children ?? [];
      return value === undefined ? undefined : jsonSpot(value, name);
    },
  };
};

const yamlSpot = (tree: YamlTree, value: unknown, span: Span): Spot => ({
  span,
  ...(typeof value === 'string' ? { string: value } : {}),
  step: (key) => {
    if (typeof value !== 'object' || value === null) return undefined;
    const known = Array.isArray(value) ? key : String(key);
    const mark = tree.marks.get(value)?.get(known);
    return mark === undefined ? undefined : yamlSpot(tree, (value as Record<Key, unknown>)[key], mark);
  },
});

/** A text whose routes are offsets: the first key leads to where a span begins, the second to its end. */
const textSpot = (start: number, end: number, depth: 0 | 1 | 2): Spot => ({
  span: { start, end, keyStart: start, keyEnd: end },
  step: (key) => {
    if (typeof key !== 'number' || depth === 2) return undefined;
    return depth === 0 ? textSpot(key, key, 1) : textSpot(start, key, 2);
  },
});

const wholeOf = (start: number, end: number): Span => ({ start, end, keyStart: start, keyEnd: end });

const groundOf = (text: string, syntax: Syntax): Ground => {
  const ground = (root: Spot | undefined): Ground => ({ text, root, embedded: new Map() });
  if (syntax === 'text') return ground(textSpot(0, text.length, 0));
  if (syntax === 'json') {
    const node = parseTree(text);
    return ground(node === undefined ? undefined : jsonSpot(node));
  }
  try {
    const tree = parseYaml(text, true);
    return ground(yamlSpot(tree, tree.value, tree.root));
  } catch (error) {
    if (error instanceof YamlError) return ground(undefined);
    throw error;
  }
};

const isSpace = (code: number): boolean => code === 32 || code === 9 || code === 10 || code === 13;

/**
 * Offsets in a carrier (the text of a string as it is written) for offsets in its value. Folding changes blanks only, so all other characters
 * correspond in order. Undefined where the carrier has escapes: nothing inside one escaped line is worth pointing at.
 */
const outward = (carrier: string, value: string): ((offset: number) => number | undefined) | undefined => {
  const quote = carrier[0] === '"' || carrier[0] === "'" ? carrier[0] : '';
  if (quote === '"' && carrier.includes('\\')) return undefined;
  return (offset) => {
    let inner = 0;
    while (inner < value.length && isSpace(value.charCodeAt(inner))) inner++;
    for (let at = quote.length; at < carrier.length; at++) {
      if (isSpace(carrier.charCodeAt(at))) continue;
      if (carrier[at] !== value[inner]) return undefined;
      if (inner >= offset) return at;
      if (quote === "'" && carrier[at] === "'") at++;
      inner++;
      while (inner < value.length && isSpace(value.charCodeAt(inner))) inner++;
    }
    return undefined;
  };
};

const embeddedGround = (ground: Ground, spot: Spot, value: string): Ground => {
  const known = ground.embedded.get(spot.span.start);
  if (known !== undefined) return known;
  const made = groundOf(value, parseText(value, '').syntax);
  ground.embedded.set(spot.span.start, made);
  return made;
};

/** A span inside an embedded document, in the text around it; the whole carrier where that cannot be told. */
const fromEmbedded = (ground: Ground, carrier: Spot, value: string, rest: Route): Span => {
  const { start, end } = carrier.span;
  const whole = wholeOf(start, end);
  const embedded = embeddedGround(ground, carrier, value);
  const out = outward(ground.text.slice(start, end), value);
  if (out === undefined || embedded.root === undefined) return whole;
  const inner = spanOf(embedded, rest);
  const ends = [inner.start, inner.end - 1, inner.keyStart, inner.keyEnd - 1].map((offset) => out(Math.max(offset, 0)));
  const [from, to, keyFrom, keyTo] = ends;
  if (from === undefined || to === undefined || keyFrom === undefined || keyTo === undefined) return whole;
  return { start: start + from, end: start + to + 1, keyStart: start + keyFrom, keyEnd: start + keyTo + 1 };
};

/** The span of the value that a route leads to, or of the nearest one on the way that exists. */
const spanOf = (ground: Ground, route: Route): Span => {
  if (ground.root === undefined) return wholeOf(0, ground.text.length);
  let spot = ground.root;
  for (const [at, key] of route.entries()) {
    if (key === EMBEDDED) {
      return spot.string === undefined ? spot.span : fromEmbedded(ground, spot, spot.string, route.slice(at + 1));
    }
    const next = spot.step(key);
    if (next === undefined) return spot.span;
    spot = next;
  }
  return spot.span;
};

interface Remembered {
  readonly text: string;
  readonly syntax: Syntax;
  readonly ground: Ground;
  readonly lines: LineMap;
}

/** Many findings in one file ask in a row: the last text is parsed once. */
let last: Remembered | undefined;

const remember = (text: string, syntax: Syntax): Remembered => {
  if (last?.text !== text || last.syntax !== syntax) last = { text, syntax, ground: groundOf(text, syntax), lines: new LineMap(text) };
  return last;
};

/** Where the value that a route leads to stands; where the last keys do not exist, the nearest value on the way. */
export const locate: Locate = (source: Source, syntax: Syntax, route: Route): Place => {
  const { ground, lines } = remember(source.text, syntax);
  const { start, end } = spanOf(ground, route);
  return lines.place(start, end);
};

/** Where the key at the end of a route stands. An item of a list has no key: then the item. */
export const locateKey: Locate = (source: Source, syntax: Syntax, route: Route): Place => {
  const { ground, lines } = remember(source.text, syntax);
  const { keyStart, keyEnd } = spanOf(ground, route);
  return lines.place(keyStart, keyEnd);
};

/** Offsets of the value that a route leads to; the end is exclusive. */
export const spanAt = (source: Source, syntax: Syntax, route: Route): { readonly start: number; readonly end: number } => {
  const { start, end } = spanOf(remember(source.text, syntax).ground, route);
  return { start, end };
};

/** The value that a route leads to as it is written, quotes included. */
export const textAt = (source: Source, syntax: Syntax, route: Route): string => {
  const { start, end } = spanOf(remember(source.text, syntax).ground, route);
  return source.text.slice(start, end);
};

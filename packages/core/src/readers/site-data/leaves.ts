import { isUnread } from '../../model/partly.js';
import type { Standing } from '../../model/standing.js';
import { isMap, type Values } from '../../source/values.js';
import type { Key } from '../../source/source.js';

/** A text, number or yes/no in a tree of data. */
export interface Leaf {
  readonly route: readonly Key[];
  /** The nearest key that is a name. */
  readonly key: string;
  readonly value: string | number | boolean | null;
  /** The map it stands in; absent in a list. */
  readonly beside?: Values;
}

/** Where `raw`, which is a part of a leaf or all of it, stands. */
export type PlaceOf = (leaf: Leaf, raw: string) => Pick<Standing, 'route' | 'path'>;

/** All leaves of a tree, in the order of the document, but for parts that could not be read. Linear; nesting is bounded by the parsers. */
export function* leavesOf(value: unknown, route: readonly Key[] = [], key = '', beside?: Values): Iterable<Leaf> {
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) yield* leavesOf(item, [...route, index], key);
  } else if (isMap(value) && !isUnread(value)) {
    for (const [name, item] of Object.entries(value)) yield* leavesOf(item, [...route, name], name, value);
  } else if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') {
    yield { route, key, value, ...(beside === undefined ? {} : { beside }) };
  }
}

import type { Route } from '../../source/source.js';
import { isMap, type Values } from '../../source/values.js';

/** Every list entry on the way along a route: the values themselves, by how many keys lead to them. */
const entriesOn = (root: unknown, route: Route): ReadonlyMap<number, unknown> => {
  const found = new Map<number, unknown>();
  let value = root;
  for (const [index, key] of route.entries()) {
    if (typeof value !== 'object' || value === null) break;
    value = (value as Readonly<Record<string | number, unknown>>)[key];
    if (typeof key === 'number') found.set(index + 1, value);
  }
  return found;
};

/** The innermost block in a list that a route leads to or through: what a process owner calls the entry. */
export const entryAt = (root: unknown, route: Route): Values | undefined => [...entriesOn(root, route).values()].findLast(isMap);

/** What an entry is called: its first text, as in `{ fee: paper-bill, amount: 3 GBP }`. */
const nameOf = (entry: unknown): string | undefined => {
  const first = isMap(entry) ? Object.values(entry)[0] : undefined;
  return typeof first === 'string' ? first : undefined;
};

/** A route as parts that stay the same when entries are added or moved: an entry of a list counts by its name, where it has one. */
export const steadyRoute = (root: unknown, route: Route): readonly string[] => {
  const entries = entriesOn(root, route);
  return route.map((key, index) => nameOf(entries.get(index + 1)) ?? String(key));
};

/** A value as a sentence can carry it: text as it stands, lists and blocks without the marks of JSON. */
export const inWords = (value: unknown): string => {
  if (Array.isArray(value)) return value.map(inWords).join(', ');
  if (isMap(value))
    return Object.entries(value)
      .map(([key, held]) => `${key}: ${inWords(held)}`)
      .join(', ');
  return typeof value === 'string' ? value : JSON.stringify(value);
};

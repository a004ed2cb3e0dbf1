import { standing, standingOf } from '../model/standing.js';

/**
 * A copy of plain data that shares nothing with what it was made of. A string cut out of a text keeps the whole text in memory in today's engines;
 * one that was written and read again does not.
 */
export const copied = <T>(plain: { readonly [K in keyof T]: T[K] | undefined }): T => JSON.parse(JSON.stringify(plain)) as T;

/** A copy of derived values, which know where they stand, that shares nothing with the text they were found in. */
export const copiedInPlace = (value: unknown): unknown => {
  if (typeof value === 'string') return copied<string>(value);
  if (typeof value !== 'object' || value === null) return value;
  const copy = Array.isArray(value)
    ? value.map(copiedInPlace)
    : Object.fromEntries(Object.entries(value).map(([key, inner]) => [copied<string>(key), copiedInPlace(inner)]));
  const at = standingOf(value);
  return at === undefined ? copy : standing(copy, copied(at));
};

import type { Route } from '../source/source.js';

/** Where a derived value stands, and what it is called. */
export interface Standing {
  readonly route: Route;
  /** The file; absent where that is the file of the artefact. */
  readonly path?: string;
  /** How messages name the value, in place of its JSON: `“Send me offers”`. Findings at values of equal kind are told apart by it, so it has no lines in it. */
  readonly shown?: string;
}

/** No JSONPath, schema or JSON sees a key that is a symbol. Shared by all copies of this module: the command has one of its own, the reader of code another. */
const STANDING = Symbol.for('carelint.standing');

/** Notes on a derived value (a map or a list) where it stands. Returns the value. */
export const standing = <T extends object>(value: T, at: Standing): T => Object.defineProperty(value, STANDING, { value: at });

/** Where a derived value stands; undefined for one that nothing was noted on. */
export const standingOf = (value: unknown): Standing | undefined =>
  typeof value === 'object' && value !== null ? (value as { readonly [STANDING]?: Standing })[STANDING] : undefined;

/** Where what lies at a route inside `root` stands: as noted on the innermost value on the way that has a note. */
export const standingAt = (root: unknown, route: Route): Standing | undefined => {
  let value = root;
  let found = standingOf(value);
  for (const key of route) {
    if (typeof value !== 'object' || value === null) break;
    value = (value as Readonly<Record<string | number, unknown>>)[key];
    found = standingOf(value) ?? found;
  }
  return found;
};

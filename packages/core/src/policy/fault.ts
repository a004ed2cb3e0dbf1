import { UserError } from '../errors.js';
import { locate } from '../source/locate.js';
import { parseDocument } from '../source/parse-document.js';
import type { Key, Route, Source } from '../source/source.js';

/** Reports a mistake in a policy at the place that a route leads to. Never returns. */
export type Fault = (route: Route, message: string) => never;

/** Mistakes in one file. */
export const faultIn =
  (source: Source): Fault =>
  (route, message) => {
    throw new UserError(message, { path: source.path, place: locate(source, parseDocument(source).syntax, route) });
  };

/** The same, below a route. */
export const faultBelow =
  (fault: Fault, ...keys: readonly Key[]): Fault =>
  (route, message) =>
    fault([...keys, ...route], message);

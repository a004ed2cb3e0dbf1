import type { Locate } from '../source/document.js';
import type { Place, Route, Source, Syntax } from '../source/source.js';

/** The text of a file of the run, read again; undefined where it can no longer be read. */
export type TextOf = (path: string) => Source | undefined;

interface Wanted {
  readonly path: string;
  readonly syntax: Syntax;
  readonly route: Route;
}

const FIRST: Place = { line: 1, column: 1, endLine: 1, endColumn: 1 };
const keyOf = (route: Route): string => JSON.stringify(route);

/** Places of all that is wanted. File by file, so that each text is read once, parsed once and then let go. */
export const placesOf = (wanted: Iterable<Wanted>, textOf: TextOf, locate: Locate): ((at: Wanted) => Place) => {
  const files = new Map<string, Map<string, Wanted>>();
  for (const at of wanted) {
    const routes = files.get(at.path) ?? new Map<string, Wanted>();
    routes.set(keyOf(at.route), at);
    files.set(at.path, routes);
  }
  const places = new Map<string, Map<string, Place>>();
  for (const [path, routes] of files) {
    const source = textOf(path);
    if (source === undefined) continue;
    places.set(path, new Map([...routes].map(([key, { syntax, route }]) => [key, locate(source, syntax, route)])));
  }
  return ({ path, route }) => places.get(path)?.get(keyOf(route)) ?? FIRST;
};

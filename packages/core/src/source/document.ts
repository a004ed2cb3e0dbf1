import type { Place, Route, Source, Syntax } from './source.js';

/** A text that could not be parsed: what is wrong, with the remedy, and where. */
export interface SyntaxProblem {
  readonly message: string;
  readonly place: Place;
}

/**
 * A source seen as a tree of values. Parsed at most once, when a reader first asks, and shared by all readers.
 * Positions are not kept: `locate` (source/locate.ts) parses again for the few routes that are reported.
 */
export interface ParsedDocument {
  readonly source: Source;
  readonly syntax: Syntax;
  /** The plain values (maps, lists, strings, numbers, booleans, null); undefined where the text does not parse. */
  readonly value: unknown;
  readonly problem?: SyntaxProblem | undefined;
  /** What parses but is probably a slip: a key that stands twice in one map, a second document after `---`. Looked for when first asked, since most readers do not mind. */
  readonly slips?: readonly SyntaxProblem[];
}

/** Turns a route into a place in the text it belongs to. */
export type Locate = (source: Source, syntax: Syntax, route: Route) => Place;

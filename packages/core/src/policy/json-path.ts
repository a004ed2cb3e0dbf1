import type { jsonpath as Library, JSONPathQuery } from 'json-p3';
import type { Key } from '../source/source.js';

/** A value that a query has found. */
export interface Located {
  readonly route: readonly Key[];
  readonly value: unknown;
}

/** A compiled JSONPath (RFC 9535). */
export interface Query {
  /** Names and indexes only: leads to one place at most. */
  readonly singular: boolean;
  find(value: unknown): Located[];
  /** What the query would find if every filter let everything pass. */
  findUnfiltered(value: unknown): Located[];
}

/** The engine that evaluates JSONPath; heavy, so it is loaded only for runs whose rules need it. */
export interface JsonPath {
  /** Throws an Error with a sentence where the query is not well formed. */
  compile(query: string): Query;
}

/** Whether any of these parsed policies has a `value` assertion. */
export const needsJsonPath = (value: unknown): boolean => {
  if (Array.isArray(value)) return value.some(needsJsonPath);
  if (typeof value !== 'object' || value === null) return false;
  const assertion = (value as { value?: unknown }).value;
  return (typeof assertion === 'object' && assertion !== null && Object.hasOwn(assertion, 'at')) || Object.values(value).some(needsJsonPath);
};

/** So often may a query go down through everything below: each time multiplies its work by the depth of the document. */
const MOST_DESCENTS = 2;
const QUOTED = /'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"/gsu;

/** Refuses what the engine does in more than reasonable time. Its regular expressions are those of JavaScript, which a hostile one can stall. */
const refuseEndless = (text: string): void => {
  const bare = text.replace(QUOTED, "''");
  if (/\b(?:match|search)\s*\(/u.test(bare)) throw new Error('regular expressions cannot stand in it; use `matches: { pattern: ... }`');
  if (bare.split('..').length - 1 > MOST_DESCENTS) throw new Error(`\`..\` may stand in it at most ${MOST_DESCENTS} times`);
};

/** Loads the engine. */
export const loadJsonPath = async (): Promise<JsonPath> => {
  const { jsonpath } = await import('json-p3');
  const open = (segment: Segment): Segment => {
    const wild = segment.selectors.map((s) =>
      s instanceof jsonpath.selectors.FilterSelector ? new jsonpath.selectors.WildcardSelector(s.environment, s.token) : s,
    );
    return new (segment.constructor as SegmentClass)(segment.environment, segment.token, wild);
  };
  const run = (query: JSONPathQuery, value: unknown): Located[] =>
    query.query(value as never).nodes.map((node) => ({ route: node.location, value: node.value }));
  return {
    compile: (text) => {
      refuseEndless(text);
      const query = jsonpath.compile(text);
      const unfiltered = new jsonpath.JSONPathQuery(query.environment, query.segments.map(open));
      return { singular: query.singularQuery(), find: (value) => run(query, value), findUnfiltered: (value) => run(unfiltered, value) };
    },
  };
};

type Segment = Library.JSONPathSegment;
/** The two kinds of segments are not exported; a segment's own constructor makes another of its kind. */
type SegmentClass = new (...args: ConstructorParameters<typeof Library.JSONPathSegment>) => Segment;

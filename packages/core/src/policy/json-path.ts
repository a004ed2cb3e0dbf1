import type { jsonpath as Library, JSONPathQuery } from 'json-p3';
import { mayHavePhones } from '../link/found/phones.js';
import type { Artefact } from '../model/artefact.js';
import type { Key } from '../source/source.js';
import { isMap } from '../source/values.js';
import { compileAbout } from './about.js';

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

/** The key of the document that a query goes through first; undefined where it may go through any. */
export const firstKeyOf = (query: string): string | undefined => {
  const found = /^\$(?:\.([A-Za-z_]\w*)|\['([^'\\]+)'\])/u.exec(query);
  return found?.[1] ?? found?.[2];
};

/** Whether a query that goes through this key first may find anything there. */
export const mayFind = (firstKey: string | undefined, values: unknown): boolean =>
  values !== undefined && (firstKey === undefined || (isMap(values) && Object.hasOwn(values, firstKey)));

interface Asked {
  readonly mode: string;
  readonly at: unknown;
}

/** The `value` assertions of a parsed rule. */
const askedBy = (rule: unknown): readonly Asked[] =>
  isMap(rule)
    ? ['forbid', 'require'].flatMap((mode) =>
        [rule[mode]].flat().flatMap((assertion) => {
          const value = isMap(assertion) ? assertion['value'] : undefined;
          return isMap(value) ? [{ mode, at: value['at'] }] : [];
        }),
      )
    : [];

/**
 * Whether a parsed rule can be judged on these artefacts only with the engine for JSONPath. Without artefacts: whether it has queries at all, which
 * must be compiled in a rule of the user's own, since a mistake in one must be told.
 */
export const needsJsonPath = (value: unknown, artefacts?: readonly Artefact[]): boolean => {
  const asked = askedBy(value);
  if (asked.length === 0 || artefacts === undefined) return asked.length > 0;
  const about = compileAbout(isMap(value) ? value['about'] : undefined);
  return artefacts.some(
    (artefact) =>
      about.matches(artefact) &&
      asked.some(({ mode, at }) => {
        const firstKey = firstKeyOf(String(at));
        if (firstKey === 'found') return mayDerive(artefact);
        return artefact.values !== undefined && (mode === 'require' || mayFind(firstKey, artefact.values));
      }),
  );
};

/** Whether linking may derive anything from an artefact: what its reader has derived already, what can be counted in a script, and numbers where there may be some. */
const mayDerive = (artefact: Artefact): boolean =>
  artefact.kind === 'script' ||
  artefact.found !== undefined ||
  artefact.phones !== undefined ||
  (isMap(artefact.values) && artefact.values['found'] !== undefined) ||
  mayHavePhones(artefact);

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
export const loadJsonPath = async (): Promise<JsonPath> => jsonPathBy((await import('json-p3')).jsonpath);

/** The engine, on its library: for those who have loaded that themselves because they cannot wait. */
export const jsonPathBy = (jsonpath: typeof Library): JsonPath => {
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

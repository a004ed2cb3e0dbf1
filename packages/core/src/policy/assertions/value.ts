import { standingAt, type Standing } from '../../model/standing.js';
import { isNotSeen } from '../../model/step.js';
import { faultBelow } from '../fault.js';
import { firstKeyOf, mayFind, type Located, type Query } from '../json-path.js';
import { MAYBE, NO, YES, type Truth } from '../truth.js';
import { compileValueSchema, type ValueTest } from '../value-schema.js';
import type { Route } from '../../source/source.js';
import type { View } from '../view.js';
import { filling, type Assertion, type AssertionCompiler, type Mode, type Placeholder, type Ruling, type Scope } from './assertion.js';
import { entryAt, inWords, steadyRoute } from './entry.js';
import { shorten } from './wording.js';
import { isMap, type Values } from '../../source/values.js';

const FILLS: ReadonlySet<Placeholder> = new Set(['from', 'count', 'limit', 'value', 'missing', 'artefact', 'at']);
const KEYS = new Set(['at', 'matches', 'times']);

const DERIVED = /^\s*\$\s*(?:\.\s*found|\[\s*['"]found['"]\s*\])/u;
const PHONES = /phones|found\s*(?:\.\s*\*|\[\s*\*|\.\.)/u;

interface ValueSpec {
  readonly query: Query;
  /** Whether it is about derived values. Those of a document that says nothing of its own are judged too. */
  readonly isDerived: boolean;
  /** The query as it is written. */
  readonly written: string;
  /** Where the document lacks it, nothing is found; undefined where that cannot be told without the query. */
  readonly firstKey: string | undefined;
  readonly test: ValueTest;
  /** What each required key must be like. */
  readonly required: ReadonlyMap<string, ValueTest>;
  /** What the numbers must be like that are lifted from a required key: `within-hours` from `within`. */
  readonly lifted: readonly { readonly name: string; readonly key: string; readonly test: ValueTest }[];
  readonly times: number | undefined;
}

/** `forbid value`: no located value matches. `require value`: every one does; one that must be there is (language/SEMANTICS, section 5). */
export const compileValue: AssertionCompiler = (env, raw, mode, fault): Assertion => {
  if (!isMap(raw)) return fault([], '`value` is a block of `at`, `matches`, `times`.');
  for (const key of Object.keys(raw)) if (!KEYS.has(key)) fault([key], `\`${key}\` is not known here. Known: ${[...KEYS].join(', ')}.`);
  const { at, matches, times } = raw;
  if (typeof at !== 'string') return fault([], '`value` needs `at`: a JSONPath such as `$.fees[*]`.');
  if (times !== undefined && (typeof times !== 'number' || times < 1)) return fault(['times'], '`times` is a whole number, at least 1.');
  const below = faultBelow(fault, 'matches');
  const test: ValueTest = matches === undefined ? () => YES : compileValueSchema(matches, below, env.words.compilePattern);
  const ofKey = isMap(matches) && isMap(matches['properties']) ? matches['properties'] : {};
  const names = isMap(matches) && Array.isArray(matches['required']) ? matches['required'].map(String) : [];
  const anything: ValueTest = () => YES;
  const required = new Map(names.map((name) => [name, name in ofKey ? compileValueSchema(ofKey[name], below, env.words.compilePattern) : anything]));
  const lifted = names.flatMap((name) =>
    Object.keys(ofKey).flatMap((key) =>
      key.startsWith(`${name}-`) ? [{ name, key, test: compileValueSchema(ofKey[key], below, env.words.compilePattern) }] : [],
    ),
  );
  const query = env.jsonPath === undefined ? WITHOUT_ENGINE : compileQuery(env.jsonPath, at, (message) => fault(['at'], message));
  const firstKey = mode === 'forbid' ? firstKeyOf(at) : undefined;
  const spec: ValueSpec = { query, written: at, firstKey, isDerived: DERIVED.test(at), test, required, lifted, times };
  return {
    fills: FILLS,
    tellsOccasions: true,
    ...(spec.isDerived ? { readsFoundOnly: true } : {}),
    ...(spec.isDerived && PHONES.test(at) ? { asksForPhones: true } : {}),
    evaluate: (view, scope) => evaluate(view, scope, spec, mode),
  };
};

const withoutEngine = (): never => {
  throw new Error('a policy has a `value` assertion, but no JSONPath engine was given to `compile` (see `loadJsonPath`)');
};

/** The engine is loaded only where `needsJsonPath` says so; elsewhere no query is ever asked. */
const WITHOUT_ENGINE: Query = { singular: false, find: withoutEngine, findUnfiltered: withoutEngine };

const compileQuery = (engine: { compile(query: string): Query }, at: string, fault: (message: string) => never): Query => {
  try {
    return engine.compile(at);
  } catch (error) {
    return fault(`This JSONPath cannot be read: ${error instanceof Error ? error.message : String(error)}. See RFC 9535.`);
  }
};

/** A value that a rule looks at, with how sure it is that the query leads to it. */
interface Found extends Located {
  readonly located: Truth;
}

/** What a query of this kind is asked of; undefined where the artefact has no such thing. */
const rootOf = (view: View, artefact: number, { isDerived }: ValueSpec): unknown => {
  const { values, found } = view.graph.service.artefacts[artefact]!;
  return isDerived && found !== undefined ? { found } : values;
};

const evaluate = (view: View, scope: Scope, spec: ValueSpec, mode: Mode): Ruling[] => {
  const own = scope.artefacts.filter((a) => mayFind(spec.firstKey, rootOf(view, a, spec)));
  const found = own.map((artefact) => ({ artefact, values: locate(spec, rootOf(view, artefact, spec)) }));
  for (const { artefact, values } of found) meet(view, scope, spec, mode, artefact, values);
  if (!scope.wholeService)
    return found.flatMap(({ artefact, values }) =>
      judge(
        view,
        spec,
        mode,
        artefact,
        values.map((v) => ({ ...v, artefact })),
      ),
    );
  return own[0] === undefined
    ? []
    : judge(
        view,
        spec,
        mode,
        own[0],
        found.flatMap(({ artefact, values }) => values.map((v) => ({ ...v, artefact }))),
      );
};

/** There is something to judge where a value is; and where one has to be. */
const meet = (view: View, scope: Scope, spec: ValueSpec, mode: Mode, artefact: number, values: readonly Found[]): void => {
  const mustBe = mode === 'require' && (spec.query.singular || spec.times !== undefined);
  if (mustBe) scope.meets(artefact);
  else if (values.length > 0 && !spec.isDerived) scope.meets(artefact);
  else for (const { route } of values) scope.meets(artefact, standingAt(rootOf(view, artefact, spec), route)?.path);
};

const locate = ({ query, written, isDerived }: ValueSpec, value: unknown): Found[] => {
  const sure = query.find(value).map((v): Found => ({ ...v, located: YES }));
  // Derived lists are worked out when they are looked at: those that the query does not ask for are left alone.
  if (query.singular || (!isDerived && !hasHole(value))) return sure;
  const routes = new Set(sure.map((v) => JSON.stringify(v.route)));
  const open = query.findUnfiltered(value).filter((v) => !routes.has(JSON.stringify(v.route)) && mayRead(written, v.value));
  return [...sure, ...open.map((v): Found => ({ ...v, located: MAYBE }))];
};

/** Filters that read whatever is there. */
const READS_ANY = /@\s*(?:\.\s*[*.]|\[\s*\*)/u;

/** Whether a filter of the query may depend on a part of the value that was not seen: it names its key, or reads all keys. */
const mayRead = (query: string, value: unknown, key?: string): boolean => {
  if (isNotSeen(value)) return key === undefined || query.includes(key) || READS_ANY.test(query);
  if (typeof value !== 'object' || value === null) return false;
  return Object.entries(value).some(([name, held]) => mayRead(query, held, Array.isArray(value) ? key : name));
};

const hasHole = (value: unknown): boolean => isNotSeen(value) || (typeof value === 'object' && value !== null && Object.values(value).some(hasHole));

type Placed = Found & { readonly artefact: number };

const judge = (view: View, spec: ValueSpec, mode: Mode, artefact: number, values: readonly Placed[]): Ruling[] => {
  const answers = values.map((v): Truth => (spec.test(v.value) < v.located ? spec.test(v.value) : v.located));
  const one = (i: number, outcome: 'broken' | 'unknown'): Ruling => ruling(view, spec, outcome, values[i]!.artefact, values[i], values.length);
  if (spec.times !== undefined) return count(view, spec, mode, artefact, values, answers, one);
  if (mode === 'forbid') return answers.flatMap((answer, i) => (answer === NO ? [] : [one(i, answer === YES ? 'broken' : 'unknown')]));
  if (values.length === 0) return spec.query.singular ? [ruling(view, spec, 'broken', artefact, undefined, 0)] : [];
  return values.flatMap((v, i) => {
    const answer = spec.test(v.value);
    if (answer === YES) return [];
    return [one(i, answer === NO && v.located === YES ? 'broken' : 'unknown')];
  });
};

const count = (
  view: View,
  spec: ValueSpec,
  mode: Mode,
  artefact: number,
  values: readonly Placed[],
  answers: readonly Truth[],
  one: (i: number, outcome: 'broken' | 'unknown') => Ruling,
): Ruling[] => {
  const sure = answers.filter((a) => a === YES).length;
  const possible = answers.filter((a) => a !== NO).length;
  const least = spec.times!;
  const open = answers.indexOf(MAYBE);
  const first = answers.indexOf(YES);
  if (mode === 'forbid') return sure >= least ? [one(first, 'broken')] : possible >= least ? [one(open, 'unknown')] : [];
  if (sure >= least) return [];
  return possible >= least ? [one(open, 'unknown')] : [ruling(view, spec, 'broken', artefact, undefined, values.length)];
};

/** Keys under which documents keep what must not be printed. */
const SECRET = /passw|secret|token|api-?key/iu;

const ruling = (view: View, spec: ValueSpec, outcome: 'broken' | 'unknown', artefact: number, at: Located | undefined, located: number): Ruling => {
  const blamed = view.graph.service.artefacts[artefact]!;
  const key = at?.route.findLast((k): k is string => typeof k === 'string');
  const missing = lacking(spec, at?.value);
  const stands = at === undefined ? undefined : standingAt(rootOf(view, artefact, spec), at.route);
  const shown = stands?.shown ?? (at === undefined ? undefined : SECRET.test(key ?? '') ? '(not shown)' : shorten(inWords(at.value)));
  return {
    outcome,
    artefact,
    route: stands?.route ?? (at === undefined ? blamed.route : [...blamed.route, ...at.route]),
    ...(stands?.path === undefined ? {} : { path: stands.path }),
    journey: [],
    identity: at === undefined ? [] : identityOf(rootOf(view, artefact, spec), at.route, stands),
    fill: filling(
      {
        from: blamed.name,
        count: String(located),
        ...(shown === undefined ? {} : { value: shown }),
        ...(missing.length === 0 ? {} : { missing: missing.join(', ') }),
        ...(spec.times === undefined ? {} : { limit: String(spec.times) }),
      },
      (name) => (at === undefined ? undefined : fieldOf(entryAt(rootOf(view, artefact, spec), at.route), name)),
    ),
    ...(outcome === 'unknown' ? { why: whyOpen(at?.value) ?? 'the value is filled in from elsewhere' } : {}),
  };
};

/** Required keys that a value lacks, or of which it says what must not be. */
const lacking = ({ required, lifted }: ValueSpec, value: unknown): readonly string[] =>
  [...required]
    .filter(
      ([name, test]) =>
        !isMap(value) ||
        !Object.hasOwn(value, name) ||
        test(value[name]) === NO ||
        lifted.some((of) => of.name === name && of.test(value[of.key]) === NO),
    )
    .map(([name]) => name);

/** What the entry says under the key that a placeholder names. */
const fieldOf = (entry: Values | undefined, placeholder: string): string | undefined => {
  const key = placeholder.startsWith('entry.') ? placeholder.slice('entry.'.length) : '';
  if (entry === undefined || !Object.hasOwn(entry, key) || isNotSeen(entry[key])) return undefined;
  return SECRET.test(key) ? '(not shown)' : shorten(inWords(entry[key]));
};

/** Indexes into lists move when something else is added; names do not. */
const identityOf = (values: unknown, route: Route, stands: Standing | undefined): readonly string[] =>
  stands?.shown === undefined
    ? steadyRoute(values, route)
    : [...(stands.path === undefined ? [] : [stands.path]), ...route.filter((key) => typeof key === 'string'), stands.shown];

/** Why a value, or the first part of it that cannot be seen, is not known. */
const whyOpen = (value: unknown): string | undefined => {
  if (isNotSeen(value)) return value.unknown;
  if (typeof value !== 'object' || value === null) return undefined;
  for (const part of Object.values(value)) {
    const why = whyOpen(part);
    if (why !== undefined) return why;
  }
  return undefined;
};

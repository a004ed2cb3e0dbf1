import { nearest } from '@carelint/policy-schema';
import { isNotSeen, STEP_KINDS, type StepKind } from '../model/step.js';
import type { Key, Route } from '../source/source.js';
import type { Environment } from './environment.js';
import { compileOffers } from './offers.js';
import { compileSaying } from './saying.js';
import { both, either, every, MAYBE, NO, opposite, some, truth, YES, type Truth } from './truth.js';
import { compileValueSchema, type ValueTest } from './value-schema.js';
import { EVERY_KIND, kindSet, type NodeTest } from './view.js';

const NONE: ReadonlySet<string> = new Set();
const KINDS: ReadonlySet<string> = new Set(STEP_KINDS);
/** So many names may lead from a pattern to what it means in the end. */
export const MOST_NAMES = 100;
const KEYS = ['kind', 'with', 'says', 'not', 'same', 'offers'] as const;

/** The test that every step passes, hidden ones too. */
const ANY: NodeTest = { id: 0, same: NONE, kinds: EVERY_KIND, decided: true, compute: () => YES };

/**
 * Compiles a step pattern: a kind, a name of define.yaml or `any`; a list, of which any one is enough; or a map of which every key must hold.
 * An unknown step may be everything but `unknown` and `any`, which it surely is.
 */
export const compileStepPattern = (env: Environment, raw: unknown, route: Route, open: readonly string[] = []): NodeTest => {
  const key = JSON.stringify(raw);
  const known = env.interned.get(key);
  if (known !== undefined) return known;
  const made: NodeTest = { ...compile(env, raw, route, open), id: env.interned.size + 1 };
  env.interned.set(key, made);
  return made;
};

/** A test that has no number yet. */
type Unnumbered = Omit<NodeTest, 'id'>;

const compile = (env: Environment, raw: unknown, route: Route, open: readonly string[]): Unnumbered => {
  if (typeof raw === 'string') return compileName(env, raw, route, open);
  if (Array.isArray(raw)) {
    const tests = raw.map((item, i) => compileStepPattern(env, item, [...route, i], open));
    return {
      same: union(tests),
      kinds: tests.reduce((kinds, test) => kinds | test.kinds, 0),
      decided: tests.every((test) => test.decided),
      compute: (view, node, origin) => {
        let result: Truth = NO;
        for (let i = 0; i < tests.length && result !== YES; i++) result = either(result, view.ask(tests[i]!, node, origin));
        return result;
      },
    };
  }
  if (typeof raw !== 'object' || raw === null)
    return env.fault(route, 'A step pattern is a kind, a name, a list of patterns, or a block of `kind`, `with`, `says`, `not`, `same`, `offers`.');
  return compileMap(env, raw as Record<string, unknown>, route, open);
};

const compileName = (env: Environment, name: string, route: Route, open: readonly string[]): Unnumbered => {
  if (name === 'any') return ANY;
  if (Object.hasOwn(env.names.patterns, name)) {
    if (open.includes(name))
      return env.fault(route, `The pattern \`${name}\` is defined by itself: ${[...open.slice(open.indexOf(name)), name].join(' -> ')}.`);
    if (open.length >= MOST_NAMES) return env.fault(route, `The pattern \`${name}\` is defined by way of more than ${MOST_NAMES} others.`);
    return compileStepPattern(env, env.names.patterns[name], route, [...open, name]);
  }
  if (!KINDS.has(name)) {
    const known = [...Object.keys(env.names.patterns), ...STEP_KINDS, 'any'];
    const close = nearest(name, known);
    return env.fault(
      route,
      `There is no kind of step and no pattern called \`${name}\`.${close === undefined ? ` Kinds: ${STEP_KINDS.join(', ')}. Patterns: ${Object.keys(env.names.patterns).join(', ')}.` : ` Did you mean \`${close}\`?`}`,
    );
  }
  const kinds = kindSet(name as StepKind);
  return {
    same: NONE,
    kinds,
    decided: true,
    compute: (view, node) => (view.step(node).kind === name ? YES : view.step(node).kind === 'unknown' ? MAYBE : NO),
  };
};

type Part = NodeTest['compute'];

const compileMap = (env: Environment, raw: Record<string, unknown>, route: Route, open: readonly string[]): Unnumbered => {
  const same = new Set<string>();
  const parts: Part[] = [];
  const sub = (key: string): NodeTest => {
    const test = compileStepPattern(env, raw[key], [...route, key], open);
    for (const field of test.same) same.add(field);
    return test;
  };
  for (const key of Object.keys(raw)) checkKey(env, key, route);
  const kind = raw['kind'] === undefined ? undefined : sub('kind');
  if (kind !== undefined && !kind.decided) parts.push(asking(kind));
  if (raw['with'] !== undefined) parts.push(compileWith(env, raw['with'], [...route, 'with']));
  if (raw['says'] !== undefined) parts.push(compileSays(env, raw['says'], [...route, 'says']));
  if (raw['not'] !== undefined) {
    const denied = sub('not');
    parts.push((view, node, origin) => opposite(view.ask(denied, node, origin)));
  }
  if (raw['same'] !== undefined) parts.push(compileSame(env, raw['same'], [...route, 'same'], same));
  if (raw['offers'] !== undefined) parts.push(compileOffers(sub('offers')));
  const compute: Part = (view, node, origin) => {
    let result: Truth = YES;
    for (let i = 0; i < parts.length && result !== NO; i++) result = both(result, parts[i]!(view, node, origin));
    return result;
  };
  // A hidden step may be all that a map asks for, unless the map asks about hidden steps themselves.
  const aboutHidden = raw['kind'] === 'unknown' || raw['not'] === 'unknown';
  return {
    same,
    kinds: kind?.kinds ?? EVERY_KIND,
    decided: false,
    compute: (view, node, origin) => (view.step(node).kind === 'unknown' && !aboutHidden ? MAYBE : compute(view, node, origin)),
  };
};

const asking =
  (test: NodeTest): Part =>
  (view, node, origin) =>
    view.ask(test, node, origin);

const checkKey = (env: Environment, key: string, route: Route): void => {
  if ((KEYS as readonly string[]).includes(key)) return;
  const close = nearest(key, KEYS);
  env.fault(
    [...route, key],
    `\`${key}\` is not known in a step pattern.${close === undefined ? ` Known: ${KEYS.join(', ')}.` : ` Did you mean \`${close}\`?`}`,
  );
};

/** A field that is absent fails under any schema; one that was not seen is maybe. */
const compileWith = (env: Environment, raw: unknown, route: Route): Part => {
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw))
    return env.fault(route, '`with` is a block with one JSON Schema a field of the step.');
  const tests = Object.entries(raw).map(([field, schema]): readonly [string, ValueTest] => [
    field,
    compileValueSchema(schema, (keys, message) => env.fault([...route, field, ...keys] as Key[], message), env.words.compilePattern),
  ]);
  return (view, node) => {
    const { data } = view.step(node);
    return every(tests, ([field, test]) => {
      const value = data[field];
      return value === undefined ? NO : isNotSeen(value) ? MAYBE : test(value);
    });
  };
};

/** What is said to staff or to a bot, and never heard, does not count. */
const compileSays = (env: Environment, raw: unknown, route: Route): Part => {
  const sayings = (Array.isArray(raw) ? raw : [raw]).map((one: unknown, i) => compileSaying(env, one, Array.isArray(raw) ? [...route, i] : route));
  return (view, node) =>
    some(view.utterances(node), (utterance) =>
      utterance.speaker === 'instruction' ? NO : some(sayings, (saying) => env.words.says(utterance, saying)),
    );
};

const compileSame = (env: Environment, raw: unknown, route: Route, same: Set<string>): Part => {
  if (typeof raw !== 'string') return env.fault(route, '`same` names one field, such as `slot`.');
  same.add(raw);
  return (view, node, origin) => {
    const here = view.step(node).data[raw];
    const there = origin.get(raw);
    if (here === undefined || there === undefined) return NO;
    if (isNotSeen(here) || isNotSeen(there)) return MAYBE;
    return truth(JSON.stringify(here) === JSON.stringify(there));
  };
};

const union = (tests: readonly NodeTest[]): ReadonlySet<string> => new Set(tests.flatMap((test) => [...test.same]));

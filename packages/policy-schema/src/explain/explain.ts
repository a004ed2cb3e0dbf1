import type { DocumentKind } from '../kinds.js';
import type { Schema } from '../schema.js';
import { schemaOf } from '../schemas.js';
import { VERBS_OF } from '../step-verbs.js';
import { settingProblem, strangeWaivers } from './config.js';
import { siteStepProblems } from './site.js';
import { isOfStep, stepProblems } from './steps.js';
import { generalSentence } from './general.js';
import { ruleProblem, strangeNames } from './rule.js';
import type { Helpers, Mistake, Route, SchemaProblem, Subject, ValidationError } from './problem.js';

/** No document needs more to be mended than this; a hostile one cannot make us write more. */
const MOST_MISTAKES = 2_000;

const unescaped = (part: string): string => part.replace(/~1/gu, '/').replace(/~0/gu, '~');

const child = (value: unknown, key: string | number): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, key) ? (value as Readonly<Record<string | number, unknown>>)[key] : undefined;

/** The value that an error is about, and the way to it. */
const locate = (root: unknown, pointer: string): { readonly route: Route; readonly value: unknown } => {
  const route: (string | number)[] = [];
  let value = root;
  for (const part of pointer.split('/').slice(1).map(unescaped)) {
    const key = Array.isArray(value) ? Number(part) : part;
    route.push(key);
    value = child(value, key);
  }
  return { route, value };
};

const mistakeOf = ({ instancePath, schemaPath, name = '' }: ValidationError, subject: Subject): readonly Mistake[] => {
  if (instancePath === undefined || schemaPath === undefined) return [];
  const parts = schemaPath
    .split('/')
    .slice(1)
    .map((part) => unescaped(decodeURIComponent(part)));
  const keyword = parts.pop() ?? '';
  const held = parts.reduce<unknown>((schema, part) => child(schema, Array.isArray(schema) ? Number(part) : part), subject.schema);
  const schema = typeof held === 'object' && held !== null ? (held as Schema) : {};
  return [{ keyword, name, schemaPath: decodeURIComponent(schemaPath), schema, ...locate(subject.value, instancePath) }];
};

/** The sentence of the document for this mistake, else the general one. */
const sentenceFor = (mistake: Mistake, subject: Subject): readonly SchemaProblem[] => {
  const own = subject.kind === 'rule' || subject.kind === 'define' ? ruleProblem(mistake) : settingProblem(mistake, subject);
  if (own === null) return [];
  return [own ?? generalSentence(mistake, subject)].filter((problem) => problem !== undefined);
};

/** What only a look at the document as a whole can see. */
const beyondSchema = (subject: Subject): readonly SchemaProblem[] => {
  if (subject.kind === 'config') return strangeWaivers(subject);
  return subject.kind === 'rule' || subject.kind === 'define' ? strangeNames(subject) : [];
};

const inDocument = (mistakes: readonly Mistake[], subject: Subject): readonly SchemaProblem[] => {
  const steps = new Set<string>();
  return mistakes.flatMap((mistake) => {
    const { kind } = subject;
    if ((kind !== 'flow' && kind !== 'script' && kind !== 'site') || !isOfStep(mistake)) return sentenceFor(mistake, subject);
    const place = keyOf(mistake.route);
    if (steps.has(place)) return [];
    steps.add(place);
    return kind === 'site' ? siteStepProblems(mistake.route, mistake.value) : stepProblems(mistake.route, mistake.value, subject, VERBS_OF[kind]);
  });
};

const keyOf = (route: Route): string => JSON.stringify(route);
const placesOf = (keyword: string, mistakes: readonly Mistake[]): ReadonlySet<string> =>
  new Set(mistakes.filter((mistake) => mistake.keyword === keyword).map(({ route }) => keyOf(route)));

/** Of a value of the wrong kind nothing else is worth saying: `null` lacks all keys. */
const withoutNoise = (mistakes: readonly Mistake[]): readonly Mistake[] => {
  const strange = placesOf('type', mistakes);
  return strange.size === 0 ? mistakes : mistakes.filter(({ keyword, route }) => keyword === 'type' || !strange.has(keyOf(route)));
};

/** Where a key is unknown, that is told first: what is missing in the same block may be just that, under a name that we do not see through. */
const causesFirst = (mistakes: readonly Mistake[]): readonly Mistake[] => {
  const strange = placesOf('additionalProperties', mistakes);
  const follows = ({ keyword, route }: Mistake): boolean => keyword === 'required' && strange.has(keyOf(route));
  return strange.size === 0 ? mistakes : [...mistakes.filter((mistake) => !follows(mistake)), ...mistakes.filter(follows)];
};

/** One message a place: what the schema finds besides at the same spot follows from the first mistake. */
const firstOfEachPlace = (problems: readonly SchemaProblem[]): readonly SchemaProblem[] => {
  const places = new Map<string, SchemaProblem>();
  for (const problem of problems) {
    const place = keyOf(problem.route);
    if (!places.has(place)) places.set(place, problem);
  }
  return [...places.values()];
};

/** Puts the errors of a validator into sentences for the person who wrote the document: one a mistake. */
export const explain = (kind: DocumentKind, value: unknown, errors: readonly ValidationError[], helpers: Helpers): readonly SchemaProblem[] => {
  const subject: Subject = { kind, value, schema: schemaOf(kind), helpers };
  const mistakes = errors.slice(0, MOST_MISTAKES).flatMap((error) => mistakeOf(error, subject));
  return firstOfEachPlace([...inDocument(causesFirst(withoutNoise(mistakes)), subject), ...beyondSchema(subject)]);
};

import type { DocumentKind } from '../kinds.js';
import type { Schema } from '../schema.js';
import { schemaOf } from '../schemas.js';
import { settingProblem, strangeWaivers } from './config.js';
import { isOfStep, stepProblems } from './flow.js';
import { generalSentence } from './general.js';
import { ruleProblem, strangeNames } from './rule.js';
import type { Helpers, Mistake, Route, SchemaProblem, Subject, ValidationError } from './problem.js';

/** No document needs more to be mended than this; a hostile one cannot make us write more. */
const MOST_ERRORS = 2_000;

const unescaped = (part: string): string => part.replace(/~1/gu, '/').replace(/~0/gu, '~');

const child = (value: unknown, key: string | number): unknown =>
  (typeof value === 'object' && value !== null && Object.hasOwn(value, key) ? (value as Readonly<Record<string | number, unknown>>)[key] : undefined);

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

/** The schema that holds the keyword of a schema path such as `#/$defs/step/allOf/3/then/required`. */
const schemaAt = (root: Schema, path: string): Schema => {
  const parts = path.split('/').slice(1, -1).map((part) => unescaped(decodeURIComponent(part)));
  const held = parts.reduce<unknown>((schema, part) => child(schema, Array.isArray(schema) ? Number(part) : part), root);
  return typeof held === 'object' && held !== null ? (held as Schema) : {};
};

const mistakeOf = (error: ValidationError, subject: Subject): Mistake => ({
  keyword: error.keyword, params: error.params, schemaPath: decodeURIComponent(error.schemaPath),
  schema: schemaAt(subject.schema, error.schemaPath), ...locate(subject.value, error.instancePath),
});

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
    if (subject.kind !== 'flow' || !isOfStep(mistake)) return sentenceFor(mistake, subject);
    const place = JSON.stringify(mistake.route);
    if (steps.has(place)) return [];
    steps.add(place);
    return stepProblems(mistake.route, mistake.value, subject);
  });
};

/** One message a place: what the schema finds besides at the same spot follows from the first mistake. */
const firstOfEachPlace = (problems: readonly SchemaProblem[]): readonly SchemaProblem[] => {
  const places = new Map<string, SchemaProblem>();
  for (const problem of problems) {
    const place = JSON.stringify(problem.route);
    if (!places.has(place)) places.set(place, problem);
  }
  return [...places.values()];
};

/** Turns a validator's errors into sentences for the person who wrote the document: one a mistake. */
export const explain = (kind: DocumentKind, value: unknown, errors: readonly ValidationError[], helpers: Helpers = {}): readonly SchemaProblem[] => {
  const subject: Subject = { kind, value, schema: schemaOf(kind), helpers };
  const mistakes = errors.slice(0, MOST_ERRORS)
    .filter((error) => error.propertyName === undefined && error.keyword !== 'if')
    .map((error) => mistakeOf(error, subject));
  return firstOfEachPlace([...inDocument(mistakes, subject), ...beyondSchema(subject)]);
};

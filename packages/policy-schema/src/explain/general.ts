/** Sentences for mistakes that any document can have. */
import { nearest } from '../nearest.js';
import type { Schema } from '../schema.js';
import type { Mistake, SchemaProblem, Subject } from './problem.js';
import { didYouMean, found, gist, inYaml, isMap, listed, named, namedWithin, quoted, sentences, wanted } from './wording.js';

const DOCUMENT_WORDS = {
  flow: 'a flow document',
  script: 'a script',
  operations: 'an operations document',
  site: 'a site document',
  rule: 'a rule',
  pack: 'a pack',
  define: 'a file of definitions',
  words: 'a file of phrase sets',
  config: 'carelint.yaml',
  baseline: 'a baseline',
  history: 'a line of a history',
  summary: 'a published summary',
} as const;

export const propertiesOf = (schema: Schema): Readonly<Record<string, Schema>> =>
  isMap(schema['properties']) ? (schema['properties'] as Readonly<Record<string, Schema>>) : {};

/** The names in a pattern that is a choice of names (or of these and the name of an option). */
const choicesIn = (pattern: unknown): readonly string[] | undefined => {
  const match = /^\^\(([a-z0-9|-]+)\)\$(?:\|.*)?$/u.exec(String(pattern));
  return match?.[1]?.split('|');
};

/** What may be written instead. */
const howTo = (schema: Schema, mistake: Mistake): string => {
  if (typeof schema['patternErrorMessage'] === 'string') return schema['patternErrorMessage'];
  if (Array.isArray(schema['enum'])) return `Write one of: ${listed(schema['enum'].map(String))}.`;
  const [example] = Array.isArray(schema['examples']) ? (schema['examples'] as readonly unknown[]) : [];
  const key = mistake.route.at(-1);
  if (example === undefined) return '';
  return `For example: \`${typeof key === 'string' ? `${key}: ` : ''}${inYaml(example)}\`.`;
};

const textOr = (value: unknown, otherwise: string): string => (typeof value === 'string' ? value : otherwise);

const at = ({ route }: Mistake, message: string): SchemaProblem => ({ route, atKey: false, message });

const unknownKey = (mistake: Mistake, { kind }: Subject): SchemaProblem => {
  const { name: key } = mistake;
  const where =
    mistake.route.length === 0
      ? `${quoted(key)} does not belong in ${DOCUMENT_WORDS[kind]}.`
      : `${quoted(key)} does not belong in ${namedWithin(mistake.route)}.`;
  return { route: [...mistake.route, key], atKey: true, message: sentences(where, didYouMean(key, Object.keys(propertiesOf(mistake.schema)))) };
};

const badName = (mistake: Mistake): SchemaProblem => {
  const { name } = mistake;
  const names = mistake.schema['propertyNames'] as Schema;
  const advice = Array.isArray(names['enum'])
    ? didYouMean(name, names['enum'].map(String))
    : textOr(names['patternErrorMessage'], 'Use small letters, digits and hyphens.');
  return { route: [...mistake.route, name], atKey: true, message: sentences(`${quoted(name)} is not a possible name here.`, advice) };
};

/** A missing key is not worth a word of its own where a misspelt one stands in its place. */
const isMisspelt = (missing: string, { value, schema }: Mistake, subject: Subject): boolean => {
  const known = Object.keys(propertiesOf(isMap(schema['properties']) ? schema : subject.schema));
  const free = isMap(value) ? known.filter((key) => !Object.hasOwn(value, key)) : known;
  return (
    isMap(value) && Object.keys(value).some((key) => !known.includes(key) && (nearest(key, known) === missing || nearest(key, free) === missing))
  );
};

const missingKey = (mistake: Mistake, subject: Subject): SchemaProblem | undefined => {
  const { name: missing } = mistake;
  if (isMisspelt(missing, mistake, subject)) return undefined;
  const wordsOf = propertiesOf(mistake.schema)[missing];
  const title =
    typeof mistake.schema['title'] === 'string'
      ? `${/^[aeiou]/iu.test(mistake.schema['title']) ? 'An' : 'A'} ${mistake.schema['title'].toLowerCase()}`
      : named(mistake.route);
  const who = mistake.route.length === 0 ? DOCUMENT_WORDS[subject.kind].replace(/^a/u, 'A') : title;
  return at(mistake, `${who} needs ${quoted(missing)}${wordsOf ? `: ${gist(wordsOf['description'])}` : ''}.`.replace(/\?\.$/u, '?'));
};

/** The advice to put a number or a true in quotes, where text is wanted. */
const inQuotes = (mistake: Mistake, subject: Subject): string => {
  const written = subject.helpers.sourceTextAt?.(mistake.route) ?? String(mistake.value);
  const { pattern, enum: values } = mistake.schema as { pattern?: unknown; enum?: readonly unknown[] };
  const fits = (typeof pattern !== 'string' || new RegExp(pattern, 'u').test(written)) && (values?.includes(written) ?? true);
  return fits ? `Put it in quotes: "${written}".` : howTo(mistake.schema, mistake);
};

const wrongType = (mistake: Mistake, subject: Subject): SchemaProblem => {
  const { value, schema, route } = mistake;
  const types = [schema['type']].flat();
  if (value === null || value === undefined) return at(mistake, sentences(`${named(route)} is empty.`, howTo(schema, mistake)));
  if (types.includes('string') && (typeof value === 'number' || typeof value === 'boolean'))
    return at(mistake, `${named(route)} must be text. ${inQuotes(mistake, subject)}`);
  return at(mistake, sentences(`${named(route)} must be ${wanted(schema['type'])}, not ${found(value)}.`, howTo(schema, mistake)));
};

const wrongValue = (mistake: Mistake, possible: readonly string[]): SchemaProblem =>
  at(mistake, sentences(`${named(mistake.route)} cannot be ${quoted(mistake.value)}.`, didYouMean(String(mistake.value), possible)));

const wrongText = (mistake: Mistake): SchemaProblem => {
  const choices = choicesIn(mistake.schema['pattern']);
  if (choices !== undefined) return wrongValue(mistake, choices);
  return at(mistake, sentences(`${named(mistake.route)} cannot be ${quoted(mistake.value)}.`, howTo(mistake.schema, mistake)));
};

type Sentence = (mistake: Mistake, subject: Subject) => SchemaProblem | undefined;
const empty: Sentence = (mistake) => at(mistake, sentences(`${named(mistake.route)} is empty.`, howTo(mistake.schema, mistake)));
const bounded =
  (words: string): Sentence =>
  (mistake) =>
    at(mistake, `${named(mistake.route)} must be ${words} ${String(mistake.schema[mistake.keyword])}, not ${String(mistake.value)}.`);

const SENTENCES: Readonly<Record<string, Sentence>> = {
  additionalProperties: unknownKey,
  propertyNames: badName,
  required: missingKey,
  type: wrongType,
  enum: (mistake) => wrongValue(mistake, (mistake.schema['enum'] as readonly unknown[]).map(String)),
  const: (mistake) => wrongValue(mistake, [String(mistake.schema['const'])]),
  pattern: wrongText,
  minLength: empty,
  minItems: empty,
  minProperties: empty,
  minimum: bounded('at least'),
  exclusiveMinimum: bounded('more than'),
  maximum: bounded('at most'),
  maxProperties: (mistake) => at(mistake, sentences(`${named(mistake.route)} has more than one entry.`, howTo(mistake.schema, mistake))),
  not: (mistake) => at(mistake, textOr(mistake.schema['errorMessage'], `${named(mistake.route)} is not possible like this.`)),
};

/** The sentence for a mistake of which no document has more to say. */
export const generalSentence: Sentence = (mistake, subject) =>
  (SENTENCES[mistake.keyword] ?? ((other) => at(other, sentences(`${named(other.route)} is not written as expected.`, howTo(other.schema, other)))))(
    mistake,
    subject,
  );

/** Step patterns, edge patterns and what both are made of: `$defs` of rules and definitions. */
import { EDGE_EVENTS, STEP_KINDS } from '../vocabulary.js';
import { property, ref } from './build.js';
import type { Schema, Schemas } from '../schema.js';

const OPTION = '\\$[A-Za-z][A-Za-z0-9-]*';
const NAME = '[a-z0-9]+(-[a-z0-9]+)*';

/** Text in `shape`, or the name of an option, which stands for a whole value. */
const orOption = (shape: string, patternErrorMessage: string): Schema => ({ pattern: `^(${shape}|${OPTION})$`, patternErrorMessage });
const namesOrOption = (values: readonly string[]): Schema => ({
  pattern: `^(${values.join('|')})$|^${OPTION}$`,
  patternErrorMessage: `One of: ${values.join(', ')}.`,
});

/** A whole number, or the name of an option. */
export const number = (title: string, description: string, example: number, minimum = 0): Schema =>
  property(title, description, [example], {
    type: ['integer', 'string'],
    minimum,
    pattern: `^${OPTION}$`,
    patternErrorMessage: 'Write a whole number, or the name of an option such as $max.',
  });

/** A JSON Schema that the rule holds against a value; not checked here. */
export const jsonSchema = (title: string, description: string, ...examples: readonly object[]): Schema =>
  property(title, description, examples, {
    type: ['object', 'boolean', 'string'],
    ...orOption('(?!)', 'Write a condition, such as { const: password } or { enum: [a, b] }.'),
  });

const ANY_OF = 'A list means any of them.';

/** A step pattern. */
export const steps = (title: string, description: string, ...examples: readonly unknown[]): Schema =>
  property(title, `${description} A kind of step, a name from define.yaml, or a block. ${ANY_OF}`, examples, { allOf: [ref('step-pattern')] });

/** An edge pattern. */
export const edges = (title: string, description: string, ...examples: readonly unknown[]): Schema =>
  property(title, `${description} An event, a named set of events, or a block. ${ANY_OF}`, examples, { allOf: [ref('edge-pattern')] });

const phraseShape = orOption(`${NAME}|/.+/[a-z]*`, 'Write the name of a phrase set, or a regular expression between slashes: /call back/.');

/** Phrase sets or regular expressions. */
export const phrases = (title: string, description: string, ...examples: readonly unknown[]): Schema =>
  property(title, `${description} A phrase set, or a regular expression between slashes. ${ANY_OF}`, examples, {
    type: ['string', 'array'],
    ...phraseShape,
    minItems: 1,
    items: { type: 'string', ...phraseShape },
  });

/** Phrase sets, regular expressions, or step patterns as blocks. */
export const phrasesOrSteps = (title: string, description: string, ...examples: readonly unknown[]): Schema =>
  property(
    title,
    `${description} A phrase set, a regular expression between slashes, or a step pattern as a block: { kind: person }. ${ANY_OF}`,
    examples,
    { type: ['string', 'array', 'object'], ...phraseShape, minItems: 1, items: { type: ['string', 'object'], ...phraseShape } },
  );

/** One of a closed list, or several. */
export const some = (title: string, description: string, values: readonly string[], ...examples: readonly unknown[]): Schema =>
  property(title, `${description} ${ANY_OF}`, examples, {
    type: ['string', 'array'],
    ...namesOrOption(values),
    minItems: 1,
    items: { type: 'string', ...namesOrOption(values) },
  });

/** What data must be like, field by field. */
export const fields = (description: string, example: object, known?: readonly string[]): Schema =>
  property('With', `${description} Each field has a JSON Schema; a field that is absent matches none.`, [example], {
    type: 'object',
    minProperties: 1,
    ...(known ? { propertyNames: { enum: known } } : {}),
    additionalProperties: {
      type: ['object', 'boolean', 'string'],
      ...orOption('(?!)', 'Write a condition, such as { const: password } or { enum: [a, b] }.'),
    },
  });

const stepKeys: Schemas = {
  kind: some('Kind', 'What happens at the step.', [...STEP_KINDS, 'any'], 'verify', ['menu', 'ask']),
  with: fields('What the facts of the step must be like.', { method: { enum: ['password', 'pin'] } }),
  says: phrases('Says', 'What is said at the step.', 'refusal', '/call (us )?back/'),
  not: { ...ref('step-pattern') },
  same: property('Same', 'A field whose value must equal that of the step where the journey began.', ['method', 'slot'], {
    type: 'string',
    pattern: '^[A-Za-z][A-Za-z0-9-]*$',
    patternErrorMessage: 'Write the name of one field.',
  }),
  offers: { ...ref('step-pattern') },
};

const nameShape = orOption(NAME, 'Write one name in small letters, digits and hyphens.');

/** The shape of a step pattern, with more keys in its block where wanted. */
export function stepPatternShape(more: Schemas): Schema {
  return {
    type: ['string', 'array', 'object'],
    ...nameShape,
    minItems: 1,
    items: ref('step-pattern'),
    additionalProperties: false,
    minProperties: 1,
    properties: { ...stepKeys, ...more },
  };
}

const edgePatternShape: Schema = {
  type: ['string', 'array', 'object'],
  ...nameShape,
  minItems: 1,
  items: ref('edge-pattern'),
  additionalProperties: false,
  minProperties: 1,
  properties: {
    on: some('On', 'The event.', EDGE_EVENTS, 'choice', ['failure', 'timeout']),
    of: ref('step-pattern'),
    says: phrases('Says', 'The words of the choice.', 'human'),
    not: ref('edge-pattern'),
  },
};

/** How much of what, at most. */
export const bound = (title: string, description: string, example: Readonly<Record<string, number | string>>): Schema =>
  property(title, `${description} A unit (steps, clicks, seconds, words) or the name of a step pattern, and a number.`, [example], {
    type: 'object',
    minProperties: 1,
    maxProperties: 1,
    propertyNames: { pattern: `^${NAME}$`, patternErrorMessage: 'Write steps, clicks, seconds, words, or the name of a pattern.' },
    additionalProperties: {
      type: ['integer', 'string'],
      minimum: 0,
      pattern: `^${OPTION}$`,
      patternErrorMessage: 'Write a whole number, or the name of an option such as $max.',
    },
  });

/** Definitions that every document with patterns needs. */
export const patternDefinitions: Schemas = {
  'step-pattern': property(
    'Step pattern',
    `Which steps are meant: a kind of step, a name from define.yaml, or a block. ${ANY_OF}`,
    ['relief', ['person', 'callback'], { kind: 'verify', not: { same: 'method' } }],
    stepPatternShape({}),
  ),
  'edge-pattern': property(
    'Edge pattern',
    `Which ways on are meant: an event, a named set of events, or a block. ${ANY_OF}`,
    ['failed', ['timeout', 'full'], { on: 'choice', says: 'human' }],
    edgePatternShape,
  ),
};

/**
 * Builders for the schemas. Each takes a title, a description and examples, so that no property can go without them.
 * Only keywords that draft-07 editors know as well (and `$defs`): no `unevaluated*`, no `dependent*`, nothing beside a `$ref`.
 */
import type { Schema, Schemas } from '../schema.js';

/** What is wrong with a text that does not match its pattern, and how to write it. Editors show it, and so does `explain`. */
const shaped = (pattern: string, patternErrorMessage: string): Schema => ({ type: 'string', pattern, patternErrorMessage });

export const property = (title: string, description: string, examples: readonly unknown[], rest: Schema): Schema => ({
  title,
  description,
  ...rest,
  examples,
});

export const text = (title: string, description: string, ...examples: string[]): Schema =>
  property(title, description, examples, { type: 'string', minLength: 1 });

export const flag = (title: string, description: string, example = true): Schema => property(title, description, [example], { type: 'boolean' });

export const count = (title: string, description: string, example: number, rest: Schema = {}): Schema =>
  property(title, description, [example], { type: 'integer', minimum: 0, ...rest });

/** One of the keys of `values`, whose texts explain them. */
export const oneOf = (title: string, description: string, values: Readonly<Record<string, string>>, ...examples: string[]): Schema =>
  property(title, description, examples, { type: 'string', enum: Object.keys(values), enumDescriptions: Object.values(values) });

export const list = (title: string, description: string, items: Schema, ...examples: (readonly unknown[])[]): Schema =>
  property(title, description, examples, { type: 'array', minItems: 1, items });

/** A list that may be empty. */
export const many = (title: string, description: string, items: Schema, ...examples: (readonly unknown[])[]): Schema =>
  property(title, description, examples, { type: 'array', items });

export const block = (title: string, description: string, properties: Schemas, required: readonly string[], ...examples: object[]): Schema =>
  property(title, description, examples, { type: 'object', additionalProperties: false, required, properties });

/** Items of a list: text from a closed list, or any text. */
export const texts: Schema = { type: 'string', minLength: 1 };
export const among = (values: readonly string[]): Schema => ({ type: 'string', enum: values });

/** One text of a closed list. */
export const word = (title: string, description: string, values: readonly string[], example: string): Schema =>
  property(title, description, [example], among(values));

export const ID = '^[a-z0-9]+(-[a-z0-9]+)*$';
const idShape = shaped(ID, 'Use small letters, digits and hyphens, such as change-of-address.');
export const id = (title: string, description: string, ...examples: string[]): Schema => property(title, description, examples, idShape);
export const ids: Schema = idShape;

const DURATION = '^\\d+ (second|minute|hour|day|working day|week|month|year)s?$';
export const duration = (title: string, description: string, ...examples: string[]): Schema =>
  property(title, description, examples, shaped(DURATION, 'Write a number and a unit: 30 seconds, 2 hours, 1 working day.'));

const MONEY = '^\\d+(\\.\\d{1,2})? [A-Z]{3}$';
export const money = (title: string, description: string, ...examples: string[]): Schema =>
  property(title, description, examples, shaped(MONEY, 'Write an amount and a currency: 25 GBP, 9.50 EUR.'));

const SHARE = '^\\d{1,3}(\\.\\d+)?%$';
export const share = (title: string, description: string, ...examples: string[]): Schema =>
  property(title, description, examples, shaped(SHARE, 'Write a share of the whole: 10%.'));

export const phone = (title: string, description: string, example: string): Schema =>
  property(
    title,
    description,
    [example],
    shaped('^[+0-9*#][0-9 ()./*#-]{2,24}$', 'Write the number in quotes, best with its country: "+44 330 123 4567".'),
  );

export const date = (title: string, description: string, example: string): Schema =>
  property(title, description, [example], {
    format: 'date',
    ...shaped('^\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])$', 'Write a date as year-month-day: 2026-11-30.'),
  });

export const LANGUAGE = '^[a-z]{2,3}(-[A-Z]{2})?$';
export const language = (example: string): Schema =>
  property('Language', 'The language of the words in this document, as a tag.', [example], shaped(LANGUAGE, 'Write a language tag: en, en-GB, es.'));

/** Text, or one text a language. */
export const words = (title: string, description: string, ...examples: (string | Readonly<Record<string, string>>)[]): Schema =>
  property(title, description, examples, {
    type: ['string', 'object'],
    minLength: 1,
    minProperties: 1,
    propertyNames: { pattern: LANGUAGE, patternErrorMessage: 'Write a language tag: en, en-GB, es.' },
    additionalProperties: texts,
  });

/** One of a closed list, or a block; written as a pattern, because `enum` would refuse the block. */
export const oneOfPattern = (values: readonly string[]): Schema => ({
  pattern: `^(${values.join('|')})$`,
  patternErrorMessage: `One of: ${values.join(', ')}.`,
});

/** One of a closed list, or a list of them. */
export const oneOrMore = (title: string, description: string, values: readonly string[], ...examples: (string | readonly string[])[]): Schema =>
  property(title, description, examples, { type: ['string', 'array'], ...oneOfPattern(values), minItems: 1, items: among(values) });

/** A whole document. */
export const document = (name: string, schema: Schema, defs: Schemas = {}): Schema => ({
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: `https://carelint.dev/schemas/1/${name}.schema.json`,
  ...schema,
  ...(Object.keys(defs).length > 0 ? { $defs: defs } : {}),
});

export const ref = (name: string): Schema => ({ $ref: `#/$defs/${name}` });

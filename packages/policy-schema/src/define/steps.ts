/**
 * The schema of a step: exactly one verb, and the options that go with it.
 * Not `oneOf` over the verbs (one typo would give as many errors as there are verbs, and editors would guess a branch): all names are known at the step,
 * and each verb says in an `if` / `then` which of them may stand beside it. So editors offer verbs first, then only what goes with the verb.
 */
import type { Schema, Schemas } from '../schema.js';

/** What the schema of a step needs to know of a verb. */
export interface StepVerb {
  readonly value: Schema;
  readonly options: readonly string[];
  readonly compulsory: readonly string[];
}

const pick = (schemas: Schemas, names: readonly string[]): Schemas => Object.fromEntries(names.map((name) => [name, schemas[name] ?? {}]));

/** Text for hovering and nothing to check: what the value must be, the verb decides. */
const known = ({ title, description, examples }: Schema): Schema => ({ title, description, examples, doNotSuggest: true });

const besideVerb = (name: string, { options, compulsory }: StepVerb, words: Schemas, common: readonly string[]): Schema => ({
  if: { required: [name] },
  then: {
    title: name,
    propertyNames: {
      enum: [name, ...common, ...options],
      errorMessage: options.length > 0 ? `One verb a step. With \`${name}\` go only: ${[...options, ...common].join(', ')}.` : 'One verb a step.',
    },
    properties: pick(words, options),
    ...(compulsory.length > 0 ? { required: compulsory } : {}),
  },
});

const placeholder = (option: string, index: number): unknown => (option === 'choices' ? { '1 First choice': `$${index}` } : `$${index}`);

const snippet = (name: string, { value, compulsory }: StepVerb): Schema => ({
  label: name,
  description: value['description'],
  body: { [name]: '$1', ...Object.fromEntries(compulsory.map((option, index) => [option, placeholder(option, index + 2)])) },
});

/** The schema of a step with these verbs; `words` are the schemas of their options. */
export const stepSchema = (verbs: Readonly<Record<string, StepVerb>>, words: Schemas, common: Schemas, examples: readonly object[]): Schema => {
  const names = Object.keys(verbs);
  const options = [...new Set(Object.values(verbs).flatMap((verb) => verb.options))];
  const commonNames = Object.keys(common);
  return {
    title: 'Step',
    description: `One thing that happens, named by exactly one verb: ${names.join(', ')}. What follows is the next line, unless the step says otherwise.`,
    type: 'object',
    additionalProperties: false,
    properties: {
      ...Object.fromEntries(Object.entries(verbs).map(([name, verb]) => [name, verb.value])),
      ...common,
      ...Object.fromEntries(options.map((option) => [option, known(words[option] ?? {})])),
    },
    not: { propertyNames: { enum: [...commonNames, ...options] } },
    errorMessage: `A step needs one verb: ${names.join(', ')}.`,
    allOf: Object.entries(verbs).map(([name, verb]) => besideVerb(name, verb, words, commonNames)),
    defaultSnippets: Object.entries(verbs).map(([name, verb]) => snippet(name, verb)),
    examples,
  };
};

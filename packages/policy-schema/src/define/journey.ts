/** What documents that go step by step share: where the customer is, the main road, and the side roads. */
import { stepVerb, VERBS_OF } from '../step-verbs.js';
import type { CHANNELS } from '../vocabulary.js';
import { ID, list, oneOf, property, ref } from './build.js';
import type { Schemas } from '../schema.js';
import { stepSchema } from './steps.js';
import { COMMON_WORDS, OPTION_WORDS, targetDefinition, VERB_WORDS } from './step-words.js';

const CHANNEL_WORDS: Readonly<Record<Exclude<(typeof CHANNELS)[number], 'task'>, string>> = {
  phone: 'On the phone',
  chat: 'In a chat',
  message: 'Text messages',
  email: 'E-mail',
  web: 'On the web site',
  desk: 'At a counter',
  post: 'By letter',
};
export const channel = oneOf('Channel', 'Where the customer is.', CHANNEL_WORDS, 'phone');

/** The definitions that `steps` and `parts` of such a document refer to. */
export const stepDefinitions = (kind: keyof typeof VERBS_OF): Schemas => ({
  step: stepSchema(
    Object.fromEntries(VERBS_OF[kind].map((name) => [name, { ...stepVerb(name), value: VERB_WORDS[name] }])),
    OPTION_WORDS,
    COMMON_WORDS,
    [{ say: 'Welcome to Example Telecom.' }],
  ),
  target: targetDefinition,
});

export const steps = list('Steps', 'What happens, from top to bottom. The last step must end, pass the customer on, or say `then`.', ref('step'), [
  { say: 'Welcome.' },
  { queue: 'Service desk' },
]);

export const parts = property(
  'Parts',
  'Side roads, each with a name that `then`, `if-...` and choices can lead to. A part never runs on into the next part.',
  [{ closed: [{ say: 'We are closed.' }, { callback: 'Service desk', within: '1 working day' }, { end: 'arranged' }] }],
  {
    type: 'object',
    minProperties: 1,
    propertyNames: { pattern: ID, patternErrorMessage: 'Use small letters, digits and hyphens, such as other-check.' },
    additionalProperties: { type: 'array', minItems: 1, items: ref('step') },
  },
);

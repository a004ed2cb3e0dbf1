/** `flow:` documents. */
import { FLOW_VERB_NAMES, flowVerb } from '../flow-verbs.js';
import type { CHANNELS, ROLES } from '../vocabulary.js';
import { block, document, flag, id, ID, language, list, oneOf, phone, property, ref } from './build.js';
import { about, country, note, owner, reviewed, title } from './common.js';
import { ANYWHERE_WORDS, COMMON_WORDS, OPTION_WORDS, targetDefinition, VERB_WORDS } from './flow-words.js';
import type { Schema } from '../schema.js';
import { stepSchema } from './steps.js';

const CHANNEL_WORDS: Readonly<Record<Exclude<(typeof CHANNELS)[number], 'task'>, string>> = {
  phone: 'On the phone',
  chat: 'In a chat',
  message: 'Text messages',
  email: 'E-mail',
  web: 'On the web site',
  desk: 'At a counter',
  post: 'By letter',
};
const ROLE_WORDS: Readonly<Record<(typeof ROLES)[number], string>> = {
  entry: 'A customer arrives here',
  'sub-flow': 'Used by other flows, and returns',
  hold: 'Heard while waiting',
  whisper: 'Heard by staff before they are connected',
  'agent-guide': 'Shown to staff',
  'agent-transfer': 'Runs when staff pass a customer on',
  outbound: 'We ring or write to the customer',
};

const step = stepSchema(
  Object.fromEntries(FLOW_VERB_NAMES.map((name) => [name, { ...flowVerb(name), value: VERB_WORDS[name] }])),
  OPTION_WORDS,
  COMMON_WORDS,
  [{ say: 'Welcome to Example Telecom.' }],
);

const steps = list('Steps', 'What happens, from top to bottom. The last step must end, pass the customer on, or say `then`.', ref('step'), [
  { say: 'Welcome.' },
  { queue: 'Service desk' },
]);

const parts = property(
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

const anywhere: Schema = {
  ...block('Anywhere', 'What holds at every step that can have this outcome and does not say otherwise.', ANYWHERE_WORDS, [], {
    'if-silent': 'person',
    'asks-for-a-person': 'person',
  }),
  minProperties: 1,
};

export const flow = document(
  'flow',
  block(
    'Call or chat flow',
    'What happens to a customer who rings, writes or chats, step by step.',
    {
      flow: id('Flow', 'The name by which other documents speak of this flow.', 'change-of-address'),
      title: title('Change of address'),
      about: about('A customer moves house and wants the bill sent to the new address.'),
      channel: oneOf('Channel', 'Where the customer is.', CHANNEL_WORDS, 'phone'),
      language: language('en-GB'),
      country,
      owner,
      reviewed,
      role: oneOf('Role', 'What this flow is for. Left out: entry.', ROLE_WORDS, 'entry'),
      number: phone('Number', 'The number that customers ring to arrive here.', '+44 330 123 4567'),
      bot: flag('Bot', 'A bot speaks, in such a way that it could be taken for a person.'),
      note,
      anywhere,
      steps,
      parts,
    },
    ['flow', 'channel', 'steps'],
    { flow: 'opening-hours', channel: 'phone', steps: [{ say: 'Welcome.' }, { queue: 'Service desk' }] },
  ),
  { step, target: targetDefinition },
);

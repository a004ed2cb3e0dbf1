/** `flow:` documents. */
import type { ROLES } from '../vocabulary.js';
import { block, document, flag, id, language, oneOf, phone } from './build.js';
import { about, country, note, owner, reviewed, title } from './common.js';
import { ANYWHERE_WORDS } from './step-words.js';
import { channel, parts, stepDefinitions, steps } from './journey.js';
import type { Schema } from '../schema.js';

const ROLE_WORDS: Readonly<Record<(typeof ROLES)[number], string>> = {
  entry: 'A customer arrives here',
  'sub-flow': 'Used by other flows, and returns',
  hold: 'Heard while waiting',
  whisper: 'Heard by staff before they are connected',
  'agent-guide': 'Shown to staff',
  'agent-transfer': 'Runs when staff pass a customer on',
  outbound: 'We ring or write to the customer',
};

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
      channel,
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
  stepDefinitions('flow'),
);

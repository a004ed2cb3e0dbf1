/** `script:` documents. */
import { among, block, document, duration, id, language, list, oneOf, property, text, texts, words } from './build.js';
import { about, country, note, owner, reviewed, title } from './common.js';
import { channel, parts, stepDefinitions, steps } from './journey.js';
import type { Schema } from '../schema.js';

/** What a customer is there for. The names are those of `topic` in rules. */
const PURPOSES = {
  service: 'Help',
  complaint: 'A complaint',
  cancel: 'Leaving',
  feedback: 'Feedback',
  bereavement: 'A death',
  hardship: 'Money trouble or illness',
  claim: 'A claim',
  sales: 'Buying',
  other: 'Something else',
} as const;

const EXACTLY = {
  all: 'Every line',
  'legal-lines': 'Only lines that are meant as legal',
  none: 'Nothing; the words are an example',
} as const;

const ANSWERED = {
  question: 'A question',
  complaint: 'A complaint',
  feedback: 'Feedback',
  'low-score': 'A poor score',
  cancel: 'A wish to leave',
} as const;

const FOLLOWS = ['open-case', 'tell-owner', 'callback', 'refund', 'change-made', 'answer-later'] as const;

const reply = block(
  'Reply',
  'One ready-made answer.',
  {
    id: id('Name', 'The name of this reply.', 'low-score'),
    when: text('When', 'When it is used.', 'A customer gives 1 or 2 of 5'),
    answers: oneOf('Answers', 'What it is an answer to.', ANSWERED, 'low-score'),
    text: words('Text', 'What the customer reads.', 'I am sorry that we let you down. Jo will ring you by {time}.'),
    then: list('Then', 'What happens besides the text. Leave it out if nothing happens.', among(FOLLOWS), ['open-case', 'tell-owner']),
    within: duration('Within', 'The promise: how soon we ring back or answer.', '2 working days'),
    owner,
    note,
  },
  ['id', 'text'],
  { id: 'low-score', text: 'I am sorry that we let you down. Jo will ring you by {time}.', then: ['open-case', 'callback'] },
);

const told = (heading: string, description: string, example: string): Schema => list(heading, description, texts, [example]);

export const script = document(
  'script',
  {
    ...block(
      'Script',
      'What staff say and do when a customer is with them, step by step, and their ready-made replies.',
      {
        script: id('Script', 'The name of this script.', 'forgotten-password'),
        title: title('The customer has forgotten the password'),
        about: about('A customer wants something done and does not have the password.'),
        channel,
        language: language('en-GB'),
        country,
        owner,
        reviewed,
        for: text('For', 'Which team uses it.', 'Service desk'),
        purpose: oneOf('Purpose', 'What the customer is there for.', PURPOSES, 'service'),
        'word-for-word': oneOf(
          'Word for word',
          'How much must be said exactly as written. Left out, the words are an example.',
          EXACTLY,
          'legal-lines',
        ),
        always: told('Always', 'What staff are told always to do.', 'Take the number to ring back before you pass a customer on.'),
        never: told('Never', 'What staff are told never to do.', 'Never ask for a full password.'),
        note,
        steps,
        parts,
        replies: property(
          'Replies',
          'Ready-made answers.',
          [[{ id: 'low-score', text: 'Thank you. Jo will ring you by {time}.', then: ['open-case'] }]],
          {
            type: 'array',
            minItems: 1,
            items: reply,
          },
        ),
      },
      ['script'],
      { script: 'forgotten-password', purpose: 'service', steps: [{ say: 'Let us use another way.' }, { end: 'solved' }] },
    ),
  },
  stepDefinitions('script'),
);

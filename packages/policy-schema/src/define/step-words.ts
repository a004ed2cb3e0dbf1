/** What an editor shows for each verb and option of a flow or a script. Which option goes with which verb stands in `../flow-verbs.ts`. */
import type { StepOption, StepVerbName } from '../step-verbs.js';
import { among, count, duration, flag, id, ids, list, oneOf, oneOfPattern, oneOrMore, phone, property, ref, text, words } from './build.js';
import { METHODS, note } from './common.js';
import type { Schema } from '../schema.js';

const WHERE =
  'Name a step (`id`) or a part; or write `next` (the next line), `again` (this step once more), `end` (hang up) or, in a sub-flow, `return` or `return-failed`; or write steps here, indented.';

/** The definition that every target refers to. */
export const targetDefinition: Schema = property('Target', WHERE, ['person', 'end', [{ say: 'We are closed.' }, { end: 'closed' }]], {
  type: ['string', 'array'],
  minLength: 1,
  minItems: 1,
  items: ref('step'),
});

/** A place in the flow to go to. */
const target = (title: string, description: string, ...examples: string[]): Schema =>
  property(title, `${description} ${WHERE}`, examples, { allOf: [ref('target')] });

/** Labels, each with the place it leads to. */
const targets = (title: string, description: string, example: Readonly<Record<string, string>>): Schema =>
  property(title, `${description} ${WHERE}`, [example], { type: 'object', minProperties: 1, additionalProperties: ref('target') });

export const VERB_WORDS: Readonly<Record<StepVerbName, Schema>> = {
  say: words('Say', 'Tell the customer something.', 'Welcome to Example Telecom.'),
  play: text('Play', 'A recording or music, by name. Give its words as `transcript`, if it has any.', 'hold-music.wav'),
  hear: words('Hear', 'What the customer says, as an example. Rules about your own words do not read it.', 'I have lost my password.'),
  menu: words('Menu', 'Offer choices; these are the words that introduce them.', 'How can we help?'),
  ask: words('Ask', 'Ask the customer for one thing.', 'What is your account number?'),
  verify: oneOrMore(
    'Verify',
    `Check that it is really the customer: one way, or a list from which the customer may choose. Ways: ${METHODS.join(', ')}.`,
    METHODS,
    'one-time-code',
    ['password', 'one-time-code'],
  ),
  hours: text('Opening hours', 'Look at the clock: whose opening hours?', 'Service desk'),
  check: text('Check', 'A question that the system answers, not the customer.', 'Is there an outage at this address?'),
  do: text('Do', 'Something done for the customer: look up, change, send.', 'Send a link to reset the password'),
  'open-case': text('Open a case', 'Write the problem down as a case with a number, and say what it is about.', 'Change of address'),
  queue: text('Queue', 'Wait for a person of this team. The next line is not reached: a person answers, or an if-... line applies.', 'Service desk'),
  transfer: text('Transfer', 'Pass the customer on: where to? The next line is not reached.', 'Billing', '+44 20 7946 0018'),
  person: text('Person', 'A person takes over: who?', 'Service desk'),
  callback: text('Callback', 'We ring the customer back: who does?', 'Service desk'),
  voicemail: text('Voicemail', 'The customer leaves a message: for whom?', 'Billing team'),
  survey: words('Survey', 'Ask how it went.', 'How well did we help you today, from 1 to 5?'),
  use: id('Use another flow', 'Go through another flow and come back to the next line.', 'check-identity'),
  repeat: id('Repeat', 'Go back to an earlier step or part; when `times` is used up, the next line.', 'waiting'),
  unknown: text(
    'Unknown',
    'Nobody here knows what happens at this point: say why. Rules will answer "unknown", not "fine".',
    'The partner runs this part.',
  ),
  end: oneOf(
    'End',
    'The contact ends. Why?',
    {
      solved: 'The customer has what they came for',
      arranged: 'Help is on its way: a callback, an appointment, an answer by a date',
      'not-solved': 'The customer has to try again',
      closed: 'We are closed',
      declined: 'The customer did not want more',
      abuse: 'Abuse',
      'wrong-number': 'Wrong number',
      fraud: 'Suspected fraud',
      outbound: 'We rang the customer; nothing was asked',
    },
    'solved',
    'not-solved',
  ),
};

export const COMMON_WORDS: Readonly<Record<'id' | 'note', Schema>> = {
  id: id('Name of this step', 'Only needed when another step comes back here. Unique in the document.', 'other-check'),
  note,
};

const OUTCOME_WORDS = {
  'if-wrong': target('If wrong', 'What happens when the check fails.', 'other-check'),
  'if-cannot': target(
    'If the customer cannot',
    'What happens when the customer does not have it: forgotten, lost, no phone at hand. Left out, it is the same as `if-wrong`.',
    'other-check',
  ),
  'if-silent': target('If silent', 'What happens when the customer says and presses nothing, after the last try.', 'person'),
  'if-unclear': target('If unclear', 'What happens when the answer is not understood, after the last try.', 'person'),
  'if-invalid': target('If not valid', 'What happens when the answer has the wrong form, such as too few digits.', 'again'),
  'if-closed': target('If closed', 'What happens outside opening hours.', 'closed'),
  'if-open': target('If open', 'What happens within opening hours, when it is not the next line.', 'queue'),
  'if-yes': target('If yes', 'Where to go when the answer is yes, when it is not the next line.', 'outage'),
  'if-no': target('If no', 'Where to go when the answer is no, when it is not the next line.', 'main-menu'),
  'if-not-done': target('If it could not be done', 'What happens when nothing is found or the task cannot be done.', 'person'),
  'if-broken': target('If broken', 'What happens when the system behind this step fails.', 'person'),
  'if-full': target('If full', 'What happens when no more customers may wait, or the line is busy.', 'call-me-back'),
  'if-too-long': target('If too long', 'What happens when `wait-at-most` has passed.', 'call-me-back'),
  'if-no-answer': target('If nobody answers', 'What happens when nobody picks up.', 'voicemail'),
  'if-not-solved': target('If not solved', 'What happens when this person cannot solve it.', 'second-line'),
  'if-low': target('If the score is low', 'What happens after a low score.', 'make-it-right'),
  'if-declined': target('If declined', 'What happens when the customer does not want this.', 'queue'),
  'if-failed': target('If failed', 'What happens when the other flow ends with `return-failed`.', 'person'),
  afterwards: target('Afterwards', 'What happens when the customer has finished with the person; left out, the contact ends there.', 'survey'),
};

/** What happens wherever a step does not say otherwise. */
export const ANYWHERE_WORDS: Readonly<Record<'if-silent' | 'if-unclear' | 'if-broken' | 'asks-for-a-person', Schema>> = {
  'if-silent': OUTCOME_WORDS['if-silent'],
  'if-unclear': OUTCOME_WORDS['if-unclear'],
  'if-broken': OUTCOME_WORDS['if-broken'],
  'asks-for-a-person': target('Asks for a person', 'Where the customer comes to by pressing 0 or asking for a person.', 'person'),
};

export const OPTION_WORDS: Readonly<Record<StepOption, Schema>> = {
  ...OUTCOME_WORDS,
  then: target('Then', 'Where to go after this step, when it is not the next line.', 'change-address', 'end'),
  choices: targets('Choices', 'What the customer may choose, each with where it leads. Start with the key to press if there is one.', {
    '1 Change my address': 'identify',
    '0 Speak to a person': 'person',
  }),
  answers: targets('Answers', 'Answers that lead to different places, each with where it leads.', {
    'I have it': 'enter-password',
    'No, forgotten': 'other-check',
  }),
  saying: words(
    'Saying',
    'What the customer hears or reads at this step. `{case-number}`, `{wait}`, `{position}`, `{time}` and `{name}` are filled in.',
    'I am putting you through to Billing. Your case number is {case-number}.',
  ),
  as: oneOf(
    'Meant as',
    'What the words are for.',
    {
      greeting: 'Greeting',
      question: 'A question',
      explanation: 'Explains',
      answer: 'Answers what was asked',
      apology: 'Says sorry',
      offer: 'Offers another way',
      promise: 'Says what happens next and when',
      sale: 'Offers something to buy',
      empathy: 'Shows understanding',
      legal: 'Wording required by law',
      goodbye: 'Farewell',
    },
    'apology',
  ),
  interruptible: flag('Can be interrupted', 'The customer may answer or choose before it ends.', false),
  'word-for-word': flag('Word for word', 'Must be said exactly so.'),
  lasts: duration('Lasts', 'How long it plays.', '30 seconds'),
  transcript: words('Transcript', 'The words in the recording. Without them nothing can be said about it.', 'All our people are busy.'),
  'answer-by': list('Answer by', 'How the customer may answer.', among(['keys', 'speech', 'buttons', 'typing']), ['keys', 'speech']),
  tries: count('Tries', 'How often the customer may try in all before the if-... lines apply. 1 means no second chance.', 3, {
    minimum: 1,
    maximum: 20,
  }),
  for: id(
    'For',
    'The detail asked for: one word, used again wherever the same thing is asked. This is how asking twice is found.',
    'account-number',
    'postcode',
  ),
  'skip-if-known': flag('Skip if known', 'Do not ask again when we already know it.'),
  'skip-if-verified': flag('Skip if verified', 'Do not check again when the customer has already been verified.'),
  of: oneOf(
    'About',
    'What is looked at.',
    {
      'known-details': 'Whether we already know a detail; name it in `for`',
      attempts: 'How often something was tried',
      staffing: 'Whether people are at work, or how long the wait is',
      outage: 'A known fault',
      customer: 'Something about this customer',
      other: 'Anything else',
    },
    'known-details',
  ),
  sets: list('Makes known', 'Details that are known after this step.', ids, ['account-number']),
  owner: text(
    'Owner',
    'Who keeps the problem after this step: the person who answered, or a named team.',
    'the person who answered',
    'Complaints team',
  ),
  within: duration('Within', 'The promise: how soon we ring back or answer.', '2 hours', '1 working day'),
  hold: id('While waiting', 'The flow that the customer hears while waiting.', 'hold-music'),
  'wait-at-most': duration('Wait at most', 'The longest wait before `if-too-long` applies.', '5 minutes', '45 minutes'),
  'talk-at-most': duration(
    'Talk at most',
    'The longest talk with a person; then the contact is ended, however far it has come. Left out: nobody ends it.',
    '15 minutes',
    '2 hours',
  ),
  tells: list('Tells', 'What the waiting customer is told.', among(['wait', 'position', 'callback-offer']), ['wait', 'position']),
  keeps: property(
    'Keeps',
    'What the next person already knows: `everything`, `nothing`, or a list of details. Left out: everything within one system, nothing to a phone number.',
    ['everything', ['account-number', 'reason']],
    {
      type: ['string', 'array'],
      ...oneOfPattern(['everything', 'nothing']),
      patternErrorMessage: 'Write everything, nothing, or a list of details.',
      minItems: 1,
      items: ids,
    },
  ),
  to: oneOf(
    'To',
    'What kind of place this is. Left out: a flow of that name if there is one, otherwise a team.',
    {
      flow: 'Another flow',
      team: 'A team or queue',
      number: 'A phone number',
      partner: 'Another company',
    },
    'team',
  ),
  warm: flag('Warm', 'The first person stays on until the next one knows what it is about.'),
  'direct-number': phone('Direct number', 'A number that leads straight back to this person or team.', '+44 330 123 4571'),
  by: oneOf(
    'By',
    'Who rings back.',
    { 'same-person': 'The person the customer spoke to', 'same-team': 'The same team', anyone: 'Whoever is free' },
    'same-person',
  ),
  'goes-to': text('Goes to', 'Who hears it.', 'Billing team'),
  scale: property('Scale', 'Lowest and highest score.', ['1-5'], {
    type: 'string',
    pattern: '^\\d+-\\d+$',
    patternErrorMessage: 'Write two numbers with a hyphen: 1-5 or 0-10.',
  }),
  low: count('Low', 'The highest score that still counts as low.', 2),
  times: count('Times', 'How often at most. Without it the loop is endless.', 3, { minimum: 1 }),
};

import { describe, expect, test } from 'vitest';
import { OUTCOMES, VERBS_OF, schemaOf, stepVerb, validate } from '../src/index.js';
import { said } from './yaml.js';

const inSteps = (steps: string): string => `flow: lost-card\nchannel: phone\nsteps:\n${steps.replace(/^/gmu, '  ')}`;

const GOOD = {
  'every verb, with its options': `
- say: Welcome.
  as: greeting
  interruptible: false
- play: chime.wav
  lasts: 3 seconds
  transcript: { en: Hello, es: Hola }
- ask: { en: Which card?, es: ¿Qué tarjeta? }
  for: card
  answer-by: [keys, speech]
  skip-if-known: true
  tries: 2
  if-silent: again
  answers:
    Debit: block
    Credit:
      - say: One moment.
- verify: [app, one-time-code]
  skip-if-verified: true
  if-wrong: person
  if-cannot:
    - transfer: Branch
      to: team
      warm: true
      keeps: [card]
      if-no-answer: end
- hours: Card team
  if-closed: person
- check: Is the card known?
  of: known-details
  for: card
  if-yes: next
  answers: { No: block }
- do: Block the card
  sets: [case-number]
  if-not-done: person
  if-broken: person
- open-case: Lost card
  owner: Card team
  within: 1 working day
- survey: How did we do?
  scale: 1-5
  low: 2
  if-low: person
- use: check-identity
  if-failed: person
- repeat: asking
  times: 2
- unknown: The partner runs this.
- callback: Card team
  by: same-team
  if-declined: end
- voicemail: Card team
  goes-to: Card team
- person: Card team
  direct-number: "+44 330 123 4571"
  if-not-solved: person
  afterwards: end`,
  'a menu and a queue': `
- id: main
  note: Agreed in May.
  menu: How can we help?
  choices: { 1 Lost card: end, 0 A person: main }
  tries: 2
  if-unclear: again
- queue: Service
  hold: music
  wait-at-most: 5 minutes
  tells: [wait, position]
  keeps: everything
  if-too-long: end
- end: arranged
  saying: Goodbye.`,
} as const;

describe('good flows', () => {
  test.each(Object.entries(GOOD))('%s', (_, steps) => {
    expect(said('flow', inSteps(steps))).toEqual([]);
  });

  test('every key of the document', () => {
    expect(
      said(
        'flow',
        `
flow: lost-card
title: Lost card
about: A card is gone.
channel: chat
language: en-GB
country: GB
owner: Card team
reviewed: 2026-10-01
role: sub-flow
number: "+44 330 123 4567"
bot: true
note: For us.
anywhere: { if-silent: person, if-unclear: again, if-broken: person, asks-for-a-person: person }
steps: [{ say: Hello., then: return }]
parts: { person: [{ person: Card team }] }`,
      ),
    ).toEqual([]);
  });
});

/** A mistake in the steps, and all that is said of it. */
const STEP_MISTAKES: readonly (readonly [string, string, readonly string[]])[] = [
  ['misspelt verb', '- sya: Hello', ['@steps.0.sya: `sya` is not a step. Did you mean `say`?']],
  [
    'misspelt verb beside options',
    '- vefiry: password\n  if-wrong: end\n  tries: 2',
    ['@steps.0.vefiry: `vefiry` is not a step. Did you mean `verify`?'],
  ],
  ['a word from elsewhere', '- hang up: now', ['@steps.0.hang up: `hang up` is not a step. Did you mean `end`?']],
  [
    'two verbs',
    '- say: Your password?\n  verify: password\n  if-wrong: end',
    ['@steps.0.verify: Two verbs in one step: `say` and `verify`. Give each its own line with a dash, or write the words as `saying:`.'],
  ],
  [
    'two verbs, neither says anything',
    '- hours: Desk\n  if-closed: end\n  end: closed',
    ['@steps.0.end: Two verbs in one step: `hours` and `end`. Give each its own line with a dash.'],
  ],
  [
    'an option alone',
    '- then: end',
    [
      'steps.0: `then` stands beside a verb, and this step has none. Say what happens: say, play, menu, ask, verify, hours, check, do, open-case, queue, transfer, person, callback, voicemail, survey, use, repeat, unknown, end.',
    ],
  ],
  ['words alone', '- saying: Hello', ['@steps.0.saying: `saying` stands beside another verb. Words alone are a step `say`.']],
  ['a verb without a colon', '- end', ['steps.0: A step is a verb with a colon and a value, such as `- end: solved`.']],
  ['text instead of a step', '- Hello there', ['steps.0: A step starts with a verb and a colon; this is text. For example: `- say: Welcome.`']],
  [
    'then after queue',
    '- queue: Desk\n  then: survey',
    [
      '@steps.0.then: `then` does not go with `queue`. The next line is not reached from here; use `afterwards` for what follows the talk, or an `if-...` line.',
    ],
  ],
  ['then after end', '- end: solved\n  then: next', ['@steps.0.then: `then` does not go with `end`. The contact is over here.']],
  [
    'goto after menu',
    '- menu: Hi\n  choices: { 1 A: end }\n  goto: main',
    ['@steps.0.goto: `goto` does not go with `menu`. Each of the `choices` says where it leads.'],
  ],
  [
    'an option of another verb',
    '- say: Hi\n  tries: 3',
    ['@steps.0.tries: `tries` does not go with `say`. Possible here: as, interruptible, word-for-word, then, id, note.'],
  ],
  [
    'misspelt option',
    '- verify: pin\n  if-wrong: end\n  if-cant: end',
    ['@steps.0.if-cant: `if-cant` does not go with `verify`. Did you mean `if-cannot`?'],
  ],
  [
    'misspelt option that is compulsory',
    '- verify: pin\n  if-wrnog: end',
    ['@steps.0.if-wrnog: `if-wrnog` does not go with `verify`. Did you mean `if-wrong`?'],
  ],
  [
    'an option from elsewhere',
    '- verify: pin\n  on-failure: end',
    ['@steps.0.on-failure: `on-failure` does not go with `verify`. Did you mean `if-wrong`?'],
  ],
  ['if-wrong missing', '- verify: pin', ['steps.0: `verify` needs `if-wrong`: what happens when the check fails.']],
  ['choices missing', '- menu: What now?', ['steps.0: `menu` needs `choices`: what the customer may choose, each with where it leads.']],
  ['if-closed missing', '- hours: Desk', ['steps.0: `hours` needs `if-closed`: what happens outside opening hours.']],
  [
    'choices as a list',
    '- menu: Hi\n  choices: [1 Bill]',
    [
      'steps.0.choices: `choices` must be a block of keys, not a list. For example: `choices: { "1 Change my address": identify, "0 Speak to a person": person }`.',
    ],
  ],
  ['a word for a number', '- ask: Hi\n  tries: two', ['steps.0.tries: `tries` must be a whole number, not text. For example: `tries: 3`.']],
  ['a number out of range', '- ask: Hi\n  tries: 0', ['steps.0.tries: `tries` must be at least 1, not 0.']],
  ['a way to verify', '- verify: pasword\n  if-wrong: end', ['steps.0.verify: `verify` cannot be `pasword`. Did you mean `password`?']],
  [
    'a way in a list',
    '- verify: [pin, otp]\n  if-wrong: end',
    ['steps.0.verify.1: Entry 2 of `verify` cannot be `otp`. Did you mean `one-time-code`?'],
  ],
  [
    'an empty end',
    '- end:',
    ['steps.0.end: `end` is empty. Write one of: solved, arranged, not-solved, closed, declined, abuse, wrong-number, fraud, outbound.'],
  ],
  ['an unknown end', '- end: resolved', ['steps.0.end: `end` cannot be `resolved`. Did you mean `solved`?']],
  [
    'a time without a unit',
    '- callback: Desk\n  within: 2',
    ['steps.0.within: `within` must be text. Write a number and a unit: 30 seconds, 2 hours, 1 working day.'],
  ],
  [
    'a time in short',
    '- callback: Desk\n  within: 2h',
    ['steps.0.within: `within` cannot be `2h`. Write a number and a unit: 30 seconds, 2 hours, 1 working day.'],
  ],
  ['an empty target', '- say: Hi\n  then:', ['steps.0.then: `then` is empty. For example: `then: person`.']],
  [
    'a mistake deep inside',
    '- menu: Hi\n  choices:\n    1 A:\n      - say: Yes\n        then:\n          - endd: solved',
    ['@steps.0.choices.1 A.0.then.0.endd: `endd` is not a step. Did you mean `end`?'],
  ],
  [
    'two mistakes in two steps',
    '- sya: Hi\n- queue: Desk\n  if-ful: end',
    ['@steps.0.sya: `sya` is not a step. Did you mean `say`?', '@steps.1.if-ful: `if-ful` does not go with `queue`. Did you mean `if-full`?'],
  ],
];

describe('mistakes in steps', () => {
  test.each(STEP_MISTAKES)('%s', (_, steps, messages) => {
    expect(said('flow', inSteps(steps))).toEqual(messages);
  });
});

const DOCUMENT_MISTAKES: readonly (readonly [string, string, readonly string[]])[] = [
  [
    'misspelt keys, and no word of what they stand for',
    'flow: x\nchanel: phone\nstep: [{ end: solved }]',
    [
      '@chanel: `chanel` does not belong in a flow document. Did you mean `channel`?',
      '@step: `step` does not belong in a flow document. Did you mean `steps`?',
    ],
  ],
  ['missing keys', 'flow: x\nsteps: [{ end: solved }]', [': A flow document needs `channel`: where the customer is.']],
  [
    'a bad name',
    'flow: Lost Card\nchannel: phone\nsteps: [{ end: solved }]',
    ['flow: `flow` cannot be `Lost Card`. Use small letters, digits and hyphens, such as change-of-address.'],
  ],
  ['a bad channel', 'flow: x\nchannel: telephone\nsteps: [{ end: solved }]', ['channel: `channel` cannot be `telephone`. Did you mean `phone`?']],
  [
    'a bad part',
    'flow: x\nchannel: phone\nsteps: [{ end: solved }]\nparts: { Other Check: [{ end: solved }] }',
    ['@parts.Other Check: `Other Check` is not a possible name here. Use small letters, digits and hyphens, such as other-check.'],
  ],
  ['an empty part', 'flow: x\nchannel: phone\nsteps: [{ end: solved }]\nparts: { other: [] }', ['parts.other: `other` is empty.']],
  [
    'anywhere misspelt',
    'flow: x\nchannel: phone\nanywhere: { if-silence: end }\nsteps: [{ end: solved }]',
    ['@anywhere.if-silence: `if-silence` does not belong in `anywhere`. Did you mean `if-silent`?'],
  ],
  [
    'a date',
    'flow: x\nchannel: phone\nreviewed: 1 May\nsteps: [{ end: solved }]',
    ['reviewed: `reviewed` cannot be `1 May`. Write a date as year-month-day: 2026-11-30.'],
  ],
  [
    'a list',
    '- flow: x',
    [
      ': This document must be a block of keys, not a list. For example: `{ flow: opening-hours, channel: phone, steps: [{ say: Welcome. }, { queue: Service desk }] }`.',
    ],
  ],
];

describe('mistakes in the document', () => {
  test.each(DOCUMENT_MISTAKES)('%s', (_, yaml, messages) => {
    expect(said('flow', yaml)).toEqual(messages);
  });

  test('a number without quotes is offered as it was written', () => {
    const problems = validate('flow', { flow: 'x', channel: 'phone', number: 448001234567, steps: [{ end: 'solved' }] }, () => '+448001234567');
    expect(problems).toEqual([{ route: ['number'], atKey: false, message: '`number` must be text. Put it in quotes: "+448001234567".' }]);
  });

  test.each([null, undefined, 7, 'x', [], {}])('%j is no flow, and no crash', (value) => {
    expect(validate('flow', value).length).toBeGreaterThan(0);
  });
});

describe('the table of verbs', () => {
  test('every if-... option has an event, and every outcome belongs to a verb', () => {
    const used = new Set(
      VERBS_OF.flow.flatMap((name) => stepVerb(name).options).filter((option) => option.startsWith('if-') || option === 'afterwards'),
    );
    expect([...used].sort()).toEqual(Object.keys(OUTCOMES).sort());
  });

  test.each(VERBS_OF.flow)('%s: what is compulsory, or unknown when left out, is one of its options', (name) => {
    const { options, compulsory, leftOut } = stepVerb(name);
    const named = [...compulsory, ...leftOut.flatMap((left) => [left.outcome, ...(left.with ? [left.with] : [])])];
    expect(named.filter((option) => !options.includes(option))).toEqual([]);
  });

  test.each(VERBS_OF.flow)('%s: the schema knows it', (name) => {
    const { step } = schemaOf('flow')['$defs'] as { step: { properties: Record<string, unknown> } };
    expect(step.properties).toHaveProperty([name]);
  });
});

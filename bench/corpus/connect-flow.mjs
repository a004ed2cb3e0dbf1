/** Amazon Connect's flow language as its API and console give it: about 7 KB each. */
import { QUESTIONS, REMARKS, TASKS, TEAMS } from './words.mjs';

const ARN = 'arn:aws:connect:eu-west-2:111122223333:instance/5f0c7a52-3b7e-4b0e-9d61-2f6f0d9c1a11';
const FAILS = 'NoMatchingError';

const otherwise = (NextAction, ErrorType = FAILS) => ({ NextAction, ErrorType });
const action = (Identifier, Type, Parameters, Transitions) => ({ Identifier, Type, Parameters, Transitions });

const say = (id, Text, next) => action(id, 'MessageParticipant', { Text }, { NextAction: next, Errors: [otherwise(next)] });

const menu = (id, Text, choices, wrong) =>
  action(
    id,
    'GetParticipantInput',
    { Text, StoreInput: 'False', InputTimeLimitSeconds: '8' },
    {
      NextAction: wrong,
      Conditions: choices.map(([digit, NextAction]) => ({ NextAction, Condition: { Operator: 'Equals', Operands: [digit] } })),
      Errors: [otherwise(wrong, 'InputTimeLimitExceeded'), otherwise(wrong, 'NoMatchingCondition'), otherwise(wrong)],
    },
  );

/** Books a callback, and takes a message where that fails. */
const callback = [
  action(
    'call-back',
    'UpdateContactCallbackNumber',
    { CallbackNumber: '$.CustomerEndpoint.Address' },
    {
      NextAction: 'book',
      Errors: [otherwise('message', 'InvalidCallbackNumber'), otherwise('message', 'CallbackNumberNotDialable'), otherwise('message')],
    },
  ),
  action(
    'book',
    'CreateCallbackContact',
    { InitialCallDelaySeconds: '60', MaximumConnectionAttempts: '3', RetryDelaySeconds: '600' },
    {
      NextAction: 'booked',
      Errors: [otherwise('message')],
    },
  ),
  say('booked', 'We ring you back within two hours.', 'hang-up'),
  say('message', 'Please leave a message after the tone. We ring you within one working day.', 'record'),
  // Flows of Amazon Connect record by asking and saying nothing.
  action(
    'record',
    'GetParticipantInput',
    { SSML: '<speak><break time="10s"/></speak>', StoreInput: 'False', InputTimeLimitSeconds: '60' },
    {
      NextAction: 'hang-up',
      Conditions: [{ NextAction: 'hang-up', Condition: { Operator: 'Equals', Operands: ['#'] } }],
      Errors: [otherwise('hang-up', 'InputTimeLimitExceeded'), otherwise('hang-up', 'NoMatchingCondition'), otherwise('hang-up')],
    },
  ),
];

/** A person, or a callback for whoever would rather not wait. */
const handover = (index, noQueue) => [
  menu(
    'to-person',
    'To wait for a person press 0. If we may ring you back press 2.',
    [
      ['0', 'choose-queue'],
      ['2', 'call-back'],
    ],
    'choose-queue',
  ),
  action('choose-queue', 'UpdateContactTargetQueue', { QueueId: `${ARN}/queue/${index}` }, { NextAction: 'transfer', Errors: [otherwise(noQueue)] }),
  action('transfer', 'TransferContactToQueue', {}, { NextAction: noQueue, Errors: [otherwise(noQueue, 'QueueAtCapacity'), otherwise(noQueue)] }),
];

/** What callers hear at the end. */
const answers = (done) => [
  say('done', done.replaceAll(/[{}]/gu, ''), 'hang-up'),
  say('fault', 'We know of the fault, and we tell you by text when it is mended.', 'hang-up'),
  say('closed', 'We are open on weekdays from nine to five. Please call again then, or visit our website.', 'hang-up'),
];

const hours = (index) =>
  action(
    'hours',
    'CheckHoursOfOperation',
    { HoursOfOperationId: `${ARN}/operating-hours/${index}` },
    {
      NextAction: 'closed',
      Conditions: [
        { NextAction: 'main-menu', Condition: { Operator: 'Equals', Operands: ['True'] } },
        { NextAction: 'closed', Condition: { Operator: 'Equals', Operands: ['False'] } },
      ],
      Errors: [otherwise('closed')],
    },
  );

/** About one flow in seven has a fault: a way out that somebody has tied to the end. */
const steps = (index, random) => {
  const [, label, , done] = random.pick(TASKS);
  const [, question] = random.pick(QUESTIONS);
  const lost = random.chance(0.08) ? 'hang-up' : 'to-person';
  const noQueue = random.chance(0.08) ? 'hang-up' : 'call-back';
  return [
    say('welcome', `Welcome to Example Telecom. ${random.pick(REMARKS)}`, 'hours'),
    hours(index),
    menu(
      'main-menu',
      `Press 1 for ${label}, 2 to report a fault, or 0 to speak to a person.`,
      [
        ['1', 'look-up'],
        ['2', 'fault'],
        ['0', 'to-person'],
      ],
      lost,
    ),
    action(
      'look-up',
      'InvokeLambdaFunction',
      { LambdaFunctionARN: `arn:aws:lambda:eu-west-2:111122223333:function:look-up-${index}`, InvocationTimeLimitSeconds: '8' },
      {
        NextAction: 'is-known',
        Errors: [otherwise('to-person')],
      },
    ),
    action(
      'is-known',
      'Compare',
      { ComparisonValue: '$.External.known' },
      {
        NextAction: 'ask',
        Conditions: [{ NextAction: 'done', Condition: { Operator: 'Equals', Operands: ['true'] } }],
        Errors: [otherwise('ask', 'NoMatchingCondition')],
      },
    ),
    menu(
      'ask',
      `${question} Then press 1, or 0 for a person.`,
      [
        ['1', 'done'],
        ['0', 'to-person'],
      ],
      lost,
    ),
    ...answers(done),
    ...handover(index, noQueue),
    ...callback,
    action('hang-up', 'DisconnectParticipant', {}, {}),
  ];
};

/** One flow; `index` makes its name its own. */
export const connectFlow = (index, random) => {
  const Actions = steps(index, random);
  const placed = Object.fromEntries(Actions.map(({ Identifier }, at) => [Identifier, { position: { x: 160 * at, y: 40 * random.below(20) } }]));
  const Metadata = { name: `${random.pick(TEAMS)} ${index}`, type: 'contactFlow', entryPointPosition: { x: 20, y: 20 }, ActionMetadata: placed };
  return `${JSON.stringify({ Version: '2019-10-30', StartAction: 'welcome', Metadata, Actions })}\n`;
};

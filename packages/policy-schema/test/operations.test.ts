import { describe, expect, test } from 'vitest';
import { said } from './yaml.js';

const inDocument = (sections: string): string => `operations: example-bank\n${sections}`;

test('every key of the document', () => {
  expect(
    said(
      'operations',
      `
operations: example-bank
title: Retail bank
about: How the service desk works.
language: en-GB
country: GB
owner: Jane Ito
reviewed: 2026-09-01
note: For us.
sponsor: Ruth Lang
priorities: [customer, staff, task, rules, revenue, cost, profit]
teams:
  - { team: Service desk, does: service, lead: Sam Okoro, hired-for: [kindness, judgement], people-needed: 24, people-planned: 20, note: x }
  - { team: Board, does: executive, days-with-customers: 12 }
pay: [{ team: Service desk, rewards: problems-solved, share: 12.5%, why: Fewer people ring twice. }]
measures: [{ measure: handle-time, team: Service desk, at-most: 4 minutes, target: "80%", use: planning, consequence: none, weight: 30% }]
authority:
  - { team: Service desk, may: refund, up-to: 99.50 GBP, approvals: 0, when: Always, second-guessed: false }
  - { team: Service desk, may-not: end-contact }
coaching: { hours-a-week: 2.5, calls-listened: 5 a month, by: Leads, from-feedback: true, training-hours: 40, who-is-trained: [front-line, leaders] }
processes: [{ process: Change of address, owner: Jane Ito, reviewed: 2026-10-01, looked-at-every: 1 year, for-customers: Safety. }]
automation: [{ machine: Chat bot, because: [speed, hours], instead: Write “person”. }]
judged-by: [customers, auditor]
changes-told-to: [customers]
verification:
  ways: [password, one-time-code]
  tasks: [{ task: Opening hours, risk: none, needs: [[]], by: [web, branch] }]
  if-it-fails: [another-way, person]
fees:
  - { fee: advice-fee, amount: 30 AUD, every: month, charged-for: A review, only-if: service-delivered, stops-on: [death], paid-back-from: date-of-death, looked-at-every: 12 months, told-where: /prices }
contract: { join-by: [web], leave-by: [web, phone], leaving-fee: 0 GBP, notice-period: 1 month, offers-to-stay: 1 }
data-sharing: [{ to: Card maker, data: [name], purpose: service, basis: contract, default: not-shared, withdraw: /privacy }]
your-data: { see: /a, correct: /a, take-along: /a, delete: /a, withdraw-consent: /a, kept-for: 2 years }
numbers: [{ number: "+44 330 123 4567", for: existing customers, cost-told: Free }]
hours: [{ team: Service desk, open: ["Mon-Fri 08:00-20:00", Sat 09:00-13:00, always], time-zone: Europe/London, when-closed: callback }]
waiting: { callback-after: 3 minutes, cut-off-after: 45 minutes, transfers-at-most: 2 }
support: { price: free, until: no-end, rung-afterwards: true }
complaints: { where: [phone], owner: Ruth Lang, acknowledged-within: 1 working day, answered-within: 8 weeks, case-number: true, apology: free, escalation: Ombudsman, root-causes: true }
special-care: [{ when: bereavement, team: Service desk, does: [stop-fees], skips: [password] }]
feedback:
  - { from: survey, owner: Sam, every: 1 week, goes: [A, B], answered-within: 2 days, acted-on-within: 30 days, customer-told: true, asked-with: { en: How was it?, es: ¿Qué tal? },
      low-score: { up-to: 2, then: callback, within: 2 days, owner: Sam }, asks-for-reviews: everybody, praise: shared, used-against-staff: false }`,
    ),
  ).toEqual([]);
});

/** A mistake in the sections, and all that is said of it. */
const MISTAKES: readonly (readonly [string, string, readonly string[]])[] = [
  ['a section from elsewhere', 'incentives: []', ['@incentives: `incentives` does not belong in an operations document. Did you mean `pay`?']],
  ['a misspelt section', 'feedbck: []', ['@feedbck: `feedbck` does not belong in an operations document. Did you mean `feedback`?']],
  [
    'a misspelt key, and no word of what it stands for',
    'pay: [{ team: Desk, reward: sales }]',
    ['@pay.0.reward: `reward` does not belong in entry 1 of `pay`. Did you mean `rewards`?'],
  ],
  ['a key that is missing', 'pay: [{ rewards: sales }]', ['pay.0: A reward needs `team`: a team named under `teams`.']],
  ['a decision without one', 'authority: [{ team: Desk, up-to: 5 GBP }]', ['authority.0: Say what this team `may` or `may-not` do.']],
  [
    'words from elsewhere',
    'measures: [{ measure: aht, consequence: bonus }]',
    [
      'measures.0.measure: `measure` cannot be `aht`. Did you mean `handle-time`?',
      'measures.0.consequence: `consequence` cannot be `bonus`. Did you mean `pay`?',
    ],
  ],
  [
    'money without a currency',
    'fees: [{ fee: a, amount: 30 }]',
    ['fees.0.amount: `amount` must be text. Write an amount and a currency: 25 GBP, 9.50 EUR.'],
  ],
  [
    'money with a sign',
    'fees: [{ fee: a, amount: £30 }]',
    ['fees.0.amount: `amount` cannot be `£30`. Write an amount and a currency: 25 GBP, 9.50 EUR.'],
  ],
  [
    'a share without its sign',
    'pay: [{ team: Desk, rewards: sales, share: 10 }]',
    ['pay.0.share: `share` must be text. Write a share of the whole: 10%.'],
  ],
  [
    'a time in short',
    'waiting: { callback-after: 3m }',
    ['waiting.callback-after: `callback-after` cannot be `3m`. Write a number and a unit: 30 seconds, 2 hours, 1 working day.'],
  ],
  ['a date in another order', 'reviewed: 01/09/2026', ['reviewed: `reviewed` cannot be `01/09/2026`. Write a date as year-month-day: 2026-11-30.']],
  [
    'hours in short',
    'hours: [{ team: Desk, open: [9-5] }]',
    ['hours.0.open.0: Entry 1 of `open` cannot be `9-5`. Write Mon-Fri 08:00-20:00, or always.'],
  ],
  [
    'yes and no where there is more',
    'complaints: { apology: true }',
    ['complaints.apology: `apology` must be text. Write one of: free, with-approval, forbidden.'],
  ],
  [
    'a number that YAML takes for one',
    'numbers: [{ number: 448001234567 }]',
    ['numbers.0.number: `number` must be text. Put it in quotes: "448001234567".'],
  ],
  ['an empty section', 'pay: []', ['pay: `pay` is empty. For example: `pay: [{ team: Service desk, rewards: problems-solved, share: "10%" }]`.']],
  [
    'a section with nothing behind it',
    'your-data:',
    ['your-data: `your-data` is empty. For example: `your-data: { see: /privacy, delete: /privacy }`.'],
  ],
  [
    'a set of ways that is none',
    'verification: { tasks: [{ task: Bill, needs: [password] }] }',
    ['verification.tasks.0.needs.0: Entry 1 of `needs` must be a list, not text.'],
  ],
];

describe('mistakes', () => {
  test.each(MISTAKES)('%s', (_, sections, messages) => {
    expect(said('operations', inDocument(sections))).toEqual(messages);
  });
});

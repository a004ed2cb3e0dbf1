/** `operations:` documents: what customers may expect. */
import { among, block, count, duration, flag, ID, list, money, oneOf, phone, property, text, texts } from './build.js';
import { METHODS, note, owner, team } from './common.js';
import type { Schemas } from '../schema.js';

const CHANNELS = ['phone', 'web', 'app', 'email', 'chat', 'post', 'branch', 'social-media'] as const;
const channels = (title: string, description: string, ...example: string[]) => list(title, description, among(CHANNELS), example);

const verification = block(
  'Verification',
  'How customers prove who they are.',
  {
    ways: list('Ways', 'The ways on offer.', among(METHODS), ['password', 'one-time-code']),
    tasks: list(
      'Tasks',
      'What is needed for each task.',
      block(
        'Task',
        'One task.',
        {
          task: text('Task', 'What the customer wants.', 'Change of address'),
          risk: oneOf(
            'Risk',
            'What could go wrong if it were somebody else.',
            { none: 'Nothing', low: 'Little', medium: 'Some', high: 'Much' },
            'medium',
          ),
          needs: property(
            'Needs',
            'Sets of ways, any one of which is enough. An empty list within the list: nothing is needed.',
            [[['password'], ['one-time-code', 'date-of-birth']], [[]]],
            { type: 'array', minItems: 1, items: { type: 'array', items: among(METHODS) } },
          ),
          by: channels('By', 'Where it can be done. Left out: wherever customers are served.', 'phone', 'web', 'branch'),
          note,
        },
        ['task', 'needs'],
        { task: 'Change of address', risk: 'medium', needs: [['password'], ['one-time-code']] },
      ),
      [{ task: 'Change of address', risk: 'medium', needs: [['password'], ['one-time-code']] }],
    ),
    'if-it-fails': list(
      'If it fails',
      'What staff may do for a customer who cannot be verified.',
      among(['another-way', 'person', 'callback-known-number', 'send-reset-link', 'general-help', 'branch', 'letter', 'nothing', 'end-the-call']),
      ['another-way', 'person', 'send-reset-link'],
    ),
    note,
  },
  [],
  { ways: ['password', 'one-time-code'], 'if-it-fails': ['another-way'] },
);

const fees = list(
  'Fees',
  'Everything customers are charged beside the price.',
  block(
    'Fee',
    'One fee.',
    {
      fee: property('Fee', 'Its name.', ['advice-fee'], {
        type: 'string',
        pattern: ID,
        patternErrorMessage: 'Use small letters, digits and hyphens, such as advice-fee.',
      }),
      amount: money('Amount', 'How much.', '30 AUD'),
      every: oneOf(
        'Every',
        'How often.',
        { once: 'Once', month: 'Every month', quarter: 'Every quarter', year: 'Every year', use: 'Each time the service is used' },
        'month',
      ),
      'charged-for': text('Charged for', 'The service the customer has from it.', 'Yearly review of the plan'),
      'only-if': oneOf(
        'Only if',
        'What must be so before it is charged.',
        {
          'service-delivered': 'The service was given',
          'service-used': 'The customer used it',
          'account-open': 'The account is open',
          always: 'It is always charged',
        },
        'service-delivered',
      ),
      'stops-on': list('Stops on', 'What ends it at once.', among(['death', 'closed', 'service-ended', 'complaint', 'hardship']), [
        'death',
        'closed',
      ]),
      'paid-back-from': oneOf(
        'Paid back from',
        'From when it is paid back if it was taken too long.',
        { 'date-of-death': 'The day of the death', 'date-service-ended': 'The day the service ended', never: 'Not paid back' },
        'date-of-death',
      ),
      'looked-at-every': duration('Looked at every', 'How often somebody asks whether it is still right.', '12 months'),
      'told-where': text('Told where', 'Where the customer can read about it; or `nowhere`.', '/prices'),
      note,
    },
    ['fee'],
    { fee: 'advice-fee', amount: '30 AUD', every: 'month', 'only-if': 'service-delivered' },
  ),
  [
    {
      fee: 'advice-fee',
      amount: '30 AUD',
      every: 'month',
      'charged-for': 'yearly review',
      'only-if': 'service-delivered',
      'stops-on': ['death', 'closed'],
      'paid-back-from': 'date-of-death',
    },
  ],
);

const contract = block(
  'Contract',
  'How customers join, and how they leave.',
  {
    'join-by': channels('Join by', 'Where one can become a customer.', 'web', 'phone'),
    'leave-by': channels('Leave by', 'Where one can end the contract.', 'web', 'phone'),
    'leaving-fee': money('Leaving fee', 'What it costs to leave.', '0 GBP'),
    'notice-period': duration('Notice period', 'How long before the end notice must be given.', '1 month'),
    'offers-to-stay': count('Offers to stay', 'How often leavers are asked to stay before they are let go.', 1),
    note,
  },
  [],
  { 'join-by': ['web'], 'leave-by': ['web', 'phone'] },
);

const sharing = list(
  'Data sharing',
  "Who else gets customers' data.",
  block(
    'Recipient',
    'One recipient.',
    {
      to: text('To', 'Who gets it.', 'Partner companies'),
      data: list('Data', 'Which data.', texts, ['address']),
      purpose: oneOf(
        'Purpose',
        'What for.',
        {
          service: 'To serve this customer',
          fraud: 'To stop fraud',
          law: 'The law asks for it',
          statistics: 'Figures without names',
          marketing: 'Advertising',
          sale: 'It is sold',
          partner: "A partner's own use",
        },
        'service',
      ),
      basis: oneOf(
        'Basis',
        'Why it is allowed.',
        {
          contract: 'Needed for the contract',
          consent: 'The customer agreed',
          law: 'The law demands it',
          'legitimate-interest': 'Our own interest',
        },
        'consent',
      ),
      default: oneOf('At first', 'What holds before the customer has chosen.', { shared: 'Shared', 'not-shared': 'Not shared' }, 'not-shared'),
      withdraw: text('Withdraw', 'Where the customer takes it back.', '/privacy'),
      note,
    },
    ['to', 'purpose', 'basis'],
    { to: 'Delivery company', purpose: 'service', basis: 'contract' },
  ),
  [{ to: 'Delivery company', purpose: 'service', basis: 'contract' }],
);

const way = (title: string) => text(title, 'Where or how: a page, a number, a team.', '/privacy');
const ownData = block(
  "Customers' own data",
  'Where customers see, correct, take along, delete.',
  {
    see: way('See'),
    correct: way('Correct'),
    'take-along': way('Take along'),
    delete: way('Delete'),
    'withdraw-consent': way('Withdraw consent'),
    'kept-for': duration('Kept for', 'How long data are kept when they are no longer needed.', '2 years'),
    note,
  },
  [],
  { see: '/privacy', delete: '/privacy' },
);

const numbers = list(
  'Phone numbers',
  'The numbers customers are told to ring.',
  block(
    'Number',
    'One number.',
    {
      number: phone('Number', 'The number, in quotes.', '+44 330 123 4567'),
      for: oneOf(
        'For',
        'Who rings it.',
        {
          'existing customers': 'People who have bought',
          'new customers': 'People who want to buy',
          complaints: 'Complaints',
          everyone: 'Everybody',
        },
        'existing customers',
      ),
      'cost-told': text('Cost told', 'What customers are told it costs.', 'Same as an 01 or 02 number'),
      note,
    },
    ['number'],
    { number: '+44 330 123 4567', for: 'existing customers' },
  ),
  [{ number: '+44 330 123 4567', for: 'existing customers' }],
);

const CLOCK = '([01]\\d|2[0-4]):[0-5]\\d';
const DAY = '(Mon|Tue|Wed|Thu|Fri|Sat|Sun)';
const hours = list(
  'Opening hours',
  'When which team can be reached.',
  block(
    'Hours',
    'One team.',
    {
      team,
      open: list(
        'Open',
        'Days and times.',
        {
          type: 'string',
          pattern: `^(always|${DAY}(-${DAY})? ${CLOCK}-${CLOCK})$`,
          patternErrorMessage: 'Write Mon-Fri 08:00-20:00, or always.',
        },
        ['Mon-Fri 08:00-20:00', 'Sat 09:00-13:00'],
      ),
      'time-zone': text('Time zone', 'As in Europe/London.', 'Europe/London'),
      'when-closed': oneOf(
        'When closed',
        'What a customer can do then.',
        {
          voicemail: 'Leave a message',
          callback: 'Ask to be rung',
          'other-team': 'Another team helps',
          web: 'The web site only',
          nothing: 'Nothing',
        },
        'callback',
      ),
      note,
    },
    ['team', 'open'],
    { team: 'Service desk', open: ['Mon-Fri 08:00-20:00'] },
  ),
  [{ team: 'Service desk', open: ['Mon-Fri 08:00-20:00'] }],
);

const waiting = block(
  'Waiting',
  'What is promised to those who wait.',
  {
    'callback-after': duration('Callback after', 'When a callback is offered.', '3 minutes'),
    'cut-off-after': duration('Cut off after', 'When a waiting customer is disconnected. Leave it out when never.', '45 minutes'),
    'transfers-at-most': count('Transfers at most', 'How often a customer may be passed on.', 2),
    note,
  },
  [],
  { 'callback-after': '3 minutes' },
);

const support = block(
  'Support',
  'Who is helped, for how long, and at what price.',
  {
    price: oneOf(
      'Price',
      'What help costs.',
      { free: 'Nothing', 'free-and-paid': 'Something faster or better costs extra', paid: 'There is none without paying' },
      'free',
    ),
    until: oneOf(
      'Until',
      'How long customers are helped with what they bought.',
      {
        delivery: 'Until it is delivered',
        warranty: 'As long as the warranty runs',
        'end-of-contract': 'Until the contract ends',
        'no-end': 'Always',
      },
      'no-end',
    ),
    'rung-afterwards': flag('Rung afterwards', 'After a problem somebody asks whether it stayed solved.'),
    note,
  },
  [],
  { price: 'free', until: 'no-end' },
);

const complaints = block(
  'Complaints',
  'How complaints are handled.',
  {
    where: list('Where', 'Ways to complain.', among(['phone', 'web', 'email', 'chat', 'post', 'branch', 'social-media']), ['phone', 'web', 'post']),
    owner,
    'acknowledged-within': duration('Acknowledged within', 'When the customer hears that we have it.', '1 working day'),
    'answered-within': duration('Answered within', 'When the customer has our final answer.', '8 weeks'),
    'case-number': flag('Case number', 'The customer is given a number.'),
    apology: oneOf(
      'Apology',
      'Whether staff may say sorry.',
      { free: 'Whenever it is right', 'with-approval': 'After asking', forbidden: 'Never' },
      'free',
    ),
    escalation: text('Escalation', 'Where to go when not content.', 'Financial Ombudsman Service'),
    'root-causes': flag('Root causes', 'Causes are counted and removed.'),
    note,
  },
  [],
  { 'answered-within': '8 weeks' },
);

const care = list(
  'Special care',
  'Circumstances in which customers need more.',
  block(
    'Care',
    'One circumstance.',
    {
      when: oneOf(
        'When',
        'Which circumstance.',
        {
          bereavement: 'A death',
          illness: 'Illness',
          debt: 'Money trouble',
          disability: 'Disability',
          language: 'Another language',
          abuse: 'Abuse at home',
        },
        'bereavement',
      ),
      team,
      does: list('Does', 'What is done.', texts, ['stop-fees', 'one-contact']),
      skips: list('Skips', 'Checks that are left out.', among(METHODS), ['password']),
      note,
    },
    ['when'],
    { when: 'bereavement', team: 'Bereavement team', skips: ['password'] },
  ),
  [{ when: 'bereavement', team: 'Bereavement team', skips: ['password'] }],
);

/** The sections about customers, in the order in which they are written best. */
export const CUSTOMER_SECTIONS: Schemas = {
  verification,
  fees,
  contract,
  'data-sharing': sharing,
  'your-data': ownData,
  numbers,
  hours,
  waiting,
  support,
  complaints,
  'special-care': care,
};

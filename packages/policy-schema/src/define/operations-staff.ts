/** `operations:` documents: what is said of the people who serve customers. */
import { among, block, count, date, duration, flag, list, money, oneOf, property, share, text, texts } from './build.js';
import { note, owner, team } from './common.js';
import type { Schemas } from '../schema.js';

const AIMS = ['customer', 'staff', 'task', 'rules', 'revenue', 'cost', 'profit'] as const;
const HIRED_FOR = ['kindness', 'listening', 'judgement', 'experience', 'knowledge', 'languages', 'speed', 'sales-results', 'endurance'] as const;

const teams = list(
  'Teams',
  'Who deals with customers, and who leads.',
  block(
    'Team',
    'One team.',
    {
      team: text('Team', 'Its name.', 'Service desk'),
      does: oneOf(
        'Does',
        'What it is for. Rules that are about service staff go by this.',
        {
          service: 'Helps customers',
          complaints: 'Handles complaints',
          claims: 'Handles claims',
          retention: 'Speaks to leavers',
          advice: 'Gives advice',
          sales: 'Sells',
          collections: 'Collects debts',
          'back-office': 'Works behind',
          management: 'Leads',
          executive: 'Runs the company',
        },
        'service',
      ),
      lead: text('Lead', 'Who leads it.', 'Sam Okoro'),
      'days-with-customers': count('Days with customers', 'For leaders: days a year spent with customers and those who serve them.', 12),
      'hired-for': list('Hired for', 'What decides who is hired.', among(HIRED_FOR), ['kindness', 'judgement', 'experience']),
      'people-needed': count('People needed', 'How many the forecast asks for, at the busiest time.', 24),
      'people-planned': count('People planned', 'How many are planned to be there at that time.', 24),
      note,
    },
    ['team', 'does'],
    { team: 'Service desk', does: 'service' },
  ),
  [{ team: 'Service desk', does: 'service' }],
);

const pay = list(
  'Pay',
  'What bonuses and commissions hang on.',
  block(
    'Reward',
    'One thing that is rewarded.',
    {
      team,
      rewards: oneOf(
        'Rewards',
        'What is rewarded.',
        {
          'problems-solved': 'Problems solved',
          'customer-outcome': 'What customers got',
          'customer-score': 'Scores of customers as a group',
          'own-survey-score': 'The score of the single member of staff',
          quality: 'Quality of calls listened to',
          sales: 'Sales',
          'cross-selling': 'Extra products',
          renewals: 'Renewals',
          'customers-kept': 'Leavers talked out of it',
          'calls-per-hour': 'Number of contacts',
          'short-calls': 'Short calls',
          'script-adherence': 'Keeping to the script',
          'cost-saved': 'Costs saved',
          profit: 'Profit of the company',
        },
        'problems-solved',
      ),
      share: share('Share', 'The part of pay that hangs on it.', '10%'),
      why: text('Why', 'What the customer has from it.', 'Fewer people have to ring twice.'),
      note,
    },
    ['team', 'rewards'],
    { team: 'Service desk', rewards: 'problems-solved' },
  ),
  [{ team: 'Service desk', rewards: 'problems-solved', share: '10%' }],
);

const measures = list(
  'Measures',
  'What is counted, and what hangs on it.',
  block(
    'Measure',
    'One thing that is counted.',
    {
      measure: oneOf(
        'Measure',
        'What is counted.',
        {
          'handle-time': 'Minutes per contact',
          'calls-per-hour': 'Contacts per hour',
          'first-contact-resolution': 'Solved at the first contact',
          'repeat-contacts': 'Customers who had to come back',
          'longest-wait': 'The longest wait',
          'wait-p90': 'The wait of nine in ten customers',
          'average-wait': 'The average wait',
          abandoned: 'Customers who gave up',
          satisfaction: 'Satisfaction score',
          recommendation: 'Recommendation score (NPS)',
          effort: 'Effort score',
          complaints: 'Complaints and their causes',
          'promises-kept': 'Callbacks and answers on time',
          'script-adherence': 'Keeping to the script',
          sales: 'Sales',
          'staff-satisfaction': 'How staff feel',
          other: 'Something else; say what in the note',
        },
        'first-contact-resolution',
      ),
      team,
      'at-most': duration('At most', 'An upper limit for a single contact. Leave it out when there is none.', '4 minutes'),
      target: text('Target', 'The figure aimed at.', '80%', '4 minutes'),
      use: oneOf(
        'Used for',
        'What the figure is for.',
        { planning: 'Planning of staff', learning: 'Coaching and improving', target: 'A target for people', report: 'Reports' },
        'planning',
      ),
      consequence: oneOf(
        'Consequence',
        'What hangs on it for a member of staff.',
        {
          none: 'Nothing hangs on it',
          coaching: 'It is talked about in coaching',
          rating: 'Part of the rating',
          pay: 'Pay hangs on it',
          discipline: 'A warning can follow',
        },
        'none',
      ),
      weight: share('Weight', 'Its part of the whole rating.', '30%'),
      note,
    },
    ['measure'],
    { measure: 'first-contact-resolution' },
  ),
  [{ measure: 'handle-time', team: 'Service desk', use: 'planning', consequence: 'none' }],
);

const ACTS = {
  refund: 'Pay back',
  goodwill: 'Give something for the trouble',
  'waive-fee': 'Let a fee drop',
  'extend-deadline': 'Give more time',
  'change-account': 'Change details',
  'end-contract': 'End the contract',
  'break-script': 'Leave the script',
  'take-time': 'Take the time that is needed',
  'call-back': 'Ring the customer back',
  'end-contact': 'End a contact',
} as const;

const authority = list(
  'Authority',
  'What staff may decide alone, and what they may not.',
  {
    ...block(
      'Decision',
      'One thing that a team may or may not decide.',
      {
        team,
        may: oneOf('May', 'What it may do.', ACTS, 'refund'),
        'may-not': oneOf('May not', 'What it may not do.', ACTS, 'end-contact'),
        'up-to': money('Up to', 'The amount.', '100 GBP'),
        approvals: count('Approvals', 'How many others must agree.', 0),
        when: text('When', 'Under which circumstances.', 'Abuse, after one warning'),
        'second-guessed': flag('Second-guessed', 'Staff are held to account afterwards for having decided so in good faith.', false),
        note,
      },
      ['team'],
      { team: 'Service desk', may: 'refund', 'up-to': '100 GBP', approvals: 0 },
    ),
    not: { propertyNames: { enum: ['team', 'up-to', 'approvals', 'when', 'second-guessed', 'note'] } },
    errorMessage: 'Say what this team `may` or `may-not` do.',
  },
  [{ team: 'Service desk', may: 'refund', 'up-to': '100 GBP', approvals: 0 }],
);

const coaching = block(
  'Coaching',
  'How staff are helped to do well.',
  {
    'hours-a-week': property('Hours a week', 'Hours a week that a leader sits beside staff.', [3], { type: 'number', minimum: 0 }),
    'calls-listened': property('Calls listened to', 'How many, how often; or `none`.', ['5 a month and person', 'none'], {
      type: 'string',
      minLength: 1,
    }),
    by: text('By', 'Who does it.', 'Team leads'),
    'from-feedback': flag('From feedback', 'What customers say decides what is trained.'),
    'training-hours': count('Training hours', 'Hours of training a year for front-line staff.', 40),
    'who-is-trained': list('Who is trained', 'Who learns to see things as customers do.', among(['front-line', 'back-office', 'leaders']), [
      'front-line',
      'back-office',
      'leaders',
    ]),
    note,
  },
  [],
  { 'hours-a-week': 3 },
);

const processes = list(
  'Processes',
  'Rules and processes that customers feel, each with the person who answers for it.',
  block(
    'Process',
    'One rule or process.',
    {
      process: text('Process', 'Its name.', 'Change of address'),
      owner,
      reviewed: date('Last looked at', 'When its owner last asked whether it is still right.', '2026-10-01'),
      'looked-at-every': duration('Looked at every', 'How often somebody asks whether it is still right.', '12 months'),
      'for-customers': text(
        'For customers',
        'What customers have from it. The reason, as you would tell it to them.',
        'Nobody else can move your post.',
      ),
      note,
    },
    ['process'],
    { process: 'Change of address', owner: 'Jane Ito' },
  ),
  [{ process: 'Change of address', owner: 'Jane Ito', reviewed: '2026-10-01', 'for-customers': 'Nobody else can move your post.' }],
);

const automation = list(
  'Automation',
  'What machines do for customers, and why.',
  block(
    'Machine',
    'One machine.',
    {
      machine: text('Machine', 'What it is.', 'Chat bot on the help page'),
      because: list('Because', 'Why it is there.', among(['cost', 'speed', 'hours', 'language', 'quality', 'safety', 'choice']), ['speed', 'hours']),
      instead: text('Instead', 'How a customer reaches a person instead.', 'Write “person”, at any time.'),
      note,
    },
    ['machine'],
    { machine: 'Chat bot on the help page', because: ['speed', 'hours'] },
  ),
  [{ machine: 'Chat bot on the help page', because: ['speed', 'hours'] }],
);

/** The sections about staff, in the order in which they are written best. */
export const STAFF_SECTIONS: Schemas = {
  sponsor: text('Sponsor', 'The member of the board who answers for how customers are treated.', 'Ruth Lang, Chief Customer Officer'),
  priorities: list('Priorities', 'What comes first when aims collide, most important first.', among(AIMS), ['customer', 'staff', 'rules', 'profit']),
  teams,
  pay,
  measures,
  authority,
  coaching,
  processes,
  automation,
  'judged-by': list('Judged by', 'Who judges how well customers are served.', among(['ourselves', 'customers', 'consumer-groups', 'auditor']), [
    'customers',
    'auditor',
  ]),
  'changes-told-to': list('Changes told to', 'Who hears of the changes that came from feedback.', texts, ['customers', 'Service desk']),
};

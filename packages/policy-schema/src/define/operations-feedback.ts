/** `operations:` documents: what becomes of what customers and staff say. */
import { block, count, duration, flag, list, oneOf, texts, words } from './build.js';
import { note, owner } from './common.js';

const lowScore = block(
  'Low score',
  'What a poor score sets off.',
  {
    'up-to': count('Up to', 'The highest score that counts as poor.', 2),
    then: oneOf(
      'Then',
      'What happens.',
      { callback: 'Somebody rings', case: 'A case is opened', thanks: 'A thank-you only', nothing: 'Nothing' },
      'callback',
    ),
    within: duration('Within', 'The promise: how soon we ring back or answer.', '2 hours', '1 working day'),
    owner,
  },
  ['then'],
  { 'up-to': 2, then: 'callback', within: '2 working days' },
);

const source = block(
  'Source',
  'One source.',
  {
    from: oneOf(
      'From',
      'The source.',
      {
        survey: 'Surveys',
        complaints: 'Complaints',
        reviews: 'Public reviews',
        'social-media': 'Social media',
        calls: 'Calls listened to',
        staff: 'Staff',
        'consumer-groups': 'Consumer groups',
        visits: 'Visits and talks',
      },
      'survey',
    ),
    owner,
    every: duration('Every', 'How often it is read.', '1 week'),
    goes: list('Goes to', 'The teams that get it.', texts, ['Product', 'Billing']),
    'answered-within': duration('Answered within', 'When the customer gets an answer.', '2 working days'),
    'acted-on-within': duration('Acted on within', 'When something must have changed, or a reason been given.', '30 days'),
    'customer-told': flag('Customer told', 'The customer hears what was done.'),
    'asked-with': words('Asked with', 'The words that customers are asked with.', 'How well did we help you, from 1 to 5?'),
    'low-score': lowScore,
    'asks-for-reviews': oneOf(
      'Asks for reviews',
      'Who is asked to write a public review.',
      { everybody: 'Whoever answers', 'high-scores': 'Only those who gave a high score', nobody: 'Nobody' },
      'everybody',
    ),
    praise: oneOf('Praise', 'What happens with good words.', { shared: 'Shared with those who earned it', kept: 'Filed' }, 'shared'),
    'used-against-staff': flag('Used against staff', 'A bad score is held against the member of staff.', false),
    note,
  },
  ['from'],
  { from: 'survey', owner: 'Jane Ito', goes: ['Product', 'Billing'] },
);

/** The section about feedback. */
export const feedback = list('Feedback', 'Each way in which we hear from customers and staff, and what becomes of it.', source, [
  {
    from: 'survey',
    owner: 'Jane Ito',
    goes: ['Product', 'Billing'],
    'answered-within': '2 working days',
    'acted-on-within': '30 days',
    'customer-told': true,
  },
]);

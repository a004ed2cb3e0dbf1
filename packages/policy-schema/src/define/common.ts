/** Properties that several documents share. */
import { date, property, text } from './build.js';

export const title = (example: string) => text('Title', 'A name that everybody understands.', example);
export const about = (example: string) => text('About', 'In a sentence or two: what it is for.', example);
export const owner = text(
  'Owner',
  'The person or team who answers for this. A name, not a department code.',
  'Jane Ito, Head of Service',
  'Billing team',
);
export const reviewed = date('Last looked at', 'When the owner last read this through.', '2026-10-01');
export const note = text('Note', 'For your colleagues. The customer never hears it, and rules do not read it.', 'Agreed with Legal in May 2026');
export const country = property('Country', 'Two letters. Needed to judge phone numbers and opening hours.', ['GB', 'AU', 'US'], {
  type: 'string',
  pattern: '^[A-Z]{2}$',
  patternErrorMessage: 'Write two capital letters: GB, AU, US.',
});
export const because = text('Because', 'The reason, for whoever reads this next year.', 'Our lines are answered by people only.');

/** Ways to verify who somebody is. */
export const METHODS = [
  'password',
  'pin',
  'one-time-code',
  'app',
  'security-questions',
  'account-number',
  'order-number',
  'date-of-birth',
  'last-four',
  'voice',
  'recent-activity',
  'call-back-known-number',
  'person',
  'national-id',
  'other',
] as const;

/** Where a document names a team that it describes itself. */
export const team = text('Team', 'A team named under `teams`.', 'Service desk');

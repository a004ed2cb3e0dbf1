/** `operations:` documents. */
import { block, document, id, language } from './build.js';
import { about, country, note, owner, reviewed, title } from './common.js';
import { CUSTOMER_SECTIONS } from './operations-customers.js';
import { feedback } from './operations-feedback.js';
import { STAFF_SECTIONS } from './operations-staff.js';

export const operations = document(
  'operations',
  block(
    'How we run things',
    'Pay, measures, checks, authority, fees, data, feedback, coaching, hours and complaints: what staff may do and what customers may expect. Every section may be left out: what is not described is not judged.',
    {
      operations: id('Operations', 'The name of this document.', 'example-bank-retail'),
      title: title('Retail bank, United Kingdom'),
      about: about('How the service desk of the retail bank works.'),
      language: language('en-GB'),
      country,
      owner,
      reviewed,
      note,
      ...STAFF_SECTIONS,
      ...CUSTOMER_SECTIONS,
      feedback,
    },
    ['operations'],
    {
      operations: 'example-bank-retail',
      teams: [{ team: 'Service desk', does: 'service' }],
      pay: [{ team: 'Service desk', rewards: 'problems-solved', share: '10%' }],
    },
  ),
);

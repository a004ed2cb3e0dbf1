/** Packs: which rules hold, and how loud they are. */
import { block, date, document, id, list, oneOf, property, text } from './build.js';
import { setting, settingDefinitions } from './levels.js';
import { RULE_ID } from './rule.js';

export const pack = document(
  'pack',
  block(
    'Pack',
    'A choice of rules with their levels and options, for a law, a standard or a house.',
    {
      pack: id('Pack', 'The name by which `extends` speaks of this pack.', 'uk-fca'),
      title: text('Title', 'A name that everybody understands.', 'FCA Consumer Duty'),
      description: text('Description', 'What the pack is for, and for whom.', 'Rules that the Consumer Duty asks of firms in the UK.'),
      rules: property(
        'Rules',
        'The rules of the pack, each with its level, or its level and options.',
        [{ 'no-human-route': 'error', 'human-option-too-late': { level: 'warning', max: 3 } }],
        {
          type: 'object',
          propertyNames: { pattern: RULE_ID, patternErrorMessage: 'Write the id of a rule, such as no-human-route or our-bank/no-fax.' },
          additionalProperties: setting('Setting', 'A level, or a level with options.'),
        },
      ),
      jurisdiction: text('Jurisdiction', 'Where the law holds.', 'United Kingdom'),
      sector: text('Sector', 'For whom the law holds.', 'Financial services'),
      'in-force-from': date('In force from', 'The first day on which the law holds.', '2023-07-31'),
      'in-force-until': date('In force until', 'The last day on which the law holds.', '2030-12-31'),
      status: oneOf(
        'Status',
        'Whether the law holds.',
        {
          'in-force': 'It holds',
          preview: 'It is coming; findings are advice',
          vacated: 'It no longer holds',
          voluntary: 'A standard, not a law',
        },
        'in-force',
      ),
      'applies-if': text(
        'Applies if',
        'What must be true of an organisation for the law to hold.',
        'You are authorised by the FCA and serve retail customers.',
      ),
      source: text('Source', 'Where its wording can be read.', 'https://www.handbook.fca.org.uk/handbook/PRIN/2A'),
      'checked-on': date('Checked on', 'When somebody last compared the pack with the source.', '2026-11-21'),
      tags: list('Tags', 'Words to find the pack by.', { type: 'string', minLength: 1 }, ['law', 'uk']),
    },
    ['pack', 'title', 'description', 'rules'],
    { pack: 'house', title: 'Our house rules', description: 'What we hold ourselves to.', rules: { 'no-human-route': 'error' } },
  ),
  settingDefinitions,
);

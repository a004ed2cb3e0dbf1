/** Packs: which rules hold, and how loud they are. */
import { block, date, document, id, ids, list, oneOf, property, text, texts } from './build.js';
import { setting, settingDefinitions } from './levels.js';
import { RULE_ID } from './rule.js';
import type { Schema } from '../schema.js';

const ruleIds = { type: 'string', pattern: RULE_ID };

const links = (title: string, description: string, example: string): Schema => list(title, description, texts, [example]);

const sure = (description: string): Schema =>
  oneOf(
    'Sure',
    description,
    {
      wording: 'The wording itself was read',
      'sources-agree': 'Several sources that tell of it agree; the wording itself was not read',
      'one-source': 'One source tells of it',
    },
    'wording',
  );

const demand: Schema = block(
  'Demand',
  'One thing that the law or standard asks for, in our words, and what answers to it here.',
  {
    law: text('Law', 'The short name by which rules speak of it.', 'CCR-41'),
    clause: text('Clause', 'Where it stands.', 'Consumer Contracts Regulations 2013, reg. 41'),
    asks: text('Asks', 'What it asks for, in a sentence of our own.', 'Calls about a contract cost no more than the basic rate.'),
    rules: list('Rules', 'Rules of this pack that look for a breach of it.', ruleIds, ['premium-rate-number']),
    open: text('Open', 'What of it no rule looks at, and why.', 'How long a caller waits is not in the files.'),
    source: links('Source', 'Where it can be read, if elsewhere than the rest of the pack.', 'https://www.handbook.fca.org.uk/handbook/GEN/7/2.html'),
    sure: sure('How this demand is known, if otherwise than the rest of the pack.'),
  },
  ['law', 'clause', 'asks'],
  {
    law: 'CCR-41',
    clause: 'Consumer Contracts Regulations 2013, reg. 41',
    asks: 'Calls about a contract cost no more than the basic rate.',
    rules: ['premium-rate-number'],
  },
);

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
      'in-force-from': date('In force from', 'The first day on which the law holds. Before it, findings are advice.', '2023-07-31'),
      'adapt-by': date('Adapt by', 'The day by which the law wants to be met. Before it, findings are advice.', '2026-12-28'),
      'in-force-until': date('In force until', 'The last day on which the law holds. After it, findings are advice.', '2030-12-31'),
      status: oneOf(
        'Status',
        'Whether the law holds. A pack with a status is kept apart from the rest: it never makes a rule of another pack quieter.',
        {
          'in-force': 'It holds',
          preview: 'It is coming; findings are advice',
          vacated: 'It no longer holds; findings are advice',
          voluntary: 'A standard, not a law',
        },
        'in-force',
      ),
      'applies-if': text(
        'Applies if',
        'What must be true of an organisation for the law to hold.',
        'You are authorised by the FCA and serve retail customers.',
      ),
      source: links('Source', 'Where its wording can be read, or who tells of it.', 'https://www.handbook.fca.org.uk/handbook/PRIN/2A'),
      sure: sure('How the pack knows what the law asks.'),
      'checked-on': date('Checked on', 'When somebody last compared the pack with the source.', '2026-11-21'),
      demands: list('Demands', 'What the law or standard asks for, and which rules answer to it.', demand, [
        { law: 'CCR-41', clause: 'reg. 41', asks: 'Calls about a contract cost no more than the basic rate.', rules: ['premium-rate-number'] },
      ]),
      tags: list('Tags', 'Words to find the pack by.', ids, ['law', 'uk']),
    },
    ['pack', 'title', 'description', 'rules'],
    { pack: 'house', title: 'Our house rules', description: 'What we hold ourselves to.', rules: { 'no-human-route': 'error' } },
  ),
  settingDefinitions,
);

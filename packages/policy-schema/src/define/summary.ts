/** What an organisation publishes of its scores, so that others can compare theirs: no paths, no texts, nothing of its own. */
import { LEVELS } from '../vocabulary.js';
import { among, block, count, date, document, many, property, ref, text, texts } from './build.js';
import { findingCounts } from './history.js';
import { namedStandingExample, overallExample, standings } from './score.js';
import type { Schema } from '../schema.js';

const example = {
  'carelint-summary': 1,
  name: 'Example Telecom',
  date: '2026-11-22',
  tool: '1.0.0',
  overall: overallExample,
  promises: [namedStandingExample],
  touchpoints: [{ ...namedStandingExample, name: 'phone' }],
  findings: { error: 1, warning: 3, advice: 0 },
  artefacts: { flow: 11 },
  rules: { 'verify-failure-dead-end': 'error' },
  tuned: ['prompt-too-long'],
  packs: ['recommended'],
  'own-rules': 2,
};

export const summary: Schema = document(
  'summary',
  block(
    'Published summary',
    'Scores of one organisation on one day, made by `carelint score --publish`. Only rules that carelint brings along count in it; nothing in it tells what is in the files.',
    {
      'carelint-summary': property('Version', 'The version of this format.', [1], { type: 'integer', enum: [1] }),
      name: text('Name', 'Whose it is, as they want to be called.', 'Example Telecom'),
      date: date('Date', 'The day of the run.', '2026-11-22'),
      tool: text('Tool', 'The version of carelint.', '1.0.0'),
      overall: ref('standing'),
      promises: many('Promises', 'By promise.', ref('namedStanding'), [namedStandingExample]),
      touchpoints: many('Touchpoints', 'By where customers meet it.', ref('namedStanding'), [{ ...namedStandingExample, name: 'phone' }]),
      findings: findingCounts,
      artefacts: property('Artefacts', 'How many flows, scripts, sites and documents there are, by kind.', [{ flow: 11 }], {
        type: 'object',
        additionalProperties: { type: 'integer', minimum: 0 },
      }),
      rules: property('Rules', 'The rules that were on, with the level in force. Which pack brings which: docs/packs.md.', [example.rules], {
        type: 'object',
        additionalProperties: among(LEVELS),
      }),
      tuned: many('Tuned', 'Those whose options are not the ones they come with, or which run for some files only at that level.', texts, [
        'prompt-too-long',
      ]),
      packs: many('Packs', 'The packs that were on.', texts, ['recommended']),
      'own-rules': count('Own rules', 'So many rules of their own were on, and are left out of all that stands here.', 2),
    },
    Object.keys(example).filter((key) => key !== 'name'),
    example,
  ),
  standings,
);

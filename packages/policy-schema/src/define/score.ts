/** Scores: in the JSON report, and in the summary that an organisation publishes. */
import { TOUCHPOINTS } from '../vocabulary.js';
import { block, count, many, property, ref, text, word } from './build.js';
import type { Schema, Schemas } from '../schema.js';

const standingKeys = {
  score: property(
    'Score',
    'From 0 to 100, down to a tenth: how much of what could be judged is kept, by weight. Absent where nothing could be judged.',
    [83.4],
    {
      type: 'number',
      minimum: 0,
      maximum: 100,
    },
  ),
  coverage: property('Coverage', 'How much of what was asked could be judged, in percent, by weight.', [96.2], {
    type: 'number',
    minimum: 0,
    maximum: 100,
  }),
  kept: count('Kept', 'Questions answered by yes. A question: is this rule kept in this file of this flow, script, site or document?', 212),
  broken: count('Broken', 'Questions answered by no. Findings that are waived or known from a baseline count like all others.', 9),
  unknown: count('Unknown', 'Questions that the files do not answer: neither good nor bad.', 7),
};
export const overallExample = { score: 83.4, coverage: 96.2, kept: 212, broken: 9, unknown: 7 };
const standingRequired = ['coverage', 'kept', 'broken', 'unknown'];
const overall = block('Standing', 'How well something is kept, and how much of it could be judged.', standingKeys, standingRequired, overallExample);
export const namedStandingExample = { name: 'let-them-in', ...overallExample };
const namedStanding = block(
  'Named standing',
  'How well one promise, or all promises at one touchpoint, are kept.',
  { name: text('Name', 'The promise or the touchpoint.', 'let-them-in'), ...standingKeys },
  ['name', ...standingRequired],
  namedStandingExample,
);
const weight = (title: string, description: string): Schema => count(title, description, 540);

const cellExample = {
  promise: 'let-them-in',
  touchpoint: 'phone',
  ...{ kept: 31, broken: 2, unknown: 1, keptWeight: 540, brokenWeight: 45, unknownWeight: 18 },
};
const cell = block(
  'Cell',
  'Questions about one promise at one touchpoint.',
  {
    promise: text('Promise', 'The promise; absent for rules without one.', 'let-them-in'),
    touchpoint: word('Touchpoint', 'Where customers meet it; absent where nobody can tell.', TOUCHPOINTS, 'phone'),
    kept: standingKeys.kept,
    broken: standingKeys.broken,
    unknown: standingKeys.unknown,
    keptWeight: weight('Weight kept', 'What the kept ones weigh: level times certainty.'),
    brokenWeight: weight('Weight broken', 'What the broken ones weigh.'),
    unknownWeight: weight('Weight unknown', 'What the open ones weigh.'),
  },
  ['kept', 'broken', 'unknown', 'keptWeight', 'brokenWeight', 'unknownWeight'],
  cellExample,
);
const scoreExample = {
  overall: overallExample,
  promises: [namedStandingExample],
  touchpoints: [{ ...namedStandingExample, name: 'phone' }],
  cells: [cellExample],
};
/** The score as the JSON report tells it. */
export const scoreOfReport = block(
  'Score',
  'How much of what could be judged is kept, in the whole service, whatever of it is told. What it means, and what it does not: docs/score.md.',
  {
    overall: ref('standing'),
    promises: many('Promises', 'By promise, in the order of their names.', ref('namedStanding'), [namedStandingExample]),
    touchpoints: many('Touchpoints', 'By where customers meet it, the nearest to the customer first.', ref('namedStanding'), [
      scoreExample.touchpoints[0],
    ]),
    cells: many('Cells', 'What all scores are made of; those of runs over different files can be added.', cell, [cellExample]),
  },
  ['overall', 'promises', 'touchpoints', 'cells'],
  scoreExample,
);

/** What a document that tells scores defines. */
export const standings: Schemas = { standing: overall, namedStanding };

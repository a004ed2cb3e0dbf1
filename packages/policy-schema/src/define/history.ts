/** A line of `carelint-history.jsonl`: how it stood on one day. Written by the command, kept in git. */
import { block, count, date, document, many, property, ref, text } from './build.js';
import type { Schema } from '../schema.js';
import { namedStandingExample, overallExample, standings } from './score.js';

const printsExample = { 'transfer-loop': { 'flows/billing.json': ['5d41402abc4b2a765d41402a'] } };
const PRINT: Schema = {
  type: 'string',
  pattern: '^[0-9a-f]{24}(-[0-9]{1,6})?$',
  patternErrorMessage: 'A fingerprint is 24 digits and letters from a to f.',
};

const prints = (title: string, description: string): Schema =>
  property(title, description, [printsExample], {
    type: 'object',
    additionalProperties: { type: 'object', additionalProperties: { type: 'array', items: PRINT } },
  });

const findingsExample = { error: 1, warning: 3, advice: 0 };

export const findingCounts = block(
  'Findings',
  'How many findings there were, those that are accepted (waived, known from a baseline) among them.',
  {
    error: count('Errors', 'Of level error.', 1),
    warning: count('Warnings', 'Of level warning.', 3),
    advice: count('Advice', 'Of level advice.', 0),
  },
  Object.keys(findingsExample),
  findingsExample,
);

const example = {
  date: '2026-11-22',
  commit: '1f0c9a7',
  tool: '1.0.0',
  rules: '5d41402abc4b2a765d41402a',
  overall: overallExample,
  promises: [namedStandingExample],
  touchpoints: [{ ...namedStandingExample, name: 'phone' }],
  findings: findingsExample,
  all: printsExample,
};

export const history: Schema = document(
  'history',
  {
    ...block(
      'A day of the history',
      'One line of `carelint-history.jsonl`. A line says what came and went since the line before it; now and then one lists all, so that lines can be lost or joined by git without harm.',
      {
        date: date('Date', 'The day of the run.', '2026-11-22'),
        commit: property('Commit', 'The commit that was checked out, where git knows.', ['1f0c9a7'], {
          type: 'string',
          pattern: '^[0-9a-f]{7,64}$',
          patternErrorMessage: 'A commit is written in digits and letters from a to f.',
        }),
        tool: text('Tool', 'The version of carelint.', '1.0.0'),
        rules: text('Rules', 'Tells one choice of rules, levels and options from another.', '5d41402abc4b2a765d41402a'),
        overall: ref('standing'),
        promises: many('Promises', 'By promise.', ref('namedStanding'), [namedStandingExample]),
        touchpoints: many('Touchpoints', 'By where customers meet it.', ref('namedStanding'), [example.touchpoints[0]]),
        findings: findingCounts,
        all: prints('All', 'Fingerprints of all findings, by rule and file.'),
        came: prints('Came', 'Fingerprints of findings that were not there in the line before.'),
        went: property('Went', 'Fingerprints that were there in the line before.', [['5d41402abc4b2a765d41402a']], { type: 'array', items: PRINT }),
      },
      ['date', 'tool', 'rules', 'overall', 'promises', 'touchpoints', 'findings'],
      example,
    ),
  },
  standings,
);

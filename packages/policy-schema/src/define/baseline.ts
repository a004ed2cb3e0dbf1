/** `carelint-baseline.json`: findings that were there when a team began. Written by the command, kept in git. */
import { block, count, date, document, property, ref, text } from './build.js';
import type { Schema } from '../schema.js';

const findingExample = {
  rule: 'verify-failure-dead-end',
  artefact: 'change-of-address',
  message: 'When verify fails the customer is cut off.',
  since: '2026-11-01',
};

/** Only `count`, the file and the fingerprint (both in the key) are matched; the rest is for people. */
const finding = block(
  'Known finding',
  'A finding that is known and not told again.',
  {
    rule: text('Rule', 'The rule that is broken.', 'verify-failure-dead-end'),
    artefact: text('Artefact', 'The id of the flow, script, page or policy in the file.', 'change-of-address'),
    message: text('Message', 'What was wrong when the finding was taken in; for people.', 'When verify fails the customer is cut off.'),
    since: date('Since', 'The day on which it was taken in.', '2026-11-01'),
    count: count('Count', 'How many findings with this fingerprint the file has. Left out: one.', 2, { minimum: 2 }),
  },
  ['rule', 'artefact', 'message', 'since'],
  findingExample,
);

export const baseline: Schema = document(
  'baseline',
  {
    ...block(
      'Baseline',
      'Findings that are known, one a line: the file, `#` and the fingerprint, then what was found. The version stands last, so that all other lines end alike and git can merge them.',
      { 'carelint-baseline': property('Version', 'The version of this format.', [1], { type: 'integer', enum: [1] }) },
      ['carelint-baseline'],
      { 'flows/address.yaml#5d41402abc4b2a765d41402a': findingExample, 'carelint-baseline': 1 },
    ),
    propertyNames: {
      pattern: '^(carelint-baseline|.+#[0-9a-f]{24})$',
      patternErrorMessage: 'A key is the path of a file, `#` and the fingerprint of a finding: 24 digits and letters from a to f.',
    },
    additionalProperties: ref('finding'),
  },
  { finding },
);

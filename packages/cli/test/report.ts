import type { Finding, Report } from '@carelint/core';
import { stationsIn } from './station.js';

const station = stationsIn('flows/address.yaml');
/** A finding of a flow, made by hand. */
export const finding = (over: Partial<Finding> = {}): Finding => ({
  rule: 'verify-failure-dead-end',
  level: 'error',
  certainty: 'high',
  title: 'T',
  message: 'When password fails the customer is cut off.',
  instead: 'Offer a second way.',
  file: 'flows/address.yaml',
  line: 21,
  column: 7,
  endLine: 24,
  endColumn: 29,
  artefact: 'change-of-address',
  journey: [station(21, ['is asked “Password?”', 'fails the check']), station(22, []), station(3, ['is cut off'], { file: 'flows/billing.yaml' })],
  fingerprint: 'f1',
  url: 'https://carelint.dev/rules/verify-failure-dead-end',
  ...over,
});

/** A report, made by hand. */
export const report = (over: Partial<Report> = {}): Report => ({
  schemaVersion: 1,
  tool: { name: 'carelint', version: '0.1.0' },
  findings: [],
  unknowns: [],
  problems: [],
  exceptions: [],
  packs: [],
  groups: { promises: [], touchpoints: [], moments: [] },
  coverage: { files: 3, read: 2, unclaimed: 0, skipped: 0, failed: 1, artefacts: { flow: 2 }, steps: 12, rules: 2 },
  summary: { error: 0, warning: 0, advice: 0, unknown: 0, problems: 0, waived: 0 },
  ...over,
});

import type { Artefact } from '../../src/model/artefact.js';
import type { Step, StepData, StepKind } from '../../src/model/step.js';
import type { Rule } from '../../src/policy/rule.js';
import type { Moment, Verdict } from '../../src/policy/verdict.js';
import type { Locate } from '../../src/source/document.js';
import type { SettleInput } from '../../src/report/settle.js';

/** A step whose route is its id: `locate` below finds the line that holds it. */
export const step = (id: string, kind: StepKind, data: StepData = {}, label = id): Step => ({ id, kind, label, data, route: [id] });

export const artefact = (id: string, over: Partial<Artefact> = {}): Artefact => ({
  kind: 'flow',
  role: 'entry',
  channel: 'phone',
  id,
  name: id,
  keys: [],
  path: `${id}.yaml`,
  syntax: 'yaml',
  route: [],
  steps: [],
  edges: [],
  utterances: [],
  format: 'native',
  ...over,
});

export const rule = (id: string, over: Partial<Rule> = {}): Rule => ({
  id,
  title: `Title of ${id}`,
  suffers: 'They wait.',
  level: 'error',
  certainty: 'high',
  instead: 'Help.',
  sources: [],
  yieldsTo: [],
  options: {},
  ...over,
});

export const moment = (of: Artefact, at: Step, came: Partial<Omit<Moment, 'artefact' | 'step'>> = {}): Moment => ({
  artefact: of,
  step: at,
  ...came,
});

export const verdict = (of: Artefact, by: Rule, anchor: Step, over: Partial<Verdict> = {}): Verdict => ({
  rule: by,
  outcome: 'broken',
  artefact: of,
  route: anchor.route,
  anchor,
  message: `${anchor.id} is bad.`,
  journey: [moment(of, anchor)],
  identity: [anchor.id],
  ...over,
});

/** Finds the line that is the last key of the route. */
const locate: Locate = (source, _syntax, route) => {
  const line = source.text.split('\n').indexOf(String(route.at(-1) ?? '')) + 1 || 1;
  return { line, column: 1, endLine: line, endColumn: 9 };
};

export const input = (texts: Readonly<Record<string, string>>, over: Partial<SettleInput> = {}): SettleInput => ({
  version: '1.2.3',
  textOf: (path) => (texts[path] === undefined ? undefined : { path, text: texts[path] }),
  locate,
  problems: [],
  coverage: { files: 1, read: 1, unclaimed: 0, skipped: 0, failed: 0, artefacts: { flow: 1 }, steps: 3, rules: 1 },
  waivers: [],
  today: '2026-11-21',
  isDue: () => true,
  ...over,
});

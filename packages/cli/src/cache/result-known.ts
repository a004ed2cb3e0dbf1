import type { BaselineEntry, CompiledRule, HiddenFinding, Report } from '@carelint/core';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { shownPath } from '../find/read.js';
import type { AnalyseRequest } from '../run/analyse.js';
import { sha256 } from '../run/key.js';
import { askedFor } from '../run/partial.js';

/** What a run said, as far as a report is made of it. */
export interface RunSaid {
  readonly report: Report;
  readonly rules: readonly Omit<CompiledRule, 'judge'>[];
  readonly hidden: readonly HiddenFinding[];
  readonly baseline?: readonly BaselineEntry[];
  /** Files that it read besides those that it was asked to judge, with their digests. */
  readonly asked: readonly (readonly [path: string, digest: string])[];
}

/** Files that a baseline speaks of are looked for, whether they are judged or not. */
const baselineKey = ({ baseline, cwd }: AnalyseRequest): unknown => {
  if (baseline === undefined) return undefined;
  const { isMeant, ...asked } = baseline;
  const files = [...new Set(asked.entries.map(({ file }) => file))];
  return [asked, files.map((file) => [isMeant(file), existsSync(path.resolve(cwd, file))])];
};

/** All data in a value; of what is worked out from them by functions nothing is told twice. */
const dataOf = (value: unknown): string =>
  JSON.stringify(value, (_, inner: unknown) => (inner instanceof Map || inner instanceof Set ? [...(inner as Iterable<unknown>)] : inner));

/**
 * All that a report depends on; undefined where something goes into it that cannot be told (what has changed since a commit), or where it is about to
 * be changed (a baseline that takes in what is new).
 */
export const resultKey = (
  request: AnalyseRequest,
  assessing: string,
  digestOf: (file: AnalyseRequest['files'][number]) => string,
): string | undefined => {
  const { config, files, narrow, keep, baseline, cwd, selection, watch: _watch, progress: _progress, rules: _rules, ...others } = request;
  if (narrow !== undefined || keep || baseline?.takesNew === true) return undefined;
  if (Object.values(others).some((other) => typeof other === 'function')) return undefined;
  const asked = files.map((file) => [shownPath(cwd, file.absolute), askedFor(file, cwd), digestOf(file)]);
  // Where things lie is another place on another machine; how they lie to each other is in `assessing`.
  const { folder: _folder, sources: _sources, policies, ...decided } = config;
  const { folders: _folders, ...own } = policies;
  return sha256(Buffer.from(dataOf([assessing, decided, own, selection, others, baselineKey(request), asked])));
};

type Fields = Readonly<Record<string, unknown>>;

const isMap = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value);
const isListOf = (value: unknown, isItem: (item: unknown) => boolean): boolean => Array.isArray(value) && value.every(isItem);
const hasTexts = (value: unknown, ...names: readonly string[]): value is Fields =>
  isMap(value) && names.every((name) => typeof value[name] === 'string');
const hasLists = (value: Fields, ...names: readonly string[]): boolean => names.every((name) => Array.isArray(value[name]));
const hasCounts = (value: unknown): boolean => isMap(value) && Object.values(value).every((one) => typeof one === 'number' || isMap(one));

const isPair = (value: unknown): boolean => Array.isArray(value) && typeof value[0] === 'string' && typeof value[1] === 'string';
const isStation = (value: unknown): boolean => hasTexts(value, 'step', 'kind', 'label', 'artefact', 'file') && hasLists(value, 'told');
const isFinding = (value: unknown): boolean =>
  hasTexts(value, 'rule', 'level', 'certainty', 'title', 'message', 'instead', 'file', 'artefact', 'fingerprint') &&
  typeof value['line'] === 'number' &&
  typeof value['column'] === 'number' &&
  isListOf(value['journey'], isStation);

/** Whether a report has the form of one, as far as everybody relies on it who shows one. */
const isReport = (value: unknown): boolean =>
  isMap(value) &&
  value['schemaVersion'] === 1 &&
  hasTexts(value['tool'], 'name', 'version') &&
  isListOf(value['findings'], isFinding) &&
  isListOf(value['unknowns'], (one) => hasTexts(one, 'rule', 'file', 'artefact', 'why')) &&
  isListOf(value['problems'], (one) => hasTexts(one, 'file', 'message', 'severity')) &&
  isListOf(value['exceptions'], (one) => hasTexts(one, 'by', 'rule') && hasLists(one, 'hides')) &&
  isListOf(value['packs'], (one) => hasTexts(one, 'pack')) &&
  isMap(value['groups']) &&
  hasLists(value['groups'], 'promises', 'touchpoints', 'moments') &&
  hasCounts(value['coverage']) &&
  hasCounts(value['summary']);

/** What a run said, read back; undefined where it is not what one says. */
export const readSaid = (bytes: Buffer): RunSaid | undefined => {
  try {
    const said: unknown = JSON.parse(bytes.toString('utf8'));
    if (!isMap(said)) return undefined;
    const { report, rules, hidden, baseline = [], asked } = said;
    const isWhole =
      isReport(report) &&
      isListOf(rules, (rule) => hasTexts(rule, 'id', 'title', 'level')) &&
      isListOf(hidden, (one) => isMap(one) && isFinding(one['finding']) && isMap(one['by'])) &&
      isListOf(baseline, isMap) &&
      isListOf(asked, isPair);
    return isWhole ? (said as unknown as RunSaid) : undefined;
  } catch {
    return undefined;
  }
};

import { builtinPacks, builtinRules, locate, locateKey, scoreOf, UserError, type Rule, type Source } from '@carelint/core';
import { validate, type SummaryDocument } from '@carelint/policy-schema';
import path from 'node:path';
import { readText } from '../config/read-text.js';
import type { ResolvedConfig } from '../config/resolve.js';
import { shownPath } from '../find/read.js';
import { printableJson } from '../report/printable.js';
import { counted } from '../report/summary.js';
import { version } from '../version.js';
import { writeWhole } from '../write-whole.js';
import { countsOf, type Measured } from './measure.js';
import type { Snapshot } from './snapshot.js';

const builtin = new Set(builtinRules().map(({ id }) => id));
const isBuiltin = ({ id }: Pick<Rule, 'id'>): boolean => builtin.has(id);

/** Rules that come along, each once, with the loudest level at which it ran. */
const levelsOf = (rules: readonly Rule[]): SummaryDocument['rules'] => {
  const order = ['advice', 'warning', 'error'];
  const levels = new Map<string, Rule['level']>();
  for (const { id, level } of rules.filter(isBuiltin)) {
    const known = levels.get(id);
    if (known === undefined || order.indexOf(level) > order.indexOf(known)) levels.set(id, level);
  }
  return Object.fromEntries([...levels].sort(([a], [b]) => (a < b ? -1 : 1)));
};

type Options = Readonly<Record<string, unknown>>;

/** A rule as far as its options go. */
interface DeclaredOptions {
  readonly options?: Readonly<Record<string, { readonly default?: unknown }>>;
}

/** The options that a rule comes with. */
const defaultsOf = (id: string): Options => {
  const value = builtinRules().find((rule) => rule.id === id)?.value as DeclaredOptions | undefined;
  return Object.fromEntries(
    Object.entries(value?.options ?? {}).flatMap(([name, option]) => (option.default === undefined ? [] : [[name, option.default]])),
  );
};

const inOrder = (options: Options): string => JSON.stringify(Object.entries(options).sort(([a], [b]) => (a < b ? -1 : 1)));

/** Rules whose options are not those that they come with. */
const tuned = (rules: readonly Rule[]): readonly string[] => {
  const ids = rules.filter((rule) => isBuiltin(rule) && inOrder(rule.options) !== inOrder(defaultsOf(rule.id))).map(({ id }) => id);
  return [...new Set(ids)].sort();
};

/** The summary of a run that may be shown to everybody. */
export const summaryOf = (now: Measured, config: Pick<ResolvedConfig, 'today' | 'packs'>, name: string | undefined): SummaryDocument => {
  const { overall, promises, touchpoints } = scoreOf(now.cells(isBuiltin));
  const known = new Set(builtinRules().map(({ promise }) => promise));
  return {
    'carelint-summary': 1,
    ...(name === undefined ? {} : { name }),
    date: config.today,
    tool: version(),
    overall,
    promises: promises.filter((one) => known.has(one.name)),
    touchpoints,
    findings: countsOf(now.findings.filter(({ finding: { rule } }) => builtin.has(rule))),
    artefacts: { ...now.report.coverage.artefacts },
    rules: levelsOf(now.rules),
    tuned: tuned(now.rules),
    packs: config.packs.map(({ pack }) => pack).filter((pack) => Object.hasOwn(builtinPacks, pack)),
    'own-rules': new Set(now.rules.filter((rule) => !isBuiltin(rule)).map(({ id }) => id)).size,
  };
};

/** Writes the summary, wholly or not at all. */
export const publish = (file: string, summary: SummaryDocument, cwd: string): void => {
  writeWhole(path.resolve(cwd, file), printableJson(`${JSON.stringify(summary, null, 2)}\n`), file);
};

const parsed = (source: Source): unknown => {
  try {
    return JSON.parse(source.text);
  } catch {
    throw new UserError('This is no JSON. A summary is written by `carelint score --publish summary.json`.', { path: source.path });
  }
};

/** Reads what another organisation has published. Nothing of it is believed that is not in its form. */
const readSummary = (file: string, cwd: string): SummaryDocument => {
  const shown = shownPath(cwd, path.resolve(cwd, file));
  const source: Source = { path: shown, text: readText(path.resolve(cwd, file), shown) };
  const value = parsed(source);
  const written = (value as Options | null)?.['carelint-summary'];
  if (typeof written === 'number' && written > 1)
    throw new UserError(`This summary was written by a newer carelint (its version is ${String(written)}). Update carelint.`, { path: shown });
  const [mistake] = validate('summary', value);
  if (mistake === undefined) return value as SummaryDocument;
  const { message, route, atKey } = mistake;
  throw new UserError(message, { path: shown, place: atKey ? locateKey(source, 'json', route) : locate(source, 'json', route) });
};

const rulesNote = (ours: SummaryDocument, theirs: SummaryDocument): readonly string[] => {
  const here = Object.keys(ours.rules).filter((id) => !Object.hasOwn(theirs.rules, id)).length;
  const there = Object.keys(theirs.rules).filter((id) => !Object.hasOwn(ours.rules, id)).length;
  const levels = Object.entries(ours.rules).filter(([id, level]) => Object.hasOwn(theirs.rules, id) && theirs.rules[id] !== level).length;
  const options = [...new Set([...ours.tuned, ...theirs.tuned])].length;
  const parts = [
    ...(here === 0 ? [] : [`${counted(here, 'rule')} ran only here`]),
    ...(there === 0 ? [] : [`${counted(there, 'rule')} only there`]),
    ...(levels === 0 ? [] : [`${counted(levels, 'rule')} at another level`]),
    ...(options === 0 ? [] : [`${counted(options, 'rule')} with options of somebody's own`]),
  ];
  return parts.length === 0 ? [] : [`Not the same rules: ${parts.join(', ')}.`];
};

const ownNote = (own: number, where: string): readonly string[] =>
  own === 0 ? [] : [`${counted(own, 'rule')} of ${where} own ${own === 1 ? 'is' : 'are'} left out of the comparison.`];

/** What another organisation has published, and what keeps it from being compared with what is here. */
export const against = (file: string, ours: SummaryDocument, cwd: string): Snapshot => {
  const theirs = readSummary(file, cwd);
  const { name, date, tool, overall, promises, touchpoints } = theirs;
  return {
    label: `${name ?? shownPath(cwd, path.resolve(cwd, file))}, ${date}`,
    ...{ overall, promises, touchpoints, hasScore: true, isOther: true },
    notes: [
      ...(tool === ours.tool ? [] : [`They were measured by carelint ${tool}, and here it is ${ours.tool}: rules may judge otherwise.`]),
      ...rulesNote(ours, theirs),
      ...ownNote(ours['own-rules'], 'your'),
      ...ownNote(theirs['own-rules'], 'their'),
    ],
  };
};

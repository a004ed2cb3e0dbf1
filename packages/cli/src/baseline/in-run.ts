import { UserError, type BaselineEntry, type Report } from '@carelint/core';
import path from 'node:path';
import type { ResolvedConfig } from '../config/resolve.js';
import { shownPath } from '../find/read.js';
import { isWithin } from '../find/within.js';
import { counted } from '../report/summary.js';
import type { AskedBaseline, Analysis } from '../run/analyse.js';
import { baselinePlace, keyOf, openBaseline } from './baseline-file.js';
import { writeBaseline } from './write-baseline.js';

/** What `carelint check` was asked to do with a baseline. */
export interface BaselineOptions {
  readonly baseline?: string;
  readonly updateBaseline?: boolean;
  readonly prune?: boolean;
  readonly failOnStale?: boolean;
}

/** The baseline of a run, read. */
export interface OpenBaseline {
  readonly absolute: string;
  readonly asked: AskedBaseline;
}

/** Reads the baseline that is meant; undefined where there is none. */
export const openFor = (
  { baseline, updateBaseline: updates = false, prune = false, failOnStale = false }: BaselineOptions,
  config: ResolvedConfig,
  paths: readonly string[],
  cwd: string,
): OpenBaseline | undefined => {
  const place = baselinePlace(baseline, config, cwd);
  const entries = place === undefined ? undefined : openBaseline(place, updates, cwd);
  if (place === undefined || entries === undefined) {
    const what = updates ? '--update-baseline' : prune ? '--prune' : failOnStale ? '--fail-on-stale' : undefined;
    if (what === undefined) return undefined;
    throw new UserError(
      place === undefined
        ? `\`${what}\` and \`--baseline none\` ask for the opposite. Leave one out.`
        : `There is no baseline for \`${what}\`. Write one with \`carelint check --update-baseline\`.`,
    );
  }
  const roots = paths.length > 0 ? paths.map((typed) => path.resolve(cwd, typed)) : [config.files.length === 0 ? cwd : config.folder];
  return {
    absolute: place.absolute,
    asked: {
      file: shownPath(cwd, place.absolute),
      entries,
      takesNew: updates,
      isMeant: (file) => roots.some((root) => isWithin(root, path.resolve(cwd, file))),
    },
  };
};

/** Entries without those, or those of their findings, that are stale. */
const pruned = (entries: readonly BaselineEntry[], stale: readonly BaselineEntry[]): readonly BaselineEntry[] => {
  const gone = new Map<string, number>();
  for (const entry of stale) gone.set(keyOf(entry), (gone.get(keyOf(entry)) ?? 0) + (entry.count ?? 1));
  return entries.flatMap((entry) => {
    const { count = 1, ...rest } = entry;
    const left = count - (gone.get(keyOf(entry)) ?? 0);
    if (left === count) return [entry];
    return left < 1 ? [] : [left === 1 ? rest : { ...rest, count: left }];
  });
};

/** Writes the baseline where that was asked for, says so, and gives the report as it then is. */
export const writeAsked = async (
  { absolute, asked }: OpenBaseline,
  { report, baseline }: Pick<Analysis, 'report' | 'baseline'>,
  { updateBaseline: updates = false, prune = false }: BaselineOptions,
  say: (text: string) => void,
  cwd: string,
): Promise<Report> => {
  if ((!updates && !prune) || report.baseline === undefined) return report;
  const after = updates ? (baseline ?? []) : pruned(asked.entries, report.baseline.stale);
  const { known, added, removed } = await writeBaseline(absolute, asked.entries, after, cwd);
  const what = added + removed === 0 ? 'nothing new, nothing taken out' : `${added} new, ${removed} taken out`;
  say(`The baseline \`${asked.file}\` knows ${counted(known, 'finding')}: ${what}.\n`);
  return { ...report, baseline: { ...report.baseline, stale: [] } };
};

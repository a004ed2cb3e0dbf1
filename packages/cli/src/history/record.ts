import { UserError } from '@carelint/core';
import type { HistoryDocument } from '@carelint/policy-schema';
import path from 'node:path';
import { behindLinks } from '../baseline/baseline-file.js';
import { shownPath } from '../find/read.js';
import { lineOf } from '../git/run-git.js';
import { locked } from '../locked.js';
import { printableJson } from '../report/printable.js';
import { countsOf, type Measured } from '../score/measure.js';
import type { Spot } from '../score/snapshot.js';
import { version } from '../version.js';
import { writeWhole } from '../write-whole.js';
import { readHistory, type History, type HistoryPlace, type Recorded } from './history-file.js';

/** So many lines may go by until one lists all findings again. */
const FULL_EVERY = 50;
/** From this many days on, of days that are more than a year ago one a month is kept. */
const MOST_DAYS = 400;
const YEAR = 366 * 86_400_000;

type Prints = NonNullable<HistoryDocument['all']>;
type Findings = ReadonlyMap<string, Spot>;

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Findings by rule and file, in an order that nothing but their own words decides. */
const grouped = (findings: Findings): Prints => {
  const rules = new Map<string, Map<string, string[]>>();
  const ordered = [...findings].sort(([p, a], [q, b]) => compare(a.rule ?? '', b.rule ?? '') || compare(a.file ?? '', b.file ?? '') || compare(p, q));
  for (const [fingerprint, { rule = '', file = '' }] of ordered) {
    const files = rules.get(rule) ?? new Map<string, string[]>();
    rules.set(rule, files);
    files.set(file, [...(files.get(file) ?? []), fingerprint]);
  }
  return Object.fromEntries([...rules].map(([rule, files]) => [rule, Object.fromEntries(files)]));
};

const without = (findings: Findings, others: Findings): Findings => new Map([...findings].filter(([fingerprint]) => !others.has(fingerprint)));

type Told = Omit<HistoryDocument, 'all' | 'came' | 'went'>;

/** A line that lists all findings, or what came and went since another day. */
const lineFor = (told: Told, findings: Findings, before: Findings | undefined): string => {
  if (before === undefined) return printableJson(JSON.stringify({ ...told, all: grouped(findings) }));
  const [came, went] = [without(findings, before), [...without(before, findings).keys()].sort()];
  return printableJson(JSON.stringify({ ...told, ...(came.size === 0 ? {} : { came: grouped(came) }), ...(went.length === 0 ? {} : { went }) }));
};

const bare = ({ all: _all, came: _came, went: _went, ...told }: HistoryDocument): Told => told;

/** Days of a long history that need not be kept: of each month that is more than a year ago all but the first. */
const tooMany = (recorded: readonly Recorded[], today: string): ReadonlySet<Recorded> => {
  if (recorded.length < MOST_DAYS) return new Set();
  const months = new Set<string>();
  const old = recorded.filter(({ written: { date } }) => Date.parse(today) - Date.parse(date) > YEAR);
  return new Set(
    old.filter(({ written: { date } }) => {
      const month = date.slice(0, 7);
      return months.has(month) || !months.add(month);
    }),
  );
};

/** Every line but those that are dropped, as it stands; one that followed a dropped one lists all. */
const keptLines = ({ lines, recorded }: History, dropped: ReadonlySet<Recorded>): readonly string[] => {
  const byLine = new Map(recorded.map((day) => [day.line, day]));
  let wasDropped = false;
  return lines.flatMap((raw, index) => {
    const day = byLine.get(index + 1);
    if (day === undefined) return raw.trim() === '' ? [] : [raw];
    if (dropped.has(day)) {
      wasDropped = true;
      return [];
    }
    const line = wasDropped ? lineFor(bare(day.written), day.findings, undefined) : raw;
    wasDropped = false;
    return [line];
  });
};

/** What today's line builds on; undefined where it has to list all. */
const basisOf = (recorded: readonly Recorded[]): Findings | undefined => {
  const last = recorded.at(-1);
  const sinceAll = recorded.length - 1 - recorded.findLastIndex(({ written }) => written.all !== undefined);
  return last === undefined || !last.isExact || sinceAll + 1 >= FULL_EVERY ? undefined : last.findings;
};

/** The text of a history with today in it. A line of the same day, if it is the last one, gives way. */
export const withToday = (history: History | undefined, told: Told, findings: Findings): string => {
  const { recorded, lines } = history ?? { recorded: [], lines: [] };
  const last = recorded.at(-1);
  const replaces = last !== undefined && last.written.date === told.date && last.line === lines.length;
  const earlier = replaces ? recorded.slice(0, -1) : recorded;
  const gone = new Set([...tooMany(earlier, told.date), ...(replaces ? [last] : [])]);
  const kept = history === undefined ? [] : keptLines(history, gone);
  const before = earlier.at(-1);
  const isLost = before === undefined || gone.has(before) || (history?.bad ?? []).some(({ line }) => line > before.line);
  return [...kept, lineFor(told, findings, isLost ? undefined : basisOf(earlier)), ''].join('\n');
};

const commitHere = (folder: string): string | undefined => {
  try {
    return lineOf(folder, 'rev-parse', '--short=12', 'HEAD');
  } catch (error) {
    if (error instanceof UserError) return undefined;
    throw error;
  }
};

/** Adds today to the history, wholly or not at all; what another run wrote meanwhile stays. */
export const record = (place: HistoryPlace, now: Measured, date: string, cwd: string): Promise<void> => {
  const file = behindLinks(place.absolute);
  const commit = commitHere(cwd);
  const { overall, promises, touchpoints } = now.score;
  const told: Told = {
    date,
    ...(commit === undefined ? {} : { commit }),
    tool: version(),
    rules: now.digest,
    overall,
    promises,
    touchpoints,
    findings: countsOf(now.findings),
  };
  // From the folder of the history, wherever the command was called.
  const from = (at: string): string => shownPath(path.dirname(file), path.resolve(cwd, at));
  const findings = new Map(now.findings.map(({ finding: { fingerprint, rule, file: at } }) => [fingerprint, { rule, file: from(at) }]));
  const shown = shownPath(cwd, place.absolute);
  return locked(
    file,
    () => {
      writeWhole(file, withToday(readHistory({ absolute: file, isNamed: false }, true, cwd), told, findings), shown);
    },
    shown,
  );
};

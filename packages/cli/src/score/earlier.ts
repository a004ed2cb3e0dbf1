import { scoreOf, UserError, type ScoreCell } from '@carelint/core';
import { TOUCHPOINTS } from '@carelint/policy-schema';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { readText } from '../config/read-text.js';
import { shownPath } from '../find/read.js';
import { lineOf } from '../git/run-git.js';
import { daysOf, type History, type Recorded } from '../history/history-file.js';
import type { Measured } from './measure.js';
import type { Snapshot, Spot } from './snapshot.js';

type Values = Readonly<Record<string, unknown>>;

const isMap = (value: unknown): value is Values => typeof value === 'object' && value !== null && !Array.isArray(value);
const mapsIn = (value: unknown): readonly Values[] => (Array.isArray(value) ? value.filter(isMap) : []);
const textIn = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

const COUNTS = ['kept', 'broken', 'unknown', 'keptWeight', 'brokenWeight', 'unknownWeight'] as const;
const isCount = (value: unknown): boolean => typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;

/** A cell of a report from anywhere, of which nothing is believed. */
const cellIn = (value: Values): readonly ScoreCell[] => {
  const { promise, touchpoint } = value;
  if (!COUNTS.every((name) => isCount(value[name]))) return [];
  const known = TOUCHPOINTS.find((name) => name === touchpoint);
  const counts = Object.fromEntries(COUNTS.map((name) => [name, value[name]])) as unknown as ScoreCell;
  return [{ ...(typeof promise === 'string' ? { promise } : {}), ...(known === undefined ? {} : { touchpoint: known }), ...counts }];
};

/** Findings of a JSON report, those that it does not show among them. */
const findingsIn = (report: Values): ReadonlyMap<string, Spot> => {
  const spot = (value: Values): Spot => {
    const [rule, file] = [textIn(value['rule']), textIn(value['file'])];
    return { ...(rule === undefined ? {} : { rule }), ...(file === undefined ? {} : { file }) };
  };
  const hidden = mapsIn(report['exceptions']).flatMap((exception) =>
    (Array.isArray(exception['hides']) ? exception['hides'] : []).flatMap((print: unknown) =>
      typeof print === 'string' ? [[print, spot(exception)] as const] : [],
    ),
  );
  // What is said of exceptions themselves belongs to no promise, and counts in no score.
  const told = mapsIn(report['findings']).flatMap((finding) => {
    const print = textIn(finding['fingerprint']);
    return print === undefined || (finding['promise'] === undefined && textIn(finding['rule'])?.includes('/') !== true)
      ? []
      : [[print, spot(finding)] as const];
  });
  return new Map([...hidden, ...told]);
};

const parsed = (text: string, shown: string): Values => {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    value = undefined;
  }
  if (isMap(value) && value['schemaVersion'] === 1 && Array.isArray(value['findings'])) return value;
  throw new UserError('This is no report of carelint. Write one with `carelint check --format json=report.json`.', { path: shown });
};

/** A JSON report of an earlier run. */
const fromReport = (absolute: string, cwd: string): Snapshot => {
  const shown = shownPath(cwd, absolute);
  const report = parsed(readText(absolute, shown), shown);
  const score = isMap(report['score']) ? scoreOf(mapsIn(report['score']['cells']).flatMap(cellIn)) : undefined;
  const notes = [
    ...(score === undefined ? ['That report tells no score, so that only findings are compared.'] : []),
    ...(report['narrowed'] === undefined ? [] : ['That report tells a part of its findings only (`--changed` or `--staged`).']),
  ];
  const { overall, promises, touchpoints } = score ?? scoreOf([]);
  const findings = report['narrowed'] === undefined ? { findings: findingsIn(report) } : {};
  return { label: shown, overall, promises, touchpoints, hasScore: score !== undefined, notes, ...findings };
};

/** A day of the history. */
const fromDay = ({ written, findings, isExact }: Recorded, digest: string): Snapshot => {
  const { date, commit, overall, promises, touchpoints, rules } = written;
  return {
    label: commit === undefined ? date : `${date} (${commit})`,
    ...{ overall, promises, touchpoints, hasScore: true },
    notes: [
      ...(rules === digest ? [] : ['Rules, levels or options have changed since then: part of the difference may come from that.']),
      ...(isExact ? [] : ['A line of the history was lost before that day, so that nobody knows its findings.']),
    ],
    ...(isExact ? { findings } : {}),
  };
};

const DAY = /^\d{4}-\d{2}-\d{2}$/u;

const lastBy = (days: readonly Recorded[], date: string, asked: string): Recorded => {
  const found = days.findLast(({ written }) => written.date <= date);
  if (found !== undefined) return found;
  throw new UserError(`The history begins on ${days[0]?.written.date ?? ''}, after ${asked}.`);
};

const gitLine = (cwd: string, ...args: readonly string[]): string | undefined => {
  try {
    return lineOf(cwd, ...args);
  } catch {
    return undefined;
  }
};

const byCommit = (days: readonly Recorded[], asked: string, cwd: string): Recorded => {
  const full = asked.startsWith('-') ? undefined : gitLine(cwd, 'rev-parse', '--verify', '--quiet', `${asked}^{commit}`);
  const name = full ?? asked.toLowerCase();
  const found = days.findLast(
    ({ written: { commit } }) => commit !== undefined && name.length >= 7 && (name.startsWith(commit) || commit.startsWith(name)),
  );
  if (found !== undefined) return found;
  const date = full === undefined ? undefined : gitLine(cwd, 'show', '--no-patch', '--format=%cs', full);
  if (date !== undefined && DAY.test(date)) return lastBy(days, date, `the commit \`${asked}\` (${date})`);
  throw new UserError(`There is no file, no day of the history and no commit \`${asked}\`. Write a day as 2026-11-30.`);
};

/** The earlier run that is meant: a report, a day, a commit; without a word the last day before today. */
export const earlierRun = (asked: string | true, history: History | undefined, now: Measured, today: string, cwd: string): Snapshot => {
  if (typeof asked === 'string' && existsSync(path.resolve(cwd, asked))) return fromReport(path.resolve(cwd, asked), cwd);
  const days = history === undefined ? [] : daysOf(history);
  if (days.length === 0)
    throw new UserError('There is no history yet to compare with. Begin it with `carelint score --record`, or name a JSON report.');
  if (asked === true) return fromDay(days.findLast(({ written }) => written.date < today) ?? lastBy(days, today, 'today'), now.digest);
  return fromDay(DAY.test(asked) ? lastBy(days, asked, asked) : byCommit(days, asked, cwd), now.digest);
};

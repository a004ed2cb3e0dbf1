import {
  pointsIn,
  standingIn,
  UserError,
  type BrokenQuestion,
  type Finding,
  type Report,
  type ReportException,
  type Rule,
  type Score,
  type ScoreCell,
} from '@carelint/core';
import { nearest } from '@carelint/policy-schema';
import { createHash } from 'node:crypto';
import type { Analysis } from '../run/analyse.js';

/** A finding with what accepts it, if anything does. */
export interface Counted {
  readonly finding: Finding;
  readonly accepted?: ReportException['by'];
}

/** What a broken question costs, and the findings that say so. */
export interface Missing extends Omit<BrokenQuestion, 'findings'> {
  /** Of the score that is explained. */
  readonly points: number;
  readonly findings: readonly Counted[];
}

/** A service, measured. */
export interface Measured {
  readonly score: Score;
  readonly report: Report;
  readonly rules: readonly Rule[];
  /** Every finding that counts, accepted or not. */
  readonly findings: readonly Counted[];
  /** Tells this choice of rules, levels and options from another. */
  readonly digest: string;
  /** Cells of the rules that pass. */
  readonly cells: (passes?: (rule: Rule) => boolean) => readonly ScoreCell[];
  readonly broken: readonly (Omit<BrokenQuestion, 'findings'> & { readonly findings: readonly Counted[] })[];
}

const digestOf = (rules: readonly Rule[]): string => {
  const lines = rules.map(({ id, level, options }) => JSON.stringify([id, level, Object.entries(options).sort(([a], [b]) => (a < b ? -1 : 1))]));
  return createHash('sha256')
    .update([...new Set(lines)].sort().join('\n'))
    .digest('hex')
    .slice(0, 24);
};

/** The score of a run with all that it is made of. */
export const measured = ({ report, rules, judged, hidden }: Pick<Analysis, 'report' | 'rules' | 'judged' | 'hidden'>): Measured => {
  if (report.score === undefined || judged === undefined) throw new Error('the run counted no questions');
  const by = new Map(hidden.map(({ finding, by: exception }) => [finding, exception.by]));
  const counted = (finding: Finding): Counted => {
    const accepted = by.get(finding);
    return accepted === undefined ? { finding } : { finding, accepted };
  };
  const broken = judged.broken.map(({ findings, ...question }) => ({ ...question, findings: findings.map(counted) }));
  const all = new Map(broken.flatMap(({ findings }) => findings.map((one) => [one.finding.fingerprint, one] as const)));
  return { score: report.score, report, rules, findings: [...all.values()], digest: digestOf(rules), cells: judged.cells, broken };
};

/** What of a score is explained: all of it, a promise, or a touchpoint. */
export interface Part {
  readonly name?: string;
  readonly is: 'all' | 'promise' | 'touchpoint';
}

/** The part that a name means. */
export const partOf = ({ promises, touchpoints }: Score, name: string | true): Part => {
  if (name === true || name === 'all') return { is: 'all' };
  if (promises.some((one) => one.name === name)) return { is: 'promise', name };
  if (touchpoints.some((one) => one.name === name)) return { is: 'touchpoint', name };
  const known = [...promises, ...touchpoints].map((one) => one.name);
  const meant = nearest(name, known);
  throw new UserError(
    `Nothing was asked here about \`${name}\`. ${meant === undefined ? `There is ${known.join(', ') || 'nothing'}.` : `Did you mean \`${meant}\`?`}`,
  );
};

const isIn =
  ({ is, name }: Part) =>
  (of: Pick<ScoreCell, 'promise' | 'touchpoint'>): boolean =>
    is === 'all' || of[is] === name;

/** The standing of a part. */
export const standingOfPart = ({ score }: Measured, part: Part) => standingIn(score.cells.filter(isIn(part)));

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Every point that a part of the score lacks, the dearest question first. */
export const missingIn = ({ score, broken }: Measured, part: Part): readonly Missing[] => {
  const points = pointsIn(score.cells.filter(isIn(part)));
  return broken
    .filter(({ rule: { promise }, touchpoint }) =>
      isIn(part)({ ...(promise === undefined ? {} : { promise }), ...(touchpoint === undefined ? {} : { touchpoint }) }),
    )
    .map((question) => ({ ...question, points: points(question) }))
    .sort((a, b) => b.points - a.points || compare(a.file, b.file) || compare(a.rule.id, b.rule.id) || compare(a.artefact, b.artefact));
};

/** How many findings of each level count. */
export const countsOf = (findings: readonly Counted[]): Readonly<Record<Finding['level'], number>> => {
  const counts = { error: 0, warning: 0, advice: 0 };
  for (const { finding } of findings) counts[finding.level]++;
  return counts;
};

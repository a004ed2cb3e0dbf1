import type { ReportDocument, ReportMend, ReportMoment } from '@carelint/policy-schema';
import type { Level } from '../policy/rule.js';

/** Everything a run has to say; the JSON report is this, as it stands. Its form is the published report schema. */
export type Report = ReportDocument;
/** One station of a journey, placed. */
export type Station = ReportMoment;
/** A rule that is broken, with the journey that proves it. */
export type Finding = Report['findings'][number];
/** A change to files that mends a finding. */
export type Mend = ReportMend;
/** A rule that could not be judged. */
export type Unknown = Report['unknowns'][number];
/** A file, or a part of one, that could not be read; or a probable slip in it. */
export type ReportedProblem = Report['problems'][number];
/** Something that keeps a rule from speaking, with the reason that was given for it. */
export type ReportException = Report['exceptions'][number];
/** What was looked at, so that silence can be told from blindness. */
export type Coverage = Report['coverage'];
/** How many of each. */
export type Summary = Report['summary'];
/** A pack that was on, and how what it stands for held on the day of the run. */
export type PackStanding = Report['packs'][number];
/** Findings counted by what they have in common. */
export type Groups = Report['groups'];

/** From which level on a run fails. */
export type FailOn = Level | 'never';

const RANK: Readonly<Record<FailOn | 'off', number>> = { off: 0, advice: 1, warning: 2, error: 3, never: 4 };

/** Whether a level is louder than another. */
export const isLouder = (level: Level | 'off', than: Level | 'off'): boolean => RANK[level] > RANK[than];

/**
 * 0 clean, 1 findings at or above the level. What could not be read counts as an error: a file that nobody could look at is not clean.
 * (2, the user's mistake, and 3, our bug, never get as far as a report.)
 */
export const exitCode = (report: Report, failOn: FailOn): 0 | 1 => {
  const limit = RANK[failOn];
  const fails =
    report.findings.some(({ level }) => RANK[level] >= limit) ||
    report.problems.some(({ severity }) => RANK[severity === 'problem' ? 'error' : 'advice'] >= limit);
  return fails ? 1 : 0;
};

import type { EdgeEvent, StepKind } from '../model/step.js';
import type { Certainty, Level } from '../policy/rule.js';

/** One station of a journey, placed. */
export interface Station {
  readonly step: string;
  readonly kind: StepKind;
  readonly label: string;
  /** Id of the artefact that the step belongs to. */
  readonly artefact: string;
  /** How the customer came here; absent at the first station. */
  readonly event?: EdgeEvent;
  /** The words of that choice or branch. */
  readonly choice?: string;
  /** What is said here. */
  readonly text?: string;
  /** What happens to the customer here, then how they leave: verb phrases such as `hears “Goodbye.”`. Empty where nothing is felt. */
  readonly told: readonly string[];
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** A rule that is broken, with the journey that proves it. */
export interface Finding {
  readonly rule: string;
  readonly level: Level;
  readonly certainty: Certainty;
  readonly title: string;
  readonly message: string;
  readonly instead: string;
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  /** Id of the artefact that is blamed. */
  readonly artefact: string;
  readonly journey: readonly Station[];
  /** The journey that it is held against, for rules that compare two. */
  readonly against?: readonly Station[];
  /** The same for the same finding however lines move. */
  readonly fingerprint: string;
  readonly url?: string;
}

/** A rule that could not be judged. */
export interface Unknown {
  readonly rule: string;
  readonly file: string;
  readonly artefact: string;
  /** The step behind which nothing can be seen. */
  readonly step?: string;
  readonly why: string;
}

/** A file, or a part of one, that could not be read; or a probable slip in it. */
export interface ReportedProblem {
  readonly file: string;
  readonly message: string;
  readonly severity: 'problem' | 'advice';
  readonly line?: number;
  readonly column?: number;
}

/** Something that keeps a rule from speaking, with the reason that was given for it. */
export interface ReportException {
  readonly by: 'waiver' | 'comment' | 'off' | 'assumption';
  readonly rule: string;
  readonly because?: string;
  /** Of a comment the file that it stands in, of a waiver the file or glob that it names. */
  readonly file?: string;
  /** Where a comment stands. */
  readonly line?: number;
  readonly column?: number;
  /** The step that a waiver names. */
  readonly step?: string;
  readonly owner?: string;
  readonly until?: string;
  /** Fingerprints of the findings that it hides. */
  readonly hides: readonly string[];
}

/** What was looked at, so that silence can be told from blindness. */
export interface Coverage {
  /** Files that were found. */
  readonly files: number;
  /** Files from which something was understood. */
  readonly read: number;
  /** Files in a form that no reader knows. */
  readonly unclaimed: number;
  /** Files left alone: binary or too large. */
  readonly skipped: number;
  /** Files that could not be read. */
  readonly failed: number;
  /** How many artefacts there are, by kind. */
  readonly artefacts: Readonly<Record<string, number>>;
  readonly steps: number;
  readonly rules: number;
}

/** How many of each. */
export interface Summary {
  readonly error: number;
  readonly warning: number;
  readonly advice: number;
  readonly unknown: number;
  readonly problems: number;
  /** Findings hidden by waivers and comments. */
  readonly waived: number;
}

/** Everything a run has to say; the JSON report is this, as it stands. */
export interface Report {
  readonly schemaVersion: 1;
  readonly tool: { readonly name: 'carelint'; readonly version: string };
  readonly findings: readonly Finding[];
  readonly unknowns: readonly Unknown[];
  readonly problems: readonly ReportedProblem[];
  readonly exceptions: readonly ReportException[];
  readonly coverage: Coverage;
  readonly summary: Summary;
}

/** From which level on a run fails. */
export type FailOn = Level | 'never';

const RANK: Readonly<Record<FailOn, number>> = { advice: 1, warning: 2, error: 3, never: 4 };

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

import type { Finding, Report, ReportedProblem, Unknown } from './report.js';

/** What a report is narrowed to. */
export interface NarrowInput extends Pick<NonNullable<Report['narrowed']>, 'by' | 'since' | 'files' | 'because'> {
  /** Whether a file has changed. */
  readonly has: (file: string) => boolean;
}

/** What a report tells, narrowed or not. */
interface Told {
  readonly findings: readonly Finding[];
  readonly unknowns: readonly Unknown[];
  readonly problems: readonly ReportedProblem[];
}

/** A finding touches all files that its journeys go through: what was changed may stand at any station. */
const touches = ({ file, journey, against = [] }: Finding, has: NarrowInput['has']): boolean =>
  has(file) || journey.some((station) => has(station.file)) || against.some((station) => has(station.file));

/** Leaves out what touches no changed file, and says how much that was. */
export const narrowed = (all: Told, { has, ...about }: NarrowInput): Told & { readonly told: NonNullable<Report['narrowed']> } => {
  const left: Told =
    about.because === undefined
      ? {
          findings: all.findings.filter((finding) => touches(finding, has)),
          unknowns: all.unknowns.filter(({ file }) => has(file)),
          problems: all.problems.filter(({ file }) => has(file)),
        }
      : all;
  const leftOut = {
    findings: all.findings.length - left.findings.length,
    unknowns: all.unknowns.length - left.unknowns.length,
    problems: all.problems.length - left.problems.length,
  };
  return { ...left, told: { ...about, leftOut } };
};

import { exitCode, type FailOn, type Report } from '@carelint/core';
import { writeAsked, type BaselineOptions } from '../baseline/in-run.js';
import type { ResolvedConfig } from '../config/resolve.js';
import type { Output } from '../output.js';
import type { Wanted } from '../report/formats.js';
import { present, type ShowOptions } from '../report/present.js';
import type { Linted } from '../run/lint.js';
import type { Progress } from '../run/progress.js';
import { shownOf } from '../run/shown.js';
import type { Stopwatch } from '../run/stopwatch.js';
import { belowMin, minScoreOf } from '../score/min-score.js';
import { statsLines } from './stats.js';

/** How the report of a run is made and shown. */
export interface ReportOptions extends BaselineOptions {
  /** Each `--format`, as typed: `json`, `sarif=report.sarif`. */
  readonly format: readonly string[];
  readonly output?: string;
  readonly failOn?: FailOn;
  readonly minScore?: string;
  readonly quiet?: boolean;
  readonly verbose?: boolean;
  readonly suggest?: boolean;
  readonly color?: boolean;
  readonly stats?: boolean;
}

/** Where and how a run is brought to its end. */
export interface Concluding {
  /** What was asked for, as typed. */
  readonly paths: readonly string[];
  readonly options: ReportOptions;
  readonly targets: readonly Wanted[];
  readonly config: ResolvedConfig;
  readonly output: Output;
  readonly cwd: string;
  readonly watch: Stopwatch;
  readonly progress: Progress;
}

/** A run, done. */
export type Judged = Pick<Linted, 'analysis' | 'open' | 'files'>;

const showOptions = ({ color, verbose, suggest, quiet }: ReportOptions, failOn: FailOn, cwd: string): ShowOptions => ({
  cwd,
  failOn,
  verbose: verbose === true,
  suggest: suggest === true || verbose === true,
  ...(color === undefined ? {} : { color }),
  ...(quiet === true ? { atLeast: failOn === 'never' ? 'error' : failOn } : {}),
});

/** Somebody who mends a finding is not punished for it, unless the team wants its baseline to shrink in the same change. */
const codeOf = (report: Report, failOn: FailOn, { failOnStale, minScore }: ReportOptions, output: Output): number => {
  const below = belowMin(report, minScoreOf(minScore));
  if (below !== undefined) output.err(`${below}\n`);
  return below !== undefined || (failOnStale === true && (report.baseline?.stale.length ?? 0) > 0) ? 1 : exitCode(report, failOn);
};

/** Tells the times and counts of a run, where that is asked for. */
export const tellStats = (
  { options, output, watch }: Pick<Concluding, 'options' | 'output' | 'watch'>,
  counts: Readonly<Record<string, number>>,
): void => {
  if (options.stats === true) output.err(statsLines(watch, counts));
};

/** The counts of a run, for `--stats`. */
export const countsOf = ({ files, analysis: { remembered, report } }: Judged): Readonly<Record<string, number>> => ({
  files: files.length,
  ...(remembered === undefined ? {} : { remembered }),
  artefacts: Object.values(report.coverage.artefacts).reduce((sum, count) => sum + count, 0),
  steps: report.coverage.steps,
  rules: report.coverage.rules,
  findings: report.findings.length,
  unknowns: report.unknowns.length,
});

/** Writes the baseline where that is asked for, shows the report of a run, and gives the exit code. */
export const conclude = async (linted: Judged, concluding: Concluding): Promise<number> => {
  const { analysis, open } = linted;
  const { options, targets, config, output, cwd, watch, progress } = concluding;
  const report = open === undefined ? analysis.report : await writeAsked(open, analysis, options, output.err, cwd);
  const failOn = options.failOn ?? config.failOn;
  progress.end();
  await watch.timeAsync('render', () =>
    present(shownOf(linted, report, { config, cwd, whole: concluding.paths.length === 0 }), targets, showOptions(options, failOn, cwd), output),
  );
  tellStats(concluding, countsOf(linted));
  return codeOf(report, failOn, options, output);
};

import { exitCode, UserError, type FailOn, type Report } from '@carelint/core';
import { writeAsked, type BaselineOptions } from '../baseline/in-run.js';
import { cacheFolder, type CacheOptions } from '../cache/place.js';
import { resolveConfig, type ResolvedConfig } from '../config/resolve.js';
import type { Found } from '../find/find.js';
import { near } from '../find/meant.js';
import { againIn } from '../find/read.js';
import type { FixOptions, FixRequest, Fixed } from '../fix/fix.js';
import type { ChangeOptions } from '../git/changes.js';
import type { Output } from '../output.js';
import { targetsOf } from '../report/formats.js';
import { drawsFlows, present, type Shown, type ShowOptions } from '../report/present.js';
import type { Analysis } from '../run/analyse.js';
import { lint } from '../run/lint.js';
import { progressOn, type Progress } from '../run/progress.js';
import { stopwatch, type Stopwatch } from '../run/stopwatch.js';
import { dump, printConfig } from './inspect.js';
import { belowMin, minScoreOf } from '../score/min-score.js';
import { statsLines } from './stats.js';

/** The options of `carelint check`, as commander hands them over. */
export interface CheckOptions extends BaselineOptions, CacheOptions, ChangeOptions, FixOptions {
  readonly config?: string;
  readonly pack: readonly string[];
  readonly only: readonly string[];
  readonly skip: readonly string[];
  /** Each `--format`, as typed: `json`, `sarif=report.sarif`. */
  readonly format: readonly string[];
  readonly output?: string;
  readonly failOn?: FailOn;
  readonly minScore?: string;
  readonly date?: string;
  readonly stats?: boolean;
  readonly dump?: 'artefact' | 'service';
  readonly stdinLines?: boolean;
  readonly watch?: boolean;
  readonly printConfig?: boolean;
  readonly quiet?: boolean;
  readonly verbose?: boolean;
  readonly suggest?: boolean;
  readonly color?: boolean;
}

const showOptions = ({ color, verbose, suggest, quiet }: CheckOptions, failOn: FailOn, cwd: string): ShowOptions => ({
  cwd,
  failOn,
  verbose: verbose === true,
  suggest: suggest === true || verbose === true,
  ...(color === undefined ? {} : { color }),
  ...(quiet === true ? { atLeast: failOn === 'never' ? 'error' : failOn } : {}),
});

const stats = (watch: Stopwatch, enabled: boolean | undefined, output: Output, counts: Readonly<Record<string, number>>): void => {
  if (enabled === true) output.err(statsLines(watch, counts));
};

/** A score that is none is told before anything is read. What is taken into a baseline is what was found everywhere, seen by whoever takes it in. */
const refuseMistaken = ({ updateBaseline, changed, since, staged, minScore }: CheckOptions): void => {
  minScoreOf(minScore);
  if (updateBaseline === true && (changed === true || since !== undefined || staged === true))
    throw new UserError('`--update-baseline` takes in what is found everywhere, and `--changed` and `--staged` show a part. Leave one of them out.');
};

/** Mending is neither accepting nor only looking. */
const refuseOpposites = ({ fix, fixDryRun, updateBaseline, dump: dumps, watch, stdinLines }: CheckOptions): void => {
  if (fix !== true && fixDryRun !== true) return;
  const option = fix === true ? '--fix' : '--fix-dry-run';
  if (fix === true && fixDryRun === true) throw new UserError('`--fix` writes, and `--fix-dry-run` does not. Leave one out.');
  if (updateBaseline === true)
    throw new UserError(`\`${option}\` mends findings, and \`--update-baseline\` accepts them. Run \`carelint check --fix\` first, then the other.`);
  const other = dumps !== undefined ? '--dump' : watch === true ? '--watch' : stdinLines === true ? '--stdin-lines' : undefined;
  if (other !== undefined) throw new UserError(`\`${option}\` and \`${other}\` ask for different things. Leave one out.`);
};

/** Somebody who mends a finding is not punished for it, unless the team wants its baseline to shrink in the same change. */
const codeOf = (report: Report, failOn: FailOn, { failOnStale, minScore }: CheckOptions, output: Output): number => {
  const below = belowMin(report, minScoreOf(minScore));
  if (below !== undefined) output.err(`${below}\n`);
  return below !== undefined || (failOnStale === true && (report.baseline?.stale.length ?? 0) > 0) ? 1 : exitCode(report, failOn);
};

/** What there is to show. A history is about all that the config means. */
const shownOf = (
  analysis: Analysis,
  report: Report,
  paths: readonly string[],
  { defaults, folder, today }: ResolvedConfig,
  textOf: NonNullable<Shown['textOf']>,
): Shown => ({
  report,
  textOf,
  rules: analysis.rules,
  hidden: analysis.hidden,
  levelOf: (id) => defaults.get(id),
  // Of a report that was remembered the flows are not at hand, and nobody asks for them.
  get service() {
    return analysis.service;
  },
  ...(paths.length > 0 ? {} : { history: { folder, today } }),
});

/** Mends where that was asked for. What it says takes the place of the progress that is shown. */
const fixAsked = async (request: FixRequest, options: CheckOptions, output: Output, progress: Progress): Promise<Fixed | undefined> => {
  if (options.fix !== true && options.fixDryRun !== true) return undefined;
  const { fix } = await import('../fix/fix.js');
  const err = (text: string): void => {
    progress.end();
    output.err(text);
  };
  return fix(request, options, { ...output, err });
};

const countsOf = ({ remembered }: Analysis, { coverage, findings, unknowns }: Report, files: number): Readonly<Record<string, number>> => ({
  files,
  ...(remembered === undefined ? {} : { remembered }),
  artefacts: Object.values(coverage.artefacts).reduce((sum, count) => sum + count, 0),
  steps: coverage.steps,
  rules: coverage.rules,
  findings: findings.length,
  unknowns: unknowns.length,
});

/** The texts of files as they were judged; what was mended lies on the disk. */
const textsOf = (files: readonly Found[], fixed: Fixed | undefined, cwd: string): ((shown: string) => string | undefined) => {
  const again = againIn(fixed === undefined ? files : files.map(({ content: _, ...file }) => file), cwd);
  return (shown) => again(shown)?.text;
};

/** Runs once, or with `--watch` again and again. Gives the exit code. */
export const checkCommand = async (paths: readonly string[], options: CheckOptions, output: Output, cwd: string): Promise<number> => {
  refuseOpposites(options);
  if (options.watch !== true) return checkOnce(paths, options, output, cwd);
  const { watchRuns } = await import('../watch/watch.js');
  return watchRuns({ paths, options, cwd }, output, () => checkOnce(paths, options, output, cwd));
};

/** Reads, judges, reports. Gives the exit code. */
const checkOnce = async (paths: readonly string[], options: CheckOptions, output: Output, cwd: string): Promise<number> => {
  const watch = stopwatch();
  refuseMistaken(options);
  const targets = targetsOf(options.format, options.output, cwd);
  const resolve = (): ResolvedConfig =>
    resolveConfig({ cwd, near: near(cwd, paths), packs: options.pack, config: options.config, date: options.date });
  const config = watch.time('config', resolve);
  const selection = { only: options.only, skip: options.skip };
  if (options.printConfig === true) {
    output.out(printConfig(config, selection));
    return 0;
  }
  if (options.stdinLines === true) {
    const { checkLines } = await import('../lines/check-lines.js');
    const { code, counts } = await checkLines(paths, options, { output, cwd, config, watch });
    stats(watch, options.stats, output, counts);
    return code;
  }
  const progress = progressOn(output, options.quiet === true);
  const folder = cacheFolder(options, config, cwd);
  try {
    const linted = await lint({
      cwd,
      config,
      selection,
      paths,
      ...(options.dump === undefined ? { baseline: options } : {}),
      changes: options,
      env: output.env,
      ...(folder === undefined ? {} : { cache: { folder, say: output.err } }),
      keep: options.dump !== undefined || drawsFlows(targets),
      watch,
      progress,
    });
    const { open, files } = linted;
    const fixed = await fixAsked({ ...linted, cwd, paths, config, resolve }, options, output, progress);
    if (fixed?.ends === true) return fixed.code ?? 0;
    const analysis = fixed?.analysis ?? linted.analysis;
    const report = open === undefined ? analysis.report : await writeAsked(open, analysis, options, output.err, cwd);
    const failOn = options.failOn ?? config.failOn;
    progress.end();
    if (options.dump === undefined)
      await watch.timeAsync('render', () =>
        present(shownOf(analysis, report, paths, config, textsOf(files, fixed, cwd)), targets, showOptions(options, failOn, cwd), output),
      );
    else output.out(dump(analysis.service, options.dump, targets[0]?.format === 'json' ? 'json' : 'terminal'));
    stats(watch, options.stats, output, countsOf(analysis, report, files.length));
    return options.dump === undefined ? (fixed?.code ?? codeOf(report, failOn, options, output)) : 0;
  } finally {
    progress.end();
  }
};

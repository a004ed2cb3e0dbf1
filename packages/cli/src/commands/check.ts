import { UserError } from '@carelint/core';
import { cacheFolder, type CacheOptions } from '../cache/place.js';
import { resolveConfig, type ConfigRequest, type ResolvedConfig } from '../config/resolve.js';
import { near } from '../find/meant.js';
import type { FixOptions, FixRequest, Fixed } from '../fix/fix.js';
import type { ChangeOptions } from '../git/changes.js';
import type { Output } from '../output.js';
import { targetsOf } from '../report/formats.js';
import { drawsFlows } from '../report/present.js';
import { lint } from '../run/lint.js';
import { progressOn, type Progress } from '../run/progress.js';
import { stopwatch } from '../run/stopwatch.js';
import { minScoreOf } from '../score/min-score.js';
import { conclude, countsOf, tellStats, type ReportOptions } from './conclude.js';
import { dump, printConfig } from './inspect.js';

/** The options of `carelint check`, as commander hands them over. */
export interface CheckOptions extends ReportOptions, CacheOptions, ChangeOptions, FixOptions {
  readonly config?: string;
  readonly pack: readonly string[];
  readonly only: readonly string[];
  readonly skip: readonly string[];
  readonly date?: string;
  readonly dump?: 'artefact' | 'service';
  readonly stdinLines?: boolean;
  readonly watch?: boolean;
  readonly threads?: number | 'auto';
  /** Which part of the run, from 1, of how many. */
  readonly shard?: { readonly index: number; readonly of: number };
  readonly printConfig?: boolean;
}

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
  const request: ConfigRequest = { cwd, near: near(cwd, paths), packs: options.pack, config: options.config, date: options.date };
  const resolve = (): ResolvedConfig => resolveConfig(request);
  const config = watch.time('config', resolve);
  const selection = { only: options.only, skip: options.skip };
  if (options.printConfig === true) {
    output.out(printConfig(config, selection));
    return 0;
  }
  const progress = progressOn(output, options.quiet === true);
  const folder = cacheFolder(options, config, cwd);
  const setting = { output, cwd, request, config, watch, progress };
  try {
    if (options.stdinLines === true || options.shard !== undefined) {
      const work =
        options.shard === undefined ? (await import('../lines/check-lines.js')).checkLines : (await import('../parts/write-part.js')).writePart;
      const { code, counts } = await work(paths, options, setting);
      tellStats({ options, output, watch }, counts);
      return code;
    }
    const linted = await lint({
      cwd,
      config,
      selection,
      paths,
      ...(options.dump === undefined ? { baseline: options } : {}),
      changes: options,
      env: output.env,
      ...(folder === undefined ? {} : { cache: { folder, say: output.err } }),
      ...(output.thread === undefined ? {} : { threads: { threads: options.threads ?? 'auto', program: output.thread, config: request } }),
      keep: options.dump !== undefined || drawsFlows(targets),
      watch,
      progress,
    });
    const fixed = await fixAsked({ ...linted, cwd, paths, config, resolve }, options, output, progress);
    if (fixed?.ends === true) return fixed.code ?? 0;
    const judged = {
      ...linted,
      ...(fixed?.analysis === undefined ? {} : { analysis: fixed.analysis }),
      // What was mended lies on the disk.
      ...(fixed === undefined ? {} : { files: linted.files.map(({ content: _, ...file }) => file) }),
    };
    if (options.dump === undefined) {
      const code = await conclude(judged, { options, targets, config, output, cwd, watch, progress, paths });
      return fixed?.code ?? code;
    }
    progress.end();
    output.out(dump(judged.analysis.service, options.dump, targets[0]?.format === 'json' ? 'json' : 'terminal'));
    tellStats({ options, output, watch }, countsOf(judged));
    return 0;
  } finally {
    progress.end();
  }
};

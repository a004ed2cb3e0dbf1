import { exitCode, UserError, type FailOn, type Report } from '@carelint/core';
import path from 'node:path';
import { statSync } from 'node:fs';
import { openFor, writeAsked, type BaselineOptions } from '../baseline/in-run.js';
import { resolveConfig } from '../config/resolve.js';
import { changesFor, narrowTo, withStaged, type ChangeOptions } from '../git/changes.js';
import type { Output } from '../output.js';
import { targetsOf } from '../report/formats.js';
import { drawsFlows, present, type ShowOptions } from '../report/present.js';
import { analyse } from '../run/analyse.js';
import { progressOn } from '../run/progress.js';
import { stopwatch, type Stopwatch } from '../run/stopwatch.js';
import { findFiles } from './check-files.js';
import { dump, printConfig } from './inspect.js';
import { statsLines } from './stats.js';

/** The options of `carelint check`, as commander hands them over. */
export interface CheckOptions extends BaselineOptions, ChangeOptions {
  readonly config?: string;
  readonly pack: readonly string[];
  readonly only: readonly string[];
  readonly skip: readonly string[];
  /** Each `--format`, as typed: `json`, `sarif=report.sarif`. */
  readonly format: readonly string[];
  readonly output?: string;
  readonly failOn?: FailOn;
  readonly date?: string;
  readonly stats?: boolean;
  readonly dump?: 'artefact' | 'service';
  readonly stdinLines?: boolean;
  readonly printConfig?: boolean;
  readonly quiet?: boolean;
  readonly verbose?: boolean;
  readonly color?: boolean;
}

/** The folder from which a config is looked for: that of the first path, if it exists. */
export const near = (cwd: string, [first]: readonly string[]): string => {
  if (first === undefined) return cwd;
  const absolute = path.resolve(cwd, first);
  try {
    return statSync(absolute).isDirectory() ? absolute : path.dirname(absolute);
  } catch {
    // Whoever looks for the files says what is wrong with the path.
    return cwd;
  }
};

const showOptions = ({ color, verbose, quiet }: CheckOptions, failOn: FailOn, cwd: string): ShowOptions => ({
  cwd,
  failOn,
  verbose: verbose === true,
  ...(color === undefined ? {} : { color }),
  ...(quiet === true ? { atLeast: failOn === 'never' ? 'error' : failOn } : {}),
});

/** Why a run over these paths cannot begin. */
export const nothingToRead = (paths: readonly string[]): UserError =>
  new UserError(
    `There is nothing to read in ${paths.length === 0 ? 'this folder' : paths.map((typed) => `\`${typed}\``).join(', ')}. Name a file or a folder, and check what .gitignore, .carelintignore and the config leave out.`,
  );

const stats = (watch: Stopwatch, enabled: boolean | undefined, output: Output, counts: Readonly<Record<string, number>>): void => {
  if (enabled === true) output.err(statsLines(watch, counts));
};

/** What is taken into a baseline is what was found everywhere, seen by whoever takes it in. */
const refuseHalfBaseline = ({ updateBaseline, changed, since, staged }: CheckOptions): void => {
  if (updateBaseline === true && (changed === true || since !== undefined || staged === true))
    throw new UserError('`--update-baseline` takes in what is found everywhere, and `--changed` and `--staged` show a part. Leave one of them out.');
};

/** Somebody who mends a finding is not punished for it, unless the team wants its baseline to shrink in the same change. */
const codeOf = (report: Report, failOn: FailOn, { failOnStale }: CheckOptions): number =>
  failOnStale === true && (report.baseline?.stale.length ?? 0) > 0 ? 1 : exitCode(report, failOn);

/** Reads, judges, reports. Gives the exit code. */
export const checkCommand = async (paths: readonly string[], options: CheckOptions, output: Output, cwd: string): Promise<number> => {
  const watch = stopwatch();
  refuseHalfBaseline(options);
  const targets = targetsOf(options.format, options.output, cwd);
  const config = watch.time('config', () =>
    resolveConfig({ cwd, near: near(cwd, paths), packs: options.pack, config: options.config, date: options.date }),
  );
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
  try {
    const open = options.dump === undefined ? openFor(options, config, paths, cwd) : undefined;
    const changes = changesFor(options, cwd, output.env);
    const found = watch.time('find', () => findFiles(cwd, paths, config)).filter(({ absolute }) => absolute !== open?.absolute);
    const files = withStaged(found, changes);
    if (files.length === 0) throw nothingToRead(paths);
    const analysis = await analyse({
      cwd,
      config,
      selection,
      files,
      whole: paths.length === 0,
      keep: options.dump !== undefined || drawsFlows(targets),
      ...(open === undefined ? {} : { baseline: open.asked }),
      ...(changes === undefined ? {} : { narrow: narrowTo(changes, config, cwd) }),
      watch,
      progress,
    });
    const { service, rules, hidden } = analysis;
    const report = open === undefined ? analysis.report : await writeAsked(open, analysis, options, output.err, cwd);
    const failOn = options.failOn ?? config.failOn;
    progress.end();
    if (options.dump === undefined)
      await watch.timeAsync('render', () =>
        present({ report, rules, service, hidden, levelOf: (id) => config.defaults.get(id) }, targets, showOptions(options, failOn, cwd), output),
      );
    else output.out(dump(service, options.dump, targets[0]?.format === 'json' ? 'json' : 'terminal'));
    const { coverage, findings, unknowns } = report;
    stats(watch, options.stats, output, {
      files: files.length,
      artefacts: service.artefacts.length,
      steps: coverage.steps,
      rules: coverage.rules,
      findings: findings.length,
      unknowns: unknowns.length,
    });
    return options.dump === undefined ? codeOf(report, failOn, options) : 0;
  } finally {
    progress.end();
  }
};

import { exitCode, UserError, type FailOn, type Report } from '@carelint/core';
import path from 'node:path';
import { statSync } from 'node:fs';
import { resolveConfig, type ResolvedConfig } from '../config/resolve.js';
import { find, type Found } from '../find/find.js';
import type { Output } from '../output.js';
import { writeWhole } from '../write-whole.js';
import { renderJson } from '../report/json.js';
import { hasColor, styleFor, widthFor } from '../report/style.js';
import { renderTerminal } from '../report/terminal.js';
import { analyse } from '../run/analyse.js';
import { stopwatch, type Stopwatch } from '../run/stopwatch.js';
import { dump, printConfig } from './inspect.js';
import { statsLines } from './stats.js';

/** The options of `carelint check`, as commander hands them over. */
export interface CheckOptions {
  readonly config?: string;
  readonly pack: readonly string[];
  readonly only: readonly string[];
  readonly skip: readonly string[];
  readonly format: 'terminal' | 'json';
  readonly output?: string;
  readonly failOn?: FailOn;
  readonly stats?: boolean;
  readonly dump?: 'artefact' | 'service';
  readonly printConfig?: boolean;
  readonly quiet?: boolean;
  readonly verbose?: boolean;
  readonly color?: boolean;
}

/** The folder from which a config is looked for: that of the first path, if it exists. */
const near = (cwd: string, [first]: readonly string[]): string => {
  if (first === undefined) return cwd;
  const absolute = path.resolve(cwd, first);
  const stat = statSync(absolute, { throwIfNoEntry: false });
  if (stat === undefined) return cwd;
  return stat.isDirectory() ? absolute : path.dirname(absolute);
};

const findFiles = (cwd: string, paths: readonly string[], config: ResolvedConfig): readonly Found[] => {
  const request = { cwd, ignore: { folder: config.folder, patterns: config.ignore }, notInside: config.policies.folders };
  if (paths.length > 0) return find({ ...request, paths });
  if (config.files.length === 0) return find({ ...request, paths: ['.'] });
  return find({ ...request, paths: config.files.map((glob) => path.join(config.folder, glob)) });
};

const show = (report: Report, options: CheckOptions, failOn: FailOn, output: Output, cwd: string): void => {
  const toFile = options.output !== undefined;
  const color = !toFile && hasColor({ ...(options.color === undefined ? {} : { flag: options.color }), env: output.env, isTTY: output.isTTY });
  const text =
    options.format === 'json'
      ? renderJson(report)
      : renderTerminal(report, {
          width: widthFor(toFile ? undefined : output.columns),
          style: styleFor(color),
          verbose: options.verbose === true,
          ...(options.quiet === true ? { atLeast: failOn === 'never' ? 'error' : failOn } : {}),
        });
  if (options.output === undefined) output.out(text);
  else writeWhole(path.resolve(cwd, options.output), text);
};

const nothingToRead = (paths: readonly string[]): UserError =>
  new UserError(`There is nothing to read in ${paths.length === 0 ? 'this folder' : paths.map((typed) => `\`${typed}\``).join(', ')}. Name a file or a folder, and check what .gitignore, .carelintignore and the config leave out.`);

const stats = (watch: Stopwatch, enabled: boolean | undefined, output: Output, counts: Readonly<Record<string, number>>): void => {
  if (enabled === true) output.err(statsLines(watch, counts));
};

/** Reads, judges, reports. Gives the exit code. */
export const checkCommand = async (paths: readonly string[], options: CheckOptions, output: Output, cwd: string): Promise<number> => {
  const watch = stopwatch();
  const config = watch.time('config', () =>
    resolveConfig({ cwd, near: near(cwd, paths), packs: options.pack, ...(options.config === undefined ? {} : { config: options.config }) }));
  const selection = { only: options.only, skip: options.skip };
  if (options.printConfig === true) {
    output.out(printConfig(config, selection));
    return 0;
  }
  const files = watch.time('find', () => findFiles(cwd, paths, config));
  if (files.length === 0) throw nothingToRead(paths);
  const { report, service } = await analyse({ cwd, config, selection, files, whole: paths.length === 0, watch });
  const failOn = options.failOn ?? config.failOn;
  if (options.dump === undefined) watch.time('render', () => { show(report, options, failOn, output, cwd); });
  else output.out(dump(service, options.dump, options.format));
  const { steps, rules } = report.coverage;
  stats(watch, options.stats, output, { files: files.length, artefacts: service.artefacts.length, steps, rules, findings: report.findings.length, unknowns: report.unknowns.length });
  return options.dump === undefined ? exitCode(report, failOn) : 0;
};

import { changesNothing, compareServices, isWorse, UserError, type Level, type Report } from '@carelint/core';
import path from 'node:path';
import { resolveConfig } from '../config/resolve.js';
import { outlineOf } from '../diff/outline.js';
import { sidesAsked, type Meant } from '../diff/sides.js';
import type { Output } from '../output.js';
import { withoutCommands } from '../report/ci-commands.js';
import { printableJson } from '../report/printable.js';
import { styleOf, widthFor } from '../report/style.js';
import { oneLine } from '../report/told.js';
import { analyse, type Analysis } from '../run/analyse.js';
import { progressOn } from '../run/progress.js';
import { stopwatch } from '../run/stopwatch.js';
import { writeWhole } from '../write-whole.js';

/** The options of `carelint diff`, as commander hands them over. */
export interface DiffCommandOptions {
  readonly format: 'terminal' | 'json' | 'markdown';
  readonly output?: string;
  readonly config?: string;
  readonly pack: readonly string[];
  readonly date?: string;
  readonly failOn?: 'worse' | Level;
  readonly verbose?: boolean;
  readonly color?: boolean;
}

/** What could not be read of a side. */
const problemsIn = ({ problems }: Report): Report['problems'] => problems.filter(({ severity }) => severity === 'problem');

const filesOf = (problems: Report['problems']): ReadonlySet<string> => new Set(problems.map(({ file }) => file));

const told = (problems: Report['problems'], { name }: Meant): readonly string[] =>
  problems.map(({ file, line, message }) => `${file}${line === undefined ? '' : `:${line}`} (${name}): ${message}`);

const rendered = async (
  before: Analysis,
  after: Analysis,
  meant: readonly [Meant, Meant],
  options: DiffCommandOptions,
  level: Level,
  output: Output,
): Promise<{ readonly text: string; readonly worse: boolean }> => {
  const problems = [problemsIn(before.report), problemsIn(after.report)] as const;
  const unreadFiles = { before: filesOf(problems[0]), after: filesOf(problems[1]) };
  const comparison = compareServices({
    unread: unreadFiles,
    before: before.service,
    after: after.service,
    findings: { before: before.report.findings, after: after.report.findings },
    sole: meant.every(({ isFile }) => isFile),
  });
  const names = [meant[0].name, meant[1].name] as const;
  const unread = [...told(problems[0], meant[0]), ...told(problems[1], meant[1])];
  const worse = isWorse(comparison, level);
  if (options.format === 'json') {
    const { renderDiffJson } = await import('../diff/json.js');
    return {
      worse,
      text: printableJson(renderDiffJson(comparison, { names, nothing: changesNothing(comparison) && unread.length === 0, worse, unread })),
    };
  }
  for (const line of unread) output.err(`${withoutCommands(oneLine(line))}\n`);
  const outline = outlineOf(comparison, new Set([...unreadFiles.before, ...unreadFiles.after]).size);
  if (options.format === 'markdown') return { worse, text: (await import('../diff/markdown.js')).renderDiffMarkdown(outline, names) };
  const style = options.output === undefined ? styleOf(output, options.color) : styleOf({ env: {}, isTTY: false }, false);
  const { renderDiffTerminal } = await import('../diff/terminal.js');
  return { worse, text: renderDiffTerminal(outline, { names, style, width: widthFor(output.columns), verbose: options.verbose === true }) };
};

/** Tells what a change does to customers. Gives the exit code: 0, unless `--fail-on` asks for more. */
export const diffCommand = async (words: readonly string[], options: DiffCommandOptions, output: Output, cwd: string): Promise<number> => {
  const { before, after } = sidesAsked(words, cwd, output.env);
  // One config judges both sides, so that what differs is what customers meet, and not the measure.
  const config = resolveConfig({
    cwd: after.cwd,
    near: after.cwd,
    packs: options.pack,
    config: options.config === undefined || options.config === 'none' ? options.config : path.resolve(cwd, options.config),
    date: options.date,
  });
  const [was, is] = [before.filesFor(config), after.filesFor(config)];
  if (was.length === 0 && is.length === 0) throw new UserError(`There is nothing to read in ${before.name}, nor in ${after.name}.`);
  const progress = progressOn(output, false);
  try {
    const side = async (meant: Meant, files: typeof was): Promise<Analysis> =>
      analyse({ cwd: meant.cwd, config, selection: { only: [], skip: [] }, files, whole: false, keep: true, watch: stopwatch(), progress });
    const [one, two] = [await side(before, was), await side(after, is)];
    progress.end();
    const level = options.failOn === undefined || options.failOn === 'worse' ? (config.failOn === 'never' ? 'error' : config.failOn) : options.failOn;
    const { text, worse } = await rendered(one, two, [before, after], options, level, output);
    if (options.output === undefined) output.out(text);
    else writeWhole(path.resolve(cwd, options.output), text, options.output);
    return options.failOn !== undefined && worse ? 1 : 0;
  } finally {
    progress.end();
  }
};

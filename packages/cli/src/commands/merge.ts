import { UserError } from '@carelint/core';
import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import picomatch from 'picomatch';
import { needed } from '../config/read-text.js';
import { resolveConfig } from '../config/resolve.js';
import { near } from '../find/meant.js';
import { shownPath } from '../find/read.js';
import type { ChangeOptions } from '../git/changes.js';
import type { Output } from '../output.js';
import { allParts, knownFrom, refuseOtherRules } from '../parts/all-parts.js';
import { readPart } from '../parts/part-file.js';
import { targetsOf } from '../report/formats.js';
import { drawsFlows } from '../report/present.js';
import { keyOf } from '../run/key.js';
import { lint } from '../run/lint.js';
import { progressOn } from '../run/progress.js';
import { stopwatch } from '../run/stopwatch.js';
import { minScoreOf } from '../score/min-score.js';
import { version } from '../version.js';
import { conclude, type ReportOptions } from './conclude.js';

/** The options of `carelint merge`, as commander hands them over. */
export interface MergeOptions extends ReportOptions, Pick<ChangeOptions, 'changed' | 'since'> {
  readonly date?: string;
}

const PART = 'carelint-part-*-of-*.json';

const namesIn = (folder: string, cwd: string): readonly string[] => needed(shownPath(cwd, folder), () => readdirSync(folder)).sort();

const matching = (folder: string, pattern: string, cwd: string): readonly string[] => {
  const matches = picomatch(pattern);
  return namesIn(folder, cwd)
    .filter((name) => matches(name))
    .map((name) => path.join(folder, name));
};

/** Parts that are named: files, folders that hold them, or patterns that no shell has filled in. */
const partsNamed = (typed: readonly string[], cwd: string): readonly string[] => {
  const files = typed.flatMap((name) => {
    const absolute = path.resolve(cwd, name);
    const stat = statSync(absolute, { throwIfNoEntry: false });
    if (stat?.isDirectory() === true) return matching(absolute, PART, cwd);
    const isPattern = stat === undefined && picomatch.scan(path.basename(name)).isGlob;
    return isPattern ? matching(path.dirname(absolute), path.basename(name), cwd) : [absolute];
  });
  if (files.length === 0)
    throw new UserError(`There are no parts in ${typed.map((name) => `\`${name}\``).join(', ')}: no file is named \`${PART}\`.`);
  return [...new Set(files)];
};

/** Joins the parts of a run, and reports as the run over all files would. */
export const mergeCommand = async (typed: readonly string[], options: MergeOptions, output: Output, cwd: string): Promise<number> => {
  const watch = stopwatch();
  minScoreOf(options.minScore);
  const targets = targetsOf(options.format, options.output, cwd);
  const named = partsNamed(typed, cwd);
  const parts = watch.time('parts', () => allParts(named.map((file) => readPart(file, cwd, version()))));
  const { asked } = parts[0].part;
  const { paths, packs, config: written, only, skip } = asked;
  const day =
    options.date ??
    parts
      .map(({ part }) => part.day)
      .sort()
      .at(-1);
  const config = watch.time('config', () => resolveConfig({ cwd, near: near(cwd, paths), packs, config: written, date: day }));
  const selection = { only, skip };
  refuseOtherRules(parts, keyOf(config, selection, cwd));
  const progress = progressOn(output, options.quiet === true);
  try {
    const linted = await lint({
      ...{ cwd, config, selection, paths, watch, progress },
      baseline: options,
      changes: options,
      env: output.env,
      without: new Set(named),
      known: (files) => watch.time('parts', () => knownFrom(files, parts, cwd)),
      keep: drawsFlows(targets),
    });
    return await conclude(linted, { paths, options, targets, config, output, cwd, watch, progress });
  } finally {
    progress.end();
  }
};

import { UserError } from '@carelint/core';
import path from 'node:path';
import { resolveConfig, type ResolvedConfig } from '../config/resolve.js';
import type { Found } from '../find/find.js';
import { near } from '../find/meant.js';
import { lint as run } from '../run/lint.js';
import { NO_PROGRESS } from '../run/progress.js';
import { stopwatch } from '../run/stopwatch.js';
import { checkOptions } from './options.js';
import { resultOf } from './result.js';
import { FAIL_ON, type LintOptions, type LintResult, type LintTextOptions, type SourceText } from './types.js';

const COMMON = {
  cwd: 'text',
  config: 'text',
  packs: 'texts',
  only: 'texts',
  skip: 'texts',
  failOn: FAIL_ON,
  date: 'text',
  keepFlows: 'yes or no',
} as const;
const OF_TEXT = { ...COMMON, path: 'text' } as const;
const OF_FILES = {
  ...COMMON,
  paths: 'texts',
  sources: 'sources',
  baseline: 'text',
  cache: 'text',
  changed: 'yes or no',
  since: 'text',
  staged: 'yes or no',
} as const;

const foundIn = (sources: readonly SourceText[], cwd: string): readonly Found[] =>
  sources.map(({ path: name, text }) => ({ absolute: path.resolve(cwd, name), named: true, content: new TextEncoder().encode(text) }));

const configFor = ({ paths = [], sources = [], packs = [], config, date }: LintOptions, cwd: string): ResolvedConfig => {
  const named = [...paths, ...sources.map((source) => path.dirname(path.resolve(cwd, source.path)))];
  return resolveConfig({ cwd, near: near(cwd, named), packs, config, date });
};

/**
 * Reads and judges files as `carelint check` does, and gives the report. Prints nothing, writes nothing but a cache where one is asked for, and reads nothing of the environment.
 * A mistake in the options, the config or a policy is thrown as a `UserError`; what cannot be read stands in the report.
 */
export const lint = async (options: LintOptions = {}): Promise<LintResult> => {
  checkOptions('lint', options, OF_FILES);
  const { paths = [], sources, baseline, cache, changed, since, staged, only = [], skip = [] } = options;
  const cwd = path.resolve(options.cwd ?? '.');
  const config = configFor(options, cwd);
  const keep = options.keepFlows === true;
  const linted = await run({
    cwd,
    config,
    selection: { only, skip },
    paths,
    ...(sources === undefined ? {} : { sources: foundIn(sources, cwd) }),
    baseline: baseline === undefined ? {} : { baseline },
    changes: {
      ...(changed === undefined ? {} : { changed }),
      ...(since === undefined ? {} : { since }),
      ...(staged === undefined ? {} : { staged }),
    },
    env: {},
    // What keeps a cache from being written is no fault of the run.
    ...(cache === undefined ? {} : { cache: { folder: path.resolve(cwd, cache), say: () => undefined } }),
    keep,
    watch: stopwatch(),
    progress: NO_PROGRESS,
  });
  const whole = paths.length === 0 && sources === undefined;
  return resultOf(linted, { cwd, config, failOn: options.failOn ?? config.failOn, keepsFlows: keep, whole });
};

/** Judges one text as if it lay in a file, alone: what lies in other files is unknown. `lint` with `paths` and `sources` judges it beside them. */
export const lintText = async (text: string, options: LintTextOptions): Promise<LintResult> => {
  checkOptions('lintText', options, OF_TEXT);
  // Whoever writes JavaScript is told by no type.
  if (typeof (text as unknown) !== 'string') throw new UserError('`lintText` needs a text, and then its options.');
  if (typeof (options.path as unknown) !== 'string' || options.path === '')
    throw new UserError('`lintText` needs the option `path`: the file that the text stands for.');
  const { path: name, ...rest } = options;
  return lint({ ...rest, baseline: 'none', sources: [{ path: name, text }] });
};

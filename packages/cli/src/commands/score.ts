import { UserError } from '@carelint/core';
import path from 'node:path';
import { resolveConfig, type ResolvedConfig } from '../config/resolve.js';
import { near } from '../find/meant.js';
import { historyPlace, readHistory, type History } from '../history/history-file.js';
import type { Output } from '../output.js';
import { styleOf, widthFor, styleFor } from '../report/style.js';
import { lint } from '../run/lint.js';
import { progressOn } from '../run/progress.js';
import { stopwatch } from '../run/stopwatch.js';
import { earlierRun } from '../score/earlier.js';
import { measured, missingIn, partOf, standingOfPart, type Measured } from '../score/measure.js';
import { belowMin, minScoreOf } from '../score/min-score.js';
import { compared } from '../score/snapshot.js';
import type { Telling } from '../score/telling.js';
import { writeWhole } from '../write-whole.js';

/** The options of `carelint score`. */
export interface ScoreOptions {
  readonly config?: string;
  readonly pack: readonly string[];
  readonly date?: string;
  readonly format: 'terminal' | 'json' | 'markdown';
  readonly output?: string;
  readonly explain?: string | true;
  readonly minScore?: string;
  readonly record?: boolean;
  readonly history?: string;
  readonly trend?: string | true;
  readonly against?: string;
  readonly publish?: string;
  readonly as?: string;
  readonly color?: boolean;
}

const DEAREST = 5;

const measure = async (paths: readonly string[], config: ResolvedConfig, output: Output, cwd: string): Promise<Measured> => {
  const progress = progressOn(output, false);
  const selection = { only: [], skip: [] };
  try {
    const run = { cwd, config, selection, paths, baseline: {}, changes: {}, env: output.env, keep: false, watch: stopwatch(), progress };
    return measured((await lint(run)).analysis);
  } finally {
    progress.end();
  }
};

/** What is wrong with a history, and what was done about it. */
const historyNotes = (history: History | undefined): readonly string[] =>
  (history?.bad ?? []).map(({ line, message }) => `${history?.shown ?? ''}:${line}: ${message}`);

/** A history is about all that the config means. */
const partNotes = (paths: readonly string[], { trend }: ScoreOptions): readonly string[] =>
  trend === undefined || paths.length === 0
    ? []
    : ['Only what was named was read this time: part of the difference comes from that, unless the earlier run read the same.'];

const comparisons = async (
  now: Measured,
  history: History | undefined,
  config: ResolvedConfig,
  options: ScoreOptions,
  cwd: string,
): Promise<Pick<Telling, 'trend' | 'against'>> => {
  const asked = options.trend;
  const trend = asked === undefined ? undefined : compared(now, earlierRun(asked, history, now, config.today, cwd));
  if (options.against === undefined && options.publish === undefined) return trend === undefined ? {} : { trend };
  const { against, publish, summaryOf } = await import('../score/published.js');
  const ours = summaryOf(now, config, options.as);
  // What is compared is what would be published: rules of one's own are nobody else's.
  const published = { score: { ...now.score, ...ours, promises: [...ours.promises], touchpoints: [...ours.touchpoints] }, findings: [] };
  const beside = options.against === undefined ? undefined : compared(published, against(options.against, ours, cwd));
  if (options.publish !== undefined) publish(options.publish, ours, cwd);
  return { ...(trend === undefined ? {} : { trend }), ...(beside === undefined ? {} : { against: beside }) };
};

const rendered = async (telling: Telling, { format, color, output: file }: ScoreOptions, output: Output): Promise<string> => {
  if (format === 'json') return (await import('../score/json.js')).renderScoreJson(telling);
  if (format === 'markdown') return (await import('../score/markdown.js')).renderScoreMarkdown(telling);
  const { renderScore } = await import('../score/terminal.js');
  const style = file === undefined ? styleOf(output, color) : styleFor(false);
  return renderScore(telling, { width: widthFor(file === undefined ? output.columns : undefined), style });
};

const refuseHalf = ({ record, history, as, publish, trend }: ScoreOptions, paths: readonly string[]): void => {
  if (as !== undefined && publish === undefined) throw new UserError('`--as` is the name in what `--publish` writes. Add `--publish summary.json`.');
  if (history !== undefined && record !== true && trend === undefined)
    throw new UserError('`--history` names the file for `--record` and `--trend`. Add one of them.');
  if (record === true && paths.length > 0)
    throw new UserError('`--record` keeps how all of it stands. Leave the paths out; what is meant stands under `files` in carelint.yaml.');
};

/** Measures how well promises are kept, and compares. Gives the exit code: 1 only where `--min-score` asks for more. */
export const scoreCommand = async (paths: readonly string[], options: ScoreOptions, output: Output, cwd: string): Promise<number> => {
  refuseHalf(options, paths);
  const least = minScoreOf(options.minScore);
  const config = resolveConfig({ cwd, near: near(cwd, paths), packs: options.pack, config: options.config, date: options.date });
  const place = historyPlace(options.history, config.folder, cwd);
  const history = readHistory(place, options.record === true, cwd);
  const now = await measure(paths, config, output, cwd);
  const part = options.explain === undefined ? undefined : partOf(now.score, options.explain);
  const telling: Telling = {
    date: config.today,
    now,
    dearest: missingIn(now, { is: 'all' }).slice(0, DEAREST),
    ...(part === undefined ? {} : { explained: { part, standing: standingOfPart(now, part), missing: missingIn(now, part) } }),
    ...(await comparisons(now, history, config, options, cwd)),
    notes: [...historyNotes(history), ...partNotes(paths, options)],
  };
  if (options.record === true) await (await import('../history/record.js')).record(place, now, config.today, cwd);
  const text = await rendered(telling, options, output);
  if (options.output === undefined) output.out(text);
  else writeWhole(path.resolve(cwd, options.output), text, options.output);
  const below = belowMin(now.report, least);
  if (below !== undefined) output.err(`${below}\n`);
  return below === undefined ? 0 : 1;
};

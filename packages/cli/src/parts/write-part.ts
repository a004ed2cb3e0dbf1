import { UserError } from '@carelint/core';
import { statSync } from 'node:fs';
import path from 'node:path';
import type { CheckOptions } from '../commands/check.js';
import type { ConfigRequest, ResolvedConfig } from '../config/resolve.js';
import { findFiles, nothingToRead } from '../find/meant.js';
import { shownPath } from '../find/read.js';
import type { Output } from '../output.js';
import { counted } from '../report/summary.js';
import { cut } from '../run/cut.js';
import type { Progress } from '../run/progress.js';
import { partialRun } from '../run/share.js';
import type { Stopwatch } from '../run/stopwatch.js';
import { version } from '../version.js';
import { writeWhole } from '../write-whole.js';
import { partName, type Part } from './part-file.js';

/** Options that are about the report, which is made by `carelint merge`. */
const LATER = ['failOn', 'minScore', 'baseline', 'updateBaseline', 'prune', 'failOnStale', 'changed', 'since', 'verbose'] as const;
/** Options that mean nothing where a part is written. */
const REFUSED = ['staged', 'dump', 'stdinLines', 'fix', 'fixDryRun'] as const;

const typed = (name: string): string => `\`--${name.replace(/[A-Z]/gu, (letter) => `-${letter.toLowerCase()}`)}\``;

const refuseOthers = (options: CheckOptions): void => {
  const later = options.format.length > 0 ? 'format' : LATER.find((name) => options[name] !== undefined);
  if (later !== undefined)
    throw new UserError(`\`--shard\` writes a part of a run, of which \`carelint merge\` makes the report: give ${typed(later)} to that.`);
  const other = REFUSED.find((name) => options[name] !== undefined);
  if (other !== undefined) throw new UserError(`${typed(other)} and \`--shard\` do not go together. Leave one of them out.`);
};

/** What a part is written in. */
interface Setting {
  readonly output: Output;
  readonly cwd: string;
  readonly request: ConfigRequest;
  readonly config: ResolvedConfig;
  readonly watch: Stopwatch;
  readonly progress: Progress;
}

/** Judges one of several parts of the files, and writes down what comes of it. Every part is cut in the same way from the same files. */
export const writePart = async (
  paths: readonly string[],
  options: CheckOptions,
  { output, cwd, request, config, watch, progress }: Setting,
): Promise<{ readonly code: number; readonly counts: Readonly<Record<string, number>> }> => {
  refuseOthers(options);
  const { index: shard, of } = options.shard ?? { index: 1, of: 1 };
  const file = path.resolve(cwd, options.output ?? partName(shard, of));
  // A baseline with a name of its own is among them: which one is in force is decided by the merge.
  const found = findFiles(cwd, paths, config).filter(({ absolute }) => absolute !== file);
  if (found.length === 0) throw nothingToRead(paths);
  const sized = found.map((one) => ({ ...one, bytes: statSync(one.absolute, { throwIfNoEntry: false })?.size ?? 0 }));
  const files = cut(sized, of)[shard - 1] ?? [];
  const selection = { only: options.only, skip: options.skip };
  const judging = { cwd, config, selection, files, watch, progress };
  const threads = output.thread === undefined ? undefined : { threads: options.threads ?? 'auto', program: output.thread, config: request };
  const done = threads === undefined ? undefined : await (await import('../threads/share.js')).judgedByThreads(judging, threads);
  const run = await partialRun({ ...judging, ...(done?.rules === undefined ? {} : { rules: done.rules }) }, done?.sharing.known);
  const part: Part = {
    'carelint-part': 1,
    ...{ version: version(), shard, of, day: config.today },
    asked: { paths, packs: options.pack, ...(options.config === undefined ? {} : { config: options.config }), ...selection },
    run,
  };
  writeWhole(file, `${JSON.stringify(part)}\n`, shownPath(cwd, file));
  progress.end();
  if (options.quiet !== true)
    output.err(`Part ${String(shard)} of ${String(of)}: ${String(files.length)} of ${counted(found.length, 'file')}, in ${shownPath(cwd, file)}.\n`);
  return { code: 0, counts: { files: files.length } };
};

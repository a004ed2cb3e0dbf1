import type { CompiledRule } from '@carelint/core';
import type { ResolvedConfig } from '../config/resolve.js';
import { settingsFor, type Selection } from '../config/settings.js';
import type { Found } from '../find/find.js';
import { shownPath } from '../find/read.js';
import { compileRules } from '../run/compile-rules.js';
import type { PartialRun } from '../run/partial.js';
import { NO_PROGRESS } from '../run/progress.js';
import { partialRun } from '../run/share.js';
import { stopwatch } from '../run/stopwatch.js';

/** Work that several threads share: each takes the next chunk as long as there is one. */
export interface SharedWork {
  readonly cwd: string;
  readonly selection: Selection;
  readonly chunks: readonly (readonly Found[])[];
  /** How many chunks have been taken, in memory that all threads see. */
  readonly taken: Int32Array;
}

/** The rules for all that is to be judged: compiled once a thread. */
export const rulesOf = ({ cwd, selection, chunks }: SharedWork, config: ResolvedConfig): Promise<readonly CompiledRule[]> => {
  const shown = chunks.flat().map(({ absolute }) => shownPath(cwd, absolute));
  return compileRules(config.policies, settingsFor(config, selection, shown), config.assume);
};

/** Judges chunk after chunk that nobody else has taken, and hands over what comes of each. */
export const judgeChunks = async (
  { cwd, selection, chunks, taken }: SharedWork,
  config: ResolvedConfig,
  rules: readonly CompiledRule[],
  done: (part: PartialRun, chunk: number) => void,
): Promise<void> => {
  for (let next = Atomics.add(taken, 0, 1); next < chunks.length; next = Atomics.add(taken, 0, 1)) {
    const files = chunks[next] ?? [];
    done(await partialRun({ cwd, config, selection, rules, files, watch: stopwatch(), progress: NO_PROGRESS }), next);
  }
};

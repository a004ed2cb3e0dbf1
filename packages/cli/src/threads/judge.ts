import type { CompiledRule } from '@carelint/core';
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { ConfigRequest, ResolvedConfig } from '../config/resolve.js';
import type { PartialRun } from '../run/partial.js';
import type { Progress } from '../run/progress.js';
import { judgeChunks, type SharedWork } from './chunks.js';
import type { WorkOfThread } from './worker.js';

/** What threads are to do. */
export interface ThreadsRequest {
  readonly work: Omit<SharedWork, 'taken'>;
  /** The config as each thread reads it, and as this one has read it. */
  readonly asked: ConfigRequest;
  readonly config: ResolvedConfig;
  readonly rules: readonly CompiledRule[];
  /** How many threads, this one included. */
  readonly threads: number;
  /** The program of a further thread. */
  readonly program: URL;
  readonly progress: Progress;
}

/** A further thread at work: ends when it has done its share, fails where it does. */
const joined = async (worker: Worker): Promise<void> => {
  const [code] = (await once(worker, 'exit')) as [number];
  if (code !== 0) throw new Error(`A thread ended with ${String(code)}.`);
};

/**
 * Has chunks of files judged by this thread and further ones, whichever is free. What fails in one of them fails here: it is our bug, wherever it
 * happens.
 */
export const judgeInThreads = async ({ work, asked, config, rules, threads, program, progress }: ThreadsRequest): Promise<readonly PartialRun[]> => {
  const taken = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  const shared: SharedWork = { ...work, taken };
  const parts: PartialRun[] = [];
  const workerData: WorkOfThread = { ...shared, config: asked };
  const workers = Array.from({ length: threads - 1 }, () => new Worker(program, { workerData }));
  for (const worker of workers) worker.on('message', (part: PartialRun) => parts.push(part));
  const ends = Promise.all(workers.map(joined));
  // It is waited for below; until then nobody else hears of a failure.
  ends.catch(() => undefined);
  try {
    await judgeChunks(shared, config, rules, (part) => {
      parts.push(part);
      progress.tick('Judging by several threads', Math.min(Atomics.load(taken, 0), work.chunks.length), work.chunks.length);
    });
    await ends;
    return parts;
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
};

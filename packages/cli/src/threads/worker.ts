import { parentPort, workerData } from 'node:worker_threads';
import { resolveConfig, type ConfigRequest } from '../config/resolve.js';
import { judgeChunks, rulesOf, type SharedWork } from './chunks.js';

/** What a further thread is given. A config holds functions, which cannot be sent: each thread reads it for itself. */
export interface WorkOfThread extends SharedWork {
  readonly config: ConfigRequest;
}

const isUserError = (error: unknown): boolean => error instanceof Error && error.name === 'UserError';

/** The program of a further thread: judges its share and sends it home, part by part. */
const work = async (given: WorkOfThread): Promise<void> => {
  try {
    const config = resolveConfig(given.config);
    await judgeChunks(given, config, await rulesOf(given, config), (part) => parentPort?.postMessage(part));
  } catch (error) {
    // Config or policies were changed since the run began: the first thread meets that as well, and tells it with its place.
    if (!isUserError(error)) throw error;
  }
};

await work(workerData as WorkOfThread);

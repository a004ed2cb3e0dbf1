import { statSync } from 'node:fs';
import os from 'node:os';
import type { ConfigRequest } from '../config/resolve.js';
import { settingsFor } from '../config/settings.js';
import type { Found } from '../find/find.js';
import { shownPath } from '../find/read.js';
import type { AssessRequest, Sharing } from '../run/assess.js';
import { compileRules } from '../run/compile-rules.js';
import { cut, type Sized } from '../run/cut.js';
import { keyOf } from '../run/key.js';
import { knownIn } from '../run/share.js';

/** How threads are asked for. */
export interface ThreadsAsked {
  /** So many; `auto`: as many as pay. */
  readonly threads: number | 'auto';
  /** The program of a further thread. */
  readonly program: URL;
  /** The config as it was asked for: each thread reads it for itself. */
  readonly config: ConfigRequest;
}

/** What threads have made of a run: what is known of files now, and the rules, which are compiled already. */
export interface DoneByThreads extends Pick<AssessRequest, 'rules'> {
  readonly sharing: Pick<Sharing, 'known'>;
}

/** Has flows judged by threads, but for files of which all is known; undefined where the first thread does all. */
export type InThreads = (isKnown: (file: Found) => boolean) => Promise<DoneByThreads | undefined>;

/** Only flows are judged in parts; these endings they may have. What a package manager locks is large, and none. */
const MAY_BE_FLOW = /(?<!(?:^|[-.])lock)\.(?:ya?ml|json|i3\w+)$/iu;
/** Milliseconds that a byte of a flow takes, start left out: from 0.5 (Amazon Connect) to 1.3 (native flows) seconds a megabyte (bench). */
const EACH_BYTE = 0.7e-3;
/** What a further thread costs before it does anything (it loads the engine and compiles the rules), and what pays for it. */
const WORTH_A_THREAD = 1500;
const MOST_THREADS = 8;
/** With two processors two threads took as long as one, and half as much processor time again (bench: 6,000 flows, 26 s): one keeps more than one busy. */
const FEWEST_PROCESSORS = 4;
/** Memory that a thread may come to need. */
const MEMORY = 300 * 1024 * 1024;
/** So many bytes are judged as one chunk, so that threads end at about the same time and keep little. */
const CHUNK = 512 * 1024;
/** Chunks for each thread, where there are few files. */
const AT_LEAST = 4;

const sizeOf = (file: Found): (Found & Sized) | undefined => {
  if (file.content !== undefined || !MAY_BE_FLOW.test(file.absolute)) return undefined;
  const bytes = statSync(file.absolute, { throwIfNoEntry: false })?.size;
  return bytes === undefined ? undefined : { ...file, bytes };
};

/** How many threads pay for so many bytes of flows: none but this one for less than some seconds of work, and where processors are few. */
export const threadsWorth = (bytes: number, processors: number, memory: number): number =>
  processors < FEWEST_PROCESSORS
    ? 1
    : Math.max(1, Math.min(MOST_THREADS, processors, Math.floor(memory / MEMORY), Math.floor((bytes * EACH_BYTE) / WORTH_A_THREAD)));

/** Node has it since 20.13. */
const freeMemory = (): number => (process as { availableMemory?: () => number }).availableMemory?.() ?? os.freemem();

/**
 * Has flows judged by several threads, where that was asked for or pays; undefined where this thread does all. What cannot be judged in parts, and
 * files that are known already, are left to it.
 */
export const judgedByThreads = async (
  request: Omit<AssessRequest, 'keep' | 'rules'>,
  asked: ThreadsAsked,
  isKnown: (file: Found) => boolean = () => false,
): Promise<DoneByThreads | undefined> => {
  if (asked.threads === 1) return undefined;
  const { cwd, config, selection, files, progress, watch } = request;
  const flows = files.flatMap((file) => (isKnown(file) ? [] : (sizeOf(file) ?? [])));
  const bytes = flows.reduce((sum, file) => sum + file.bytes, 0);
  const threads = Math.min(flows.length, asked.threads === 'auto' ? threadsWorth(bytes, os.availableParallelism(), freeMemory()) : asked.threads);
  if (threads < 2) return undefined;
  const settings = settingsFor(
    config,
    selection,
    files.map(({ absolute }) => shownPath(cwd, absolute)),
  );
  const rules = await watch.timeAsync('compile', () => compileRules(config.policies, settings, config.assume));
  // A rule that must see all at once leaves nothing for the others to do.
  if (rules.some(({ wholeService, readsFoundOnly }) => wholeService && !readsFoundOnly)) return { rules, sharing: {} };
  const count = Math.min(flows.length, Math.max(threads * AT_LEAST, Math.ceil(bytes / CHUNK)));
  const chunks = cut(flows, count).map((chunk) => chunk.map(({ bytes: _, ...file }): Found => file));
  const { judgeInThreads } = await import('./judge.js');
  const parts = await watch.timeAsync('threads', () =>
    judgeInThreads({ work: { cwd, selection, chunks }, asked: asked.config, config, rules, threads, program: asked.program, progress }),
  );
  // A thread that found another config has worked for nothing.
  const key = keyOf(config, selection, cwd);
  return {
    rules,
    sharing: {
      known: knownIn(
        parts.filter((part) => part.key === key),
        cwd,
        () => true,
      ),
    },
  };
};

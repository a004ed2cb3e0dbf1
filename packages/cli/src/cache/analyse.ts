import { locate, UserError } from '@carelint/core';
import { resolve } from 'node:path';
import type { Found } from '../find/find.js';
import { digestNow, shownPath } from '../find/read.js';
import { analyse, settled, type Analysis, type AnalyseRequest } from '../run/analyse.js';
import { assess, type AssessedFiles } from '../run/assess.js';
import { keyOf, sha256 } from '../run/key.js';
import { isAskedAlike, type KnownFile } from '../run/partial.js';
import type { InThreads } from '../threads/share.js';
import { FilesKnown } from './files-known.js';
import { FlowsKnown } from './flows-known.js';
import { PlacesKnown } from './places-known.js';
import { readSaid, resultKey, type RunSaid } from './result-known.js';
import { Store } from './store.js';
import { toolKey } from './tool.js';

/** A digest of what a file that was looked into holds now. */
const digestIn = (cwd: string, shown: string): string => digestNow({ absolute: resolve(cwd, shown), named: true }, sha256);

const notAtHand = (): never => {
  throw new Error('what was judged is not at hand where a report was remembered');
};

/** What is at hand of a run whose report was remembered: all that a report is shown by. */
const restored = ({ report, rules, hidden, baseline }: RunSaid, files: number): Analysis => ({
  report,
  rules: rules.map((rule) => ({ ...rule, judge: notAtHand })),
  hidden,
  ...(baseline === undefined ? {} : { baseline }),
  remembered: files,
  get service(): never {
    return notAtHand();
  },
});

/** A run with a cache: what is taken from it, and what is put into it. */
class CachedRun {
  readonly #request: AnalyseRequest;
  readonly #store: Store;
  readonly #files: FilesKnown;
  /** What verdicts depend on besides the files. */
  readonly #assessing: string;
  readonly #inThreads: InThreads | undefined;

  constructor(request: AnalyseRequest, folder: string, say: (text: string) => void, inThreads: InThreads | undefined) {
    const { cwd, config, selection } = request;
    this.#request = request;
    this.#inThreads = inThreads;
    this.#store = new Store(folder, shownPath(cwd, folder), say);
    this.#files = new FilesKnown(this.#store, config.folder);
    this.#assessing = sha256(Buffer.from(`${toolKey()} ${keyOf(config, selection, cwd)}`));
  }

  /** What an earlier run said, where nothing has changed since. */
  said(): Analysis | undefined {
    if (!this.#store.has('result')) return undefined;
    const { files, cwd } = this.#request;
    const key = resultKey(this.#request, this.#assessing, (file) => this.#files.digestOf(file));
    const bytes = key === undefined ? undefined : this.#store.read('result', key);
    const said = bytes === undefined ? undefined : readSaid(bytes);
    if (key === undefined || said?.asked.every(([shown, digest]) => digestIn(cwd, shown) === digest) !== true) return undefined;
    this.#store.touch('result', key);
    this.#files.write();
    return restored(said, files.length);
  }

  /** Reads and judges what has changed; `forgets`: everything. */
  async run(forgets: boolean): Promise<Analysis> {
    const { files, cwd } = this.#request;
    const flows = new FlowsKnown(this.#store, this.#assessing, forgets);
    for (const file of files) this.#files.look(file);
    const cached = (file: Found): KnownFile | undefined => {
      const entry = flows.of(shownPath(cwd, file.absolute));
      if (entry === undefined || entry.again === true || !isAskedAlike(file, entry, cwd) || entry.digest !== this.#files.digestOf(file))
        return undefined;
      return { entry, numbers: flows.numbers };
    };
    const { rules, sharing } = (await this.#inThreads?.((file) => cached(file) !== undefined)) ?? {};
    let remembered = 0;
    const judged = await assess(
      { ...this.#request, ...(rules === undefined ? {} : { rules }) },
      {
        keeps: { digest: sha256, numbers: flows.numbers },
        known: (file) => {
          const known = cached(file);
          if (known !== undefined) remembered++;
          return known ?? sharing?.known?.(file);
        },
      },
    );
    const places = new PlacesKnown(this.#request, judged.kept, locate);
    const analysis: Analysis = { ...settled(this.#request, judged, places), remembered };
    const byPath = new Map(files.map((file) => [shownPath(cwd, file.absolute), file]));
    const kept = places.noted(judged.kept, (shown) => {
      const file = byPath.get(shown);
      return file === undefined ? '' : digestNow(file, sha256);
    });
    this.#keep(flows, { ...judged, kept }, analysis);
    return analysis;
  }

  #keep(flows: FlowsKnown, { kept, read }: AssessedFiles, { report, rules, hidden, baseline }: Analysis): void {
    const { files, cwd } = this.#request;
    const digests = new Map(kept.map(({ path: shown, digest }) => [shown, digest]));
    const shown = files.map(({ absolute }) => shownPath(cwd, absolute));
    for (const [index, file] of files.entries()) {
      const digest = digests.get(shown[index] ?? '');
      if (digest !== undefined) this.#files.learn(file, digest);
    }
    flows.write(shown, kept, (path) => this.#files.isThere(resolve(cwd, path)));
    this.#files.write();
    // What changed while it was read may have been seen in two ways.
    if (digests.size < files.length) return;
    const key = resultKey(this.#request, this.#assessing, (file) => this.#files.digestOf(file));
    if (key === undefined) return;
    const asked = read.asked.map((path) => [path, digestIn(cwd, path)] as const);
    const said: RunSaid = { report, rules, hidden, asked, ...(baseline === undefined ? {} : { baseline }) };
    this.#store.write('result', key, Buffer.from(JSON.stringify(said)));
  }
}

/**
 * Reads, judges and settles as `analyse` does, and takes from the cache in `folder` what is still true: all that an earlier run said, or else what it
 * found out about files that have not changed. `say` is told, in a sentence, what keeps the cache from being written. `inThreads`: what is
 * not in the cache may be judged by several threads.
 */
export const analyseCached = async (
  request: AnalyseRequest,
  folder: string,
  say: (text: string) => void,
  inThreads?: InThreads,
): Promise<Analysis> => {
  // Nothing is let go then.
  if (request.keep) return analyse(request);
  const run = new CachedRun(request, folder, say, inThreads);
  const said = run.said();
  if (said !== undefined) return said;
  try {
    return await run.run(false);
  } catch (error) {
    if (error instanceof UserError) throw error;
    // Somebody may have written a cache that has the form of one.
    return run.run(true);
  }
};

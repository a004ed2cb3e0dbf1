import { RuleNumbers } from '@carelint/core';
import { isPartialFile, type PartialFile } from '../run/partial.js';
import type { Store } from './store.js';

const NEWLINE = 10;

/** A file of an earlier run, with the very bytes that tell of it. */
interface Line {
  readonly entry: PartialFile;
  readonly bytes: Uint8Array;
}

/** What earlier runs by the same rules kept of files, each on a line of its own. The first line has the rules that verdicts speak of. */
export class FlowsKnown {
  readonly #store: Store;
  readonly #key: string;
  readonly #lines = new Map<string, Line>();
  readonly numbers: RuleNumbers;

  /** `forgets`: nothing is known. */
  constructor(store: Store, key: string, forgets: boolean) {
    this.#store = store;
    this.#key = key;
    const [rules, lines] = forgets ? [[], []] : this.#read();
    this.numbers = new RuleNumbers(rules);
    for (const line of lines) this.#lines.set(line.entry.path, line);
  }

  /** What is known of a file, by its name as it is shown. */
  of(path: string): PartialFile | undefined {
    return this.#lines.get(path)?.entry;
  }

  /**
   * Keeps what a run found out about its files, `paths`, beside what is known of other files that are still there. Nothing older is kept of a file of
   * the run: an entry tells what a run said of a file together with all that it is tied to, and is good only as long as no later run saw the one
   * without the other.
   */
  write(paths: Iterable<string>, kept: readonly PartialFile[], isThere: (path: string) => boolean): void {
    const before = new Map(this.#lines);
    for (const path of paths) this.#lines.delete(path);
    for (const entry of kept) {
      const known = before.get(entry.path);
      const bytes = known?.entry === entry ? known.bytes : Buffer.from(JSON.stringify(entry));
      this.#lines.set(entry.path, { entry, bytes });
    }
    const isSame = before.size === this.#lines.size && [...this.#lines].every(([path, line]) => before.get(path)?.bytes === line.bytes);
    if (isSame) return;
    const newline = Buffer.of(NEWLINE);
    const parts: Uint8Array[] = [Buffer.from(JSON.stringify(this.numbers.names))];
    for (const [path, { bytes }] of this.#lines) if (isThere(path)) parts.push(newline, bytes);
    this.#store.write('flows', this.#key, Buffer.concat(parts));
  }

  #read(): readonly [rules: readonly string[], lines: readonly Line[]] {
    const bytes = this.#store.read('flows', this.#key);
    if (bytes === undefined) return [[], []];
    try {
      const lines: Line[] = [];
      let rules: unknown;
      for (let start = 0; start < bytes.length;) {
        const next = bytes.indexOf(NEWLINE, start);
        const end = next < 0 ? bytes.length : next;
        const line = bytes.subarray(start, end);
        const value: unknown = JSON.parse(line.toString('utf8'));
        if (start === 0) rules = value;
        else if (Array.isArray(rules) && isPartialFile(value, rules.length)) lines.push({ entry: value, bytes: line });
        else return [[], []];
        start = end + 1;
      }
      return Array.isArray(rules) && rules.every((rule) => typeof rule === 'string') ? [rules, lines] : [[], []];
    } catch {
      return [[], []];
    }
  }
}

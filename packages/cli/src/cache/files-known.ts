import { statSync, type Stats } from 'node:fs';
import path from 'node:path';
import type { Found } from '../find/find.js';
import { digestNow, isUnreadable, shownPath } from '../find/read.js';
import { sha256 } from '../run/key.js';
import type { Store } from './store.js';

/** A file as the file system tells of it: whoever changes a file changes one of these. */
type Mark = readonly [size: number, modified: number, changed: number, inode: number];

/** A file that was read, and its digest. */
type Row = readonly [name: string, ...mark: Mark, digest: string];

/**
 * Clocks of disks are coarse: of a file that was changed so few milliseconds before it was read, nobody can tell by its times whether it was changed
 * once more right after. Its digest is worked out again until it is older (git calls such files racily clean).
 */
const COARSE = 3000;
const KEY = 'all';

const markOf = ({ size, mtimeMs, ctimeMs, ino }: Stats): Mark => [size, mtimeMs, ctimeMs, ino];

const isRow = (value: unknown): value is Row =>
  Array.isArray(value) &&
  value.length === 6 &&
  typeof value[0] === 'string' &&
  typeof value[5] === 'string' &&
  value.slice(1, 5).every((one) => typeof one === 'number');

const statOf = (absolute: string): Stats | undefined => {
  try {
    const stat = statSync(absolute);
    return stat.isFile() ? stat : undefined;
  } catch {
    return undefined;
  }
};

/** Digests of files, of those that have not changed since an earlier run without reading them. */
export class FilesKnown {
  readonly #store: Store;
  readonly #folder: string;
  readonly #rows = new Map<string, Row>();
  readonly #digests = new Map<string, string>();
  /** Marks that were taken in this run, before the file was read. */
  readonly #marks = new Map<string, Mark>();
  #clock: number | undefined;
  #isChanged = false;

  /** Names are told from `folder`. */
  constructor(store: Store, folder: string) {
    this.#store = store;
    this.#folder = folder;
    for (const row of this.#read()) this.#rows.set(row[0], row);
  }

  /** Notes how a file stands before it is read. */
  look({ absolute, content }: Found): void {
    this.#clock ??= Math.min(Date.now(), this.#store.clock() ?? 0);
    if (content !== undefined || this.#marks.has(absolute)) return;
    const stat = statOf(absolute);
    if (stat !== undefined) this.#marks.set(absolute, markOf(stat));
  }

  /** The digest of what a file holds. */
  digestOf(file: Found): string {
    const known = this.#digests.get(file.absolute);
    if (known !== undefined) return known;
    const unchanged = file.content === undefined ? this.#unchanged(file.absolute) : undefined;
    if (unchanged === undefined) this.look(file);
    const digest = unchanged ?? digestNow(file, sha256);
    if (unchanged === undefined) this.learn(file, digest);
    else this.#digests.set(file.absolute, digest);
    return digest;
  }

  /** Takes in the digest of a file that was read after it was looked at. */
  learn({ absolute }: Found, digest: string): void {
    this.#digests.set(absolute, digest);
    const mark = this.#marks.get(absolute);
    const name = this.#nameOf(absolute);
    const row = this.#rows.get(name);
    if (row?.[5] === digest && mark?.every((part, index) => part === row[index + 1]) === true) return;
    // Whether a file may be read depends on who reads it.
    const isOld = mark !== undefined && !isUnreadable(digest) && Math.max(mark[1], mark[2]) < (this.#clock ?? 0) - COARSE;
    if (mark !== undefined && isOld) {
      this.#rows.set(name, [name, ...mark, digest]);
      this.#isChanged = true;
    } else if (this.#rows.delete(name)) this.#isChanged = true;
  }

  /** Keeps what is known; of files that are gone nothing is. */
  write(): void {
    if (!this.#isChanged) return;
    const rows = [...this.#rows.values()].filter(([name]) => this.isThere(path.resolve(this.#folder, name)));
    this.#store.write('files', KEY, Buffer.from(JSON.stringify(rows)));
    this.#isChanged = false;
  }

  /** Whether there is such a file: one of this run, or else by a look. */
  isThere(absolute: string): boolean {
    return this.#digests.has(absolute) || statOf(absolute) !== undefined;
  }

  #unchanged(absolute: string): string | undefined {
    const row = this.#rows.get(this.#nameOf(absolute));
    const stat = row === undefined ? undefined : statOf(absolute);
    if (row === undefined || stat === undefined) return undefined;
    const mark = markOf(stat);
    if (!mark.every((part, index) => part === row[index + 1])) return undefined;
    // It is this state of the file that the digest is of, whatever becomes of it while the run goes on.
    this.#marks.set(absolute, mark);
    return row[5];
  }

  #nameOf(absolute: string): string {
    return shownPath(this.#folder, absolute);
  }

  #read(): readonly Row[] {
    const bytes = this.#store.read('files', KEY);
    try {
      const rows: unknown = bytes === undefined ? [] : JSON.parse(bytes.toString('utf8'));
      return Array.isArray(rows) && rows.every(isRow) ? rows : [];
    } catch {
      return [];
    }
  }
}

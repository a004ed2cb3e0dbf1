import { UserError } from '@carelint/core';
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { sha256 } from '../run/key.js';
import { cannotWrite, writeWhole } from '../write-whole.js';

/** Version of the form of all files of the cache. Another one is not read. */
const FORM = 1;

/** Files of one kind that are kept, the last used of them: for other folders, rules or days. */
const MOST = { result: 8, flows: 4, files: 1 } as const;

/** What a file of the cache holds: what a run said, what is known of flows, and what is known of files. */
export type CacheKind = keyof typeof MOST;

/** A file of a killed run is no longer written to after so many milliseconds. */
const ABANDONED = 3_600_000;

/** The first line of a file: all that is needed to tell whether the rest is whole, and of this version. */
interface Head {
  readonly carelint: CacheKind;
  readonly form: number;
  readonly key: string;
  /** Of all that follows. */
  readonly sha256: string;
}

const NEWLINE = 10;

const headOf = (line: string): Partial<Head> => {
  const head: unknown = JSON.parse(line);
  return typeof head === 'object' && head !== null ? head : {};
};

/** The folder of the cache. What cannot be read is as if it were not there; what cannot be written is said once, and the run goes on. */
export class Store {
  readonly #folder: string;
  readonly #shown: string;
  readonly #say: (text: string) => void;
  #isBroken = false;

  /** `shown`: the folder as the user may open it. */
  constructor(folder: string, shown: string, say: (text: string) => void) {
    this.#folder = folder;
    this.#shown = shown;
    this.#say = say;
  }

  /** What was kept under this key, byte for byte; undefined where it is not there, not whole or of another version. */
  read(kind: CacheKind, key: string): Buffer | undefined {
    try {
      const bytes = readFileSync(this.#fileOf(kind, key));
      const end = bytes.indexOf(NEWLINE);
      const { carelint, form, key: own, sha256: sum } = headOf(bytes.toString('utf8', 0, Math.max(0, end)));
      const rest = bytes.subarray(end + 1);
      return carelint === kind && form === FORM && own === key && sum === sha256(rest) ? rest : undefined;
    } catch {
      return undefined;
    }
  }

  /** Whether anything of a kind is kept. */
  has(kind: CacheKind): boolean {
    try {
      return readdirSync(this.#folder).some((name) => name.startsWith(kind));
    } catch {
      return false;
    }
  }

  /** Keeps something, wholly or not at all. */
  write(kind: CacheKind, key: string, content: Uint8Array): void {
    const head: Head = { carelint: kind, form: FORM, key, sha256: sha256(content) };
    this.#attempt(() => {
      this.#open();
      writeWhole(this.#fileOf(kind, key), Buffer.concat([Buffer.from(`${JSON.stringify(head)}\n`), content]), this.#shown);
      this.#tidy();
    });
  }

  /** Notes that something was of use, so that it is not the first to go. */
  touch(kind: CacheKind, key: string): void {
    try {
      const now = new Date();
      utimesSync(this.#fileOf(kind, key), now, now);
    } catch {
      // Then it goes sooner.
    }
  }

  /** The time by the clock of the disk that the cache lies on, in milliseconds; undefined where nothing can be written. */
  clock(): number | undefined {
    const probe = path.join(this.#folder, `.clock.${process.pid}.tmp`);
    let now: number | undefined;
    this.#attempt(() => {
      this.#open();
      try {
        writeFileSync(probe, '');
        now = statSync(probe).mtimeMs;
        rmSync(probe, { force: true });
      } catch (error) {
        throw cannotWrite(this.#shown, error);
      }
    });
    return now;
  }

  #fileOf(kind: CacheKind, key: string): string {
    return path.join(this.#folder, MOST[kind] === 1 ? kind : `${kind}-${key}`);
  }

  #open(): void {
    try {
      if (mkdirSync(this.#folder, { recursive: true }) === undefined) return;
      // A cache is nobody's to commit.
      writeFileSync(path.join(this.#folder, '.gitignore'), '*\n');
    } catch (error) {
      throw cannotWrite(this.#shown, error);
    }
  }

  #attempt(work: () => void): void {
    if (this.#isBroken) return;
    try {
      work();
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      this.#isBroken = true;
      this.#say(`The cache: ${error.message} The report is complete; the next run has to read everything again.\n`);
    }
  }

  /** Takes away what has not been used for longest, and what killed runs left. */
  #tidy(): void {
    const ages = readdirSync(this.#folder).flatMap((name) => {
      const file = path.join(this.#folder, name);
      const stat = statSync(file, { throwIfNoEntry: false });
      return stat === undefined ? [] : [{ name, file, used: stat.mtimeMs }];
    });
    ages.sort((a, b) => b.used - a.used);
    for (const kind of ['result', 'flows'] as const)
      for (const { file } of ages.filter(({ name }) => name.startsWith(`${kind}-`)).slice(MOST[kind])) rmSync(file, { force: true });
    for (const { name, file, used } of ages) if (name.endsWith('.tmp') && Date.now() - used > ABANDONED) rmSync(file, { force: true });
  }
}

import { UserError } from '@carelint/core';
import { statSync } from 'node:fs';
import { shownPath } from '../find/read.js';
import type { Output } from '../output.js';
import { printable } from '../report/printable.js';
import { counted } from '../report/summary.js';
import { targetsOf } from '../report/formats.js';
import { userErrorText } from '../user-error-text.js';
import { WatchedFolders } from './folders.js';
import { changedBetween, seen, touchedSince, type Asked, type Seen } from './seen.js';

/** What is shown on a terminal begins at its top again; what was shown before can still be scrolled to. */
const CLEAR = '\u001b[2J\u001b[H';
/** So near the end of a run, in milliseconds, something that listens to it writes down what it said. */
const NEAR = 500;
/** So many times in a row a file has to change then until it is taken for an echo of the run. */
const ECHOES = 4;

/** Options that mean nothing where there is no end. */
const REFUSED = ['updateBaseline', 'prune', 'dump', 'printConfig', 'stdinLines', 'shard'] as const;

const refuseOthers = ({ options }: Asked): void => {
  const other = REFUSED.find((name) => options[name] !== undefined);
  if (other === undefined) return;
  throw new UserError(
    `\`--watch\` runs again and again: \`--${other.replace(/[A-Z]/gu, (letter) => `-${letter.toLowerCase()}`)}\` is for one run. Leave one of them out.`,
  );
};

const modified = (file: string): number => {
  try {
    return statSync(file).mtimeMs;
  } catch {
    return 0;
  }
};

/**
 * Files that change whenever a run has ended: somebody writes down what it says (`| tee log.txt`). They would make it run for ever.
 */
class Echoes {
  readonly #times = new Map<string, number>();
  readonly #known = new Set<string>();

  /** Those of the changed files that are none. `ended`: when the run before them did. */
  without(changed: readonly string[], ended: number, say: (file: string) => void): readonly string[] {
    for (const file of this.#times.keys()) if (!changed.includes(file)) this.#times.delete(file);
    for (const file of changed) {
      const isNear = Math.abs(modified(file) - ended) <= NEAR;
      const times = isNear ? (this.#times.get(file) ?? 0) + 1 : 0;
      this.#times.set(file, times);
      // Somebody has changed it at another time.
      if (!isNear) this.#known.delete(file);
      if (times < ECHOES || this.#known.has(file)) continue;
      this.#known.add(file);
      say(file);
    }
    return changed.filter((file) => !this.#known.has(file));
  }
}

const hasScreen = ({ isTTY, env }: Output): boolean => isTTY && env['TERM'] !== 'dumb' && (env['CI'] ?? '') === '';

/** One run after the other, with what is said between them. */
class Watch {
  readonly #asked: Asked;
  readonly #output: Output;
  readonly #run: () => Promise<number>;
  readonly #folders = new WatchedFolders();
  readonly #echoes = new Echoes();
  #code = 0;
  #ended = 0;

  constructor(asked: Asked, output: Output, run: () => Promise<number>) {
    this.#asked = asked;
    this.#output = output;
    this.#run = run;
  }

  async untilLeft(until: AbortSignal | undefined): Promise<number> {
    try {
      let before = this.#look();
      for (;;) {
        await this.#runOnce();
        this.#say(`Watching ${before.files === 0 ? 'for a change' : counted(before.files, 'file')}. Ctrl-C ends.`);
        if ((await this.#output.taken?.()) === false) return this.#code;
        const after = await this.#nextChange(before, until);
        if (after === undefined) return this.#code;
        before = after;
      }
    } finally {
      this.#folders.close();
    }
  }

  /** What is there now; from now on it is heard when something happens to it. */
  #look(): Seen {
    const now = seen(this.#asked);
    this.#folders.set(now.folders);
    return now;
  }

  async #runOnce(): Promise<void> {
    try {
      this.#code = await this.#run();
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      this.#output.err(userErrorText(error));
      this.#code = 2;
    }
    this.#ended = Date.now();
  }

  /** Waits until something has changed that matters, and gives what is there then; undefined when it is not waited for any more. */
  async #nextChange(before: Seen, until: AbortSignal | undefined): Promise<Seen | undefined> {
    for (let last = before; await this.#folders.change(until);) {
      const now = this.#look();
      const changed = this.#echoes.without(changedBetween(last, now), this.#ended, (file) => {
        this.#say(`${this.#shown(file)} changes whenever carelint has run: that is not heard any more.`);
      });
      const touched = touchedSince(changed, last);
      last = now;
      const [first, ...others] = touched.length > 0 ? touched : changed;
      if (first === undefined) continue;
      if (hasScreen(this.#output)) this.#output.out(CLEAR);
      this.#say(`${this.#shown(first)}${others.length === 0 ? ' has' : ` and ${counted(others.length, 'other file')} have`} changed.`);
      return now;
    }
    return undefined;
  }

  #shown(file: string): string {
    return printable(shownPath(this.#asked.cwd, file));
  }

  #say(text: string): void {
    if (this.#asked.options.quiet !== true) this.#output.err(`${text}\n`);
  }
}

/**
 * Runs, and runs again whenever something changes that the run depends on: files that it reads, new ones, the config and what it builds on, policies,
 * ignore files, the baseline. A mistake in any of them is told and waited out. Nothing ends this but a signal, or a reader who goes away; `until` is
 * for tests.
 */
export const watchRuns = async (asked: Asked, output: Output, run: () => Promise<number>, until?: AbortSignal): Promise<number> => {
  refuseOthers(asked);
  targetsOf(asked.options.format, asked.options.output, asked.cwd);
  return new Watch(asked, output, run).untilLeft(until);
};

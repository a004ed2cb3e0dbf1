import { watch, type FSWatcher } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

/** So many milliseconds nothing may happen before what happened counts as done: editors write a file in several strokes. */
const QUIET = 60;
/** So long it is waited for that at most. */
const PATIENCE = 1000;
/** Where a folder cannot be watched, it is looked at so often. */
const BETWEEN_LOOKS = 1500;

/**
 * Hears of what happens in folders, not below them: one watcher of the system a folder. Libraries, and Node's own recursive watching on Linux, take
 * one a file, which costs seconds before the first of ten thousand files is watched (bench: docs/scale.md).
 */
export class WatchedFolders {
  readonly #watchers = new Map<string, FSWatcher>();
  /** Folders that cannot be watched: there are too many for the system, or it tells nothing of this kind of disk. */
  readonly #unwatched = new Set<string>();
  #happened = false;
  #wake: (() => void) | undefined;

  /** Watches these folders from now on, and no others. */
  set(folders: ReadonlySet<string>): void {
    for (const [folder, watcher] of this.#watchers) {
      if (folders.has(folder)) continue;
      watcher.close();
      this.#watchers.delete(folder);
    }
    for (const folder of this.#unwatched) if (!folders.has(folder)) this.#unwatched.delete(folder);
    for (const folder of folders) {
      if (this.#watchers.has(folder) || this.#unwatched.has(folder)) continue;
      this.#watch(folder);
      // Something may have come into it before it was watched.
      this.#happened = true;
    }
  }

  /** Waits until something may have happened since it was last waited for, and is over. False when `until` says that nobody waits any more. */
  async change(until?: AbortSignal): Promise<boolean> {
    const isLeft = (): boolean => until?.aborted === true;
    if (!this.#happened && !isLeft()) await this.#event(until);
    const begun = performance.now();
    while (this.#takeHappened() && !isLeft() && performance.now() - begun < PATIENCE) await pause(QUIET);
    return !isLeft();
  }

  close(): void {
    this.set(new Set());
  }

  #takeHappened(): boolean {
    const happened = this.#happened;
    this.#happened = false;
    return happened;
  }

  #hear(): void {
    this.#happened = true;
    this.#wake?.();
  }

  async #event(until: AbortSignal | undefined): Promise<void> {
    const looks = this.#unwatched.size > 0 ? setTimeout(() => this.#hear(), BETWEEN_LOOKS) : undefined;
    await new Promise<void>((resolve) => {
      this.#wake = resolve;
      until?.addEventListener('abort', () => resolve(), { once: true });
    });
    this.#wake = undefined;
    clearTimeout(looks);
  }

  #watch(folder: string): void {
    try {
      const watcher = watch(folder, () => this.#hear());
      this.#watchers.set(folder, watcher);
      watcher.on('error', () => {
        // It has gone: whoever asks what is there now will not name it again.
        watcher.close();
        this.#watchers.delete(folder);
        this.#hear();
      });
    } catch {
      this.#unwatched.add(folder);
    }
  }
}

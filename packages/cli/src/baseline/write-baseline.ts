import type { BaselineEntry } from '@carelint/core';
import { existsSync } from 'node:fs';
import { shownPath } from '../find/read.js';
import { locked } from '../locked.js';
import { writeWhole } from '../write-whole.js';
import { baselineText, behindLinks, keyOf, readBaseline } from './baseline-file.js';

/** What writing a baseline changed. */
export interface BaselineChange {
  /** So many findings it knows now. */
  readonly known: number;
  readonly added: number;
  readonly removed: number;
}

type Table = ReadonlyMap<string, BaselineEntry>;

const tableOf = (entries: readonly BaselineEntry[]): Table => new Map(entries.map((entry) => [keyOf(entry), entry]));
const size = (entries: Iterable<BaselineEntry>): number => [...entries].reduce((sum, { count = 1 }) => sum + count, 0);

const isSame = (a: BaselineEntry | undefined, b: BaselineEntry | undefined): boolean =>
  a?.count === b?.count && a?.since === b?.since && (a === undefined) === (b === undefined);

/** What a run wants to change: entries by key, undefined for one that goes. */
const changesOf = (before: Table, after: Table): ReadonlyMap<string, BaselineEntry | undefined> =>
  new Map(
    [...new Set([...before.keys(), ...after.keys()])].flatMap((key) => (isSame(before.get(key), after.get(key)) ? [] : [[key, after.get(key)]])),
  );

const withChanges = (entries: Table, changes: ReadonlyMap<string, BaselineEntry | undefined>): Table => {
  const next = new Map(entries);
  for (const [key, entry] of changes) {
    if (entry === undefined) next.delete(key);
    else next.set(key, entry);
  }
  return next;
};

/**
 * Writes what a run changes in its baseline, wholly or not at all. The file is read once more just before, and only the changes are laid over it: what
 * another run, of another part, has written meanwhile stays.
 */
export const writeBaseline = (
  absolute: string,
  before: readonly BaselineEntry[],
  after: readonly BaselineEntry[],
  cwd: string,
): Promise<BaselineChange> => {
  const file = behindLinks(absolute);
  const changes = changesOf(tableOf(before), tableOf(after));
  return locked(
    file,
    () => {
      const there = existsSync(file);
      const now = tableOf(there ? readBaseline(file, cwd) : []);
      const next = withChanges(now, changes);
      if (changes.size > 0 || !there) writeWhole(file, baselineText([...next.values()], file, cwd), shownPath(cwd, absolute));
      const grown = [...next].map(([key, entry]) => (entry.count ?? 1) - size([now.get(key)].flatMap((held) => held ?? [])));
      const added = grown.filter((more) => more > 0).reduce((sum, more) => sum + more, 0);
      const known = size(next.values());
      return { known, added, removed: size(now.values()) + added - known };
    },
    shownPath(cwd, absolute),
  );
};

import { UserError } from '@carelint/core';
import { closeSync, openSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { cannotWrite } from './write-whole.js';

/** What is done under a lock takes milliseconds: one that is as old as this belongs to a run that was killed. */
const STALE = 10_000;
const PATIENCE = 20_000;
const BETWEEN = 25;

const isStale = (lock: string): boolean => {
  try {
    return Date.now() - statSync(lock).mtimeMs > STALE;
  } catch {
    // It has just been given back.
    return false;
  }
};

/** Whether the lock is ours now. */
const taken = (lock: string, shown: string): boolean => {
  try {
    closeSync(openSync(lock, 'wx'));
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw cannotWrite(shown, error);
  }
};

/** Does something with a file while no other run does: a file beside it says so. A run that was killed meanwhile holds the others up for ten seconds. */
export const locked = async <T>(file: string, work: () => T, shown = file): Promise<T> => {
  const lock = path.join(path.dirname(file), `.${path.basename(file)}.lock`);
  const begun = Date.now();
  while (!taken(lock, shown)) {
    if (isStale(lock)) rmSync(lock, { force: true });
    if (Date.now() - begun > PATIENCE) throw new UserError(`Another run holds \`${shown}\`. If none is running, remove \`${lock}\`.`);
    await pause(BETWEEN);
  }
  try {
    return work();
  } finally {
    rmSync(lock, { force: true });
  }
};

import { UserError } from '@carelint/core';
import { lstatSync, readFileSync, realpathSync, statSync } from 'node:fs';
import path from 'node:path';
import { locked } from '../locked.js';
import { writeWhole } from '../write-whole.js';

/** A file that is to be changed. */
export interface ToWrite {
  readonly absolute: string;
  /** Its name for the user. */
  readonly shown: string;
  /** What it held when it was judged, and what it is to hold. */
  readonly before: Uint8Array;
  readonly after: Uint8Array;
}

const NOBODY_WRITES = 0o222;

const real = (file: string): string => {
  try {
    return realpathSync(file);
  } catch {
    return file;
  }
};

/**
 * The file itself, behind links. A link may lead anywhere, and what lies elsewhere was not meant to be changed: it must lead into one of the folders
 * that are checked.
 */
const targetOf = (absolute: string, shown: string, roots: readonly string[]): string => {
  if (!lstatSync(absolute).isSymbolicLink()) return real(absolute);
  const target = real(absolute);
  if (roots.some((root) => target.startsWith(real(root) + path.sep))) return target;
  throw new UserError(`\`${shown}\` is a link to a file outside of what is checked, and was left as it is. Mend that file where it lies.`);
};

const replace = (target: string, { shown, before, after }: ToWrite): void => {
  const stat = statSync(target);
  if (Buffer.compare(readFileSync(target), before) !== 0)
    throw new UserError(`\`${shown}\` has changed while carelint was running, and was left as it is. Run carelint again.`);
  if ((stat.mode & NOBODY_WRITES) === 0)
    throw new UserError(`\`${shown}\` is read-only, and was left as it is. Make it writable, and run carelint again.`);
  if (stat.nlink > 1)
    throw new UserError(
      `\`${shown}\` has another name somewhere (a hard link), and was left as it is. Mend it by hand, or make it a file of its own.`,
    );
  writeWhole(target, after, shown, stat);
};

/** Changes a file wholly or not at all, if it still holds what was judged. What keeps it from that is a `UserError`. */
export const writeFixed = async (file: ToWrite, roots: readonly string[]): Promise<void> => {
  const target = targetOf(file.absolute, file.shown, roots);
  await locked(
    target,
    () => {
      replace(target, file);
    },
    file.shown,
  );
};

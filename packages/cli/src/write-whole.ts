import { UserError } from '@carelint/core';
import { chmodSync, chownSync, renameSync, rmSync, writeFileSync, type Stats } from 'node:fs';
import path from 'node:path';

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'its folder does not exist. Make the folder first.',
  ENOTDIR: 'what should be its folder is a file.',
  EEXIST: 'a file is in the way.',
  EISDIR: 'this is a folder. Name a file in it.',
  EACCES: 'there is no permission to write there.',
  EPERM: 'there is no permission to write there.',
  EROFS: 'there is no permission to write there.',
  ENOSPC: 'the disk is full.',
  EDQUOT: 'your share of the disk is full.',
  EFBIG: 'it would be larger than files may be here.',
};

const removeIfThere = (file: string): void => {
  try {
    rmSync(file, { force: true });
  } catch {
    // It was never written.
  }
};

/** Only root can give a file away; for everybody else it is theirs already, or their group's. */
const keep = (file: string, { mode, uid, gid }: Pick<Stats, 'mode' | 'uid' | 'gid'>): void => {
  try {
    chownSync(file, uid, gid);
  } catch {
    // The mode is what matters.
  }
  chmodSync(file, mode & 0o7777);
};

/** What keeps a file from being written is the user's to mend. */
export const cannotWrite = (shown: string, error: unknown): UserError => {
  const { code } = error as NodeJS.ErrnoException;
  return new UserError(`\`${shown}\` cannot be written: ${REASONS[code ?? ''] ?? `${code ?? 'unknown reason'}.`}`);
};

/** Writes a file wholly or not at all; `shown` is its name for the user. With `like` it keeps the mode and the owner of the file that it replaces. */
export const writeWhole = (file: string, text: string | Uint8Array, shown = file, like?: Pick<Stats, 'mode' | 'uid' | 'gid'>): void => {
  const beside = path.join(path.dirname(file), `.${path.basename(file)}.${process.pid}.tmp`);
  try {
    writeFileSync(beside, text);
    if (like !== undefined) keep(beside, like);
    renameSync(beside, file);
  } catch (error) {
    removeIfThere(beside);
    throw cannotWrite(shown, error);
  }
};

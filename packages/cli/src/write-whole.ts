import { UserError } from '@carelint/core';
import { renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'its folder does not exist. Make the folder first.',
  ENOTDIR: 'what should be its folder is a file.',
  EISDIR: 'this is a folder. Name a file in it.',
  EACCES: 'there is no permission to write there.',
  EPERM: 'there is no permission to write there.',
  EROFS: 'there is no permission to write there.',
  ENOSPC: 'the disk is full.',
};

const removeIfThere = (file: string): void => {
  try {
    rmSync(file, { force: true });
  } catch {
    // It was never written.
  }
};

/** What keeps a file from being written is the user's to mend. */
export const cannotWrite = (shown: string, error: unknown): UserError => {
  const { code } = error as NodeJS.ErrnoException;
  return new UserError(`\`${shown}\` cannot be written: ${REASONS[code ?? ''] ?? `${code ?? 'unknown reason'}.`}`);
};

/** Writes a file wholly or not at all; `shown` is its name for the user. */
export const writeWhole = (file: string, text: string, shown = file): void => {
  const beside = path.join(path.dirname(file), `.${path.basename(file)}.${process.pid}.tmp`);
  try {
    writeFileSync(beside, text);
    renameSync(beside, file);
  } catch (error) {
    removeIfThere(beside);
    throw cannotWrite(shown, error);
  }
};

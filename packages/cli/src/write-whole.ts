import { UserError } from '@carelint/core';
import { renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** Writes a file wholly or not at all. */
export const writeWhole = (file: string, text: string): void => {
  const beside = path.join(path.dirname(file), `.${path.basename(file)}.${process.pid}.tmp`);
  try {
    writeFileSync(beside, text);
    renameSync(beside, file);
  } catch (error) {
    rmSync(beside, { force: true });
    const { code } = error as NodeJS.ErrnoException;
    throw new UserError(`\`${file}\` cannot be written (${code ?? 'unknown reason'}). Does its folder exist?`);
  }
};

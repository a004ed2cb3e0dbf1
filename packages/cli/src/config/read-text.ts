import { UserError } from '@carelint/core';
import { readFileSync } from 'node:fs';
import { decode } from '../find/decode.js';

const why = (error: unknown): string => {
  const { code } = error as NodeJS.ErrnoException;
  switch (code) {
    case 'ENOENT':
      return 'There is no such file.';
    case 'EISDIR':
      return 'This is a folder; a file is expected here.';
    case 'ENOTDIR':
      return 'This is a file; a folder is expected here.';
    case 'EACCES':
    case 'EPERM':
      return 'There is no permission to read this.';
    default:
      return `This could not be read (${code ?? 'unknown reason'}).`;
  }
};

/** Does what reads something the run cannot do without. What keeps it from being read is the user's to mend, not ours. */
export const needed = <T>(shown: string, read: () => T): T => {
  try {
    return read();
  } catch (error) {
    throw new UserError(why(error), { path: shown });
  }
};

/** The text of a config or a policy. */
export const readText = (absolute: string, shown: string): string => {
  const decoded = decode(needed(shown, () => readFileSync(absolute)));
  if (!decoded.ok) throw new UserError(decoded.binary ? 'This file holds bytes, not text.' : decoded.message, { path: shown });
  return decoded.text;
};

import { UserError } from '@carelint/core';
import { nearest } from '@carelint/policy-schema';
import { existsSync } from 'node:fs';
import path from 'node:path';

/** A misspelt command looks like a path, since `check` need not be said. `commands` are those that there are. */
export const refuseMisspelt = (commands: readonly string[], cwd: string, [first = '']: readonly string[]): void => {
  if (!/^[a-z-]+$/u.test(first) || existsSync(path.resolve(cwd, first))) return;
  const meant = nearest(first, commands);
  if (meant !== undefined) throw new UserError(`There is no file, no folder and no command \`${first}\`. Did you mean \`carelint ${meant}\`?`);
};

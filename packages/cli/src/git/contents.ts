import { UserError } from '@carelint/core';
import { runGit } from './run-git.js';

const NEWLINE = 10;

/** What git keeps under these names of objects, in their order. */
export const contentsOf = (cwd: string, objects: readonly string[]): readonly Uint8Array[] => {
  if (objects.length === 0) return [];
  const { ok, out } = runGit(cwd, ['cat-file', '--batch'], objects.map((object) => `${object}\n`).join(''));
  if (!ok) throw new UserError('git could not read what it keeps (`git cat-file --batch`). Try `git fsck`.');
  let at = 0;
  return objects.map((object) => {
    const end = out.indexOf(NEWLINE, at);
    const size = Number(/^[0-9a-f]+ blob (\d+)$/u.exec(out.toString('latin1', at, end))?.[1]);
    if (end < 0 || Number.isNaN(size))
      throw new UserError(`git has not got a file that it lists (object ${object}). Try \`git fsck\`; a partial clone needs \`git fetch\` first.`);
    const content = out.subarray(end + 1, end + 1 + size);
    at = end + 1 + size + 1;
    return content;
  });
};

import { UserError } from '@carelint/core';
import { spawnSync } from 'node:child_process';

/** What git said. */
interface Said {
  readonly ok: boolean;
  readonly out: Buffer;
}

const MOST = 1 << 30;

/** Runs git in a folder, with its hooks' environment: in a commit of some files only, git names another index there. */
export const runGit = (cwd: string, args: readonly string[], input?: string): Said => {
  const { error, status, stdout } = spawnSync('git', args, {
    cwd,
    maxBuffer: MOST,
    ...(input === undefined ? {} : { input }),
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  if ((error as NodeJS.ErrnoException | undefined)?.code === 'ENOENT')
    throw new UserError('git was not found, which --changed and --staged ask. Install it, or leave them out.');
  return { ok: error === undefined && status === 0, out: stdout };
};

/** One line that git says; undefined where it says nothing or fails. */
export const lineOf = (cwd: string, ...args: readonly string[]): string | undefined => {
  const { ok, out } = runGit(cwd, args);
  const line = out.toString('utf8').replace(/\r?\n$/u, '');
  return ok && line !== '' ? line : undefined;
};

/** Names that git lists with `-z`: it ends each with a NUL, so that they may hold anything else. */
export const namesIn = (out: Buffer): readonly string[] =>
  out
    .toString('utf8')
    .split('\0')
    .filter((name) => name !== '');

/** The top folder of the repository that a folder lies in. */
export const repositoryOf = (cwd: string): string => {
  const top = lineOf(cwd, 'rev-parse', '--show-toplevel');
  if (top !== undefined) return top;
  throw new UserError(
    'This folder is in no git repository, so that nobody knows what has changed. Leave --changed, --since and --staged out, or run `git init`.',
  );
};

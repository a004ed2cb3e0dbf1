import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { HOME } from './house.js';

/** What a run of the built command said. */
export interface Ran {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the built command as a user would. */
export const carelint = (args: readonly string[], options: { readonly cwd?: string; readonly env?: Readonly<Record<string, string>> } = {}): Ran => {
  const { NO_COLOR: _no, FORCE_COLOR: _force, ...env } = process.env;
  const { status, stdout, stderr } = spawnSync(process.execPath, [path.join(HOME, 'packages/cli/bin/carelint.js'), ...args], {
    cwd: options.cwd ?? HOME,
    encoding: 'utf8',
    env: { ...env, ...options.env },
    maxBuffer: 1 << 28,
  });
  return { status, stdout, stderr };
};

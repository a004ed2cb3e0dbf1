import { lineOf, runGit } from './run-git.js';
import path from 'node:path';

const DAY = 86_400_000;

/**
 * The day (`2026-11-01`) on which the oldest of some lines of a file was written, as git knows it; undefined where the file is not in git, lines are not
 * committed yet, or the clone does not reach back so far.
 */
export const writtenOn = (file: string, from: number, to: number): string | undefined => {
  const folder = path.dirname(file);
  if (lineOf(folder, 'rev-parse', '--git-dir') === undefined) return undefined;
  const { ok, out } = runGit(folder, ['blame', '--line-porcelain', '-L', `${from},${to}`, '--', path.basename(file)]);
  if (!ok) return undefined;
  const text = out.toString('utf8');
  // A shallow clone blames its first commit for all that is older; what is not committed has a name of zeros.
  if (/^boundary$/mu.test(text) && lineOf(folder, 'rev-parse', '--is-shallow-repository') === 'true') return undefined;
  if (/^0{40,64} /mu.test(text)) return undefined;
  const times = [...text.matchAll(/^author-time (\d+)$/gmu)].map(([, seconds]) => Number(seconds) * 1000);
  return times.length === 0 ? undefined : new Date(Math.min(...times)).toISOString().slice(0, 10);
};

/** Days from one day to another; negative where the second comes first. */
export const daysBetween = (from: string, to: string): number => Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY);

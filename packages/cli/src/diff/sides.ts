import { UserError } from '@carelint/core';
import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import type { ResolvedConfig } from '../config/resolve.js';
import type { Found } from '../find/find.js';
import { findFiles } from '../find/meant.js';
import { filesAt } from '../git/at-commit.js';
import { baseOf } from '../git/base.js';
import { lineOf } from '../git/run-git.js';

/** One side of a comparison, as it is meant. */
export interface Meant {
  /** How people say it: `main`, `old/`, `the working tree`. */
  readonly name: string;
  /** Folder that its files are named from. */
  readonly cwd: string;
  /** Whether it is a single file. */
  readonly isFile: boolean;
  readonly filesFor: (config: ResolvedConfig) => readonly Found[];
}

/** What `carelint diff` was asked to compare. */
export interface Asked {
  readonly before: Meant;
  readonly after: Meant;
}

const commitOf = (cwd: string, name: string): string | undefined =>
  name.startsWith('-') ? undefined : lineOf(cwd, 'rev-parse', '--verify', '--quiet', `${name}^{commit}`);

const isPath = (cwd: string, typed: string): boolean => typed !== '' && existsSync(path.resolve(cwd, typed));

/** Whether a word means a path or a commit; where it could be either, the user has to say which. */
const kindOf = (cwd: string, typed: string): { readonly is: 'path' } | { readonly is: 'commit'; readonly commit: string } => {
  const saysPath = /^\.{0,2}[/\\]|^\.\.?$/u.test(typed);
  const commit = saysPath ? undefined : commitOf(cwd, typed);
  if (isPath(cwd, typed)) {
    if (commit !== undefined)
      throw new UserError(
        `\`${typed}\` is both a path here and a commit of git. Write \`./${typed}\` for the path, or \`${commit.slice(0, 12)}\` for the commit.`,
      );
    return { is: 'path' };
  }
  if (commit !== undefined) return { is: 'commit', commit };
  throw new UserError(
    `There is no file, folder or commit \`${typed}\`. ${lineOf(cwd, 'rev-parse', '--git-dir') === undefined ? 'This folder is in no git repository.' : 'Check the name, or fetch the branch first.'}`,
  );
};

const onDisk = (cwd: string, typed: string): Meant => {
  const absolute = path.resolve(cwd, typed);
  const isFile = statSync(absolute).isFile();
  const folder = isFile ? path.dirname(absolute) : absolute;
  return { name: typed, cwd: folder, isFile, filesFor: (config) => findFiles(folder, [isFile ? path.basename(absolute) : '.'], config) };
};

const atCommit = (cwd: string, name: string, commit: string, paths: readonly string[]): Meant => ({
  name,
  cwd,
  isFile: false,
  filesFor: (config) => filesAt(cwd, commit, paths, config),
});

const workingTree = (cwd: string, paths: readonly string[]): Meant => ({
  name: 'the working tree',
  cwd,
  isFile: false,
  // A path may be gone here and have been there.
  filesFor: (config) => {
    const there = paths.filter((typed) => isPath(cwd, typed));
    return paths.length > 0 && there.length === 0 ? [] : findFiles(cwd, there, config);
  },
});

/** `main...HEAD`: what the second has done since it left the first. */
const sinceLeft = (cwd: string, typed: string, paths: readonly string[]): Asked | undefined => {
  const [, left = '', right = ''] = /^(.*?)\.\.\.(.*)$/su.exec(typed) ?? [];
  if (left === '' || isPath(cwd, typed)) return undefined;
  const [from, to] = [kindOf(cwd, left), right === '' ? undefined : kindOf(cwd, right)];
  if (from.is !== 'commit' || (to !== undefined && to.is !== 'commit')) return undefined;
  const base = lineOf(cwd, 'merge-base', from.commit, to?.commit ?? 'HEAD');
  if (base === undefined)
    throw new UserError(`\`${left}\` and \`${right === '' ? 'HEAD' : right}\` have no commit in common here. Fetch more of the history.`);
  return {
    before: atCommit(cwd, `${left} (where it was left)`, base, paths),
    after: to === undefined ? workingTree(cwd, paths) : atCommit(cwd, right, to.commit, paths),
  };
};

/**
 * What is compared: two paths; a commit and the working tree; two commits; each pair of commits narrowed to the paths behind them. Without any word: where this
 * branch left the default one (in CI the base of the pull request) and the working tree.
 */
export const sidesAsked = (words: readonly string[], cwd: string, env: Readonly<Record<string, string | undefined>>): Asked => {
  const [first, second, ...more] = words;
  if (first === undefined) {
    const base = baseOf(cwd, undefined, env);
    return { before: atCommit(cwd, `${base.since} (where it was left)`, base.commit, []), after: workingTree(cwd, []) };
  }
  const rest = second === undefined ? [] : [second, ...more];
  const range = sinceLeft(cwd, first, rest);
  if (range !== undefined) return range;
  const from = kindOf(cwd, first);
  if (from.is === 'path') {
    if (second === undefined)
      throw new UserError(
        `What is \`${first}\` to be compared with? Name a second file or folder, or a commit first: \`carelint diff main ${first}\`.`,
      );
    const to = kindOf(cwd, second);
    if (to.is === 'commit')
      throw new UserError(`A path and a commit cannot be compared. Name the commit first: \`carelint diff ${second} ${first}\`.`);
    if (more.length > 0) throw new UserError('Two paths are compared with each other; more than two are too many.');
    return { before: onDisk(cwd, first), after: onDisk(cwd, second) };
  }
  // A path that is gone here may have been there: it is one if it is no commit.
  const to = second === undefined || isPath(cwd, second) ? undefined : commitOf(cwd, second);
  const paths = to === undefined ? rest : more;
  return {
    before: atCommit(cwd, first, from.commit, paths),
    after: to === undefined ? workingTree(cwd, paths) : atCommit(cwd, second ?? '', to, paths),
  };
};

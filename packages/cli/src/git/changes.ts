import { UserError, type NarrowInput } from '@carelint/core';
import { realpathSync } from 'node:fs';
import path from 'node:path';
import type { ResolvedConfig } from '../config/resolve.js';
import type { Found } from '../find/find.js';
import { shownPath } from '../find/read.js';
import { baseOf } from './base.js';
import { contentsOf } from './contents.js';
import { namesIn, repositoryOf, runGit } from './run-git.js';

/** What `carelint check` was asked to narrow its report to. */
export interface ChangeOptions {
  readonly changed?: boolean;
  readonly since?: string;
  readonly staged?: boolean;
}

/** Files that changed, and what they hold where that is not what lies on the disk. */
export interface Changes {
  readonly by: 'changed' | 'staged';
  /** What they are compared with. */
  readonly since?: string;
  /** How many. */
  readonly files: number;
  readonly has: (absolute: string) => boolean;
  /** Their absolute paths. */
  readonly names: readonly string[];
  /** The staged content of a file; undefined where it is on the disk as it is to be read. */
  readonly staged: ReadonlyMap<string, Uint8Array>;
  /** Files that are on the disk and will not be in the commit. */
  readonly removed: ReadonlySet<string>;
}

/** Names are compared in one form: file systems and git differ in how they write an umlaut. */
const named = (absolute: string): string => absolute.normalize('NFC');

const real = (folder: string): string => {
  try {
    return realpathSync(folder);
  } catch {
    return folder;
  }
};

/** Paths as the run knows them: git tells where the repository really is, and the user may have come by a link. */
const absoluteIn = (cwd: string): ((name: string) => string) => {
  const top = repositoryOf(cwd);
  const fromHere = path.relative(real(cwd), real(top));
  return (name) => path.resolve(cwd, fromHere, name);
};

const listed = (cwd: string, args: readonly string[]): readonly string[] => {
  const { ok, out } = runGit(cwd, args);
  if (!ok) throw new UserError(`git could not tell what has changed (\`git ${args.slice(0, 2).join(' ')}\`). Try it by hand in this folder.`);
  return namesIn(out);
};

const NAMES = ['--name-only', '-z', '--no-renames', '--no-relative', '--no-ext-diff', '--ignore-submodules=all'];

const changedSince = (cwd: string, since: string | undefined, env: Readonly<Record<string, string | undefined>>): Changes => {
  const absolute = absoluteIn(cwd);
  const base = baseOf(cwd, since, env);
  const top = absolute('.');
  const names = [
    ...listed(cwd, ['diff', ...NAMES, base.commit, '--']),
    // From the top, so that what is new elsewhere in the repository counts as well.
    ...listed(top, ['ls-files', '--others', '--exclude-standard', '-z']),
  ];
  const files = new Set(names.map((name) => named(absolute(name))));
  return {
    by: 'changed',
    since: base.since,
    files: files.size,
    has: (file) => files.has(named(file)),
    names: [...files],
    staged: new Map(),
    removed: new Set(),
  };
};

/** A line of `git diff --raw -z`, with its name. */
interface Staged {
  readonly mode: string;
  readonly object: string;
  readonly status: string;
  readonly name: string;
}

const RAW = /^:\d+ (\d+) [0-9a-f]+ ([0-9a-f]+) ([A-Z])/u;

const stagedIn = (cwd: string): readonly Staged[] => {
  const parts = listed(cwd, [
    'diff',
    '--cached',
    '--raw',
    '--no-abbrev',
    '-z',
    '--no-renames',
    '--no-relative',
    '--no-ext-diff',
    '--ignore-submodules=all',
    '--',
  ]);
  return parts.flatMap((part, index) => {
    const [, mode, object, status] = RAW.exec(part) ?? [];
    const name = parts[index + 1];
    return mode === undefined || object === undefined || status === undefined || name === undefined ? [] : [{ mode, object, status, name }];
  });
};

const isFile = ({ mode }: Staged): boolean => mode.startsWith('100');

const stagedChanges = (cwd: string): Changes => {
  const absolute = absoluteIn(cwd);
  const all = stagedIn(cwd);
  const kept = all.filter((one) => one.status !== 'D' && isFile(one));
  const contents = contentsOf(
    cwd,
    kept.map(({ object }) => object),
  );
  const files = new Set(all.map(({ name }) => named(absolute(name))));
  return {
    by: 'staged',
    files: files.size,
    has: (file) => files.has(named(file)),
    names: [...files],
    staged: new Map(kept.map(({ name }, index) => [named(absolute(name)), contents[index] ?? new Uint8Array()])),
    removed: new Set(all.filter(({ status }) => status === 'D').map(({ name }) => named(absolute(name)))),
  };
};

/** What changed; undefined where nobody asked. */
export const changesFor = (
  { changed, since, staged }: ChangeOptions,
  cwd: string,
  env: Readonly<Record<string, string | undefined>>,
): Changes | undefined => {
  const isChanged = changed === true || since !== undefined;
  if (staged === true && isChanged) throw new UserError('`--staged` and `--changed` ask for different things. Leave one out.');
  if (staged === true) return stagedChanges(cwd);
  return isChanged ? changedSince(cwd, since, env) : undefined;
};

/** Files as they will be in the commit: with what is staged of them, and without those that it takes away. */
export const withStaged = (files: readonly Found[], changes: Changes | undefined): readonly Found[] => {
  if (changes?.by !== 'staged') return files;
  return files.flatMap((file) => {
    const name = named(file.absolute);
    if (changes.removed.has(name)) return [];
    const content = changes.staged.get(name);
    return [content === undefined ? file : { ...file, content }];
  });
};

const isBelow = (folder: string, absolute: string): boolean => absolute.startsWith(folder + path.sep);

/** What the report is narrowed to: the files that changed. A changed config or policy may make any finding new, so that all is told. */
export const narrowTo = ({ by, since, files, has, names }: Changes, config: ResolvedConfig, cwd: string): NarrowInput => {
  const rules = names.find(
    (name) => config.sources.some((source) => named(source) === name) || config.policies.folders.some((folder) => isBelow(named(folder), name)),
  );
  return {
    by,
    ...(since === undefined ? {} : { since }),
    files,
    has: (file) => has(path.resolve(cwd, file)),
    ...(rules === undefined ? {} : { because: `${shownPath(cwd, rules)} has changed` }),
  };
};

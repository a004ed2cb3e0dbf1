import { UserError } from '@carelint/core';
import { statSync } from 'node:fs';
import path from 'node:path';
import type { ResolvedConfig } from '../config/resolve.js';
import { find, type FindRequest, type Found } from './find.js';

/** The folder from which a config is looked for: that of the first path, if it exists. */
export const near = (cwd: string, [first]: readonly string[]): string => {
  if (first === undefined) return cwd;
  const absolute = path.resolve(cwd, first);
  try {
    return statSync(absolute).isDirectory() ? absolute : path.dirname(absolute);
  } catch {
    // Whoever looks for the files says what is wrong with the path.
    return cwd;
  }
};

/** The files that are meant: by the arguments, else by the config, else all in this folder. */
export const findFiles = (cwd: string, paths: readonly string[], config: ResolvedConfig, visits?: FindRequest['visits']): readonly Found[] => {
  const request = {
    ...{ cwd, ignore: { folder: config.folder, patterns: config.ignore }, notInside: config.policies.folders },
    ...(visits === undefined ? {} : { visits }),
  };
  if (paths.length > 0) return find({ ...request, paths });
  if (config.files.length === 0) return find({ ...request, paths: ['.'] });
  const { path: written, filesAt } = config;
  const writtenIn = (glob: string): ReturnType<NonNullable<FindRequest['writtenIn']>> =>
    written === undefined ? {} : { path: written, place: filesAt(config.files.indexOf(glob)) };
  return find({ ...request, cwd: config.folder, paths: config.files, writtenIn });
};

/** Why a run over these paths cannot begin. */
export const nothingToRead = (paths: readonly string[]): UserError =>
  new UserError(
    `There is nothing to read in ${paths.length === 0 ? 'this folder' : paths.map((typed) => `\`${typed}\``).join(', ')}. Name a file or a folder, and check what .gitignore, .carelintignore and the config leave out.`,
  );

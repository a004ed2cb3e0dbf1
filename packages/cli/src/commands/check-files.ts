import type { ResolvedConfig } from '../config/resolve.js';
import { find, type FindRequest, type Found } from '../find/find.js';

/** The files that are meant: by the arguments, else by the config, else all in this folder. */
export const findFiles = (cwd: string, paths: readonly string[], config: ResolvedConfig): readonly Found[] => {
  const request = { cwd, ignore: { folder: config.folder, patterns: config.ignore }, notInside: config.policies.folders };
  if (paths.length > 0) return find({ ...request, paths });
  if (config.files.length === 0) return find({ ...request, paths: ['.'] });
  const { path: written, filesAt } = config;
  const writtenIn = (glob: string): ReturnType<NonNullable<FindRequest['writtenIn']>> =>
    written === undefined ? {} : { path: written, place: filesAt(config.files.indexOf(glob)) };
  return find({ ...request, cwd: config.folder, paths: config.files, writtenIn });
};

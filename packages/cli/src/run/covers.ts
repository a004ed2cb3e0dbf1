import path from 'node:path';
import type { ResolvedConfig } from '../config/resolve.js';

/** Whether all that belongs to the service is read: no path is named, or a folder in which all of it lies. */
export const covers = (paths: readonly string[], { folder, files }: ResolvedConfig, cwd: string): boolean => {
  const isAround = (typed: string): boolean => {
    const inside = path.relative(path.resolve(cwd, typed), folder);
    return inside !== '..' && !inside.startsWith(`..${path.sep}`) && !path.isAbsolute(inside);
  };
  return paths.length === 0 || (files.length === 0 && paths.some(isAround));
};

import { existsSync } from 'node:fs';
import path from 'node:path';
import type { ResolvedConfig } from '../config/resolve.js';

/** What `carelint check` was asked to do with a cache. */
export interface CacheOptions {
  /** `--cache`, `--no-cache`; left out: what the config says. */
  readonly cache?: boolean;
  /** `--cache-location`: a folder. Whoever names one wants a cache. */
  readonly cacheLocation?: string;
  /** Whoever mends files looks at them. */
  readonly fix?: boolean;
  readonly fixDryRun?: boolean;
}

/** The folder of the cache; undefined where none is wanted. Without a name for it: where tools keep their caches, else beside the config. */
export const cacheFolder = ({ cache, cacheLocation, fix, fixDryRun }: CacheOptions, config: ResolvedConfig, cwd: string): string | undefined => {
  if (fix === true || fixDryRun === true) return undefined;
  if (!(cache ?? (cacheLocation !== undefined || config.cache))) return undefined;
  if (cacheLocation !== undefined) return path.resolve(cwd, cacheLocation);
  const installed = path.join(config.folder, 'node_modules');
  return existsSync(installed) ? path.join(installed, '.cache', 'carelint') : path.join(config.folder, '.carelint-cache');
};

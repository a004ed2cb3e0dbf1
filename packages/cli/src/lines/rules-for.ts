import type { CompiledRule } from '@carelint/core';
import type { ResolvedConfig } from '../config/resolve.js';
import { settingsFor, type Selection } from '../config/settings.js';
import { compileRules } from '../run/compile-rules.js';

/** Configs have few overrides, and few of their combinations meet. */
const MOST = 64;

/**
 * Rules for one small set of files after the other, compiled once for all of which the same overrides speak. Of very many combinations of overrides
 * only the last are kept.
 */
export const rulesForEach = (config: ResolvedConfig, selection: Selection): ((files: readonly string[]) => Promise<readonly CompiledRule[]>) => {
  const compiled = new Map<string, Promise<readonly CompiledRule[]>>();
  return (files) => {
    const combinations = files.map((file) => config.overrides.map(({ matches }) => (matches(file) ? '1' : '0')).join(''));
    const key = [...new Set(combinations)].sort().join();
    const known = compiled.get(key) ?? compileRules(config.policies, settingsFor(config, selection, files), config.assume);
    compiled.delete(key);
    compiled.set(key, known);
    const [oldest] = compiled.keys();
    if (compiled.size > MOST && oldest !== undefined) compiled.delete(oldest);
    return known;
  };
};

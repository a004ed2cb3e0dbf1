import type { Level, RuleSetting } from '@carelint/core';
import { idMatcher } from './select.js';
import { merged, type ResolvedConfig, type RuleState } from './resolve.js';

/** Which rules the arguments want. */
export interface Selection {
  readonly only: readonly string[];
  readonly skip: readonly string[];
}

/** Rules in force before overrides: those that are on, or named by `--only`; without those skipped. */
const selected = (config: ResolvedConfig, { only, skip }: Selection): ReadonlyMap<string, RuleState> => {
  const known = [...config.defaults.keys()];
  const isOnly = only.length === 0 ? undefined : idMatcher(only, known);
  const isSkipped = skip.length === 0 ? (): boolean => false : idMatcher(skip, known);
  const on = isOnly === undefined ? [...config.rules.keys()] : known.filter(isOnly);
  const states = on
    .filter((id) => !isSkipped(id))
    .map((id): [string, RuleState] => {
      const state = config.rules.get(id) ?? { level: config.defaults.get(id) ?? 'warning', options: {} };
      return [id, isOnly !== undefined && state.level === 'off' ? { ...state, level: config.defaults.get(id) ?? 'warning' } : state];
    });
  return new Map(states);
};

const setting = (id: string, { level, options }: RuleState, applies: (path: string) => boolean): readonly RuleSetting[] =>
  level === 'off' ? [] : [{ id, level: level satisfies Level, options, applies }];

/**
 * The settings that a run needs. A rule that overrides speak of gets one setting for each combination of overrides that files of this run meet,
 * so that a later override is laid over an earlier one and no file is judged twice.
 */
export const settingsFor = (config: ResolvedConfig, selection: Selection, files: readonly string[]): readonly RuleSetting[] => {
  const states = selected(config, selection);
  const matching = new Map(files.map((file) => [file, config.overrides.map(({ matches }) => matches(file))]));
  return [...states].flatMap(([id, state]) => {
    const about = config.overrides.flatMap(({ rules }, index) => (Object.hasOwn(rules, id) ? [index] : []));
    if (about.length === 0) return setting(id, state, () => true);
    const keyOf = (file: string): string => about.filter((index) => matching.get(file)?.[index] === true).join(',');
    const keys = [...new Set(['', ...files.map(keyOf)])];
    return keys.flatMap((key) => {
      const entries = key === '' ? [] : key.split(',').map((index) => config.overrides[Number(index)]?.rules[id]);
      const laid = entries.reduce<RuleState>((under, entry) => (entry === undefined ? under : merged(under, entry)), state);
      return setting(id, laid, (file) => keyOf(file) === key);
    });
  });
};

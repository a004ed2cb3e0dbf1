import type { Level, RuleSetting } from '@carelint/core';
import { idMatcher } from './select.js';
import type { ResolvedConfig } from './resolve.js';
import { merged, type RuleState } from './states.js';

/** Which rules the arguments want. */
export interface Selection {
  readonly only: readonly string[];
  readonly skip: readonly string[];
}

/** Rules in force before overrides: those that are on, or named by `--only`; without those skipped. */
const selected = (config: ResolvedConfig, { only, skip }: Selection): ReadonlyMap<string, readonly RuleState[]> => {
  const known = [...config.defaults.keys()];
  const isOnly = only.length === 0 ? undefined : idMatcher(only, known);
  const isSkipped = skip.length === 0 ? (): boolean => false : idMatcher(skip, known);
  const on = isOnly === undefined ? [...config.rules.keys()] : known.filter(isOnly);
  const levelOf = (id: string): Level => config.defaults.get(id) ?? 'warning';
  const asked = (id: string): readonly RuleState[] => {
    const states = config.rules.get(id) ?? [{ level: levelOf(id), options: {}, packs: [] }];
    return isOnly === undefined ? states : states.map((state) => (state.level === 'off' ? { ...state, level: levelOf(id) } : state));
  };
  return new Map(on.filter((id) => !isSkipped(id)).map((id) => [id, asked(id)]));
};

const setting = (id: string, { level, options, packs }: RuleState, applies: (path: string) => boolean): readonly RuleSetting[] =>
  level === 'off' ? [] : [{ id, level: level satisfies Level, options, packs, applies }];

/**
 * The settings that a run needs. A rule that overrides speak of gets one setting for each combination of overrides that files of this run meet,
 * so that a later override is laid over an earlier one; and one for each of its states.
 */
export const settingsFor = (config: ResolvedConfig, selection: Selection, files: readonly string[]): readonly RuleSetting[] => {
  const overridesAt = (file: string): readonly boolean[] => config.overrides.map(({ matches }) => matches(file));
  const matching = new Map(files.map((file) => [file, overridesAt(file)]));
  const settingsOf = (id: string, state: RuleState): readonly RuleSetting[] => {
    const about = config.overrides.flatMap(({ rules }, index) => (Object.hasOwn(rules, id) ? [index] : []));
    if (about.length === 0) return setting(id, state, () => true);
    const keyOf = (file: string): string => {
      const meets = matching.get(file) ?? overridesAt(file);
      return about.filter((index) => meets[index] === true).join(',');
    };
    const keys = [...new Set(['', ...files.map(keyOf)])];
    return keys.flatMap((key) => {
      const entries = key === '' ? [] : key.split(',').map((index) => config.overrides[Number(index)]?.rules[id]);
      const laid = entries.reduce<RuleState>((under, entry) => (entry === undefined ? under : merged(under, entry)), state);
      return setting(id, laid, (file) => keyOf(file) === key);
    });
  };
  return [...selected(config, selection)].flatMap(([id, states]) => states.flatMap((state) => settingsOf(id, state)));
};

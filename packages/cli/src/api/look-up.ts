import path from 'node:path';
import { catalogue, plainRule, type PlainRule } from '../commands/catalogue.js';
import { explanation } from '../commands/explain.js';
import { resolveConfig } from '../config/resolve.js';
import { styleFor, widthFor } from '../report/style.js';
import { checkOptions } from './options.js';
import type { ExplainOptions, RulesOptions } from './types.js';

const COMMON = { cwd: 'text', config: 'text', date: 'text' } as const;

const placeOf = (cwd = '.'): { readonly cwd: string; readonly near: string } => {
  const folder = path.resolve(cwd);
  return { cwd: folder, near: folder };
};

/** All rules, built in and one's own, with the level that is in force: what `carelint rules --format json` lists. */
export const rules = (options: RulesOptions = {}): readonly PlainRule[] => {
  checkOptions('rules', options, { ...COMMON, packs: 'texts' });
  const { cwd, config, date, packs = [] } = options;
  return catalogue(resolveConfig({ ...placeOf(cwd), packs, config, date })).map(plainRule);
};

/** A rule, a pack or a named pattern in lines for people: what `carelint explain` prints. */
export const explain = (name: string, options: ExplainOptions = {}): string => {
  checkOptions('explain', options, { ...COMMON, width: 'number' });
  const { cwd, config, date, width } = options;
  return explanation(name, resolveConfig({ ...placeOf(cwd), packs: [], config, date }), widthFor(width), styleFor(false));
};

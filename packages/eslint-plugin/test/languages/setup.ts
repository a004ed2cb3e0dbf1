import * as ten from 'eslint';
import * as nine from 'eslint9';
import type { Linter } from 'eslint';
import plugin from '../../src/index.js';
import * as engine from '../../src/languages/engine.js';
import { useEngine } from '../../src/languages/load-engine.js';

// Beside the sources lies no bundle.
useEngine(engine);

export { plugin };

/** Both ESLints that the plugin works with. */
export const ESLINTS: readonly (readonly [name: string, api: typeof ten])[] = [
  ['ESLint 10', ten],
  ['ESLint 9', nine as unknown as typeof ten],
];

/** The config of a file of flows, whatever its name. */
export const flowConfig = (rules: Linter.RulesRecord, more: Linter.Config = {}): Linter.Config => ({
  files: ['**/*.{yaml,yml,json,jsonc}'],
  plugins: { carelint: plugin },
  language: 'carelint/yaml',
  rules,
  ...more,
});

/** Every rule that the config `flows` switches on. */
export const RECOMMENDED = plugin.configs.flows[0]?.rules as Linter.RulesRecord;

/** What an ESLint says of a text. */
export const lintText = (api: typeof ten, text: string, config: Linter.Config | Linter.Config[], filename: string): Linter.LintMessage[] =>
  new api.Linter({ configType: 'flat' }).verify(text, config, { filename });

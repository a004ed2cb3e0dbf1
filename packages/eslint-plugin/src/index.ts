import type { ESLint, Linter } from 'eslint';
import { configsOf, type ConfigName } from './configs.js';
import { flowRules } from './flow-rules/rules.js';
import { languages } from './languages/languages.js';
import { rules } from './rules/index.generated.js';
import { codePage } from './home.js';
import { toRuleModule } from './rule.js';
import { version } from './version.js';

/** What this package exports. */
export type CarelintPlugin = ESLint.Plugin & { readonly configs: Readonly<Record<ConfigName, Linter.Config[]>> };

const plugin = {
  meta: { name: 'eslint-plugin-carelint', version: version(), namespace: 'carelint' },
  languages,
  rules: { ...flowRules, ...Object.fromEntries(Object.entries(rules).map(([id, rule]) => [id, toRuleModule(rule, codePage(id))])) },
} as unknown as ESLint.Plugin;

/** `eslint-plugin-carelint`: the rules for code and, of the same ids as the policies, for flows; the languages of flows; and the configs. */
const withConfigs: CarelintPlugin = { ...plugin, configs: configsOf(plugin) };
export default withConfigs;

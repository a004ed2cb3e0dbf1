import type { ESLint, Linter } from 'eslint';
import { configsOf, type ConfigName } from './configs.js';
import { rules } from './rules/index.generated.js';
import { codePage } from './home.js';
import { toRuleModule } from './rule.js';
import { version } from './version.js';

/** What this package exports. */
export type CarelintPlugin = ESLint.Plugin & { readonly configs: Readonly<Record<ConfigName, Linter.Config[]>> };

const plugin = {
  meta: { name: 'eslint-plugin-carelint', version: version(), namespace: 'carelint' },
  rules: Object.fromEntries(Object.entries(rules).map(([id, rule]) => [id, toRuleModule(rule, codePage(id))])),
} as unknown as ESLint.Plugin;

/** `eslint-plugin-carelint`: the rules, and the configs `recommended` and `strict`. */
const withConfigs: CarelintPlugin = { ...plugin, configs: configsOf(plugin) };
export default withConfigs;

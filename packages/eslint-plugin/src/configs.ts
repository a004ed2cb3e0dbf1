import type { ESLint, Linter } from 'eslint';
import { recommendedFlowRules } from './flow-rules/rules.js';
import { rules } from './rules/index.generated.js';
import type { RuleAbout } from './rule.js';

const CODE = ['**/*.{js,mjs,cjs,jsx,ts,mts,cts,tsx}'];

/** Names by which a file says that it is a flow; other files are named in a config of one's own. */
const FLOWS = { yaml: ['**/*.flow.{yaml,yml}'], json: ['**/*.flow.json'] } as const;

const SEVERITY = { error: 'error', warning: 'warn' } as const;

const entriesOf = (isOn: (about: RuleAbout) => boolean): Linter.RulesRecord =>
  Object.fromEntries(
    Object.entries(rules)
      .filter(([, { about }]) => isOn(about))
      .map(([id, { about }]) => [`carelint/${id}`, SEVERITY[about.level]]),
  );

/** Names of the configs. */
export type ConfigName = 'recommended' | 'strict' | 'flows';

/** The configs of the plugin, by name; each is a list for flat config. */
export const configsOf = (plugin: ESLint.Plugin): Record<ConfigName, Linter.Config[]> => {
  const code = (name: string, entries: Linter.RulesRecord): Linter.Config[] => [
    { name: `carelint/${name}`, files: CODE, plugins: { carelint: plugin }, rules: entries },
  ];
  const flows = (language: keyof typeof FLOWS): Linter.Config => ({
    name: `carelint/flows/${language}`,
    files: [...FLOWS[language]],
    plugins: { carelint: plugin },
    language: `carelint/${language}`,
    rules: recommendedFlowRules,
  });
  return {
    recommended: code(
      'recommended',
      entriesOf(({ certainty }) => certainty !== 'low'),
    ),
    strict: code(
      'strict',
      entriesOf(() => true),
    ),
    flows: [flows('yaml'), flows('json')],
  };
};

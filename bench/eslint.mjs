/** ESLint with the rules for code of the plugin, beside ESLint with as many of its own rules, and ESLint that only parses. */
import js from '@eslint/js';
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const HOME = path.join(import.meta.dirname, '..');
const PLUGIN = pathToFileURL(path.join(HOME, 'packages/eslint-plugin/dist/index.js')).href;
const PARSER = pathToFileURL(createRequire(path.join(HOME, 'packages/eslint-plugin/package.json')).resolve('@typescript-eslint/parser')).href;
const ESLINT = path.join(HOME, 'node_modules/eslint/bin/eslint.js');

const config = (imports, rules) => `import parser from '${PARSER}';
${imports}
export default [
  { files: ['**/*.tsx'], languageOptions: { parser, parserOptions: { ecmaFeatures: { jsx: true } } } },
  ${rules},
];
`;

const found = (text) =>
  JSON.parse(text)
    .map(({ messages }) => messages.length)
    .filter((count) => count > 0);

/** What runs over a folder of TSX, and what is aimed at: a quarter more than as many core rules. */
export const eslintOver = async (folder) => {
  const { default: plugin } = await import(PLUGIN);
  const count = plugin.configs.recommended.flatMap(({ rules = {} }) => Object.keys(rules)).length;
  const all = Object.keys(js.configs.recommended.rules);
  const core = Object.fromEntries(all.slice(0, count).map((id) => [id, 'error']));
  const contestant = (name, text) => {
    const file = path.join(folder, `${name}.config.mjs`);
    writeFileSync(file, text);
    return { args: [ESLINT, '--config', file, '.'], cwd: folder, count: { args: ['--format', 'json'], of: found } };
  };
  const [theirs, ours, parsing] = [`${count} core rules`, `${count} rules of carelint`, 'no rules'];
  return {
    contestants: {
      [theirs]: contestant('core', config('', `{ files: ['**/*.tsx'], rules: ${JSON.stringify(core)} }`)),
      [ours]: contestant('carelint', config(`import carelint from '${PLUGIN}';`, '...carelint.configs.recommended')),
      [parsing]: contestant('none', config('', '{}')),
    },
    aims: { [ours]: { ratio: 1.25 } },
  };
};

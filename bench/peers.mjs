/**
 * Other linters, with ten rules each about what one step of a native flow says. They are installed when asked for, outside the repository,
 * and never become dependencies of it. Neither can follow a way through a flow: their rules are the nearest that they can say.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const PACKAGES = ['eslint@10.15.0', 'eslint-plugin-yml@3.10.0', '@stoplight/spectral-cli@6.16.3'];

const ESLINT_RULES = {
  // A short map in one line is how people write it.
  'yml/block-mapping': ['error', { singleline: 'ignore', multiline: 'always' }],
  'yml/block-sequence': ['error', { singleline: 'ignore', multiline: 'always' }],
  'yml/key-name-casing': ['error', { camelCase: false, 'kebab-case': true, ignores: ['^\\d'] }],
  'yml/key-spacing': 'error',
  'yml/no-empty-document': 'error',
  'yml/no-empty-key': 'error',
  'yml/no-empty-mapping-value': 'error',
  'yml/no-empty-sequence-entry': 'error',
  'yml/no-irregular-whitespace': 'error',
  'yml/require-string-key': 'error',
};

const rule = (given, message, then) => ({ given, message, severity: 'error', then });
const has = (field) => ({ field, function: 'truthy' });

const SPECTRAL_RULES = {
  'flow-has-an-owner': rule('$', 'Somebody owns the flow', [has('owner'), has('title'), has('language')]),
  'silence-is-answered': rule('$.anywhere', 'Silence leads somewhere', [has('if-silent'), has('if-unclear'), has('asks-for-a-person')]),
  'names-of-parts': rule('$.parts', 'Parts have plain names', { field: '@key', function: 'casing', functionOptions: { type: 'kebab' } }),
  'menu-not-too-wide': rule('$..choices', 'A menu has two to six choices', {
    function: 'schema',
    functionOptions: { schema: { type: 'object', minProperties: 2, maxProperties: 6 } },
  }),
  'tries-are-few': rule('$..tries', 'Three tries at most', {
    function: 'schema',
    functionOptions: { schema: { type: 'integer', minimum: 1, maximum: 3 } },
  }),
  'prompt-not-too-long': rule('$..say', 'A message is short', { function: 'length', functionOptions: { max: 400 } }),
  'no-filler': rule('$..say', 'No filler', { function: 'pattern', functionOptions: { notMatch: '/your call is important|unusually high/i' } }),
  'queue-has-ways-out': rule('$.parts[*][?(@ && @.queue)]', 'A queue says what happens when it is full or closed', [
    has('if-full'),
    has('if-closed'),
    has('wait-at-most'),
  ]),
  'promise-has-a-time': rule('$.parts[*][?(@ && (@.callback || @.voicemail))]', 'A promise has a time', has('within')),
  'failed-check-is-no-end': rule('$.parts[*][?(@ && @.verify)].if-wrong', 'A failed check does not end the contact', {
    function: 'pattern',
    functionOptions: { notMatch: '^end$' },
  }),
};

const ESLINT_CONFIG = `import yml from 'eslint-plugin-yml';
export default [...yml.configs['flat/base'], { files: ['**/*.yaml'], rules: ${JSON.stringify(ESLINT_RULES)} }];
`;

const inEslint = (text) =>
  JSON.parse(text)
    .map(({ messages }) => messages.length)
    .filter((count) => count > 0);
const inSpectral = (text) => {
  const files = new Map();
  for (const { source } of JSON.parse(text)) files.set(source, (files.get(source) ?? 0) + 1);
  return [...files.values()];
};

/** Installs the peers into the folder, without running any script of theirs. Returns why that was not possible, or nothing. */
export const installPeers = (folder) => {
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, 'package.json'), '{ "private": true }\n');
  const args = ['install', '--prefix', folder, '--ignore-scripts', '--no-audit', '--no-fund', '--save-exact', ...PACKAGES];
  const { status, stderr, error } = spawnSync('npm', args, { cwd: folder, encoding: 'utf8', shell: process.platform === 'win32' });
  if (status === 0) return undefined;
  return error?.message ?? stderr.split('\n').find((line) => line.startsWith('npm error')) ?? `npm ended with ${status}`;
};

/** What Node gets to run each peer over a folder of YAML, which is in the one with the installed peers, and how to count what it found. */
export const peersOver = (installed, flows) => {
  const bin = (name) => path.join(installed, 'node_modules', name);
  const config = path.join(installed, 'eslint.config.mjs');
  const ruleset = path.join(installed, 'spectral.json');
  writeFileSync(config, ESLINT_CONFIG);
  writeFileSync(ruleset, JSON.stringify({ rules: SPECTRAL_RULES }));
  const eslint = [bin('eslint/bin/eslint.js'), '--config', config, flows];
  const spectral = [
    bin('@stoplight/spectral-cli/dist/index.js'),
    'lint',
    '--quiet',
    '--ignore-unknown-format',
    '--ruleset',
    ruleset,
    path.join(flows, '*.yaml'),
  ];
  return {
    // ESLint looks at nothing outside the folder that it is run in.
    'ESLint + eslint-plugin-yml, 10 rules': { args: eslint, cwd: installed, count: { args: ['--format', 'json'], of: inEslint } },
    'Spectral, 10 rules': { args: spectral, cwd: installed, count: { args: ['--format', 'json'], of: inSpectral } },
  };
};

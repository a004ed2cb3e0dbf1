// A page for each rule for code, made of what the rule says of itself and of its examples; and the index of these rules.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { buildSync } from 'esbuild';
import { CODE_RULES, codeRulesTable } from './code-rules.mjs';
import { cell, exampleIn, fenced, generatedFrom, optionsTable, section, sourceLine, table } from './markdown.mjs';

const INDEX = 'docs/eslint-rules.md';

/** The rules as they stand in the sources, by id. */
const loadRules = async (home) => {
  const { outputFiles } = buildSync({
    stdin: { contents: codeRulesTable(home), resolveDir: path.join(home, CODE_RULES), sourcefile: 'rules.ts', loader: 'ts' },
    bundle: true,
    format: 'esm',
    platform: 'node',
    mainFields: ['module', 'main'],
    write: false,
    logLevel: 'error',
    // The sources of our own packages: pages are made before anything is built.
    alias: {
      '@carelint/code/signs': path.join(home, 'packages/code/src/signs.ts'),
      '@carelint/core/model': path.join(home, 'packages/core/src/model/index.ts'),
      '@carelint/core/phones': path.join(home, 'packages/core/src/link/found/index.ts'),
      '@carelint/core': path.join(home, 'packages/core/src/index.ts'),
    },
    external: ['ajv-formats/*'],
    banner: { js: "import { createRequire } from 'node:module'; const require = createRequire('file:///');" },
  });
  return (await import(`data:text/javascript,${encodeURIComponent(outputFiles[0].text)}`)).rules;
};

/** What findings.txt says of one example. */
const saidOf = (folder, name) => {
  const file = path.join(folder, 'findings.txt');
  const blocks = existsSync(file) ? readFileSync(file, 'utf8').split('\n\n') : [];
  const [, ...lines] = blocks.find((block) => block.split('\n')[0] === name)?.split('\n') ?? [];
  return lines
    .map((line) => line.replace(/^ {2}(\d+):\S+ [\w-]+: /u, 'line $1: ').replace(/^ {2}/u, ''))
    .join('\n')
    .trimEnd();
};

const shown = (folder, kind) => {
  const example = exampleIn(folder, kind);
  if (example === undefined) return [];
  const language = /\.([cm]?[jt]sx?)$/u.exec(example.name)?.[1] ?? 'js';
  return [`[\`${example.name}\`](${example.name})`, fenced(language, example.text)];
};

const page = (home, id, { about, options, suggests }) => {
  const folder = path.join(home, CODE_RULES, id);
  const bad = exampleIn(folder, 'bad');
  const said = bad === undefined ? '' : saidOf(folder, bad.name);
  const policies = about.policies.map((policy) => `\`${policy}\``).join(', ');
  const parts = [
    `# ${about.title}`,
    `Rule \`carelint/${id}\`. Level: ${about.level}; certainty: ${about.certainty}; configs: ${about.certainty === 'low' ? 'strict' : 'recommended, strict'}.${suggests === true ? ' It suggests how to mend.' : ''}`,
    `What the customer suffers: ${about.suffers}`,
    ...section('Bad', ...shown(folder, 'bad'), ...(said === '' ? [] : ['What it says:', fenced('text', said)])),
    ...section('Good', ...shown(folder, 'good')),
    ...section('What to do instead', about.instead),
    ...section('When not to use it', about.notWhen),
    ...section('Options', optionsTable(options)),
    ...section('The same, elsewhere', policies === '' ? '' : `For flows, pages and documents: ${policies}.`),
    ...section('Where the demand comes from', about.sources.map(sourceLine).join('\n')),
  ];
  return `${generatedFrom('rule.ts, bad/, good/ and findings.txt')}\n\n${parts.join('\n\n')}\n`;
};

const index = (rules) => {
  const rows = Object.entries(rules).map(([id, { about }]) => [
    `[\`${id}\`](../${CODE_RULES}/${id}/README.md)`,
    cell(about.title),
    about.level,
    about.certainty,
    about.policies.map((policy) => `\`${policy}\``).join(', '),
  ]);
  return [
    generatedFrom(CODE_RULES),
    '# Rules for code',
    `There are ${rows.length} rules for JavaScript and TypeScript, with and without JSX, in \`eslint-plugin-carelint\`. One of certainty \`low\` is on in the config \`strict\` only. How to set them up: [carelint in ESLint](eslint.md).`,
    table(['rule', 'what must hold', 'level', 'certainty', 'the same for flows and pages'], rows),
  ]
    .join('\n\n')
    .concat('\n');
};

/** Path -> text: a page for each rule, and their index. */
export const codeRulePages = async (home) => {
  const rules = await loadRules(home);
  return {
    ...Object.fromEntries(Object.entries(rules).map(([id, rule]) => [`${CODE_RULES}/${id}/README.md`, page(home, id, rule)])),
    [INDEX]: index(rules),
  };
};

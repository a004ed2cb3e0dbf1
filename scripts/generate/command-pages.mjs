// A page for each command, made of its declaration (packages/cli/src/program/); and their index, with the exit codes as the README tells them.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import { cell, fenced, generatedFrom, section, table } from './markdown.mjs';

const FOLDER = 'docs/commands';
const CONTENTS = 'docs/README.md';
const FROM = 'packages/cli/src/program/';

/** What commands do is loaded when they are called: declaring them needs none of it. */
const leaveOut = {
  name: 'leave-out',
  setup: ({ onResolve }) => {
    onResolve({ filter: /./ }, ({ kind, path: name }) => (kind === 'dynamic-import' ? { path: name, external: true } : undefined));
  },
};

/** The program as commander knows it. */
const loadProgram = async (home) => {
  const { outputFiles } = await build({
    entryPoints: [path.join(home, 'packages/cli/src/program.ts')],
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'node',
    mainFields: ['module', 'main'],
    external: ['ajv-formats/*'],
    logLevel: 'error',
    plugins: [leaveOut],
    // The sources of our own packages: pages are made before anything is built.
    alias: {
      '@carelint/core': path.join(home, 'packages/core/src/index.ts'),
      '@carelint/policy-schema': path.join(home, 'packages/policy-schema/src/index.ts'),
    },
    banner: { js: "import { createRequire } from 'node:module'; const require = createRequire('file:///');" },
  });
  const { declared } = await import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`);
  const nothing = () => undefined;
  return declared({ output: { out: nothing, err: nothing }, cwd: home, run: async () => undefined });
};

/** `check`, or `history add` for a command inside another. */
const nameOf = (command) => (command.parent === null ? '' : `${nameOf(command.parent)} ${command.name()}`.trim());

const allIn = (command) => command.commands.flatMap((inner) => [inner, ...allIn(inner)]);

/** As a sentence; a list of names keeps its small letter. */
const sentence = (text) => `${text.replace(/^\w(?!\w*,)/u, (letter) => letter.toUpperCase())}${/[.!?]$/u.test(text) ? '' : '.'}`;

/** Outside code, `<` and `*` would be markup. */
const asProse = (text) => text.replace(/[<*_]/gu, '\\$&');

const optionParts = ({ flags, description, argChoices, defaultValue, defaultValueDescription, negate }) => {
  const choices = argChoices === undefined ? '' : ` One of: ${argChoices.map((choice) => `\`${choice}\``).join(', ')}.`;
  const leftOut =
    defaultValueDescription ?? (negate || defaultValue === undefined || defaultValue === false ? undefined : JSON.stringify(defaultValue));
  return [
    `### \`${flags}\``,
    `${asProse(sentence(description))}${choices}${leftOut === undefined ? '' : ` Left out: ${leftOut.replace(/^"(.*)"$/u, '`$1`')}.`}`,
  ];
};

/** Lines of the list of contents that name a command: where more is told about it. */
const moreAbout = (home, name) => {
  const file = path.join(home, CONTENTS);
  const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n') : [];
  const about = new RegExp(`\`carelint ${name}\\b(?!-)`, 'u');
  return lines
    .filter((line) => line.startsWith('- ') && about.test(line))
    .map((line) => line.replace(/\]\((?!\w+:)/gu, '](../'))
    .join('\n');
};

const page = (home, command) => {
  const name = nameOf(command);
  const { registeredArguments: args, options } = command;
  const parts = [
    generatedFrom(FROM),
    `# carelint ${name}`,
    asProse(sentence(command.description())),
    fenced('sh', `npx carelint ${name} ${command.usage()}`),
    ...section(
      'Arguments',
      args.length === 0
        ? ''
        : table(
            ['argument', 'what it is'],
            args.map((arg) => [`\`${arg.name()}\``, cell(asProse(sentence(arg.description)))]),
          ),
    ),
    ...section('Options', ...options.filter(({ hidden }) => !hidden).flatMap(optionParts)),
    ...section('More about it', moreAbout(home, name)),
    'What a run ends with: [exit codes](README.md#exit-codes).',
  ];
  return `${parts.join('\n\n')}\n`;
};

/** The table of exit codes, from where newcomers read it. */
const exitCodes = (home) => {
  const found = /^\| exit code \|.*\n(?:\|.*\n)+/mu.exec(readFileSync(path.join(home, 'README.md'), 'utf8'))?.[0];
  if (found === undefined) throw new Error('README.md has no table of exit codes (`| exit code | ...`)');
  return found.trimEnd();
};

const fileOf = (command) => `${nameOf(command).replace(/ /gu, '-')}.md`;

const index = (home, program, commands) =>
  [
    generatedFrom(FROM),
    '# Commands',
    sentence(program.description()),
    table(
      ['command', 'what it does'],
      commands.map((command) => [`[\`carelint ${nameOf(command)}\`](${fileOf(command)})`, cell(asProse(sentence(command.description())))]),
    ),
    'Every command has `--help`; `carelint --version` tells the version. `carelint flows/` is `carelint check flows/`.',
    '## Exit codes',
    exitCodes(home),
    'The command `test` ends with 1 where a rule does not say what its examples expect.',
  ].join('\n\n') + '\n';

/** Path -> text: a page for each command, and their index. */
export const commandPages = async (home) => {
  const program = await loadProgram(home);
  const commands = allIn(program).filter((command) => !command._hidden);
  return {
    ...Object.fromEntries(commands.map((command) => [`${FOLDER}/${fileOf(command)}`, page(home, command)])),
    [`${FOLDER}/README.md`]: index(home, program, commands),
  };
};

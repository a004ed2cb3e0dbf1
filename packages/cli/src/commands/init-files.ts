import { existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { lineOf } from '../git/run-git.js';
import { version } from '../version.js';
import { writeWhole } from '../write-whole.js';

/** The CI services for which `init` knows a file. */
export const CI_SERVICES = ['github', 'gitlab'] as const;
export type CiService = (typeof CI_SERVICES)[number];

/** A file that `init` can write beside the config. */
export interface Offered {
  /** From the folder, with forward slashes. */
  readonly file: string;
  readonly text: string;
  /** What to do where the file is there already, before the text that is to be added. */
  readonly add: string;
}

const remoteOf = (cwd: string): string => {
  try {
    return lineOf(cwd, 'remote', 'get-url', 'origin') ?? '';
  } catch {
    // Without git there is no remote either.
    return '';
  }
};

/** The service that is in use here, by its files, else by where the repository comes from. */
export const ciHere = (cwd: string): CiService | undefined => {
  if (existsSync(path.join(cwd, '.github'))) return 'github';
  if (existsSync(path.join(cwd, '.gitlab-ci.yml'))) return 'gitlab';
  const remote = remoteOf(cwd);
  return CI_SERVICES.find((service) => new RegExp(`\\b${service}\\.`, 'u').test(remote));
};

/** What CI runs: the command that the project has installed, else the very version that wrote the file. */
const commandsFor = (cwd: string, options: string): readonly string[] =>
  existsSync(path.join(cwd, 'package-lock.json')) ? ['npm ci', `npx carelint check${options}`] : [`npx --yes carelint@${version()} check${options}`];

const github = (cwd: string): Offered => ({
  file: '.github/workflows/carelint.yml',
  text: [
    'name: carelint',
    'on:',
    '  pull_request:',
    '  push:',
    '    branches: [main]',
    'permissions:',
    '  contents: read',
    'jobs:',
    '  check:',
    '    runs-on: ubuntu-latest',
    '    steps:',
    '      - uses: actions/checkout@v4',
    '      - uses: actions/setup-node@v4',
    '        with:',
    '          node-version: 22',
    ...commandsFor(cwd, ' --format github').map((command) => `      - run: ${command}`),
    '',
  ].join('\n'),
  add: 'is there and was left alone. A workflow with these steps checks every pull request:',
});

const gitlab = (cwd: string): Offered => ({
  file: '.gitlab-ci.yml',
  text: [
    'carelint:',
    '  image: node:22',
    '  script:',
    ...commandsFor(cwd, ' --format terminal --format gitlab=gl-code-quality-report.json').map((command) => `    - ${command}`),
    '  artifacts:',
    '    when: always',
    '    reports:',
    '      codequality: gl-code-quality-report.json',
    '',
  ].join('\n'),
  add: 'is there and was left alone. Add this job to it:',
});

/** The file of a CI service. */
export const ciFile = (service: CiService, cwd: string): Offered => (service === 'github' ? github(cwd) : gitlab(cwd));

const SCHEMAS = './node_modules/@carelint/policy-schema/schemas';

/** Settings by which editors know the schema of the config and of rules. */
export const editorFile = (): Offered => ({
  file: '.vscode/settings.json',
  text: `${JSON.stringify(
    { 'yaml.schemas': { [`${SCHEMAS}/config.schema.json`]: 'carelint.yaml', [`${SCHEMAS}/rule.schema.json`]: 'policies/**/rule.yaml' } },
    null,
    2,
  )}\n`,
  add: 'is there and was left alone. Add this to it:',
});

/** Writes a file that is not there yet; of one that is there it is told what to add. Gives what to say. */
export const offer = ({ file, text, add }: Offered, cwd: string): string => {
  const absolute = path.join(cwd, file);
  if (existsSync(absolute)) return `${file} ${add}\n\n${text.replace(/^(?=.)/gmu, '  ')}`;
  mkdirSync(path.dirname(absolute), { recursive: true });
  writeWhole(absolute, text, file);
  return `Wrote ${file}.`;
};

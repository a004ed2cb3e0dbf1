import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { runProgram } from '../src/program.js';
import { folderWith, heard } from './folder.js';

const flow = (head: readonly string[]): string =>
  [
    'flow: desk',
    'channel: phone',
    'language: en-GB',
    ...head,
    'role: entry',
    'steps:',
    '  - say: Your call is important to us.',
    '  - end: not-solved',
    '',
  ].join('\n');
const FLOW = flow([]);

/** Runs `init`; `answers` sit at the terminal. */
const init = async (
  files: Readonly<Record<string, string>>,
  args: readonly string[],
  answers?: readonly string[],
  env: Readonly<Record<string, string>> = {},
) => {
  const folder = folderWith(files);
  const asked: string[] = [];
  const left = [...(answers ?? [])];
  const ask = (question: string): Promise<string> => {
    asked.push(question);
    return Promise.resolve(left.shift() ?? '');
  };
  const output = heard({ env, ...(answers === undefined ? {} : { ask }) });
  const status = await runProgram(['init', ...args], output, folder);
  const read = (name: string): string => readFileSync(path.join(folder, name), 'utf8');
  return { status, out: output.outText(), err: output.errText(), folder, asked, read, there: readdirSync(folder).sort() };
};

describe('init', () => {
  it('writes the config alone where nobody is asked, and guesses no country', async () => {
    const { status, there, asked, read, out } = await init({ 'a.yaml': FLOW }, []);
    expect(out).toMatch(/^Found 1 file of carelint document, in en-GB: 1 flow, 3 steps\.\n/u);
    expect({ status, there, asked }).toEqual({ status: 0, there: ['a.yaml', 'carelint.yaml'], asked: [] });
    expect(read('carelint.yaml')).toContain('# assume:\n#   country: GB');
  });

  it('asks at a terminal for what it cannot know, and does what is answered', async () => {
    const { out, asked, read, there } = await init({ 'a.yaml': FLOW, '.github/x': '' }, [], ['Britain', 'gb', '', 'n', 'y']);
    expect(asked.map((question) => question.split(/[?.]/u)[0])).toEqual([
      'In which country are your customers',
      'In which country are your customers',
      'Write a CI file for GitHub',
      'Write editor settings (',
      expect.stringMatching(/^\d+ findings are there today$/u),
    ]);
    expect(read('carelint.yaml')).toContain('assume:\n  country: GB\n');
    expect(read('.github/workflows/carelint.yml')).toContain('npx --yes carelint@');
    expect(there).toEqual(['.github', 'a.yaml', 'carelint-baseline.json', 'carelint.yaml']);
    expect(out).toMatch(
      /Wrote carelint\.yaml\.\nWrote \.github\/workflows\/carelint\.yml\.\nThe baseline `carelint-baseline\.json` knows \d+ findings/u,
    );
  });

  it('asks nothing in CI, nor where the answers are given', async () => {
    expect(await init({ 'a.yaml': FLOW }, [], [], { CI: 'true' })).toMatchObject({ asked: [], there: ['a.yaml', 'carelint.yaml'] });
    expect(await init({ 'a.yaml': flow(['country: GB']) }, ['--ci', 'gitlab', '--editor', '--no-baseline'], [])).toMatchObject({
      asked: [],
      there: ['.gitlab-ci.yml', '.vscode', 'a.yaml', 'carelint.yaml'],
    });
    expect(await init({ 'a.yaml': FLOW }, ['--country', 'England'], [])).toMatchObject({ status: 2, there: ['a.yaml'] });
  });

  it('with --yes leaves a folder in which the check is quiet', async () => {
    const folder = folderWith({ 'a.yaml': FLOW, 'package-lock.json': '{}' });
    execFileSync('git', ['init', '-q'], { cwd: folder });
    execFileSync('git', ['remote', 'add', 'origin', 'git@gitlab.example.com:a/b.git'], { cwd: folder });
    expect(await runProgram(['init', '--yes', '--country', 'AU'], heard(), folder)).toBe(0);
    expect(readFileSync(path.join(folder, '.gitlab-ci.yml'), 'utf8')).toContain(
      '    - npm ci\n    - npx carelint check --format terminal --format gitlab=gl-code-quality-report.json\n',
    );
    expect(Object.keys(JSON.parse(readFileSync(path.join(folder, '.vscode/settings.json'), 'utf8')) as object)).toEqual(['yaml.schemas']);
    const output = heard();
    expect(await runProgram(['--fail-on', 'advice'], output, folder)).toBe(0);
    expect(output.outText()).toContain('Nothing new found.');
  });

  it('edits nothing that is there, and prints what to add', async () => {
    const mine = { '.gitlab-ci.yml': 'mine: {}\n', '.vscode/settings.json': '{ "mine": 1 }', '.github/workflows/carelint.yml': 'mine' };
    const { out, read, folder } = await init({ 'a.yaml': FLOW, ...mine }, ['--yes', '--ci', 'gitlab', '--no-baseline']);
    for (const [name, text] of Object.entries(mine)) expect(read(name)).toBe(text);
    expect(out).toContain('.gitlab-ci.yml is there and was left alone. Add this job to it:\n\n  carelint:\n    image: node:22\n');
    expect(out).toContain('.vscode/settings.json is there and was left alone. Add this to it:\n\n  {\n    "yaml.schemas"');
    expect(existsSync(path.join(folder, 'carelint-baseline.json'))).toBe(false);
    mkdirSync(path.join(folder, 'b'));
    writeFileSync(path.join(folder, 'b', 'carelint.yaml'), 'mine');
    const again = heard();
    expect(await runProgram(['init', '--yes'], again, path.join(folder, 'b'))).toBe(2);
    expect(readdirSync(path.join(folder, 'b'))).toEqual(['carelint.yaml']);
  });
});

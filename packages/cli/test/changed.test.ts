import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { runProgram } from '../src/program.js';
import { folderWith, heard } from './folder.js';

const RULE = `rule: box
title: Nobody talks to a machine
suffers: They talk to a machine.
about: flow
level: error
certainty: high
forbid: { path: { from: verify, to: voicemail } }
message: A machine answers.
instead: Let a person answer.
sources: [{ seed: M1 }]
`;
const POLICY = { 'carelint.yaml': 'extends: ["./pack.yaml"]\n', 'pack.yaml': 'rules: { own/box: error }\n', 'policies/box/rule.yaml': RULE };
const flow = (name: string, ...steps: readonly string[]): string =>
  [`flow: ${name}`, 'channel: phone', 'role: entry', 'steps:', '  - say: Hello.', ...steps.map((step) => `  - ${step}`), ''].join('\n');
const BAD = (name: string): string => flow(name, '{ verify: pin, if-wrong: again, if-silent: again }', 'voicemail: Desk', 'end: solved');
const GOOD = (name: string): string => flow(name, 'end: solved');

const git = (folder: string, ...args: readonly string[]): string =>
  execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@example.com', '-c', 'protocol.file.allow=always', ...args], {
    cwd: folder,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  });

interface Told {
  readonly findings: readonly { readonly file: string; readonly line: number }[];
  readonly narrowed?: { readonly files: number; readonly since?: string; readonly because?: string; readonly leftOut: { readonly findings: number } };
}

/** A repository with these files in its first commit, on `main`. */
const repository = (content: Readonly<Record<string, string>>) => {
  const folder = folderWith({ ...POLICY, ...content });
  git(folder, 'init', '-q', '-b', 'main');
  git(folder, 'add', '-A');
  git(folder, 'commit', '-q', '-m', 'first');
  const write = (name: string, text: string): void => {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), text);
  };
  const run = async (args: readonly string[], env: Readonly<Record<string, string>> = {}, cwd = folder) => {
    const output = heard({ env });
    const status = await runProgram(args, output, cwd);
    return { status, out: output.outText(), err: output.errText() };
  };
  const json = async (args: readonly string[], env: Readonly<Record<string, string>> = {}, cwd = folder): Promise<Told> => {
    const { out, err } = await run(['--format', 'json', ...args], env, cwd);
    expect(err).toBe('');
    return JSON.parse(out) as Told;
  };
  const files = async (args: readonly string[], env: Readonly<Record<string, string>> = {}, cwd = folder): Promise<readonly string[]> =>
    (await json(args, env, cwd)).findings.map(({ file }) => file);
  const commit = (): void => {
    git(folder, 'add', '-A');
    git(folder, 'commit', '-q', '-m', 'next');
  };
  return { folder, write, run, json, told: files, commit };
};

describe('--changed', () => {
  it('tells what touches changed and new files, and says what it leaves out', async () => {
    const { write, run, told, json, commit } = repository({ 'a.yaml': BAD('a'), 'b.yaml': BAD('b'), 'c.yaml': BAD('c') });
    expect(await told(['--changed'])).toEqual([]);
    expect((await run(['--changed'])).out).toMatch(
      /^Nothing found in what has changed\.[^]*Told is what touches 0 files changed since main; left out elsewhere: 3\s+findings\./u,
    );
    write('a.yaml', `${BAD('a')}# changed\n`);
    write('new.yaml', BAD('new'));
    expect(await told(['--changed'])).toEqual(['a.yaml', 'new.yaml']);
    expect((await json(['--changed'])).narrowed).toEqual({
      by: 'changed',
      since: 'main',
      files: 2,
      leftOut: { findings: 2, unknowns: 0, problems: 0 },
    });
    commit();
    expect(await told(['--changed'])).toEqual([]);
    expect(await told(['--since', 'HEAD~1'])).toEqual(['a.yaml', 'new.yaml']);
    expect((await run(['--since', 'HEAD~1', 'a.yaml'])).out.replace(/\s+/gu, ' ')).toContain('2 files changed since HEAD~1; nothing is left out.');
  });

  it('counts from where the branch left another', async () => {
    const { folder, write, told, commit } = repository({ 'a.yaml': BAD('a'), 'b.yaml': BAD('b'), 'c.yaml': BAD('c') });
    git(folder, 'switch', '-q', '-c', 'topic');
    write('a.yaml', `${BAD('a')}# mine\n`);
    commit();
    git(folder, 'switch', '-q', 'main');
    write('b.yaml', `${BAD('b')}# theirs\n`);
    commit();
    git(folder, 'branch', 'release');
    git(folder, 'switch', '-q', 'topic');
    expect(await told(['--changed'])).toEqual(['a.yaml']);
    expect(await told(['--changed', '--since', 'release'])).toEqual(['a.yaml']);
  });

  it.each([
    ['GITHUB_BASE_REF', 'release'],
    ['CI_MERGE_REQUEST_TARGET_BRANCH_NAME', 'release'],
    ['CHANGE_TARGET', 'release'],
    ['BITBUCKET_PR_DESTINATION_BRANCH', 'refs/heads/release'],
  ])('takes the base of the pull request from %s', async (name, branch) => {
    const { folder, write, told, commit } = repository({ 'a.yaml': BAD('a') });
    git(folder, 'update-ref', 'refs/remotes/origin/release', 'HEAD');
    write('a.yaml', `${BAD('a')}#\n`);
    commit();
    expect(await told(['--changed'])).toEqual([]);
    expect(await told(['--changed'], { [name]: branch })).toEqual(['a.yaml']);
  });

  it('follows journeys that go through changed files', async () => {
    const { write, told } = repository({
      'one.yaml': flow('one', '{ verify: pin, if-wrong: again, if-silent: again }', 'use: two', 'end: solved'),
      'two.yaml': flow('two', 'voicemail: Desk', 'end: solved'),
      'three.yaml': BAD('three'),
    });
    write('two.yaml', `${flow('two', 'voicemail: Desk', 'end: solved')}#\n`);
    expect(await told(['--changed'])).toEqual(['one.yaml']);
  });

  it('tells everything where the config or a rule has changed', async () => {
    const { write, json, run } = repository({ 'a.yaml': BAD('a') });
    write('policies/box/rule.yaml', `${RULE}# changed\n`);
    const { findings, narrowed } = await json(['--changed']);
    expect([findings.length, narrowed?.because]).toEqual([1, 'policies/box/rule.yaml has changed']);
    expect((await run(['--changed'])).out.replace(/\s+/gu, ' ')).toContain('policies/box/rule.yaml has changed, and with it any finding may be new.');
  });

  it('knows files by whatever name, from any folder, and by links', async () => {
    const names = ['with blank.yaml', 'größe.yaml', 'new\nline.yaml', 'quo"te.yaml', '-dash.yaml'];
    const { folder, write, told } = repository({ 'sub/x.yaml': GOOD('x') });
    for (const [index, name] of names.entries()) write(`sub/${name}`, BAD(`f${String(index)}`));
    const sorted = (list: readonly string[]): readonly string[] => [...list].sort();
    expect(sorted(await told(['--changed']))).toEqual(sorted(names.map((name) => `sub/${name}`)));
    git(folder, 'add', '-A');
    expect(sorted(await told(['--staged']))).toEqual(sorted(names.map((name) => `sub/${name}`)));
    expect(sorted(await told(['--changed'], {}, path.join(folder, 'sub')))).toEqual(sorted(names));
    symlinkSync(folder, `${folder}-link`);
    try {
      expect(await told(['--changed'], {}, `${folder}-link`)).toHaveLength(5);
    } finally {
      rmSync(`${folder}-link`);
    }
  });

  it('a renamed file has changed', async () => {
    const { folder, told } = repository({ 'a.yaml': BAD('a') });
    renameSync(path.join(folder, 'a.yaml'), path.join(folder, 'b.yaml'));
    expect(await told(['--changed'])).toEqual(['b.yaml']);
  });
});

describe('--staged', () => {
  it('reads what is staged, and of other files what lies there', async () => {
    const { folder, write, told, json } = repository({ 'a.yaml': GOOD('a'), 'b.yaml': GOOD('b'), 'c.yaml': GOOD('c') });
    write('a.yaml', `# one line\n${BAD('a')}`);
    write('b.yaml', GOOD('b2'));
    git(folder, 'add', '-A');
    write('a.yaml', GOOD('a'));
    write('b.yaml', BAD('b2'));
    write('c.yaml', BAD('c'));
    const { findings, narrowed } = await json(['--staged']);
    expect(findings).toMatchObject([{ file: 'a.yaml', line: 7 }]);
    expect(narrowed).toMatchObject({ by: 'staged', files: 2, leftOut: { findings: 1 } });
    expect(await told(['--changed'])).toEqual(['b.yaml', 'c.yaml']);
    git(folder, 'rm', '-q', '--cached', 'c.yaml');
    expect((await json(['--staged'])).narrowed?.leftOut.findings).toBe(0);
  });

  it('works before the first commit', async () => {
    const folder = folderWith({ ...POLICY, 'a.yaml': BAD('a') });
    git(folder, 'init', '-q');
    git(folder, 'add', '-A');
    const output = heard();
    await runProgram(['--staged', '--format', 'json', 'a.yaml'], output, folder);
    expect(JSON.parse(output.outText())).toMatchObject({ findings: [{ file: 'a.yaml' }] });
    const other = heard();
    expect(await runProgram(['--changed'], other, folder)).toBe(2);
    expect(other.errText()).toContain('There is no commit yet to compare with.');
  });
});

describe('what git cannot tell', () => {
  it.each([
    [['--changed', '--staged'], 'ask for different things'],
    [['--changed', '--update-baseline'], 'takes in what is found everywhere'],
    [['--since', 'nowhere'], 'git knows no commit `nowhere` here. Check the name, or fetch it first: `git fetch origin nowhere`.'],
    [['--since=--output=x'], 'git knows no commit `--output=x` here.'],
  ])('%j is a mistake', async (args, message) => {
    const { run } = repository({ 'a.yaml': BAD('a') });
    const { status, out, err } = await run(args);
    expect({ status, out }).toEqual({ status: 2, out: '' });
    expect(err).toContain(message);
  });

  it('is said where there is no repository', async () => {
    const folder = folderWith({ ...POLICY, 'a.yaml': BAD('a') });
    const output = heard();
    expect(await runProgram(['--changed'], output, folder)).toBe(2);
    expect(output.errText()).toContain('This folder is in no git repository');
  });

  it('is said of a clone that does not reach back', async () => {
    const { folder, write, commit } = repository({ 'a.yaml': BAD('a') });
    git(folder, 'branch', 'base');
    git(folder, 'switch', '-q', '-c', 'topic');
    write('a.yaml', `${BAD('a')}#\n`);
    commit();
    const clone = folderWith({});
    git(clone, 'clone', '-q', '--depth', '1', '--branch', 'topic', `file://${folder}`, 'x');
    git(path.join(clone, 'x'), 'fetch', '-q', '--depth', '1', 'origin', 'base:refs/remotes/origin/base');
    const tried = async (...args: readonly string[]): Promise<string> => {
      const output = heard();
      expect(await runProgram(args, output, path.join(clone, 'x'))).toBe(2);
      return output.errText();
    };
    writeFileSync(path.join(folder, 'b.yaml'), '');
    git(folder, 'switch', '-q', 'base');
    git(folder, 'add', '-A');
    git(folder, 'commit', '-q', '-m', 'on');
    git(path.join(clone, 'x'), 'fetch', '-q', '--depth', '1', 'origin', '+base:refs/remotes/origin/base');
    expect(await tried('--changed', '--since', 'origin/base')).toContain(
      'This clone is shallow: where this branch left `origin/base` is not in it. Fetch all of it',
    );
    expect(await tried('--changed', '--since', 'origin/main')).toContain('git knows no commit `origin/main` here. This clone is shallow.');
  });
});

describe('waivers', () => {
  const waiver = (step: string, until: string, owner = 'Jane Ito'): string =>
    `  - { rule: own/box, file: a.yaml,${step} because: New system., owner: ${owner}, until: ${until} }\n`;

  it('are listed by their last day, with age, owner and what they hide', async () => {
    const { folder, write, run, commit } = repository({ 'a.yaml': BAD('a') });
    write(
      'carelint.yaml',
      `extends: ["./pack.yaml"]\nwaivers:\n${waiver(' step: pin,', '2027-03-31')}${waiver(' step: Elsewhere,', '2026-12-01', 'Bo')}${waiver('', '2026-11-12')}`,
    );
    expect(JSON.parse((await run(['waivers', '--date', '2026-11-22', '--format', 'json'])).out)).toMatchObject({
      date: '2026-11-22',
      waivers: [
        { daysLeft: -10, hides: 0, line: 5 },
        { owner: 'Bo', daysLeft: 9, hides: 0, step: 'Elsewhere' },
        { daysLeft: 129, hides: 1 },
      ],
    });
    execFileSync('git', ['add', '-A'], { cwd: folder });
    commit();
    const { out, status } = await run(['waivers', '--date', '2026-11-22']);
    expect(status).toBe(0);
    expect(out).toContain(
      '  ended 10 days ago, on 2026-11-12\n    own/box in a.yaml: hides nothing any more.\n    Jane Ito: New system.\n    carelint.yaml:5, written ',
    );
    expect(out).toContain('  129 days left, until 2027-03-31\n    own/box in a.yaml at pin: hides 1 finding.');
    expect(out).toMatch(/3 waivers, 1 of them ended: each is an error until it is mended or agreed on anew\.\n$/u);
    expect(readFileSync(path.join(folder, 'carelint.yaml'), 'utf8')).toContain('waivers');
  });

  it('may be none', async () => {
    const { run } = repository({ 'a.yaml': BAD('a') });
    expect(await run(['waivers'])).toEqual({ status: 0, out: 'There are no waivers.\n', err: '' });
  });
});

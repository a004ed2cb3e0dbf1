import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { PUBLISHED_KINDS } from '@carelint/policy-schema';
import type { Output } from '../src/output.js';
import { targetsOf } from '../src/report/formats.js';
import { progressOn } from '../src/run/progress.js';
import { runProgram } from '../src/program.js';
import { folderWith, heard } from './folder.js';

const flow = (...steps: readonly string[]): string =>
  ['flow: desk', 'channel: phone', 'language: en-GB', 'country: GB', 'role: entry', 'steps:', ...steps.map((step) => `  ${step}`), ''].join('\n');
const RULE = `rule: no-voicemail
title: Nobody talks to a machine
suffers: They talk to a machine.
about: flow
level: error
certainty: high
forbid: { step: voicemail }
message: A machine answers.
instead: Let a person answer.
sources: [{ seed: M1 }]
`;
const BAD = flow('- say: Hello.', '- voicemail: Desk', '- end: solved');
const FILES = { 'carelint.yaml': 'assume: { country: GB }', 'policies/no-voicemail/rule.yaml': RULE, 'flow.yaml': BAD };
const ONLY = ['--only', 'own/no-voicemail'];

const run = async (files: Readonly<Record<string, string>>, args: readonly string[], over: Partial<Output> = {}) => {
  const folder = folderWith(files);
  const output = heard(over);
  const status = await runProgram(args, output, folder);
  const read = (name: string): string => readFileSync(path.join(folder, name), 'utf8');
  return { status, out: output.outText(), inOneLine: output.outText().replace(/\s+/gu, ' '), err: output.errText(), folder, read };
};

describe('formats', () => {
  it('go each to its file, and one to the screen', async () => {
    const { status, out, read, folder } = await run(FILES, [
      ...ONLY,
      '--format',
      'terminal',
      '--format',
      'sarif=out.sarif',
      '--format',
      'json=out.json',
      '--format',
      'github=notes.txt',
      '--format',
      'code-scanning=cs.sarif',
      'flow.yaml',
    ]);
    expect(status).toBe(1);
    expect(out).toContain('A machine answers.');
    expect(JSON.parse(read('out.json'))).toMatchObject({ schemaVersion: 1, findings: [{ rule: 'own/no-voicemail' }] });
    for (const name of ['out.sarif', 'cs.sarif'])
      expect(JSON.parse(read(name))).toMatchObject({ version: '2.1.0', runs: [{ results: [{ ruleId: 'own/no-voicemail', level: 'error' }] }] });
    expect(read('notes.txt')).toMatch(/^::error file=flow\.yaml,line=8,endLine=8,col=5,endColumn=20,title=own\/no-voicemail::A machine answers\./u);
    expect(readdirSync(folder).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });

  it('say nothing on the screen where each has a file, and write plain text into files', async () => {
    const { out, read } = await run(FILES, [...ONLY, '--format', 'terminal=out.txt', 'flow.yaml'], { env: { FORCE_COLOR: '1' }, isTTY: true });
    expect(out).toBe('');
    expect(read('out.txt')).toContain('A machine answers');
    expect(read('out.txt')).not.toContain('\u001b');
  });

  it('without a file take that of --output', async () => {
    const { out, read } = await run(FILES, [...ONLY, '--format', 'json', '--output', 'a.json', '--format', 'github=b.txt', 'flow.yaml']);
    expect(out).toBe('');
    expect(JSON.parse(read('a.json'))).toMatchObject({ schemaVersion: 1 });
    expect(read('b.txt')).toContain('::error ');
  });

  it.each([
    [['json', 'github'], undefined, '`--format json` and `--format github` cannot share one place. Give one a file: `--format github=FILE`.'],
    [['json=a', 'sarif=./a'], undefined, '`--format json=a` and `--format sarif=./a` name the same file. Give each its own.'],
    [['json', 'sarif=a'], 'a', '`--format json=a` and `--format sarif=a` name the same file.'],
    [['json=a'], 'b', 'Nothing is left for `--output b`'],
    [['json='], undefined, '`--format json=` names no file.'],
    [['sarfi=a'], undefined, 'There is no format `sarfi`. Did you mean `sarif`?'],
    [[''], undefined, 'There is no format ``. Allowed choices are terminal, json'],
  ])('%j with --output %s is a mistake', (formats, output, message) => {
    expect(() => targetsOf(formats, output, '/work')).toThrow(message);
  });

  it('may have an equals sign in the name of the file', () => {
    expect(targetsOf(['json=a=b.json'], undefined, '/work')).toEqual([{ format: 'json', file: 'a=b.json' }]);
    expect(targetsOf([], undefined, '/work')).toEqual([{ format: 'terminal' }]);
    expect(targetsOf([], 'a.txt', '/work')).toEqual([{ format: 'terminal', file: 'a.txt' }]);
  });

  it('write nothing to the screen where a file cannot be written', async () => {
    expect(await run(FILES, [...ONLY, '--format', 'terminal', '--format', 'json=no/such/folder.json', 'flow.yaml'])).toMatchObject({
      status: 2,
      out: '',
    });
  });

  it('list the waived and the open, and GitHub gets neither', async () => {
    const waiver =
      'waivers:\n  - { rule: own/no-voicemail, file: flow.yaml, step: Desk, because: New system., owner: Jane Ito, until: 2999-01-01 }\n';
    const { read, status } = await run({ ...FILES, 'carelint.yaml': waiver }, [
      ...ONLY,
      '--format',
      'sarif=a',
      '--format',
      'code-scanning=b',
      '--format',
      'json=c',
      'flow.yaml',
    ]);
    expect(status).toBe(0);
    expect(JSON.parse(read('a'))).toMatchObject({
      runs: [{ results: [{ suppressions: [{ kind: 'external', justification: 'New system. (Jane Ito, until 2999-01-01)' }] }] }],
    });
    expect(JSON.parse(read('b'))).toMatchObject({ runs: [{ results: [] }] });
    expect(JSON.parse(read('c'))).toMatchObject({
      summary: { waived: 1 },
      exceptions: [{ by: 'waiver', step: 'Desk', owner: 'Jane Ito', because: 'New system.', until: '2999-01-01' }],
    });
  });
});

describe('waivers', () => {
  const waiver = (over: Readonly<Record<string, string>>): string => {
    const keys = { rule: 'own/no-voicemail', file: 'flow.yaml', because: 'New system.', owner: 'Jane Ito', until: '2999-01-01', ...over };
    return `waivers:\n  - ${Object.entries(keys)
      .filter(([, value]) => value !== '')
      .map(([key, value]) => `${key}: ${value}`)
      .join('\n    ')}\n`;
  };

  it.each([
    ['because', ''],
    ['owner', ''],
    ['until', ''],
    ['until', 'soon'],
    ['until', '2026-02-31'],
    ['rule', 'own/no-voicemial'],
  ])('without a good %s (%s) are a mistake', async (key, value) => {
    const { status, err } = await run({ ...FILES, 'carelint.yaml': waiver({ [key]: value }) }, ['flow.yaml']);
    expect(status).toBe(2);
    expect(err).toMatch(/^carelint\.yaml:\d+:\d+: /u);
  });

  it.each([
    ['the name of the step', 'Desk', 0],
    ['its id', 'start/voicemail', 0],
    ['another', 'start/end', 1],
  ])('may name %s', async (_what, step, status) => {
    expect((await run({ ...FILES, 'carelint.yaml': waiver({ step }) }, [...ONLY, 'flow.yaml'])).status).toBe(status);
  });

  it('fail the run after their last day', async () => {
    const { status, inOneLine } = await run({ ...FILES, 'carelint.yaml': waiver({ until: '2020-01-01', step: 'Desk' }) }, [...ONLY, 'flow.yaml']);
    expect(status).toBe(1);
    expect(inOneLine).toContain('The waiver of own/no-voicemail in flow.yaml at Desk ended on 2020-01-01');
  });
});

describe('comments that switch a rule off', () => {
  const commented = (comment: string): Readonly<Record<string, string>> => ({
    ...FILES,
    'flow.yaml': flow('- say: Hello.', `# ${comment}`, '- voicemail: Desk', '- end: solved'),
  });

  it('hide a finding, with their reason in the report', async () => {
    const files = commented('carelint-disable-step own/no-voicemail -- Only at night.');
    const { status, inOneLine, read } = await run(files, [
      ...ONLY,
      '--verbose',
      '--format',
      'terminal',
      '--format',
      'json=a.json',
      '--format',
      'sarif=a.sarif',
      'flow.yaml',
    ]);
    expect(status).toBe(0);
    expect(inOneLine).toContain('own/no-voicemail in flow.yaml:8 (by a comment, hides 1 finding): Only at night.');
    expect(JSON.parse(read('a.json'))).toMatchObject({
      summary: { waived: 1 },
      exceptions: [{ by: 'comment', rule: 'own/no-voicemail', because: 'Only at night.', file: 'flow.yaml', line: 8, column: 3 }],
    });
    expect(JSON.parse(read('a.sarif'))).toMatchObject({
      runs: [{ results: [{ suppressions: [{ kind: 'inSource', justification: 'Only at night.' }] }] }],
    });
  });

  it('are findings themselves where they are wrong or needless', async () => {
    const bad = await run(commented('carelint-disable-step own/no-voicemail'), [...ONLY, 'flow.yaml']);
    expect(bad.out).toMatch(/8:3 +error +bad-directive/u);
    expect(bad.out).toMatch(/own\/no-voicemail/u);
    const unused = await run({ ...FILES, 'flow.yaml': flow('# carelint-disable-next-line own/no-voicemail -- x', '- end: solved') }, [
      ...ONLY,
      'flow.yaml',
    ]);
    expect(unused).toMatchObject({ status: 0, out: expect.stringMatching(/7:3 +warning +unused-directive/u) as string });
  });

  it('do not count in the tests of rules', async () => {
    const example = commented('carelint-disable-step no-voicemail -- x')['flow.yaml'] ?? '';
    const { out } = await run(
      { 'r/no-voicemail/rule.yaml': RULE, 'r/no-voicemail/bad/a.yaml': example, 'r/no-voicemail/good/a.yaml': flow('- end: solved') },
      ['test', 'r', '--update'],
    );
    expect(out).toBe('1 rule proved, 0 failed.\n');
  });
});

describe('schema', () => {
  it.each(PUBLISHED_KINDS)('prints %s as it is published', async (name) => {
    const { out, status } = await run({}, ['schema', name]);
    expect(status).toBe(0);
    expect(JSON.parse(out)).toEqual(JSON.parse(readFileSync(new URL(`../../policy-schema/schemas/${name}.schema.json`, import.meta.url), 'utf8')));
  });

  it.each([
    ['confg', 'There is no schema `confg`. Did you mean `config`?\n'],
    ['xyz', `There is no schema \`xyz\`. There are ${PUBLISHED_KINDS.join(', ')}.\n`],
  ])('%s is a mistake', async (name, err) => {
    expect(await run({}, ['schema', name])).toMatchObject({ status: 2, out: '', err });
  });
});

describe('new-rule', () => {
  it('makes a rule that passes its test at once, and is on', async () => {
    const { status, out, folder, read } = await run({ 'carelint.yaml': '' }, ['new-rule', 'our-bank/no-fax']);
    expect(status).toBe(0);
    expect(out).toContain('policies/no-fax/');
    expect(out).toContain('our-bank/no-fax');
    expect(readdirSync(path.join(folder, 'policies'))).toEqual(['no-fax']);
    expect(read('policies/no-fax/findings.txt')).toMatch(/^bad\/by-fax\.yaml:5:5 our-bank\/no-fax /u);
    for (const args of [['test'], ['test', 'policies/no-fax']]) {
      const tested = heard();
      expect(await runProgram(args, tested, folder)).toBe(0);
    }
    const rules = heard();
    await runProgram(['rules', '--format', 'json'], rules, folder);
    expect(JSON.parse(rules.outText())).toContainEqual(expect.objectContaining({ id: 'our-bank/no-fax', inForce: 'warning' }));
  });

  it('goes into the policies of the config above, or where it is told to', async () => {
    const { folder } = await run({ 'carelint.yaml': 'policies: [rules]', 'rules/.keep': '', 'flows/a.yaml': BAD }, ['rules']);
    expect(await runProgram(['new-rule', 'no-fax'], heard(), path.join(folder, 'flows'))).toBe(0);
    expect(existsSync(path.join(folder, 'policies/no-fax/rule.yaml'))).toBe(true);
    expect(await runProgram(['new-rule', 'bank/no-telex', '--in', 'rules'], heard(), folder)).toBe(0);
    expect(existsSync(path.join(folder, 'rules/no-telex/findings.txt'))).toBe(true);
  });

  it('overwrites nothing', async () => {
    const { status, err, read } = await run({ 'carelint.yaml': '', 'policies/no-fax/rule.yaml': 'mine' }, ['new-rule', 'bank/no-fax']);
    expect(status).toBe(2);
    expect(err).toContain('There is a `policies/no-fax` already; nothing was written.');
    expect(read('policies/no-fax/rule.yaml')).toBe('mine');
  });

  it.each([
    ['Our Bank/NoFax', '`our-bank/no-fax`'],
    ['../../etc/passwd', '`our-bank/no-fax`'],
    ['a/b/c', '`our-bank/no-fax`'],
    ['-', '`our-bank/no-fax`'],
    ['no_fax', '`no-fax`'],
  ])('%s is no name', async (id, better) => {
    const { status, err, folder } = await run({}, ['new-rule', '--', id]);
    expect(status).toBe(2);
    expect(err).toContain(better);
    expect(readdirSync(folder)).toEqual([]);
  });
});

describe('init', () => {
  const CONNECT = readFileSync(new URL('../../../examples/connect-instance/billing.json', import.meta.url), 'utf8');

  it('writes a config that holds, from what it finds', async () => {
    const { status, out, read, folder } = await run({ 'flows/a.yaml': BAD, 'aws/b.json': CONNECT, 'README.md': '# hello' }, ['init']);
    expect(status).toBe(0);
    expect(out).toMatch(/^Found 1 file of .*, 1 file of .*, in en-GB.*\.\nWrote carelint\.yaml\.\n/u);
    expect(read('carelint.yaml')).toContain('files:\n  - "aws/**"\n  - "flows/**"\n');
    expect(read('carelint.yaml')).toContain('assume:\n  country: GB\n');
    const again = heard();
    expect([0, 1]).toContain(await runProgram([], again, folder));
    expect(again.outText()).toContain('Read 2 files');
  });

  it('reads everything where flows lie outside folders, and says where nothing is found', async () => {
    expect((await run({ 'a.yaml': BAD }, ['init'])).read('carelint.yaml')).toContain('# files: ["flows/**"]');
    expect(await run({ 'README.md': '# hello' }, ['init'])).toMatchObject({
      status: 0,
      out: expect.stringContaining('Nothing that carelint knows was found in 1 file here.') as string,
    });
    expect((await run({}, ['init'])).status).toBe(0);
  });

  it.each(['carelint.yaml', 'carelint.yml'])('never overwrites a %s', async (name) => {
    const { status, err, read, folder } = await run({ [name]: 'mine', 'a.yaml': BAD }, ['init']);
    expect(status).toBe(2);
    expect(err).toContain(`There is a \`${name}\` already; nothing was written.`);
    expect(read(name)).toBe('mine');
    expect(readdirSync(folder).sort()).toEqual(['a.yaml', name].sort());
  });

  it('takes no words from files for YAML', async () => {
    const nasty = { 'a"b: \u001b[31m/x.yaml': BAD.replace('en-GB', 'en'), 'c/d.yaml': BAD };
    const { status, out, read } = await run(nasty, ['init']);
    expect(status).toBe(0);
    expect(out).not.toContain('\u001b');
    expect(read('carelint.yaml')).not.toContain('\u001b');
  });
});

describe('help', () => {
  it.each(['init', 'new-rule', 'schema'])('is there for %s', async (command) => {
    expect(await run({}, [command, '--help'])).toMatchObject({ status: 0, out: expect.stringContaining(`carelint ${command}`) as string });
  });
});

describe('progress', () => {
  const clock = () => {
    let time = 0;
    return { now: () => time, wait: (milliseconds: number) => void (time += milliseconds) };
  };

  it('is told on one line after a second, ten times a second, and taken away', () => {
    const { now, wait } = clock();
    const output = heard({ errIsTTY: true, columns: 30 });
    const progress = progressOn(output, false, now);
    progress.tick('Reading files', 1, 9000);
    wait(1001);
    progress.tick('Reading files', 2000, 9000);
    wait(50);
    progress.tick('Reading files', 2100, 9000);
    wait(60);
    progress.tick('Judging by a great many rules', 1, 46);
    progress.end();
    progress.end();
    expect(output.errText()).toBe('\r\u001b[KReading files: 2000 of 9000\r\u001b[KJudging by a great many rules\r\u001b[K');
  });

  it('is not told of a short run', () => {
    const output = heard({ errIsTTY: true });
    const progress = progressOn(output, false, clock().now);
    progress.tick('Reading files', 1, 2);
    progress.end();
    expect(output.errText()).toBe('');
  });

  it.each([
    ['into a file', { errIsTTY: false }, false],
    ['in CI', { errIsTTY: true, env: { CI: 'true' } }, false],
    ['on a terminal without cursor', { errIsTTY: true, env: { TERM: 'dumb' } }, false],
    ['where quiet is asked for', { errIsTTY: true }, true],
  ])('is not told %s', (_where, over, quiet) => {
    const { now, wait } = clock();
    const output = heard(over);
    const progress = progressOn(output, quiet, now);
    wait(5000);
    progress.tick('Reading files', 1, 2);
    progress.end();
    expect(output.errText()).toBe('');
  });
});

describe('colour', () => {
  const colored = async (args: readonly string[], env: Readonly<Record<string, string>>, isTTY = true): Promise<boolean> =>
    (await run(FILES, [...ONLY, 'flow.yaml', ...args], { env, isTTY })).out.includes('\u001b');

  it('is seen on a terminal, unless NO_COLOR or --no-color ask for none', async () => {
    expect(await colored([], {})).toBe(true);
    expect(await colored([], { NO_COLOR: '1' })).toBe(false);
    expect(await colored([], { NO_COLOR: '' })).toBe(true);
    expect(await colored(['--no-color'], {})).toBe(false);
    expect(await colored(['--no-color'], { FORCE_COLOR: '1' })).toBe(false);
    expect(await colored([], {}, false)).toBe(false);
    expect(await colored([], { FORCE_COLOR: '1' }, false)).toBe(true);
  });

  it('is in no other format', async () => {
    for (const format of ['json', 'github', 'sarif', 'code-scanning']) expect(await colored(['--format', format], { FORCE_COLOR: '1' })).toBe(false);
  });
});

describe('quiet', () => {
  it('shows what makes the run fail, and the sum', async () => {
    const files = { ...FILES, 'carelint.yaml': 'rules: { own/no-voicemail: warning }' };
    const quiet = await run(files, [...ONLY, '--quiet', 'flow.yaml']);
    expect(quiet.out).not.toContain('A machine answers');
    expect(quiet.out).toContain('1 warning in 1 file.');
    expect((await run(files, [...ONLY, '--quiet', '--fail-on', 'warning', 'flow.yaml'])).out).toContain('A machine answers');
    expect((await run(files, [...ONLY, '--quiet', '--format', 'github', 'flow.yaml'])).out).not.toContain('::warning');
  });
});

import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { runProgram } from '../src/program.js';
import { folderWith, heard } from './folder.js';

const HANGS_UP = `flow: change-of-address
channel: phone
country: GB
role: entry
steps:
  - say: Welcome to Example Telecom.
  - verify: password
    saying: Please say your password.
    if-wrong: no-password
    if-silent: no-password
  - queue: Service desk
    if-full: no-password
    if-closed: no-password
parts:
  no-password:
    - say: Call back when you find your password.
    - end: not-solved
`;
/** A rule of these tests' own, so that they do not change with the built-in ones. */
const DEAD_END = `rule: dead-end
title: Whoever cannot verify gets help
suffers: They only wanted to change an address.
about: flow
level: error
certainty: high
forbid: { path: { from: verify, leaving-by: failed, to: end, avoiding: [person, queue] } }
message: When {from} fails the customer is cut off, with no other way to be helped.
instead: Offer a second way to verify, a person, a callback or voicemail before the contact can end.
sources: [{ seed: M98 }]
`;
const CONFIG = { 'carelint.yaml': 'assume: { country: GB }', 'policies/dead-end/rule.yaml': DEAD_END };
const ONLY = ['--only', 'own/dead-end'];

const run = async (files: Readonly<Record<string, string>>, ...args: string[]) => {
  const folder = folderWith({ ...CONFIG, ...files });
  const output = heard();
  const status = await runProgram(args, output, folder);
  return { status, out: output.outText(), err: output.errText(), folder };
};

describe('check', () => {
  it('tells the story of the customer without a password', async () => {
    const { status, out, err } = await run({ 'flow.yaml': HANGS_UP }, 'check', ...ONLY);
    expect(err).toBe('');
    expect(status).toBe(1);
    await expect(out).toMatchFileSnapshot('golden/change-of-address.txt');
  });

  it('is the default command, and takes files and folders', async () => {
    expect((await run({ 'flow.yaml': HANGS_UP }, 'flow.yaml', ...ONLY)).status).toBe(1);
    expect((await run({ 'flows/a.yaml': HANGS_UP, 'b.yaml': '' }, 'flows', ...ONLY)).out).toContain('Read 1 file:');
  });

  it('writes a report that keeps the contract', async () => {
    const files = { 'flow.yaml': HANGS_UP, 'broken.yaml': 'flow: x\nsteps:\n\t- say: a', 'notes.md': '# hello' };
    const { out, status } = await run(files, '--config', 'none', '--pack', 'strict', '--format', 'json', '.');
    expect(status).toBe(1);
    const schemas = new URL('../../policy-schema/package.json', import.meta.url);
    const { default: Ajv } = createRequire(schemas)('ajv/dist/2020.js') as {
      default: new (options: object) => { compile: (schema: object) => { (value: unknown): boolean; errors?: unknown } };
    };
    const schema = JSON.parse(readFileSync(new URL('schemas/report.schema.json', schemas), 'utf8')) as object;
    const validate = new Ajv({ strict: false, validateFormats: false }).compile(schema);
    const report = JSON.parse(out) as { findings: { rule: string; file: string }[]; coverage: object; problems: object[] };
    validate(report);
    expect(validate.errors ?? null).toBeNull();
    expect(report.findings.map(({ rule }) => rule)).toContain('verify-failure-dead-end');
    expect(report.coverage).toMatchObject({ read: 1, failed: 1 });
    expect(report.problems).toMatchObject([{ file: 'broken.yaml', severity: 'problem', line: 3 }]);
  });

  it('writes to a file, wholly', async () => {
    const { out, folder } = await run({ 'flow.yaml': HANGS_UP }, 'flow.yaml', ...ONLY, '--format', 'json', '--output', 'report.json');
    expect(out).toBe('');
    expect(existsSync(path.join(folder, 'report.json'))).toBe(true);
  });

  it('fails from the level that is asked for', async () => {
    expect((await run({ 'flow.yaml': HANGS_UP }, ...ONLY, '--fail-on', 'never')).status).toBe(0);
    expect((await run({ 'flow.yaml': HANGS_UP, 'carelint.yaml': 'rules: { own/dead-end: warning }' }, ...ONLY)).status).toBe(0);
    expect((await run({ 'flow.yaml': HANGS_UP, 'carelint.yaml': 'fail-on: warning\nrules: { own/dead-end: warning }' }, ...ONLY)).status).toBe(1);
  });

  it('hides what is waived, and says so', async () => {
    const waiver = (until: string): string =>
      `waivers:\n  - { rule: own/dead-end, file: flow.yaml, because: New system., owner: Jane Ito, until: ${until} }`;
    const waived = await run({ 'flow.yaml': HANGS_UP, 'carelint.yaml': waiver('2999-01-01') }, ...ONLY);
    expect(waived).toMatchObject({ status: 0, out: expect.stringContaining('waived') as string });
    const expired = await run({ 'flow.yaml': HANGS_UP, 'carelint.yaml': waiver('2020-01-01') }, ...ONLY);
    expect(expired).toMatchObject({ status: 1, out: expect.stringContaining('expired-waiver') as string });
  });

  it('shows what was understood', async () => {
    const { out } = await run({ 'flow.yaml': HANGS_UP }, '--dump', 'artefact');
    expect(out).toContain('failure -> no-password/say');
    const json = JSON.parse((await run({ 'flow.yaml': HANGS_UP }, '--dump', 'service', '--format', 'json')).out) as object;
    expect(json).toMatchObject({ artefacts: [{ id: 'change-of-address' }], ties: [] });
  });

  it('shows the config in force and the time that was taken', async () => {
    const { out } = await run({}, '--print-config');
    expect(JSON.parse(out)).toMatchObject({ config: 'carelint.yaml', 'fail-on': 'error', assume: { country: 'GB' } });
    expect((await run({ 'flow.yaml': HANGS_UP }, ...ONLY, '--stats')).err).toMatch(/^check +\d/mu);
  });
});

describe('mistakes of the user', () => {
  it.each([
    [['--nonsense'], /unknown option '--nonsense'/u],
    [['--format', 'xml'], /Allowed choices are terminal, json/u],
    [['--only', 'verify-failure-dead-ende'], /Did you mean `verify-failure-dead-end`\?/u],
    [['gone.yaml'], /There is no file or folder `gone.yaml`/u],
    [['empty'], /There is nothing to read in `empty`/u],
    [['--config', 'gone.yaml'], /There is no config `gone.yaml`/u],
    [['explain', 'relif'], /Did you mean `relief`\?/u],
    [['test', 'empty'], /There is no rule in `empty`/u],
    [['--output', 'no/such/folder.txt', 'flow.yaml'], /cannot be written/u],
  ])('%j ends with 2 and says what to do', async (args, message) => {
    const { status, err, out } = await run({ 'flow.yaml': HANGS_UP, 'empty/.keep': '' }, ...args);
    expect(err).toMatch(message);
    expect(out).toBe('');
    expect(status).toBe(2);
  });

  it('in a config are told with their place', async () => {
    const { err, status } = await run({ 'carelint.yaml': 'fail-on: errors', 'flow.yaml': HANGS_UP });
    expect(err).toMatch(/^carelint\.yaml:1:10: /u);
    expect(status).toBe(2);
  });
});

describe('explain and rules', () => {
  it('explains a rule', async () => {
    const { out, status } = await run({}, 'explain', 'verify-failure-dead-end');
    expect(status).toBe(0);
    for (const part of ['Says', 'Suffers', 'Must hold', 'There is no way from verify', 'Instead', 'Sources']) expect(out).toContain(part);
  });

  it('explains a named pattern by what it stands for', async () => {
    const { out } = await run({}, 'explain', 'relief');
    expect(out).toContain('relief names steps');
    expect(out).toMatch(/person\n\s+queue/u);
  });

  it('lists rules for people and for programs', async () => {
    expect((await run({}, 'rules')).out).toMatch(/transfer-loop +error +high/u);
    const rules = JSON.parse((await run({}, 'rules', '--format', 'json')).out) as { id: string }[];
    expect(rules.map(({ id }) => id)).toContain('transfer-loop');
  });
});

describe('test', () => {
  const RULE = `rule: no-music
title: Nobody listens to music
suffers: They hear the same song for an hour.
about: flow
level: advice
certainty: high
forbid: { step: voicemail }
message: "{at} is a voicemail."
instead: Offer a callback.
sources: [{ seed: M1 }]
`;
  const flow = (verb: string): string => `flow: x\nchannel: phone\nsteps:\n  - ${verb}\n  - end: solved\n`;
  const files = { 'r/no-music/rule.yaml': RULE, 'r/no-music/bad/a.yaml': flow('voicemail: Desk'), 'r/no-music/good/a.yaml': flow('say: Hello.') };

  it('writes what was found, and holds the rule to it', async () => {
    const { folder, status, out } = await run(files, 'test', 'r', '--update');
    expect(out).toBe('1 rule proved, 0 failed.\n');
    expect(status).toBe(0);
    expect(readFileSync(path.join(folder, 'r/no-music/findings.txt'), 'utf8')).toMatch(/^bad\/a\.yaml:4:\d+ no-music .*voicemail/u);
    const again = heard();
    expect(await runProgram(['test', 'r'], again, folder)).toBe(0);
    writeFileSync(path.join(folder, 'r/no-music/findings.txt'), 'bad/a.yaml:9:9 no-music else\n');
    expect(await runProgram(['test', 'r'], again, folder)).toBe(1);
    expect(again.outText()).toContain('- bad/a.yaml:9:9 no-music else');
  });

  it('fails for a bad example that is not found, and a good one that is', async () => {
    const { status, out } = await run(
      { ...files, 'r/no-music/bad/b.yaml': flow('say: Hello.'), 'r/no-music/good/b.yaml': flow('voicemail: Desk') },
      'test',
      'r',
      '--update',
    );
    expect(status).toBe(1);
    expect(out).toContain('bad/b.yaml should be found, and is not.');
    expect(out).toContain('good/b.yaml should not be found, and is:');
  });

  it('fails for an example that nobody can read', async () => {
    const { out } = await run({ ...files, 'r/no-music/bad/c.txt': 'hello' }, 'test', 'r', '--update');
    expect(out).toContain('bad/c.txt: Nothing that carelint knows is in this file.');
  });
});

describe('help', () => {
  it('is there for every command', async () => {
    for (const args of [['--help'], ['check', '--help'], ['explain', '--help'], ['rules', '--help'], ['test', '--help'], ['--version']]) {
      const { status, out } = await run({}, ...args);
      expect(status).toBe(0);
      expect(out).not.toBe('');
    }
  });
});

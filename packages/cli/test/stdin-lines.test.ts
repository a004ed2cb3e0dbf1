import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { readdirSync, readFileSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { splitLines } from '../src/lines/split-lines.js';
import { runProgram } from '../src/program.js';
import { folderWith, heard } from './folder.js';

interface Answer {
  readonly line: number;
  readonly id?: string | number;
  readonly path?: string;
  readonly error?: string;
  readonly report?: {
    readonly findings: readonly {
      readonly rule: string;
      readonly file: string;
      readonly level: string;
      readonly journey: readonly { readonly file: string }[];
    }[];
    readonly unknowns: readonly unknown[];
    readonly problems: readonly { readonly file: string; readonly message: string }[];
    readonly coverage: Readonly<Record<string, unknown>>;
    readonly baseline?: { readonly hides: number; readonly stale: readonly unknown[] };
  };
}

const CUT_OFF = 'flow: hello\nchannel: phone\nsteps:\n  - say: Good-bye.\n  - end: not-solved\n';
const SOUND = 'flow: hello\nchannel: phone\nsteps:\n  - say: Hello.\n  - person: Desk\n';
const SCHEMA = new URL('../../policy-schema/schemas/report.schema.json', import.meta.url);
const EXAMPLES = path.join(import.meta.dirname, '../../../examples');

async function* chunksOf(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield await Promise.resolve(bytes.subarray(at, at + size));
}

const run = async (lines: readonly unknown[] | Uint8Array, args: readonly string[] = [], cwd = folderWith({}), listens = Infinity) => {
  const bytes =
    lines instanceof Uint8Array ? lines : Buffer.from(lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line)) + '\n').join(''));
  let asked = 0;
  const output = heard({ input: () => chunksOf(bytes, 1000), taken: () => Promise.resolve(++asked < listens) });
  const status = await runProgram(['check', '--stdin-lines', ...args], output, cwd);
  const answers = output
    .outText()
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line) as Answer);
  return { status, answers, err: output.errText() };
};

const rulesIn = ({ report }: Answer): readonly string[] => [...new Set(report?.findings.map(({ rule }) => rule))];

describe('--stdin-lines', () => {
  it('answers every line with a report of its own, in order', async () => {
    const { status, answers, err } = await run([
      { path: 'a.yaml', text: CUT_OFF },
      { id: 7, path: 'a.yaml', text: SOUND },
      { path: 'flows/b.yaml', text: CUT_OFF },
    ]);
    expect(answers.map(({ line, id, path: file }) => ({ line, id, file }))).toEqual([
      { line: 1, id: undefined, file: 'a.yaml' },
      { line: 2, id: 7, file: 'a.yaml' },
      { line: 3, id: undefined, file: 'flows/b.yaml' },
    ]);
    expect(answers.map(rulesIn)).toEqual([['no-human-route'], [], ['no-human-route']]);
    expect(answers[2]?.report?.findings[0]?.file).toBe('flows/b.yaml');
    const isReport = new Ajv2020({ strict: false, validateFormats: false }).compile(JSON.parse(readFileSync(SCHEMA, 'utf8')) as object);
    for (const { report } of answers) expect({ is: isReport(report), errors: isReport.errors }).toEqual({ is: true, errors: null });
    expect({ status, err }).toEqual({ status: 1, err: '' });
  });

  it('judges files of one line together', async () => {
    const files = readdirSync(path.join(EXAMPLES, 'transfer-madness'))
      .filter((name) => name.endsWith('.yaml'))
      .map((name) => ({ path: `transfer-madness/${name}`, text: readFileSync(path.join(EXAMPLES, 'transfer-madness', name), 'utf8') }));
    const { answers } = await run([{ id: 'together', files }, ...files]);
    expect(rulesIn(answers[0]!)).toContain('transfer-loop');
    expect(answers[0]!.report!.findings.some(({ journey }) => new Set(journey.map(({ file }) => file)).size > 1)).toBe(true);
    expect(answers.slice(1).flatMap(rulesIn)).not.toContain('transfer-loop');
  });

  it('says of a file what `check` says of it', { timeout: 60_000 }, async () => {
    const files = ['forgotten-password/first-call.yaml', 'express-ivr/bad/server.ts', 'operations/before.yaml', 'agent-script/complaint-calls.md'];
    const { answers } = await run(
      files.map((file) => ({ path: file })),
      [],
      EXAMPLES,
    );
    for (const [index, file] of files.entries()) {
      const output = heard();
      await runProgram(['check', '--format', 'json', file], output, EXAMPLES);
      expect(answers[index]?.report).toEqual(JSON.parse(output.outText()));
    }
  });

  it.each([
    ['an empty line', '', /^This line is empty\./u],
    ['no JSON', '{"path": "a.yaml"', /^This line is no JSON object\./u],
    ['a list', '[]', /^This line is no JSON object\./u],
    ['a misspelt key', { path: 'a.yaml', txt: 'x' }, /^There is no `txt` here\. Did you mean `text`\?$/u],
    ['no file', { id: 3 }, /^This names no file\./u],
    ['no text', { path: 'a.yaml', text: 3 }, /^`text` has to be/u],
    ['no name', { path: '', text: '' }, /^`path` has to be/u],
    ['both', { path: 'a.yaml', files: [] }, /^A line has either `path` or `files`\.$/u],
    ['a group without files', { files: [] }, /^`files` has to be a list/u],
    ['a strange file', { files: [{ path: 'a.yaml', text: '' }, 3] }, /^File 2 of `files`: A file is/u],
    [
      'a file twice',
      {
        files: [
          { path: 'a.yaml', text: '' },
          { path: './a.yaml', text: '' },
        ],
      },
      /^`files` names `\.\/a\.yaml` twice\.$/u,
    ],
    ['an odd id', { id: {}, path: 'a.yaml', text: '' }, /^`id` has to be/u],
    ['a file elsewhere', { path: '../a.yaml' }, /^`\.\.\/a\.yaml` lies outside the folder/u],
    ['a folder', { path: '.' }, /^`\.` is no file\.$/u],
  ])('answers a broken line (%s), and goes on', async (_what, line, message) => {
    const { status, answers } = await run([{ id: 'before', path: 'a.yaml', text: SOUND }, line, { id: 'after', path: 'a.yaml', text: SOUND }]);
    expect(answers.map(({ line: number, id }) => [number, id])).toEqual([
      [1, 'before'],
      [2, (line as { id?: unknown }).id === 3 ? 3 : undefined],
      [3, 'after'],
    ]);
    expect(answers[1]?.error).toMatch(message);
    expect(answers[2]?.report?.coverage).toMatchObject({ read: 1 });
    expect(status).toBe(2);
  });

  it('tells bytes that are no text, and lines that are too long', async () => {
    const { answers } = await run(Buffer.concat([Buffer.from('{"path": "a'), Buffer.from([0xff]), Buffer.from('"}\n{}')]));
    expect(answers.map(({ error }) => error)).toEqual(['This line is not valid UTF-8.', expect.stringMatching(/^This names no file/u)]);
    const lines: unknown[] = [];
    for await (const line of splitLines(chunksOf(Buffer.from(`${'x'.repeat(40)}\nshort\n`), 7), 20)) lines.push(line);
    expect(lines).toEqual([
      { ok: false, message: expect.stringContaining('was not read') as string },
      { ok: true, text: 'short' },
    ]);
  });

  it('tells a file that is not there or is empty as a problem of the report', async () => {
    const { status, answers } = await run([{ path: 'gone.yaml' }, { path: 'empty.yaml', text: '' }]);
    expect(answers.map(({ report }) => report?.problems.map(({ message }) => message))).toEqual([
      ['This is not there (any more).'],
      ['This file is empty.'],
    ]);
    expect(status).toBe(1);
  });

  it('reads from the disk below the folders that are named, and follows no link out of them', async () => {
    const folder = folderWith({ 'in/a.yaml': CUT_OFF, 'out/b.yaml': CUT_OFF });
    symlinkSync(path.join(folder, 'out/b.yaml'), path.join(folder, 'in/link.yaml'));
    const { answers } = await run([{ path: 'in/a.yaml' }, { path: 'in/link.yaml' }, { path: 'out/b.yaml' }], ['in'], folder);
    expect(answers.map(({ error }) => error?.slice(0, 30))).toEqual(
      [undefined, '`in/link.yaml` lies outside the', '`out/b.yaml` lies outside the f'].map((text) => text?.slice(0, 30)),
    );
    expect(rulesIn(answers[0]!)).toEqual(['no-human-route']);
  });

  it('lets code import nothing from elsewhere', async () => {
    const folder = folderWith({ 'in/words.js': 'exports.words = "Hello from within.";\n', 'out/words.js': 'exports.words = "A secret.";\n' });
    const program = (from: string): string => `const { VoiceResponse } = require('twilio').twiml;
const { words } = require('${from}');
module.exports = (app) => app.post('/voice', (req, res) => {
  const twiml = new VoiceResponse();
  twiml.say(words);
  res.send(twiml.toString());
});
`;
    const lines = ['./words.js', '../out/words.js'].map((from) => ({ path: 'in/app.js', text: program(from) }));
    const { answers } = await run(lines, ['in'], folder);
    expect(answers.map(rulesIn)).toEqual([expect.arrayContaining(['no-human-route']), expect.anything()]);
    expect(JSON.stringify(answers[0])).toContain('Hello from within.');
    expect(JSON.stringify(answers[1])).not.toContain('A secret.');
  });

  it('is judged by the config: overrides, waivers and the baseline', async () => {
    const folder = folderWith({
      'carelint.yaml': [
        'extends: [./pack.yaml]',
        'overrides: [{ files: ["old/**"], rules: { no-human-route: advice } }]',
        'waivers:',
        '  - { rule: no-human-route, file: "waived/*.yaml", because: New desk in March., owner: Jane Ito, until: 2027-03-31 }',
        '',
      ].join('\n'),
      'pack.yaml': 'rules: { no-human-route: error }\n',
    });
    const lines = ['new/a.yaml', 'old/a.yaml', 'waived/a.yaml', 'new/b.yaml'].map((file) => ({ path: file, text: CUT_OFF }));
    const { answers } = await run([...lines, { path: 'waived/sound.yaml', text: SOUND }], ['--date', '2026-11-22'], folder);
    // A waiver that hides nothing on one line may hide something on the next.
    expect(answers.map(({ report }) => report?.findings.map(({ level }) => level))).toEqual([['error'], ['advice'], [], ['error'], []]);
  });

  it.each([
    ['findings, and a line that is broken', [], [{ path: 'a', text: CUT_OFF }, '-'], 2],
    ['the same, where nothing on the lines may fail the run', ['--fail-on', 'never'], [{ path: 'a', text: CUT_OFF }, '-'], 0],
    ['nothing', [], [], 0],
    ['what is sound', [], [{ path: 'a', text: SOUND }], 0],
  ])('ends for %s', async (_what, args, lines, status) => {
    expect((await run(lines, args)).status).toBe(status);
  });

  it.each([
    [['--format', 'sarif'], '--format'],
    [['--changed'], '--changed'],
    [['--update-baseline'], '--update-baseline'],
    [['nowhere'], 'There is no folder `nowhere`'],
  ])('refuses %j', async (args, said) => {
    const { status, answers, err } = await run([], args);
    expect({ status, answers }).toEqual({ status: 2, answers: [] });
    expect(err).toContain(said);
  });

  it('tells a mistake in a policy once, before any line', async () => {
    const folder = folderWith({ 'carelint.yaml': '', 'policies/x/rule.yaml': 'rule: x\n' });
    const { status, answers, err } = await run([{ path: 'a.yaml', text: SOUND }], [], folder);
    expect({ status, answers }).toEqual({ status: 2, answers: [] });
    expect(err).toContain('policies/x/rule.yaml');
  });

  it('stops where nobody listens any more', async () => {
    const line = { path: 'a.yaml', text: SOUND };
    expect((await run([line, line, line, line], [], undefined, 2)).answers).toHaveLength(2);
  });
});

describe('lines', () => {
  it('are those of the text, however it comes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom('a', 'é', '💶', '\n', '\n\n', '\r\n', ' ')), fc.integer({ min: 1, max: 5 }), async (parts, size) => {
        const text = parts.join('');
        const told: string[] = [];
        for await (const line of splitLines(chunksOf(Buffer.from(text), size))) told.push(line.ok ? line.text : line.message);
        const expected = text.split('\n');
        if (expected.at(-1) === '') expected.pop();
        expect(told).toEqual(expected);
      }),
    );
  });
});

import { mkdirSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { runProgram } from '../src/program.js';
import { folderWith, heard } from './folder.js';

const FLOW = 'flow: hello\nchannel: phone\nsteps:\n  - say: Grüezi.\n  - end: solved\n';
const CONNECT = '{"Version":"2019-10-30","StartAction":"a","Actions":[{"Identifier":"a","Type":"DisconnectParticipant"}]}';
const RULE = `rule: r
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
/** One rule only, so that what is told is about the input. */
const ONE_RULE = ['--only', 'no-human-route'];

const bytes = (text: string, encoding: BufferEncoding): Buffer => Buffer.from(text, encoding);
const swapped = (text: string): Buffer => bytes(text, 'utf16le').swap16();

interface Said {
  readonly status: number;
  /** Everything that was printed, as one line. */
  readonly said: string;
  readonly out: string;
}

const run = async (
  files: Readonly<Record<string, string | Uint8Array>>,
  args: readonly string[],
  prepare?: (folder: string) => void,
): Promise<Said> => {
  const folder = folderWith(files);
  prepare?.(folder);
  const output = heard();
  const status = await runProgram(args, output, folder);
  const out = output.outText();
  return { status, out, said: `${out}${output.errText()}`.replace(/\s+/gu, ' ') };
};

const ALIASES = Array.from(
  { length: 12 },
  (_, level) => `k${level}: &a${level} [${Array.from({ length: 9 }, () => (level === 0 ? 'x' : `*a${level - 1}`)).join(', ')}]`,
).join('\n');
const DEEP = '['.repeat(10_000) + ']'.repeat(10_000);
const CONFLICT = '<<<<<<< HEAD\n  - say: Hello.\n=======\n  - say: Good day.\n>>>>>>> theirs\n';

describe('a file that was asked for by name', () => {
  it.each<readonly [string, string, string | Uint8Array, number, RegExp]>([
    ['is empty', 'a.yaml', '', 0, /a\.yaml This file is empty\. Nothing was judged\./u],
    ['has only blanks', 'a.json', '\n \n', 0, /a\.json This file is empty\./u],
    ['is something else', 'a.yaml', 'apples: 3\n', 0, /a\.yaml Nothing that carelint knows is in this file\./u],
    ['is binary', 'a.yaml', new Uint8Array([1, 0, 2, 3, 0, 0]), 1, /a\.yaml This file holds bytes, not text/u],
    ['is too large', 'a.yaml', `${FLOW}#${'x'.repeat(50_000_000)}`, 1, /a\.yaml This file has more than 20 MB and was not read\./u],
    ['is not valid UTF-8', 'a.yaml', bytes(FLOW, 'latin1'), 1, /a\.yaml This is not valid UTF-8\. Save the file as UTF-8\./u],
    [
      'is UTF-16 with an odd end',
      'a.yaml',
      Buffer.concat([Buffer.of(0xff, 0xfe), bytes(FLOW, 'utf16le'), Buffer.of(0)]),
      1,
      /a\.yaml This is not valid UTF-16\./u,
    ],
    ['is cut off, in JSON', 'a.json', CONNECT.slice(0, 90), 1, /a\.json:1:\d+ The file ends too early/u],
    [
      'is cut off, in YAML',
      'a.yaml',
      'flow: hello\nchannel: phone\nsteps:\n  - say: "Grü',
      1,
      /a\.yaml:4:10 The quote \("\) that opens here is never closed\./u,
    ],
    ['grows by aliases', 'a.yaml', `${FLOW}${ALIASES}\n`, 1, /a\.yaml:\d+:\d+ Aliases \(`\*name`\) repeat so much/u],
    ['is nested deeply, in JSON', 'a.json', DEEP, 1, /a\.json:1:201 This is nested deeper than 200 levels/u],
    ['is nested deeply, in YAML', 'a.yaml', `${FLOW}parts: ${DEEP}\n`, 1, /a\.yaml:6:\d+ This is nested deeper than 200 levels/u],
    ['has a key twice', 'a.yaml', FLOW.replace('channel', 'channel: chat\nchannel'), 1, /a\.yaml:3:1 `channel` stands twice .* line 2\. Keep one\./u],
    [
      'jumps to nowhere',
      'a.yaml',
      FLOW.replace('  - end', '    then: nowhere\n  - end'),
      1,
      /a\.yaml:5:11 There is no step or part called `nowhere`\./u,
    ],
    [
      'has conflict marks, in YAML',
      'a.yaml',
      FLOW.replace('  - say', `${CONFLICT}  - say`),
      1,
      /a\.yaml:4:1 Git left the marks of a merge conflict here/u,
    ],
    ['has conflict marks, in JSON', 'a.json', `{\n${CONFLICT}"Actions": []}`, 1, /a\.json:2:1 Git left the marks of a merge conflict here/u],
  ])('and %s', async (_, name, content, status, message) => {
    const result = await run({ [name]: content }, [...ONE_RULE, name]);
    expect(result.said).toMatch(message);
    expect(result.said).toMatch(/Nothing was judged\. Read 0 of 1 file/u);
    expect(result.status).toBe(status);
  });

  it('and a text in another encoding that is only met on the way is passed by', async () => {
    const { said } = await run({ 'a.yaml': FLOW, 'notes.txt': bytes('Grüezi', 'latin1') }, [...ONE_RULE, '.']);
    expect(said).not.toMatch(/notes\.txt|could not be read/u);
  });

  it.each<readonly [string, string | Uint8Array]>([
    ['UTF-8 with a byte order mark', `\uFEFF${FLOW}`],
    ['UTF-16 with a byte order mark', bytes(`\uFEFF${FLOW}`, 'utf16le')],
    ['UTF-16 with a byte order mark, the other way round', swapped(`\uFEFF${FLOW}`)],
    ['UTF-16 without one', bytes(FLOW, 'utf16le')],
    ['UTF-16 without one, the other way round', swapped(FLOW)],
    ['lines as Windows ends them', FLOW.replace(/\n/gu, '\r\n')],
  ])('and is %s is read like any other', async (_, content) => {
    const { out, status } = await run({ 'a.yaml': content }, [...ONE_RULE, '--format', 'json', 'a.yaml']);
    expect(JSON.parse(out)).toMatchObject({
      problems: [],
      findings: [{ rule: 'no-human-route', file: 'a.yaml', line: 1, column: 7, journey: [{}, { text: 'Grüezi.', line: 4 }, {}] }],
    });
    expect(status).toBe(1);
  });
});

describe('a folder', () => {
  it('that is empty ends the run', async () => {
    const { said, status } = await run({}, [...ONE_RULE, '.']);
    expect(said).toMatch(/There is nothing to read in `\.`\. Name a file or a folder/u);
    expect(status).toBe(2);
  });

  it('that leads into itself is read once', async () => {
    const { said, status } = await run({ 'in/a.yaml': FLOW }, [...ONE_RULE, '.'], (folder) => {
      symlinkSync('..', path.join(folder, 'in/up'));
      symlinkSync('itself', path.join(folder, 'in/itself'));
    });
    expect(said).toMatch(/Read 1 file: 1 flow/u);
    expect(status).toBe(1);
  });

  it('may be called like a file', async () => {
    const { said, status } = await run({ 'a.yaml/b.yaml': FLOW }, [...ONE_RULE, 'a.yaml']);
    expect(said).toMatch(/a\.yaml\/b\.yaml/u);
    expect(status).toBe(1);
  });

  it('with other things in it says that nothing was judged', async () => {
    const { said, status } = await run({ 'notes.txt': 'hello' }, [...ONE_RULE]);
    expect(said).toMatch(/Nothing was judged\. Read 0 of 1 file \(1 in a form that carelint does not know\)/u);
    expect(status).toBe(0);
  });
});

describe('arguments', () => {
  it.each<readonly [readonly string[], RegExp]>([
    [['gone.yaml'], /There is no file or folder `gone\.yaml`\./u],
    [['a.yaml/b'], /There is no file or folder `a\.yaml\/b`\./u],
    [['itself'], /There is no file or folder `itself`\./u],
    [['x'.repeat(5000)], /There is no file or folder/u],
    [[''], /One of the paths is empty/u],
    [['*.nothing'], /Nothing matches `\*\.nothing`\. Check the pattern/u],
    [['chek', 'a.yaml'], /no command `chek`\. Did you mean `carelint check`\?/u],
    [['--only', 'no-human-rout'], /There is no rule `no-human-rout`\. Did you mean `no-human-route`\?/u],
    [['--skip', 'no-human-rout'], /There is no rule `no-human-rout`\. Did you mean `no-human-route`\?/u],
    [['--pack', 'strickt'], /There is no pack `strickt`\. Did you mean `strict`\?/u],
    [['--format', 'jsno'], /There is no format `jsno`\. Did you mean `json`\? Allowed choices are terminal, json, /u],
    [['--config', '.'], /^\.: This is a folder; a file is expected here\./u],
    [['--config', '\u001b[31mred'], /There is no config `\\u001b\[31mred`/u],
    [['--output', 'no/such/report.txt', 'a.yaml'], /report\.txt` cannot be written: its folder does not exist\./u],
    [['--output', 'a.yaml/report.txt', 'a.yaml'], /report\.txt` cannot be written: what should be its folder is a file\./u],
    [['--output', 'folder', 'a.yaml'], /folder` cannot be written: this is a folder\. Name a file in it\./u],
  ])('%j', async (args, message) => {
    const { said, status, out } = await run(
      { 'a.yaml': FLOW, 'folder/.keep': '' },
      ['check', ...ONE_RULE, ...args].slice(args[0] === 'chek' ? 3 : 0),
      (folder) => {
        symlinkSync('itself', path.join(folder, 'itself'));
      },
    );
    expect(said).toMatch(message);
    expect({ status, out }).toEqual({ status: 2, out: '' });
  });
});

describe('a config', () => {
  it.each<readonly [string, Readonly<Record<string, string>>, RegExp]>([
    [
      'with a misspelt rule',
      { 'carelint.yaml': 'rules:\n  no-human-rout: error\n' },
      /^carelint\.yaml:2:3: There is no rule `no-human-rout`\. Did you mean `no-human-route`\?/u,
    ],
    [
      'with an unknown key',
      { 'carelint.yaml': 'rulez: {}\n' },
      /^carelint\.yaml:1:1: `rulez` does not belong in carelint\.yaml\. Did you mean `rules`\?/u,
    ],
    ['with a slip in its syntax', { 'carelint.yaml': 'rules:\n\tno-human-route: error\n' }, /^carelint\.yaml:2:1: /u],
    ['that is a list', { 'carelint.yaml': '- rules\n' }, /^carelint\.yaml:1:1: This document must be a block of keys/u],
    ['that is not text', { 'carelint.yaml': 'a\0\0b' }, /^carelint\.yaml: This file holds bytes, not text\./u],
    [
      'that builds on a missing file',
      { 'carelint.yaml': 'extends: [./gone.yaml]\n' },
      /^carelint\.yaml:1:11: There is no file `\.\/gone\.yaml` to build on\./u,
    ],
    [
      'that builds on a missing package',
      { 'carelint.yaml': 'extends: [their-rules]\n' },
      /^carelint\.yaml:1:11: There is no pack `their-rules`\. .*a package must be installed/u,
    ],
    [
      'that builds on itself',
      { 'carelint.yaml': 'extends: [./b.yaml]\n', 'b.yaml': 'extends: [./carelint.yaml]\n' },
      /builds on the config that builds on it/u,
    ],
    ['beside another', { 'carelint.yaml': '', 'carelint.yml': '' }, /^There are two configs in `.*`: carelint\.yaml and carelint\.yml\. Keep one/u],
    ['whose files are nowhere', { 'carelint.yaml': 'files:\n  - flows/**\n' }, /^carelint\.yaml:2:5: Nothing matches `flows\/\*\*`\./u],
    [
      'with a policy that has an unknown key',
      { 'carelint.yaml': '', 'policies/own/r/rule.yaml': `${RULE}suffer: x\n` },
      /^policies\/own\/r\/rule\.yaml:11:1: `suffer` .*Did you mean `suffers`\?/u,
    ],
    [
      'with a policy that is empty',
      { 'carelint.yaml': '', 'policies/own/r/rule.yaml': '' },
      /^policies\/own\/r\/rule\.yaml:1:1: This document is empty\./u,
    ],
    [
      'with a folder for a policy',
      { 'carelint.yaml': '', 'policies/own/r/rule.yaml/x': '' },
      /^policies\/own\/r\/rule\.yaml: This is a folder; a file is expected here\./u,
    ],
    [
      'with a file for a folder of words',
      { 'carelint.yaml': '', 'policies/words': 'x' },
      /^policies\/words: This is a file; a folder is expected here\./u,
    ],
    [
      'with a folder for definitions',
      { 'carelint.yaml': '', 'policies/define.yaml/x': '' },
      /^policies\/define\.yaml: This is a folder; a file is expected here\./u,
    ],
  ])('%s', async (_, files, message) => {
    const { said, status, out } = await run({ 'a.yaml': FLOW, ...files }, ['check']);
    expect(said).toMatch(message);
    expect({ status, out }).toEqual({ status: 2, out: '' });
  });

  it('is not a folder of that name', async () => {
    const { said } = await run({ 'a.yaml': FLOW }, ONE_RULE, (folder) => {
      mkdirSync(path.join(folder, 'carelint.yaml'));
    });
    expect(said).toMatch(/Read 1 file: 1 flow/u);
  });
});

describe('texts of a flow', () => {
  const HOSTILE = FLOW.replace('Grüezi.', '"\\e[31mred\\e]0;title\\a \\x9b31m \\u202e good"');

  it.each([['terminal'], ['json']])('do nothing to the terminal (%s)', async (format) => {
    const { out } = await run({ 'a.yaml': HOSTILE }, [...ONE_RULE, '--format', format, 'a.yaml']);
    expect(out).toContain('red');
    expect(out.replaceAll('\n', '')).not.toMatch(/\p{Cc}|\u202e/u);
  });

  it('come through JSON as they are', async () => {
    const { out } = await run({ 'a.yaml': HOSTILE }, [...ONE_RULE, '--format', 'json', 'a.yaml']);
    expect(JSON.parse(out)).toMatchObject({ findings: [{ journey: [{}, { text: '\u001b[31mred\u001b]0;title\u0007 \u009b31m \u202e good' }, {}] }] });
  });

  it.each([
    ['words', 'blah '],
    ['one word', 'x'],
  ])('may be a megabyte of %s', async (_, part) => {
    const { out, status } = await run({ 'a.yaml': FLOW.replace('Grüezi.', part.repeat(1_000_000 / part.length)) }, [...ONE_RULE, 'a.yaml']);
    expect(Math.max(...out.split('\n').map((line) => line.length))).toBeLessThanOrEqual(120);
    expect(out.length).toBeLessThan(10_000);
    expect(status).toBe(1);
  });
});

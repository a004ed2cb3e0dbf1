import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Linter } from 'eslint';
import { describe, expect, it } from 'vitest';
import { ESLINTS, flowConfig, lintText, RECOMMENDED } from './setup.js';

const CASES = path.join(import.meta.dirname, 'cases');
const files = readdirSync(CASES)
  .filter((name) => name !== 'findings.txt')
  .sort();

const textOf = (name: string): string => readFileSync(path.join(CASES, name), 'utf8');

const config = flowConfig(RECOMMENDED, { linterOptions: { reportUnusedDisableDirectives: 'error' } });

/** `11:5-11:21 error carelint/…: message`, the lines of the message below each other. */
const inWords = ({ line, column, endLine, endColumn, severity, fatal, ruleId, message }: Linter.LintMessage): string => {
  const end = endLine === undefined ? '' : `-${endLine}:${endColumn ?? ''}`;
  const level = fatal === true ? 'fatal' : severity === 2 ? 'error' : 'warning';
  return `  ${line}:${column}${end} ${level} ${ruleId ?? '-'}: ${message.split('\n').join('\n      ')}`;
};

describe.each(ESLINTS)('%s', (_name, api) => {
  it('says of each file in cases/ what is written in findings.txt', async () => {
    const said = files.map((name) => [name, ...lintText(api, textOf(name), config, name).map(inWords)].join('\n'));
    await expect(`${said.join('\n')}\n`).toMatchFileSnapshot(path.join(CASES, 'findings.txt'));
  });

  it('finds the same at the same places whatever ends the lines, and whether or not a byte order mark stands in front', () => {
    const found = (text: string): readonly string[] => lintText(api, text, config, 'found.flow.yaml').map(inWords);
    const text = textOf('found.flow.yaml');
    expect(found(text)).not.toEqual([]);
    expect(found(text.replaceAll('\n', '\r\n'))).toEqual(found(text));
    expect(found(`\ufeff${text}`)).toEqual(found(text));
  });

  it('takes away a directive that is not needed, and leaves the rest of the file as it is', () => {
    const text = textOf('unused-directive.flow.yaml');
    const { output } = new api.Linter({ configType: 'flat' }).verifyAndFix(text, config, { filename: 'unused-directive.flow.yaml' });
    expect(output).toBe(text.replace(/# eslint-disable-next-line.*/u, ' '));
  });

  it('leaves the journey out where the settings say so', () => {
    const settings = { carelint: { journey: false } };
    const [message] = lintText(api, textOf('found.flow.yaml'), { ...config, settings }, 'found.flow.yaml');
    expect(message?.message.split('\n')).toHaveLength(2);
  });

  it('takes facts outside the files from the options of the language', () => {
    const ids = (assume: Record<string, unknown>): readonly unknown[] => {
      const languageOptions = { assume } as Linter.LanguageOptions;
      return lintText(api, textOf('found.flow.json'), { ...config, languageOptions }, 'found.flow.json').map(({ ruleId }) => ruleId);
    };
    expect(ids({})).toContain('carelint/no-human-route');
    expect(ids({ 'outbound-only': true })).not.toContain('carelint/no-human-route');
  });

  it('says where a file is no UTF-8, which ESLint does not', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'carelint-encoding-'));
    const file = path.join(folder, 'latin.flow.yaml');
    const lint = async (bytes: Buffer): Promise<readonly string[]> => {
      writeFileSync(file, bytes);
      const eslint = new api.ESLint({ cwd: folder, overrideConfigFile: true, overrideConfig: config });
      return (await eslint.lintFiles([file])).flatMap(({ messages }) => messages.map(inWords));
    };
    const text = textOf('found.flow.yaml').replace('Please say', 'Bitte für uns');
    expect(await lint(Buffer.from(text, 'latin1'))).toEqual(['  12:20 fatal -: Parsing error: This is not valid UTF-8. Save the file as UTF-8.']);
    expect(await lint(Buffer.from(text, 'utf16le'))).toEqual([
      '  1:2 fatal -: Parsing error: ESLint reads files as UTF-8, and this is none. Save it as UTF-8.',
    ]);
    expect(await lint(Buffer.from(text.replace('für', 'f\ufffdr')))).not.toContainEqual(expect.stringContaining('fatal'));
    rmSync(folder, { recursive: true });
  });

  it.each([
    ['bytes', '\u0000\u0001\u0002'.repeat(500)],
    ['text in another encoding', 'f\u0000l\u0000o\u0000w\u0000:\u0000 \u0000x\u0000'],
    ['a null in a flow', 'flow: x\u0000\nchannel: phone\nsteps:\n  - end: solved\n'],
    ['a hundred thousand brackets', '['.repeat(100_000)],
    ['a very long line', `flow: x\nchannel: phone\nsteps:\n  - say: ${'word '.repeat(20_000)}\n  - end: solved\n`],
    ['half a character', 'flow: x\nchannel: phone\nsteps:\n  - say: \ud83d\n  - end: solved\n'],
    ['signs for the terminal', 'flow: x\nchannel: phone\nsteps:\n  - say: "Your call is \\u001b[31mimportant to us"\n  - end: not-solved\n'],
  ])('neither fails nor prints what acts on a terminal: %s', (_what, text) => {
    for (const { message } of lintText(api, text, config, 'odd.flow.yaml')) {
      // eslint-disable-next-line no-control-regex -- control characters are what must not be there
      expect(message).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/u);
    }
  });
});

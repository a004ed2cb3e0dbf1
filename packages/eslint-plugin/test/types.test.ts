import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as typescript from '@typescript-eslint/parser';
import * as ten from 'eslint';
import * as nine from 'eslint9';
import type { Linter } from 'eslint';
import { afterAll, beforeAll, expect, it } from 'vitest';
import plugin from '../src/index.js';

const FILES = {
  'tsconfig.json': JSON.stringify({
    compilerOptions: { strict: true, jsx: 'preserve', module: 'esnext', moduleResolution: 'bundler' },
    include: ['*'],
  }),
  'contact.ts': `const area = '+44 871';\nexport const CONTACT = { link: 'tel:+448715550148', line: '+448715550149', area } as const;\n`,
  'help.tsx': [
    `import { CONTACT } from './contact';`,
    'export const Whole = () => <a href={CONTACT.link}>Call us</a>;',
    'export const Part = () => <a href={`tel:${CONTACT.line}`}>Call us</a>;',
    'export const Given = ({ line }: { line: string }) => <a href={`tel:${line}`}>Call us</a>;',
    '',
  ].join('\n'),
};

let folder = '';
beforeAll(() => {
  folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'carelint-types-')));
  for (const [name, text] of Object.entries(FILES)) writeFileSync(path.join(folder, name), text);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const numbers = async ({ ESLint }: typeof ten, parserOptions: Linter.ParserOptions): Promise<readonly (readonly [number, string])[]> => {
  const eslint = new ESLint({
    cwd: folder,
    overrideConfigFile: true,
    overrideConfig: [
      {
        files: ['**/*.tsx'],
        languageOptions: { parser: typescript, parserOptions: { ecmaFeatures: { jsx: true }, ...parserOptions } },
        plugins: { carelint: plugin },
        rules: { 'carelint/no-premium-tel': 'error' },
      },
    ],
  });
  const results = await eslint.lintFiles(['help.tsx']);
  return results.flatMap(({ messages }) => messages.map(({ line, message }) => [line, message] as const));
};

it.each([
  ['ESLint 10', ten],
  ['ESLint 9', nine as unknown as typeof ten],
] as const)('a number of an imported constant is known where there are types: %s', async (_, api) => {
  expect(await numbers(api, {})).toEqual([]);
  expect(await numbers(api, { projectService: true, tsconfigRootDir: folder })).toEqual([
    [2, expect.stringContaining('+448715550148')],
    [3, expect.stringContaining('+448715550149')],
  ]);
});

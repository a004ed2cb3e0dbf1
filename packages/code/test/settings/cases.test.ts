import { standingOf } from '../../../core/src/model/standing.js';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readProject } from '../../src/index.js';
import { codeFile } from '../../src/signs.js';

const CASES = path.join(import.meta.dirname, 'cases');

const filesOf = (folder: string): ReadonlyMap<string, string> =>
  new Map(
    readdirSync(folder, { withFileTypes: true, recursive: true })
      .filter((entry) => entry.isFile() && entry.name !== 'expected.txt')
      .map((entry) => path.join(entry.parentPath, entry.name))
      .sort()
      .map((file) => [path.relative(folder, file).replaceAll('\\', '/'), readFileSync(file, 'utf8')]),
  );

interface Named {
  readonly [key: string]: unknown;
}

/** What is read of a case, one line for each thing, with its place. */
const yielded = (files: ReadonlyMap<string, string>): string => {
  const at = (file: string, [start = 0]: readonly unknown[]): string => {
    const before = (files.get(file) ?? '').slice(0, Number(start));
    return `${file}:${before.split('\n').length}:${before.length - before.lastIndexOf('\n')}`;
  };
  const sources = [...files].flatMap(([name, text]) => {
    const file = codeFile(name, text, name);
    return file.is === 'signed' ? [{ path: name, text, signs: file.signs }] : [];
  });
  const { artefacts } = readProject(sources, (name) => files.get(name));
  const lines = artefacts.flatMap(({ id, path: own, phones = [], values, steps, edges, language, country, family }) => {
    const found = (values as { readonly found: Readonly<Record<string, readonly Named[]>> }).found;
    return [
      `${own} ${id}${[language, country, family].map((each) => (each === undefined ? '' : ` ${each}`)).join('')}`,
      ...phones.map(
        ({ raw, from, label, key, country: of, path: other = own, route }) =>
          `  ${from} ${raw}${label === undefined ? '' : ` “${label}”`} ${at(other, route)}${key === undefined ? '' : ` ${key}`}${of === undefined ? '' : ` ${of}`}`,
      ),
      ...Object.entries(found).flatMap(([list, items]) =>
        items.map((item) => {
          const { path: other = own, route = [] } = standingOf(item) ?? {};
          return `  ${list} ${at(other, route)} ${JSON.stringify(item)}`;
        }),
      ),
      ...steps.map(({ id: step, kind, route, path: other = own }) => `  ${kind} ${step} ${at(other, route)}`),
      ...edges.map(({ from, to }) => `  ${from} -> ${to}`),
    ];
  });
  return `${lines.join('\n')}\n`;
};

describe('settings and data of sites, as they are written', () => {
  it.each(readdirSync(CASES))('%s', async (name) => {
    const folder = path.join(CASES, name);
    await expect(yielded(filesOf(folder))).toMatchFileSnapshot(path.join(folder, 'expected.txt'));
  });
});

describe('bad input', () => {
  const texts = readdirSync(CASES).flatMap((name) => [...filesOf(path.join(CASES, name))].filter(([file]) => /[jt]sx?$/u.test(file)));
  const part = fc.tuple(fc.integer({ min: 0, max: texts.length - 1 }), fc.nat(2000), fc.nat(2000));

  it('nothing is thrown for files that are cut to pieces, and every place is in its file', () => {
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 4 }), (parts) => {
        const [first = 0] = parts[0] ?? [];
        const name = texts[first]?.[0] ?? 'a.ts';
        const text = parts.map(([index, from, length]) => (texts[index]?.[1] ?? '').slice(from % 400, (from % 400) + length)).join('');
        const { artefacts } = readProject([{ path: name, text, signs: ['settings'] }], () => undefined);
        for (const { phones = [] } of artefacts)
          for (const { route } of phones)
            expect(Number(route[0]) >= 0 && Number(route[1]) <= text.length && Number(route[0]) <= Number(route[1])).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});

import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { carelint } from './carelint.js';
import { foldersIn, HOME } from './house.js';

const examples = foldersIn('examples');

it('there are examples', () => {
  expect(examples).not.toEqual([]);
});

describe.each(examples)('examples/%s', (example) => {
  const folder = path.join(HOME, 'examples', example);

  // `npx vitest run --project repository -u` writes what is said now; read it before you keep it.
  it('says what it should to somebody who runs carelint there', async () => {
    const { stdout, stderr, status } = carelint([], { cwd: folder });
    expect(stderr).toBe('');
    expect([0, 1]).toContain(status);
    await expect(stdout).toMatchFileSnapshot(path.join(folder, 'expected.txt'));
  });

  const inDiff = path.join(folder, 'expected-diff.txt');
  if (existsSync(inDiff)) {
    it('says what it should to somebody who compares before and after', async () => {
      const { stdout, stderr, status } = carelint(['diff', 'before', 'after'], { cwd: folder });
      expect(stderr).toBe('');
      expect(status).toBe(0);
      await expect(stdout).toMatchFileSnapshot(inDiff);
    });
  }

  const inEslint = path.join(folder, 'expected-eslint.txt');
  const sayInEslint = async (): Promise<void> => {
    const { stdout, stderr, status } = spawnSync(process.execPath, [path.join(HOME, 'node_modules/eslint/bin/eslint.js'), '--no-color', '.'], {
      cwd: folder,
      encoding: 'utf8',
    });
    expect(stderr).toBe('');
    expect([0, 1]).toContain(status);
    await expect(stdout.replaceAll(`${folder}${path.sep}`, '')).toMatchFileSnapshot(inEslint);
  };
  if (existsSync(inEslint)) it('says in ESLint what it should', sayInEslint);

  const programs = readdirSync(folder).filter((name) => name.endsWith('.mjs'));
  if (programs.length > 0)
    it.each(programs)('%s prints what it should', async (name) => {
      const { stdout, stderr, status } = spawnSync(process.execPath, [name], { cwd: folder, encoding: 'utf8' });
      expect({ stderr, status }).toEqual({ stderr: '', status: 0 });
      await expect(stdout).toMatchFileSnapshot(path.join(folder, `expected-${path.basename(name, '.mjs')}.txt`));
    });

  it('tells a reader what it shows', () => {
    expect(existsSync(path.join(folder, 'README.md'))).toBe(true);
  });
});

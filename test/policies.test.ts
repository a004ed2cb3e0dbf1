import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { load } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import { carelint } from './carelint.js';
import { foldersIn, HOME } from './house.js';

const NOT_A_PROMISE = ['packs', 'words'];
const folders = foldersIn('policies')
  .filter((name) => !NOT_A_PROMISE.includes(name))
  .flatMap((promise) => foldersIn('policies', promise).map((id) => `${promise}/${id}`));

const examples = (folder: string, kind: string): readonly string[] => {
  const at = path.join(HOME, 'policies', folder, kind);
  return existsSync(at) ? readdirSync(at) : [];
};

describe.each(folders)('policies/%s', (folder) => {
  const file = path.join(HOME, 'policies', folder, 'rule.yaml');

  it('is a rule with its proof', () => {
    expect(existsSync(file)).toBe(true);
    expect(existsSync(path.join(HOME, 'policies', folder, 'findings.txt'))).toBe(true);
    expect(examples(folder, 'bad')).not.toEqual([]);
    expect(examples(folder, 'good')).not.toEqual([]);
  });

  it('is named after its folder, names a source and says what to do instead', () => {
    const rule = load(readFileSync(file, 'utf8')) as Record<string, unknown>;
    expect(rule['rule']).toBe(path.basename(folder));
    expect(rule['sources']).toEqual(expect.arrayContaining([expect.anything()]));
    expect(rule['instead']).toEqual(expect.stringMatching(/\w/u));
    expect(rule['suffers']).toEqual(expect.stringMatching(/\w/u));
  });
});

it('every rule finds its bad examples, and only them', () => {
  if (folders.length === 0) return;
  const { stdout, stderr, status } = carelint(['test', 'policies', '--no-color']);
  expect(stderr).toBe('');
  expect(stdout).toBe(`${folders.length === 1 ? '1 rule' : `${folders.length} rules`} proved, 0 failed.\n`);
  expect(status).toBe(0);
});

import { spawnSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { HOME } from './house.js';

it('everything that is generated is fresh', () => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/generate.mjs', '--check'], { cwd: HOME, encoding: 'utf8' });
  expect(`${stdout}${stderr}`).toBe('');
  expect(status).toBe(0);
});

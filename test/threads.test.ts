import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { carelint } from './carelint.js';
import { HOME } from './house.js';

const folder = mkdtempSync(path.join(tmpdir(), 'carelint-threads-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});
cpSync(path.join(HOME, 'examples'), folder, { recursive: true, filter: (file) => !file.includes('node_modules') });

const ARGS = ['check', '--format', 'json', '--date', '2026-11-22', '--pack', 'strict', '.'];

describe('the built command with several threads', { timeout: 60_000 }, () => {
  const alone = carelint([...ARGS, '--threads', '1'], { cwd: folder });

  it.each(['2', '3'])('says what one thread says: %s', (threads) => {
    const together = carelint([...ARGS, '--threads', threads, '--stats'], { cwd: folder });
    // Said only where they were started.
    expect(together.stderr).toMatch(/^threads +\d/mu);
    expect({ ...together, stderr: '' }).toEqual(alone);
  });

  it('says so with a cache, when it is filled and when it is used', () => {
    for (const time of ['cold', 'warm']) {
      const cached = carelint([...ARGS, '--threads', '2', '--cache-location', '.carelint-cache'], { cwd: folder });
      expect({ time, ...cached }).toEqual({ time, ...alone });
    }
  });

  it('says so in shards, too', () => {
    for (const part of ['1/2', '2/2']) {
      const { status } = carelint(['check', '--shard', part, '--threads', '2', '--date', '2026-11-22', '--pack', 'strict', '.'], { cwd: folder });
      expect(status).toBe(0);
    }
    expect(carelint(['merge', '.', '--format', 'json'], { cwd: folder })).toEqual(alone);
  });
});

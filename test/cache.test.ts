import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, describe, expect, it } from 'vitest';
import { HOME } from './house.js';

const COMMAND = path.join(HOME, 'packages/cli/bin/carelint.js');
const folder = mkdtempSync(path.join(tmpdir(), 'carelint-cache-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});
const FILES = 120;
const flow = (index: number, word: string): string =>
  `flow: f${index}\nchannel: phone\nrole: entry\nsteps:\n  - say: Welcome to ${word}.\n  - verify: password\n    if-wrong: end\n  - transfer: f${(index * 7) % FILES}\n`;
for (let index = 0; index < FILES; index++) writeFileSync(path.join(folder, `f${index}.yaml`), flow(index, 'us'));

const ARGS = ['check', '--config', 'none', '--only', 'verify-failure-dead-end,transfer-loop', '--format', 'json'];
const start = (...more: readonly string[]) =>
  spawn(process.execPath, [COMMAND, ...ARGS, ...more], { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] });
const ended = (...more: readonly string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [COMMAND, ...ARGS, ...more], { cwd: folder, encoding: 'utf8' });
  return { status, stdout, stderr };
};

describe('the cache', () => {
  it('is whole, whenever a run is killed', { timeout: 120_000 }, async () => {
    const begun = performance.now();
    ended('--no-cache');
    const usual = performance.now() - begun;
    for (let round = 0; round < 5; round++) {
      writeFileSync(path.join(folder, `f${round}.yaml`), flow(round, `round ${round}`));
      const killed = start('--cache');
      // Mostly late, when the cache is written.
      await pause(usual * (0.4 + 0.13 * round) * (0.9 + 0.2 * Math.random()));
      killed.kill('SIGKILL');
      await once(killed, 'close');
      expect(ended('--cache')).toEqual(ended('--no-cache'));
    }
  });

  it('serves two runs at once', { timeout: 60_000 }, async () => {
    rmSync(path.join(folder, '.carelint-cache'), { recursive: true, force: true });
    const runs = [start('--cache'), start('--cache', 'f1.yaml', 'f7.yaml'), start('--cache')];
    await Promise.all(
      runs.map(async (run) => {
        run.stdout.resume();
        run.stderr.resume();
        await once(run, 'close');
        expect(run.exitCode).toBe(1);
      }),
    );
    expect(ended('--cache')).toEqual(ended('--no-cache'));
    expect(readdirSync(path.join(folder, '.carelint-cache')).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });

  const disk = path.join(folder, '.disk');
  mkdirSync(disk);
  const mounted = process.platform === 'linux' && spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=16k', 'tmpfs', disk]).status === 0;
  afterAll(() => {
    if (mounted) spawnSync('umount', [disk]);
  });
  it.skipIf(!mounted)('does not fit on a full disk, and that is told', () => {
    const cold = ended('--no-cache');
    const sentence =
      'The cache: `.disk/cache` cannot be written: the disk is full. The report is complete; the next run has to read everything again.\n';
    expect(ended('--cache-location', '.disk/cache')).toEqual({ ...cold, stderr: sentence });
    expect(ended('--cache-location', '.disk/cache')).toEqual({ ...cold, stderr: sentence });
  });
});

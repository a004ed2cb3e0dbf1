import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { HOME } from './house.js';

// What only processes show: being killed, two at once, rights, and a disk that takes no more. All else is in packages/cli/test/fix.test.ts.

const COMMAND = path.join(HOME, 'packages/cli/bin/carelint.js');
const ARGS = ['check', '--fix', '--config', 'none', '--only', 'preticked-consent', '--format', 'compact'];
const PAGE = (box: string): string =>
  `<!doctype html>\n<html lang="en-GB"><head><title>Join</title></head><body><form action="/join"><input type="email" name="email">\n${box}</form></body></html>\n`;
const BEFORE = PAGE('<label><input type="checkbox" name="newsletter" checked> Keep me up to date</label>');
const AFTER = PAGE('<label><input type="checkbox" name="newsletter"> Keep me up to date</label>');
const MANY = 80;
const NOBODY = 65_534;

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'carelint-'));
  chmodSync(folder, 0o777);
});
afterEach(() => {
  chmodSync(folder, 0o777);
  rmSync(folder, { recursive: true, force: true });
});

const names = Array.from({ length: MANY }, (_, index) => `page-${index}.html`);
const fill = (): void => {
  for (const name of names) writeFileSync(path.join(folder, name), BEFORE);
};
const contents = (): readonly string[] => names.map((name) => readFileSync(path.join(folder, name), 'utf8'));
const start = (): ChildProcess => spawn(process.execPath, [COMMAND, ...ARGS], { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] });
const ended = (child: ChildProcess): Promise<number | null> => new Promise((resolve) => child.once('close', resolve));

/** Root may write everywhere, and has to become somebody else. */
const somebody = process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {};
const canTell = process.platform !== 'win32' && spawnSync(process.execPath, [COMMAND, '--version'], somebody).status === 0;

describe('--fix', () => {
  it('killed at any moment leaves every file as it was or as it should be', async () => {
    let cutShort = 0;
    for (let round = 0; round < 6; round++) {
      fill();
      const child = start();
      const end = ended(child);
      // From before the first file is written on; how soon that is depends on the machine.
      while (child.exitCode === null && round > 0 && readFileSync(path.join(folder, names[0] ?? ''), 'utf8') === BEFORE) await pause(1);
      setTimeout(() => child.kill('SIGKILL'), round * 2);
      await end;
      const found = contents();
      expect(found.filter((text) => text !== BEFORE && text !== AFTER).length).toBe(0);
      if (found.includes(BEFORE) && found.includes(AFTER)) cutShort++;
      for (const name of readdirSync(folder)) if (name.startsWith('.')) rmSync(path.join(folder, name));
    }
    expect(cutShort).toBeGreaterThan(0);
  }, 60_000);

  it('twice at once harms nothing, and one of the two does each file', async () => {
    fill();
    const runs = [start(), start()];
    let said = '';
    for (const run of runs) run.stderr?.on('data', (text: Buffer) => (said += text.toString()));
    const codes = await Promise.all(runs.map(ended));
    expect(contents().filter((text) => text !== AFTER).length).toBe(0);
    expect(codes.every((code) => code === 0 || code === 2)).toBe(true);
    const sums = [...said.matchAll(/Mended (\d+) finding/gu)].map(([, count]) => Number(count));
    expect(sums.reduce((sum, count) => sum + count, 0)).toBe(MANY);
    expect(readdirSync(folder).filter((name) => name.startsWith('.'))).toEqual([]);
  }, 30_000);

  it.skipIf(!canTell)('a read-only folder is told, file by file', () => {
    writeFileSync(path.join(folder, 'a.html'), BEFORE);
    chmodSync(path.join(folder, 'a.html'), 0o666);
    chmodSync(folder, 0o555);
    const { status, stderr } = spawnSync(process.execPath, [COMMAND, ...ARGS], { cwd: folder, encoding: 'utf8', ...somebody });
    expect(stderr).toBe('Nothing was mended.\n`a.html` cannot be written: there is no permission to write there.\n');
    expect(status).toBe(2);
    expect(readFileSync(path.join(folder, 'a.html'), 'utf8')).toBe(BEFORE);
  });

  it.skipIf(process.platform === 'win32')('a disk that takes no more is told, and the file stays whole', () => {
    writeFileSync(path.join(folder, 'big.html'), BEFORE.replace('</form>', `</form>${'<p>Words.</p>'.repeat(500)}`));
    writeFileSync(path.join(folder, 'small.html'), BEFORE);
    const before = readFileSync(path.join(folder, 'big.html'), 'utf8');
    // A limit on the size of files is the nearest to a full disk that needs no disk of its own.
    const run = spawnSync('bash', ['-c', `ulimit -f 2; exec "${process.execPath}" "${COMMAND}" ${ARGS.join(' ')}`], {
      cwd: folder,
      encoding: 'utf8',
    });
    expect(run.stderr).toMatch(/^Mended 1 finding in 1 file\.\n`big\.html` cannot be written: .+\n$/u);
    expect(run.status).toBe(2);
    expect(readFileSync(path.join(folder, 'big.html'), 'utf8')).toBe(before);
    expect(readFileSync(path.join(folder, 'small.html'), 'utf8')).toBe(AFTER);
    expect(readdirSync(folder)).toEqual(['big.html', 'small.html']);
  });
});

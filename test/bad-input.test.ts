import { spawnSync } from 'node:child_process';
import { chmodSync, closeSync, existsSync, mkdirSync, mkdtempSync, openSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { HOME } from './house.js';

// What only a process of its own can show: rights of files, and where its output goes. All else is in packages/cli/test/bad-input.test.ts.

const COMMAND = path.join(HOME, 'packages/cli/bin/carelint.js');
const FLOW = 'flow: hello\nchannel: phone\nsteps:\n  - say: Hello.\n  - end: solved\n';
const ARGS = ['check', '--config', 'none', '--only', 'no-human-route'];
const NOBODY = 65_534;

const folder = mkdtempSync(path.join(tmpdir(), 'carelint-'));
afterAll(() => {
  chmodSync(path.join(folder, 'shut'), 0o700);
  rmSync(folder, { recursive: true, force: true });
});
mkdirSync(path.join(folder, 'shut'));
for (const name of ['a.yaml', 'locked.yaml', 'shut/b.yaml']) writeFileSync(path.join(folder, name), FLOW);
for (let index = 0; index < 300; index++) writeFileSync(path.join(folder, `many-${index}.yaml`), FLOW);
chmodSync(path.join(folder, 'locked.yaml'), 0);
chmodSync(path.join(folder, 'shut'), 0);
chmodSync(folder, 0o755);

/** Root may read everything, and has to become somebody else. */
const somebody = process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {};
const canTell = process.platform !== 'win32' && spawnSync(process.execPath, [COMMAND, '--version'], somebody).status === 0;

describe('a bad place', () => {
  it.skipIf(!canTell)('what may not be read is told, and the rest is judged', () => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [COMMAND, ...ARGS, 'a.yaml', 'locked.yaml', 'shut'], {
      cwd: folder,
      encoding: 'utf8',
      ...somebody,
    });
    expect(stdout.replace(/\s+/gu, ' ')).toMatch(/locked\.yaml There is no permission to read this\. shut There is no permission to read this\./u);
    expect(stdout).toMatch(/^Read 1 of 3 files \(2 unreadable\)/mu);
    expect(stderr).toBe('');
    expect(status).toBe(1);
  });

  it.skipIf(process.platform === 'win32')('whoever stops listening is not told of it', () => {
    const run = spawnSync('bash', ['-c', `"${process.execPath}" "${COMMAND}" ${ARGS.join(' ')} many-*.yaml | head -n 1; echo "\${PIPESTATUS[0]}"`], {
      cwd: folder,
      encoding: 'utf8',
    });
    expect(run.stderr).toBe('');
    expect(run.stdout).toBe('many-0.yaml\n1\n');
  });

  it.skipIf(!existsSync('/dev/full'))('a full disk is told', () => {
    const full = openSync('/dev/full', 'w');
    const { status, stderr } = spawnSync(process.execPath, [COMMAND, ...ARGS, 'a.yaml'], {
      cwd: folder,
      encoding: 'utf8',
      stdio: ['ignore', full, 'pipe'],
    });
    closeSync(full);
    expect(stderr).toBe('The report could not be written (ENOSPC). Is the disk full?\n');
    expect(status).toBe(2);
  });
});

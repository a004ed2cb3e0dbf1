import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { carelint } from './carelint.js';

const folder = mkdtempSync(path.join(tmpdir(), 'carelint-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});
writeFileSync(path.join(folder, 'flow.yaml'), 'flow: hello\nchannel: phone\nsteps:\n  - say: Good-bye.\n  - end: not-solved\n');

describe('the built command', () => {
  it('tells its version', () => {
    expect(carelint(['--version'])).toMatchObject({ status: 0, stdout: expect.stringMatching(/^\d+\.\d+\.\d+\n$/u) as string, stderr: '' });
  });

  it('is silent about colour where nobody looks, and colours when it is told to', () => {
    expect(carelint(['check'], { cwd: folder }).stdout).not.toContain('\u001b');
    expect(carelint(['check'], { cwd: folder, env: { FORCE_COLOR: '1' } }).stdout).toContain('\u001b');
  });

  it('understands the call of the scoring tool', () => {
    const { status, stdout } = carelint(['check', '--config', 'none', '--pack', 'strict', '--format', 'json', folder]);
    expect([0, 1]).toContain(status);
    expect(JSON.parse(stdout)).toMatchObject({ schemaVersion: 1, coverage: { files: 1, read: 1 } });
  });

  it('ends with 2 for a mistake of the user', () => {
    expect(carelint(['check', 'nowhere'], { cwd: folder })).toMatchObject({ status: 2, stdout: '' });
  });
});

import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { carelint } from './carelint.js';
import { HOME } from './house.js';

const folder = mkdtempSync(path.join(tmpdir(), 'carelint-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});
writeFileSync(path.join(folder, 'flow.yaml'), 'flow: hello\nchannel: phone\nsteps:\n  - say: Good-bye.\n  - end: not-solved\n');

/** Files that are loaded with this one, whatever is asked of them. */
const loadedWith = (file: string, known: Set<string> = new Set()): ReadonlySet<string> => {
  if (known.has(file)) return known;
  known.add(file);
  for (const [, name = ''] of readFileSync(file, 'utf8').matchAll(/^(?:import|export)\b[^;]*?["'](\.[^"']+)["'];$/gmu))
    loadedWith(path.resolve(path.dirname(file), name), known);
  return known;
};

describe('the built command', () => {
  it('starts without the engine', () => {
    const files = [...loadedWith(path.join(HOME, 'packages/cli/bin/carelint.js'))];
    expect(files.length).toBeGreaterThan(1);
    const kilobytes = files.reduce((sum, file) => sum + statSync(file).size, 0) / 1024;
    expect(kilobytes).toBeLessThan(250);
  });

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

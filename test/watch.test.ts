import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, openSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it, onTestFinished } from 'vitest';
import { HOME } from './house.js';

const BAD = 'flow: a\nchannel: phone\nsteps:\n  - say: Good-bye.\n  - end: not-solved\n';
const GOOD = 'flow: a\nchannel: phone\nsteps:\n  - say: Hello.\n  - person: Desk\n';
const COMMAND = path.join(HOME, 'packages/cli/bin/carelint.js');
const PATIENCE = 15_000;
/** Long enough for a run that must not come. */
const A_WHILE = 700;

/** A folder in which the command watches, with what it has said. */
const watching = (files: Readonly<Record<string, string>>, args: readonly string[] = [], { into = '', through = '' } = {}) => {
  const folder = mkdtempSync(path.join(tmpdir(), 'carelint-watch-'));
  const write = (name: string, text: string): void => {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), text);
  };
  for (const [name, text] of Object.entries(files)) write(name, text);
  const own = [process.execPath, COMMAND, 'check', '--watch', '--format', 'compact', ...args];
  const stdout = into === '' ? 'pipe' : openSync(path.join(folder, into), 'w');
  const [command = '', ...rest] = through === '' ? own : ['sh', '-c', `"$@" | ${through}`, 'sh', ...own];
  const child = spawn(command, rest, { cwd: folder, stdio: ['ignore', stdout, 'pipe'], env: { ...process.env, CI: '' } });
  let [out, err] = ['', ''];
  child.stdout?.on('data', (text: Buffer) => (out += text.toString()));
  child.stderr?.on('data', (text: Buffer) => (err += text.toString()));
  onTestFinished(() => {
    child.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  });
  /** Waits until this has been said on stderr, so many times in all. */
  const says = async (what: string, times = 1): Promise<void> => {
    const begun = performance.now();
    while (err.split(what).length <= times) {
      await pause(20);
      if (performance.now() - begun > PATIENCE) throw new Error(`"${what}" was not said ${times} times:\n${err}`);
    }
  };
  return { folder, child, write, says, out: () => out, err: () => err };
};

describe('carelint check --watch', { timeout: 60_000 }, () => {
  it('hears of changed, new, renamed and deleted files, and of the config', async () => {
    const { folder, write, says, out, err } = watching({ 'flows/a.yaml': GOOD });
    await says('Watching 1 file. Ctrl-C ends.');
    write('flows/a.yaml', BAD);
    await says('flows/a.yaml has changed.');
    await says('Watching', 2);
    expect(out()).toContain('flows/a.yaml:1:7 error no-human-route');
    write('new/deep/b.yaml', BAD.replace('flow: a', 'flow: b'));
    await says('new/deep/b.yaml has changed.');
    await says('Watching 2 files.');
    renameSync(path.join(folder, 'new/deep/b.yaml'), path.join(folder, 'flows/c.yaml'));
    await says('Watching 2 files.', 2);
    expect(out()).toContain('flows/c.yaml:1:7');
    rmSync(path.join(folder, 'flows/c.yaml'));
    await says('Watching 1 file.', 3);
    write('carelint.yaml', 'fail-on: loud\n');
    await says('Watching for a change.');
    expect(err()).toContain('carelint.yaml:1:10: ');
    write('carelint.yaml', 'extends: [recommended]\nignore: [flows]\n');
    await says('There is nothing to read');
    write('carelint.yaml', 'extends: [recommended]\n');
    await says('Watching 1 file.', 4);
    write('policies/x/rule.yaml', 'rule: x\n');
    await says('policies/x/rule.yaml has changed.');
    await says('policies/x/rule.yaml:');
    rmSync(path.join(folder, 'policies'), { recursive: true });
    await says('Watching 1 file.', 5);
    write('.carelintignore', 'flows\n');
    await says('.carelintignore');
  });

  it('does not hear of what it writes itself, nor of files that are left alone', async () => {
    const { folder, write, says, err } = watching({ 'a.yaml': BAD, '.gitignore': 'left\n' }, ['--format', 'json=report.json'], { into: 'log.txt' });
    await says('Watching 2 files.');
    write('left/b.yaml', BAD);
    await pause(A_WHILE);
    expect(err()).not.toContain('changed');
    write('a.yaml', GOOD);
    await says('a.yaml has changed.');
    await says('Watching', 2);
    await pause(A_WHILE);
    expect(err().split('changed')).toHaveLength(2);
    expect(JSON.parse(readFileSync(path.join(folder, 'report.json'), 'utf8'))).toMatchObject({ findings: [] });
  });

  it.skipIf(process.platform === 'win32')('stops hearing of a file into which somebody else writes what it says', async () => {
    const { write, says, err } = watching({ 'a.yaml': BAD }, [], { through: 'tee log.txt' });
    await says('log.txt changes whenever carelint has run: that is not heard any more.');
    const runs = err().split('Watching').length;
    await pause(A_WHILE);
    expect(err().split('Watching')).toHaveLength(runs);
    write('a.yaml', GOOD);
    await says('a.yaml has changed.');
  });

  it.skipIf(process.platform === 'win32')('is ended by a signal', async () => {
    const { child, says } = watching({ 'a.yaml': GOOD });
    await says('Watching');
    child.kill('SIGINT');
    expect(await once(child, 'close')).toEqual([null, 'SIGINT']);
  });

  it('refuses what is for one run', async () => {
    const { child, err } = watching({ 'a.yaml': GOOD }, ['--update-baseline']);
    expect(await once(child, 'close')).toEqual([2, null]);
    expect(err()).toMatch(/^`--watch` runs again and again: `--update-baseline` is for one run\./u);
  });
});

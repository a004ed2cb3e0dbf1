import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { describe, expect, it } from 'vitest';
import { HOME } from './house.js';

const LINE = `${JSON.stringify({ path: 'a.yaml', text: 'flow: a\nchannel: phone\nsteps:\n  - say: Hello.\n  - person: Desk\n' })}\n`;

const started = () => {
  const child = spawn(process.execPath, [path.join(HOME, 'packages/cli/bin/carelint.js'), 'check', '--stdin-lines'], { cwd: HOME });
  let err = '';
  child.stderr.on('data', (text: Buffer) => (err += text.toString()));
  // What is written to a process that has ended is lost.
  child.stdin.on('error', () => undefined);
  return { child, err: () => err };
};

describe('--stdin-lines of the built command', () => {
  it('answers each line before it waits for the next', async () => {
    const { child, err } = started();
    const answers = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
    for (const number of [1, 2, 3]) {
      child.stdin.write(LINE);
      expect(JSON.parse((await answers.next()).value as string)).toMatchObject({ line: number, path: 'a.yaml', report: { findings: [] } });
    }
    child.stdin.end();
    expect(await once(child, 'close')).toEqual([0, null]);
    expect(err()).toBe('');
  });

  it('ends quietly when nobody reads its answers any more', async () => {
    const { child, err } = started();
    child.stdin.write(LINE);
    await once(child.stdout, 'data');
    child.stdout.destroy();
    const ended = once(child, 'close');
    // The input stays open: it is the missing reader that ends it.
    for (let line = 0; line < 3; line++) child.stdin.write(LINE);
    expect(await ended).toEqual([0, null]);
    expect(err()).toBe('');
  });
});

import { describe, expect, it } from 'vitest';
import { runProgram } from '../src/program.js';
import { threadsWorth } from '../src/threads/share.js';
import { folderWith, heard } from './folder.js';

const FLOW = 'flow: a\nchannel: phone\nsteps:\n  - say: Good-bye.\n  - end: not-solved\n';
const FILES = Object.fromEntries(['a', 'b', 'c', 'd'].map((name) => [`${name}.yaml`, FLOW.replace('flow: a', `flow: ${name}`)]));

/** Runs with further threads of this program. What threads really do is tested on the built command. */
const run = async (program: string, args: readonly string[], cwd = folderWith(FILES)) => {
  const output = heard({ thread: new URL(`data:text/javascript,${encodeURIComponent(program)}`) });
  const status = await runProgram(['check', '--format', 'json', ...args], output, cwd);
  return { status, out: output.outText(), err: output.errText() };
};

describe('threads', () => {
  it('that fail are our bug, told as one', async () => {
    await expect(run('throw new TypeError("nothing is here")', ['--threads', '2'])).rejects.toThrow('nothing is here');
    await expect(run('process.exit(7)', ['--threads', '3'])).rejects.toThrow('A thread ended with 7.');
  });

  it('that do nothing leave it to the first', async () => {
    const cwd = folderWith(FILES);
    expect(await run('', ['--threads', '4'], cwd)).toEqual(await run('', ['--threads', '1'], cwd));
  });

  it('are not started for little work, nor where a rule must see all at once', async () => {
    await run('throw new Error("started")', []);
    await run('throw new Error("started")', ['--threads', '2', '--dump', 'service']);
  });

  it.each(['0', 'x', '65', '1.5'])('are counted: %s is refused', async (count) => {
    const { status, err } = await run('', ['--threads', count]);
    expect(status).toBe(2);
    expect(err).toContain('Write a number from 1 to 64, or `auto`.');
  });

  it.each([
    ['a hundred flows', 350_000, 8, 16, 1],
    ['two thousand flows', 7_300_000, 8, 16, 3],
    ['two processors', 73_000_000, 2, 16, 1],
    ['four processors', 73_000_000, 4, 16, 4],
    ['twenty thousand flows', 73_000_000, 64, 64, 8],
    ['little memory', 73_000_000, 64, 0.5, 1],
  ])('are as many as pay: for %s', (_what, bytes, processors, gigabytes, threads) => {
    expect(threadsWorth(bytes, processors, gigabytes * 1024 ** 3)).toBe(threads);
  });
});

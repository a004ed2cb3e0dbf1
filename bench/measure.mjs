/** Runs programs and tells what they cost, as whole processes. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const REPORTER = pathToFileURL(path.join(import.meta.dirname, 'cost-at-exit.mjs')).href;

/** Runs a program of Node once: CPU time (user and system) and wall time in ms, peak memory in MiB; what it prints, where that is wanted. */
const cost = (args, into, { cwd, printed = false }) => {
  const begun = performance.now();
  const { status, stdout, stderr, error } = spawnSync(process.execPath, ['--import', REPORTER, ...args], {
    env: { ...process.env, CARELINT_BENCH_COST: into, NO_COLOR: '1' },
    cwd,
    stdio: ['ignore', printed ? 'pipe' : 'ignore', 'pipe'],
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  const wall = performance.now() - begun;
  // 1 says that there are findings.
  if (error !== undefined || status === null || status > 1) throw new Error(`${args.join(' ')} ended with ${status}: ${error?.message ?? stderr}`);
  return { ...JSON.parse(readFileSync(into, 'utf8')), wall, stdout };
};

/** The round that does not count: what contestants find is counted in it. */
const firstRound = (contestants, into) =>
  contestants.map(({ args, cwd, count, before }) => {
    before?.();
    const { stdout } = cost([...args, ...(count?.args ?? [])], into, { cwd, printed: count !== undefined });
    return count?.of(stdout);
  });

/** The middle one. */
const median = (numbers) => {
  const sorted = [...numbers].sort((a, b) => a - b);
  const half = sorted.length / 2;
  return sorted.length % 2 === 1 ? sorted[Math.floor(half)] : (sorted[half - 1] + sorted[half]) / 2;
};

/**
 * Runs contestants (name -> { args: what Node gets, cwd?, count?: how to count findings, before?: what is to be done before each run }) in turn, so many rounds, after one round that does not
 * count. The first is what the others are compared with, always within one round: on a busy machine times differ between rounds far more than
 * within one. `found` has the number of findings of each file in which there are any.
 */
export const compare = (contestants, rounds) => {
  const folder = mkdtempSync(path.join(tmpdir(), 'carelint-cost-'));
  try {
    const names = Object.keys(contestants);
    const all = Object.values(contestants);
    const into = path.join(folder, 'cost.json');
    const found = firstRound(all, into);
    const runs = Array.from({ length: rounds }, () => all.map(({ args, cwd, before }) => (before?.(), cost(args, into, { cwd }))));
    return names.map((name, at) => {
      const of = (what) => median(runs.map(what));
      return {
        name,
        found: found[at],
        cpu: of((run) => run[at].cpu),
        wall: of((run) => run[at].wall),
        memory: of((run) => run[at].memory),
        ratio: of((run) => run[at].cpu / run[0].cpu),
        memoryRatio: of((run) => run[at].memory / run[0].memory),
        laterBy: of((run) => run[at].wall - run[0].wall),
      };
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

/** Runs programs and tells what they cost, as whole processes. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const REPORTER = pathToFileURL(path.join(import.meta.dirname, 'cost-at-exit.mjs')).href;

/** Runs a program of Node once: CPU time (user and system) and wall time in ms, peak memory in MiB. */
const cost = (args, into) => {
  const begun = performance.now();
  const { status, stderr, error } = spawnSync(process.execPath, ['--import', REPORTER, ...args], {
    env: { ...process.env, CARELINT_BENCH_COST: into, NO_COLOR: '1' }, stdio: ['ignore', 'ignore', 'pipe'], encoding: 'utf8', maxBuffer: 1 << 28,
  });
  const wall = performance.now() - begun;
  // 1 says that there are findings.
  if (error !== undefined || status === null || status > 1) throw new Error(`${args.join(' ')} ended with ${status}: ${error?.message ?? stderr}`);
  return { ...JSON.parse(readFileSync(into, 'utf8')), wall };
};

/** The middle one. */
const median = (numbers) => {
  const sorted = [...numbers].sort((a, b) => a - b);
  const half = sorted.length / 2;
  return sorted.length % 2 === 1 ? sorted[Math.floor(half)] : (sorted[half - 1] + sorted[half]) / 2;
};

/**
 * Runs contestants (name -> arguments of Node) in turn, so many rounds, after one round that does not count. The first is what the others are
 * compared with, always within one round: on a busy machine times differ between rounds far more than within one.
 */
export const compare = (contestants, rounds) => {
  const folder = mkdtempSync(path.join(tmpdir(), 'carelint-cost-'));
  try {
    const names = Object.keys(contestants);
    const runs = Array.from({ length: rounds + 1 }, () => names.map((name) => cost(contestants[name], path.join(folder, 'cost.json')))).slice(1);
    return names.map((name, at) => {
      const of = (what) => median(runs.map(what));
      return {
        name,
        cpu: of((run) => run[at].cpu),
        wall: of((run) => run[at].wall),
        memory: of((run) => run[at].memory),
        ratio: of((run) => run[at].cpu / run[0].cpu),
        more: of((run) => run[at].cpu - run[0].cpu),
        laterBy: of((run) => run[at].wall - run[0].wall),
      };
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

// Runs all tests and says at the end how many passed and failed, by the counts of vitest itself.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const folder = mkdtempSync(path.join(tmpdir(), 'carelint-test-'));
const counts = path.join(folder, 'counts.json');
const vitest = path.join(import.meta.dirname, '../node_modules/vitest/vitest.mjs');
const run = spawnSync(
  process.execPath,
  [vitest, 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${counts}`, ...process.argv.slice(2)],
  { stdio: 'inherit' },
);
let line = '0 passed, 1 failed';
let status = run.status ?? 1;
try {
  const { numPassedTests, numFailedTests, numFailedTestSuites, success } = JSON.parse(readFileSync(counts, 'utf8'));
  // A file that could not even be loaded has no tests that fail.
  const failed = numFailedTests === 0 && !success ? Math.max(1, numFailedTestSuites) : numFailedTests;
  line = `${numPassedTests} passed, ${failed} failed`;
  if (!success) status ||= 1;
} catch {
  status ||= 1;
}
rmSync(folder, { recursive: true, force: true });
console.log(line);
process.exitCode = status;

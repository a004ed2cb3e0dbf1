import { describe, expect, it } from 'vitest';
import { textOf } from './house.js';

const NPM_OF_ITSELF = ['ci', 'install', 'exec', 'pack', 'publish', 'init'];
const { scripts } = JSON.parse(textOf('package.json')) as { scripts: Readonly<Record<string, string>> };

describe('the README', () => {
  const commands = [...textOf('README.md').matchAll(/```(?:sh|bash|console|shell)\n(.*?)```/gsu)].flatMap(([, block = '']) =>
    block.split('\n').map((line) => line.replace(/^\$ /u, '').trim()),
  );

  it('says how to test and how to see it work', () => {
    expect(commands).toContain('npm test');
    expect(commands).toContain('npm run demo');
  });

  it('shows what carelint really says of an example', () => {
    const [, example = '', shown = ''] = /\(examples\/([\w-]+)\):\n\n```text\n(.*?)```/su.exec(textOf('README.md')) ?? [];
    expect(shown).toContain('└');
    expect(textOf('examples', example, 'expected.txt').startsWith(shown)).toBe(true);
  });

  it('names no script that there is not', () => {
    const named = commands.flatMap((command) => /^npm (?:run (?:--silent )?)?([\w:-]+)/u.exec(command)?.[1] ?? []);
    expect(named.filter((name) => !NPM_OF_ITSELF.includes(name) && scripts[name] === undefined)).toEqual([]);
  });
});

import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { cpSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { runProgram } from '../src/program.js';
import { cut } from '../src/run/cut.js';
import { folderWith, heard } from './folder.js';

const EXAMPLES = path.join(import.meta.dirname, '../../../examples');
const CONFIG = `extends: [recommended]
overrides: [{ files: ["b*/**"], rules: { no-human-route: advice } }]
waivers:
  - { rule: hangup-without-offer, file: "a*/**", because: New desk in March., owner: Jane Ito, until: 2027-03-31 }
`;
const FLOW = 'flow: a\nchannel: phone\nsteps:\n  - say: Good-bye.\n  - end: not-solved\n';

const run = async (args: readonly string[], cwd: string) => {
  const output = heard();
  const status = await runProgram(args, output, cwd);
  return { status, out: output.outText(), err: output.errText() };
};

/** Writes all parts of a run into the folder. */
const shards = async (count: number, cwd: string, args: readonly string[] = []): Promise<readonly string[]> => {
  const names = Array.from({ length: count }, (_, index) => `carelint-part-${index + 1}-of-${count}.json`);
  for (const index of names.keys()) expect((await run(['check', '--shard', `${index + 1}/${count}`, ...args], cwd)).status).toBe(0);
  return names;
};

/** What one run says, and what its parts say when they are joined. */
const both = async (cwd: string, count: number, args: readonly string[] = [], options: readonly string[] = []) => {
  const whole = await run(['check', '--format', 'json', '--date', '2026-11-22', ...args, ...options], cwd);
  await shards(count, cwd, ['--date', '2026-11-22', ...args]);
  return { whole, merged: await run(['merge', '.', '--format', 'json', ...options], cwd) };
};

/** Flows in several folders that lead into each other. */
const services = fc.integer({ min: 2, max: 7 }).chain((count) => {
  const other = fc.integer({ min: 0, max: count }).map((i) => `f${i}`);
  const step = fc.oneof(
    other.map((to) => `  - use: ${to}\n    if-failed: end\n`),
    other.map((to) => `  - queue: Desk\n    hold: ${to}\n    if-full: end\n    afterwards:\n      - end: solved\n`),
    fc.constantFrom(
      '  - say: Call us on +44 20 7946 0018.\n',
      '  - verify: password\n    if-wrong: end\n',
      '  - say: Wait.\n  # carelint-disable-next-line no-human-route -- soon\n',
    ),
  );
  const last = fc.oneof(
    other.map((to) => `  - transfer: ${to}\n    if-no-answer: end\n`),
    fc.constant('  - end: not-solved\n'),
  );
  const file = fc.tuple(fc.constantFrom('a', 'a/deep', 'b'), fc.constantFrom('', '', 'role: hold\n'), fc.array(step, { maxLength: 3 }), last);
  return fc
    .array(file, { minLength: count, maxLength: count })
    .map((files) =>
      Object.fromEntries(
        files.map(([folder, role, steps, end], i) => [
          `${folder}/f${i}.yaml`,
          `flow: f${i}\nchannel: phone\n${role}steps:\n  - say: Welcome.\n${steps.join('')}${end}`,
        ]),
      ),
    );
});

describe('shards, merged, say byte for byte what one run says', { timeout: 120_000 }, () => {
  it.each(['connect-instance', 'operations', 'site', 'express-ivr', 'transfer-madness', 'agent-script'])('of the example %s', async (name) => {
    const cwd = folderWith({});
    cpSync(path.join(EXAMPLES, name), cwd, { recursive: true });
    const { whole, merged } = await both(cwd, 3);
    expect(merged).toEqual(whole);
  });

  it('of services whose flows lead into each other, in any number of parts', async () => {
    await fc.assert(
      fc.asyncProperty(services, fc.integer({ min: 1, max: 5 }), async (files, count) => {
        const { whole, merged } = await both(folderWith({ ...files, 'carelint.yaml': CONFIG }), count);
        expect(merged).toEqual(whole);
      }),
      { numRuns: 12 },
    );
  });

  it('with the paths and rules of the shards, and the baseline and the level of the merge', async () => {
    const cwd = folderWith({ 'in/a.yaml': FLOW, 'in/b.yaml': FLOW.replace('flow: a', 'flow: b'), 'out/c.yaml': FLOW });
    await run(['check', 'in/a.yaml', '--update-baseline', '--baseline', 'known.json'], cwd);
    const { whole, merged } = await both(
      cwd,
      2,
      ['in', '--only', 'no-human-route,hangup-*', '--pack', 'strict'],
      ['--baseline', 'known.json', '--fail-on', 'never'],
    );
    expect(merged).toEqual(whole);
    expect(JSON.parse(merged.out)).toMatchObject({ coverage: { files: 2 }, baseline: { file: 'known.json' } });
    expect(merged.status).toBe(0);
  });

  it('narrowed to what has changed', async () => {
    const cwd = folderWith({ 'a.yaml': FLOW, 'b.yaml': FLOW.replace('flow: a', 'flow: b') });
    const git = (...args: readonly string[]): unknown =>
      execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@example.com', ...args], { cwd });
    git('init', '-q', '-b', 'main');
    git('add', '-A');
    git('commit', '-q', '-m', 'first');
    writeFileSync(path.join(cwd, 'b.yaml'), `${FLOW.replace('flow: a', 'flow: b')}# changed\n`);
    const whole = await run(['check', '--format', 'json', '--since', 'HEAD', '.'], cwd);
    await shards(2, cwd, ['.']);
    // The parts are new files to git, and none that is judged.
    writeFileSync(path.join(cwd, '.git/info/exclude'), 'carelint-part-*\n');
    expect(await run(['merge', 'carelint-part-*.json', '--format', 'json', '--since', 'HEAD'], cwd)).toEqual(whole);
  });
});

describe('carelint merge refuses', () => {
  const FILES = { 'a.yaml': FLOW, 'b/b.yaml': FLOW.replace('flow: a', 'flow: b'), 'c/c.yaml': FLOW.replace('flow: a', 'flow: c') };
  const edit = (cwd: string, name: string, change: (part: Record<string, unknown>) => unknown): void => {
    const file = path.join(cwd, name);
    writeFileSync(file, JSON.stringify(change(JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>)));
  };
  const first = 'carelint-part-1-of-3.json';

  it.each<[what: string, spoil: (cwd: string) => unknown, said: RegExp]>([
    [
      'a missing part',
      (cwd) => {
        rmSync(path.join(cwd, first));
      },
      /^Part 1 of 3 is missing\. Name the files of all 3 shards\.\n$/u,
    ],
    [
      'two missing parts',
      (cwd) => {
        rmSync(path.join(cwd, first));
        rmSync(path.join(cwd, 'carelint-part-3-of-3.json'));
      },
      /^Parts 1 and 3 of 3 are missing\./u,
    ],
    [
      'a part twice',
      (cwd) => {
        cpSync(path.join(cwd, first), path.join(cwd, 'carelint-part-9-of-9.json'));
      },
      /^carelint-part-9-of-9\.json: This is part 1 of 3, and so is `carelint-part-1-of-3\.json`\./u,
    ],
    [
      'a part of another number',
      (cwd) => run(['check', '--shard', '1/2'], cwd),
      /: This is a part of 3, and `carelint-part-1-of-2\.json` is one of 2: they are not of one run\./u,
    ],
    ['a part of other paths', (cwd) => run(['check', '--shard', '1/3', 'b'], cwd), /asked for with other paths or options/u],
    [
      'parts of other rules',
      (cwd) => {
        writeFileSync(path.join(cwd, 'carelint.yaml'), 'extends: [strict]\n');
      },
      /judged by other rules, another config or other policies/u,
    ],
    [
      'a changed file',
      (cwd) => {
        writeFileSync(path.join(cwd, 'a.yaml'), `${FLOW}# new\n`);
      },
      /^a\.yaml: This file holds something else than when part \d was written\./u,
    ],
    [
      'a new file',
      (cwd) => {
        writeFileSync(path.join(cwd, 'd.yaml'), FLOW);
      },
      /^d\.yaml: This file is in none of the parts/u,
    ],
    [
      'a file that is gone',
      (cwd) => {
        rmSync(path.join(cwd, 'c'), { recursive: true });
      },
      /^c\/c\.yaml: This file was there when part \d was written, and is gone\./u,
    ],
    [
      'a part of another version',
      (cwd) => {
        edit(cwd, first, (part) => ({ ...part, version: '99.0.0' }));
      },
      /^carelint-part-1-of-3\.json: This part was written by carelint 99\.0\.0, and this is /u,
    ],
    [
      'a part that was cut off',
      (cwd) => {
        writeFileSync(path.join(cwd, first), readFileSync(path.join(cwd, first), 'utf8').slice(0, 500));
      },
      /no JSON, or it was cut off/u,
    ],
    [
      'a damaged part',
      (cwd) => {
        edit(cwd, first, (part) => ({ ...part, run: { ...(part['run'] as object), files: [{}] } }));
      },
      /damaged/u,
    ],
    [
      'another file',
      (cwd) => {
        writeFileSync(path.join(cwd, first), '{}');
      },
      /^carelint-part-1-of-3\.json: This is no part of a run\./u,
    ],
    [
      'nothing',
      (cwd) => {
        for (const n of [1, 2, 3]) renameSync(path.join(cwd, `carelint-part-${n}-of-3.json`), path.join(cwd, `x${n}`));
      },
      /^There are no parts in `\.`/u,
    ],
  ])('%s', async (_what, spoil, said) => {
    const cwd = folderWith(FILES);
    await shards(3, cwd);
    await spoil(cwd);
    const { status, out, err } = await run(['merge', '.'], cwd);
    expect(err).toMatch(said);
    expect({ status, out }).toEqual({ status: 2, out: '' });
  });

  it('or reports, whatever is done to a part: it never fails otherwise', { timeout: 60_000 }, async () => {
    const cwd = folderWith(FILES);
    await shards(3, cwd);
    const text = readFileSync(path.join(cwd, first), 'utf8');
    const paths: (readonly (string | number)[])[] = [];
    const collect = (value: unknown, at: readonly (string | number)[]): void => {
      paths.push(at);
      if (typeof value === 'object' && value !== null)
        for (const [key, inner] of Object.entries(value)) collect(inner, [...at, Array.isArray(value) ? Number(key) : key]);
    };
    collect(JSON.parse(text), []);
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...paths.slice(1)),
        fc.constantFrom(null, 0, -1, '', 'x', '../x', [], {}, [null], { a: 1 }),
        async (at, value) => {
          const part = JSON.parse(text) as Record<string, unknown>;
          let holder = part;
          for (const key of at.slice(0, -1)) holder = holder[key] as Record<string, unknown>;
          holder[at.at(-1) ?? ''] = value;
          writeFileSync(path.join(cwd, first), JSON.stringify(part));
          const { status, err } = await run(['merge', '.', '--format', 'json'], cwd);
          expect([0, 1, 2]).toContain(status);
          if (status === 2) expect(err.trim().split('\n')).toHaveLength(1);
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('a shard', () => {
  it.each([
    [['--format', 'json'], /give `--format` to that/u],
    [['--update-baseline'], /give `--update-baseline` to that/u],
    [['--fail-on', 'never'], /give `--fail-on` to that/u],
    [['--staged'], /`--staged` and `--shard` do not go together/u],
    [['--watch'], /`--watch` runs again and again: `--shard`/u],
    [['--fix'], /`--fix` and `--shard` do not go together/u],
  ])('refuses %j', async (args, said) => {
    const { status, err } = await run(['check', '--shard', '1/2', ...args], folderWith({ 'a.yaml': FLOW }));
    expect({ status, err }).toEqual({ status: 2, err: expect.stringMatching(said) as string });
  });

  it('may be empty, and may be written elsewhere', async () => {
    const cwd = folderWith({ 'a.yaml': FLOW });
    mkdirSync(path.join(cwd, 'parts'));
    for (const index of [1, 2]) await run(['check', 'a.yaml', '--shard', `${index}/2`, '--output', `parts/${index}.json`], cwd);
    expect((await run(['merge', 'parts/1.json', 'parts/2.json', '--format', 'json'], cwd)).out).toBe(
      (await run(['check', 'a.yaml', '--format', 'json'], cwd)).out,
    );
  });
});

describe('cutting files', () => {
  const files = fc.uniqueArray(
    fc.record({
      absolute: fc.tuple(fc.constantFrom('/a', '/a/b', '/c', '/d'), fc.nat(40)).map(([folder, n]) => `${folder}/${n}`),
      bytes: fc.nat(20_000),
    }),
    { selector: ({ absolute }) => absolute, maxLength: 60 },
  );
  const weightOf = (some: readonly { readonly bytes: number }[]): number => some.reduce((sum, { bytes }) => sum + bytes + 500, 0);

  it('gives each file to one part, whatever their order, and parts of about the same weight', () => {
    fc.assert(
      fc.property(files, fc.integer({ min: 1, max: 6 }), (all, count) => {
        const parts = cut(all, count);
        expect(parts).toHaveLength(count);
        expect(
          parts
            .flat()
            .map(({ absolute }) => absolute)
            .sort(),
        ).toEqual(all.map(({ absolute }) => absolute).sort());
        expect(cut([...all].reverse(), count)).toEqual(parts);
        // The heaviest part has at most the mean and its last piece, which is at most the mean or one file.
        const [mean, largest] = [weightOf(all) / count, Math.max(0, ...all.map((file) => weightOf([file])))];
        for (const part of parts) expect(weightOf(part)).toBeLessThanOrEqual(mean + Math.max(mean, largest) + 1e-6);
      }),
    );
  });

  it('keeps the files of a folder together where that is balanced', () => {
    const of = (folder: string, count: number) => Array.from({ length: count }, (_, n) => ({ absolute: `/${folder}/${n}`, bytes: 1000 }));
    const parts = cut([...of('a', 10), ...of('b', 10), ...of('c', 10), ...of('d', 10)], 2);
    expect(parts.map((part) => new Set(part.map(({ absolute }) => path.dirname(absolute))).size)).toEqual([2, 2]);
  });
});

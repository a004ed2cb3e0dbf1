import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { Store } from '../src/cache/store.js';
import { runProgram } from '../src/program.js';
import { sha256 } from '../src/run/key.js';
import { folderWith, heard } from './folder.js';

const CONFIG = `assume: { country: GB }
rules: { own/no-fax: warning }
`;
const NO_FAX = (word: string): string => `rule: no-fax
title: No fax
suffers: They have none.
about: flow
level: warning
certainty: high
forbid: { text: { says: '/${word}/' } }
message: A fax is asked for.
instead: Take it by mail.
sources: [{ seed: M98 }]
`;
const ONLY = '--only=verify-failure-dead-end,queue-timeout-hangup,phone-number-told-differently,promise-conflict,own/no-fax';

/** Flows that lead into each other. */
const FLOWS = [
  'flow: sales\nchannel: phone\nrole: entry\nsteps:\n  - say: Welcome.\n  - verify: password\n    if-wrong: end\n  - use: billing\n  - transfer: desk\n',
  'flow: sales\nchannel: phone\nrole: entry\nsteps:\n  - say: Send us a fax.\n  - transfer: desk\n',
  'flow: billing\nchannel: phone\nrole: sub-flow\nsteps:\n  - say: Call us on +44 20 7946 0018 or send a telex.\n  - verify: password\n    if-wrong: end\n  - back: done\n',
  'flow: desk\nchannel: phone\nsteps:\n  - queue: Desk\n    hold: music\n    if-full: end\n',
  'flow: music\nchannel: phone\nrole: hold\nsteps:\n  - say: Call +44 20 7946 0019 for sales.\n',
  '# carelint-disable-step queue-timeout-hangup -- agreed\nflow: late\nchannel: phone\nsteps:\n  - queue: Late\n    if-full: end\n  - transfer: sales\n',
  'script: hello\nlines:\n  - Please send us a fax.\n',
  'operations: Returns\nteams:\n  - team: Desk\n    phone: +44 20 7946 0018\n',
  'flow: broken\nsteps:\n\t- say: a\n',
  'just: data\n',
];
const NAMES = ['a.yaml', 'b.yaml', 'c.yaml', 'lines/d.yaml', 'lines/e.yaml', 'z/f.yaml'];
const WAIVER = 'waivers:\n  - { rule: queue-timeout-hangup, file: "**", because: new desk, owner: Jane Ito, until: 2026-12-31 }\n';

type Edit = (folder: string) => void;
const put = (folder: string, name: string, text: string): void => {
  mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
  writeFileSync(path.join(folder, name), text);
};
const name = fc.constantFrom(...NAMES);
const edits: fc.Arbitrary<Edit> = fc.oneof(
  fc.tuple(name, fc.constantFrom(...FLOWS)).map(([file, text]): Edit => (folder) => {
    put(folder, file, text);
  }),
  name.map((file): Edit => (folder) => {
    rmSync(path.join(folder, file), { force: true });
  }),
  fc.tuple(name, name).map(([from, to]): Edit => (folder) => {
    if (!existsSync(path.join(folder, from))) return;
    mkdirSync(path.dirname(path.join(folder, to)), { recursive: true });
    renameSync(path.join(folder, from), path.join(folder, to));
  }),
  fc.constantFrom('fax', 'telex', 'desk').map((word): Edit => (folder) => {
    put(folder, 'policies/no-fax/rule.yaml', NO_FAX(word));
  }),
  fc
    .constantFrom(
      CONFIG,
      `${CONFIG}${WAIVER}`,
      CONFIG.replace('warning', 'error'),
      `${CONFIG}overrides: [{ files: [z/**], rules: { own/no-fax: error } }]\n`,
    )
    .map((text): Edit => (folder) => {
      put(folder, 'carelint.yaml', text);
    }),
  fc.constant((folder: string): void => {
    put(folder, '.gitignore', 'lines/\n');
  }),
);
/** Arguments of a run: other paths, another day, a baseline. */
const asked = fc.constantFrom<readonly string[]>(
  [],
  [],
  [],
  ['lines', 'a.yaml'],
  ['a.yaml', 'lines'],
  ['--date=2027-01-31'],
  ['--baseline=known.json'],
  ['--skip=queue-timeout-hangup'],
);

const run = async (folder: string, ...args: readonly string[]) => {
  const output = heard();
  const status = await runProgram(['check', ONLY, '--format=json', ...args], output, folder);
  return { status, out: output.outText(), err: output.errText() };
};
const start = (): string => {
  const folder = folderWith({ 'carelint.yaml': CONFIG, 'policies/no-fax/rule.yaml': NO_FAX('fax') });
  NAMES.forEach((file, index) => {
    put(folder, file, FLOWS[index] ?? '');
  });
  return folder;
};
const CACHE = '.carelint-cache';
const remembered = (err: string): number => Number(/^remembered\s+(\d+)$/mu.exec(err)?.[1]);

afterEach(() => {
  vi.restoreAllMocks();
});
/** As if an hour lay between what is done to files and the runs. */
const waitAnHour = (): void => {
  const now = Date.now() + 3_600_000;
  vi.spyOn(Date, 'now').mockReturnValue(now);
  vi.spyOn(Store.prototype, 'clock').mockReturnValue(now);
};

describe('a run with a cache', () => {
  it.each([
    ['read again, since they have just been changed', false],
    ['told by their times', true],
  ])('says what a run without one says: files are %s', { timeout: 120_000 }, async (_, isLater) => {
    if (isLater) waitAnHour();
    let taken = 0;
    let runs = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(fc.array(edits, { maxLength: 2 }), asked), { minLength: 2, maxLength: 5 }), async (rounds) => {
        const folder = start();
        await run(folder, '--update-baseline', '--baseline=known.json', '--skip=own/no-fax');
        for (const [changes, args] of rounds) {
          for (const change of changes) change(folder);
          const warm = await run(folder, '--cache', '--stats', ...args);
          const cold = await run(folder, ...args);
          expect({ status: warm.status, out: warm.out }).toEqual({ status: cold.status, out: cold.out });
          if (cold.status < 2) runs++;
          taken += remembered(warm.err) || 0;
        }
        rmSync(folder, { recursive: true, force: true });
      }),
      { numRuns: 20 },
    );
    expect(taken).toBeGreaterThan(0);
    expect(runs).toBeGreaterThan(20);
  });

  it('takes all that was said where nothing has changed, and else what has not', async () => {
    const folder = start();
    expect(remembered((await run(folder, '--cache', '--stats')).err)).toBe(0);
    const before = readdirSync(path.join(folder, CACHE)).sort();
    expect(remembered((await run(folder, '--cache', '--stats')).err)).toBe(6);
    expect(readdirSync(path.join(folder, CACHE)).sort()).toEqual(before);
    put(folder, 'a.yaml', FLOWS[1] ?? '');
    // The flow with a comment for carelint is read in every run that is not the same as before.
    expect(remembered((await run(folder, '--cache', '--stats')).err)).toBe(4);
    // Back again.
    put(folder, 'a.yaml', FLOWS[0] ?? '');
    expect(remembered((await run(folder, '--cache', '--stats')).err)).toBe(6);
  });

  it('sees a change that keeps the size and the time of a file', async () => {
    waitAnHour();
    const folder = start();
    const file = path.join(folder, 'd.yaml');
    put(folder, 'd.yaml', FLOWS[1] ?? '');
    await run(folder, '--cache');
    const { atime, mtime } = statSync(file);
    put(folder, 'd.yaml', (FLOWS[1] ?? '').replace('a fax', 'a fan'));
    utimesSync(file, atime, mtime);
    const warm = await run(folder, '--cache');
    expect(warm.out).toBe((await run(folder)).out);
    expect(JSON.parse(warm.out)).not.toMatchObject({ findings: expect.arrayContaining([expect.objectContaining({ file: 'd.yaml' })]) as unknown });
  });

  it('knows a file from afar only when it was at rest before it was read', async () => {
    const folder = start();
    const reads = vi.spyOn(Store.prototype, 'read');
    await run(folder, '--cache');
    await run(folder, '--cache');
    const known = (): unknown => JSON.parse(String(reads.mock.results.find((_, index) => reads.mock.calls[index]?.[0] === 'files')?.value ?? '[]'));
    reads.mockClear();
    await run(folder, '--cache');
    expect(known()).toEqual([]);
    waitAnHour();
    await run(folder, '--cache');
    reads.mockClear();
    await run(folder, '--cache');
    expect(known()).toHaveLength(6);
  });

  it('forgets files that are gone, and reports that nobody has asked for in a while', async () => {
    const folder = start();
    await run(folder, '--cache');
    rmSync(path.join(folder, 'z/f.yaml'));
    rmSync(path.join(folder, 'b.yaml'));
    for (let day = 1; day < 12; day++) await run(folder, '--cache', `--date=2026-03-${String(day).padStart(2, '0')}`);
    const names = readdirSync(path.join(folder, CACHE));
    expect(names.filter((one) => one.startsWith('result-')).length).toBeLessThanOrEqual(8);
    const flows = names.find((one) => one.startsWith('flows-')) ?? '';
    expect(readFileSync(path.join(folder, CACHE, flows), 'utf8')).not.toMatch(/"path":"(?:b|z\/f)\.yaml"/u);
  });

  it('is asked for by an argument or the config, and lies where it is told', async () => {
    const folder = start();
    await run(folder);
    expect(existsSync(path.join(folder, CACHE))).toBe(false);
    put(folder, 'carelint.yaml', `${CONFIG}cache: true\n`);
    await run(folder, '--no-cache');
    expect(existsSync(path.join(folder, CACHE))).toBe(false);
    await run(folder);
    expect(readFileSync(path.join(folder, CACHE, '.gitignore'), 'utf8')).toBe('*\n');
    await run(folder, '--cache-location=kept/here');
    const { out } = await run(folder, '--cache-location=kept/here');
    // The cache itself is nothing to judge.
    expect(JSON.parse(out)).toMatchObject({ coverage: { files: 6 } });
    mkdirSync(path.join(folder, 'node_modules'));
    await run(folder);
    expect(readdirSync(path.join(folder, 'node_modules/.cache/carelint'))).not.toEqual([]);
  });
});

describe('a cache that is not whole', () => {
  const damages: readonly (readonly [string, (bytes: Buffer) => Buffer])[] = [
    ['cut off', (bytes) => bytes.subarray(0, bytes.length / 2)],
    ['empty', () => Buffer.alloc(0)],
    ['with another byte', (bytes) => Buffer.from(bytes.toString('latin1').replace(/.$/u, 'x'), 'latin1')],
    ['of another form', (bytes) => Buffer.from(bytes.toString('utf8').replace('"form":1', '"form":2'))],
    ['of garbage with the right sum', (bytes) => forged(bytes, Buffer.from('[["no rule"]]'))],
    [
      'of other garbage with the right sum',
      (bytes) => forged(bytes, Buffer.from('["no rule"]\n{"path":"a.yaml","digest":"","is":"read","problems":[],"steps":0,"judged":[{}]}')),
    ],
    ['of nothing with the right sum', (bytes) => forged(bytes, Buffer.from('null'))],
  ];
  const forged = (bytes: Buffer, content: Buffer): Buffer => {
    const head = JSON.parse(bytes.toString('utf8', 0, bytes.indexOf(10))) as object;
    return Buffer.concat([Buffer.from(`${JSON.stringify({ ...head, sha256: sha256(content) })}\n`), content]);
  };

  it.each(damages)('is made anew: %s', async (_, damage) => {
    const folder = start();
    const cold = await run(folder, '--cache');
    const cache = path.join(folder, CACHE);
    const whole = path.join(folder, '.whole');
    cpSync(cache, whole, { recursive: true });
    for (const file of readdirSync(cache).filter((one) => one !== '.gitignore')) {
      rmSync(cache, { recursive: true });
      cpSync(whole, cache, { recursive: true });
      writeFileSync(path.join(cache, file), damage(readFileSync(path.join(cache, file))));
      expect(await run(folder, '--cache')).toEqual(cold);
      expect(remembered((await run(folder, '--cache', '--stats')).err)).toBe(6);
    }
  });

  it('is said once where it cannot be written, and the report is what it is', async () => {
    const folder = start();
    const cold = await run(folder);
    put(folder, '.taken', 'a file');
    const warm = await run(folder, '--cache-location=.taken');
    expect(warm).toEqual({
      ...cold,
      err: 'The cache: `.taken` cannot be written: a file is in the way. The report is complete; the next run has to read everything again.\n',
    });
    const below = await run(folder, '--cache-location=.taken/below');
    expect(below.err).toContain('what should be its folder is a file');
  });
});

import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { writeBaseline } from '../src/baseline/write-baseline.js';
import { runProgram } from '../src/program.js';
import { folderWith, heard } from './folder.js';

const RULE = (id: string, level = 'error'): string => `rule: ${id}
title: Nobody talks to a machine
suffers: They talk to a machine.
about: flow
level: ${level}
certainty: high
forbid: { step: voicemail }
message: A machine answers.
instead: Let a person answer.
sources: [{ seed: M1 }]
`;
const flow = (name: string, boxes: readonly string[], before = ''): string =>
  [
    `${before}flow: ${name}`,
    'channel: phone',
    'role: entry',
    'steps:',
    '  - say: Hello.',
    ...boxes.map((box) => `  - voicemail: ${box}`),
    '  - end: solved',
    '',
  ].join('\n');
const POLICY = { 'carelint.yaml': 'extends: ["./pack.yaml"]\n', 'pack.yaml': 'rules: { own/box: error }\n', 'policies/box/rule.yaml': RULE('box') };
const boxes = (count: number, prefix = 'Box'): string[] => Array.from({ length: count }, (_, index) => `${prefix} ${String(index)}`);

interface Told {
  readonly findings: readonly {
    readonly rule: string;
    readonly file: string;
    readonly line: number;
    readonly journey: readonly { readonly label: string }[];
  }[];
  readonly exceptions: readonly { readonly by: string; readonly rule: string; readonly file: string; readonly hides: readonly string[] }[];
  readonly summary: Readonly<Record<string, number>>;
  readonly baseline?: { readonly hides: number; readonly since?: string; readonly stale: readonly { readonly file: string; readonly why: string }[] };
}

/** A folder in which one runs after the other. */
const house = (files: Readonly<Record<string, string>>) => {
  const folder = folderWith({ ...POLICY, ...files });
  const run = async (...args: readonly string[]) => {
    const output = heard();
    const status = await runProgram(args, output, folder);
    return { status, out: output.outText(), inOneLine: output.outText().replace(/\s+/gu, ' '), err: output.errText() };
  };
  const json = async (...args: readonly string[]): Promise<Told> => JSON.parse((await run('--format', 'json', ...args)).out) as Told;
  const write = (name: string, text: string): void => {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), text);
  };
  const read = (name = 'carelint-baseline.json'): string => readFileSync(path.join(folder, name), 'utf8');
  return { folder, run, json, write, read };
};

const places = ({ findings }: Told): readonly string[] => findings.map(({ file, line }) => `${file}:${String(line)}`);
const staleIn = ({ baseline }: Told): readonly string[] => (baseline?.stale ?? []).map(({ file, why }) => `${file} ${why}`);

describe('a repository with 1,000 findings', () => {
  const FILES = Object.fromEntries(
    Array.from({ length: 100 }, (_, index) => [`flows/f${String(index).padStart(3, '0')}.yaml`, flow(`flow-${String(index)}`, boxes(10))]),
  );

  it('is told exactly what is new: one new, one moved, one mended, one swapped', async () => {
    const { run, json, write, read } = house(FILES);
    expect((await json()).findings).toHaveLength(1000);
    const { status, err, out } = await run('--update-baseline', '--date', '2026-11-01');
    expect({ status, err }).toEqual({ status: 0, err: 'The baseline `carelint-baseline.json` knows 1000 findings: 1000 new, 0 taken out.\n' });
    expect(out).toContain('Nothing new found.');
    expect(read().split('\n')).toHaveLength(1000 + 4);

    write('flows/f005.yaml', flow('flow-5', [...boxes(4), 'Brand new', ...boxes(10).slice(4)]));
    write('flows/f007.yaml', flow('flow-7', [...boxes(10)].reverse(), '# moved\n\n\n'));
    write('flows/f009.yaml', flow('flow-9', boxes(9)));
    write('flows/f011.yaml', flow('flow-11', [...boxes(3), 'Swapped', ...boxes(10).slice(4)]));
    const report = await json();
    expect(places(report)).toEqual(['flows/f005.yaml:10', 'flows/f011.yaml:9']);
    expect(staleIn(report)).toEqual(['flows/f009.yaml mended', 'flows/f011.yaml mended']);
    expect(report.baseline).toMatchObject({ hides: 998, since: '2026-11-01' });
    expect(report.summary).toMatchObject({ error: 2, waived: 0 });
    expect(report.exceptions.filter(({ by }) => by === 'baseline').flatMap(({ hides }) => hides)).toHaveLength(998);
    const shown = await run();
    expect(shown.status).toBe(1);
    expect(shown.inOneLine).toContain(
      '998 findings known from the baseline (carelint-baseline.json, since 2026-11-01) not shown. More in it is 2 mended: `carelint check --prune` takes it out.',
    );

    const before = read();
    expect((await run('--prune')).err).toBe('The baseline `carelint-baseline.json` knows 998 findings: 0 new, 2 taken out.\n');
    const after = read();
    expect(before.split('\n').filter((line) => !after.split('\n').includes(line))).toHaveLength(2);
    expect(after.split('\n').filter((line) => !before.split('\n').includes(line))).toEqual([]);
    expect(places(await json())).toEqual(['flows/f005.yaml:10', 'flows/f011.yaml:9']);
    expect((await run('--update-baseline')).err).toContain('knows 1000 findings: 2 new, 0 taken out');
    expect((await run()).status).toBe(0);
  });
});

describe('a baseline', () => {
  const TWO = { 'a.yaml': flow('a', ['One', 'Two']), 'b.yaml': flow('b', ['One']) };

  it('is touched only where something was looked at', async () => {
    const { run, write, read, json } = house(TWO);
    await run('--update-baseline', '--date', '2026-11-01');
    write('a.yaml', flow('a', ['Two', 'Three']));
    write('b.yaml', flow('b', []));
    expect((await run('a.yaml', '--update-baseline', '--date', '2026-11-02')).err).toContain('knows 3 findings: 1 new, 1 taken out');
    expect(Object.values(JSON.parse(read()) as object).map((entry: { since?: string }) => entry.since)).toEqual(
      expect.arrayContaining(['2026-11-01', '2026-11-02', '2026-11-01']),
    );
    expect(staleIn(await json('a.yaml'))).toEqual([]);
    expect(staleIn(await json())).toEqual(['b.yaml mended']);
    expect((await run('--prune', '--skip', 'own/box')).err).toContain('nothing new, nothing taken out');
  });

  it('is the same from wherever it is run, and follows a renamed file', async () => {
    const { folder, run, json, read } = house({ ...POLICY, 'flows/a.yaml': TWO['a.yaml'] });
    await run('--update-baseline');
    const written = read();
    const output = heard();
    expect(await runProgram(['a.yaml', '--format', 'json'], output, path.join(folder, 'flows'))).toBe(0);
    expect(await runProgram(['a.yaml', '--update-baseline'], heard(), path.join(folder, 'flows'))).toBe(0);
    expect(read()).toBe(written);
    renameSync(path.join(folder, 'flows/a.yaml'), path.join(folder, 'flows/z.yaml'));
    expect(await json()).toMatchObject({ findings: [], baseline: { hides: 2, stale: [] } });
    await run('--update-baseline');
    expect(read()).toBe(written.replaceAll('flows/a.yaml', 'flows/z.yaml'));
  });

  it('says that a file has gone, and keeps what lies outside what was named', async () => {
    const { folder, json } = house({ 'x/a.yaml': TWO['a.yaml'], 'y/b.yaml': TWO['b.yaml'] });
    await runProgram(['--update-baseline'], heard(), folder);
    rmSync(path.join(folder, 'y/b.yaml'));
    expect(staleIn(await json('x'))).toEqual([]);
    expect(staleIn(await json())).toEqual(['y/b.yaml file-gone']);
  });

  it('does not need what a waiver hides, and never hides what is said of waivers', async () => {
    const { run, json, write } = house(TWO);
    await run('--update-baseline');
    const waiver = (until: string): string =>
      `extends: ["./pack.yaml"]\nwaivers:\n  - { rule: own/box, file: b.yaml, because: New system., owner: Jane Ito, until: ${until} }\n`;
    write('carelint.yaml', waiver('2999-01-01'));
    expect(await json()).toMatchObject({
      findings: [],
      summary: { waived: 1 },
      baseline: { hides: 2, stale: [{ file: 'b.yaml', why: 'excepted' }] },
    });
    await run('--prune');
    write('carelint.yaml', waiver('2020-01-01'));
    await run('a.yaml', '--update-baseline');
    expect((await json()).findings.map(({ rule }) => rule)).toEqual(['own/box', 'expired-waiver']);
  });

  it('hides a finding at whatever level', async () => {
    const { run, write } = house(TWO);
    await run('--update-baseline');
    for (const level of ['advice', 'warning', 'error']) {
      write('pack.yaml', `rules: { own/box: ${level} }\n`);
      expect(await run('--fail-on', 'advice', '--fail-on-stale')).toMatchObject({ status: 0, err: '' });
    }
  });

  it('fails for what is mended only where that is asked for', async () => {
    const { run, write } = house(TWO);
    await run('--update-baseline');
    write('b.yaml', flow('b', []));
    expect((await run('--fail-on', 'advice')).status).toBe(0);
    expect((await run('--fail-on-stale', '--fail-on', 'never')).status).toBe(1);
    expect((await run('--fail-on-stale', '--prune')).status).toBe(0);
  });

  it('is named in the config or by an option, and put aside by none', async () => {
    const { run, write, read } = house({ ...TWO, 'carelint.yaml': 'extends: ["./pack.yaml"]\nbaseline: ci/known.json\n' });
    expect(await run()).toMatchObject({
      status: 2,
      err: 'carelint.yaml:2:11: There is no baseline `ci/known.json`. Write it with `carelint check --update-baseline`.\n',
    });
    expect(await run('--update-baseline')).toMatchObject({
      status: 2,
      err: '`ci/known.json` cannot be written: its folder does not exist. Make the folder first.\n',
    });
    write('ci/.gitkeep', '');
    expect((await run('--update-baseline')).status).toBe(0);
    expect(Object.keys(JSON.parse(read('ci/known.json')) as object)[0]).toMatch(/^\.\.\/a\.yaml#[0-9a-f]{24}$/u);
    expect((await run()).status).toBe(0);
    expect((await run('--baseline', 'none')).status).toBe(1);
    expect(await run('--baseline', 'other.json')).toMatchObject({ status: 2, err: /There is no baseline `other\.json`/u });
  });

  it.each([
    ['{', [], /carelint-baseline\.json:1:2: /u],
    ['{}', [], 'carelint-baseline.json: This is no baseline of carelint.'],
    ['[]', [], 'carelint-baseline.json: This is no baseline of carelint.'],
    ['null', [], 'carelint-baseline.json: This is no baseline of carelint.'],
    ['{ "carelint-baseline": 2 }', [], 'written by a newer carelint (its version is 2)'],
    ['{\n  "a.yaml": {},\n  "carelint-baseline": 1\n}', [], 'carelint-baseline.json:2:3: '],
    ['{\n  "a.yaml#5d41402abc4b2a765d41402a": {"rule":"x","artefact":"a","message":"m"},\n  "carelint-baseline": 1\n}', [], 'needs `since`'],
    ['{\n<<<<<<< HEAD\n  "x": 1,\n=======\n>>>>>>> other\n}', [], 'carelint-baseline.json:2:1: Here git could not merge two baselines.'],
    [undefined, ['--prune'], 'There is no baseline for `--prune`.'],
    [undefined, ['--fail-on-stale'], 'There is no baseline for `--fail-on-stale`.'],
    [undefined, ['--update-baseline', '--baseline', 'none'], '`--update-baseline` and `--baseline none` ask for the opposite.'],
  ])('%j with %j is a mistake', async (text, args, message) => {
    const { run, folder } = house({ ...TWO, ...(text === undefined ? {} : { 'carelint-baseline.json': text }) });
    const { status, out, err } = await run(...args);
    expect({ status, out }).toEqual({ status: 2, out: '' });
    expect(err).toMatch(typeof message === 'string' ? new RegExp(message.replace(/[\\^$.*+?()[\]{}|]/gu, '\\$&'), 'u') : message);
    if (text !== undefined) expect(readFileSync(path.join(folder, 'carelint-baseline.json'), 'utf8')).toBe(text);
  });

  it('keeps the contract of the report', async () => {
    const { run, write, read } = house(TWO);
    await run('--update-baseline');
    write('b.yaml', flow('b', ['New']));
    write('c.yaml', flow('c', ['New']));
    const schemas = new URL('../../policy-schema/package.json', import.meta.url);
    const { default: Ajv } = createRequire(schemas)('ajv/dist/2020.js') as {
      default: new (options: object) => { compile: (schema: object) => { (value: unknown): boolean; errors?: unknown } };
    };
    const schemaOf = (name: string): object => JSON.parse(readFileSync(new URL(`schemas/${name}.schema.json`, schemas), 'utf8')) as object;
    const told = JSON.parse((await run('--format', 'json')).out) as Told;
    expect(told).toMatchObject({ findings: [{ file: 'b.yaml' }, { file: 'c.yaml' }], baseline: { stale: [{ file: 'b.yaml' }] } });
    for (const [name, value] of [
      ['report', told],
      ['baseline', JSON.parse(read()) as object],
    ] as const) {
      const validate = new Ajv({ strict: false, validateFormats: false }).compile(schemaOf(name));
      validate(value);
      expect(validate.errors ?? null).toBeNull();
    }
  });

  it('is suppressed in SARIF and left out of GitHub', async () => {
    const { run, write, read } = house(TWO);
    await run('--update-baseline');
    write('b.yaml', flow('b', ['One', 'New']));
    const { out } = await run('--format', 'sarif=out.sarif', '--format', 'github', '--format', 'code-scanning=cs.sarif');
    const results = (name: string) =>
      (JSON.parse(read(name)) as { runs: [{ results: { baselineState: string; suppressions?: { kind: string }[] }[] }] }).runs[0].results;
    expect(results('out.sarif').map(({ baselineState, suppressions }) => [baselineState, suppressions?.map(({ kind }) => kind)])).toEqual([
      ['new', []],
      ['unchanged', ['external']],
      ['unchanged', ['external']],
      ['unchanged', ['external']],
    ]);
    expect(results('cs.sarif')).toHaveLength(1);
    expect(out.match(/^::error /gmu)).toHaveLength(1);
  });
});

describe('writing a baseline', () => {
  const entry = (file: string, print: string) => ({
    file,
    rule: 'own/box',
    artefact: 'a',
    message: 'm',
    since: '2026-11-01',
    fingerprint: print.padEnd(24, '0'),
  });

  it('lays what changed over what another run has written meanwhile', async () => {
    const folder = folderWith({});
    const file = path.join(folder, 'b.json');
    await writeBaseline(file, [], [entry('x.yaml', 'a')], folder);
    const parts = ['1', '2', '3', '4', '5'].map((print) => [entry('x.yaml', 'a'), entry(`y${print}.yaml`, print)]);
    await Promise.all(parts.map((after) => writeBaseline(file, [entry('x.yaml', 'a')], after, folder)));
    expect(Object.keys(JSON.parse(readFileSync(file, 'utf8')) as object)).toHaveLength(7);
    expect(readdirSync(folder)).toEqual(['b.json']);
  });

  it('waits no longer for a run that was killed, and keeps a link', async () => {
    const folder = folderWith({ 'real.json': '{ "carelint-baseline": 1 }', '.real.json.lock': '' });
    utimesSync(path.join(folder, '.real.json.lock'), 1, 1);
    symlinkSync('real.json', path.join(folder, 'link.json'));
    await writeBaseline(path.join(folder, 'link.json'), [], [entry('x.yaml', 'a')], folder);
    expect(Object.keys(JSON.parse(readFileSync(path.join(folder, 'real.json'), 'utf8')) as object)).toHaveLength(2);
    expect(existsSync(path.join(folder, '.real.json.lock'))).toBe(false);
  });
});

import { readFileSync, writeFileSync, existsSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { validate } from '@carelint/policy-schema';
import { describe, expect, it } from 'vitest';
import { daysOf, parseHistory } from '../src/history/history-file.js';
import { withToday } from '../src/history/record.js';
import { runProgram } from '../src/program.js';
import type { Spot } from '../src/score/snapshot.js';
import { folderWith, heard } from './folder.js';

/** A flow that cuts off whoever fails, and whoever says nothing, unless these are mended. */
const flow = (name: string, mended: { readonly fails?: boolean; readonly silent?: boolean } = {}, above = ''): string => `${above}flow: ${name}
channel: phone
language: en
steps:
  - menu: What is it about?
    choices:
      1 My bill: check
      2 A person: desk
    if-silent: ${mended.silent === true ? 'desk' : 'bye'}
    if-unclear: desk
parts:
  check:
    - verify: password
      saying: Please say your password.
      if-wrong: ${mended.fails === true ? 'desk' : 'bye'}
      if-silent: desk
      if-broken: desk
      then: desk
  desk:
    - callback: Desk
      within: 1 hour
      by: same-person
    - end: arranged
  bye:
    - say: Goodbye.
    - end: not-solved
`;
const CONFIG = 'extends: [recommended]\nfiles: [flows]\n';

interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

const run = async (cwd: string, ...args: readonly string[]): Promise<Ran> => {
  const output = heard();
  const code = await runProgram(args, output, cwd);
  return { code, out: output.outText(), err: output.errText() };
};

interface Told {
  readonly overall: { readonly score: number; readonly broken: number };
  readonly promises: readonly { readonly name: string; readonly score: number }[];
  readonly missing: readonly { readonly points: number; readonly rule: string; readonly findings: readonly { readonly accepted?: string }[] }[];
  readonly trend?: { readonly notes: readonly string[]; readonly came?: readonly Spot[]; readonly went?: readonly Spot[] };
  readonly against?: { readonly notes: readonly string[]; readonly overall: { readonly by: number } };
  readonly notes: readonly string[];
}
const told = async (cwd: string, ...args: readonly string[]): Promise<Told> => {
  const { out, err } = await run(cwd, 'score', '--format', 'json', ...args);
  expect(err).toBe('');
  return JSON.parse(out) as Told;
};

const rulesOf = (spots: readonly Spot[] = []): readonly string[] => spots.map(({ rule, file }) => `${rule ?? ''} ${file ?? ''}`).sort();

describe('carelint score', () => {
  it('traces every point that is missing to findings', async () => {
    const cwd = folderWith({ 'carelint.yaml': CONFIG, 'flows/a.yaml': flow('a'), 'flows/b.yaml': flow('b', { fails: true }) });
    const { overall, missing, promises } = await told(cwd);
    expect(Math.abs(100 - missing.reduce((sum, { points }) => sum + points, 0) - overall.score)).toBeLessThan(0.2);
    expect(missing.every(({ findings }) => findings.length > 0)).toBe(true);
    expect(missing.length).toBe(overall.broken);
    const part = await told(cwd, '--explain', 'let-them-in');
    const score = promises.find(({ name }) => name === 'let-them-in')?.score ?? NaN;
    expect(Math.abs(100 - part.missing.reduce((sum, { points }) => sum + points, 0) - score)).toBeLessThan(0.2);
    const { out } = await run(cwd, 'score', '--explain', 'let-them-in');
    expect(out).toMatch(/Points that Let them in lacks: 100 less [\d.]+\n +[\d.]+ {2}error {4}verify-failure-dead-end {2}flows\/a\.yaml \(phone\)/u);
    expect((await run(cwd, 'score', '--explain', 'let-them-on')).err).toMatch(/Did you mean `let-them-in`\?/u);
  });

  it('counts what a baseline knows like all else, and says so', async () => {
    const cwd = folderWith({ 'carelint.yaml': CONFIG, 'flows/a.yaml': flow('a') });
    const before = await told(cwd);
    expect((await run(cwd, 'check', '--update-baseline')).code).toBe(0);
    const after = await told(cwd);
    expect(after.overall).toEqual(before.overall);
    expect(after.missing.flatMap(({ findings }) => findings).every(({ accepted }) => accepted === 'baseline')).toBe(true);
    expect((await run(cwd, 'score')).out).toMatch(/accepted\./u);
  });

  it('is no exit code, but for --min-score', async () => {
    const cwd = folderWith({ 'carelint.yaml': CONFIG, 'flows/a.yaml': flow('a') });
    const { overall } = await told(cwd);
    expect((await run(cwd, 'score')).code).toBe(0);
    for (const command of [['score'], ['check', '--fail-on', 'never']]) {
      expect(await run(cwd, ...command, '--min-score', String(overall.score))).toMatchObject({ code: 0, err: '' });
      const below = await run(cwd, ...command, '--min-score', '100');
      expect(below).toMatchObject({
        code: 1,
        err: expect.stringContaining(`The score is ${overall.score.toFixed(1)}, and --min-score asks for 100.`) as string,
      });
      expect(await run(cwd, ...command, '--min-score', '101')).toMatchObject({
        code: 2,
        err: '`--min-score 101` is no score. Write a number from 0 to 100.\n',
      });
    }
    const empty = folderWith({ 'notes.txt': 'nothing' });
    expect(await run(empty, 'score', '--min-score', '1')).toMatchObject({
      code: 1,
      err: expect.stringContaining('nothing could be judged') as string,
    });
  });

  it('in Markdown is a table in which nothing from a file is markup', async () => {
    const cwd = folderWith({ 'flows/a.yaml': flow('a').replace('Please say your password.', '<b>|x|</b> [y](z)') });
    const { out } = await run(cwd, 'score', '--format', 'markdown', '--explain');
    expect(out).toMatch(/^\| Let them in \| [\d.]+ \| 100 % \| \d+ of \d+ \|$/mu);
    expect(out).not.toContain('<b>');
    expect(out).not.toContain('[y](z)');
  });
});

describe('the history', () => {
  it('tells which findings came and went, whatever moved', async () => {
    const cwd = folderWith({ 'carelint.yaml': CONFIG, 'flows/a.yaml': flow('a'), 'flows/b.yaml': flow('b', { silent: true }) });
    await told(cwd, '--record', '--date', '2026-10-01');
    // Mended in a, broken anew in b, and everything moved down.
    writeFileSync(path.join(cwd, 'flows/a.yaml'), flow('a', { fails: true }, '# Moved.\n\n'));
    writeFileSync(path.join(cwd, 'flows/b.yaml'), flow('b', {}, '# Moved.\n'));
    const { trend } = await told(cwd, '--record', '--date', '2026-11-01', '--trend');
    expect(rulesOf(trend?.went)).toContain('verify-failure-dead-end flows/a.yaml');
    expect(rulesOf(trend?.came).every((spot) => spot.endsWith('flows/b.yaml'))).toBe(true);
    expect(rulesOf(trend?.came).length).toBeGreaterThan(0);
    const again = await told(cwd, '--date', '2026-11-02', '--trend', '2026-11-01');
    expect(again.trend).toMatchObject({ came: [], went: [], notes: [] });
    const text = readFileSync(path.join(cwd, 'carelint-history.jsonl'), 'utf8');
    expect(text.trimEnd().split('\n')).toHaveLength(2);
    // The second line holds only the difference.
    expect(text.split('\n')[1]).toMatch(/"came":.*"went":/u);
    await told(cwd, '--record', '--date', '2026-11-01');
    expect(readFileSync(path.join(cwd, 'carelint-history.jsonl'), 'utf8')).toBe(text);
  });

  it.each([
    ['2026-09-30', /The history begins on 2026-10-01, after 2026-09-30\./u],
    ['nowhere', /There is no file, no day of the history and no commit `nowhere`/u],
    ['--output', /There is no file, no day of the history and no commit|argument/u],
  ])('says so where nothing is known of %s', async (when, message) => {
    const cwd = folderWith({ 'carelint.yaml': CONFIG, 'flows/a.yaml': flow('a') });
    await told(cwd, '--record', '--date', '2026-10-01');
    const ran = await run(cwd, 'score', `--trend=${when}`);
    expect(ran).toMatchObject({ code: 2, err: expect.stringMatching(message) as string });
  });

  it('loses nothing of what cannot be read, and says where and what to do', async () => {
    const cwd = folderWith({ 'carelint.yaml': CONFIG, 'flows/a.yaml': flow('a') });
    const file = path.join(cwd, 'carelint-history.jsonl');
    await told(cwd, '--record', '--date', '2026-10-01');
    const [good = ''] = readFileSync(file, 'utf8').split('\n');
    const bad = ['<<<<<<< ours', good.slice(0, 90), '=======', '{"date":"2026-10-02"}', '>>>>>>> theirs'];
    writeFileSync(file, [good, ...bad, ''].join('\n'));
    const { notes, trend } = await told(cwd, '--record', '--date', '2026-11-01', '--trend');
    expect(notes).toHaveLength(5);
    expect(notes[0]).toBe('carelint-history.jsonl:2: Here git could not merge two histories. Keep the lines of both sides, and take its marks away.');
    expect(notes[1]).toMatch(/^carelint-history\.jsonl:3: This line is no JSON/u);
    expect(notes[3]).toMatch(/^carelint-history\.jsonl:5: .*Take the line back from git, or remove it\.$/u);
    expect(trend).toMatchObject({ came: [], went: [] });
    const lines = readFileSync(file, 'utf8').trimEnd().split('\n');
    expect(lines.slice(0, 6)).toEqual([good, ...bad]);
    expect(lines[6]).toContain('"all":');
  });

  it('is whole after two runs at once', async () => {
    const cwd = folderWith({ 'carelint.yaml': CONFIG, 'flows/a.yaml': flow('a') });
    await Promise.all(['2026-10-01', '2026-10-02', '2026-10-01'].map((date) => run(cwd, 'score', '--record', '--date', date)));
    const { recorded, bad } = parseHistory(readFileSync(path.join(cwd, 'carelint-history.jsonl'), 'utf8'), 'h');
    expect(bad).toEqual([]);
    expect(new Set(recorded.map(({ written }) => written.date))).toEqual(new Set(['2026-10-01', '2026-10-02']));
  });

  const standing = { score: 50, coverage: 100, kept: 1, broken: 1, unknown: 0 };
  const toldOf = (date: string) => ({
    ...{ date, tool: '0', rules: 'r', overall: standing, promises: [], touchpoints: [] },
    findings: { error: 0, warning: 0, advice: 0 },
  });
  const findingsOf = (numbers: readonly number[]): ReadonlyMap<string, Spot> =>
    new Map(numbers.map((n) => [n.toString(16).padStart(24, '0'), { rule: `r${n % 3}`, file: `f${n % 5}.yaml` }]));
  const day = (number: number): string => new Date(Date.UTC(2020, 0, 1 + number)).toISOString().slice(0, 10);

  it('gives back the findings of every day, however they changed, and stays small', () => {
    const sets = fc.array(fc.uniqueArray(fc.nat(12), { maxLength: 8 }), { minLength: 1, maxLength: 70 });
    fc.assert(
      fc.property(sets, (days) => {
        let text = '';
        days.forEach((numbers, index) => {
          text = withToday(text === '' ? undefined : parseHistory(text, 'h'), toldOf(day(index)), findingsOf(numbers));
        });
        const history = parseHistory(text, 'h');
        expect(history.bad).toEqual([]);
        expect(daysOf(history).map(({ findings }) => [...findings.keys()].sort())).toEqual(
          days.map((numbers) => [...findingsOf(numbers).keys()].sort()),
        );
      }),
      { numRuns: 30 },
    );
    let text = '';
    for (let index = 0; index < 1200; index++) {
      text = withToday(text === '' ? undefined : parseHistory(text, 'h'), toldOf(day(index)), findingsOf([index % 7, 20]));
    }
    const { recorded } = parseHistory(text, 'h');
    expect(recorded.length).toBeLessThanOrEqual(430);
    for (const {
      written: { date },
      findings,
    } of recorded) {
      const index = Math.round((Date.parse(date) - Date.UTC(2020, 0, 1)) / 86_400_000);
      expect([...findings.keys()].sort()).toEqual([...findingsOf([index % 7, 20]).keys()].sort());
    }
  }, 60_000);

  it('of two branches is that of both when git has joined their lines', () => {
    const base = withToday(undefined, toldOf('2026-01-01'), findingsOf([1, 2]));
    const [ours, theirs] = [
      withToday(parseHistory(base, 'h'), toldOf('2026-01-02'), findingsOf([1, 2, 3])),
      withToday(parseHistory(base, 'h'), toldOf('2026-01-03'), findingsOf([1, 4])),
    ];
    const joined = parseHistory(ours + theirs.slice(base.length), 'h');
    expect([...(joined.recorded.at(-1)?.findings.keys() ?? [])].sort()).toEqual([...findingsOf([1, 3, 4]).keys()].sort());
  });
});

describe('a JSON report of an earlier run', () => {
  it('can be compared with, baseline and all', async () => {
    const cwd = folderWith({ 'carelint.yaml': CONFIG, 'flows/a.yaml': flow('a') });
    await run(cwd, 'check', '--update-baseline');
    await run(cwd, 'check', '--format', 'json=report.json');
    expect((await told(cwd, '--trend', 'report.json')).trend).toMatchObject({ came: [], went: [], overall: { by: 0 } });
    writeFileSync(path.join(cwd, 'flows/a.yaml'), flow('a', { fails: true }));
    const { trend } = await told(cwd, '--trend', 'report.json');
    expect(trend?.came).toEqual([]);
    expect(trend?.went?.length).toBeGreaterThan(0);
  });

  it('is believed in nothing', async () => {
    const cwd = folderWith({ 'flows/a.yaml': flow('a') });
    const hostile = [
      '[]',
      '{',
      '{"schemaVersion":2,"findings":[]}',
      JSON.stringify({
        schemaVersion: 1,
        findings: [null, 7, { fingerprint: 7 }, { fingerprint: '__proto__', rule: {}, promise: 1 }],
        exceptions: [{ hides: 3 }],
      }),
      JSON.stringify({ schemaVersion: 1, findings: [], score: { cells: [{ kept: -1 }, { kept: 2 ** 60 }, { kept: 'x' }, null] } }),
      JSON.stringify({ schemaVersion: 1, findings: [], score: 'no', exceptions: 'no', narrowed: 1 }),
    ];
    for (const text of hostile) {
      writeFileSync(path.join(cwd, 'r.json'), text);
      const { code, err } = await run(cwd, 'score', '--trend', 'r.json');
      expect(code).toBe(err === '' ? 0 : 2);
      if (code === 2) expect(err).toMatch(/^r\.json: This is no report of carelint\./u);
    }
  });
});

describe('a summary for others', () => {
  const own = `rule: no-secret\ntitle: No secret\nsuffers: They wait.\nabout: flow\nlevel: error\ncertainty: high\nforbid: { step: { kind: verify } }\nmessage: A secret.\ninstead: Leave it.\n`;

  it('holds nothing of what is in the files, and fits its schema', async () => {
    const cwd = folderWith({
      'carelint.yaml': CONFIG,
      'policies/secret-promise/no-secret/rule.yaml': own,
      'flows/zz-name.yaml': flow('inner-flow'),
    });
    const ran = await run(cwd, 'score', '--publish', 'summary.json', '--as', 'Example Telecom');
    expect(ran).toMatchObject({ code: 0, err: '' });
    const text = readFileSync(path.join(cwd, 'summary.json'), 'utf8');
    for (const inner of ['secret', 'zz-name', 'inner', 'flows/', 'Please', 'Desk', cwd]) expect(text).not.toContain(inner);
    const summary = JSON.parse(text) as { 'own-rules': number; name: string };
    expect(validate('summary', summary)).toEqual([]);
    expect(summary).toMatchObject({ 'own-rules': 1, name: 'Example Telecom' });
  });

  it('is compared with what is here, and what cannot be compared is said', async () => {
    const cwd = folderWith({ 'carelint.yaml': CONFIG, 'flows/a.yaml': flow('a'), 'flows/b.yaml': flow('b', { fails: true, silent: true }) });
    await run(cwd, 'score', '--publish', 'same.json');
    const same = await told(cwd, '--against', 'same.json');
    expect(same.against).toMatchObject({ notes: [], overall: { by: 0 } });
    const published = JSON.parse(readFileSync(path.join(cwd, 'same.json'), 'utf8')) as { rules: Record<string, string> };
    const { 'verify-failure-dead-end': _, ...rules } = published.rules;
    writeFileSync(
      path.join(cwd, 'other.json'),
      JSON.stringify({
        ...published,
        tool: '9.0.0',
        rules: { ...rules, 'no-human-route': 'advice', 'new-rule': 'error' },
        tuned: ['menu-too-deep'],
        'own-rules': 3,
      }),
    );
    const { against } = await told(cwd, '--against', 'other.json');
    expect(against?.notes).toEqual([
      'They were measured by carelint 9.0.0, and here it is 0.0.0: rules may judge otherwise.',
      "Not the same rules: 1 rule ran only here, 1 rule only there, 1 rule at another level, 1 rule with options of somebody's own.",
      '3 rules of their own are left out of the comparison.',
    ]);
    expect((await run(cwd, 'score', '--against', 'other.json')).out).toMatch(
      /Let them in +[\d.]+ → +[\d.]+ +0\.0 {2}on both sides only \d questions/u,
    );
    writeFileSync(path.join(cwd, 'bad.json'), '{ "carelint-summary": 1 }');
    expect(await run(cwd, 'score', '--against', 'bad.json')).toMatchObject({ code: 2, err: expect.stringMatching(/^bad\.json:1:1: /u) as string });
    expect(existsSync(path.join(cwd, 'carelint-history.jsonl'))).toBe(false);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Artefact } from '../../src/model/artefact.js';
import type { Step } from '../../src/model/step.js';
import type { Verdict } from '../../src/policy/verdict.js';
import { exitCode } from '../../src/report/report.js';
import { settle } from '../../src/report/settle.js';
import type { Waiver } from '../../src/report/waive.js';
import { artefact, input, moment, rule, step, verdict } from './builders.js';

const flow = artefact('a');
const other = artefact('b');
const [one, two, end] = [step('one', 'verify'), step('two', 'queue'), step('end', 'end')];
const TEXTS = { 'a.yaml': 'zero\none\ntwo\nend', 'b.yaml': 'two\none' };

const waiver = (over: Partial<Waiver> = {}): Waiver => ({
  rule: 'dead-end',
  file: 'a.yaml',
  matches: (path) => path === 'a.yaml',
  because: 'New system.',
  owner: 'Jane Ito',
  until: '2027-03-31',
  path: 'carelint.yaml',
  place: { line: 9, column: 5, endLine: 9, endColumn: 6 },
  ...over,
});

describe('settle', () => {
  it('places findings and puts them in the order of files, lines and rules', () => {
    const { findings } = settle(
      [verdict(other, rule('x'), one), verdict(flow, rule('y'), two), verdict(flow, rule('z'), one), verdict(flow, rule('x'), one)],
      input(TEXTS),
    );
    expect(findings.map(({ file, line, rule: id }) => `${file}:${line} ${id}`)).toEqual(['a.yaml:2 x', 'a.yaml:2 z', 'a.yaml:3 y', 'b.yaml:2 x']);
  });

  it('tells the journey with a place for every station', () => {
    const journey = [moment(flow, one), moment(other, two, { event: 'failure', label: 'x', text: 'Wait.' })];
    const [finding] = settle([verdict(flow, rule('x'), one, { journey })], input(TEXTS)).findings;
    expect(finding?.journey).toEqual([
      {
        step: 'one',
        kind: 'verify',
        label: 'one',
        artefact: 'a',
        told: ['has to prove who they are (one)', 'fails the check'],
        file: 'a.yaml',
        line: 2,
        column: 1,
      },
      {
        step: 'two',
        kind: 'queue',
        label: 'two',
        artefact: 'b',
        event: 'failure',
        choice: 'x',
        text: 'Wait.',
        told: ['waits for two'],
        file: 'b.yaml',
        line: 1,
        column: 1,
      },
    ]);
  });

  it('reads no text when nothing is found', () => {
    const textOf = (): never => {
      throw new Error('read');
    };
    const { unknowns, findings } = settle(
      [verdict(flow, rule('x'), one, { outcome: 'unknown', why: 'it is a recording' })],
      input(TEXTS, { textOf }),
    );
    expect(findings).toEqual([]);
    expect(unknowns).toEqual([{ rule: 'x', file: 'a.yaml', artefact: 'a', step: 'one', why: 'it is a recording' }]);
  });

  it('reports an unknown once for each rule, artefact and hidden step', () => {
    const hidden = { outcome: 'unknown' as const, journey: [moment(flow, one), moment(flow, end)] };
    const { unknowns, summary } = settle(
      [verdict(flow, rule('x'), one, hidden), verdict(flow, rule('x'), two, hidden), verdict(flow, rule('y'), one, hidden)],
      input(TEXTS),
    );
    expect(unknowns.map(({ rule: id, step: at }) => `${id} ${at ?? ''}`)).toEqual(['x end', 'y end']);
    expect(summary.unknown).toBe(2);
  });
});

describe('what yields', () => {
  const general = rule('general', { yieldsTo: ['special'] });
  const spoken = (...verdicts: Parameters<typeof settle>[0]): string[] => settle(verdicts, input(TEXTS)).findings.map(({ rule: id }) => id);

  it('is silent beside the specific finding of the same step and event', () => {
    expect(spoken(verdict(flow, general, one, { leftBy: 'failure' }), verdict(flow, rule('special'), one, { leftBy: 'failure' }))).toEqual([
      'special',
    ]);
  });

  it('speaks at another step, by another event, and in another artefact', () => {
    expect(spoken(verdict(flow, general, one, { leftBy: 'failure' }), verdict(flow, rule('special'), two, { leftBy: 'failure' }))).toEqual([
      'general',
      'special',
    ]);
    expect(spoken(verdict(flow, general, one, { leftBy: 'failure' }), verdict(flow, rule('special'), one, { leftBy: 'timeout' }))).toEqual([
      'general',
      'special',
    ]);
    expect(spoken(verdict(flow, general, one), verdict(other, rule('special'), one))).toEqual(['general', 'special']);
  });

  it('is silent in the whole artefact where it begins at a start, or where the other is about the whole', () => {
    const start = step('start', 'start');
    expect(spoken(verdict(flow, general, start, { leftBy: 'next' }), verdict(flow, rule('special'), two, { leftBy: 'failure' }))).toEqual([
      'special',
    ]);
    expect(
      spoken(verdict(flow, general, one, { leftBy: 'failure' }), verdict(flow, rule('special'), start, { leftBy: 'next', missing: true })),
    ).toEqual(['special']);
    expect(spoken(verdict(flow, general, one), verdict(flow, rule('special'), two, { leftBy: 'failure' }))).toEqual(['special']);
  });

  it('speaks beside one journey from the start: that is not the whole', () => {
    expect(
      spoken(verdict(flow, general, one, { leftBy: 'failure' }), verdict(flow, rule('special'), step('start', 'start'), { leftBy: 'next' })),
    ).toEqual(['special', 'general']);
  });

  it('leaves only the most specific of a family', () => {
    const middle = rule('special', { yieldsTo: ['most'] });
    expect(spoken(...[general, middle, rule('most')].map((by) => verdict(flow, by, one, { leftBy: 'failure' })))).toEqual(['most']);
  });
});

describe('what several artefacts share', () => {
  const of = (id: string, over: Partial<Artefact> = {}): Artefact => artefact(id, { path: 'a.yaml', syntax: 'text', ...over });
  const end = (id: string, route: readonly number[]): Step => ({ ...step(id, 'end'), route });
  const told = (...verdicts: readonly Verdict[]): readonly string[] => settle(verdicts, input({ ...TEXTS })).findings.map(({ artefact: own }) => own);

  it('is told once where it is written once', () => {
    const [a, b] = [end('a', [3, 9]), end('b', [3, 9])];
    const same = { message: 'The call ends.' };
    expect(told(verdict(of('one'), rule('r'), a, same), verdict(of('two'), rule('r'), b, same))).toEqual(['one']);
  });

  it.each([
    ['at another place', of('two'), end('b', [4, 9]), 'The call ends.', 'r'],
    ['in other words', of('two'), end('b', [3, 9]), 'It ends.', 'r'],
    ['by another rule', of('two'), end('b', [3, 9]), 'The call ends.', 's'],
    ['in another file', of('two', { path: 'b.yaml' }), end('b', [3, 9]), 'The call ends.', 'r'],
    ['in keys, which are no places in a text', of('two', { syntax: 'yaml' }), end('b', [3, 9]), 'The call ends.', 'r'],
  ])('is told beside what stands %s', (_name, two, b, message, id) => {
    const first = verdict(of('one'), rule('r'), end('a', [3, 9]), { message: 'The call ends.' });
    expect(told(first, verdict(two, rule(id), b, { message }))).toEqual(['one', 'two']);
  });
});

describe('waivers', () => {
  const found = [verdict(flow, rule('dead-end'), one), verdict(flow, rule('dead-end'), two), verdict(other, rule('dead-end'), one)];

  it('hide the findings of their file, and are listed with what they hide', () => {
    const { findings, exceptions, summary } = settle(found, input(TEXTS, { waivers: [waiver()] }));
    expect(findings.map(({ file }) => file)).toEqual(['b.yaml']);
    expect(exceptions).toMatchObject([
      {
        by: 'waiver',
        rule: 'dead-end',
        because: 'New system.',
        owner: 'Jane Ito',
        until: '2027-03-31',
        hides: [expect.any(String), expect.any(String)],
      },
    ]);
    expect(summary.waived).toBe(2);
  });

  it('may name a step', () => {
    expect(settle(found, input(TEXTS, { waivers: [waiver({ step: 'two' })] })).findings).toHaveLength(2);
  });

  it('hold until their last day, and are an error after it', () => {
    expect(settle(found, input(TEXTS, { waivers: [waiver({ until: '2026-11-21' })] })).findings).toHaveLength(1);
    const { findings } = settle(found, input(TEXTS, { waivers: [waiver({ until: '2026-11-20' })] }));
    expect(findings).toHaveLength(4);
    expect(findings.at(-1)).toMatchObject({
      rule: 'expired-waiver',
      level: 'error',
      file: 'carelint.yaml',
      line: 9,
      message: expect.stringContaining('Jane Ito') as string,
    });
  });

  it('are reported when they hide nothing, unless they could not', () => {
    const unused = [waiver({ rule: 'gone' })];
    expect(settle([], input(TEXTS, { waivers: unused })).findings).toMatchObject([{ rule: 'unused-waiver', level: 'warning' }]);
    expect(settle([], input(TEXTS, { waivers: unused, isDue: () => false })).findings).toEqual([]);
  });

  it('change no fingerprint', () => {
    const twins = [verdict(flow, rule('x'), one, { message: 'first' }), verdict(flow, rule('x'), one, { message: 'second' })];
    const before = settle(twins, input(TEXTS)).findings.map(({ fingerprint }) => fingerprint);
    const after = settle([...twins, ...found], input(TEXTS, { waivers: [waiver()] })).findings.filter(({ rule: id }) => id === 'x');
    expect(after.map(({ fingerprint }) => fingerprint)).toEqual(before);
  });
});

describe('fingerprints', () => {
  it('do not change when lines are inserted', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('one', 'two', 'end'), { minLength: 1 }), fc.nat(40), fc.nat(3), (ids, blank, at) => {
        const steps = [...new Set(ids)].map((id) => step(id, 'say'));
        const verdicts = steps.map((anchor) => verdict(flow, rule('x'), anchor));
        const lines = TEXTS['a.yaml'].split('\n');
        const moved = [...lines.slice(0, at), ...Array<string>(blank).fill(''), ...lines.slice(at)].join('\n');
        const prints = (text: string): string[] => settle(verdicts, input({ 'a.yaml': text })).findings.map(({ fingerprint }) => fingerprint);
        expect(prints(moved)).toEqual(prints(TEXTS['a.yaml']));
      }),
    );
  });

  it('are the same for the same finding on every machine', () => {
    expect(settle([verdict(flow, rule('x'), one)], input(TEXTS)).findings[0]?.fingerprint).toMatchInlineSnapshot(`"d21e61d7d35c068cba286357"`);
  });

  it('number exact ties and drop repeats', () => {
    const x = rule('x');
    const twin = verdict(flow, x, one, { message: 'another' });
    const { findings } = settle([verdict(flow, x, one), twin, verdict(flow, x, one)], input(TEXTS));
    expect(findings).toHaveLength(2);
    const [first, second] = findings.map(({ fingerprint }) => fingerprint);
    expect(second).toBe(`${first ?? ''}-2`);
  });

  it('differ where rule, artefact or identity differ', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.tuple(fc.string(), fc.string(), fc.array(fc.string())), { selector: (parts) => JSON.stringify(parts) }),
        (all) => {
          const verdicts = all.map(([by, of, identity]) => verdict(artefact(of, { path: 'a.yaml' }), rule(by), one, { identity }));
          const prints = settle(verdicts, input(TEXTS)).findings.map(({ fingerprint }) => fingerprint);
          expect(new Set(prints).size).toBe(all.length);
          expect(prints.every((print) => !print.includes('-'))).toBe(true);
        },
      ),
    );
  });
});

describe('exitCode', () => {
  const report = (...levels: ('error' | 'warning' | 'advice')[]) =>
    settle(
      levels.map((level) => verdict(flow, rule(level, { level }), one)),
      input(TEXTS),
    );
  const problem = { path: 'x.yaml', message: 'No.' };

  it('is 1 for findings at or above the level', () => {
    expect(exitCode(report('warning', 'advice'), 'error')).toBe(0);
    expect(exitCode(report('warning'), 'warning')).toBe(1);
    expect(exitCode(report('error'), 'advice')).toBe(1);
    expect(exitCode(report('error'), 'never')).toBe(0);
    expect(exitCode(report(), 'advice')).toBe(0);
  });

  it('counts what could not be read as an error, and a probable slip as advice', () => {
    expect(exitCode(settle([], input(TEXTS, { problems: [problem] })), 'error')).toBe(1);
    expect(exitCode(settle([], input(TEXTS, { problems: [{ ...problem, severity: 'advice' }] })), 'warning')).toBe(0);
  });
});

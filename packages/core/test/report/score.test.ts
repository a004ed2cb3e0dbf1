import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Artefact } from '../../src/model/artefact.js';
import type { Rule } from '../../src/policy/rule.js';
import { settleAll, type Settled } from '../../src/report/settle.js';
import { Questions } from '../../src/report/score/questions.js';
import { pointsIn, scoreOf, type Score } from '../../src/report/score/score.js';
import { artefact, input, rule, step, verdict } from './builders.js';

/** A question and its answer; `broken` by so many findings. */
interface Asked {
  readonly rule: number;
  readonly artefact: number;
  readonly answer: 'kept' | 'unknown' | 1 | 2;
}

const LEVELS = ['error', 'warning', 'advice'] as const;
const CERTAINTIES = ['high', 'medium', 'low'] as const;
const RULES: readonly Rule[] = LEVELS.flatMap((level) =>
  CERTAINTIES.flatMap((certainty) =>
    ['end-well', 'let-them-in'].map((promise) => rule(`${promise}-${level}-${certainty}`, { level, certainty, promise })),
  ),
);

/** The touchpoints of six artefacts, two of them alike, one that nobody can tell. */
const HOMES: readonly Partial<Artefact>[] = [
  { channel: 'phone' },
  { channel: 'phone' },
  { channel: 'email' },
  { kind: 'site', channel: 'web' },
  { kind: 'operations' },
  { kind: 'script' },
];
const NEARNESS = [4, 4, 3, 2, 1, 2];
const LEVEL_WEIGHT = { error: 9, warning: 3, advice: 1 } as const;
const CERTAINTY_WEIGHT = { high: 3, medium: 2, low: 1 } as const;

const homeOf = (index: number, prefix: string): Artefact => {
  const { channel: _, ...bare } = artefact(`${prefix}${index}`);
  return { ...bare, ...HOMES[index % HOMES.length] };
};

const settled = (asked: readonly Asked[], prefix = 'a'): Settled => {
  const questions = new Questions();
  const texts: Record<string, string> = {};
  const verdicts = asked.flatMap(({ rule: number, artefact: home, answer }) => {
    const [by, of] = [RULES[number], homeOf(home, prefix)];
    if (by === undefined) throw new Error('no such rule');
    questions.add(by, of, 1);
    texts[of.path] = 'one\ntwo';
    if (answer === 'kept') return [];
    if (answer === 'unknown') return [verdict(of, by, step('one', 'say'), { outcome: 'unknown', why: 'it is a recording' })];
    return ['one', 'two'].slice(0, answer).map((id) => verdict(of, by, step(id, 'say')));
  });
  return settleAll(verdicts, input(texts, { questions }));
};

const scored = (asked: readonly Asked[], prefix?: string): Score => {
  const { score } = settled(asked, prefix).report;
  if (score === undefined) throw new Error('there is no score');
  return score;
};

const one = fc.record({
  rule: fc.nat(RULES.length - 1),
  artefact: fc.nat(HOMES.length - 1),
  answer: fc.constantFrom<Asked['answer']>('kept', 'kept', 'unknown', 1, 2),
});
const questions = fc.uniqueArray(one, { minLength: 1, maxLength: 30, selector: (asked) => `${asked.rule} ${asked.artefact}` });

/** The formula of docs/score.md, written down slowly. */
const oracle = (asked: readonly Asked[]): number | undefined => {
  const places = [...new Set(asked.map(({ artefact: home }) => (home === 1 ? 0 : home)))];
  let [sum, near] = [0, 0];
  for (const place of places) {
    const here = asked.filter(({ artefact: home, answer }) => (home === 1 ? 0 : home) === place && answer !== 'unknown');
    if (here.length === 0) continue;
    const weight = (of: readonly Asked[]): number =>
      of.reduce((all, { rule: number }) => {
        const { level, certainty } = RULES[number] ?? rule('none');
        return all + LEVEL_WEIGHT[level] * CERTAINTY_WEIGHT[certainty];
      }, 0);
    sum += (NEARNESS[place] ?? 0) * (weight(here.filter(({ answer }) => answer === 'kept')) / weight(here));
    near += NEARNESS[place] ?? 0;
  }
  return near === 0 ? undefined : (100 * sum) / near;
};

const everyScore = ({ overall, promises, touchpoints }: Score): readonly (readonly [string, number])[] =>
  [{ name: '', ...overall }, ...promises, ...touchpoints].flatMap(({ name, score }) => (score === undefined ? [] : [[name, score] as const]));

/** No score that both have is lower in the second. */
const neverLower = (before: Score, after: Score): void => {
  const then = new Map(everyScore(before));
  for (const [name, score] of everyScore(after)) expect(score).toBeGreaterThanOrEqual(then.get(name) ?? 0);
};

describe('the score', () => {
  it('is what the formula says, down to a tenth', () => {
    fc.assert(
      fc.property(questions, (asked) => {
        const [expected, { score }] = [oracle(asked), scored(asked).overall];
        if (expected === undefined) expect(score).toBeUndefined();
        else expect(Math.abs((score ?? -1) - Math.floor(expected * 10 + 1e-6) / 10)).toBeLessThan(1e-9);
      }),
    );
  });

  it('is never lowered by mending, nor raised by a finding more', () => {
    fc.assert(
      fc.property(questions, fc.nat(), fc.constantFrom<Asked['answer']>('kept', 'unknown'), (asked, pick, mended) => {
        const at = pick % asked.length;
        const worse = asked.map((q, i) => (i === at ? { ...q, answer: 1 as const } : q));
        const worst = asked.map((q, i) => (i === at ? { ...q, answer: 2 as const } : q));
        const better = asked.map((q, i) => (i === at ? { ...q, answer: mended } : q));
        neverLower(scored(worst), scored(worse));
        neverLower(scored(worse), scored(asked));
        neverLower(scored(worse), scored(better));
      }),
    );
  });

  it('is the same whatever the order, the paths and the size at the same rate; a clean document never lowers it', () => {
    fc.assert(
      fc.property(questions, fc.integer({ min: 2, max: 4 }), fc.nat(HOMES.length - 1), (asked, times, home) => {
        const score = scored(asked);
        expect(scored(asked.toReversed(), 'elsewhere/')).toEqual(score);
        const bigger = Array.from({ length: times }, (_, copy) => asked.map((q) => ({ ...q, artefact: q.artefact + copy * HOMES.length }))).flat();
        expect(everyScore(scored(bigger))).toEqual(everyScore(score));
        const clean = RULES.map((_, number): Asked => ({ rule: number, artefact: home + 6 * HOMES.length, answer: 'kept' }));
        neverLower(score, scored([...asked, ...clean]));
      }),
    );
  });

  it('lacks no point that is not traced to findings', () => {
    fc.assert(
      fc.property(questions, (asked) => {
        const { report, judged } = settled(asked);
        const { overall, cells } = report.score ?? scoreOf([]);
        const points = pointsIn(cells);
        const broken = judged?.broken ?? [];
        for (const question of broken) expect(question.findings.length).toBeGreaterThan(0);
        const missing = broken.reduce((sum, question) => sum + points(question), 0);
        if (overall.score !== undefined) expect(Math.abs(100 - missing - overall.score)).toBeLessThan(0.1001);
        expect(broken.length).toBe(overall.broken);
        expect(new Set(broken.flatMap(({ findings }) => findings)).size).toBe(report.findings.length);
      }),
    );
  });

  it('of parts put together is that of the whole', () => {
    fc.assert(
      fc.property(questions, fc.nat(30), (asked, cut) => {
        const cells = [scored(asked.slice(0, cut)), scored(asked.slice(cut))].flatMap((part) => part.cells);
        expect(scoreOf(cells)).toEqual(scored(asked));
      }),
    );
  });

  it('counts what is accepted like all else, and what yields not at all', () => {
    const of = artefact('a');
    const [general, special] = [rule('general', { yieldsTo: ['special'] }), rule('special')];
    const asked = new Questions();
    for (const by of [general, special, rule('kept')]) asked.add(by, of, 1);
    const at = step('one', 'say');
    const verdicts = [verdict(of, general, at, { leftBy: 'failure' }), verdict(of, special, at, { leftBy: 'failure' })];
    const plain = settleAll(verdicts, input({ 'a.yaml': 'one' }, { questions: asked })).report;
    const baseline = {
      ...{ file: 'b.json', entries: [], takesNew: true, today: '2026-11-21' },
      ...{ stateOf: () => 'read' as const, ruleState: () => 'ran' as const },
    };
    const known = settleAll(verdicts, input({ 'a.yaml': 'one' }, { questions: asked, baseline })).report;
    expect(plain.score?.overall).toEqual({ score: 50, coverage: 100, kept: 1, broken: 1, unknown: 0 });
    expect(known.findings).toEqual([]);
    expect(known.score).toEqual(plain.score);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyBaseline, type BaselineEntry, type BaselineInput, type Printed } from '../../src/report/baseline.js';
import type { Finding, Unknown } from '../../src/report/report.js';

/** A finding of `rule` in `file`, with a fingerprint as short as can be. */
const found = (name: string): Printed => {
  const [file = '', print = ''] = name.split('#');
  const finding = { rule: `rule-${print[0] ?? ''}`, file, artefact: print, message: `New words for ${print}.`, fingerprint: `${print}-numbered` };
  return { print, finding: finding as Finding };
};
const known = (name: string, count?: number, since = '2026-01-01'): BaselineEntry => {
  const { finding, print } = found(name);
  const { rule, file, artefact } = finding;
  return { rule, file, artefact, message: `Words for ${print}.`, since, fingerprint: print, ...(count === undefined ? {} : { count }) };
};
const told = ({ file, fingerprint, count }: Pick<BaselineEntry, 'file' | 'fingerprint' | 'count'>): string =>
  `${file}#${fingerprint}${count === undefined ? '' : `*${String(count)}`}`;

const input = (entries: readonly BaselineEntry[], over: Partial<BaselineInput> = {}): BaselineInput => ({
  file: 'carelint-baseline.json',
  entries,
  takesNew: false,
  today: '2026-11-22',
  stateOf: (file) => (file.startsWith('gone') ? 'gone' : file.startsWith('other') ? 'not-looked-at' : 'read'),
  ruleState: (rule) => (rule === 'rule-x' ? 'left-out' : rule === 'rule-z' ? 'no-rule' : 'ran'),
  ...over,
});

const apply = (
  findings: readonly string[],
  entries: readonly BaselineEntry[],
  more: { excepted?: readonly string[]; unknowns?: readonly Unknown[] } & Partial<BaselineInput> = {},
) => {
  const { excepted = [], unknowns = [], ...over } = more;
  const { left, hidden, told: report, entries: after } = applyBaseline(findings.map(found), excepted.map(found), unknowns, input(entries, over));
  return {
    left: left.map(({ finding, print }) => `${finding.file}#${print}`),
    hidden: hidden.length,
    stale: report.stale.map((entry) => `${told(entry)} ${entry.why}`),
    after: after.map(told).sort(),
    since: report.since,
  };
};

describe('a baseline', () => {
  it('hides what it knows, tells what is new, and says what is mended', () => {
    expect(apply(['a#a1', 'a#a2'], [known('a#a1'), known('a#a3'), known('b#b1')])).toEqual({
      left: ['a#a2'],
      hidden: 1,
      stale: ['a#a3 mended', 'b#b1 mended'],
      after: ['a#a1'],
      since: '2026-01-01',
    });
  });

  it('knows as many equal findings as it says', () => {
    expect(apply(['a#a1', 'a#a1', 'a#a1'], [known('a#a1', 2)])).toMatchObject({ left: ['a#a1'], hidden: 2, after: ['a#a1*2'] });
    expect(apply(['a#a1'], [known('a#a1', 3)])).toMatchObject({ left: [], stale: ['a#a1*2 mended'], after: ['a#a1'] });
    expect(apply(['a#a1', 'a#a1'], [known('a#a1')], { takesNew: true })).toMatchObject({ left: [], hidden: 2, after: ['a#a1*2'] });
  });

  it('follows a file that was renamed, but not one that was copied', () => {
    expect(apply(['new#a1'], [known('gone#a1')])).toMatchObject({ left: [], hidden: 1, stale: [], after: ['new#a1'] });
    expect(apply(['a#a1', 'copy#a1'], [known('a#a1')])).toMatchObject({ left: ['copy#a1'], hidden: 1, after: ['a#a1'] });
    expect(apply(['copy#a1'], [known('other#a1')])).toMatchObject({ left: ['copy#a1'], hidden: 0, stale: [], after: ['other#a1'] });
    expect(apply(['b#a1'], [known('a#a1'), known('gone#a1')])).toMatchObject({ left: [], stale: ['a#a1 mended'], after: ['b#a1'] });
  });

  it('leaves alone what the run could not see', () => {
    const open = { rule: 'rule-a', file: 'a', artefact: 'a1', why: 'it is a recording' };
    expect(apply([], [known('other#a1'), known('a#x1'), known('a#a1')], { unknowns: [open] })).toMatchObject({
      stale: [],
      after: ['a#a1', 'a#x1', 'other#a1'],
    });
    expect(apply([], [known('gone#a1'), known('a#z1')])).toMatchObject({ stale: ['gone#a1 file-gone', 'a#z1 rule-gone'], after: [] });
  });

  it('does not need what a comment or a waiver hides, nor lends it to another file', () => {
    expect(apply(['copy#a1'], [known('a#a1')], { excepted: ['a#a1'] })).toMatchObject({ left: ['copy#a1'], stale: ['a#a1 excepted'], after: [] });
  });

  it('keeps the day and the words of what it knows', () => {
    const { entries } = applyBaseline(['a#a1', 'a#a2'].map(found), [], [], input([known('a#a1')], { takesNew: true }));
    expect(entries).toEqual([known('a#a1'), { ...known('a#a2', undefined, '2026-11-22'), message: 'New words for a2.' }]);
  });

  it('takes two entries for the same finding for one, the older', () => {
    expect(apply(['a#a1', 'a#a1'], [known('a#a1', 2), known('a#a1', undefined, '2025-05-05')])).toMatchObject({
      left: [],
      since: '2025-05-05',
      after: ['a#a1*2'],
    });
  });
});

const names = fc.array(fc.constantFrom('a#a1', 'a#a2', 'b#a1', 'b#b1', 'gone#a1', 'other#a1', 'other#b1', 'c#x1'), { maxLength: 12 });

describe('a baseline of any findings', () => {
  it('once updated hides all of them and nothing else, and has nothing stale', () => {
    fc.assert(
      fc.property(names, names, (before, now) => {
        const findings = now.filter((name) => !/^(?:gone|other)/u.test(name)).map(found);
        const { entries } = applyBaseline(
          findings,
          [],
          [],
          input(
            before.map((name) => known(name)),
            { takesNew: true },
          ),
        );
        const again = applyBaseline(findings, [], [], input(entries));
        expect([again.left, again.told.stale]).toEqual([[], []]);
        expect(again.hidden).toHaveLength(findings.length);
        const outside = (list: readonly BaselineEntry[]): readonly string[] =>
          [...new Set(list.filter(({ file }) => file === 'other').map(told))].sort();
        expect(outside(entries)).toEqual(outside(before.map((name) => known(name))));
      }),
    );
  });

  it('hides of each fingerprint no more than it lists, and all of it that it may', () => {
    fc.assert(
      fc.property(names, names, (before, now) => {
        const findings = now.filter((name) => !/^(?:gone|other)/u.test(name)).map(found);
        const { left, hidden } = applyBaseline(findings, [], [], input(before.map((name) => known(name))));
        expect(left.length + hidden.length).toBe(findings.length);
        for (const print of ['a1', 'a2', 'b1', 'x1']) {
          const of = (list: readonly { readonly file: string; readonly print: string }[]) => list.filter((one) => one.print === print);
          const listed = of([...new Set(before)].map((name) => ({ file: name.split('#')[0] ?? '', print: name.split('#')[1] ?? '' })));
          const usable = listed.filter(({ file }) => file !== 'other').length;
          const met = of(findings.map((one) => ({ file: one.finding.file, print: one.print })));
          expect(met.length - left.filter((one) => one.print === print).length).toBe(Math.min(met.length, usable));
        }
      }),
    );
  });
});

import { describe, expect, it } from 'vitest';
import { settle } from '../../src/report/settle.js';
import { standingOf, tellStanding, type PackFacts } from '../../src/report/standing.js';
import { artefact, input, rule, step, verdict } from './builders.js';

const flow = artefact('main', { steps: [step('a', 'menu'), step('b', 'callback')] });
const [a, b] = [step('a', 'menu'), step('b', 'callback')];
const TEXTS = { 'main.yaml': 'a\nb\n', 'site.yaml': 'a\n', 'plain.yaml': 'a\n' };

describe('findings', () => {
  it('are counted by promise, touchpoint and moment, in a fixed order', () => {
    const site = artefact('site', { kind: 'site' });
    const { findings, groups } = settle(
      [
        verdict(site, rule('no-phone', { promise: 'find-us', level: 'advice' }), a),
        verdict(flow, rule('too-deep', { promise: 'reach-a-person' }), a),
        verdict(flow, rule('no-time', { promise: 'keep-the-thread', level: 'warning' }), b),
      ],
      input(TEXTS),
    );
    expect(findings.map(({ rule: id, touchpoint, moment }) => [id, touchpoint, moment])).toEqual([
      ['too-deep', 'phone', 'during'],
      ['no-time', 'phone', 'after'],
      ['no-phone', 'website', 'before'],
    ]);
    expect(groups).toEqual({
      promises: [
        { name: 'reach-a-person', error: 1, warning: 0, advice: 0 },
        { name: 'keep-the-thread', error: 0, warning: 1, advice: 0 },
        { name: 'find-us', error: 0, warning: 0, advice: 1 },
      ],
      touchpoints: [
        { name: 'phone', error: 1, warning: 1, advice: 0 },
        { name: 'website', error: 0, warning: 0, advice: 1 },
      ],
      moments: [
        { name: 'before', error: 0, warning: 0, advice: 1 },
        { name: 'during', error: 1, warning: 0, advice: 0 },
        { name: 'after', error: 0, warning: 1, advice: 0 },
      ],
    });
  });

  it('stay out of groups that nothing tells of', () => {
    const { channel: _channel, ...unknown } = artefact('plain');
    const { findings, groups } = settle([verdict(unknown, rule('own/no-fax'), a)], input(TEXTS));
    expect(findings).toHaveLength(1);
    expect(groups).toEqual({ promises: [], touchpoints: [], moments: [] });
  });

  it('that several packs ask for with other options are told once, at the loudest level, with all packs', () => {
    const house = rule('late', { level: 'warning', packs: [{ pack: 'recommended', level: 'warning' }], options: { max: 2 } });
    const law = rule('late', { level: 'error', packs: [{ pack: 'es', level: 'error' }], options: { max: 1 } });
    const packs: PackFacts[] = [
      { pack: 'recommended', title: 'R', description: 'R' },
      { pack: 'es', title: 'ES', description: 'ES', status: 'in-force' },
    ];
    const report = settle(
      [
        verdict(flow, house, a, { message: 'at most 2' }),
        verdict(flow, law, a, { message: 'at most 1' }),
        verdict(flow, law, b, { message: 'at most 1' }),
        verdict(flow, law, b, { outcome: 'unknown', why: 'it is a recording', identity: ['c'] }),
      ],
      input(TEXTS, { packs }),
    );
    expect(report.findings.map(({ level, message, packs: asking }) => [level, message, asking?.map(({ pack }) => pack)])).toEqual([
      ['error', 'at most 1', ['recommended', 'es']],
      ['error', 'at most 1', ['es']],
    ]);
    expect(report.packs).toEqual([
      { pack: 'recommended', title: 'R', standing: 'house', findings: 1, unknown: 0 },
      { pack: 'es', title: 'ES', standing: 'in-force', judgedOn: '2026-11-21', findings: 2, unknown: 1 },
    ]);
  });
});

describe('a law', () => {
  const law = (over: Partial<PackFacts>): PackFacts => ({ pack: 'law', title: 'Law', description: 'Law', status: 'in-force', ...over });
  it.each<[Partial<PackFacts>, string]>([
    [{}, 'in-force'],
    [{ 'in-force-from': '2026-11-22' }, 'in-force'],
    [{ 'in-force-from': '2026-11-23' }, 'coming'],
    [{ 'in-force-from': '2026-01-01', 'adapt-by': '2026-11-23' }, 'to-be-met'],
    [{ 'in-force-from': '2026-01-01', 'adapt-by': '2026-11-22' }, 'in-force'],
    [{ 'in-force-until': '2026-11-22' }, 'in-force'],
    [{ 'in-force-until': '2026-11-21' }, 'over'],
    [{ status: 'preview' }, 'coming'],
    [{ status: 'vacated', 'in-force-from': '2030-01-01' }, 'over'],
    [{ status: 'voluntary' }, 'voluntary'],
  ])('of %j stands as %s', (over, standing) => {
    expect(standingOf(law(over), '2026-11-22')).toBe(standing);
  });

  it('was checked long ago after a year', () => {
    expect(tellStanding(law({ 'checked-on': '2025-11-22' }), '2026-11-22').checkedLongAgo).toBeUndefined();
    expect(tellStanding(law({ 'checked-on': '2025-11-21' }), '2026-11-22').checkedLongAgo).toBe(true);
  });
});

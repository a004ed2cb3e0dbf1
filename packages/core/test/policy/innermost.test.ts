import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildServiceGraph } from '../../src/link/service-graph.js';
import type { Service } from '../../src/link/service.js';
import type { Edge, EdgeEvent, Step } from '../../src/model/step.js';
import { compile } from '../../src/policy/compile.js';
import { View } from '../../src/policy/view.js';
import { makeWords } from '../../src/policy/words.js';

const KINDS = ['ask', 'verify', 'say', 'queue', 'end', 'unknown'] as const;
const EVENTS: readonly EdgeEvent[] = ['next', 'failure', 'choice', 'fault'];

interface Sketch {
  readonly kinds: readonly (typeof KINDS)[number][];
  readonly edges: readonly { readonly from: number; readonly to: number; readonly on: EdgeEvent }[];
}

const sketches: fc.Arbitrary<Sketch> = fc.array(fc.constantFrom(...KINDS), { minLength: 1, maxLength: 7 }).chain((kinds) => {
  const node = fc.nat(kinds.length - 1);
  return fc.record({
    kinds: fc.constant(kinds),
    edges: fc.array(fc.record({ from: node, to: node, on: fc.constantFrom(...EVENTS) }), { maxLength: 14 }),
  });
});

const serviceOf = ({ kinds, edges }: Sketch): Service => {
  const start: Step = { id: 'start', kind: 'start', label: 'start', data: {}, route: [] };
  const steps = [start, ...kinds.map((kind, i): Step => ({ id: `s${i}`, kind, label: `s${i}`, data: {}, route: [i] }))];
  const wired: Edge[] = [
    ...kinds.map((_, i): Edge => ({ from: 'start', to: `s${i}`, on: 'choice' })),
    ...edges.map((e): Edge => ({ from: `s${e.from}`, to: `s${e.to}`, on: e.on })),
  ];
  return {
    ties: [],
    artefacts: [
      {
        kind: 'flow',
        role: 'entry',
        id: 'f',
        name: 'f',
        keys: [],
        path: 'f.yaml',
        syntax: 'yaml',
        route: [],
        format: 'test',
        start: 'start',
        steps,
        edges: wired,
        utterances: [],
      },
    ],
  };
};

const judge = (sketch: Sketch): { broken: string[]; unknown: string[] } => {
  const rule = {
    rule: 'r',
    title: 't',
    suffers: 's',
    about: 'flow',
    level: 'error',
    certainty: 'high',
    message: 'm',
    instead: 'i',
    sources: [],
    forbid: { path: { from: ['ask', 'verify'], 'leaving-by': 'failure', to: 'end', avoiding: 'queue' } },
  };
  const [compiled] = compile({
    documents: [{ source: { path: 'r.yaml', text: '' }, value: rule, trusted: true }],
    settings: [{ id: 'r', level: 'error', options: {}, applies: () => true }],
    names: { patterns: {}, edges: {} },
    words: makeWords({}),
    checks: {},
    assume: {},
  });
  const verdicts = compiled!.judge(new View(buildServiceGraph(serviceOf(sketch))));
  const of = (outcome: string): string[] => verdicts.filter((v) => v.outcome === outcome).map((v) => v.anchor!.id);
  return { broken: of('broken'), unknown: of('unknown') };
};

/** Steps from which a failure leads to an end, with the rest certain (`must`) or possible, found by walking everything. */
const byTrial = ({ kinds, edges }: Sketch, sure: boolean): Set<string> => {
  const found = new Set<string>();
  kinds.forEach((kind, f) => {
    if (kind !== 'ask' && kind !== 'verify') return;
    const seen = new Set<number>();
    const queue = edges.filter((e) => e.from === f && e.on === 'failure').map((e) => e.to);
    for (const v of queue) {
      if (v === f || seen.has(v) || kinds[v] === 'queue' || (sure && kinds[v] === 'unknown')) continue;
      seen.add(v);
      if (kinds[v] === 'end' || (!sure && kinds[v] === 'unknown')) found.add(`s${f}`);
      queue.push(...edges.filter((e) => e.from === v && e.on !== 'fault').map((e) => e.to));
    }
  });
  return found;
};

const mended = (sketch: Sketch, steps: readonly string[]): Sketch => ({
  ...sketch,
  edges: sketch.edges.filter((e) => e.on !== 'failure' || !steps.includes(`s${e.from}`)),
});

describe('of nested findings only the innermost speaks', () => {
  it('and mending all that is reported mends all', () => {
    fc.assert(
      fc.property(sketches, (sketch) => {
        const { broken } = judge(sketch);
        const all = byTrial(sketch, true);
        for (const step of broken) expect(all).toContain(step);
        expect(broken.length > 0).toBe(all.size > 0);
        expect([...byTrial(mended(sketch, broken), true)]).toEqual([]);
      }),
      { numRuns: 2000 },
    );
  });

  it('and nothing that is possible is passed over, once what is certain is mended', () => {
    fc.assert(
      fc.property(sketches, (sketch) => {
        const { broken, unknown } = judge(sketch);
        const possible = byTrial(sketch, false);
        for (const step of unknown) expect(possible).toContain(step);
        if (broken.length === 0 && possible.size > 0) expect(unknown.length).toBeGreaterThan(0);
        if (possible.size === 0) expect(unknown).toEqual([]);
      }),
      { numRuns: 2000 },
    );
  });
});

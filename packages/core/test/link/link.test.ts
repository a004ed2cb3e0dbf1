import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { link } from '../../src/link/link.js';
import type { Artefact, Utterance } from '../../src/model/artefact.js';
import type { Edge, Reference, Step } from '../../src/model/step.js';
import { expectLinear } from '../growth.js';

const step = (id: string, kind: Step['kind'], more: Partial<Step> = {}): Step => ({ id, kind, label: id, data: {}, route: [], ...more });
const flow = (name: string, steps: readonly Step[], edges: readonly Edge[] = [], more: Partial<Artefact> = {}): Artefact => ({
  kind: 'flow',
  role: 'entry',
  id: name,
  name,
  keys: [`x:${name}`],
  path: `${name}.json`,
  syntax: 'json',
  route: [],
  start: steps[0]?.id ?? '',
  steps,
  edges,
  utterances: [],
  format: 'x',
  ...more,
});
const refers = (as: Reference['as'], name: string, more: Partial<Reference> = {}): readonly Reference[] => [
  { as, keys: [`x:${name}`], label: name, ...more },
];
const target = (name: string, path: string): Artefact => flow(name, [step('s', 'start')], [], { path });
const from = (path: string, as: Reference['as'] = 'transfer', more: Partial<Reference> = {}): Artefact =>
  flow('from', [step('t', as === 'hold' ? 'queue' : as, { refers: refers(as, 'to', more) })], [{ from: 't', to: 't', on: 'error' }], { path });

describe('ties', () => {
  it.each([
    ['the only one', ['far/away/x.json'], 'a/b/c.json', 1],
    ['the one in the same file', ['a/b/c.json', 'a/b/d.json'], 'a/b/c.json', 1],
    ['the one in the same folder', ['a/x.json', 'a/b/x.json', 'c/x.json'], 'a/b/c.json', 2],
    ['the one in the nearest folder', ['c/x.json', 'a/d/x.json'], 'a/b/c.json', 2],
    ['the one at the top', ['x.json', 'c/x.json'], 'y.json', undefined],
  ])('takes %s', (_name, paths, path, expected) => {
    const service = link([from(path), ...paths.map((each) => target('to', each))]);
    expect(service.ties[0]?.to).toBe(expected);
  });

  it('says which ones it may be where it cannot tell', () => {
    const service = link([from('a/c.json'), target('to', 'a/x.json'), target('to', 'a/y.json')]);
    expect(service.ties).toEqual([]);
    expect(service.artefacts[0]?.steps.at(-1)?.data.why).toBe('"to" may be any of to (a/x.json), to (a/y.json)');
  });

  it('goes through keys from the best to the weakest', () => {
    const service = link([from('c.json', 'transfer', { keys: ['x:none', 'x:second', 'x:to'] }), target('to', 'a.json'), target('second', 'b.json')]);
    expect(service.ties).toEqual([{ from: 0, step: 't', as: 'transfer', to: 2 }]);
  });

  it('takes what may be a team or a flow for a flow where one is in view: a flow always answers', () => {
    const maybe = flow(
      'from',
      [
        step('t', 'transfer', { data: { to: 'team' }, refers: refers('transfer', 'to', { ifAny: true }) }),
        step('q', 'unknown', { data: { why: 'w' } }),
      ],
      [{ from: 't', to: 'q', on: 'timeout' }],
    );
    const [tied, alone] = [link([maybe, target('to', 'a.json')]).artefacts[0]!, link([maybe]).artefacts[0]!];
    expect([tied.steps[0]?.data.to, tied.edges]).toEqual(['flow', []]);
    expect([alone.steps[0]?.data.to, alone.edges]).toEqual(['team', maybe.edges]);
  });

  it('ties a flow to itself', () => {
    expect(link([flow('to', [step('t', 'transfer', { refers: refers('transfer', 'to') })])]).ties).toEqual([
      { from: 0, step: 't', as: 'transfer', to: 0 },
    ]);
  });

  it('leaves out artefacts in which nothing happens', () => {
    const { start: _, ...empty } = target('to', 'a.json');
    expect(link([from('c.json'), empty]).ties).toEqual([]);
  });
});

describe('what cannot be tied', () => {
  const why = (artefact: Artefact): Artefact | undefined => link([artefact]).artefacts[0];

  it('a call becomes unknown and keeps its ways out', () => {
    const after = why(from('c.json', 'call'));
    expect(after?.steps).toMatchObject([{ id: 't', kind: 'unknown', data: { why: 'the flow "to" is not among the files read' } }]);
    expect(after?.edges).toHaveLength(1);
  });

  it('behind a transfer everything is open', () => {
    const after = why(from('c.json', 'transfer', { dynamic: 'the flow is taken from $.x' }));
    expect(after?.steps).toMatchObject([{ kind: 'transfer' }, { id: 't:transfer', kind: 'unknown', data: { why: 'the flow is taken from $.x' } }]);
    expect(after?.edges.at(-1)).toEqual({ from: 't', to: 't:transfer', on: 'next' });
  });

  it('what is heard while waiting leads back to the queue', () => {
    const after = why(from('c.json', 'hold'));
    expect(after?.steps.map(({ kind }) => kind)).toEqual(['queue', 'unknown']);
    expect(after?.edges.slice(1)).toEqual([
      { from: 't', to: 't:hold', on: 'next' },
      { from: 't:hold', to: 't', on: 'next' },
    ]);
  });

  it('a name that may be that of a team stays as it is', () => {
    const before = from('c.json', 'transfer', { ifAny: true });
    expect(why(before)).toBe(before);
  });
});

describe('derived data', () => {
  const said = (text: string | undefined, more: Partial<Utterance> = {}): Utterance => ({
    speaker: 'system',
    step: 'a',
    route: [],
    ...(text === undefined ? { why: 'it is a recording' } : { text }),
    ...more,
  });
  it.each<[string, readonly Utterance[], unknown]>([
    ['nothing', [], {}],
    ['words', [said('Hello  there,\nyou'), said(' all of ⟨you⟩ ')], { text: true, words: 6, seconds: 2.4 }],
    [
      'a recording',
      [said('Hello'), said(undefined)],
      { text: true, words: { unknown: 'it is a recording' }, seconds: { unknown: 'it is a recording' } },
    ],
    ['words without blanks between them', [said('你好，世界。')], { text: true, words: 2, seconds: 0.8 }],
    ['music', [said('')], { text: true, words: 0, seconds: 0 }],
    ['what nobody hears', [said('Hello', { speaker: 'instruction' }), said('Hi', { speaker: 'customer' })], {}],
  ])('of %s', (_name, utterances, data) => {
    expect(link([flow('x', [step('a', 'say')], [], { utterances })]).artefacts[0]?.steps[0]?.data).toEqual(data);
  });

  it('keeps what a reader knows better', () => {
    const artefact = flow('x', [step('a', 'say', { data: { seconds: 9 } })], [], { utterances: [said('Hello')] });
    expect(link([artefact]).artefacts[0]?.steps[0]?.data).toEqual({ text: true, words: 1, seconds: 9 });
  });

  it('sees what the customer chose, through acts but not through messages', () => {
    const steps = [
      step('m', 'menu'),
      step('a', 'act'),
      step('q1', 'queue'),
      step('s', 'say'),
      step('q2', 'queue'),
      step('q3', 'queue'),
      step('e', 'act'),
    ];
    const edges: Edge[] = [
      { from: 'm', to: 'a', on: 'choice' },
      { from: 'a', to: 'q1', on: 'next' },
      { from: 'e', to: 'q1', on: 'fault' },
      { from: 'm', to: 's', on: 'choice' },
      { from: 's', to: 'q2', on: 'next' },
      { from: 'm', to: 'q3', on: 'choice' },
      { from: 'm', to: 'q3', on: 'no-input' },
      { from: 'm', to: 'e', on: 'error' },
    ];
    const after = link([flow('x', steps, edges)]).artefacts[0];
    expect(after?.steps.filter(({ data }) => data.byChoice === true).map(({ id }) => id)).toEqual(['q1']);
  });
});

describe('in general', () => {
  const anyFlow = fc.record({
    path: fc.constantFrom('a/x.json', 'a/y.json', 'b/x.json', 'z.json'),
    name: fc.constantFrom('p', 'q', 'r'),
    to: fc.array(fc.tuple(fc.constantFrom<Reference['as'][]>('call', 'transfer', 'hold'), fc.constantFrom('p', 'q', 'r', 'none'))),
  });

  it('makes only edges between steps, unique ids, and ties to artefacts', () => {
    fc.assert(
      fc.property(fc.array(anyFlow, { maxLength: 6 }), (flows) => {
        const service = link(
          flows.map(({ path, name, to }) =>
            flow(
              name,
              [step('s', 'start'), ...to.map(([as, each], index) => step(`r${index}`, as === 'hold' ? 'queue' : as, { refers: refers(as, each) }))],
              [],
              { path },
            ),
          ),
        );
        expect(service.artefacts).toHaveLength(flows.length);
        for (const { steps, edges } of service.artefacts) {
          const ids = new Set(steps.map(({ id }) => id));
          expect(ids.size).toBe(steps.length);
          for (const edge of edges) expect(ids.has(edge.from) && ids.has(edge.to)).toBe(true);
        }
        for (const { from: index, step: id, to } of service.ties)
          expect([service.artefacts[index]?.steps.some((each) => each.id === id), to < flows.length]).toEqual([true, true]);
      }),
    );
  });

  it('links many flows of one name in linear time', () => {
    const flows = (many: number): Artefact[] =>
      Array.from({ length: many }, (_, index) =>
        flow('to', [step('t', 'transfer', { refers: refers('transfer', 'to') })], [], { path: `f${index % 50}/x${index}.json` }),
      );
    expectLinear(500, flows, link);
  });
});

import fc from 'fast-check';
import type { Artefact, Utterance } from '../../src/model/artefact.js';
import type { Edge, EdgeEvent, Step, StepKind } from '../../src/model/step.js';
import type { Service, Tie } from '../../src/link/service.js';

/** A flow in the making: every number is taken modulo what there is to choose from. */
interface PlannedFlow {
  readonly steps: readonly { readonly kind: number; readonly text: number }[];
  readonly edges: readonly { readonly from: number; readonly to: number; readonly way: number }[];
  readonly ties: readonly { readonly step: number; readonly as: number; readonly to: number }[];
}

const KINDS: readonly StepKind[] = ['say', 'menu', 'ask', 'check', 'queue', 'person', 'call', 'transfer', 'return', 'end', 'unknown', 'voicemail'];
const WAYS: readonly { readonly on: EdgeEvent; readonly label?: string }[] = [
  { on: 'next' },
  { on: 'choice', label: '1' },
  { on: 'choice', label: '2 Bills' },
  { on: 'success' },
  { on: 'failure' },
  { on: 'open' },
  { on: 'closed' },
  { on: 'fault' },
];

const flow: fc.Arbitrary<PlannedFlow> = fc.record({
  steps: fc.array(fc.record({ kind: fc.nat(KINDS.length - 1), text: fc.nat(2) }), { minLength: 1, maxLength: 6 }),
  edges: fc.array(fc.record({ from: fc.nat(9), to: fc.nat(9), way: fc.nat(WAYS.length - 1) }), { maxLength: 9 }),
  ties: fc.array(fc.record({ step: fc.nat(9), as: fc.nat(1), to: fc.nat(9) }), { maxLength: 2 }),
});

const dataOf = (kind: StepKind): Step['data'] => (kind === 'end' ? { outcome: 'solved' } : kind === 'return' ? { outcome: 'success' } : {});

const stepOf = (planned: PlannedFlow['steps'][number], index: number): Step => {
  const kind = index === 0 ? 'start' : KINDS[planned.kind]!;
  return { id: `s${index}`, kind, label: kind === 'queue' ? `Queue ${planned.text}` : kind, data: dataOf(kind), route: [index] };
};

const artefactOf = ({ steps, edges }: PlannedFlow, index: number): Artefact => {
  const made = steps.map(stepOf);
  const at = (n: number): string => made[n % made.length]!.id;
  const seen = new Set<string>();
  return {
    kind: 'flow',
    role: index === 0 ? 'entry' : 'sub-flow',
    channel: 'phone',
    id: `flow-${index}`,
    name: `Flow ${index}`,
    keys: [`test:flow-${index}`],
    path: `flow-${index}.yaml`,
    syntax: 'yaml',
    route: [],
    start: 's0',
    steps: made,
    // Of one event with the same words there is one way: which of several is meant nobody could tell.
    edges: edges.flatMap(({ from, to, way }): readonly Edge[] => {
      const name = `${at(from)} ${way}`;
      if (seen.has(name)) return [];
      seen.add(name);
      return [{ from: at(from), to: at(to), ...WAYS[way]! }];
    }),
    utterances: made.flatMap(({ id, kind }, i): readonly Utterance[] =>
      kind === 'say' || kind === 'menu' ? [{ text: `Text ${steps[i]!.text}`, speaker: 'system', step: id, route: [i] }] : [],
    ),
    format: 'test',
  };
};

const serviceOf = (flows: readonly PlannedFlow[]): Service => ({
  artefacts: flows.map(artefactOf),
  ties: flows.flatMap(({ steps, ties }, from): readonly Tie[] => {
    const tied = new Set<number>();
    return ties.flatMap(({ step, as, to }): readonly Tie[] => {
      const at = step % steps.length;
      if (tied.has(at)) return [];
      tied.add(at);
      return [{ from, step: `s${at}`, as: as === 0 ? 'call' : 'transfer', to: to % flows.length }];
    });
  }),
});

/** Up to three flows of up to six steps that call each other and pass customers on. */
export const services: fc.Arbitrary<Service> = fc.array(flow, { minLength: 1, maxLength: 3 }).map(serviceOf);

/** Two services with the same names of flows: the second one as planned, with some flows of the first. */
export const pairsOfServices: fc.Arbitrary<readonly [Service, Service]> = fc
  .record({ was: fc.array(flow, { minLength: 2, maxLength: 3 }), is: fc.array(flow, { minLength: 2, maxLength: 3 }), kept: fc.nat(7) })
  .map(({ was, is, kept }) => [serviceOf(was), serviceOf(is.map((one, i) => (((kept >> i) & 1) === 1 ? (was[i] ?? one) : one)))]);

/** A service, and the same with one way, one tie or one text changed. */
export const editedServices: fc.Arbitrary<readonly [Service, Service]> = fc
  .record({ flows: fc.array(flow, { minLength: 1, maxLength: 3 }), which: fc.nat(2), edit: fc.nat(2), at: fc.nat(9), to: fc.nat(9) })
  .map(({ flows, which, edit, at, to }) => {
    const edited = <T>(list: readonly T[], change: (one: T) => T): readonly T[] => list.map((one, i) => (i === at % list.length ? change(one) : one));
    const is = flows.map((one, i): PlannedFlow => {
      if (i !== which % flows.length) return one;
      if (edit === 0) return { ...one, edges: edited(one.edges, (edge) => ({ ...edge, to })) };
      if (edit === 1) return { ...one, ties: edited(one.ties, (tie) => ({ ...tie, to })) };
      return { ...one, steps: edited(one.steps, (step) => ({ ...step, text: to % 3 })) };
    });
    return [serviceOf(flows), serviceOf(is)];
  });

/** The same service with other ids, titles and places, and everything in another order: nobody could tell it from the first. */
export const rewritten = (service: Service, seed: number): Service => {
  const shuffled = <T>(list: readonly T[], salt: number): readonly T[] =>
    list.map((one, i) => [((i + 1) * (seed + 7 * salt + 3)) % 101, one] as const).sort(([a], [b]) => a - b).map(([, one]) => one); // prettier-ignore
  const renamed = (flowIndex: number, id: string): string => `renamed-${flowIndex}-${id}`;
  const order = shuffled([...service.artefacts.keys()], 1);
  return {
    artefacts: order.map((index): Artefact => {
      const artefact = service.artefacts[index]!;
      return {
        ...artefact,
        name: `Another title ${index}`,
        steps: shuffled(artefact.steps, 2).map((step): Step => ({
          ...step,
          id: renamed(index, step.id),
          label:
            step.kind === 'queue' || step.kind === 'transfer' || step.kind === 'person' || step.kind === 'unknown' || step.kind === 'voicemail'
              ? step.label
              : 'Renamed',
          route: ['moved', step.id],
        })),
        start: renamed(index, artefact.start ?? ''),
        edges: shuffled(artefact.edges, 3).map((edge) => ({ ...edge, from: renamed(index, edge.from), to: renamed(index, edge.to) })),
        utterances: artefact.utterances.map((one) => ({ ...one, step: renamed(index, one.step ?? ''), route: ['moved'] })),
      };
    }),
    ties: shuffled(service.ties, 4).map((tie) => ({
      ...tie,
      from: order.indexOf(tie.from),
      to: order.indexOf(tie.to),
      step: renamed(tie.from, tie.step),
    })),
  };
};

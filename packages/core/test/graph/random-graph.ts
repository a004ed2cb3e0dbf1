import fc from 'fast-check';
import { ANY_OUTCOME, buildProcedureGraph, NO_RETURN, type ProcedureGraph } from '../../src/graph/procedures.js';
import type { EdgeSet, Search } from '../../src/graph/search.js';

/** Events of the random graphs; the last one is what no return takes. */
const EVENTS = 3;

interface Plan {
  readonly sizes: number[];
  readonly edges: { from: number; to: number; event: number; tail: boolean }[];
  readonly calls: { node: number; procedure: number }[];
  readonly returns: { node: number; outcome: number }[];
  readonly open: number[];
}

const nodeOf = (total: number): fc.Arbitrary<number> => fc.nat(total - 1);

const plan = (procedures: number): fc.Arbitrary<Plan> =>
  fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: procedures }).chain((sizes) => {
    const total = sizes.reduce((a, b) => a + b, 0);
    return fc.record({
      sizes: fc.constant(sizes),
      edges: fc.array(fc.record({ from: nodeOf(total), to: nodeOf(total), event: fc.nat(EVENTS - 1), tail: fc.boolean() }), { maxLength: 14 }),
      calls: fc.array(fc.record({ node: nodeOf(total), procedure: fc.nat(sizes.length - 1) }), { maxLength: procedures === 1 ? 0 : 4 }),
      returns: fc.array(fc.record({ node: nodeOf(total), outcome: fc.integer({ min: ANY_OUTCOME, max: EVENTS - 1 }) }), {
        maxLength: procedures === 1 ? 0 : 4,
      }),
      open: fc.array(nodeOf(total), { maxLength: 2 }),
    });
  });

const build = ({ sizes, edges, calls, returns, open }: Plan): ProcedureGraph => {
  const first: number[] = [];
  let total = 0;
  for (const size of sizes) {
    first.push(total);
    total += size;
  }
  const procedureOf = (node: number): number => first.findLastIndex((f) => f <= node);
  const calling = new Set(calls.map((c) => c.node));
  const outcome = new Int16Array(total).fill(NO_RETURN);
  const leaves = new Set<number>();
  for (const r of returns) if (!calling.has(r.node)) outcome[r.node] = r.outcome;
  // Only tail edges cross procedures, and they lead to starts; other edges are bent back into their own procedure.
  const placed = edges.map((e) => {
    const own = procedureOf(e.from);
    const size = sizes[own]!;
    const within = first[own]! + (e.to % size);
    leaves.add(e.from);
    if (e.tail && sizes.length > 1) return { from: e.from, to: first[procedureOf(e.to)]!, event: e.event, direct: true, tail: true };
    return { from: e.from, to: within, event: e.event, direct: !calling.has(e.from) || e.event === EVENTS - 1, tail: false };
  });
  return buildProcedureGraph({
    nodes: total,
    first,
    start: first,
    edges: placed.sort((a, b) => a.from - b.from),
    calls,
    outcome,
    neverOnReturn: EVENTS - 1,
    open: Uint8Array.from({ length: total }, (_, v) => (open.includes(v) && !leaves.has(v) && outcome[v] === NO_RETURN && !calling.has(v) ? 1 : 0)),
  });
};

/** Small graphs: up to three procedures of up to four nodes, with calls, recursion, returns, transfers and open nodes. */
export const graphs = (procedures = 3): fc.Arbitrary<ProcedureGraph> => plan(procedures).map(build);

/** A set with about so many tenths of all numbers; it prints as the numbers it holds. */
const subset = (length: number, share: number): fc.Arbitrary<(n: number) => boolean> =>
  fc.array(fc.nat(9), { minLength: length, maxLength: length }).map((list) => {
    const held = new Set([...list.keys()].filter((i) => list[i]! < share));
    return Object.assign((n: number) => held.has(n), { toString: () => `{${[...held].join(' ')}}` });
  });

const price = (length: number, costs: readonly number[]): fc.Arbitrary<(n: number) => number> =>
  fc
    .array(fc.constantFrom(...costs), { minLength: length, maxLength: length })
    .map((list) => Object.assign((n: number) => list[n]!, { toString: () => list.join(' ') }));

/** A search in a small graph. */
export interface RandomSearch {
  readonly search: Search;
  readonly leaving: EdgeSet | undefined;
  readonly start: number;
}

export const searches = (procedures = 3): fc.Arbitrary<RandomSearch> =>
  graphs(procedures).chain((graph) =>
    fc
      .record({
        along: subset(graph.edges, 8),
        closed: subset(graph.nodes, 1),
        target: subset(graph.nodes, 2),
        live: subset(graph.nodes, 8),
        openEnds: fc.boolean(),
        start: fc.nat(graph.nodes - 1),
        through: fc.option(subset(graph.nodes, 3), { nil: undefined }),
        leaving: fc.option(subset(graph.edges, 5), { nil: undefined }),
        nodeCost: fc.option(price(graph.nodes, [0, 1, 2, 5, Infinity]), { nil: undefined }),
        edgeCost: fc.option(price(graph.edges, [0, 1, 2]), { nil: undefined }),
      })
      .map(({ start, leaving, through, nodeCost, edgeCost, ...masks }): RandomSearch => ({
        start,
        leaving,
        search: {
          graph,
          ...masks,
          ...(through === undefined ? {} : { through }),
          ...(nodeCost === undefined ? {} : { nodeCost }),
          ...(edgeCost === undefined ? {} : { edgeCost }),
        },
      })),
  );

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { components } from '../../src/graph/components.js';
import { digraph, type Digraph } from '../../src/graph/digraph.js';
import { dominators } from '../../src/graph/dominators.js';
import { Journeys, type Journey } from '../../src/graph/journeys.js';
import { journeyMeetingMost } from '../../src/graph/longest.js';
import { LoopFinder } from '../../src/graph/loops.js';
import { buildProcedureGraph, NO_RETURN } from '../../src/graph/procedures.js';
import { reachable } from '../../src/graph/reach.js';
import type { Search } from '../../src/graph/search.js';
import { summariesOf } from '../../src/graph/summaries.js';
import type { Station } from '../../src/graph/summaries.js';
import { cheapestByTrial, enter, firstMoves, loopByTrial, mostByTrial, movesOf, reachableByTrial, type Standing } from './oracle.js';
import { graphs, searches } from './random-graph.js';

const RUNS = { numRuns: 3000 };

/** Whether stations can be walked, as one of the standings that are possible after each of them. */
const isWalk = (search: Search, stations: readonly Station[], first: ReturnType<typeof firstMoves>): boolean => {
  const none = { met: false, cost: 0, steps: 0 };
  let at: Standing[] = first.filter((m) => m.node === stations[1]?.node && m.edge === stations[1].edge).flatMap((m) => enter(search, none, m) ?? []);
  for (const station of stations.slice(2)) {
    at = at.flatMap((from) =>
      movesOf(search, from)
        .filter((m) => m.node === station.node && m.edge === station.edge)
        .flatMap((m) => enter(search, from, m) ?? []),
    );
  }
  return at.length > 0;
};

const costsNothing = ({ nodeCost, edgeCost }: Search): boolean => nodeCost === undefined && edgeCost === undefined;

describe('journeys', () => {
  it('are the cheapest ones that trying everything finds, and can be walked', () => {
    fc.assert(
      fc.property(searches(), ({ search, start, leaving }) => {
        const expected = cheapestByTrial(search, start, leaving);
        const journeys = new Journeys(search, [start], leaving);
        const found: Journey | undefined = journeys.find(start);
        expect(journeys.has(start)).toBe(expected !== undefined);
        expect(found === undefined ? undefined : { cost: costsNothing(search) ? 0 : found.cost, steps: found.steps }).toEqual(expected);
        if (found === undefined) return;
        expect(found.stations.filter((s) => s.node === start)).toHaveLength(1);
        expect(found.stations).toHaveLength(found.steps + 1);
        expect(isWalk(search, found.stations, firstMoves(search, start, leaving))).toBe(true);
      }),
      RUNS,
    );
  });
});

describe('journeys from many starts', () => {
  it('are what each start has alone', () => {
    fc.assert(
      fc.property(searches(), ({ search, leaving }) => {
        const starts = [...Array(search.graph.nodes).keys()];
        const together = new Journeys(search, starts, leaving);
        for (const start of starts) {
          const expected = cheapestByTrial(search, start, leaving);
          expect(together.has(start)).toBe(expected !== undefined);
          expect(together.find(start)?.steps).toBe(expected?.steps);
        }
      }),
      { numRuns: 1500 },
    );
  });

  it('are none where only a start that was passed on to itself may end', () => {
    // 0 is passed on to itself, or goes on to the return 1; 2 calls it and goes nowhere.
    const graph = buildProcedureGraph({
      nodes: 3,
      edges: [
        { from: 0, to: 0, event: 1, direct: true, tail: true },
        { from: 0, to: 1, event: 0, direct: true, tail: false },
      ],
      calls: [{ node: 2, procedure: 0 }],
      first: [0, 2],
      start: [0, 2],
      outcome: Int16Array.from([NO_RETURN, 1, NO_RETURN]),
      open: new Uint8Array(3),
      neverOnReturn: 2,
    });
    const search: Search = { graph, along: () => true, closed: () => false, target: () => false, live: () => true, openEnds: true };
    expect(cheapestByTrial(search, 0, undefined)).toBeUndefined();
    expect(new Journeys(search, [0, 1, 2], undefined).has(0)).toBe(false);
  });
});

describe('reachability', () => {
  it('matches calls and returns as trying everything does', () => {
    fc.assert(
      fc.property(searches(), fc.array(fc.nat(11), { maxLength: 3 }), ({ search }, picks) => {
        const { nodeCost: _n, edgeCost: _e, through: _t, ...plain } = search;
        const starts = picks.map((p) => p % search.graph.nodes);
        const found = reachable(plain, starts);
        expect(new Set([...found.keys()].filter((v) => found[v] === 1))).toEqual(reachableByTrial(plain, starts));
      }),
      RUNS,
    );
  });
});

describe('loops', () => {
  it('are found where a closed walk passes a wanted node, and only there', () => {
    fc.assert(
      fc.property(searches(), ({ search: given }) => {
        const { nodeCost: _n, edgeCost: _e, ...plain } = given;
        const search: Search = { ...plain, through: given.through ?? given.target };
        const loops = new LoopFinder(search).find();
        expect(loops.length > 0).toBe(loopByTrial(search));
        for (const { stations } of loops) {
          expect(stations[0]!.node).toBe(stations.at(-1)!.node);
          expect(stations.some((s) => search.through?.(s.node) === true)).toBe(true);
        }
      }),
      RUNS,
    );
  });
});

describe('journeys that meet as much as possible', () => {
  it('meet as many distinct nodes as trying everything finds, inside one procedure', () => {
    fc.assert(
      fc.property(searches(1), ({ search: given, start, leaving }) => {
        const { nodeCost: _n, edgeCost: _e, through, ...search } = given;
        const counted = through ?? given.target;
        const found = journeyMeetingMost(search, summariesOf(search), start, leaving, counted);
        expect(found?.met ?? -1).toBe(mostByTrial(search, start, leaving, counted));
        if (found !== undefined) expect(isWalk(search, found.journey.stations, firstMoves(search, start, leaving))).toBe(true);
      }),
      RUNS,
    );
  });

  it('never claim more than there is, across calls', () => {
    fc.assert(
      fc.property(searches(), ({ search: given, start, leaving }) => {
        const { nodeCost: _n, edgeCost: _e, through, ...search } = given;
        const counted = through ?? given.target;
        const found = journeyMeetingMost(search, summariesOf(search), start, leaving, counted);
        if (found === undefined) return;
        expect(isWalk(search, found.journey.stations, firstMoves(search, start, leaving))).toBe(true);
        expect(
          new Set(
            found.journey.stations
              .slice(1)
              .map((s) => s.node)
              .filter((v) => counted(v)),
          ).size,
        ).toBe(found.met);
      }),
      RUNS,
    );
  });
});

const plain = (nodes: number): fc.Arbitrary<Digraph> =>
  fc.array(fc.tuple(fc.nat(nodes - 1), fc.nat(nodes - 1)), { maxLength: 3 * nodes }).map((pairs) =>
    digraph(
      nodes,
      pairs.map(([a]) => a),
      pairs.map(([, b]) => b),
    ),
  );

const reaches = (graph: Digraph, from: number, to: number, without: number): boolean => {
  if (from === without) return false;
  const seen = new Set([from]);
  const queue = [from];
  for (const v of queue)
    for (let i = graph.out[v]!; i < graph.out[v + 1]!; i++) {
      const w = graph.to[i]!;
      if (w === without || seen.has(w)) continue;
      seen.add(w);
      queue.push(w);
    }
  return seen.has(to);
};

describe('plain graphs', () => {
  it('have the components that mutual reachability gives, numbered against the edges', () => {
    fc.assert(
      fc.property(plain(7), (graph) => {
        const { of, sizes, count } = components(graph);
        expect(sizes.reduce((a, b) => a + b, 0)).toBe(7);
        expect(new Set(of).size).toBe(count);
        for (let a = 0; a < 7; a++)
          for (let b = 0; b < 7; b++) {
            expect(of[a] === of[b]).toBe(reaches(graph, a, b, -1) && reaches(graph, b, a, -1));
            if (reaches(graph, a, b, -1)) expect(of[b]!).toBeLessThanOrEqual(of[a]!);
          }
      }),
      { numRuns: 500 },
    );
  });

  it('have the dominators that taking nodes away gives', () => {
    fc.assert(
      fc.property(plain(7), fc.nat(6), (graph, root) => {
        const tree = dominators(graph, root);
        for (let by = 0; by < 7; by++)
          for (let node = 0; node < 7; node++) {
            const reached = reaches(graph, root, node, -1);
            const expected = reached && (by === node || !reaches(graph, root, node, by));
            expect(tree.dominates(by, node), `${by} over ${node}`).toBe(expected && reaches(graph, root, by, -1));
          }
      }),
      { numRuns: 1000 },
    );
  });

  it('are laid out with every edge, whatever procedures they are cut into', () => {
    fc.assert(
      fc.property(graphs(), (graph) => {
        for (let v = 0; v < graph.nodes; v++) {
          for (let e = graph.out[v]!; e < graph.out[v + 1]!; e++) expect(graph.from[e]).toBe(v);
          for (let i = graph.into[v]!; i < graph.into[v + 1]!; i++) expect(graph.to[graph.incoming[i]!]).toBe(v);
        }
      }),
      { numRuns: 300 },
    );
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Alike } from '../../src/compare/alike.js';
import { changesNothing, compareServices } from '../../src/compare/compare.js';
import { destinationsAt, isPerson, isStop, isWalked } from '../../src/compare/destinations.js';
import { Entry } from '../../src/compare/entries.js';
import { edgeName, observationOf } from '../../src/compare/felt.js';
import { Following } from '../../src/compare/following.js';
import { edgesOf, sideOf, type Side } from '../../src/compare/side.js';
import { NO_RETURN } from '../../src/graph/procedures.js';
import type { Search } from '../../src/graph/search.js';
import type { Service } from '../../src/link/service.js';
import { cheapestByTrial, firstMoves, movesOf, reachableByTrial, type OracleMove } from '../graph/oracle.js';
import { editedServices, pairsOfServices, rewritten, services } from './random-service.js';

const RUNS = { numRuns: 150 };

const compared = (before: Service, after: Service) => compareServices({ before, after, findings: { before: [], after: [] } });

/** Pairs of steps that nobody could tell apart: all pairs at first, and then without those that differ, until nothing changes. */
const alikeByTrial = (before: Side, after: Side, isWalked: (side: Side, node: number) => boolean = () => true): ReadonlySet<string> => {
  const pairs = new Set<string>();
  for (const a of before.graph.steps.keys())
    for (const b of after.graph.steps.keys()) if (observationOf(before, a) === observationOf(after, b)) pairs.add(`${a} ${b}`);
  const ways = (side: Side, node: number): readonly (readonly [string, number])[] => {
    const { to, calls, callees, start } = side.graph.graph;
    const called = [...callees.subarray(calls[node], calls[node + 1])].map((p) => ['calls', start[p]!] as const);
    return [...edgesOf(side, node).map((edge) => [edgeName(side, edge), to[edge]!] as const), ...called].filter(([, next]) => isWalked(side, next));
  };
  const holds = (pair: string): boolean => {
    const [a = 0, b = 0] = pair.split(' ').map(Number);
    const [was, is] = [ways(before, a), ways(after, b)];
    return was.length === is.length && was.every(([name, to]) => is.some(([other, there]) => name === other && pairs.has(`${to} ${there}`)));
  };
  for (let wrong = [...pairs].filter((pair) => !holds(pair)); wrong.length > 0; wrong = [...pairs].filter((pair) => !holds(pair)))
    for (const pair of wrong) pairs.delete(pair);
  return pairs;
};

describe('alike', () => {
  it('are the steps from which nothing that customers can do tells the two apart', () => {
    fc.assert(
      fc.property(fc.oneof(pairsOfServices, editedServices), ([was, is]) => {
        const [before, after] = [sideOf(was), sideOf(is)];
        const starts = was.artefacts.flatMap((_, i) =>
          is.artefacts[i] === undefined ? [] : [{ before: before.graph.graph.start[i]!, after: after.graph.graph.start[i]! }],
        );
        const alike = new Alike(before, after, starts);
        const expected = alikeByTrial(before, after);
        for (const pair of alike.pairs())
          expect([pair, alike.same(pair.before, pair.after)]).toEqual([pair, expected.has(`${pair.before} ${pair.after}`)]);
      }),
      RUNS,
    );
  });
});

describe('nothing changes', () => {
  it('between a service and itself', () => {
    fc.assert(
      fc.property(services, (service) => {
        expect(changesNothing(compared(service, service))).toBe(true);
      }),
      RUNS,
    );
  });

  it('where steps are renamed, and flows, steps and ways stand in another order', () => {
    fc.assert(
      fc.property(services, fc.nat(97), (service, seed) => {
        const { flows } = compared(service, rewritten(service, seed));
        expect(flows.map(({ status }) => status)).toEqual(flows.map(() => 'same'));
      }),
      RUNS,
    );
  });
});

describe('a difference', () => {
  it('is never passed over: where all flows are the same, nobody could tell them apart', () => {
    fc.assert(
      fc.property(editedServices, ([was, is]) => {
        const { flows } = compared(was, is);
        if (flows.some(({ status }) => status !== 'same')) return;
        const [before, after] = [sideOf(was), sideOf(is)];
        // Behind a call that never comes back there is nothing to tell apart.
        const expected = alikeByTrial(before, after, (side, node) => side.graph.alive[node] === 1);
        for (const index of was.artefacts.keys())
          expect(expected.has(`${before.graph.graph.start[index]} ${after.graph.graph.start[index]}`)).toBe(true);
      }),
      RUNS,
    );
  });
});

/** Stops that come next, by trying everything with the calls written out. */
const afterByTrial = (side: Side, search: Search, node: number, leaving: (edge: number) => boolean): ReadonlySet<number> => {
  const { graph } = side.graph;
  const found = new Set<number>();
  const seen = new Set<string>();
  const open: Pick<OracleMove, 'node' | 'stack' | 'below'>[] = firstMoves(search, node, leaving);
  for (const at of open) {
    const key = `${at.node}/${at.stack.join(',')}/${at.below}`;
    if (seen.has(key)) continue;
    seen.add(key);
    if (isStop(side, at.node) || (graph.outcome[at.node] !== NO_RETURN && at.stack.length === 0)) found.add(at.node);
    else open.push(...movesOf(search, at));
  }
  return found;
};

describe('what comes next', () => {
  it('is what trying everything comes to', () => {
    fc.assert(
      fc.property(services, fc.constantFrom(undefined, 'open' as const, 'closed' as const), (service, hours) => {
        const side = sideOf(service);
        const following = new Following(side, hours);
        const along = (edge: number): boolean => isWalked(side, edge, hours);
        const search: Search = { graph: side.graph.graph, along, closed: () => false, target: () => false, openEnds: false, live: () => false };
        for (const edge of Array(side.graph.graph.edges).keys()) {
          const node = side.graph.graph.from[edge]!;
          const found = following.after(node, (e) => e === edge).stops;
          expect(new Set(found.map((one) => one.node))).toEqual(afterByTrial(side, search, node, (e) => e === edge && along(e)));
          for (const { node: end, way } of found) {
            expect(way[0]?.node).toBe(node);
            expect(way.at(-1)?.node).toBe(end);
          }
        }
      }),
      RUNS,
    );
  });
});

describe('an entry', () => {
  it('comes to what trying everything comes to, with no more effort than need be', () => {
    fc.assert(
      fc.property(services, (service) => {
        const side = sideOf(service);
        const start = side.graph.graph.start[0]!;
        const entry = new Entry(side, start, undefined);
        const search: Search = {
          graph: side.graph.graph,
          along: (edge) => isWalked(side, edge, undefined),
          closed: () => false,
          target: (node) => isPerson(side, node),
          openEnds: false,
          live: () => false,
        };
        const nodes = reachableByTrial(search, [start]);
        expect(new Set(entry.nodes())).toEqual(nodes);
        expect(new Set(entry.destinations().keys())).toEqual(new Set([...nodes].flatMap((node) => destinationsAt(side, node).map(({ key }) => key))));
        const isChoice = (edge: number): number => (side.graph.labels[edge] === undefined ? 0 : 1);
        const all = cheapestByTrial({ ...search, edgeCost: isChoice }, start, undefined);
        const effort = entry.effort();
        expect(effort === undefined).toBe(all === undefined);
        // Whoever fails at nothing may have more choices to make, and never fewer.
        if (effort !== undefined && all !== undefined) expect(effort.choices).toBeGreaterThanOrEqual(all.cost);
        if (effort?.onlyByFailing === true) expect(effort.choices).toBe(all?.cost);
      }),
      RUNS,
    );
  });
});

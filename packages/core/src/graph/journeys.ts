import { digraph, type Digraph } from './digraph.js';
import { distancesTo, type Distances } from './distances.js';
import { dominators, type Dominators } from './dominators.js';
import { NO_RETURN } from './procedures.js';
import { HeapQueue, StepQueue } from './queue.js';
import {
  accepts,
  Context,
  contextOfState,
  enterCost,
  forEachMove,
  isOpenTo,
  nodeOfState,
  passedOn,
  stageAfter,
  stageOfState,
  stateOf,
  type EdgeSet,
  type Search,
  type Visit,
} from './search.js';
import { summariesWithout, type Station, type Summaries, type Summary } from './summaries.js';

/** A journey: its nodes from the first to the last, each with the edge by which it was entered (-1 at the first node and at starts of procedures). */
export interface Journey {
  readonly stations: readonly Station[];
  /** Sum of the costs of all nodes but the first. */
  readonly cost: number;
  /** Number of nodes but the first. */
  readonly steps: number;
}

/** The edges by which a journey may leave its first node; absent: as every later one. */
export type Leaving = EdgeSet | undefined;

/**
 * Calls `visit` for every first move from a node. With `leaving`, the edges named there are what counts: a call is left by what happens on its
 * return, and neither calls nor returns are first moves of their own.
 */
export const forEachFirstMove = (search: Search, summaries: Summaries | undefined, node: number, leaving: Leaving, visit: Visit): void => {
  if (leaving === undefined) {
    forEachMove(search, summaries, node, Context.Risen, 0, visit);
    return;
  }
  const { graph } = search;
  for (let e = graph.out[node]!; e < graph.out[node + 1]!; e++) {
    const to = graph.to[e]!;
    if (leaving(e) && isOpenTo(search, to)) visit(to, graph.tail[e] === 1 ? passedOn(graph) : Context.Risen, stageAfter(search, to, 0), e, undefined);
  }
};

/** How many stations are looked at before a question about coming back is left to dominators. */
const NEAR = 64;

/**
 * Journeys from many starts to the ends of one search. A journey has at least one edge and never comes back to its own start.
 * One search answers for all starts; a dedicated search is needed only for the evidence of a start whose cheapest journey comes back to it.
 * Whether such a start has another journey at all is read off the dominators of the reversed graph, so that asking all starts stays linear.
 */
export class Journeys {
  readonly #distances: Distances;
  readonly #leaving: Leaving;
  /** Short journeys that were met when they were asked for. */
  readonly #met = new Map<number, Journey>();
  #after: Dominators | undefined;

  constructor(search: Search, starts: Iterable<number>, leaving: Leaving) {
    this.#leaving = leaving;
    this.#distances = distancesTo(search, (s, summaries, visit) => {
      for (const start of starts) forEachFirstMove(s, summaries, start, leaving, visit);
    });
  }

  /** Whether there is a journey from one of the starts. */
  has(start: number): boolean {
    if (!this.#canComeBack(start)) return this.#leads(start);
    const near = walk(this.#distances, start, this.#leaving, NEAR);
    if (near === undefined) return false;
    if (near.complete && !comesBack(near.journey)) {
      this.#met.set(start, near.journey);
      return true;
    }
    return this.#isSingleState(start) ? this.#hasPast(start) : this.find(start) !== undefined;
  }

  /** Whether one of the first moves leads to an end, be it by the start itself. */
  #leads(start: number): boolean {
    const { search, states, summaries, region, steps } = this.#distances;
    let found = false;
    forEachFirstMove(search, summaries, start, this.#leaving, (to, context, stage, _edge, inside) => {
      if (!found && steps[region.at(stateOf(search, states, to, context, stage))]! + (inside?.steps ?? 0) !== Infinity) found = true;
    });
    return found;
  }

  /** The cheapest journey from one of the starts; undefined if there is none. */
  find(start: number): Journey | undefined {
    const found = this.#met.get(start) ?? walk(this.#distances, start, this.#leaving, Infinity)?.journey;
    if (found === undefined || !comesBack(found)) return found;
    return journeyAvoidingStart(this.#distances, start, this.#leaving);
  }

  /** Least cost, or steps where the search has no costs, of a journey from one of the starts; Infinity if there is none. */
  cost(start: number): number {
    const found = this.find(start);
    const { nodeCost, edgeCost } = this.#distances.search;
    if (found === undefined) return Infinity;
    return nodeCost === undefined && edgeCost === undefined ? found.steps : found.cost;
  }

  /** Frees what the search holds; nothing may be asked of it afterwards. */
  release(): void {
    this.#distances.region.release();
  }

  /**
   * A cheapest journey comes back to its start only where that may be left otherwise the second time, or is an end itself. One that was passed on
   * on the way may end at a return at which it could not end before.
   */
  #canComeBack(start: number): boolean {
    const { through, target, openEnds, graph } = this.#distances.search;
    return (
      this.#leaving !== undefined ||
      through !== undefined ||
      target(start) ||
      (openEnds && !this.#isSingleState(start)) ||
      (openEnds && (graph.open[start] === 1 || graph.outcome[start] !== NO_RETURN))
    );
  }

  /** Whether the node has one state only: no contexts are told apart in its procedure, and nothing must be passed. */
  #isSingleState(node: number): boolean {
    const { search, states } = this.#distances;
    return states.stages === 1 && (states.contexts === 1 || search.graph.entered[search.graph.procedureOf[node]!] === 0);
  }

  /** Whether one of the first moves leads to an end by a way that does not pass the start. */
  #hasPast(start: number): boolean {
    const { search, states, summaries, region, steps } = this.#distances;
    const own = region.at(stateOf(search, states, start, Context.Risen, 0));
    this.#after ??= dominators(movesBackwards(this.#distances), region.states.length);
    let found = false;
    forEachFirstMove(search, summaries, start, this.#leaving, (to, context, stage) => {
      const n = region.at(stateOf(search, states, to, context, stage));
      if (n !== own && steps[n]! !== Infinity && !(own >= 0 && this.#after!.dominates(own, n))) found = true;
    });
    return found;
  }
}

/** All moves between states from which an end is reached, turned round, with one more node that leads to all ends. */
const movesBackwards = ({ search, states, summaries, region, steps }: Distances): Digraph => {
  const from: number[] = [];
  const to: number[] = [];
  const ends = region.states.length;
  region.states.forEach((state, n) => {
    if (steps[n] === Infinity) return;
    if (steps[n] === 0) {
      from.push(ends);
      to.push(n);
    }
    forEachMove(
      search,
      summaries,
      nodeOfState(search, state),
      contextOfState(search, states, state),
      stageOfState(search, states, state),
      (node, context, stage) => {
        const next = region.at(stateOf(search, states, node, context, stage));
        if (steps[next] === Infinity) return;
        from.push(next);
        to.push(n);
      },
    );
  });
  return digraph(ends + 1, from, to);
};

const comesBack = (journey: Journey): boolean => {
  const start = journey.stations[0]!.node;
  return journey.stations.some((s, i) => i > 0 && s.node === start);
};

interface Move {
  /** Position in the region. */
  readonly at: number;
  readonly edge: number;
  readonly inside: Summary | undefined;
}

/** Follows falling distances, for so many stations at most; ties are broken by the order of the document. */
const walk = (distances: Distances, start: number, leaving: Leaving, most: number): { journey: Journey; complete: boolean } | undefined => {
  const { search, states, summaries, region, cost, steps } = distances;
  const stations: Station[] = [{ node: start, edge: -1 }];
  const nearest: { move: Move | undefined; cost: number; steps: number } = { move: undefined, cost: Infinity, steps: Infinity };
  const weigh: Visit = (to, context, stage, edge, inside) => {
    const at = region.at(stateOf(search, states, to, context, stage));
    const c = cost[at]! + enterCost(search, to, edge) + (inside?.cost ?? 0);
    const s = steps[at]! + 1 + (inside?.steps ?? 0);
    if (s === Infinity || c > nearest.cost || (c === nearest.cost && s >= nearest.steps)) return;
    Object.assign(nearest, { move: { at, edge, inside }, cost: c, steps: s });
  };
  forEachFirstMove(search, summaries, start, leaving, weigh);
  const total = { cost: nearest.cost, steps: nearest.steps };
  for (let move = nearest.move; move !== undefined; move = nearest.move) {
    const state = region.states[move.at]!;
    const node = nodeOfState(search, state);
    if (move.inside !== undefined) stations.push(...summaries!.way(move.inside));
    stations.push({ node, edge: move.edge });
    if (steps[move.at] === 0 || stations.length > most) return { journey: { stations, ...total }, complete: steps[move.at] === 0 };
    Object.assign(nearest, { move: undefined, cost: Infinity, steps: Infinity });
    forEachMove(search, summaries, node, contextOfState(search, states, state), stageOfState(search, states, state), weigh);
  }
  return undefined;
};

/** Searches forwards with the start closed. Stops at the first end, so that it costs no more than the neighbourhood of the start. */
const journeyAvoidingStart = ({ search, states, summaries: all }: Distances, start: number, leaving: Leaving): Journey | undefined => {
  const summaries = summariesWithout(search, start, all);
  const cost = new Map<number, number>();
  const steps = new Map<number, number>();
  const settled = new Set<number>();
  const came = new Map<number, { before: number; edge: number; inside: Summary | undefined }>();
  const queue = search.nodeCost === undefined && search.edgeCost === undefined ? new StepQueue() : new HeapQueue();
  const from =
    (before: number): Visit =>
    (node, context, stage, edge, inside) => {
      if (node === start) return;
      const state = stateOf(search, states, node, context, stage);
      const c = (cost.get(before) ?? 0) + enterCost(search, node, edge) + (inside?.cost ?? 0);
      const s = (steps.get(before) ?? 0) + 1 + (inside?.steps ?? 0);
      if (settled.has(state) || c > (cost.get(state) ?? Infinity) || (c === cost.get(state) && s >= steps.get(state)!)) return;
      cost.set(state, c);
      steps.set(state, s);
      came.set(state, { before, edge, inside });
      queue.push(state, c, s);
    };
  const trace = (end: number): Station[] => {
    const stations: Station[] = [];
    for (let state = end; state >= 0;) {
      const { before, edge, inside } = came.get(state)!;
      stations.push({ node: nodeOfState(search, state), edge });
      if (inside !== undefined) stations.push(...summaries!.way(inside).reverse());
      state = before;
    }
    return [{ node: start, edge: -1 }, ...stations.reverse()];
  };
  forEachFirstMove(search, summaries, start, leaving, from(-1));
  for (let state = queue.pop(); state >= 0; state = queue.pop()) {
    if (settled.has(state)) continue;
    settled.add(state);
    const node = nodeOfState(search, state);
    const context = contextOfState(search, states, state);
    const stage = stageOfState(search, states, state);
    if (accepts(search, states, node, context, stage)) return { stations: trace(state), cost: cost.get(state)!, steps: steps.get(state)! };
    forEachMove(search, summaries, node, context, stage, from(state));
  }
  return undefined;
};

import { digraph, type Digraph } from './digraph.js';
import { distancesTo, type Distances } from './distances.js';
import { dominators, type Dominators } from './dominators.js';
import { NO_RETURN } from './procedures.js';
import { HeapQueue, StepQueue } from './queue.js';
import {
  accepts, Context, contextOfState, enterCost, forEachMove, nodeOfState, stageOfState, stateOf, summariesWithout, isOpenTo, stageAfter,
  type Search, type Visit,
} from './search.js';
import type { Station, Summaries, Summary } from './summaries.js';

/** A journey: its nodes from the first to the last, each with the edge by which it was entered (-1 at the first node and at starts of procedures). */
export interface Journey {
  readonly stations: readonly Station[];
  /** Sum of the costs of all nodes but the first. */
  readonly cost: number;
  /** Number of nodes but the first. */
  readonly steps: number;
}

/** The first move of a journey. `leaving` holds 1 for edges by which it may leave its first node; absent: as every later move. */
export type Leaving = Uint8Array | undefined;

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
    if (leaving[e] === 1 && isOpenTo(search, to)) visit(to, graph.tail[e] === 1 ? Context.Passed : Context.Risen, stageAfter(search, to, 0), e, undefined);
  }
};

/** How many stations are looked at before a question about coming back is left to dominators. */
const NEAR = 64;

/**
 * Journeys from many starts to the ends of one search. A journey has at least one edge and never comes back to its own start.
 * One search backwards answers for all starts; a dedicated search is needed only for the evidence of a start whose cheapest journey comes back
 * to it. Whether such a start has another journey at all is read off the dominators of the reversed graph, so that asking all starts stays linear.
 */
export class Journeys {
  readonly #distances: Distances;
  readonly #leaving: Leaving;
  #after: Dominators | undefined;

  constructor(search: Search, leaving: Leaving) {
    this.#distances = distancesTo(search);
    this.#leaving = leaving;
  }

  /** Whether there is a journey from a node. */
  has(node: number): boolean {
    const near = walk(this.#distances, node, this.#leaving, NEAR);
    if (near === undefined) return false;
    if (near.complete && !comesBack(near.journey)) return true;
    if (!this.#canComeBack(node)) return true;
    if (!this.#isSingleState(node)) return this.find(node) !== undefined;
    return this.#hasPast(node);
  }

  /** The cheapest journey from a node; undefined if there is none. */
  find(node: number): Journey | undefined {
    const found = walk(this.#distances, node, this.#leaving, Infinity)?.journey;
    if (found === undefined || !comesBack(found)) return found;
    return journeyAvoidingStart(this.#distances, node, this.#leaving);
  }

  /** Least cost, or steps where the search has no costs, of a journey from a node; Infinity if there is none. */
  cost(node: number): number {
    const found = this.find(node), { nodeCost, edgeCost } = this.#distances.search;
    if (found === undefined) return Infinity;
    return nodeCost === undefined && edgeCost === undefined ? found.steps : found.cost;
  }

  /** A cheapest journey comes back to its start only where that may be left otherwise the second time, or is an end itself. */
  #canComeBack(node: number): boolean {
    const { through, target, openEnds, graph } = this.#distances.search;
    return this.#leaving !== undefined || through !== undefined || target[node] === 1 || (openEnds && (graph.open[node] === 1 || graph.outcome[node] !== NO_RETURN));
  }

  /** Whether the node has one state only: its procedure is not entered by calls or transfers, and nothing must be passed. */
  #isSingleState(node: number): boolean {
    const { search, states } = this.#distances;
    return states.stages === 1 && search.graph.entered[search.graph.procedureOf[node]!] === 0;
  }

  /** Whether one of the first moves leads to an end by a way that does not pass the start. */
  #hasPast(node: number): boolean {
    const { search, states, summaries, steps } = this.#distances;
    this.#after ??= dominators(movesBackwards(this.#distances), states.count);
    const start = stateOf(search, states, node, Context.Risen, 0);
    let found = false;
    forEachFirstMove(search, summaries, node, this.#leaving, (to, context, stage) => {
      const state = stateOf(search, states, to, context, stage);
      if (state !== start && steps[state] !== Infinity && !this.#after!.dominates(start, state)) found = true;
    });
    return found;
  }
}

/** All moves between states from which an end is reached, turned round, with one more node that leads to all ends. */
const movesBackwards = ({ search, states, summaries, steps }: Distances): Digraph => {
  const from: number[] = [], to: number[] = [];
  for (let state = 0; state < states.count; state++) {
    if (steps[state] === Infinity) continue;
    const node = nodeOfState(search, state), context = contextOfState(search, states, state), stage = stageOfState(search, states, state);
    if (steps[state] === 0) {
      from.push(states.count);
      to.push(state);
    }
    forEachMove(search, summaries, node, context, stage, (n, c, s) => {
      const next = stateOf(search, states, n, c, s);
      if (steps[next] === Infinity) return;
      from.push(next);
      to.push(state);
    });
  }
  return digraph(states.count + 1, from, to);
};

const comesBack = (journey: Journey): boolean => {
  const start = journey.stations[0]!.node;
  return journey.stations.some((s, i) => i > 0 && s.node === start);
};

interface Move {
  readonly state: number;
  readonly edge: number;
  readonly inside: Summary | undefined;
}

/** Follows falling distances, for so many moves at most; ties are broken by the order of the document. */
const walk = (distances: Distances, node: number, leaving: Leaving, most: number): { journey: Journey; complete: boolean } | undefined => {
  const { search, states, summaries, cost, steps } = distances, stations: Station[] = [{ node, edge: -1 }];
  let best: Move | undefined, bestCost = Infinity, bestSteps = Infinity;
  const weigh: Visit = (to, context, stage, edge, inside) => {
    const state = stateOf(search, states, to, context, stage);
    const c = cost[state]! + enterCost(search, to, edge) + (inside?.cost ?? 0), s = steps[state]! + 1 + (inside?.steps ?? 0);
    if (s === Infinity || c > bestCost || (c === bestCost && s >= bestSteps)) return;
    best = { state, edge, inside };
    bestCost = c;
    bestSteps = s;
  };
  forEachFirstMove(search, summaries, node, leaving, weigh);
  if (best === undefined) return undefined;
  const total = { cost: bestCost, steps: bestSteps };
  for (let move = best as Move; ; move = best) {
    if (move.inside !== undefined) stations.push(...summaries!.way(move.inside));
    stations.push({ node: nodeOfState(search, move.state), edge: move.edge });
    if (steps[move.state] === 0 || stations.length > most) return { journey: { stations, ...total }, complete: steps[move.state] === 0 };
    best = undefined;
    bestCost = bestSteps = Infinity;
    forEachMove(search, summaries, nodeOfState(search, move.state), contextOfState(search, states, move.state), stageOfState(search, states, move.state), weigh);
    if (best === undefined) throw new Error('distances and moves disagree');
  }
};

/** Searches forwards with the start closed. Stops at the first end, so that it costs no more than the neighbourhood of the start. */
const journeyAvoidingStart = ({ search, states, summaries: all }: Distances, start: number, leaving: Leaving): Journey | undefined => {
  const summaries = summariesWithout(search, start, all);
  const cost = new Map<number, number>(), steps = new Map<number, number>(), settled = new Set<number>(), came = new Map<number, { before: number; move: Move }>();
  const queue = search.nodeCost === undefined && search.edgeCost === undefined ? new StepQueue() : new HeapQueue();
  const from = (before: number): Visit => (node, context, stage, edge, inside) => {
    if (node === start) return;
    const state = stateOf(search, states, node, context, stage);
    const c = (cost.get(before) ?? 0) + enterCost(search, node, edge) + (inside?.cost ?? 0), s = (steps.get(before) ?? 0) + 1 + (inside?.steps ?? 0);
    if (settled.has(state) || c > (cost.get(state) ?? Infinity) || (c === cost.get(state) && s >= steps.get(state)!)) return;
    cost.set(state, c);
    steps.set(state, s);
    came.set(state, { before, move: { state, edge, inside } });
    queue.push(state, c, s);
  };
  forEachFirstMove(search, summaries, start, leaving, from(-1));
  for (let state = queue.pop(); state >= 0; state = queue.pop()) {
    if (settled.has(state)) continue;
    settled.add(state);
    const node = nodeOfState(search, state), context = contextOfState(search, states, state), stage = stageOfState(search, states, state);
    if (accepts(search, states, node, context, stage)) return { stations: trace(search, summaries, came, start, state), cost: cost.get(state)!, steps: steps.get(state)! };
    forEachMove(search, summaries, node, context, stage, from(state));
  }
  return undefined;
};

const trace = (search: Search, summaries: Summaries | undefined, came: ReadonlyMap<number, { before: number; move: Move }>, start: number, end: number): Station[] => {
  const stations: Station[] = [];
  for (let state = end; state >= 0; ) {
    const { before, move } = came.get(state)!;
    stations.push({ node: nodeOfState(search, state), edge: move.edge });
    if (move.inside !== undefined) stations.push(...summaries!.way(move.inside).reverse());
    state = before;
  }
  stations.push({ node: start, edge: -1 });
  return stations.reverse();
};


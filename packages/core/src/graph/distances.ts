import { HeapQueue, StepQueue } from './queue.js';
import { NO_RETURN, returnsBy, type ProcedureGraph } from './procedures.js';
import {
  accepts,
  Context,
  contextOfState,
  enterCost,
  forEachMove,
  isOpenTo,
  nodeOfState,
  passedOn,
  stageOfState,
  stateOf,
  statesOf,
  type Search,
  type States,
  type Visit,
} from './search.js';
import { summariesOf, type Summaries, type Summary } from './summaries.js';

/** How far states are from the end of a journey. Only states that journeys from the starts come to have a distance. */
export interface Distances {
  readonly search: Search;
  readonly states: States;
  readonly summaries: Summaries | undefined;
  readonly region: Region;
  /** By position in the region: cost of all nodes entered after the state; 0 at the end, Infinity where no end is reached. */
  readonly cost: Float64Array;
  /** By position in the region: number of nodes entered after the state, those inside calls included. */
  readonly steps: Float64Array;
}

/** Most states a node can have: three contexts, two stages. */
const STATES_A_NODE = 6;

/** States that a journey may come to, numbered as they are met. */
export class Region {
  readonly states: number[] = [];
  readonly #graph: ProcedureGraph;
  readonly #numbers: Int32Array;

  constructor(graph: ProcedureGraph) {
    this.#graph = graph;
    this.#numbers = graph.spare.pop() ?? new Int32Array(graph.nodes * (graph.callees.length > 0 ? STATES_A_NODE : 2));
  }

  /** Position of a state; -1 if it is not in the region. */
  at(state: number): number {
    return this.#numbers[state]! - 1;
  }

  add(state: number): void {
    if (this.#numbers[state] === 0) this.#numbers[state] = this.states.push(state);
  }

  /** Gives the table back; the region must not be asked again. */
  release(): void {
    for (const state of this.states) this.#numbers[state] = 0;
    this.#graph.spare.push(this.#numbers);
  }
}

/** Calls `visit` for every first move of the journeys that are looked for. */
export type FirstMoves = (search: Search, summaries: Summaries | undefined, visit: Visit) => void;

/**
 * Least cost, then fewest steps, to an end: one search forwards for all that journeys may come to, then one backwards from all ends among it.
 * O(E) where only steps count, O(E log V) with costs, for each context and stage; E is what the journeys may come to, not the whole graph.
 */
export const distancesTo = (search: Search, first: FirstMoves): Distances => {
  const states = statesOf(search);
  const summaries = summariesOf(search);
  const region = explore(search, states, summaries, first);
  const ends = endsOf(search, states, region);
  const size = region.states.length;
  // Most searches end nowhere: then there is nothing to go back from.
  if (ends.length === 0) return { search, states, summaries, region, cost: nowhere(size), steps: nowhere(size) };
  const cost = new Float64Array(size).fill(Infinity);
  const steps = new Float64Array(size).fill(Infinity);
  if (isPlain(search, states)) {
    stepBack(search, region, ends, cost, steps);
    return { search, states, summaries, region, cost, steps };
  }
  const settled = new Uint8Array(size);
  const queue = search.nodeCost === undefined && search.edgeCost === undefined ? new StepQueue() : new HeapQueue();
  const reach = (n: number, c: number, s: number): void => {
    if (n < 0 || settled[n] === 1 || c > cost[n]! || (c === cost[n] && s >= steps[n]!)) return;
    cost[n] = c;
    steps[n] = s;
    queue.push(n, c, s);
  };
  for (const n of ends) reach(n, 0, 0);
  const backwards = new Backwards(search, states, summaries);
  for (let n = queue.pop(); n >= 0; n = queue.pop()) {
    if (settled[n] === 1) continue;
    settled[n] = 1;
    const state = region.states[n]!;
    const node = nodeOfState(search, state);
    backwards.forEachBefore(state, (before, edge, inside) =>
      reach(region.at(before), cost[n]! + enterCost(search, node, edge) + (inside?.cost ?? 0), steps[n]! + 1 + (inside?.steps ?? 0)),
    );
  }
  return { search, states, summaries, region, cost, steps };
};

/** Whether a state is a node and nothing else, and every move a step by an edge: nothing is called, nothing must be passed, only steps count. */
const isPlain = (search: Search, { contexts, stages }: States): boolean =>
  contexts === 1 && stages === 1 && search.nodeCost === undefined && search.edgeCost === undefined;

let empty = new Float64Array(0);

/** Distances of which none is finite; shared, and never written to. */
const nowhere = (size: number): Float64Array => {
  if (empty.length < size) empty = new Float64Array(2 * size).fill(Infinity);
  return empty;
};

const explore = (search: Search, states: States, summaries: Summaries | undefined, first: FirstMoves): Region => {
  const region = new Region(search.graph);
  const visit: Visit = (node, context, stage) => region.add(stateOf(search, states, node, context, stage));
  first(search, summaries, visit);
  if (isPlain(search, states)) {
    const { along, closed } = search;
    const { out, to } = search.graph;
    for (const node of region.states) {
      for (let e = out[node]!, end = out[node + 1]!; e < end; e++) {
        const next = to[e]!;
        if (region.at(next) < 0 && along(e) && !closed(next)) region.add(next);
      }
    }
    return region;
  }
  for (const state of region.states)
    forEachMove(search, summaries, nodeOfState(search, state), contextOfState(search, states, state), stageOfState(search, states, state), visit);
  return region;
};

/** Positions of the states in which a journey may end. */
const endsOf = (search: Search, states: States, { states: list }: Region): number[] => {
  const ends: number[] = [];
  for (let n = 0; n < list.length; n++) {
    const state = list[n]!;
    if (accepts(search, states, nodeOfState(search, state), contextOfState(search, states, state), stageOfState(search, states, state))) ends.push(n);
  }
  return ends;
};

/** Counts steps backwards from the ends, in a plain search. */
const stepBack = ({ graph, along }: Search, region: Region, ends: readonly number[], cost: Float64Array, steps: Float64Array): void => {
  const { into, incoming, from } = graph;
  const queue = [...ends];
  for (const n of ends) cost[n] = steps[n] = 0;
  for (const n of queue) {
    const node = region.states[n]!;
    for (let i = into[node]!, end = into[node + 1]!; i < end; i++) {
      const e = incoming[i]!;
      const before = region.at(from[e]!);
      if (before < 0 || steps[before] !== Infinity || !along(e)) continue;
      cost[before] = 0;
      steps[before] = steps[n]! + 1;
      queue.push(before);
    }
  }
};

type VisitBefore = (before: number, edge: number, inside: Summary | undefined) => void;

const CONTEXTS: readonly Context[] = [Context.Risen, Context.Descended, Context.Passed];

/** The moves of `forEachMove`, backwards. */
class Backwards {
  readonly #search: Search;
  readonly #states: States;
  readonly #summaries: Summaries | undefined;
  /** Returns of each procedure. */
  readonly #returns: (readonly number[])[] = [];

  constructor(search: Search, states: States, summaries: Summaries | undefined) {
    this.#search = search;
    this.#states = states;
    this.#summaries = summaries;
  }

  forEachBefore(state: number, visit: VisitBefore): void {
    const search = this.#search;
    const { graph } = search;
    const node = nodeOfState(search, state);
    const context = contextOfState(search, this.#states, state);
    const stage = stageOfState(search, this.#states, state);
    for (const before of this.#stagesBefore(node, stage)) {
      for (let i = graph.into[node]!; i < graph.into[node + 1]!; i++) this.#beforeEdge(graph.incoming[i]!, context, before, visit);
      if (context === Context.Descended) this.#beforeCall(node, before, visit);
    }
  }

  /** Stages from which entering the node leads to `stage`. */
  #stagesBefore(node: number, stage: number): readonly number[] {
    if (this.#states.stages === 1) return JUST_0;
    if (this.#search.through!(node)) return stage === 1 ? BOTH : NONE;
    return stage === 1 ? JUST_1 : JUST_0;
  }

  #beforeEdge(edge: number, context: Context, stage: number, visit: VisitBefore): void {
    const search = this.#search;
    const { graph } = search;
    if (!search.along(edge)) return;
    const from = graph.from[edge]!;
    if (graph.tail[edge] === 1) {
      if (context === passedOn(graph)) this.#forEachContext(from, stage, edge, visit);
      return;
    }
    if (graph.direct[edge] === 1) visit(stateOf(search, this.#states, from, context, stage), edge, undefined);
    for (let i = graph.calls[from]!; i < graph.calls[from + 1]!; i++) {
      const procedure = graph.callees[i]!;
      this.#beforeReturn(from, procedure, edge, context, stage, visit);
      if (context !== Context.Risen || !search.live(from)) continue;
      for (const r of this.#returnsOf(procedure))
        if (returnsBy(graph, graph.outcome[r]!, edge)) visit(stateOf(search, this.#states, r, Context.Risen, stage), edge, undefined);
    }
  }

  #forEachContext(node: number, stage: number, edge: number, visit: VisitBefore): void {
    for (let c = 0; c < this.#states.contexts; c++) visit(stateOf(this.#search, this.#states, node, CONTEXTS[c]!, stage), edge, undefined);
  }

  /** Past the inside of a call, back to the calling step. */
  #beforeReturn(caller: number, procedure: number, edge: number, context: Context, stage: number, visit: VisitBefore): void {
    const search = this.#search;
    const { graph } = search;
    const start = graph.start[procedure]!;
    if (start < 0 || !isOpenTo(search, start)) return;
    for (let entry = 0; entry < this.#states.stages; entry++) {
      for (const inside of this.#summaries?.of(procedure, entry) ?? NO_SUMMARIES) {
        if (inside.stage !== stage || !returnsBy(graph, graph.outcome[inside.node]!, edge)) continue;
        for (const before of this.#stagesBefore(start, entry)) visit(stateOf(search, this.#states, caller, context, before), edge, inside);
      }
    }
  }

  #beforeCall(node: number, stage: number, visit: VisitBefore): void {
    const { graph } = this.#search;
    const procedure = graph.procedureOf[node]!;
    if (graph.start[procedure] !== node) return;
    for (const caller of graph.callers[procedure]!) this.#forEachContext(caller, stage, -1, visit);
  }

  #returnsOf(procedure: number): readonly number[] {
    const { graph } = this.#search;
    return (this.#returns[procedure] ??= [...Array(graph.first[procedure + 1]! - graph.first[procedure]!).keys()]
      .map((i) => graph.first[procedure]! + i)
      .filter((node) => graph.outcome[node] !== NO_RETURN));
  }
}

const JUST_0: readonly number[] = [0];
const JUST_1: readonly number[] = [1];
const BOTH: readonly number[] = [0, 1];
const NONE: readonly number[] = [];
const NO_SUMMARIES: readonly Summary[] = [];

import { HeapQueue, StepQueue } from './queue.js';
import { NO_RETURN, returnsBy } from './procedures.js';
import {
  accepts, Context, contextOfState, enterCost, isOpenTo, nodeOfState, stageOfState, stateOf, statesOf, summariesOf, type Search, type States,
} from './search.js';
import type { Summaries, Summary } from './summaries.js';

/** How far every state is from the end of a journey. Infinity: no journey from there. */
export interface Distances {
  readonly search: Search;
  readonly states: States;
  readonly summaries: Summaries | undefined;
  /** Cost of all nodes entered after the state; 0 at the end. */
  readonly cost: Float64Array;
  /** Number of nodes entered after the state, those inside calls included. */
  readonly steps: Float64Array;
}

/**
 * Least cost, then fewest steps, from every state to an end, by one search backwards from all ends.
 * O(E) where only steps count, O(E log V) with costs, for each context and stage.
 */
export const distancesTo = (search: Search): Distances => {
  const states = statesOf(search), summaries = summariesOf(search);
  const cost = new Float64Array(states.count).fill(Infinity), steps = new Float64Array(states.count).fill(Infinity), settled = new Uint8Array(states.count);
  const counted = search.nodeCost !== undefined || search.edgeCost !== undefined;
  const queue = counted ? new HeapQueue() : new StepQueue();
  const reach = (state: number, c: number, s: number): void => {
    if (settled[state] === 1 || c > cost[state]! || (c === cost[state] && s >= steps[state]!)) return;
    cost[state] = c;
    steps[state] = s;
    queue.push(state, c, s);
  };
  forEachEnd(search, states, (state) => reach(state, 0, 0));
  const backwards = new Backwards(search, states, summaries);
  for (let state = queue.pop(); state >= 0; state = queue.pop()) {
    if (settled[state] === 1) continue;
    settled[state] = 1;
    backwards.forEachBefore(state, (before, edge, inside) => {
      const node = nodeOfState(search, state);
      reach(before, cost[state]! + enterCost(search, node, edge) + (inside?.cost ?? 0), steps[state]! + 1 + (inside?.steps ?? 0));
    });
  }
  return { search, states, summaries, cost, steps };
};

const forEachEnd = (search: Search, states: States, visit: (state: number) => void): void => {
  for (let node = 0; node < search.graph.nodes; node++) {
    if (search.target[node] === 0 && !search.openEnds) continue;
    for (let context = 0; context < states.contexts; context++) {
      for (let stage = 0; stage < states.stages; stage++) if (accepts(search, states, node, context, stage)) visit(stateOf(search, states, node, context, stage));
    }
  }
};

type VisitBefore = (before: number, edge: number, inside: Summary | undefined) => void;

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
    const search = this.#search, { graph } = search, node = nodeOfState(search, state);
    if (!isOpenTo(search, node)) return;
    const context = contextOfState(search, this.#states, state);
    for (const stage of this.#stagesBefore(node, stageOfState(search, this.#states, state))) {
      for (let i = graph.into[node]!; i < graph.into[node + 1]!; i++) this.#beforeEdge(graph.incoming[i]!, context, stage, visit);
      if (context === Context.Descended) this.#beforeCall(node, stage, visit);
    }
  }

  /** Stages from which entering the node leads to `stage`. */
  #stagesBefore(node: number, stage: number): readonly number[] {
    if (this.#search.through?.[node] !== 1) return [stage];
    return stage === 1 ? [0, 1] : [];
  }

  #beforeEdge(edge: number, context: Context, stage: number, visit: VisitBefore): void {
    const search = this.#search, { graph } = search;
    if (search.along[edge] === 0) return;
    const from = graph.from[edge]!, at = (node: number, c: Context, s: number): number => stateOf(search, this.#states, node, c, s);
    if (graph.tail[edge] === 1) {
      if (context === Context.Passed) for (const c of [Context.Risen, Context.Descended, Context.Passed]) visit(at(from, c, stage), edge, undefined);
      return;
    }
    if (graph.direct[edge] === 1) visit(at(from, context, stage), edge, undefined);
    for (let i = graph.calls[from]!; i < graph.calls[from + 1]!; i++) {
      const procedure = graph.callees[i]!;
      this.#beforeReturn(from, procedure, edge, context, stage, visit);
      if (context !== Context.Risen || search.live[from] === 0) continue;
      for (const r of this.#returnsOf(procedure)) if (returnsBy(graph, graph.outcome[r]!, edge)) visit(at(r, Context.Risen, stage), edge, undefined);
    }
  }

  /** Past the inside of a call, back to the calling step. */
  #beforeReturn(caller: number, procedure: number, edge: number, context: Context, stage: number, visit: VisitBefore): void {
    const search = this.#search, { graph } = search, start = graph.start[procedure]!;
    if (start < 0 || !isOpenTo(search, start)) return;
    for (let entry = 0; entry < this.#states.stages; entry++) {
      for (const inside of this.#summaries?.of(procedure, entry) ?? []) {
        if (inside.stage !== stage || !returnsBy(graph, graph.outcome[inside.node]!, edge)) continue;
        for (const before of this.#stagesBefore(start, entry)) visit(stateOf(search, this.#states, caller, context, before), edge, inside);
      }
    }
  }

  #beforeCall(node: number, stage: number, visit: VisitBefore): void {
    const search = this.#search, { graph } = search, procedure = graph.procedureOf[node]!;
    if (graph.start[procedure] !== node) return;
    for (const caller of graph.callers[procedure]!) {
      for (const c of [Context.Risen, Context.Descended, Context.Passed]) visit(stateOf(search, this.#states, caller, c, stage), -1, undefined);
    }
  }

  #returnsOf(procedure: number): readonly number[] {
    const { graph } = this.#search;
    return (this.#returns[procedure] ??= [...Array(graph.first[procedure + 1]! - graph.first[procedure]!).keys()]
      .map((i) => graph.first[procedure]! + i)
      .filter((node) => graph.outcome[node] !== NO_RETURN));
  }
}

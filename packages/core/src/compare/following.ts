import { forEachFirstMove } from '../graph/journeys.js';
import { NO_RETURN } from '../graph/procedures.js';
import {
  Context,
  contextOfState,
  forEachMove,
  nodeOfState,
  stateOf,
  statesOf,
  type EdgeSet,
  type Search,
  type States,
  type Visit,
} from '../graph/search.js';
import { summariesOf, type Station, type Summaries, type Summary } from '../graph/summaries.js';
import { isStop, isWalked, type Hours } from './destinations.js';
import type { Side } from './side.js';

/** A step that is come to next, and the shortest way there. */
export interface Followed {
  readonly node: number;
  /** From the step that was left, which comes first. */
  readonly way: readonly Station[];
}

/** What comes next: the stops, and the steps that may be passed before one. The nearest come first. */
export interface Next {
  readonly stops: readonly Followed[];
  readonly passed: readonly Followed[];
}

interface Came {
  readonly before: number;
  readonly edge: number;
  readonly inside: Summary | undefined;
}

/**
 * What comes next for a customer who leaves a step: the stops that are reached without passing another one. Calls are matched with their returns (the
 * summaries of graph/summaries.ts); a return to whoever called this flow is a stop of its own, so that a flow is compared for itself and not once more
 * for each caller. A search is as large as what lies between two stops.
 */
export class Following {
  readonly side: Side;
  readonly #hours: Hours | undefined;
  readonly #search: Search;
  readonly #states: States;
  readonly #summaries: Summaries | undefined;
  readonly #stops: Int8Array;

  constructor(side: Side, hours: Hours | undefined) {
    this.side = side;
    this.#hours = hours;
    const { graph } = side.graph;
    this.#stops = new Int8Array(graph.nodes).fill(-1);
    this.#search = {
      graph,
      along: (edge) => this.isWalked(edge) && !this.isStop(graph.from[edge]!),
      closed: () => false,
      target: () => false,
      openEnds: false,
      live: () => false,
    };
    this.#states = statesOf(this.#search);
    this.#summaries = summariesOf(this.#search);
  }

  /** Whether a customer who comes here has got somewhere. */
  isStop(node: number): boolean {
    const known = this.#stops[node]!;
    if (known >= 0) return known === 1;
    const found = isStop(this.side, node);
    this.#stops[node] = found ? 1 : 0;
    return found;
  }

  /** Whether an edge is walked at these hours. */
  isWalked(edge: number): boolean {
    return isWalked(this.side, edge, this.#hours);
  }

  /** What comes next when a step is left by one of these edges. */
  after(node: number, leaving: EdgeSet): Next {
    const came = new Map<number, Came>();
    const queue: number[] = [];
    const from =
      (before: number): Visit =>
      (to, context, stage, edge, inside) => {
        const state = stateOf(this.#search, this.#states, to, context, stage);
        if (came.has(state)) return;
        came.set(state, { before, edge, inside });
        queue.push(state);
      };
    const stops = new Map<number, Followed>();
    const passed = new Map<number, Followed>();
    forEachFirstMove(this.#search, this.#summaries, node, (edge) => leaving(edge) && this.isWalked(edge), from(-1));
    for (const state of queue) {
      const at = nodeOfState(this.#search, state);
      const context = contextOfState(this.#search, this.#states, state);
      const isLast = this.isStop(at) || this.#isWayOut(at, context);
      const found = isLast ? stops : passed;
      if (!found.has(at)) found.set(at, { node: at, way: this.#way(node, state, came) });
      if (isLast) continue;
      forEachMove(this.#search, this.#summaries, at, context, 0, from(state));
    }
    return { stops: [...stops.values()], passed: [...passed.values()] };
  }

  /** A return to whoever called the flow in which the customer was. */
  #isWayOut(node: number, context: Context): boolean {
    return this.side.graph.graph.outcome[node] !== NO_RETURN && context !== Context.Descended;
  }

  #way(start: number, end: number, came: ReadonlyMap<number, Came>): readonly Station[] {
    const stations: Station[] = [];
    for (let state = end; state >= 0;) {
      const { before, edge, inside } = came.get(state)!;
      stations.push({ node: nodeOfState(this.#search, state), edge });
      if (inside !== undefined) stations.push(...this.#summaries!.way(inside).reverse());
      state = before;
    }
    return [{ node: start, edge: -1 }, ...stations.reverse()];
  }
}

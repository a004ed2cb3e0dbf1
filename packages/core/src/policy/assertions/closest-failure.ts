import { Journeys, type Journey } from '../../graph/journeys.js';
import { forEachMove, Context, contextOfState, nodeOfState, stateOf, statesOf, type Search } from '../../graph/search.js';
import { summariesOf, type Station } from '../../graph/summaries.js';
import type { Origin, View } from '../view.js';
import { leavingOf, searchOf, type PathSpec } from './path-spec.js';

/** How the search for a required path ended. */
export interface Failure {
  readonly journey: Journey | undefined;
  /** Whether the journey reaches what was wanted, and only costs too much. */
  readonly reaches: boolean;
}

/**
 * Shows why required paths are missing: the cheapest one if only its cost is too high; else the shortest through what should be avoided; else the
 * shortest to where the contact ends or goes back to its caller; else one that runs into a circle. The searches serve all first steps of a group.
 */
export class Failures {
  readonly #dear: Journeys | undefined;
  readonly #hindered: Journeys | undefined;
  readonly #ended: Journeys;
  readonly #plain: Search;

  constructor(view: View, spec: PathSpec, origin: Origin, starts: readonly number[]) {
    const leaving = leavingOf(view, spec, 'must');
    const search = searchOf(view, spec, origin, 'must');
    const { through: _through, nodeCost: _nodeCost, edgeCost: _edgeCost, ...plain } = search;
    const target = (v: number): boolean => ['end', 'return'].includes(view.step(v).kind);
    this.#dear = spec.within === undefined ? undefined : new Journeys(search, starts, leaving);
    this.#hindered = spec.avoiding === undefined ? undefined : new Journeys({ ...search, closed: () => false }, starts, leaving);
    this.#plain = { ...plain, target };
    this.#ended = new Journeys(this.#plain, starts, leaving);
  }

  release(): void {
    this.#dear?.release();
    this.#hindered?.release();
    this.#ended.release();
  }

  of(node: number): Failure {
    const dear = this.#dear?.find(node);
    if (dear !== undefined) return { journey: dear, reaches: true };
    return { journey: this.#hindered?.find(node) ?? this.#ended.find(node) ?? circle(this.#plain, node), reaches: false };
  }
}

/** A shortest walk that comes to a step it has been at. */
const circle = (search: Search, start: number): Journey | undefined => {
  const states = statesOf(search);
  const summaries = summariesOf(search);
  const first = stateOf(search, states, start, Context.Risen, 0);
  const came = new Map<number, { before: number; edge: number }>();
  const queue = [first];
  const walk = (to: number): Station[] => {
    const stations: Station[] = [];
    for (let state = to; state !== first; state = came.get(state)!.before)
      stations.push({ node: nodeOfState(search, state), edge: came.get(state)!.edge });
    return [{ node: start, edge: -1 }, ...stations.reverse()];
  };
  for (const state of queue) {
    let closing: { node: number; edge: number } | undefined;
    forEachMove(search, summaries, nodeOfState(search, state), contextOfState(search, states, state), 0, (node, context, stage, edge) => {
      const next = stateOf(search, states, node, context, stage);
      if (next === first || came.has(next)) closing ??= { node, edge };
      else {
        came.set(next, { before: state, edge });
        queue.push(next);
      }
    });
    const stations = walk(state);
    if (closing !== undefined && stations.some((s) => s.node === closing!.node))
      return { stations: [...stations, closing], cost: 0, steps: stations.length };
  }
  return undefined;
};

import {
  contextOfState,
  type Context,
  forEachMove,
  isOpenTo,
  nodeOfState,
  stageAfter,
  passedOn,
  stageOfState,
  stateOf,
  statesOf,
  type Search,
} from './search.js';
import { summariesOf } from './summaries.js';

/**
 * Nodes that a journey can reach that begins at one of the starts with nobody to return to; the starts themselves included.
 * `target`, `openEnds` and costs of the search do not matter. O(E).
 */
export const reachable = (search: Search, starts: Iterable<number>): Uint8Array => {
  const states = statesOf(search);
  const summaries = summariesOf(search);
  const seen = new Uint8Array(states.count);
  const nodes = new Uint8Array(search.graph.nodes);
  const queue: number[] = [];
  const add = (node: number, context: Context, stage: number): void => {
    const state = stateOf(search, states, node, context, stage);
    if (seen[state] === 1) return;
    seen[state] = 1;
    queue.push(state);
  };
  for (const start of starts) if (isOpenTo(search, start)) add(start, passedOn(search.graph), stageAfter(search, start, 0));
  for (const state of queue) {
    const node = nodeOfState(search, state);
    nodes[node] = 1;
    forEachMove(
      search,
      summaries,
      node,
      contextOfState(search, states, state),
      stageOfState(search, states, state),
      (to, context, stage, _edge, inside) => {
        add(to, context, stage);
        if (inside !== undefined) for (const station of summaries!.way(inside)) nodes[station.node] = 1;
      },
    );
  }
  return nodes;
};

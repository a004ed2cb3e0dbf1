import { components } from './components.js';
import { digraph } from './digraph.js';
import type { ProcedureGraph } from './procedures.js';

const known = new WeakMap<ProcedureGraph, readonly (readonly number[])[]>();

/**
 * The nodes that may lie on a closed walk, in groups between which no closed walk leads: the strongly connected components of the graph with
 * all edges and all calls, and without what no search forbids. Whatever a search for loops finds lies inside one of them. Worked out once a graph,
 * O(V + E), so that rules about loops look only where there can be any.
 */
export const circlesOf = (graph: ProcedureGraph): readonly (readonly number[])[] => {
  const before = known.get(graph);
  if (before !== undefined) return before;
  const found = findCircles(graph);
  known.set(graph, found);
  return found;
};

const findCircles = (graph: ProcedureGraph): number[][] => {
  const from = [...graph.from];
  const to = [...graph.to];
  for (let v = 0; v < graph.nodes; v++) {
    for (let i = graph.calls[v]!; i < graph.calls[v + 1]!; i++) {
      const start = graph.start[graph.callees[i]!]!;
      if (start < 0) continue;
      from.push(v);
      to.push(start);
    }
  }
  const { of, sizes } = components(digraph(graph.nodes, from, to));
  const turning = Uint8Array.from(sizes, (size) => (size > 1 ? 1 : 0));
  from.forEach((v, i) => {
    if (to[i] === v) turning[of[v]!] = 1;
  });
  const groups = new Map<number, number[]>();
  for (let v = 0; v < graph.nodes; v++) {
    const c = of[v]!;
    if (turning[c] === 0) continue;
    const group = groups.get(c);
    if (group === undefined) groups.set(c, [v]);
    else group.push(v);
  }
  return [...groups.values()];
};

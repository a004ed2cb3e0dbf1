import type { Digraph } from './digraph.js';

/** Strongly connected components. Numbers rise against the edges: a component is numbered after all that can be reached from it. */
export interface Components {
  readonly count: number;
  /** Component of each node. */
  readonly of: Int32Array;
  /** Number of nodes of each component. */
  readonly sizes: readonly number[];
}

/** Tarjan's algorithm (SIAM J. Comput. 1972) without recursion. O(V + E). */
export const components = (graph: Digraph): Components => {
  const { nodes, out, to } = graph;
  const index = new Int32Array(nodes).fill(-1);
  const low = new Int32Array(nodes);
  const of = new Int32Array(nodes).fill(-1);
  const next = out.slice(0, nodes);
  const open: number[] = [];
  const path: number[] = [];
  const sizes: number[] = [];
  let clock = 0;
  const enter = (v: number): void => {
    index[v] = low[v] = clock++;
    open.push(v);
    path.push(v);
  };
  const leave = (v: number): void => {
    path.pop();
    const parent = path.at(-1);
    if (parent !== undefined) low[parent] = Math.min(low[parent]!, low[v]!);
    if (low[v] !== index[v]) return;
    let size = 0;
    let w: number;
    do {
      w = open.pop()!;
      of[w] = sizes.length;
      size++;
    } while (w !== v);
    sizes.push(size);
  };
  for (let root = 0; root < nodes; root++) {
    if (index[root] !== -1) continue;
    enter(root);
    while (path.length > 0) {
      const v = path.at(-1)!;
      if (next[v]! === out[v + 1]!) {
        leave(v);
        continue;
      }
      const w = to[next[v]!++]!;
      if (index[w] === -1) enter(w);
      else if (of[w] === -1) low[v] = Math.min(low[v]!, index[w]!);
    }
  }
  return { count: sizes.length, of, sizes };
};

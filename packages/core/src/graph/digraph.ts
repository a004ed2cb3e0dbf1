/** A plain directed graph in compact arrays: `to[out[v] .. out[v + 1]]` are the successors of v. */
export interface Digraph {
  readonly nodes: number;
  readonly out: Int32Array;
  readonly to: Int32Array;
}

/** Lays out a list of edges, given as two lists of equal length; the order of the edges of one node is kept. */
export const digraph = (nodes: number, from: readonly number[], to: readonly number[]): Digraph => {
  const out = new Int32Array(nodes + 1);
  for (const v of from) out[v + 1]!++;
  for (let v = 0; v < nodes; v++) out[v + 1]! += out[v]!;
  const next = out.slice();
  const heads = new Int32Array(to.length);
  for (let i = 0; i < to.length; i++) heads[next[from[i]!]!++] = to[i]!;
  return { nodes, out, to: heads };
};

/** The same graph with every edge turned round. */
export const reversed = (graph: Digraph): Digraph => {
  const from: number[] = [];
  const to: number[] = [];
  for (let v = 0; v < graph.nodes; v++) {
    for (let i = graph.out[v]!; i < graph.out[v + 1]!; i++) {
      from.push(graph.to[i]!);
      to.push(v);
    }
  }
  return digraph(graph.nodes, from, to);
};

import { reversed, type Digraph } from './digraph.js';

/** Tells in constant time whether every path from the root to a node passes another. */
export interface Dominators {
  /** Whether every path from the root to `node` touches `by`. A node dominates itself; of a node that the root does not reach the answer is false. */
  dominates(by: number, node: number): boolean;
}

/** Nodes in the order of a depth-first search, with the parent of each in that tree, both as positions in the order. */
interface Search {
  readonly order: number[];
  readonly position: Int32Array;
  readonly parent: number[];
}

const depthFirst = (graph: Digraph, root: number): Search => {
  const position = new Int32Array(graph.nodes).fill(-1);
  const order: number[] = [];
  const parent: number[] = [];
  const next = graph.out.slice(0, graph.nodes);
  const path: number[] = [root];
  position[root] = 0;
  order.push(root);
  parent.push(-1);
  while (path.length > 0) {
    const v = path.at(-1)!;
    if (next[v]! === graph.out[v + 1]!) {
      path.pop();
      continue;
    }
    const w = graph.to[next[v]!++]!;
    if (position[w] !== -1) continue;
    position[w] = order.length;
    order.push(w);
    parent.push(position[v]!);
    path.push(w);
  }
  return { order, position, parent };
};

/** Union-find over the depth-first tree that keeps the least semidominator on the way up (path compression without recursion). */
class Forest {
  readonly #ancestor: Int32Array;
  readonly #label: Int32Array;
  readonly #semi: Int32Array;

  constructor(semi: Int32Array) {
    this.#semi = semi;
    this.#ancestor = new Int32Array(semi.length).fill(-1);
    this.#label = Int32Array.from(semi.keys());
  }

  link(parent: number, child: number): void {
    this.#ancestor[child] = parent;
  }

  least(v: number): number {
    if (this.#ancestor[v] === -1) return v;
    const path: number[] = [];
    for (let u = v; this.#ancestor[this.#ancestor[u]!] !== -1; u = this.#ancestor[u]!) path.push(u);
    for (const u of path.reverse()) {
      const above = this.#ancestor[u]!;
      if (this.#semi[this.#label[above]!]! < this.#semi[this.#label[u]!]!) this.#label[u] = this.#label[above]!;
      this.#ancestor[u] = this.#ancestor[above]!;
    }
    return this.#label[v]!;
  }
}

/** Lengauer and Tarjan's algorithm (TOPLAS 1979), simple version. O(E log V). */
export const dominators = (graph: Digraph, root: number): Dominators => {
  const { order, position, parent } = depthFirst(graph, root);
  const back = reversed(graph);
  const n = order.length;
  const semi = Int32Array.from(order.keys());
  const immediate = new Int32Array(n);
  const buckets: number[][] = Array.from({ length: n }, () => []);
  const forest = new Forest(semi);
  for (let w = n - 1; w > 0; w--) {
    const node = order[w]!;
    for (let i = back.out[node]!; i < back.out[node + 1]!; i++) {
      const v = position[back.to[i]!]!;
      if (v >= 0) semi[w] = Math.min(semi[w]!, semi[forest.least(v)]!);
    }
    buckets[semi[w]!]!.push(w);
    const p = parent[w]!;
    forest.link(p, w);
    for (const v of buckets[p]!.splice(0)) {
      const u = forest.least(v);
      immediate[v] = semi[u]! < semi[v]! ? u : p;
    }
  }
  for (let w = 1; w < n; w++) if (immediate[w] !== semi[w]) immediate[w] = immediate[immediate[w]!]!;
  const { first, last } = intervals(immediate);
  return {
    dominates: (by, node) => {
      const a = position[by]!;
      const b = position[node]!;
      return a >= 0 && b >= 0 && first[a]! <= first[b]! && last[b]! <= last[a]!;
    },
  };
};

/** Entry and exit times of a walk over the tree: a is above b where a's interval holds b's. */
const intervals = (immediate: Int32Array): { first: Int32Array; last: Int32Array } => {
  const n = immediate.length;
  const children: number[][] = Array.from({ length: n }, () => []);
  for (let w = 1; w < n; w++) children[immediate[w]!]!.push(w);
  const first = new Int32Array(n);
  const last = new Int32Array(n);
  const next = new Int32Array(n);
  const path = n > 0 ? [0] : [];
  let clock = 1;
  while (path.length > 0) {
    const v = path.at(-1)!;
    const child = children[v]![next[v]!++];
    if (child === undefined) {
      last[v] = clock++;
      path.pop();
    } else {
      first[child] = clock++;
      path.push(child);
    }
  }
  return { first, last };
};

/**
 * A directed graph cut into procedures that call each other, with dense integers for everything.
 *
 * A journey in it is a realizable path: every return goes back to the call that was entered last. It may begin with returns to any live
 * caller (it starts inside a procedure) and end inside calls that have not come back. See Reps, Horwitz, Sagiv: Precise interprocedural
 * dataflow analysis via graph reachability (POPL 1995).
 */
export interface ProcedureGraph {
  readonly nodes: number;
  readonly edges: number;
  /** Edges are sorted by their source; those of one source keep the order of the document. */
  readonly from: Int32Array;
  readonly to: Int32Array;
  /** Small integer that names why the edge is taken. */
  readonly event: Uint8Array;
  /** `out[v] .. out[v + 1]` are the edges that leave v. */
  readonly out: Int32Array;
  /** `incoming[into[v] .. into[v + 1]]` are the edges that enter v. */
  readonly into: Int32Array;
  readonly incoming: Int32Array;
  /** 1: may be taken at once; 0: only when a procedure that its source calls has returned. */
  readonly direct: Uint8Array;
  /** 1: the edge leads into another procedure for good and forgets all callers. */
  readonly tail: Uint8Array;
  /** `callees[calls[v] .. calls[v + 1]]` are the procedures that v may call. */
  readonly calls: Int32Array;
  readonly callees: Int32Array;
  readonly procedures: number;
  /** Nodes of procedure p are `first[p] .. first[p + 1]`. */
  readonly first: Int32Array;
  readonly procedureOf: Int32Array;
  /** Start node of a procedure, -1 for one without steps. */
  readonly start: Int32Array;
  /** Nodes that call a procedure. */
  readonly callers: readonly (readonly number[])[];
  /** `NO_RETURN`, `ANY_OUTCOME`, or the event of the caller's edges by which control goes on. */
  readonly outcome: Int16Array;
  /** 1: what follows the node is not in view. */
  readonly open: Uint8Array;
  /** The event that no return takes. */
  readonly neverOnReturn: number;
  /** 1: the procedure is entered from elsewhere, by a call or for good. */
  readonly entered: Uint8Array;
  /** Tables of a search that are not in use, all zero: one entry a state. Searches are many, and fresh tables would cost more than they. */
  readonly spare: Int32Array[];
}

export const NO_RETURN = -2;
export const ANY_OUTCOME = -1;

/** What `buildProcedureGraph` needs to know, node by node. */
export interface GraphParts {
  readonly nodes: number;
  readonly edges: readonly { readonly from: number; readonly to: number; readonly event: number; readonly direct: boolean; readonly tail: boolean }[];
  readonly calls: readonly { readonly node: number; readonly procedure: number }[];
  /** First node of each procedure, ascending; a procedure's nodes are contiguous. */
  readonly first: readonly number[];
  readonly start: readonly number[];
  readonly outcome: Int16Array;
  readonly open: Uint8Array;
  readonly neverOnReturn: number;
}

/** Offsets of `count` buckets after a counting sort; the last entry is the total. */
const offsets = (count: number, keys: Iterable<number>): Int32Array => {
  const at = new Int32Array(count + 1);
  for (const key of keys) at[key + 1]!++;
  for (let i = 0; i < count; i++) at[i + 1]! += at[i]!;
  return at;
};

/** Lays out a graph in compact arrays, in time linear in nodes and edges. */
export const buildProcedureGraph = (parts: GraphParts): ProcedureGraph => {
  const { nodes, first, start, outcome, open, neverOnReturn } = parts;
  const edges = layOutEdges(parts);
  const calls = layOutCalls(parts);
  const procedureOf = new Int32Array(nodes);
  const entered = Uint8Array.from(calls.callers, (list) => (list.length > 0 ? 1 : 0));
  for (let p = 0; p < first.length; p++) procedureOf.fill(p, first[p], first[p + 1] ?? nodes);
  for (let e = 0; e < edges.edges; e++) if (edges.tail[e] === 1) entered[procedureOf[edges.to[e]!]!] = 1;
  return {
    nodes,
    ...edges,
    ...calls,
    procedures: first.length,
    procedureOf,
    entered,
    spare: [],
    first: Int32Array.from([...first, nodes]),
    start: Int32Array.from(start),
    outcome,
    open,
    neverOnReturn,
  };
};

const layOutEdges = ({ nodes, edges: list }: GraphParts) => {
  const edges = list.length;
  const from = new Int32Array(edges);
  const to = new Int32Array(edges);
  const event = new Uint8Array(edges);
  const direct = new Uint8Array(edges);
  const tail = new Uint8Array(edges);
  const sources = list.map((e) => e.from);
  const out = offsets(nodes, sources);
  const next = out.slice();
  for (const edge of list) {
    const i = next[edge.from]!++;
    from[i] = edge.from;
    to[i] = edge.to;
    event[i] = edge.event;
    direct[i] = edge.direct ? 1 : 0;
    tail[i] = edge.tail ? 1 : 0;
  }
  const into = offsets(nodes, to);
  const incoming = new Int32Array(edges);
  const slot = into.slice();
  for (let e = 0; e < edges; e++) incoming[slot[to[e]!]!++] = e;
  return { edges, from, to, event, direct, tail, out, into, incoming };
};

const layOutCalls = ({ nodes, calls: list, first }: GraphParts) => {
  const sources = list.map((c) => c.node);
  const calls = offsets(nodes, sources);
  const callees = new Int32Array(list.length);
  const free = calls.slice();
  const callers: number[][] = Array.from({ length: first.length }, () => []);
  for (const call of list) {
    callees[free[call.node]!++] = call.procedure;
    callers[call.procedure]!.push(call.node);
  }
  return { calls, callees, callers };
};

/** Whether a return with this outcome goes on by that edge of its caller. */
export const returnsBy = (graph: ProcedureGraph, outcome: number, edge: number): boolean =>
  graph.tail[edge] === 0 && (outcome === ANY_OUTCOME ? graph.event[edge] !== graph.neverOnReturn : graph.event[edge] === outcome);

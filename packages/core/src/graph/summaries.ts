import { HeapQueue, StepQueue } from './queue.js';
import { NO_RETURN } from './procedures.js';
import { enterCost, forEachReturn, isOpenTo, stageAfter, type Search } from './search.js';

/** The cheapest way through a procedure from its start to one of its returns. Cost and steps include the start and the return. */
export interface Summary {
  /** The `return` node. */
  readonly node: number;
  /** Whether `through` has been met when it returns. */
  readonly stage: number;
  readonly cost: number;
  readonly steps: number;
  /** Where the way lies in the table. */
  readonly state: number;
}

/** A station inside a call: the node, and the edge by which it was entered (-1: as the start of a procedure). */
export interface Station {
  readonly node: number;
  readonly edge: number;
}

/** A table row: entry stage, present stage and node of one called procedure, packed. */
interface Table {
  readonly base: Int32Array;
  readonly size: number;
}

const layOut = (search: Search, stages: number): Table => {
  const { graph } = search;
  const base = new Int32Array(graph.procedures).fill(-1);
  let size = 0;
  for (let p = 0; p < graph.procedures; p++) {
    if (graph.callers[p]!.length === 0 || graph.start[p]! < 0) continue;
    base[p] = size;
    size += (graph.first[p + 1]! - graph.first[p]!) * stages * stages;
  }
  return { base, size };
};

/** Ways through every procedure that is called; worked out when first asked for. */
export class Summaries {
  readonly #search: Search;
  #table: Tabulation | undefined;

  constructor(search: Search) {
    this.#search = search;
  }

  /** Summaries of a procedure whose start has been entered at that stage. */
  of(procedure: number, stage: number): readonly Summary[] {
    this.#table ??= new Tabulation(this.#search);
    return this.#table.of(procedure, stage);
  }

  /** The nodes of a summary, its start first, nested calls written out. */
  way(summary: Summary): Station[] {
    return this.#table!.way(summary);
  }
}

/**
 * Summaries of all called procedures when a node is closed as well: those that are at hand, where the node lies in no called procedure, so that
 * no summary passes it.
 */
export const summariesWithout = (search: Search, node: number, atHand: Summaries | undefined): Summaries | undefined => {
  if (atHand === undefined || search.graph.callers[search.graph.procedureOf[node]!]!.length === 0) return atHand;
  return summariesOf({ ...search, closed: (v) => v === node || search.closed(v) });
};

/** Summaries of all called procedures under these conditions, worked out when first needed; none where nothing is called. */
export const summariesOf = (search: Search): Summaries | undefined => (search.graph.callees.length > 0 ? new Summaries(search) : undefined);

/**
 * Tabulates the cheapest ways through all called procedures at once (Knuth's generalisation of Dijkstra's algorithm: a call is resumed
 * when a way through its callee is settled). O(E), or O(E log V) with costs, for each stage.
 */
class Tabulation {
  readonly #search: Search;
  readonly #stages: number;
  readonly #table: Table;
  readonly #cost: Float64Array;
  readonly #steps: Float64Array;
  readonly #settled: Uint8Array;
  readonly #before: Int32Array;
  readonly #edge: Int32Array;
  readonly #inside: (Summary | undefined)[] = [];
  /** By procedure and entry stage: ways found, and calls that wait for them. */
  readonly #ways: Summary[][] = [];
  readonly #waiting: number[][] = [];
  readonly #queue;

  constructor(search: Search) {
    this.#search = search;
    this.#stages = search.through === undefined ? 1 : 2;
    this.#table = layOut(search, this.#stages);
    const { size } = this.#table;
    this.#cost = new Float64Array(size).fill(Infinity);
    this.#steps = new Float64Array(size).fill(Infinity);
    this.#settled = new Uint8Array(size);
    this.#before = new Int32Array(size).fill(-1);
    this.#edge = new Int32Array(size).fill(-1);
    this.#queue = search.nodeCost === undefined && search.edgeCost === undefined ? new StepQueue() : new HeapQueue();
    this.#run();
  }

  of(procedure: number, stage: number): readonly Summary[] {
    return this.#ways[procedure * this.#stages + stage] ?? [];
  }

  way(summary: Summary): Station[] {
    const stations: Station[] = [];
    for (let state = summary.state; state >= 0; state = this.#before[state]!) {
      stations.push({ node: this.#nodeOf(state), edge: this.#edge[state]! });
      const inside = this.#inside[state];
      if (inside !== undefined) stations.push(...this.way(inside).reverse());
    }
    return stations.reverse();
  }

  #run(): void {
    const { graph } = this.#search;
    for (let p = 0; p < graph.procedures; p++) {
      if (this.#table.base[p]! < 0) continue;
      const start = graph.start[p]!;
      if (!isOpenTo(this.#search, start)) continue;
      for (let entry = 0; entry < this.#stages; entry++) {
        if (stageAfter(this.#search, start, entry) === entry)
          this.#reach(p, entry, start, entry, enterCost(this.#search, start, -1), 1, -1, -1, undefined);
      }
    }
    for (let state = this.#queue.pop(); state >= 0; state = this.#queue.pop()) if (this.#settled[state] === 0) this.#settle(state);
  }

  #reach(
    procedure: number,
    entry: number,
    node: number,
    stage: number,
    cost: number,
    steps: number,
    before: number,
    edge: number,
    inside: Summary | undefined,
  ): void {
    const { graph } = this.#search;
    const size = graph.first[procedure + 1]! - graph.first[procedure]!;
    const state = this.#table.base[procedure]! + (entry * this.#stages + stage) * size + node - graph.first[procedure]!;
    if (this.#settled[state] === 1 || cost > this.#cost[state]! || (cost === this.#cost[state] && steps >= this.#steps[state]!)) return;
    this.#cost[state] = cost;
    this.#steps[state] = steps;
    this.#before[state] = before;
    this.#edge[state] = edge;
    this.#inside[state] = inside;
    this.#queue.push(state, cost, steps);
  }

  #settle(state: number): void {
    this.#settled[state] = 1;
    const search = this.#search;
    const { graph } = search;
    const { procedure, entry, stage, node } = this.#unpack(state);
    for (let e = graph.out[node]!; e < graph.out[node + 1]!; e++) {
      if (graph.direct[e] === 1 && graph.tail[e] === 0 && search.along(e)) this.#step(state, procedure, entry, stage, e, undefined);
    }
    for (let i = graph.calls[node]!; i < graph.calls[node + 1]!; i++) {
      const callee = graph.callees[i]!;
      const start = graph.start[callee]!;
      if (start < 0) continue;
      const key = callee * this.#stages + stageAfter(search, start, stage);
      (this.#waiting[key] ??= []).push(state);
      for (const way of this.#ways[key] ?? []) this.#resume(state, way);
    }
    if (graph.outcome[node] !== NO_RETURN) {
      const key = procedure * this.#stages + entry;
      const way: Summary = { node, stage, cost: this.#cost[state]!, steps: this.#steps[state]!, state };
      (this.#ways[key] ??= []).push(way);
      for (const call of this.#waiting[key] ?? []) this.#resume(call, way);
    }
  }

  #resume(call: number, way: Summary): void {
    const { procedure, entry, node } = this.#unpack(call);
    forEachReturn(this.#search, node, way.node, (e) => this.#step(call, procedure, entry, way.stage, e, way));
  }

  #step(state: number, procedure: number, entry: number, stage: number, edge: number, inside: Summary | undefined): void {
    const search = this.#search;
    const node = search.graph.to[edge]!;
    if (!isOpenTo(search, node)) return;
    const cost = this.#cost[state]! + (inside?.cost ?? 0) + enterCost(search, node, edge);
    this.#reach(procedure, entry, node, stageAfter(search, node, stage), cost, this.#steps[state]! + (inside?.steps ?? 0) + 1, state, edge, inside);
  }

  #unpack(state: number): { procedure: number; entry: number; stage: number; node: number } {
    const { graph } = this.#search;
    const procedure = this.#procedureOf(state);
    const first = graph.first[procedure]!;
    const size = graph.first[procedure + 1]! - first;
    const within = state - this.#table.base[procedure]!;
    const row = Math.floor(within / size);
    return { procedure, entry: Math.floor(row / this.#stages), stage: row % this.#stages, node: first + (within % size) };
  }

  #nodeOf(state: number): number {
    return this.#unpack(state).node;
  }

  /** The called procedure whose rows hold this state: the last one that begins at or before it. */
  #procedureOf(state: number): number {
    const { base } = this.#table;
    this.#order ??= [...base.keys()].filter((p) => base[p]! >= 0);
    let low = 0;
    let high = this.#order.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (base[this.#order[middle]!]! <= state) low = middle;
      else high = middle - 1;
    }
    return this.#order[low]!;
  }

  #order: number[] | undefined;
}

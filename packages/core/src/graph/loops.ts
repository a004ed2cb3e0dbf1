import { components } from './components.js';
import { digraph, type Digraph } from './digraph.js';
import { StepQueue } from './queue.js';
import { forEachReturn, isOpenTo, stageAfter, type Search } from './search.js';
import { summariesOf, type Station, type Summaries, type Summary } from './summaries.js';

/** A closed walk: its first and last station are the same node. */
export interface Loop {
  readonly stations: readonly Station[];
  /** All nodes of its component. */
  readonly members: readonly number[];
}

/** An edge of the graph in which loops are looked for: one edge, or a call with what lies inside it. */
interface Link {
  readonly from: number;
  readonly to: number;
  readonly edge: number;
  readonly inside: Summary | undefined;
}

/** How many `through` nodes of one component are tried for the shortest loop; a larger component gives a short one, not surely the shortest. */
const ANCHORS = 32;

/**
 * The loops of a service: closed walks through a node of `through` that leave no open node and return from no call they did not enter.
 * A procedure that is called twice in a row is no loop; called inside a loop of its caller it is part of one. One loop a strongly connected
 * component: the shortest through one of its `through` nodes. O(V + E), and O(E) for each anchor tried.
 */
export class LoopFinder {
  readonly #search: Search;
  readonly #summaries: Summaries | undefined;
  readonly #links: readonly Link[];
  readonly #graph: Digraph;

  /** `search.through` holds the nodes that a loop must pass; `target` and `openEnds` do not matter. */
  constructor(search: Search) {
    this.#search = search;
    this.#summaries = summariesOf(search);
    const links = [...this.#collect()];
    this.#links = links;
    this.#graph = digraph(
      search.graph.nodes,
      links.map((l) => l.from),
      links.map((l) => l.to),
    );
  }

  /** One loop for each component that has one, in the order of their first nodes. */
  find(): Loop[] {
    const { of, count } = components(this.#graph);
    const anchors: number[][] = Array.from({ length: count }, () => []);
    const passing: Link[][] = Array.from({ length: count }, () => []);
    const members: number[][] = Array.from({ length: count }, () => []);
    const turning = new Uint8Array(count);
    for (let v = 0; v < this.#graph.nodes; v++) {
      members[of[v]!]!.push(v);
      if (this.#search.through?.(v) === true && isOpenTo(this.#search, v)) anchors[of[v]!]!.push(v);
    }
    for (const link of this.#links) {
      if (of[link.from] !== of[link.to]) continue;
      turning[of[link.from]!] = 1;
      if (link.inside?.stage === 1) passing[of[link.from]!]!.push(link);
    }
    const loops: Loop[] = [];
    for (const c of [...Array(count).keys()].sort((a, b) => members[a]![0]! - members[b]![0]!)) {
      if (turning[c] === 0) continue;
      const stations = this.#shortest(of, anchors[c]!.slice(0, ANCHORS), passing[c]!.slice(0, ANCHORS));
      if (stations !== undefined) loops.push({ stations, members: members[c]! });
    }
    return loops;
  }

  /** Nodes that can be reached from a `through` node, each with the walk that leads to it. */
  reachable(visit: (node: number, walk: () => Station[]) => void): void {
    const came = new Map<number, Link | undefined>();
    const queue: number[] = [];
    for (let v = 0; v < this.#graph.nodes; v++) {
      if (this.#search.through?.(v) === true && isOpenTo(this.#search, v)) {
        came.set(v, undefined);
        queue.push(v);
      }
    }
    for (const v of queue) {
      visit(v, () => this.#stations(came, v));
      for (const link of this.#from(v)) {
        if (came.has(link.to)) continue;
        came.set(link.to, link);
        queue.push(link.to);
      }
    }
  }

  *#from(node: number): Generator<Link> {
    for (let i = this.#graph.out[node]!; i < this.#graph.out[node + 1]!; i++) yield this.#links[i]!;
  }

  *#collect(): Generator<Link> {
    const { graph, along } = this.#search;
    for (let v = 0; v < graph.nodes; v++) {
      if (!isOpenTo(this.#search, v)) continue;
      for (let e = graph.out[v]!; e < graph.out[v + 1]!; e++) {
        const to = graph.to[e]!;
        if ((graph.direct[e] === 1 || graph.tail[e] === 1) && along(e) && isOpenTo(this.#search, to))
          yield { from: v, to, edge: e, inside: undefined };
      }
      for (let i = graph.calls[v]!; i < graph.calls[v + 1]!; i++) yield* this.#call(v, graph.callees[i]!);
    }
  }

  *#call(caller: number, procedure: number): Generator<Link> {
    const { graph } = this.#search;
    const start = graph.start[procedure]!;
    if (start < 0 || !isOpenTo(this.#search, start)) return;
    yield { from: caller, to: start, edge: -1, inside: undefined };
    for (const inside of this.#summaries?.of(procedure, stageAfter(this.#search, start, 0)) ?? []) {
      const edges: number[] = [];
      forEachReturn(this.#search, caller, inside.node, (e) => edges.push(e));
      for (const edge of edges) if (isOpenTo(this.#search, graph.to[edge]!)) yield { from: caller, to: graph.to[edge]!, edge, inside };
    }
  }

  #shortest(of: Int32Array, anchors: readonly number[], passing: readonly Link[]): Station[] | undefined {
    let best: Station[] | undefined;
    const offer = (stations: Station[] | undefined): void => {
      if (stations !== undefined && (best === undefined || stations.length < best.length)) best = stations;
    };
    for (const anchor of anchors) offer(this.#back(of, [...this.#from(anchor)], anchor));
    for (const link of passing) {
      const round = this.#back(of, [link], link.from);
      if (round !== undefined) offer(this.#turn(round));
    }
    return best;
  }

  /** The shortest walk inside one component by one of the first links and back to `home`. */
  #back(of: Int32Array, first: readonly Link[], home: number): Station[] | undefined {
    const came = new Map<number, Link>();
    const queue = new StepQueue();
    const best = new Map<number, number>();
    const take = (link: Link, steps: number): void => {
      const total = steps + 1 + (link.inside?.steps ?? 0);
      if (of[link.to] !== of[home] || total >= (best.get(link.to) ?? Infinity)) return;
      best.set(link.to, total);
      came.set(link.to, link);
      queue.push(link.to, 0, total);
    };
    for (const link of first) take(link, 0);
    const settled = new Set<number>();
    for (let v = queue.pop(); v >= 0; v = queue.pop()) {
      if (v === home) return this.#stations(came, home);
      if (settled.has(v)) continue;
      settled.add(v);
      for (const link of this.#from(v)) take(link, best.get(v)!);
    }
    return undefined;
  }

  /** Writes out the links that lead to a node; ends where a node was not come to, or where the walk closes. */
  #stations(came: ReadonlyMap<number, Link | undefined>, end: number): Station[] {
    const stations: Station[] = [];
    let node = end;
    do {
      const link = came.get(node);
      if (link === undefined) break;
      stations.push({ node, edge: link.edge });
      if (link.inside !== undefined) stations.push(...this.#summaries!.way(link.inside).reverse());
      node = link.from;
    } while (node !== end);
    stations.push({ node, edge: -1 });
    return stations.reverse();
  }

  /** Turns a loop so that it begins at a `through` node. */
  #turn(stations: Station[]): Station[] {
    const at = stations.findIndex((s) => this.#search.through?.(s.node) === true);
    if (at <= 0) return stations;
    const round = [...stations.slice(at), ...stations.slice(1, at + 1)];
    return [{ node: round[0]!.node, edge: -1 }, ...round.slice(1)];
  }
}

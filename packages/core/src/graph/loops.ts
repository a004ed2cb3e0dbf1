import { components } from './components.js';
import { circlesOf } from './circles.js';
import { digraph } from './digraph.js';
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

/** Component of a node in the graph of links; -1 for one in which no loop can be. */
type ComponentOf = (node: number) => number;

/** A strongly connected component in the making. */
interface Part {
  readonly members: number[];
  readonly anchors: number[];
  /** Calls that pass a `through` node inside. */
  readonly passing: Link[];
  /** Whether a link stays inside: a single node without one is no loop. */
  turning: boolean;
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
  readonly #links = new Map<number, readonly Link[]>();

  /** `search.through` holds the nodes that a loop must pass; `target` and `openEnds` do not matter. */
  constructor(search: Search) {
    this.#search = search;
    this.#summaries = summariesOf(search);
  }

  /** One loop for each component that has one, in the order of their first nodes. */
  find(): Loop[] {
    const nodes = this.#whereLoopsMayBe();
    if (nodes.length === 0) return [];
    const at = new Int32Array(this.#search.graph.nodes).fill(-1);
    nodes.forEach((v, i) => (at[v] = i));
    const links = nodes.flatMap((v) => this.#from(v).filter(({ to }) => at[to]! >= 0));
    const parts = components(
      digraph(
        nodes.length,
        links.map((l) => at[l.from]!),
        links.map((l) => at[l.to]!),
      ),
    );
    const of: ComponentOf = (v) => (at[v]! < 0 ? -1 : parts.of[at[v]!]!);
    const found = Array.from({ length: parts.count }, (): Part => ({ members: [], anchors: [], passing: [], turning: false }));
    for (const v of nodes) {
      const part = found[of(v)]!;
      part.members.push(v);
      if (this.#search.through?.(v) === true) part.anchors.push(v);
    }
    for (const link of links) {
      if (of(link.from) !== of(link.to)) continue;
      const part = found[of(link.from)]!;
      part.turning = true;
      if (link.inside?.stage === 1) part.passing.push(link);
    }
    const loops: Loop[] = [];
    for (const { members, anchors, passing, turning } of found.sort((a, b) => a.members[0]! - b.members[0]!)) {
      const stations = turning ? this.#shortest(of, anchors.slice(0, ANCHORS), passing.slice(0, ANCHORS)) : undefined;
      if (stations !== undefined) loops.push({ stations, members });
    }
    return loops;
  }

  /** Nodes that can be reached from a `through` node, each with the walk that leads to it. */
  reachable(visit: (node: number, walk: () => Station[]) => void): void {
    const came = new Map<number, Link | undefined>();
    const queue: number[] = [];
    for (let v = 0; v < this.#search.graph.nodes; v++) {
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

  /** Open nodes, ascending, of the circles that hold a `through` node or may pass one inside a call. */
  #whereLoopsMayBe(): number[] {
    const search = this.#search;
    const { calls } = search.graph;
    const nodes: number[] = [];
    for (const circle of circlesOf(search.graph)) {
      const open = circle.filter((v) => isOpenTo(search, v));
      if (open.some((v) => calls[v + 1]! > calls[v]! || search.through?.(v) === true)) nodes.push(...open);
    }
    return nodes.sort((a, b) => a - b);
  }

  /** The links that leave an open node. */
  #from(node: number): readonly Link[] {
    const known = this.#links.get(node);
    if (known !== undefined) return known;
    const { graph, along } = this.#search;
    const links: Link[] = [];
    for (let e = graph.out[node]!; e < graph.out[node + 1]!; e++) {
      const to = graph.to[e]!;
      if ((graph.direct[e] === 1 || graph.tail[e] === 1) && along(e) && isOpenTo(this.#search, to))
        links.push({ from: node, to, edge: e, inside: undefined });
    }
    for (let i = graph.calls[node]!; i < graph.calls[node + 1]!; i++) this.#addCall(links, node, graph.callees[i]!);
    this.#links.set(node, links);
    return links;
  }

  #addCall(links: Link[], caller: number, procedure: number): void {
    const { graph } = this.#search;
    const start = graph.start[procedure]!;
    if (start < 0 || !isOpenTo(this.#search, start)) return;
    links.push({ from: caller, to: start, edge: -1, inside: undefined });
    for (const inside of this.#summaries?.of(procedure, stageAfter(this.#search, start, 0)) ?? []) {
      forEachReturn(this.#search, caller, inside.node, (edge) => {
        if (isOpenTo(this.#search, graph.to[edge]!)) links.push({ from: caller, to: graph.to[edge]!, edge, inside });
      });
    }
  }

  #shortest(of: ComponentOf, anchors: readonly number[], passing: readonly Link[]): Station[] | undefined {
    let best: Station[] | undefined;
    const offer = (stations: Station[] | undefined): void => {
      if (stations !== undefined && (best === undefined || stations.length < best.length)) best = stations;
    };
    for (const anchor of anchors) offer(this.#back(of, this.#from(anchor), anchor));
    for (const link of passing) {
      const round = this.#back(of, [link], link.from);
      if (round !== undefined) offer(this.#turn(round));
    }
    return best;
  }

  /** The shortest walk inside one component by one of the first links and back to `home`. */
  #back(of: ComponentOf, first: readonly Link[], home: number): Station[] | undefined {
    const came = new Map<number, Link>();
    const queue = new StepQueue();
    const best = new Map<number, number>();
    const take = (link: Link, steps: number): void => {
      const total = steps + 1 + (link.inside?.steps ?? 0);
      if (of(link.to) !== of(home) || total >= (best.get(link.to) ?? Infinity)) return;
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

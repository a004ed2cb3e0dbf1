import { components } from './components.js';
import { digraph, type Digraph } from './digraph.js';
import { forEachFirstMove, type Journey, type Leaving } from './journeys.js';
import { accepts, forEachMove, nodeOfState, contextOfState, stateOf, statesOf, type NodeSet, type Search, type States } from './search.js';
import { summariesWithout, type Station, type Summaries, type Summary } from './summaries.js';

interface Move {
  readonly from: number;
  readonly to: number;
  readonly edge: number;
  readonly inside: Summary | undefined;
}

/** States that a journey from one start can come to, and the moves between them. State 0 is the start. */
interface Region {
  readonly search: Search;
  readonly states: States;
  readonly summaries: Summaries | undefined;
  readonly moves: readonly Move[];
  readonly graph: Digraph;
  /** Packed state of each local number; -1 for the start. */
  readonly packed: readonly number[];
}

/**
 * A journey from `start` to an end that meets as many distinct nodes of `counted` as can be shown: the longest path over the condensation, where
 * a component weighs as many counted nodes as it holds, written out and counted again. Exact inside one procedure; what lies inside calls that
 * come back is counted on the cheapest way through them only. O(E), besides the length of the walk. `search.through` must be absent;
 * `summaries` are those of the search (`summariesOf`).
 */
export const journeyMeetingMost = (
  search: Search,
  summaries: Summaries | undefined,
  start: number,
  leaving: Leaving,
  counted: NodeSet,
): { journey: Journey; met: number } | undefined => {
  const region = explore(search, summariesWithout(search, start, summaries), start, leaving);
  const plan = new Plan(region, counted);
  const stations = plan.write(start);
  if (stations === undefined) return undefined;
  const met = new Set(
    stations
      .slice(1)
      .map((s) => s.node)
      .filter((node) => counted(node)),
  ).size;
  return { journey: { stations, cost: 0, steps: stations.length - 1 }, met };
};

const explore = (search: Search, summaries: Summaries | undefined, start: number, leaving: Leaving): Region => {
  const states = statesOf(search);
  const numbers = new Map<number, number>();
  const packed: number[] = [-1];
  const moves: Move[] = [];
  const numberOf = (state: number): number => {
    let n = numbers.get(state);
    if (n === undefined) {
      numbers.set(state, (n = packed.length));
      packed.push(state);
    }
    return n;
  };
  forEachFirstMove(search, summaries, start, leaving, (node, context, stage, edge, inside) => {
    if (node !== start) moves.push({ from: 0, to: numberOf(stateOf(search, states, node, context, stage)), edge, inside });
  });
  for (let n = 1; n < packed.length; n++) {
    const state = packed[n]!;
    forEachMove(search, summaries, nodeOfState(search, state), contextOfState(search, states, state), 0, (node, context, stage, edge, inside) => {
      if (node !== start) moves.push({ from: n, to: numberOf(stateOf(search, states, node, context, stage)), edge, inside });
    });
  }
  return {
    search,
    states,
    summaries,
    moves,
    packed,
    graph: digraph(
      packed.length,
      moves.map((m) => m.from),
      moves.map((m) => m.to),
    ),
  };
};

class Plan {
  readonly #region: Region;
  readonly #counted: NodeSet;
  readonly #component: Int32Array;
  readonly #members: number[][];
  /** By component: most counted nodes on a way from it to an end, and the move that leaves it; -1 where no end is reached. */
  readonly #best: number[];
  readonly #leave: (Move | undefined)[];

  constructor(region: Region, counted: NodeSet) {
    this.#region = region;
    this.#counted = counted;
    const { of, count } = components(region.graph);
    this.#component = of;
    this.#members = Array.from({ length: count }, () => []);
    for (const n of region.packed.keys()) this.#members[of[n]!]!.push(n);
    this.#best = new Array<number>(count).fill(-1);
    this.#leave = new Array<Move | undefined>(count).fill(undefined);
    this.#weigh();
  }

  /** Components are numbered after all they lead to, so one pass in their order is enough. */
  #weigh(): void {
    const leaving: Move[][] = this.#members.map(() => []);
    for (const move of this.#region.moves)
      if (this.#component[move.from] !== this.#component[move.to]) leaving[this.#component[move.from]!]!.push(move);
    this.#members.forEach((members, c) => {
      let best = members.some((n) => this.#isEnd(n)) ? 0 : -1;
      for (const move of leaving[c]!) {
        const further = this.#best[this.#component[move.to]!]!;
        if (further > best || (further >= 0 && best < 0)) {
          best = further;
          this.#leave[c] = move;
        }
      }
      if (best >= 0) this.#best[c] = best + members.filter((n) => this.#counts(n)).length;
    });
  }

  #isEnd(n: number): boolean {
    const { search, states, packed } = this.#region;
    const state = packed[n]!;
    return n > 0 && accepts(search, states, nodeOfState(search, state), contextOfState(search, states, state), 0);
  }

  #counts(n: number): boolean {
    return n > 0 && this.#counted(nodeOfState(this.#region.search, this.#region.packed[n]!));
  }

  write(start: number): Station[] | undefined {
    if (this.#best[this.#component[0]!]! < 0) return undefined;
    const stations: Station[] = [{ node: start, edge: -1 }];
    let at = 0;
    for (;;) {
      const c = this.#component[at]!;
      const leave = this.#leave[c];
      for (const n of this.#members[c]!) if (this.#counts(n) && n !== at) at = this.#go(stations, at, (m) => m === n);
      if (leave === undefined) {
        if (!this.#isEnd(at)) this.#go(stations, at, (m) => this.#isEnd(m));
        return stations;
      }
      this.#go(stations, at, (m) => m === leave.from);
      this.#append(stations, leave);
      at = leave.to;
    }
  }

  /** The shortest way inside the component to a state; returns where it ends. */
  #go(stations: Station[], from: number, wanted: (n: number) => boolean): number {
    if (wanted(from)) return from;
    const came = new Map<number, Move>();
    const queue = [from];
    const home = this.#component[from];
    for (const n of queue) {
      if (n !== from && wanted(n)) {
        const moves: Move[] = [];
        for (let m = n; m !== from; m = came.get(m)!.from) moves.push(came.get(m)!);
        for (const move of moves.reverse()) this.#append(stations, move);
        return n;
      }
      for (const move of this.#from(n)) {
        if (this.#component[move.to] !== home || came.has(move.to) || move.to === from) continue;
        came.set(move.to, move);
        queue.push(move.to);
      }
    }
    return from;
  }

  *#from(n: number): Generator<Move> {
    this.#byNode ??= this.#index();
    yield* this.#byNode[n]!;
  }

  #byNode: Move[][] | undefined;

  #index(): Move[][] {
    const lists: Move[][] = this.#region.packed.map(() => []);
    for (const move of this.#region.moves) lists[move.from]!.push(move);
    return lists;
  }

  #append(stations: Station[], move: Move): void {
    const { search, summaries, packed } = this.#region;
    if (move.inside !== undefined) stations.push(...summaries!.way(move.inside));
    stations.push({ node: nodeOfState(search, packed[move.to]!), edge: move.edge });
  }
}

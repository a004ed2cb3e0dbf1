import { NO_RETURN, returnsBy } from '../../src/graph/procedures.js';
import type { EdgeSet, NodeSet, Search } from '../../src/graph/search.js';

/** How deep the oracle follows calls. Enough for the small graphs of the tests: a shortest journey never needs more. */
const DEPTH = 7;

/** Where a journey stands, with its calls written out: the obvious form of what the searches keep in contexts and summaries. */
export interface Standing {
  readonly node: number;
  readonly stack: readonly number[];
  /** `risen`: may return to any live caller of the procedure it began in. `nobody`: has been passed on. */
  readonly below: 'risen' | 'nobody';
  readonly met: boolean;
  readonly cost: number;
  readonly steps: number;
}

export interface OracleMove {
  readonly node: number;
  readonly edge: number;
  readonly stack: readonly number[];
  readonly below: 'risen' | 'nobody';
}

/** All moves out of a standing. */
export const movesOf = (search: Search, at: Pick<Standing, 'node' | 'stack' | 'below'>): OracleMove[] => {
  const { graph, along } = search;
  const moves: OracleMove[] = [];
  const edgesOf = (node: number): number[] => [...Array(graph.edges).keys()].filter((e) => graph.from[e] === node && along(e));
  for (const edge of edgesOf(at.node)) {
    if (graph.tail[edge] === 1) moves.push({ node: graph.to[edge]!, edge, stack: [], below: 'nobody' });
    else if (graph.direct[edge] === 1) moves.push({ node: graph.to[edge]!, edge, stack: at.stack, below: at.below });
  }
  for (let i = graph.calls[at.node]!; i < graph.calls[at.node + 1]!; i++) {
    if (at.stack.length < DEPTH) moves.push({ node: graph.start[graph.callees[i]!]!, edge: -1, stack: [...at.stack, at.node], below: at.below });
  }
  const outcome = graph.outcome[at.node]!;
  if (outcome === NO_RETURN) return moves;
  const caller = at.stack.at(-1);
  const back =
    caller !== undefined ? [caller] : at.below === 'risen' ? graph.callers[graph.procedureOf[at.node]!]!.filter((c) => search.live(c)) : [];
  for (const c of back)
    for (const edge of edgesOf(c))
      if (returnsBy(graph, outcome, edge)) moves.push({ node: graph.to[edge]!, edge, stack: at.stack.slice(0, -1), below: at.below });
  return moves;
};

const endsHere = (search: Search, at: Standing): boolean => {
  const { graph } = search;
  if ((search.through === undefined || at.met) && search.target(at.node)) return true;
  if (!search.openEnds) return false;
  if (graph.open[at.node] === 1) return true;
  if (graph.outcome[at.node] === NO_RETURN || at.stack.length > 0) return false;
  return at.below === 'nobody' || !graph.callers[graph.procedureOf[at.node]!]!.some((c) => search.live(c));
};

const key = (at: Pick<Standing, 'node' | 'stack' | 'below' | 'met'>): string => `${at.node}/${at.stack.join(',')}/${at.below}/${at.met}`;

/** Enters a node, or undefined where it is closed. */
export const enter = (search: Search, from: Pick<Standing, 'met' | 'cost' | 'steps'>, move: OracleMove): Standing | undefined => {
  const nodeCost = search.nodeCost?.(move.node) ?? 0;
  if (search.closed(move.node) || nodeCost === Infinity) return undefined;
  return {
    node: move.node,
    stack: move.stack,
    below: move.below,
    met: from.met || search.through?.(move.node) === true,
    steps: from.steps + 1,
    cost: from.cost + nodeCost + (move.edge < 0 ? 0 : (search.edgeCost?.(move.edge) ?? 0)),
  };
};

/** First moves: by `leaving`, if given, else as any other. */
export const firstMoves = (search: Search, start: number, leaving: EdgeSet | undefined): OracleMove[] => {
  if (leaving === undefined) return movesOf(search, { node: start, stack: [], below: 'risen' });
  const { graph } = search;
  return [...Array(graph.edges).keys()]
    .filter((e) => graph.from[e] === start && leaving(e))
    .map((edge) => ({ node: graph.to[edge]!, edge, stack: [], below: graph.tail[edge] === 1 ? 'nobody' : 'risen' }));
};

/** Least cost, then fewest steps, of a journey from `start` that never comes back to it; undefined if there is none. Tries everything. */
export const cheapestByTrial = (search: Search, start: number, leaving: EdgeSet | undefined): { cost: number; steps: number } | undefined => {
  const open: Standing[] = [];
  const done = new Set<string>();
  const none = { met: false, cost: 0, steps: 0 };
  const offer = (from: Pick<Standing, 'met' | 'cost' | 'steps'>, moves: OracleMove[]): void => {
    for (const move of moves) {
      const next = move.node === start ? undefined : enter(search, from, move);
      if (next !== undefined && !done.has(key(next))) open.push(next);
    }
  };
  offer(none, firstMoves(search, start, leaving));
  while (open.length > 0) {
    open.sort((a, b) => a.cost - b.cost || a.steps - b.steps);
    const at = open.shift()!;
    if (done.has(key(at))) continue;
    done.add(key(at));
    if (endsHere(search, at)) return { cost: at.cost, steps: at.steps };
    offer(at, movesOf(search, at));
  }
  return undefined;
};

/** Nodes that can be reached from starts with nobody to return to. */
export const reachableByTrial = (search: Search, starts: readonly number[]): Set<number> => {
  const seen = new Map<string, Standing>();
  const queue: Standing[] = [];
  const add = (at: Standing | undefined): void => {
    if (at === undefined || seen.has(key(at))) return;
    seen.set(key(at), at);
    queue.push(at);
  };
  for (const node of starts) if (!search.closed(node)) add({ node, stack: [], below: 'nobody', met: false, cost: 0, steps: 0 });
  for (const at of queue)
    for (const move of movesOf(search, at)) {
      const next = enter(search, at, move);
      add(next === undefined ? undefined : { ...next, cost: 0, steps: 0, met: false });
    }
  return new Set([...seen.values()].map((at) => at.node));
};

/** Whether some closed walk passes a node of `through`: from a node back to it without a return that it did not earn. */
export const loopByTrial = (search: Search): boolean =>
  [...Array(search.graph.nodes).keys()].some((home) => {
    if (search.closed(home)) return false;
    const seen = new Set<string>();
    const queue: Standing[] = [{ node: home, stack: [], below: 'nobody', met: search.through?.(home) === true, cost: 0, steps: 0 }];
    for (const at of queue) {
      for (const move of movesOf(search, at)) {
        const next = enter(search, { ...at, cost: 0, steps: 0 }, move);
        if (next === undefined) continue;
        if (next.node === home && next.met) return true;
        if (seen.has(key(next))) continue;
        seen.add(key(next));
        queue.push(next);
      }
    }
    return false;
  });

/** Most distinct counted nodes on a journey from `start` to an end; -1 if there is no journey. For graphs without calls. */
export const mostByTrial = (search: Search, start: number, leaving: EdgeSet | undefined, counted: NodeSet): number => {
  const seen = new Set<string>();
  const queue: { at: Standing; met: ReadonlySet<number> }[] = [];
  let best = -1;
  const add = (from: ReadonlySet<number>, move: OracleMove): void => {
    const at = move.node === start ? undefined : enter(search, { met: false, cost: 0, steps: 0 }, move);
    if (at === undefined) return;
    const met = counted(at.node) ? new Set([...from, at.node]) : from;
    const name = `${key(at)}:${[...met].sort().join(',')}`;
    if (seen.has(name)) return;
    seen.add(name);
    queue.push({ at, met });
  };
  for (const move of firstMoves(search, start, leaving)) add(new Set(), move);
  for (const { at, met } of queue) {
    if (endsHere(search, at)) best = Math.max(best, met.size);
    for (const move of movesOf(search, at)) add(met, move);
  }
  return best;
};

import { NO_RETURN, returnsBy, type ProcedureGraph } from './procedures.js';
import type { Summaries, Summary } from './summaries.js';

/** A set of nodes, or of edges, by number. Asked only of what a search comes to, so that a small search in a large graph costs little. */
export type NodeSet = (node: number) => boolean;
export type EdgeSet = (edge: number) => boolean;

/** What a journey may be made of. */
export interface Search {
  readonly graph: ProcedureGraph;
  /** Edges that may be walked after the first one. */
  readonly along: EdgeSet;
  /** Nodes that no journey may enter. */
  readonly closed: NodeSet;
  /** Nodes of which one must be entered on the way, the last one included; absent if none need be. */
  readonly through?: NodeSet;
  /** Nodes at which a journey may end. */
  readonly target: NodeSet;
  /** Whether a journey may end where nothing more is in view: at open nodes, and at returns without a caller. */
  readonly openEnds: boolean;
  /** Cost of entering a node, besides one step; Infinity closes it. Absent: only steps count. */
  readonly nodeCost?: (node: number) => number;
  /** Cost of walking an edge, besides that of the node it enters. */
  readonly edgeCost?: (edge: number) => number;
  /** Nodes to which a journey that started inside a procedure may return, as callers. */
  readonly live: NodeSet;
}

/** Where a journey stands towards the calls around it. */
export const Context = {
  /** In the procedure it began in, or in one of its callers: may still return. */
  Risen: 0,
  /** Inside a call that it entered: comes back only by a summary. */
  Descended: 1,
  /** Passed on for good: nobody is left to return to. */
  Passed: 2,
} as const;
export type Context = (typeof Context)[keyof typeof Context];

/** Where a journey stands that has been passed on. */
export const passedOn = (graph: ProcedureGraph): Context => (graph.callees.length > 0 ? Context.Passed : Context.Risen);

/** A state of a journey, packed: node, context, and whether `through` has been met. */
export interface States {
  readonly contexts: 1 | 3;
  readonly stages: 1 | 2;
  readonly count: number;
}

/** How many states a search has. Without calls one context is enough: nothing is returned to, whether a journey was passed on or not. */
export const statesOf = (search: Search): States => {
  const contexts = search.graph.callees.length > 0 ? 3 : 1;
  const stages = search.through === undefined ? 1 : 2;
  return { contexts, stages, count: contexts * stages * search.graph.nodes };
};

export const stateOf = (search: Search, states: States, node: number, context: Context, stage: number): number =>
  (stage * states.contexts + context) * search.graph.nodes + node;

export const nodeOfState = (search: Search, state: number): number => state % search.graph.nodes;
export const contextOfState = (search: Search, states: States, state: number): Context =>
  (Math.floor(state / search.graph.nodes) % states.contexts) as Context;
export const stageOfState = (search: Search, states: States, state: number): number => Math.floor(state / search.graph.nodes / states.contexts);

/** Whether a node may be entered. */
export const isOpenTo = (search: Search, node: number): boolean => !search.closed(node) && search.nodeCost?.(node) !== Infinity;

/** The stage after a node was entered. */
export const stageAfter = (search: Search, node: number, stage: number): number => (search.through?.(node) === true ? 1 : stage);

export const enterCost = (search: Search, node: number, edge: number): number =>
  (search.nodeCost?.(node) ?? 0) + (edge < 0 ? 0 : (search.edgeCost?.(edge) ?? 0));

/** Whether a journey may end in this state. */
export const accepts = (search: Search, states: States, node: number, context: Context, stage: number): boolean =>
  (search.openEnds && endsOpen(search, node, context)) || (stage === states.stages - 1 && search.target(node));

/** Whether nothing more is in view here. */
const endsOpen = (search: Search, node: number, context: Context): boolean => {
  const { graph } = search;
  if (graph.open[node] === 1) return true;
  if (graph.outcome[node] === NO_RETURN || context === Context.Descended) return false;
  return context === Context.Passed || !graph.callers[graph.procedureOf[node]!]!.some((c) => search.live(c));
};

/** One move of a journey: into `node`, by `edge` (-1 where a procedure is entered), and past the inside of a call, where there is one. */
export type Visit = (node: number, context: Context, stage: number, edge: number, inside: Summary | undefined) => void;

/** Makes one move, where the node may be entered. */
const enter = (search: Search, to: number, into: Context, edge: number, stage: number, inside: Summary | undefined, visit: Visit): void => {
  if (isOpenTo(search, to)) visit(to, into, stageAfter(search, to, stage), edge, inside);
};

/** Calls `visit` for every move out of a state, in the order of the document. `leaving` replaces `along` for the first edge of a journey. */
export const forEachMove = (search: Search, summaries: Summaries | undefined, node: number, context: Context, stage: number, visit: Visit): void => {
  const { graph, along } = search;
  for (let e = graph.out[node]!, end = graph.out[node + 1]!; e < end; e++) {
    if (!along(e)) continue;
    if (graph.tail[e] === 1) enter(search, graph.to[e]!, passedOn(graph), e, stage, undefined, visit);
    else if (graph.direct[e] === 1) enter(search, graph.to[e]!, context, e, stage, undefined, visit);
  }
  if (graph.callees.length === 0) return;
  for (let i = graph.calls[node]!; i < graph.calls[node + 1]!; i++) {
    const procedure = graph.callees[i]!;
    const start = graph.start[procedure]!;
    if (start < 0 || !isOpenTo(search, start)) continue;
    enter(search, start, Context.Descended, -1, stage, undefined, visit);
    for (const inside of summaries?.of(procedure, stageAfter(search, start, stage)) ?? []) {
      forEachReturn(search, node, inside.node, (e) => enter(search, graph.to[e]!, context, e, inside.stage, inside, visit));
    }
  }
  if (graph.outcome[node] !== NO_RETURN && context === Context.Risen) {
    for (const caller of graph.callers[graph.procedureOf[node]!]!) {
      if (search.live(caller)) forEachReturn(search, caller, node, (e) => enter(search, graph.to[e]!, Context.Risen, e, stage, undefined, visit));
    }
  }
};

/** The edges by which control goes on at `caller` when `returning` returns to it. */
export const forEachReturn = (search: Search, caller: number, returning: number, visit: (edge: number) => void): void => {
  const { graph, along } = search;
  const outcome = graph.outcome[returning]!;
  for (let e = graph.out[caller]!; e < graph.out[caller + 1]!; e++) if (returnsBy(graph, outcome, e) && along(e)) visit(e);
};

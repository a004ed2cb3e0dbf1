import type { NodeSet } from '../graph/search.js';
import { eventCode } from '../link/service-graph.js';
import { MAYBE, NO, YES, type Truth } from './truth.js';
import type { NodeTest, Origin, View } from './view.js';

const CHOICE = eventCode('choice');
const LINK = eventCode('link');
const FAULT = eventCode('fault');

const isChosen = (event: number): boolean => event === CHOICE || event === LINK;

/**
 * Whether a step has a choice from which a wanted step is reached with no further choice and without entering another menu, question or check.
 * Computed for all steps at once by two searches backwards, one from the steps that are surely wanted and one from those that may be; calls and
 * returns are followed without being matched, so that help behind a sub-flow counts. O(E) each.
 */
export const compileOffers = (wanted: NodeTest): NodeTest['compute'] => {
  const found = new WeakMap<View, Map<Origin, readonly [Uint8Array, Uint8Array]>>();
  const layers = (view: View, origin: Origin): readonly [Uint8Array, Uint8Array] => {
    const byOrigin = found.get(view) ?? new Map<Origin, readonly [Uint8Array, Uint8Array]>();
    found.set(view, byOrigin);
    let pair = byOrigin.get(origin);
    if (pair === undefined)
      byOrigin.set(origin, (pair = [leadingTo(view, view.set(wanted, YES, origin)), leadingTo(view, view.set(wanted, MAYBE, origin))]));
    return pair;
  };
  return (view, node, origin) => {
    const [sure, possible] = layers(view, origin);
    const { graph } = view.graph;
    let answer: Truth = NO;
    for (let e = graph.out[node]!; e < graph.out[node + 1]!; e++) {
      if (!isChosen(graph.event[e]!)) continue;
      const to = graph.to[e]!;
      if (sure[to] === 1) return YES;
      if (possible[to] === 1) answer = MAYBE;
    }
    return answer;
  };
};

/** Steps from which one of the wanted is reached without a choice and without leaving a menu, question or check. */
const leadingTo = (view: View, wanted: NodeSet): Uint8Array => {
  const { graph } = view.graph;
  const reached = new Uint8Array(view.nodes);
  const queue: number[] = [];
  for (let v = 0; v < reached.length; v++) {
    if (!wanted(v)) continue;
    reached[v] = 1;
    queue.push(v);
  }
  const add = (v: number): void => {
    if (reached[v] === 1 || asks(view, v)) return;
    reached[v] = 1;
    queue.push(v);
  };
  for (const v of queue) {
    const procedure = graph.procedureOf[v]!;
    if (graph.start[procedure] === v) graph.callers[procedure]!.forEach(add);
    for (let i = graph.into[v]!; i < graph.into[v + 1]!; i++) {
      const e = graph.incoming[i]!;
      if (isChosen(graph.event[e]!) || graph.event[e] === FAULT) continue;
      add(graph.from[e]!);
    }
  }
  return reached;
};

const asks = (view: View, node: number): boolean => {
  const { kind } = view.step(node);
  return kind === 'menu' || kind === 'ask' || kind === 'verify';
};

import { Journeys } from '../graph/journeys.js';
import { reachable } from '../graph/reach.js';
import type { Search } from '../graph/search.js';
import type { Station } from '../graph/summaries.js';
import { eventCode } from '../link/service-graph.js';
import { labelOf, pathOf, whyHidden } from '../policy/assertions/wording.js';
import { filling, type Ruling, type Scope } from '../policy/assertions/assertion.js';
import type { CodedCheck } from '../policy/coded-check.js';
import type { View } from '../policy/view.js';

/**
 * Queues, and flows heard in one, on whose customers' way no callback and no voicemail is offered: neither before the queue nor in it, behind any
 * edge but those of a closed line and of a failing platform. "Before or behind" is an or between two paths, which assertions do not have.
 * Two searches backwards and two forwards, so linear.
 */
export const callbackOffer: CodedCheck = {
  fills: new Set(['from', 'path']),
  tellsOccasions: true,
  evaluate: (view, scope) => {
    const waiting = places(view, scope);
    if (waiting.length === 0) return [];
    for (const node of waiting) scope.meets(view.graph.graph.procedureOf[node]!);
    const sure = offered(view, scope, waiting, false);
    const possible = offered(view, scope, waiting, true);
    const ways = new Map<number, Ways>();
    return waiting.flatMap((node): Ruling[] => {
      if (sure.nodes[node] === 1) return [];
      if (possible.nodes[node] === 1) return [unsure(view, node, possible.journeys.find(node)?.stations ?? [{ node, edge: -1 }])];
      const procedure = view.graph.graph.procedureOf[node]!;
      const way = ways.get(procedure) ?? new Ways(view, procedure);
      ways.set(procedure, way);
      return [ruling(view, node, way.to(node))];
    });
  },
};

/** Steps at which customers wait: queues, and the starts of flows heard in one. */
const places = (view: View, scope: Scope): number[] =>
  [...Array(view.nodes).keys()].filter((node) => {
    const { kind } = view.step(node);
    return scope.isJudged(node) && (kind === 'queue' || (kind === 'start' && view.artefact(node).role === 'hold'));
  });

/** Steps that are come to from where help is offered, or from which it is reached. */
const offered = (view: View, scope: Scope, waiting: readonly number[], possibly: boolean): { nodes: Uint8Array; journeys: Journeys } => {
  const { graph, live } = view.graph;
  const closed = eventCode('closed');
  const fault = eventCode('fault');
  const search: Search = {
    graph,
    live: (node) => live[node] === 1,
    closed: () => false,
    openEnds: possibly,
    along: (edge) => graph.event[edge] !== closed && graph.event[edge] !== fault,
    target: (node) => ['callback', 'voicemail'].includes(view.step(node).kind) || (possibly && view.step(node).kind === 'unknown'),
  };
  const starts = scope.artefacts.map((p) => graph.start[p]!).filter((node) => node >= 0);
  const journeys = new Journeys(search, [...starts, ...waiting], undefined);
  const nodes = reachable(
    { ...search, along: () => true },
    starts.filter((node) => journeys.has(node)),
  );
  for (const node of waiting) if (nodes[node] === 0 && journeys.has(node)) nodes[node] = 1;
  return { nodes, journeys };
};

const ruling = (view: View, node: number, journey: readonly Station[]): Ruling => {
  const step = view.step(node);
  const from = step.kind === 'start' ? `“${view.artefact(node).name}”` : labelOf(view, node);
  return {
    outcome: 'broken',
    node,
    artefact: view.graph.graph.procedureOf[node]!,
    route: step.route,
    journey,
    identity: [step.id],
    fill: filling({ from, path: pathOf(view, journey) }),
  };
};

const unsure = (view: View, node: number, journey: readonly Station[]): Ruling => {
  const hidden = journey.find((s) => view.step(s.node).kind === 'unknown')?.node ?? journey.at(-1)!.node;
  return { ...ruling(view, node, journey), outcome: 'unknown', hidden, why: whyHidden(view, hidden) };
};

/** Shortest ways from the start of one flow to its steps; parts that it calls are stepped over. */
class Ways {
  readonly #came = new Map<number, Station & { readonly before: number }>();
  readonly #start: number;

  constructor(view: View, procedure: number) {
    const { graph } = view.graph;
    const fault = eventCode('fault');
    const queue = [graph.start[procedure]!];
    this.#start = graph.start[procedure]!;
    for (const before of queue) {
      for (let edge = graph.out[before]!; edge < graph.out[before + 1]!; edge++) {
        const node = graph.to[edge]!;
        if (graph.event[edge] === fault || graph.procedureOf[node] !== procedure || node === this.#start || this.#came.has(node)) continue;
        this.#came.set(node, { node, edge, before });
        queue.push(node);
      }
    }
  }

  to(node: number): Station[] {
    const stations: Station[] = [];
    for (let at = this.#came.get(node); at !== undefined; at = this.#came.get(at.before)) stations.push({ node: at.node, edge: at.edge });
    if (stations.length === 0 && node !== this.#start) return [{ node, edge: -1 }];
    return [{ node: this.#start, edge: -1 }, ...stations.reverse()];
  }
}

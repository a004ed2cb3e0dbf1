import type { Draft, DraftEdge, DraftStep } from './draft.js';

/** So far is looked for a meeting point. */
const NEAR = 64;

const ORDINARY = new Set(['next', 'success', 'choice', 'branch', 'open', 'again']);
const SILENT = new Set(['act', 'check', 'case', 'verify']);

interface Graph {
  readonly steps: ReadonlyMap<string, DraftStep>;
  readonly out: ReadonlyMap<string, readonly DraftEdge[]>;
}

const isEnd = ({ kind }: DraftStep): boolean => kind === 'end' || kind === 'return' || kind === 'unknown';

/** The ordinary course after a step, without the failing edge. */
const ordinaryAfter = (graph: Graph, step: DraftStep, failing: DraftEdge): ReadonlySet<string> => {
  const seen = new Set<string>();
  const open = [step.id];
  for (let id = open.pop(); id !== undefined && seen.size < NEAR; id = open.pop()) {
    for (const edge of graph.out.get(id) ?? []) {
      if (edge === failing || !ORDINARY.has(edge.on) || seen.has(edge.to)) continue;
      seen.add(edge.to);
      open.push(edge.to);
    }
  }
  return seen;
};

/** Whether every way behind a failing edge meets the ordinary course before anything is said: then the customer never notices. */
const recovers = (graph: Graph, step: DraftStep, failing: DraftEdge): boolean => {
  const ordinary = ordinaryAfter(graph, step, failing);
  const seen = new Set<string>([failing.to]);
  const open = [failing.to];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (id === step.id) continue;
    const at = graph.steps.get(id);
    if (at === undefined || isEnd(at) || seen.size > NEAR) return false;
    if (ordinary.has(id)) continue;
    if (!SILENT.has(at.kind)) return false;
    for (const edge of graph.out.get(id) ?? []) {
      if (edge.on === 'fault' || seen.has(edge.to)) continue;
      seen.add(edge.to);
      open.push(edge.to);
    }
  }
  return ordinary.size > 0;
};

/**
 * The rejoin rule: a lookup that fails, or a queue without staff, is no failure for the customer where the flow goes on as if nothing had happened.
 * Such an edge becomes `next`, labelled `recovers`.
 */
export const markRecovered = (draft: Draft): void => {
  const failing = draft.edges.filter(({ on }) => on === 'error' || on === 'failure');
  if (failing.length === 0) return;
  const steps = new Map(draft.steps.map((step) => [step.id, step]));
  const out = new Map<string, DraftEdge[]>();
  for (const edge of draft.edges) {
    const list = out.get(edge.from);
    if (list === undefined) out.set(edge.from, [edge]);
    else list.push(edge);
  }
  const recovered = failing.filter((edge) => {
    const step = steps.get(edge.from);
    const applies = edge.on === 'error' ? step?.kind === 'act' : step?.kind === 'check' && step.data.of === 'staffing';
    return step !== undefined && applies && recovers({ steps, out }, step, edge);
  });
  for (const edge of recovered) {
    edge.on = 'next';
    edge.label = 'recovers';
  }
};

import type { Draft, DraftEdge, DraftStep } from './draft.js';

/** So far is looked for a meeting point. */
const NEAR = 64;

const ORDINARY = new Set(['next', 'success', 'choice', 'branch', 'open', 'again']);
const SILENT = new Set(['act', 'check', 'case', 'verify']);

interface Graph {
  readonly steps: ReadonlyMap<string, DraftStep>;
  readonly out: ReadonlyMap<string, readonly DraftEdge[]>;
}

/** The ordinary course after a step, without the failing edge and without the else-branches of comparisons of data (a data default is no success). */
const ordinaryAfter = (graph: Graph, step: DraftStep, failing: DraftEdge): ReadonlySet<string> => {
  const seen = new Set<string>();
  const open: string[] = [];
  const add = (from: DraftStep, edge: DraftEdge): void => {
    if (edge === failing || !ORDINARY.has(edge.on) || seen.has(edge.to)) return;
    if (from.kind === 'check' && edge.on === 'next' && from.data.of !== 'slot' && edge.label !== 'recovers') return;
    seen.add(edge.to);
    open.push(edge.to);
  };
  for (const edge of graph.out.get(step.id) ?? []) add(step, edge);
  for (let id = open.pop(); id !== undefined && seen.size < NEAR; id = open.pop()) {
    const at = graph.steps.get(id);
    if (at !== undefined) for (const edge of graph.out.get(id) ?? []) add(at, edge);
  }
  return seen;
};

const isEnd = (step: DraftStep): boolean => step.kind === 'end' || step.kind === 'return' || step.kind === 'unknown';

/** Whether every way behind a failing edge meets the ordinary course before anything is said: then the caller never notices. */
const recovers = (graph: Graph, step: DraftStep, failing: DraftEdge): boolean => {
  const ordinary = ordinaryAfter(graph, step, failing);
  if (ordinary.size === 0) return false;
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
  return true;
};

/**
 * The rejoin rule: a function that fails, or a queue without staff, is no failure for the caller where the flow goes on as if nothing had happened.
 * Such an edge becomes `next`, labelled `recovers`.
 */
export const markRecovered = (draft: Draft): void => {
  const failing = draft.edges.filter((edge) => edge.on === 'error' || edge.on === 'failure');
  if (failing.length === 0) return;
  const steps = new Map(draft.steps.map((step) => [step.id, step]));
  const out = new Map<string, DraftEdge[]>();
  for (const edge of draft.edges) {
    const list = out.get(edge.from);
    if (list === undefined) out.set(edge.from, [edge]);
    else list.push(edge);
  }
  const graph: Graph = { steps, out };
  for (const edge of failing) {
    const step = steps.get(edge.from);
    if (step === undefined) continue;
    const applies = edge.on === 'error' ? step.kind === 'act' : step.kind === 'check' && step.data.of === 'staffing';
    if (!applies || !recovers(graph, step, edge)) continue;
    edge.on = 'next';
    edge.label = 'recovers';
  }
};

import type { Artefact } from '../model/artefact.js';
import type { Edge, Step } from '../model/step.js';

/** An id that no step has. */
const free = (id: string, taken: ReadonlySet<string>): string => (taken.has(id) ? free(`${id}'`, taken) : id);

/**
 * A flow that is heard in a queue, though no queue in view has it: some queue has, or nobody would hear it. A caller who stays in the queue is
 * waiting, and then a person answers; without this, all that lies behind the return would be open.
 */
export const impliedQueue = (artefact: Artefact): Artefact => {
  const stays = artefact.steps.filter(({ kind, data }) => kind === 'return' && data.outcome === 'success');
  if (stays.length === 0) return artefact;
  const ids = new Set(artefact.steps.map(({ id }) => id));
  const waits = new Set(stays.map(({ id }) => id));
  const people: Step[] = [];
  const edges: Edge[] = [];
  for (const { id, route } of stays) {
    const person = free(`${id}:person`, ids);
    people.push({ id: person, kind: 'person', label: 'An agent answers', data: {}, route });
    edges.push({ from: id, to: person, on: 'success' });
  }
  const steps = artefact.steps.map((step): Step => {
    if (!waits.has(step.id)) return step;
    const { outcome: _, ...data } = step.data;
    return { ...step, kind: 'act', data };
  });
  return { ...artefact, steps: [...steps, ...people], edges: [...artefact.edges, ...edges] };
};

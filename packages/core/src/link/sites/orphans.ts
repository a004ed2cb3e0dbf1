import type { Artefact } from '../../model/artefact.js';
import type { Edge } from '../../model/step.js';

/**
 * Pages that no link leads to are opened all the same, from a search or a mail. They are tied to the start by an edge that counts as no way through
 * the site: what they show is judged, and no journey goes through them.
 */
export const withOrphans = (artefact: Artefact): Artefact => {
  const { kind, start, steps, edges } = artefact;
  if (kind !== 'site' || start === undefined) return artefact;
  const ways = new Map<string, string[]>();
  for (const { from, to } of edges) {
    const list = ways.get(from);
    if (list === undefined) ways.set(from, [to]);
    else list.push(to);
  }
  const seen = new Set([start]);
  const open = [start];
  const walk = (): void => {
    for (let id = open.pop(); id !== undefined; id = open.pop()) {
      for (const to of ways.get(id) ?? []) {
        if (seen.has(to)) continue;
        seen.add(to);
        open.push(to);
      }
    }
  };
  walk();
  const added: Edge[] = [];
  for (const { id, kind: is } of steps) {
    if (is !== 'page' || seen.has(id)) continue;
    added.push({ from: start, to: id, on: 'fault' });
    seen.add(id);
    open.push(id);
    walk();
  }
  return added.length === 0 ? artefact : { ...artefact, edges: [...edges, ...added] };
};

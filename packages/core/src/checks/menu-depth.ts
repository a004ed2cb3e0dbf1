import type { Station } from '../graph/summaries.js';
import { filling } from '../policy/assertions/assertion.js';
import { labelOf } from '../policy/assertions/wording.js';
import type { View } from '../policy/view.js';
import type { CodedCheck } from '../policy/coded-check.js';

/**
 * Menus that lie deeper than `max`: for each menu the least number of menus on a way to it from a start, itself included. A quantifier over the
 * end of a path, which assertions do not have; counting any walk would be wrong where a way back to the main menu exists. A step that is not a
 * menu costs nothing, so the search goes through those first (0-1 breadth-first search, O(E)). Menus whose `purpose` is a language choice or a
 * confirmation are free. Of the menus behind each other only the first that is too deep speaks: with it, those behind it come up.
 */
export const menuDepth: CodedCheck = {
  fills: new Set(['from', 'count', 'limit', 'path']),
  tellsOccasions: true,
  evaluate: (view, scope, options) => {
    const max = options['max'] as number;
    const { graph } = view.graph;
    const came = new Int32Array(view.nodes).fill(-1);
    const edges = new Int32Array(view.nodes).fill(-1);
    const depth = depths(view, came, edges);
    return [...depth.keys()].flatMap((node) => {
      if (counts(view, node) === 0 || !scope.isJudged(node)) return [];
      scope.meets(graph.procedureOf[node]!, view.step(node).path);
      if (depth[node] !== max + 1) return [];
      const journey: Station[] = [];
      for (let v = node; v >= 0; v = came[v]!) journey.push({ node: v, edge: edges[v]! });
      journey.reverse();
      const ruling = {
        outcome: 'broken' as const,
        node,
        artefact: graph.procedureOf[node]!,
        route: view.step(node).route,
        journey,
        identity: [view.step(node).id],
      };
      return [{ ...ruling, fill: filling({ from: labelOf(view, node), count: String(depth[node]), limit: String(max) }) }];
    });
  },
};

const counts = (view: View, node: number): number => {
  const { kind, data } = view.step(node);
  return kind === 'menu' && data.purpose !== 'language' && data.purpose !== 'confirm' ? 1 : 0;
};

/** Least number of menus from the starts of entry flows, calls and transfers followed. */
const depths = (view: View, came: Int32Array, edges: Int32Array): Float64Array => {
  const { graph } = view.graph;
  const depth = new Float64Array(view.nodes).fill(Infinity);
  const layers: number[][] = [[], []];
  const reach = (node: number, from: number, edge: number, base: number): void => {
    const value = base + counts(view, node);
    if (value >= depth[node]!) return;
    depth[node] = value;
    came[node] = from;
    edges[node] = edge;
    (layers[value] ??= []).push(node);
  };
  view.graph.service.artefacts.forEach((artefact, p) => {
    if (artefact.role === 'entry' && graph.start[p]! >= 0) reach(graph.start[p]!, -1, -1, 0);
  });
  for (let layer = 0; layer < layers.length; layer++) {
    for (const node of layers[layer] ?? []) {
      if (depth[node] !== layer) continue;
      for (let e = graph.out[node]!; e < graph.out[node + 1]!; e++) reach(graph.to[e]!, node, e, layer);
      for (let i = graph.calls[node]!; i < graph.calls[node + 1]!; i++) reach(graph.start[graph.callees[i]!]!, node, -1, layer);
    }
  }
  return depth;
};

import { reachable } from '../graph/reach.js';
import type { Search } from '../graph/search.js';
import { buildServiceGraph } from '../link/service-graph.js';
import { serviceOf } from '../link/parts.js';
import type { Service } from '../link/service.js';

/** Searches through more than so many steps, all entries of a part together, are left out: then every entry of the part counts. */
const MOST = 20_000_000;

/** From which entries customers come to a step: indexes of artefacts. */
export class EntriesTo {
  readonly #service: Service;
  readonly #parts = new Map<readonly number[], (artefact: number, step: string) => readonly number[]>();

  constructor(service: Service) {
    this.#service = service;
  }

  /** Entries from which a step can be come to; `cluster`: the artefacts that are tied to its own. */
  to(cluster: readonly number[], artefact: number, step: string): readonly number[] {
    let part = this.#parts.get(cluster);
    if (part === undefined) this.#parts.set(cluster, (part = this.#search(cluster)));
    return part(artefact, step);
  }

  #search(cluster: readonly number[]): (artefact: number, step: string) => readonly number[] {
    const sorted = [...cluster].sort((a, b) => a - b);
    const graph = buildServiceGraph(serviceOf(this.#service, sorted));
    const search: Search = { graph: graph.graph, along: () => true, closed: () => false, target: () => false, openEnds: false, live: () => false };
    const entries = sorted.flatMap((artefact, index) => {
      const { role } = this.#service.artefacts[artefact]!;
      const start = graph.graph.start[index]!;
      return (role === 'entry' || role === 'outbound' || role === 'agent-transfer') && start >= 0 ? [{ artefact, start }] : [];
    });
    if (entries.length * (graph.graph.nodes + graph.graph.edges) > MOST) return () => entries.map(({ artefact }) => artefact);
    const reached = entries.map(({ artefact, start }) => ({ artefact, nodes: reachable(search, [start]) }));
    return (artefact, step) => {
      const node = graph.nodeOf(sorted.indexOf(artefact), step);
      return node === undefined ? [] : reached.filter(({ nodes }) => nodes[node] === 1).map((one) => one.artefact);
    };
  }
}

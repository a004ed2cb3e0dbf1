import { buildServiceGraph, type ServiceGraph } from '../link/service-graph.js';
import type { Service } from '../link/service.js';

/** One of the two services that are compared. */
export interface Side {
  readonly service: Service;
  readonly graph: ServiceGraph;
}

/** A service as one side of a comparison. Linear in steps and edges. */
export const sideOf = (service: Service): Side => ({ service, graph: buildServiceGraph(service) });

/** Nodes of one artefact, by its index. */
export const nodesOf = ({ graph }: Side, artefact: number): readonly number[] => {
  const { first } = graph.graph;
  return Array.from({ length: first[artefact + 1]! - first[artefact]! }, (_, i) => first[artefact]! + i);
};

/** Edges that leave a node. */
export const edgesOf = ({ graph }: Side, node: number): readonly number[] => {
  const { out } = graph.graph;
  return Array.from({ length: out[node + 1]! - out[node]! }, (_, i) => out[node]! + i);
};

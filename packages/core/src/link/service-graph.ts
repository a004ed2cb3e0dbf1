import { ANY_OUTCOME, buildProcedureGraph, NO_RETURN, type GraphParts, type ProcedureGraph } from '../graph/procedures.js';
import { reachable } from '../graph/reach.js';
import type { Search } from '../graph/search.js';
import type { Artefact, Role, Utterance } from '../model/artefact.js';
import { EDGE_EVENTS, type EdgeEvent, type Step } from '../model/step.js';
import type { Service, Tie } from './service.js';

/** Roles in which a customer is on the line; what they meet there is judged unless a rule names other roles. */
export const CUSTOMER_ROLES: readonly Role[] = ['entry', 'sub-flow', 'hold', 'agent-transfer'];

/** All steps of a service in one graph: node numbers are positions in `steps`. */
export interface ServiceGraph {
  readonly service: Service;
  readonly graph: ProcedureGraph;
  readonly steps: readonly Step[];
  /** Words of each edge of `graph`: those of the choice, or the value of the branch. */
  readonly labels: readonly (string | undefined)[];
  /** What is said at each node. */
  readonly utterances: readonly (readonly Utterance[])[];
  /** Steps that a customer can come to, from the start of an entry or hold flow, of a transfer by staff, or of a sub-flow that nobody in view calls. */
  readonly live: Uint8Array;
  /** Steps that can be come to from the start of any artefact. */
  readonly alive: Uint8Array;
  artefactOf(node: number): Artefact;
  nodeOf(artefact: number, step: string): number | undefined;
}

const EVENT_CODES = new Map<EdgeEvent, number>(EDGE_EVENTS.map((event, code) => [event, code]));

/** The number that stands for an event in `ProcedureGraph.event`. */
export const eventCode = (event: EdgeEvent): number => EVENT_CODES.get(event)!;

/** The event that a number stands for. */
export const eventOf = (code: number): EdgeEvent => EDGE_EVENTS[code]!;

/** Events that may befall a call before anything of the called flow happened. */
const CALL_FAILS: ReadonlySet<EdgeEvent> = new Set(['error', 'fault']);

interface Numbering {
  readonly steps: Step[];
  readonly first: number[];
  readonly start: number[];
  readonly nodes: ReadonlyMap<string, number>[];
}

const number = (artefacts: readonly Artefact[]): Numbering => {
  const steps: Step[] = [];
  const first: number[] = [];
  const start: number[] = [];
  const nodes: Map<string, number>[] = [];
  for (const artefact of artefacts) {
    const own = new Map<string, number>();
    first.push(steps.length);
    for (const step of artefact.steps) {
      own.set(step.id, steps.length);
      steps.push(step);
    }
    nodes.push(own);
    start.push(artefact.start === undefined ? -1 : (own.get(artefact.start) ?? -1));
  }
  return { steps, first, start, nodes };
};

interface LabelledEdge {
  readonly from: number;
  readonly to: number;
  readonly event: number;
  readonly direct: boolean;
  readonly tail: boolean;
  readonly label: string | undefined;
}

const collectEdges = (service: Service, numbering: Numbering): LabelledEdge[] => {
  const edges: LabelledEdge[] = [];
  const calling = new Set(service.ties.filter((t) => t.as === 'call').map((t) => numbering.nodes[t.from]!.get(t.step)));
  service.artefacts.forEach((artefact, a) => {
    const nodes = numbering.nodes[a]!;
    for (const edge of artefact.edges) {
      const from = nodes.get(edge.from);
      const to = nodes.get(edge.to);
      if (from === undefined || to === undefined)
        throw new Error(`${artefact.path}: the reader ${artefact.format} made an edge from ${edge.from} to ${edge.to}, of which one does not exist`);
      edges.push({ from, to, event: eventCode(edge.on), direct: !calling.has(from) || CALL_FAILS.has(edge.on), tail: false, label: edge.label });
    }
  });
  for (const tie of service.ties) {
    const to = numbering.start[tie.to]!;
    if (tie.as === 'transfer' && to >= 0)
      edges.push({ from: nodeOfTie(numbering, tie), to, event: eventCode('next'), direct: true, tail: true, label: undefined });
  }
  return edges;
};

const nodeOfTie = (numbering: Numbering, tie: Tie): number => {
  const node = numbering.nodes[tie.from]!.get(tie.step);
  if (node === undefined) throw new Error(`a tie from a step that does not exist: ${tie.step}`);
  return node;
};

const outcomesOf = (steps: readonly Step[]): Int16Array =>
  Int16Array.from(steps, (step) => {
    if (step.kind !== 'return') return NO_RETURN;
    const code = EVENT_CODES.get(step.data.outcome as EdgeEvent);
    return code ?? ANY_OUTCOME;
  });

/** Builds the graph of a service. Linear in steps and edges. */
export const buildServiceGraph = (service: Service): ServiceGraph => {
  const numbering = number(service.artefacts);
  const { steps, first, nodes } = numbering;
  const edges = collectEdges(service, numbering).sort((a, b) => a.from - b.from);
  const leaves = new Uint8Array(steps.length);
  for (const edge of edges) leaves[edge.from] = 1;
  const calls = service.ties.filter((t) => t.as !== 'transfer').map((t) => ({ node: nodeOfTie(numbering, t), procedure: t.to }));
  const parts: GraphParts = {
    nodes: steps.length,
    edges,
    calls,
    first,
    start: numbering.start,
    outcome: outcomesOf(steps),
    open: Uint8Array.from(steps, (step, v) => (step.kind === 'unknown' && leaves[v] === 0 ? 1 : 0)),
    neverOnReturn: eventCode('fault'),
  };
  const graph = buildProcedureGraph(parts);
  const utterances: Utterance[][] = Array.from(steps, () => []);
  service.artefacts.forEach((artefact, a) => {
    for (const utterance of artefact.utterances) {
      const node = utterance.step === undefined ? undefined : nodes[a]!.get(utterance.step);
      if (node !== undefined) utterances[node]!.push(utterance);
    }
  });
  return {
    service,
    graph,
    steps,
    utterances,
    labels: edges.map((e) => e.label),
    ...life(service, graph),
    artefactOf: (node) => service.artefacts[graph.procedureOf[node]!]!,
    nodeOf: (artefact, step) => nodes[artefact]!.get(step),
  };
};

const life = (service: Service, graph: ProcedureGraph): { live: Uint8Array; alive: Uint8Array } => {
  const search: Search = { graph, along: () => true, closed: () => false, target: () => false, openEnds: false, live: () => false };
  const starts = (wanted: (artefact: Artefact, procedure: number) => boolean): number[] =>
    service.artefacts.flatMap((artefact, p) => (graph.start[p]! >= 0 && wanted(artefact, p) ? [graph.start[p]!] : []));
  const called = (p: number): boolean => graph.callers[p]!.length > 0;
  return {
    live: reachable(
      search,
      starts((a, p) => CUSTOMER_ROLES.includes(a.role) && (a.role !== 'sub-flow' || !called(p))),
    ),
    alive: reachable(
      search,
      starts(() => true),
    ),
  };
};

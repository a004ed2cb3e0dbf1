import type { ServiceGraph } from '../link/service-graph.js';
import type { Artefact, Utterance } from '../model/artefact.js';
import type { EdgeSet, NodeSet } from '../graph/search.js';
import { STEP_KINDS, type Step, type StepKind } from '../model/step.js';
import { MAYBE, NO, YES, type Truth } from './truth.js';

/** Values of fields of the step a journey began at, for `same`. */
export type Origin = ReadonlyMap<string, unknown>;

export const NO_ORIGIN: Origin = new Map();

/** Events of edges as a set of bits, by their numbers in the graph. */
export type EventSet = number;

export const EVERY_EVENT: EventSet = -1;

/** A test of edges, by their number in the service's graph. */
export interface EdgeTest {
  /** The events of which an edge must be that passes. */
  readonly events: EventSet;
  /** Whether the event decides: every edge of these events passes. */
  readonly decided: boolean;
  compute(view: View, edge: number): Truth;
}

/** Kinds of steps as a set of bits, so that most questions are answered by the kind alone. */
export type KindSet = number;

export const EVERY_KIND: KindSet = -1;
const KIND_BITS = new Map<StepKind, KindSet>(STEP_KINDS.map((kind, bit) => [kind, 1 << bit]));

export const kindSet = (kind: StepKind): KindSet => KIND_BITS.get(kind)!;

/** A test of steps that remembers its answers in the view it is asked in. */
export interface NodeTest {
  /** Number of the test, unique among those of one environment. */
  readonly id: number;
  /** Fields of the journey's first step that the answer depends on. */
  readonly same: ReadonlySet<string>;
  /** The kinds of which a step must be that passes; hidden steps are asked whatever stands here. */
  readonly kinds: KindSet;
  /** Whether the kind decides: every step of these kinds passes. */
  readonly decided: boolean;
  compute(view: View, node: number, origin: Origin): Truth;
}

const UNASKED = 255;
const HIDDEN = kindSet('unknown');

/** A service as rules see it while they are judged: the graph, and what has been found out about its steps so far. */
export class View {
  readonly #answers: Uint8Array[] = [];
  readonly #kinds: Int32Array;
  readonly #edges = new Map<EdgeTest, Uint8Array>();
  readonly #byKind = new Map<StepKind, number[]>();
  readonly #candidates = new Map<KindSet, Int32Array>();
  readonly #byOrigin = new Map<Origin, Uint8Array[]>();
  readonly graph: ServiceGraph;
  /** Facts outside the files, from the config. */
  readonly assume: Readonly<Record<string, unknown>>;

  constructor(graph: ServiceGraph, assume: Readonly<Record<string, unknown>> = {}) {
    this.graph = graph;
    this.assume = assume;
    this.#kinds = Int32Array.from(graph.steps, ({ kind }) => kindSet(kind));
    graph.steps.forEach(({ kind }, node) => {
      const list = this.#byKind.get(kind);
      if (list === undefined) this.#byKind.set(kind, [node]);
      else list.push(node);
    });
  }

  get nodes(): number {
    return this.graph.graph.nodes;
  }

  step(node: number): Step {
    return this.graph.steps[node]!;
  }

  artefact(node: number): Artefact {
    return this.graph.artefactOf(node);
  }

  /** Whether a step is of that kind. */
  isOfKind(node: number, kind: StepKind): boolean {
    return this.#kinds[node] === kindSet(kind);
  }

  /** Whether what happens at a step is out of view. */
  isHidden(node: number): boolean {
    return this.#kinds[node] === HIDDEN;
  }

  utterances(node: number): readonly Utterance[] {
    return this.graph.utterances[node]!;
  }

  /** Steps of which a test may hold, in the order of the document; hidden steps are left out. */
  candidates({ kinds }: NodeTest): Iterable<number> {
    if (kinds === EVERY_KIND) return this.graph.steps.keys();
    const known = this.#candidates.get(kinds);
    if (known !== undefined) return known;
    const lists = STEP_KINDS.filter((kind) => (kinds & kindSet(kind)) !== 0).flatMap((kind) => this.#byKind.get(kind) ?? []);
    const found = Int32Array.from(lists).sort();
    this.#candidates.set(kinds, found);
    return found;
  }

  /** The answer of a test at a step; worked out once a step, and once an origin where it depends on one. */
  ask(test: NodeTest, node: number, origin: Origin = NO_ORIGIN): Truth {
    const kind = this.#kinds[node]!;
    if (kind !== HIDDEN && (test.kinds & kind) === 0) return NO;
    if (test.decided) return (test.kinds & kind) === 0 ? MAYBE : YES;
    const answers = this.#memory(test, origin);
    const answer = answers[node]!;
    return (answer === UNASKED ? (answers[node] = test.compute(this, node, origin)) : answer) as Truth;
  }

  /** The steps where the answer is at least this sure. */
  set(test: NodeTest, least: Truth, origin: Origin = NO_ORIGIN): NodeSet {
    const kinds = this.#kinds;
    const wanted = test.kinds | HIDDEN;
    if (test.decided && least !== NO) {
      const passing = least === YES ? test.kinds : wanted;
      return (node) => (passing & kinds[node]!) !== 0;
    }
    const answers = this.#memory(test, origin);
    return (node) => {
      if ((wanted & kinds[node]!) === 0) return least === NO;
      const answer = answers[node]!;
      return (answer === UNASKED ? (answers[node] = test.compute(this, node, origin)) : answer) >= least;
    };
  }

  /** The answer of a test at an edge; worked out once an edge. */
  askEdge(test: EdgeTest, edge: number): Truth {
    if (((test.events >>> this.graph.graph.event[edge]!) & 1) === 0) return NO;
    if (test.decided) return YES;
    const answers = this.#edgeMemory(test);
    const answer = answers[edge]!;
    return (answer === UNASKED ? (answers[edge] = test.compute(this, edge)) : answer) as Truth;
  }

  /** The edges where the answer is at least this sure: maybe or yes. */
  edges(test: EdgeTest, least: Truth): EdgeSet {
    const { events } = test;
    const { event } = this.graph.graph;
    if (test.decided) return (edge) => ((events >>> event[edge]!) & 1) === 1;
    const answers = this.#edgeMemory(test);
    return (edge) => {
      if (((events >>> event[edge]!) & 1) === 0) return false;
      const answer = answers[edge]!;
      return (answer === UNASKED ? (answers[edge] = test.compute(this, edge)) : answer) >= least;
    };
  }

  /** Forgets what depended on an origin. */
  forget(origin: Origin): void {
    this.#byOrigin.delete(origin);
  }

  #edgeMemory(test: EdgeTest): Uint8Array {
    let memory = this.#edges.get(test);
    if (memory === undefined) this.#edges.set(test, (memory = new Uint8Array(this.graph.graph.edges).fill(UNASKED)));
    return memory;
  }

  #memory(test: NodeTest, origin: Origin): Uint8Array {
    let tests = this.#answers;
    if (test.same.size > 0) {
      tests = this.#byOrigin.get(origin) ?? [];
      this.#byOrigin.set(origin, tests);
    }
    return (tests[test.id] ??= new Uint8Array(this.nodes).fill(UNASKED));
  }
}

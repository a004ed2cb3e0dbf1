import type { ServiceGraph } from '../link/service-graph.js';
import type { Artefact, Utterance } from '../model/artefact.js';
import type { Step } from '../model/step.js';
import { MAYBE, NO, YES, type Truth } from './truth.js';

/** Values of fields of the step a journey began at, for `same`. */
export type Origin = ReadonlyMap<string, unknown>;

export const NO_ORIGIN: Origin = new Map();

/** A test of edges, by their number in the service's graph. */
export type EdgeTest = (view: View, edge: number) => Truth;

/** A test of steps that remembers its answers in the view it is asked in. */
export interface NodeTest {
  /** Fields of the journey's first step that the answer depends on. */
  readonly same: ReadonlySet<string>;
  compute(view: View, node: number, origin: Origin): Truth;
}

const UNASKED = 255;

/** A service as rules see it while they are judged: the graph, and what has been found out about its steps so far. */
export class View {
  readonly #answers = new Map<NodeTest, Uint8Array>();
  readonly #edges = new Map<EdgeTest, readonly [sure: Uint8Array, possible: Uint8Array]>();
  #lastTest: NodeTest | undefined;
  #lastOrigin: Origin | undefined;
  #lastAnswers: Uint8Array | undefined;
  readonly #byOrigin = new Map<Origin, Map<NodeTest, Uint8Array>>();
  readonly graph: ServiceGraph;
  /** Facts outside the files, from the config. */
  readonly assume: Readonly<Record<string, unknown>>;

  constructor(graph: ServiceGraph, assume: Readonly<Record<string, unknown>> = {}) {
    this.graph = graph;
    this.assume = assume;
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

  utterances(node: number): readonly Utterance[] {
    return this.graph.utterances[node]!;
  }

  /** The answer of a test at a step; asked once a step, and once an origin where it depends on one. */
  ask(test: NodeTest, node: number, origin: Origin = NO_ORIGIN): Truth {
    const answers = this.#memory(test, origin);
    let answer = answers[node]!;
    if (answer === UNASKED) answers[node] = answer = test.compute(this, node, origin);
    return answer as Truth;
  }

  /** 1 for every step where the answer is at least this sure. */
  mask(test: NodeTest, least: Truth, origin: Origin = NO_ORIGIN): Uint8Array {
    const mask = new Uint8Array(this.nodes), answers = this.#memory(test, origin);
    for (let node = 0; node < mask.length; node++) {
      let answer = answers[node]!;
      if (answer === UNASKED) answers[node] = answer = test.compute(this, node, origin);
      if (answer >= least) mask[node] = 1;
    }
    return mask;
  }

  /** 1 for every edge where the answer is at least this sure. Not to be written to. */
  edgeMask(test: EdgeTest, least: typeof YES | typeof MAYBE): Uint8Array {
    let masks = this.#edges.get(test);
    if (masks === undefined) {
      const answers = Uint8Array.from({ length: this.graph.graph.edges }, (_, edge) => test(this, edge));
      this.#edges.set(test, (masks = [answers.map((answer) => (answer === YES ? 1 : 0)), answers.map((answer) => (answer === NO ? 0 : 1))]));
    }
    return masks[least === YES ? 0 : 1];
  }

  /** Forgets what depended on an origin. */
  forget(origin: Origin): void {
    this.#byOrigin.delete(origin);
    this.#lastTest = undefined;
  }

  /** Tests are asked step after step, so the memory of the last one is kept at hand. */
  #memory(test: NodeTest, origin: Origin): Uint8Array {
    if (test === this.#lastTest && (origin === this.#lastOrigin || test.same.size === 0)) return this.#lastAnswers!;
    let tests = this.#answers;
    if (test.same.size > 0) {
      tests = this.#byOrigin.get(origin) ?? new Map<NodeTest, Uint8Array>();
      this.#byOrigin.set(origin, tests);
    }
    let answers = tests.get(test);
    if (answers === undefined) tests.set(test, (answers = new Uint8Array(this.nodes).fill(UNASKED)));
    this.#lastTest = test;
    this.#lastOrigin = origin;
    return (this.#lastAnswers = answers);
  }
}

import type { ServiceGraph } from '../link/service-graph.js';
import type { Artefact, Utterance } from '../model/artefact.js';
import type { Step } from '../model/step.js';
import type { Truth } from './truth.js';

/** Values of fields of the step a journey began at, for `same`. */
export type Origin = ReadonlyMap<string, unknown>;

export const NO_ORIGIN: Origin = new Map();

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
    const mask = new Uint8Array(this.nodes);
    for (let node = 0; node < mask.length; node++) if (this.ask(test, node, origin) >= least) mask[node] = 1;
    return mask;
  }

  /** Forgets what depended on an origin. */
  forget(origin: Origin): void {
    this.#byOrigin.delete(origin);
  }

  #memory(test: NodeTest, origin: Origin): Uint8Array {
    let tests = this.#answers;
    if (test.same.size > 0) {
      tests = this.#byOrigin.get(origin) ?? new Map<NodeTest, Uint8Array>();
      this.#byOrigin.set(origin, tests);
    }
    let answers = tests.get(test);
    if (answers === undefined) tests.set(test, (answers = new Uint8Array(this.nodes).fill(UNASKED)));
    return answers;
  }
}

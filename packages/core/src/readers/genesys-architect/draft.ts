import type { Utterance } from '../../model/artefact.js';
import type { DraftEdge, DraftStep } from '../../model/draft.js';
import type { EdgeEvent } from '../../model/step.js';

/** An artefact in the making. */
export class Draft {
  steps: DraftStep[] = [];
  edges: DraftEdge[] = [];
  utterances: Utterance[] = [];
  readonly #ids = new Set<string>();
  readonly #ways = new Set<string>();

  has(id: string): boolean {
    return this.#ids.has(id);
  }

  /** Adds a step unless there is one of that id. */
  step(step: DraftStep): void {
    if (this.#ids.has(step.id)) return;
    this.#ids.add(step.id);
    this.steps.push(step);
  }

  /** Adds an edge unless there is the same one. */
  edge(from: string, to: string, on: EdgeEvent, label?: string): void {
    const way = JSON.stringify([from, to, on, label]);
    if (this.#ways.has(way)) return;
    this.#ways.add(way);
    this.edges.push(label === undefined || label === '' ? { from, to, on } : { from, to, on, label });
  }

  /** Drops what cannot be come to, and puts the rest in the order in which a customer meets it. */
  settle(start: string): void {
    const out = new Map<string, DraftEdge[]>();
    for (const edge of this.edges) {
      const list = out.get(edge.from);
      if (list === undefined) out.set(edge.from, [edge]);
      else list.push(edge);
    }
    const order = new Set<string>();
    const open = [start];
    for (let id = open.pop(); id !== undefined; id = open.pop()) {
      if (order.has(id)) continue;
      order.add(id);
      for (const { to } of [...(out.get(id) ?? [])].reverse()) open.push(to);
    }
    const steps = new Map(this.steps.map((step) => [step.id, step]));
    this.steps = [...order].flatMap((id) => steps.get(id) ?? []);
    this.edges = this.steps.flatMap(({ id }) => out.get(id) ?? []);
    this.utterances = this.utterances.filter(({ step }) => step !== undefined && order.has(step));
  }
}

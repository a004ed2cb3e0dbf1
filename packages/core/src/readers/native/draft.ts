import type { Edge, EdgeEvent, Step, StepData, StepKind } from '../../model/step.js';
import type { Route } from '../../source/source.js';

/** The steps and edges of a flow while they are being made. */
export class Draft {
  readonly steps: Step[] = [];
  readonly edges: Edge[] = [];
  readonly #known = new Set<string>();

  /** Ids that people write have no slash: one that has was made by counting. */
  step(step: Step): void {
    this.#known.add(step.id);
    this.steps.push(step.id.includes('/') ? { ...step, counted: true } : step);
  }

  /** A step that the document implies but does not write; the second time it is wanted it is the same. */
  implied(id: string, kind: StepKind, label: string, data: StepData, route: Route): string {
    if (!this.#known.has(id)) this.step({ id, kind, label, data, route });
    return id;
  }

  edge(from: string, on: EdgeEvent, to: string, label?: string): void {
    this.edges.push(label === undefined ? { from, to, on } : { from, to, on, label });
  }
}

import type { Alike } from './alike.js';
import { edgeName } from './felt.js';
import { edgesOf, nodesOf, type Side } from './side.js';

/** The steps of two services that stand for each other. */
export interface StepMatch {
  /** The later step that an earlier one has become. */
  readonly after: ReadonlyMap<number, number>;
  /** The earlier step that a later one was. */
  readonly before: ReadonlyMap<number, number>;
}

/** Matches steps of one flow with those of what it has become. */
class Matching {
  readonly after = new Map<number, number>();
  readonly before = new Map<number, number>();
  readonly #sides: readonly [Side, Side];

  constructor(before: Side, after: Side) {
    this.#sides = [before, after];
  }

  isFree(a: number, b: number): boolean {
    return !this.after.has(a) && !this.before.has(b);
  }

  match(a: number, b: number): void {
    this.after.set(a, b);
    this.before.set(b, a);
  }

  /** Matches what a name is the name of, where it is that of one free step on either side. */
  byName(was: readonly number[], is: readonly number[], nameOf: (which: 0 | 1, node: number) => string | undefined): void {
    const named = (which: 0 | 1, nodes: readonly number[], taken: ReadonlyMap<number, number>): ReadonlyMap<string, number | undefined> => {
      const names = new Map<string, number | undefined>();
      for (const node of nodes) {
        const name = taken.has(node) ? undefined : nameOf(which, node);
        if (name !== undefined) names.set(name, names.has(name) ? undefined : node);
      }
      return names;
    };
    const there = named(1, is, this.before);
    for (const [name, a] of named(0, was, this.after)) {
      const b = there.get(name);
      if (a !== undefined && b !== undefined) this.match(a, b);
    }
  }

  /** Matches free steps of one kind to which the same way leads from steps that stand for each other, as far as that goes. */
  alongWays(seeds: readonly number[]): void {
    const [before, after] = this.#sides;
    const open = [...seeds];
    for (let a = open.pop(); a !== undefined; a = open.pop()) {
      const b = this.after.get(a)!;
      const there = new Map(edgesOf(after, b).map((edge) => [edgeName(after, edge), after.graph.graph.to[edge]!]));
      for (const edge of edgesOf(before, a)) {
        const from = before.graph.graph.to[edge]!;
        const to = there.get(edgeName(before, edge));
        if (to === undefined || !this.isFree(from, to) || before.graph.steps[from]!.kind !== after.graph.steps[to]!.kind) continue;
        if (before.graph.graph.tail[edge] === 1) continue;
        this.match(from, to);
        open.push(from);
      }
    }
  }
}

/**
 * Matches the steps of flows that stand for each other: by id where the source gives one, then where all that is felt is the same, then where the same way
 * leads to them, at last by ids that were only counted. Linear.
 */
export const matchSteps = (
  before: Side,
  after: Side,
  flows: readonly { readonly before: number; readonly after: number }[],
  alike: Alike,
): StepMatch => {
  const matching = new Matching(before, after);
  const sides = [before, after] as const;
  const id = (counted: boolean) => (which: 0 | 1, node: number) => {
    const step = sides[which].graph.steps[node]!;
    return (step.counted === true) === counted ? `${step.kind} ${step.id}` : undefined;
  };
  for (const flow of flows) {
    const [was, is] = [nodesOf(before, flow.before), nodesOf(after, flow.after)];
    const [start, begin] = [before.graph.graph.start[flow.before]!, after.graph.graph.start[flow.after]!];
    if (start >= 0 && begin >= 0) matching.match(start, begin);
    matching.byName(was, is, id(false));
    matching.byName(was, is, (which, node) => alike.observed(which, node));
  }
  const became = new Map(flows.map((flow) => [flow.before, flow.after]));
  const isOfOneFlow = (a: number, b: number): boolean => became.get(before.graph.graph.procedureOf[a]!) === after.graph.graph.procedureOf[b];
  for (const { before: a, after: b } of alike.pairs()) {
    if (matching.isFree(a, b) && isOfOneFlow(a, b) && alike.observed(0, a) === alike.observed(1, b)) matching.match(a, b);
  }
  matching.alongWays([...matching.after.keys()]);
  for (const flow of flows) matching.byName(nodesOf(before, flow.before), nodesOf(after, flow.after), id(true));
  return matching;
};

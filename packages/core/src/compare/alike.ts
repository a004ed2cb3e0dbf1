import { edgeName, observationOf } from './felt.js';
import { edgesOf, type Side } from './side.js';

/** Steps of the one side and of the other that customers come to in the same way. */
export interface StepPair {
  readonly before: number;
  readonly after: number;
}

/**
 * More pairs than this for each step, and sameness is left unproved. Flows that are alike give a pair a step; only flows in which circles of
 * different lengths run side by side give more.
 */
const PAIRS_A_STEP = 4;
const PAIRS_AT_LEAST = 1000;

interface Visited extends StepPair {
  /** The pairs that come next. */
  readonly needs: Visited[];
  readonly neededBy: Visited[];
  differs: boolean;
  /** Whether the two steps themselves differ, or their ways on do, wherever these lead. */
  here: boolean;
}

/**
 * Which steps of two services customers could not tell apart, by whatever they do next: bisimilarity of the two graphs, ties into other flows
 * included, found by walking both at once from pairs of starts (Hopcroft and Karp's algorithm for deterministic automata, with the pairs that need
 * each other kept so that a difference is carried back to all of them). Ways of one step with the same event and words are paired in order.
 * Linear in the pairs that are met; beyond `PAIRS_A_STEP` nothing is claimed.
 */
export class Alike {
  readonly #sides: readonly [Side, Side];
  readonly #observed: readonly [Map<number, string>, Map<number, string>] = [new Map(), new Map()];
  readonly #pairs = new Map<number, Visited>();
  readonly #most: number;

  constructor(before: Side, after: Side, starts: readonly StepPair[]) {
    this.#sides = [before, after];
    this.#most = PAIRS_AT_LEAST + PAIRS_A_STEP * (before.graph.steps.length + after.graph.steps.length);
    const open: Visited[] = [];
    for (const start of starts) this.#visit(start, open);
    for (let pair = open.pop(); pair !== undefined; pair = open.pop()) this.#walk(pair, open);
    this.#carryBack();
  }

  /** Whether customers meet the same from these two steps on. False too where it was not looked at. */
  same(before: number, after: number): boolean {
    return this.#pairs.get(this.#key(before, after))?.differs === false;
  }

  /**
   * Whether two steps are the same apart from differences that are felt later, at steps which stand for each other: there they are told. False too where
   * it was not looked at.
   */
  sameHere(before: number, after: number, standForEachOther: (pair: StepPair) => boolean): boolean {
    const pair = this.#pairs.get(this.#key(before, after));
    return pair?.here === false && pair.needs.every((next) => !next.differs || standForEachOther(next));
  }

  /** What customers may feel at a step of one side. */
  observed(side: 0 | 1, node: number): string {
    const known = this.#observed[side].get(node);
    if (known !== undefined) return known;
    const found = observationOf(this.#sides[side], node);
    this.#observed[side].set(node, found);
    return found;
  }

  /** All pairs that were met, in the order in which they were. */
  pairs(): Iterable<StepPair> {
    return this.#pairs.values();
  }

  #key(before: number, after: number): number {
    return before * this.#sides[1].graph.steps.length + after;
  }

  #visit({ before, after }: StepPair, open: Visited[]): Visited | undefined {
    const key = this.#key(before, after);
    const known = this.#pairs.get(key);
    if (known !== undefined) return known;
    if (this.#pairs.size >= this.#most) return undefined;
    const pair: Visited = { before, after, needs: [], neededBy: [], differs: false, here: false };
    this.#pairs.set(key, pair);
    open.push(pair);
    return pair;
  }

  #walk(pair: Visited, open: Visited[]): void {
    const { before, after } = pair;
    if (this.observed(0, before) !== this.observed(1, after)) pair.differs = pair.here = true;
    const [was, is] = [this.#waysOf(0, before), this.#waysOf(1, after)];
    for (const [name, targets] of was) {
      const others = is.get(name) ?? [];
      if (targets.length !== others.length) pair.differs = pair.here = true;
      for (let i = 0; i < Math.min(targets.length, others.length); i++) this.#need(pair, targets[i]!, others[i]!, open);
    }
    if ([...is.keys()].some((name) => !was.has(name))) pair.differs = pair.here = true;
  }

  #need(pair: Visited, before: number, after: number, open: Visited[]): void {
    // -1: a flow without steps.
    if (before < 0 || after < 0) {
      if (before !== after) pair.differs = pair.here = true;
      return;
    }
    const next = this.#visit({ before, after }, open);
    if (next === undefined) {
      pair.differs = pair.here = true;
    } else {
      next.neededBy.push(pair);
      pair.needs.push(next);
    }
  }

  #waysOf(which: 0 | 1, node: number): ReadonlyMap<string, readonly number[]> {
    const side = this.#sides[which];
    const { to, calls, callees, start } = side.graph.graph;
    const ways = new Map<string, number[]>();
    const add = (name: string, target: number): void => {
      const known = ways.get(name);
      if (known === undefined) ways.set(name, [target]);
      else known.push(target);
    };
    for (const edge of edgesOf(side, node)) add(edgeName(side, edge), to[edge]!);
    for (let i = calls[node]!; i < calls[node + 1]!; i++) add('calls', start[callees[i]!]!);
    return ways;
  }

  #carryBack(): void {
    const different = [...this.#pairs.values()].filter(({ differs }) => differs);
    for (let pair = different.pop(); pair !== undefined; pair = different.pop()) {
      for (const needing of pair.neededBy) {
        if (needing.differs) continue;
        needing.differs = true;
        different.push(needing);
      }
    }
  }
}

/** A queue that hands out items by rising cost, then rising steps, then order of entry. Items may be entered again; the reader skips those it has had. */
export interface CostQueue {
  push(item: number, cost: number, steps: number): void;
  /** The next item, or -1 when empty. */
  pop(): number;
}

/** For plain step counts: one list a step count. Costs are ignored. All operations together are linear in the items and the largest count. */
export class StepQueue implements CostQueue {
  readonly #lists: number[][] = [];
  #steps = 0;
  #at = 0;

  push(item: number, _cost: number, steps: number): void {
    (this.#lists[steps] ??= []).push(item);
  }

  pop(): number {
    for (; this.#steps < this.#lists.length; this.#steps++, this.#at = 0) {
      const list = this.#lists[this.#steps];
      if (list !== undefined && this.#at < list.length) return list[this.#at++]!;
    }
    return -1;
  }
}

/** For other costs: a binary heap. */
export class HeapQueue implements CostQueue {
  readonly #heap: { item: number; cost: number; steps: number; entry: number }[] = [];
  #entries = 0;

  push(item: number, cost: number, steps: number): void {
    const heap = this.#heap;
    const added = { item, cost, steps, entry: this.#entries++ };
    let i = heap.push(added) - 1;
    while (i > 0) {
      const parent = (i - 1) >> 1;
      if (before(heap[parent]!, added)) break;
      heap[i] = heap[parent]!;
      i = parent;
    }
    heap[i] = added;
  }

  pop(): number {
    const heap = this.#heap;
    const top = heap[0];
    const last = heap.pop();
    if (top === undefined || last === undefined) return -1;
    if (heap.length > 0) this.#sink(last);
    return top.item;
  }

  #sink(moved: { item: number; cost: number; steps: number; entry: number }): void {
    const heap = this.#heap;
    let i = 0;
    for (;;) {
      let child = 2 * i + 1;
      if (child >= heap.length) break;
      if (child + 1 < heap.length && before(heap[child + 1]!, heap[child]!)) child++;
      if (before(moved, heap[child]!)) break;
      heap[i] = heap[child]!;
      i = child;
    }
    heap[i] = moved;
  }
}

const before = (a: { cost: number; steps: number; entry: number }, b: { cost: number; steps: number; entry: number }): boolean =>
  a.cost !== b.cost ? a.cost < b.cost : a.steps !== b.steps ? a.steps < b.steps : a.entry < b.entry;

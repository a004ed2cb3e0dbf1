import type { Block } from './block.js';

/** Nothing is followed further than so many blocks: what lies further away says little about a block, and flows stay linear to read. */
const NEAR = 64;

/** The blocks of a flow by id, and who leads to whom. */
export class Wires {
  readonly byId = new Map<string, Block>();
  readonly #blocks: readonly Block[];
  #before: Map<string, Block[]> | undefined;

  constructor(blocks: readonly Block[]) {
    this.#blocks = blocks;
    for (const block of blocks) if (!this.byId.has(block.id)) this.byId.set(block.id, block);
  }

  /** Blocks that lead to this one in the ordinary course of things: platform faults are left out. */
  before(id: string): readonly Block[] {
    if (this.#before === undefined) {
      this.#before = new Map();
      for (const block of this.#blocks) for (const to of waysOut(block)) this.#note(to, block);
    }
    return this.#before.get(id) ?? [];
  }

  #note(to: string, block: Block): void {
    const list = this.#before?.get(to);
    if (list === undefined) this.#before?.set(to, [block]);
    else if (list.at(-1) !== block) list.push(block);
  }

  /**
   * The nearest blocks before this one that `wanted` accepts, on every way back; a way ends at what it finds.
   * Undefined where a way goes back too far, or to where the flow begins without finding one.
   */
  nearestBefore(id: string, wanted: (block: Block) => boolean, passes: (block: Block) => boolean): readonly Block[] | undefined {
    const found: Block[] = [];
    const seen = new Set<string>([id]);
    const open = [id];
    for (let at = open.pop(); at !== undefined; at = open.pop()) {
      const before = this.before(at);
      if (before.length === 0) return undefined;
      for (const block of before) {
        if (seen.has(block.id)) continue;
        seen.add(block.id);
        if (seen.size > NEAR) return undefined;
        if (wanted(block)) found.push(block);
        else if (passes(block)) open.push(block.id);
        else return undefined;
      }
    }
    return found;
  }

  /** Whether what lies behind a block leads back to it in the ordinary course of things. */
  comesBack(block: Block): boolean {
    const seen = new Set<string>([block.id]);
    const open = [block];
    for (let at = open.pop(); at !== undefined && seen.size <= NEAR; at = open.pop()) {
      for (const to of waysOut(at)) {
        if (to === block.id) return true;
        const next = seen.has(to) ? undefined : this.byId.get(to);
        seen.add(to);
        if (next !== undefined) open.push(next);
      }
    }
    return false;
  }

  /** Follows the main way (`NextAction`, and the rest of a comparison) until `stop` says so; undefined at the end of it. */
  along(from: Block, stop: (block: Block) => boolean, passes: (block: Block) => boolean): Block | undefined {
    let at: Block | undefined = from;
    for (let steps = 0; steps < 12; steps++) {
      const next: string | undefined = at.next;
      at = next === undefined ? undefined : this.byId.get(next);
      if (at === undefined) return undefined;
      if (stop(at)) return at;
      if (!passes(at)) return undefined;
    }
    return undefined;
  }
}

const waysOut = (block: Block): readonly string[] => {
  const out: string[] = [];
  if (block.next !== undefined) out.push(block.next);
  for (const { to } of block.conditions) out.push(to);
  for (const { type, to } of block.failures) if (type !== 'NoMatchingError') out.push(to);
  return out;
};

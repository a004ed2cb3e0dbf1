/** Hands out ids, each once. */
export class Names {
  readonly #taken = new Set<string>();
  /** The last number given to a wish, so that many equal names stay cheap. */
  readonly #last = new Map<string, number>();

  free(wish: string): string {
    let id = wish;
    for (let copy = this.#last.get(wish) ?? 1; this.#taken.has(id);) {
      copy++;
      this.#last.set(wish, copy);
      id = `${wish} (${copy})`;
    }
    this.#taken.add(id);
    return id;
  }
}

import type { Literal, Spot } from './literal.js';

type MapLiteral = Extract<Literal, { is: 'map' }>;

const REPLACED = 'it may be replaced by what is spread behind it';

/** A map that is put together key by key; what comes later replaces what came before. */
export class MapInTheMaking {
  readonly #entries = new Map<string, Literal>();
  #open: string | undefined;

  set(key: string, value: Literal): void {
    this.#entries.delete(key);
    if (value.is !== 'absent') this.#entries.set(key, value);
  }

  /** Unknown keys come: they may replace any that are there. */
  opens(why: string): void {
    this.#open ??= why;
    for (const key of this.#entries.keys()) this.#unsee(key);
  }

  takesIn({ entries, open }: MapLiteral): void {
    if (open !== undefined) this.opens(open);
    for (const [key, value] of entries) this.set(key, value);
  }

  /** The keys of the other map come, or do not. */
  mayTakeIn({ entries }: MapLiteral): void {
    for (const [key, value] of entries) {
      if (this.#entries.has(key)) this.#unsee(key);
      else this.#entries.set(key, { is: 'not-seen', why: 'it depends on a condition', spot: value.spot });
    }
  }

  made(spot: Spot): Literal {
    return { is: 'map', entries: this.#entries, spot, ...(this.#open === undefined ? {} : { open: this.#open }) };
  }

  #unsee(key: string): void {
    const value = this.#entries.get(key);
    if (value !== undefined) this.#entries.set(key, { is: 'not-seen', why: REPLACED, spot: value.spot });
  }
}

import { partlyRead, unread } from '@carelint/core/model';
import { spotIn, type Literal, type Spot } from './literal.js';

/** More values than any settings have; what lists repeat counts each time. */
const MOST = 200_000;

/** A value that was read, as plain data, with the way back to where it is written. Holes are `unread`, maps and lists with unknown parts `partlyRead`. */
export class Plain {
  readonly value: unknown;
  readonly #root: Literal;
  readonly #origins = new WeakMap<object, Literal>();
  #left = MOST;

  constructor(root: Literal) {
    this.#root = root;
    this.value = this.#of(root);
  }

  /** What a map or a list of the plain data was made of. */
  originOf(value: object): Literal | undefined {
    return this.#origins.get(value);
  }

  /** Where what the keys lead to is written, or the part `raw` of it; where the keys lead nowhere, what they came to. */
  spotOf(route: readonly (string | number)[], raw?: string): Spot {
    let at = this.#root;
    for (const key of route) {
      const own: Literal | undefined = at.is === 'map' ? at.entries.get(String(key)) : at.is === 'list' ? at.items[Number(key)] : undefined;
      if (own === undefined) return at.spot;
      at = own;
    }
    return raw === undefined ? at.spot : spotOfPart(at, raw);
  }

  #of(literal: Literal): unknown {
    if (this.#left-- <= 0) return unread('there is more of it than is read');
    if (literal.is === 'leaf') return literal.value;
    if (literal.is === 'absent') return null;
    if (literal.is === 'not-seen') return unread(literal.why);
    const value: object =
      literal.is === 'list'
        ? literal.items.map((item) => this.#of(item))
        : Object.fromEntries([...literal.entries].map(([key, entry]) => [key, this.#of(entry)]));
    this.#origins.set(value, literal);
    return literal.open === undefined ? value : partlyRead(value, literal.open);
  }
}

/** Where a part of a text is written; all of it where the part is not in it as it stands. */
export const spotOfPart = (literal: Literal, raw: string): Spot => {
  if (literal.is !== 'leaf' || typeof literal.value !== 'string') return literal.spot;
  const at = raw === '' ? -1 : literal.value.indexOf(raw);
  return at < 0 ? literal.spot : spotIn(literal, at, raw.length);
};

import type { Key } from '../../source/source.js';

/** Where values of a TOML text stand: `smol-toml` keeps no places. Found by walking the lines, for the few values that matter. */
export interface TomlPlaces {
  /** Offsets of `written` in the value that the keys lead to; of the whole value where it is not found there. */
  readonly of: (route: readonly Key[], written: string) => readonly [start: number, end: number];
}

const QUOTES = /^(?:"""|'''|"|')/u;
const KEY = /\s*(?:"((?:[^"\\\n]|\\.)*)"|'([^'\n]*)'|([A-Za-z0-9_-]+))\s*(\.|=|\])/uy;

/** Where a string that begins at an offset ends; the end of the text where it never does. */
const stringEnd = (text: string, from: number, quote: string): number => {
  for (let at = from + quote.length; at < text.length; at++) {
    if (text[at] === '\\' && quote.startsWith('"')) at++;
    else if (text.startsWith(quote, at)) return at + quote.length;
    else if (quote.length === 1 && text[at] === '\n') return at;
  }
  return text.length;
};

const lineEnd = (text: string, from: number): number => {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
};

/** Where a value ends: behind its last quote or bracket, or at the end of the line. */
const valueEnd = (text: string, from: number): number => {
  let depth = 0;
  for (let at = from; at < text.length; at++) {
    const quote = QUOTES.exec(text.slice(at, at + 3))?.[0];
    if (quote !== undefined) {
      at = stringEnd(text, at, quote) - 1;
      if (depth === 0) return at + 1;
    } else if (text[at] === '[' || text[at] === '{') depth++;
    else if (text[at] === ']' || text[at] === '}') {
      if (--depth <= 0) return at + 1;
    } else if (text[at] === '#') at = lineEnd(text, at) - 1;
    else if (text[at] === '\n' && depth === 0) return at;
  }
  return text.length;
};

/** Keys with dots between them, from an offset on, up to `=` or `]`. */
const keysAt = (text: string, from: number): { readonly keys: readonly string[]; readonly end: number; readonly last: string } | undefined => {
  const keys: string[] = [];
  KEY.lastIndex = from;
  for (let found = KEY.exec(text); found !== null; found = KEY.exec(text)) {
    keys.push(found[1] ?? found[2] ?? found[3] ?? '');
    const last = found[4] ?? '';
    if (last !== '.') return { keys, end: KEY.lastIndex, last };
  }
  return undefined;
};

const idOf = (route: readonly Key[]): string => JSON.stringify(route);

/** Tables in the order of the text: the keys of the open one, with the numbers of those that are repeated. */
class Tables {
  readonly #counts = new Map<string, number>();
  open: readonly Key[] = [];

  enter(keys: readonly string[], isRepeated: boolean): void {
    const route: Key[] = [];
    for (const [at, key] of keys.entries()) {
      route.push(key);
      const id = idOf(route);
      if (isRepeated && at === keys.length - 1) this.#counts.set(id, (this.#counts.get(id) ?? -1) + 1);
      const count = this.#counts.get(id);
      if (count !== undefined) route.push(count);
    }
    this.open = route;
  }
}

/** Reads where the values of a TOML text stand. Linear; wherever it loses its way it goes on at the next line. */
export const tomlPlaces = (text: string): TomlPlaces => {
  const spans = new Map<string, readonly [number, number]>();
  const tables = new Tables();
  for (let at = 0; at < text.length; at++) {
    while (at < text.length && /\s/u.test(text[at] ?? '')) at++;
    const isHeader = text[at] === '[';
    const isRepeated = text.startsWith('[[', at);
    const found = text[at] === '#' ? undefined : keysAt(text, at + (isRepeated ? 2 : isHeader ? 1 : 0));
    if (found === undefined) at = lineEnd(text, at);
    else if (isHeader) {
      tables.enter(found.keys, isRepeated);
      at = lineEnd(text, found.end);
    } else {
      let start = found.end;
      while (text[start] === ' ' || text[start] === '\t') start++;
      const end = valueEnd(text, start);
      spans.set(idOf([...tables.open, ...found.keys]), [start, end]);
      at = lineEnd(text, end);
    }
  }
  return {
    of: (route, written) => {
      for (let length = route.length; length > 0; length--) {
        const span = spans.get(idOf(route.slice(0, length)));
        if (span === undefined) continue;
        const inside = text.slice(span[0], span[1]).indexOf(written);
        return inside < 0 || written === '' ? span : [span[0] + inside, span[0] + inside + written.length];
      }
      return [0, lineEnd(text, 0)];
    },
  };
};

import type { Place, Source } from '@carelint/core';
import { againIn } from '../find/read.js';
import type { AnalyseRequest, Settling } from '../run/analyse.js';
import type { KeptPlaces, PartialFile } from '../run/partial.js';

/**
 * Where findings stand in files, found once: to find the place of a step its file is read and parsed a second time. Of a file that has not changed
 * and whose places are known the text is not even read.
 */
export class PlacesKnown implements Settling {
  readonly #known = new Map<string, KeptPlaces>();
  readonly #found = new Map<string, Record<string, KeptPlaces[string]>>();
  /** Files that were read once more. */
  readonly #read = new Set<string>();
  readonly #again: (shown: string) => Source | undefined;
  readonly #locate: Settling['locate'];

  constructor({ files, cwd }: AnalyseRequest, entries: readonly PartialFile[], locate: Settling['locate']) {
    const again = againIn(files, cwd);
    this.#again = (shown) => {
      this.#read.add(shown);
      return again(shown);
    };
    this.#locate = locate;
    for (const { path, places } of entries) if (places !== undefined) this.#known.set(path, places);
  }

  readonly textOf = (path: string): Source | undefined => {
    if (!this.#known.has(path)) return this.#again(path);
    const again = this.#again;
    return {
      path,
      get text() {
        return again(path)?.text ?? '';
      },
    };
  };

  readonly locate: Settling['locate'] = (source, syntax, route): Place => {
    const key = JSON.stringify([syntax, ...route]);
    const known = this.#known.get(source.path)?.[key];
    if (known !== undefined) {
      const [line, column, endLine, endColumn] = known;
      return { line, column, endLine, endColumn };
    }
    const place = this.#locate(source, syntax, route);
    const found = this.#found.get(source.path) ?? {};
    this.#found.set(source.path, found);
    found[key] = [place.line, place.column, place.endLine, place.endColumn];
    return place;
  };

  /**
   * Entries with the places that were found in their files; the very same where there are no new ones. Entries of files that hold something else by now
   * are left out: who knows what they held when they were looked into. `digestNow`: of what the file of an entry holds.
   */
  noted(entries: readonly PartialFile[], digestNow: (path: string) => string): readonly PartialFile[] {
    return entries.flatMap((entry) => {
      if (this.#read.has(entry.path) && digestNow(entry.path) !== entry.digest) return [];
      const found = this.#found.get(entry.path);
      return found === undefined || entry.again === true ? entry : { ...entry, places: { ...entry.places, ...found } };
    });
  }
}

import type { Artefact } from '../model/artefact.js';
import type { Reference } from '../model/step.js';

/** Where a reference leads: to one artefact, or nowhere, and why. */
export type Target = { readonly to: number } | { readonly why: string; readonly found: boolean };

/** Artefacts under one key, by file and by each folder above them. */
interface Shelf {
  readonly all: number[];
  byPlace: Map<string, number[]> | undefined;
}

const folderOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('/')));

/** Finds artefacts by the names that others have for them. */
export class Targets {
  readonly #artefacts: readonly Artefact[];
  readonly #shelves = new Map<string, Shelf>();

  constructor(artefacts: readonly Artefact[]) {
    this.#artefacts = artefacts;
    artefacts.forEach(({ keys, start }, index) => {
      if (start === undefined) return;
      for (const key of keys) {
        const shelf = this.#shelves.get(key);
        if (shelf === undefined) this.#shelves.set(key, { all: [index], byPlace: undefined });
        else if (shelf.all.at(-1) !== index) shelf.all.push(index);
      }
    });
  }

  /** The artefact that is meant, seen from the file in which the reference stands. */
  find(reference: Reference, from: string): Target {
    if (reference.dynamic !== undefined) return { why: reference.dynamic, found: false };
    for (const key of reference.keys) {
      const shelf = this.#shelves.get(key);
      if (shelf === undefined) continue;
      const near = this.#nearest(shelf, from);
      const [only] = near;
      if (near.length === 1 && only !== undefined) return { to: only };
      return { why: `"${reference.label}" may be any of ${this.#listed(near)}`, found: true };
    }
    return { why: `the flow "${reference.label}" is not among the files read`, found: false };
  }

  /** In the same file, else in the nearest folder that has any: the longest common prefix of folders. */
  #nearest(shelf: Shelf, from: string): readonly number[] {
    if (shelf.all.length === 1) return shelf.all;
    shelf.byPlace ??= this.#byPlace(shelf.all);
    const same = shelf.byPlace.get(`file:${from}`);
    if (same !== undefined) return same;
    for (let folder = folderOf(from); ; folder = folderOf(folder)) {
      const here = shelf.byPlace.get(folder);
      if (here !== undefined) return here;
      if (folder === '') return shelf.all;
    }
  }

  #byPlace(indices: readonly number[]): Map<string, number[]> {
    const out = new Map<string, number[]>();
    const put = (place: string, index: number): void => {
      const list = out.get(place);
      if (list === undefined) out.set(place, [index]);
      else list.push(index);
    };
    for (const index of indices) {
      const path = this.#artefacts[index]?.path ?? '';
      put(`file:${path}`, index);
      let folder = folderOf(path);
      for (; folder !== ''; folder = folderOf(folder)) put(folder, index);
      put('', index);
    }
    return out;
  }

  #listed(indices: readonly number[]): string {
    const names = indices.slice(0, 3).map((index) => {
      const artefact = this.#artefacts[index];
      return artefact === undefined ? '' : `${artefact.name} (${artefact.path})`;
    });
    const more = indices.length - names.length;
    return more > 0 ? `${names.join(', ')} and ${more} more` : names.join(', ');
  }
}

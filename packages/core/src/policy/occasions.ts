import type { Artefact } from '../model/artefact.js';
import type { Rule } from './rule.js';

/** Is told of what rules found something to judge in, be it broken, kept or open. */
export interface Asked {
  /** A rule has something to judge in so many files of an artefact. */
  add(rule: Rule, artefact: Artefact, files: number): void;
}

/** What one rule finds to judge in one service: artefacts, and of each the files. A rule that has nothing to judge is not kept there either. */
export class Occasions {
  readonly #own = new Set<number>();
  readonly #elsewhere = new Map<number, Set<string>>();

  /** Notes that there is something in an artefact, by index; `path` is the file, where that is not the file of the artefact. */
  readonly meets = (artefact: number, path?: string): void => {
    if (path === undefined) {
      this.#own.add(artefact);
      return;
    }
    const files = this.#elsewhere.get(artefact);
    if (files === undefined) this.#elsewhere.set(artefact, new Set([path]));
    else files.add(path);
  };

  /** Tells what was noted; of an artefact of many files some may have a setting of their own. */
  tell(rule: Rule, artefacts: readonly Artefact[], applies: (path: string) => boolean, asked: Asked): void {
    for (const index of new Set([...this.#own, ...this.#elsewhere.keys()])) {
      const artefact = artefacts[index];
      if (artefact === undefined) continue;
      const others = [...(this.#elsewhere.get(index) ?? [])].filter((path) => path !== artefact.path && applies(path)).length;
      const own = this.#own.has(index) || this.#elsewhere.get(index)?.has(artefact.path) === true;
      if (own || others > 0) asked.add(rule, artefact, others + (own ? 1 : 0));
    }
  }
}

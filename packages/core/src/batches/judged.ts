import type { Artefact } from '../model/artefact.js';
import type { Verdict } from '../policy/verdict.js';

/** What is kept of an artefact that was judged and let go. */
export interface Judged {
  /** What others can know of it. */
  readonly outline: Artefact;
  /** What linking made of it when it was judged. */
  readonly signature: string;
  /** What was derived from it, where a rule sees all of the service. */
  readonly found: object | undefined;
  readonly facts: readonly object[] | undefined;
  /** What was said of it, by rules that judge it with nothing but what it is tied to. */
  readonly verdicts: readonly Verdict[];
}

/** Whether what was read from a file can be judged in a batch and let go: flows, each with a name of its own. */
export const canBeLetGo = (artefacts: readonly Artefact[]): boolean =>
  artefacts.every(({ kind }) => kind === 'flow') && (artefacts.length < 2 || new Set(artefacts.map(({ id }) => id)).size === artefacts.length);

import type { Artefact, Problem } from '@carelint/core/model';

/** What one way of reading made of a project. */
export interface Lifted {
  readonly artefacts: readonly Artefact[];
  readonly problems: readonly Problem[];
}

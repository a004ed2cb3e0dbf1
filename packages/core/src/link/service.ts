import type { Artefact } from '../model/artefact.js';

/** A step of one artefact tied to another artefact. */
export interface Tie {
  /** Index into `Service.artefacts`. */
  readonly from: number;
  /** Id of the step in `from`. */
  readonly step: string;
  readonly as: 'call' | 'transfer' | 'hold';
  /** Index into `Service.artefacts`. */
  readonly to: number;
}

/** All artefacts of a run, tied together. What could not be tied has become an `unknown` step with its reason. */
export interface Service {
  readonly artefacts: readonly Artefact[];
  readonly ties: readonly Tie[];
}

import type { Utterance } from './artefact.js';
import type { EdgeEvent, Reference, StepData, StepKind } from './step.js';
import type { Route } from '../source/source.js';

/** A step in the making. */
export interface DraftStep {
  readonly id: string;
  kind: StepKind;
  readonly label: string;
  data: StepData;
  readonly route: Route;
  refers?: readonly Reference[];
}

/** An edge in the making. */
export interface DraftEdge {
  readonly from: string;
  to: string;
  on: EdgeEvent;
  label?: string;
}

/** An artefact in the making. */
export interface Draft {
  readonly steps: DraftStep[];
  readonly edges: DraftEdge[];
  readonly utterances: Utterance[];
}

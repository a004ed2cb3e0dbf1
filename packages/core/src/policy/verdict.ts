import type { Artefact, Speaker } from '../model/artefact.js';
import type { EdgeEvent, Step } from '../model/step.js';
import type { Route } from '../source/source.js';
import type { Rule } from './rule.js';

/** One station of a journey: the step, and how the customer came to it. */
export interface Moment {
  readonly artefact: Artefact;
  readonly step: Step;
  /** The event by which the customer came here; absent at the first step, and where a sub-flow is entered. */
  readonly event?: EdgeEvent;
  /** The words of that choice or branch. */
  readonly label?: string;
  /** Words said at this step, as the journey tells them. */
  readonly text?: string;
  /** Who says them. */
  readonly speaker?: Speaker;
}

/** What a rule says of one place of the service. `kept` is never written down. */
export interface Verdict {
  readonly rule: Rule;
  readonly outcome: 'broken' | 'unknown';
  /** The artefact that is blamed. */
  readonly artefact: Artefact;
  /** What the finding points at. */
  readonly route: Route;
  /** The file that `route` is a route of; absent where that is the file of the artefact. */
  readonly path?: string;
  /** The step that is blamed, where it is a step. */
  readonly anchor?: Step;
  /** First event of the journey after the anchor. */
  readonly leftBy?: EdgeEvent;
  /** Set where something required is missing: the finding is then about all that lies behind its step, not about one journey. */
  readonly missing?: true;
  /** The message, filled in. */
  readonly message: string;
  /** The shortest counter-example, first station first; empty where no path is meant. */
  readonly journey: readonly Moment[];
  /** The journey it is held against (`longer`). */
  readonly against?: readonly Moment[];
  /** For `unknown`: what is hidden, as a sentence. */
  readonly why?: string;
  /** For `unknown`: the step that hides it. */
  readonly hidden?: { readonly artefact: Artefact; readonly step: Step };
  /** What tells this finding from others of the same rule and artefact, free of lines: step ids, or a route. */
  readonly identity: readonly string[];
}

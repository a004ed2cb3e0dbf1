import type { EDGE_EVENTS, STEP_KINDS } from '@carelint/policy-schema';
import type { Route } from '../source/source.js';

export { EDGE_EVENTS, STEP_KINDS } from '@carelint/policy-schema';

/** What happens to the customer at a step. */
export type StepKind = (typeof STEP_KINDS)[number];

/**
 * Why control moves on. `choice` and `link` are the customer's doing; `fault` is a failure of the platform itself; all others are the system's.
 * The else-branch of a `check` is `next`, every other branch of it that has no name of its own is `branch`.
 */
export type EdgeEvent = (typeof EDGE_EVENTS)[number];

/** Of the two ways out of a check, the other one. */
export const OPPOSITE: Readonly<Partial<Record<EdgeEvent, EdgeEvent>>> = {
  open: 'closed',
  closed: 'open',
  success: 'failure',
  failure: 'success',
  again: 'limit',
  limit: 'again',
};

/** A field that the format has, but whose value the reader could not see: `unknown` says why, as the end of a sentence. */
export interface NotSeen {
  readonly unknown: string;
}

/** Present, or present but not seen. The third state, known to be absent, is the missing property. */
export type Seen<T> = T | NotSeen;

/** Whether a value is one that the reader could not see. */
export const isNotSeen = (value: unknown): value is NotSeen =>
  typeof value === 'object' && value !== null && typeof (value as NotSeen).unknown === 'string' && Object.keys(value).length === 1;

/** Why a contact is over, from the customer's side. */
export type Outcome = 'solved' | 'arranged' | 'not-solved' | 'closed' | 'declined' | 'abuse' | 'wrong-number' | 'fraud' | 'outbound' | 'by-customer';

/** What is branched on at a `check`. */
export type CheckOf = 'hours' | 'staffing' | 'attempts' | 'slot' | 'score' | 'other';

/** Facts that a step tells through a dynamic part, which no phrase set can see. */
export type Told = 'wait' | 'position' | 'hours' | 'case-number' | 'response-time' | 'appointment' | 'cost' | 'callback-offer';

/**
 * The facts of a step that rules may ask for. Missing = known to be absent; `NotSeen` = the format has it but it could not be read.
 * The contract of every field (meaning, which kinds carry it) is docs/step-data.md.
 */
export interface StepData {
  readonly tells?: Seen<readonly Seen<Told>[]>;
  readonly does?: Seen<string>;
  readonly task?: Seen<string>;
  readonly talkLimitSeconds?: Seen<number>;
  readonly logging?: Seen<boolean>;
  readonly seconds?: Seen<number>;
  readonly words?: Seen<number>;
  /** Whether anything is heard or read here; filled in by the linker from the utterances. */
  readonly text?: Seen<true>;
  readonly intent?: Seen<string>;
  readonly outbound?: Seen<boolean>;
  readonly input?: Seen<readonly ('dtmf' | 'speech' | 'text' | 'click')[]>;
  readonly keys?: Seen<readonly string[]>;
  readonly options?: Seen<number>;
  readonly purpose?: Seen<string>;
  readonly bargeIn?: Seen<boolean>;
  readonly conversational?: Seen<boolean>;
  readonly slot?: Seen<string>;
  readonly skipIfKnown?: Seen<boolean>;
  readonly sensitive?: Seen<boolean>;
  readonly method?: Seen<string>;
  readonly of?: Seen<CheckOf>;
  readonly name?: Seen<string>;
  readonly keepsContext?: Seen<boolean>;
  readonly targetName?: Seen<string>;
  readonly to?: Seen<'flow' | 'queue' | 'number' | 'agent' | 'team' | 'partner'>;
  readonly style?: Seen<'warm' | 'blind' | 'cold'>;
  readonly byChoice?: Seen<boolean>;
  readonly delivered?: Seen<boolean>;
  readonly window?: Seen<string>;
  readonly attempts?: Seen<number>;
  readonly routesTo?: Seen<'person' | 'team' | 'general'>;
  readonly owner?: Seen<string>;
  readonly outcome?: Seen<string>;
  readonly why?: string;
  readonly [field: string]: unknown;
}

/** Who may be meant by a step that leads to another artefact. */
export interface Reference {
  /** `call`: control comes back; `transfer`: it does not; `hold`: the flow is heard while the customer waits at this step. */
  readonly as: 'call' | 'transfer' | 'hold';
  /** The names under which the target may be known, best first, in the form of `Artefact.keys`. */
  readonly keys: readonly string[];
  /** How a person would name the target; for messages. */
  readonly label: string;
  /** Set where the source does not say where it leads (a variable, a hole): why. Then nothing is looked up. */
  readonly dynamic?: string;
  /** Nothing to tie is fine: the name may as well be that of a team or queue that no file describes. */
  readonly ifAny?: true;
}

/** One thing that happens to the customer. */
export interface Step {
  /** Unique in its artefact and stable when other steps change, unless `counted`: fingerprints are made of it. */
  readonly id: string;
  /**
   * Set where the source gives no id, and steps of a kind are counted instead (`start/say-2`): one more above moves it. Fingerprints are then made of
   * the id without the count, and the label.
   */
  readonly counted?: true;
  readonly kind: StepKind;
  /** What a process owner would call it: the block's own name, or its first words. */
  readonly label: string;
  readonly data: StepData;
  readonly route: Route;
  /** The file in which it stands; absent where that is the file of the artefact. */
  readonly path?: string;
  readonly refers?: readonly Reference[];
}

/** A way from one step to another. */
export interface Edge {
  readonly from: string;
  readonly to: string;
  readonly on: EdgeEvent;
  /** The words of a choice, or the value that a branch stands for. */
  readonly label?: string;
}

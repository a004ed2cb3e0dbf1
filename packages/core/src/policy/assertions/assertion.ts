import type { Station } from '../../graph/summaries.js';
import type { EdgeEvent } from '../../model/step.js';
import type { Route } from '../../source/source.js';
import type { Environment } from '../environment.js';
import type { Fault } from '../fault.js';
import type { View } from '../view.js';

/** `forbid`: nothing of the kind may be there; `require`: something must be. */
export type Mode = 'forbid' | 'require';

/** The placeholders that messages may use. */
export const PLACEHOLDERS = [
  'from',
  'to',
  'through',
  'event',
  'path',
  'count',
  'limit',
  'value',
  'missing',
  'text',
  'artefact',
  'at',
  'other',
] as const;
export type Placeholder = (typeof PLACEHOLDERS)[number];

/** A key of the list entry that a `value` assertion found, or found something in: `{entry.team}`. */
export type EntryPlaceholder = `entry.${string}`;

/** What stands for a placeholder; worked out when a message asks for it. Undefined where the finding has no such thing. */
export type Fill = (name: Placeholder | EntryPlaceholder) => string | undefined;

/** A filling that is known from the start; where it is silent, another may speak. */
export const filling =
  (values: Readonly<Partial<Record<Placeholder, string>>>, otherwise?: Fill): Fill =>
  (name) =>
    (values as Readonly<Partial<Record<string, string>>>)[name] ?? otherwise?.(name);

/** What one assertion says of one place. */
export interface Ruling {
  readonly outcome: 'broken' | 'unknown';
  /** Index of the artefact that is blamed. */
  readonly artefact: number;
  readonly route: Route;
  /** The file that `route` is a route of; absent: that of the step that is blamed, else of the artefact. */
  readonly path?: string;
  /** The step that is blamed, as a node. */
  readonly node?: number;
  readonly leftBy?: EdgeEvent;
  /** Set where something required is not there. */
  readonly missing?: true;
  readonly journey: readonly Station[];
  readonly against?: readonly Station[];
  /** For `unknown`: what is hidden, and the step that hides it. */
  readonly why?: string;
  readonly hidden?: number;
  readonly fill: Fill;
  /** What tells this finding from others of its rule in its artefact. */
  readonly identity: readonly string[];
}

/** Where a rule speaks. */
export interface Scope {
  /** Whether the rule is about this artefact (kind, role, channel, topic), by index. */
  readonly isAbout: (artefact: number) => boolean;
  /** Steps that are judged: live, and in an artefact the rule is about. */
  readonly isJudged: (node: number) => boolean;
  /** Indexes of the artefacts the rule is about. */
  readonly artefacts: readonly number[];
  /** Whether all artefacts are judged as one. */
  readonly wholeService: boolean;
  /** Notes that there is something here to judge: in an artefact, by index; `path` is the file, where that is not the file of the artefact. */
  readonly meets: (artefact: number, path?: string) => void;
}

/** An assertion ready to run. */
export interface Assertion {
  /** Placeholders that its rulings fill. */
  readonly fills: ReadonlySet<Placeholder>;
  /** Set where it asks for phone numbers: then `link` must be given the numbering plans. */
  readonly asksForPhones?: boolean;
  /** Set where it reads nothing of an artefact but what was derived from it (`$.found`). */
  readonly readsFoundOnly?: boolean;
  /** Set where it tells itself in what there is something to judge (`Scope.meets`); else that is every artefact the rule is about. */
  readonly tellsOccasions?: true;
  evaluate(view: View, scope: Scope): Ruling[];
}

/** Compiles what stands under one assertion's name. */
export type AssertionCompiler = (env: Environment, raw: unknown, mode: Mode, fault: Fault) => Assertion;

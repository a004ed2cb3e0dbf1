import type { Placeholder, Ruling, Scope } from './assertions/assertion.js';
import type { View } from './view.js';

/** A rule that no assertion can say: one pure function. */
export interface CodedCheck {
  /** Placeholders that its rulings fill. */
  readonly fills: ReadonlySet<Placeholder>;
  /** Set where it asks for phone numbers: then `link` must be given the numbering plans. */
  readonly asksForPhones?: boolean;
  /** Set where it reads nothing of an artefact but its name and what was derived from it (`$.found` and its facts). */
  readonly readsFoundOnly?: boolean;
  /** Set where it tells itself in what there is something to judge (`Scope.meets`); else that is every artefact the rule is about. */
  readonly tellsOccasions?: true;
  evaluate(view: View, scope: Scope, options: Readonly<Record<string, unknown>>): Ruling[];
}

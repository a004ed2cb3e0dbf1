import type { Placeholder, Ruling, Scope } from './assertions/assertion.js';
import type { View } from './view.js';

/** A rule that no assertion can say: one pure function. */
export interface CodedCheck {
  /** Placeholders that its rulings fill. */
  readonly fills: ReadonlySet<Placeholder>;
  /** Set where it asks for phone numbers: then `link` must be given the numbering plans. */
  readonly asksForPhones?: boolean;
  evaluate(view: View, scope: Scope, options: Readonly<Record<string, unknown>>): Ruling[];
}

import type { Artefact } from '../../model/artefact.js';
import { standing, type Standing } from '../../model/standing.js';
import type { FoundPhone } from './found-phone.js';
import type { Week } from './opening-hours.js';
import type { SaidDuration } from './said-duration.js';

/** What may be told in two places, with what is told of it. */
export type Told =
  | { readonly fact: 'hours'; readonly value: Week }
  | { readonly fact: 'acknowledged-within' | 'answered-within' | 'refund-within' | 'promised-within'; readonly value: SaidDuration }
  | { readonly fact: 'call-cost'; readonly value: string }
  | { readonly fact: 'number-for'; readonly value: string }
  | {
      readonly fact: 'fee';
      readonly value: { readonly amount: number; readonly currency: string; readonly every?: string; readonly toldAt?: string };
    }
  | { readonly fact: 'joined-by' | 'left-by'; readonly value: readonly string[] }
  | { readonly fact: 'act-allowed'; readonly value: boolean };

/** One thing that a document states surely: an item of its `facts`. Anything unclear is no fact. */
export type Fact = Told & {
  /**
   * What it is about: `line:+443305550148`, `team:service desk`, `complaints`, `refunds`, `fee:paper bill`, `business:...` (of data for search
   * engines), `act:<act>:<team>`, `contract`, `step:<file>#<step>`.
   */
  readonly subject: string;
  /** As it is written. */
  readonly written: string;
};

/** A fact with its place. */
export const factAt = (fact: Fact, at: Omit<Standing, 'shown'>): Fact => standing(fact, { ...at, shown: fact.written });

/** Names of teams and fees as they are compared. */
export const subjectName = (name: unknown): string =>
  String(name)
    .toLowerCase()
    .replace(/[-_\s]+/gu, ' ')
    .trim();

/** What the extraction knows of the artefact's numbers; absent where no rule asked for them. */
export interface KnownNumbers {
  readonly phones: readonly FoundPhone[];
  readonly placeOf: (phone: FoundPhone) => Standing | undefined;
  /** A number as it is written somewhere, in international form. */
  readonly numberOf: (written: string) => string | undefined;
}

/** The facts that the linker has found in an artefact. */
export const statedFacts = ({ facts }: Pick<Artefact, 'facts'>): readonly Fact[] => (facts ?? []) as readonly Fact[];

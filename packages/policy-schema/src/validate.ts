import { explain } from './explain/explain.js';
import type { KnownNames, Mistake, SchemaProblem, SourceTextAt } from './explain/problem.js';
import type { DocumentKind } from './kinds.js';
import { mistakesBy } from './mistakes.js';
import { schemaOf } from './schemas.js';

const NONE: readonly SchemaProblem[] = [];
const made = new Map<DocumentKind, (value: unknown) => readonly Mistake[]>();

const mistakesIn = (kind: DocumentKind, value: unknown): readonly Mistake[] => {
  const known = made.get(kind);
  if (known !== undefined) return known(value);
  const make = mistakesBy(schemaOf(kind));
  made.set(kind, make);
  return make(value);
};

/** Waivers name rules, which the schema cannot check: rules of one's own have free names. */
const hasWaivers = (kind: DocumentKind, value: unknown): boolean => kind === 'config' && typeof value === 'object' && value !== null && 'waivers' in value;

/**
 * Checks a document that was written by hand, and says what is wrong with it in words that help.
 * `sourceTextAt` gives the text behind a value, so that `+448001234567` can be offered back in quotes; `known` names what other files define.
 */
export const validate = (kind: DocumentKind, value: unknown, sourceTextAt?: SourceTextAt, known?: KnownNames): readonly SchemaProblem[] => {
  const mistakes = mistakesIn(kind, value);
  if (mistakes.length === 0 && known === undefined && !hasWaivers(kind, value)) return NONE;
  return explain(kind, value, mistakes, { ...(sourceTextAt ? { sourceTextAt } : {}), ...(known ? { known } : {}) });
};

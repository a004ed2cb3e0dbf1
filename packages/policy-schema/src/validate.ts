import * as validators from '#validators';
import { explain } from './explain/explain.js';
import type { KnownNames, SchemaProblem, SourceTextAt } from './explain/problem.js';
import type { DocumentKind } from './kinds.js';

const NONE: readonly SchemaProblem[] = [];

/** Waivers name rules, which the schema cannot check: rules of one's own have free names. */
const hasWaivers = (kind: DocumentKind, value: unknown): boolean =>
  kind === 'config' && typeof value === 'object' && value !== null && 'waivers' in value;

/**
 * Checks a document that was written by hand, and says what is wrong with it in words that help.
 * `sourceTextAt` gives the text behind a value, so that `+448001234567` can be offered back in quotes; `known` names what other files define.
 */
export const validate = (kind: DocumentKind, value: unknown, sourceTextAt?: SourceTextAt, known?: KnownNames): readonly SchemaProblem[] => {
  const validator = validators[kind];
  if (validator(value) && known === undefined && !hasWaivers(kind, value)) return NONE;
  return explain(kind, value, validator.errors ?? [], { ...(sourceTextAt ? { sourceTextAt } : {}), ...(known ? { known } : {}) });
};

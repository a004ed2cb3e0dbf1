import type { Artefact } from '../../model/artefact.js';
import { isMap } from '../../source/values.js';
import { factsOf, mayStateFacts } from './facts.js';
import type { Fact } from './fact.js';
import type { FoundPhone } from './found-phone.js';
import type { PhoneLibrary } from './phone-library.js';
import { mayHavePhones, phonesOf } from './phones.js';

/** What linking may need besides the artefacts. */
export interface LinkInput {
  /** The numbering plans; needed where a rule asks for phone numbers and an artefact may have some. */
  readonly phones?: PhoneLibrary;
  /** Two-letter country of numbers that are written without one: the config's `assume`. */
  readonly country?: string;
}

/** Adds the phone numbers and the facts to what a reader has derived. They are worked out when first asked for, and once. */
export const withFound = (artefact: Artefact, input: LinkInput): Artefact => {
  const { phones, country } = input;
  const whole = withPhones(artefact, input);
  if (!mayStateFacts(artefact)) return whole;
  const numbers = (): readonly FoundPhone[] => (whole.found as { readonly phones?: readonly FoundPhone[] } | undefined)?.phones ?? [];
  let facts: readonly Fact[] | undefined;
  return Object.defineProperty({ ...whole }, 'facts', { enumerable: true, get: () => (facts ??= factsOf(artefact, numbers, phones, country)) });
};

const withPhones = (artefact: Artefact, { phones, country }: LinkInput): Artefact => {
  const derived = isMap(artefact.values) ? artefact.values['found'] : undefined;
  if (artefact.phones === undefined && !isMap(derived) && !mayHavePhones(artefact)) return artefact;
  let known: readonly FoundPhone[] | undefined;
  const judged = (): readonly FoundPhone[] => {
    if (!mayHavePhones(artefact)) return [];
    if (phones === undefined) throw new Error('a rule asks for phone numbers, but no numbering plans were given to `link` (see `prepareLink`)');
    return phonesOf(artefact, phones, country);
  };
  const found = Object.defineProperty({ ...(isMap(derived) ? derived : {}) }, 'phones', { enumerable: true, get: () => (known ??= judged()) });
  return { ...artefact, found };
};

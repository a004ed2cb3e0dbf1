import { builtinPhrases, type Phrases } from '@carelint/core';

let phrases: Phrases | undefined;

/** Whether a text says a phrase of a set of policies/words, in any language. The sets are made ready when the first text is asked for. */
export const saysPhrase = (set: string, text: string): boolean => (phrases ??= builtinPhrases()).says(set, text);

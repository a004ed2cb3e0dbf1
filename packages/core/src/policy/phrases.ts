import { builtinPolicies } from './builtin.js';
import { makeWords } from './words.js';

/** The built-in phrase sets, for whoever meets texts outside a service. */
export interface Phrases {
  /** Whether a text says a phrase of a set (`confirmshame`, `human`). Without a language those of all languages are tried. */
  readonly says: (set: string, text: string, language?: string) => boolean;
}

/** The built-in phrase sets; each is compiled when it is first asked for. */
export const builtinPhrases = (): Phrases => {
  const words = makeWords(builtinPolicies().sets);
  return {
    says: (set, text, language) => {
      if (!words.has(set)) throw new Error(`There is no phrase set named ${set}.`);
      return words.find(text, language, { set }) !== undefined;
    },
  };
};

import { compilePattern } from './pattern.js';
import { compileSet } from './phrases.js';
import { prepare } from './tokens.js';
import type { Match, Matcher } from './phrases.js';
import type { Prepared } from './tokens.js';

/** What may be said: a named set with its phrases in several languages, or a pattern, which knows no language. */
export interface Sayable {
  /** Undefined where no set exists for that language. With no language given, those of all languages. */
  matchers(language: string | undefined): readonly Matcher[] | undefined;
}

/** So many ways of writing a language are remembered; a file may hold any number of them. */
const MOST_TAGS = 100;

const baseOf = (language: string): string => (language.split(/[-_]/u)[0] ?? language).toLowerCase();

/** Compiles a named set: phrases by language. The automaton of a language is built when it is first asked for. */
export const compileWords = (byLanguage: Readonly<Record<string, readonly string[]>>): Sayable => {
  const built = new Map<string, Matcher>();
  const languages = Object.keys(byLanguage);
  const matcher = (language: string): Matcher => {
    const known = built.get(language) ?? compileSet(byLanguage[language] ?? []);
    built.set(language, known);
    return known;
  };
  // By language tag as it is written; `undefined` among the values means a language without such a set.
  const asked = new Map<string, readonly Matcher[] | undefined>();
  const choose = (language: string): readonly Matcher[] | undefined => {
    if (language === '') return languages.map(matcher);
    const base = baseOf(language);
    return languages.includes(base) ? [matcher(base)] : undefined;
  };
  return {
    matchers(language = '') {
      const known = asked.get(language);
      if (known !== undefined || asked.has(language)) return known;
      const chosen = choose(language);
      if (asked.size < MOST_TAGS) asked.set(language, chosen);
      return chosen;
    },
  };
};

/** Compiles `/.../` of a policy, given without the slashes. Throws a `PatternError`. */
export const compileSaidPattern = (source: string): Sayable => {
  const only = [compilePattern(source)];
  return { matchers: () => only };
};

/** The first place where it is said, if it surely is. */
export const whereSaid = (text: string | Prepared, language: string | undefined, sayable: Sayable): Match | undefined => {
  const prepared = typeof text === 'string' ? prepare(text) : text;
  for (const matcher of sayable.matchers(language) ?? []) {
    const match = matcher.find(prepared);
    if (match !== undefined) return match;
  }
  return undefined;
};

/**
 * Whether an utterance says it: 2 yes, 0 no, 1 maybe (no words, a dynamic part that may hide them, or a language without such a set).
 * Without a language all sets are tried: a hit is a hit.
 */
export const says = (text: string | Prepared | undefined, language: string | undefined, sayable: Sayable): 0 | 1 | 2 => {
  if (text === undefined) return 1;
  const prepared = typeof text === 'string' ? prepare(text) : text;
  if (whereSaid(prepared, language, sayable) !== undefined) return 2;
  return prepared.open || sayable.matchers(language) === undefined ? 1 : 0;
};

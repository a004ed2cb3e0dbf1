import { compilePattern } from '../words/pattern.js';
import { compileSaidPattern, compileWords, says, whereSaid, type Sayable } from '../words/says.js';
import { prepare, type Prepared } from '../words/tokens.js';
import type { Saying, Words } from './environment.js';

/** Phrase sets as they lie in files: language -> name of the set -> phrases. */
export type PhraseSets = Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;

/** Texts are prepared for matching once; a service says the same few thousand sentences to every rule. */
const MOST_PREPARED = 20_000;

/** Makes the phrase sets of several languages ready to be matched. */
export const makeWords = (byLanguage: PhraseSets): Words => {
  const sets = new Map<string, Record<string, readonly string[]>>();
  for (const [language, own] of Object.entries(byLanguage)) {
    for (const [name, phrases] of Object.entries(own)) sets.set(name, { ...sets.get(name), [language]: phrases });
  }
  const compiled = new Map<string, Sayable>();
  const patterns = new Map<string, Sayable>();
  const prepared = new Map<string, Prepared>();
  const sayable = (what: Saying): Sayable => {
    const [known, key] = 'set' in what ? [compiled, what.set] : [patterns, what.written];
    let found = known.get(key);
    if (found === undefined)
      known.set(key, (found = 'set' in what ? compileWords(sets.get(what.set) ?? {}) : compileSaidPattern(what.written.slice(1, -1))));
    return found;
  };
  const ready = (text: string): Prepared => {
    let found = prepared.get(text);
    if (found === undefined) {
      if (prepared.size >= MOST_PREPARED) prepared.clear();
      prepared.set(text, (found = prepare(text)));
    }
    return found;
  };
  return {
    has: (set) => sets.has(set),
    sets: [...sets.keys()],
    says: (utterance, what) => says(utterance.text === undefined ? undefined : ready(utterance.text), utterance.language, sayable(what)),
    find: (text, language, what) => whereSaid(ready(text), language, sayable(what)),
    compilePattern,
  };
};

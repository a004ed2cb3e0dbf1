import { clean, hasOpenHole } from './clean.js';

/** A text cut into words once, for as many phrase sets as ask. */
export interface Prepared {
  /** The text, cleaned; offsets count in it. */
  readonly text: string;
  /** Words in lower case, short forms written out; a dynamic part is `⟨name⟩`. */
  readonly words: readonly string[];
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  /** Whether a dynamic part may hide more words. */
  readonly open: boolean;
}

const WORD = /⟨[^⟨⟩]*⟩|…|[\p{L}\p{N}\p{M}]+(?:'[\p{L}\p{N}\p{M}]+)*/gu;
/** French, Italian and Catalan words that lean on the next one: `l'agent` is two words. */
const ELISION = /^(?:[cdjlmnst]|qu|lorsqu|jusqu|un|dell|all|nell|sull|dall|quell)'(?=\p{L}{2})/u;
/** Where a run of letters is two words: `TalkToAgent`, `8am`. */
const JOINT = /(?<=\p{Ll})(?=\p{Lu})|(?<=\p{N})(?=\p{L})/u;
const NUMBER = /^\d+$/u;

/** English short forms, so that "can't", "cannot" and "can not" are one phrase. */
const WHOLE: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    cannot: ['can', 'not'],
    "can't": ['can', 'not'],
    cant: ['can', 'not'],
    "won't": ['will', 'not'],
    "shan't": ['shall', 'not'],
    "i'm": ['i', 'am'],
    "let's": ['let', 'us'],
    "y'all": ['you', 'all'],
  }),
);
const ENDINGS: readonly (readonly [RegExp, string])[] = [
  [/n't$/u, 'not'],
  [/'re$/u, 'are'],
  [/'ve$/u, 'have'],
  [/'ll$/u, 'will'],
];
const IS = /^(?:it|that|there|here|what|who|where|he|she|how|this)'s$/u;

/** No more words than these lean on one another: `jusqu'à l'agent`. */
const MOST_LEANING = 8;

const writtenOut = (word: string, leant = 0): readonly string[] => {
  const whole = WHOLE.get(word);
  if (whole !== undefined) return whole;
  if (!word.includes("'")) return [word];
  for (const [ending, full] of ENDINGS) if (ending.test(word)) return [word.replace(ending, ''), full];
  if (IS.test(word)) return [word.slice(0, -2), 'is'];
  const leaning = leant < MOST_LEANING ? ELISION.exec(word)?.[0] : undefined;
  return leaning === undefined ? [word] : [leaning, ...writtenOut(word.slice(leaning.length), leant + 1)];
};

/** Cuts a cleaned text into words. */
const cut = (text: string): Omit<Prepared, 'text' | 'open'> => {
  const words: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  for (const match of text.matchAll(WORD)) {
    const end = match.index + match[0].length;
    for (const piece of match[0].startsWith('⟨') ? [match[0]] : match[0].split(JOINT)) {
      for (const word of writtenOut(piece.toLowerCase())) {
        words.push(word);
        starts.push(match.index);
        ends.push(end);
      }
    }
  }
  return { words, starts, ends };
};

/** Makes a text ready for matching. Linear in the text. */
export const prepare = (text: string): Prepared => {
  const cleaned = clean(text);
  return { text: cleaned, ...cut(cleaned), open: hasOpenHole(cleaned) };
};

/** The words of a phrase; `…` stays a mark of its own. */
export const wordsOf = (phrase: string): readonly string[] => cut(clean(phrase).replaceAll('...', '…').replaceAll('…', ' … ')).words;

/** Whether a word is a number in digits. */
export const isNumber = (word: string): boolean => NUMBER.test(word);

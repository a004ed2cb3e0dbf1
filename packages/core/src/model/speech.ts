/** Words that staff are told to say, inside what they are told: `Say: "I am sorry"`. */
interface Quote {
  readonly text: string;
  /** Offsets of the words themselves in the text around them. */
  readonly start: number;
  readonly end: number;
}

/** A verb of speaking, a few words, and the opening mark. None of the parts can run over a mark or the end of a sentence. */
const SPOKEN =
  /(?<![\p{L}])(?:say|says|saying|tell|ask|asking|respond|reply|answer|state|greet|explain|inform|sagen|fragen|antworten|dites|demandez|répondez|diga|pregunte|responda|dica|chieda|risponda|zeg|vraag)(?![\p{L}])[^"“”„«»\n.!?]{0,60}(["“„«])([^"“”„«»\n]{2,600})["”“»]/giu;
/** In front of the verb: it is the customer who says it. */
const BY_CUSTOMER =
  /(?<![\p{L}])(?:customers?|callers?|clients?|guests?|they|he|she|kunden?|kundin(?:nen)?|anrufer|cliente?s?|klant(?:en)?)(?: (?:who|that|may|might|will|would|can|could|often|sometimes|then|also|der|die|qui|que|che|die))*\s*$/iu;
/** In front of the verb or between it and the mark: this is not to be said. */
const NOT_TO_BE =
  /(?:\b(?:never|not|don't|don’t|avoid|without|instead of|rather than|stop|if (?:they|the customer|a customer))\b|\b(?:nie|niemals|nicht|jamais|nunca|mai|nooit|niet)\b)[^.!?]{0,40}$/iu;
const REFUSED_INSIDE = /\b(?:not|never|nicht|nie|pas|jamais|no|non|niet)\b/iu;
/** How far in front of the verb a negation is looked for. */
const BEFORE = 60;

/** What staff are told to say in so many words. What they are told not to say is left out. */
const quotedSpeech = (text: string): readonly Quote[] => {
  if (!/["“„«]/u.test(text)) return [];
  const found: Quote[] = [];
  for (const match of text.matchAll(SPOKEN)) {
    const [whole, mark = '', words = ''] = match;
    const opening = whole.indexOf(mark);
    const before = text.slice(Math.max(0, match.index - BEFORE), match.index);
    if (NOT_TO_BE.test(before) || BY_CUSTOMER.test(before) || REFUSED_INSIDE.test(whole.slice(0, opening))) continue;
    const start = match.index + opening + 1;
    found.push({ text: words, start, end: start + words.length });
  }
  return found;
};

/** A text without what is quoted in it: the words are those of the quote, not of who quotes them. */
const without = (text: string, quotes: readonly Quote[]): string =>
  [...quotes.map(({ start }, index) => text.slice(quotes[index - 1]?.end ?? 0, start)), text.slice(quotes.at(-1)?.end ?? 0)].join('…');

/** A line for staff: what they are told, then the words that they are told to say, each said by the one who says it. */
export const toldStaff = (text: string): readonly (Quote & { readonly speaker: 'instruction' | 'agent' })[] => {
  const quotes = quotedSpeech(text);
  return [
    { text: without(text, quotes), start: 0, end: text.length, speaker: 'instruction' },
    ...quotes.map((quote) => ({ ...quote, speaker: 'agent' as const })),
  ];
};

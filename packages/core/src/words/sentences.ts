/** A piece of a text, by its offsets. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Abbreviations after which a full stop ends nothing, in the languages of the phrase sets. */
const ABBREVIATIONS = new Set(
  'mr mrs ms dr prof st no nr tel ext approx dept inc ltd co vs etc e.g i.e a.m p.m bzw z.b d.h usw ggf inkl ca str hr fr mme mlle sr sra srta ud uds sig av dhr mevr bijv'.split(
    ' ',
  ),
);
/** Only where a run of marks begins: within a long one every mark would be a beginning, and the search no longer linear. */
const BOUNDARY = /(?<![.!?…。！？])[.!?…。！？]+["'”»)\]]*(?=\s|$)|[。！？]|\n+/gu;

const endsInAbbreviation = (before: string): boolean => {
  const word = /[\p{L}.]+$/u.exec(before.slice(-12))?.[0].toLowerCase() ?? '';
  return ABBREVIATIONS.has(word) || /^\p{L}$/u.test(word);
};

/** Where the sentences of a text begin and end. Simple on purpose: it decides how far a phrase and what mends it may be apart. */
const sentenceSpans = (text: string): Span[] => {
  const spans: Span[] = [];
  let start = 0;
  const push = (end: number): void => {
    while (start < end && /\s/u.test(text.charAt(start))) start++;
    if (start < end) spans.push({ start, end });
    start = end;
  };
  for (const match of text.matchAll(BOUNDARY)) {
    const end = match.index + match[0].length;
    const abbreviated = match[0] === '.' && end < text.length && endsInAbbreviation(text.slice(Math.max(0, match.index - 12), match.index));
    if (!abbreviated) push(end);
  }
  push(text.length);
  return spans;
};

/** The sentences of a text, in order. */
export const sentences = (text: string): string[] => sentenceSpans(text).map(({ start, end }) => text.slice(start, end).trim());

/** The sentence that holds what lies between two offsets. */
export const sentenceAt = (text: string, start: number, end: number): string => {
  const spans = sentenceSpans(text);
  const first = spans.find((span) => span.end > start) ?? { start: 0, end: text.length };
  const last = spans.find((span) => span.end >= end) ?? first;
  return text.slice(first.start, Math.max(first.end, last.end)).trim();
};

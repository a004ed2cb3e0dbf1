/** A stretch of a text that is written as phone numbers are. Whether it is one is judged when artefacts are joined (link/found). */
export interface NumberLike {
  /** The characters, from the first sign or digit to the last digit. */
  readonly raw: string;
  /** Offset in the text, in UTF-16 units. */
  readonly start: number;
  readonly end: number;
}

/** A head (a calling code, an area in brackets, or a digit) and more digits with at most three signs between them. Bounded, so that no text makes it slow. */
const STRETCH = /(?:\+? ?\d{1,4}[ \u00a0.-]{0,2}\(\d{1,5}\)|\(\+?\d{1,5}\)|\+ ?\d|\d)(?:[ \u00a0\u2007\u2009\u202f.\-\u2010-\u2013/]{0,3}\d){2,31}/gu;

/** Signs that make what stands beside them part of a code, a sum or an address. */
const GLUE = /[\p{L}\p{M}\d_@#$€£¥%&=\\^~⟨⟩]/u;
const SUM_BEFORE = /(?:[$€£¥]|\b(?:EUR|USD|GBP|CHF|AUD|CAD|BRL|INR|Rs|kr))\.?\s?$/iu;
const SUM_AFTER = /^\s?(?:[$€£¥%]|(?:EUR|USD|GBP|CHF|AUD|CAD|BRL|INR|kr|kg|km|MB|GB|bytes|euros?|dollars?|pounds)\b)/iu;

/** Words that make the number behind them one of a thing or of a register. */
const CODE_BEFORE =
  /\b(?:sku|isbn|ean|iban|vat|siret|siren|kvk|hrb|item|article|art|model|invoice|serial|order|ref(?:erence)?|registration|registered|licen[cs]e|charity|company)[ .:#-]*(?:no|nr|number|num|id)?[ .:#]*$/iu;

/** What is written in digits and is no phone number: days, years, times, addresses of machines, sums, and numbers of books, cards and persons. */
const OTHERS: readonly RegExp[] = [
  /^(?:19|20)\d{2}[-./](?:0?[1-9]|1[0-2])[-./](?:0?[1-9]|[12]\d|3[01])(?!\d)/u,
  /^\d{1,2}[./-]\d{1,2}[./-](?:19|20)\d{2}(?!\d)/u,
  /^\d{1,2}\/\d{1,2}\/\d{2,4}(?!\d)/u,
  /^(?:19|20)\d{2}\s?[-\u2010-\u2013/]\s?(?:19|20)\d{2}$/u,
  /^(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?:\D?\d{2,6})?$/u,
  /^\d{1,3}(?:\.\d{1,3}){3}$/u,
  /^\d{1,2}\.\d{2}\s?[-\u2010-\u2013]\s?\d{1,2}\.\d{2}/u,
  /^\d+\.\d+$/u,
  /^\d{1,3}(?:\.\d{3})+$/u,
  /^[1-9]\d?(?:[ \u00a0\u2009\u202f]\d{3})+$/u,
  /^\d{3}-\d{2}-\d{4}$/u,
  /^97[89][- ]?\d(?:[- ]?\d){9}$/u,
  /^\d{4}([- ])\d{4}\1\d{4}\1\d{4}$/u,
];

/** Shorter numbers are no finds in a text. */
const LEAST_DIGITS = 7;
/** More digits than any number in the world has (ITU-T E.164). */
const MOST_DIGITS = 15;

const isGlued = (text: string, start: number, end: number): boolean => {
  const before = text[start - 1] ?? ' ';
  const after = text[end] ?? ' ';
  if (GLUE.test(before) || GLUE.test(after)) return true;
  // A sign between two numbers, or between a word and a number, makes one thing of them; a full stop or comma before a blank does not.
  if (/[.,:/\-+*]/u.test(before) && GLUE.test(text[start - 2] ?? ' ') && !/[:/]/u.test(before)) return true;
  if (/[:/]/u.test(before) && /[\d/]/u.test(text[start - 2] ?? ' ')) return true;
  return /[.,:/\-+*]/u.test(after) && GLUE.test(text[end + 1] ?? ' ');
};

const digitsOf = (raw: string): number => raw.replace(/\D/gu, '').length;
const isOfLength = (digits: number): boolean => digits >= LEAST_DIGITS && digits <= MOST_DIGITS;

/** A stretch, or the numbers of which it is made where a stroke stands between two of them: `030 1234567 / 030 7654321`. */
const apart = (stretch: string, at: number): readonly NumberLike[] => {
  const whole = stretch.trimStart();
  const from = at + stretch.length - whole.length;
  const parts = whole.split(/(?<=\d)\s?\/\s?(?=[\d+(])/u);
  if (digitsOf(whole) <= MOST_DIGITS || !parts.every((part) => isOfLength(digitsOf(part))))
    return [{ raw: whole, start: from, end: from + whole.length }];
  let seek = 0;
  return parts.map((raw) => {
    const start = from + whole.indexOf(raw, seek);
    seek = start - from + raw.length;
    return { raw, start, end: start + raw.length };
  });
};

/** All stretches of a text that may be phone numbers, in order. Linear in the length of the text. */
export const numbersLikeIn = (text: string): readonly NumberLike[] => {
  const found: NumberLike[] = [];
  const stretches = [...text.matchAll(STRETCH)].flatMap((match) => apart(match[0], match.index));
  for (const { raw, start, end } of stretches) {
    if (!isOfLength(digitsOf(raw)) || isGlued(text, start, end)) continue;
    if (SUM_BEFORE.test(text.slice(Math.max(0, start - 6), start)) || SUM_AFTER.test(text.slice(end, end + 10))) continue;
    if (CODE_BEFORE.test(text.slice(Math.max(0, start - 30), start))) continue;
    if (OTHERS.some((other) => other.test(raw))) continue;
    found.push({ raw, start, end });
  }
  return found;
};

/** Whether a text has so many digits near each other that looking closer is worth while. */
export const hasNumberLike = (text: string): boolean => {
  let digits = 0;
  let gap = 0;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code >= 48 && code <= 57) {
      if (gap > 3) digits = 0;
      gap = 0;
      if (++digits === 7) return true;
    } else gap++;
  }
  return false;
};

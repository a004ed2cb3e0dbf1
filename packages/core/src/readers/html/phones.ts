import { own } from './tree.js';

/** Something that looks like a phone number in a text. */
export interface Digits {
  readonly raw: string;
  readonly start: number;
  readonly end: number;
}

const BLANK = '(?:[ \\t.()/\\u00a0\\u2011\\u2013-]|&nbsp;|&#160;|&#xa0;)';
const NUMBER = new RegExp(`(?<![\\w.,/@#=-])(?:\\+|\\(\\+?)?\\d(?:${BLANK}{0,3}\\d){5,15}(?![\\w@]|[.,]\\d)`, 'giu');
/** Dates, spans of years, amounts and addresses of computers. */
const NO_NUMBER =
  /^\d{1,2}[./-]\d{1,2}[./-]\d{2,4}$|^\d{4}[./-]\d{1,2}[./-]\d{1,2}|^(?:19|20)\d\d ?[-–/] ?(?:19|20)\d\d$|^\d{1,3}(?:\.\d{3})+$|^\d{1,3}(?:\.\d{1,3}){3}$/u;

/** Candidates in a stretch of source text. Linear: all repeats are bounded. */
export const digitsIn = (text: string): readonly Digits[] => {
  const found: Digits[] = [];
  for (const match of text.matchAll(NUMBER)) {
    const raw = match[0].replace(/&nbsp;|&#160;|&#xa0;|\u00a0/giu, ' ').trim();
    const digits = raw.replace(/\D/gu, '').length;
    if (digits < 6 || digits > 15 || NO_NUMBER.test(raw)) continue;
    found.push({ raw: own(raw), start: match.index, end: match.index + match[0].length });
  }
  return found;
};

/** Whether digits are surely meant to be rung: written as numbers are, or named so. */
export const looksDialled = (raw: string, isNamed: boolean): boolean => {
  const digits = raw.replace(/\D/gu, '').length;
  if (digits < 7 && !isNamed) return false;
  if (/^\+|^\(?0|^\(\d{2,5}\)/u.test(raw)) return true;
  return isNamed || /^\d{3}[ .-]\d{3}[ .-]\d{4}$|^1?[ .-]?\(?8\d\d\)?[ .-]\d{3}[ .-]\d{4}$/u.test(raw);
};

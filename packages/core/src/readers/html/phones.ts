import { numbersLikeIn, type NumberLike } from '../../model/number-like.js';
import { own } from './tree.js';

const BLANK = /&nbsp;|&#160;|&#xa0;/giu;

/** Candidates in a stretch of source text, in which a blank that does not break is often written by its name. */
export const digitsIn = (text: string): readonly NumberLike[] => {
  if (!text.includes('&')) return numbersLikeIn(text).map((found) => ({ ...found, raw: own(found.raw) }));
  const shifts: (readonly [at: number, by: number])[] = [];
  let by = 0;
  const plain = text.replace(BLANK, (name, at: number) => {
    by += name.length - 1;
    shifts.push([at - by + name.length - 1, by]);
    return '\u00a0';
  });
  const outer = (at: number): number => at + (shifts.findLast(([from]) => from < at)?.[1] ?? 0);
  return numbersLikeIn(plain).map(({ raw, start, end }) => ({ raw: own(raw), start: outer(start), end: outer(end) }));
};

/** Whether digits are surely meant to be rung: written as numbers are, or named so. */
export const looksDialled = (raw: string, isNamed: boolean): boolean =>
  isNamed || /^\+|^\(?0|^\(\d{2,5}\)|^\d{3}[ .-]\d{3}[ .-]\d{4}$|^1?[ .-]?\(?8\d\d\)?[ .-]\d{3}[ .-]\d{4}$/u.test(raw);

/** Whether it is an address of mail or of a page, which stands behind `tel:` by mistake. */
export const isAddress = (raw: string): boolean => /^[^\s@]{1,64}@[^\s@\d]{1,200}\.[a-z]{2,}$|^(?:https?:\/\/|www\.)[^\s\d]+$/iu.test(raw);

/** Whether there are digits enough behind `tel:` to be a number. */
export const hasDigits = (raw: string): boolean => raw.replace(/\D/gu, '').length >= 3;

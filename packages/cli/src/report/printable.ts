export { printable, printableJson } from '@carelint/core';

const WIDE = /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|\p{Emoji_Presentation}/u;
const NO_WIDTH = /\p{Mn}|\p{Me}|\p{Cf}/u;

/** How many columns a text takes. */
export const widthOf = (text: string): number => {
  // Latin letters, quotation marks and lines are the common case, and quick.
  if (/^[\u0020-\u007e\u00a0-\u02ff\u2010-\u2027\u2500-\u257f]*$/u.test(text)) return text.length;
  let width = 0;
  for (const char of text) width += NO_WIDTH.test(char) ? 0 : WIDE.test(char) ? 2 : 1;
  return width;
};

/** Fills up with blanks to a width. */
export const padded = (text: string, width: number): string => text + ' '.repeat(Math.max(0, width - widthOf(text)));

const cutWord = (word: string, width: number): readonly string[] => {
  const pieces: string[] = [''];
  for (const char of word) {
    const last = pieces.at(-1) ?? '';
    if (last !== '' && widthOf(last) + widthOf(char) > width) pieces.push(char);
    else pieces[pieces.length - 1] = last + char;
  }
  return pieces;
};

/** Breaks a text into lines of at most `width` columns, between words where it can. */
export const wrapped = (text: string, width: number): readonly string[] => {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/ +/u).flatMap((part) => (widthOf(part) > width ? cutWord(part, width) : [part]))) {
    if (line !== '' && widthOf(line) + 1 + widthOf(word) > width) {
      lines.push(line);
      line = word;
    } else {
      line = line === '' ? word : `${line} ${word}`;
    }
  }
  return [...lines, line];
};

import { printable, wrapped } from '../report/printable.js';
import type { Style } from '../report/style.js';

const INDENT = 12;

/** A field with its texts, each on lines of its own, the name before the first. Nothing where there is no text. */
export const fieldLines = (name: string, texts: readonly string[], width: number, style: Style): readonly string[] =>
  texts
    .filter((text) => text !== '')
    .flatMap((text) => wrapped(printable(text.replace(/\s+/gu, ' ')), width - INDENT))
    .map((line, index) => `${index === 0 ? style.bold(name.padEnd(INDENT)) : ' '.repeat(INDENT)}${line}`);

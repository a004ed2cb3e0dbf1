import type { LineMap } from '../source/line-map.js';
import type { Place } from '../source/source.js';

/** A part of a text, as offsets: the second is behind its last character. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** The text with blanks in place of some parts, in order: no offset and no line changes. */
export const withoutSpans = (text: string, spans: readonly Span[]): string => {
  const parts: string[] = [];
  let done = 0;
  for (const { start, end } of spans) {
    parts.push(text.slice(done, start), text.slice(start, end).replace(/[^\r\n]/gu, ' '));
    done = end;
  }
  return parts.join('') + text.slice(done);
};

/** For each line the next one below it, itself not included, that is not blank; undefined where none is. */
export const nextLines = (bare: string): readonly (number | undefined)[] => {
  const lines = bare.split(/\r\n|\n|\r/u);
  const next: (number | undefined)[] = [];
  for (let line = lines.length; line > 0; line--) next[line] = lines[line]?.trim() ? line + 1 : next[line + 1];
  return next;
};

/** Whether nothing stands on the lines of a place, in a text in which comments are blank. */
export const aloneOn = (bare: string, place: Place, map: LineMap): boolean => {
  const lineEnd = place.endLine < map.lines ? map.offsetOfLine(place.endLine + 1) : bare.length;
  return bare.slice(map.offsetOfLine(place.line), lineEnd).trim() === '';
};

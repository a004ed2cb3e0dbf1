import type { Station } from '@carelint/core';
import { padded, printable, widthOf, wrapped } from './printable.js';
import type { Style } from './style.js';

/** How a journey is laid out. */
export interface JourneyLayout {
  /** The file that the finding is in; places in it need no name. */
  readonly file: string;
  readonly indent: number;
  readonly width: number;
  readonly style: Style;
  /** Leaves nothing out. */
  readonly whole: boolean;
}

interface Line {
  readonly text: string;
  readonly place: string;
}

/** More lines than this are told by their beginning and their end. */
const MOST = 16;
const FIRST = 7;
const LAST = 7;

const linesOf = (journey: readonly Station[], file: string): readonly Line[] =>
  journey.flatMap((station) => {
    const place = station.file === file ? `line ${station.line}` : `${printable(station.file)}:${station.line}`;
    return station.told.map((told, index) => ({ text: printable(told), place: index === 0 ? place : '' }));
  });

const abridged = (lines: readonly Line[], whole: boolean): readonly Line[] => {
  if (whole || lines.length <= MOST) return lines;
  const between = lines.length - FIRST - LAST;
  return [...lines.slice(0, FIRST), { text: `… ${between} more …`, place: '' }, ...lines.slice(-LAST)];
};

/** A journey as the customer lives it: one thing that happens a line, and where it stands in a column on the right. */
export const layJourney = (journey: readonly Station[], { file, indent, width, style, whole }: JourneyLayout): readonly string[] => {
  const lines = abridged(linesOf(journey, file), whole);
  const margin = ' '.repeat(indent);
  const room = width - indent - 2;
  return lines.flatMap(({ text, place }, index) => {
    const mark = index === lines.length - 1 ? '└ ' : '│ ';
    const beside = place === '' ? 0 : widthOf(place) + 2;
    const pieces = wrapped(text, Math.max(24, room - beside));
    return pieces.map((piece, row) => {
      const lead = `${margin}${style.dim(row === 0 ? mark : index === lines.length - 1 ? '  ' : '│ ')}`;
      return row === 0 && place !== '' ? `${lead}${padded(piece, room - widthOf(place))}${style.dim(place)}` : `${lead}${piece}`;
    });
  });
};

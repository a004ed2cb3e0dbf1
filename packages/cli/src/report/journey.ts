import { journeyLines, type JourneyLine, type Station } from '@carelint/core';
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

const ABRIDGED = { most: 16, first: 7, last: 7 };
const WHOLE = { most: Infinity, first: 0, last: 0 };

/** Lines of a journey, with what stands beside them in a column on the right. */
export const layLines = (all: readonly JourneyLine[], { indent, width, style }: Omit<JourneyLayout, 'file' | 'whole'>): readonly string[] => {
  const lines = all.map((line) => ({ text: printable(line.text), place: printable(line.place) }));
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

/** A journey as the customer lives it: one thing that happens a line, and where it stands in a column on the right. */
export const layJourney = (journey: readonly Station[], { file, whole, ...layout }: JourneyLayout): readonly string[] =>
  layLines(journeyLines(journey, file, whole ? WHOLE : ABRIDGED), layout);

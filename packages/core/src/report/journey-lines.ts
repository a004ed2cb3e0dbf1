import type { Station } from './report.js';

/** One thing that happens to the customer, and where it stands; the place is empty where it is that of the line before. */
export interface JourneyLine {
  readonly text: string;
  readonly place: string;
}

/** A journey of more lines than `most` is told by its beginning and its end. */
export interface Abridging {
  readonly most: number;
  readonly first: number;
  readonly last: number;
}

const linesOf = (journey: readonly Station[], file: string): readonly JourneyLine[] =>
  journey.flatMap((station) => {
    const place = station.file === file ? `line ${station.line}` : `${station.file}:${station.line}`;
    return station.told.map((text, index) => ({ text, place: index === 0 ? place : '' }));
  });

/** A journey, one thing that happens a line. Places in `file` need no name. */
export const journeyLines = (journey: readonly Station[], file: string, { most, first, last }: Abridging): readonly JourneyLine[] => {
  const lines = linesOf(journey, file);
  if (lines.length <= most) return lines;
  return [...lines.slice(0, first), { text: `… ${lines.length - first - last} more …`, place: '' }, ...lines.slice(-last)];
};

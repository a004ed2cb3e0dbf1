import { journeyLines, printable, type Finding, type Station } from '@carelint/core';

/** Messages stand in editors and in lists: few lines, the beginning and the end of the journey. */
const ABRIDGED = { most: 10, first: 5, last: 4 };

const told = (journey: readonly Station[], file: string): readonly string[] =>
  journeyLines(journey, file, ABRIDGED).map(({ text, place }) => `  ${printable(text)}${place === '' ? '' : ` (${printable(place)})`}`);

const journeyOf = ({ journey, against, file }: Finding): readonly string[] => {
  // A single step is no journey: the message and the place have said it.
  const first = journey.length > 1 || against !== undefined ? told(journey, file) : [];
  return against === undefined ? first : [...first, 'but elsewhere', ...told(against, file)];
};

/** A finding in words: what is wrong, what the customer goes through, and what to do instead. */
export const messageOf = (finding: Finding, withJourney: boolean): string =>
  [printable(finding.message), ...(withJourney ? journeyOf(finding) : []), `Instead: ${printable(finding.instead)}`].join('\n');

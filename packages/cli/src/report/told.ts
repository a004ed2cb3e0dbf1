import type { Station } from '@carelint/core';
import { printable } from './printable.js';

/** A text from a file in one line, with nothing in it that acts. */
export const oneLine = (text: string): string => printable(text.replace(/\s+/gu, ' ').trim());

const MOST = 12;
const FIRST = 5;
const LAST = 6;

/** A journey in one line: `The customer calls → hears “Hello.” → … 7 more … → is cut off.` Empty where it has no two stations. */
export const journeyLine = (journey: readonly Station[]): string => {
  if (journey.length < 2) return '';
  const told = journey.flatMap(({ told: parts }) => parts).map(oneLine);
  const between = told.length - FIRST - LAST;
  const shown = told.length <= MOST ? told : [...told.slice(0, FIRST), `… ${between} more …`, ...told.slice(-LAST)];
  return `The customer ${shown.join(' → ')}.`;
};

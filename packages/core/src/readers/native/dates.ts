import type { Route } from '../../source/source.js';
import type { Slip } from './targets.js';

const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

/** How many days a month has (1 to 12), in the Gregorian calendar. */
const daysIn = (year: number, month: number): number => {
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return month === 2 && leap ? 29 : (DAYS[month - 1] ?? 0);
};

/** A date of the right shape that no calendar has, such as 2026-02-30: the schema sees the shape only. */
export const dateSlip = (value: unknown, route: Route): readonly Slip[] => {
  const found = typeof value === 'string' ? /^(\d{4})-(\d\d)-(\d\d)$/u.exec(value) : null;
  if (found === null) return [];
  const [year, month, day] = found.slice(1).map(Number) as [number, number, number];
  const last = daysIn(year, month);
  if (last === 0 || day <= last) return [];
  const message = `There is no ${String(value)}: that month has ${String(last)} days.`;
  return [{ route, atKey: false, message }];
};

import { secondsOf } from './durations.js';

/** `100 GBP` as an amount in whole units of its currency. Undefined for anything else. */
const moneyOf = (text: string): { readonly amount: number; readonly currency: string } | undefined => {
  const found = /^(\d+(?:\.\d{1,2})?) ([A-Z]{3})$/u.exec(text);
  return found?.[2] === undefined ? undefined : { amount: Number(found[1]), currency: found[2] };
};

/** `12.5%` as 12.5. Undefined for anything else. */
const percentOf = (text: string): number | undefined => {
  const found = /^(\d{1,3}(?:\.\d+)?)%$/u.exec(text);
  return found === null ? undefined : Number(found[1]);
};

/** What a text of a certain shape says in numbers, under the key it stands under: `within: 2 hours` says `within-seconds: 7200` and `within-hours: 2`. */
export const numbersIn = (key: string, text: string): Readonly<Record<string, unknown>> => {
  const seconds = secondsOf(text);
  if (seconds !== undefined) return { [`${key}-seconds`]: seconds, [`${key}-hours`]: seconds / 3600 };
  const percent = percentOf(text);
  if (percent !== undefined) return { [`${key}-percent`]: percent };
  const money = moneyOf(text);
  return money === undefined ? {} : { [`${key}-amount`]: money.amount, [`${key}-currency`]: money.currency };
};

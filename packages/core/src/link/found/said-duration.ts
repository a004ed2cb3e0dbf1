/** A time within which something is promised, as a text states it. */
export interface SaidDuration {
  readonly seconds: number;
  /** Counted in days on which people work. */
  readonly isWorking: boolean;
}

const NUMBERS: Readonly<Record<string, number>> = {
  a: 1, an: 1, one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10, twelve: 12, fourteen: 14, fifteen: 15, twenty: 20, thirty: 30,
}; // prettier-ignore
const UNITS: Readonly<Record<string, number>> = { minute: 60, hour: 3600, day: 86_400, week: 604_800, month: 2_592_000 };

const WITHIN = new RegExp(
  String.raw`(?<![\p{L}])(?:within|in under|in less than)\s+(?:the next\s+)?(?<number>\d{1,3}|${Object.keys(NUMBERS).join('|')})[\s-]+(?<working>(?:working|business)[\s-]+)?(?<unit>minute|hour|day|week|month)s?(?![\p{L}])`,
  'giu',
);
/** Times that are no promise, or not the whole of it. */
const LOOSE =
  /(?<![\p{L}])(?:usually|normally|typically|generally|most|often|up to|at least|about|around|aim|try|hope|may take|can take|if|unless|except|or within|to)\s+(?:\p{L}+\s+){0,3}(?:within|in under|in less than)|\d\s?(?:-|–|to|or)\s?\d+\s+(?:working |business )?(?:minutes|hours|days|weeks)/iu;

/** The time that a text promises, where it names one and no more; undefined otherwise. A working day counts as a day, a month as 30 days. */
export const durationIn = (text: string): SaidDuration | undefined => {
  const [found, ...more] = [...text.matchAll(WITHIN)];
  if (found === undefined || more.length > 0 || LOOSE.test(text)) return undefined;
  const { number = '', working, unit = '' } = found.groups ?? {};
  const count = NUMBERS[number.toLowerCase()] ?? Number(number);
  return { seconds: count * (UNITS[unit.toLowerCase()] ?? 0), isWorking: working !== undefined };
};

/** `5 working days` of a document. */
export const writtenDuration = (written: string): SaidDuration | undefined => durationIn(`within ${written}`);

const DAY = 86_400;

/** Whether two promises cannot both hold; days and working days are the same where a weekend may lie between them. */
export const durationsDiffer = (one: SaidDuration, other: SaidDuration): boolean => {
  if (one.isWorking === other.isWorking || one.seconds < DAY || other.seconds < DAY) return one.seconds !== other.seconds;
  const [working, plain] = one.isWorking ? [one.seconds, other.seconds] : [other.seconds, one.seconds];
  return plain < working || plain > Math.ceil((working / DAY) * 1.4 + 2) * DAY;
};

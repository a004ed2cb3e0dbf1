const SECONDS: Readonly<Record<string, number>> = {
  second: 1,
  minute: 60,
  hour: 3600,
  day: 86_400,
  'working day': 86_400,
  week: 604_800,
  month: 2_592_000,
  year: 31_536_000,
};

/** `5 minutes` as seconds; a working day counts as a day, a month as 30 days. Undefined for anything else. */
export const secondsOf = (text: unknown): number | undefined => {
  if (typeof text !== 'string') return undefined;
  const found = /^(\d+) (second|minute|hour|day|working day|week|month|year)s?$/u.exec(text);
  const unit = SECONDS[found?.[2] ?? ''];
  return found === null || unit === undefined ? undefined : Number(found[1]) * unit;
};

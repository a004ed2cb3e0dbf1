/** When somebody can be reached: by day of the week (`Mon` to `Sun`), stretches such as `09:00-17:00`, in order, with commas between them; empty: closed. */
export type Week = Readonly<Partial<Record<Day, string>>>;

const DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const;
type Day = (typeof DAYS)[number];

/** Names of days in English, German, French, Spanish, Italian, Portuguese and Dutch, Monday first, and their short forms. */
const NAMES: readonly string[] = [
  'mondays?|mon|montags?|lundis?|lun|lunes|lunedi|segunda|segunda-feira|maandag',
  'tuesdays?|tues?|dienstags?|mardis?|martes|martedi|terça|terça-feira|dinsdag',
  'wednesdays?|wed|weds|mittwochs?|mercredis?|miercoles|mercoledi|quarta|quarta-feira|woensdag',
  'thursdays?|thu|thurs?|donnerstags?|jeudis?|jueves|giovedi|quinta|quinta-feira|donderdag',
  'fridays?|fri|freitags?|vendredis?|viernes|venerdi|sexta|sexta-feira|vrijdag',
  'saturdays?|sat|samstags?|sonnabends?|samedis?|sabados?|sabato|zaterdag',
  'sundays?|sun|sonntags?|dimanches?|domingos?|domenica|zondag',
];
/** Two letters, as on German signs. */
const SHORT: readonly string[] = ['Mo', 'Di', 'Mi', 'Do', 'Fr', 'Sa', 'So'];
const MACHINE: readonly string[] = ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'];

const GROUPS: readonly (readonly [RegExp, number, number])[] = [
  [/^(?:weekdays|werktags|week days|jours ouvres|dias laborables|giorni feriali|dias uteis|werkdagen)$/u, 0, 4],
  [/^(?:weekends?|at weekends|am wochenende)$/u, 5, 6],
  [/^(?:daily|every day|seven days a week|7 days a week|taglich|tous les jours|todos los dias|tutti i giorni|todos os dias|dagelijks)$/u, 0, 6],
];
const GROUP =
  'weekdays|week days|werktags|jours ouvres|dias laborables|giorni feriali|dias uteis|werkdagen|weekends?|at weekends|am wochenende|daily|every day|seven days a week|7 days a week|taglich|tous les jours|todos los dias|tutti i giorni|todos os dias|dagelijks';

const LONG_DAY = `(?:${NAMES.join('|')})`;
const DAY = `(?:(?<![\\p{L}])(?:${LONG_DAY}|${SHORT.join('|')})(?![\\p{L}])\\.?)`;
const UNTIL = String.raw`\s*(?:[-–—]|to|through|thru|until|till|bis|au|à|al|a|até|ate|tot(?: en met)?|t/m)\s*`;
const AND = String.raw`\s*(?:,|&|\+|and|und|et|y|e|en)\s*(?:(?:on|am|le|el)\s+)?`;
const SPAN = `${DAY}(?:${UNTIL}${DAY})?`;
const WHEN = `(?:(?<![\\p{L}])(?:${GROUP})(?![\\p{L}])|${SPAN}(?:${AND}${SPAN})*)`;

const WORDS = ['six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve', 'one', 'two', 'three', 'four', 'five'];
const VALUES = [6, 7, 8, 9, 10, 11, 12, 1, 2, 3, 4, 5];
const HALF = String.raw`(?:\s?(?:am|pm|a\.m\.?|p\.m\.?))`;
const CLOCK = String.raw`(?:(?<![\p{L}\d:.])(?:(?:[01]?\d|2[0-4])(?:(?:[:.h]|\s?Uhr\s?)[0-5]\d)?(?:\s?(?:uhr|h|o['’]?clock)(?![\p{L}]))?${HALF}?|(?:${WORDS.join('|')})(?:\s(?:o['’]?clock))?${HALF}?|noon|midday|midnight)(?![\p{L}\d]))`;
const TIMES = String.raw`(?:(?:from|between|von|zwischen|de|das|dalle|van)\s+)?${CLOCK}\s*(?:[-–—]|to|until|till|and|bis|und|à|a|às|alle|tot)\s*${CLOCK}`;
const TO_TIMES = String.raw`(?:\s*(?::|,|–|-)\s*|\s+)(?:(?:is|are|open|we are open|we're open|geöffnet|offen)\s+){0,2}`;

const FORWARD = `(?<days>${WHEN})${TO_TIMES}(?<times>${TIMES}(?:\\s*(?:,|&|and|und|et|y|e)\\s*${TIMES})*)`;
const BACKWARD = `(?<times2>${TIMES})(?:\\s*,\\s*|\\s+)(?:on\\s+)?(?<days2>${WHEN})`;
const CLOSED = `(?<shut>${WHEN})(?:\\s*:\\s*|\\s+)(?:we are\\s+|is\\s+)?(?:closed|geschlossen|ferme|cerrado|chiuso|fechado|gesloten)|(?:closed|geschlossen)\\s+(?:on\\s+|am\\s+|at\\s+)?(?<shut2>${WHEN})`;
const STATEMENT = new RegExp(`${CLOSED}|${FORWARD}|${BACKWARD}`, 'giu');

/** What is left when all that was understood is taken out must speak of no more days or times. */
const LEFT = new RegExp(
  String.raw`(?<![\p{L}])(?:${LONG_DAY}|${GROUP})(?![\p{L}])|\d[:.]\d\d|\d\s?(?:am|pm)(?![\p{L}])|(?<![\d-])\d{1,2}\s?[-–]\s?\d{1,2}(?![\d-])`,
  'iu',
);
/** Hours that hold at times, or in a place of their own. */
const SOMETIMES =
  /(?<![\p{L}])(?:usually|normally|summer|winter|christmas|easter|ramadan|season\p{L}*|school holidays|from (?:january|february|march|april|may|june|july|august|september|october|november|december)|emergenc\p{L}*|only in|by appointment|first|last|every other|alternate|except (?!(?:on )?(?:bank|public) holidays))(?![\p{L}])/iu;
const ZONE = /(?<![\p{L}])(?:[ECMP][SD]?T|GMT|UTC|BST|CES?T|A[EWC][SD]T|IST|SGT|JST)(?![\p{L}])/u;
const ALWAYS =
  /(?<![\p{L}\d])(?:24\/7|24 ?x ?7|24 hours a day,? (?:7|seven) days a week|around the clock|round the clock|day and night|rund um die uhr)(?![\p{L}\d])/iu;
const HOLIDAYS = /(?:,|\(|and)?\s*(?:not on|except(?: on)?|excluding|excl\.?|closed on)\s+(?:bank|public) holidays\)?/giu;

/** More of a text is not looked at. */
const LONGEST = 400;

const MAY = /\d|six|seven|eight|nine|noon|clock|uhr|day and night/iu;

interface Clock {
  readonly minutes: number;
  /** Whether it cannot be twelve hours later. */
  readonly isSure: boolean;
}

const clockOf = (written: string): Clock | undefined => {
  const text = written.toLowerCase().replace(/[.\s]/gu, (sign) => (sign === '.' ? ':' : ''));
  if (/^(?:noon|midday)/u.test(text)) return { minutes: 720, isSure: true };
  if (text.startsWith('midnight')) return { minutes: 1440, isSure: true };
  const word = WORDS.findIndex((name) => text.startsWith(name));
  const found = /^(\d{1,2})(?:(?::|h|uhr)(\d{2}))?/u.exec(text);
  const hour = word >= 0 ? VALUES[word]! : Number(found?.[1] ?? Number.NaN);
  if (!Number.isInteger(hour)) return undefined;
  const minutes = Number(found?.[2] ?? 0);
  const half = /(a|p):?m:?$/u.exec(text)?.[1];
  if (half !== undefined)
    return hour > 12 || hour === 0 ? undefined : { minutes: ((hour % 12) + (half === 'p' ? 12 : 0)) * 60 + minutes, isSure: true };
  const isSure = hour > 12 || hour === 0 || /uhr|h(?!u)/u.test(text.replace(/clock/u, '')) || /^0\d|^\d\d:\d\d$/u.test(text);
  return { minutes: hour * 60 + minutes, isSure };
};

const NOON = 720;
const shown = (minutes: number): string => `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

/** `9`, `5` as nine to five; undefined where morning and evening cannot be told apart, and where it goes past midnight. */
const stretch = (first: Clock, second: Clock): string | undefined => {
  let [from, to] = [first.minutes, second.minutes === 0 && second.isSure ? 1440 : second.minutes];
  if (first.isSure && first.minutes === 1440) from = 0;
  if (!first.isSure && second.isSure && to > NOON && to < 1440 && from < to - NOON) from += NOON;
  if (!second.isSure && to <= from && to <= NOON) to += NOON;
  else if (!first.isSure && !second.isSure && to <= NOON) return undefined;
  else if (first.isSure && !second.isSure && to <= NOON && to > from) return undefined;
  return to > from && to <= 1440 ? `${shown(from)}-${shown(to)}` : undefined;
};

const dayOf = (written: string): number | undefined => {
  const name = written.replace(/\.$/u, '');
  // In lower case these are words.
  const short = SHORT.indexOf(name);
  if (short >= 0) return short;
  const long = NAMES.findIndex((names) => new RegExp(`^(?:${names})$`, 'iu').test(name));
  return long < 0 ? undefined : long;
};

const DAY_FINDER = new RegExp(DAY, 'giu');
const SPAN_FINDER = new RegExp(`(?<one>${DAY})(?:${UNTIL}(?<two>${DAY}))?`, 'giu');

/** The days that are named; undefined where one of them is a word that only looks like one. */
const daysIn = (written: string): readonly number[] | undefined => {
  const text = written.trim().toLowerCase();
  for (const [group, from, to] of GROUPS) if (group.test(text)) return Array.from({ length: to - from + 1 }, (_, at) => from + at);
  const days: number[] = [];
  for (const { groups } of written.matchAll(SPAN_FINDER)) {
    const from = dayOf(groups?.['one'] ?? '');
    const to = groups?.['two'] === undefined ? from : dayOf(groups['two']);
    if (from === undefined || to === undefined) return undefined;
    for (let day = from; ; day = (day + 1) % 7) {
      days.push(day);
      if (day === to) break;
    }
  }
  return days.length === 0 || [...written.matchAll(DAY_FINDER)].length === 0 ? undefined : days;
};

const CLOCK_FINDER = new RegExp(CLOCK, 'giu');

const timesIn = (written: string): string | undefined => {
  const clocks = [...written.matchAll(CLOCK_FINDER)].map(([clock]) => clockOf(clock));
  const stretches: string[] = [];
  for (let at = 0; at + 1 < clocks.length; at += 2) {
    const [first, second] = [clocks[at], clocks[at + 1]];
    const one = first === undefined || second === undefined ? undefined : stretch(first, second);
    if (one === undefined) return undefined;
    stretches.push(one);
  }
  return stretches.length === 0 || clocks.length % 2 === 1 ? undefined : stretches.sort().join(',');
};

/** Accents off, where that keeps the offsets. */
const unaccented = (text: string): string => text.replace(/[áàâäéèêëíìîïóòôöúùûü]/giu, (sign) => sign.normalize('NFD').charAt(0));

/** The opening hours that a text states, where it leaves no doubt; undefined otherwise. Never guesses a day or half of the day. */
export const hoursIn = (written: string): Week | undefined => {
  if (written.length > LONGEST || !MAY.test(written) || SOMETIMES.test(written) || ZONE.test(written)) return undefined;
  const text = unaccented(written).replace(HOLIDAYS, ' ');
  if (ALWAYS.test(text)) {
    const rest = text.replace(ALWAYS, ' ');
    return LEFT.test(rest) ? undefined : Object.fromEntries(DAYS.map((day) => [day, '00:00-24:00']));
  }
  const week: Partial<Record<Day, string>> = {};
  for (const { groups = {} } of text.matchAll(STATEMENT)) {
    const shut = groups['shut'] ?? groups['shut2'];
    const days = daysIn(shut ?? groups['days'] ?? groups['days2'] ?? '');
    const times = shut === undefined ? timesIn(groups['times'] ?? groups['times2'] ?? '') : '';
    if (days === undefined || times === undefined) return undefined;
    for (const day of days) {
      const name = DAYS[day]!;
      if (week[name] !== undefined && week[name] !== times) return undefined;
      week[name] = times;
    }
  }
  // A single “So” or “Do” is rather a word.
  const isWord = Object.keys(week).length === 1 && !new RegExp(`(?<![\\p{L}])${LONG_DAY}(?![\\p{L}])`, 'iu').test(text);
  return isWord || Object.keys(week).length === 0 || LEFT.test(text.replace(STATEMENT, ' ')) ? undefined : week;
};

/** Opening hours as they stand in data for search engines: `Mo-Fr 09:00-17:00`. */
export const hoursInData = (lines: readonly string[]): Week | undefined =>
  hoursIn(lines.join(', ').replace(/(?<![\p{L}])(?:Mo|Tu|We|Th|Fr|Sa|Su)(?![\p{L}])/gu, (name) => DAYS[MACHINE.indexOf(name)] ?? name));

/** Whether two weeks contradict each other: a day that both speak of has other times. */
export const hoursDiffer = (one: Week, other: Week): boolean =>
  DAYS.some((day) => one[day] !== undefined && other[day] !== undefined && one[day] !== other[day]);

/** A week in few words: `Mon-Fri 09:00-17:00, Sat 10:00-14:00`. */
export const weekInWords = (week: Week): string => {
  const parts: string[] = [];
  for (let day = 0; day < 7; day++) {
    const times = week[DAYS[day]!];
    if (times === undefined) continue;
    let last = day;
    while (last < 6 && week[DAYS[last + 1]!] === times) last++;
    parts.push(`${DAYS[day]!}${last === day ? '' : `-${DAYS[last]!}`} ${times === '' ? 'closed' : times}`);
    day = last;
  }
  return parts.join(', ');
};

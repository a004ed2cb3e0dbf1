import type { PhoneCandidate } from '../../model/phone.js';
import type { Way } from '../../model/site.js';
import { standing } from '../../model/standing.js';
import { isMap } from '../../source/values.js';

/** One object of JSON-LD that says who the organisation is. */
export interface LinkedData {
  /** Absent where the object is only named (the publisher of an article, a reference), or described with its contact elsewhere. */
  readonly object?: Readonly<Record<string, unknown>>;
  readonly ways: readonly Way[];
  readonly phones: readonly PhoneCandidate[];
}

const ORGANISATIONS =
  /(?:Organization|Corporation|Business|Store|Hotel|Restaurant|Service|Agency|Airline|Bank|Clinic|Hospital|Dentist|School|Attorney|ContactPoint)$/u;

const typesOf = (object: Readonly<Record<string, unknown>>): readonly string[] => [object['@type']].flat().map(String);

/** Objects anywhere in the data, not deeper than anybody writes. */
const objectsIn = (value: unknown, depth: number): readonly Readonly<Record<string, unknown>>[] => {
  if (depth > 12) return [];
  if (Array.isArray(value)) return value.slice(0, 500).flatMap((item) => objectsIn(item, depth + 1));
  if (!isMap(value)) return [];
  return [value, ...Object.values(value).flatMap((item) => objectsIn(item, depth + 1))];
};

const textOf = (value: unknown): string | undefined => (typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined);

const countryOf = (object: Readonly<Record<string, unknown>>): string | undefined => {
  const address = object['address'];
  const country = isMap(address) ? address['addressCountry'] : undefined;
  const name = isMap(country) ? country['name'] : country;
  return typeof name === 'string' && /^[A-Za-z]{2}$/u.test(name) ? name.toUpperCase() : undefined;
};

/** Objects that the data is about: not those that others only name. */
const subjectsOf = (value: unknown, depth = 0): readonly unknown[] => {
  if (depth > 12) return [];
  if (Array.isArray(value)) return value.flatMap((item) => subjectsOf(item, depth + 1));
  if (!isMap(value)) return [];
  return [value, ...subjectsOf(value['@graph'], depth + 1), ...subjectsOf(value['mainEntity'], depth + 1)];
};

const canBeReached = (object: Readonly<Record<string, unknown>>): boolean =>
  ['contactPoint', 'telephone', 'email'].some((key) => object[key] !== undefined);

/** Reads a block of JSON-LD; what is no JSON says nothing. */
export const jsonLdIn = (code: string, offset: number, path: string): readonly LinkedData[] => {
  let value: unknown;
  try {
    value = JSON.parse(code) as unknown;
  } catch {
    return [];
  }
  const all = objectsIn(value, 0).filter((object) => typesOf(object).some((type) => ORGANISATIONS.test(type)));
  const subjects = new Set(subjectsOf(value));
  const told = new Set(all.filter(canBeReached).map((object) => object['@id']));
  const isDescribed = (object: Readonly<Record<string, unknown>>): boolean =>
    subjects.has(object) &&
    (canBeReached(object) || ((object['name'] ?? object['url']) !== undefined && (object['@id'] === undefined || !told.has(object['@id']))));
  const country = all.map(countryOf).find((found) => found !== undefined);
  let from = 0;
  return all.map((object) => {
    const start = offset + Math.max(0, code.indexOf('{'));
    const place = { route: [start, start + 1], path, shown: `“${textOf(object['name']) ?? typesOf(object).join(' ')}”` };
    const ways: Way[] = [];
    const phones: PhoneCandidate[] = [];
    const raw = textOf(object['telephone']);
    if (raw !== undefined) {
      const found = code.indexOf(JSON.stringify(raw).slice(1, -1), from);
      const at = found < 0 ? start : offset + found;
      if (found >= 0) from = found + 1;
      const route = [at, at + raw.length];
      // A search shows it; on the page itself nobody reads it.
      ways.push(standing({ is: 'phone' as const, visible: false }, { route, path, shown: raw }));
      phones.push({
        raw,
        route,
        from: 'json-ld',
        visible: false,
        near: textOf(object['contactType']) ?? '',
        path,
        ...(country === undefined ? {} : { country }),
      });
    }
    const described = isDescribed(object) ? { object: standing({ ...plainOf(object), '@types': typesOf(object) }, place) } : {};
    return { ...described, ways, phones };
  });
};

/** What rules ask of an object: its own keys, without what lies deeper than a contact point. */
const plainOf = (object: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(object).filter(
      ([key, value]) =>
        /^(?:@type|name|telephone|contactPoint|email|url|contactType|address|openingHours)$/u.test(key) && JSON.stringify(value).length < 4000,
    ),
  );

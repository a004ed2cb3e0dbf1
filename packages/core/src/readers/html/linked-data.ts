import type { PhoneCandidate } from '../../model/phone.js';
import type { Way } from '../../model/site.js';
import { isUnread, valueAt } from '../../model/partly.js';
import { standing, type Standing } from '../../model/standing.js';
import { isMap } from '../../source/values.js';

/** One object of JSON-LD that says who the organisation is. */
export interface LinkedData {
  /** Absent where the object is only named (the publisher of an article, a reference), or described with its contact elsewhere. */
  readonly object?: Readonly<Record<string, unknown>>;
  readonly ways: readonly Way[];
  readonly phones: readonly PhoneCandidate[];
}

/** Where an object of the data stands, or the text `telephone` in it. */
export type PlaceOfObject = (object: Readonly<Record<string, unknown>>, telephone?: string) => Pick<Standing, 'route' | 'path'>;

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

/** Keys under which an object says how it is reached. */
const WAYS = ['contactPoint', 'telephone', 'email'];

const canBeReached = (object: Readonly<Record<string, unknown>>): boolean => WAYS.some((key) => object[key] !== undefined);

/** What JSON-LD says of organisations, and how to reach them. */
export const linkedData = (value: unknown, placeOf: PlaceOfObject): readonly LinkedData[] => {
  const all = objectsIn(value, 0).filter((object) => typesOf(object).some((type) => ORGANISATIONS.test(type)));
  const subjects = new Set(subjectsOf(value));
  const told = new Set(all.filter(canBeReached).map((object) => object['@id']));
  const isDescribed = (object: Readonly<Record<string, unknown>>): boolean =>
    subjects.has(object) &&
    (canBeReached(object) || ((object['name'] ?? object['url']) !== undefined && (object['@id'] === undefined || !told.has(object['@id']))));
  const country = all.map(countryOf).find((found) => found !== undefined);
  return all.map((object) => {
    const place = { ...placeOf(object), shown: `“${textOf(object['name']) ?? typesOf(object).join(' ')}”` };
    const ways: Way[] = [];
    const phones: PhoneCandidate[] = [];
    const raw = textOf(object['telephone']);
    if (raw !== undefined) {
      const at = placeOf(object, raw);
      // A search shows it; on the page itself nobody reads it.
      ways.push(standing({ is: 'phone' as const, visible: false }, { ...at, shown: raw }));
      const near = textOf(object['contactType']) ?? '';
      phones.push({ raw, from: 'json-ld', visible: false, near, ...at, ...(country === undefined ? {} : { country }) });
    }
    const described = isDescribed(object) ? { object: standing({ ...plainOf(object), '@types': typesOf(object) }, place) } : {};
    return { ...described, ways, phones };
  });
};

/** What rules ask of an object: its own keys, without what lies deeper than a contact point. Of one that was read in part it is not known what it lacks. */
const plainOf = (object: Readonly<Record<string, unknown>>): Record<string, unknown> => {
  const own = Object.entries(object).filter(
    ([key, value]) =>
      /^(?:@type|name|telephone|contactPoint|email|url|contactType|address|openingHours)$/u.test(key) && JSON.stringify(value).length < 4000,
  );
  const open = WAYS.map((key) => [key, valueAt(object, key)] as const).filter(([, value]) => isUnread(value));
  return Object.fromEntries([...own, ...open]);
};

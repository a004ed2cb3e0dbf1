import { nameOf, type Value } from './value.js';

/** Where an address leads. */
export type Target =
  | { readonly is: 'self' }
  /** `path` begins with a slash; parts that are filled in are `HOLE`. */
  | { readonly is: 'path'; readonly path: string; readonly query: ReadonlyMap<string, string>; readonly shown: string }
  | { readonly is: 'unseen'; readonly why: string };

const HOLE = '\uE001';

const flat = (value: Value): string => {
  if (value.is === 'const') return String(value.value ?? '');
  if (value.is === 'text') return value.parts.map((part) => (typeof part === 'string' ? part : flat(part))).join('');
  return HOLE;
};

const unseenWhy = (value: Value): string => {
  const holes = value.is === 'text' ? value.parts.filter((part) => typeof part !== 'string') : [value];
  const settings = holes.filter(({ is }) => is === 'setting').map(nameOf);
  if (settings.length > 0) return `the address is set by ${settings.join(' and ')} outside the code`;
  return `the address is worked out when a call comes (${holes.map(nameOf).join(', ')})`;
};

/** The part of an address behind the server's name; undefined where there is no such part. */
const behindServer = (text: string): string | undefined => {
  const scheme = text.indexOf('://');
  if (scheme >= 0) {
    const slash = text.indexOf('/', scheme + 3);
    return slash < 0 ? '/' : text.slice(slash);
  }
  if (!text.startsWith(HOLE)) return text;
  const rest = text.replace(/^\uE001+(?::(?:\d+|\uE001))?/u, '');
  if (rest === '') return undefined;
  return rest.startsWith('/') || rest.startsWith('?') ? rest : `/${rest}`;
};

/** An address without `.` and `..`, beginning with a slash and not ending in one. */
export const plainAddress = (path: string): string => {
  const out: string[] = [];
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue;
    if (part === '..') out.pop();
    else out.push(part);
  }
  return `/${out.join('/')}`;
};

const queryOf = (text: string): ReadonlyMap<string, string> => {
  const out = new Map<string, string>();
  for (const pair of text.split('&')) {
    const [name = '', value = ''] = pair.split('=');
    // Numbers count something: each of them would be a case of its own, without an end.
    if (name !== '' && !name.includes(HOLE) && !value.includes(HOLE) && !/^\d*$/u.test(value)) out.set(name, value);
  }
  return out;
};

/** Where an address leads that is written into a document of the route at `from`. */
export const targetOf = (value: Value | undefined, from: string): Target => {
  if (value === undefined || (value.is === 'const' && (value.value === '' || value.value === undefined || value.value === null)))
    return { is: 'self' };
  if (value.is !== 'const' && value.is !== 'text') return { is: 'unseen', why: unseenWhy(value) };
  const text = behindServer(flat(value).trim());
  if (text === undefined) return { is: 'unseen', why: unseenWhy(value) };
  const [address = '', asked = ''] = text.split('#', 1)[0]?.split(/\?(.*)/su, 2) ?? [];
  const path = address === '' ? from : address.startsWith('/') ? address : `${from.slice(0, from.lastIndexOf('/') + 1)}${address}`;
  const plain = plainAddress(path);
  return { is: 'path', path: plain, query: queryOf(asked.replaceAll('&amp;', '&')), shown: plain.replaceAll(HOLE, '…') };
};

/** How well an address fits a route: 0 not at all; the more the better. */
export const fits = (path: string, route: string): number => {
  if (path === route) return 100;
  const [asked, offered] = [path.split('/').slice(1), route.split('/').slice(1)];
  const same = (a: string | undefined, b: string | undefined): boolean =>
    a === b || a?.includes(HOLE) === true || b?.startsWith(':') === true || b === '*' || (a !== undefined && a.toLowerCase() === b?.toLowerCase());
  if (asked.length === offered.length) return asked.every((part, index) => same(part, offered[index])) ? 50 : 0;
  // The part of an address in front may be that of a server, or of a router that is out of sight.
  const shorter = asked.length < offered.length ? asked : offered;
  const longer = shorter === asked ? offered : asked;
  const offset = longer.length - shorter.length;
  return shorter.length > 0 &&
    shorter.every((part, index) => (shorter === asked ? same(part, longer[index + offset]) : same(longer[index + offset], part)))
    ? shorter.length
    : 0;
};

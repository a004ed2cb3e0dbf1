import type { Artefact } from '../../model/artefact.js';
import type { PhoneCandidate } from '../../model/phone.js';
import { isMap, textOf, type Values } from '../../source/values.js';
import { leavesOf, type Leaf, type PlaceOf } from './leaves.js';
import { mailsIn, type MailAddress } from './mails.js';
import { numbersIn } from './numbers.js';
import { switchesIn, type Switch } from './switches.js';

/** A tree of values, with the place of each leaf, and the leaf as it is written. */
export interface DataTree {
  readonly value: unknown;
  /** The map in which the language and the country are told; absent where that is the value itself. */
  readonly top?: unknown;
  /** Where `raw`, which is in the leaf, stands. */
  readonly placeOf: PlaceOf;
  readonly written: (leaf: Leaf) => string;
}

/** What matters to customers in the data of a site. */
export interface FoundInData {
  readonly phones: readonly PhoneCandidate[];
  readonly emails: readonly MailAddress[];
  readonly switches: readonly Switch[];
  /** JSON-LD objects that say who the organisation is; only of code, which holds both. */
  readonly jsonld?: readonly Readonly<Record<string, unknown>>[];
  readonly language?: string;
  readonly country?: string;
}

/** Ends of addresses that stand for a country, and not for whoever likes the letters. */
const COUNTRY_END = /\.(at|au|be|br|ca|ch|cz|de|dk|es|fi|fr|gr|hu|ie|in|it|jp|kr|mx|nl|no|nz|pl|pt|se|sg|uk|us|za)(?=[/:]|$)/iu;

const ofTop = (value: unknown, names: readonly string[]): string | undefined => {
  if (!isMap(value)) return undefined;
  const holders: readonly Values[] = [value, ...['params', 'site', 'contact', 'extra'].flatMap((name) => (isMap(value[name]) ? [value[name]] : []))];
  for (const holder of holders) {
    for (const name of names) {
      const text = textOf(holder[name]);
      if (text !== undefined) return text;
    }
  }
  return undefined;
};

/** The country of a site, as its configuration tells: outright, else by the end of its address. */
const countryOf = (value: unknown, language: string | undefined): string | undefined => {
  const stated = ofTop(value, ['country', 'country_code', 'countryCode']);
  if (stated !== undefined && /^[A-Z]{2}$/u.test(stated)) return stated;
  if (/-[A-Z]{2}$/u.test(language ?? '')) return undefined;
  const end = COUNTRY_END.exec(ofTop(value, ['url', 'baseURL', 'baseurl', 'site_url', 'canonical_domain', 'domain']) ?? '')?.[1]?.toUpperCase();
  return end === 'UK' ? 'GB' : end;
};

const languageOf = (value: unknown, locale: string | undefined): string | undefined => {
  const told = locale ?? ofTop(value, ['locale', 'languageCode', 'lang', 'language']);
  return told !== undefined && /^[a-z]{2,3}(?:[-_][A-Za-z]{2,4})?$/u.test(told) ? told.replace('_', '-') : undefined;
};

/** In some catalogues the language itself is the first key. */
const withoutLocale = (key: string | undefined, locale: string | undefined): string | undefined =>
  key !== undefined && locale !== undefined && key.startsWith(`${locale}.`) ? key.slice(locale.length + 1) : key;

const phonesIn = ({ value, placeOf, written }: DataTree, locale: string | undefined): readonly PhoneCandidate[] =>
  [...leavesOf(value)].flatMap((leaf) =>
    numbersIn(leaf, written(leaf)).map((found) => {
      const key = withoutLocale(found.key, locale);
      return { ...found, ...placeOf(leaf, found.raw), ...(key === undefined ? {} : { key }) };
    }),
  );

/** What matters to customers in a tree of values; `locale` is the language that the place of the file tells. */
export const foundInData = (tree: DataTree, locale?: string): FoundInData => {
  const language = languageOf(tree.top ?? tree.value, locale);
  const country = countryOf(tree.top ?? tree.value, language);
  return {
    phones: phonesIn(tree, locale),
    emails: mailsIn(tree.value, tree.placeOf),
    switches: switchesIn(tree.value, tree.placeOf),
    ...(language === undefined ? {} : { language }),
    ...(country === undefined ? {} : { country }),
  };
};

/** A file of data as an artefact. */
export const dataArtefact = (
  { phones, emails, switches, jsonld, language, country }: FoundInData,
  file: Pick<Artefact, 'path' | 'syntax' | 'name' | 'format'> & { readonly family?: string | undefined },
): Artefact => ({
  kind: 'data',
  role: 'entry',
  channel: 'web',
  id: file.name,
  name: file.name,
  keys: [],
  path: file.path,
  syntax: file.syntax,
  route: [],
  steps: [],
  edges: [],
  utterances: [],
  phones,
  values: { found: { emails, switches, ...(jsonld === undefined ? {} : { jsonld }) } },
  format: file.format,
  ...(language === undefined ? {} : { language }),
  ...(country === undefined ? {} : { country }),
  ...(file.family === undefined ? {} : { family: file.family }),
});

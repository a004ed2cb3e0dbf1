import { wordsOf } from '../../model/names.js';
import { hasNumberLike, numbersLikeIn } from '../../model/number-like.js';
import type { PhoneCandidate } from '../../model/phone.js';
import { isMap, textOf, type Values } from '../../source/values.js';
import type { Leaf } from './leaves.js';

/** A candidate before its place is known. */
export type NumberFound = Omit<PhoneCandidate, 'route'>;

const PHONE =
  /(?:^| )(?:phone|phones|telephone|tel|hotline|helpline|fax|telefax|whatsapp|mobile|cell|call us|support number|contact number|service number|telefon|telefonnummer|rufnummer|teléfono|telefono|telefone|téléphone|tele?foon|telefoonnummer)(?: |$)/u;
/** Keys that speak of numbers and hold none. */
const NOT_A_NUMBER =
  /(?:^| )(?:enabled?|show|hide|hidden|visible|available|active|disabled|placeholder|label|title|heading|icon|class|style|color|regex|pattern|mask|format|example|sample|type|id|name|field|error|invalid|required|help|hint|test|mock|fixture|verify|code|length|min|max|count)(?: |$)/u;
/** Keys whose texts nobody reads, by their last word. */
const NOT_WORDS =
  /(?:^| )(?:icon|svg|path|css|style|script|regex|pattern|mask|token|secret|hash|sha|checksum|integrity|uuid|guid|key|id|ids|version|date|time|timestamp|placeholder|example|sitekey|measurement|tracking|coordinates|lat|lng|latitude|longitude|isbn|issn|iban|vat|swift|bic|color|zip|postcode|doi|orcid)$/u;

/** Digits and the signs between them, and nothing else; an extension may follow. */
const ONLY_NUMBER = /^[\s(+]*\d[\d\s().\-/\u2010-\u2013\u00a0]*(?:(?:ext|x|durchwahl|poste)\.?\s*\d{1,6})?\s*$/iu;
const LINKS: readonly RegExp[] = [
  /<a\b[^<>]{0,300}?\bhref\s*=\s*["']\s*tel:(?<to>[^"']{0,80})["'][^<>]{0,300}>(?<words>[^<]{0,200})<\/a>/giu,
  /\[(?<words>[^\][]{0,200})\]\(\s*tel:(?<to>[^)\s]{0,80})\s*\)/giu,
];
const ADDRESS = /(?:https?:)?\/\/[^\s"'<>)]+|\b[\w.+-]+@[\w.-]+/giu;
const NAMES = ['label', 'text', 'title', 'name', 'content', 'value'];
const NEAR = 200;

/** A text as it reads, without markup and without what stands in it unseen. */
const readable = (text: string): string =>
  text
    .replace(/&(?:nbsp|#160|#xa0);/giu, '\u00a0')
    .replace(ADDRESS, ' ')
    .replace(/<[^<>]{0,500}>/gu, ' ');

/** Texts that stand beside a value under the same roof: there prices are told. */
const besides = (beside: Values | undefined, but: string): string =>
  Object.entries(beside ?? {})
    .flatMap(([key, value]) => (key !== but && typeof value === 'string' && value.length < NEAR ? [value] : []))
    .join(' ')
    .slice(0, NEAR);

const countryBeside = (beside: Values | undefined): { readonly country?: string } => {
  const address = isMap(beside?.['address']) ? beside['address'] : undefined;
  const names = ['addressCountry', 'country_code', 'countryCode', 'country'];
  for (const holder of [beside, address]) {
    for (const name of names) {
      const country = textOf(holder?.[name]);
      if (country !== undefined && /^[A-Z]{2}$/u.test(country)) return { country };
    }
  }
  return {};
};

const keyOf = ({ route }: Leaf): string => route.filter((key) => typeof key === 'string').join('.');

const linksIn = (
  text: string,
  common: Pick<PhoneCandidate, 'visible' | 'country' | 'key'>,
): { readonly links: readonly NumberFound[]; readonly rest: string } => {
  if (!/tel:/iu.test(text)) return { links: [], rest: text };
  const links: NumberFound[] = [];
  let rest = text;
  for (const pattern of LINKS) {
    rest = rest.replace(pattern, (...found) => {
      const { to = '', words = '' } = found.at(-1) as { to?: string; words?: string };
      links.push({ raw: to, from: 'tel-link', label: words, near: readable(text).slice(0, 2 * NEAR), ...common });
      return ' ';
    });
  }
  return { links, rest };
};

/** What may be phone numbers in one leaf. `written` is the leaf as it stands in the source, where a parser has made a number of it. */
export const numbersIn = (leaf: Leaf, written: string): readonly NumberFound[] => {
  const { key, value, beside } = leaf;
  if (typeof value !== 'string' && typeof value !== 'number') return [];
  const words = wordsOf(key);
  const text = written.trim();
  const common = { visible: true, key: keyOf(leaf), ...countryBeside(beside) };
  if (/^tel:/iu.test(text)) {
    const label = NAMES.map((name) => textOf(beside?.[name])).find((name) => name !== undefined && name !== text);
    return [{ raw: text.slice(4), from: 'tel-link', near: besides(beside, key), ...common, ...(label === undefined ? {} : { label }) }];
  }
  const isPhone = PHONE.test(words) && !NOT_A_NUMBER.test(words);
  if (isPhone && ONLY_NUMBER.test(text)) return [{ raw: text, from: 'value', near: `${words}: ${text} ${besides(beside, key)}`, ...common }];
  if (typeof value === 'number' || NOT_WORDS.test(words) || !(hasNumberLike(text) || text.includes('tel:'))) return [];
  const { links, rest } = linksIn(text, common);
  const plain = readable(rest);
  const texts = numbersLikeIn(plain).map(({ raw, start, end }): NumberFound => {
    const before = plain.slice(Math.max(0, start - NEAR), start);
    return { raw, from: 'text', near: `${start < NEAR ? `${words}: ` : ''}${before}${plain.slice(start, end + NEAR)}`, ...common };
  });
  return [...links, ...texts];
};

/** Whether a key speaks of phone numbers as such. */
export const isPhoneKey = (key: string): boolean => PHONE.test(wordsOf(key)) || /(?:^| )phone number(?: |$)/u.test(wordsOf(key));

import type { PhoneCandidate } from '../../model/phone.js';
import { numbersLikeIn } from '../../model/number-like.js';
import type { NotSeen, Seen } from '../../model/step.js';
import { callCost, shortCallCost, tellsCost, type CallCost } from './call-cost.js';
import type { ParsedNumber, PhoneLibrary } from './phone-library.js';
import { around, speaksOfCalling, useOf, type Around } from './phone-words.js';
import { isFiction, looksLikePlaceholder } from './placeholder-number.js';

/** A phone number of an artefact: an item of `$.found.phones`. */
export interface FoundPhone {
  readonly raw: string;
  readonly from: PhoneCandidate['from'];
  /** In international form; absent where it is none, or its country is not known. */
  readonly number?: string;
  /** Whether it is in its country's numbering plan; not seen where the country is not known or nothing settles it. */
  readonly valid: boolean | NotSeen;
  /** Stands in for a number, or is one that regulators keep for fiction. */
  readonly placeholder: boolean;
  readonly region?: string;
  /** What the numbering plan says it is for. */
  readonly type?: string;
  readonly cost: Seen<CallCost>;
  /** Whether the words beside it tell what a call costs. */
  readonly costStated: boolean;
  /** Of a link: the number that customers read, in the form of `number`; absent where the words hold none. */
  readonly shown?: string;
  /** Of a link: set where it shows another number than it dials. */
  readonly differs?: true;
  /** Whether it can be tapped: this is a link, or a link in the same artefact leads to it. */
  readonly linked: boolean;
  readonly visible: boolean | NotSeen;
  readonly use?: 'service' | 'sales' | 'fax';
  /** Of values and of texts in several languages: the keys that lead to it, without the name of a language. */
  readonly key?: string;
}

/** The country in which national numbers are read, and how sure that is. */
export interface Home {
  /** Two letters; absent where nothing tells. */
  readonly country?: string;
  /** Stated, and not only the region of a language, which templates and voices bring along. */
  readonly isStated: boolean;
}

const UNKNOWN_COUNTRY: NotSeen = { unknown: 'the country of the number is not known; state it in the config (`assume: { country: GB }`)' };
const UNSETTLED: NotSeen = { unknown: 'it is not written as numbers of its country are; write it with + and the calling code' };
const SHORT_NUMBER: NotSeen = { unknown: 'short numbers stand in no numbering plan' };

/** Parts that are filled in later, in the languages of templates. */
const HOLE = /[{}⟨⟩$<>]|%[{(s]/u;
const SHORTEST = 3;
/** Numbers of so few digits are short numbers, unless the plan has them. */
const SHORT = 6;

/** The number behind `tel:`, without parameters and without escapes. */
const dialled = (raw: string): string => {
  const bare = raw.trim().replace(/^tel:/iu, '').split(/[;,?]/u)[0] ?? '';
  try {
    return decodeURIComponent(bare);
  } catch {
    return bare;
  }
};

/** International form, where a number is written so: with `+`, or with the `00` that most countries dial for it. */
const international = (written: string): string | undefined => {
  const bare = written.trim().replace(/^\(\s*\+/u, '+(');
  if (bare.startsWith('+')) return bare;
  return /^00[1-9]/u.test(bare) ? `+${bare.slice(2)}` : undefined;
};

const digitsOf = (text: string): string => text.replace(/\D/gu, '');

/** Whether a number is written as people of its country write it: a missing 0 in front makes another country's number of it as likely. */
const isNationalForm = (written: string, { nationalFormat, callingCode }: ParsedNumber): boolean => {
  const digits = digitsOf(written);
  const national = digitsOf(nationalFormat);
  return digits === national || (callingCode === '1' && digits === `1${national}`);
};

/** Whether a digit more or a digit less would make a number of the country out of it: then it was meant as one. */
const isOneOff = (written: string, country: string, library: PhoneLibrary): boolean =>
  [written.replace(/\d\D*$/u, ''), ...Array.from('0123456789', (digit) => written + digit)].some((other) => {
    const parsed = library.parse(other, country);
    return parsed?.valid === true && isNationalForm(other, parsed);
  });

type Facts = Pick<FoundPhone, 'valid' | 'placeholder' | 'cost'> & Partial<Pick<FoundPhone, 'number' | 'region' | 'type'>>;

const factsOf = (parsed: ParsedNumber, written: string): Facts => ({
  number: parsed.number,
  valid: parsed.valid,
  placeholder: looksLikePlaceholder(written) || isFiction(parsed.callingCode, parsed.national),
  cost: callCost(parsed),
  ...(parsed.region === undefined ? {} : { region: parsed.region }),
  ...(parsed.type === undefined ? {} : { type: parsed.type }),
});

const open = (written: string, why: NotSeen): Facts => ({ valid: why, placeholder: looksLikePlaceholder(written), cost: why });

/** A number without a calling code, in a country. */
const nationalFacts = (written: string, { country, isStated }: Home, isNamed: boolean, library: PhoneLibrary): Facts | undefined => {
  if (country === undefined || !library.knows(country)) return open(written, UNKNOWN_COUNTRY);
  const digits = digitsOf(written);
  const parsed = library.parse(written, country);
  if (parsed?.valid === true && isNationalForm(written, parsed)) return factsOf(parsed, written);
  if (digits.length <= SHORT) return { ...open(written, SHORT_NUMBER), region: country, cost: shortCallCost(country, digits) };
  if (parsed !== undefined && isFiction(parsed.callingCode, parsed.national)) return factsOf(parsed, written);
  return isStated && isNamed && parsed?.possible === false && isOneOff(written, country, library)
    ? factsOf(parsed, written)
    : open(written, UNSETTLED);
};

const internationalFacts = (written: string, number: string, isNamed: boolean, library: PhoneLibrary): Facts | undefined => {
  const parsed = library.parse(number);
  if (parsed === undefined) return isNamed ? { valid: false, placeholder: looksLikePlaceholder(written), cost: 'unknown' } : undefined;
  return parsed.valid || isNamed ? factsOf(parsed, written) : undefined;
};

/** What a written number is; undefined where it is probably none. `isNamed`: its place or the words beside it say that it is one. */
const judge = (written: string, home: Home, isNamed: boolean, library: PhoneLibrary): Facts | undefined => {
  const number = international(written);
  return number === undefined ? nationalFacts(written, home, isNamed, library) : internationalFacts(written, number, isNamed, library);
};

const sameEnd = (a: string, b: string): boolean => a.length >= SHORT && b.endsWith(a);

/** The number that the words of a link show, in the form of the one it dials. */
const shownBy = (label: string, { number, region }: Pick<FoundPhone, 'number' | 'region'>, home: Home, library: PhoneLibrary): string | undefined => {
  const [written, ...more] = numbersLikeIn(label);
  if (written === undefined || more.length > 0 || looksLikePlaceholder(written.raw)) return undefined;
  const digits = digitsOf(written.raw);
  const bare = digits.replace(/^0+/u, '');
  if (number !== undefined && (sameEnd(digits, number) || sameEnd(bare, number))) return number;
  const abroad = international(written.raw);
  const parsed = library.parse(abroad ?? written.raw, region ?? home.country);
  // Only what is itself a number, written out, can be another one.
  return parsed?.valid === true && (abroad !== undefined || isNationalForm(written.raw, parsed)) ? parsed.number : undefined;
};

/** What stands behind `tel:` and has no digits. `#` and nothing are links that are yet to be filled in. */
const brokenLink = (written: string): Facts | undefined =>
  /@|\p{L}{3}/u.test(written) && !/^[A-Z\d\s().-]*$/u.test(written) ? { valid: false, placeholder: false, cost: 'unknown' } : undefined;

const factsFor = (candidate: PhoneCandidate, written: string, home: Home, words: Around, library: PhoneLibrary): Facts | undefined => {
  const digits = digitsOf(written);
  if (candidate.from === 'tel-link' && digits === '') return brokenLink(written);
  if (digits.length < SHORTEST || /\p{L}{2}/u.test(written.replace(/(?:ext|x|durchwahl|poste)\.?\s*\d+$/iu, ''))) return undefined;
  const isText = candidate.from === 'text';
  const isNamed = !isText || speaksOfCalling(words);
  const facts = judge(written, home, isNamed, library);
  if (!isText || isNamed || facts === undefined) return facts;
  // Digits in a text that nothing calls a number count only where they can hardly be anything else.
  return facts.valid === true && /\D/u.test(written) ? facts : undefined;
};

/** The config is heard before the page; where they differ, nothing is said to be wrong. */
const homeOf = ({ country }: PhoneCandidate, home: Home): Home => {
  if (country === undefined) return home;
  return home.isStated && home.country !== undefined ? { ...home, isStated: home.country === country } : { country, isStated: true };
};

/** A candidate judged; undefined where it is no phone number, or one that is filled in later. */
export const foundPhone = (candidate: PhoneCandidate, home: Home, name: string, library: PhoneLibrary): Omit<FoundPhone, 'linked'> | undefined => {
  const { raw, from, label, visible } = candidate;
  if (HOLE.test(raw)) return undefined;
  const written = dialled(raw);
  const words = around(candidate.near, raw);
  const stated = homeOf(candidate, home);
  const facts = factsFor(candidate, written, stated, words, library);
  if (facts === undefined) return undefined;
  const use = useOf(words, name);
  const shown = label === undefined ? undefined : shownBy(label, facts, stated, library);
  return {
    raw,
    from,
    ...facts,
    costStated:
      candidate.costTold === true ||
      tellsCost(words.before) ||
      tellsCost(words.after) ||
      (label !== undefined && tellsCost(label.replace(/[\d\s().+-]{7,}/gu, ' '))),
    visible,
    ...(shown === undefined ? {} : { shown }),
    ...(shown === undefined || facts.number === undefined || shown === facts.number ? {} : { differs: true as const }),
    ...(use === undefined ? {} : { use }),
    ...(candidate.key === undefined ? {} : { key: candidate.key }),
  };
};

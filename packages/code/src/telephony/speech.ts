import { factsToldBy, hole, type StepData } from '@carelint/core/model';
import { nameOf, textOf, type Value, type Verb } from './value.js';

/** What is heard at one verb. */
export interface Heard {
  readonly text?: string;
  readonly why?: string;
  readonly language?: string;
  readonly site: Verb['site'];
}

const MUSIC = /music|\bhold\b|twimlets\.com\/holdmusic|classical|ambient|guitar|jazz|soft-rock|ringback|ringing/iu;

const partsOf = (value: Value): readonly (string | Value)[] =>
  value.is === 'text' ? value.parts : [value.is === 'const' ? String(value.value ?? '') : value];

/** Spoken markup without its tags. */
const plain = (text: string): string =>
  text
    .replace(/<[^<>]{0,300}>/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();

const wordsHeard = (value: Value): Pick<Heard, 'text' | 'why'> => {
  const parts = partsOf(value);
  const holes = parts.filter((part) => typeof part !== 'string');
  const letters = parts.filter((part) => typeof part === 'string').join('');
  if (holes.length > 0 && !/[\p{L}\p{N}]/u.test(letters)) return { why: `the words are taken from ${holes.map(nameOf).join(' and ')}` };
  return { text: plain(parts.map((part) => (typeof part === 'string' ? part : hole(nameOf(part)))).join('')) };
};

/** What is heard of a verb and of what it holds; undefined where it is no verb that is heard. */
const heardOf = (verb: Verb): Heard | undefined => {
  const { name, text, attributes, site } = verb;
  if (name === 'say') {
    const language = textOf(attributes.get('language'));
    const said = text === undefined ? { why: 'the words are put in elsewhere' } : wordsHeard(text);
    if (said.text === '') return undefined;
    return { ...said, site, ...(language === undefined ? {} : { language }) };
  }
  if (name !== 'play') return undefined;
  const address = text === undefined ? undefined : textOf(text);
  if (text === undefined && attributes.has('digits')) return undefined;
  if (address !== undefined && MUSIC.test(address)) return { text: '', site };
  return {
    why: address === undefined ? 'its recording is chosen when a call comes' : `it is a recording ("${address.split('/').at(-1) ?? address}")`,
    site,
  };
};

/** All that is heard at a verb: its own words, or those of what it holds. */
export const heardAt = (verb: Verb): readonly Heard[] => {
  const own = heardOf(verb);
  return own === undefined ? verb.children.flatMap(heardAt) : [own];
};

/** The known words of what is heard. */
export const wordsOfAll = (heard: readonly Heard[]): string =>
  heard.flatMap(({ text }) => (text === undefined || text === '' ? [] : [text])).join(' ');

/** Facts that the parts of a verb which are filled in tell, by their names. */
export const toldBy = (verb: Verb): Pick<StepData, 'tells'> => {
  const names = [verb, ...verb.children].flatMap(({ text }) =>
    text === undefined ? [] : partsOf(text).flatMap((part) => (typeof part === 'string' ? [] : [nameOf(part)])),
  );
  const tells = factsToldBy(names);
  return tells.length === 0 ? {} : { tells };
};

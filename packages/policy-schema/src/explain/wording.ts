/** Small pieces of sentences. */
import { nearest } from '../nearest.js';
import type { Route } from './problem.js';

export const isMap = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const SHOWN = 60;

/** A word of the document, marked as such and cut where it is long. */
export const quoted = (value: unknown): string => {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return `\`${text.length > SHOWN ? `${text.slice(0, SHOWN)}...` : text}\``.replace(/\s+/gu, ' ');
};

export const listed = (words: readonly string[], most = 30): string => `${words.slice(0, most).join(', ')}${words.length > most ? ', ...' : ''}`;

/** "Did you mean ...?", or what is possible. */
export const didYouMean = (word: string, candidates: readonly string[]): string => {
  const meant = nearest(word, candidates);
  if (meant !== undefined) return `Did you mean ${quoted(meant)}?`;
  return candidates.length > 0 ? `Possible here: ${listed(candidates, 40)}.` : '';
};

export const sentences = (...parts: string[]): string => parts.filter((part) => part !== '').join(' ');

const TYPE_WORDS: Readonly<Record<string, string>> = {
  string: 'text',
  array: 'a list',
  object: 'a block of keys',
  boolean: 'true or false',
  integer: 'a whole number',
  number: 'a number',
  null: 'empty',
};

export const wanted = (type: unknown): string =>
  (Array.isArray(type) ? type : [type]).map((name) => TYPE_WORDS[String(name)] ?? String(name)).join(' or ');

export const found = (value: unknown): string => {
  if (value === null || value === undefined) return 'nothing';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'a block of keys';
  return { number: 'a number', boolean: 'true or false', string: 'text' }[typeof value as string] ?? typeof value;
};

/** What the middle of a sentence calls the value at a route. */
export const namedWithin = (route: Route): string => named(route).replace(/^Entry/u, 'entry');

/** What a sentence calls the value at a route. */
export const named = (route: Route): string => {
  const last = route.at(-1);
  if (last === undefined) return 'This document';
  if (typeof last === 'string') return quoted(last);
  const holder = route.findLast((key) => typeof key === 'string');
  return holder === undefined ? `Entry ${last + 1}` : `Entry ${last + 1} of ${quoted(holder)}`;
};

const scalar = (value: unknown): string => {
  if (typeof value !== 'string') return String(value);
  return /^[A-Za-z./][\w .,'/-]*\??$/u.test(value) && !/: /u.test(value) ? value : JSON.stringify(value);
};

/** A value as one would write it on one line of YAML. */
export const inYaml = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(inYaml).join(', ')}]`;
  if (isMap(value))
    return `{ ${Object.entries(value)
      .map(([key, held]) => `${scalar(key)}: ${inYaml(held)}`)
      .join(', ')} }`;
  return scalar(value);
};

/** The first sentence of a description, to go on with after a colon. */
export const gist = (description: unknown): string => {
  const first = (typeof description === 'string' ? description : '').split(/(?<=[.?!])\s/u)[0] ?? '';
  return first.replace(/\.$/u, '').replace(/^[A-Z](?![A-Z])/u, (letter) => letter.toLowerCase());
};

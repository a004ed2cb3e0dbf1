import type { TomlError, parse } from 'smol-toml';
import type { Artefact } from '../../model/artefact.js';
import { hasNumberLike } from '../../model/number-like.js';
import type { PhoneCandidate } from '../../model/phone.js';
import type { ParsedDocument } from '../../source/document.js';
import { LineMap } from '../../source/line-map.js';
import { textAt } from '../../source/locate.js';
import type { Problem, Route } from '../../source/source.js';
import { isMap, textOf, type Values } from '../../source/values.js';
import type { Reader, ReadResult } from '../reader.js';
import { leavesOf, type Leaf } from './leaves.js';
import { mailsIn } from './mails.js';
import { isPhoneKey, numbersIn } from './numbers.js';
import { switchesIn } from './switches.js';
import { tomlPlaces } from './toml.js';
import { dataFile, isOldHugo, type DataFile } from './which-file.js';

const FORMAT = 'site-data';
let toml: { readonly parse: typeof parse; readonly TomlError: typeof TomlError } | undefined;

const mayMatter = (text: string): boolean => hasNumberLike(text) || /(?:tel:|phone|telefon|noreply|no-reply|donotreply|do-not-reply)/iu.test(text);

const fileOf = (path: string, text: string): DataFile | undefined =>
  dataFile(path) ?? (isOldHugo(path, text) ? { is: 'config', form: path.endsWith('toml') ? 'toml' : 'yaml' } : undefined);

/** A parsed text, with the place of each leaf as a route of the artefact's syntax, and the leaf as it is written. */
interface Tree {
  readonly value: unknown;
  readonly syntax: Artefact['syntax'];
  readonly routeOf: (leaf: Leaf, raw: string) => Route;
  readonly written: (leaf: Leaf) => string;
}

const tomlTree = (path: string, text: string): Tree | Problem | undefined => {
  if (toml === undefined) return undefined;
  try {
    const value = toml.parse(text);
    let places: ReturnType<typeof tomlPlaces> | undefined;
    const placeOf = (leaf: Leaf, raw: string): Route => (places ??= tomlPlaces(text)).of(leaf.route, raw);
    return { value, syntax: 'text', routeOf: placeOf, written: ({ value: leaf }) => String(leaf) };
  } catch (error) {
    if (!(error instanceof toml.TomlError)) throw error;
    const [why = ''] = error.message.replace(/^Invalid TOML document:\s*/u, '').split('\n');
    const start = new LineMap(text).offsetOfLine(error.line) + error.column - 1;
    return { path, message: `This TOML cannot be read: ${why}. Nothing in the file was checked.`, place: new LineMap(text).place(start, start + 1) };
  }
};

const treeOf = (document: ParsedDocument, { form }: DataFile): Tree | Problem | undefined => {
  const { source } = document;
  if (form === 'toml') return tomlTree(source.path, source.text);
  const { problem, value, syntax } = document;
  if (problem !== undefined) return { path: source.path, ...problem };
  return {
    value,
    syntax,
    routeOf: ({ route }) => route,
    written: ({ value: leaf, key, route }) =>
      typeof leaf === 'number' && isPhoneKey(key) ? textAt(source, syntax, route).replace(/^["']|["']$/gu, '') : String(leaf),
  };
};

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

const languageOf = (value: unknown, { locale }: DataFile): string | undefined => {
  const told = locale ?? ofTop(value, ['locale', 'languageCode', 'lang', 'language']);
  return told !== undefined && /^[a-z]{2,3}(?:[-_][A-Za-z]{2,4})?$/u.test(told) ? told.replace('_', '-') : undefined;
};

/** In some catalogues the language itself is the first key. */
const withoutLocale = (key: string | undefined, locale: string | undefined): string | undefined =>
  key !== undefined && locale !== undefined && key.startsWith(`${locale}.`) ? key.slice(locale.length + 1) : key;

const phonesIn = (tree: Tree, file: DataFile): readonly PhoneCandidate[] =>
  [...leavesOf(tree.value)].flatMap((leaf) =>
    numbersIn(leaf, tree.written(leaf)).map((found) => {
      const key = withoutLocale(found.key, file.locale);
      return { ...found, route: tree.routeOf(leaf, found.raw), ...(key === undefined ? {} : { key }) };
    }),
  );

const readData = (document: ParsedDocument): ReadResult | undefined => {
  const { path, text } = document.source;
  const file = fileOf(path, text);
  if (file === undefined) return undefined;
  const tree = treeOf(document, file);
  if (tree === undefined) return undefined;
  if ('message' in tree) return { ok: false, problems: [tree] };
  const phones = phonesIn(tree, file);
  const emails = mailsIn(tree.value, tree.routeOf);
  const switches = switchesIn(tree.value, tree.routeOf);
  if (phones.length === 0 && emails.length === 0 && switches.length === 0) return file.is === 'catalogue' ? undefined : { ok: true, artefacts: [] };
  const language = languageOf(tree.value, file);
  const country = countryOf(tree.value, language);
  const name = path
    .split('/')
    .slice(file.locale === undefined ? -1 : -2)
    .join('/');
  const artefact: Artefact = {
    kind: 'data',
    role: 'entry',
    channel: 'web',
    id: name,
    name,
    keys: [],
    path,
    syntax: tree.syntax,
    route: [],
    steps: [],
    edges: [],
    utterances: [],
    phones,
    values: { found: { emails, switches } },
    format: FORMAT,
    ...(language === undefined ? {} : { language }),
    ...(country === undefined ? {} : { country }),
    ...(file.family === undefined ? {} : { family: file.family }),
  };
  return { ok: true, artefacts: [artefact] };
};

/**
 * Reads the data of sites and their texts in several languages: configurations and data files of site generators, catalogues of translations. Which
 * files these are is told by where they lie and what they are called; one in which nothing matters to a customer is left to others.
 */
export const reader: Reader = {
  id: FORMAT,
  title: 'site data and translations',
  mayClaim: ({ path, text }) => fileOf(path, text) !== undefined && mayMatter(text),
  prepare: async () => {
    toml = await import('smol-toml');
  },
  read: readData,
};

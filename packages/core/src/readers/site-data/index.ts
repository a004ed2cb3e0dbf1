import type { TomlError, parse } from 'smol-toml';
import type { Artefact } from '../../model/artefact.js';
import { hasNumberLike } from '../../model/number-like.js';
import type { ParsedDocument } from '../../source/document.js';
import { LineMap } from '../../source/line-map.js';
import { textAt } from '../../source/locate.js';
import type { Problem, Route } from '../../source/source.js';
import type { Reader, ReadResult } from '../reader.js';
import { dataArtefact, foundInData, type DataTree } from './found-in-data.js';
import type { Leaf } from './leaves.js';
import { isPhoneKey } from './numbers.js';
import { tomlPlaces } from './toml.js';
import { dataFile, isOldHugo, type DataFile } from './which-file.js';

const FORMAT = 'site-data';
let toml: { readonly parse: typeof parse; readonly TomlError: typeof TomlError } | undefined;

const mayMatter = (text: string): boolean => hasNumberLike(text) || /(?:tel:|phone|telefon|noreply|no-reply|donotreply|do-not-reply)/iu.test(text);

const fileOf = (path: string, text: string): DataFile | undefined =>
  dataFile(path) ?? (isOldHugo(path, text) ? { is: 'config', form: path.endsWith('toml') ? 'toml' : 'yaml' } : undefined);

/** A parsed text; places are routes of the artefact's syntax. */
interface Tree extends DataTree {
  readonly syntax: Artefact['syntax'];
}

const tomlTree = (path: string, text: string): Tree | Problem | undefined => {
  if (toml === undefined) return undefined;
  try {
    const value = toml.parse(text);
    let places: ReturnType<typeof tomlPlaces> | undefined;
    const routeOf = (leaf: Leaf, raw: string): Route => (places ??= tomlPlaces(text)).of(leaf.route, raw);
    return { value, syntax: 'text', placeOf: (leaf, raw) => ({ route: routeOf(leaf, raw) }), written: ({ value: leaf }) => String(leaf) };
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
    placeOf: ({ route }) => ({ route }),
    written: ({ value: leaf, key, route }) =>
      typeof leaf === 'number' && isPhoneKey(key) ? textAt(source, syntax, route).replace(/^["']|["']$/gu, '') : String(leaf),
  };
};

const readData = (document: ParsedDocument): ReadResult | undefined => {
  const { path, text } = document.source;
  const file = fileOf(path, text);
  if (file === undefined) return undefined;
  const tree = treeOf(document, file);
  if (tree === undefined) return undefined;
  if ('message' in tree) return { ok: false, problems: [tree] };
  const found = foundInData(tree, file.locale);
  if (found.phones.length === 0 && found.emails.length === 0 && found.switches.length === 0)
    return file.is === 'catalogue' ? undefined : { ok: true, artefacts: [] };
  const name = path
    .split('/')
    .slice(file.locale === undefined ? -1 : -2)
    .join('/');
  return { ok: true, artefacts: [dataArtefact(found, { path, syntax: tree.syntax, name, format: FORMAT, family: file.family })] };
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

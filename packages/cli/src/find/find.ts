import { UserError, type Place } from '@carelint/core';
import { existsSync, readdirSync, statSync, type Dirent } from 'node:fs';
import path from 'node:path';
import picomatch from 'picomatch';
import { isIgnored, withFolder, withPatterns, type Layers } from './ignored.js';

/** What to look for, and where. */
export interface FindRequest {
  /** Where relative paths begin. */
  readonly cwd: string;
  /** Files, folders or globs, as typed. */
  readonly paths: readonly string[];
  /** Patterns of the config (as in .gitignore) and the folder that they are relative to. */
  readonly ignore: { readonly folder: string; readonly patterns: readonly string[] };
  /** Where the paths are written, if not in the arguments. */
  readonly writtenIn?: (typed: string) => { readonly path?: string; readonly place?: Place };
  /** Folders of policies: their examples are not the customer's world. */
  readonly notInside: readonly string[];
  /** Hears of each folder that is looked into. */
  readonly visits?: (folder: string) => void;
}

/** A file to read. `named`: the user typed its very name. */
export interface Found {
  readonly absolute: string;
  readonly named: boolean;
  /** The folder, named by the user, below which it was met; absent where the file itself was named. */
  readonly below?: string;
  /** What is to be read of it, where that is not what lies on the disk (`--staged`). */
  readonly content?: Uint8Array;
}

/** Configs and baselines are not what they judge. */
const CONFIG_NAMES = new Set(['carelint.yaml', 'carelint.yml', 'carelint-baseline.json']);
/** Nor are the parts that the shards of a run write. */
const PART_NAME = /^carelint-part-\d+-of-\d+\.json$/u;
/** Endings of files that never hold text. Others are told by their bytes. */
const BINARY =
  /\.(?:png|jpe?g|gif|webp|ico|bmp|tiff?|pdf|zip|gz|tgz|bz2|xz|7z|rar|jar|class|exe|dll|so|dylib|wasm|mp3|wav|ogg|m4a|mp4|mov|avi|mkv|webm|woff2?|ttf|otf|eot|sqlite|db|pyc|node)$/iu;

const ascending = (a: Dirent, b: Dirent): number => (a.name < b.name ? -1 : 1);

/** What lies in a folder; undefined where it cannot be looked into. */
const entriesOf = (folder: string): readonly Dirent[] | undefined => {
  try {
    return readdirSync(folder, { withFileTypes: true }).sort(ascending);
  } catch {
    return undefined;
  }
};

/** Names in a folder; none where it cannot be looked into. */
const namesIn = (folder: string): ReadonlySet<string> => new Set(entriesOf(folder)?.map(({ name }) => name));

const isLinkToFile = (absolute: string): boolean => {
  try {
    return statSync(absolute).isFile();
  } catch {
    return false;
  }
};

/** Ignore files that lie above a folder, up to the root of the repository. */
const layersAbove = (folder: string): Layers => {
  const parents: string[] = [];
  for (let at = folder; !existsSync(path.join(at, '.git')) && path.dirname(at) !== at;) parents.unshift((at = path.dirname(at)));
  // Outside a repository the ignore files of strangers' folders mean nothing here.
  if (parents[0] !== undefined && !existsSync(path.join(parents[0], '.git'))) return [];
  return parents.reduce<Layers>((layers, parent) => withFolder(layers, parent, namesIn(parent)), []);
};

/**
 * Everything in a folder that is neither hidden nor ignored, in the order of names. Links to folders are not followed, so there are no circles.
 * A folder that cannot be looked into stands for itself: whoever opens it learns why.
 */
function* walk(folder: string, layers: Layers, notInside: ReadonlySet<string>, visits: FindRequest['visits']): Iterable<string> {
  visits?.(folder);
  const entries = entriesOf(folder);
  if (entries === undefined) {
    yield folder;
    return;
  }
  const here = withFolder(layers, folder, new Set(entries.map(({ name }) => name)));
  for (const entry of entries) {
    const absolute = path.join(folder, entry.name);
    if (entry.name.startsWith('.') || CONFIG_NAMES.has(entry.name) || PART_NAME.test(entry.name)) continue;
    if (entry.isDirectory()) {
      if (entry.name === 'node_modules' || notInside.has(absolute) || isIgnored(here, absolute, true)) continue;
      yield* walk(absolute, here, notInside, visits);
    } else if (
      (entry.isFile() || (entry.isSymbolicLink() && isLinkToFile(absolute))) &&
      !BINARY.test(entry.name) &&
      !isIgnored(here, absolute, false)
    ) {
      yield absolute;
    }
  }
}

const walkFrom = (folder: string, { ignore, notInside, visits }: FindRequest): Iterable<string> => {
  const outside = notInside.filter((inside) => inside !== folder && !folder.startsWith(inside + path.sep));
  return walk(folder, withPatterns(layersAbove(folder), ignore.folder, ignore.patterns), new Set(outside), visits);
};

const slashed = (file: string): string => file.split(path.sep).join('/');

const matching = (glob: string, request: FindRequest): readonly string[] => {
  const pattern = slashed(path.resolve(request.cwd, glob));
  const { base } = picomatch.scan(pattern);
  if (!existsSync(base)) return [];
  const matches = picomatch(pattern);
  return [...walkFrom(path.resolve(base), request)].filter((file) => matches(slashed(file)));
};

const statOrNothing = (absolute: string): 'file' | 'folder' | undefined => {
  try {
    const stat = statSync(absolute);
    return stat.isDirectory() ? 'folder' : 'file';
  } catch {
    return undefined;
  }
};

const found = (typed: string, request: FindRequest): readonly Found[] => {
  if (typed === '') throw new UserError('One of the paths is empty: a variable of the shell may not be set. A dot (`.`) means this folder.');
  const absolute = path.resolve(request.cwd, typed);
  const is = statOrNothing(absolute);
  if (is === 'file') return [{ absolute, named: true }];
  if (is === 'folder') return [...walkFrom(absolute, request)].map((file) => ({ absolute: file, named: false, below: absolute }));
  const isGlob = picomatch.scan(slashed(typed)).isGlob;
  const files = isGlob ? matching(typed, request) : [];
  if (files.length > 0) return files.map((file) => ({ absolute: file, named: false }));
  const { path: written, place } = request.writtenIn?.(typed) ?? {};
  const where = written === undefined ? {} : { path: written, ...(place === undefined ? {} : { place }) };
  throw new UserError(
    isGlob
      ? `Nothing matches \`${typed}\`. Check the pattern, and whether an ignore file hides what you mean.`
      : `There is no file or folder \`${typed}\`.`,
    where,
  );
};

/**
 * Whether a file below a folder would be found there, were it on the disk: for files of another time. The ignore files that lie there now decide.
 */
export const wouldFind = (folder: string, { ignore, notInside }: Pick<FindRequest, 'ignore' | 'notInside'>): ((absolute: string) => boolean) => {
  const outside = new Set(notInside);
  const above = withPatterns(layersAbove(folder), ignore.folder, ignore.patterns);
  const own = withFolder(above, folder, namesIn(folder));
  const known = new Map<string, Layers | undefined>([[folder, own]]);
  /** The ignore files that hold in a folder; undefined where nothing in it is read. */
  const layersIn = (at: string): Layers | undefined => {
    if (known.has(at)) return known.get(at);
    const parent = at === path.dirname(at) ? undefined : layersIn(path.dirname(at));
    const name = path.basename(at);
    const isLeftOut = parent === undefined || name.startsWith('.') || name === 'node_modules' || outside.has(at) || isIgnored(parent, at, true);
    const layers = isLeftOut ? undefined : withFolder(parent, at, namesIn(at));
    known.set(at, layers);
    return layers;
  };
  return (absolute) => {
    const name = path.basename(absolute);
    if (name.startsWith('.') || CONFIG_NAMES.has(name) || BINARY.test(name)) return false;
    const layers = layersIn(path.dirname(absolute));
    return layers !== undefined && !isIgnored(layers, absolute, false);
  };
};

/** All files that are meant, each once, in the order of the paths typed. */
export const find = (request: FindRequest): readonly Found[] => {
  const files = new Map<string, Found>();
  for (const typed of request.paths) {
    for (const file of found(typed, request)) {
      if (file.named || !files.has(file.absolute)) files.set(file.absolute, file);
    }
  }
  return [...files.values()];
};

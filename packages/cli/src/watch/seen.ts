import { UserError } from '@carelint/core';
import { existsSync, fstatSync, readdirSync, statSync, type Stats } from 'node:fs';
import path from 'node:path';
import { baselinePlace } from '../baseline/baseline-file.js';
import type { CheckOptions } from '../commands/check.js';
import { resolveConfig, type ResolvedConfig } from '../config/resolve.js';
import { find } from '../find/find.js';
import { IGNORE_FILES } from '../find/ignored.js';
import { findFiles, near } from '../find/meant.js';
import { runGit } from '../git/run-git.js';
import { targetsOf } from '../report/formats.js';

/** What a run depends on, as it is at one moment. */
export interface Seen {
  /** When, in milliseconds. */
  readonly at: number;
  /** How many files are to be read. */
  readonly files: number;
  /** Of every file that a run reads: what changes when it does. */
  readonly states: ReadonlyMap<string, string>;
  /** Where something may happen that matters. */
  readonly folders: ReadonlySet<string>;
}

/** What is asked for. */
export interface Asked {
  readonly paths: readonly string[];
  readonly options: CheckOptions;
  readonly cwd: string;
}

const statOf = (file: string): Stats | undefined => {
  try {
    return statSync(file);
  } catch {
    return undefined;
  }
};

/** Where this process itself writes: `carelint check --watch > log.txt` must not hear of its own words. */
const isOwnOutput = ({ dev, ino }: Stats): boolean =>
  [1, 2].some((stream) => {
    try {
      const own = fstatSync(stream);
      return own.isFile() && own.dev === dev && own.ino === ino;
    } catch {
      return false;
    }
  });

/** A folder with all below it, and the files there. */
const allBelow = (folder: string): { readonly files: readonly string[]; readonly folders: readonly string[] } => {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const named = (wanted: boolean): readonly string[] =>
    entries.filter((entry) => entry.isDirectory() === wanted).map(({ parentPath, name }) => path.join(parentPath, name));
  return { files: named(false), folders: [folder, ...named(true)] };
};

/** Folders from the root of the repository down to this one: in any of them an ignore file or a config may appear. */
const foldersAbove = (cwd: string): readonly string[] => {
  const above: string[] = [];
  for (let at = cwd; path.dirname(at) !== at; at = path.dirname(at)) {
    above.push(at);
    if (existsSync(path.join(at, '.git'))) return above;
  }
  return [cwd];
};

/** What git changes when something is staged or committed. */
const gitFiles = ({ options: { changed, since, staged }, cwd }: Asked): readonly string[] => {
  if (changed !== true && since === undefined && staged !== true) return [];
  const { ok, out } = runGit(cwd, ['rev-parse', '--absolute-git-dir']);
  return ok ? ['HEAD', 'index'].map((name) => path.join(out.toString('utf8').trim(), name)) : [];
};

const baselineOf = ({ options, cwd }: Asked, config: ResolvedConfig): readonly string[] => {
  const place = baselinePlace(options.baseline, config, cwd);
  return place === undefined ? [] : [place.absolute];
};

/** Files, and folders looked into for them. */
interface Read {
  readonly files: readonly string[];
  readonly others: readonly string[];
  readonly folders: readonly string[];
}

const read = (asked: Asked): Read => {
  const { paths, options, cwd } = asked;
  const config = resolveConfig({ cwd, near: near(cwd, paths), packs: options.pack, config: options.config, date: options.date });
  const policies = config.policies.folders.map(allBelow);
  const folders = policies.flatMap((below) => below.folders);
  const files = findFiles(cwd, paths, config, (folder) => folders.push(folder)).map(({ absolute }) => absolute);
  return { files, others: [...config.sources, ...policies.flatMap((below) => below.files), ...baselineOf(asked, config)], folders };
};

/** Where a run cannot even begin, whatever changes here or in the file that is wrong may mend that. */
const readAnything = ({ options, cwd }: Asked, { path: wrong }: UserError): Read => {
  const folders: string[] = [];
  const found = find({ cwd, paths: ['.'], ignore: { folder: cwd, patterns: [] }, notInside: [], visits: (folder) => folders.push(folder) });
  const configs = ['carelint.yaml', 'carelint.yml', options.config ?? 'carelint.yaml', wrong ?? 'carelint.yaml'].map((name) =>
    path.resolve(cwd, name),
  );
  return { files: [], others: [...found.map(({ absolute }) => absolute), ...configs], folders };
};

const readOrAnything = (asked: Asked): Read => {
  try {
    return read(asked);
  } catch (error) {
    if (error instanceof UserError) return readAnything(asked, error);
    throw error;
  }
};

/** Ignore files decide what is read. */
const ignoreFilesIn = (folders: readonly string[]): readonly string[] =>
  folders.flatMap((folder) => IGNORE_FILES.map((name) => path.join(folder, name)));

/** Looks at everything that a run depends on. Files that the run itself writes are left out. */
export const seen = (asked: Asked): Seen => {
  const { options, cwd } = asked;
  const at = Date.now();
  const { files, others, folders } = readOrAnything(asked);
  const written = new Set(
    targetsOf(options.format, options.output, cwd).flatMap(({ file }) => (file === undefined ? [] : [path.resolve(cwd, file)])),
  );
  const around = [...folders, ...foldersAbove(cwd)];
  const states = new Map<string, string>();
  for (const file of [...others, ...ignoreFilesIn(around), ...gitFiles(asked), ...files]) {
    const stat = written.has(file) ? undefined : statOf(file);
    if (stat !== undefined && !isOwnOutput(stat)) states.set(file, `${String(stat.mtimeMs)} ${String(stat.size)} ${String(stat.ino)}`);
  }
  const holding = [...others, ...states.keys()].map((file) => path.dirname(file));
  return { at, files: files.length, states, folders: new Set([...around, ...holding].filter(existsSync)) };
};

/** Files that are there in one of two moments only, or differ. */
export const changedBetween = (before: Seen, after: Seen): readonly string[] => [
  ...[...after.states].flatMap(([file, state]) => (before.states.get(file) === state ? [] : [file])),
  ...[...before.states.keys()].filter((file) => !after.states.has(file)),
];

/** Those of these files to which something was done since then: others count as changed since something else decides about them. */
export const touchedSince = (files: readonly string[], { at }: Seen): readonly string[] =>
  files.filter((file) => (statOf(file)?.ctimeMs ?? at) >= at);

import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

export const HOME = path.resolve(import.meta.dirname, '..');

/** Text of a file of the repository. */
export const textOf = (...names: readonly string[]): string => readFileSync(path.join(HOME, ...names), 'utf8');

/** Folders in a folder of the repository. */
export const foldersIn = (...names: readonly string[]): readonly string[] =>
  readdirSync(path.join(HOME, ...names), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();

/** Files below a folder of the repository that end in this, as paths from it. */
export const filesBelow = (folder: string, ending: string): readonly string[] =>
  readdirSync(path.join(HOME, folder), { recursive: true, encoding: 'utf8' })
    .map((name) => name.split(path.sep).join('/'))
    .filter((name) => name.endsWith(ending))
    .sort();

import { existsSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

/** Files as code hosts know them. */
export interface RepositoryPaths {
  /** Path from the root of the repository, with forward slashes; undefined for a file outside. */
  readonly of: (file: string) => string | undefined;
  /** The same as a reference to a URI; for a file outside its absolute `file:` URI. */
  readonly uri: (file: string) => { readonly uri: string; readonly inside: boolean };
}

const rootOf = (cwd: string): string => {
  for (let folder = path.resolve(cwd); ; folder = path.dirname(folder)) {
    if (existsSync(path.join(folder, '.git'))) return folder;
    if (path.dirname(folder) === folder) return path.resolve(cwd);
  }
};

// Halves of characters have no place in a URI.
const encoded = (segment: string): string => encodeURIComponent(segment.replace(/[\ud800-\udfff]/gu, '\ufffd'));

/** Paths from the root of the repository that a folder lies in; outside a repository, from that folder. */
export const repositoryPaths = (cwd: string): RepositoryPaths => {
  const root = rootOf(cwd);
  const of = (file: string): string | undefined => {
    const relative = path.relative(root, path.resolve(cwd, file)).split(path.sep).join('/');
    return relative === '..' || relative.startsWith('../') || path.isAbsolute(relative) ? undefined : relative;
  };
  return {
    of,
    uri: (file) => {
      const inside = of(file);
      return inside === undefined
        ? { uri: pathToFileURL(path.resolve(cwd, file)).href, inside: false }
        : { uri: inside.split('/').map(encoded).join('/'), inside: true };
    },
  };
};

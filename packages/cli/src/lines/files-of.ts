import { realpathSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Found } from '../find/find.js';
import { isWithin } from '../find/within.js';
import type { NamedFile } from './read-line.js';

/** Files to read; or why they cannot be. */
export type FilesOfLine = { readonly ok: true; readonly files: readonly Found[] } | { readonly ok: false; readonly message: string };

/** Where a file really lies; undefined where it is not there. */
const realOf = (absolute: string): string | undefined => {
  try {
    return realpathSync(absolute);
  } catch {
    return undefined;
  }
};

/** Whether a file, links followed, lies below one of these folders. */
export const mayRead = (absolute: string, roots: readonly string[]): boolean => roots.some((root) => isWithin(root, realOf(absolute) ?? absolute));

/**
 * Why a file must not be read from the disk. Lines come from anywhere: what they name has to lie below folders that the user named, links followed,
 * and to be a file that ends.
 */
const refused = (written: string, absolute: string, roots: readonly string[]): string | undefined => {
  const real = realOf(absolute);
  if (!mayRead(absolute, roots))
    return `\`${written}\` lies outside the folder that lines may name files of. Put the text into the line, or name the folder: --stdin-lines FOLDER.`;
  return real === undefined || statSync(real).isFile() ? undefined : `\`${written}\` is no file.`;
};

/** Finds the files of a line. `roots` are real paths. A file that is not there is a problem of the report, as in any run. */
export const filesOf = (named: readonly NamedFile[], roots: readonly string[], cwd: string): FilesOfLine => {
  const files = new Map<string, Found>();
  for (const { path: written, text } of named) {
    const absolute = path.resolve(cwd, written);
    if (files.has(absolute)) return { ok: false, message: `\`files\` names \`${written}\` twice.` };
    const message = text === undefined ? refused(written, absolute, roots) : undefined;
    if (message !== undefined) return { ok: false, message };
    files.set(absolute, { absolute, named: true, ...(text === undefined ? {} : { content: Buffer.from(text) }) });
  }
  return { ok: true, files: [...files.values()] };
};

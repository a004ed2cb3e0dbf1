import type { Problem, Source } from '@carelint/core';
import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { decode } from './decode.js';
import type { Found } from './find.js';

/** Files larger than this are left alone. */
const LARGEST = 20 * 1024 * 1024;

/** Endings of files that may be meant for carelint: of these it is told when their bytes are no text. */
const MAY_BE_MEANT = /\.(?:ya?ml|json|jsonc|toml|x?html?|md|markdown|i3\w+)$/iu;

/** What became of a file on the way to its text. */
export type Opened =
  | { readonly is: 'source'; readonly source: Source }
  /** Binary, in an unknown encoding or too large, and only met on the way. */
  | { readonly is: 'skipped' }
  | { readonly is: 'problem'; readonly problem: Problem };

/** A path as the user may open it. */
export const shownPath = (cwd: string, absolute: string): string => path.relative(cwd, absolute).split(path.sep).join('/') || '.';

const REMEDIES: Readonly<Record<string, string>> = {
  EACCES: 'There is no permission to read this.',
  EPERM: 'There is no permission to read this.',
  ENOENT: 'This is not there (any more).',
  EISDIR: 'This folder could not be looked into.',
};

const open = ({ absolute, named, content }: Found, cwd: string): Opened => {
  const shown = shownPath(cwd, absolute);
  const problem = (message: string): Opened => ({ is: 'problem', problem: { path: shown, message } });
  try {
    if ((content?.length ?? statSync(absolute).size) > LARGEST)
      return named ? problem(`This file has more than ${LARGEST / 1024 / 1024} MB and was not read. Split it.`) : { is: 'skipped' };
    const decoded = decode(content ?? readFileSync(absolute));
    if (decoded.ok) return { is: 'source', source: { path: shown, text: decoded.text } };
    if (!decoded.binary && (named || MAY_BE_MEANT.test(shown))) return problem(decoded.message);
    return named ? problem('This file holds bytes, not text, and was not read.') : { is: 'skipped' };
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    return problem(REMEDIES[code ?? ''] ?? `This could not be read: ${message}.`);
  }
};

/**
 * Opens files one after the other, so that no more than one text is held. Not by promises: for many small files these cost five times as much as
 * the reading itself (2,000 files of 4 kB: 40 ms against 190 ms), and parsing keeps the processor busy anyway.
 */
export function* openAll(files: readonly Found[], cwd: string): Iterable<readonly [Found, Opened]> {
  for (const file of files) yield [file, open(file, cwd)];
}

/** Reads files of a run again, by the names that it shows: those with a content of their own as they were. */
export type Again = (shown: string) => Source | undefined;

/** How to read files of a run again. */
export const againIn = (files: readonly Found[], cwd: string): Again => {
  const contents = new Map(files.flatMap(({ absolute, content }) => (content === undefined ? [] : [[absolute, content] as const])));
  return (shown) => sourceAgain(cwd, shown, contents.get(path.resolve(cwd, shown)));
};

/** The text of a file that was read before; undefined where it can no longer be read. */
export const sourceAgain = (cwd: string, shown: string, content?: Uint8Array): Source | undefined => {
  try {
    const decoded = decode(content ?? readFileSync(path.resolve(cwd, shown)));
    return decoded.ok ? { path: shown, text: decoded.text } : undefined;
  } catch {
    return undefined;
  }
};

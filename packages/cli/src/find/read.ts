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

/** A path as the user may open it. Both are absolute and normal. */
export const shownPath = (cwd: string, absolute: string): string => {
  if (absolute === cwd) return '.';
  // Nearly all files lie below, and there are many of them.
  const folder = cwd.endsWith(path.sep) ? cwd : cwd + path.sep;
  const relative = absolute.startsWith(folder) ? absolute.slice(folder.length) : path.relative(cwd, absolute);
  return (path.sep === '/' ? relative : relative.split(path.sep).join('/')) || '.';
};

const REMEDIES: Readonly<Record<string, string>> = {
  EACCES: 'There is no permission to read this.',
  EPERM: 'There is no permission to read this.',
  ENOENT: 'This is not there (any more).',
  EISDIR: 'This folder could not be looked into.',
};

/** The bytes of a file, or why there are none. */
type Bytes =
  { readonly is: 'bytes'; readonly bytes: Uint8Array } | { readonly is: 'too-large' } | { readonly is: 'unreadable'; readonly message: string };

const bytesOf = ({ absolute, content }: Found): Bytes => {
  try {
    if ((content?.length ?? statSync(absolute).size) > LARGEST) return { is: 'too-large' };
    return { is: 'bytes', bytes: content ?? readFileSync(absolute) };
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    return { is: 'unreadable', message: REMEDIES[code ?? ''] ?? `This could not be read: ${message}.` };
  }
};

const opened = (read: Bytes, named: boolean, shown: string): Opened => {
  const problem = (message: string): Opened => ({ is: 'problem', problem: { path: shown, message } });
  if (read.is === 'unreadable') return problem(read.message);
  if (read.is === 'too-large')
    return named ? problem(`This file has more than ${LARGEST / 1024 / 1024} MB and was not read. Split it.`) : { is: 'skipped' };
  const decoded = decode(read.bytes);
  if (decoded.ok) return { is: 'source', source: { path: shown, text: decoded.text } };
  if (!decoded.binary && (named || MAY_BE_MEANT.test(shown))) return problem(decoded.message);
  return named ? problem('This file holds bytes, not text, and was not read.') : { is: 'skipped' };
};

/** Something short that two contents share only if they are the same. */
export type Digest = (bytes: Uint8Array) => string;

const UNREADABLE = 'unreadable: ';

/** Whether this stands for a file that could not be read. */
export const isUnreadable = (digest: string): boolean => digest.startsWith(UNREADABLE);

const digestOf = (read: Bytes, digest: Digest): string => {
  if (read.is === 'bytes') return digest(read.bytes);
  return read.is === 'too-large' ? 'too large' : `${UNREADABLE}${read.message}`;
};

/** The digest of what a file holds now; of one that cannot be read, why. */
export const digestNow = (file: Found, digest: Digest): string => digestOf(bytesOf(file), digest);

/**
 * Opens a file, with the digest of the same bytes where that is wanted. Not by a promise: for many small files these cost five times as much as the
 * reading itself (2,000 files of 4 kB: 40 ms against 190 ms), and parsing keeps the processor busy anyway.
 */
export const open = (file: Found, cwd: string, digest?: Digest): { readonly opened: Opened; readonly digest: string } => {
  const read = bytesOf(file);
  return { opened: opened(read, file.named, shownPath(cwd, file.absolute)), digest: digest === undefined ? '' : digestOf(read, digest) };
};

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

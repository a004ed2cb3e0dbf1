import { DIRECTIVE_MARK, type Artefact, type Problem, type Source } from '@carelint/core';
import type { readProject, SignedSource } from '@carelint/code';
import { codeFile } from '@carelint/code/signs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { shownPath, type Again } from '../find/read.js';
import type { Found } from '../find/find.js';
import { isBuilt, version } from '../version.js';
import type { Stopwatch } from './stopwatch.js';

/** What was made of all code in scope. */
export interface CodeRead {
  readonly artefacts: readonly Artefact[];
  readonly problems: readonly Problem[];
  /** How many of the files that were collected hold something that is read. */
  readonly read: number;
  /** Files of these in which a comment may speak to carelint. */
  readonly marked: readonly string[];
  /** Files that should have been read and were not. */
  readonly unread: readonly string[];
}

/** Where there is no code. */
export const NO_CODE: CodeRead = { artefacts: [], problems: [], read: 0, marked: [], unread: [] };
/** What is asked for along with code is no longer than code. */
const LARGEST = 1_000_000;

type Reader = { readonly readProject: typeof readProject };

/** The reader of code, which is installed apart since it brings a compiler along; else why it is not there. */
const load = async (): Promise<Reader | 'not-installed' | { readonly itsVersion: string }> => {
  try {
    const itsVersion = versionOfReader();
    return itsVersion === undefined || itsVersion === version() ? await import('@carelint/code') : { itsVersion };
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if ((code === 'ERR_MODULE_NOT_FOUND' || code === 'MODULE_NOT_FOUND') && message.includes('@carelint/code')) return 'not-installed';
    throw error;
  }
};

/** The version of the reader that is installed; undefined where the command itself is not built and knows none. */
const versionOfReader = (): string | undefined => {
  if (!isBuilt()) return undefined;
  return (createRequire(import.meta.url)('@carelint/code/package.json') as { readonly version: string }).version;
};

/** Why code was not read. Reader and command speak in a model that changes with every version, so that they must be of the same. */
const notRead = ([first, ...others]: readonly SignedSource[], why: 'not-installed' | { readonly itsVersion: string }): readonly Problem[] => {
  if (first === undefined) return [];
  const what = others.length === 0 ? 'This file holds' : `This file and ${others.length} more hold`;
  const [because, remedy] =
    why === 'not-installed'
      ? ['the reader of code is not installed', 'npm install --save-dev @carelint/code']
      : [
          `the reader of code is of version ${why.itsVersion}, and carelint of ${version()}`,
          `npm install --save-dev --save-exact carelint@${version()} @carelint/code@${version()}`,
        ];
  const message = `${what} code that says what happens to customers, and was not read: ${because}. Run \`${remedy}\`.`;
  return [{ path: first.path, message, severity: 'advice' }];
};

/** Code that may say what happens to customers, gathered while all files are read. It is read as a whole, at the end, since programs lie in many files. */
export class CodeInScope {
  readonly #cwd: string;
  readonly #again: Again;
  readonly #sources: SignedSource[] = [];
  readonly #asked = new Set<string>();

  constructor(cwd: string, again: Again) {
    this.#cwd = cwd;
    this.#again = again;
  }

  /**
   * Takes a file in. `taken`: it is read at the end; `routes`: it is, where another file tells something; `left-alone`: a test, a story or built;
   * `other`: nothing that is read.
   */
  take(source: Source, { below, named }: Found): 'taken' | 'routes' | 'left-alone' | 'other' {
    const from = named ? undefined : below === undefined ? source.path : shownPath(below, path.resolve(this.#cwd, source.path));
    const file = codeFile(source.path, source.text, from);
    if (file.is !== 'signed') return file.is;
    this.#sources.push({ ...source, signs: file.signs });
    return file.signs.some((sign) => sign !== 'routes') ? 'taken' : 'routes';
  }

  /** Files that were looked into, or for, besides those that were taken in. */
  get asked(): readonly string[] {
    return [...this.#asked];
  }

  /** Reads what was taken in. */
  async read(watch: Stopwatch): Promise<CodeRead> {
    const telling = this.#sources.filter(({ signs }) => signs.some((sign) => sign !== 'routes'));
    if (telling.length === 0) return NO_CODE;
    const code = await watch.timeAsync('load', load);
    if (code === 'not-installed' || 'itsVersion' in code)
      return { ...NO_CODE, problems: notRead(telling, code), unread: telling.map((source) => source.path) };
    const { artefacts, problems } = watch.time('read', () => code.readProject(this.#sources, (asked) => this.#open(asked)));
    const holders = new Set(artefacts.flatMap(({ path: own, steps }) => [own, ...steps.flatMap(({ path: other }) => other ?? [])]));
    const texts = new Map(this.#sources.map(({ path, text }) => [path, text]));
    const marked = [...holders].filter((holder) => (texts.get(holder) ?? this.#open(holder))?.includes(DIRECTIVE_MARK) === true);
    return { artefacts, problems, read: telling.filter((source) => holders.has(source.path)).length, marked, unread: [] };
  }

  #open(asked: string): string | undefined {
    if (asked.includes('node_modules/')) return undefined;
    this.#asked.add(asked);
    const text = this.#again(asked)?.text;
    return text === undefined || text.length > LARGEST ? undefined : text;
  }
}

import { DIRECTIVE_MARK, type Artefact, type Problem, type Source } from '@carelint/core';
import type { readProject, SignedSource } from '@carelint/code';
import { codeFile } from '@carelint/code/signs';
import path from 'node:path';
import { shownPath, type Again } from '../find/read.js';
import type { Found } from '../find/find.js';
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

/** The reader of code, which is installed apart since it brings a compiler along; undefined where it is not. */
const load = async (): Promise<{ readonly readProject: typeof readProject } | undefined> => {
  try {
    return await import('@carelint/code');
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'ERR_MODULE_NOT_FOUND' && message.includes('@carelint/code')) return undefined;
    throw error;
  }
};

const notInstalled = ([first, ...others]: readonly SignedSource[]): readonly Problem[] => {
  if (first === undefined) return [];
  const what = others.length === 0 ? 'This file holds' : `This file and ${others.length} more hold`;
  const message = `${what} code that says what happens to customers, and was not read: the reader of code is not installed. Run \`npm install --save-dev @carelint/code\`.`;
  return [{ path: first.path, message, severity: 'advice' }];
};

/** Code that may say what happens to customers, gathered while all files are read. It is read as a whole, at the end, since programs lie in many files. */
export class CodeInScope {
  readonly #cwd: string;
  readonly #again: Again;
  readonly #sources: SignedSource[] = [];

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

  /** Reads what was taken in. */
  async read(watch: Stopwatch): Promise<CodeRead> {
    const telling = this.#sources.filter(({ signs }) => signs.some((sign) => sign !== 'routes'));
    if (telling.length === 0) return NO_CODE;
    const code = await watch.timeAsync('load', load);
    if (code === undefined) return { ...NO_CODE, problems: notInstalled(telling), unread: telling.map((source) => source.path) };
    const { artefacts, problems } = watch.time('read', () => code.readProject(this.#sources, (asked) => this.#open(asked)));
    const holders = new Set(artefacts.flatMap(({ path: own, steps }) => [own, ...steps.flatMap(({ path: other }) => other ?? [])]));
    const texts = new Map(this.#sources.map(({ path, text }) => [path, text]));
    const marked = [...holders].filter((holder) => (texts.get(holder) ?? this.#open(holder))?.includes(DIRECTIVE_MARK) === true);
    return { artefacts, problems, read: telling.filter((source) => holders.has(source.path)).length, marked, unread: [] };
  }

  #open(asked: string): string | undefined {
    if (asked.includes('node_modules/')) return undefined;
    const text = this.#again(asked)?.text;
    return text === undefined || text.length > LARGEST ? undefined : text;
  }
}

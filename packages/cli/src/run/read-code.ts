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

const NOTHING: CodeRead = { artefacts: [], problems: [], read: 0, marked: [], unread: [] };
/** What is asked for along with code is no longer than code. */
const LARGEST = 1_000_000;

/** Why the reader of code cannot be had. */
type Missing =
  | { readonly is: 'not-installed' }
  /** It is there, and does not load: a package that it needs is missing or broken. `why` is what Node says of it, in one line. */
  | { readonly is: 'broken'; readonly why: string };

/** The reader of code, which is installed apart since it brings a compiler along. */
const load = async (): Promise<{ readonly is: 'there'; readonly readProject: typeof readProject } | Missing> => {
  try {
    const { readProject: found } = await import('@carelint/code');
    return { is: 'there', readProject: found };
  } catch (error) {
    const why = (error instanceof Error ? error.message : String(error)).split('\n', 1)[0] ?? '';
    // What is not found may also be something that the reader needs; Yarn says it in words of its own.
    const isNotInstalled = /^Cannot find (?:package|module) '@carelint\/code'|tried to access @carelint\/code\b/u.test(why);
    return isNotInstalled ? { is: 'not-installed' } : { is: 'broken', why };
  }
};

const notRead = ([first, ...others]: readonly SignedSource[], missing: Missing): readonly Problem[] => {
  if (first === undefined) return [];
  const what = others.length === 0 ? 'This file holds' : `This file and ${others.length} more hold`;
  const told = `${what} code that says what happens to customers, and was not read: the reader of code`;
  if (missing.is === 'not-installed')
    return [{ path: first.path, message: `${told} is not installed. Run \`npm install --save-dev @carelint/code\`.`, severity: 'advice' }];
  const why = missing.why.replace(/[.\s]+$/u, '');
  const remedy = 'Install it again: `npm install --save-dev @carelint/code`, in the version of carelint; it brings all it needs.';
  return [{ path: first.path, message: `${told} is installed, but does not load (${why}). ${remedy}` }];
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

  /** Takes a file in. `taken`: it is read at the end; `left-alone`: a test, a story or built; `other`: nothing that is read. */
  take(source: Source, { below, named }: Found): 'taken' | 'left-alone' | 'other' {
    const from = named ? undefined : below === undefined ? source.path : shownPath(below, path.resolve(this.#cwd, source.path));
    const file = codeFile(source.path, source.text, from);
    if (file.is !== 'signed') return file.is;
    this.#sources.push({ ...source, signs: file.signs });
    return file.signs.some((sign) => sign !== 'routes') ? 'taken' : 'other';
  }

  /** Reads what was taken in. */
  async read(watch: Stopwatch): Promise<CodeRead> {
    const telling = this.#sources.filter(({ signs }) => signs.some((sign) => sign !== 'routes'));
    if (telling.length === 0) return NOTHING;
    const code = await watch.timeAsync('load', load);
    if (code.is !== 'there') return { ...NOTHING, problems: notRead(telling, code), unread: telling.map((source) => source.path) };
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

import { ts } from 'ts-morph';
import type { Source } from '@carelint/core/model';
import { aliasesOf, type Aliases } from './aliases.js';

/** The text of a file of the project, by its path as in `Source`; undefined where there is none. */
export type Open = (path: string) => string | undefined;

const MOST_FILES = 4_000;
/** Characters: of one file, and of all together. */
const LONGEST_FILE = 1_000_000;
const MOST_TEXT = 60_000_000;

const ENDINGS = [
  '',
  '.ts',
  '.tsx',
  '.js',
  '.jsx',
  '.mts',
  '.cts',
  '.mjs',
  '.cjs',
  '/index.ts',
  '/index.tsx',
  '/index.js',
  '/index.mjs',
  '/index.cjs',
];
const WRITTEN_AS_JS = /\.([cm]?)js(x?)$/u;

const scriptKind = (path: string): ts.ScriptKind => {
  if (/\.[cm]?ts$/iu.test(path)) return ts.ScriptKind.TS;
  // Code in .js files may hold JSX, too.
  return /\.tsx$/iu.test(path) ? ts.ScriptKind.TSX : ts.ScriptKind.JSX;
};

const folderOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('/')));

/** A path without `.` and without `..` where that can be; forward slashes. */
export const plainPath = (path: string): string => {
  const out: string[] = [];
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue;
    if (part === '..' && out.length > 0 && out.at(-1) !== '..') out.pop();
    else out.push(part);
  }
  return out.join('/');
};

/**
 * Files of code as syntax trees, without types and without a tsconfig: each is parsed when first asked for, and other modules are opened on demand.
 * Never throws for a text that does not parse: what the parser made of it is used as far as it goes.
 */
export class CodeProject {
  readonly #given: ReadonlyMap<string, string>;
  readonly #open: Open;
  readonly #files = new Map<string, ts.SourceFile | undefined>();
  readonly #resolved = new Map<string, string | undefined>();
  readonly #aliases = new Map<string, Aliases | undefined>();
  #text = 0;

  constructor(sources: readonly Source[], open: Open) {
    this.#given = new Map(sources.map(({ path, text }) => [path, text]));
    this.#open = open;
  }

  /** How many files were parsed. */
  get opened(): number {
    return this.#files.size;
  }

  /** The syntax tree of a file, with parents; undefined where there is none or a bound is reached. */
  file(path: string): ts.SourceFile | undefined {
    if (this.#files.has(path)) return this.#files.get(path);
    if (this.#files.size >= MOST_FILES || this.#text >= MOST_TEXT) return undefined;
    const text = this.#given.get(path) ?? this.#open(path);
    const file = text === undefined || text.length > LONGEST_FILE ? undefined : this.#parse(path, text);
    this.#files.set(path, file);
    return file;
  }

  #parse(path: string, text: string): ts.SourceFile | undefined {
    this.#text += text.length;
    try {
      return ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true, scriptKind(path));
    } catch (error) {
      // Nested deeper than the stack goes: nobody wrote that by hand.
      if (error instanceof RangeError) return undefined;
      throw error;
    }
  }

  /** The file that `specifier` means in a file: a relative path, or one that a tsconfig or jsconfig maps. Packages are not looked for. */
  resolve(from: string, specifier: string): string | undefined {
    const key = `${folderOf(from)}\0${specifier}`;
    if (this.#resolved.has(key)) return this.#resolved.get(key);
    const found = this.#bases(from, specifier)
      .map((base) => this.#withEnding(base))
      .find((path) => path !== undefined);
    this.#resolved.set(key, found);
    return found;
  }

  #bases(from: string, specifier: string): readonly string[] {
    if (/^\.\.?(?:\/|$)/u.test(specifier)) return [plainPath(`${folderOf(from)}/${specifier}`)];
    if (specifier.startsWith('/') || specifier.startsWith('node:')) return [];
    return this.#aliasesFor(folderOf(from))?.(specifier) ?? [];
  }

  #withEnding(base: string): string | undefined {
    // A module of TypeScript is imported by the name that it has once it is built.
    const unbuilt = WRITTEN_AS_JS.test(base) ? [base.replace(WRITTEN_AS_JS, '.$1ts$2'), base.replace(WRITTEN_AS_JS, '.$1tsx')] : [];
    const candidates = [...ENDINGS.map((ending) => base + ending), ...unbuilt];
    return candidates.find((path) => /\.[cm]?[jt]sx?$/u.test(path) && this.file(path) !== undefined);
  }

  /** The nearest tsconfig or jsconfig above a folder. */
  #aliasesFor(folder: string): Aliases | undefined {
    if (this.#aliases.has(folder)) return this.#aliases.get(folder);
    const at = (name: string): string => (folder === '' ? name : `${folder}/${name}`);
    let found: Aliases | undefined;
    for (const name of ['tsconfig.json', 'jsconfig.json']) {
      const text = this.#open(at(name));
      if (text !== undefined) found ??= aliasesOf(at(name), text, this.#open);
    }
    if (found === undefined && folder !== '' && !folder.endsWith('..')) found = this.#aliasesFor(folderOf(folder));
    this.#aliases.set(folder, found);
    return found;
  }
}

import { ts } from 'ts-morph';
import { changesIn, type Changes } from './changes.js';
import { declaredIn, type Declared } from './declared.js';
import { exportsOf, type Export, type Exports } from './exports.js';
import type { CodeProject } from './project.js';
import { requiredBy } from './required.js';

/** What a name or an export stands for. */
export type Meaning =
  | {
      readonly is: 'value';
      readonly node: ts.Expression;
      /** Keys and indexes that are taken out of the value of `node`, outermost first. */
      readonly picks: readonly (string | number)[];
      /** What it is where nothing is picked. */
      readonly otherwise?: ts.Expression;
      /** How it is changed after that; absent where it is not. */
      readonly changes?: Changes;
      /** The name by which it is declared, and where; absent for an expression that is exported. */
      readonly name?: string;
      readonly at?: ts.Node;
    }
  | { readonly is: 'function'; readonly node: ts.FunctionDeclaration }
  | { readonly is: 'module'; readonly file: ts.SourceFile }
  /** It comes from a module that is not among the files; `name` is undefined for the whole module. */
  | { readonly is: 'elsewhere'; readonly from: string; readonly name: string | undefined }
  /** It is declared as something that only a run would tell: a parameter, a class, an export that is not seen. */
  | { readonly is: 'other'; readonly at?: ts.Node };

/** What an object literal holds under a key. */
const entryOf = (node: ts.Expression, key: string | number): ts.Expression | undefined => {
  if (!ts.isObjectLiteralExpression(node)) return undefined;
  const entry = node.properties.find(({ name }) => name !== undefined && ts.isIdentifier(name) && name.text === key);
  if (entry === undefined) return undefined;
  if (ts.isShorthandPropertyAssignment(entry)) return entry.name;
  return ts.isPropertyAssignment(entry) ? entry.initializer : undefined;
};

/** The name of a function, which stands for it. */
const nameOf = (meaning: Meaning | undefined): ts.Expression | undefined => (meaning?.is === 'function' ? meaning.node.name : undefined);

/** So many modules may hand on a name that is looked for. */
const DEEPEST = 20;

const OTHER: Meaning = { is: 'other' };

/**
 * What the names of a project stand for, over modules (ES modules and CommonJS). Nothing is run, and types are not asked. A name that is declared by
 * two scopes is that of the nearer one.
 */
export class Names {
  readonly #project: CodeProject;
  readonly #scopes = new WeakMap<ts.Node, ReadonlyMap<string, Declared>>();
  readonly #changes = new WeakMap<ts.SourceFile, ReadonlyMap<string, Changes>>();
  readonly #exports = new WeakMap<ts.SourceFile, Exports>();
  readonly #exported = new Map<string, Meaning | undefined>();
  readonly #busy = new Set<string>();

  constructor(project: CodeProject) {
    this.#project = project;
  }

  /** What an identifier stands for where it is used; undefined where nothing declares it. */
  meaningOf(name: ts.Identifier): Meaning | undefined {
    for (let at = name.parent as ts.Node | undefined; at !== undefined; at = at.parent as ts.Node | undefined) {
      const declared = this.declaredBy(at)?.get(name.text);
      if (declared !== undefined) return this.meaning(declared, name.getSourceFile());
    }
    return undefined;
  }

  /** What a name at the top of a file stands for; undefined where nothing there declares it. */
  atTop(file: ts.SourceFile, name: string): Meaning | undefined {
    const declared = this.declaredBy(file)?.get(name);
    return declared === undefined ? undefined : this.meaning(declared, file);
  }

  /** The names that a node declares for what lies inside it; undefined where it is no scope. */
  declaredBy(node: ts.Node): ReadonlyMap<string, Declared> | undefined {
    const known = this.#scopes.get(node);
    if (known !== undefined) return known;
    const table = declaredIn(node);
    if (table !== undefined) this.#scopes.set(node, table);
    return table;
  }

  /** What a declaration in a file stands for. */
  meaning(declared: Declared, file: ts.SourceFile): Meaning {
    if (declared.is === 'function' || declared.is === 'other') return declared;
    if (declared.is === 'import') return this.#imported(file, declared.from, declared.name);
    const changes = this.changesOf(file, declared.name);
    return { ...declared, ...(changes === undefined ? {} : { changes }) };
  }

  /** The module that a file of the project means by a specifier. */
  moduleOf(from: ts.SourceFile, specifier: string): ts.SourceFile | undefined {
    const path = this.#project.resolve(from.fileName, specifier);
    return path === undefined ? undefined : this.#project.file(path);
  }

  /** What a module exports under a name; `default` is also what `module.exports` is set to. */
  exported(file: ts.SourceFile, name: string): Meaning | undefined {
    const key = `${file.fileName}\0${name}`;
    if (this.#exported.has(key)) return this.#exported.get(key);
    // Modules that export each other's names.
    if (this.#busy.has(key)) return undefined;
    this.#busy.add(key);
    const found = this.#findExport(file, name);
    this.#busy.delete(key);
    this.#exported.set(key, found);
    return found;
  }

  /** The expression that a value is written as, through what is picked out of objects and modules; undefined where that is not written. */
  written({ node, picks }: Extract<Meaning, { readonly is: 'value' }>, depth = 0): ts.Expression | undefined {
    // Modules may hand on each other's names for ever.
    if (depth > DEEPEST) return undefined;
    let at: ts.Expression = node;
    for (const pick of picks) {
      const specifier = requiredBy(at);
      const module = specifier === undefined ? undefined : this.moduleOf(at.getSourceFile(), specifier);
      const meaning = module === undefined ? undefined : this.exported(module, String(pick));
      const next = module === undefined ? entryOf(at, pick) : meaning?.is === 'value' ? this.written(meaning, depth + 1) : nameOf(meaning);
      if (next === undefined) return undefined;
      at = next;
    }
    return at;
  }

  /** What a file gives out, as it is written. */
  exportsOf(file: ts.SourceFile): Exports {
    let exports = this.#exports.get(file);
    if (exports === undefined) this.#exports.set(file, (exports = exportsOf(file)));
    return exports;
  }

  /** How a name of a file is changed after it was declared; undefined where it is not. */
  changesOf(file: ts.SourceFile, name: string): Changes | undefined {
    let changes = this.#changes.get(file);
    if (changes === undefined) this.#changes.set(file, (changes = changesIn(file)));
    return changes.get(name);
  }

  #imported(file: ts.SourceFile, from: string, name: string | undefined): Meaning {
    const module = this.moduleOf(file, from);
    if (module === undefined) return { is: 'elsewhere', from, name };
    return name === undefined ? { is: 'module', file: module } : (this.exported(module, name) ?? OTHER);
  }

  #findExport(file: ts.SourceFile, name: string): Meaning | undefined {
    const { named, whole, everythingOf } = this.exportsOf(file);
    const own = named.get(name);
    if (own !== undefined) return this.#exportOf(own, file);
    if (name === 'default') return undefined;
    for (const from of everythingOf) {
      const module = this.moduleOf(file, from);
      const found = module === undefined ? undefined : this.exported(module, name);
      if (found !== undefined) return found;
    }
    return whole === undefined || requiredBy(whole) !== undefined ? undefined : { is: 'value', node: whole, picks: [name] };
  }

  #exportOf(own: Export, file: ts.SourceFile): Meaning | undefined {
    if (own.is === 'function') return own;
    if (own.is === 'expression') return { is: 'value', node: own.node, picks: [] };
    return own.is === 'name' ? this.atTop(file, own.name) : this.#imported(file, own.from, own.name);
  }
}

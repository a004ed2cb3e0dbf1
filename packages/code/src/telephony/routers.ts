import { ts } from 'ts-morph';
import type { Meaning, Names } from '../project/names.js';
import { requiredBy } from '../project/required.js';

/** A router, by the place where it is made. */
type RouterId = string;

/** What a router may be handed on by: names, modules and functions in a row. */
const DEEPEST = 8;

/** Finds out under which path routers hang, over all files. */
export class Routers {
  readonly #names: Names;
  /** Where a router hangs: under which other one, and by which path. */
  readonly #mounts = new Map<RouterId, { readonly under: RouterId; readonly path: string }[]>();

  constructor(names: Names) {
    this.#names = names;
  }

  /** Notes what a call says about routers: `app.use('/voice', router)`, `app.register(plugin, { prefix })`, `routes(app)`. */
  note(node: ts.CallExpression): void {
    const callee = node.expression;
    if (ts.isPropertyAccessExpression(callee) && /^(?:use|route|register|mount)$/u.test(callee.name.text)) this.#hang(node, callee);
    else this.#passed(node);
  }

  #hang(node: ts.CallExpression, callee: ts.PropertyAccessExpression): void {
    const under = this.idOf(callee.expression);
    if (under === undefined) return;
    const [first, ...others] = node.arguments;
    const path = first !== undefined && ts.isStringLiteralLike(first) ? first.text : (prefixIn(node.arguments.at(-1)) ?? '');
    for (const each of path !== '' && first !== undefined && ts.isStringLiteralLike(first) ? others : node.arguments) {
      const id = this.idOf(each);
      if (id !== undefined && id !== under) this.#add(id, under, path);
      const called = this.#functionOf(each);
      const parameter = callee.name.text === 'register' ? called?.parameters[0] : undefined;
      if (parameter !== undefined) this.#add(idAt(parameter), under, path);
    }
  }

  /** A router that is handed to a function hangs there as it is. */
  #passed(node: ts.CallExpression): void {
    if (node.arguments.length === 0 || node.arguments.length > 4) return;
    const called = this.#functionOf(node.expression);
    called?.parameters.forEach((parameter, index) => {
      const argument = node.arguments[index];
      const id = argument !== undefined && ts.isIdentifier(argument) ? this.idOf(argument) : undefined;
      if (id !== undefined) this.#add(idAt(parameter), id, '');
    });
  }

  #add(id: RouterId, under: RouterId, path: string): void {
    const list = this.#mounts.get(id);
    if (list === undefined) this.#mounts.set(id, [{ under, path }]);
    else list.push({ under, path });
  }

  /** The path under which a router hangs, and its own prefix. */
  pathOf(expression: ts.Expression): string {
    const id = this.idOf(expression);
    return id === undefined ? '' : this.#pathOf(id, new Set()) + this.#ownPrefix(expression);
  }

  #pathOf(id: RouterId, seen: Set<RouterId>): string {
    if (seen.has(id)) return '';
    seen.add(id);
    const [mount] = this.#mounts.get(id) ?? [];
    return mount === undefined ? '' : this.#pathOf(mount.under, seen) + mount.path;
  }

  /** The prefix that a router was made with: `new Router({ prefix: '/voice' })`. */
  #ownPrefix(expression: ts.Expression): string {
    const meaning = ts.isIdentifier(expression) ? this.#names.meaningOf(expression) : undefined;
    const made = meaning?.is === 'value' && meaning.picks.length === 0 ? meaning.node : undefined;
    const [options] = made !== undefined && (ts.isNewExpression(made) || ts.isCallExpression(made)) ? (made.arguments ?? []) : [];
    return prefixIn(options) ?? '';
  }

  /** The router that an expression stands for. */
  idOf(node: ts.Expression, depth = 0): RouterId | undefined {
    if (depth > DEEPEST) return undefined;
    if (ts.isAsExpression(node) || ts.isParenthesizedExpression(node)) return this.idOf(node.expression, depth + 1);
    if (ts.isCallExpression(node) && requiredBy(node) === undefined) {
      const made = this.#functionOf(node.expression);
      return made === undefined ? undefined : this.#idOfResult(made, depth);
    }
    return this.#idOf(this.#meaningOf(node), depth);
  }

  #idOf(meaning: Meaning | undefined, depth: number): RouterId | undefined {
    if (meaning === undefined || depth > DEEPEST) return undefined;
    if (meaning.is === 'module') return this.#idOf(this.#names.exported(meaning.file, 'default'), depth + 1);
    if (meaning.is === 'other') return meaning.at === undefined ? undefined : idAt(meaning.at);
    if (meaning.is !== 'value') return undefined;
    const written = this.#names.written(meaning);
    const made = written === undefined ? undefined : this.idOf(written, depth + 1);
    return made ?? (meaning.at === undefined ? undefined : idAt(meaning.at));
  }

  /** What a name, a module that is asked for, or an export of one stands for. */
  #meaningOf(node: ts.Expression): Meaning | undefined {
    if (ts.isIdentifier(node)) return this.#names.meaningOf(node);
    const specifier = requiredBy(node);
    if (specifier !== undefined) return this.#moduleAs(this.#names.moduleOf(node.getSourceFile(), specifier));
    const module = ts.isPropertyAccessExpression(node) ? this.#moduleOf(node.expression) : undefined;
    return module === undefined || !ts.isPropertyAccessExpression(node) ? undefined : this.#names.exported(module, node.name.text);
  }

  #moduleAs(file: ts.SourceFile | undefined): Meaning | undefined {
    return file === undefined ? undefined : { is: 'module', file };
  }

  /** The module that an expression stands for: `const routes = require('./routes')`, `import * as routes`. */
  #moduleOf(node: ts.Expression): ts.SourceFile | undefined {
    const meaning = this.#meaningOf(node);
    if (meaning?.is === 'module') return meaning.file;
    const specifier = meaning?.is === 'value' && meaning.picks.length === 0 ? requiredBy(meaning.node) : undefined;
    return specifier === undefined || meaning?.is !== 'value' ? undefined : this.#names.moduleOf(meaning.node.getSourceFile(), specifier);
  }

  /** The router that a function makes and returns. */
  #idOfResult(node: ts.FunctionLikeDeclaration, depth: number): RouterId | undefined {
    const { body } = node;
    if (body === undefined) return undefined;
    if (!ts.isBlock(body)) return this.idOf(body, depth + 1);
    const result = body.statements.find(ts.isReturnStatement)?.expression;
    return result === undefined ? undefined : this.idOf(result, depth + 1);
  }

  /** The function that an expression surely stands for. */
  #functionOf(node: ts.Expression): ts.FunctionLikeDeclaration | undefined {
    if (ts.isPropertyAccessExpression(node)) return undefined;
    let at: ts.Expression = node;
    for (let left = DEEPEST; left > 0; left--) {
      if (ts.isArrowFunction(at) || ts.isFunctionExpression(at)) return at;
      let meaning = this.#meaningOf(at);
      if (meaning?.is === 'module') meaning = this.#names.exported(meaning.file, 'default');
      if (meaning?.is === 'function') return meaning.node;
      const written = meaning?.is === 'value' ? this.#names.written(meaning) : undefined;
      if (written === undefined) return undefined;
      at = written;
    }
    return undefined;
  }
}

const idAt = (node: ts.Node): RouterId => `${node.getSourceFile().fileName}:${node.pos}`;

/** `{ prefix: '/voice' }`. */
const prefixIn = (node: ts.Expression | undefined): string | undefined => {
  if (node === undefined || !ts.isObjectLiteralExpression(node)) return undefined;
  for (const each of node.properties)
    if (ts.isPropertyAssignment(each) && /^(?:prefix|basePath)$/u.test(each.name.getText()) && ts.isStringLiteralLike(each.initializer))
      return each.initializer.text;
  return undefined;
};

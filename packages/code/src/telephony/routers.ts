import { ts } from 'ts-morph';
import type { CodeProject } from '../project/project.js';
import { fileNames } from './modules.js';

/** A router, by the place where it is made. */
type RouterId = string;

/** Finds out under which path routers hang, over all files. */
export class Routers {
  readonly #project: CodeProject;
  /** Where a router hangs: under which other one, and by which path. */
  readonly #mounts = new Map<RouterId, { readonly under: RouterId; readonly path: string }[]>();

  constructor(project: CodeProject) {
    this.#project = project;
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
    return id === undefined ? '' : this.#pathOf(id, new Set()) + ownPrefix(expression);
  }

  #pathOf(id: RouterId, seen: Set<RouterId>): string {
    if (seen.has(id)) return '';
    seen.add(id);
    const [mount] = this.#mounts.get(id) ?? [];
    return mount === undefined ? '' : this.#pathOf(mount.under, seen) + mount.path;
  }

  /** The router that an expression stands for. */
  idOf(node: ts.Expression, depth = 0): RouterId | undefined {
    if (depth > 8) return undefined;
    if (ts.isIdentifier(node)) return this.#idOfName(node.getSourceFile(), node.text, node, depth);
    if (ts.isCallExpression(node)) {
      if (ts.isIdentifier(node.expression) && node.expression.text === 'require') return this.#idOfModule(node, depth);
      const made = this.#functionOf(node.expression);
      return made === undefined ? undefined : this.#idOfResult(made, depth);
    }
    if (ts.isAsExpression(node) || ts.isParenthesizedExpression(node)) return this.idOf(node.expression, depth + 1);
    if (ts.isPropertyAccessExpression(node)) {
      const object = this.#moduleOf(node.expression);
      return object === undefined ? undefined : this.#idOfExport(object, node.name.text, depth + 1);
    }
    return undefined;
  }

  #idOfModule(node: ts.CallExpression, depth: number): RouterId | undefined {
    const file = this.#required(node);
    return file === undefined ? undefined : this.#idOfExport(file, 'default', depth + 1);
  }

  #required(node: ts.Expression): ts.SourceFile | undefined {
    if (!ts.isCallExpression(node) || !ts.isIdentifier(node.expression) || node.expression.text !== 'require') return undefined;
    const [argument] = node.arguments;
    if (argument === undefined || !ts.isStringLiteralLike(argument)) return undefined;
    return this.#at(node.getSourceFile().fileName, argument.text);
  }

  #at(from: string, specifier: string): ts.SourceFile | undefined {
    const path = this.#project.resolve(from, specifier);
    return path === undefined ? undefined : this.#project.file(path);
  }

  /** The file that a name stands for: `const routes = require('./routes')`, `import * as routes`. */
  #moduleOf(node: ts.Expression): ts.SourceFile | undefined {
    if (!ts.isIdentifier(node)) return this.#required(node);
    const file = node.getSourceFile();
    const written = fileNames(file).names.get(node.text);
    if (written?.is === 'import' && written.name === undefined) return this.#at(file.fileName, written.from);
    return written?.is === 'variable' && written.node.initializer !== undefined ? this.#required(written.node.initializer) : undefined;
  }

  #idOfName(file: ts.SourceFile, name: string, at: ts.Node, depth: number): RouterId | undefined {
    for (let around: ts.Node = at.parent; !ts.isSourceFile(around); around = around.parent) {
      if (ts.isFunctionLike(around)) {
        const parameter = around.parameters.find(({ name: own }) => ts.isIdentifier(own) && own.text === name);
        if (parameter !== undefined) return idAt(parameter);
      }
      const variable = ts.isBlock(around) ? variableIn(around.statements, name) : undefined;
      if (variable !== undefined) return this.#idOfVariable(variable, depth);
    }
    const written = fileNames(file).names.get(name);
    if (written?.is === 'variable') return this.#idOfVariable(written.node, depth);
    if (written?.is !== 'import') return undefined;
    const module = this.#at(file.fileName, written.from);
    return module === undefined ? undefined : this.#idOfExport(module, written.name ?? 'default', depth + 1);
  }

  #idOfVariable(node: ts.VariableDeclaration, depth: number): RouterId | undefined {
    const made = node.initializer === undefined || !ts.isIdentifier(node.name) ? undefined : this.idOf(node.initializer, depth + 1);
    return made ?? idAt(node);
  }

  #idOfExport(file: ts.SourceFile, name: string, depth: number): RouterId | undefined {
    const { exports } = fileNames(file);
    const written = exports.get(name);
    if (typeof written === 'string') return this.#idOfName(file, written, file.endOfFileToken, depth + 1);
    if (written !== undefined && 'from' in written) {
      const next = this.#at(file.fileName, written.from);
      return next === undefined || depth > 8 ? undefined : this.#idOfExport(next, written.name ?? 'default', depth + 1);
    }
    if (written !== undefined) return this.idOf(written, depth + 1);
    const all = exports.get('default');
    if (all === undefined || typeof all === 'string' || 'from' in all || !ts.isObjectLiteralExpression(all)) return undefined;
    const entry = all.properties.find((each) => each.name !== undefined && ts.isIdentifier(each.name) && each.name.text === name);
    if (entry !== undefined && ts.isShorthandPropertyAssignment(entry)) return this.#idOfName(file, name, all, depth + 1);
    return entry !== undefined && ts.isPropertyAssignment(entry) ? this.idOf(entry.initializer, depth + 1) : undefined;
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
    if (ts.isArrowFunction(node) || ts.isFunctionExpression(node)) return node;
    const module = this.#required(node) ?? (ts.isIdentifier(node) ? this.#moduleOf(node) : undefined);
    if (module !== undefined) return functionIn(module, 'default');
    if (!ts.isIdentifier(node)) return undefined;
    const file = node.getSourceFile();
    const written = fileNames(file).names.get(node.text);
    if (written?.is === 'function') return written.node;
    if (written?.is === 'variable' && written.node.initializer !== undefined && isWritten(written.node.initializer)) return written.node.initializer;
    if (written?.is !== 'import') return undefined;
    const from = this.#at(file.fileName, written.from);
    return from === undefined ? undefined : functionIn(from, written.name ?? 'default');
  }
}

const isWritten = (node: ts.Node): node is ts.ArrowFunction | ts.FunctionExpression => ts.isArrowFunction(node) || ts.isFunctionExpression(node);

const functionIn = (file: ts.SourceFile, name: string): ts.FunctionLikeDeclaration | undefined => {
  const { exports, names } = fileNames(file);
  const written = exports.get(name);
  if (typeof written === 'string') {
    const own = names.get(written);
    if (own?.is === 'function') return own.node;
    return own?.is === 'variable' && own.node.initializer !== undefined && isWritten(own.node.initializer) ? own.node.initializer : undefined;
  }
  if (written === undefined || 'from' in written) return undefined;
  if (ts.isIdentifier(written)) {
    const own = names.get(written.text);
    return own?.is === 'function' ? own.node : undefined;
  }
  return isWritten(written) ? written : undefined;
};

const idAt = (node: ts.Node): RouterId => `${node.getSourceFile().fileName}:${node.pos}`;

const variableIn = (statements: readonly ts.Statement[], name: string): ts.VariableDeclaration | undefined => {
  for (const each of statements) {
    if (!ts.isVariableStatement(each)) continue;
    const found = each.declarationList.declarations.find((one) => ts.isIdentifier(one.name) && one.name.text === name);
    if (found !== undefined) return found;
  }
  return undefined;
};

/** `{ prefix: '/voice' }`. */
const prefixIn = (node: ts.Expression | undefined): string | undefined => {
  if (node === undefined || !ts.isObjectLiteralExpression(node)) return undefined;
  for (const each of node.properties)
    if (ts.isPropertyAssignment(each) && /^(?:prefix|basePath)$/u.test(each.name.getText()) && ts.isStringLiteralLike(each.initializer))
      return each.initializer.text;
  return undefined;
};

/** The prefix that a router was made with: `new Router({ prefix: '/voice' })`. */
const ownPrefix = (expression: ts.Expression): string => {
  if (!ts.isIdentifier(expression)) return '';
  const written = fileNames(expression.getSourceFile()).names.get(expression.text);
  const made = written?.is === 'variable' ? written.node.initializer : undefined;
  const [options] = made !== undefined && (ts.isNewExpression(made) || ts.isCallExpression(made)) ? (made.arguments ?? []) : [];
  return prefixIn(options) ?? '';
};

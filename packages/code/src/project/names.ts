import { ts } from 'ts-morph';
import { changesIn, declaredIn, type Changes, type Declared } from './declared.js';
import type { CodeProject } from './project.js';

/** What a name or an export stands for. */
export type Meaning =
  | {
      readonly is: 'value';
      readonly node: ts.Expression;
      /** Keys and indexes that are taken out of the value of `node`, outermost first. */
      readonly picks: readonly (string | number)[];
      /** How it is changed after that; absent where it is not. */
      readonly changes?: Changes;
    }
  | { readonly is: 'function'; readonly node: ts.FunctionDeclaration }
  | { readonly is: 'module'; readonly file: ts.SourceFile };

const isModuleExports = (node: ts.Expression): boolean =>
  ts.isPropertyAccessExpression(node) && node.name.text === 'exports' && ts.isIdentifier(node.expression) && node.expression.text === 'module';
const isExports = (node: ts.Expression): boolean => isModuleExports(node) || (ts.isIdentifier(node) && node.text === 'exports');

/** `x` of `require('x')` and `import('x')`. */
export const requiredBy = (node: ts.Expression): string | undefined => {
  if (!ts.isCallExpression(node)) return undefined;
  const isRequire = ts.isIdentifier(node.expression) && node.expression.text === 'require';
  const [named] = node.arguments;
  const loads = isRequire || node.expression.kind === ts.SyntaxKind.ImportKeyword;
  return loads && named !== undefined && ts.isStringLiteralLike(named) ? named.text : undefined;
};

const isExported = (statement: ts.Statement): boolean =>
  ts.canHaveModifiers(statement) && (ts.getModifiers(statement) ?? []).some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);
const isDefault = (statement: ts.Statement): boolean =>
  ts.canHaveModifiers(statement) && (ts.getModifiers(statement) ?? []).some(({ kind }) => kind === ts.SyntaxKind.DefaultKeyword);

/**
 * What the names of a project stand for, over modules (ES modules and CommonJS). Nothing is run, and types are not asked. A name that is declared by
 * two scopes is that of the nearer one; what only a run could tell is undefined.
 */
export class Names {
  readonly #project: CodeProject;
  readonly #scopes = new WeakMap<ts.Node, ReadonlyMap<string, Declared>>();
  readonly #changes = new WeakMap<ts.SourceFile, ReadonlyMap<string, Changes>>();
  readonly #exports = new Map<string, Meaning | undefined>();
  readonly #busy = new Set<string>();

  constructor(project: CodeProject) {
    this.#project = project;
  }

  /** What an identifier stands for where it is used. */
  meaningOf(name: ts.Identifier): Meaning | undefined {
    for (let at = name.parent as ts.Node | undefined; at !== undefined; at = at.parent as ts.Node | undefined) {
      const declared = this.#declaredIn(at)?.get(name.text);
      if (declared !== undefined) return this.#meaning(name.text, declared, name.getSourceFile());
    }
    return undefined;
  }

  /** The module that a file of the project means by a specifier. */
  moduleOf(from: ts.SourceFile, specifier: string): ts.SourceFile | undefined {
    const path = this.#project.resolve(from.fileName, specifier);
    return path === undefined ? undefined : this.#project.file(path);
  }

  /** What a module exports under a name; `default` is also what `module.exports` is set to. */
  exported(file: ts.SourceFile, name: string): Meaning | undefined {
    const key = `${file.fileName}\0${name}`;
    if (this.#exports.has(key)) return this.#exports.get(key);
    // Modules that export each other's names.
    if (this.#busy.has(key)) return undefined;
    this.#busy.add(key);
    const found = this.#findExport(file, name);
    this.#busy.delete(key);
    this.#exports.set(key, found);
    return found;
  }

  /** How a name of a file is changed after it was declared; undefined where it is not. */
  changesOf(file: ts.SourceFile, name: string): Changes | undefined {
    let changes = this.#changes.get(file);
    if (changes === undefined) this.#changes.set(file, (changes = changesIn(file)));
    return changes.get(name);
  }

  #declaredIn(node: ts.Node): ReadonlyMap<string, Declared> | undefined {
    const known = this.#scopes.get(node);
    if (known !== undefined) return known;
    const table = declaredIn(node);
    if (table !== undefined) this.#scopes.set(node, table);
    return table;
  }

  #meaning(name: string, declared: Declared, file: ts.SourceFile): Meaning | undefined {
    if (declared.is === 'function') return declared;
    if (declared.is === 'other') return undefined;
    if (declared.is === 'value') {
      const changes = this.changesOf(file, name);
      return { ...declared, ...(changes === undefined ? {} : { changes }) };
    }
    const module = this.moduleOf(file, declared.from);
    if (module === undefined) return undefined;
    return declared.is === 'whole-module' ? { is: 'module', file: module } : this.exported(module, declared.name);
  }

  #local(file: ts.SourceFile, name: string): Meaning | undefined {
    const declared = this.#declaredIn(file)?.get(name);
    return declared === undefined ? undefined : this.#meaning(name, declared, file);
  }

  #findExport(file: ts.SourceFile, name: string): Meaning | undefined {
    for (const statement of file.statements) {
      const found = this.#exportOf(statement, file, name);
      if (found !== undefined) return found;
    }
    for (const statement of file.statements) {
      if (!ts.isExportDeclaration(statement) || statement.exportClause !== undefined || name === 'default') continue;
      const module = this.#moduleOfClause(file, statement);
      const found = module === undefined ? undefined : this.exported(module, name);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  #moduleOfClause(file: ts.SourceFile, { moduleSpecifier }: ts.ExportDeclaration): ts.SourceFile | undefined {
    return moduleSpecifier !== undefined && ts.isStringLiteral(moduleSpecifier) ? this.moduleOf(file, moduleSpecifier.text) : undefined;
  }

  #exportOf(statement: ts.Statement, file: ts.SourceFile, name: string): Meaning | undefined {
    if (ts.isExportAssignment(statement)) return name === 'default' ? { is: 'value', node: statement.expression, picks: [] } : undefined;
    if (ts.isExportDeclaration(statement)) return this.#reExport(statement, file, name);
    if (ts.isExpressionStatement(statement)) return this.#commonJs(statement.expression, name);
    if (!isExported(statement)) return undefined;
    if (ts.isFunctionDeclaration(statement) && (isDefault(statement) ? name === 'default' : statement.name?.text === name))
      return { is: 'function', node: statement };
    if (!ts.isVariableStatement(statement)) return undefined;
    const isHere = statement.declarationList.declarations.some((declaration) => this.#declares(declaration.name, name));
    return isHere ? this.#local(file, name) : undefined;
  }

  #declares(bound: ts.BindingName, name: string): boolean {
    if (ts.isIdentifier(bound)) return bound.text === name;
    return bound.elements.some((element) => !ts.isOmittedExpression(element) && this.#declares(element.name, name));
  }

  #reExport(statement: ts.ExportDeclaration, file: ts.SourceFile, name: string): Meaning | undefined {
    const { exportClause: clause, moduleSpecifier } = statement;
    if (clause === undefined) return undefined;
    const module = this.#moduleOfClause(file, statement);
    if (ts.isNamespaceExport(clause)) return clause.name.text === name && module !== undefined ? { is: 'module', file: module } : undefined;
    const own = clause.elements.find((element) => element.name.text === name);
    if (own === undefined) return undefined;
    const inner = (own.propertyName ?? own.name).text;
    if (moduleSpecifier === undefined) return this.#local(file, inner);
    return module === undefined ? undefined : this.exported(module, inner);
  }

  #commonJs(expression: ts.Expression, name: string): Meaning | undefined {
    if (!ts.isBinaryExpression(expression) || expression.operatorToken.kind !== ts.SyntaxKind.EqualsToken) return undefined;
    const { left, right } = expression;
    if (isModuleExports(left)) return { is: 'value', node: right, picks: name === 'default' ? [] : [name] };
    const isOwn = ts.isPropertyAccessExpression(left) && left.name.text === name && isExports(left.expression);
    return isOwn ? { is: 'value', node: right, picks: [] } : undefined;
  }
}

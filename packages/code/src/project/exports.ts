import { ts } from 'ts-morph';
import { requiredBy } from './required.js';

/** What a module gives out under a name. */
export type Export =
  | { readonly is: 'expression'; readonly node: ts.Expression }
  /** A function that may have no name. */
  | { readonly is: 'function'; readonly node: ts.FunctionDeclaration }
  /** A name at the top of the file. */
  | { readonly is: 'name'; readonly name: string }
  /** Something of another module, handed on; `name` is undefined for all of it. */
  | { readonly is: 'from'; readonly from: string; readonly name: string | undefined };

/** What a module gives out: ES modules, CommonJS and the forms of TypeScript in between. */
export interface Exports {
  /** By name; `default` is also what `module.exports` is set to. */
  readonly named: ReadonlyMap<string, Export>;
  /** What `module.exports` is set to: its entries are exports, too. */
  readonly whole: ts.Expression | undefined;
  /** Modules of which everything but the default is handed on. */
  readonly everythingOf: readonly string[];
}

interface Made {
  readonly named: Map<string, Export>;
  readonly everythingOf: string[];
  whole: ts.Expression | undefined;
}

const isModuleExports = (node: ts.Expression): boolean =>
  ts.isPropertyAccessExpression(node) && node.name.text === 'exports' && ts.isIdentifier(node.expression) && node.expression.text === 'module';
const isExports = (node: ts.Expression): boolean => isModuleExports(node) || (ts.isIdentifier(node) && node.text === 'exports');

const hasModifier = (node: ts.Node, wanted: ts.SyntaxKind): boolean =>
  ts.canHaveModifiers(node) && (ts.getModifiers(node) ?? []).some(({ kind }) => kind === wanted);

const boundNames = (name: ts.BindingName): readonly string[] =>
  ts.isIdentifier(name) ? [name.text] : name.elements.flatMap((element) => (ts.isOmittedExpression(element) ? [] : boundNames(element.name)));

const isAssignment = (node: ts.Expression): node is ts.BinaryExpression =>
  ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.EqualsToken;

/** `module.exports = x`, `exports.name = x`, `module.exports = exports.name = x`. */
const setIn = (expression: ts.Expression, into: Made): void => {
  const targets: ts.Expression[] = [];
  let value = expression;
  for (; isAssignment(value); value = value.right) targets.push(value.left);
  for (const target of targets) {
    if (isModuleExports(target)) {
      into.whole = value;
      into.named.set('default', { is: 'expression', node: value });
    } else if (ts.isPropertyAccessExpression(target) && isExports(target.expression))
      into.named.set(target.name.text, { is: 'expression', node: value });
  }
};

const handedOn = ({ exportClause: clause, moduleSpecifier }: ts.ExportDeclaration, into: Made): void => {
  const from = moduleSpecifier !== undefined && ts.isStringLiteral(moduleSpecifier) ? moduleSpecifier.text : undefined;
  if (clause === undefined) {
    if (from !== undefined) into.everythingOf.push(from);
  } else if (ts.isNamespaceExport(clause)) {
    if (from !== undefined) into.named.set(clause.name.text, { is: 'from', from, name: undefined });
  } else
    for (const { name, propertyName } of clause.elements) {
      const inner = (propertyName ?? name).text;
      into.named.set(name.text, from === undefined ? { is: 'name', name: inner } : { is: 'from', from, name: inner });
    }
};

const ofDeclaration = (statement: ts.Statement, into: Made): void => {
  if (!hasModifier(statement, ts.SyntaxKind.ExportKeyword)) return;
  if (ts.isVariableStatement(statement)) {
    for (const { name } of statement.declarationList.declarations)
      for (const each of boundNames(name)) into.named.set(each, { is: 'name', name: each });
  } else if (ts.isFunctionDeclaration(statement) || ts.isClassDeclaration(statement) || ts.isEnumDeclaration(statement)) {
    const name = hasModifier(statement, ts.SyntaxKind.DefaultKeyword) ? 'default' : statement.name?.text;
    if (name === undefined) return;
    if (ts.isFunctionDeclaration(statement)) into.named.set(name, { is: 'function', node: statement });
    else if (statement.name !== undefined) into.named.set(name, { is: 'name', name: statement.name.text });
  } else if (ts.isImportEqualsDeclaration(statement)) into.named.set(statement.name.text, { is: 'name', name: statement.name.text });
};

/** What a file gives out. Of what is set twice the last counts. */
export const exportsOf = (file: ts.SourceFile): Exports => {
  const made: Made = { named: new Map(), everythingOf: [], whole: undefined };
  for (const statement of file.statements) {
    if (ts.isExportDeclaration(statement)) handedOn(statement, made);
    else if (ts.isExportAssignment(statement)) {
      made.named.set('default', { is: 'expression', node: statement.expression });
      if (statement.isExportEquals === true) made.whole = statement.expression;
    } else if (ts.isExpressionStatement(statement)) setIn(statement.expression, made);
    else ofDeclaration(statement, made);
  }
  // `module.exports = require('./other')` hands on all that the other has.
  const other = made.whole === undefined ? undefined : requiredBy(made.whole);
  if (other !== undefined) made.everythingOf.push(other);
  return made;
};

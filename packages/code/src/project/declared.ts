import { ts } from 'ts-morph';
import { walk } from './walk.js';

/** What a name is declared as. */
export type Declared =
  | {
      readonly is: 'value';
      readonly node: ts.Expression;
      /** Keys and indexes that a pattern takes out of it, outermost first: `b` and `0` of `const { b: [c] } = a`. */
      readonly picks: readonly (string | number)[];
    }
  | { readonly is: 'function'; readonly node: ts.FunctionDeclaration }
  | { readonly is: 'import'; readonly from: string; readonly name: string }
  | { readonly is: 'whole-module'; readonly from: string }
  /** A parameter, a class, a variable without a value: something that only a run would tell. */
  | { readonly is: 'other' };

type Table = Map<string, Declared>;

const OTHER: Declared = { is: 'other' };

const bind = (name: ts.BindingName, node: ts.Expression | undefined, picks: readonly (string | number)[], into: Table): void => {
  if (ts.isIdentifier(name)) {
    into.set(name.text, node === undefined ? OTHER : { is: 'value', node, picks });
    return;
  }
  name.elements.forEach((element, index) => {
    if (ts.isOmittedExpression(element)) return;
    const key = ts.isArrayBindingPattern(name) ? index : keyOf(element);
    // A value that is set where there is none, and a rest, are not told by the key alone.
    const isPlain = element.dotDotDotToken === undefined && element.initializer === undefined && key !== undefined;
    bind(element.name, isPlain ? node : undefined, key === undefined ? picks : [...picks, key], into);
  });
};

const keyOf = ({ propertyName, name }: ts.BindingElement): string | undefined => {
  const key = propertyName ?? name;
  return ts.isIdentifier(key) || ts.isStringLiteral(key) || ts.isNumericLiteral(key) ? key.text : undefined;
};

const declareVariables = ({ declarations }: ts.VariableDeclarationList, into: Table): void => {
  for (const { name, initializer } of declarations) bind(name, initializer, [], into);
};

const declareImports = (statement: ts.ImportDeclaration, into: Table): void => {
  const { importClause: clause, moduleSpecifier } = statement;
  if (clause === undefined || !ts.isStringLiteral(moduleSpecifier)) return;
  const from = moduleSpecifier.text;
  if (clause.name !== undefined) into.set(clause.name.text, { is: 'import', from, name: 'default' });
  const { namedBindings: named } = clause;
  if (named === undefined) return;
  if (ts.isNamespaceImport(named)) into.set(named.name.text, { is: 'whole-module', from });
  else for (const { name, propertyName } of named.elements) into.set(name.text, { is: 'import', from, name: (propertyName ?? name).text });
};

const declareStatement = (statement: ts.Statement, into: Table): void => {
  if (ts.isVariableStatement(statement)) declareVariables(statement.declarationList, into);
  else if (ts.isFunctionDeclaration(statement) && statement.name !== undefined) into.set(statement.name.text, { is: 'function', node: statement });
  else if ((ts.isClassDeclaration(statement) || ts.isEnumDeclaration(statement)) && statement.name !== undefined)
    into.set(statement.name.text, OTHER);
  else if (ts.isImportDeclaration(statement)) declareImports(statement, into);
  else if (ts.isImportEqualsDeclaration(statement) && ts.isExternalModuleReference(statement.moduleReference)) {
    const { expression } = statement.moduleReference;
    if (ts.isStringLiteral(expression)) into.set(statement.name.text, { is: 'whole-module', from: expression.text });
  }
};

/** The names that a node declares for what lies inside it; undefined where it is no scope. */
export const declaredIn = (node: ts.Node): ReadonlyMap<string, Declared> | undefined => {
  const table: Table = new Map();
  if (ts.isSourceFile(node) || ts.isBlock(node) || ts.isModuleBlock(node) || ts.isCaseOrDefaultClause(node))
    for (const statement of node.statements) declareStatement(statement, table);
  else if (ts.isFunctionLike(node)) for (const { name } of node.parameters) bind(name, undefined, [], table);
  else if (ts.isForStatement(node) || ts.isForOfStatement(node) || ts.isForInStatement(node)) {
    const { initializer } = node;
    if (initializer !== undefined && ts.isVariableDeclarationList(initializer))
      for (const { name } of initializer.declarations) bind(name, undefined, [], table);
  } else if (ts.isCatchClause(node) && node.variableDeclaration !== undefined) bind(node.variableDeclaration.name, undefined, [], table);
  else return undefined;
  return table;
};

/** How what a name stands for is changed after it was declared. */
export interface Changes {
  /** It is given another value, or anything in it may be changed. */
  readonly whole: boolean;
  /** Keys that are set one by one. */
  readonly keys: ReadonlySet<string>;
}

const CHANGES_A_LIST = new Set(['push', 'pop', 'shift', 'unshift', 'splice', 'sort', 'reverse', 'fill', 'copyWithin']);

/** The name at the root of `a.b[c]`, and the first key behind it. */
const rootOf = (node: ts.Expression): { readonly name: string; readonly key: string | undefined; readonly isBare: boolean } | undefined => {
  let at = node;
  let key: string | undefined;
  let isBare = true;
  for (;;) {
    if (ts.isPropertyAccessExpression(at)) key = at.name.text;
    else if (ts.isElementAccessExpression(at)) key = ts.isStringLiteralLike(at.argumentExpression) ? at.argumentExpression.text : undefined;
    else if (!ts.isParenthesizedExpression(at) && !ts.isNonNullExpression(at) && !ts.isAsExpression(at)) break;
    else {
      at = at.expression;
      continue;
    }
    isBare = false;
    at = at.expression;
  }
  return ts.isIdentifier(at) ? { name: at.text, key, isBare } : undefined;
};

const changedBy = (node: ts.Node): ts.Expression | undefined => {
  if (ts.isBinaryExpression(node)) {
    const { kind } = node.operatorToken;
    return kind >= ts.SyntaxKind.FirstAssignment && kind <= ts.SyntaxKind.LastAssignment ? node.left : undefined;
  }
  if (ts.isDeleteExpression(node)) return node.expression;
  if (
    (ts.isPrefixUnaryExpression(node) || ts.isPostfixUnaryExpression(node)) &&
    (node.operator === ts.SyntaxKind.PlusPlusToken || node.operator === ts.SyntaxKind.MinusMinusToken)
  )
    return node.operand;
  return undefined;
};

/** What a call changes: `list` of `list.push()`, `a` of `Object.assign(a, b)`. */
const changedByCall = (node: ts.Node): { readonly target: ts.Expression; readonly isWhole: boolean } | undefined => {
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return undefined;
  const { name, expression } = node.expression;
  const [first] = node.arguments;
  if (CHANGES_A_LIST.has(name.text)) return { target: expression, isWhole: false };
  const isObject = ts.isIdentifier(expression) && expression.text === 'Object';
  return isObject && /^(?:assign|definePropert(?:y|ies))$/u.test(name.text) && first !== undefined ? { target: first, isWhole: true } : undefined;
};

/** The names of a file whose values are changed, wherever that stands in it. A name that two scopes declare counts for both. */
export const changesIn = (file: ts.SourceFile): ReadonlyMap<string, Changes> => {
  const changes = new Map<string, { whole: boolean; keys: Set<string> }>();
  const note = (target: ts.Expression, isWhole: boolean): void => {
    const root = rootOf(target);
    if (root === undefined) return;
    const known = changes.get(root.name) ?? { whole: false, keys: new Set() };
    changes.set(root.name, known);
    if (root.isBare || root.key === undefined || isWhole) known.whole = true;
    else known.keys.add(root.key);
  };
  walk(file, (node) => {
    const target = changedBy(node);
    if (target !== undefined) {
      if (ts.isObjectLiteralExpression(target) || ts.isArrayLiteralExpression(target))
        walk(target, (inner) => {
          if (ts.isIdentifier(inner)) note(inner, true);
          return true;
        });
      else note(target, false);
    }
    const call = changedByCall(node);
    if (call !== undefined) note(call.target, call.isWhole);
    return true;
  });
  return changes;
};

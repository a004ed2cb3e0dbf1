import { ts } from 'ts-morph';

/** What a name is declared as. */
export type Declared =
  | {
      readonly is: 'value';
      readonly name: string;
      readonly node: ts.Expression;
      /** Keys and indexes that a pattern takes out of it, outermost first: `b` and `0` of `const { b: [c] } = a`. */
      readonly picks: readonly (string | number)[];
      /** What it is where nothing is picked: `1` of `const { b = 1 } = a`. */
      readonly otherwise?: ts.Expression;
      /** Where it is declared. */
      readonly at: ts.Node;
    }
  | { readonly is: 'function'; readonly node: ts.FunctionDeclaration }
  /** `name`: of the export; undefined for the whole module. */
  | { readonly is: 'import'; readonly from: string; readonly name: string | undefined }
  /** A parameter, a class, a variable without a value: something that only a run would tell. */
  | { readonly is: 'other'; readonly at: ts.Node };

type Table = Map<string, Declared>;

/** What is bound to a pattern, and what of it. */
interface Bound {
  readonly node: ts.Expression;
  readonly picks: readonly (string | number)[];
}

const bind = (at: ts.VariableDeclaration | ts.BindingElement | ts.ParameterDeclaration, bound: Bound | undefined, into: Table): void => {
  const { name } = at;
  if (ts.isIdentifier(name)) {
    const otherwise = ts.isBindingElement(at) && at.initializer !== undefined ? { otherwise: at.initializer } : {};
    into.set(name.text, bound === undefined ? { is: 'other', at } : { is: 'value', name: name.text, ...bound, ...otherwise, at });
    return;
  }
  // Of a pattern that has a value of its own it is not told by keys alone what it is bound to.
  const whole = ts.isBindingElement(at) && at.initializer !== undefined ? undefined : bound;
  name.elements.forEach((element, index) => {
    if (ts.isOmittedExpression(element)) return;
    const key = ts.isArrayBindingPattern(name) ? index : keyOf(element);
    const isPart = element.dotDotDotToken === undefined && key !== undefined;
    bind(element, isPart && whole !== undefined ? { node: whole.node, picks: [...whole.picks, key] } : undefined, into);
  });
};

const keyOf = ({ propertyName, name }: ts.BindingElement): string | undefined => {
  const key = propertyName ?? name;
  return ts.isIdentifier(key) || ts.isStringLiteral(key) || ts.isNumericLiteral(key) ? key.text : undefined;
};

const declareVariables = ({ declarations }: ts.VariableDeclarationList, into: Table): void => {
  for (const each of declarations) bind(each, each.initializer === undefined ? undefined : { node: each.initializer, picks: [] }, into);
};

const declareImports = (statement: ts.ImportDeclaration, into: Table): void => {
  const { importClause: clause, moduleSpecifier } = statement;
  if (clause === undefined || !ts.isStringLiteral(moduleSpecifier)) return;
  const from = moduleSpecifier.text;
  if (clause.name !== undefined) into.set(clause.name.text, { is: 'import', from, name: 'default' });
  const { namedBindings: named } = clause;
  if (named === undefined) return;
  if (ts.isNamespaceImport(named)) into.set(named.name.text, { is: 'import', from, name: undefined });
  else for (const { name, propertyName } of named.elements) into.set(name.text, { is: 'import', from, name: (propertyName ?? name).text });
};

const declareStatement = (statement: ts.Statement, into: Table): void => {
  if (ts.isVariableStatement(statement)) declareVariables(statement.declarationList, into);
  else if (ts.isFunctionDeclaration(statement) && statement.name !== undefined) into.set(statement.name.text, { is: 'function', node: statement });
  else if ((ts.isClassDeclaration(statement) || ts.isEnumDeclaration(statement)) && statement.name !== undefined)
    into.set(statement.name.text, { is: 'other', at: statement });
  else if (ts.isImportDeclaration(statement)) declareImports(statement, into);
  else if (ts.isImportEqualsDeclaration(statement) && ts.isExternalModuleReference(statement.moduleReference)) {
    const { expression } = statement.moduleReference;
    if (ts.isStringLiteral(expression)) into.set(statement.name.text, { is: 'import', from: expression.text, name: undefined });
  }
};

/** The names that a node declares for what lies inside it; undefined where it is no scope. */
export const declaredIn = (node: ts.Node): ReadonlyMap<string, Declared> | undefined => {
  const table: Table = new Map();
  if (ts.isSourceFile(node) || ts.isBlock(node) || ts.isModuleBlock(node) || ts.isCaseOrDefaultClause(node))
    for (const statement of node.statements) declareStatement(statement, table);
  else if (ts.isFunctionLike(node)) for (const each of node.parameters) bind(each, undefined, table);
  else if (ts.isForStatement(node) || ts.isForOfStatement(node) || ts.isForInStatement(node)) {
    const { initializer } = node;
    if (initializer !== undefined && ts.isVariableDeclarationList(initializer))
      for (const each of initializer.declarations) bind(each, undefined, table);
  } else if (ts.isCatchClause(node) && node.variableDeclaration !== undefined) bind(node.variableDeclaration, undefined, table);
  else return undefined;
  return table;
};

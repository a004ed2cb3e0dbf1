import { ts } from 'ts-morph';
import { bind, bindParameters } from './bind.js';
import { evaluate } from './evaluate.js';
import { isIdle } from './idle.js';
import { Thrown, type Run } from './run.js';
import { truth } from './truth.js';
import { constant, NOTHING, unknown, wordsIn, type FunctionValue, type Scope, type Value } from './value.js';

/** How a statement is left, where it is not simply over. */
type Left = { readonly by: 'return'; readonly value: Value } | { readonly by: 'break' | 'continue' } | undefined;

/** So many functions may be inside each other, and so often the same one. */
const DEEPEST = 14;
const MOST_OF_ONE = 2;

/** Goes through a function of the project; undefined where that would not end. */
export const goThrough = (run: Run, called: FunctionValue, values: readonly Value[], self?: Value): Value | undefined => {
  const { node } = called;
  if (run.calls.length >= DEEPEST || run.calls.filter((each) => each === node).length >= MOST_OF_ONE) return undefined;
  const scope: Scope = { names: new Map(self === undefined ? [] : [['this', self]]), outer: called.scope };
  if (node.body === undefined) return undefined;
  run.calls.push(node);
  try {
    bindParameters(run, node.parameters, values, scope);
    if (!ts.isBlock(node.body)) return evaluate(run, node.body, scope);
    const left = block(run, node.body.statements, scope);
    return left?.by === 'return' ? left.value : NOTHING;
  } finally {
    run.calls.pop();
  }
};

const block = (run: Run, statements: readonly ts.Statement[], scope: Scope): Left => {
  // Functions can be called above the place where they stand.
  for (const node of statements)
    if (ts.isFunctionDeclaration(node) && node.name !== undefined) scope.names.set(node.name.text, { is: 'function', node, scope });
  for (const node of statements) {
    const left = statement(run, node, scope);
    if (left !== undefined) return left;
  }
  return undefined;
};

const inside = (scope: Scope): Scope => ({ names: new Map(), outer: scope });

const variables = (run: Run, list: ts.VariableDeclarationList, scope: Scope): void => {
  for (const { name, initializer } of list.declarations)
    if (initializer !== undefined) bind(run, name, evaluate(run, initializer, scope), scope);
    else if (ts.isIdentifier(name)) scope.names.set(name.text, NOTHING);
};

const branch = (run: Run, node: ts.IfStatement, scope: Scope): Left => {
  if (isIdle(run, node.thenStatement, scope) && (node.elseStatement === undefined || isIdle(run, node.elseStatement, scope))) return undefined;
  if (truth.of(run, node.expression, scope)) return statement(run, node.thenStatement, inside(scope));
  return node.elseStatement === undefined ? undefined : statement(run, node.elseStatement, inside(scope));
};

/** The clause that is taken: each label is compared in turn. */
const chosenClause = (run: Run, node: ts.SwitchStatement, scope: Scope): number => {
  const { clauses } = node.caseBlock;
  const value = evaluate(run, node.expression, scope);
  for (const [index, clause] of clauses.entries()) {
    if (!ts.isCaseClause(clause)) continue;
    const label = evaluate(run, clause.expression, scope);
    if (value.is === 'const' && value.value === true) {
      if (truth.of(run, clause.expression, scope)) return index;
    } else if (value.is === 'const' && label.is === 'const') {
      if (String(value.value) === String(label.value)) return index;
    } else if (value.is === 'input' && label.is === 'const') {
      if (truth.isAnswer(run, value, String(label.value), clause.expression)) return index;
    } else if (truth.ofCondition(run, clause.expression, [value, unknown(clause.expression.getText(), wordsIn(value))])) return index;
  }
  return clauses.findIndex((clause) => ts.isDefaultClause(clause));
};

const choice = (run: Run, node: ts.SwitchStatement, scope: Scope): Left => {
  const from = chosenClause(run, node, scope);
  const own = inside(scope);
  for (const clause of from < 0 ? [] : node.caseBlock.clauses.slice(from)) {
    const left = block(run, clause.statements, own);
    if (left?.by === 'break') return undefined;
    if (left !== undefined) return left;
  }
  return undefined;
};

const attempt = (run: Run, node: ts.TryStatement, scope: Scope): Left => {
  const { catchClause, finallyBlock } = node;
  let left: Left;
  if (catchClause !== undefined) run.catching++;
  try {
    left = block(run, node.tryBlock.statements, inside(scope));
    if (catchClause !== undefined) run.catching--;
  } catch (error) {
    if (catchClause !== undefined) run.catching--;
    if (!(error instanceof Thrown) || catchClause === undefined) throw error;
    const own = inside(scope);
    const name = catchClause.variableDeclaration?.name;
    if (name !== undefined) bind(run, name, unknown('error'), own);
    left = block(run, catchClause.block.statements, own);
  }
  return (finallyBlock === undefined ? undefined : block(run, finallyBlock.statements, inside(scope))) ?? left;
};

/** So many items of a list are gone through. */
const MOST_ITEMS = 20;

/** The items that a loop goes through, where they are known; else one that stands for all. */
export const itemsOf = (value: Value): readonly Value[] =>
  value.is === 'array' && !value.open && value.items.length <= MOST_ITEMS ? value.items : [unknown('item', wordsIn(value))];

const each = (run: Run, node: ts.ForOfStatement | ts.ForInStatement, scope: Scope): Left => {
  const over = evaluate(run, node.expression, scope);
  const items = ts.isForInStatement(node) && over.is === 'object' && !over.open ? [...over.entries.keys()].map(constant) : itemsOf(over);
  for (const item of items) {
    const own = inside(scope);
    if (ts.isVariableDeclarationList(node.initializer)) for (const { name } of node.initializer.declarations) bind(run, name, item, own);
    const left = statement(run, node.statement, own);
    if (left?.by === 'break') return undefined;
    if (left?.by === 'return') return left;
  }
  return undefined;
};

/** A loop without a list is gone through once. */
const once = (run: Run, node: ts.ForStatement | ts.WhileStatement | ts.DoStatement, scope: Scope): Left => {
  const own = inside(scope);
  if (ts.isForStatement(node) && node.initializer !== undefined && ts.isVariableDeclarationList(node.initializer))
    for (const { name } of node.initializer.declarations) bind(run, name, unknown('index'), own);
  const left = statement(run, node.statement, own);
  return left?.by === 'return' ? left : undefined;
};

/** Goes through a statement. */
const statement = (run: Run, node: ts.Statement, scope: Scope): Left => {
  run.burn();
  if (ts.isExpressionStatement(node)) evaluate(run, node.expression, scope);
  else if (ts.isVariableStatement(node)) variables(run, node.declarationList, scope);
  else if (ts.isIfStatement(node)) return branch(run, node, scope);
  else if (ts.isReturnStatement(node))
    return { by: 'return', value: node.expression === undefined ? NOTHING : evaluate(run, node.expression, scope) };
  else if (ts.isBlock(node)) return block(run, node.statements, inside(scope));
  else if (ts.isSwitchStatement(node)) return choice(run, node, scope);
  else if (ts.isTryStatement(node)) return attempt(run, node, scope);
  else if (ts.isThrowStatement(node)) throw new Thrown();
  else if (ts.isBreakStatement(node)) return { by: 'break' };
  else if (ts.isContinueStatement(node)) return { by: 'continue' };
  else if (ts.isForOfStatement(node) || ts.isForInStatement(node)) return each(run, node, scope);
  else if (ts.isForStatement(node) || ts.isWhileStatement(node) || ts.isDoStatement(node)) return once(run, node, scope);
  else if (ts.isLabeledStatement(node)) return statement(run, node.statement, scope);
  return undefined;
};

import { ts } from 'ts-morph';
import { walk } from './walk.js';

/** How what a name stands for is changed after it was declared. */
export interface Changes {
  /** It is given another value, or anything in it may be changed. */
  readonly whole: boolean;
  /** Keys that are set one by one. */
  readonly keys: ReadonlySet<string>;
}

/** Methods that change what they are called on: a list, a set, a map. */
const CHANGING = new Set(['push', 'pop', 'shift', 'unshift', 'splice', 'sort', 'reverse', 'fill', 'copyWithin', 'set', 'add', 'delete', 'clear']);

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
  if (CHANGING.has(name.text)) return { target: expression, isWhole: false };
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

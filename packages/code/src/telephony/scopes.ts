import { ts } from 'ts-morph';
import { bind } from './bind.js';
import { evaluate } from './evaluate.js';
import { topScope } from './modules.js';
import type { Run } from './run.js';
import { unknown, type Scope, type Value } from './value.js';

const isFunction = (node: ts.Node): node is ts.FunctionLikeDeclaration =>
  ts.isFunctionDeclaration(node) ||
  ts.isFunctionExpression(node) ||
  ts.isArrowFunction(node) ||
  ts.isMethodDeclaration(node) ||
  ts.isConstructorDeclaration(node);

/** A name that a function declares in its own block, or undefined. */
const declared = (run: Run, node: ts.FunctionLikeDeclaration, scope: Scope, name: string): Value | undefined => {
  if (node.parameters.some((parameter) => ts.isIdentifier(parameter.name) && parameter.name.text === name)) return unknown(name);
  if (node.body === undefined || !ts.isBlock(node.body)) return undefined;
  for (const each of node.body.statements) {
    if (ts.isFunctionDeclaration(each) && each.name?.text === name) return { is: 'function', node: each, scope };
    if (!ts.isVariableStatement(each)) continue;
    for (const { name: own, initializer } of each.declarationList.declarations) {
      if (ts.isIdentifier(own) && own.text === name) return initializer === undefined ? unknown(name) : evaluate(run, initializer, scope);
      if (ts.isIdentifier(own) || initializer === undefined) continue;
      const holder: Scope = { names: new Map(), outer: scope };
      if (own.getText().includes(name)) bind(run, own, evaluate(run, initializer, scope), holder);
      const value = holder.names.get(name);
      if (value !== undefined) return value;
    }
  }
  return undefined;
};

/** The names that can be seen at a place, inside functions of which nobody knows how they were called. */
export const scopeAt = (run: Run, node: ts.Node): Scope => {
  let at: ts.Node = node.parent;
  while (!ts.isSourceFile(at) && !isFunction(at)) at = at.parent;
  if (ts.isSourceFile(at)) return topScope(run, at);
  const around = at;
  const working = new Set<string>();
  const scope: Scope = {
    names: new Map(),
    outer: scopeAt(run, around),
    top: (name) => {
      if (working.has(name)) return undefined;
      working.add(name);
      const value = declared(run, around, scope, name);
      working.delete(name);
      return value;
    },
  };
  return scope;
};

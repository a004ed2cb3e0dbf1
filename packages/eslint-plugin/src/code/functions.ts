import { findVariable } from '@eslint-community/eslint-utils';
import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { ancestorsOf } from './around.js';
import { bare, isFunction, keyOf, lastName, walk } from './walk.js';

type SourceCode = Readonly<TSESLint.SourceCode>;

/** A function, however it is written. */
export type FunctionNode = TSESTree.ArrowFunctionExpression | TSESTree.FunctionDeclaration | TSESTree.FunctionExpression;

/** Whether a node or one below it passes; what lies in functions below it counts, too. */
export const someBelow = (node: TSESTree.Node, source: SourceCode, passes: (node: TSESTree.Node) => boolean): boolean => {
  let found = false;
  walk(node, source, (one) => {
    found ||= passes(one);
    return !found;
  });
  return found;
};

/** An expression without what says nothing of its value: what `bare` leaves out, the braces of JSX, and `void`. */
export const meant = (written: TSESTree.Node): TSESTree.Node => {
  const node = bare(written);
  if (node.type === 'JSXExpressionContainer') return meant(node.expression);
  return node.type === 'UnaryExpression' && node.operator === 'void' ? meant(node.argument) : node;
};

/** The name of an expression as it is written: `axios.post`, `this.setState`, `auth().protect`; empty where it has none. */
export const dottedName = (written: TSESTree.Node): string => {
  const node = meant(written);
  if (node.type === 'Identifier') return node.name;
  if (node.type === 'ThisExpression') return 'this';
  if (node.type === 'CallExpression') return `${dottedName(node.callee)}()`;
  if (node.type === 'MemberExpression' && !node.computed && node.property.type === 'Identifier')
    return `${dottedName(node.object)}.${node.property.name}`;
  return '';
};

/** Where a name comes from: what it was given when it was made, the whole of a destructuring; undefined for parameters and names of other modules. */
export const initOf = (node: TSESTree.Identifier, source: SourceCode): TSESTree.VariableDeclarator | undefined => {
  const declarator = findVariable(source.getScope(node) as never, node)?.defs[0]?.node as TSESTree.Node | undefined;
  return declarator?.type === 'VariableDeclarator' ? declarator : undefined;
};

/** Whether a name is imported from another module. */
export const isImported = (node: TSESTree.Identifier, source: SourceCode): boolean =>
  findVariable(source.getScope(node) as never, node)?.defs[0]?.type === 'ImportBinding';

/** Calls that only keep a function, or wait before it runs, and hand it on unchanged. */
const KEEPS = /^(?:useCallback|useEvent|useEffectEvent|useMemoizedFn|memo|forwardRef|observer|debounce|throttle)$/u;

const memberOf = (node: TSESTree.Node, name: string): FunctionNode | undefined => {
  const members = ancestorsOf(node).find((one) => one.type === 'ClassBody')?.body ?? [];
  for (const member of members)
    if (
      (member.type === 'MethodDefinition' || member.type === 'PropertyDefinition') &&
      lastName(member.key) === name &&
      member.value !== null &&
      isFunction(member.value)
    )
      return member.value;
  return undefined;
};

/** The function that an expression stands for, where this file holds it: written in place, by its name, `useCallback(…)`, a method of the class, `x.bind(this)`. */
export const functionOf = (written: TSESTree.Node, source: SourceCode, depth = 0): FunctionNode | undefined => {
  const node = meant(written);
  if (isFunction(node)) return node;
  if (depth > 4) return undefined;
  if (node.type === 'Identifier') {
    const definition = findVariable(source.getScope(node) as never, node)?.defs[0]?.node as TSESTree.Node | undefined;
    if (definition !== undefined && isFunction(definition)) return definition;
    if (definition?.type !== 'VariableDeclarator' || definition.init === null || definition.id.type !== 'Identifier') return undefined;
    return functionOf(definition.init, source, depth + 1);
  }
  if (node.type === 'MemberExpression' && node.object.type === 'ThisExpression' && node.property.type === 'Identifier')
    return memberOf(node, node.property.name);
  if (node.type !== 'CallExpression') return undefined;
  if (node.callee.type === 'MemberExpression' && lastName(node.callee) === 'bind') return functionOf(node.callee.object, source, depth + 1);
  const [first] = node.arguments;
  return first !== undefined && KEEPS.test(lastName(node.callee)) ? functionOf(first, source, depth + 1) : undefined;
};

/** The statements of a function; of `() => x` none. */
export const statementsOf = ({ body }: FunctionNode): readonly TSESTree.Statement[] => (body.type === 'BlockStatement' ? body.body : []);

/** The name that a function goes by: its own, or of what it is given to (`const Page = memo(() => …)`). */
export const nameOfFunction = (fn: FunctionNode): string => {
  if (fn.id) return fn.id.name;
  let at: TSESTree.Node = fn.parent;
  while (at.type === 'CallExpression' || at.type === 'TSAsExpression' || at.type === 'TSSatisfiesExpression') at = at.parent;
  if (at.type === 'VariableDeclarator' && at.id.type === 'Identifier') return at.id.name;
  if (at.type === 'Property') return keyOf(at) ?? '';
  if (at.type === 'MethodDefinition' || at.type === 'PropertyDefinition') return lastName(at.key);
  return '';
};

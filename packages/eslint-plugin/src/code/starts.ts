import { findVariable } from '@eslint-community/eslint-utils';
import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { ancestorsOf, loadingAround, propertyOf } from './around.js';
import { staticValue } from './texts.js';
import { bare, isFunction, keyOf, lastName } from './walk.js';

type SourceCode = Readonly<TSESLint.SourceCode>;
type Variable = TSESLint.Scope.Variable;

/** Where a value begins. */
export interface Start {
  /** The expression that is there before anybody has done anything. */
  readonly node: TSESTree.Node;
  /** The names that lead to it, from the outside in: `form`, `newsletter`. */
  readonly path: readonly string[];
}

/** What holds state, and what of it is asked. */
interface Held {
  readonly initial: TSESTree.Node;
  readonly setter: Variable | undefined;
  readonly name: string;
  /** Whether what is sent to the setter is a message, not the state. */
  readonly reduces: boolean;
}

/** Deeper chains than this are not followed. */
const DEEPEST = 6;
const HOLDS = /^(?:use(?:Safe|Immer)?State|use(?:Immer)?Reducer|createSignal|useSignal|signal|ref|useToggle|useBoolean)$/u;
/** The hooks that a reducer comes first in. */
const REDUCES = /Reducer$/u;

const variableOf = (node: TSESTree.Identifier, source: SourceCode): Variable | undefined =>
  (findVariable(source.getScope(node) as never, node.name) ?? undefined) as unknown as Variable | undefined;

const declarationOf = (variable: Variable | undefined): TSESTree.VariableDeclarator | undefined => {
  const node = variable?.defs.length === 1 ? variable.defs[0]?.node : undefined;
  return node?.type === 'VariableDeclarator' ? node : undefined;
};

/** The expression that a constant of the file stands for. */
export const meant = (node: TSESTree.Node, source: SourceCode, depth = 0): TSESTree.Node => {
  const inner = bare(node);
  if (depth > DEEPEST) return inner;
  if (inner.type === 'Identifier') {
    const declared = declarationOf(variableOf(inner, source));
    return declared?.id.type === 'Identifier' && declared.init !== null && declared.parent.kind === 'const'
      ? meant(declared.init, source, depth + 1)
      : inner;
  }
  if (isFunction(inner) && inner.params.length === 0 && !inner.async) {
    if (inner.body.type !== 'BlockStatement') return meant(inner.body, source, depth + 1);
    const [only] = inner.body.body;
    if (inner.body.body.length === 1 && only?.type === 'ReturnStatement' && only.argument !== null) return meant(only.argument, source, depth + 1);
  }
  return inner;
};

/** The state that a variable is, where a call of a known hook made it. */
const heldBy = (variable: Variable | undefined, source: SourceCode): Held | undefined => {
  const declared = declarationOf(variable);
  const call = declared?.init === null || declared === undefined ? undefined : bare(declared.init);
  if (declared === undefined || call?.type !== 'CallExpression' || variable === undefined || !HOLDS.test(lastName(call.callee))) return undefined;
  const reduces = REDUCES.test(lastName(call.callee));
  const initial = call.arguments[reduces ? 1 : 0];
  if (initial === undefined) return undefined;
  if (declared.id.type === 'Identifier') return { initial, setter: undefined, name: variable.name, reduces };
  if (declared.id.type !== 'ArrayPattern' || declared.id.elements[0]?.type !== 'Identifier' || declared.id.elements[0].name !== variable.name)
    return undefined;
  const second = declared.id.elements[1];
  return { initial, setter: second?.type === 'Identifier' ? variableOf(second, source) : undefined, name: variable.name, reduces };
};

/** What stands at the end of these keys in an object that is written out. */
const inside = (node: TSESTree.Node, keys: readonly string[], source: SourceCode): TSESTree.Node | undefined => {
  const at = meant(node, source);
  const [key, ...rest] = keys;
  if (key === undefined) return at;
  const property = at.type === 'ObjectExpression' ? propertyOf(at, key) : undefined;
  return property === undefined ? undefined : inside(property.value, rest, source);
};

const rootOf = (node: TSESTree.Node): string | undefined => {
  const at = bare(node);
  if (at.type === 'Identifier') return at.name;
  if (at.type === 'MemberExpression') return rootOf(at.object);
  return at.type === 'CallExpression' ? rootOf(at.callee) : undefined;
};

const ownParameters = (node: TSESTree.Node): readonly string[] =>
  isFunction(node) ? node.params.flatMap((one) => (one.type === 'Identifier' ? [one.name] : [])) : [];

/** Whether what is put into a state may be something that was loaded, as far as this key goes. `known` are the names that are no news: the state itself. */
const mayFill = (argument: TSESTree.Node, key: string | undefined, known: readonly string[], source: SourceCode): boolean => {
  const value = bare(argument);
  if (staticValue(value, source) !== undefined || (value.type === 'UnaryExpression' && value.operator === '!')) return false;
  if (isFunction(value)) return value.body.type === 'BlockStatement' || mayFill(value.body, key, [...known, ...ownParameters(value)], source);
  if (value.type === 'ObjectExpression' && key !== undefined) {
    return value.properties.some((one) => {
      if (one.type === 'SpreadElement') return mayFill(one.argument, undefined, known, source);
      return keyOf(one) === key && mayFill(one.value, undefined, known, source);
    });
  }
  const root = rootOf(value);
  return root === undefined || !known.includes(root);
};

/** Whether a state is filled with what was loaded or stored: then what it begins with only holds the place. */
const isFilledLater = ({ setter, name, reduces }: Held, key: string | undefined, source: SourceCode): boolean =>
  (setter?.references ?? []).some(({ identifier }) => {
    const call = identifier.parent;
    if (call.type !== 'CallExpression' || call.callee !== identifier || call.arguments[0] === undefined) return false;
    const waits = loadingAround(call);
    if (waits === undefined) return false;
    const isAnswer = waits.parent?.type === 'CallExpression';
    return mayFill(call.arguments[0], reduces ? undefined : key, [name, ...(isAnswer ? [] : ownParameters(waits))], source);
  });

/** The class around a node, and what its state begins with. */
const classState = (node: TSESTree.Node): TSESTree.Node | undefined => {
  const body = ancestorsOf(node).find((at) => at.type === 'ClassBody');
  for (const member of body?.body ?? []) {
    if (member.type === 'PropertyDefinition' && lastName(member.key) === 'state' && member.value !== null) return member.value;
    if (member.type !== 'MethodDefinition' || member.kind !== 'constructor') continue;
    for (const statement of member.value.body?.body ?? []) {
      if (statement.type !== 'ExpressionStatement' || statement.expression.type !== 'AssignmentExpression') continue;
      const { left, right } = statement.expression;
      if (left.type === 'MemberExpression' && left.object.type === 'ThisExpression' && lastName(left) === 'state') return right;
    }
  }
  return undefined;
};

/** Whether a class fills this key of its state with what was loaded. */
const classFills = (node: TSESTree.Node, key: string, source: SourceCode): boolean => {
  const calls = [...source.getText().matchAll(/\bthis\s*\.\s*setState\s*\(/gu)];
  return calls.some(({ index }) => {
    const at = source.getNodeByRangeIndex(index);
    const call = at?.parent?.parent;
    if (call?.type !== 'CallExpression' || call.arguments[0] === undefined || loadingAround(call) === undefined) return false;
    return mayFill(call.arguments[0], key, ['state'], source);
  });
};

/** The names of a chain of reads: `form.values.newsletter` gives its root and `values`, `newsletter`. */
const chainOf = (node: TSESTree.Node): { readonly root: TSESTree.Node; readonly keys: readonly string[] } | undefined => {
  const at = bare(node);
  if (at.type !== 'MemberExpression') return { root: at, keys: [] };
  const object = chainOf(at.object);
  const key = at.computed ? (at.property.type === 'Literal' ? String(at.property.value) : '') : lastName(at.property);
  return object === undefined || key === '' ? undefined : { root: object.root, keys: [...object.keys, key] };
};

/** The keys by which a variable was taken out of an object: `const { newsletter } = form`. */
const takenOut = (variable: Variable, declared: TSESTree.VariableDeclarator): string | undefined => {
  if (declared.id.type !== 'ObjectPattern') return undefined;
  const property = declared.id.properties.find(
    (one): one is TSESTree.Property => one.type === 'Property' && one.value.type === 'Identifier' && one.value.name === variable.name,
  );
  return property === undefined ? undefined : keyOf(property);
};

/**
 * What a value that a control shows begins with, where that is written in this file: state of hooks, signals and classes, through constants and
 * destructuring. Undefined where it comes from elsewhere, or is replaced by what was loaded.
 */
export const startOf = (expression: TSESTree.Node, source: SourceCode, below: readonly string[] = [], depth = 0): Start | undefined => {
  const chain = depth > DEEPEST ? undefined : chainOf(expression);
  if (chain === undefined) return undefined;
  const keys = [...chain.keys, ...below];
  if (chain.root.type === 'ThisExpression') {
    const [state, ...rest] = keys;
    const initial = state === 'state' ? classState(chain.root) : undefined;
    const [key] = rest;
    if (initial === undefined || key === undefined || classFills(chain.root, key, source)) return undefined;
    const node = inside(initial, rest, source);
    return node === undefined ? undefined : { node, path: rest };
  }
  const root = chain.root.type === 'CallExpression' && chain.root.arguments.length === 0 ? chain.root.callee : chain.root;
  if (root.type !== 'Identifier') return undefined;
  const variable = variableOf(root, source);
  const held = heldBy(variable, source);
  if (held !== undefined) {
    const own = keys[0] === 'value' && held.setter === undefined ? keys.slice(1) : keys;
    if (isFilledLater(held, own[0], source)) return undefined;
    const node = inside(held.initial, own, source);
    return node === undefined ? undefined : { node, path: [held.name, ...own] };
  }
  const declared = declarationOf(variable);
  if (declared === undefined || declared.init === null || variable === undefined) return undefined;
  const key = takenOut(variable, declared);
  if (key !== undefined) return startOf(declared.init, source, [key, ...keys], depth + 1);
  return declared.id.type === 'Identifier' && declared.init.type === 'MemberExpression' ? startOf(declared.init, source, keys, depth + 1) : undefined;
};

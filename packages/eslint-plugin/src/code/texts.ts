import { findVariable, getStaticValue } from '@eslint-community/eslint-utils';
import { hole } from '@carelint/core/model';
import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { typedTexts } from './types.js';

/** A text that an expression may have, and where it is written. Parts that are filled in at run time stand as holes (`⟨name⟩`). */
export interface PossibleText {
  readonly text: string;
  readonly node: TSESTree.Node;
  /** Whether the expression has no other value. */
  readonly only: boolean;
}

type SourceCode = Readonly<TSESLint.SourceCode>;

/** Deeper expressions than this are not followed. */
const DEEPEST = 8;

/** Expressions of these forms have a value that only a run tells, whatever is around them. */
const NEVER_STATIC = new Set([
  'ArrowFunctionExpression',
  'FunctionExpression',
  'JSXElement',
  'JSXFragment',
  'JSXEmptyExpression',
  'ThisExpression',
  'AwaitExpression',
]);

const valueOf = (node: TSESTree.Node, source: SourceCode): { readonly value: unknown } | undefined => {
  // Most are literals, and to ask for a scope is dear.
  if (node.type === 'Literal' && (typeof node.value === 'string' || typeof node.value === 'number' || typeof node.value === 'boolean'))
    return { value: node.value };
  return NEVER_STATIC.has(node.type) ? undefined : (getStaticValue(node as never, source.getScope(node) as never) ?? undefined);
};

/** The value of an expression that can be nothing else, through constants of the module; undefined where that cannot be told. */
export const staticValue = valueOf;

const nameOf = (node: TSESTree.Node): string => {
  if (node.type === 'Identifier') return node.name;
  if (node.type === 'MemberExpression' && node.property.type === 'Identifier') return node.property.name;
  if (node.type === 'CallExpression') return nameOf(node.callee);
  return '';
};

/** One text with holes, for templates and sums. */
const withHoles = (node: TSESTree.Expression | TSESTree.PrivateIdentifier, source: SourceCode, depth: number): string => {
  const known = valueOf(node, source);
  if (known !== undefined) return String(known.value);
  if (depth < DEEPEST && node.type === 'TemplateLiteral')
    return node.quasis
      .map(({ value }, i) => {
        const inner = node.expressions[i];
        return (value.cooked ?? '') + (inner === undefined ? '' : withHoles(inner, source, depth + 1));
      })
      .join('');
  if (depth < DEEPEST && node.type === 'BinaryExpression' && node.operator === '+')
    return withHoles(node.left, source, depth + 1) + withHoles(node.right, source, depth + 1);
  const [one, ...more] = typedTexts(node, source);
  return one !== undefined && more.length === 0 ? one : hole(nameOf(node));
};

/** What a constant of this file was set to, for a name that is one; undefined for all else. */
export const constantOf = (node: TSESTree.Node, source: SourceCode): TSESTree.Expression | undefined => {
  if (node.type !== 'Identifier') return undefined;
  const variable = findVariable(source.getScope(node) as never, node) as TSESLint.Scope.Variable | null;
  const [definition, ...more] = variable?.defs ?? [];
  if (definition?.node.type !== 'VariableDeclarator' || more.length > 0 || definition.node.id.type !== 'Identifier') return undefined;
  return definition.node.parent.kind === 'const' ? (definition.node.init ?? undefined) : undefined;
};

const isPureHole = (text: string): boolean => /^⟨[^⟩]*⟩$/u.test(text);

const alternatives = (node: TSESTree.Node): readonly TSESTree.Node[] | undefined => {
  switch (node.type) {
    case 'ConditionalExpression':
      return [node.consequent, node.alternate];
    case 'LogicalExpression':
      return node.operator === '&&' ? [node.right] : [node.left, node.right];
    case 'TSAsExpression':
    case 'TSSatisfiesExpression':
    case 'TSNonNullExpression':
    case 'ChainExpression':
    case 'JSXExpressionContainer':
      return [node.expression];
    default:
      return undefined;
  }
};

const collect = (node: TSESTree.Node, source: SourceCode, only: boolean, depth: number): readonly PossibleText[] => {
  const known = valueOf(node, source);
  if (known !== undefined)
    return typeof known.value === 'string' || typeof known.value === 'number' ? [{ text: String(known.value), node, only }] : [];
  const constant = depth < DEEPEST ? constantOf(node, source) : undefined;
  const inner = depth < DEEPEST ? (alternatives(node) ?? (constant === undefined ? undefined : [constant])) : undefined;
  if (inner !== undefined) return inner.flatMap((one) => collect(one, source, only && inner.length === 1, depth + 1));
  if (node.type === 'TemplateLiteral' || (node.type === 'BinaryExpression' && node.operator === '+')) {
    const text = withHoles(node, source, 0);
    return isPureHole(text) ? [] : [{ text, node, only }];
  }
  return typed(node, source, only);
};

const typed = (node: TSESTree.Node, source: SourceCode, only: boolean): readonly PossibleText[] =>
  typedTexts(node, source).map((text, _, all) => ({ text, node, only: only && all.length === 1 }));

/**
 * The texts that an expression may have: literals, templates and sums with holes, constants of the module, both sides of `a ? b : c` and `a || b`, also where a
 * constant was set to them, and
 * where there are types, the literals of its type. Empty where nothing is known of it.
 */
export const possibleTexts = (node: TSESTree.Node, source: SourceCode): readonly PossibleText[] => collect(node, source, true, 0);

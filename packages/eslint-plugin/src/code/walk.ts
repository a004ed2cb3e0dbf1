import type { TSESLint, TSESTree } from '@typescript-eslint/utils';

type SourceCode = Readonly<TSESLint.SourceCode>;

const isNode = (value: unknown): value is TSESTree.Node => typeof value === 'object' && value !== null && 'type' in value;

/** Puts the nodes directly below a node on a stack, so that they come off it in the order of the parser's keys. Runs for every node: nothing is allocated. */
const putBelow = (node: TSESTree.Node, source: SourceCode, open: TSESTree.Node[]): void => {
  const keys = source.visitorKeys[node.type] ?? [];
  for (let at = keys.length - 1; at >= 0; at--) {
    const value = (node as unknown as Readonly<Record<string, unknown>>)[keys[at] ?? ''];
    if (!Array.isArray(value)) {
      if (isNode(value)) open.push(value);
    } else for (let index = value.length - 1; index >= 0; index--) if (isNode(value[index])) open.push(value[index] as TSESTree.Node);
  }
};

/** Visits a node and all below it, parents first. Below a node for which `visit` gives false it does not look. */
export const walk = (root: TSESTree.Node, source: SourceCode, visit: (node: TSESTree.Node) => boolean | undefined): void => {
  const open: TSESTree.Node[] = [root];
  for (let node = open.pop(); node !== undefined; node = open.pop()) if (visit(node) !== false) putBelow(node, source, open);
};

/** The node around a node; undefined for the program, where parsers say null or nothing. */
export const above = (node: TSESTree.Node): TSESTree.Node | undefined => (node as { readonly parent?: TSESTree.Node | null }).parent ?? undefined;

/** Whether a node lies inside another, or is it. */
export const isWithin = (node: TSESTree.Node, outer: TSESTree.Node): boolean => node.range[0] >= outer.range[0] && node.range[1] <= outer.range[1];

/** Whether a node is a function of any form. */
export const isFunction = (
  node: TSESTree.Node,
): node is TSESTree.FunctionDeclaration | TSESTree.FunctionExpression | TSESTree.ArrowFunctionExpression =>
  node.type === 'FunctionDeclaration' || node.type === 'FunctionExpression' || node.type === 'ArrowFunctionExpression';

/** Whether a function is handed to a call where it stands, and so runs as a part of what is around it: `.then(() => ...)`, `list.forEach(...)`. */
export const isInline = (node: TSESTree.Node): boolean => isFunction(node) && above(node)?.type === 'CallExpression';

/** An expression without what only tells types or waits for it. */
export const bare = (node: TSESTree.Node): TSESTree.Node => {
  switch (node.type) {
    case 'TSAsExpression':
    case 'TSSatisfiesExpression':
    case 'TSNonNullExpression':
    case 'ChainExpression':
      return bare(node.expression);
    case 'AwaitExpression':
      return bare(node.argument);
    default:
      return node;
  }
};

/** The last name of `a`, `a.b`, `a?.b()`: what is called or read; empty where there is none. */
export const lastName = (written: TSESTree.Node): string => {
  const node = bare(written);
  if (node.type === 'Identifier' || node.type === 'PrivateIdentifier') return node.name;
  if (node.type === 'MemberExpression') return node.computed ? '' : lastName(node.property);
  if (node.type === 'CallExpression' || node.type === 'NewExpression') return lastName(node.callee);
  return '';
};

/** The name of a property that is written out. */
export const keyOf = (property: TSESTree.ObjectLiteralElement): string | undefined => {
  if (property.type !== 'Property' || property.computed) return undefined;
  if (property.key.type === 'Identifier') return property.key.name;
  return String(property.key.value);
};

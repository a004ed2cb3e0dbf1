import type { TSESTree } from '@typescript-eslint/utils';
import { above, isFunction, keyOf, lastName } from './walk.js';

/** What encloses a node, from the inside out. */
export const ancestorsOf = (node: TSESTree.Node): readonly TSESTree.Node[] => {
  const around: TSESTree.Node[] = [];
  for (let at = above(node); at !== undefined; at = above(at)) around.push(at);
  return around;
};

/** The names of the functions, classes and variables around a node, from the inside out: of components among them. */
export const namesAround = (node: TSESTree.Node): readonly string[] => {
  const names: string[] = [];
  for (const at of ancestorsOf(node)) {
    if ((at.type === 'FunctionDeclaration' || at.type === 'ClassDeclaration') && at.id) names.push(at.id.name);
    else if (at.type === 'VariableDeclarator' && at.id.type === 'Identifier') names.push(at.id.name);
  }
  return names;
};

/** The property of this name, or of one of these, that an object ends up with, as it is written there; undefined where none is. */
export const propertyOf = (object: TSESTree.ObjectExpression, ...names: readonly string[]): TSESTree.Property | undefined =>
  object.properties.findLast((one): one is TSESTree.Property => one.type === 'Property' && names.includes(keyOf(one) ?? ''));

/** Calls whose function runs when something is loaded, not when somebody clicks. */
const LOADS = /^(?:use\w*Effect|useMount|useFocusEffect|then|onMount|createEffect|useAsync\w*|subscribe)$/u;
const LOADED = /^(?:onSuccess|onCompleted|componentDidMount|componentDidUpdate|getDerivedStateFromProps)$/u;

/** Whether a node runs when something is loaded: in an effect, in an answer, in an asynchronous function. Gives the function that waits. */
export const loadingAround = (node: TSESTree.Node): TSESTree.Node | undefined => {
  for (const at of ancestorsOf(node)) {
    if (!isFunction(at)) continue;
    if (at.async || (at.parent.type === 'CallExpression' && LOADS.test(lastName(at.parent.callee)))) return at;
    const holder = at.parent;
    const name = holder.type === 'Property' ? keyOf(holder) : holder.type === 'MethodDefinition' ? lastName(holder.key) : undefined;
    if (name !== undefined && LOADED.test(name)) return at;
  }
  return undefined;
};

import { hole } from '@carelint/core/model';
import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { propertyOf } from './around.js';
import { meant } from './starts.js';
import { staticValue } from './texts.js';
import { isFunction, keyOf, lastName } from './walk.js';

type SourceCode = Readonly<TSESLint.SourceCode>;

/** Deeper values than this are not read. */
const DEEPEST = 12;

/** A value as it is written in code, nothing being run: objects and lists with all that is in them. What is not known stands as a hole (`⟨name⟩`). */
export const writtenValue = (node: TSESTree.Node, source: SourceCode, depth = 0): unknown => {
  if (depth > DEEPEST || isFunction(node)) return hole('');
  const at = meant(node, source);
  if (at.type === 'ObjectExpression')
    return Object.fromEntries(
      at.properties.flatMap((one) => {
        const key = keyOf(one);
        return key === undefined || one.type !== 'Property' ? [] : [[key, writtenValue(one.value, source, depth + 1)] as const];
      }),
    );
  if (at.type === 'ArrayExpression') return at.elements.map((one) => (one === null ? undefined : writtenValue(one, source, depth + 1)));
  const value = staticValue(at, source)?.value;
  return typeof value === 'string' || typeof value === 'boolean' || typeof value === 'number' ? value : hole(lastName(at));
};

/** Where what stands at a route of keys is written; undefined where it is nowhere. */
export const writtenAt = (node: TSESTree.Node, route: readonly (string | number)[], source: SourceCode): TSESTree.Node | undefined => {
  const at = meant(node, source);
  const [key, ...rest] = route;
  if (key === undefined) return at;
  const next =
    at.type === 'ObjectExpression' ? propertyOf(at, String(key))?.value : at.type === 'ArrayExpression' ? at.elements[Number(key)] : undefined;
  return next === undefined || next === null ? undefined : writtenAt(next, rest, source);
};

/** Whether more may be in an object than is written: `{ ...others }`, `{ [key]: value }`. */
export const isOpen = (node: TSESTree.Node | undefined): boolean =>
  node?.type !== 'ObjectExpression' || node.properties.some((one) => keyOf(one) === undefined);

// In what order statements run, as far as their places tell: enough to say what may come after a call.
import type { TSESTree } from '@typescript-eslint/utils';
import { above, isFunction, isInline, isWithin, lastName } from './walk.js';

/** How a statement is left: out of the function, out of a loop or switch, or to what stands behind it. */
type Leaving = 'exit' | 'jump' | undefined;

const leaving = (statement: TSESTree.Node | null | undefined): Leaving => {
  switch (statement?.type) {
    case 'ReturnStatement':
    case 'ThrowStatement':
      return 'exit';
    case 'BreakStatement':
    case 'ContinueStatement':
      return 'jump';
    case 'BlockStatement':
      return statement.body.map(leaving).find((one) => one !== undefined);
    case 'IfStatement': {
      const [one, other] = [leaving(statement.consequent), leaving(statement.alternate)];
      return one === other ? one : one === undefined || other === undefined ? undefined : 'jump';
    }
    case 'TryStatement':
      return leaving(statement.finalizer) ?? (leaving(statement.handler?.body) === leaving(statement.block) ? leaving(statement.block) : undefined);
    default:
      return undefined;
  }
};

/** Calls that run a function for each of many. */
const EACH = /^(?:forEach|map|flatMap|reduce|each|eachSeries)$/u;

const isLoop = (node: TSESTree.Node): boolean => {
  if (!isFunction(node)) return /^(?:For|While|DoWhile|ForIn|ForOf)Statement$/u.test(node.type);
  return isInline(node) && EACH.test(lastName((node.parent as TSESTree.CallExpression).callee));
};

const listAround = (node: TSESTree.Node): readonly TSESTree.Node[] | undefined => {
  if (node.type === 'BlockStatement' || node.type === 'Program') return node.body;
  return node.type === 'SwitchCase' ? node.consequent : undefined;
};

/** Statements behind one in its list, up to where the list is left. */
const rest = (list: readonly TSESTree.Node[], at: TSESTree.Node): { readonly behind: readonly TSESTree.Node[]; readonly left: Leaving } => {
  const from = list.indexOf(at);
  const own = leaving(at);
  if (own !== undefined) return { behind: [], left: own };
  const all = list.slice(from + 1);
  const end = all.findIndex((one) => leaving(one) !== undefined);
  return end < 0 ? { behind: all, left: undefined } : { behind: all.slice(0, end + 1), left: leaving(all[end]) };
};

/** The cases behind one that is not left. */
const fallen = (
  at: TSESTree.SwitchCase,
  { cases }: TSESTree.SwitchStatement,
): { readonly behind: readonly TSESTree.Node[]; readonly left: Leaving } => {
  const all = cases.slice(cases.indexOf(at) + 1).flatMap(({ consequent }) => consequent);
  const end = all.findIndex((one) => leaving(one) !== undefined);
  return end < 0 ? { behind: all, left: undefined } : { behind: all.slice(0, end + 1), left: leaving(all[end]) };
};

/**
 * What may run after a node, in the same function or in the functions around it that run it as a part of themselves. What lies in another branch, or behind
 * a `return`, is not among it. Errors are not followed.
 */
export const after = (node: TSESTree.Node): readonly TSESTree.Node[] => {
  const found: TSESTree.Node[] = [];
  let left: Leaving;
  for (let at = node, parent = above(at); parent !== undefined; at = parent, parent = above(at)) {
    const list = listAround(parent);
    if (left === undefined && list?.includes(at) === true) {
      const next = rest(list, at);
      found.push(...next.behind);
      left = next.left;
    }
    if (left === undefined && at.type === 'SwitchCase' && parent.type === 'SwitchStatement') {
      const next = fallen(at, parent);
      found.push(...next.behind);
      left = next.left === 'exit' ? 'exit' : undefined;
    }
    if (parent.type === 'SwitchStatement' && left === 'jump') left = undefined;
    if (isLoop(parent)) {
      // To leave such a function is to go on to the next of many.
      if (left !== 'exit' || isFunction(parent)) found.push(parent);
      if (left === 'jump') left = undefined;
    }
    if (parent.type === 'TryStatement' && parent.finalizer !== null && at !== parent.finalizer) found.push(parent.finalizer);
    if (isFunction(parent)) {
      if (!isInline(parent)) return found;
      left = undefined;
    }
    if (left === 'exit' && !isInCallback(at)) return found;
  }
  return found;
};

const isInCallback = (node: TSESTree.Node): boolean => {
  for (let at: TSESTree.Node | undefined = node; at !== undefined; at = above(at)) if (isFunction(at)) return isInline(at);
  return false;
};

/** Whether a node is among what `after` gave. */
export const isAmong = (node: TSESTree.Node, places: readonly TSESTree.Node[]): boolean => places.some((place) => isWithin(node, place));

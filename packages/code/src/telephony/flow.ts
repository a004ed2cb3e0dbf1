import type { Answer, Decision, Met } from './run.js';

/** What becomes of a call at a route: a tree of decisions, in whose leaves is what the platform is answered. */
export type Tree =
  | { readonly is: 'decision'; readonly decision: Decision; readonly ways: readonly Tree[] }
  | { readonly is: 'act'; readonly act: Pick<Decision, 'site' | 'label' | 'data'>; readonly rest: Tree }
  | { readonly is: 'answer'; readonly answer: Answer }
  /** More ways than are followed. */
  | { readonly is: 'beyond' };

/** One way through a program with what it comes to. */
export interface Way {
  readonly met: readonly Met[];
  readonly answer: Answer;
}

/** Puts ways that begin alike together. `from`: how much of each way is done. */
export const treeOf = (ways: readonly Way[], from = 0): Tree => {
  const [first] = ways;
  if (first === undefined) return { is: 'beyond' };
  const met = first.met[from];
  if (met === undefined) return { is: 'answer', answer: first.answer };
  if ('act' in met) return { is: 'act', act: met.act, rest: treeOf(ways, from + 1) };
  const taken = (way: Way): number | undefined => {
    const each = way.met[from];
    return each !== undefined && 'decision' in each ? each.taken : undefined;
  };
  const { decision } = met;
  return {
    is: 'decision',
    decision,
    ways: decision.options.map((_, index) =>
      treeOf(
        ways.filter((way) => taken(way) === index),
        from + 1,
      ),
    ),
  };
};

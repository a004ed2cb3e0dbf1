import { treeOf, type Tree, type Way } from './flow.js';
import type { Answer, Run } from './run.js';

/** So many ways through one handler are followed. */
const MOST_WAYS = 160;

/** The script of the way after this one; undefined after the last. Depth first: the last decision that has another option takes it. */
const nextScript = (run: Run): readonly number[] | undefined => {
  const decisions = run.met.flatMap((each) => ('decision' in each ? [each] : []));
  for (let at = decisions.length - 1; at >= 0; at--) {
    const each = decisions[at];
    if (each !== undefined && each.taken + 1 < each.decision.options.length)
      return [...decisions.slice(0, at).map(({ taken }) => taken), each.taken + 1];
  }
  return undefined;
};

/**
 * Goes through a handler once for each way that it may take, from the beginning each time: every run takes the options of its script. So no state has to
 * be copied, and what was decided once on a way stays decided.
 */
export const explore = (begin: (script: readonly number[]) => Run, go: (run: Run) => Answer): Tree => {
  const ways: Way[] = [];
  let script: readonly number[] | undefined = [];
  while (script !== undefined && ways.length < MOST_WAYS) {
    const run = begin(script);
    ways.push({ met: run.met, answer: go(run) });
    script = nextScript(run);
  }
  return treeOf(ways);
};

import { HeapQueue } from '../graph/queue.js';

/** Something that can be done, and what it would do away with. */
export interface Choice {
  /** Numbers of what it is thought to do away with; what it really does is asked for when it is about to be chosen. */
  readonly hopes: readonly number[];
  /** What it really does away with; worked out once. */
  readonly really?: () => readonly number[];
}

/** What was chosen, and what it does away with that nothing before it did. */
export interface Chosen {
  /** Position in the list of choices. */
  readonly choice: number;
  readonly gains: readonly number[];
  /** Whether that was worked out, and not only hoped. */
  readonly proved: boolean;
}

/**
 * Puts choices in the order in which they do away with most: each time the one whose gain (the sum of the weights of what nothing before it has done away with) is
 * the largest, until nothing is left; of equals the first. After any number of choices the sum is at least 1 - 1/e (63 per cent) of what the best as
 * many could have done (Nemhauser, Wolsey, Fisher: An analysis of approximations for maximizing submodular set functions, 1978); no quick algorithm
 * can promise more (Feige, 1998). Gains only shrink, so a choice is looked at again only when it comes up (Minoux's lazy evaluation). `most`: so many choices
 * are really asked what they do; later ones are taken at their hopes. What a choice really does is counted only as far as it was hoped.
 */
export const inOrderOfGain = (choices: readonly Choice[], weights: readonly number[], most: number): readonly Chosen[] => {
  const left = new Set(weights.keys());
  const known = new Map<number, readonly number[]>();
  const gainOf = (numbers: readonly number[]): number => numbers.reduce((sum, n) => sum + (left.has(n) ? weights[n]! : 0), 0);
  const gains = choices.map(({ hopes }) => gainOf(hopes));
  const queue = new HeapQueue();
  gains.forEach((gain, choice) => {
    queue.push(choice, -gain, choice);
  });
  const order: Chosen[] = [];
  let asked = 0;
  /** What a choice does, as far as that can still be asked. */
  const ask = (choice: number): readonly number[] | undefined => {
    const { hopes, really } = choices[choice]!;
    if (really === undefined) return hopes;
    const before = known.get(choice);
    if (before !== undefined || asked >= most) return before;
    asked++;
    const hoped = new Set(hopes);
    const done = really().filter((n) => hoped.has(n));
    known.set(choice, done);
    return done;
  };
  for (let choice = queue.pop(); choice >= 0 && left.size > 0; choice = queue.pop()) {
    const done = ask(choice);
    const does = done ?? choices[choice]!.hopes;
    const gain = gainOf(does);
    if (gain <= 0) continue;
    if (gain < gains[choice]!) {
      gains[choice] = gain;
      queue.push(choice, -gain, choice);
      continue;
    }
    const gained = does.filter((n) => left.has(n));
    for (const n of gained) left.delete(n);
    order.push({ choice, gains: gained, proved: done !== undefined });
  }
  return order;
};

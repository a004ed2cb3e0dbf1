import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inOrderOfGain } from '../../src/roadmap/cover.js';

const THINGS = 7;
const sets = fc.array(fc.uniqueArray(fc.nat(THINGS - 1), { maxLength: 5 }), { minLength: 1, maxLength: 6 });
const weights = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: THINGS, maxLength: THINGS });

const weightOf = (things: Iterable<number>, weight: readonly number[]): number => [...new Set(things)].reduce((sum, n) => sum + weight[n]!, 0);

/** The most that so many of the sets can hold, by trying all. */
const best = (all: readonly (readonly number[])[], weight: readonly number[], count: number): number => {
  let most = 0;
  for (let mask = 0; mask < 1 << all.length; mask++) {
    const taken = all.filter((_, i) => ((mask >> i) & 1) === 1);
    if (taken.length <= count) most = Math.max(most, weightOf(taken.flat(), weight));
  }
  return most;
};

/** The obvious form: look at every choice, take the best, begin again. */
const greedy = (all: readonly (readonly number[])[], weight: readonly number[]): readonly number[] => {
  const left = new Set(weight.keys());
  const gains: number[] = [];
  for (;;) {
    const gain = Math.max(...all.map((set) => weightOf(set.filter((n) => left.has(n)), weight))); // prettier-ignore
    if (gain === 0) return gains;
    const set = all.find((one) => weightOf(one.filter((n) => left.has(n)), weight) === gain)!; // prettier-ignore
    for (const n of set) left.delete(n);
    gains.push(gain);
  }
};

describe('the order of what is to be done', () => {
  it('is that of the largest gain, and keeps its promise after any number of choices', () => {
    fc.assert(
      fc.property(sets, weights, (all, weight) => {
        const order = inOrderOfGain(
          all.map((hopes) => ({ hopes })),
          weight,
          0,
        );
        const gains = order.map((one) => weightOf(one.gains, weight));
        expect(gains).toEqual(greedy(all, weight));
        gains.forEach((_, i) => {
          const sum = gains.slice(0, i + 1).reduce((a, b) => a + b, 0);
          expect(sum).toBeGreaterThanOrEqual((1 - 1 / Math.E) * best(all, weight, i + 1) - 1e-9);
        });
      }),
      { numRuns: 500 },
    );
  });

  it('goes by what is really done, where that may be asked, and never claims more', () => {
    fc.assert(
      fc.property(sets, sets, weights, fc.nat(8), (hoped, done, weight, most) => {
        const really = hoped.map((set, i) => set.filter((n) => done[i % done.length]!.includes(n)));
        let asked = 0;
        const choices = hoped.map((hopes, i) => ({ hopes, really: () => (asked++, really[i]!) }));
        const order = inOrderOfGain(choices, weight, most);
        expect(asked).toBeLessThanOrEqual(most);
        for (const { choice, gains, proved } of order) for (const n of gains) expect((proved ? really : hoped)[choice]).toContain(n);
        if (most < hoped.length) return;
        expect(order.map(({ gains }) => weightOf(gains, weight))).toEqual(greedy(really, weight));
      }),
      { numRuns: 500 },
    );
  });
});

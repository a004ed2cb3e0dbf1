/** Kleene's three values, ordered: no < maybe < yes. Conjunction is the least, disjunction the greatest, `opposite` turns yes and no round. */
export type Truth = 0 | 1 | 2;

export const NO = 0;
export const MAYBE = 1;
export const YES = 2;

export const truth = (value: boolean): Truth => (value ? YES : NO);
export const both = (a: Truth, b: Truth): Truth => (a < b ? a : b);
export const either = (a: Truth, b: Truth): Truth => (a > b ? a : b);
export const opposite = (a: Truth): Truth => (2 - a) as Truth;

/** Conjunction of as many as are needed; stops at the first no. Plain loops: these run for every step and every pattern. */
export const every = <T>(items: readonly T[], test: (item: T) => Truth): Truth => {
  let result: Truth = YES;
  for (let i = 0; i < items.length && result !== NO; i++) result = both(result, test(items[i]!));
  return result;
};

/** Disjunction of as many as are needed; stops at the first yes. */
export const some = <T>(items: readonly T[], test: (item: T) => Truth): Truth => {
  let result: Truth = NO;
  for (let i = 0; i < items.length && result !== YES; i++) result = either(result, test(items[i]!));
  return result;
};

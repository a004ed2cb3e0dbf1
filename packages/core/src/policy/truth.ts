/** Kleene's three values, ordered: no < maybe < yes. Conjunction is the least, disjunction the greatest, `opposite` turns yes and no round. */
export type Truth = 0 | 1 | 2;

export const NO: Truth = 0;
export const MAYBE: Truth = 1;
export const YES: Truth = 2;

export const truth = (value: boolean): Truth => (value ? YES : NO);
export const both = (a: Truth, b: Truth): Truth => (a < b ? a : b);
export const either = (a: Truth, b: Truth): Truth => (a > b ? a : b);
export const opposite = (a: Truth): Truth => (2 - a) as Truth;

/** Conjunction of as many as are needed; stops at the first no. */
export const every = <T>(items: Iterable<T>, test: (item: T) => Truth): Truth => {
  let result: Truth = YES;
  for (const item of items) {
    result = both(result, test(item));
    if (result === NO) break;
  }
  return result;
};

/** Disjunction of as many as are needed; stops at the first yes. */
export const some = <T>(items: Iterable<T>, test: (item: T) => Truth): Truth => {
  let result: Truth = NO;
  for (const item of items) {
    result = either(result, test(item));
    if (result === YES) break;
  }
  return result;
};

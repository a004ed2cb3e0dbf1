import type { Flows, Spot } from './flows.js';

/** What is drawn, and how many steps of the same flows are not. */
export interface Selected {
  readonly spots: readonly Spot[];
  readonly leftOut: number;
}

/**
 * The steps of these flows; of larger ones those nearest to `first` (breadth first, along ways and against them), at most `limit`.
 * `first` itself is taken as far as the limit allows.
 */
export const around = (flows: Flows, wanted: ReadonlySet<number>, first: readonly Spot[], limit: number): Selected => {
  const all = [...wanted].flatMap((flow) => flows.spotsOf(flow));
  if (all.length <= limit) return { spots: all, leftOut: 0 };
  const taken = new Set<Spot>();
  const take = (spot: Spot): void => {
    if (taken.size < limit && wanted.has(spot.flow)) taken.add(spot);
  };
  first.forEach(take);
  // A set tells what is added to it while it is gone through.
  for (const spot of taken) {
    if (taken.size >= limit) break;
    for (const { to } of flows.waysFrom(spot)) take(to);
    for (const { from } of flows.waysTo(spot)) take(from);
  }
  return { spots: all.filter((spot) => taken.has(spot)), leftOut: all.length - taken.size };
};

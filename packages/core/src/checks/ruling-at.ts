import { standingOf } from '../model/standing.js';
import type { Fill, Ruling } from '../policy/assertions/assertion.js';

/** A broken rule, told at the place where a derived value stands. `identity` tells the finding from others of its rule in its artefact. */
export const rulingAt = (artefact: number, value: object, identity: readonly string[], fill: Fill): Ruling => {
  const { route = [], path } = standingOf(value) ?? {};
  return { outcome: 'broken', artefact, route, ...(path === undefined ? {} : { path }), journey: [], identity, fill };
};

import type { Finding } from '../report/report.js';
import type { Side } from './side.js';
import type { Compared } from './stops.js';

/** Findings that a change brings, and that it takes away. */
export interface FindingChanges {
  readonly gained: readonly Finding[];
  readonly mended: readonly Finding[];
  /** How many there are before and after. */
  readonly before: number;
  readonly after: number;
}

/** Takes out of two lists what has the same key in both, one for one. */
const withoutPairs = (
  was: readonly Finding[],
  is: readonly Finding[],
  keyOf: (finding: Finding, which: 0 | 1) => string | undefined,
): readonly [readonly Finding[], readonly Finding[]] => {
  const count = new Map<string, Finding[]>();
  for (const finding of was) {
    const key = keyOf(finding, 0);
    if (key !== undefined) count.set(key, [...(count.get(key) ?? []), finding]);
  }
  const paired = new Set<Finding>();
  const left = is.filter((finding) => {
    const key = keyOf(finding, 1);
    const other = key === undefined ? undefined : count.get(key)?.shift();
    if (other !== undefined) paired.add(other);
    return other === undefined;
  });
  return [was.filter((finding) => !paired.has(finding)), left];
};

/** Looks steps up by the ids of their document and their own. */
const stepsById = (side: Side): ReadonlyMap<string, number> =>
  new Map(side.graph.steps.map((step, node) => [JSON.stringify([side.graph.artefactOf(node).id, step.id]), node]));

/**
 * Findings of both sides, compared: by fingerprint, then by the steps of their journeys (a step that was renamed is the step that it has become), then by
 * what they say of the same document.
 */
export const findingChanges = (
  { sides, match }: Compared,
  before: readonly Finding[],
  after: readonly Finding[],
  documentNow: ReadonlyMap<string, string>,
): FindingChanges => {
  const nodes = [stepsById(sides[0]), stepsById(sides[1])] as const;
  const stepOf = (which: 0 | 1, artefact: string, step: string): number | undefined => {
    const node = nodes[which].get(JSON.stringify([artefact, step]));
    return which === 1 || node === undefined ? node : match.after.get(node);
  };
  const byJourney = ({ rule, journey }: Finding, which: 0 | 1): string | undefined => {
    const steps = journey.map(({ artefact, step }) => stepOf(which, artefact, step));
    return steps.length === 0 || steps.includes(undefined) ? undefined : JSON.stringify([rule, steps]);
  };
  const byWords = ({ rule, artefact, message }: Finding, which: 0 | 1): string =>
    JSON.stringify([rule, which === 0 ? (documentNow.get(artefact) ?? artefact) : artefact, message]);
  let pair = withoutPairs(before, after, ({ fingerprint }) => fingerprint);
  pair = withoutPairs(...pair, byJourney);
  pair = withoutPairs(...pair, byWords);
  return { mended: pair[0], gained: pair[1], before: before.length, after: after.length };
};

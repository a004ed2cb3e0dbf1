import { TOUCHPOINTS } from '@carelint/policy-schema';
import type { Certainty, Level } from '../../policy/rule.js';
import type { Touchpoint } from '../group.js';
import type { Report } from '../report.js';

/** The score as the report tells it. */
export type Score = NonNullable<Report['score']>;
/** Questions about one promise at one touchpoint, which together give every score. */
export type ScoreCell = Score['cells'][number];
/** How well something is kept, and how much of it could be judged. */
export type ScoreStanding = Score['overall'];

/** How grave a rule is. */
const OF_LEVEL: Readonly<Record<Level, number>> = { error: 9, warning: 3, advice: 1 };
/** How sure its findings are. */
const OF_CERTAINTY: Readonly<Record<Certainty, number>> = { high: 3, medium: 2, low: 1 };
/** How near to the customer a touchpoint is. Nobody knows from files how many customers come by. */
const NEARNESS: Readonly<Record<Touchpoint, number>> = {
  phone: 4,
  chat: 4,
  message: 4,
  email: 3,
  desk: 3,
  post: 3,
  website: 2,
  'back-office': 1,
};
/** Where nobody can tell where customers meet it: between. */
const SOMEWHERE = 2;

/** What a question weighs among those of its touchpoint: a whole number, so that sums do not depend on their order. */
export const weightOf = ({ level, certainty }: { readonly level: Level; readonly certainty: Certainty }): number =>
  OF_LEVEL[level] * OF_CERTAINTY[certainty];

const nearnessOf = (touchpoint: ScoreCell['touchpoint']): number => (touchpoint === undefined ? SOMEWHERE : NEARNESS[touchpoint]);

/** Weights of one touchpoint. */
interface Sums {
  readonly nearness: number;
  kept: number;
  broken: number;
  unknown: number;
}

const byTouchpoint = (cells: readonly ScoreCell[]): ReadonlyMap<ScoreCell['touchpoint'], Sums> => {
  const sums = new Map<ScoreCell['touchpoint'], Sums>();
  for (const { touchpoint, keptWeight, brokenWeight, unknownWeight } of cells) {
    const sum = sums.get(touchpoint) ?? { nearness: nearnessOf(touchpoint), kept: 0, broken: 0, unknown: 0 };
    sums.set(touchpoint, sum);
    sum.kept += keptWeight;
    sum.broken += brokenWeight;
    sum.unknown += unknownWeight;
  }
  return sums;
};

/** Down to a tenth, so that nothing but all is told as 100; a hair above a tenth is that tenth. */
const tenth = (value: number): number => Math.floor(value * 10 + 1e-6) / 10;

const share = (part: (sum: Sums) => number, whole: (sum: Sums) => number, sums: readonly Sums[]): number | undefined => {
  const asked = sums.filter((sum) => whole(sum) > 0).sort((a, b) => a.nearness - b.nearness || part(a) / whole(a) - part(b) / whole(b));
  const nearness = asked.reduce((all, sum) => all + sum.nearness, 0);
  return nearness === 0 ? undefined : tenth((100 * asked.reduce((all, sum) => all + (sum.nearness * part(sum)) / whole(sum), 0)) / nearness);
};

const judgedIn = ({ kept, broken }: Sums): number => kept + broken;
const total = (cells: readonly ScoreCell[], what: 'kept' | 'broken' | 'unknown'): number => cells.reduce((sum, cell) => sum + cell[what], 0);

/**
 * How well the questions of these cells are kept: of each touchpoint the share of what could be judged that is kept, by weight; of several touchpoints
 * the mean, by how near to the customer each is (docs/score.md). Without a score where nothing could be judged.
 */
export const standingIn = (cells: readonly ScoreCell[]): ScoreStanding => {
  const sums = [...byTouchpoint(cells).values()];
  const score = share(({ kept }) => kept, judgedIn, sums);
  const coverage = share(judgedIn, (sum) => judgedIn(sum) + sum.unknown, sums) ?? 0;
  return {
    ...(score === undefined ? {} : { score }),
    coverage,
    kept: total(cells, 'kept'),
    broken: total(cells, 'broken'),
    unknown: total(cells, 'unknown'),
  };
};

/** How many points of the score of these cells a broken question costs: all that are missing are the sum of these. */
export const pointsIn = (cells: readonly ScoreCell[]): ((of: Pick<ScoreCell, 'touchpoint'> & { readonly weight: number }) => number) => {
  const sums = byTouchpoint(cells);
  const nearness = [...sums.values()].filter((sum) => judgedIn(sum) > 0).reduce((all, sum) => all + sum.nearness, 0);
  return ({ touchpoint, weight }) => {
    const sum = sums.get(touchpoint);
    return sum === undefined || judgedIn(sum) === 0 ? 0 : (100 * sum.nearness * weight) / judgedIn(sum) / nearness;
  };
};

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const inOrder = (a: ScoreCell, b: ScoreCell): number => compare(a.promise ?? '', b.promise ?? '') || placeOf(a.touchpoint) - placeOf(b.touchpoint);
const placeOf = (touchpoint: ScoreCell['touchpoint']): number => (touchpoint === undefined ? TOUCHPOINTS.length : TOUCHPOINTS.indexOf(touchpoint));

/** Cells of several runs over different files as those of one; a promise and a touchpoint once. */
export const mergedCells = (cells: readonly ScoreCell[]): readonly ScoreCell[] => {
  const merged = new Map<string, ScoreCell>();
  for (const cell of cells) {
    const key = JSON.stringify([cell.promise, cell.touchpoint]);
    const known = merged.get(key);
    merged.set(key, known === undefined ? cell : plus(known, cell));
  }
  return [...merged.values()].sort(inOrder);
};

const plus = (a: ScoreCell, b: ScoreCell): ScoreCell => ({
  ...a,
  kept: a.kept + b.kept,
  broken: a.broken + b.broken,
  unknown: a.unknown + b.unknown,
  keptWeight: a.keptWeight + b.keptWeight,
  brokenWeight: a.brokenWeight + b.brokenWeight,
  unknownWeight: a.unknownWeight + b.unknownWeight,
});

/** All scores that cells give. Cells of several runs over different files can be put together: those of one promise and touchpoint are added. */
export const scoreOf = (cells: readonly ScoreCell[]): Score => {
  const merged = mergedCells(cells);
  const promises = [...new Set(merged.flatMap(({ promise }) => promise ?? []))];
  const touchpoints = TOUCHPOINTS.filter((name) => merged.some(({ touchpoint }) => touchpoint === name));
  return {
    overall: standingIn(merged),
    promises: promises.map((name) => ({ name, ...standingIn(merged.filter(({ promise }) => promise === name)) })),
    touchpoints: touchpoints.map((name) => ({ name, ...standingIn(merged.filter(({ touchpoint }) => touchpoint === name)) })),
    cells: [...merged],
  };
};

import { UserError, type Report } from '@carelint/core';

/** The least score that a run may have, as it was asked for. */
export const minScoreOf = (asked: string | undefined): number | undefined => {
  if (asked === undefined) return undefined;
  const least = /^\d{1,3}(?:\.\d+)?$/u.test(asked) ? Number(asked) : NaN;
  if (least >= 0 && least <= 100) return least;
  throw new UserError(`\`--min-score ${asked}\` is no score. Write a number from 0 to 100.`);
};

/** Why a run fails that must have so much; undefined where it does not. */
export const belowMin = ({ score }: Pick<Report, 'score'>, least: number | undefined): string | undefined => {
  if (least === undefined) return undefined;
  const has = score?.overall.score;
  if (has === undefined) return `There is no score to hold against --min-score ${least}: nothing could be judged.`;
  return has < least
    ? `The score is ${has.toFixed(1)}, and --min-score asks for ${least}. \`carelint score --explain\` tells every missing point.`
    : undefined;
};

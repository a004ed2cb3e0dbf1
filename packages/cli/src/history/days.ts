import type { Report, ScoreStanding } from '@carelint/core';
import { daysOf, historyPlace, readHistory } from './history-file.js';

type Named = NonNullable<Report['score']>['promises'][number];

/** How it stood on one day. */
export interface ScoreDay {
  readonly date: string;
  readonly overall: ScoreStanding;
  readonly promises: readonly Named[];
  readonly touchpoints: readonly Named[];
  /** How many findings there were, accepted ones among them. */
  readonly findings: number;
}

/** Where the history of a run lies, if it is the whole that was read, and what day it is. */
export interface HistoryOf {
  readonly folder: string;
  readonly today: string;
}

/** The days of the history before today, and today as it now stands; today alone where there is no history. `findings`: all that count today. */
export const daysUntil = ({ score }: Report, findings: number, of: HistoryOf | undefined, cwd: string): readonly ScoreDay[] => {
  if (score === undefined || of === undefined) return [];
  const history = readHistory(historyPlace(undefined, of.folder, cwd), true, cwd);
  const before = history === undefined ? [] : daysOf(history).filter(({ written }) => written.date < of.today);
  return [
    ...before.map(
      ({
        written: {
          date,
          overall,
          promises,
          touchpoints,
          findings: { error, warning, advice },
        },
      }) => ({
        ...{ date, overall, promises, touchpoints, findings: error + warning + advice },
      }),
    ),
    { date: of.today, overall: score.overall, promises: score.promises, touchpoints: score.touchpoints, findings },
  ];
};

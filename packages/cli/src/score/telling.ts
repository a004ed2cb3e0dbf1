import { HOME_URL, type ScoreStanding } from '@carelint/core';
import { counted, inWords } from '../report/summary.js';
import type { Comparison } from './snapshot.js';
import type { Measured, Missing, Part } from './measure.js';

/** What `carelint score` has to tell. */
export interface Telling {
  readonly date: string;
  readonly now: Measured;
  /** What was asked to be explained, with every point that it lacks. */
  readonly explained?: { readonly part: Part; readonly standing: ScoreStanding; readonly missing: readonly Missing[] };
  /** The dearest questions of all. */
  readonly dearest: readonly Missing[];
  readonly trend?: Comparison;
  readonly against?: Comparison;
  /** What must be known of the run, as sentences. */
  readonly notes: readonly string[];
}

export const scoreText = (score: number | undefined): string => (score === undefined ? '–' : score.toFixed(1));

/** `+3.1`, `−0.4`, `0.0`. */
export const difference = (by: number | undefined): string =>
  by === undefined ? '' : by === 0 ? '0.0' : `${by > 0 ? '+' : '−'}${Math.abs(by).toFixed(1)}`;

/** `3 of 16`. */
export const brokenText = ({ kept, broken }: ScoreStanding): string => `${broken} of ${kept + broken}`;
export const coverageText = ({ coverage }: ScoreStanding): string => `${Math.floor(coverage)} %`;

/** `Let them in`. */
export const heading = (name: string): string => {
  const words = inWords(name);
  return words.slice(0, 1).toUpperCase() + words.slice(1);
};

/** The lowest first; what has no score last. */
export const worstFirst = <T extends Pick<ScoreStanding, 'score'> & { readonly name: string }>(list: readonly T[]): readonly T[] =>
  [...list].sort((a, b) => (a.score ?? 101) - (b.score ?? 101) || (a.name < b.name ? -1 : 1));

/** The score in a sentence. */
export const overallLine = ({ score, findings }: Measured): string => {
  const { overall } = score;
  if (overall.score === undefined) return 'No score: nothing could be judged.';
  const serious = findings.filter(({ finding }) => finding.level === 'error').length;
  const accepted = findings.filter((one) => one.accepted !== undefined).length;
  const found = `${counted(findings.length, 'finding')}${serious === 0 ? '' : `, ${counted(serious, 'error')} among them`}${accepted === 0 ? '' : `, ${accepted} accepted`}`;
  return `Score ${scoreText(overall.score)} of 100: ${overall.broken === 0 ? 'nothing that could be judged is broken' : found}.`;
};

const ACCEPTED = {
  waiver: 'waived',
  comment: 'excepted by a comment',
  baseline: 'known from the baseline',
  off: 'off',
  assumption: 'assumed',
} as const;
export const acceptedText = (by: keyof typeof ACCEPTED): string => ACCEPTED[by];

/** What the number is, for those who read nothing else. */
export const MEANING =
  'A score says how much of what could be judged is kept, by weight. It is no proof of good service: one error lets customers down, whatever the number.';
/** What it means, and what it does not, at length. */
export const MEANING_URL = `${HOME_URL}score`;

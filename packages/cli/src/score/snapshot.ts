import type { Score, ScoreStanding } from '@carelint/core';
import { counted } from '../report/summary.js';
import type { Measured } from './measure.js';

export type NamedStanding = Score['promises'][number];

/** Where a finding stands, as far as is known. */
export interface Spot {
  readonly rule?: string;
  readonly file?: string;
}

/** How it stood once, or stands elsewhere. */
export interface Snapshot {
  /** `2026-10-01`, `report.json`, `Example Telecom`. */
  readonly label: string;
  readonly overall: ScoreStanding;
  readonly promises: readonly NamedStanding[];
  readonly touchpoints: readonly NamedStanding[];
  /** Absent where nothing was measured then. */
  readonly hasScore: boolean;
  /** Set where it is somebody else's. */
  readonly isOther?: true;
  /** Findings by fingerprint; absent where they are not known. */
  readonly findings?: ReadonlyMap<string, Spot>;
  /** What must be known before the two are compared, as sentences. */
  readonly notes: readonly string[];
}

/** One row of a comparison: before and after, or here and there. */
export interface Change {
  readonly name: string;
  readonly before?: ScoreStanding;
  readonly now?: ScoreStanding;
  /** Points more or less; absent where one of the two has no score. */
  readonly by?: number;
  /** Why the two say little beside each other. */
  readonly note?: string;
}

/** Two snapshots beside each other. */
export interface Comparison {
  readonly with: Snapshot;
  readonly overall: Change;
  readonly promises: readonly Change[];
  readonly touchpoints: readonly Change[];
  /** Findings that are new, and those that are gone; absent where they are not known. */
  readonly came?: readonly (Spot & { readonly fingerprint: string; readonly message?: string; readonly line?: number })[];
  readonly went?: readonly (Spot & { readonly fingerprint: string })[];
}

/** A score that rests on less than this says little: percent of what was asked; and, beside somebody else's, so many questions. */
const LITTLE_COVERAGE = 50;
const FEW_QUESTIONS = 10;

/** Why a standing says little; undefined where it does not. */
export const thinness = ({ coverage, kept, broken }: ScoreStanding): string | undefined => {
  if (kept + broken === 0) return 'nothing could be judged';
  return coverage < LITTLE_COVERAGE ? `only ${Math.floor(coverage)} % could be judged` : undefined;
};

/** The same beside somebody else's, where few questions say little too. */
const thinBeside = (standing: ScoreStanding): string | undefined => {
  const { kept, broken } = standing;
  return thinness(standing) ?? (kept + broken < FEW_QUESTIONS ? `only ${counted(kept + broken, 'question')}` : undefined);
};

const noteOf = (before: ScoreStanding | undefined, now: ScoreStanding | undefined, isOther: boolean): string | undefined => {
  if (before === undefined) return isOther ? 'asked only here' : 'not asked then';
  if (now === undefined) return isOther ? 'asked only there' : 'not asked now';
  const [then, here] = [before, now].map(isOther ? thinBeside : thinness);
  if (then !== undefined && then === here) return `${isOther ? 'on both sides' : 'both times'} ${here}`;
  const [where, there] = isOther ? ['here', 'there'] : ['now', 'then'];
  return [...(here === undefined ? [] : [`${where} ${here}`]), ...(then === undefined ? [] : [`${there} ${then}`])].join('; ') || undefined;
};

const changeOf = (name: string, before: ScoreStanding | undefined, now: ScoreStanding | undefined, isOther: boolean): Change => {
  const note = noteOf(before, now, isOther);
  const [a, b] = [before?.score, now?.score];
  return {
    name,
    ...(before === undefined ? {} : { before }),
    ...(now === undefined ? {} : { now }),
    ...(a === undefined || b === undefined ? {} : { by: Math.round((b - a) * 10) / 10 }),
    ...(note === undefined ? {} : { note }),
  };
};

const changes = (before: readonly NamedStanding[], now: readonly NamedStanding[], isOther: boolean): readonly Change[] => {
  const [then, here] = [before, now].map((list) => new Map(list.map((one) => [one.name, one])));
  return [...new Set([...now, ...before].map(({ name }) => name))].map((name) => changeOf(name, then?.get(name), here?.get(name), isOther));
};

/** How it stands beside how it stood, or stands elsewhere. */
export const compared = (now: Pick<Measured, 'score' | 'findings'>, other: Snapshot): Comparison => {
  const here = new Map(now.findings.map(({ finding }) => [finding.fingerprint, finding]));
  const { findings: there, isOther = false } = other;
  return {
    with: other,
    overall: changeOf('overall', other.hasScore ? other.overall : undefined, now.score.overall, isOther),
    promises: other.hasScore ? changes(other.promises, now.score.promises, isOther) : [],
    touchpoints: other.hasScore ? changes(other.touchpoints, now.score.touchpoints, isOther) : [],
    ...(there === undefined
      ? {}
      : {
          came: [...here].flatMap(([fingerprint, { rule, file, message, line }]) =>
            there.has(fingerprint) ? [] : [{ fingerprint, rule, file, message, line }],
          ),
          went: [...there].flatMap(([fingerprint, spot]) => (here.has(fingerprint) ? [] : [{ fingerprint, ...spot }])),
        }),
  };
};

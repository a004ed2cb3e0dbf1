import type { Verdict } from '../policy/verdict.js';
import type { Place } from '../source/source.js';

/** A finding that is accepted for a time. */
export interface Waiver {
  readonly rule: string;
  /** The glob, as written. */
  readonly file: string;
  /** Whether a path is meant by the glob. */
  readonly matches: (path: string) => boolean;
  /** Id or name of the step; absent for the whole file. */
  readonly step?: string;
  readonly because: string;
  readonly owner: string;
  /** Last day, as `2027-03-31`. */
  readonly until: string;
  /** The config that holds it. */
  readonly path: string;
  readonly place: Place;
}

/** Whether this waiver hides this verdict. */
const covers = (waiver: Waiver, { rule, artefact, path, anchor }: Verdict): boolean =>
  waiver.rule === rule.id &&
  waiver.matches(path ?? artefact.path) &&
  (waiver.step === undefined || waiver.step === anchor?.id || waiver.step === anchor?.label);

/** What waivers did to a run. */
export interface Waived {
  readonly left: readonly Verdict[];
  readonly hidden: readonly { readonly verdict: Verdict; readonly waiver: Waiver }[];
  readonly expired: readonly Waiver[];
  readonly unused: readonly Waiver[];
}

/** Parts verdicts by waivers. One that has expired hides nothing; `isDue` tells whether one that hides nothing should have hidden something. */
export const waive = (verdicts: readonly Verdict[], waivers: readonly Waiver[], today: string, isDue: (waiver: Waiver) => boolean): Waived => {
  const alive = waivers.filter(({ until }) => until >= today);
  const left: Verdict[] = [];
  const hidden: { verdict: Verdict; waiver: Waiver }[] = [];
  for (const verdict of verdicts) {
    const waiver = alive.find((one) => covers(one, verdict));
    if (waiver === undefined) left.push(verdict);
    else hidden.push({ verdict, waiver });
  }
  const used = new Set(hidden.map(({ waiver }) => waiver));
  return {
    left,
    hidden,
    expired: waivers.filter(({ until }) => until < today),
    unused: alive.filter((waiver) => !used.has(waiver) && isDue(waiver)),
  };
};

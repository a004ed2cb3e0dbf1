import type { BaselineFinding } from '@carelint/policy-schema';
import type { Finding, Report, ReportException, Unknown } from './report.js';

/** An entry of a baseline: findings of one file with one fingerprint. */
export interface BaselineEntry extends BaselineFinding {
  /** As the paths of findings. */
  readonly file: string;
  /** Without the number that tells equal ones apart. */
  readonly fingerprint: string;
}

/** What became of a file that an entry names: it was read whole in this run; it is not there any more; or nothing can be said. */
export type FileState = 'read' | 'gone' | 'not-looked-at';

/** A baseline, with what has to be known of the run to judge its entries. */
export interface BaselineInput {
  /** The file that holds it, for the report. */
  readonly file: string;
  readonly entries: readonly BaselineEntry[];
  readonly stateOf: (file: string) => FileState;
  /** Whether a rule ran, did not run, or is none. */
  readonly ruleState: (rule: string) => 'ran' | 'left-out' | 'no-rule';
  /** Whether new findings are taken in, so that none is left: `--update-baseline`. */
  readonly takesNew: boolean;
  /** The day of the run, for what is taken in. */
  readonly today: string;
}

/** A finding, and its fingerprint without the number that tells equal ones apart. */
export interface Printed {
  readonly finding: Finding;
  readonly print: string;
}

type Stale = NonNullable<Report['baseline']>['stale'][number];

/** What a baseline did to a run. */
export interface Baselined<T extends Printed> {
  /** What it does not know. */
  readonly left: readonly T[];
  readonly hidden: readonly { readonly finding: Finding; readonly by: ReportException }[];
  readonly exceptions: readonly ReportException[];
  readonly told: NonNullable<Report['baseline']>;
  /** The entries that are still needed, those of files that were not looked at among them. With `takesNew` the new ones too. */
  readonly entries: readonly BaselineEntry[];
}

const keyOf = (file: string, print: string): string => JSON.stringify([file, print]);
const times = ({ count = 1 }: BaselineEntry): number => count;

/** The same entry for so many findings. */
const forSo = ({ count: _, ...entry }: BaselineEntry, count: number): BaselineEntry => (count === 1 ? entry : { ...entry, count });

/** Entries with how many findings each still stands for. Two entries for the same (git can make them) are one, the older. */
class Entries {
  readonly #left = new Map<string, { readonly entry: BaselineEntry; free: number }>();
  /** Entries by fingerprint that may stand for a finding of another file. */
  #movable: Map<string, string[]> | undefined;
  readonly #input: BaselineInput;

  constructor(input: BaselineInput) {
    this.#input = input;
    for (const entry of input.entries) {
      const key = keyOf(entry.file, entry.fingerprint);
      const known = this.#left.get(key);
      const since = known === undefined || entry.since < known.entry.since ? entry.since : known.entry.since;
      const free = Math.max(times(entry), known?.free ?? 0);
      this.#left.set(key, { entry: { ...entry, since }, free });
    }
  }

  /** The entry that stands for a finding, which it then no longer does for another. */
  take({ finding: { file }, print }: Printed): BaselineEntry | undefined {
    return this.#takeAt(keyOf(file, print));
  }

  /** The entry of another file that stands for a finding: the file was renamed, or the finding is now told at another of several files. */
  takeMoved({ print }: Printed): BaselineEntry | undefined {
    this.#movable ??= this.#byPrint();
    const keys = this.#movable.get(print) ?? [];
    for (let key = keys.at(-1); key !== undefined; key = keys.at(-1)) {
      const entry = this.#takeAt(key);
      if (entry !== undefined) return entry;
      keys.pop();
    }
    return undefined;
  }

  /** Entries that stand for findings that were not met, each with how many. */
  *rest(): Iterable<readonly [entry: BaselineEntry, count: number]> {
    for (const { entry, free } of this.#left.values()) if (free > 0) yield [entry, free];
  }

  #takeAt(key: string): BaselineEntry | undefined {
    const at = this.#left.get(key);
    if (at === undefined || at.free === 0) return undefined;
    at.free--;
    return at.entry;
  }

  /** Taken from the end: files that are gone stand there, since what was in them is the likeliest to have moved. */
  #byPrint(): Map<string, string[]> {
    const byPrint = new Map<string, string[]>();
    for (const wanted of ['read', 'gone'] as const) {
      for (const [key, { entry, free }] of this.#left) {
        if (free === 0 || this.#input.stateOf(entry.file) !== wanted) continue;
        const keys = byPrint.get(entry.fingerprint);
        if (keys === undefined) byPrint.set(entry.fingerprint, [key]);
        else keys.push(key);
      }
    }
    return byPrint;
  }
}

/** Why an entry for which nothing was found is needed no more; undefined where it may be. */
const staleBecause = ({ stateOf, ruleState }: BaselineInput, isOpen: (entry: BaselineEntry) => boolean) => {
  return (entry: BaselineEntry): Stale['why'] | undefined => {
    const rule = ruleState(entry.rule);
    if (rule !== 'ran') return rule === 'no-rule' ? 'rule-gone' : undefined;
    const file = stateOf(entry.file);
    if (file === 'gone') return 'file-gone';
    return file === 'read' && !isOpen(entry) ? 'mended' : undefined;
  };
};

/** What could not be judged in this run may be as it was. */
const openIn = (unknowns: readonly Unknown[]): ((entry: BaselineEntry) => boolean) => {
  const open = new Set(unknowns.map(({ rule, file, artefact }) => JSON.stringify([rule, file, artefact])));
  return ({ rule, file, artefact }) => open.has(JSON.stringify([rule, file, artefact]));
};

/** One exception for each rule and file. */
const exceptionsFor = (findings: readonly Finding[]): ReadonlyMap<Finding, ReportException> => {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    const key = keyOf(finding.file, finding.rule);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [finding]);
    else group.push(finding);
  }
  return new Map(
    [...groups.values()].flatMap((group) => {
      const [first] = group;
      if (first === undefined) return [];
      const { rule, file } = first;
      const by: ReportException = { by: 'baseline', rule, file, hides: group.map(({ fingerprint }) => fingerprint) };
      return group.map((finding) => [finding, by] as const);
    }),
  );
};

/** Entries for findings, those for equal ones made one. */
const asEntries = (pairs: readonly { readonly printed: Printed; readonly since: string; readonly known?: BaselineEntry }[]): BaselineEntry[] => {
  const entries = new Map<string, BaselineEntry>();
  for (const { printed, since, known } of pairs) {
    const { finding, print } = printed;
    const { rule, artefact, file } = finding;
    const other = entries.get(keyOf(file, print));
    // What was written of a known finding stays as it is: only what changes is to be seen in git.
    const entry = other ?? { rule, artefact, message: known?.message ?? finding.message, since, file, fingerprint: print };
    entries.set(
      keyOf(file, print),
      forSo({ ...entry, since: entry.since < since ? entry.since : since }, (other === undefined ? 0 : times(other)) + 1),
    );
  }
  return [...entries.values()];
};

/**
 * Parts findings into those that a baseline knows and new ones. They are matched by fingerprint and file, as many as the entry says; an entry whose
 * file was read, or is gone, and for which nothing is left there stands for an equal finding of another file. `excepted` are the findings that
 * comments and waivers hide: an entry for one of them is not needed.
 */
export const applyBaseline = <T extends Printed>(
  findings: readonly T[],
  excepted: readonly Printed[],
  unknowns: readonly Unknown[],
  input: BaselineInput,
): Baselined<T> => {
  const entries = new Entries(input);
  const known = new Map<T, BaselineEntry>();
  const note = (printed: T, entry: BaselineEntry | undefined): void => {
    if (entry !== undefined) known.set(printed, entry);
  };
  for (const printed of findings) note(printed, entries.take(printed));
  const needless = excepted.flatMap((printed) => entries.take(printed) ?? []);
  for (const printed of findings) if (!known.has(printed)) note(printed, entries.takeMoved(printed));
  const reason = staleBecause(input, openIn(unknowns));
  const kept: BaselineEntry[] = [];
  const stale: Stale[] = needless.map((entry) => ({ ...forSo(entry, 1), why: 'excepted' }));
  for (const [entry, count] of entries.rest()) {
    const why = reason(entry);
    if (why === undefined) kept.push(forSo(entry, count));
    else stale.push({ ...forSo(entry, count), why });
  }
  const hidden = findings.filter((printed) => input.takesNew || known.has(printed));
  const exceptions = exceptionsFor(hidden.map(({ finding }) => finding));
  const matched = hidden.map((printed) => {
    const entry = known.get(printed);
    return { printed, since: entry?.since ?? input.today, ...(entry === undefined ? {} : { known: entry }) };
  });
  const oldest = matched.map(({ since }) => since).sort()[0];
  return {
    left: findings.filter((printed) => !input.takesNew && !known.has(printed)),
    hidden: [...exceptions].map(([finding, by]) => ({ finding, by })),
    exceptions: [...new Set(exceptions.values())],
    told: { file: input.file, hides: hidden.length, ...(oldest === undefined ? {} : { since: oldest }), stale },
    entries: joined([...asEntries(matched), ...kept]),
  };
};

/** Entries for the same file and fingerprint made one: some of its findings were met, the others may be there. */
const joined = (entries: readonly BaselineEntry[]): readonly BaselineEntry[] => {
  const byKey = new Map<string, BaselineEntry>();
  for (const entry of entries) {
    const other = byKey.get(keyOf(entry.file, entry.fingerprint));
    byKey.set(keyOf(entry.file, entry.fingerprint), other === undefined ? entry : forSo(other, times(other) + times(entry)));
  }
  return [...byKey.values()];
};

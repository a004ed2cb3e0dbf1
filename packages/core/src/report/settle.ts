import type { Moment, Verdict } from '../policy/verdict.js';
import type { Locate } from '../source/document.js';
import type { Place, Problem } from '../source/source.js';
import { withoutRepeats, withoutYielding } from './family.js';
import { fingerprint, numbered } from './fingerprint.js';
import { placesOf, type TextOf } from './place.js';
import type { Coverage, Finding, Report, ReportedProblem, ReportException, Station, Summary, Unknown } from './report.js';
import { tell } from './tell.js';
import { waive, type Waived, type Waiver } from './waive.js';

/** All that settling needs to know besides the verdicts. */
export interface SettleInput {
  readonly version: string;
  readonly textOf: TextOf;
  readonly locate: Locate;
  readonly problems: readonly Problem[];
  readonly coverage: Coverage;
  readonly waivers: readonly Waiver[];
  /** The day of the run, as `2026-11-30`: after its last day a waiver is an error. */
  readonly today: string;
  /** Whether a waiver that hides nothing should have hidden something: false where its rule or its files were left out of the run. */
  readonly isDue: (waiver: Waiver) => boolean;
  /** Rules that are off or kept by assumption, with the reason. */
  readonly exceptions?: readonly ReportException[];
}

type PlaceOf = (moment: { readonly artefact: Verdict['artefact']; readonly route: Verdict['route'] }) => Place;

const compare = (a: string | number, b: string | number): number => (a < b ? -1 : a > b ? 1 : 0);

/** Order of a report: file, line, column, rule, and then whatever tells two findings apart. */
const inOrder = (a: Finding, b: Finding): number =>
  compare(a.file, b.file) || a.line - b.line || a.column - b.column || compare(a.rule, b.rule) || compare(a.artefact, b.artefact) || compare(a.message, b.message);

const stations = (journey: readonly Moment[], placeOf: PlaceOf): readonly Station[] => {
  const told = tell(journey);
  return journey.map(({ artefact, step, event, label, text }, index) => {
    const { line, column } = placeOf({ artefact, route: step.route });
    return {
      step: step.id,
      kind: step.kind,
      label: step.label,
      artefact: artefact.id,
      ...(event === undefined ? {} : { event }),
      ...(label === undefined ? {} : { choice: label }),
      ...(text === undefined ? {} : { text }),
      told: told[index] ?? [],
      file: artefact.path,
      line,
      column,
    };
  });
};

const toFinding = (verdict: Verdict, placeOf: PlaceOf): Finding => {
  const { rule, artefact, identity, message, journey, against } = verdict;
  return {
    rule: rule.id,
    level: rule.level,
    certainty: rule.certainty,
    title: rule.title,
    message,
    instead: rule.instead,
    file: artefact.path,
    ...placeOf(verdict),
    artefact: artefact.id,
    journey: stations(journey, placeOf),
    ...(against === undefined ? {} : { against: stations(against, placeOf) }),
    fingerprint: fingerprint([rule.id, artefact.id, ...identity]),
    ...(rule.url === undefined ? {} : { url: rule.url }),
  };
};

function* placesWanted(verdicts: readonly Verdict[]): Iterable<Parameters<ReturnType<typeof placesOf>>[0]> {
  for (const { artefact, route, journey, against } of verdicts) {
    yield { path: artefact.path, syntax: artefact.syntax, route };
    for (const moment of [...journey, ...(against ?? [])]) {
      yield { path: moment.artefact.path, syntax: moment.artefact.syntax, route: moment.step.route };
    }
  }
}

/** An unknown is reported once for each rule, artefact and hidden step. */
const toUnknowns = (verdicts: readonly Verdict[]): readonly Unknown[] => {
  const unknowns = new Map<string, Unknown>();
  for (const { rule, artefact, journey, anchor, why, identity, hidden = journey.at(-1) } of verdicts) {
    const step = hidden?.step.id ?? anchor?.id;
    const key = JSON.stringify([rule.id, artefact.path, artefact.id, hidden?.artefact.path, step ?? identity]);
    if (unknowns.has(key)) continue;
    unknowns.set(key, { rule: rule.id, file: artefact.path, artefact: artefact.id, ...(step === undefined ? {} : { step }), why: why ?? 'the source does not tell' });
  }
  return [...unknowns.values()].sort((a, b) => compare(a.file, b.file) || compare(a.artefact, b.artefact) || compare(a.rule, b.rule) || compare(a.step ?? '', b.step ?? ''));
};

const toProblem = ({ path, message, place, severity }: Problem): ReportedProblem => ({
  file: path,
  message,
  severity: severity ?? 'problem',
  ...(place === undefined ? {} : { line: place.line, column: place.column }),
});

const aboutWaiver = (waiver: Waiver, facts: Pick<Finding, 'rule' | 'level' | 'title' | 'message' | 'instead'>): Finding => ({
  ...facts,
  certainty: 'high',
  file: waiver.path,
  ...waiver.place,
  artefact: 'carelint.yaml',
  journey: [],
  fingerprint: fingerprint([facts.rule, waiver.rule, waiver.file, waiver.step ?? '']),
});

const aboutWaivers = ({ expired, unused }: Waived): readonly Finding[] => [
  ...expired.map((waiver) =>
    aboutWaiver(waiver, {
      rule: 'expired-waiver',
      level: 'error',
      title: 'A waiver ends when it says so',
      message: `The waiver of ${waiver.rule} in ${waiver.file} ended on ${waiver.until}; ${waiver.owner} answers for it.`,
      instead: 'Mend what it hides and remove it, or agree on a new date with its owner.',
    })),
  ...unused.map((waiver) =>
    aboutWaiver(waiver, {
      rule: 'unused-waiver',
      level: 'warning',
      title: 'A waiver hides something',
      message: `The waiver of ${waiver.rule} in ${waiver.file} hides nothing.`,
      instead: 'Remove it, so that the next finding of this kind is heard.',
    })),
];

const toExceptions = ({ hidden }: Waived, prints: ReadonlyMap<Verdict, string>): readonly ReportException[] => {
  const byWaiver = new Map<Waiver, string[]>();
  for (const { verdict, waiver } of hidden) byWaiver.set(waiver, [...(byWaiver.get(waiver) ?? []), prints.get(verdict) ?? '']);
  return [...byWaiver].map(([{ rule, because, file, owner, until }, hides]) => ({ by: 'waiver', rule, because, file, owner, until, hides }));
};

const sum = (findings: readonly Finding[], unknown: number, problems: readonly ReportedProblem[], waived: number): Summary => {
  const count = (level: Finding['level']): number => findings.filter((finding) => finding.level === level).length;
  return {
    error: count('error'),
    warning: count('warning'),
    advice: count('advice'),
    unknown,
    problems: problems.filter(({ severity }) => severity === 'problem').length,
    waived,
  };
};

/** Makes the report of a run: drops what yields or is waived, finds the places of the rest, puts it in order and gives each finding its fingerprint. */
export const settle = (verdicts: readonly Verdict[], input: SettleInput): Report => {
  const broken = withoutYielding(withoutRepeats(verdicts.filter(({ outcome }) => outcome === 'broken')));
  const places = placesOf(placesWanted(broken), input.textOf, input.locate);
  const placeOf: PlaceOf = ({ artefact, route }) => places({ path: artefact.path, syntax: artefact.syntax, route });

  // Waived findings take part in the numbering, so that a waiver changes no fingerprint.
  const ordered = broken.map((verdict) => ({ verdict, finding: toFinding(verdict, placeOf) })).sort((a, b) => inOrder(a.finding, b.finding));
  const prints = numbered(ordered.map(({ finding }) => finding.fingerprint));
  const settled = new Map(ordered.map(({ verdict, finding }, index) => [verdict, { ...finding, fingerprint: prints[index] ?? finding.fingerprint }]));

  const waived = waive([...settled.keys()], input.waivers, input.today, input.isDue);
  const findings = [...waived.left.flatMap((verdict) => settled.get(verdict) ?? []), ...aboutWaivers(waived)].sort(inOrder);
  const unknowns = toUnknowns(verdicts.filter(({ outcome }) => outcome === 'unknown'));
  const problems = input.problems.map(toProblem).sort((a, b) => compare(a.file, b.file) || (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0));
  return {
    schemaVersion: 1,
    tool: { name: 'carelint', version: input.version },
    findings,
    unknowns,
    problems,
    exceptions: [...(input.exceptions ?? []), ...toExceptions(waived, new Map([...settled].map(([verdict, { fingerprint: print }]) => [verdict, print])))],
    coverage: input.coverage,
    summary: sum(findings, unknowns.length, problems, waived.hidden.length),
  };
};

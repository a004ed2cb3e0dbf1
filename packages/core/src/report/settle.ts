import type { Moment, Verdict } from '../policy/verdict.js';
import type { Locate } from '../source/document.js';
import type { Place, Problem } from '../source/source.js';
import { applyBaseline, type BaselineEntry, type BaselineInput } from './baseline.js';
import { disable, type AboutComment, type Disabled, type DirectiveInput, type Placed } from './disable.js';
import { speaking } from './family.js';
import { fingerprint, numbered } from './fingerprint.js';
import { groupsOf, momentOf, touchpointOf } from './group.js';
import { ruleUrl } from './home.js';
import { mendExceptions, type MendException } from './mend-exceptions.js';
import { withMends } from './mends.js';
import { judgedIn, type Judged } from './score/judged.js';
import type { Questions } from './score/questions.js';
import { scoreOf } from './score/score.js';
import { narrowed, type NarrowInput } from './narrow.js';
import { OWN_RULES, type OwnRule } from './own-rules.js';
import { placesOf, type TextOf } from './place.js';
import type { Coverage, Finding, PackStanding, Report, ReportedProblem, ReportException, Station, Summary, Unknown } from './report.js';
import { printOf } from './steady.js';
import { tellStanding, type PackFacts } from './standing.js';
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
  /** The day of the run, as `2026-11-30`: after its last day a waiver is an error; it decides how laws stand. */
  readonly today: string;
  /** Whether a waiver that hides nothing should have hidden something: false where its rule or its files were left out of the run. */
  readonly isDue: (waiver: Waiver) => boolean;
  /** Whether all that belongs to the service was read: only then an exception that hides nothing is surely needless. Left out: no. */
  readonly whole?: boolean;
  /** Rules that are off or kept by assumption, with the reason. */
  readonly exceptions?: readonly ReportException[];
  /** The packs that are on. */
  readonly packs?: readonly PackFacts[];
  /** Left out: comments switch nothing off. */
  readonly directives?: DirectiveInput;
  /** Findings that are known. Left out: none is. */
  readonly baseline?: BaselineInput;
  /** Left out: all is told. */
  readonly narrow?: NarrowInput;
  /** What was asked of what. Left out: no score is told. */
  readonly questions?: Questions;
}

/** A finding that an exception keeps out of the report. */
export interface HiddenFinding {
  readonly finding: Finding;
  readonly by: ReportException;
}

/** A report, and what was kept out of it. */
export interface Settled {
  readonly report: Report;
  readonly hidden: readonly HiddenFinding[];
  /** The entries of the baseline that are still needed; with those of new findings, where it takes them in. Absent where there is none. */
  readonly baseline?: readonly BaselineEntry[];
  /** The answers to all questions, of which the score is made. Absent where nobody counted them. */
  readonly judged?: Judged;
}

type PlaceOf = (at: { readonly artefact: Verdict['artefact']; readonly route: Verdict['route']; readonly path?: string | undefined }) => Place;

const compare = (a: string | number, b: string | number): number => (a < b ? -1 : a > b ? 1 : 0);

/** Order of a report: file, line, column, rule, and then whatever tells two findings apart. */
const inOrder = (a: Finding, b: Finding): number =>
  compare(a.file, b.file) ||
  a.line - b.line ||
  a.column - b.column ||
  compare(a.rule, b.rule) ||
  compare(a.artefact, b.artefact) ||
  compare(a.message, b.message);

const stations = (journey: readonly Moment[], placeOf: PlaceOf): readonly Station[] => {
  const told = tell(journey);
  return journey.map(({ artefact, step, event, label, text }, index) => {
    const { line, column } = placeOf({ artefact, route: step.route, path: step.path });
    return {
      step: step.id,
      kind: step.kind,
      label: step.label,
      artefact: artefact.id,
      ...(event === undefined ? {} : { event }),
      ...(label === undefined ? {} : { choice: label }),
      ...(text === undefined ? {} : { text }),
      told: told[index] ?? [],
      file: step.path ?? artefact.path,
      line,
      column,
    };
  });
};

const toFinding = (verdict: Verdict, placeOf: PlaceOf): Finding => {
  const { rule, artefact, message, journey, against } = verdict;
  const url = rule.url ?? ruleUrl(rule.id);
  const [touchpoint, when] = [touchpointOf(artefact), momentOf(verdict)];
  return {
    rule: rule.id,
    ...(rule.promise === undefined ? {} : { promise: rule.promise }),
    ...(touchpoint === undefined ? {} : { touchpoint }),
    ...(when === undefined ? {} : { moment: when }),
    ...(rule.packs === undefined || rule.packs.length === 0 ? {} : { packs: [...rule.packs] }),
    level: rule.level,
    certainty: rule.certainty,
    title: rule.title,
    message,
    instead: rule.instead,
    file: verdict.path ?? artefact.path,
    ...placeOf(verdict),
    artefact: artefact.id,
    journey: stations(journey, placeOf),
    ...(against === undefined ? {} : { against: stations(against, placeOf) }),
    fingerprint: printOf(verdict),
    ...(url === undefined ? {} : { url }),
  };
};

function* placesWanted(verdicts: readonly Verdict[]): Iterable<Parameters<ReturnType<typeof placesOf>>[0]> {
  for (const { artefact, route, path, journey, against } of verdicts) {
    yield { path: path ?? artefact.path, syntax: artefact.syntax, route };
    for (const moment of [...journey, ...(against ?? [])]) {
      yield { path: moment.step.path ?? moment.artefact.path, syntax: moment.artefact.syntax, route: moment.step.route };
    }
  }
}

/** An unknown is reported once for each rule, artefact and hidden step. */
const toUnknowns = (verdicts: readonly Verdict[]): readonly Unknown[] => {
  const unknowns = new Map<string, Unknown>();
  for (const { rule, artefact, path, journey, anchor, why, identity, hidden = journey.at(-1) } of verdicts) {
    const step = hidden?.step.id ?? anchor?.id;
    const key = JSON.stringify([rule.id, artefact.path, artefact.id, hidden?.artefact.path, step ?? identity]);
    if (unknowns.has(key)) continue;
    unknowns.set(key, {
      rule: rule.id,
      file: path ?? artefact.path,
      artefact: artefact.id,
      ...(step === undefined ? {} : { step }),
      why: why ?? 'the source does not tell',
    });
  }
  return [...unknowns.values()].sort(
    (a, b) => compare(a.file, b.file) || compare(a.artefact, b.artefact) || compare(a.rule, b.rule) || compare(a.step ?? '', b.step ?? ''),
  );
};

const toProblem = ({ path, message, place, severity }: Problem): ReportedProblem => ({
  file: path,
  message,
  severity: severity ?? 'problem',
  ...(place === undefined ? {} : { line: place.line, column: place.column }),
});

/** What is said of an exception itself. */
const aboutException = (
  { id, level, certainty, title, instead }: OwnRule,
  at: { readonly path: string; readonly place: Place },
  artefact: string,
  message: string,
  identity: readonly string[],
): Finding => {
  const url = ruleUrl(id);
  return {
    rule: id,
    level,
    certainty,
    title,
    message,
    instead,
    file: at.path,
    ...at.place,
    artefact,
    journey: [],
    fingerprint: fingerprint([id, ...identity]),
    ...(url === undefined ? {} : { url }),
  };
};

const aboutWaiver = (waiver: Waiver, rule: OwnRule, message: string): Finding =>
  aboutException(rule, waiver, 'carelint.yaml', message, [waiver.rule, waiver.file, waiver.step ?? '']);

const named = ({ rule, file, step }: Waiver): string => `The waiver of ${rule} in ${file}${step === undefined ? '' : ` at ${step}`}`;

const aboutWaivers = ({ expired, unused }: Waived, mend: MendException): readonly Finding[] => [
  ...expired.map((waiver) =>
    aboutWaiver(waiver, OWN_RULES.expiredWaiver, `${named(waiver)} ended on ${waiver.until}; ${waiver.owner} answers for it.`),
  ),
  ...unused.map((waiver) => mend.waiver(aboutWaiver(waiver, OWN_RULES.unusedWaiver, `${named(waiver)} hides nothing.`), waiver)),
];

const aboutComment = (comment: AboutComment, rule: OwnRule): Finding =>
  aboutException(rule, comment, comment.path, comment.message, [comment.path, comment.words]);

const aboutComments = ({ bad, unused }: Disabled, mend: MendException): readonly Finding[] => {
  const findings = [
    ...bad.map((comment) => aboutComment(comment, OWN_RULES.badDirective)),
    ...unused.map((comment) => mend.comment(aboutComment(comment, OWN_RULES.unusedDirective), comment)),
  ];
  // The same words may stand at several places of a file.
  const prints = numbered(findings.map(({ fingerprint: print }) => print));
  return findings.map((finding, index) => ({ ...finding, fingerprint: prints[index] ?? finding.fingerprint }));
};

/** Waivers that hide something, in the order in which they first do, each with what it hides. */
const toExceptions = ({ hidden }: Waived, findingOf: (verdict: Verdict) => Finding | undefined): ReadonlyMap<Waiver, ReportException> => {
  const byWaiver = new Map<Waiver, string[]>();
  for (const { verdict, waiver } of hidden) byWaiver.set(waiver, [...(byWaiver.get(waiver) ?? []), findingOf(verdict)?.fingerprint ?? '']);
  return new Map(
    [...byWaiver].map(([waiver, hides]) => {
      const { rule, because, file, step, owner, until } = waiver;
      return [waiver, { by: 'waiver', rule, because, file, ...(step === undefined ? {} : { step }), owner, until, hides }];
    }),
  );
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

/** Which packs ask for the rules of these verdicts, by rule. */
const askingFor = (verdicts: readonly Verdict[]): ReadonlyMap<string, ReadonlySet<string>> => {
  const asking = new Map<string, Set<string>>();
  for (const { rule } of verdicts) {
    const packs = asking.get(rule.id) ?? new Set();
    for (const { pack } of rule.packs ?? []) packs.add(pack);
    asking.set(rule.id, packs);
  }
  return asking;
};

/** Packs with what was found for each, and how much could not be judged. */
const standings = (
  packs: readonly PackFacts[],
  today: string,
  findings: readonly Finding[],
  unknowns: readonly Unknown[],
  asking: ReturnType<typeof askingFor>,
): readonly PackStanding[] =>
  packs.map((facts) => ({
    ...tellStanding(facts, today),
    findings: findings.filter((finding) => finding.packs?.some(({ pack }) => pack === facts.pack) === true).length,
    unknown: unknowns.filter(({ rule }) => asking.get(rule)?.has(facts.pack) === true).length,
  }));

const NO_DIRECTIVES: DirectiveInput = { files: [], artefacts: [], known: [], ran: () => false };

/** A finding with the verdict that it was made of, and its fingerprint before equal ones were numbered. */
interface PlacedFinding extends Placed {
  readonly print: string;
}

/** Findings with their places, in order, each with its fingerprint. Those that will be hidden take part in the numbering, so that an exception changes no fingerprint. */
const placed = (verdicts: readonly Verdict[], { textOf, locate }: SettleInput): readonly PlacedFinding[] => {
  const broken = speaking(verdicts);
  const places = placesOf(placesWanted(broken), textOf, locate);
  const placeOf: PlaceOf = ({ artefact, route, path }) => places({ path: path ?? artefact.path, syntax: artefact.syntax, route });
  const ordered = broken.map((verdict) => ({ verdict, finding: toFinding(verdict, placeOf) })).sort((a, b) => inOrder(a.finding, b.finding));
  const prints = numbered(ordered.map(({ finding }) => finding.fingerprint));
  return ordered.map(({ verdict, finding }, index) => ({
    verdict,
    print: finding.fingerprint,
    finding: { ...finding, fingerprint: prints[index] ?? finding.fingerprint },
  }));
};

/** What exceptions leave of the findings, and what each of them hides. */
interface Sifted {
  readonly left: readonly Finding[];
  readonly hidden: readonly HiddenFinding[];
  readonly exceptions: readonly ReportException[];
  /** What is said of exceptions. */
  readonly about: readonly Finding[];
  readonly told?: NonNullable<Report['baseline']>;
  readonly baseline?: readonly BaselineEntry[];
}

/** Comments first, then waivers, then the baseline: who gave a reason is heard before who gave none. */
const sift = (all: readonly PlacedFinding[], unknowns: readonly Unknown[], input: SettleInput): Sifted => {
  const disabled = disable(all, input.directives ?? NO_DIRECTIVES, input.textOf, input.locate);
  const byVerdict = new Map(disabled.left.map(({ verdict, finding }) => [verdict, finding]));
  const waived = waive([...byVerdict.keys()], input.waivers, input.today, input.isDue);
  const waivers = toExceptions(waived, (verdict) => byVerdict.get(verdict));
  const hidden: readonly HiddenFinding[] = [
    ...disabled.hidden.map(({ placed: { finding }, by }) => ({ finding, by })),
    ...waived.hidden.flatMap(({ verdict, waiver }) => {
      const [finding, by] = [byVerdict.get(verdict), waivers.get(waiver)];
      return finding === undefined || by === undefined ? [] : [{ finding, by }];
    }),
  ];
  const heard = new Set(waived.left);
  const left = all.filter(({ verdict }) => heard.has(verdict));
  const exceptions = [...disabled.exceptions, ...waivers.values()];
  const mend = mendExceptions(unknowns, waived.unused, input);
  const about = [...aboutWaivers(waived, mend), ...aboutComments(disabled, mend)];
  if (input.baseline === undefined) return { left: withMends(left, input.textOf), hidden, exceptions, about };
  const excepted = all.filter(({ verdict }) => !heard.has(verdict));
  const known = applyBaseline(left, excepted, unknowns, input.baseline);
  return {
    left: withMends(known.left, input.textOf),
    hidden: [...hidden, ...known.hidden],
    exceptions: [...exceptions, ...known.exceptions],
    about,
    told: known.told,
    baseline: known.entries,
  };
};

/** Makes the report of a run: drops what yields or is excepted, finds the places of the rest, puts it in order and gives each finding its fingerprint. */
export const settleAll = (verdicts: readonly Verdict[], input: SettleInput): Settled => {
  const open = verdicts.filter(({ outcome }) => outcome === 'unknown');
  const allUnknowns = toUnknowns(open);
  const all = placed(verdicts, input);
  const judged = input.questions === undefined ? undefined : judgedIn(verdicts, all, input.questions);
  const { left, hidden, exceptions, about, told, baseline } = sift(all, allUnknowns, input);
  const allProblems = input.problems
    .map(toProblem)
    .sort((a, b) => compare(a.file, b.file) || (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0));
  const whole = { findings: [...left, ...about].sort(inOrder), unknowns: allUnknowns, problems: allProblems };
  const { findings, unknowns, problems, told: narrow } = input.narrow === undefined ? { ...whole, told: undefined } : narrowed(whole, input.narrow);
  const report: Report = {
    schemaVersion: 1,
    tool: { name: 'carelint', version: input.version },
    findings,
    unknowns,
    problems,
    exceptions: [...(input.exceptions ?? []), ...exceptions],
    ...(told === undefined ? {} : { baseline: told }),
    ...(narrow === undefined ? {} : { narrowed: narrow }),
    packs: standings(input.packs ?? [], input.today, findings, unknowns, askingFor(open)),
    groups: groupsOf(findings),
    // Of the whole service, whatever of it is told.
    ...(judged === undefined ? {} : { score: scoreOf(judged.cells()) }),
    coverage: input.coverage,
    summary: sum(findings, unknowns.length, problems, hidden.length - (told?.hides ?? 0)),
  };
  return {
    report,
    hidden: [...hidden].sort((a, b) => inOrder(a.finding, b.finding)),
    ...(baseline === undefined ? {} : { baseline }),
    ...(judged === undefined ? {} : { judged }),
  };
};

/** The report of a run alone. */
export const settle = (verdicts: readonly Verdict[], input: SettleInput): Report => settleAll(verdicts, input).report;

import {
  HOME_URL,
  type Finding,
  type HiddenFinding,
  type Mend,
  type Report,
  type ReportedProblem,
  type ReportException,
  type Station,
  type Unknown,
} from '@carelint/core';
import { jsonWithoutCommands } from './ci-commands.js';
import { printableJson } from './printable.js';
import type { RepositoryPaths } from './repository.js';
import { descriptor, LEVELS, type ListedRule } from './sarif-rules.js';
import { oneLine } from './told.js';

/** What SARIF tells besides the report. */
export interface SarifInput {
  readonly report: Report;
  readonly rules: readonly ListedRule[];
  readonly hidden: readonly HiddenFinding[];
  readonly paths: RepositoryPaths;
  /**
   * `all`: what is excepted and what could not be judged are results too, marked as the standard wants it.
   * `alerts`: only what deserves an alert, for readers that make an alert of every result (GitHub).
   */
  readonly results: 'all' | 'alerts';
}

interface Region {
  readonly line: number | undefined;
  readonly column?: number | undefined;
  readonly endLine?: number;
  readonly endColumn?: number;
}

const ROOT = '%SRCROOT%';
/** GitHub takes no journey that is longer than this. */
const LONGEST = 1000;
/** Things that happened to the run, for `notifications`. */
const EVENTS = [
  ['not-read', 'A file, or a part of one, could not be read.'],
  ['probable-slip', 'A file was read, but something in it is probably a slip.'],
  ['not-judged', 'The files do not tell whether a rule is kept.'],
] as const;
type Event = (typeof EVENTS)[number][0];

/** SARIF gives a meaning to `[text](target)` and to `{0}` in messages: texts from files must not have it. */
const message = (text: string): { readonly text: string } => ({
  text: oneLine(text)
    .replace(/\]\(/gu, '] (')
    .replace(/\{(?=\d)/gu, '{ '),
});

const location = (file: string, paths: RepositoryPaths): object => {
  const { uri, inside } = paths.uri(file);
  return { uri, ...(inside ? { uriBaseId: ROOT } : {}) };
};

const physical = (file: string, { line, column, endLine, endColumn }: Region, paths: RepositoryPaths): object => {
  const region =
    line === undefined
      ? {}
      : {
          region: {
            startLine: line,
            ...(column === undefined ? {} : { startColumn: column }),
            ...(endLine === undefined ? {} : { endLine, endColumn }),
          },
        };
  return { artifactLocation: location(file, paths), ...region };
};

const stationLocation = ({ file, line, column, told, label }: Station, paths: RepositoryPaths): object => ({
  location: { physicalLocation: physical(file, { line, column }, paths), message: message(told.length === 0 ? label : told.join('; ')) },
  importance: told.length === 0 ? 'unimportant' : 'important',
});

const abridged = (journey: readonly Station[]): readonly Station[] =>
  journey.length <= LONGEST ? journey : [...journey.slice(0, LONGEST / 2), ...journey.slice(-LONGEST / 2)];

const codeFlow = (journey: readonly Station[], what: string, { paths, results }: SarifInput): object => ({
  message: { text: what },
  threadFlows: [{ locations: (results === 'alerts' ? abridged(journey) : journey).map((station) => stationLocation(station, paths)) }],
});

const codeFlows = ({ journey, against }: Finding, input: SarifInput): object => {
  const flows = [
    ...(journey.length > 1 ? [codeFlow(journey, 'The journey of the customer', input)] : []),
    ...(against === undefined ? [] : [codeFlow(against, 'The journey it is compared with', input)]),
  ];
  return flows.length === 0 ? {} : { codeFlows: flows };
};

const suppression = ({ by, because, owner, until, file, line, column }: ReportException, paths: RepositoryPaths): object => {
  if (by === 'baseline') return { kind: 'external', status: 'accepted', justification: 'It was there before: the baseline lists it.' };
  const answers = owner === undefined ? '' : ` (${owner}${until === undefined ? '' : `, until ${until}`})`;
  const justification = oneLine(`${because ?? ''}${answers}`);
  return by === 'comment' && file !== undefined
    ? { kind: 'inSource', status: 'accepted', justification, location: { physicalLocation: physical(file, { line, column }, paths) } }
    : { kind: 'external', status: 'accepted', justification };
};

const indexOf = ({ rules }: SarifInput): ((id: string) => { ruleId: string; ruleIndex?: number }) => {
  const places = new Map(rules.map(({ id }, index) => [id, index]));
  return (id) => {
    const ruleIndex = places.get(id);
    return { ruleId: id, ...(ruleIndex === undefined ? {} : { ruleIndex }) };
  };
};

/** What SARIF has no word for: the packs that ask for it, and what kinds of findings it belongs to. */
const resultProperties = ({ certainty, packs, touchpoint, moment }: Finding): object => ({
  certainty,
  ...(packs === undefined ? {} : { packs }),
  ...(touchpoint === undefined ? {} : { touchpoint }),
  ...(moment === undefined ? {} : { moment }),
});

/** What would mend a finding, what `--fix` does first. */
const fixes = ({ fix, suggestions = [] }: Finding, { paths }: SarifInput): object => {
  const mends = [...(fix === undefined ? [] : [fix]), ...suggestions];
  if (mends.length === 0) return {};
  const change = ({ edits }: Mend): object[] =>
    [...new Set(edits.map(({ file }) => file))].map((file) => ({
      artifactLocation: location(file, paths),
      replacements: edits
        .filter((edit) => edit.file === file)
        .map(({ line, column, endLine, endColumn, text }) => ({
          deletedRegion: { startLine: line, startColumn: column, endLine, endColumn },
          ...(text === '' ? {} : { insertedContent: { text } }),
        })),
    }));
  return { fixes: mends.map((mend) => ({ description: message(mend.title), artifactChanges: change(mend) })) };
};

const findingResult = (
  finding: Finding,
  rule: { readonly ruleId: string },
  input: SarifInput,
  suppressions: readonly object[] | undefined,
  isKnown = false,
): object => ({
  ...rule,
  kind: 'fail',
  level: LEVELS[finding.level],
  message: message(`${finding.message} Instead: ${finding.instead}`),
  locations: [{ physicalLocation: physical(finding.file, finding, input.paths), logicalLocations: [{ name: oneLine(finding.artefact) }] }],
  partialFingerprints: { 'carelint/v1': finding.fingerprint },
  ...codeFlows(finding, input),
  ...fixes(finding, input),
  ...(suppressions === undefined ? {} : { suppressions }),
  ...(input.report.baseline === undefined ? {} : { baselineState: isKnown ? 'unchanged' : 'new' }),
  properties: resultProperties(finding),
});

const whyNot = ({ why }: Unknown): { readonly text: string } => message(`This could not be judged: ${why.replace(/[\s.]+$/u, '')}.`);
const unknownLocation = ({ file, artefact, step }: Unknown, paths: RepositoryPaths): object => ({
  physicalLocation: physical(file, { line: undefined }, paths),
  logicalLocations: [{ name: oneLine(artefact), ...(step === undefined ? {} : { fullyQualifiedName: oneLine(`${artefact}/${step}`) }) }],
});

const unknownResult = (unknown: Unknown, rule: { readonly ruleId: string }, { paths }: SarifInput): object => ({
  ...rule,
  kind: 'open',
  level: 'none',
  message: whyNot(unknown),
  locations: [unknownLocation(unknown, paths)],
  suppressions: [],
});

const resultsOf = (input: SarifInput): readonly object[] => {
  const { report, hidden, paths } = input;
  const rule = indexOf(input);
  if (input.results === 'alerts') return report.findings.map((finding) => findingResult(finding, rule(finding.rule), input, undefined));
  return [
    // Where one result says whether it is suppressed, all must (3.27.23).
    ...report.findings.map((finding) => findingResult(finding, rule(finding.rule), input, [])),
    ...hidden.map(({ finding, by }) => findingResult(finding, rule(finding.rule), input, [suppression(by, paths)], by.by === 'baseline')),
    ...report.unknowns.map((unknown) => unknownResult(unknown, rule(unknown.rule), input)),
  ];
};

const event = (id: Event): object => ({ descriptor: { id, index: EVENTS.findIndex(([name]) => name === id) } });

const problemNotification = ({ file, line, column, message: text, severity }: ReportedProblem, { paths }: SarifInput): object => ({
  ...event(severity === 'problem' ? 'not-read' : 'probable-slip'),
  level: severity === 'problem' ? 'error' : 'note',
  message: message(text),
  locations: [{ physicalLocation: physical(file, { line, column }, paths) }],
});

const notificationsOf = (input: SarifInput): readonly object[] => {
  const { report, paths, results } = input;
  const rule = indexOf(input);
  const unknowns = results === 'all' ? [] : report.unknowns;
  return [
    ...report.problems.map((problem) => problemNotification(problem, input)),
    ...unknowns.map((unknown) => {
      const { ruleId: id, ruleIndex: index } = rule(unknown.rule);
      return {
        ...event('not-judged'),
        level: 'note',
        message: whyNot(unknown),
        locations: [unknownLocation(unknown, paths)],
        associatedRule: { id, ...(index === undefined ? {} : { index }) },
      };
    }),
  ];
};

/** The report as SARIF 2.1.0: one run, with every rule that ran. */
export const renderSarif = (input: SarifInput): string => {
  const { report, rules } = input;
  const run = {
    tool: {
      driver: {
        name: report.tool.name,
        version: report.tool.version,
        semanticVersion: report.tool.version,
        informationUri: HOME_URL,
        rules: rules.map(descriptor),
        notifications: EVENTS.map(([id, text]) => ({ id, shortDescription: { text } })),
      },
    },
    columnKind: 'utf16CodeUnits',
    originalUriBaseIds: { [ROOT]: { description: { text: 'The root of the repository.' } } },
    invocations: [{ executionSuccessful: true, toolExecutionNotifications: notificationsOf(input) }],
    results: resultsOf(input),
    properties: { packs: report.packs, groups: report.groups, coverage: report.coverage, summary: report.summary },
  };
  const log = { $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json', version: '2.1.0', runs: [run] };
  return `${jsonWithoutCommands(printableJson(JSON.stringify(log, null, 2)))}\n`;
};

import type { Groups, Report, Unknown } from '@carelint/core';
import { printable, wrapped } from './printable.js';
import type { Style } from './style.js';

const MOST_REASONS = 5;

/** `1 file`, `3 files`. */
export const counted = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`;

/** `a`, `a and b`, `a, b and c`. */
export const listed = (parts: readonly string[]): string =>
  parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1) ?? ''}`;

const PLURALS: Readonly<Record<string, string>> = { operations: 'operations documents', site: 'sites', data: 'data files', code: 'programs' };
const SINGULARS: Readonly<Record<string, string>> = { operations: 'operations document', site: 'site', data: 'data file', code: 'program' };
/** `11 flows and 1 site`, by kind. */
export const artefactsOf = (artefacts: Readonly<Record<string, number>>): string =>
  listed(
    Object.entries(artefacts)
      .filter(([, count]) => count > 0)
      .map(([kind, count]) => counted(count, SINGULARS[kind] ?? kind, PLURALS[kind] ?? `${kind}s`)),
  );

const distinct = (unknowns: readonly Unknown[], of: (unknown: Unknown) => string): number => new Set(unknowns.map(of)).size;

const sentenceOf = (why: string, unknowns: readonly Unknown[]): string => {
  const files = [...new Set(unknowns.map(({ file }) => file))];
  const where = files.length === 1 ? printable(files[0] ?? '') : counted(files.length, 'file');
  const end = printable(why).replace(/[\s.]+$/u, '');
  return `${counted(
    distinct(unknowns, ({ rule }) => rule),
    'rule',
  )} in ${where}, because ${end}.`;
};

/** What could not be judged, a sentence for each reason, the most frequent first. */
export const unknownSentences = ({ unknowns }: Pick<Report, 'unknowns'>): readonly string[] =>
  [...groupByWhy(unknowns)].sort(([a, x], [b, y]) => y.length - x.length || (a < b ? -1 : 1)).map(([why, list]) => sentenceOf(why, list));

/** What could not be judged, by its reason, the most frequent first. */
export const unknownLines = ({ unknowns }: Report, width: number, style: Style, whole: boolean): readonly string[] => {
  if (unknowns.length === 0) return [];
  const reasons = unknownSentences({ unknowns });
  const shown = whole ? reasons : reasons.slice(0, MOST_REASONS);
  const rest = reasons.length - shown.length;
  return [
    style.bold('Could not be judged'),
    ...shown.flatMap((sentence) => wrapped(sentence, width - 4).map((line, index) => `  ${index === 0 ? '' : '  '}${line}`)),
    ...(rest > 0 ? [style.dim(`  and for ${counted(rest, 'other reason')}; --verbose lists them all.`)] : []),
    '',
  ];
};

const groupByWhy = (unknowns: readonly Unknown[]): Map<string, Unknown[]> => {
  const groups = new Map<string, Unknown[]>();
  for (const unknown of unknowns) groups.set(unknown.why, [...(groups.get(unknown.why) ?? []), unknown]);
  return groups;
};

/** What is to be said where there is no finding to show, and what that does not mean. */
export const nothingLine = ({ coverage, baseline, narrowed }: Report): string => {
  if (coverage.read === 0) return 'Nothing was judged.';
  if ((narrowed?.leftOut.findings ?? 0) > 0) return 'Nothing found in what has changed.';
  return (baseline?.hides ?? 0) > 0 ? 'Nothing new found.' : 'Nothing found.';
};

const foundLine = (report: Report): string => {
  const { summary, findings } = report;
  const { error, warning, advice } = summary;
  const parts = [
    ...(error > 0 ? [counted(error, 'error')] : []),
    ...(warning > 0 ? [counted(warning, 'warning')] : []),
    ...(advice > 0 ? [counted(advice, 'piece of advice', 'pieces of advice')] : []),
  ];
  if (parts.length === 0) return nothingLine(report);
  return `${listed(parts)} in ${counted(new Set(findings.map(({ file }) => file)).size, 'file')}.`;
};

/** What was looked at, in a sentence. */
export const coverageLine = ({ coverage, summary }: Report): string => {
  const { files, read, unclaimed, skipped, failed, artefacts, rules } = coverage;
  const left = [
    ...(unclaimed > 0 ? [`${unclaimed} in a form that carelint does not know`] : []),
    ...(skipped > 0 ? [`${skipped} left alone: binary, too large, or tests and built code`] : []),
    ...(failed > 0 ? [`${failed} unreadable`] : []),
  ];
  const understood = artefactsOf(artefacts);
  return [
    `Read ${files === read ? counted(read, 'file') : `${read} of ${counted(files, 'file')}`}${left.length === 0 ? '' : ` (${left.join(', ')})`}`,
    `${understood === '' ? '' : `: ${understood}`}, judged by ${counted(rules, 'rule')}`,
    summary.unknown > 0 ? `; ${counted(summary.unknown, 'question')} left open` : '',
    summary.waived > 0 ? `; ${counted(summary.waived, 'finding')} waived` : '',
    '.',
  ].join('');
};

/** How many findings a baseline hides, and what of it is not needed any more. */
const baselineLine = ({ baseline }: Report): string => {
  if (baseline === undefined) return '';
  const { file, hides, since, stale } = baseline;
  const known =
    hides === 0
      ? `No finding is known from the baseline (${file}).`
      : `${counted(hides, 'finding')} known from the baseline (${file}, since ${since ?? ''}) not shown.`;
  return [known, ...staleText(stale)].join(' ');
};

const WHY_STALE = {
  mended: 'mended',
  'file-gone': 'in files that are gone',
  excepted: 'excepted by a comment or a waiver',
  'rule-gone': 'of rules that are gone',
} as const;

const staleText = (stale: NonNullable<Report['baseline']>['stale']): readonly string[] => {
  if (stale.length === 0) return [];
  const parts = Object.entries(WHY_STALE).flatMap(([why, words]) => {
    const count = stale.filter((entry) => entry.why === why).reduce((sum, entry) => sum + (entry.count ?? 1), 0);
    return count === 0 ? [] : [`${count} ${words}`];
  });
  return [`More in it is ${listed(parts)}: \`carelint check --prune\` takes it out.`];
};

/** What was left out of the report because it touches nothing that has changed. */
const narrowedLine = ({ narrowed }: Report): string => {
  if (narrowed === undefined) return '';
  const { by, since, files, leftOut, because } = narrowed;
  const what = by === 'staged' ? counted(files, 'staged file') : `${counted(files, 'file')} changed since ${since ?? ''}`;
  if (because !== undefined) return `Everything is told, not only what touches ${what}: ${because}, and with it any finding may be new.`;
  const left = [
    ...(leftOut.findings > 0 ? [counted(leftOut.findings, 'finding')] : []),
    ...(leftOut.unknowns > 0 ? [counted(leftOut.unknowns, 'open question')] : []),
    ...(leftOut.problems > 0 ? [counted(leftOut.problems, 'problem')] : []),
  ];
  return `Told is what touches ${what}; ${left.length === 0 ? 'nothing is left out' : `left out elsewhere: ${listed(left)}`}.`;
};

/** What there is and is not shown: known from a baseline, or elsewhere than in what has changed. */
export const notShownLines = (report: Report): readonly string[] => [baselineLine(report), narrowedLine(report)].filter((line) => line !== '');

const groupText = (what: string, groups: Groups['promises']): readonly string[] =>
  groups.length < 2
    ? []
    : [`${what}: ${groups.map(({ name, error, warning, advice }) => `${inWords(name)} ${error + warning + advice}`).join(', ')}.`];

/** A name of a group (`keep-the-thread`) in words. */
export const inWords = (name: string): string => name.replace(/-/gu, ' ');

/** How the findings spread; nothing is told where all are of one kind. */
const groupLine = ({ groups: { promises, touchpoints, moments } }: Report): string =>
  [...groupText('Promises', promises), ...groupText('Where', touchpoints), ...groupText('When', moments)].join(' ');

/** What was found and what was looked at. */
export const summaryLines = (report: Report, width: number, style: Style): readonly string[] => {
  const { error, warning, problems } = report.summary;
  const color = error > 0 || problems > 0 ? style.red : warning > 0 ? style.yellow : style.bold;
  const groups = groupLine(report);
  const more = [
    ...(groups === '' ? [] : wrapped(printable(groups), width)),
    ...wrapped(coverageLine(report), width),
    ...notShownLines(report).flatMap((line) => wrapped(printable(line), width)),
  ];
  return [color(foundLine(report)), ...more.map((line) => style.dim(line))];
};

import type { ScoreStanding } from '@carelint/core';
import { withoutCommands } from '../report/ci-commands.js';
import { padded, printable, wrapped } from '../report/printable.js';
import type { Style } from '../report/style.js';
import { counted } from '../report/summary.js';
import type { Missing } from './measure.js';
import type { Change, Comparison, NamedStanding, Spot } from './snapshot.js';
import { thinness } from './snapshot.js';
import {
  acceptedText,
  brokenText,
  coverageText,
  difference,
  heading,
  MEANING,
  MEANING_URL,
  overallLine,
  scoreText,
  worstFirst,
  type Telling,
} from './telling.js';

interface Layout {
  readonly width: number;
  readonly style: Style;
}

const NAME = 24;
const CELLS = 10;
/** Findings that came and went, at most. */
const MOST = 12;

const bar = (score: number | undefined): string => {
  const full = Math.floor((score ?? 0) / (100 / CELLS));
  return score === undefined ? ' '.repeat(CELLS) : '█'.repeat(full) + '░'.repeat(CELLS - full);
};

const lines = (text: string, { width }: Layout, indent: number): readonly string[] =>
  wrapped(printable(text), width - indent).map((line) => ' '.repeat(indent) + line);

const row = (name: string, standing: ScoreStanding, layout: Layout): readonly string[] => {
  const thin = thinness(standing);
  const text = `  ${padded(printable(heading(name)), NAME)}${scoreText(standing.score).padStart(5)}  ${bar(standing.score)}  ${coverageText(standing).padStart(6)}  ${brokenText(standing).padStart(10)}`;
  return [text, ...(thin === undefined ? [] : [layout.style.dim(`${' '.repeat(NAME + 2)}(${thin}: this score says little)`)])];
};

const table = (title: string, list: readonly NamedStanding[], layout: Layout): readonly string[] =>
  list.length === 0
    ? []
    : [
        layout.style.dim(`  ${padded(title, NAME)}score ${' '.repeat(CELLS + 2)}  judged      broken`),
        ...list.flatMap(({ name, ...standing }) => row(name, standing, layout)),
        '',
      ];

const place = ({ file, touchpoint }: Missing): string => `${file}${touchpoint === undefined ? '' : ` (${heading(touchpoint).toLowerCase()})`}`;

const missingLines = (missing: Missing, layout: Layout, isWhole: boolean): readonly string[] => {
  const { points, rule, findings } = missing;
  const [first] = findings;
  const head = `  ${points.toFixed(2).padStart(6)}  ${padded(rule.level, 7)}  ${rule.id}  ${place(missing)}`;
  if (!isWhole)
    return [
      head,
      ...(first === undefined ? [] : lines(`${first.finding.message}${findings.length > 1 ? ` And ${findings.length - 1} more.` : ''}`, layout, 10)),
    ];
  return [
    head,
    ...findings.flatMap(({ finding: { line, column, message }, accepted }) =>
      lines(`${line}:${column} ${message}${accepted === undefined ? '' : ` (${acceptedText(accepted)})`}`, layout, 10),
    ),
  ];
};

const explainedLines = ({ explained, dearest, now }: Telling, layout: Layout): readonly string[] => {
  const { style } = layout;
  if (explained === undefined) {
    const rest = now.broken.length - dearest.length;
    return dearest.length === 0
      ? []
      : [
          style.bold('What costs most'),
          ...dearest.flatMap((missing) => missingLines(missing, layout, false)),
          ...(rest > 0 ? [style.dim(`  and ${counted(rest, 'more broken question')}; --explain tells every point.`)] : []),
          '',
        ];
  }
  const { part, standing, missing } = explained;
  const title = part.is === 'all' ? 'All points that are missing' : `Points that ${heading(part.name ?? '')} lacks`;
  if (missing.length === 0) return [style.bold(title), '  None.', ''];
  return [style.bold(`${title}: 100 less ${scoreText(standing.score)}`), ...missing.flatMap((one) => missingLines(one, layout, true)), ''];
};

const changeLine = ({ name, before, now, by, note }: Change, layout: Layout): string => {
  const text = `  ${padded(printable(heading(name)), NAME)}${scoreText(before?.score).padStart(5)} → ${scoreText(now?.score).padStart(5)}  ${difference(by).padStart(6)}`;
  return `${text}${note === undefined ? '' : layout.style.dim(`  ${note}`)}`;
};

const spotLines = (
  title: string,
  spots: readonly (Spot & { readonly message?: string; readonly line?: number })[],
  layout: Layout,
): readonly string[] => {
  if (spots.length === 0) return [];
  const shown = spots
    .slice(0, MOST)
    .flatMap(({ rule, file, line, message }) =>
      lines(
        `${rule ?? 'a rule'}${file === undefined ? '' : `  ${file}${line === undefined ? '' : `:${line}`}`}${message === undefined ? '' : `  ${message}`}`,
        layout,
        4,
      ),
    );
  return [
    `  ${title}: ${spots.length}`,
    ...shown,
    ...(spots.length > MOST ? [layout.style.dim(`    and ${spots.length - MOST} more; --format json lists them all.`)] : []),
  ];
};

const comparisonLines = (title: string, comparison: Comparison, layout: Layout): readonly string[] => {
  const { with: other, overall, promises, touchpoints, came, went } = comparison;
  return [
    layout.style.bold(printable(`${title} ${other.label}`)),
    ...other.notes.flatMap((note) => lines(note, layout, 2)),
    ...(other.hasScore
      ? [
          layout.style.dim(`${' '.repeat(NAME + 2)}${other.isOther === true ? 'there →  here' : ' then →   now'}`),
          ...[overall, ...promises, ...touchpoints].map((change) => changeLine(change, layout)),
          '',
        ]
      : []),
    ...(came === undefined || went === undefined
      ? []
      : came.length + went.length === 0
        ? ['  No finding came, and none went.', '']
        : [...spotLines('Findings that came', came, layout), ...spotLines('Findings that went', went, layout), '']),
  ];
};

/** The score for people: by promise, by touchpoint, and what it lacks. */
export const renderScore = (telling: Telling, layout: Layout): string => {
  const { now, trend, against, notes } = telling;
  const { style } = layout;
  const { overall, promises, touchpoints } = now.score;
  const thin = thinness(overall);
  const unread = now.report.summary.problems;
  const all = [
    style.bold(printable(overallLine(now))),
    ...(overall.score === undefined
      ? []
      : lines(
          `${coverageText(overall)} of what was asked could be judged${thin === undefined ? '' : `: ${thin}, so that this score says little`}.`,
          layout,
          0,
        )),
    ...(unread === 0 ? [] : [`${counted(unread, 'file')} could not be read, or not wholly, and ${unread === 1 ? 'is' : 'are'} not in it.`]),
    '',
    ...table('Promise', worstFirst(promises), layout),
    ...table('Where customers meet it', touchpoints, layout),
    ...explainedLines(telling, layout),
    ...(trend === undefined ? [] : comparisonLines('Since', trend, layout)),
    ...(against === undefined ? [] : comparisonLines('Beside', against, layout)),
    ...notes.flatMap((note) => lines(note, layout, 0)),
    ...lines(`${MEANING} What it means: ${MEANING_URL}`, layout, 0).map((line) => style.dim(line)),
  ];
  return `${withoutCommands(all.join('\n'))}\n`;
};

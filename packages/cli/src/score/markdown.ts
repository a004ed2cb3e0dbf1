import { withoutCommands } from '../report/ci-commands.js';
import { code, LONGEST, plain } from '../report/markdown-text.js';
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

const MOST = 30;

const table = (title: string, list: readonly NamedStanding[]): readonly string[] =>
  list.length === 0
    ? []
    : [
        `| ${title} | score | could be judged | broken |`,
        '|---|--:|--:|--:|',
        ...list.map(({ name, ...standing }) => {
          const thin = thinness(standing);
          return `| ${plain(heading(name))} | ${scoreText(standing.score)} | ${coverageText(standing)}${thin === undefined ? '' : ` (${thin}: says little)`} | ${brokenText(standing)} |`;
        }),
        '',
      ];

const missingLine = ({ points, rule, file, findings }: Missing): string => {
  const [first] = findings;
  const accepted = findings.flatMap((one) => (one.accepted === undefined ? [] : [acceptedText(one.accepted)]));
  const more = findings.length > 1 ? ` And ${findings.length - 1} more.` : '';
  return `- **${points.toFixed(2)}** ${code(rule.id)} (${rule.level}) in ${code(`${file}:${first?.finding.line ?? 1}`)}: ${plain(first?.finding.message ?? '')}${more}${accepted.length === 0 ? '' : ` (${plain([...new Set(accepted)].join(', '))})`}`;
};

const missingText = ({ explained, dearest }: Telling): readonly string[] => {
  const missing = explained?.missing ?? dearest;
  if (missing.length === 0) return [];
  const title =
    explained === undefined
      ? 'What costs most'
      : explained.part.is === 'all'
        ? 'All points that are missing'
        : `Points that ${plain(heading(explained.part.name ?? ''))} lacks`;
  return [`### ${title}`, '', ...missing.map(missingLine), ''];
};

const changeRow = ({ name, before, now, by, note }: Change): string =>
  `| ${plain(heading(name))} | ${scoreText(before?.score)} | ${scoreText(now?.score)} | ${difference(by)} | ${plain(note ?? '')} |`;

const spots = (title: string, list: readonly (Spot & { readonly line?: number })[]): readonly string[] =>
  list.length === 0
    ? []
    : [
        `**${title}: ${list.length}**`,
        '',
        ...list
          .slice(0, MOST)
          .map(
            ({ rule, file, line }) =>
              `- ${code(rule ?? 'a rule')}${file === undefined ? '' : ` in ${code(`${file}${line === undefined ? '' : `:${line}`}`)}`}`,
          ),
        ...(list.length > MOST ? [`- and ${list.length - MOST} more`] : []),
        '',
      ];

const comparison = (
  title: string,
  first: string,
  { with: other, overall, promises, touchpoints, came = [], went = [] }: Comparison,
): readonly string[] => [
  `### ${title} ${plain(other.label)}`,
  '',
  ...other.notes.flatMap((note) => [plain(note), '']),
  ...(other.hasScore
    ? [
        `| | ${first} | ${other.isOther === true ? 'here' : 'now'} | | |`,
        '|---|--:|--:|--:|---|',
        ...[overall, ...promises, ...touchpoints].map(changeRow),
        '',
      ]
    : []),
  ...spots('Findings that came', came),
  ...spots('Findings that went', went),
];

/** As many lines as there is room for in a comment. */
const fitting = (all: readonly string[]): readonly string[] => {
  let used = 0;
  const count = all.findIndex((line) => (used += line.length + 1) > LONGEST);
  return count < 0 ? all : [...all.slice(0, count), '', `And ${counted(all.length - count, 'line')} more, for which there is no room here.`];
};

/** The score in Markdown, for a comment or a page. */
export const renderScoreMarkdown = (telling: Telling): string => {
  const { now, trend, against, notes } = telling;
  const { overall, promises, touchpoints } = now.score;
  const head = ['## carelint score', '', plain(overallLine(now)), '', `${coverageText(overall)} of what was asked could be judged.`, ''];
  const all = [
    ...table('Promise', worstFirst(promises)),
    ...table('Where customers meet it', touchpoints),
    ...(trend === undefined ? [] : comparison('Since', 'then', trend)),
    ...(against === undefined ? [] : comparison('Beside', 'there', against)),
    ...missingText(telling),
    ...notes.flatMap((note) => [plain(note), '']),
    `${plain(MEANING)} [What it means](${MEANING_URL})`,
  ];
  return `${withoutCommands(fitting([...head, ...all]).join('\n')).trimEnd()}\n`;
};

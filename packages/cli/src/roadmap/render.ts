import type { Roadmap, RoadmapItem } from '@carelint/core';
import { withoutCommands } from '../report/ci-commands.js';
import { code, LONGEST, plain } from '../report/markdown-text.js';
import { printable, wrapped } from '../report/printable.js';
import type { Style } from '../report/style.js';
import { counted } from '../report/summary.js';
import { oneLine } from '../report/told.js';
import type { ToldItem, ToldRoadmap } from './outline.js';

const MOST_FINDINGS = 6;

const itemLines = (item: ToldItem, number: number, width: number, style: Style, verbose: boolean): readonly string[] => {
  const { todo, where, gain, touches, suffers, instead, findings } = item;
  const indented = (text: string, as: (line: string) => string = (line) => line): readonly string[] =>
    wrapped(oneLine(text), width - 5).map((line) => `     ${as(line)}`);
  const [head = '', ...more] = wrapped(oneLine(todo), width - 5);
  const shown = verbose ? findings : findings.slice(0, MOST_FINDINGS);
  const rest = findings.length - shown.length;
  return [
    `${String(number).padStart(3)}  ${style.bold(head)}`,
    ...more.map((line) => `     ${style.bold(line)}`),
    `     ${style.underline(printable(where))}`,
    ...indented(gain),
    ...indented(`${touches}.`, style.dim),
    ...suffers.flatMap((text) => indented(`Who suffers: ${text}`)),
    ...instead.flatMap((text) => indented(`Instead: ${text}`)),
    ...(findings.length > 1 ? shown.flatMap((text) => indented(`- ${text}`, style.dim)) : []),
    ...(rest > 0 && findings.length > 1 ? [style.dim(`     and ${counted(rest, 'more', 'more')}; --verbose shows all.`)] : []),
    '',
  ];
};

/** A roadmap for people. */
export const renderRoadmapTerminal = ({ items, left, sum }: ToldRoadmap, width: number, style: Style, verbose: boolean): string => {
  const lines = [
    ...items.flatMap((item, index) => itemLines(item, index + 1, width, style, verbose)),
    ...wrapped(oneLine(sum), width).map((line) => style.bold(line)),
    ...(left > 0 ? [style.dim(`${counted(left, 'more item')}: \`--top ${items.length + left}\` shows all.`)] : []),
  ];
  return `${withoutCommands(lines.join('\n'))}\n`;
};

const itemText = ({ todo, where, gain, touches, suffers, instead, findings }: ToldItem, number: number): string =>
  [
    `## ${number}. ${plain(todo)}`,
    '',
    code(where),
    '',
    `- ${plain(gain)}`,
    `- ${plain(touches)}.`,
    ...suffers.map((text) => `- Who suffers: ${plain(text)}`),
    ...instead.map((text) => `- Instead: ${plain(text)}`),
    '',
    ...(findings.length > 1
      ? ['<details><summary>The findings</summary>', '', ...findings.map((text) => `- ${plain(text)}`), '', '</details>', '']
      : []),
  ].join('\n');

/** A roadmap in Markdown. */
export const renderRoadmapMarkdown = ({ items, left, sum }: ToldRoadmap): string => {
  let used = 0;
  const texts = items.map((item, index) => itemText(item, index + 1)).filter((text) => (used += text.length) < LONGEST);
  const missing = left + items.length - texts.length;
  const rest = missing > 0 ? [`${counted(missing, 'more item')} not shown.`, ''] : [];
  return `${['# What to mend first', '', plain(sum), '', ...texts, ...rest].join('\n').trimEnd()}\n`;
};

const itemDocument = ({ kind, certainty, file, line, column, station, findings, added, places, documents, entries, harm }: RoadmapItem) => ({
  kind,
  certainty,
  file,
  line,
  column,
  step: station?.step,
  harm,
  places,
  documents,
  entries,
  added,
  findings: findings.map(({ fingerprint, rule, level, message, instead, file: at, line: on }) => ({
    fingerprint,
    rule,
    level,
    message,
    instead,
    file: at,
    line: on,
  })),
});

/** A roadmap as JSON; its form is told in docs/roadmap.md. */
export const renderRoadmapJson = ({ items, findings }: Roadmap): string =>
  `${JSON.stringify({ schemaVersion: 1, findings, items: items.map(itemDocument) }, undefined, 2)}\n`;

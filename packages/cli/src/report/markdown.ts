import type { Finding, Level, Report } from '@carelint/core';
import { hostPath } from './by-file.js';
import { lawsBehind } from './laws.js';
import { code, LONGEST, plain } from './markdown-text.js';
import { mermaidOfJourney } from '../drawing/mermaid.js';
import type { RepositoryPaths } from './repository.js';
import { styleFor } from './style.js';
import { counted, summaryLines } from './summary.js';

/** Diagrams are drawn for the first findings: a page of a hundred takes long to open. */
const DRAWN = 10;

const WORDS: Readonly<Record<Level, string>> = { error: 'error', warning: 'warning', advice: 'advice' };

const journeyLines = (finding: Finding, paths: RepositoryPaths): readonly string[] =>
  finding.journey.flatMap(({ told, file, line }) =>
    told.map(
      (text, index) =>
        `1. ${plain(text)}${index === 0 ? ` (${code(`${file === finding.file ? 'line ' : `${hostPath(file, paths)}:`}${line}`)})` : ''}`,
    ),
  );

const findingText = (finding: Finding, report: Report, paths: RepositoryPaths, isDrawn: boolean): string => {
  const { level, rule, message, instead, file, line, journey, url } = finding;
  const laws = lawsBehind(finding, report);
  const name = url === undefined ? code(rule) : `[${code(rule)}](${url})`;
  const lines = [
    `**${plain(message)}**`,
    '',
    `${code(`${hostPath(file, paths)}:${line}`)} ${WORDS[level]} ${name}${laws.length === 0 ? '' : ` ${plain(laws.join(', '))}`}`,
    '',
    `Instead: ${plain(instead)}`,
    '',
  ];
  if (journey.length < 2) return lines.join('\n');
  const diagram = isDrawn ? mermaidOfJourney(finding) : undefined;
  const drawn = diagram === undefined ? [] : ['```mermaid', diagram.trimEnd(), '```', ''];
  return [
    ...lines,
    '<details><summary>The journey of the customer</summary>',
    '',
    ...journeyLines(finding, paths),
    '',
    ...drawn,
    '</details>',
    '',
  ].join('\n');
};

const problemsText = ({ problems }: Report, paths: RepositoryPaths): readonly string[] => {
  const unread = problems.filter(({ severity }) => severity === 'problem');
  if (unread.length === 0) return [];
  return [
    '### Could not be read',
    '',
    ...unread.map(({ file, line, message }) => `- ${code(`${hostPath(file, paths)}${line === undefined ? '' : `:${line}`}`)}: ${plain(message)}`),
    '',
  ];
};

/** As many texts as there is room for, and how many are left. */
const fitting = (texts: readonly string[], room: number): readonly string[] => {
  let used = 0;
  const count = texts.findIndex((text) => (used += text.length + 1) > room);
  return count < 0 ? texts : [...texts.slice(0, count), `And ${counted(texts.length - count, 'finding')} more, for which there is no room here.\n`];
};

/** Markdown for a comment on a pull request: each finding with its journey, as a list and as a diagram, and the sum. */
export const renderMarkdown = (report: Report, paths: RepositoryPaths): string => {
  const sum = summaryLines(report, 10_000, styleFor(false)).map(plain);
  const head = ['## carelint', '', sum[0] ?? '', ''];
  const tail = [...problemsText(report, paths), ...sum.slice(1).flatMap((line) => [line, ''])];
  const room = LONGEST - [...head, ...tail].join('\n').length;
  const findings = report.findings.map((finding, index) => findingText(finding, report, paths, index < DRAWN));
  return `${[...head, ...fitting(findings, room), ...tail].join('\n').trimEnd()}\n`;
};

import type { Finding } from '@carelint/core';
import { mermaidOfJourney } from '../drawing/mermaid.js';
import { code, LONGEST, plain } from '../report/markdown-text.js';
import type { FlowOutline, Item, Outline, ToldJourney } from './outline.js';

/** Diagrams are drawn for the first changes: a page of a hundred takes long to open. */
const DRAWN = 8;

/** How many diagrams may still be drawn. */
interface Ink {
  left: number;
}

const journeyText = ({ title, stations }: ToldJourney, ink: Ink): readonly string[] => {
  const diagram = ink.left > 0 ? mermaidOfJourney({ journey: stations }) : undefined;
  if (diagram !== undefined) ink.left--;
  return [
    `*${title}*`,
    '',
    ...stations.flatMap(({ told }) => told.map((text) => `1. ${plain(text)}`)),
    '',
    ...(diagram === undefined ? [] : ['```mermaid', diagram.trimEnd(), '```', '']),
  ];
};

const itemText = ({ at, text, worse, journeys }: Item, ink: Ink): string => {
  const head = `- ${worse === true ? '⚠ ' : ''}${at === undefined ? '' : `${plain(at)}: `}${plain(text)}`;
  if (journeys.length === 0) return head;
  const body = [
    '<details><summary>The journey of the customer</summary>',
    '',
    ...journeys.flatMap((journey) => journeyText(journey, ink)),
    '</details>',
  ];
  return [head, '', ...body.map((line) => (line === '' ? '' : `  ${line}`)), ''].join('\n');
};

/** In pieces, so that as many as fit can be taken. */
const flowTexts = ({ title, file, sections }: FlowOutline, ink: Ink): readonly string[] => [
  [`### ${plain(title)}`, '', code(file), ''].join('\n'),
  ...sections.flatMap(({ title: heading, items }) => [`**${heading}**\n`, ...items.map((item) => itemText(item, ink)), '']),
];

const findingText = (title: string, findings: readonly Finding[]): readonly string[] =>
  findings.length === 0
    ? []
    : [
        [
          `### ${title}: ${findings.length}`,
          '',
          ...findings.map(({ file, line, level, rule, message }) => `- ${plain(message)} (${code(`${file}:${line}`)}, ${level}, ${code(rule)})`),
          '',
        ].join('\n'),
      ];

/** As many texts as there is room for. */
const fitting = (texts: readonly string[], room: number): readonly string[] => {
  let used = 0;
  const count = texts.findIndex((text) => (used += text.length + 1) > room);
  return count < 0 ? texts : [...texts.slice(0, count), 'There is more than fits here: `carelint diff` in a terminal shows all.\n'];
};

/** Markdown for a comment on a pull request: what the change does to customers, with journeys as lists and diagrams. */
export const renderDiffMarkdown = ({ flows, notes, gained, mended, sum }: Outline, [before, after]: readonly [string, string]): string => {
  const ink: Ink = { left: DRAWN };
  const head = ['## What changes for customers', '', `**${plain(sum)}**`, '', `From ${code(before)} to ${code(after)}.`, ''].join('\n');
  const texts = [
    ...flows.flatMap((flow) => flowTexts(flow, ink)),
    ...(notes.length === 0 ? [] : [[...notes.map((note) => `- ${plain(note)}`), ''].join('\n')]),
    ...findingText('Newly found', gained),
    ...findingText('Mended', mended),
  ];
  return `${[head, ...fitting(texts, LONGEST - head.length)].join('\n').trimEnd()}\n`;
};

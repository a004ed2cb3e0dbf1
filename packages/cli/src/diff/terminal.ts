import type { Finding } from '@carelint/core';
import { withoutCommands } from '../report/ci-commands.js';
import { layLines } from '../report/journey.js';
import { printable, wrapped } from '../report/printable.js';
import type { Style } from '../report/style.js';
import { counted } from '../report/summary.js';
import { oneLine } from '../report/told.js';
import type { FlowOutline, Item, Outline, Section, ToldJourney } from './outline.js';

/** How a comparison is to be shown. */
export interface DiffOptions {
  readonly width: number;
  readonly style: Style;
  /** Leaves nothing out. */
  readonly verbose: boolean;
  /** What is compared, as people say it. */
  readonly names: readonly [string, string];
}

const MOST_ITEMS = 12;
const MOST_LINES = 14;

const journeyText = ({ title, stations }: ToldJourney, indent: number, { width, style, verbose }: DiffOptions): readonly string[] => {
  const told = stations.flatMap(({ told: lines }) => lines);
  const between = told.length - MOST_LINES + 1;
  const shown = verbose || told.length <= MOST_LINES ? told : [...told.slice(0, 6), `… ${between} more …`, ...told.slice(-(MOST_LINES - 7))];
  return [
    `${' '.repeat(indent)}${style.dim(title)}`,
    ...layLines(
      shown.map((text) => ({ text: oneLine(text), place: '' })),
      { indent, width, style },
    ),
  ];
};

const itemLines = ({ at, text, worse, journeys }: Item, before: Item | undefined, isBrief: boolean, options: DiffOptions): readonly string[] => {
  const { width, style, verbose } = options;
  const indent = at === undefined ? 4 : 6;
  const place = at === undefined || at === before?.at ? [] : wrapped(oneLine(at), width - 4).map((line) => `    ${line}`);
  const lines = wrapped(oneLine(text), width - indent - 2).map(
    (line, index) => `${' '.repeat(indent)}${index === 0 ? (worse === true ? style.red('!') : '-') : ' '} ${line}`,
  );
  return [...place, ...lines, ...(isBrief && !verbose ? [] : journeys.flatMap((journey) => journeyText(journey, indent + 4, options)))];
};

const sectionLines = ({ title, items, brief }: Section, options: DiffOptions): readonly string[] => {
  const shown = options.verbose ? items : items.slice(0, MOST_ITEMS);
  const rest = items.length - shown.length;
  return [
    `  ${options.style.bold(title)}`,
    ...shown.flatMap((item, index) => itemLines(item, shown[index - 1], brief === true, options)),
    ...(rest > 0 ? [options.style.dim(`    and ${rest} more; --verbose shows all.`)] : []),
    '',
  ];
};

const flowLines = ({ title, file, sections }: FlowOutline, options: DiffOptions): readonly string[] => [
  `${options.style.underline(oneLine(title))}  ${options.style.dim(printable(file))}`,
  '',
  ...sections.flatMap((section) => sectionLines(section, options)),
];

const findingLines = (title: string, findings: readonly Finding[], { width, style, verbose }: DiffOptions): readonly string[] => {
  if (findings.length === 0) return [];
  const shown = verbose ? findings : findings.slice(0, MOST_ITEMS);
  const rest = findings.length - shown.length;
  return [
    style.bold(`${title}: ${findings.length}`),
    ...shown.flatMap(({ file, line, level, rule, message }) => [
      `  ${printable(file)}:${line}  ${level}  ${style.dim(printable(rule))}`,
      ...wrapped(oneLine(message), width - 4).map((text) => `    ${text}`),
    ]),
    ...(rest > 0 ? [style.dim(`  and ${counted(rest, 'more', 'more')}; --verbose shows all.`)] : []),
    '',
  ];
};

/** A comparison for people: flow by flow what customers gain and lose, then findings, then the sum. */
export const renderDiffTerminal = ({ flows, notes, gained, mended, sum }: Outline, options: DiffOptions): string => {
  const { width, style, names } = options;
  const lines = [
    style.dim(`From ${oneLine(names[0])} to ${oneLine(names[1])}`),
    '',
    ...flows.flatMap((flow) => flowLines(flow, options)),
    ...notes.flatMap((note) => wrapped(oneLine(note), width)),
    ...(notes.length > 0 ? [''] : []),
    ...findingLines('Newly found', gained, options),
    ...findingLines('Mended', mended, options),
    ...wrapped(sum, width).map((line) => style.bold(line)),
  ];
  return `${withoutCommands(lines.join('\n'))}\n`;
};

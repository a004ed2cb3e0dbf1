import { isLouder, type Finding, type Level, type Report, type ReportedProblem } from '@carelint/core';
import { withoutCommands } from './ci-commands.js';
import { layJourney } from './journey.js';
import type { MendLine, ToldMend } from './mend-lines.js';
import { lawLines, lawsBehind } from './laws.js';
import { padded, printable, wrapped } from './printable.js';
import type { Style } from './style.js';
import { exceptionLines } from './exceptions.js';
import { counted, summaryLines, unknownLines } from './summary.js';

/** How the report is to be shown. */
export interface TerminalOptions {
  readonly width: number;
  readonly style: Style;
  /** Shows whole journeys, and every reason for which something could not be judged. */
  readonly verbose: boolean;
  /** Shows nothing below this level, and no reasons. */
  readonly atLeast?: Level;
  /** Tells what would mend a finding; left out: nothing is told of it. */
  readonly mends?: (finding: Finding) => readonly ToldMend[];
}

const INDENT = 9;

const colored = (level: Level, style: Style): string => {
  const text = padded(level, 7);
  return level === 'error' ? style.red(text) : level === 'warning' ? style.yellow(text) : style.cyan(text);
};

const indented = (lines: readonly string[]): readonly string[] => lines.map((line) => ' '.repeat(INDENT) + line);

/** A line of a change. It is broken where the room ends and not between words, so that nothing of it is lost; of one that stays the beginning is enough. */
const mendLine = ({ sign, text }: MendLine, room: number): readonly string[] => {
  const shown = printable(text);
  const width = room - 4;
  if (sign !== '-' && sign !== '+') return [`  ${sign} ${shown.length > width ? `${shown.slice(0, width - 1)}…` : shown}`];
  const parts = shown.match(new RegExp(`.{1,${width}}`, 'gsu')) ?? [''];
  return parts.map((part, index) => `  ${index === 0 ? sign : ' '} ${part}`);
};

/** A change as lines that go and come. */
const mendLines = ({ title, sure, lines }: ToldMend, room: number, style: Style): readonly string[] => [
  `${sure ? 'With --fix' : 'Suggestion'}: ${printable(title)}`,
  ...lines.flatMap((line) =>
    mendLine(line, room).map((shown) => (line.sign === '-' ? style.red(shown) : line.sign === '+' ? style.green(shown) : style.dim(shown))),
  ),
];

const findingLines = (finding: Finding, report: Report, { width, style, verbose, mends }: TerminalOptions): readonly string[] => {
  const room = width - INDENT;
  const layout = { file: finding.file, indent: INDENT, width, style, whole: verbose };
  // A single step is no journey: the message and the place have said it.
  const journey = finding.journey.length > 1 || finding.against !== undefined ? layJourney(finding.journey, layout) : [];
  const against = finding.against === undefined ? [] : [...indented([style.dim('but elsewhere')]), ...layJourney(finding.against, layout)];
  return [
    `  ${padded(`${finding.line}:${finding.column}`, INDENT - 3)} ${colored(finding.level, style)}  ${style.dim([finding.rule, ...lawsBehind(finding, report)].join('  '))}`,
    ...indented(wrapped(printable(finding.message), room).map((line) => style.bold(line))),
    ...(journey.length + against.length > 0 ? ['', ...journey, ...against, ''] : []),
    ...indented(wrapped(`Instead: ${printable(finding.instead)}`, room)),
    ...indented((mends?.(finding) ?? []).flatMap((mend) => mendLines(mend, room, style))),
    ...(finding.url === undefined || !verbose ? [] : indented([style.dim(printable(finding.url))])),
    '',
  ];
};

const problemLines = (problems: readonly ReportedProblem[], { width, style }: TerminalOptions): readonly string[] => {
  if (problems.length === 0) return [];
  return [
    style.bold('Could not be read, or not wholly'),
    ...problems.flatMap(({ file, line, column, message }) => {
      const place = line === undefined ? '' : `:${line}${column === undefined ? '' : `:${column}`}`;
      return [`  ${style.underline(`${printable(file)}${place}`)}`, ...wrapped(printable(message), width - 4).map((text) => `    ${text}`)];
    }),
    '',
  ];
};

const slipLines = (problems: readonly ReportedProblem[], options: TerminalOptions): readonly string[] =>
  problemLines(problems, options).map((line, index) => (index === 0 ? options.style.bold('Probably a slip') : line));

const fileLines = (file: string, findings: readonly Finding[], report: Report, options: TerminalOptions): readonly string[] => [
  options.style.underline(printable(file)),
  '',
  ...findings.flatMap((finding) => findingLines(finding, report, options)),
];

const byFile = (findings: readonly Finding[]): ReadonlyMap<string, readonly Finding[]> => {
  const files = new Map<string, Finding[]>();
  for (const finding of findings) {
    const those = files.get(finding.file);
    if (those === undefined) files.set(finding.file, [finding]);
    else those.push(finding);
  }
  return files;
};

/** The report for people: what customers go through, file by file, then what could not be seen, then the sum. */
export const renderTerminal = (report: Report, options: TerminalOptions): string => {
  const { atLeast, width, style, verbose } = options;
  const shown = atLeast === undefined ? report.findings : report.findings.filter(({ level }) => !isLouder(atLeast, level));
  const hidden = report.findings.length - shown.length;
  const files = byFile(shown);
  const read = report.problems.filter(({ severity }) => severity === 'problem');
  const slips = report.problems.filter(({ severity }) => severity === 'advice');
  const lines = [
    ...[...files].flatMap(([file, findings]) => fileLines(file, findings, report, options)),
    ...problemLines(read, options),
    ...(atLeast === undefined ? [...slipLines(slips, options), ...unknownLines(report, width, style, verbose)] : []),
    ...(verbose ? exceptionLines(report, options) : []),
    ...(atLeast === undefined ? lawLines(report, width, style) : []),
    ...summaryLines(report, width, style),
    ...(hidden > 0 ? [style.dim(`${counted(hidden, 'finding')} not shown (--quiet).`)] : []),
  ];
  return `${withoutCommands(lines.join('\n'))}\n`;
};

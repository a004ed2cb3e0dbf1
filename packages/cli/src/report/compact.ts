import { isLouder, type Finding, type Level, type Report, type ReportedProblem } from '@carelint/core';
import { withoutCommands } from './ci-commands.js';
import { counted } from './summary.js';
import { journeyLine, oneLine } from './told.js';

const findingLine = ({ file, line, column, level, rule, message, journey, instead, fingerprint }: Finding): string =>
  [
    `${oneLine(file)}:${line}:${column} ${level} ${rule}: ${oneLine(message)}`,
    journeyLine(journey),
    `Instead: ${oneLine(instead)}`,
    `[${fingerprint}]`,
  ]
    .filter((part) => part !== '')
    .join(' ');

const problemLine = ({ file, line, column, message, severity }: ReportedProblem): string =>
  `${oneLine(file)}${line === undefined ? '' : `:${line}:${column ?? 1}`} ${severity === 'problem' ? 'not-read' : 'slip'}: ${oneLine(message)}`;

/** One line for each finding, with all that is needed to mend it and no layout: for editors that read compilers' output, for grep, for coding agents. */
export const renderCompact = (report: Report, atLeast?: Level): string => {
  const findings = atLeast === undefined ? report.findings : report.findings.filter(({ level }) => !isLouder(atLeast, level));
  const problems = atLeast === undefined ? report.problems : report.problems.filter(({ severity }) => severity === 'problem');
  const { error, warning, advice, unknown } = report.summary;
  return `${[
    ...findings.map(findingLine),
    ...problems.map(problemLine),
    `${counted(error, 'error')}, ${counted(warning, 'warning')}, ${advice} advice, ${counted(unknown, 'open question')}`,
  ]
    .map(withoutCommands)
    .join('\n')}\n`;
};

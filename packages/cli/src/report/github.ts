import { isLouder, type Finding, type Level, type Report, type ReportedProblem } from '@carelint/core';
import { withoutCommands } from './ci-commands.js';
import { lawsBehind } from './laws.js';
import { printable } from './printable.js';
import type { RepositoryPaths } from './repository.js';
import { styleFor } from './style.js';
import { summaryLines } from './summary.js';
import { journeyLine, oneLine } from './told.js';

type Command = 'error' | 'warning' | 'notice';

const COMMANDS: Readonly<Record<Level, Command>> = { error: 'error', warning: 'warning', advice: 'notice' };
const WIDTH = 120;

const escapedData = (text: string): string => text.replace(/%/gu, '%25').replace(/\r/gu, '%0D').replace(/\n/gu, '%0A');
const escapedProperty = (text: string): string => escapedData(text).replace(/:/gu, '%3A').replace(/,/gu, '%2C');

type Properties = {
  readonly file?: string | undefined;
  readonly line?: number | undefined;
  readonly endLine?: number | undefined;
  readonly col?: number | undefined;
  readonly endColumn?: number | undefined;
  readonly title: string;
};

/** `::error file=...,line=...::message`. Nothing in the values can end the properties, the message or the line. */
const command = (name: Command, properties: Properties, lines: readonly string[]): string => {
  const given = Object.entries(properties).flatMap(([key, value]) => (value === undefined ? [] : [`${key}=${escapedProperty(String(value))}`]));
  const message = lines.filter((line) => line !== '').join('\n');
  return `::${name} ${withoutCommands(`${given.join(',')}::${escapedData(withoutCommands(message))}`)}`;
};

/** Columns mean something to GitHub only within one line. */
const columns = ({ line, column, endLine, endColumn }: Finding): Pick<Properties, 'col' | 'endColumn'> =>
  line === endLine ? { col: column, endColumn } : {};

/** GitHub cannot show what lies outside the repository: then the message tells the place. */
const place = (file: string, line: number | undefined, paths: RepositoryPaths): { readonly file?: string; readonly said: string } => {
  const inside = paths.of(file);
  return inside === undefined ? { said: `${oneLine(file)}${line === undefined ? '' : `:${line}`}: ` } : { file: printable(inside), said: '' };
};

const askedBy = (finding: Finding, report: Report): string => {
  const laws = lawsBehind(finding, report);
  return laws.length === 0 ? '' : `Asked for by: ${laws.join('; ')}`;
};

const findingLine = (finding: Finding, report: Report, paths: RepositoryPaths): string => {
  const { rule, level, message, instead, line, endLine, journey, against, url } = finding;
  const { file, said } = place(finding.file, line, paths);
  return command(COMMANDS[level], { file, ...(file === undefined ? {} : { line, endLine, ...columns(finding) }), title: rule }, [
    `${said}${oneLine(message)}`,
    journeyLine(journey),
    against === undefined ? '' : `But elsewhere: ${journeyLine(against)}`,
    `Instead: ${oneLine(instead)}`,
    oneLine(askedBy(finding, report)),
    url ?? '',
  ]);
};

const problemLine = ({ file: where, line, column, message, severity }: ReportedProblem, paths: RepositoryPaths): string => {
  const { file, said } = place(where, line, paths);
  return command(
    severity === 'problem' ? 'error' : 'notice',
    { file, line, col: line === undefined ? undefined : column, title: severity === 'problem' ? 'not read' : 'probably a slip' },
    [`${said}${oneLine(message)}`],
  );
};

/** How the report is to be written for GitHub. */
export interface GithubOptions {
  readonly paths: RepositoryPaths;
  /** Writes nothing below this level, and no probable slips. */
  readonly atLeast?: Level;
}

/** Workflow commands, one a line, which GitHub Actions shows as annotations; then the sum, for the log. */
export const renderGithub = (report: Report, { paths, atLeast }: GithubOptions): string => {
  const findings = atLeast === undefined ? report.findings : report.findings.filter(({ level }) => !isLouder(atLeast, level));
  const problems = atLeast === undefined ? report.problems : report.problems.filter(({ severity }) => severity === 'problem');
  return `${[
    ...findings.map((finding) => findingLine(finding, report, paths)),
    ...problems.map((problem) => problemLine(problem, paths)),
    withoutCommands(summaryLines(report, WIDTH, styleFor(false)).join('\n')),
  ].join('\n')}\n`;
};

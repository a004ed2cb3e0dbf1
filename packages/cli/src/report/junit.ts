import { isLouder, type FailOn, type Finding, type Report, type ReportedProblem } from '@carelint/core';
import { byFile, hostPath, type FileReport } from './by-file.js';
import type { RepositoryPaths } from './repository.js';
import { journeyLine, oneLine } from './told.js';
import { xmlDocument, type XmlElement } from './xml.js';

/** How the report is to be written. */
export interface JunitOptions {
  readonly paths: RepositoryPaths;
  /** From which level on a finding is a failed test; what is quieter is a passed one with the words as its output. */
  readonly failOn: FailOn;
}

const bodyOf = ({ file, line, column, journey, against, instead, url }: Finding): string =>
  [
    `${oneLine(file)}:${line}:${column}`,
    journeyLine(journey),
    against === undefined ? '' : `But elsewhere: ${journeyLine(against)}`,
    `Instead: ${oneLine(instead)}`,
    url ?? '',
  ]
    .filter((line_) => line_ !== '')
    .join('\n');

const testOf = (name: string, file: string, outcome: XmlElement): XmlElement => ({ '@name': name, '@classname': file, '@time': 0, ...outcome });

const failed = (failOn: FailOn, { level }: Pick<Finding, 'level'>): boolean => failOn !== 'never' && !isLouder(failOn, level);

const findingTest = (finding: Finding, file: string, failOn: FailOn): XmlElement => {
  const message = oneLine(finding.message);
  const body = bodyOf(finding);
  const outcome = failed(failOn, finding)
    ? { failure: { '@message': message, '@type': finding.level, '#': body } }
    : { 'system-out': `${finding.level}: ${message}\n${body}` };
  return testOf(finding.rule, file, outcome);
};

const problemTest = ({ message, severity }: ReportedProblem, file: string): XmlElement => {
  const said = oneLine(message);
  return severity === 'problem'
    ? testOf('can be read', file, { error: { '@message': said, '@type': 'not-read', '#': said } })
    : testOf('no slip', file, { 'system-out': said });
};

const suiteOf = ({ file, findings, problems }: FileReport, { paths, failOn }: JunitOptions): XmlElement => {
  const path = hostPath(file, paths);
  return {
    '@name': path,
    '@file': path,
    '@tests': findings.length + problems.length,
    '@failures': findings.filter((finding) => failed(failOn, finding)).length,
    '@errors': problems.filter(({ severity }) => severity === 'problem').length,
    '@skipped': 0,
    '@time': 0,
    testcase: [...findings.map((finding) => findingTest(finding, path, failOn)), ...problems.map((problem) => problemTest(problem, path))],
  };
};

const NOTHING_FOUND: XmlElement = {
  '@name': 'carelint',
  '@tests': 1,
  '@failures': 0,
  '@errors': 0,
  '@skipped': 0,
  '@time': 0,
  testcase: [{ '@name': 'nothing found', '@classname': 'carelint', '@time': 0 }],
};

/**
 * JUnit XML, as strict as the schema of Jenkins' xUnit plugin (which knows no place of a test but the file of its suite): a suite for each file of which there is something to say, a test for each finding. Without any
 * there is one test, which passed.
 */
export const renderJunit = (report: Report, options: JunitOptions): string => {
  const suites = byFile(report).map((file) => suiteOf(file, options));
  const sum = (name: string): number => suites.reduce((total, suite) => total + Number(suite[name]), 0);
  return xmlDocument('testsuites', {
    '@name': 'carelint',
    '@tests': suites.length === 0 ? 1 : sum('@tests'),
    '@failures': sum('@failures'),
    '@errors': sum('@errors'),
    '@time': 0,
    testsuite: suites.length === 0 ? [NOTHING_FOUND] : suites,
  });
};

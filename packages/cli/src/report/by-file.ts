import type { Report } from '@carelint/core';
import type { RepositoryPaths } from './repository.js';
import { oneLine } from './told.js';

/** The path of a file as code hosts know it; outside the repository as it is shown. */
export const hostPath = (file: string, paths: RepositoryPaths): string => oneLine(paths.of(file) ?? file);

/** What a report says of one file. */
export interface FileReport {
  readonly file: string;
  readonly findings: Report['findings'];
  readonly problems: Report['problems'];
}

/** Findings and problems by file, in the order in which files are first met. */
export const byFile = ({ findings, problems }: Pick<Report, 'findings' | 'problems'>): readonly FileReport[] => {
  const files = [...new Set([...findings, ...problems].map(({ file }) => file))];
  return files.map((file) => ({
    file,
    findings: findings.filter((finding) => finding.file === file),
    problems: problems.filter((problem) => problem.file === file),
  }));
};

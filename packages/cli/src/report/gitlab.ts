import type { Level, Report } from '@carelint/core';
import { hostPath } from './by-file.js';
import { jsonWithoutCommands } from './ci-commands.js';
import { printableJson } from './printable.js';
import type { RepositoryPaths } from './repository.js';
import { oneLine } from './told.js';

const SEVERITY: Readonly<Record<Level, string>> = { error: 'critical', warning: 'major', advice: 'info' };

/** One issue of a GitLab code quality report; the fingerprint tells it from others over runs. */
interface Issue {
  readonly type: 'issue';
  readonly description: string;
  readonly check_name: string;
  readonly fingerprint: string;
  readonly severity: string;
  readonly categories: readonly string[];
  readonly location: { readonly path: string; readonly lines: { readonly begin: number; readonly end: number } };
}

const issue = (over: Omit<Issue, 'type' | 'categories'>): Issue => ({ type: 'issue', categories: ['Bug Risk'], ...over });

/** A GitLab code quality report: findings, and files that could not be read, each with its fingerprint, so that a merge request shows what is new. */
export const renderGitlab = ({ findings, problems }: Report, paths: RepositoryPaths): string => {
  const issues = [
    ...findings.map(({ rule, level, message, instead, file, line, endLine, fingerprint }) =>
      issue({
        description: `${oneLine(message)} Instead: ${oneLine(instead)}`,
        check_name: rule,
        fingerprint,
        severity: SEVERITY[level],
        location: { path: hostPath(file, paths), lines: { begin: line, end: endLine } },
      }),
    ),
    ...problems
      .filter(({ severity }) => severity === 'problem')
      .map(({ file, line = 1, message }, index) =>
        issue({
          description: oneLine(message),
          check_name: 'not-read',
          fingerprint: `not-read-${hostPath(file, paths)}-${index}`,
          severity: 'blocker',
          location: { path: hostPath(file, paths), lines: { begin: line, end: line } },
        }),
      ),
  ];
  return `${jsonWithoutCommands(printableJson(JSON.stringify(issues, null, 2)))}\n`;
};

import type { Level, Report } from '@carelint/core';
import { byFile, hostPath } from './by-file.js';
import type { RepositoryPaths } from './repository.js';
import { oneLine } from './told.js';
import { xmlDocument } from './xml.js';

const SEVERITY: Readonly<Record<Level, string>> = { error: 'error', warning: 'warning', advice: 'info' };

/** Checkstyle XML, which many tools of CI take: findings by file, each with its place, what is wrong and what to do. */
export const renderCheckstyle = (report: Report, paths: RepositoryPaths): string =>
  xmlDocument('checkstyle', {
    '@version': '4.3',
    file: byFile(report).map(({ file, findings, problems }) => ({
      '@name': hostPath(file, paths),
      error: [
        ...findings.map(({ line, column, level, rule, message, instead }) => ({
          '@line': line,
          '@column': column,
          '@severity': SEVERITY[level],
          '@message': `${oneLine(message)} Instead: ${oneLine(instead)}`,
          '@source': `carelint.${rule}`,
        })),
        ...problems.map(({ line = 1, column = 1, message, severity }) => ({
          '@line': line,
          '@column': column,
          '@severity': severity === 'problem' ? 'error' : 'info',
          '@message': oneLine(message),
          '@source': severity === 'problem' ? 'carelint.not-read' : 'carelint.slip',
        })),
      ],
    })),
  });

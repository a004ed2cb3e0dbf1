import type { Report, ReportException } from '@carelint/core';
import { printable, wrapped } from './printable.js';
import type { Style } from './style.js';
import { counted } from './summary.js';

const byWhom = ({ by, owner, until }: ReportException): string => {
  if (by === 'off') return 'switched off in the config';
  if (by === 'assumption') return 'assumed in the config';
  if (by === 'baseline') return 'known from the baseline';
  return by === 'comment' ? 'by a comment' : `waived, ${owner ?? ''}, until ${until ?? ''}`;
};

const place = ({ file, line, step }: ReportException): string =>
  file === undefined ? '' : ` in ${file}${line === undefined ? '' : `:${line}`}${step === undefined ? '' : ` at ${step}`}`;

/** What keeps a rule from speaking, where, by whom and why. */
export const exceptionSentence = (exception: ReportException): string => {
  const { rule, because, hides } = exception;
  const hidden = hides.length === 0 ? '' : `, hides ${counted(hides.length, 'finding')}`;
  return `${rule}${place(exception)} (${byWhom(exception)}${hidden})${because === undefined ? '' : `: ${because}`}`;
};

/** What keeps rules from speaking, each with the reason that was given. */
export const exceptionLines = ({ exceptions }: Report, { width, style }: { readonly width: number; readonly style: Style }): readonly string[] => {
  if (exceptions.length === 0) return [];
  return [
    style.bold('Accepted'),
    ...exceptions.flatMap((exception) =>
      wrapped(printable(exceptionSentence(exception)), width - 4).map((line, index) => `  ${index === 0 ? '' : '  '}${line}`),
    ),
    '',
  ];
};

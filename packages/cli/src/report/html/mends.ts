import type { Finding } from '@carelint/core';
import { escaped } from '../../drawing/markup.js';
import { mendsOf, type MendLine, type TextOf } from '../mend-lines.js';
import { printable } from '../printable.js';
import { text } from './words.js';

/** A line of a change; that it goes or comes is told in words too. */
const changed = ({ sign, text: words }: MendLine): string => {
  const shown = words === '' ? ' ' : escaped(printable(words));
  if (sign === '-') return `<del><span class="unseen">Taken away: </span>${shown}</del>`;
  return sign === '+' ? `<ins><span class="unseen">Put in: </span>${shown}</ins>` : `<span>${sign === '…' ? '…' : shown}</span>`;
};

/** What would mend it: closed, since most who look want to know first what goes wrong. */
export const mends = (finding: Finding, textOf: TextOf): string =>
  mendsOf(finding, textOf)
    .map(
      ({ title, sure, file, line, lines }) =>
        `<details class="mend"><summary>${sure ? 'Mended by <code>carelint check --fix</code>' : 'A way to mend it'}: ${text(title)}</summary><p class="small">${text(file)}, line ${line}</p><pre>${lines.map(changed).join('')}</pre></details>`,
    )
    .join('');

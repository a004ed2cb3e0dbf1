import { oneLine } from './told.js';

/** A comment on GitHub holds 65,536 characters, a note on GitLab a million; what does not fit is counted. */
export const LONGEST = 60_000;

/** Text from a file in Markdown: nothing in it is markup, a mention, a reference or a link. */
export const plain = (text: string): string =>
  oneLine(text)
    .replace(/&/gu, '&amp;')
    .replace(/</gu, '&lt;')
    .replace(/>/gu, '&gt;')
    // A colon between letters makes links and emoji, a full stop behind `www` a link; a sign at the beginning makes lists.
    .replace(/[\\`*_{}[\]#|~@$]|:(?=\S)|(?<=www)\.|^[-+=]|(?<=^\d+)[.)]/giu, (char) => `&#${char.codePointAt(0) ?? 63};`);

/** Text in backticks: as many around it as it needs. */
export const code = (text: string): string => {
  const shown = oneLine(text);
  const longest = Math.max(0, ...[...shown.matchAll(/`+/gu)].map(([ticks]) => ticks.length));
  const fence = '`'.repeat(longest + 1);
  const blank = longest > 0 ? ' ' : '';
  return `${fence}${blank}${shown}${blank}${fence}`;
};

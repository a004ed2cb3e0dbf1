// The table of rules in the README, between its two markers.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { cell, inWords } from './markdown.mjs';

const START = '<!-- rules:start -->';
const END = '<!-- rules:end -->';
const row = ({ id, path: file, value }) =>
  `| [\`${id}\`](${file.replace('rule.yaml', 'README.md')}) | ${cell(value.title)} | ${cell(value.level)} | ${cell(value.certainty)} |`;

const section = (promise, rules) =>
  [`### ${inWords(promise)}`, '', '| rule | what must hold | level | certainty |', '|---|---|---|---|', ...rules.map(row), ''].join('\n');

/** The README with a fresh table; undefined where there is no README, or none with markers. */
export const ruleTable = (home, { rules }) => {
  const file = path.join(home, 'README.md');
  if (!existsSync(file)) return undefined;
  const text = readFileSync(file, 'utf8');
  const [from, to] = [text.indexOf(START), text.indexOf(END)];
  if (from < 0 || to < from) return undefined;
  const promises = [...new Set(rules.map(({ promise }) => promise))];
  const sections = promises.map((promise) =>
    section(
      promise,
      rules.filter((rule) => rule.promise === promise),
    ),
  );
  return `${text.slice(0, from + START.length)}\n\n${sections.join('\n')}\n${text.slice(to)}`;
};

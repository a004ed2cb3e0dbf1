// The table of claims: what the articles claim that carelint starts from, and what answers each.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { load } from 'js-yaml';
import { cell, generatedFrom, list, table } from './markdown.mjs';

const FILE = 'policies/claims.yaml';

/** A claim with its rules told apart: those that are there, and those that are not. */
const sorted = ({ rules, planned, ...claim }, known) => ({
  ...claim,
  rules: [...list(rules), ...list(planned).filter((id) => known.has(id))],
  planned: list(planned).filter((id) => !known.has(id)),
});

const isOpen = ({ rules, feature, why }) => rules.length === 0 && feature === undefined && why === undefined;

const answer = ({ rules, planned, feature, later, why }, pages) =>
  [
    rules.map((id) => `[\`${id}\`](${pages.get(id)})`).join(', '),
    feature,
    why === undefined ? '' : `Nothing can: ${why}`,
    [...planned.map((id) => `\`${id}\``), ...list(later)].length === 0
      ? ''
      : `Not there yet: ${[...planned.map((id) => `\`${id}\``), ...list(later)].join(', ')}`,
  ]
    .filter(Boolean)
    .map((text) => (/[.)]$/u.test(text) ? text : `${text}.`))
    .join(' ');

/** Text of policies/README.md; undefined where there are no claims. */
export const claimsPage = (home, { rules }) => {
  const file = path.join(home, FILE);
  if (!existsSync(file)) return undefined;
  const { articles, claims } = load(readFileSync(file, 'utf8'), { filename: file });
  const pages = new Map(rules.map(({ id, promise }) => [id, `${promise}/${id}/README.md`]));
  const known = new Set(pages.keys());
  const all = claims.map((claim) => sorted(claim, known));
  const open = all.filter(isOpen).length;
  const never = all.filter(({ why, rules: by, feature }) => why !== undefined && by.length === 0 && feature === undefined).length;
  const sections = Object.entries(articles).flatMap(([letter, title]) => [
    `## ${letter}: ${title}`,
    table(
      ['claim', 'in our words', 'what answers it'],
      all.filter(({ seed }) => seed.startsWith(letter)).map((claim) => [claim.seed, cell(claim.claim), cell(answer(claim, pages))]),
    ),
  ]);
  return `${[
    generatedFrom(FILE),
    '# Policies',
    'A rule is a folder below a promise: `rule.yaml`, examples in which it must speak (`bad/`) and must not (`good/`), and what it says of them (`findings.txt`). [All rules](../docs/rules.md), [packs](../docs/packs.md), [how to write one](../docs/policy-language.md).',
    `carelint starts from five articles on what it means to put customers first. Their ${all.length} claims, in our words: ${all.length - open - never} are answered by a rule or something else that is there, ${never} by nothing that a file can show, and ${open} wait for what is not there yet.`,
    ...sections,
  ].join('\n\n')}\n`;
};

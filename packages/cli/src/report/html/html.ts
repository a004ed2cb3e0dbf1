import type { Report, Rule, Service } from '@carelint/core';
import { createHash } from 'node:crypto';
import { flowsOf } from '../../drawing/flows.js';
import { DRAWING_COLORS, DRAWING_RULES } from '../../drawing/style.js';
import { exceptionSentence } from '../exceptions.js';
import { lawSentences } from '../laws.js';
import type { ScoreDay } from '../../history/days.js';
import { artefactsOf, counted, coverageLine, nothingLine, notShownLines, unknownSentences } from '../summary.js';
import { PAGE_SCRIPT, PAGE_STYLE } from './assets.generated.js';
import { figuresOf, type Figures } from './figures.js';
import { arranged, findingSections, firstCards, type Mended } from './findings.js';
import { mends } from './mends.js';
import type { TextOf } from '../mend-lines.js';
import { filterForm, groupTables } from './groups.js';
import { figureStore } from './journey.js';
import { scoreSection } from './score.js';
import { LEVELS, LEVEL_ORDER, text } from './words.js';

/** What the page is made of. */
export interface HtmlInput {
  readonly report: Report;
  /** What ran: rules tell what customers go through. */
  readonly rules: readonly Rule[];
  /** The flows, to be drawn. */
  readonly service: Service;
  /** How it stood on the days of the history, today the last of them; left out: no history is told. */
  readonly days?: readonly ScoreDay[];
  /** The text of a file as it was judged; left out: what would mend a finding is told without the lines. */
  readonly textOf?: TextOf;
}

const hash = (content: string): string => `'sha256-${createHash('sha256').update(content).digest('base64')}'`;

const STYLE = PAGE_STYLE + DRAWING_COLORS + DRAWING_RULES;

/** Nothing is loaded from anywhere, nothing runs but the script of the page, and no form leads anywhere. */
const policy = (): string =>
  `default-src 'none'; style-src ${hash(STYLE)}; script-src ${hash(PAGE_SCRIPT)}; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'`;

const verdict = (report: Report): string => {
  const { summary, findings } = report;
  if (findings.length === 0) return nothingLine(report);
  const parts = LEVEL_ORDER.filter((level) => summary[level] > 0).map((level) => `${summary[level]} ${LEVELS[level].of}`);
  return `${counted(findings.length, 'thing')} ${findings.length === 1 ? 'lets' : 'let'} customers down: ${parts.join(', ')}.`;
};

/** What must be known beside the verdict, so that nobody takes a part for the whole. */
const notes = (report: Report): string => {
  const { problems } = report.summary;
  const unread = problems === 0 ? [] : [`${counted(problems, 'file')} could not be read, or not wholly.`];
  return [...unread, ...notShownLines(report)].map((line) => `<p class="note">${text(line)}</p>`).join('');
};

/** For those who have never seen such a page. */
const about = ({ coverage }: Report): string => {
  const read = artefactsOf(coverage.artefacts);
  return read === ''
    ? ''
    : `<p class="about">${text(`Read: ${read}, along every way that customers can take. This page tells where they are let down, how that comes about, and what to do instead.`)}</p>`;
};

const list = (items: readonly string[]): string => `<ul>${items.map((item) => `<li>${text(item)}</li>`).join('')}</ul>`;

const section = (id: string, title: string, html: string): string =>
  html === '' ? '' : `<section aria-labelledby="${id}"><h2 id="${id}">${title}</h2>\n${html}</section>\n`;

const openQuestions = (report: Report): string => {
  const problems = report.problems.map(({ file, line, message }) => `${file}${line === undefined ? '' : `, line ${line}`}: ${message}`);
  const unknowns = unknownSentences(report);
  return [
    ...(problems.length === 0 ? [] : [`<h3>Could not be read, or not wholly</h3>${list(problems)}`]),
    ...(unknowns.length === 0
      ? []
      : ['<h3>Could not be judged</h3><p>Nothing is said of these, good or bad: the files do not tell.</p>', list(unknowns)]),
    ...(problems.length + unknowns.length === 0 ? ['<p>Everything that was read could be judged.</p>'] : []),
    `<p>${text(coverageLine(report))}</p>`,
  ].join('');
};

/** With a reason each; what a baseline hides is told by its number, beside the verdict. */
const accepted = ({ exceptions }: Report): string => {
  const told = exceptions.filter(({ by }) => by !== 'baseline');
  return told.length === 0 ? '' : list(told.map(exceptionSentence));
};

const laws = (report: Report): string => {
  const lines = lawSentences(report);
  return lines.length === 0 ? '' : `${list(lines)}<p class="small">No legal advice: a pack looks for some patterns, and a law asks for more.</p>`;
};

const LEGEND =
  '<p class="small">In the drawings a box is a step: its heading says what happens to the customer. The thick line with numbers is the journey. A broken line is a way on which something has gone wrong.</p>';

const main = (report: Report, { homes, all }: ReturnType<typeof arranged>, figures: Figures, days: readonly ScoreDay[], mended: Mended): string => {
  const left =
    figures.leftOut === 0 ? '' : `<p>The flows of ${counted(figures.leftOut, 'finding')} are not drawn: there are too many for one page.</p>`;
  return [
    all.length === 0 ? '' : section('first', 'The worst first', firstCards(all, figures.flows)),
    all.length === 0 ? '' : section('stand', 'How findings spread', groupTables(report)),
    section('score', 'How much is kept', scoreSection(report, days)),
    all.length === 0
      ? ''
      : section('findings', 'All findings', `${LEGEND}${left}${filterForm(report)}${findingSections(homes, report, figures, mended)}`),
    section('open', 'What could not be judged', openQuestions(report)),
    section('accepted', 'What is accepted', accepted(report)),
    section('laws', 'Laws and standards', laws(report)),
  ].join('');
};

const NAV: readonly (readonly [string, string])[] = [
  ['first', 'The worst first'],
  ['stand', 'How findings spread'],
  ['score', 'How much is kept'],
  ['findings', 'All findings'],
  ['open', 'What could not be judged'],
  ['accepted', 'What is accepted'],
  ['laws', 'Laws'],
];

/** The report as a page that stands alone: everything is in it, nothing is loaded, and without its script it is a plain document. */
export const renderHtml = async ({ report, rules, service, days = [], textOf = () => undefined }: HtmlInput): Promise<string> => {
  const flows = flowsOf(service);
  const told = arranged(report, rules, flows);
  const figures = await figuresOf(
    told.all.map(({ finding }) => finding),
    flows,
  );
  const body = main(report, told, figures, days, (finding) => mends(finding, textOf));
  const links = NAV.filter(([id]) => body.includes(`<h2 id="${id}">`)).map(([id, name]) => `<li><a href="#${id}">${name}</a></li>`);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy()}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="generator" content="${text(`${report.tool.name} ${report.tool.version}`)}">
<title>What customers go through</title>
<style>${STYLE}</style>
</head>
<body>
<a class="skip" href="#main">To the findings</a>
<header class="top"><h1>What customers go through</h1><p class="verdict">${text(verdict(report))}</p><button type="button" id="theme" hidden>Dark colours</button>${about(report)}${notes(report)}</header>
<nav aria-label="Parts of the report"><ul>${links.join('')}</ul></nav>
<main id="main" tabindex="-1">
${body}</main>
<footer><p>${text(`Written by ${report.tool.name} ${report.tool.version}${days.length === 0 ? '' : ` on ${days.at(-1)?.date ?? ''}`}.`)}</p></footer>
${figureStore(figures.all)}
<script>${PAGE_SCRIPT}</script>
</body>
</html>
`;
};

import type { Finding, Report, Rule } from '@carelint/core';
import type { Flows } from '../../drawing/flows.js';
import { lawsBehind } from '../laws.js';
import { counted, inWords } from '../summary.js';
import type { Figures } from './figures.js';
import { figureOf, stationList } from './journey.js';
import { LEVELS, LEVEL_ORDER, message, people, text } from './words.js';

/** A finding with all that is told of it. */
export interface Told {
  readonly finding: Finding;
  /** Its number in the page: `f1`. */
  readonly id: string;
  /** What a customer goes through, as the rule says it. */
  readonly suffers?: string;
}

/** What would mend a finding, as HTML. */
export type Mended = (finding: Finding) => string;

/** Findings of one flow, script, page or document. */
interface Home {
  readonly name: string;
  readonly file: string;
  readonly told: readonly Told[];
}

const rank = ({ level }: Finding): number => LEVEL_ORDER.indexOf(level);

const nameOf = ({ file, artefact }: Finding, flows: Flows): string =>
  flows.artefacts.find(({ id, path }) => id === artefact && path === file)?.name ?? artefact;

/** The gravest first; what stands together in the files stays together. */
const homesOf = (findings: readonly Finding[], rules: ReadonlyMap<string, Rule>, flows: Flows): readonly Home[] => {
  const homes = new Map<string, Finding[]>();
  for (const finding of findings) {
    const key = JSON.stringify([finding.file, finding.artefact]);
    homes.set(key, [...(homes.get(key) ?? []), finding]);
  }
  const weight = (of: readonly Finding[]): number => Math.min(...of.map(rank)) * 1e6 - of.length;
  const ordered = [...homes.values()].map((of) => [...of].sort((a, b) => rank(a) - rank(b))).sort((a, b) => weight(a) - weight(b));
  let number = 0;
  return ordered.flatMap((of) => {
    const [first] = of;
    if (first === undefined) return [];
    const told = of.map((finding): Told => {
      const suffers = rules.get(finding.rule)?.suffers;
      return { finding, id: `f${++number}`, ...(suffers === undefined ? {} : { suffers }) };
    });
    return [{ name: nameOf(first, flows), file: first.file, told }];
  });
};

/** All findings in the order in which the page tells them. */
export const arranged = (
  { findings }: Report,
  rules: readonly Rule[],
  flows: Flows,
): { readonly homes: readonly Home[]; readonly all: readonly Told[] } => {
  const homes = homesOf(findings, new Map(rules.map((rule) => [rule.id, rule])), flows);
  return { homes, all: homes.flatMap(({ told }) => told) };
};

const whereOf = (finding: Finding, flows: Flows): string => `${nameOf(finding, flows)} (${finding.file}, line ${finding.line})`;

const fact = (name: string, html: string): string => `<div><dt>${name}</dt><dd>${html}</dd></div>`;

/** The four things that somebody wants to know. */
const facts = ({ finding, suffers }: Told, flows: Flows): string =>
  `<dl class="facts">${[
    fact('For whom', `${people(finding)}${suffers === undefined ? '' : `. ${text(suffers)}`}`),
    fact('Where', text(whereOf(finding, flows))),
    fact('Instead', `<strong>${text(finding.instead)}</strong>`),
  ].join('')}</dl>`;

const badge = (level: Finding['level']): string => `<span class="level ${level}">${LEVELS[level].name}</span>`;

const small = ({ finding }: Told, report: Report): string => {
  const { rule, url, promise, certainty } = finding;
  const name = url !== undefined && /^https?:\/\//u.test(url) ? `<a href="${text(url)}" rel="noreferrer">${text(rule)}</a>` : text(rule);
  const parts = [`Rule ${name}`, ...(promise === undefined ? [] : [`promise: ${text(inWords(promise))}`]), `certainty: ${certainty}`];
  return `<p class="small">${[...parts, ...lawsBehind(finding, report).map(text)].join(' · ')}</p>`;
};

/** Made visible by the script: without it there is nothing to play. */
const PLAYER =
  '<div class="player" role="group" aria-label="Play the journey" hidden><button type="button" data-go="-1">Back</button><button type="button" data-go="1">Next</button><p role="status"></p></div>';

/** Nodes that are drawn when the page opens; what is beyond is drawn when it is looked at. */
const AT_ONCE = 6000;

const dataOf = ({ finding: { level, promise, touchpoint, moment } }: Told): string =>
  Object.entries({ level, promise, touchpoint, moment })
    .map(([name, value]) => (value === undefined ? '' : ` data-${name}="${text(value)}"`))
    .join('');

const article = (told: Told, report: Report, figures: Figures, later: boolean, mended: Mended): string => {
  const { finding, id } = told;
  const { journey, against, file } = finding;
  const list = stationList(journey, file, figures.flows);
  const other = against === undefined ? '' : `<h5>But elsewhere</h5>${stationList(against, file, figures.flows)}`;
  const figure = figureOf(finding, id, figures, later);
  return `<article id="${id}" aria-labelledby="${id}h"${dataOf(told)}${figure === '' ? '' : ' class="drawn"'}>
<header><h4 id="${id}h">${badge(finding.level)} <span class="number">${id.slice(1)}.</span> ${message(finding, figures.flows)}</h4></header>
<div class="words">${facts(told, figures.flows)}${list === '' ? '' : `<h5>The journey of the customer</h5>${PLAYER}${list}`}${other}${mended(finding)}${small(told, report)}</div>
${figure}</article>`;
};

/** Everything that was found, flow by flow. */
export const findingSections = (homes: readonly Home[], report: Report, figures: Figures, mended: Mended): string => {
  let drawn = 0;
  return homes
    .map(({ name, file, told }, index) => {
      const articles = told.map((one) => {
        drawn += figures.of(one.finding)?.figure.laid.picture.nodes.length ?? 0;
        return article(one, report, figures, drawn > AT_ONCE, mended);
      });
      return `<section class="home" aria-labelledby="h${index}"><h3 id="h${index}">${text(name)} <span class="place">${text(file)}</span></h3>\n${articles.join('\n')}</section>`;
    })
    .join('\n');
};

/** Rules that are told on the first screen. */
const MOST_CARDS = 3;

/** What goes wrong, for whom, where, and what to do: the gravest rules, those with the most findings first. */
export const firstCards = (all: readonly Told[], flows: Flows): string => {
  const byRule = new Map<string, Told[]>();
  for (const told of all) byRule.set(told.finding.rule, [...(byRule.get(told.finding.rule) ?? []), told]);
  const ordered = [...byRule.values()].sort((a, b) => rank(first(a).finding) - rank(first(b).finding) || b.length - a.length);
  const cards = ordered.slice(0, MOST_CARDS).map((of) => {
    const told = first(of);
    const more = of.length === 1 ? '' : ` <span class="small">and in ${counted(of.length - 1, 'more place')}</span>`;
    return `<li class="card ${told.finding.level}"><h3>${badge(told.finding.level)} ${message(told.finding, flows)}${more}</h3>${facts(told, flows)}<p><a href="#${told.id}">See what happens to the customer<span class="unseen"> in finding ${told.id.slice(1)}</span></a></p></li>`;
  });
  return `<ol class="cards">${cards.join('')}</ol>`;
};

const first = (of: readonly Told[]): Told => {
  const [told] = of;
  if (told === undefined) throw new Error('a group of findings is empty');
  return told;
};

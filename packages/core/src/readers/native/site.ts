import { nearest } from '@carelint/policy-schema';
import type { Artefact, Utterance } from '../../model/artefact.js';
import type { ParsedDocument } from '../../source/document.js';
import type { ReadResult } from '../reader.js';
import { dateSlip } from './dates.js';
import { mistakesIn } from './problems.js';
import type { PagePurpose } from '../../model/site.js';
import type { StepData } from '../../model/step.js';
import { isMap, listOf, textOf } from '../../source/values.js';
import type { Route, Source, Syntax } from '../../source/source.js';
import { Draft } from './draft.js';
import type { Written } from './outline.js';
import { foundOf, phonesOf, waysOfPages } from './site-found.js';
import { Journeys, tasksOf } from './site-journeys.js';
import type { Slip } from './targets.js';

const entries = (site: Written, key: string): readonly (readonly [Written, Route])[] =>
  listOf(site[key]).flatMap((item, index) => (isMap(item) ? [[item, [key, index]] as const] : []));

/** Lists that name things, and where these are named. */
const NAMES: readonly (readonly [list: string, naming: 'pages' | 'forms', within: 'pages' | 'contact'])[] = [
  ['links-to', 'pages', 'pages'],
  ['shown-on', 'pages', 'contact'],
  ['forms', 'forms', 'pages'],
];

const KEYS = { pages: 'page', forms: 'form' } as const;

/** What no schema can see: names that stand twice, and names of nothing. */
const siteSlips = (site: Written): readonly Slip[] => {
  const slips: Slip[] = [];
  const known = { pages: new Map<string, Route>(), forms: new Map<string, Route>() };
  for (const list of ['pages', 'forms'] as const) {
    for (const [item, route] of entries(site, list)) {
      const name = textOf(item[KEYS[list]]);
      if (name === undefined) continue;
      const first = known[list].get(name);
      const here = [...route, KEYS[list]];
      if (first === undefined) known[list].set(name, here);
      else
        slips.push({
          route: here,
          atKey: false,
          other: first,
          message: `Two ${list} are called \`${name}\`; the other is at line {line}. Give one another name.`,
        });
    }
  }
  for (const [list, naming, within] of NAMES) {
    for (const [item, route] of entries(site, within)) {
      for (const [index, name] of listOf(item[list]).entries()) {
        if (typeof name !== 'string' || known[naming].has(name)) continue;
        const names = [...known[naming].keys()];
        const meant = nearest(name, names);
        const hint =
          meant === undefined
            ? names.length === 0
              ? `Describe it under \`${naming}\`.`
              : `Known: ${names.slice(0, 30).join(', ')}.`
            : `Did you mean \`${meant}\`?`;
        slips.push({ route: [...route, list, index], atKey: false, message: `There is no ${KEYS[naming]} called \`${name}\`. ${hint}` });
      }
    }
  }
  return slips;
};

const purposeOf = (page: Written): PagePurpose => {
  const kind = textOf(page['kind']);
  return kind === undefined ? 'other' : (kind as PagePurpose);
};

const dataOf = (page: Written, ways: StepData['ways']): StepData => {
  const shows = listOf(page['shows']);
  const data = {
    purpose: page['kind'] === undefined ? { unknown: `the document does not say what the page \`${String(page['page'])}\` is for` } : purposeOf(page),
    ways,
    ...(page['open-to'] === 'signed-in' ? { login: true } : {}),
    ...(page['open-to'] === 'signed-in' || shows.includes('sign-in-box') ? { method: 'password' } : {}),
    ...(shows.includes('public-feedback') ? { publicFeedback: true } : {}),
  };
  return page['kind'] === undefined && textOf(page['path']) === '/' ? { ...data, purpose: 'home' } : data;
};

/** Lifts a site that has been found well formed. */
const liftSite = (site: Written, source: Source, syntax: Syntax): Artefact => {
  const draft = new Draft();
  const utterances: Utterance[] = [];
  const id = String(site['site']);
  const name = textOf(site['title']) ?? id;
  const language = textOf(site['language']);
  const country = textOf(site['country']);
  const pages = entries(site, 'pages');
  const ways = waysOfPages(site);
  const found = foundOf(site, language);
  draft.step({ id: 'start', kind: 'start', label: name, data: { ways: found.ways, tasks: tasksOf(site) }, route: ['site'] });
  const ids = new Map(pages.map(([page]) => [String(page['page']), `page:${String(page['page'])}`]));
  for (const [page, route] of pages) {
    const own = String(page['page']);
    const step = ids.get(own) ?? own;
    draft.step({ id: step, kind: 'page', label: textOf(page['title']) ?? own, data: dataOf(page, ways.get(own) ?? []), route: [...route, 'page'] });
    for (const [index, text] of listOf(page['says']).entries()) {
      if (typeof text === 'string')
        utterances.push({ text, speaker: 'system', step, route: [...route, 'says', index], ...(language === undefined ? {} : { language }) });
    }
  }
  for (const [page] of pages) {
    for (const to of listOf(page['links-to'])) {
      const target = ids.get(String(to));
      if (target !== undefined) draft.edge(ids.get(String(page['page'])) ?? '', 'link', target, titleOf(pages, String(to)));
    }
  }
  const home = pages.find(([page]) => page['kind'] === 'home') ?? pages.find(([page]) => page['path'] === '/') ?? pages[0];
  if (home !== undefined) draft.edge('start', 'next', ids.get(String(home[0]['page'])) ?? '');
  if (site['complete'] === false) {
    const why = 'the document says that it does not list everything (`complete: false`)';
    draft.step({ id: 'elsewhere', kind: 'unknown', label: 'Pages that are not listed', data: { why }, route: ['complete'] });
    draft.edge('start', 'next', 'elsewhere');
  }
  const journeys = new Journeys(site, draft, language);
  journeys.lift('start');
  return {
    kind: 'site',
    role: 'entry',
    channel: 'web',
    topic: 'service',
    id,
    name,
    keys: [`native:${id}`],
    path: source.path,
    syntax,
    route: [],
    ...(language === undefined ? {} : { language }),
    ...(country === undefined ? {} : { country }),
    start: 'start',
    steps: draft.steps,
    edges: draft.edges,
    utterances: [...utterances, ...journeys.utterances],
    values: { ...site, found },
    phones: phonesOf(site),
    format: 'native',
  };
};

/** Many files of other software begin with `site:` and a name. */
const SITE_LISTS = ['pages', 'contact', 'forms', 'journeys'] as const;

/** Reads a `site:` document; undefined for a file of somebody else. */
export const readSite = (document: ParsedDocument): ReadResult | undefined => {
  const site = document.value as Written;
  if (!SITE_LISTS.some((list) => Object.hasOwn(site, list))) return undefined;
  const problems = mistakesIn('site', document, [...siteSlips(site), ...dateSlip(site['reviewed'], ['reviewed'])]);
  return problems.length > 0 ? { ok: false, problems } : { ok: true, artefacts: [liftSite(site, document.source, document.syntax)] };
};

const titleOf = (pages: readonly (readonly [Written, Route])[], name: string): string => {
  const page = pages.find(([one]) => one['page'] === name)?.[0];
  return textOf(page?.['title']) ?? name;
};

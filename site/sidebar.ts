// What stands beside the pages: made from the list of contents (docs/README.md) and from the folders of rules.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { headingsOf } from './headings.js';
import { follow, linksIn } from './links.js';
import { addressOf, type Pages } from './sources.js';

export const CONTENTS = 'docs/README.md';

/** A section of the list of contents, with the pages that it lists: the title that it gives them, and their sources. */
export interface Section {
  readonly text: string;
  readonly items: readonly { readonly text: string; readonly source: string }[];
}

/** The list of contents. A line of a list names one page, by its first link. */
export const contents = (home: string, pages: Pages): readonly Section[] => {
  const text = readFileSync(path.join(home, CONTENTS), 'utf8');
  const links = linksIn(text);
  const sections: { text: string; items: { text: string; source: string }[] }[] = [];
  for (const [number, line] of text.split('\n').entries()) {
    const [, heading] = /^## (.*)$/u.exec(line) ?? [];
    if (heading !== undefined) sections.push({ text: heading, items: [] });
    const [, title] = /^- \[(.*?)\]\(/u.exec(line) ?? [];
    const target = links.find((link) => link.line === number)?.target;
    if (title === undefined || target === undefined) continue;
    const { page } = follow(home, pages, CONTENTS, target);
    if (page !== undefined) sections.at(-1)?.items.push({ text: title, source: page });
  }
  return sections;
};

/** An entry of a sidebar, as VitePress takes it. */
export interface Entry {
  readonly text: string;
  readonly link?: string;
  readonly collapsed?: boolean;
  readonly items?: Entry[];
}

const titleOf = (home: string, source: string): string =>
  headingsOf(readFileSync(path.join(home, source), 'utf8')).find(({ level }) => level === 1)?.text ?? source;

const inWords = (id: string): string => id.replace(/-/gu, ' ').replace(/^./u, (letter) => letter.toUpperCase());

const entry = (text: string, page: string): Entry => ({ text, link: addressOf(page) });

/** Indexes that have a sidebar of their own for what is beside them. */
const OWN_SIDEBAR = ['rules/index.md', 'eslint/index.md'];

/** The other pages in the folder of a page that is its index. */
const inFolderOf = (home: string, pages: Pages, index: string): Entry[] => {
  if (!index.endsWith('/index.md') || OWN_SIDEBAR.includes(index)) return [];
  const folder = index.slice(0, -'index.md'.length);
  return [...pages].filter(([, page]) => page.startsWith(folder) && page !== index).map(([source, page]) => entry(titleOf(home, source), page));
};

const general = (home: string, pages: Pages, sections: readonly Section[]): Entry[] =>
  sections.map(({ text, items }) => ({
    text,
    items: items.map(({ text: title, source }) => {
      const page = pages.get(source) ?? '';
      const inside = inFolderOf(home, pages, page);
      return { ...entry(title, page), ...(inside.length === 0 ? {} : { collapsed: true, items: inside }) };
    }),
  }));

/** All rules, by promise; those about exceptions last. */
const rulesByPromise = (pages: Pages): Entry[] => {
  const promises = new Map<string, Entry[]>();
  for (const [source, page] of pages) {
    if (!page.startsWith('rules/') || page === 'rules/index.md') continue;
    const promise = inWords(/^policies\/([\w-]+)\//u.exec(source)?.[1] ?? 'exceptions');
    promises.set(promise, [...(promises.get(promise) ?? []), entry(path.basename(page, '.md'), page)]);
  }
  const rank = (name: string): number => (name === 'Exceptions' ? 1 : 0);
  return [...promises].sort(([a], [b]) => rank(a) - rank(b)).map(([text, items]) => ({ text, collapsed: true, items }));
};

/** The sidebars of VitePress, by the addresses that they belong to: rules, ESLint, everything else. */
export const sidebars = (home: string, pages: Pages): Record<string, Entry[]> => {
  const sections = contents(home, pages);
  const back = { text: 'All documentation', link: '/contents' };
  const eslint = sections.find(({ text }) => text === 'ESLint')?.items ?? [];
  const listed = new Set(eslint.map(({ source }) => source));
  const codeRules = [...pages].filter(([source, page]) => page.startsWith('eslint/') && !listed.has(source));
  return {
    '/rules/': [back, { text: 'All rules', link: '/rules/' }, ...rulesByPromise(pages)],
    '/eslint/': [
      back,
      { text: 'ESLint', items: eslint.map(({ text, source }) => entry(text, pages.get(source) ?? '')) },
      { text: 'Rules for code', items: codeRules.map(([, page]) => entry(path.basename(page, '.md'), page)) },
    ],
    '/': general(home, pages, sections),
  };
};

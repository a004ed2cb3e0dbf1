import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { gather } from '../site/gather.js';
import { headingsOf } from '../site/headings.js';
import { follow, linksIn } from '../site/links.js';
import { CONTENTS, contents } from '../site/sidebar.js';
import { filesBelow, foldersIn, HOME, textOf } from './house.js';

const { pages, texts } = gather(HOME);
const sources = [...pages.keys()];
const served = new Set(pages.values());

describe('the site', () => {
  it('has no link that leads nowhere, and none to a heading that is not there', () => {
    const dead = sources.flatMap((source) => {
      const text = textOf(source);
      return linksIn(text).flatMap(({ line, target }) => {
        const { page, anchor, dead: why } = follow(HOME, pages, source, target);
        const at = `${source}:${line + 1}: ${target}`;
        if (why !== undefined) return [`${at}: ${why}`];
        if (page === undefined || anchor === undefined) return [];
        return headingsOf(textOf(page)).some((heading) => heading.anchor === anchor) ? [] : [`${at}: ${page} has no such heading`];
      });
    });
    expect(dead).toEqual([]);
  });

  it('answers the addresses that carelint prints for its rules', () => {
    const rules = filesBelow('policies', '/rule.yaml').map((file) => `rules/${path.basename(path.dirname(file))}.md`);
    const code = foldersIn('packages/eslint-plugin/src/rules').map((id) => `eslint/${id}.md`);
    expect(rules.length + code.length).toBeGreaterThan(100);
    expect([...rules, ...code].filter((page) => !served.has(page))).toEqual([]);
  });

  it(`lists every page of docs/ in ${CONTENTS}, or keeps it in the folder of one that is listed`, () => {
    const listed = new Set(contents(HOME, pages).flatMap(({ items }) => items.map(({ source }) => source)));
    const folders = [...listed].filter((source) => source.endsWith('/README.md')).map((source) => source.slice(0, -'README.md'.length));
    const unlisted = filesBelow('docs', '.md')
      .map((name) => `docs/${name}`)
      .filter((source) => source !== CONTENTS && !listed.has(source) && !folders.some((folder) => source.startsWith(folder)));
    expect(unlisted).toEqual([]);
  });

  it('gives every page a title and a description', () => {
    const poor = [...texts].filter(
      ([, text]) => !/^description: ".{20,}"$/mu.test(text) || headingsOf(text).filter(({ level }) => level === 1).length !== 1,
    );
    expect(poor.map(([page]) => page)).toEqual([]);
  });
});

// Which files of the repository are pages of the site, and under which path each is found there.
import { readdirSync } from 'node:fs';
import path from 'node:path';

type Place = (...found: readonly string[]) => string;

/**
 * The first that fits says where a page goes. Addresses of rules are those that the command, SARIF and ESLint print
 * (packages/core/src/report/home.ts, packages/eslint-plugin/src/home.ts).
 */
const PLACES: readonly (readonly [RegExp, Place])[] = [
  [/^README\.md$/u, () => 'overview.md'],
  [/^CONTRIBUTING\.md$/u, () => 'contributing.md'],
  [/^policies\/README\.md$/u, () => 'claims.md'],
  [/^policies\/[\w-]+\/([\w-]+)\/README\.md$/u, (rule = '') => `rules/${rule}.md`],
  [/^packages\/eslint-plugin\/src\/rules\/([\w-]+)\/README\.md$/u, (rule = '') => `eslint/${rule}.md`],
  [/^packages\/core\/src\/readers\/([\w-]+)\/PLATFORM\.md$/u, (format = '') => `formats/${format}.md`],
  [/^packages\/([\w-]+)\/README\.md$/u, (name = '') => `packages/${name}.md`],
  [/^examples\/([\w-]+)\/README\.md$/u, (name = '') => `examples/${name}.md`],
  [/^examples\/README\.md$/u, () => 'examples/index.md'],
  [/^bench\/README\.md$/u, () => 'bench.md'],
  [/^docs\/README\.md$/u, () => 'contents.md'],
  [/^docs\/rules\.md$/u, () => 'rules/index.md'],
  [/^docs\/formats\.md$/u, () => 'formats/index.md'],
  [/^docs\/eslint\.md$/u, () => 'eslint/index.md'],
  [/^docs\/(?:(eslint|native)-)([\w-]+)\.md$/u, (folder = '', name = '') => `${folder}/${name}.md`],
  [/^docs\/(.*\/)?README\.md$/u, (folder = '') => `${folder}index.md`],
  [/^docs\/(.*)$/u, (name = '') => name],
];
const FOLDERS = ['docs', 'policies', 'examples', 'bench', 'packages'];
const NOT_OURS = new Set(['node_modules', 'dist', 'build', 'bad', 'good', 'test', 'coverage', 'corpus']);

const markdownBelow = (home: string, folder: string): readonly string[] =>
  readdirSync(path.join(home, folder), { withFileTypes: true }).flatMap((entry) => {
    const at = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return NOT_OURS.has(entry.name) ? [] : markdownBelow(home, at);
    return entry.name.endsWith('.md') ? [at] : [];
  });

const placeOf = (source: string): string | undefined => {
  for (const [pattern, place] of PLACES) {
    const found = pattern.exec(source);
    if (found !== null) return place(...found.slice(1).map((part: string | undefined) => part ?? ''));
  }
  return undefined;
};

/** Source in the repository -> page in the site, both relative, with `/`. */
export type Pages = ReadonlyMap<string, string>;

/** All pages of the site but those that stand in site/pages. */
export const pagesOf = (home: string): Pages => {
  const pages = new Map<string, string>();
  const atTheRoot = readdirSync(home).filter((name) => name.endsWith('.md'));
  for (const source of [...atTheRoot, ...FOLDERS.flatMap((folder) => markdownBelow(home, folder))].sort()) {
    const place = placeOf(source);
    if (place === undefined) continue;
    const taken = [...pages].find(([, other]) => other === place);
    if (taken !== undefined) throw new Error(`${source} and ${taken[0]} would both be ${place} of the site`);
    pages.set(source, place);
  }
  return pages;
};

/** The address of a page, as a browser asks for it: `rules/no-fax.md` is `/rules/no-fax`. */
export const addressOf = (page: string): string => `/${page.replace(/(?:^|(?<=\/))index\.md$|\.md$/u, '')}`;

// Gathers the pages of the site from where they are kept: docs/, the folders of rules, examples.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { proseLines } from './headings.js';
import { relinked } from './links.js';
import { pagesOf, type Pages } from './sources.js';

const SCHEMAS = 'packages/policy-schema/schemas';

/** Without comments, and with `{{` as text: what stands in a page is shown and never run. */
const asText = (text: string): string => {
  const lines = text.split('\n');
  for (const { number, line } of proseLines(text)) lines[number] = line.replace(/<!--.*?-->/gu, '').replace(/\{\{/gu, '{\\{');
  return lines.join('\n').trimStart();
};

/** The first paragraph, for search engines and whoever is sent a link. */
const descriptionOf = (text: string): string => {
  const paragraph = text.split('\n\n').find((part) => /^[\p{L}\p{N}`*[]/u.test(part)) ?? '';
  const plain = paragraph
    .replace(/\[([^\]]*)\]\([^)]*\)/gu, '$1')
    .replace(/[`*]/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();
  return plain.length <= 200 ? plain : `${plain.slice(0, 197).replace(/\s\S*$/u, '')}…`;
};

const below = (folder: string): readonly string[] =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => path.join(entry.parentPath, entry.name))
    : [];

const SHOWN_AT_MOST = 12_000;
const LANGUAGES: Readonly<Record<string, string>> = { yml: 'yaml', mjs: 'js', cjs: 'js', txt: 'text', md: 'md' };

const languageOf = (name: string): string => {
  const ending = name.slice(name.lastIndexOf('.') + 1);
  return LANGUAGES[ending] ?? ending;
};

const byText = (a: string, b: string): number => (a < b ? -1 : 1);

/** What lies in the folder of an example, behind what its README says: first what carelint says of it, then the files. */
const filesOfExample = (home: string, source: string): string => {
  const folder = path.posix.dirname(source);
  const names = below(path.join(home, folder)).map((file) => path.relative(path.join(home, folder), file).split(path.sep).join('/'));
  const shown = names
    .filter((name) => name !== 'README.md' && !name.startsWith('node_modules/'))
    .sort((a, b) => Number(b.startsWith('expected')) - Number(a.startsWith('expected')) || byText(a, b));
  const parts = shown.flatMap((name) => {
    const text = readFileSync(path.join(home, folder, name), 'utf8').trimEnd();
    if (text.length > SHOWN_AT_MOST) return [`[${name}](${name})`];
    return [`\`${name}\``, `\`\`\`\`${languageOf(name)}\n${text}\n\`\`\`\``];
  });
  return ['', '## Files', ...parts, ''].join('\n\n');
};

/** What the site is made of. */
export interface Gathered {
  readonly pages: Pages;
  /** Page in the site -> its Markdown. */
  readonly texts: ReadonlyMap<string, string>;
  /** Path in the site -> file in the repository that is served as it is. */
  readonly files: ReadonlyMap<string, string>;
}

/** Reads all that the site is made of. */
export const gather = (home: string): Gathered => {
  const pages = pagesOf(home);
  const files = new Map(readdirSync(path.join(home, SCHEMAS)).map((name) => [`schemas/1/${name}`, `${SCHEMAS}/${name}`]));
  const texts = new Map<string, string>();
  for (const [source, page] of pages) {
    const written = readFileSync(path.join(home, source), 'utf8');
    const text = asText(/^examples\/[\w-]+\/README\.md$/u.test(source) ? `${written}${filesOfExample(home, source)}` : written);
    const linked = relinked(home, pages, source, text, (file, address) => files.set(address.slice(1), file));
    texts.set(page, `---\ndescription: ${JSON.stringify(descriptionOf(text))}\n---\n\n${linked}`);
  }
  return { pages, texts, files };
};

/** Writes what is gathered below a folder, touching only what has changed, so that a server that watches it reloads nothing else. */
export const writeSite = (home: string, folder: string): void => {
  const { texts, files } = gather(home);
  const wanted = new Map<string, string>();
  for (const [page, text] of texts) wanted.set(path.join(folder, page), text);
  for (const [address, file] of files) wanted.set(path.join(folder, 'public', address), readFileSync(path.join(home, file), 'utf8'));
  for (const name of below(path.join(home, 'site/pages'))) {
    wanted.set(path.join(folder, path.relative(path.join(home, 'site/pages'), name)), readFileSync(name, 'utf8'));
  }
  for (const old of below(folder)) if (!wanted.has(old)) rmSync(old);
  for (const [file, text] of wanted) {
    if (existsSync(file) && readFileSync(file, 'utf8') === text) continue;
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
};

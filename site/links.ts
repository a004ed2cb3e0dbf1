// Links of the repository, made into links of the site.
import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { proseLines } from './headings.js';
import { addressOf, type Pages } from './sources.js';

const LINK = /(?<=\]\()(<[^>]*>|[^()\s]*(?:\([^()\s]*\)[^()\s]*)*)(?=(?:\s+"[^"]*")?\))/gu;
const CODE = /(`+)(?:(?!\1).)+?\1(?!`)/gu;

/** A line without what stands in it as code: the same length, so that places stay right. */
const withoutCode = (line: string): string => line.replace(CODE, (code) => ' '.repeat(code.length));

/** A link of a page: its line and column, from 0, and what it names. */
export interface Link {
  readonly line: number;
  readonly at: number;
  readonly target: string;
}

/** All links of a page. */
export const linksIn = (text: string): readonly Link[] =>
  proseLines(text).flatMap(({ number, line }) =>
    [...withoutCode(line).matchAll(LINK)].map((found) => ({
      line: number,
      at: found.index,
      target: line.slice(found.index, found.index + found[0].length),
    })),
  );

const isElsewhere = (target: string): boolean => /^[a-z][a-z+.-]*:/iu.test(target);

/** Where a link leads: to a page (its source), to a file that is no page, nowhere (and why), or with none of them out of the repository. */
export interface Led {
  readonly page?: string;
  readonly anchor?: string;
  readonly file?: string;
  readonly dead?: string;
}

/** Where a link of a source leads. A folder is its README. */
export const follow = (home: string, pages: Pages, source: string, target: string): Led => {
  if (isElsewhere(target)) return {};
  const [, name = '', anchor] = /^([^#]*)(?:#(.*))?$/u.exec(target) ?? [];
  const at = name === '' ? source : path.posix.normalize(path.posix.join(path.posix.dirname(source), decodeURI(name))).replace(/\/$/u, '');
  const page = [at, `${at}/README.md`].find((candidate) => pages.has(candidate));
  if (page !== undefined) return { page, ...(anchor === undefined ? {} : { anchor }) };
  const file = path.join(home, at);
  if (at.startsWith('..') || !existsSync(file)) return { dead: `there is no ${at}` };
  return statSync(file).isFile() ? { file: at } : { dead: `${at} is a folder without a page` };
};

/** Where a file that is no page is found in the site: pictures as they are, all else as plain text, so that a browser shows it and runs nothing in it. */
const fileAddress = (file: string): string => {
  if (file.startsWith('docs/pictures/')) return `/${file.slice('docs/'.length)}`;
  const schema = /^packages\/policy-schema\/schemas\/(.*)$/u.exec(file)?.[1];
  return schema === undefined ? `/files/${file}.txt` : `/schemas/1/${schema}`;
};

/** The text of a source with its links as the site needs them; `onFile` hears of each file that a link leads to, with its address. Dead links stay as they are. */
export const relinked = (home: string, pages: Pages, source: string, text: string, onFile: (file: string, address: string) => void): string => {
  const lines = text.split('\n');
  for (const { line, at, target } of linksIn(text).toReversed()) {
    const { page, anchor, file } = follow(home, pages, source, target);
    const there = page === undefined ? undefined : pages.get(page);
    let fresh: string | undefined;
    if (there !== undefined) fresh = target.startsWith('#') ? target : `${addressOf(there)}${anchor === undefined ? '' : `#${anchor}`}`;
    if (file !== undefined) {
      fresh = fileAddress(file);
      onFile(file, fresh);
    }
    const before = lines[line] ?? '';
    if (fresh !== undefined) lines[line] = `${before.slice(0, at)}${fresh}${before.slice(at + target.length)}`;
  }
  return lines.join('\n');
};

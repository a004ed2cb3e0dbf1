// Headings of a page, and the anchors that they get: the same on the site as where the repository is read.

/** The anchor that GitHub gives to a heading, by its text without markup. */
export const slug = (heading: string): string =>
  heading
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, '')
    .replace(/ /gu, '-');

/** Text of a heading without its markup. */
const plain = (text: string): string =>
  text
    .replace(/!?\[([^\]]*)\]\([^)]*\)/gu, '$1')
    .replace(/[`*]/gu, '')
    .trim();

/** A line of a page, with its number from 0. */
export interface Line {
  readonly number: number;
  readonly line: string;
}

/** The lines of a page outside blocks of code. */
export const proseLines = (text: string): readonly Line[] => {
  const prose: Line[] = [];
  let fence: string | undefined;
  for (const [number, line] of text.split('\n').entries()) {
    const mark = /^\s*(`{3,}|~{3,})/u.exec(line)?.[1];
    if (fence !== undefined) {
      if (mark?.startsWith(fence) === true && line.trim() === mark) fence = undefined;
    } else if (mark !== undefined) fence = mark;
    else prose.push({ number, line });
  }
  return prose;
};

/** A heading: 1 is the title of the page. */
export interface Heading {
  readonly level: number;
  readonly text: string;
  readonly anchor: string;
}

/** All headings in their order; a second heading of the same words gets `-1`, as on GitHub. */
export const headingsOf = (text: string): readonly Heading[] => {
  const seen = new Map<string, number>();
  return proseLines(text).flatMap(({ line }) => {
    const [, marks, words] = /^(#{1,6})\s+(.+?)\s*#*$/u.exec(line) ?? [];
    if (marks === undefined || words === undefined) return [];
    const anchor = slug(plain(words));
    const before = seen.get(anchor) ?? 0;
    seen.set(anchor, before + 1);
    return [{ level: marks.length, text: plain(words), anchor: before === 0 ? anchor : `${anchor}-${before}` }];
  });
};

/** A page without its blocks of code: what is searched. */
export const withoutCode = (text: string): string =>
  proseLines(text)
    .map(({ line }) => line)
    .join('\n');

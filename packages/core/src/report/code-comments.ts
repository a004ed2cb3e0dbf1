import jsTokens from 'js-tokens';
import { LineMap } from '../source/line-map.js';
import { aloneOn, nextLines, withoutSpans, type Span } from './comment-spans.js';
import { DIRECTIVE_MARK, type Comment } from './comment.js';

const CODE = /\.([cm]?)([jt])s(x?)$/iu;
/** What may stand around a comment between the tags of JSX. */
const BRACED = /\{\s*$/u;

/** Whether a file holds JavaScript or TypeScript. */
export const isCodeFile = (path: string): boolean => CODE.test(path);

interface Found extends Span {
  readonly comment: string;
}

/** Comments in order, with the braces around those that stand between the tags of JSX. In strings, templates and patterns there are none. */
const commentsIn = (text: string, jsx: boolean): readonly Found[] => {
  const found: Found[] = [];
  let at = 0;
  for (const { type, value } of jsTokens(text, { jsx })) {
    const start = at;
    at += value.length;
    if (type !== 'SingleLineComment' && type !== 'MultiLineComment') continue;
    const before = type === 'MultiLineComment' ? (BRACED.exec(text.slice(Math.max(0, start - 100), start))?.[0].length ?? 0) : 0;
    const behind = before === 0 ? 0 : (/^\s*\}/u.exec(text.slice(at, at + 100))?.[0].length ?? 0);
    found.push({ comment: value, ...(behind === 0 ? { start, end: at } : { start: start - before, end: at + behind }) });
  }
  return found;
};

/** The words of a comment on one line, without the stars that stand before its lines. */
const wordsOf = (comment: string): string =>
  comment
    .slice(2, comment.startsWith('/*') && comment.endsWith('*/') ? -2 : undefined)
    .split(/\r\n|\n|\r/u)
    .map((line) => line.replace(/^[\s*]+/u, '').trim())
    .filter((line) => line !== '')
    .join(' ');

/** Comments of JavaScript and TypeScript (line comments, block comments, and those in braces of JSX) that speak to carelint. */
export const codeComments = (path: string, text: string): readonly Comment[] => {
  const [, , language, x] = CODE.exec(path) ?? [];
  // In TypeScript without JSX `<T>` is a type.
  const spans = commentsIn(text, language?.toLowerCase() === 'j' || x !== '');
  const bare = withoutSpans(text, spans);
  const map = new LineMap(text);
  const nextOf = nextLines(bare);
  return spans.flatMap(({ start, end, comment }) => {
    const words = wordsOf(comment);
    if (!words.startsWith(DIRECTIVE_MARK)) return [];
    const place = map.place(start, end);
    const next = nextOf[place.endLine];
    return [
      {
        text: words,
        place,
        alone: aloneOn(bare, place, map),
        ...(next === undefined ? {} : { next }),
      },
    ];
  });
};

import { describe, expect, it } from 'vitest';
import { compilePattern } from '../../src/words/pattern.js';
import { compileSet } from '../../src/words/phrases.js';
import { sentences } from '../../src/words/sentences.js';
import { prepare } from '../../src/words/tokens.js';

/** Pieces of which a long text may be made so that a careless expression begins anew at each of them. */
const PIECES = [
  '.',
  '!',
  '…',
  '。',
  '. ',
  ' .',
  '."',
  '"',
  "'",
  '<',
  '</',
  '<a ',
  '<b>',
  '{',
  '{{',
  '{{a',
  '${',
  '$.',
  '$(',
  '$["',
  '[',
  '[[',
  '(',
  '%',
  '{%',
  '&',
  '&#',
  '&amp',
  '⟨',
  '⟨a',
  '⟩',
  'a ',
  'A',
  '1a',
  'aB',
  "qu'",
  "l'a",
  "n't",
  'never say ',
  'we can ',
  'â',
  'Ã',
  'â€',
  '\u0301',
  'ﷺ',
  '\n',
  ' ',
  '\t',
  '\u200b',
  '\u00ad',
  '```',
  '\\',
  '_',
  '-',
  'constructor ',
  '😀',
  '\ud800',
];
const SET = ['we can … help', '!a a', 'a', 'never … say … never', 'qu … qu', '{number} … {}', '!never say'];
const PATTERNS = ['(a+)+$b', '(?:a|a)*c', '(?:.*){20}x', '[^x]{90}y', '(?:[abcdefghijklmnop]{9}){9}z', '\\b(?:\\w+\\s*)+\\.$q'];

const SHORT = 1500;
const TIMES = 16;
/** Sixteen times as much text may take sixteen times as long; quadratic work would take 256 times. Nothing is said of what hardly takes time. */
const MOST = 128;
const TOO_SHORT_TO_TELL = 40;

const least = (runs: number, work: () => void): number =>
  Math.min(
    ...Array.from({ length: runs }, () => {
      const begun = performance.now();
      work();
      return performance.now() - begun;
    }),
  );

const grows = (work: (text: string) => unknown, piece: string, length = SHORT): void => {
  const text = piece.repeat(Math.ceil(length / piece.length));
  const long = text.repeat(TIMES);
  const ratio = (runs: number): number =>
    least(runs, () => work(`${long}x`)) /
    Math.max(
      1,
      least(3, () => work(`${text}x`)),
    );
  if (least(1, () => work(`${long}x`)) < TOO_SHORT_TO_TELL) return;
  // Anew, if the machine was busy.
  if (ratio(1) > MOST) expect(ratio(3), JSON.stringify(piece)).toBeLessThan(MOST);
};

describe('what is done with a text takes time in proportion to it', () => {
  it.each<readonly [string, (text: string) => unknown]>([
    ['cutting it into words', prepare],
    ['cutting it into sentences', sentences],
    ['looking for phrases', (text) => compileSet(SET).find(text)],
    [
      'looking for phrases, all of which are shielded',
      (text) => compileSet(['!a b', '!b a', 'a', 'b', '!qu qu', 'qu']).find(text.replaceAll('x', 'b')),
    ],
  ])('%s', (_, work) => {
    for (const piece of PIECES) grows(work, piece);
  });

  it.each(PATTERNS)('matching /%s/', (source) => {
    const pattern = compilePattern(source);
    for (const piece of ['a', 'ab ']) grows((text) => pattern.test(text), piece, 500);
  });
});

describe('a word that every object knows', () => {
  it('is a word like any other', () => {
    expect(prepare('The constructor, toString and __proto__ of it').words).toEqual([
      'the',
      'constructor',
      'to',
      'string',
      'and',
      'proto',
      'of',
      'it',
    ]);
    expect(compileSet(['the constructor']).find('Ask the constructor.')?.phrase).toBe('the constructor');
  });

  it('leans on no more words than people say', () => {
    expect(prepare("jusqu'qu'elle l'agent").words).toEqual(["jusqu'", "qu'", 'elle', "l'", 'agent']);
    expect(prepare("qu'".repeat(100_000)).words.length).toBeLessThan(20);
  });
});

describe('shields', () => {
  it.each<readonly [readonly string[], string, string | undefined]>([
    [['a', '!b a'], 'b a b a', undefined],
    [['a', '!b a'], 'b a c a', 'a'],
    [['a', '!a b'], 'a b a', 'a'],
    [['a b', '!b c'], 'a b c', 'a b'],
    [['b', '!a b c d'], 'a b c d', undefined],
    [['b', '!a b c d', '!c d'], 'b a b c d', 'b'],
  ])('%j in "%s"', (phrases, text, found) => {
    expect(compileSet(phrases).find(text)?.phrase).toBe(found);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compilePattern } from '../../src/words/pattern.js';
import { PatternError } from '../../src/words/pattern-parse.js';

const problem = (source: string): PatternError => {
  try {
    compilePattern(source);
  } catch (error) {
    if (error instanceof PatternError) return error;
    throw error;
  }
  throw new Error(`${source} was taken`);
};

describe('compilePattern', () => {
  it.each([
    ['asks? for (a )?human( agent)? (\\d+|two|three) times', 'If the user asks for a human agent 4 times, transfer', true],
    ['asks? for (a )?human( agent)? (\\d+|two|three) times', 'If the user asks for a human, transfer', false],
    ['\\bstop\\b', 'It stopped', false],
    ['\\bécrire\\b', 'à écrire', true],
    ['^hello$', 'HELLO', true],
    ['^hello$', 'hello you', false],
    ['[^a-c]', 'abcabc', false],
    ['[a-c-]{2}', 'x-c', true],
    ['\\p{Lu}\\u00e9?x', 'QÉX', true],
    ['a.c', 'a\nc', false],
    ['(?:|x)y', 'y', true],
    ['x{2,}', 'x', false],
    ['x{0}y', 'y', true],
    ['(?<name>ab)+', 'abab', true],
    ['\\.\\-\\/', '.-/', true],
    ['\\x41', 'a', true],
  ])('%s in %j: %s', (source, text, expected) => {
    expect(compilePattern(source).test(text)).toBe(expected);
  });

  it.each([
    ['(', 'never closed', 0],
    ['a)', 'without its', 1],
    ['[a', 'never closed', 0],
    ['*a', 'nothing to repeat', 0],
    ['^*', 'nothing to repeat', 0],
    ['a**', 'cannot be repeated', 2],
    ['a{3,1}', 'wrong way round', 6],
    ['a{x', 'must begin a repetition', 1],
    ['[z-a]', 'wrong way round', 4],
    ['(?=a)', 'Looking ahead', 0],
    ['(?<!a)b', 'Looking ahead', 0],
    ['(a)\\1', 'Referring back', 3],
    ['\\q', 'has no meaning', 0],
    ['a\\', 'single backslash', 2],
    ['\\p{Nonsense}', 'no property', 12],
    ['((a{100}){100}){100}', 'too large', 0],
    ['('.repeat(60), 'inside each other', 50],
    ['a'.repeat(1001), 'longer than', 1000],
  ])('refuses %s', (source, message, at) => {
    const error = problem(source);
    expect(error.message).toContain(message);
    expect(error.at).toBe(at);
  });

  it('quotes the sentence', () => {
    expect(compilePattern('call\\s+back').find('Hello. Please call  back. Bye.')?.text).toBe('Please call back.');
  });

  it.each(['(a+)+$', '(a|a)*b', '(a*)*b', '(.*)*x', '(x+x+)+y', '.*.*.*.*=.*'])('is not stalled by %s', (source) => {
    const began = performance.now();
    expect(compilePattern(source).test(`${'a'.repeat(50_000)}!`)).toBe(false);
    expect(performance.now() - began).toBeLessThan(5_000);
  });
});

describe('against the engine of JavaScript', () => {
  const { pattern } = fc.letrec<{ atom: string; pattern: string }>((tie) => ({
    atom: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      fc.constantFrom('a', 'b', 'C', '.', '\\d', '\\s', '\\w', '[ab]', '[^a]', '[a-c1]', '\\S', '^', '$', '\\.'),
      tie('pattern').map((inner) => `(?:${inner})`),
    ),
    pattern: fc
      .array(fc.array(fc.tuple(tie('atom'), fc.constantFrom('', '', '', '*', '+', '?', '{2}', '{0,2}', '{0,}', '*?', '+?')), { maxLength: 3 }), {
        minLength: 1,
        maxLength: 3,
      })
      .map((ways) => ways.map((parts) => parts.map(([atom, times]) => (atom === '^' || atom === '$' ? atom : atom + times)).join('')).join('|')),
  }));

  it('agrees', () => {
    fc.assert(
      fc.property(pattern, fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'C', '1', ' ', '.', '\n', 'é'), maxLength: 10 }), (source, text) => {
        fc.pre(source.length < 60);
        const inJavaScript = source.replaceAll('\\w', '[\\p{L}\\p{N}_]');
        expect(compilePattern(source).test(text)).toBe(new RegExp(inJavaScript, 'iu').test(text));
      }),
      { numRuns: 3000 },
    );
  });
});

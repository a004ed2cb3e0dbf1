import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileSet } from '../../src/words/phrases.js';
import { prepare, wordsOf } from '../../src/words/tokens.js';

const hit = (phrases: string[], text: string): string | undefined => compileSet(phrases).find(text)?.phrase;

describe('compileSet', () => {
  it.each([
    ['whole words only', 'pin', 'We are shipping your order', undefined],
    ['accents beside words', 'écrire', 'Vous pouvez nous à écrire demain', 'écrire'],
    ['upper and lower case', 'call back later', 'CALL BACK LATER.', 'call back later'],
    ['a curly apostrophe', "I can't help you", 'Sorry. I can’t help you.', "I can't help you"],
    ['short and long forms', "I can't help you", 'I cannot help you', "I can't help you"],
    ['an adverb between two words', 'call back later', 'Call back please later', 'call back later'],
    ['not two adverbs', 'call back later', 'Call back please now later', undefined],
    ['no other word between', 'call back later', 'Call back much later', undefined],
    ['an elided article', 'agent', "Veuillez attendre l'agent", 'agent'],
    ['a gap of four', 'connect you … agent', 'I connect you to the next available agent', 'connect you … agent'],
    ['a gap of none', 'connect you … agent', 'I connect you agent', 'connect you … agent'],
    ['not a gap of five', 'connect you … agent', 'I connect you to the very next available agent', undefined],
    ['numbers', 'within {number} hours', 'We call you within 24 hours.', 'within {number} hours'],
    ['numbers that touch a letter', 'at {number} am', 'We open at 8am', 'at {number} am'],
    ['any dynamic part', 'case number is {}', 'Your case number is {{ case.id }}.', 'case number is {}'],
    ['a named dynamic part', 'by {time}', 'We ring you by ⟨time⟩', 'by {time}'],
    ['another dynamic part', 'by {time}', 'Answered by ⟨agent⟩', undefined],
    ['a hyphen', 'call back', 'Request a call-back', 'call back'],
    ['names of intents', 'talk to agent', 'TalkToAgent', 'talk to agent'],
    ['not over a full stop', 'we are closed', 'This is who we are. Closed today', undefined],
    ['a point inside a short form', 'at {number} a.m.', 'We open at 8 a.m. tomorrow', 'at {number} a.m.'],
    ['markup', 'call back later', '<speak>call <break time="1s"/> back later</speak>', 'call back later'],
    ['what must not be said', "I can't help you", 'Never say "I can\'t help you".', undefined],
  ])('%s', (_, phrase, text, expected) => {
    expect(hit([phrase], text)).toBe(expected);
  });

  it('shields what stands in a harmless phrase', () => {
    const closed = ['we are closed', '!if we are closed', '!when we are closed'];
    expect(hit(closed, 'If we are closed, leave a message.')).toBeUndefined();
    expect(hit(closed, 'If we are closed, we say: we are closed.')).toBe('we are closed');
  });

  it('quotes the sentence', () => {
    expect(compileSet(['try again later']).find('Hello.  We are\nbusy; try again later. Goodbye.')).toEqual({
      phrase: 'try again later',
      start: 20,
      end: 35,
      text: 'We are busy; try again later.',
    });
  });

  it('says nothing of an empty set', () => {
    expect(hit([], 'anything')).toBeUndefined();
    expect(hit(['', '…'], 'anything')).toBeUndefined();
  });
});

describe('against the obvious matcher', () => {
  const ADVERBS = new Set(['please', 'leider']);
  const fits = (word: string, wanted: string): boolean => word === wanted || (wanted === '⟨number⟩' && /^\d+$/u.test(word));
  const matchesAt = (words: readonly string[], at: number, phrase: readonly string[], i: number): boolean => {
    if (i === phrase.length) return true;
    if (phrase[i] === '…') return [0, 1, 2, 3, 4].some((skip) => matchesAt(words, at + skip, phrase, i + 1));
    const word = words[at];
    if (word === undefined) return false;
    if (fits(word, phrase[i]!) && matchesAt(words, at + 1, phrase, i + 1)) return true;
    return (
      i > 0 &&
      phrase[i - 1] !== '…' &&
      ADVERBS.has(word) &&
      words[at + 1] !== undefined &&
      fits(words[at + 1]!, phrase[i]!) &&
      matchesAt(words, at + 2, phrase, i + 1)
    );
  };
  const slow = (phrases: string[], text: string): boolean => {
    const { words } = prepare(text);
    return phrases.some((phrase) => words.some((_, at) => matchesAt(words, at, wordsOf(phrase), 0)));
  };
  const word = fc.constantFrom('a', 'b', 'c', 'please', 'leider', '7');
  const phrase = fc
    .tuple(
      fc.constantFrom('a', 'b', '{number}'),
      fc.array(fc.constantFrom('a', 'b', 'c', '…', '{number}'), { maxLength: 4 }),
      fc.constantFrom('a', 'b'),
    )
    .map(([first, middle, last]) => [first, ...middle.filter((x, i) => x !== '…' || middle[i - 1] !== '…'), last].join(' '));

  it('agrees', () => {
    fc.assert(
      fc.property(fc.array(phrase, { maxLength: 4 }), fc.array(word, { maxLength: 14 }), (phrases, words) => {
        const text = words.join(' ');
        expect(compileSet(phrases).find(text) !== undefined).toBe(slow(phrases, text));
      }),
      { numRuns: 2000 },
    );
  });

  it('never throws, and its offsets lie in the text', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme' }), { maxLength: 5 }), fc.string({ unit: 'grapheme', maxLength: 80 }), (phrases, text) => {
        const prepared = prepare(text);
        const match = compileSet(phrases).find(prepared);
        if (match !== undefined) {
          expect(match.start).toBeGreaterThanOrEqual(0);
          expect(match.start).toBeLessThan(match.end);
          expect(match.end).toBeLessThanOrEqual(prepared.text.length);
        }
      }),
    );
  });

  it('is linear in the text', () => {
    const set = compileSet(['a … a … a … a … b', 'a a a a a a a b']);
    const began = performance.now();
    expect(set.find('a '.repeat(200_000))).toBeUndefined();
    expect(performance.now() - began).toBeLessThan(5_000);
  });
});

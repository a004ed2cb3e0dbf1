import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clean, hasOpenHole, normalise } from '../../src/words/clean.js';
import { repairMojibake } from '../../src/words/mojibake.js';
import { sentences } from '../../src/words/sentences.js';

describe('clean', () => {
  it.each([
    ['<speak>Hello <prosody rate="slow">there</prosody>.</speak>', 'Hello there.'],
    ['Tom &amp; Ann&#39;s', "Tom & Ann's"],
    ['Hello $.Attributes.firstName, welcome', 'Hello ⟨firstName⟩, welcome'],
    ["$.External['Closed Message']", '⟨Closed Message⟩'],
    ['Number {{ case.number }} and ${order} and {time}.', 'Number ⟨number⟩ and ⟨order⟩ and ⟨time⟩.'],
    ['ﬁne  \n\t text', 'fine text'],
    ['2 < 3 and 5 > 4', '2 < 3 and 5 > 4'],
    ['Costs $.50', 'Costs ⟨50⟩'],
    ['', ''],
  ])('%j', (text, expected) => {
    expect(clean(text)).toBe(expected);
  });

  it('has one normal form', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(clean(clean(text))).toBe(clean(text));
      }),
    );
    expect(normalise('I’M Here')).toBe("i'm here");
  });

  it('is not stalled by marks that never close', () => {
    const began = performance.now();
    for (const mark of ['<a', '⟨', '{', '{{', '${', '$.a', '&', 'Ã', 'â']) clean(mark.repeat(50_000));
    expect(performance.now() - began).toBeLessThan(5_000);
  });

  it('knows which dynamic parts may hide words', () => {
    expect(hasOpenHole(clean('Hello {name}, your case number is {{caseNumber}}'))).toBe(false);
    expect(hasOpenHole(clean('$.External.closedMessage'))).toBe(true);
    expect(hasOpenHole('no hole')).toBe(false);
  });
});

describe('repairMojibake', () => {
  it.each([
    ['Iâ€™m', 'I’m'],
    ['I\u00e2\u0080\u0099m', 'I’m'],
    ['Ã¼ber', 'über'],
    ['Iâm sure you donât', "I'm sure you don't"],
    ['Â© 2026', '© 2026'],
    ['Spaß«', 'Spaß«'],
    ['le dégât et les pâtes', 'le dégât et les pâtes'],
    ['plain', 'plain'],
  ])('%s', (text, expected) => {
    expect(repairMojibake(text)).toBe(expected);
  });

  it('undoes what a wrong reading did', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('a', ' ', 'é', 'ü', 'ñ', '’', '“', '…', '–', '£')), (parts) => {
        const right = parts.join('');
        const wrong = new TextDecoder('windows-1252').decode(new TextEncoder().encode(right));
        expect(repairMojibake(wrong)).toBe(right);
      }),
    );
  });
});

describe('sentences', () => {
  it.each([
    ['One. Two! Three?', ['One.', 'Two!', 'Three?']],
    ['We open at 8 a.m. on weekdays. Bye', ['We open at 8 a.m. on weekdays.', 'Bye']],
    ['It costs 3.50 a month', ['It costs 3.50 a month']],
    ['He said "no." Then left', ['He said "no."', 'Then left']],
    ['Line one\nline two', ['Line one', 'line two']],
    ['Das ist z.B. so. Gut', ['Das ist z.B. so.', 'Gut']],
    ['...', ['...']],
    ['  ', []],
  ])('%j', (text, expected) => {
    expect(sentences(text)).toEqual(expected);
  });

  it('loses nothing but blanks', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(sentences(text).join('').replace(/\s/gu, '')).toBe(text.replace(/\s/gu, ''));
      }),
    );
  });
});

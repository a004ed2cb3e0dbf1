import { describe, expect, it } from 'vitest';
import { compileSaidPattern, compileWords, says, whereSaid } from '../../src/words/says.js';
import { prepare } from '../../src/words/tokens.js';

const refusal = compileWords({ en: ['cannot help you'], de: ['da kann ich Ihnen nicht helfen'] });

describe('says', () => {
  it.each([
    ['said', "I can't help you", 'en-GB', 2],
    ['not said', 'Of course', 'en', 0],
    ['no words', undefined, 'en', 1],
    ['a part that may hide it', '$.External.message', 'en', 1],
    ['a part that is a value', 'Hello ⟨name⟩', 'en', 0],
    ['said beside a dynamic part', "I can't help you, $.External.message", 'en', 2],
    ['a language without such a set', 'Nem tudok', 'hu', 1],
    ['no language, said in one of them', 'Da kann ich Ihnen leider nicht helfen.', undefined, 2],
    ['no language, not said', 'Of course', undefined, 0],
    ['the wrong language', 'Da kann ich Ihnen nicht helfen.', 'en', 0],
    ['an underscore in the tag', "I can't help you", 'en_US', 2],
  ])('%s', (_, text, language, expected) => {
    expect(says(text, language, refusal)).toBe(expected);
  });

  it('takes patterns in every language', () => {
    const pattern = compileSaidPattern('\\bnem\\b');
    expect(says('Nem tudok', 'hu', pattern)).toBe(2);
    expect(says('Tudok', 'hu', pattern)).toBe(0);
  });

  it('tells where', () => {
    expect(whereSaid(prepare("Sorry. I can't help you."), 'en', refusal)?.text).toBe("I can't help you.");
    expect(whereSaid('Nem', 'hu', refusal)).toBeUndefined();
  });
});

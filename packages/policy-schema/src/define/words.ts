/** Phrase sets of one language: `words: en`. */
import { block, document, ID, LANGUAGE, property } from './build.js';

const phraseSet = {
  type: 'array',
  minItems: 1,
  items: { type: 'string', minLength: 1 },
};

export const words = document('words', {
  ...block(
    'Phrase sets',
    'Phrases of one language, by the name of the set that rules use in `says`.',
    {
      words: property('Words', 'The language of the phrases, as a tag.', ['en'], {
        type: 'string',
        pattern: LANGUAGE,
        patternErrorMessage: 'Write a language tag: en, en-GB, es.',
      }),
    },
    ['words'],
    { words: 'en', refusal: ["I can't help you", 'there is nothing I can do'] },
  ),
  propertyNames: { pattern: ID, patternErrorMessage: 'Use small letters, digits and hyphens, such as thanks-only.' },
  additionalProperties: phraseSet,
});

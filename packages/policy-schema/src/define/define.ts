/** `define.yaml`: names for patterns. */
import { block, document, ID, property, ref, text } from './build.js';
import { patternDefinitions } from './patterns.js';
import type { Schema } from '../schema.js';

const names = (title: string, description: string, example: object, additionalProperties: Schema): Schema =>
  property(title, description, [example], {
    type: 'object',
    minProperties: 1,
    propertyNames: { pattern: ID, patternErrorMessage: 'Use small letters, digits and hyphens.' },
    additionalProperties,
  });

export const define = document(
  'define',
  block(
    'Definitions',
    'Names for patterns, once for all rules. A name may use other names, never in a circle.',
    {
      define: property('Define', 'The version of this format.', [1], { type: 'integer', enum: [1] }),
      about: text('About', 'In a sentence or two: what these names are for.', 'Names of our bank, beside the built-in ones.'),
      patterns: names('Patterns', 'Names for steps.', { help: ['person', 'queue', 'callback', 'voicemail'] }, ref('step-pattern')),
      edges: names('Edges', 'Names for sets of events.', { unheard: ['timeout', 'no-input', 'no-match'] }, ref('edge-pattern')),
      units: names(
        'Units',
        'What `within` and `by` may count, besides the steps of a pattern, each with what it means.',
        { clicks: 'edges choice and link' },
        { type: 'string', minLength: 1 },
      ),
    },
    ['define'],
    { define: 1, patterns: { help: ['person', 'callback'] } },
  ),
  patternDefinitions,
);

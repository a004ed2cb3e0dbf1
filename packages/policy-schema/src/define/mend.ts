/** How a finding is mended: `fix` and `suggest` of a rule. */
import { ARTEFACT_KINDS, STEP_KINDS } from '../vocabulary.js';
import { block, list, oneOf, oneOrMore, property, text } from './build.js';
import type { Schema, Schemas } from '../schema.js';

const edits: Schemas = {
  attribute: property(
    'Attribute',
    'Attributes of the element that the finding points at, each with the value it gets; `null` takes it away. Pages only.',
    [{ checked: null }],
    {
      type: 'object',
      minProperties: 1,
      propertyNames: { pattern: '^[a-z][a-z0-9-]*$', patternErrorMessage: 'Write the name of an attribute in small letters.' },
      additionalProperties: { type: ['string', 'null'] },
    },
  ),
  text: block(
    'Text',
    'What the finding points at, as it is written, gets another beginning, or is replaced.',
    {
      is: text('Is', 'All that is written there.', 'true'),
      begins: text('Begins', 'How it begins.', 'tel:'),
      like: property('Like', 'What else it is like, as an expression between slashes.', ['/^tel:[^@]+@[^@]+$/'], {
        type: 'string',
        pattern: '^/.+/$',
        patternErrorMessage: 'Write an expression between slashes.',
      }),
      becomes: property('Becomes', 'What stands there instead.', ['false', 'mailto:'], { type: 'string' }),
    },
    ['becomes'],
    { is: 'true', becomes: 'false' },
  ),
  keys: property(
    'Keys',
    'Keys of the map that the finding points at, each with the value it gets; `null` takes it away. `{team}` is the team that the document names. Documents of carelint only.',
    [{ 'looked-at-every': '1 year' }],
    { type: 'object', minProperties: 1 },
  ),
  'lead-to': oneOf(
    'Lead to',
    'Where the outcome by which the journey leaves its first step is to lead. Flows of carelint only.',
    {
      person: 'A person',
      callback: 'A callback',
      voicemail: 'Voicemail',
    },
    'person',
  ),
};

const mend = (title: string, description: string): Schema => ({
  ...block(
    title,
    description,
    {
      title: text('Title', 'What the edit does, as an order.', 'Leave the box empty'),
      in: oneOrMore('In', 'Kinds of documents in which it holds. Left out: in all that the rule reads.', ARTEFACT_KINDS, 'flow'),
      at: property(
        'At',
        'The edit is made at the first station of the journey of this kind, and not at what the finding points at. `keys` only.',
        ['voicemail'],
        { type: 'string', enum: STEP_KINDS },
      ),
      ...edits,
    },
    ['title'],
    { title: 'Leave the box empty', attribute: { checked: null } },
  ),
  not: { propertyNames: { enum: ['title', 'in', 'at'] } },
  errorMessage: `Say what is edited: one of ${Object.keys(edits).join(', ')}.`,
});

const example = { title: 'Leave the box empty', attribute: { checked: null } };

/** `fix` and `suggest`, as keys of a rule. */
export const mendKeys: Schemas = {
  fix: list(
    'Fix',
    'Edits that `--fix` makes: only what anybody who owns the document would have written, and what changes nothing else for customers.',
    mend('Fix', 'An edit that is certain and safe.'),
    [example],
  ),
  suggest: list(
    'Suggest',
    'Edits that are shown and never made: somebody has to decide.',
    mend('Suggestion', 'An edit that somebody has to decide on.'),
    [{ title: 'Pass them to a person', 'lead-to': 'person' }],
  ),
};

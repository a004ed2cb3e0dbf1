/** Rules: `rule.yaml`. */
import { ARTEFACT_KINDS, ASSERTIONS, CHANNELS, ROLES } from '../vocabulary.js';
import type { AssertionName, CERTAINTIES, LEVELS } from '../vocabulary.js';
import { block, document, id, ID, ids, list, oneOf, property, ref, text } from './build.js';
import { mendKeys } from './mend.js';
import { bound, edges, fields, jsonSchema, number, patternDefinitions, phrases, phrasesOrSteps, some, stepPatternShape, steps } from './patterns.js';
import type { Schema, Schemas } from '../schema.js';

const times = number('Times', 'How often at least.', 3, 1);

const pathKeys: Schemas = {
  from: steps('From', 'Where the journey begins. Each such step is judged alone.', 'start', 'verify'),
  'leaving-by': edges('Leaving by', 'How the first step is left. Left out: as in `along`.', 'failed', [{ on: 'choice', says: 'human' }]),
  along: edges('Along', 'How the journey may go on. Left out: every way but `fault`.', 'system'),
  through: steps('Through', 'What it must pass.', 'transfer'),
  to: steps('To', 'Where it ends.', 'cut-off', ['person', 'queue']),
  avoiding: steps('Avoiding', 'What it must not touch, `to` included and `from` not.', 'relief'),
  within: bound('Within', 'How long the journey may be.', { efforts: '$max' }),
  times: number('Times', 'How many steps of `through` it passes, at least.', 3, 1),
};
const pathExample = { from: 'verify', 'leaving-by': 'failed', along: 'system', to: 'cut-off', avoiding: 'relief' };
const path = (title: string, description: string): Schema => block(title, description, pathKeys, ['from', 'to'], pathExample);

/** What is known of a text besides its words. */
const TEXT_FIELDS = ['speaker', 'place', 'legal', 'language', 'as'];

const BODIES: Readonly<Record<AssertionName, Schema>> = {
  step: property(
    'Step',
    'A step that customers can reach and that matches. A kind of step, a name from define.yaml, or a block; a list means any of them.',
    ['play', { kind: 'voicemail', with: { delivered: { const: false } } }],
    stepPatternShape({ times }),
  ),
  path: path('Path', 'A journey of at least one edge, from one step to another, that never comes back to its own start.'),
  loop: block(
    'Loop',
    'A way round that passes a step and comes back to it.',
    {
      through: pathKeys['through'] ?? {},
      along: pathKeys['along'] ?? {},
      avoiding: pathKeys['avoiding'] ?? {},
    },
    ['through'],
    { through: 'transfer', along: 'system', avoiding: 'help' },
  ),
  longer: block(
    'Longer',
    'One journey that costs more than another.',
    {
      path: path('Path', 'The journey that must not cost more.'),
      than: path('Than', 'The journey that it is compared with.'),
      by: bound('By', 'How much more is allowed.', { clicks: '$slack' }),
    },
    ['path', 'than', 'by'],
    { path: { from: 'start', to: 'cancelled' }, than: { from: 'start', to: 'joined' }, by: { clicks: 1 } },
  ),
  value: block(
    'Value',
    'A value of the document.',
    {
      at: property(
        'At',
        'Where: a JSONPath (RFC 9535). Put it in quotes. Options cannot stand in it: use `matches`.',
        ["$.fees[?@.basis == 'none']"],
        { type: 'string', pattern: '^\\$', patternErrorMessage: 'A JSONPath starts with $, such as $.fees[*].' },
      ),
      matches: jsonSchema('Matches', 'What the value is like, as a JSON Schema. Left out: any value.', { required: ['owner'] }),
      times,
    },
    ['at'],
    { at: '$.measures[*]', matches: { required: ['owner'] } },
  ),
  text: block(
    'Text',
    'Something that is said or written.',
    {
      says: phrases('Says', 'What is said.', 'refusal'),
      with: fields('What else is known of the text.', { speaker: { const: 'agent' } }, TEXT_FIELDS),
      not: property('Not', 'What the same text must not be.', [{ says: 'legal-notice' }], {
        type: 'object',
        additionalProperties: false,
        minProperties: 1,
        properties: {
          says: phrases('Says', 'What it must not say.', 'legal-notice'),
          with: fields('What it must not be.', { legal: { const: true } }, TEXT_FIELDS),
        },
      }),
      avoiding: phrasesOrSteps('Avoiding', 'What mends it, when it comes soon.', 'offer', ['offer', { kind: ['person', 'callback'] }]),
      within: property('Within', 'How near `avoiding` must stand: so many sentences after it. Left out: three.', [{ sentences: 2 }], {
        type: 'object',
        additionalProperties: false,
        required: ['sentences'],
        properties: { sentences: number('Sentences', 'How many sentences on; 0 is the same sentence.', 2) },
      }),
      times,
    },
    ['says'],
    { says: 'refusal', avoiding: 'offer', within: { sentences: 2 } },
  ),
};

/** Assertions that may stand under a key: one, or a list of which all must hold. */
const assertions = (title: string, description: string, names: readonly AssertionName[], example: object): Schemas => {
  const one = {
    additionalProperties: false,
    minProperties: 1,
    maxProperties: 1,
    properties: Object.fromEntries(names.map((name) => [name, ref(name)])),
  };
  return {
    [title.toLowerCase()]: property(title, description, [example], {
      type: ['object', 'array'],
      ...one,
      minItems: 1,
      items: { title: 'Assertion', type: 'object', ...one },
    }),
  };
};

const FORBIDDEN = Object.keys(ASSERTIONS) as readonly AssertionName[];
const REQUIRED = FORBIDDEN.filter((name) => name !== 'loop' && name !== 'longer');

const ABOUT = [...ARTEFACT_KINDS, 'any', 'service'];
const about = property(
  'About',
  'Which documents the rule reads: kinds (a list means any of them), `any`, `service` (all of them as one), or a block.',
  ['flow', ['site', 'code'], { kind: 'flow', role: 'entry' }],
  {
    type: ['string', 'array', 'object'],
    pattern: `^(${ABOUT.join('|')})$`,
    patternErrorMessage: `One of: ${ABOUT.join(', ')}.`,
    minItems: 1,
    items: { type: 'string', enum: ABOUT },
    additionalProperties: false,
    minProperties: 1,
    properties: {
      kind: some('Kind', 'What the document is.', ABOUT, 'flow'),
      role: some('Role', 'What the flow is for.', ROLES, 'entry', ['entry', 'hold']),
      channel: some('Channel', 'Where the customer is.', CHANNELS, 'phone'),
      topic: property('Topic', 'What it is about. A list means any of them.', ['complaint', ['service', 'complaint']], {
        type: ['string', 'array'],
        pattern: ID,
        patternErrorMessage: 'Use small letters, digits and hyphens.',
        minItems: 1,
        items: ids,
      }),
    },
  },
);

export const RULE_ID = '^([a-z0-9]+(-[a-z0-9]+)*/)?[a-z0-9]+(-[a-z0-9]+)*$';
export const ruleId = (title: string, description: string, example: string): Schema =>
  property(title, description, [example], {
    type: 'string',
    pattern: RULE_ID,
    patternErrorMessage: 'Write the id of a rule, such as no-human-route or our-bank/no-fax.',
  });

const options = property(
  'Options',
  'What users of the rule may set, each a JSON Schema with a default. In the rule, `$name` stands for the value.',
  [{ max: { type: 'integer', default: 2 } }],
  {
    type: 'object',
    minProperties: 1,
    propertyNames: {
      pattern: '^(?!(level|because)$)[a-z][A-Za-z0-9]*(-[a-z0-9]+)*$',
      patternErrorMessage: 'Use small letters, digits and hyphens; `level` and `because` are taken.',
    },
    additionalProperties: { title: 'Option', type: 'object', required: ['default'] },
  },
);

const source = block(
  'Source',
  'Where the demand comes from.',
  {
    seed: text('Seed', 'Number of a claim in the articles that the product starts from.', 'M98'),
    law: text('Law', 'A law or standard, by its short name.', 'de-312k'),
    says: text('Says', 'Its words, or their gist.', 'Customers are transferred without end.'),
    note: text('Note', 'What to keep in mind.', 'In force since July 2022'),
  },
  [],
  { seed: 'M98' },
);

const facts: Schemas = {
  rule: ruleId('Rule', 'The id of the rule; the name of its folder.', 'verify-failure-dead-end'),
  title: text('Title', 'What is right, as a sentence.', 'A customer who cannot verify still gets help'),
  suffers: text(
    'Suffers',
    'What a customer goes through when the rule is broken.',
    'They have lost a password, are told to call back, and are cut off.',
  ),
  ask: text(
    'Ask',
    'The question that somebody asks who listens to a call or reads a reply, such that yes is good: `carelint checklist` makes a list of them. Left out of a built-in rule: nobody hears it in a contact. Left out of one of your own: its title is asked.',
    'Was a customer who could not prove who they are still helped?',
  ),
  about,
  level: oneOf(
    'Level',
    'How grave it is.',
    { error: 'A customer is let down', warning: 'A customer is likely to be let down', advice: 'It could be better' } satisfies Record<
      (typeof LEVELS)[number],
      string
    >,
    'error',
  ),
  certainty: oneOf(
    'Certainty',
    'How sure a finding is.',
    { high: 'Proved', medium: 'Very likely', low: 'A guess; only the strict pack speaks' } satisfies Record<(typeof CERTAINTIES)[number], string>,
    'high',
  ),
};
const logic: Schemas = {
  forbid: ref('forbid'),
  require: ref('require'),
  check: id('Check', 'The name of a check written in code, for what no assertion can say.', 'menu-depth'),
};
const rest: Schemas = {
  options,
  message: text(
    'Message',
    'What a finding says. `{from}`, `{to}`, `{event}`, `{value}` and their like are filled in.',
    'When {from} fails ({event}) the customer is cut off.',
  ),
  instead: text('Instead', 'What to do about it.', 'Offer a second way to verify, a person, a callback or voicemail.'),
  coach: text(
    'Coach',
    'What to do instead for whoever talks with customers, where `instead` is about how a flow is built. Left out: as `instead`.',
    'Use another proof, do what can be done, and send a link so that it works the next time.',
  ),
  ...mendKeys,
  'not-when': text('Not when', 'Where the rule does not apply, for people to read.', 'A fraud lock that still offers a person.'),
  'yields-to': list(
    'Yields to',
    'Rules that say the same more precisely: where one of them speaks, this one is silent.',
    { type: 'string', pattern: RULE_ID },
    ['verify-failure-dead-end'],
  ),
  'unless-assumed': id('Unless assumed', 'A fact that the config may assume, and with which the rule is kept.', 'case-on-contact'),
  sources: list(
    'Sources',
    'Where the demand comes from.',
    { ...source, not: { propertyNames: { enum: ['says', 'note'] } }, errorMessage: 'A source names a `seed` or a `law`.' },
    [{ seed: 'M98' }],
  ),
  tags: list('Tags', 'Words to find the rule by.', ids, ['phone']),
};

export const rule = document(
  'rule',
  {
    ...block(
      'Rule',
      'What a service must or must not do to its customers, checked on every document it reads.',
      { ...facts, ...logic, ...rest },
      ['rule', 'title', 'suffers', 'about', 'level', 'certainty', 'message', 'instead'],
      {
        rule: 'transfer-loop',
        title: 'No customer is sent in a circle',
        suffers: 'They are passed on and on.',
        about: 'flow',
        level: 'error',
        certainty: 'high',
        forbid: { loop: { through: 'transfer', along: 'system', avoiding: 'help' } },
        message: '{from} leads back to itself ({path}).',
        instead: 'End the chain with a person.',
      },
    ),
    not: { propertyNames: { enum: [...Object.keys(facts), ...Object.keys(rest)] } },
    errorMessage: 'The rule says nothing yet. Add `forbid`, `require` or `check`.',
  },
  {
    ...assertions('Forbid', 'What must not be possible: one assertion, or a list of which all must hold.', FORBIDDEN, { path: pathExample }),
    ...assertions('Require', 'What must be possible: one assertion, or a list of which all must hold.', REQUIRED, {
      path: { from: 'start', to: ['person', 'callback'], within: { efforts: 2 } },
    }),
    ...BODIES,
    ...patternDefinitions,
  },
);

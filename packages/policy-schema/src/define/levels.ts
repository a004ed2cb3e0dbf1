/** How config and packs switch rules on and off: a level, or a block with the level and options. */
import { LEVELS } from '../vocabulary.js';
import { oneOf, property, ref } from './build.js';
import { because } from './common.js';
import type { Schema, Schemas } from '../schema.js';

const level = oneOf(
  'Level',
  'How loud the rule is. `off` needs `because`.',
  { error: 'An error', warning: 'A warning', advice: 'A hint', off: 'Says nothing' },
  'warning',
);

const offNeedsAReason: Schema = {
  title: 'Off needs a reason',
  description: 'Whoever switches a rule off says why.',
  examples: [{ level: 'off', because: 'We have no transfers.' }],
  if: { type: 'object', properties: { level: { const: 'off' } }, required: ['level'] },
  then: { required: ['because'] },
};

/** Definitions that `setting` refers to. */
export const settingDefinitions: Schemas = { level, because, 'off-needs-a-reason': offNeedsAReason };

const EXAMPLES = ['error', { level: 'warning', because: 'Until the new system is live.' }];

/** The setting of one rule. Without `options` any option is possible: the rule is not known here. */
export const setting = (title: string, description: string, options?: Schemas): Schema =>
  property(title, description, EXAMPLES, {
    type: ['string', 'object'],
    pattern: `^(${LEVELS.join('|')})$`,
    patternErrorMessage: `One of: ${LEVELS.join(', ')}.`,
    minProperties: 1,
    ...(options ? { additionalProperties: false } : {}),
    properties: { level: ref('level'), because: ref('because'), ...options },
    allOf: [ref('off-needs-a-reason')],
  });

/** The setting of a rule without options: most are, so they share the definition `plain-setting`. */
export const plainSetting = (title: string, description: string): Schema => property(title, description, EXAMPLES, { allOf: [ref('plain-setting')] });
export const plainSettingDefinition: Schema = setting('Setting', 'A level, or a level with a reason.', {});

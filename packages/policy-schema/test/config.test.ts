import { describe, expect, test, vi } from 'vitest';
import type { BuiltInRule } from '../src/define/index.js';
import type { Schema, Schemas } from '../src/schema.js';
import { said } from './yaml.js';

interface Description {
  loadDescription: () => Promise<{ schemas: (rules: readonly BuiltInRule[]) => Schemas; DOCUMENT_KINDS: readonly string[] }>;
}
interface Validators {
  validatorModule: (kind: string, schema: Schema | undefined) => Promise<string>;
}

// A table of rules that does not change with the policies: validators and texts are made for it here, as the build makes them for the real ones.
const made = vi.hoisted(async () => {
  const { loadDescription } = (await import('../scripts/description.mjs')) as Description;
  const { schemas, DOCUMENT_KINDS } = await loadDescription();
  const integer = { type: 'integer', minimum: 0, default: 2 };
  const rules = [
    { id: 'no-human-route', title: 'A customer can reach a person', options: {} },
    { id: 'human-option-too-late', title: 'A person within few steps', options: { max: integer, 'min-tries': integer } },
    { id: 'transfer-loop', title: 'No circles', options: {} },
  ];
  return { schemas: schemas(rules), kinds: DOCUMENT_KINDS };
});
vi.mock('#validators', async () => {
  const { schemas, kinds } = await made;
  const { validatorModule } = (await import('../scripts/validators.mjs')) as Validators;
  const modules = await Promise.all(
    kinds.map(async (kind) => {
      const code = await validatorModule(kind, schemas[kind]);
      return import(`data:text/javascript;base64,${Buffer.from(code).toString('base64')}`) as Promise<object>;
    }),
  );
  return Object.assign({}, ...modules) as object;
});
vi.mock('#schema-texts', async () => {
  const { schemas, kinds } = await made;
  return { schemaTexts: Object.fromEntries(kinds.map((kind) => [kind, JSON.stringify(schemas[kind])])) };
});

test('a good config', () => {
  expect(
    said(
      'config',
      `
extends: [recommended, ./our-rules.yaml]
files: [flows/**]
ignore: [flows/archive/**]
fail-on: warning
policies: [our-policies]
rules:
  no-human-route: error
  human-option-too-late: { level: warning, max: 3 }
  transfer-loop: { level: off, because: We have no transfers. }
  our-bank/no-fax: { level: advice, anything: 1 }
overrides:
  - files: [flows/outbound/**]
    rules: { no-human-route: advice }
assume: { country: GB, case-on-contact: true, callback-in-queue: false, outbound-only: false, caller-number-kept: true, platform-opt-out: true, text-channel: true, staffed-queues: [Desk], fact-of-our-own: true, because: Zendesk. }
waivers:
  - { rule: transfer-loop, file: flows/billing.json, step: x, because: Soon., owner: Jane, until: 2027-03-31 }
  - { rule: our-bank/no-fax, file: flows/**, because: Soon., owner: Jane, until: 2027-03-31 }`,
    ),
  ).toEqual([]);
});

test('an empty config', () => {
  expect(said('config', '{}')).toEqual([]);
});

const MISTAKES: readonly (readonly [string, string, readonly string[]])[] = [
  ['misspelt rule', 'rules: { no-humen-route: error }', ['@rules.no-humen-route: There is no rule `no-humen-route`. Did you mean `no-human-route`?']],
  [
    'unknown rule',
    'rules: { no-fax: error }',
    ['@rules.no-fax: There is no rule `no-fax`. A rule of your own is written with its pack: `our-pack/no-fax`.'],
  ],
  [
    'misspelt rule in an override',
    'overrides: [{ files: [x], rules: { transfer-lop: error } }]',
    ['@overrides.0.rules.transfer-lop: There is no rule `transfer-lop`. Did you mean `transfer-loop`?'],
  ],
  [
    'misspelt rule in a waiver',
    'waivers: [{ rule: transfer-lop, file: a, because: b, owner: c, until: 2027-01-01 }]',
    ['waivers.0.rule: There is no rule `transfer-lop`. Did you mean `transfer-loop`?'],
  ],
  [
    'misspelt option',
    'rules: { human-option-too-late: { level: warning, maximum: 3 } }',
    ['@rules.human-option-too-late.maximum: The rule `human-option-too-late` has no option `maximum`. Did you mean `max`?'],
  ],
  [
    'lvl',
    'rules: { transfer-loop: { lvl: error } }',
    ['@rules.transfer-loop.lvl: The rule `transfer-loop` has no option `lvl`. Did you mean `level`?'],
  ],
  [
    'wrong option',
    'rules: { human-option-too-late: { max: many } }',
    ['rules.human-option-too-late.max: `max` must be a whole number, not text. For example: `max: 2`.'],
  ],
  ['off without a reason', 'rules: { transfer-loop: { level: off } }', ['rules.transfer-loop: A rule that is off needs a reason. Add `because:`.']],
  [
    'off in short',
    'rules: { transfer-loop: off }',
    ['rules.transfer-loop: Switching a rule off needs a reason. Write `transfer-loop: { level: off, because: ... }`.'],
  ],
  [
    'off of a YAML 1.1 tool',
    'rules: { transfer-loop: false }',
    ['rules.transfer-loop: Switching a rule off needs a reason. Write `transfer-loop: { level: off, because: ... }`.'],
  ],
  ['own rule off without a reason', 'rules: { our/own: { level: off } }', ['rules.our/own: A rule that is off needs a reason. Add `because:`.']],
  ['level of another tool', 'rules: { transfer-loop: warn }', ['rules.transfer-loop: `transfer-loop` cannot be `warn`. Did you mean `warning`?']],
  ['unknown key', 'exclude: [a]', ['@exclude: `exclude` does not belong in carelint.yaml. Did you mean `ignore`?']],
  [
    'text for a list',
    'extends: recommended',
    ['extends: `extends` must be a list, not text. For example: `extends: [recommended, ./our-rules.yaml]`.'],
  ],
  [
    'waiver without an end',
    'waivers: [{ rule: transfer-loop, file: a, because: b, owner: c }]',
    ['waivers.0: A waiver needs `until`: the last day.'],
  ],
  [
    'a day that does not exist',
    'waivers: [{ rule: transfer-loop, file: a, because: b, owner: c, until: 2027-13-01 }]',
    ['waivers.0.until: `until` cannot be `2027-13-01`. Write a date as year-month-day: 2026-11-30.'],
  ],
  ['misspelt fact', 'assume: { contry: GB }', ['@assume.contry: `contry` is not known here. Did you mean `country`?']],
  ['a fact that is no fact', 'assume: { our-fact: maybe }', ['assume.our-fact: `our-fact` must be true or false, not text.']],
];

describe('mistakes in carelint.yaml', () => {
  test.each(MISTAKES)('%s', (_, yaml, messages) => {
    expect(said('config', yaml)).toEqual(messages);
  });
});

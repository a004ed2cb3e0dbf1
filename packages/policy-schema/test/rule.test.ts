import { describe, expect, test } from 'vitest';
import { said } from './yaml.js';

const FACTS =
  'rule: no-dead-end\ntitle: Nobody is cut off\nsuffers: They are cut off.\nabout: flow\nlevel: error\ncertainty: high\nmessage: "{from} is a dead end."\ninstead: Offer a person.\n';
const withLogic = (logic: string): string => `${FACTS}${logic}`;

const GOOD = {
  path: 'forbid: { path: { from: verify, leaving-by: failed, along: system, to: cut-off, avoiding: relief } }',
  'path with everything':
    'require: { path: { from: [menu, { kind: ask, with: { slot: {} } }], leaving-by: [{ on: choice, says: human, of: menu }, { not: { on: [success, fault] } }], along: [system, choice], through: { kind: transfer, not: { with: { byChoice: { const: true } } } }, times: $max, to: $accept, avoiding: { kind: [ask, verify], same: slot, offers: any }, within: { efforts: $max } } }',
  loop: 'forbid: { loop: { through: transfer, along: system, avoiding: help } }',
  longer: 'forbid: { longer: { path: { from: start, to: cancelled }, than: { from: start, to: joined }, by: { clicks: $slack } } }',
  step: 'forbid: { step: { kind: menu, with: { options: { exclusiveMinimum: $max } }, times: 2 } }',
  value: 'require: { value: { at: "$.fees[*]", matches: { required: [owner] }, times: 1 } }',
  text: 'forbid: { text: { says: [refusal, "/call (us )?back/i"], with: { speaker: { enum: [agent, system] } }, not: { with: { legal: { const: true } } }, avoiding: offer, within: { sentences: 0 } } }',
  'a list': 'forbid:\n  - step: end\n  - value: { at: $.fees }\nrequire: { text: { says: apology, times: 1 } }',
  'a check': 'check: menu-depth',
  'all facts':
    'check: menu-depth\noptions: { max: { type: integer, default: 2 } }\nnot-when: Never.\nyields-to: [no-human-route]\nunless-assumed: outbound-only\nsources: [{ seed: M98, says: ... }, { law: de-312k, note: ... }]\ntags: [phone]',
} as const;

test.each([
  ['title', 'titel', ['@titel: `titel` does not belong in a rule. Did you mean `title`?']],
  ['title', 'name', ['@name: `name` does not belong in a rule. Did you mean `title`?']],
  [
    'message',
    'msg',
    [expect.stringMatching(/^@msg: `msg` does not belong in a rule\. Possible here: /u), ': A rule needs `message`: what a finding says.'],
  ],
])('of a rule whose `%s` is called `%s` that is told first', (key, other, messages) => {
  expect(said('rule', withLogic('check: x').replace(`${key}:`, `${other}:`))).toEqual(messages);
});

test('an empty rule is empty, and no more', () => {
  expect(said('rule', 'null')).toEqual([expect.stringMatching(/^: This document is empty\. For example: /u)]);
});

describe('good rules', () => {
  test.each(Object.entries(GOOD))('%s', (_, logic) => {
    expect(said('rule', withLogic(logic))).toEqual([]);
  });
  test.each(['any', 'service', '[flow, script]', '{ kind: flow, role: [entry, hold], channel: phone, topic: complaint }'])('about: %s', (about) => {
    expect(said('rule', withLogic('check: x').replace('about: flow', `about: ${about}`))).toEqual([]);
  });
});

const MISTAKES: readonly (readonly [string, string, readonly string[]])[] = [
  ['nothing to hold against', '', [': The rule says nothing yet. Add `forbid`, `require` or `check`.']],
  ['misspelt key, and no more', 'forbbid: { step: end }', ['@forbbid: `forbbid` does not belong in a rule. Did you mean `forbid`?']],
  ['unknown assertion', 'forbid: { cycle: { through: transfer } }', ['@forbid.cycle: `cycle` is not an assertion. Did you mean `loop`?']],
  ['unknown assertion in a list', 'forbid: [{ pth: { from: start, to: end } }]', ['@forbid.0.pth: `pth` is not an assertion. Did you mean `path`?']],
  [
    'two assertions in a block',
    'forbid: { step: end, value: { at: $.x } }',
    ['forbid: Several assertions in one block: `step` and `value`. Give each its own line with a dash.'],
  ],
  ['a loop required', 'require: { loop: { through: transfer } }', ['@require.loop: `loop` can only be forbidden. Put it under `forbid`.']],
  [
    'misspelt keyword',
    'forbid: { path: { from: start, to: end, avoidng: help } }',
    ['@forbid.path.avoidng: `avoidng` does not go with `path`. Did you mean `avoiding`?'],
  ],
  [
    'misspelt keyword that is compulsory',
    'forbid: { path: { form: start, to: end } }',
    ['@forbid.path.form: `form` does not go with `path`. Did you mean `from`?'],
  ],
  ['keyword missing', 'forbid: { path: { from: start } }', ['forbid.path: A path needs `to`: where it ends.']],
  [
    'a keyword of another assertion',
    'forbid: { loop: { through: menu, from: start } }',
    ['@forbid.loop.from: `from` does not go with `loop`. Possible here: through, along, avoiding.'],
  ],
  ['bad kind', 'forbid: { step: { kind: verfy } }', ['forbid.step.kind: `kind` cannot be `verfy`. Did you mean `verify`?']],
  ['bad kind in a list', 'forbid: { step: { kind: [menu, aks] } }', ['forbid.step.kind.1: Entry 2 of `kind` cannot be `aks`. Did you mean `ask`?']],
  [
    'bad event',
    'forbid: { path: { from: start, leaving-by: { on: timed out }, to: end } }',
    ['forbid.path.leaving-by.on: `on` cannot be `timed out`. Did you mean `timeout`?'],
  ],
  [
    'bad pattern key',
    'forbid: { step: { kind: end, having: { outcome: x } } }',
    ['@forbid.step.having: `having` does not go with `step`. Possible here: kind, with, says, not, same, offers, times.'],
  ],
  [
    'a value where a condition belongs',
    'forbid: { step: { kind: verify, with: { method: password } } }',
    ['forbid.step.with.method: `method` cannot be `password`. Write a condition, such as { const: password } or { enum: [a, b] }.'],
  ],
  [
    'a field that texts do not have',
    'forbid: { text: { says: promo, with: { speakr: { const: agent } } } }',
    ['@forbid.text.with.speakr: `speakr` is not a possible name here. Did you mean `speaker`?'],
  ],
  ['no JSONPath', 'forbid: { value: { at: fees } }', ['forbid.value.at: `at` cannot be `fees`. A JSONPath starts with $, such as $.fees[*].']],
  [
    'two bounds',
    'forbid: { path: { from: start, to: end, within: { steps: 1, clicks: 2 } } }',
    ['forbid.path.within: `within` has more than one entry. For example: `within: { efforts: "$max" }`.'],
  ],
  [
    'a bound in words',
    'forbid: { path: { from: start, to: end, within: { steps: two } } }',
    ['forbid.path.within.steps: `steps` cannot be `two`. Write a whole number, or the name of an option such as $max.'],
  ],
  ['an option without a default', 'check: x\noptions: { max: { type: integer } }', ['options.max: An option needs `default`.']],
  [
    'an option called level',
    'check: x\noptions: { level: { default: 1 } }',
    ['@options.level: `level` is not a possible name here. Use small letters, digits and hyphens; `level` and `because` are taken.'],
  ],
  ['a source of nothing', 'check: x\nsources: [{ note: Somebody said so }]', ['sources.0: A source names a `seed` or a `law`.']],
  ['severity', 'check: x\nseverity: error', ['@severity: `severity` does not belong in a rule. Did you mean `level`?']],
];

describe('mistakes in rules', () => {
  test.each(MISTAKES)('%s', (_, logic, messages) => {
    expect(said('rule', withLogic(logic))).toEqual(messages);
  });
  test('a level of another tool', () => {
    expect(said('rule', withLogic('check: x').replace('level: error', 'level: warn'))).toEqual([
      'level: `level` cannot be `warn`. Did you mean `warning`?',
    ]);
  });
  test('a kind of document', () => {
    expect(said('rule', withLogic('check: x').replace('about: flow', 'about: flows'))).toEqual([
      'about: `about` cannot be `flows`. Did you mean `flow`?',
    ]);
  });
  test('facts missing', () => {
    expect(said('rule', withLogic('check: x').replace(/^suffers.*\n/mu, ''))).toEqual([
      ': A rule needs `suffers`: what a customer goes through when the rule is broken.',
    ]);
  });
});

describe('names that other files define', () => {
  const known = { patterns: ['relief', 'cut-off'], edges: ['failed', 'system'] };
  const names = (logic: string): readonly string[] => said('rule', withLogic(logic), known);

  test('are accepted', () => {
    expect(
      names(
        'forbid: { path: { from: verify, leaving-by: failed, along: [system, timeout], to: cut-off, avoiding: [relief, { not: any }, $accept] } }',
      ),
    ).toEqual([]);
  });
  test('are told where a step is misspelt', () => {
    expect(names('forbid: { path: { from: verify, to: cutoff } }')).toEqual([
      'forbid.path.to: `cutoff` is not a kind of step, nor a name from define.yaml. Did you mean `cut-off`?',
    ]);
  });
  test('are told where an event is misspelt', () => {
    expect(names('forbid: { path: { from: verify, leaving-by: [timout], to: end } }')).toEqual([
      'forbid.path.leaving-by.0: `timout` is not an event, nor a set of events from define.yaml. Did you mean `timeout`?',
    ]);
  });
  test('are told inside `not`', () => {
    expect(names('forbid: [{ loop: { through: menu, along: { not: faild }, avoiding: { not: reliefs } } }]')).toEqual([
      'forbid.0.loop.along.not: `faild` is not an event, nor a set of events from define.yaml. Did you mean `failed`?',
      'forbid.0.loop.avoiding.not: `reliefs` is not a kind of step, nor a name from define.yaml. Did you mean `relief`?',
    ]);
  });
  test('are not sought among phrase sets', () => {
    expect(names('forbid: { text: { says: refusal, avoiding: offer } }')).toEqual([]);
  });
  test('are checked in definitions too', () => {
    expect(said('define', 'define: 1\npatterns: { help: [person, queu] }\nedges: { bad: [failure, nexxt] }', known)).toEqual([
      'patterns.help.1: `queu` is not a kind of step, nor a name from define.yaml. Did you mean `queue`?',
      'edges.bad.1: `nexxt` is not an event, nor a set of events from define.yaml. Did you mean `next`?',
    ]);
  });
});

describe('packs, definitions and phrase sets', () => {
  test.each([
    [
      'pack',
      'pack: uk\ntitle: UK\ndescription: Law.\nrules: { no-human-route: error, our/own: { level: warning, max: 2 } }\nin-force-from: 2023-07-31\nstatus: in-force\napplies-if: Always.\nsource: [https://example.com]\nsure: wording\nadapt-by: 2024-07-31\ndemands: [{ law: X-1, clause: art. 1, asks: A person., rules: [no-human-route], open: Nothing else. }]\nchecked-on: 2026-11-21',
    ],
    [
      'define',
      'define: 1\npatterns: { help: [person, { kind: menu, offers: person }] }\nedges: { failed: [failure, { not: { on: success } }] }\nunits: { steps: every step }',
    ],
    ['words', 'words: en\nrefusal: [I cannot help you]\nthanks-only: [thank you]'],
  ] as const)('a good %s', (kind, yaml) => {
    expect(said(kind, yaml)).toEqual([]);
  });

  test.each([
    ['pack', 'pack: uk\ntitle: UK\ndescription: Law.\nrules: { a: off }', 'rules.a: `a` cannot be `off`. Possible here: error, warning, advice.'],
    ['pack', 'pack: uk\ntitle: UK\ndescription: Law.\nrules: { a: { level: off } }', 'rules.a: A rule that is off needs a reason. Add `because:`.'],
    [
      'pack',
      'pack: uk\ntitle: UK\ndescription: Law.\nrules: {}\ninForceFrom: 2023-07-31',
      '@inForceFrom: `inForceFrom` does not belong in a pack. Did you mean `in-force-from`?',
    ],
    ['define', 'define: 2', 'define: `define` cannot be `2`. Possible here: 1.'],
    ['define', 'define: 1\npattern: { a: end }', '@pattern: `pattern` does not belong in a file of definitions. Did you mean `patterns`?'],
    ['words', 'words: en\nrefusal: sorry', 'refusal: `refusal` must be a list, not text.'],
    ['words', 'words: english', 'words: `words` cannot be `english`. Write a language tag: en, en-GB, es.'],
    [
      'words',
      'words: en\nThanks Only: [x]',
      '@Thanks Only: `Thanks Only` is not a possible name here. Use small letters, digits and hyphens, such as thanks-only.',
    ],
  ] as const)('a bad %s: %s', (kind, yaml, message) => {
    expect(said(kind, yaml)).toEqual([message]);
  });
});

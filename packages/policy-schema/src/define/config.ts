/** `carelint.yaml`. */
import { block, date, document, flag, language, list, oneOf, property, ref, text, texts } from './build.js';
import { because, country } from './common.js';
import { plainSetting, plainSettingDefinition, setting, settingDefinitions } from './levels.js';
import { ruleId } from './rule.js';
import type { Schema, Schemas } from '../schema.js';

/** What the schema says of a built-in rule. */
export interface BuiltInRule {
  readonly id: string;
  readonly title: string;
  readonly options: Schemas;
}

const inWords = (name: string): string => {
  const spaced = name
    .replace(/([a-z])([A-Z])/gu, '$1 $2')
    .replace(/-/gu, ' ')
    .toLowerCase();
  return spaced.charAt(0).toUpperCase() + spaced.slice(1);
};

/** An option as the rule describes it, with a title, a text and an example for editors. */
const option = (name: string, schema: Schema): Schema => ({
  title: inWords(name),
  description: `Left out: ${JSON.stringify(schema['default'])}.`,
  ...schema,
  examples: [schema['default']],
});

const builtIn = ({ id, title, options }: BuiltInRule): Schema => {
  if (Object.keys(options).length === 0) return plainSetting(id, `${title}. A level, or a level with a reason.`);
  return setting(
    id,
    `${title}. A level, or a level with options.`,
    Object.fromEntries(Object.entries(options).map(([name, schema]) => [name, option(name, schema)])),
  );
};

const ruleTable = (rules: readonly BuiltInRule[]): Schema =>
  property(
    'Rules',
    'The level of a rule, or its level and options. Rules of your own are written with their pack: `our-bank/no-fax`.',
    [{ 'our-bank/no-fax': 'advice' }],
    {
      type: 'object',
      minProperties: 1,
      additionalProperties: false,
      properties: Object.fromEntries(rules.map((rule) => [rule.id, builtIn(rule)])),
      patternProperties: { '^[a-z0-9-]+/[a-z0-9-]+$': setting('A rule of your own', 'Its level, or its level and options.') },
    },
  );

const globs = (title: string, description: string, ...example: string[]): Schema => list(title, description, texts, example);

const assume: Schema = {
  ...block(
    'Assume',
    'Facts that no file shows. They turn "unknown" into an answer, and stand in every report. Facts of your own are names with true or false.',
    {
      country,
      language: language('en-GB'),
      'case-on-contact': flag('A case on every contact', 'A case is opened for each contact, and its number is told.'),
      'callback-in-queue': flag('Callback in every queue', 'The platform offers it outside the flows.'),
      'outbound-only': flag('Outbound only', 'We ring the customer; nobody rings these flows.'),
      'caller-number-kept': flag("Caller's number kept", 'The number that the customer rings from is kept through every transfer.'),
      'low-scores-followed-up': flag('Low scores followed up', 'The survey system itself hands low scores to somebody who gets in touch.'),
      'platform-opt-out': flag('Opt-out by the platform', 'The platform itself acts on STOP and its like.'),
      'text-channel': flag('A channel in writing', 'Customers who cannot speak or hear can reach us in writing, elsewhere.'),
      'staffed-queues': globs('Staffed queues', 'Queues and teams where people answer.', 'Service desk', 'Billing'),
      'not-staffed': globs('Not staffed', 'Queues in which no person answers.', 'Voicemail box'),
      because,
    },
    [],
    { country: 'GB', 'case-on-contact': true, because: 'Zendesk does it.' },
  ),
  minProperties: 1,
  propertyNames: { pattern: '^[a-z0-9]+(-[a-z0-9]+)*$', patternErrorMessage: 'Use small letters, digits and hyphens.' },
  additionalProperties: { type: 'boolean' },
};

const override = block(
  'Override',
  'Other levels or options for some files.',
  {
    files: globs('Files', 'Which files.', 'flows/outbound/**'),
    rules: ref('rules'),
  },
  ['files', 'rules'],
  { files: ['flows/outbound/**'], rules: { 'our-bank/no-fax': 'advice' } },
);

const waiver = block(
  'Waiver',
  'A finding that is accepted for a time.',
  {
    rule: ruleId('Rule', 'Which rule.', 'transfer-no-case-number'),
    file: text('File', 'In which file; a glob may stand here.', 'flows/billing.json'),
    step: text('Step', 'At which step, by its id. Left out: in the whole file.', 'say-goodbye'),
    because,
    owner: text('Owner', 'Who answers for it, and mends it.', 'Jane Ito'),
    until: date('Until', 'The last day. After it the waiver is itself an error.', '2027-03-31'),
  },
  ['rule', 'file', 'because', 'owner', 'until'],
  { rule: 'transfer-no-case-number', file: 'flows/billing.json', because: 'New CRM in March.', owner: 'Jane Ito', until: '2027-03-31' },
);

export const config = (rules: readonly BuiltInRule[]): Schema =>
  document(
    'config',
    block(
      'carelint.yaml',
      'Which rules hold here, how loud they are, and what is true that no file shows.',
      {
        extends: globs(
          'Extends',
          'Packs to start from: built in (recommended, strict, ...), a file, or an npm package. Later ones win.',
          'recommended',
          './our-rules.yaml',
        ),
        files: globs('Files', 'What to read. Left out: everything that git does not ignore.', 'flows/**', 'site/**/*.html'),
        ignore: globs('Ignore', 'What not to read.', 'archive/**'),
        'fail-on': oneOf(
          'Fail on',
          'From which level on a run fails. Left out: error.',
          { error: 'Errors', warning: 'Warnings and errors', advice: 'Everything', never: 'Nothing' },
          'error',
        ),
        policies: globs('Policies', 'Folders with rules of your own. A folder `policies` beside this file is taken unasked.', 'our-policies'),
        rules: ref('rules'),
        overrides: list('Overrides', 'Other levels or options for some files. Later ones win.', override, [
          { files: ['flows/outbound/**'], rules: { 'our-bank/no-fax': 'advice' } },
        ]),
        assume,
        baseline: text(
          'Baseline',
          'The file with the findings that are known and not told again. Left out: `carelint-baseline.json` beside this file, where there is one.',
          'carelint-baseline.json',
        ),
        cache: flag(
          'Cache',
          'Keeps what a run finds out, so that the next one reads what has changed since and nothing else. As `--cache` does; `--no-cache` leaves it out.',
        ),
        waivers: list('Waivers', 'Findings accepted for a time, each with a reason, an owner and an end.', waiver, [
          { rule: 'transfer-no-case-number', file: 'flows/billing.json', because: 'New CRM in March.', owner: 'Jane Ito', until: '2027-03-31' },
        ]),
      },
      [],
      { extends: ['recommended'], 'fail-on': 'warning' },
    ),
    { rules: ruleTable(rules), 'plain-setting': plainSettingDefinition, ...settingDefinitions },
  );

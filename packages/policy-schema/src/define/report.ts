/** The JSON report: a contract with whoever reads it. */
import { CERTAINTIES, EDGE_EVENTS, LEVELS, STEP_KINDS } from '../vocabulary.js';
import { among, block, count, document, property, ref, text, texts } from './build.js';
import type { Schema, Schemas } from '../schema.js';

const file = text('File', 'The path of the file, as it was found, with forward slashes.', 'flows/billing.yaml');
const position = (title: string, description: string, example: number): Schema => count(title, description, example, { minimum: 1 });
const line = position('Line', 'The line, counted from 1.', 12);
const column = position('Column', 'The column, counted from 1 in UTF-16 units.', 5);
const rule = text('Rule', 'The id of the rule.', 'verify-failure-dead-end');
const artefact = text('Artefact', 'The id of the flow, script, page or policy in the file.', 'change-of-address');
const word = (title: string, description: string, values: readonly string[], example: string): Schema =>
  property(title, description, [example], among(values));
const level = word('Level', 'How grave it is, after config and overrides.', LEVELS, 'error');
const certainty = word('Certainty', 'How sure the finding is.', CERTAINTIES, 'high');
const fingerprint = text('Fingerprint', 'Tells this finding from all others; made of rule, artefact and steps, never of lines.', '5d41402abc4b2a76');
const many = (title: string, description: string, items: Schema, ...examples: (readonly unknown[])[]): Schema =>
  property(title, description, examples, { type: 'array', items });

const momentExample = {
  step: 'identify/verify',
  kind: 'verify',
  label: 'Please say your password.',
  artefact: 'change-of-address',
  told: ['is asked “Please say your password.”'],
  file: 'flows/address.yaml',
  line: 12,
  column: 5,
};
const moment = block(
  'Moment',
  'One station of a journey.',
  {
    step: text('Step', 'The id of the step.', 'identify/verify'),
    kind: word('Kind', 'What happens at the step.', STEP_KINDS, 'verify'),
    label: property('Label', 'What a process owner would call the step.', ['Please say your password.'], { type: 'string' }),
    artefact,
    event: word('Event', 'How the customer came here; absent at the first station, and where a sub-flow is entered.', EDGE_EVENTS, 'failure'),
    choice: text('Choice', 'The words of the choice or branch by which the customer came here.', '1 Change my address'),
    text: text('Text', 'What is said here.', 'Please say your password.'),
    told: many('Told', 'What the customer goes through here, as verb phrases; empty where nothing is felt.', texts, [
      'hears “Goodbye.”',
      'is cut off',
    ]),
    file,
    line,
    column,
  },
  ['step', 'kind', 'label', 'artefact', 'told', 'file', 'line', 'column'],
  momentExample,
);

const journey = (title: string, description: string): Schema => many(title, description, ref('moment'), [momentExample]);

const findingKeys: Schemas = {
  rule,
  promise: text('Promise', 'The promise to customers that the rule belongs to.', 'let-them-in'),
  level,
  certainty,
  title: text('Title', 'What is right, as the rule says it.', 'A customer who cannot verify still gets help'),
  message: text('Message', 'What is wrong, in a sentence.', 'When verify fails the customer is cut off.'),
  suffers: text('Suffers', 'What a customer goes through.', 'They have lost a password and are cut off.'),
  instead: text('Instead', 'What to do about it.', 'Offer a second way to verify.'),
  file,
  line,
  column,
  endLine: position('End line', 'The line on which it ends.', 12),
  endColumn: position('End column', 'The column behind its last character.', 31),
  artefact,
  journey: journey('Journey', 'The shortest way on which a customer meets it, first station first; empty where no way is meant.'),
  against: journey('Against', 'The journey it is compared with.'),
  fingerprint,
  url: text('URL', 'Where the rule is explained.', 'https://carelint.dev/rules/verify-failure-dead-end'),
};
const FINDING = [
  'rule',
  'level',
  'certainty',
  'title',
  'message',
  'instead',
  'file',
  'line',
  'column',
  'endLine',
  'endColumn',
  'artefact',
  'journey',
  'fingerprint',
];
const findingExample = {
  rule: 'verify-failure-dead-end',
  level: 'error',
  certainty: 'high',
  title: 'A customer who cannot verify still gets help',
  message: 'When verify fails the customer is cut off.',
  instead: 'Offer a second way to verify.',
  file: 'flows/address.yaml',
  line: 12,
  column: 5,
  endLine: 12,
  endColumn: 31,
  artefact: 'change-of-address',
  journey: [momentExample],
  fingerprint: '5d41402abc4b2a76',
};

const unknownExample = { rule: 'no-human-route', file: 'flows/main.json', artefact: 'main', why: 'the flow "billing" is not among the files' };
const unknown = block(
  'Unknown',
  'Something that could not be judged.',
  {
    rule,
    file,
    artefact,
    step: text('Step', 'The step behind which nothing can be seen.', 'to-billing'),
    why: text('Why', 'What is hidden, as the end of a sentence.', 'the prompt is a recording without words'),
    line,
    column,
  },
  ['rule', 'file', 'artefact', 'why'],
  unknownExample,
);

const problemExample = { file: 'flows/broken.yaml', message: 'There is a tab here. YAML wants spaces.', severity: 'problem', line: 4, column: 1 };
const problem = block(
  'Problem',
  'A file, or a part of one, that could not be read.',
  {
    file,
    message: text('Message', 'What is wrong, and what to do.', 'There is a tab here. YAML wants spaces.'),
    severity: word('Severity', '`problem`: it was not read. `advice`: it was read, but this is probably a slip.', ['problem', 'advice'], 'problem'),
    line,
    column,
  },
  ['file', 'message', 'severity'],
  problemExample,
);

const exceptionExample = {
  by: 'waiver',
  rule: 'transfer-loop',
  file: 'flows/billing.json',
  because: 'New CRM in March.',
  owner: 'Jane Ito',
  until: '2027-03-31',
  hides: ['5d41402abc4b2a76'],
};
const exception = block(
  'Exception',
  'Something that keeps a rule from speaking, with the reason that was given for it.',
  {
    by: word('By', 'How the rule is kept from speaking.', ['waiver', 'comment', 'baseline', 'off', 'assumption'], 'waiver'),
    rule,
    because: text('Because', 'The reason that was given.', 'New CRM in March.'),
    file,
    step: text('Step', 'The id of the step.', 'say-goodbye'),
    line,
    column,
    owner: text('Owner', 'Who answers for it.', 'Jane Ito'),
    until: text('Until', 'The last day.', '2027-03-31'),
    hides: many('Hides', 'Fingerprints of the findings that it hides.', texts, ['5d41402abc4b2a76']),
  },
  ['by', 'rule', 'hides'],
  exceptionExample,
);

const coverageExample = { files: 14, read: 12, unclaimed: 2, skipped: 0, failed: 0, artefacts: { flow: 11, site: 1 }, steps: 240, rules: 61 };
const coverage = block(
  'Coverage',
  'What was looked at, so that silence can be told from blindness. What could not be judged, and where, stands in `unknowns`.',
  {
    files: count('Files', 'Files that were found.', 14),
    read: count('Read', 'Files from which something was understood.', 12),
    unclaimed: count('Unclaimed', 'Files in a form that no reader knows.', 2),
    skipped: count('Skipped', 'Files left alone: binary or too large.', 0),
    failed: count('Failed', 'Files that could not be read.', 0),
    artefacts: property('Artefacts', 'How many artefacts there are, by kind.', [{ flow: 11, site: 1 }], {
      type: 'object',
      additionalProperties: { type: 'integer', minimum: 0 },
    }),
    steps: count('Steps', 'How many steps they have.', 240),
    rules: count('Rules', 'How many rules were on.', 61),
  },
  Object.keys(coverageExample),
  coverageExample,
);

const summaryExample = { error: 1, warning: 0, advice: 2, unknown: 3, problems: 0, waived: 1 };
const summary = block(
  'Summary',
  'How many of each.',
  {
    error: count('Errors', 'Findings of level error.', 1),
    warning: count('Warnings', 'Findings of level warning.', 0),
    advice: count('Advice', 'Findings of level advice.', 2),
    unknown: count('Unknown', 'Places that could not be judged.', 3),
    problems: count('Problems', 'Files, or parts of one, that could not be read.', 0),
    waived: count('Waived', 'Findings hidden by waivers and comments.', 1),
  },
  Object.keys(summaryExample),
  summaryExample,
);

const toolExample = { name: 'carelint', version: '1.0.0' };

export const report = document(
  'report',
  block(
    'Report',
    'What a run found, and what it could not judge.',
    {
      schemaVersion: property('Schema version', 'Version of this format. It changes only when readers must.', [1], { type: 'integer', enum: [1] }),
      tool: block(
        'Tool',
        'What wrote the report.',
        {
          name: text('Name', 'Its name.', 'carelint'),
          version: text('Version', 'Its version.', '1.0.0'),
        },
        ['name', 'version'],
        toolExample,
      ),
      findings: many(
        'Findings',
        'Where a rule is broken, sorted by file and line.',
        block('Finding', 'A place where a rule is broken.', findingKeys, FINDING, findingExample),
        [findingExample],
      ),
      unknowns: many('Unknowns', 'What could not be judged, and why. Never a finding.', unknown, [unknownExample]),
      problems: many('Problems', 'What could not be read.', problem, [problemExample]),
      exceptions: many('Exceptions', 'What is accepted, each with its reason.', exception, [exceptionExample]),
      coverage,
      summary,
    },
    ['schemaVersion', 'tool', 'findings', 'unknowns', 'problems', 'exceptions', 'coverage', 'summary'],
    {
      schemaVersion: 1,
      tool: toolExample,
      findings: [],
      unknowns: [],
      problems: [],
      exceptions: [],
      coverage: coverageExample,
      summary: summaryExample,
    },
  ),
  { moment },
);

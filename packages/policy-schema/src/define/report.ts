/** The JSON report: a contract with whoever reads it. */
import { CERTAINTIES, EDGE_EVENTS, LEVELS, MOMENTS, STANDINGS, STEP_KINDS, TOUCHPOINTS } from '../vocabulary.js';
import { block, count, document, many, property, ref, text, texts, word } from './build.js';
import { scoreOfReport, standings } from './score.js';
import { mend, mendExample } from './report-mend.js';
import type { Schema, Schemas } from '../schema.js';

const file = text('File', 'The path of the file, as it was found, with forward slashes.', 'flows/billing.yaml');
const position = (title: string, description: string, example: number): Schema => count(title, description, example, { minimum: 1 });
const line = position('Line', 'The line, counted from 1.', 12);
const column = position('Column', 'The column, counted from 1 in UTF-16 units.', 5);
const rule = text('Rule', 'The id of the rule.', 'verify-failure-dead-end');
const artefact = text('Artefact', 'The id of the flow, script, page or policy in the file.', 'change-of-address');
const level = word('Level', 'How grave it is, after config and overrides.', LEVELS, 'error');
const certainty = word('Certainty', 'How sure the finding is.', CERTAINTIES, 'high');
const fingerprint = text('Fingerprint', 'Tells this finding from all others; made of rule, artefact and steps, never of lines.', '5d41402abc4b2a76');

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

const askingExample = { pack: 'es-ley-10-2025', level: 'advice' };
const asking = block(
  'Asking',
  'A pack that asks for the rule.',
  { pack: text('Pack', 'Its name.', 'es-ley-10-2025'), level: word('Level', 'The level at which it asks, on the day of the run.', LEVELS, 'advice') },
  ['pack', 'level'],
  askingExample,
);

const findingKeys: Schemas = {
  rule,
  promise: text('Promise', 'The promise to customers that the rule belongs to.', 'let-them-in'),
  touchpoint: word('Touchpoint', 'Where customers meet it.', TOUCHPOINTS, 'phone'),
  moment: word('Moment', 'When customers meet it: before, during or after a contact.', MOMENTS, 'during'),
  packs: many(
    'Packs',
    'The packs that ask for the rule, each with the level at which it does; absent where the rule is on for another reason.',
    asking,
    [askingExample],
  ),
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
  fix: ref('mend'),
  suggestions: many('Suggestions', 'What would mend it, and needs a decision: `--fix` makes none of these.', ref('mend'), [mendExample]),
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
    skipped: count('Skipped', 'Files left alone: binary, too large, or code that customers never meet (tests, stories, what a build wrote).', 0),
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

const staleExample = {
  rule: 'transfer-loop',
  file: 'flows/billing.json',
  artefact: 'billing',
  message: 'Customers are sent round in a circle.',
  since: '2026-11-01',
  fingerprint: '5d41402abc4b2a765d41402a',
  why: 'mended',
};
const stale = block(
  'Stale entry',
  'An entry of the baseline that hides nothing any more.',
  {
    rule,
    file,
    artefact,
    message: text('Message', 'What was wrong when it was taken in.', 'Customers are sent round in a circle.'),
    since: text('Since', 'The day on which it was taken in.', '2026-11-01'),
    fingerprint,
    count: count('Count', 'How many findings it stands for. Left out: one.', 2, { minimum: 2 }),
    why: word(
      'Why',
      '`mended`: its rule ran on its file and finds this no more. `file-gone`: the file is not there. `excepted`: a comment or a waiver hides the finding. `rule-gone`: there is no such rule.',
      ['mended', 'file-gone', 'excepted', 'rule-gone'],
      'mended',
    ),
  },
  ['rule', 'file', 'artefact', 'message', 'since', 'fingerprint', 'why'],
  staleExample,
);
const baselineExample = { file: 'carelint-baseline.json', hides: 988, since: '2026-11-01', stale: [staleExample] };
const baseline = block(
  'Baseline',
  'The baseline that was in force.',
  {
    file,
    hides: count('Hides', 'How many findings it hides; `exceptions` list them.', 988),
    since: text('Since', 'The day on which the oldest of these was taken in.', '2026-11-01'),
    stale: many('Stale', 'Its entries that hide nothing any more.', stale, [staleExample]),
  },
  ['file', 'hides', 'stale'],
  baselineExample,
);

const narrowedExample = { by: 'changed', since: 'origin/main', files: 3, leftOut: { findings: 12, unknowns: 40, problems: 0 } };
const leftOut = block(
  'Left out',
  'What lies in no changed file.',
  {
    findings: count('Findings', 'Findings.', 12),
    unknowns: count('Unknowns', 'Places that could not be judged.', 40),
    problems: count('Problems', 'Files that could not be read, and slips.', 0),
  },
  ['findings', 'unknowns', 'problems'],
  narrowedExample.leftOut,
);
const narrowed = block(
  'Narrowed',
  'Set where only what touches changed files is told. The whole service was read all the same.',
  {
    by: word('By', '`changed`: since a commit. `staged`: for the next commit.', ['changed', 'staged'], 'changed'),
    since: text('Since', 'What the files were compared with.', 'origin/main'),
    files: count('Files', 'How many files have changed.', 3),
    leftOut,
    because: text('Because', 'Set where nothing was left out after all: the reason.', 'carelint.yaml has changed'),
  },
  ['by', 'files', 'leftOut'],
  narrowedExample,
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
    waived: count('Waived', 'Findings hidden by waivers and comments; those of a baseline are counted there.', 1),
  },
  Object.keys(summaryExample),
  summaryExample,
);

const standingExample = {
  pack: 'es-ley-10-2025',
  title: 'Spain: the customer service law',
  standing: 'to-be-met',
  judgedOn: '2026-11-22',
  jurisdiction: 'Spain',
  inForceFrom: '2025-12-28',
  adaptBy: '2026-12-28',
  checkedOn: '2026-11-21',
  findings: 2,
  unknown: 1,
};
const standing = block(
  'Pack',
  'A pack that was on. One that stands for a law tells how the law stood on the day of the run. No finding means that no pattern of the pack was found, and nothing more.',
  {
    pack: text('Pack', 'Its name.', 'es-ley-10-2025'),
    title: text('Title', 'What people call it.', 'Spain: the customer service law'),
    standing: word(
      'Standing',
      '`house`: no law. `voluntary`: a standard. `in-force`: the law holds. `to-be-met`: it holds, and has to be met later. `coming`: it does not hold yet. `over`: it holds no longer. In the last three, findings are advice.',
      STANDINGS,
      'to-be-met',
    ),
    judgedOn: text('Judged on', 'The day of the run, which decides the standing.', '2026-11-22'),
    jurisdiction: text('Jurisdiction', 'Where the law holds.', 'Spain'),
    sector: text('Sector', 'For whom the law holds.', 'Telecoms'),
    appliesIf: text('Applies if', 'What must be true of an organisation for the law to hold.', 'You have 250 employees or more.'),
    inForceFrom: text('In force from', 'The first day on which the law holds.', '2025-12-28'),
    adaptBy: text('Adapt by', 'The day by which the law wants to be met.', '2026-12-28'),
    inForceUntil: text('In force until', 'The last day on which the law holds.', '2030-12-31'),
    source: many('Source', 'Where its wording can be read, or who tells of it.', texts, ['https://www.boe.es/']),
    sure: text('Sure', 'How the pack knows what the law asks.', 'sources-agree'),
    checkedOn: text('Checked on', 'When the pack was last compared with the source.', '2026-11-21'),
    checkedLongAgo: property('Checked long ago', 'Set where that is more than a year ago.', [true], { type: 'boolean', enum: [true] }),
    findings: count('Findings', 'Findings of rules that it asks for.', 2),
    unknown: count('Unknown', 'Places that rules which it asks for could not judge.', 1),
  },
  ['pack', 'title', 'standing', 'findings', 'unknown'],
  standingExample,
);

const groupExample = { name: 'phone', error: 1, warning: 0, advice: 2 };
const group = (title: string, description: string): Schema => many(title, description, ref('group'), [groupExample]);
const groupDefinition = block(
  'Group',
  'Findings that belong together.',
  {
    name: text('Name', 'What they have in common.', 'phone'),
    error: count('Errors', 'Findings of level error.', 1),
    warning: count('Warnings', 'Findings of level warning.', 0),
    advice: count('Advice', 'Findings of level advice.', 2),
  },
  Object.keys(groupExample),
  groupExample,
);
const groupsExample = { promises: [{ name: 'end-well', error: 1, warning: 0, advice: 2 }], touchpoints: [groupExample], moments: [] };
const groups = block(
  'Groups',
  'How many findings of each kind there are. Only groups with findings are listed.',
  {
    promises: group('Promises', 'By the promise to customers that is broken, the most findings first.'),
    touchpoints: group('Touchpoints', 'By where customers meet it, the nearest to the customer first.'),
    moments: group('Moments', 'Before, during and after a contact.'),
  },
  Object.keys(groupsExample),
  groupsExample,
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
      baseline,
      narrowed,
      packs: many('Packs', 'The packs that were on.', standing, [standingExample]),
      groups,
      score: scoreOfReport,
      coverage,
      summary,
    },
    ['schemaVersion', 'tool', 'findings', 'unknowns', 'problems', 'exceptions', 'packs', 'groups', 'coverage', 'summary'],
    {
      schemaVersion: 1,
      tool: toolExample,
      findings: [],
      unknowns: [],
      problems: [],
      exceptions: [],
      packs: [],
      groups: groupsExample,
      coverage: coverageExample,
      summary: summaryExample,
    },
  ),
  { moment, mend, group: groupDefinition, ...standings },
);

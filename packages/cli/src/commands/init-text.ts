import { builtinPacks } from '@carelint/core';
import { printable } from '../report/printable.js';

/** What lies in a folder. */
export interface Survey {
  readonly formats: readonly { readonly title: string; readonly files: number }[];
  /** Globs for what is to be read; empty for everything. */
  readonly globs: readonly string[];
  readonly languages: readonly string[];
  readonly countries: readonly string[];
  /** The country that the user named. */
  readonly country?: string;
  readonly hasPolicies: boolean;
}

/** A text as YAML, in quotes. */
const quoted = (text: string): string => JSON.stringify(text);
/** A text from files as the words of a comment: it cannot end the line. */
const plain = (texts: readonly string[]): string => texts.map(printable).join(', ');

const titleOf = (pack: unknown): string => {
  const { description } = (pack ?? {}) as { readonly description?: unknown };
  return typeof description === 'string' ? description : '';
};

const packLines = (): readonly string[] => Object.entries(builtinPacks).map(([name, pack]) => `#   ${name}: ${titleOf(pack())}`);

const filesLines = ({ formats, globs }: Survey): readonly string[] => [
  `# What is read${formats.length === 0 ? '' : ` (found: ${formats.map(({ title, files }) => `${String(files)} of ${title}`).join(', ')})`}. Left out: everything that git does not ignore.`,
  ...(globs.length === 0 ? ['# files: ["flows/**"]'] : ['files:', ...globs.map((glob) => `  - ${quoted(glob)}`)]),
];

const assumeLines = ({ languages, countries, country: said }: Survey): readonly string[] => {
  const country = said ?? (countries.length === 1 ? countries[0] : undefined);
  const only = country !== undefined && /^[A-Z]{2}$/u.test(country);
  return [
    '# Facts that no file shows. They turn "could not be judged" into an answer.',
    ...(languages.length === 0 ? [] : [`# Languages found: ${plain(languages)}.`]),
    ...(countries.length > 1 ? [`# Countries found: ${plain(countries)}.`] : []),
    ...(only
      ? ['assume:', `  country: ${country}`, '  # callback-in-queue: true   # the platform offers it outside the flows']
      : ['# assume:', '#   country: GB', '#   callback-in-queue: true   # the platform offers it outside the flows']),
  ];
};

/** A first `carelint.yaml`, with what else it may say as comments. */
export const configText = (survey: Survey): string =>
  `${[
    '# Packs of rules to start from:',
    ...packLines(),
    'extends: [recommended]',
    '',
    ...filesLines(survey),
    '',
    '# From which level on a run fails: error, warning, advice, never.',
    'fail-on: error',
    '',
    ...assumeLines(survey),
    '',
    '# Levels and options of rules. Who switches one off says why.',
    '# rules:',
    '#   transfer-loop: error',
    '#   no-barge-in: { level: off, because: Our platform cannot do it. }',
    '',
    '# Findings accepted for a time. After its last day a waiver is an error.',
    '# waivers:',
    '#   - rule: transfer-loop',
    '#     file: flows/billing.yaml',
    '#     because: New CRM in March.',
    '#     owner: Jane Ito',
    '#     until: 2027-03-31',
    '',
    survey.hasPolicies
      ? '# Rules of your own: the folder policies/ beside this file is read unasked.'
      : '# Rules of your own go into a folder policies/ beside this file: `carelint new-rule our-bank/no-fax`.',
  ].join('\n')}\n`;

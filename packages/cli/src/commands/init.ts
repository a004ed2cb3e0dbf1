import { readers, UserError, type Artefact } from '@carelint/core';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { readConfigFile } from '../config/config-file.js';
import { find } from '../find/find.js';
import type { Output } from '../output.js';
import { printable } from '../report/printable.js';
import { withoutCommands } from '../report/ci-commands.js';
import { counted } from '../report/summary.js';
import { progressOn } from '../run/progress.js';
import { readFiles, type ReadFiles } from '../run/read-files.js';
import { stopwatch } from '../run/stopwatch.js';
import { writeWhole } from '../write-whole.js';
import { configText, type Survey } from './init-text.js';

const NAMES = ['carelint.yaml', 'carelint.yml'];

const sorted = (values: Iterable<string | undefined>): readonly string[] => [...new Set([...values].filter((value) => value !== undefined))].sort();

/** Files by format, the most first. */
const formatsOf = (artefacts: readonly Artefact[]): Survey['formats'] => {
  const files = new Map<string, Set<string>>();
  for (const { format, path: file } of artefacts) files.set(format, (files.get(format) ?? new Set()).add(file));
  const titles = new Map(readers.map(({ id, title }) => [id, title]));
  return [...files]
    .map(([format, paths]) => ({ title: titles.get(format) ?? format, files: paths.size }))
    .sort((a, b) => b.files - a.files || (a.title < b.title ? -1 : 1));
};

const topFolder = (file: string): string | undefined => (file.includes('/') ? file.slice(0, file.indexOf('/')) : undefined);

/** Globs for the folders that hold what was understood; none where some of it lies outside any folder. */
const globsOf = (artefacts: readonly Artefact[]): readonly string[] => {
  const folders = new Set(artefacts.map(({ path: file }) => topFolder(file)));
  return folders.has(undefined) ? [] : sorted(folders).map((folder) => `${folder}/**`);
};

const survey = ({ artefacts }: ReadFiles, hasPolicies: boolean): Survey => ({
  formats: formatsOf(artefacts),
  globs: globsOf(artefacts),
  languages: sorted(artefacts.flatMap(({ language, utterances }) => [language, ...utterances.map((utterance) => utterance.language)])),
  countries: sorted(artefacts.map(({ country }) => country)),
  hasPolicies,
});

const told = ({ formats, languages }: Survey, { coverage }: ReadFiles): string => {
  if (formats.length === 0) {
    return `Nothing that carelint knows was found in ${counted(coverage.files, 'file')} here. It reads: ${readers.map(({ title }) => title).join(', ')}.`;
  }
  const forms = formats.map(({ title, files }) => `${counted(files, 'file')} of ${title}`).join(', ');
  return `Found ${forms}${languages.length === 0 ? '' : `, in ${languages.join(', ')}`}.`;
};

/** Writes a first config from what lies here. */
export const initCommand = async (output: Output, cwd: string): Promise<number> => {
  const there = NAMES.find((name) => existsSync(path.join(cwd, name)));
  if (there !== undefined) throw new UserError(`There is a \`${there}\` already; nothing was written. Change it, or take it away first.`);
  const policies = path.join(cwd, 'policies');
  const progress = progressOn(output, false);
  const files = find({ cwd, paths: ['.'], ignore: { folder: cwd, patterns: [] }, notInside: [policies] });
  const read = await readFiles(files, cwd, stopwatch(), progress);
  progress.end();
  const found = survey(read, existsSync(policies));
  const file = path.join(cwd, 'carelint.yaml');
  writeWhole(file, configText(found));
  readConfigFile(file, cwd);
  output.out(
    withoutCommands(
      [
        printable(told(found, read)),
        'Wrote carelint.yaml.',
        '',
        'What to do next:',
        '  carelint                         judges what the config names',
        '  carelint explain <rule>          tells of a rule, and when not to use it',
        '  carelint new-rule our-bank/no-fax    makes a rule of your own',
        '',
      ].join('\n'),
    ),
  );
  return 0;
};

import { link, readers, UserError, type Artefact } from '@carelint/core';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { openFor, writeAsked } from '../baseline/in-run.js';
import { readConfigFile } from '../config/config-file.js';
import { resolveConfig } from '../config/resolve.js';
import { find, type Found } from '../find/find.js';
import type { Output } from '../output.js';
import { printable } from '../report/printable.js';
import { withoutCommands } from '../report/ci-commands.js';
import { artefactsOf, counted } from '../report/summary.js';
import { analyse } from '../run/analyse.js';
import { progressOn } from '../run/progress.js';
import { countKinds, readFiles, type ReadFiles } from '../run/read-files.js';
import { stopwatch } from '../run/stopwatch.js';
import { writeWhole } from '../write-whole.js';
import { Answers, type InitOptions } from './init-answers.js';
import { ciFile, ciHere, editorFile, offer } from './init-files.js';
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

/** What was found, the pages of a site counted as one. */
const told = ({ formats, languages }: Survey, { coverage, artefacts }: ReadFiles): string => {
  if (formats.length === 0) {
    return `Nothing that carelint knows was found in ${counted(coverage.files, 'file')} here. It reads: ${readers.map(({ title }) => title).join(', ')}.`;
  }
  const forms = formats.map(({ title, files }) => `${counted(files, 'file')} of ${title}`).join(', ');
  return `Found ${forms}${languages.length === 0 ? '' : `, in ${languages.join(', ')}`}: ${artefactsOf(countKinds(link(artefacts).artefacts))}, ${counted(coverage.steps, 'step')}.`;
};

const NEXT = [
  '',
  'What to do next:',
  '  carelint                         judges what the config names',
  '  carelint check --update-baseline accepts what is there, so that only new findings are told',
  '  carelint explain <rule>          tells of a rule, and when not to use it',
  '  carelint new-rule our-bank/no-fax    makes a rule of your own',
  '',
].join('\n');

/** Takes what is found today into a baseline, where there is something and that is wanted. */
const acceptOld = async (files: readonly Found[], answers: Answers, say: (text: string) => void, output: Output, cwd: string): Promise<void> => {
  const config = resolveConfig({ cwd, near: cwd, packs: [] });
  const open = openFor({ updateBaseline: true }, config, [], cwd);
  if (open === undefined) return;
  const progress = progressOn(output, false);
  const selection = { only: [], skip: [] };
  const analysis = await analyse({ cwd, config, selection, files, whole: true, keep: false, baseline: open.asked, watch: stopwatch(), progress });
  progress.end();
  const found = analysis.report.baseline?.hides ?? 0;
  if (found > 0 && (await answers.baseline(found))) await writeAsked(open, analysis, { updateBaseline: true }, say, cwd);
};

/** Writes a first config from what lies here, and beside it what is wanted of a CI file, editor settings and a baseline. Nothing is overwritten. */
export const initCommand = async (options: InitOptions, output: Output, cwd: string): Promise<number> => {
  const there = NAMES.find((name) => existsSync(path.join(cwd, name)));
  if (there !== undefined) throw new UserError(`There is a \`${there}\` already; nothing was written. Change it, or take it away first.`);
  const policies = path.join(cwd, 'policies');
  const progress = progressOn(output, false);
  const files = find({ cwd, paths: ['.'], ignore: { folder: cwd, patterns: [] }, notInside: [policies] });
  const read = await readFiles(files, cwd, stopwatch(), progress);
  progress.end();
  const found = survey(read, existsSync(policies));
  const say = (text: string): void => {
    output.out(withoutCommands(`${text.trimEnd()}\n`));
  };
  say(printable(told(found, read)));
  const answers = new Answers(options, output);
  const country = found.countries.length === 1 && options.country === undefined ? undefined : await answers.country();
  const file = path.join(cwd, 'carelint.yaml');
  writeWhole(file, configText({ ...found, ...(country === undefined ? {} : { country }) }), 'carelint.yaml');
  readConfigFile(file, cwd);
  say('Wrote carelint.yaml.');
  const service = await answers.ci(ciHere(cwd));
  if (service !== undefined) say(offer(ciFile(service, cwd), cwd));
  if (await answers.editor()) say(`${offer(editorFile(), cwd)}\nThe schemas it names come with \`npm install --save-dev @carelint/policy-schema\`.`);
  if (answers.mayWantBaseline && found.formats.length > 0) await acceptOld(files, answers, say, output, cwd);
  output.out(NEXT);
  return 0;
};

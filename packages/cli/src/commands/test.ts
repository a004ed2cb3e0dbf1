import { UserError, type Finding, type RuleDocument } from '@carelint/core';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { idOf } from '../config/resolve.js';
import { findConfig } from '../config/find-config.js';
import { ownPolicies, readPolicyFile, type OwnPolicies } from '../config/policies.js';
import { readConfigFile } from '../config/config-file.js';
import { shownPath } from '../find/read.js';
import type { Output } from '../output.js';
import { writeWhole } from '../write-whole.js';
import { printable } from '../report/printable.js';
import { styleOf } from '../report/style.js';
import { counted } from '../report/summary.js';
import { compileAlone, judgeAlone } from '../run/judge-alone.js';

const RULE = 'rule.yaml';
const EXPECTED = 'findings.txt';

/** What `findings.txt` should hold for a rule, and what is wrong with its examples. */
interface Tested {
  readonly text: string;
  readonly faults: readonly string[];
}

/** Folders of rules below a folder. */
const ruleFolders = (folder: string): readonly string[] => {
  if (existsSync(path.join(folder, RULE))) return [folder];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== 'node_modules' && !entry.name.startsWith('.'))
    .map(({ name }) => path.join(folder, name))
    .sort()
    .flatMap(ruleFolders);
};

const examplesIn = (folder: string, kind: 'bad' | 'good'): readonly string[] => {
  const at = path.join(folder, kind);
  return existsSync(at)
    ? readdirSync(at)
        .filter((name) => !name.startsWith('.'))
        .sort()
    : [];
};

const journeyLine = ({ journey, against }: Finding): readonly string[] => {
  const tell = (stations: Finding['journey']): string =>
    stations
      .flatMap(({ told }) => told)
      .map(printable)
      .join(' > ');
  if (journey.length === 0) return [];
  return [`    ${tell(journey)}${against === undefined ? '' : ` || ${tell(against)}`}`];
};

const findingLines = (finding: Finding, id: string): readonly string[] => [
  `${finding.file}:${finding.line}:${finding.column} ${id} ${printable(finding.message)}`,
  ...journeyLine(finding),
];

/** Runs a rule over its examples: `bad/` must give a finding each, `good/` none. */
const testRule = async (document: RuleDocument, folder: string, own: OwnPolicies): Promise<Tested> => {
  const rules = await compileAlone(document, own);
  const id = idOf(document) ?? '';
  const lines: string[] = [];
  const faults: string[] = [];
  for (const kind of ['bad', 'good'] as const) {
    const examples = examplesIn(folder, kind);
    if (examples.length === 0) faults.push(`There is no example in ${kind}/.`);
    for (const example of examples) {
      const name = `${kind}/${example}`;
      const { findings, unknowns, problems, coverage } = await judgeAlone(rules, name, folder);
      lines.push(
        ...findings.flatMap((finding) => findingLines(finding, id)),
        ...unknowns.map(({ file, why }) => `${file} ${id} cannot be judged: ${printable(why)}`),
      );
      faults.push(...problems.map(({ file, line, message }) => `${file}${line === undefined ? '' : `:${line}`}: ${message}`));
      if (coverage.read === 0 && problems.length === 0) faults.push(`${name} is in a form that no reader knows.`);
      if (kind === 'bad' && findings.length === 0)
        faults.push(`${name} should be found, and is not${unknowns.length > 0 ? ': it cannot be judged' : ''}.`);
      if (kind === 'good' && findings.length > 0) faults.push(`${name} should not be found, and is: ${findings[0]?.message ?? ''}`);
    }
  }
  return { text: lines.length === 0 ? '' : `${lines.join('\n')}\n`, faults };
};

const readOrNothing = (file: string): string => (existsSync(file) ? readFileSync(file, 'utf8').replace(/\r\n/gu, '\n') : '');

/** Lines that are only on one side. */
const difference = (expected: string, actual: string): readonly string[] => {
  const [before, now] = [expected.split('\n'), actual.split('\n')];
  return [
    ...before.filter((line) => !now.includes(line)).map((line) => `- ${line}`),
    ...now.filter((line) => !before.includes(line)).map((line) => `+ ${line}`),
  ];
};

const NOTHING: OwnPolicies = { folders: [], rules: [], defines: [], words: [] };

/** The policies that a rule lies among, where a config takes them in; none for the built-in ones. */
const policiesAround = (folder: string, cwd: string): OwnPolicies => {
  const file = findConfig(folder);
  const own = file === undefined ? NOTHING : ownPolicies([readConfigFile(file, cwd)], cwd);
  return own.folders.some((inside) => folder === inside || folder.startsWith(inside + path.sep)) ? own : NOTHING;
};

const toFolders = (paths: readonly string[], cwd: string): readonly string[] =>
  (paths.length === 0 ? ['policies'] : paths).flatMap((typed) => {
    const absolute = path.resolve(cwd, typed);
    if (statSync(absolute, { throwIfNoEntry: false })?.isDirectory() !== true) throw new UserError(`There is no folder \`${typed}\`.`);
    const folders = ruleFolders(absolute);
    if (folders.length === 0)
      throw new UserError(`There is no rule in \`${typed}\`. A rule is a folder with a \`${RULE}\`, examples in \`bad/\` and \`good/\`.`);
    return folders;
  });

const compare = ({ text, faults }: Tested, folder: string, update: boolean): readonly string[] => {
  const file = path.join(folder, EXPECTED);
  const expected = readOrNothing(file);
  if (update) {
    if (expected !== text || !existsSync(file)) writeWhole(file, text);
    return faults;
  }
  if (expected === text && existsSync(file)) return faults;
  return [
    ...faults,
    `${EXPECTED} says otherwise (\`--update\` writes it anew; read it before you keep it):`,
    ...difference(expected, text).map((line) => `  ${line}`),
  ];
};

/** Proves rules by their examples. Exit code 1 where one fails. */
export const testCommand = async (
  paths: readonly string[],
  options: { readonly update?: boolean; readonly color?: boolean },
  output: Output,
  cwd: string,
): Promise<number> => {
  const style = styleOf(output, options.color);
  const folders = toFolders(paths, cwd);
  let failed = 0;
  for (const folder of folders) {
    const own = policiesAround(folder, cwd);
    const { source, value } = readPolicyFile(path.join(folder, RULE), cwd);
    const document = own.rules.find((rule) => rule.source.path === source.path) ?? { source, value };
    const tested = await testRule(document, folder, own);
    const faults = compare(tested, folder, options.update === true);
    if (faults.length === 0) continue;
    failed++;
    output.out(`${style.red('failed')} ${shownPath(cwd, folder)}\n${faults.map((fault) => `  ${printable(fault)}\n`).join('')}\n`);
  }
  output.out(`${counted(folders.length - failed, 'rule')} proved, ${failed} failed.\n`);
  return failed === 0 ? 0 : 1;
};

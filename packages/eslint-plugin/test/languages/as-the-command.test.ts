import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { builtinRules, type Finding } from '@carelint/core';
import type { Linter } from 'eslint';
import { expect, it } from 'vitest';
import { compileRules } from '../../../cli/src/run/compile-rules.js';
import { judgeAlone, type Judgement } from '../../../cli/src/run/judge-alone.js';
import { flowRules } from '../../src/flow-rules/rules.js';
import { ESLINTS, flowConfig, RECOMMENDED } from './setup.js';

const HOME = path.resolve(import.meta.dirname, '../../../..');

/** All YAML and JSON of the examples, and of the examples that rules are proved by. */
const FILES = ['examples', 'policies']
  .flatMap((folder) =>
    readdirSync(path.join(HOME, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.(?:ya?ml|json)$/u.test(entry.name))
      .map((entry) => path.relative(HOME, path.join(entry.parentPath, entry.name)).split(path.sep).join('/')),
  )
  .filter((file) => file.startsWith('examples/') || /\/(?:bad|good)\//u.test(file))
  .sort();

const rules = await compileRules(
  { rules: [], defines: [], words: [] },
  builtinRules().map(({ id }) => ({ id, level: 'warning' as const, options: {}, applies: () => true })),
  {},
);

const EVERY = Object.fromEntries(Object.keys(flowRules).map((id) => [`carelint/${id}`, 'error'] as const));

/** What the command finds, which compiles its rules anew for each run. */
const JUDGED = new Map<string, Judgement>();
for (const file of FILES) JUDGED.set(file, await judgeAlone(rules, path.join(HOME, file), HOME));

/** Of every file one ESLint is asked; of what nothing is told the other is asked only now and then, since what judges is the same. */
const asked = (isFirst: boolean): readonly (readonly [file: string, told: Judgement])[] =>
  [...JUDGED].filter(([, { findings, problems }], index) => isFirst || findings.length + problems.length > 0 || index % 5 === 0);

const ofFinding = ({ rule, line, column, endLine, endColumn, message }: Finding): string =>
  `${line}:${column}-${endLine}:${endColumn} ${rule}: ${message.split('\n')[0] ?? ''}`;

const ofMessage = ({ ruleId, line, column, endLine, endColumn, message }: Linter.LintMessage): string =>
  `${line}:${column}-${endLine ?? 0}:${endColumn ?? 0} ${(ruleId ?? '').replace('carelint/', '')}: ${message.split('\n')[0] ?? ''}`;

it.each(ESLINTS)(
  '%s finds in every example what the command finds in it alone, at the same places',
  async (name, { ESLint }) => {
    const eslint = new ESLint({ cwd: HOME, overrideConfigFile: true, overrideConfig: flowConfig(EVERY) });
    let found = 0;
    const differing: unknown[] = [];
    for (const [file, { findings, problems }] of asked(name === ESLINTS[0]?.[0])) {
      const messages = (await eslint.lintText(readFileSync(path.join(HOME, file), 'utf8'), { filePath: file })).flatMap((result) => result.messages);
      const broken = messages.filter(({ fatal }) => fatal === true);
      const ours = messages.filter(({ ruleId }) => ruleId !== null && !/\/(?:unread-part|probable-slip)$/u.test(ruleId));
      const [said, told] = [findings.map(ofFinding).sort(), ours.map(ofMessage).sort()];
      found += said.length;
      if (said.join('\n') !== told.join('\n')) differing.push({ file, said, told });
      const unread = problems.filter(({ severity }) => severity === 'problem');
      if (unread.length > 0 !== broken.length > 0) differing.push({ file, unread, broken });
    }
    expect(differing).toEqual([]);
    expect(found).toBeGreaterThan(400);
  },
  60_000,
);

it('switches on no rule that says of one file what the whole service refutes', async () => {
  const folders = readdirSync(path.join(HOME, 'examples')).map((name) => `examples/${name}`);
  const refuted: string[] = [];
  for (const folder of folders) {
    const together = new Set(
      (await judgeAlone(rules, path.join(HOME, folder), HOME)).findings.map((finding) => `${finding.file} ${ofFinding(finding)}`),
    );
    for (const file of FILES.filter((name) => name.startsWith(`${folder}/`))) {
      const alone = JUDGED.get(file)?.findings.filter(({ rule }) => `carelint/${rule}` in RECOMMENDED) ?? [];
      refuted.push(...alone.map((finding) => `${file} ${ofFinding(finding)}`).filter((said) => !together.has(said)));
    }
  }
  expect(refuted).toEqual([]);
}, 60_000);

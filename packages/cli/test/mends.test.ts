import {
  applyMends,
  check,
  link,
  locate,
  prepare,
  prepareLink,
  read,
  settle,
  type CompiledRule,
  type Finding,
  type Mend,
  type Report,
} from '@carelint/core';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { resolveConfig } from '../src/config/resolve.js';
import { settingsFor } from '../src/config/settings.js';
import { compileRules } from '../src/run/compile-rules.js';

// Every mend that a rule knows is tried on the examples in which the rule must speak: the finding must be gone, and nothing new be found.

const POLICIES = path.resolve(import.meta.dirname, '../../../policies');

type Texts = ReadonlyMap<string, string>;

const textsIn = (example: string): Texts => {
  const files = statSync(example).isDirectory()
    ? readdirSync(example, { recursive: true, encoding: 'utf8' }).filter((name) => statSync(path.join(example, name)).isFile())
    : [''];
  return new Map(files.map((name) => [path.basename(example) + (name === '' ? '' : `/${name}`), readFileSync(path.join(example, name), 'utf8')]));
};

/** Rules with mends, each with its examples. */
const examples = readdirSync(POLICIES, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .flatMap(({ name: promise }) => readdirSync(path.join(POLICIES, promise)).map((rule) => path.join(POLICIES, promise, rule)))
  .filter((folder) => readdirSync(path.dirname(folder)).length > 0 && statSync(folder).isDirectory() && readdirSync(folder).includes('rule.yaml'))
  .filter((folder) => /^(?:fix|suggest):/mu.test(readFileSync(path.join(folder, 'rule.yaml'), 'utf8')))
  .map((folder) => ({
    rule: path.basename(folder),
    bad: readdirSync(path.join(folder, 'bad')).map((name) => ({ name, texts: textsIn(path.join(folder, 'bad', name)) })),
  }));

let rules: readonly CompiledRule[] = [];
beforeAll(async () => {
  const config = resolveConfig({ cwd: POLICIES, near: POLICIES, packs: ['recommended'], config: 'none', date: '2026-11-22' });
  rules = await compileRules(config.policies, settingsFor(config, { only: [], skip: [] }, []), config.assume);
});

const judge = async (texts: Texts): Promise<Report> => {
  const sources = [...texts].map(([name, text]) => ({ path: name, text }));
  for (const source of sources) await prepare(source);
  const results = sources.map((source) => read(source));
  const artefacts = results.flatMap((result) => (result.ok ? [...result.artefacts] : []));
  return settle(check(link(artefacts, await prepareLink(artefacts, rules, {})), rules), {
    version: '',
    textOf: (name) => sources.find((source) => source.path === name),
    locate,
    problems: results.flatMap((result) => result.problems ?? []),
    coverage: { files: 1, read: 1, unclaimed: 0, skipped: 0, failed: 0, artefacts: {}, steps: 0, rules: 0 },
    waivers: [],
    today: '2026-11-22',
    isDue: () => false,
  });
};

const mendsOf = ({ fix, suggestions = [] }: Finding): readonly Mend[] => [...(fix === undefined ? [] : [fix]), ...suggestions];

const after = (texts: Texts, mend: Mend): Texts => {
  const file = mend.edits[0]?.file ?? '';
  return new Map([...texts, [file, applyMends(texts.get(file) ?? '', [mend]).text]]);
};

const told = ({ rule, file, message }: Finding): string => `${rule} in ${file}: ${message}`;

/** What is found or cannot be read only afterwards. */
const fresh = (before: Report, now: Report): readonly string[] => {
  const prints = new Set(before.findings.map(({ fingerprint }) => fingerprint));
  const problems = new Set(before.problems.map(({ message }) => message));
  return [
    ...now.findings.filter(({ fingerprint }) => !prints.has(fingerprint)).map(told),
    ...now.problems.map(({ message }) => message).filter((message) => !problems.has(message)),
  ];
};

describe.each(examples)('$rule', ({ rule, bad }) => {
  it('is mended by what it suggests', async () => {
    const tried = new Set<string>();
    for (const { name, texts } of bad) {
      const before = await judge(texts);
      for (const finding of before.findings.filter((one) => one.rule === rule)) {
        for (const mend of mendsOf(finding)) {
          const mended = after(texts, mend);
          const now = await judge(mended);
          const what = `${name}: ${mend.title}\n${[...mended.values()].join('\n')}`;
          expect({ what, left: now.findings.filter(({ fingerprint }) => fingerprint === finding.fingerprint).map(told) }).toEqual({ what, left: [] });
          expect({ what, fresh: fresh(before, now) }).toEqual({ what, fresh: [] });
          tried.add(mend.title);
        }
      }
    }
    const known = rules.find(({ id }) => id === rule)?.mends ?? [];
    expect([...new Set(known.map(({ title }) => title))].sort()).toEqual([...tried].sort());
  });
});

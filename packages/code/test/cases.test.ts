import { builtinRules, check, compile, link, loadJsonPath, prepareLink, type Artefact } from '@carelint/core';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { dump } from '../../core/test/dump.js';
import { expectWhole } from '../../core/test/reading.js';
import { readProject } from '../src/index.js';
import { codeFile } from '../src/signs.js';

const CASES = path.join(import.meta.dirname, 'cases');
const EXPECTED = 'expected.txt';

const filesIn = (folder: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name !== EXPECTED && statSync(path.join(folder, name)).isFile())
      .sort()
      .map((name) => [name.split(path.sep).join('/'), readFileSync(path.join(folder, name), 'utf8')]),
  );

/** The rules that cut-off, stranded and circling callers show. */
const RULES = new Set([
  'closed-hours-hangup',
  'error-edge-hangup',
  'hangup-without-offer',
  'no-human-route',
  'no-input-hangup',
  'queue-timeout-hangup',
  'retry-without-limit',
  'silent-hangup',
  'transfer-loop',
  'unanswered-call-dropped',
]);

const findingsIn = async (artefacts: readonly Artefact[], files: Readonly<Record<string, string>>): Promise<readonly string[]> => {
  const settings = builtinRules()
    .filter(({ id }) => RULES.has(id))
    .map(({ id }) => ({ id, level: 'error' as const, options: {}, applies: () => true }));
  const rules = compile({ documents: [], settings, assume: {}, jsonPath: await loadJsonPath() });
  const verdicts = check(link(artefacts, await prepareLink(artefacts, rules, {})), rules);
  return verdicts
    .filter(({ outcome }) => outcome === 'broken')
    .map(({ rule, artefact, route, path: own, journey }) => {
      const file = own ?? artefact.path;
      const line = (files[file] ?? '').slice(0, Number(route[0] ?? 0)).split('\n').length;
      const through = new Set(journey.map((moment) => moment.step.path ?? moment.artefact.path));
      return `${rule.id} ${file}:${line}${through.size > 1 ? ` through ${[...through].join(', ')}` : ''}`;
    })
    .sort();
};

describe('programs that answer calls', () => {
  it.each(readdirSync(CASES))('%s', async (name) => {
    const files = filesIn(path.join(CASES, name));
    const sources = Object.entries(files).flatMap(([file, text]) => {
      const code = codeFile(file, text, undefined);
      return code.is === 'signed' ? [{ path: file, text, signs: code.signs }] : [];
    });
    const { artefacts, problems } = readProject(sources, (file) => files[file]);
    expect(problems).toEqual([]);
    artefacts.forEach(expectWhole);
    expect(new Set(artefacts.map(({ id, path: file }) => `${file} ${id}`)).size).toBe(artefacts.length);
    const findings = await findingsIn(artefacts, files);
    const told = `${artefacts.map((artefact) => `${artefact.path}\n${dump(artefact)}\n`).join('\n')}\n${['findings', ...findings].join('\n  ')}\n`;
    await expect(told).toMatchFileSnapshot(path.join(CASES, name, EXPECTED));
  });
});

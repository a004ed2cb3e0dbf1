import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { Assessment } from '../src/assessment.js';
import type { Artefact } from '../src/model/artefact.js';
import { compile, prepare, read } from '../src/pipeline.js';
import { builtinRules } from '../src/policy/builtin.generated.js';
import type { CompiledRule } from '../src/policy/compile.js';
import { loadJsonPath } from '../src/policy/json-path.js';
import type { RuleDocument } from '../src/policy/rule.js';
import { settle } from '../src/report/settle.js';
import { locate } from '../src/source/locate.js';
import type { Source } from '../src/source/source.js';

/** A rule that sees all of the service, by what was derived from it; it names every number that is told. */
const NUMBERS: RuleDocument = {
  source: { path: 'numbers.yaml', text: '' },
  pack: 'own',
  value: {
    rule: 'numbers',
    title: 'No numbers',
    suffers: 'Nothing; it is a test.',
    about: 'service',
    level: 'advice',
    certainty: 'high',
    forbid: { value: { at: '$.found.phones[*]' } },
    message: '{value} is told.',
    instead: 'Leave it out.',
    sources: [{ seed: 'T1', says: 'A test.' }],
  },
};

let rules: readonly CompiledRule[];
beforeAll(async () => {
  const settings = [...builtinRules().map(({ id }) => id), 'own/numbers'].map((id) => ({
    id,
    level: 'warning' as const,
    options: {},
    applies: () => true,
  }));
  rules = compile({ documents: [NUMBERS], defines: [], words: [], settings, assume: {}, jsonPath: await loadJsonPath() });
});

const assess = async (files: readonly Source[], batch?: number): Promise<unknown> => {
  const artefactsOf = async (source: Source): Promise<readonly Artefact[]> => {
    await prepare(source);
    const result = read(source);
    return result.ok ? result.artefacts : [];
  };
  const assessment = new Assessment({
    rules: () => Promise.resolve(rules),
    assume: {},
    again: async (paths) => (await Promise.all(files.filter((file) => paths.has(file.path)).map(artefactsOf))).flat(),
    keep: batch === undefined,
    ...(batch === undefined ? {} : { batch }),
  });
  for (const file of files) await assessment.add(await artefactsOf(file), false);
  const { verdicts, questions } = await assessment.end();
  const { findings, unknowns, score } = settle(verdicts, {
    questions,
    version: '0',
    textOf: (wanted) => files.find((file) => file.path === wanted),
    locate,
    problems: [],
    coverage: { files: 0, read: 0, unclaimed: 0, skipped: 0, failed: 0, artefacts: {}, steps: 0, rules: 0 },
    waivers: [],
    today: '2026-01-01',
    isDue: () => false,
  });
  return { findings, unknowns, score };
};

const CASES = ['native', 'amazon-connect', 'genesys-architect'].flatMap((reader): readonly Source[] => {
  const folder = path.join(import.meta.dirname, reader, 'cases');
  return readdirSync(folder)
    .filter((name) => /\.(?:json|ya?ml)$/u.test(name))
    .map((name) => ({ path: `${reader}/${name}`, text: readFileSync(path.join(folder, name), 'utf8') }));
});

/** Flows that lead into each other, each in a file of its own. */
const flows = fc.integer({ min: 2, max: 6 }).chain((count) => {
  const other = fc.integer({ min: 0, max: count }).map((i) => `f${i}`);
  const step = fc.oneof(
    other.map((to) => `  - use: ${to}\n    if-failed: end\n`),
    other.map((to) => `  - queue: Desk\n    hold: ${to}\n    if-full: end\n    afterwards:\n      - end: solved\n`),
    other.map((to) => `  - menu: How can we help?\n    choices:\n      1 billing: ${to}-part\n    if-silent: end\n`),
    fc.constantFrom(
      '  - say: Call us on +44 20 7946 0018.\n',
      '  - verify: password\n    if-wrong: end\n',
      '  - ask: account number\n    if-silent: end\n',
    ),
  );
  const last = fc.oneof(
    other.map((to) => `  - transfer: ${to}\n    if-no-answer: end\n`),
    fc.constant('  - end: solved\n'),
  );
  const role = fc.constantFrom('', '', 'role: sub-flow\n', 'role: hold\n');
  const body = fc.tuple(role, fc.array(step, { maxLength: 3 }), last);
  return fc.array(body, { minLength: count, maxLength: count }).map((bodies) =>
    bodies.map(([kind, steps, end], i): Source => {
      const text = [`flow: f${i}\nchannel: phone\n${kind}steps:\n  - say: Welcome.\n`, ...steps.map((one) => one.replace(/f\d+-part/u, 'end')), end];
      return { path: `flows/f${i}.yaml`, text: text.join('') };
    }),
  );
});

describe('judging in batches gives what judging at once gives', () => {
  it('for flows that lead into each other', { timeout: 60_000 }, async () => {
    let withTies = 0;
    await fc.assert(
      fc.asyncProperty(flows, fc.integer({ min: 1, max: 12 }), async (files, batch) => {
        const whole = (await assess(files)) as { findings: readonly { journey: readonly { file: string }[] }[] };
        if (whole.findings.some(({ journey }) => new Set(journey.map(({ file }) => file)).size > 1)) withTies++;
        expect(await assess(files, batch)).toEqual(whole);
      }),
      { numRuns: 60 },
    );
    expect(withTies).toBeGreaterThan(0);
  });

  it('for flows of all formats, in any order', { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray(CASES, { minLength: 8, maxLength: 25 }), fc.integer({ min: 1, max: 200 }), async (files, batch) => {
        expect(await assess(files, batch)).toEqual(await assess(files));
      }),
      { numRuns: 25 },
    );
  });
});

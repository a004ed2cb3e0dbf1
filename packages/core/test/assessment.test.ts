import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { Assessment } from '../src/assessment.js';
import { isWrittenJudged } from '../src/batches/is-written.js';
import { RuleNumbers } from '../src/batches/rule-numbers.js';
import type { WrittenJudged } from '../src/batches/written.js';
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

const artefactsOf = async (source: Source): Promise<readonly Artefact[]> => {
  await prepare(source);
  const result = read(source);
  return result.ok ? result.artefacts : [];
};

/** What is kept of files, by path, as text; what it says of rules is in `numbers`. A file that is missing was not let go. */
interface Written {
  readonly numbers: readonly string[];
  readonly files: ReadonlyMap<string, string>;
}

interface Assessing {
  readonly batch?: number;
  /** What was judged of some of the files before; a file that does not hold what it held then has no place in it. */
  readonly given?: readonly Written[];
  /** Files whose artefacts are held back. */
  readonly stays?: (path: string) => boolean;
}

const assess = async (
  files: readonly Source[],
  { batch, given = [], stays = () => false }: Assessing = {},
): Promise<{ readonly told: unknown; readonly written: Written; readonly again: readonly string[] }> => {
  const again: string[] = [];
  const assessment = new Assessment({
    rules: () => Promise.resolve(rules),
    assume: {},
    again: async (paths) => {
      again.push(...paths);
      return (await Promise.all(files.filter((file) => paths.has(file.path)).map(artefactsOf))).flat();
    },
    keep: batch === undefined,
    writes: true,
    ...(batch === undefined ? {} : { batch }),
  });
  const parts = given.map(({ numbers, files: texts }) => ({ numbers: new RuleNumbers(numbers), texts }));
  for (const file of files) {
    const part = parts.find(({ texts }) => texts.has(file.path));
    const judged = part === undefined ? undefined : (JSON.parse(part.texts.get(file.path) ?? '') as readonly WrittenJudged[]);
    if (part === undefined || judged === undefined) await assessment.add(await artefactsOf(file), stays(file.path));
    else {
      for (const one of judged) expect(isWrittenJudged(one, part.numbers.names.length)).toBe(true);
      assessment.addJudged(file.path, judged, part.numbers);
    }
  }
  const { verdicts, questions, writtenOf } = await assessment.end();
  const numbers = new RuleNumbers();
  const texts = files.flatMap(({ path: name }): readonly [string, string][] => {
    const written = writtenOf(name, numbers);
    return written === undefined ? [] : [[name, JSON.stringify(written)]];
  });
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
  return { told: { findings, unknowns, score }, written: { numbers: numbers.names, files: new Map(texts) }, again };
};

const CASES = ['native', 'amazon-connect', 'genesys-architect'].flatMap((reader): readonly Source[] => {
  const folder = path.join(import.meta.dirname, reader, 'cases');
  return readdirSync(folder)
    .filter((name) => /\.(?:json|ya?ml)$/u.test(name))
    .map((name) => ({ path: `${reader}/${name}`, text: readFileSync(path.join(folder, name), 'utf8') }));
});

/** Flows that lead into each other, each in a file of its own; some of them share a name, in another folder. */
const flowsOf = (counts: { readonly min: number; readonly max: number }): fc.Arbitrary<readonly Source[]> =>
  fc.integer(counts).chain((count) => {
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
    const folder = fc.constantFrom('flows', 'flows', 'flows', 'flows/old', 'more');
    const body = fc.tuple(folder, fc.option(other, { nil: undefined, freq: 6 }), role, fc.array(step, { maxLength: 3 }), last);
    return fc.array(body, { minLength: count, maxLength: count }).map((bodies) =>
      bodies.map(([where, shared, kind, steps, end], i): Source => {
        const head = `flow: ${shared ?? `f${i}`}\nchannel: phone\n${kind}steps:\n  - say: Welcome.\n`;
        const text = [head, ...steps.map((one) => one.replace(/f\d+-part/u, 'end')), end];
        return { path: `${where}/f${i}.yaml`, text: text.join('') };
      }),
    );
  });
const flows = flowsOf({ min: 2, max: 6 });
/** How large batches are, for a test: of few steps. */
const batches = fc.integer({ min: 1, max: 12 });

describe('judging in batches gives what judging at once gives', () => {
  it('for flows that lead into each other', { timeout: 60_000 }, async () => {
    let withTies = 0;
    await fc.assert(
      fc.asyncProperty(flows, batches, async (files, batch) => {
        const whole = (await assess(files)).told as { findings: readonly { journey: readonly { file: string }[] }[] };
        if (whole.findings.some(({ journey }) => new Set(journey.map(({ file }) => file)).size > 1)) withTies++;
        expect((await assess(files, { batch })).told).toEqual(whole);
      }),
      { numRuns: 60 },
    );
    expect(withTies).toBeGreaterThan(0);
  });

  it('for flows of all formats, in any order', { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray(CASES, { minLength: 8, maxLength: 25 }), fc.integer({ min: 1, max: 200 }), async (files, batch) => {
        expect((await assess(files, { batch })).told).toEqual((await assess(files)).told);
      }),
      { numRuns: 25 },
    );
  });
});

/** Cuts files into parts: the part of each is in `places`. */
const cut = (files: readonly Source[], places: readonly number[]): readonly (readonly Source[])[] => {
  const parts = new Map<number, Source[]>();
  files.forEach((file, i) => {
    const place = places[i % places.length] ?? 0;
    parts.set(place, [...(parts.get(place) ?? []), file]);
  });
  return [...parts.values()];
};
const places = fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 1, maxLength: 12 });

describe('what is kept of files that were judged stands for them', () => {
  const joined = async (files: readonly Source[], where: readonly number[], batch: number, stays: (path: string) => boolean): Promise<void> => {
    const given = await Promise.all(cut(files, where).map(async (part) => (await assess(part, { batch, stays })).written));
    expect((await assess(files, { batch: 4000, given, stays })).told).toEqual((await assess(files)).told);
  };

  it('where several judged a part of the files each', { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(flows, places, batches, fc.integer({ min: 2, max: 9 }), async (files, where, batch, held) => {
        await joined(files, where, batch, (name) => Number(/\d+/u.exec(name)) % held === 1);
      }),
      { numRuns: 60 },
    );
  });

  it('in all formats', { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray(CASES, { minLength: 8, maxLength: 25 }), places, async (files, where) => {
        await joined(files, where, 200, () => false);
      }),
      { numRuns: 25 },
    );
  });

  it('where some files have changed since, have gone or are new', { timeout: 60_000 }, async () => {
    const edit = fc.record({ at: fc.nat(), to: fc.option(fc.nat(), { nil: undefined }), moves: fc.boolean() });
    let reused = 0;
    await fc.assert(
      fc.asyncProperty(
        flowsOf({ min: 3, max: 7 }),
        flowsOf({ min: 2, max: 4 }),
        fc.array(edit, { maxLength: 3 }),
        batches,
        async (first, others, edits, batch) => {
          let files = first;
          let given = (await assess(files, { batch })).written;
          // Twice, so that what was kept is also what a run kept that took in what was kept.
          for (const round of [0, 1]) {
            const before = new Map(files.map((file) => [file.path, file.text]));
            for (const { at, to, moves } of edits) {
              const place = (at + round) % files.length;
              const { path: name } = files[place]!;
              const text = to === undefined ? undefined : others[to % others.length]!.text;
              const changed = text === undefined ? [] : [{ path: moves ? name.replace('/f', '/g') : name, text }];
              files = [...files.slice(0, place), ...changed, ...files.slice(place + 1)].filter(
                (file, i, all) => all.findIndex((other) => other.path === file.path) === i,
              );
              if (files.length === 0) return;
            }
            const still = new Map([...given.files].filter(([name]) => files.some((file) => file.path === name && file.text === before.get(name))));
            const warm = await assess(files, { batch, given: [{ ...given, files: still }] });
            expect(warm.told).toEqual((await assess(files)).told);
            reused += [...still.keys()].filter((name) => !warm.again.includes(name)).length;
            given = warm.written;
          }
        },
      ),
      { numRuns: 60 },
    );
    expect(reused).toBeGreaterThan(0);
  });
});

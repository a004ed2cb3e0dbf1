import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { schemaOf } from '@carelint/policy-schema';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { loadPhoneLibrary } from '../../src/link/found/phone-library.js';
import { check, compile, link, read } from '../../src/pipeline.js';
import type { Artefact } from '../../src/model/artefact.js';
import { builtinRules } from '../../src/policy/builtin.generated.js';
import { loadJsonPath } from '../../src/policy/json-path.js';
import { exitCode } from '../../src/report/report.js';
import { settle } from '../../src/report/settle.js';
import { LineMap } from '../../src/source/line-map.js';
import { locate } from '../../src/source/locate.js';
import { parseDocument } from '../../src/source/parse-document.js';
import { EMBEDDED, type Problem, type Route, type Source } from '../../src/source/source.js';
import { changes, mutated, scratched } from './mutate.js';

// Hundreds of whole runs, also on a machine that is busy.
vi.setConfig({ testTimeout: 90_000 });

/** Small files that look as what people really keep, one for each form that is read; the cases of the readers beside them. */
const SMALL: readonly Source[] = [
  {
    path: 'hello.yaml',
    text: 'flow: hello\nchannel: phone\nsteps:\n  - say: Good day, {{name}}.\n  # carelint-disable-next-line no-human-route -- a test\n  - menu: Press one.\n    id: top\n    choices:\n      1 billing: then: pay\n      2 again: top\n    if-silent: { again: 2, then: end }\n  - queue: desk\n    if-full: bye\nparts:\n  bye:\n    - end: not-solved\n',
  },
  {
    path: 'flow.json',
    text: JSON.stringify(
      {
        Version: '2019-10-30',
        StartAction: 'a',
        Metadata: { name: 'Main', ActionMetadata: { a: { position: {} } } },
        Actions: [
          {
            Identifier: 'a',
            Type: 'MessageParticipant',
            Parameters: { Text: '<speak>Hi $.Attributes.name</speak>' },
            Transitions: { NextAction: 'b', Errors: [{ NextAction: 'd', ErrorType: 'NoMatchingError' }] },
          },
          {
            Identifier: 'b',
            Type: 'GetParticipantInput',
            Parameters: { Text: 'Press 1', StoreInput: 'False', InputTimeLimitSeconds: '5' },
            Transitions: {
              NextAction: 'd',
              Conditions: [{ NextAction: 'c', Condition: { Operator: 'Equals', Operands: ['1'] } }],
              Errors: [
                { NextAction: 'b', ErrorType: 'InputTimeLimitExceeded' },
                { NextAction: 'd', ErrorType: 'NoMatchingError' },
              ],
            },
          },
          {
            Identifier: 'c',
            Type: 'TransferContactToQueue',
            Parameters: {},
            Transitions: { NextAction: 'd', Errors: [{ NextAction: 'd', ErrorType: 'QueueAtCapacity' }] },
          },
          { Identifier: 'd', Type: 'DisconnectParticipant', Parameters: {}, Transitions: {} },
        ],
      },
      undefined,
      1,
    ),
  },
  {
    path: 'stack.yaml',
    text: 'Resources:\n  Flow:\n    Type: AWS::Connect::ContactFlow\n    Properties:\n      Name: Main\n      Type: CONTACT_FLOW\n      Content: |\n        {"Version":"2019-10-30","StartAction":"a","Actions":[{"Identifier":"a","Type":"MessageParticipant","Parameters":{"Text":"Hi"},"Transitions":{"NextAction":"b"}},{"Identifier":"b","Type":"DisconnectParticipant"}]}\n',
  },
  {
    path: 'archy.yaml',
    text: 'inboundCall:\n  name: Main\n  defaultLanguage: en-us\n  startUpRef: "/inboundCall/menus/menu[top]"\n  initialGreeting:\n    tts: Welcome\n  menus:\n    - menu:\n        name: Top\n        refId: top\n        audio:\n          tts: Press one\n        choices:\n          - menuTransferToAcd:\n              name: Desk\n              dtmf: digit_1\n              targetQueue:\n                lit:\n                  name: desk\n          - menuDisconnect:\n              name: Bye\n              dtmf: digit_9\n',
  },
];
const CASES = ['native', 'amazon-connect', 'genesys-architect'].flatMap((reader): readonly Source[] => {
  const folder = path.join(import.meta.dirname, '..', reader, 'cases');
  return readdirSync(folder)
    .filter((name) => /\.(?:json|yaml)$/u.test(name))
    .map((name) => ({ path: name, text: readFileSync(path.join(folder, name), 'utf8') }))
    .filter(({ text }) => text.length < 12_000);
});
const files = [...SMALL, ...SMALL, ...CASES];

const levels = builtinRules().map(({ id }) => ({ id, level: 'warning' as const, options: {}, applies: () => true }));
const rules = compile({ documents: [], settings: levels, assume: {}, jsonPath: await loadJsonPath() });
const phones = await loadPhoneLibrary();

const isReport = new Ajv2020({ strict: false, validateFormats: false }).compile(schemaOf('report'));

const walked = (value: unknown, route: Route): boolean => {
  let at = value;
  for (const key of route) {
    if (key === EMBEDDED) return typeof at === 'string';
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, key)) return false;
    at = (at as Record<string | number, unknown>)[key];
  }
  return true;
};

/** Wiring is whole, and everything has a place in its file. */
const sound = (source: Source, artefact: Artefact): void => {
  const ids = new Set(artefact.steps.map(({ id }) => id));
  expect(ids.size).toBe(artefact.steps.length);
  for (const { from, to } of artefact.edges) expect(ids.has(from) && ids.has(to), `${from} -> ${to}`).toBe(true);
  if (artefact.steps.length > 0) expect(ids.has(artefact.start ?? '')).toBe(true);
  const { value, syntax } = parseDocument(source);
  const { lines } = new LineMap(source.text);
  const routes = [artefact.route, ...artefact.steps.map(({ route }) => route), ...artefact.utterances.map(({ route }) => route)];
  // What a platform does where a setting is left out has the place of the nearest block that is there.
  const sure = (route: Route): Route =>
    artefact.format === 'native' ? route : route.slice(0, artefact.route.length + (artefact.format === 'genesys-architect' ? 0 : 2));
  for (const route of routes) expect(walked(value, sure(route)), `no ${route.join('/')}`).toBe(true);
  // Finding a place parses the file anew: a few will do.
  for (const route of [routes[0]!, routes.at(-1)!, routes[routes.length >> 1]!]) placed(locate(source, syntax, route), lines);
};

const placed = (place: Problem['place'], lines: number): void => {
  if (place === undefined) return;
  expect(place.line).toBeGreaterThan(0);
  expect(place.column).toBeGreaterThan(0);
  expect(place.endLine).toBeGreaterThanOrEqual(place.line);
  expect(place.endLine).toBeLessThanOrEqual(lines);
};

/** All stages over these files, as the command runs them. */
const run = (sources: readonly Source[]): void => {
  const artefacts: Artefact[] = [];
  const problems: Problem[] = [];
  for (const source of sources) {
    const result = read(source);
    problems.push(...(result.problems ?? []));
    for (const { place, message } of result.problems ?? []) {
      placed(place, new LineMap(source.text).lines);
      expect(message).toMatch(/^.{10,}/su);
      expect(message).not.toMatch(/undefined|\[object|NaN/u);
    }
    if (!result.ok) expect(result.problems.length).toBeGreaterThan(0);
    else
      for (const artefact of result.artefacts) {
        sound(source, artefact);
        artefacts.push(artefact);
      }
  }
  const service = link(artefacts, { phones });
  const verdicts = check(service, rules);
  const report = settle(verdicts, {
    version: '0.0.0',
    textOf: (shown) => sources.find((source) => source.path === shown),
    locate,
    problems,
    coverage: { files: sources.length, read: sources.length, unclaimed: 0, skipped: 0, failed: 0, artefacts: {}, steps: 0, rules: rules.length },
    waivers: [],
    today: '2026-01-01',
    isDue: () => false,
    directives: { files: sources.map((source) => source.path), artefacts: service.artefacts, known: levels.map(({ id }) => id), ran: () => true },
  });
  const written: unknown = JSON.parse(JSON.stringify(report));
  expect(isReport(written), JSON.stringify(isReport.errors)).toBe(true);
  expect([0, 1]).toContain(exitCode(report, 'error'));
};

const numbered = (sources: readonly Source[]): readonly Source[] => sources.map(({ path: name, text }, i) => ({ path: `${i}-${name}`, text }));
const one = fc.constantFrom(...files);

const asTree = (source: Source, change: (value: unknown) => unknown): Source => {
  const { value, problem } = parseDocument(source);
  return problem === undefined && typeof value === 'object' ? { path: source.path, text: JSON.stringify(change(value), undefined, 1) } : source;
};

describe('all stages, whatever is in the files', () => {
  it('good files', () => {
    for (const source of files) run([source]);
    run(numbered(files));
  });

  it('files cut off, spliced, with characters changed', () => {
    fc.assert(
      fc.property(one, changes(4), one, (source, made, other) => run(numbered([{ ...source, text: scratched(source.text, made) }, other]))),
      { numRuns: 300 },
    );
  });

  it('files with values of every kind in every place', () => {
    fc.assert(
      fc.property(one, changes(4), (source, made) => run(numbered([asTree(source, (value) => mutated(value, made))]))),
      { numRuns: 500 },
    );
  });

  it('two files grown together', () => {
    fc.assert(
      fc.property(one, one, fc.nat(), (source, other, at) => {
        const where = at % source.text.length;
        run(numbered([{ path: source.path, text: source.text.slice(0, where) + other.text.slice(where % other.text.length) }]));
      }),
      { numRuns: 150 },
    );
  });

  it('bytes', () => {
    const bytes = fc.uint8Array({ maxLength: 400 }).map((array) => Buffer.from(array));
    const head = fc.constantFrom('', 'flow: x\n', '{', '{"Actions":[', 'inboundCall:\n', 'Resources:\n', 'botFlow: ', '- ');
    const text = fc
      .tuple(head, bytes, fc.constantFrom('utf8' as const, 'latin1' as const, 'base64' as const, 'utf16le' as const))
      .map(([first, array, as]) => first + array.toString(as));
    fc.assert(
      fc.property(text, fc.constantFrom('a.json', 'a.yaml', 'a.i3InboundFlow', 'a'), (written, name) => run([{ path: name, text: written }])),
      { numRuns: 1000 },
    );
  });
});

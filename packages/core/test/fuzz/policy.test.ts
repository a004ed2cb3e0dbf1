import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { UserError } from '../../src/errors.js';
import { EDGE_EVENTS, STEP_KINDS } from '../../src/model/step.js';
import { check, compile } from '../../src/pipeline.js';
import { builtinDefine, builtinRules } from '../../src/policy/builtin.generated.js';
import type { PolicyDocument } from '../../src/policy/builtin.js';
import type { CompiledRule } from '../../src/policy/compile.js';
import { loadJsonPath, type JsonPath } from '../../src/policy/json-path.js';
import { LineMap } from '../../src/source/line-map.js';
import { parseDocument } from '../../src/source/parse-document.js';
import type { Source } from '../../src/source/source.js';
import { smallService, type SmallService } from '../policy/small-service.js';
import { changes, HOSTILE, mutated } from './mutate.js';

const RULE = {
  rule: 'mine',
  title: 'Nobody waits',
  suffers: 'They wait.',
  about: 'flow',
  level: 'error',
  certainty: 'high',
  message: '{at}: this is bad.',
  instead: 'Help.',
  sources: [{ seed: 'M1' }],
};

/** Rules with every assertion and every keyword; the built-in ones beside them. */
const OWN: readonly object[] = [
  {
    ...RULE,
    options: { max: { type: 'integer', default: 2, minimum: 0 } },
    forbid: {
      path: {
        from: 'verify',
        'leaving-by': ['failed', { on: 'choice', of: 'menu', says: '/no/', not: 'timeout' }],
        along: 'system',
        through: 'say',
        to: 'end',
        avoiding: ['relief', { kind: 'queue', not: { says: 'refusal' } }],
        within: { efforts: '$max' },
      },
    },
  },
  { ...RULE, forbid: [{ loop: { through: 'ask', along: 'every', avoiding: { offers: 'person' } } }, { step: { kind: ['say', 'queue'], times: 3 } }] },
  {
    ...RULE,
    forbid: { longer: { path: { from: 'start', to: 'end' }, than: { from: 'start', to: 'person', avoiding: 'queue' }, by: { clicks: 1 } } },
  },
  {
    ...RULE,
    about: 'any',
    forbid: {
      value: { at: "$.steps[?@.say == 'x']..id", matches: { type: ['string', 'null'], pattern: '^(a|b)+$', not: { enum: [1, 'x'] } }, times: 2 },
    },
  },
  {
    ...RULE,
    about: { kind: 'flow', role: ['entry', 'hold'], channel: 'phone' },
    forbid: {
      text: {
        says: ['refusal', '/never/'],
        with: { speaker: { const: 'system' } },
        not: { says: 'offer' },
        avoiding: 'offer',
        within: { sentences: 2 },
        times: 1,
      },
    },
  },
  {
    ...RULE,
    require: [{ path: { from: { kind: 'ask', with: { slot: { type: 'string', minLength: 1 } } }, to: { kind: 'ask', same: 'slot' } } }],
    'yields-to': ['no-human-route'],
    'unless-assumed': 'crm-opens-cases',
  },
];
const rules = [...OWN, ...builtinRules().map(({ value }) => value)];
const define = {
  define: 1,
  patterns: { 'loop-a': ['say', { kind: 'ask', not: 'relief' }], chain: 'loop-a' },
  edges: { sad: ['failure', 'timeout'] },
};

let jsonPath: JsonPath;
beforeAll(async () => {
  jsonPath = await loadJsonPath();
});

const sourceOf = (path: string, value: unknown): PolicyDocument | undefined => {
  const source: Source = { path, text: JSON.stringify(value, undefined, 1) };
  const document = parseDocument(source);
  // The command says so before anything is compiled.
  return document.problem === undefined ? { source, value: document.value } : undefined;
};

const idIn = (value: unknown): string => {
  const id = typeof value === 'object' && value !== null ? (value as { rule?: unknown }).rule : undefined;
  return typeof id !== 'string' ? 'our/mine' : id.includes('/') ? id : `our/${id}`;
};

/** Compiles or is told what is wrong, where; anything else fails the test. */
const compiled = (rule: unknown, defined: unknown, words: unknown, options: Readonly<Record<string, unknown>>): CompiledRule[] => {
  const document = sourceOf('rule.yaml', rule);
  const names = sourceOf('define.yaml', defined);
  const sets = sourceOf('en.yaml', words);
  if (document === undefined || names === undefined || sets === undefined) return [];
  try {
    return compile({
      documents: [{ ...document, pack: 'our' }],
      defines: [names],
      words: [{ ...sets, language: 'en' }],
      jsonPath,
      assume: {},
      settings: [{ id: idIn(document.value), level: 'error', options, applies: () => true }],
    });
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    expect(error.message).toMatch(/^.{10,}/su);
    expect(error.message).not.toMatch(/undefined|\[object|NaN/u);
    const { place } = error;
    const text = [document, names, sets].find(({ source }) => source.path === error.path)?.source.text;
    if (error.path === undefined) return [];
    expect(text).toBeDefined();
    expect(place?.line).toBeGreaterThan(0);
    expect(place?.endLine).toBeLessThanOrEqual(new LineMap(text ?? '').lines);
    return [];
  }
};

const messageOf = (rule: object, defined: object = define, sets: object = words): string => {
  const document = sourceOf('rule.yaml', rule)!;
  const names = sourceOf('define.yaml', defined)!;
  const own = sourceOf('en.yaml', sets)!;
  try {
    compile({
      documents: [{ ...document, pack: 'our' }],
      defines: [names],
      words: [{ ...own, language: 'en' }],
      jsonPath,
      assume: {},
      settings: [{ id: 'our/mine', level: 'error', options: {}, applies: () => true }],
    });
    return 'compiled';
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return error.message;
  }
};
const said = fc.constantFrom(
  'I am sorry, we cannot help you.',
  'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa',
  'constructor',
  "qu'".repeat(50),
  '⟨name⟩ never',
  '',
  null,
  '.'.repeat(300),
);
const datum = fc.constantFrom<unknown>('?', 'pin', 3, null, [], ['?'], { a: '?' }, 'hours', true, 'aaaa');
const kind = fc.constantFrom(...STEP_KINDS.filter((one) => one !== 'start'));
const line = fc.tuple(
  kind,
  fc.record({ slot: datum, method: datum, of: datum, outcome: datum, delivered: datum, constructor: datum, text: said }, { requiredKeys: [] }),
  fc.array(fc.tuple(fc.constantFrom(...EDGE_EVENTS), fc.nat({ max: 5 }))),
);

/** Small services of any shape: loops, islands, steps without a way on. */
const service: fc.Arbitrary<SmallService> = fc.array(fc.array(line, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 2 }).map((flows) => ({
  flows: Object.fromEntries(
    flows.map((lines, f) => [
      `f${f}`,
      [
        's0 start | next:s1',
        ...lines.map(
          ([of, data, edges], i) =>
            `s${i + 1} ${of} ${JSON.stringify(of === 'call' || of === 'queue' ? { ...data, to: 'f0' } : data)}${edges.length === 0 ? '' : ` | ${edges.map(([on, to]) => `${on}:s${to % (lines.length + 1)}(no)`).join(' ')}`}`,
        ),
      ],
    ]),
  ),
}));

const judged = (ready: readonly CompiledRule[], on: SmallService): void => {
  for (const verdict of check(smallService(on), ready)) {
    expect(verdict.message).not.toBe('');
    expect(verdict.message).not.toMatch(/undefined|\[object/u);
  }
};

const options = fc.dictionary(fc.constantFrom('max', 'least', 'constructor', '__proto__', 'x'), fc.constantFrom(...HOSTILE), { maxKeys: 1 });
const words = { words: 'en', offer: ['we can … help', '!we can not help'], mine: ['a a a', 'constructor'] };

describe('a policy, whatever is in it, compiles or is told apart with its place', () => {
  it('rules with changes of any kind; and what compiles judges any service', () => {
    fc.assert(
      fc.property(fc.constantFrom(...rules), changes(3), options, service, (rule, made, given, on) => {
        judged(compiled(mutated(rule, made), define, words, given), on);
      }),
      { numRuns: 1200 },
    );
  });

  it('rules as they are judge any service', () => {
    const alone = rules.map((rule) => ({ ...(rule as object), rule: 'mine', 'yields-to': undefined }));
    expect(alone.map((rule) => messageOf(rule)).filter((message) => message !== 'compiled')).toEqual([]);
    const ready = alone.map((rule) => compiled(rule, define, words, {}));
    fc.assert(
      fc.property(service, (on) => judged(ready.flat(), on)),
      { numRuns: 150 },
    );
  });

  it('named patterns and phrase sets with changes of any kind', () => {
    const user = { ...RULE, forbid: { path: { from: 'chain', 'leaving-by': 'sad', to: { kind: 'loop-a', says: ['mine', 'offer'] } } } };
    fc.assert(
      fc.property(changes(2), changes(2), service, (first, second, on) => {
        judged(compiled(user, mutated(define, first), words, {}), on);
        judged(compiled(user, define, mutated(words, second), {}), on);
        judged(
          compiled(
            user,
            {
              define: 1,
              ...(mutated(
                { patterns: { 'loop-a': 'say', chain: 'loop-a' }, edges: builtinDefine() === null ? {} : { sad: 'failure' } },
                first,
              ) as object),
            },
            words,
            {},
          ),
          on,
        );
      }),
      { numRuns: 300 },
    );
  });
});

const withStep = (pattern: unknown): object => ({ ...RULE, forbid: { step: pattern } });
const atPath = (at: string): object => ({ ...RULE, forbid: { value: { at } } });
const names = (length: number, of: (i: number) => unknown): Record<string, unknown> =>
  Object.fromEntries(Array.from({ length }, (_, i) => [`n${i}`, of(i)]));

describe('what would stall a run is refused, or costs little', () => {
  it.each<readonly [string, object, RegExp]>([
    ['nothing, a billion times', withStep({ says: '/(?:(?:(?:(?:){9999}){9999}){9999}){9999}/' }), /^compiled$/u],
    ['groups in groups', withStep({ says: '/((((a{1,30}){1,30}){1,30}){1,30})/' }), /too large/u],
    ['brackets in brackets', withStep({ says: `/${'('.repeat(60)}a${')'.repeat(60)}/` }), /too many groups/u],
    ['a pattern as long as a book', withStep({ says: `/${'a'.repeat(5000)}/` }), /longer than 1000/u],
    ['not, not, not', withStep(Array.from({ length: 60 }).reduce<unknown>((inner) => ({ not: inner }), 'say')), /^compiled$/u],
    [
      'two schemas in two schemas',
      withStep({ with: { slot: Array.from({ length: 40 }).reduce<unknown>((inner) => ({ anyOf: [inner, { const: 1 }] }), {}) } }),
      /^compiled$/u,
    ],
    ['a keyword that every object has', withStep({ with: { slot: { constructor: 1 } } }), /not a JSON Schema keyword/u],
    [
      'an expression in a schema that only JavaScript knows',
      withStep({ with: { slot: { pattern: '(?=a)b' } } }),
      /^This regular expression cannot be used: Looking ahead/u,
    ],
    ['a backtracking expression in a JSONPath', atPath("$[?search(@.a, '(a+)+b')]"), /regular expressions cannot stand in it/u],
    ['a JSONPath that goes down and down', atPath('$..*..*..*'), /at most 2 times/u],
    ['such words as a text in a JSONPath', atPath("$['a..b..c..d match(']"), /^compiled$/u],
  ])('%s', (_, rule, message) => {
    expect(messageOf(rule)).toMatch(message);
  });

  it.each<readonly [string, object, RegExp]>([
    ['in a circle', { a: 'b', b: 'c', c: 'a' }, /is defined by itself: a -> b -> c -> a/u],
    ['by way of thousands', { ...names(5000, (i) => `n${i + 1}`), n5000: 'say', a: 'n0' }, /by way of more than 100 others/u],
    ['each twice by the next', { ...names(60, (i) => [`n${i + 1}`, { not: `n${i + 1}` }]), n60: 'say', a: 'n0' }, /^compiled$/u],
  ])('names defined %s', (_, patterns, message) => {
    expect(messageOf(withStep('a'), { define: 1, patterns })).toMatch(message);
  });

  it.each<readonly [string, object, RegExp]>([
    ['a number', { words: 'en', mine: [3] }, /^A phrase is a text/u],
    ['a page', { words: 'en', mine: ['x '.repeat(400)] }, /more than 500 characters/u],
    ['no list', { words: 'en', mine: { a: 1 } }, /is a list of phrases/u],
  ])('a phrase that is %s', (_, sets, message) => {
    expect(messageOf(withStep({ says: 'mine' }), define, sets)).toMatch(message);
  });
});

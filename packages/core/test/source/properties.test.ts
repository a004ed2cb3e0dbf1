import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { locate, textAt } from '../../src/source/locate.js';
import { LineMap } from '../../src/source/line-map.js';
import { parseDocument } from '../../src/source/parse-document.js';
import { EMBEDDED } from '../../src/source/source.js';
import type { Route, Source } from '../../src/source/source.js';

/** Words that trip up YAML readers, and whatever else there is. */
const text = fc.oneof(
  fc.constantFrom(
    '',
    'yes',
    'no',
    'null',
    '~',
    '1',
    '-1.5',
    '0x1f',
    'true',
    '2026-01-01',
    ': ',
    ' #',
    '- a',
    '{a',
    '[',
    '&a',
    '*a',
    '!b',
    '%',
    '@',
    '"',
    "'",
    '|',
    '>',
    '\n',
    'a\nb\n',
    ' a ',
    'a: b',
    '<<',
    '__proto__',
    '?',
    '\t',
    'ü',
    '😀',
    '{{x}}',
  ),
  fc.string({ unit: fc.constantFrom(...Array.from('ab :-#\'"{}[],&*!|>%@`\n\\?x1.é')), maxLength: 12 }),
);
const number = fc.oneof(
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((n) => (Object.is(n, -0) ? 0 : n)),
);
const leaf = fc.oneof(text, number, fc.boolean(), fc.constant(null));
const { tree } = fc.letrec((tie) => ({
  tree: fc.oneof({ depthSize: 'small' }, leaf, fc.array(tie('tree'), { maxLength: 4 }), fc.dictionary(text, tie('tree'), { maxKeys: 4 })),
}));

const routes = (value: unknown, route: Route = []): Route[] => {
  if (typeof value !== 'object' || value === null) return [route];
  const entries = Array.isArray(value) ? value.map((item, i) => [i, item] as const) : Object.entries(value);
  return [route, ...entries.flatMap(([key, item]) => routes(item, [...route, key]))];
};
const valueAt = (value: unknown, route: Route): unknown =>
  route.reduce<unknown>((inner, key) => (inner as Record<string | number, unknown>)[key], value);
const RUNS = { numRuns: 500 };

describe('JSON', () => {
  it('parses to the value, and every route leads to text that parses to its value', () => {
    fc.assert(
      fc.property(fc.oneof(fc.array(tree), fc.dictionary(text, tree)), fc.constantFrom(undefined, 2, '\t'), (value, indent) => {
        const source: Source = { path: 'a.json', text: JSON.stringify(value, undefined, indent) };
        const plain: unknown = JSON.parse(source.text);
        const document = parseDocument(source);
        expect(document.value).toEqual(plain);
        for (const route of routes(plain)) expect(JSON.parse(textAt(source, document.syntax, route))).toEqual(valueAt(plain, route));
      }),
      RUNS,
    );
  });

  it('finds places inside embedded documents in a block scalar', () => {
    fc.assert(
      fc.property(fc.oneof(fc.array(tree, { minLength: 1 }), fc.dictionary(text, tree, { minKeys: 1 })), (value) => {
        const inner = JSON.stringify(value, undefined, 2);
        const source: Source = {
          path: 'a.yaml',
          text: `top:\n  body: |\n${inner
            .split('\n')
            .map((line) => `    ${line}`)
            .join('\n')}\n`,
        };
        const plain: unknown = JSON.parse(inner);
        for (const route of routes(plain)) {
          expect(JSON.parse(textAt(source, 'yaml', ['top', 'body', EMBEDDED, ...route]))).toEqual(valueAt(plain, route));
        }
      }),
      RUNS,
    );
  });
});

describe('YAML', () => {
  const style = fc.record({
    collectionStyle: fc.constantFrom('any' as const, 'flow' as const),
    indentSeq: fc.boolean(),
    defaultStringType: fc.constantFrom(
      'PLAIN' as const,
      'QUOTE_DOUBLE' as const,
      'QUOTE_SINGLE' as const,
      'BLOCK_LITERAL' as const,
      'BLOCK_FOLDED' as const,
    ),
    lineWidth: fc.constantFrom(0, 20, 80),
  });

  // Other YAML software writes `<<` without quotes and means a merge by it.
  const plainTree = tree.filter((value) => !JSON.stringify(value).includes('<<'));

  /** What the package writes, where it reads the same in it again: what it cannot read back it has not written down. */
  const readsBack = (written: string, value: unknown): boolean => {
    try {
      return JSON.stringify(parse(written)) === JSON.stringify(value);
    } catch {
      return false;
    }
  };

  it('a question mark alone on its line begins a key (YAML 1.2.2, 7.3.3 and 7.4), also where the package meant text by it', () => {
    expect(readsBack(stringify(['?\na'], { collectionStyle: 'flow' }), ['?\na'])).toBe(false);
    expect(parseDocument({ path: 'a.yaml', text: '[\n  ?\n\n    a\n]\n' }).value).toEqual([{ a: null }]);
    expect(parseDocument({ path: 'a.yaml', text: '- "?\n\n  a"\n' }).value).toEqual(['?\na']);
  });

  it('reads what the `yaml` package writes', () => {
    fc.assert(
      fc.property(plainTree, style, (value, options) => {
        // Blanks alone do not survive in a block, as the package writes it.
        fc.pre(!options.defaultStringType.startsWith('BLOCK') || !/"(?: |\\n|\\t)+"/u.test(JSON.stringify(value)));
        const written = stringify(value, { ...options, aliasDuplicateObjects: false });
        fc.pre(readsBack(written, value));
        const document = parseDocument({ path: 'a.yaml', text: written });
        expect(document.problem).toBeUndefined();
        expect(document.value).toEqual(JSON.parse(JSON.stringify(value)));
      }),
      RUNS,
    );
  });

  it('every route leads to text that parses to its value', () => {
    fc.assert(
      fc.property(plainTree, style, (value, options) => {
        const source: Source = { path: 'a.yaml', text: stringify(value, { ...options, aliasDuplicateObjects: false }) };
        const document = parseDocument(source);
        const lines = new LineMap(source.text);
        for (const route of routes(document.value)) {
          const found = textAt(source, document.syntax, route);
          const expected = valueAt(document.value, route);
          const place = locate(source, document.syntax, route);
          expect(place.endLine * 1e6 + place.endColumn).toBeGreaterThanOrEqual(place.line * 1e6 + place.column);
          expect(place.endLine).toBeLessThanOrEqual(lines.lines);
          if (expected === null || isBlock(source.text, found)) continue;
          if (typeof expected === 'string' && !/^["']/u.test(found)) expect(folded(found)).toBe(folded(expected));
          else {
            // Cut out of its surroundings a value needs the indentation of its first line back.
            const alone = parseDocument({ path: 'a.yaml', text: `${' '.repeat(place.column - 1)}${found}\n` });
            expect(alone.value, `${JSON.stringify(source.text)} ${JSON.stringify(route)}`).toEqual(expected);
          }
        }
      }),
      RUNS,
    );
  });
});

const folded = (words: string): string => words.replace(/\s+/gu, ' ').trim();

/** Text of a block scalar stands for itself without its header: cut out it cannot be parsed. */
const isBlock = (all: string, found: string): boolean => {
  const before = all.slice(0, all.indexOf(found));
  return /[|>][-+0-9]*\s*$/u.test(before) || /[|>][-+0-9]*\n/u.test(all);
};

describe('LineMap', () => {
  it('agrees with splitting at line ends', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', '\n', '\r', '\r\n') }), (sample) => {
        const lines = new LineMap(sample);
        expect(lines.lines).toBe(sample.split(/\r\n|\r|\n/u).length);
        for (let i = 0; i <= sample.length; i++) {
          // Between CR and LF the line has not ended yet.
          if (sample[i - 1] === '\r' && sample[i] === '\n') continue;
          const before = sample.slice(0, i).split(/\r\n|\r|\n/u);
          expect(lines.position(i)).toEqual({ line: before.length, column: (before.at(-1) ?? '').length + 1 });
        }
      }),
    );
  });
});

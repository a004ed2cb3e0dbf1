import { describe, expect, it } from 'vitest';
import { parseDocument } from '../../src/source/parse-document.js';

const parse = (text: string, path = 'a.yaml') => parseDocument({ path, text });

describe('parseDocument', () => {
  it.each([
    ['a: yes\nb: no\nc: on', { a: 'yes', b: 'no', c: 'on' }],
    ['d: 2026-11-30\ne: 12:30', { d: '2026-11-30', e: '12:30' }],
    ['a: true\nb: False\nc: ~\nd:\ne: null', { a: true, b: false, c: null, d: null, e: null }],
    ['a: 0x1F\nb: 0o17\nc: 017\nd: 1e3\ne: .5\nf: +7\ng: 1_000', { a: 31, b: 15, c: 17, d: 1000, e: 0.5, f: 7, g: '1_000' }],
    ["- \"1\"\n- 'it''s'\n- |\n  a\n  b\n- >-\n  a\n  b", ['1', "it's", 'a\nb\n', 'a b']],
    ['1: a\ntrue: b\nnull: c', { 1: 'a', true: 'b', null: 'c' }],
    ['{a: 1, b: [x, y]}', { a: 1, b: ['x', 'y'] }],
    ['a: [\n  b,\n  c # last\n]\nd:\n  - {\n    e: f\n  }\n  - |\n    {\n    }\n', { a: ['b', 'c'], d: [{ e: 'f' }, '{\n}\n'] }],
    ['', null],
    ['# only a comment\n', null],
    ['---\na: 1\n...\n', { a: 1 }],
  ])('%j', (text, value) => {
    const document = parse(text);
    expect(document.problem).toBeUndefined();
    expect(document.value).toEqual(value);
    expect(document.syntax).toBe('yaml');
  });

  it('keeps custom tags as maps with one key', () => {
    expect(
      parse('a: !Sub "${x}"\nb: !GetAtt A.Arn\nc: !Join [",", [1, 2]]\nd: !If\n  - x\n  - !Ref 012\ne: !!str 12\nf: !Tag\ng: !Foo::Bar x').value,
    ).toEqual({
      a: { '!Sub': '${x}' },
      b: { '!GetAtt': 'A.Arn' },
      c: { '!Join': [',', [1, 2]] },
      d: { '!If': ['x', { '!Ref': '012' }] },
      e: '12',
      f: { '!Tag': '' },
      g: { '!Foo::Bar': 'x' },
    });
  });

  it('reads aliases and merge keys; own keys win', () => {
    const text = 'base: &b { a: 1, b: 2 }\nmore: &m { c: 3 }\none: { <<: *b, b: 9 }\ntwo: { b: 8, <<: [*m, *b] }\nthree: *b\nfour: { <<: text }';
    expect(parse(text).value).toEqual({
      base: { a: 1, b: 2 },
      more: { c: 3 },
      one: { a: 1, b: 9 },
      two: { a: 1, b: 8, c: 3 },
      three: { a: 1, b: 2 },
      four: { '<<': 'text' },
    });
  });

  it('is not fooled by __proto__', () => {
    const value = parse('__proto__: { polluted: true }\nconstructor: 1').value as Record<string, unknown>;
    expect(Object.keys(value)).toEqual(['__proto__', 'constructor']);
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
  });

  it.each([
    ['a: {{name}}\nb: 1', { a: '{{name}}', b: 1 }],
    ['{{key}}:\n  - {{a}} and {{b}}\n  - "{{c}}"\n  - {x: {{d}}}', { '{{key}}': ['{{a}} and {{b}}', '{{c}}', { x: '{{d}}' }] }],
    ['a: x {{ "it: #1" }} y\nb: {{{raw}}}', { a: 'x {{ "it: #1" }} y', b: '{{{raw}}}' }],
  ])('reads unquoted placeholders: %j', (text, value) => {
    const document = parse(text);
    expect(document.problem).toBeUndefined();
    expect(document.value).toEqual(value);
    expect(document.syntax).toBe('template-yaml');
  });

  it('leaves quoted placeholders alone', () => {
    expect(parse('a: "{{x}}"').syntax).toBe('yaml');
    expect(parse('{{x}}: y').value).toEqual({ '{{x}}': 'y' });
  });

  it('notes keys that stand twice, and a second document, as slips', () => {
    const document = parse('a: 1\nb: 2\na: 3\n---\nc: 1\n');
    expect(document.value).toEqual({ a: 3, b: 2 });
    expect(document.slips?.map(({ message, place }) => `${place.line}:${place.column} ${message}`)).toEqual([
      '3:1 `a` stands twice in the same block; the other is at line 1. Keep one.',
      '5:1 A second document begins here (after `---`), and only the first is read. Give each its own file.',
    ]);
    expect(parse('a: 1\n---\n').slips).toEqual([]);
  });

  it('notes keys that stand twice in JSON', () => {
    const said = (text: string) =>
      parse(text, 'a.json').slips?.map(({ message, place }) => `${place.line}:${place.column}-${place.endColumn} ${message}`);
    expect(said('{"a": {"b": 1,\n"b" : 2}, "b": [{"\\u0062": 3, "b": 4}]}')).toEqual([
      '2:1-4 `b` stands twice in the same block; the other is at line 1. Keep one.',
      '2:31-34 `b` stands twice in the same block; the other is at line 2. Keep one.',
    ]);
    expect(said('{"a": "\\"b\\": \\"b\\":", "c": [{"a": 1}, {"a": 1}]}')).toEqual([]);
    expect(said('{"a": 1, "a"')).toEqual([]);
  });

  it('stops alias bombs, circles and endless nesting', () => {
    const bomb = [
      'a0: &a0 [x,x,x,x,x,x,x,x,x]',
      ...Array.from({ length: 9 }, (_, i) => `a${i + 1}: &a${i + 1} [${Array(9).fill(`*a${i}`).join(',')}]`),
    ].join('\n');
    expect(parse(bomb).problem?.message).toMatch(/repeat so much/u);
    const merges = ['b0: &b0 {k: 1}', ...Array.from({ length: 3000 }, (_, i) => `b${i + 1}: &b${i + 1} {k${i}: 1, <<: *b${i}}`)].join('\n');
    expect(parse(merges).problem?.message).toMatch(/repeat so much/u);
    expect(parse('a: &a [*a]').problem?.message).toMatch(/inside the very thing/u);
    expect(parse('a: *b').problem?.message).toMatch(/no `&name` stands above it/u);
    expect(parse(`a: ${'['.repeat(5000)}`).problem?.message).toMatch(/nested deeper/u);
    expect(parse('['.repeat(100_000) + ']'.repeat(100_000), 'a.json').problem?.message).toMatch(/nested deeper/u);
    const chain = ['c0: &c0 [x]', ...Array.from({ length: 400 }, (_, i) => `c${i + 1}: &c${i + 1} [*c${i}]`)].join('\n');
    expect(parse(chain).problem?.message).toMatch(/nested deeper/u);
  });

  it('reads JSON as JSON', () => {
    const document = parse('\r\n {"a": [1, "x"]}', 'a.json');
    expect(document.syntax).toBe('json');
    expect(document.value).toEqual({ a: [1, 'x'] });
  });

  it('parses once, when asked', () => {
    let reads = 0;
    const document = parseDocument({
      path: 'a.yaml',
      get text() {
        reads++;
        return 'a: 1';
      },
    });
    expect(reads).toBe(0);
    expect(document.value).toBe(document.value);
    expect(reads).toBe(1);
  });
});

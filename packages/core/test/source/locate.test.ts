import { describe, expect, it } from 'vitest';
import { locate, locateKey, textAt } from '../../src/source/locate.js';
import { EMBEDDED } from '../../src/source/source.js';
import type { Route, Syntax } from '../../src/source/source.js';

const at = (text: string, syntax: Syntax, route: Route, key = false): string => {
  const place = (key ? locateKey : locate)({ path: 'a', text }, syntax, route);
  return `${place.line}:${place.column}-${place.endLine}:${place.endColumn}`;
};

const YAML = `flow: x
steps:
  - say: "Hello"   # a comment
  - menu: |
      one
        two
    choices: { 1 a: b, 2 c: [d, e] }
  - end:
base: &b
  k: v
use: *b
merged:
  <<: *b
  own: 1
tag: !Sub "y"
`;

describe('locate in YAML', () => {
  it.each([
    [['flow'], '1:7-1:8'],
    [['steps', 0], '3:5-3:17'],
    [['steps', 0, 'say'], '3:10-3:17'],
    [['steps', 1, 'menu'], '5:7-6:12'],
    [['steps', 1, 'choices'], '7:14-7:37'],
    [['steps', 1, 'choices', '1 a'], '7:21-7:22'],
    [['steps', 1, 'choices', '2 c', 1], '7:33-7:34'],
    [['steps', 2, 'end'], '8:5-8:8'],
    [['use'], '11:6-11:8'],
    [['use', 'k'], '10:6-10:7'],
    [['merged', 'k'], '10:6-10:7'],
    [['tag', '!Sub'], '15:11-15:14'],
    [['steps', 0, 'nothing', 'here'], '3:5-3:17'],
    [['steps', 9], '3:3-8:8'],
  ] as [Route, string][])('%j', (route, place) => {
    expect(at(YAML, 'yaml', route)).toBe(place);
  });

  it('points at keys', () => {
    expect(at(YAML, 'yaml', ['steps', 1, 'choices', '1 a'], true)).toBe('7:16-7:19');
    expect(at(YAML, 'yaml', ['merged', 'own'], true)).toBe('14:3-14:6');
    expect(at(YAML, 'yaml', ['steps', 1], true)).toBe('4:5-7:37');
  });

  it('gives the text as it is written', () => {
    expect(textAt({ path: 'a', text: 'number: +44800\n' }, 'yaml', ['number'])).toBe('+44800');
  });

  it('counts columns of template YAML as they are in the file', () => {
    expect(at('a: {{name}} x\nb: { {{k}}: {{v}} }', 'template-yaml', ['b', '{{k}}'])).toBe('2:13-2:18');
  });

  it('counts lines with CRLF and lone CR', () => {
    expect(at('a: 1\r\nb: 2\rc: 3\n', 'yaml', ['c'])).toBe('3:4-3:5');
  });
});

describe('locate in JSON', () => {
  const text = '{\n  "a": [1, {"b": "x"}],\n  "c": 1, "c": 22\n}';
  it.each([
    [['a', 1, 'b'], '2:18-2:21'],
    [['c'], '3:16-3:18'],
    [['a', 7], '2:8-2:23'],
  ] as [Route, string][])('%j', (route, place) => {
    expect(at(text, 'json', route)).toBe(place);
  });

  it('points at keys', () => {
    expect(at(text, 'json', ['a', 1, 'b'], true)).toBe('2:13-2:16');
  });
});

describe('locate through embedded documents', () => {
  it('points at the whole string where it is escaped on one line', () => {
    const text = `{\n  "Content": ${JSON.stringify(JSON.stringify({ a: [1, 2] }))}\n}`;
    expect(at(text, 'json', ['Content', EMBEDDED, 'a', 1])).toBe('2:14-2:29');
  });

  it('points inside a block scalar', () => {
    const text = 'Resources:\n  Flow:\n    Content: |\n      {\n        "Actions": [\n          { "Id": "x" }\n        ]\n      }\n';
    const route = ['Resources', 'Flow', 'Content', EMBEDDED, 'Actions', 0, 'Id'];
    expect(at(text, 'yaml', route)).toBe('6:19-6:22');
    expect(at(text, 'yaml', route, true)).toBe('6:13-6:17');
  });

  it('points inside folded, quoted and plain text', () => {
    expect(at('a: >\n  {"b":\n  [1,\n  22]}\n', 'yaml', ['a', EMBEDDED, 'b', 1])).toBe('4:3-4:5');
    expect(at('a: \'{"b": "it\'\'s", "c": 3}\'\n', 'yaml', ['a', EMBEDDED, 'c'])).toBe('1:25-1:26');
    expect(at('a: "{b: 1,\n  c: 2}"\n', 'yaml', ['a', EMBEDDED, 'c'])).toBe('2:6-2:7');
  });

  it('goes on into a document inside an embedded one', () => {
    const inner = JSON.stringify({ deep: JSON.stringify({ x: 1 }) });
    expect(at(`a: |\n  ${inner}\n`, 'yaml', ['a', EMBEDDED, 'deep', EMBEDDED, 'x'])).toBe('2:11-2:22');
  });

  it('stays with the string where what is inside cannot be read', () => {
    expect(at('a: "{oops"\n', 'yaml', ['a', EMBEDDED, 'b'])).toBe('1:5-1:10');
  });
});

describe('locate in text', () => {
  it.each([
    [[0, 3], '1:1-1:4'],
    [[4, 6], '2:1-2:3'],
    [[4], '2:1-2:1'],
    [[], '1:1-3:1'],
  ])('takes %j for offsets', (route, place) => {
    expect(at('one\ntwo\n', 'text', route)).toBe(place);
  });
});

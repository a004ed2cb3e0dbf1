import { describe, expect, it } from 'vitest';
import { parseDocument } from '../../src/source/parse-document.js';

const problem = (text: string, path: string): string => {
  const found = parseDocument({ path, text }).problem;
  return found === undefined ? 'fine' : `${found.place.line}:${found.place.column}-${found.place.endLine}:${found.place.endColumn} ${found.message}`;
};

describe('what is wrong with a text, and what to do', () => {
  it.each([
    ['tab', 'steps:\n\t- say: a\n'],
    ['tab, stumbled over late', 'steps:\n  - say: a\n\t  as: x\n'],
    ['colon in text', 'steps:\n  - say: Please note: we are closed.\n'],
    ['colon at the end of a line', 'steps:\n  - say: Please note:\n      we\n'],
    ['brace at the start', 'steps:\n  - say: {case-number} is your case number.\n'],
    ['bracket at the start', 'steps:\n  - say: [sorry] we are closed.\n'],
    ['brace never closed at the end', 'a: b\nrules: {'],
    ['brace never closed over lines', 'rules: { # mine\n  "a}": error,\n  b: [c, d]\n'],
    ['bracket closed by a brace', 'a: [b, c}\n'],
    ['bracket never closed above one that is', 'rules: [a, b\nfiles: [c]\n'],
    ['comma missing in brackets over lines', 'a: [\n  b\n  c: d\n  e: f\n]\n'],
    ['bracket never closed', 'steps:\n  - say: [sorry\n  - end: solved\n'],
    ['quote never closed', 'steps:\n  - say: "unclosed\n  - end: solved\n'],
    ['quote goes on too far to the left', 'a:\n  - say: "one\n  two"\n  - end: solved\n'],
    ['quote never closed at the end', 'steps:\n  - say: "unclosed\n'],
    ['apostrophe', "steps:\n  - say: 'It's here'\n"],
    ['text after a quote', 'steps:\n  - say: "Hello" she said\n'],
    ['at sign', 'steps:\n  - say: @home\n'],
    ['at sign in a key', 'a:\n  @b: c\n'],
    ['per cent', 'steps:\n  - say: %home\n'],
    ['ampersand', 'steps:\n  - say: & more\n'],
    ['asterisk', 'steps:\n  - say: * more\n'],
    ['unknown alias', 'steps:\n  - say: *more\n'],
    ['conflict', 'a: 1\n<<<<<<< HEAD\nb: 1\n=======\nb: 2\n>>>>>>> other\n'],
    ['indentation of a list', 'steps:\n  - say: a\n   - say: b\n'],
    ['indentation of a map', 'a: x\n b: y\n'],
    ['no space after the colon', 'flow:x\nsteps: []\n'],
    ['no colon', 'flow: x\nsteps\nparts: {}\n'],
    ['backslash', 'a: "c \\d"\n'],
    ['control character', 'a: x\u0007\n'],
  ])('YAML: %s', (_, text) => {
    expect(problem(text, 'a.yaml')).toMatchSnapshot();
  });

  it.each([
    ['cut off in text', '{\n  "a": {\n    "b": "te'],
    ['cut off in a block', '{\n  "a": {\n    "b": 1,\n'],
    ['trailing comma', '{\n  "a": 1,\n}'],
    ['missing comma', '{\n  "a": 1\n  "b": 2\n}'],
    ['missing colon', '{"a" 1}'],
    ['single quotes', "{'a': 1}"],
    ['no quotes', '{a: 1}'],
    ['comment', '{\n  // why\n  "a": 1\n}'],
    ['line break in text', '{"a": "x\ny"}'],
    ['escape', '{"a": "\\q"}'],
    ['number', '{"a": 01}'],
    ['two roots', '{"a": 1}\n{"b": 2}'],
    ['conflict', '{\n<<<<<<< HEAD\n"a": 1\n=======\n"a": 2\n>>>>>>> b\n}'],
  ])('JSON: %s', (_, text) => {
    expect(problem(text, 'a.json')).toMatchSnapshot();
  });
});

import { isUnread, whyPartly } from '@carelint/core/model';
import { describe, expect, it } from 'vitest';
import { Names } from '../../src/project/names.js';
import { CodeProject } from '../../src/project/project.js';
import { Plain } from '../../src/settings/plain.js';
import { LiteralReader } from '../../src/settings/read-literal.js';

/** A value as one line: holes are `?`, and maps and lists that may hold more end with `...`. */
const told = (value: unknown): string => {
  if (isUnread(value)) return '?';
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const more = whyPartly(value) === undefined ? [] : ['...'];
  if (Array.isArray(value)) return `[${[...value.map(told), ...more].join(', ')}]`;
  return `{${[...Object.entries(value).map(([key, each]) => `${key}: ${told(each)}`), ...more].join(', ')}}`;
};

/** The default export of `main.ts`, as it is read. */
const read = (files: Readonly<Record<string, string>>): string => {
  const project = new CodeProject([], (path) => files[path]);
  const reader = new LiteralReader(new Names(project));
  const file = project.file('main.ts');
  const value = file === undefined ? undefined : reader.readExport(file, 'default');
  return value === undefined ? 'nothing' : told(new Plain(value).value);
};

describe('values of one module', () => {
  it.each([
    [
      'literals',
      "export default { a: 'x', b: 1, c: -2, d: true, e: !0, f: null, 'g-h': `y` };",
      '{a: "x", b: 1, c: -2, d: true, e: true, f: null, g-h: "y"}',
    ],
    ['what is undefined is not there', 'export default { a: undefined, b: void 0, c: 1 };', '{c: 1}'],
    ['types', 'export default <const>({ a: 1 as number, b: (2 satisfies number)!, c: [3] as const });', '{a: 1, b: 2, c: [3]}'],
    ['constants', "const a = 'x'; const b = { a, c: { d: [1, 2] } }; export default [a, b.c.d[1], b['a']];", '["x", 2, "x"]'],
    ['patterns', 'const { a: { b }, c: [, d] } = { a: { b: 1 }, c: [2, 3] }; export default { b, d };', '{b: 1, d: 3}'],
    ['a pattern with a value of its own', 'const { a = 2 } = { a: 1 }; export default { a };', '{a: ?}'],
    ['templates', 'const n = 7; export default `a${n}b${"c"}${f()}`;', '"a7bc⟨f()⟩"'],
    ['sums of texts', "const a = 'x'; export default a + '-' + 1 + y;", '"x-1⟨y⟩"'],
    ['spreads', 'const a = { x: 1, y: 2 }; const l = [1]; export default { x: 0, ...a, y: 3, l: [...l, 2] };', '{x: 1, y: 3, l: [1, 2]}'],
    ['an unknown spread may replace what stands before it', 'export default { a: 1, ...b(), c: 2 };', '{a: ?, c: 2, ...}'],
    ['a spread on a condition', 'export default { a: 1, b: 2, ...(x && { b: 3, c: 4 }) };', '{a: 1, b: ?, c: ?}'],
    ['one of two', 'export default { a: x ? 1 : 2, b: true ? 1 : 2, c: null ?? 3, d: "" || 4, e: x ?? 5 };', '{a: ?, b: 1, c: 3, d: 4, e: ?}'],
    ['the environment', "export default { a: process.env.A ?? 'x', b: import.meta.env.B || 'y' };", '{a: ?, b: ?}'],
    ['functions', 'export default { a() {}, b: () => 1, get c() { return 1; }, d: new Date(), e: f(1) };', '{a: ?, b: ?, c: ?, d: ?, e: ?}'],
    ['keys that are worked out', "const k = 'a'; export default { [k]: 1, [f()]: 2 };", '{a: ?, ...}'],
    ['what is there for the types', 'export default defineConfig(withMermaid({ a: Object.freeze([1]) }));', '{a: [1]}'],
    ['a variable that is set again', 'let a = 1; a = 2; export default { a };', '{a: ?}'],
    ['a variable that is never set again', 'var a = { b: 1 }; export default a;', '{b: 1}'],
    ['a map that is changed later', 'const a = { b: 1, c: 2 }; a.b = 3; export default a;', '{b: ?, c: 2, ...}'],
    ['a list that is changed later', 'const a = [1]; a.push(2); export default { a };', '{a: ?}'],
    ['a map that is merged into', 'const a = { b: 1 }; Object.assign(a, c); export default a;', '?'],
    ['the nearer of two names', 'const a = 1; export default f; function f(a) { return a; }', '?'],
    ['a circle', 'const a = { b: c }; const c = { a }; export default a;', '{b: {a: ?}}'],
    ['CommonJS', 'const a = 1; module.exports = { a };', '{a: 1}'],
    [
      'keys of objects are data',
      'export default { __proto__: null, constructor: 1, toString: 2 };',
      '{__proto__: null, constructor: 1, toString: 2}',
    ],
  ])('%s', (_name, text, expected) => {
    expect(read({ 'main.ts': text })).toBe(expected);
  });
});

describe('values of other modules', () => {
  const files = {
    'data/a.ts': "export const A = { phone: '1' } as const; export default A; const inner = 2; export { inner as outer };",
    'data/index.ts': "export * from './a'; export { default as whole } from './a'; export * as space from './a'; export * from './c.cjs';",
    'data/b.js': "const { A } = require('./a'); exports.a = A; exports.n = 3;",
    'data/c.cjs': "module.exports = { kept: 'c', n: require('./b').n };",
    'data/loop.ts': "export * from './pool'; export { x } from './pool';",
    'data/pool.ts': "export * from './loop'; export { x } from './loop';",
    'tsconfig.json': '{ "compilerOptions": { "paths": { "@/*": ["./*"] } } }',
  };
  it.each([
    [
      "import { A, outer, whole, space } from './data'; export default { A, outer, whole, s: space.A.phone };",
      '{A: {phone: "1"}, outer: 2, whole: {phone: "1"}, s: "1"}',
    ],
    ["import A from '@/data/a'; import * as all from './data/a'; export default [A.phone, all.outer];", '["1", 2]'],
    [
      "const { a, n } = require('./data/b'); const c = require('./data/c'); export default { a, n, c: c.kept, m: c.n };",
      '{a: {phone: "1"}, n: 3, c: "c", m: 3}',
    ],
    ["import { x } from './data/loop'; export default { x };", '{x: ?}'],
    ["import { A } from './gone'; import b from 'package'; export default { A, b, n: require('./gone').n };", '{A: ?, b: ?, n: ?}'],
    ["import { nothing } from './data/a'; export default { nothing };", '{nothing: ?}'],
    ["import self from './main'; export default { a: self.a, b: 1 };", '{a: ?, b: 1}'],
  ])('%s', (text, expected) => {
    expect(read({ ...files, 'main.ts': text })).toBe(expected);
  });
});

describe('bounds', () => {
  it.each([
    ['deep nesting', `export default ${'['.repeat(10_000)}${']'.repeat(10_000)};`],
    ['a deep sum', `export default ${"'a' + ".repeat(10_000)}'b';`],
    ['a long chain', `export default a${'.b'.repeat(10_000)};`],
    ['a chain of constants', `${Array.from({ length: 5000 }, (_, at) => `const a${at} = { a: a${at + 1} };`).join('\n')} export default a0;`],
    [
      'doubling lists',
      `const l0 = [1, 2];${Array.from({ length: 60 }, (_, at) => `const l${at + 1} = [...l${at}, ...l${at}];`).join('\n')} export default l60;`,
    ],
    [
      'doubling maps',
      `const l0 = { a: 1 };${Array.from({ length: 60 }, (_, at) => `const l${at + 1} = { a: l${at}, b: l${at} };`).join('\n')} export default l60;`,
    ],
    [
      'doubling texts',
      `const l0 = 'ab';${Array.from({ length: 60 }, (_, at) => `const l${at + 1} = l${at} + l${at};`).join('\n')} export default l60;`,
    ],
    ['a large object', `export default {${Array.from({ length: 20_000 }, (_, at) => `k${at}: { a: 'value ${at}' }`).join(',')}};`],
    ['half a file', 'export default { a: 1, b: [2, { c: "x'],
    ['nonsense', 'export default { ...; ) } } => const'],
  ])('%s is read in no time, as far as it goes', (_name, text) => {
    const begun = performance.now();
    expect(read({ 'main.ts': text })).not.toBe('');
    expect(performance.now() - begun).toBeLessThan(5000);
  });
});

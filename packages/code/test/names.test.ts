import { describe, expect, it } from 'vitest';
import { Names, type Meaning } from '../src/project/names.js';
import { CodeProject } from '../src/project/project.js';

const told = (meaning: Meaning | undefined): string => {
  if (meaning === undefined) return 'nothing';
  if (meaning.is === 'module') return `module ${meaning.file.fileName}`;
  if (meaning.is === 'elsewhere') return `${meaning.name ?? 'all'} of ${meaning.from}`;
  if (meaning.is === 'other') return 'unseen';
  if (meaning.is === 'function') return `function ${meaning.node.name?.text ?? ''} in ${meaning.node.getSourceFile().fileName}`;
  const picks = meaning.picks.map((pick) => `[${pick}]`).join('');
  const later = meaning.changes === undefined ? '' : ` changed${meaning.changes.whole ? '' : ` in ${[...meaning.changes.keys].join(' ')}`}`;
  const otherwise = meaning.otherwise === undefined ? '' : ` or ${meaning.otherwise.getText()}`;
  return `${meaning.node.getText()}${picks}${otherwise}${later}`;
};

/** What `main.ts` exports as `x`. */
const exported = (files: Readonly<Record<string, string>>): string => {
  const project = new CodeProject([], (path) => files[path]);
  const file = project.file('main.ts');
  return file === undefined ? 'no file' : told(new Names(project).exported(file, 'x'));
};

const A = {
  'a.ts': 'export const x = 1; export function f() {} export class C {} export default x; const inner = 2; export { inner as y };',
  'b.js': "exports.y = exports.x = 3; exports.z = undefined; exports.z = 4; module.exports.f = require('./a').f;",
  'c.js': 'const x = 5; module.exports = { x, y: 6 };',
  'd.js': "module.exports = require('./b');",
  'e.ts': 'const all = { x: 7 }; export = all;',
};

describe('what a module gives out', () => {
  it.each([
    ['export const x = 1;', '1'],
    ['export function x() {}', 'function x in main.ts'],
    ['function y() {} export { y as x };', 'function y in main.ts'],
    ['export class x {}', 'unseen'],
    ['export const { a: [, x] } = f();', 'f()[a][1]'],
    ['export const { x = 1 } = f();', 'f()[x] or 1'],
    ['export const { a: { x } = {} } = f();', 'unseen'],
    ["export { x } from './a';", '1'],
    ["export { default as x } from './a';", 'x'],
    ["export * as x from './a';", 'module a.ts'],
    ["export * from './gone'; export * from './a';", '1'],
    ["import * as x from './a'; export { x };", 'module a.ts'],
    ["import all = require('./a'); export { all as x };", 'module a.ts'],
    ["import { y as x } from './a'; export { x };", '2'],
    ["import { C as x } from './a'; export { x };", 'unseen'],
    ["import { none as x } from './a'; export { x };", 'unseen'],
    ["import { y as x } from 'package'; export { x };", 'y of package'],
    ["import x from './package'; export { x };", 'default of ./package'],
    ["export { x } from './b';", '3'],
    ["export { z as x } from './b';", '4'],
    ["export { f as x } from './b';", "require('./a').f"],
    ["export { x } from './c';", '{ x, y: 6 }[x]'],
    ["export { x } from './d';", '3'],
    ["export { x } from './e';", 'all[x]'],
    ['export default 1;', 'nothing'],
    ["export * from './main';", 'nothing'],
  ])('%s', (text, expected) => {
    expect(exported({ ...A, 'main.ts': text })).toBe(expected);
  });
});

describe('what is changed later', () => {
  it.each([
    ['let x = 1; x = 2;', '1 changed'],
    ['let x = 1; x++;', '1 changed'],
    ['let x = 1; ({ x } = f());', '1 changed'],
    ['const x = []; x.push(1);', '[] changed'],
    ['const x = new Map(); x.set(1, 2);', 'new Map() changed'],
    ['const x = {}; x.a = 1; delete x.b;', '{} changed in a b'],
    ['const x = {}; x[key] = 1;', '{} changed'],
    ['const x = {}; Object.assign(x, y);', '{} changed'],
    // What only looks like a change.
    ['const x = 1; f((x = 2) => "x = 3"); /* x = 4 */', '1'],
    ['const x = 1; f({ x: 2 }, "x = 3", y.x); /* x = 4 */', '1'],
    ['const x = 1; if (x == 2 || x >= 3) f((y = x) => x);', '1'],
  ])('%s', (text, expected) => {
    expect(exported({ 'main.ts': `${text} export { x };` })).toBe(expected);
  });
});

describe('modules that hand on each other', () => {
  it.each([
    ["export * from './other';", "export * from './main';"],
    ["export { x } from './other';", "export { x } from './main';"],
    ["export const { x } = require('./other');", "export const { x } = require('./main');"],
    ["module.exports = require('./other');", "module.exports = require('./main');"],
  ])('%s', (main, other) => {
    const files: Readonly<Record<string, string>> = { 'main.ts': main, 'other.ts': other };
    const project = new CodeProject([], (path) => files[path]);
    const names = new Names(project);
    const meaning = names.exported(project.file('main.ts')!, 'x');
    expect(meaning?.is === 'value' ? names.written(meaning) : undefined).toBe(undefined);
  });
});

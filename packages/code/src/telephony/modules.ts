import { ts } from 'ts-morph';
import type { Declared } from '../project/declared.js';
import type { Meaning } from '../project/names.js';
import { called, elementAt } from './bind.js';
import { evaluate, lookUp, memberOf } from './evaluate.js';
import type { Run } from './run.js';
import { unknown, type Scope, type Value } from './value.js';

const isNothing = (value: Value): boolean => value.is === 'const' && value.value === undefined;

/** The scope at the top of a file: what is asked for is worked out once in a run. */
const topScope = (run: Run, file: ts.SourceFile): Scope => {
  const earlier = run.tops.get(file.fileName);
  if (earlier !== undefined) return earlier;
  const scope = scopeOf(run, file, undefined);
  run.tops.set(file.fileName, scope);
  return scope;
};

/** The names that can be seen at a place, inside functions of which nobody knows how they were called. */
export const scopeAt = (run: Run, node: ts.Node): Scope => {
  let at: ts.Node = node.parent;
  while (!ts.isSourceFile(at) && run.names.declaredBy(at) === undefined) at = at.parent;
  return ts.isSourceFile(at) ? topScope(run, at) : scopeOf(run, at, scopeAt(run, at));
};

/** The names that a node declares, inside others. */
const scopeOf = (run: Run, node: ts.Node, outer: Scope | undefined): Scope => {
  const declared = run.names.declaredBy(node);
  const scope: Scope = {
    names: new Map(),
    outer,
    top: (name) => {
      const own = declared?.get(name);
      return own === undefined ? undefined : ofDeclared(run, own, name, node, scope);
    },
  };
  return scope;
};

const ofDeclared = (run: Run, declared: Declared, name: string, node: ts.Node, scope: Scope): Value => {
  const file = node.getSourceFile();
  const meaning = run.names.meaning(declared, file);
  const told = (): Value => {
    if (declared.is === 'function') return { is: 'function', node: declared.node, scope };
    return declared.is === 'value' && meaning.is === 'value' ? ofVariable(run, meaning, name, scope) : ofMeaning(run, meaning, name);
  };
  return guarded(run, `${file.fileName}:${node.pos}-${node.end}:${name}`, told) ?? unknown(name);
};

/** The value of a variable as it is when a call comes. */
const ofVariable = (run: Run, meaning: Extract<Meaning, { readonly is: 'value' }>, name: string, scope: Scope): Value => {
  // What is kept between calls can be anything when a call comes.
  if (meaning.changes !== undefined) return unknown(name);
  const whole = evaluate(run, meaning.node, scope);
  if (meaning.picks.length === 0) return isEmpty(whole) ? unknown(name) : whole;
  const part = picked(run, whole, meaning.picks);
  return called(isNothing(part) && meaning.otherwise !== undefined ? evaluate(run, meaning.otherwise, scope) : part, name);
};

const isEmpty = (value: Value): boolean => (value.is === 'object' && value.entries.size === 0) || (value.is === 'array' && value.items.length === 0);

const picked = (run: Run, value: Value, picks: readonly (string | number)[]): Value =>
  picks.reduce<Value>((at, pick) => (typeof pick === 'number' ? elementAt(at, pick) : memberOf(run, at, pick)), value);

/** What an import or an export stands for; `name` is what it is called where it is used. */
const ofMeaning = (run: Run, meaning: Meaning, name: string): Value => {
  switch (meaning.is) {
    case 'function':
      return { is: 'function', node: meaning.node, scope: scopeAt(run, meaning.node) };
    case 'module':
      return namespaceOf(run, meaning.file);
    case 'elsewhere': {
      const inner = meaning.name === 'default' ? undefined : meaning.name;
      return unknown(inner ?? name, `${meaning.from.split('/').at(-1) ?? ''} ${inner ?? name}`);
    }
    case 'other':
      return unknown(name);
    case 'value':
      return ofExpression(run, meaning, name);
  }
};

const ofExpression = (run: Run, meaning: Extract<Meaning, { readonly is: 'value' }>, name: string): Value => {
  const file = meaning.node.getSourceFile();
  const scope = topScope(run, file);
  if (meaning.name !== undefined) return lookUp(scope, meaning.name) ?? unknown(name);
  const told = (): Value => {
    const whole = evaluate(run, meaning.node, scope);
    // An entry of `module.exports = { ... }`; what else has entries that are not written is not gone into.
    if (meaning.picks.length > 0 && whole.is !== 'object') return unknown(name);
    return whole.is === 'object' ? meaning.picks.reduce<Value>((at, pick) => entryOf(at, pick, name), whole) : whole;
  };
  return guarded(run, `${file.fileName}:${meaning.node.pos}:=`, told) ?? unknown(name);
};

const entryOf = (value: Value, pick: string | number, name: string): Value =>
  (value.is === 'object' ? value.entries.get(String(pick)) : undefined) ?? unknown(name);

/** What a value is that is worked out from itself: nothing that can be told. */
const guarded = (run: Run, key: string, work: () => Value): Value | undefined => {
  if (run.working.has(key)) return undefined;
  run.working.add(key);
  try {
    return work();
  } finally {
    run.working.delete(key);
  }
};

/** What `require` gives; undefined where the module is not among the files of the project. */
export const required = (run: Run, from: ts.SourceFile, specifier: string): Value | undefined => {
  const file = run.names.moduleOf(from, specifier);
  return file === undefined ? undefined : namespaceOf(run, file);
};

/** What `require` gives: all exports, or the one thing that is exported. */
const namespaceOf = (run: Run, file: ts.SourceFile): Value => {
  const { named, everythingOf } = run.names.exportsOf(file);
  const exported = (name: string): Value => {
    const meaning = run.names.exported(file, name);
    return meaning === undefined ? unknown(name) : ofMeaning(run, meaning, name);
  };
  if (named.size === 1 && named.has('default')) return exported('default');
  return { is: 'object', entries: new Map([...named.keys()].map((name) => [name, exported(name)])), open: everythingOf.length > 0 };
};

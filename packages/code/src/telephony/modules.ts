import { ts } from 'ts-morph';
import { evaluate } from './evaluate.js';
import { bind } from './bind.js';
import type { Run } from './run.js';
import { NOTHING, unknown, type Scope, type Value } from './value.js';

/** What a name at the top of a file, or an export of it, is written as. */
type Written =
  | { readonly is: 'variable'; readonly node: ts.VariableDeclaration }
  | { readonly is: 'function'; readonly node: ts.FunctionDeclaration }
  | { readonly is: 'class'; readonly node: ts.ClassDeclaration }
  /** `name` is that of the export; undefined for all of them. */
  | { readonly is: 'import'; readonly from: string; readonly name: string | undefined };

interface FileNames {
  readonly names: ReadonlyMap<string, Written>;
  /** Exports: the expression, or the name at the top of the file. */
  readonly exports: ReadonlyMap<string, ts.Expression | string | { readonly from: string; readonly name: string | undefined }>;
  /** Files of which everything is exported on. */
  readonly passedOn: readonly string[];
  /** Names that are given another value later. */
  readonly changed: (name: string) => boolean;
}

const known = new WeakMap<ts.SourceFile, FileNames>();

const boundNames = (name: ts.BindingName): readonly string[] =>
  ts.isIdentifier(name) ? [name.text] : name.elements.flatMap((element) => (ts.isBindingElement(element) ? boundNames(element.name) : []));

const isExported = (node: ts.Node): boolean =>
  ts.canHaveModifiers(node) && ts.getModifiers(node)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) === true;
const isDefault = (node: ts.Node): boolean =>
  ts.canHaveModifiers(node) && ts.getModifiers(node)?.some(({ kind }) => kind === ts.SyntaxKind.DefaultKeyword) === true;

type Names = Map<string, Written>;
type Exports = Map<string, ts.Expression | string | { readonly from: string; readonly name: string | undefined }>;

const importNames = (node: ts.ImportDeclaration, names: Names): void => {
  if (!ts.isStringLiteral(node.moduleSpecifier)) return;
  const from = node.moduleSpecifier.text;
  const clause = node.importClause;
  if (clause?.name !== undefined) names.set(clause.name.text, { is: 'import', from, name: 'default' });
  const bindings = clause?.namedBindings;
  if (bindings === undefined) return;
  if (ts.isNamespaceImport(bindings)) names.set(bindings.name.text, { is: 'import', from, name: undefined });
  else for (const each of bindings.elements) names.set(each.name.text, { is: 'import', from, name: (each.propertyName ?? each.name).text });
};

/** `module.exports = x`, `exports.name = x`, `module.exports.name = x`. */
const commonExport = (node: ts.Statement, exports: Exports): void => {
  if (!ts.isExpressionStatement(node)) return;
  for (
    let each: ts.Expression = node.expression;
    ts.isBinaryExpression(each) && each.operatorToken.kind === ts.SyntaxKind.EqualsToken;
    each = each.right
  ) {
    const target = each.left.getText().replace(/\s/gu, '');
    let value: ts.Expression = each.right;
    while (ts.isBinaryExpression(value) && value.operatorToken.kind === ts.SyntaxKind.EqualsToken) value = value.right;
    if (target === 'module.exports' || target === 'exports') exports.set('default', value);
    const name = /^(?:module\.)?exports\.(\w+)$/u.exec(target)?.[1];
    if (name !== undefined) exports.set(name, value);
  }
};

const exportNames = (node: ts.ExportDeclaration, exports: Exports, passedOn: string[]): void => {
  const from = node.moduleSpecifier !== undefined && ts.isStringLiteral(node.moduleSpecifier) ? node.moduleSpecifier.text : undefined;
  if (node.exportClause === undefined) {
    if (from !== undefined) passedOn.push(from);
  } else if (ts.isNamedExports(node.exportClause)) {
    for (const each of node.exportClause.elements) {
      const name = (each.propertyName ?? each.name).text;
      exports.set(each.name.text, from === undefined ? name : { from, name });
    }
  }
};

const declare = (node: ts.Statement, names: Names, exports: Exports): void => {
  if (ts.isVariableStatement(node)) {
    for (const each of node.declarationList.declarations) {
      for (const name of boundNames(each.name)) {
        names.set(name, { is: 'variable', node: each });
        if (isExported(node)) exports.set(name, name);
      }
    }
  } else if (ts.isFunctionDeclaration(node) || ts.isClassDeclaration(node)) {
    const name = node.name?.text ?? 'default';
    names.set(name, ts.isFunctionDeclaration(node) ? { is: 'function', node } : { is: 'class', node });
    if (isExported(node)) exports.set(isDefault(node) ? 'default' : name, name);
  } else if (ts.isImportEqualsDeclaration(node) && ts.isExternalModuleReference(node.moduleReference)) {
    const { expression } = node.moduleReference;
    if (ts.isStringLiteral(expression)) names.set(node.name.text, { is: 'import', from: expression.text, name: undefined });
  }
};

/** What stands at the top of a file. */
export const fileNames = (file: ts.SourceFile): FileNames => {
  const earlier = known.get(file);
  if (earlier !== undefined) return earlier;
  const names: Names = new Map();
  const exports: Exports = new Map();
  const passedOn: string[] = [];
  for (const node of file.statements) {
    if (ts.isImportDeclaration(node)) importNames(node, names);
    else if (ts.isExportDeclaration(node)) exportNames(node, exports, passedOn);
    else if (ts.isExportAssignment(node)) exports.set('default', node.expression);
    else {
      declare(node, names, exports);
      commonExport(node, exports);
    }
  }
  const seen = new Map<string, boolean>();
  const changed = (name: string): boolean => {
    let is = seen.get(name);
    if (is === undefined) {
      const word = name.replace(/[^\w]/gu, '\\$&');
      is = new RegExp(
        `(?<![\\w.$])${word}(?:\\.\\w{1,60}|\\[[^\\]\\n]{0,80}\\])?\\s{0,3}(?:=(?![=>])|\\+\\+|--|[-+*/|&?]{1,2}=)|(?<![\\w.$])${word}\\.(?:push|set|delete|splice|unshift|add)\\(|delete\\s+${word}\\b`,
        'u',
      ).test(file.text.replace(new RegExp(`\\b(?:const|let|var)\\s+${word}\\b(?:\\s*:[^=\\n]{0,120})?\\s*=`, 'u'), ''));
      seen.set(name, is);
    }
    return is;
  };
  const made: FileNames = { names, exports, passedOn, changed };
  known.set(file, made);
  return made;
};

/** The scope at the top of a file: what is asked for is worked out once in a run. */
export const topScope = (run: Run, file: ts.SourceFile): Scope => {
  const path = file.fileName;
  const earlier = run.tops.get(path);
  if (earlier !== undefined) return earlier;
  const { names } = fileNames(file);
  const scope: Scope = {
    names: new Map(),
    outer: undefined,
    top: (name) => {
      const written = names.get(name);
      if (written === undefined) return undefined;
      return topValue(run, file, scope, name, written);
    },
  };
  run.tops.set(path, scope);
  return scope;
};

const topValue = (run: Run, file: ts.SourceFile, scope: Scope, name: string, written: Written): Value => {
  const key = `${file.fileName}\0${name}`;
  if (run.working.has(key)) return unknown(name);
  run.working.add(key);
  try {
    switch (written.is) {
      case 'function':
        return { is: 'function', node: written.node, scope };
      case 'class':
        return unknown(name);
      case 'import':
        return (
          imported(run, file.fileName, written.from, written.name) ?? named(written.from, written.name === 'default' ? undefined : written.name, name)
        );
      case 'variable':
        return variable(run, file, scope, name, written.node);
    }
  } finally {
    run.working.delete(key);
  }
};

const named = (from: string, name: string | undefined, local: string): Value =>
  unknown(name ?? local, `${from.split('/').at(-1) ?? ''} ${name ?? local}`);

const variable = (run: Run, file: ts.SourceFile, scope: Scope, name: string, node: ts.VariableDeclaration): Value => {
  // What is kept between calls can be anything when a call comes.
  if (node.initializer === undefined || fileNames(file).changed(name)) return unknown(name);
  const value = evaluate(run, node.initializer, scope);
  if (ts.isIdentifier(node.name))
    return (value.is === 'object' && value.entries.size === 0) || (value.is === 'array' && value.items.length === 0) ? unknown(name) : value;
  bind(run, node.name, value, scope);
  return scope.names.get(name) ?? unknown(name);
};

/** What an import stands for; undefined where the module is not among the files of the project. */
export const imported = (run: Run, from: string, specifier: string, name: string | undefined): Value | undefined => {
  const path = run.project.resolve(from, specifier);
  const file = path === undefined ? undefined : run.project.file(path);
  if (file === undefined) return undefined;
  return name === undefined ? namespaceOf(run, file) : (exported(run, file, name, 0) ?? unknown(name));
};

const DEEPEST = 8;

/** An export of a file. */
const exported = (run: Run, file: ts.SourceFile, name: string, depth: number): Value | undefined => {
  const { exports, passedOn } = fileNames(file);
  const written = exports.get(name);
  const scope = topScope(run, file);
  if (typeof written === 'string') return scope.names.get(written) ?? scope.top?.(written);
  if (written !== undefined && 'from' in written) return depth > DEEPEST ? undefined : imported(run, file.fileName, written.from, written.name);
  if (written !== undefined) return guarded(run, `${file.fileName}\0exports.${name}`, () => evaluate(run, written, scope));
  for (const from of depth > DEEPEST ? [] : passedOn) {
    const path = run.project.resolve(file.fileName, from);
    const next = path === undefined ? undefined : run.project.file(path);
    const value = next === undefined ? undefined : exported(run, next, name, depth + 1);
    if (value !== undefined) return value;
  }
  // `module.exports = { a, b }`, imported by the names of its entries.
  const all = name === 'default' ? undefined : exports.get('default');
  if (all !== undefined && typeof all !== 'string' && !('from' in all)) {
    const value = guarded(run, `${file.fileName}\0exports`, () => evaluate(run, all, scope));
    return value?.is === 'object' ? value.entries.get(name) : undefined;
  }
  return undefined;
};

const guarded = (run: Run, key: string, work: () => Value): Value | undefined => {
  if (run.working.has(key)) return undefined;
  run.working.add(key);
  try {
    return work();
  } finally {
    run.working.delete(key);
  }
};

/** What `require` gives: all exports, or the one thing that is exported. */
const namespaceOf = (run: Run, file: ts.SourceFile): Value => {
  const { exports, passedOn } = fileNames(file);
  const only = exports.get('default');
  if (only !== undefined && typeof only !== 'string' && !('from' in only) && exports.size === 1)
    return guarded(run, `${file.fileName}\0exports`, () => evaluate(run, only, topScope(run, file))) ?? unknown('module');
  const entries = new Map<string, Value>();
  for (const name of exports.keys()) entries.set(name, exported(run, file, name, 0) ?? NOTHING);
  return { is: 'object', entries, open: passedOn.length > 0 };
};

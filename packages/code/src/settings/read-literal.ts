import { ts } from 'ts-morph';
import { hole } from '@carelint/core/model';
import type { Changes } from '../project/changes.js';
import type { Meaning, Names } from '../project/names.js';
import { requiredBy } from '../project/required.js';
import { joined, type Leaf, type Literal, type Spot } from './literal.js';
import { MapInTheMaking } from './map-in-the-making.js';

/** Deeper than anybody nests settings. */
const DEEPEST = 150;
/** Nodes that are read for one project, all together. */
const MOST = 1_000_000;
const LONGEST_LIST = 20_000;
const LONGEST_TEXT = 200_000;

/** Functions that give back what they are given, or add to it: they are there for the types, or for a plugin. */
const GIVES_BACK = /^(?:define[A-Z]\w*|with[A-Z]\w*|freeze|seal|deepFreeze|identity|asConst)$/u;

type Seen = Extract<Meaning, { readonly is: 'value' | 'function' | 'module' }>;

/** A meaning that tells what is written; undefined where only a run would tell. */
const seen = (meaning: Meaning | undefined): Seen | undefined => {
  if (meaning === undefined || meaning.is === 'other' || meaning.is === 'elsewhere') return undefined;
  return meaning.is === 'value' && meaning.otherwise !== undefined ? undefined : meaning;
};

const WORKED_OUT = 'it is worked out by code';

/** Reads expressions as values without running anything. Whatever only a run could tell is not seen, with the reason. Bounded; never throws for odd code. */
export class LiteralReader {
  readonly #names: Names;
  readonly #known = new Map<ts.Node, Literal>();
  readonly #busy = new Set<ts.Node>();
  #depth = 0;
  #left = MOST;

  constructor(names: Names) {
    this.#names = names;
  }

  /** The value of an expression where it stands. */
  read(node: ts.Expression): Literal {
    const known = this.#known.get(node);
    if (known !== undefined) return known;
    const spot = spotOf(node);
    if (this.#busy.has(node)) return { is: 'not-seen', why: 'it refers to itself', spot };
    if (this.#depth >= DEEPEST || this.#left <= 0) return { is: 'not-seen', why: 'there is more of it than is read', spot };
    this.#depth++;
    this.#left--;
    this.#busy.add(node);
    const found = this.#read(node, spot);
    this.#busy.delete(node);
    this.#depth--;
    this.#known.set(node, found);
    return found;
  }

  /** The value of an object that is written out, as it is after all that is done to the name it is given. */
  readOwn(node: ts.ObjectLiteralExpression): Literal {
    const holder = outside(node);
    const isNamed = ts.isVariableDeclaration(holder) && ts.isIdentifier(holder.name);
    const changes = isNamed ? this.#names.changesOf(node.getSourceFile(), holder.name.text) : undefined;
    return changed(this.read(node), changes);
  }

  /** The value of a variable at the top of a file, as it is after all that is done to it. */
  readDeclared(file: ts.SourceFile, name: string, node: ts.Expression): Literal {
    return changed(this.read(node), this.#names.changesOf(file, name));
  }

  /** What a module exports by a name; undefined where it exports nothing so. */
  readExport(file: ts.SourceFile, name: string): Literal | undefined {
    const meaning = seen(this.#names.exported(file, name));
    return meaning === undefined ? undefined : this.#readMeaning(meaning, [], { path: file.fileName, start: 0, end: 0 });
  }

  #read(node: ts.Expression, spot: Spot): Literal {
    const inner = insideOf(node);
    if (inner !== undefined) return this.read(inner);
    if (ts.isStringLiteralLike(node)) return textLeaf(node, node.text, 1, 1);
    if (ts.isNumericLiteral(node)) return { is: 'leaf', value: Number(node.text), spot };
    if (node.kind === ts.SyntaxKind.TrueKeyword) return { is: 'leaf', value: true, spot };
    if (node.kind === ts.SyntaxKind.FalseKeyword) return { is: 'leaf', value: false, spot };
    if (node.kind === ts.SyntaxKind.NullKeyword) return { is: 'leaf', value: null, spot };
    if (ts.isTemplateExpression(node)) return this.#template(node, spot);
    if (ts.isObjectLiteralExpression(node)) return this.#map(node, spot);
    if (ts.isArrayLiteralExpression(node)) return this.#list(node, spot);
    if (ts.isPrefixUnaryExpression(node)) return this.#unary(node, spot);
    if (ts.isBinaryExpression(node)) return this.#binary(node, spot);
    if (ts.isConditionalExpression(node)) return this.#conditional(node, spot);
    if (ts.isVoidExpression(node)) return { is: 'absent', spot };
    if (ts.isIdentifier(node) || ts.isPropertyAccessExpression(node) || ts.isElementAccessExpression(node)) return this.#reference(node, spot);
    if (ts.isCallExpression(node)) return this.#call(node, spot);
    return { is: 'not-seen', why: ts.isFunctionLike(node) ? 'it is a function' : WORKED_OUT, spot };
  }

  #template(node: ts.TemplateExpression, spot: Spot): Literal {
    const leaves: Leaf[] = [textLeaf(node.head, node.head.text, 1, 2)];
    for (const { expression, literal } of node.templateSpans) {
      const value = this.read(expression);
      if (value.is === 'leaf') leaves.push(value);
      else leaves.push({ is: 'leaf', value: hole(shortName(expression)), spot: value.spot });
      leaves.push(textLeaf(literal, literal.text, 1, literal.kind === ts.SyntaxKind.TemplateTail ? 1 : 2));
    }
    return shortened(joined(leaves, spot));
  }

  #map(node: ts.ObjectLiteralExpression, spot: Spot): Literal {
    const map = new MapInTheMaking();
    for (const property of node.properties) {
      if (ts.isSpreadAssignment(property)) this.#spread(property.expression, map);
      else {
        const key = this.#keyOf(property.name);
        if (key === undefined) map.opens('a key of it is worked out by code');
        else map.set(key, this.#valueOf(property));
      }
    }
    return map.made(spot);
  }

  #valueOf(property: Exclude<ts.ObjectLiteralElementLike, ts.SpreadAssignment>): Literal {
    if (ts.isPropertyAssignment(property)) return this.read(property.initializer);
    if (ts.isShorthandPropertyAssignment(property)) return this.#reference(property.name, spotOf(property.name));
    return { is: 'not-seen', why: 'it is a function', spot: spotOf(property) };
  }

  #keyOf(name: ts.PropertyName): string | undefined {
    if (!ts.isComputedPropertyName(name)) return name.text;
    const key = this.read(name.expression);
    return key.is === 'leaf' ? String(key.value) : undefined;
  }

  /** `...a`; of `...(a && { b })` it is known which keys may come. */
  #spread(node: ts.Expression, map: MapInTheMaking): void {
    const value = this.read(node);
    if (value.is === 'map') map.takesIn(value);
    else if (value.is === 'not-seen') {
      const options = this.#options(node);
      if (options === undefined) map.opens(`what is spread into it is not seen: ${value.why}`);
      else for (const option of options) map.mayTakeIn(option);
    }
  }

  /** The maps of which a condition picks one, or none. */
  #options(node: ts.Expression): readonly Extract<Literal, { is: 'map' }>[] | undefined {
    const inner = insideOf(node);
    if (inner !== undefined) return this.#options(inner);
    const branches = ts.isConditionalExpression(node)
      ? [node.whenTrue, node.whenFalse]
      : ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.AmpersandAmpersandToken
        ? [node.right]
        : undefined;
    const maps: Extract<Literal, { is: 'map' }>[] = [];
    for (const branch of branches ?? []) {
      const value = this.read(branch);
      if (value.is === 'map' && value.open === undefined) maps.push(value);
      else if (value.is !== 'leaf' && value.is !== 'absent') return undefined;
    }
    return branches === undefined ? undefined : maps;
  }

  #list(node: ts.ArrayLiteralExpression, spot: Spot): Literal {
    const items: Literal[] = [];
    let open: string | undefined;
    for (const element of node.elements) {
      if (items.length >= LONGEST_LIST) open = 'it is longer than is read';
      else if (!ts.isSpreadElement(element)) items.push(this.read(element));
      else {
        const value = this.read(element.expression);
        if (value.is === 'list') {
          items.push(...value.items.slice(0, LONGEST_LIST));
          open ??= value.open;
        } else if (value.is === 'not-seen') open ??= `what is spread into it is not seen: ${value.why}`;
      }
    }
    return { is: 'list', items, spot, ...(open === undefined ? {} : { open }) };
  }

  #unary(node: ts.PrefixUnaryExpression, spot: Spot): Literal {
    const value = this.read(node.operand);
    if (value.is === 'leaf' && typeof value.value === 'number' && node.operator === ts.SyntaxKind.MinusToken)
      return { is: 'leaf', value: -value.value, spot };
    if (value.is === 'leaf' && node.operator === ts.SyntaxKind.ExclamationToken) return { is: 'leaf', value: !value.value, spot };
    return { is: 'not-seen', why: WORKED_OUT, spot };
  }

  #binary(node: ts.BinaryExpression, spot: Spot): Literal {
    const kind = node.operatorToken.kind;
    if (kind === ts.SyntaxKind.PlusToken) return this.#plus(node, spot);
    const left = this.read(node.left);
    const isSet = (value: Literal): boolean => value.is === 'map' || value.is === 'list' || (value.is === 'leaf' && value.value !== null);
    const isNothing = left.is === 'absent' || (left.is === 'leaf' && left.value === null);
    if (kind === ts.SyntaxKind.QuestionQuestionToken) {
      if (isSet(left)) return left;
      if (isNothing) return this.read(node.right);
    } else if (kind === ts.SyntaxKind.BarBarToken || kind === ts.SyntaxKind.AmpersandAmpersandToken) {
      if (left.is !== 'not-seen') {
        const isTrue = left.is === 'leaf' ? Boolean(left.value) : left.is !== 'absent';
        return isTrue === (kind === ts.SyntaxKind.BarBarToken) ? left : this.read(node.right);
      }
    }
    return { is: 'not-seen', why: left.is === 'not-seen' ? left.why : WORKED_OUT, spot };
  }

  #plus(node: ts.BinaryExpression, spot: Spot): Literal {
    const sides = [node.left, node.right].map((side) => [side, this.read(side)] as const);
    const isText = sides.some(([, value]) => value.is === 'leaf' && typeof value.value === 'string');
    if (!isText) return { is: 'not-seen', why: WORKED_OUT, spot };
    return shortened(
      joined(
        sides.map(([side, value]): Leaf => (value.is === 'leaf' ? value : { is: 'leaf', value: hole(shortName(side)), spot: value.spot })),
        spot,
      ),
    );
  }

  #conditional(node: ts.ConditionalExpression, spot: Spot): Literal {
    const condition = this.read(node.condition);
    if (condition.is === 'leaf') return this.read(condition.value ? node.whenTrue : node.whenFalse);
    return { is: 'not-seen', why: 'it depends on a condition', spot };
  }

  #call(node: ts.CallExpression, spot: Spot): Literal {
    const required = requiredBy(node);
    if (required !== undefined) return this.#module(node, required, [], spot);
    const callee = ts.isPropertyAccessExpression(node.expression) ? node.expression.name : node.expression;
    const [given] = node.arguments;
    if (given !== undefined && ts.isIdentifier(callee) && GIVES_BACK.test(callee.text)) return this.read(given);
    return { is: 'not-seen', why: WORKED_OUT, spot };
  }

  /** `a.b[c]`: what the name stands for, and what is picked out of it. */
  #reference(node: ts.Expression, spot: Spot): Literal {
    const picks: (string | number)[] = [];
    let at = node;
    while (ts.isPropertyAccessExpression(at) || ts.isElementAccessExpression(at)) {
      const key = ts.isPropertyAccessExpression(at) ? at.name.text : this.#keyIn(at.argumentExpression);
      if (key === undefined) return { is: 'not-seen', why: 'which part of it is meant is worked out by code', spot };
      picks.push(key);
      at = at.expression;
    }
    picks.reverse();
    if (isEnvironment(at, picks)) return FROM_ENVIRONMENT(spot);
    const required = requiredBy(at);
    if (required !== undefined) return this.#module(at, required, picks, spot);
    if (!ts.isIdentifier(at)) return this.#pick(this.read(at), picks, spot);
    if (at.text === 'undefined') return { is: 'absent', spot };
    const meaning = seen(this.#names.meaningOf(at));
    return meaning === undefined
      ? { is: 'not-seen', why: `what “${at.text}” stands for is not seen`, spot }
      : this.#readMeaning(meaning, picks, spot);
  }

  #keyIn(node: ts.Expression): string | number | undefined {
    const key = this.read(node);
    return key.is === 'leaf' && (typeof key.value === 'string' || typeof key.value === 'number') ? key.value : undefined;
  }

  #readMeaning(meaning: Seen, picks: readonly (string | number)[], spot: Spot): Literal {
    if (meaning.is === 'function') return { is: 'not-seen', why: 'it is a function', spot };
    if (meaning.is === 'module') return this.#member(meaning.file, picks, spot);
    const required = requiredBy(meaning.node);
    const inside = [...meaning.picks, ...picks];
    if (required !== undefined) return this.#module(meaning.node, required, inside, spot);
    return this.#pick(changed(this.read(meaning.node), meaning.changes), inside, spot);
  }

  #module(node: ts.Node, specifier: string, picks: readonly (string | number)[], spot: Spot): Literal {
    const file = this.#names.moduleOf(node.getSourceFile(), specifier);
    if (file === undefined) return { is: 'not-seen', why: `the module “${specifier}” is not among the files`, spot };
    return this.#member(file, picks, spot);
  }

  #member(file: ts.SourceFile, [name, ...picks]: readonly (string | number)[], spot: Spot): Literal {
    const meaning = seen(this.#names.exported(file, name === undefined ? 'default' : String(name)));
    if (meaning === undefined) return { is: 'not-seen', why: 'what the module exports is not seen', spot };
    // Modules may hand on each other's names for ever.
    if (this.#depth >= DEEPEST) return { is: 'not-seen', why: 'there is more of it than is read', spot };
    this.#depth++;
    const found = this.#readMeaning(meaning, picks, spot);
    this.#depth--;
    return found;
  }

  #pick(value: Literal, picks: readonly (string | number)[], spot: Spot): Literal {
    let at = value;
    for (const key of picks) {
      const own: Literal | undefined = at.is === 'map' ? at.entries.get(String(key)) : at.is === 'list' ? at.items[Number(key)] : undefined;
      if (own !== undefined) at = own;
      else if (at.is === 'map' || at.is === 'list') return at.open === undefined ? { is: 'absent', spot } : { is: 'not-seen', why: at.open, spot };
      else if (at.is === 'not-seen') return { ...at, spot };
      else return { is: 'not-seen', why: WORKED_OUT, spot };
    }
    return at;
  }
}

const FROM_ENVIRONMENT = (spot: Spot): Literal => ({ is: 'not-seen', why: 'it comes from the environment', spot });

const isEnvironment = (node: ts.Expression, picks: readonly (string | number)[]): boolean =>
  (ts.isIdentifier(node) ? node.text === 'process' : ts.isMetaProperty(node)) && picks[0] === 'env';

const spotOf = (node: ts.Node): Spot => ({ path: node.getSourceFile().fileName, start: node.getStart(), end: node.getEnd() });

/** What stands in brackets, or beside something that is there for types only. */
const insideOf = (node: ts.Expression): ts.Expression | undefined =>
  ts.isParenthesizedExpression(node) ||
  ts.isAsExpression(node) ||
  ts.isSatisfiesExpression(node) ||
  ts.isNonNullExpression(node) ||
  ts.isTypeAssertionExpression(node) ||
  ts.isAwaitExpression(node)
    ? node.expression
    : undefined;

/** The node around an expression, without what is there for types only. */
const outside = (node: ts.Expression): ts.Node => {
  let at: ts.Node = node.parent;
  while (insideOf(at as ts.Expression) !== undefined) at = at.parent;
  return at;
};

/** A text that is written out, between `before` and `after` signs that delimit it. */
const textLeaf = (node: ts.Node, value: string, before: number, after: number): Leaf => {
  const { path, start, end } = spotOf(node);
  const verbatim = node.getSourceFile().text.slice(start + before, end - after) === value;
  const spot = { path, start: start + before, end: Math.max(start + before, end - after) };
  return { is: 'leaf', value, spot: { path, start, end }, pieces: [{ at: 0, length: value.length, spot, verbatim }] };
};

const shortened = (leaf: Leaf): Literal =>
  typeof leaf.value === 'string' && leaf.value.length > LONGEST_TEXT ? { is: 'not-seen', why: 'it is longer than is read', spot: leaf.spot } : leaf;

/** What a part of a text that is filled in is called. */
const shortName = (node: ts.Expression): string => {
  const text = node.getText().replace(/\s+/gu, ' ');
  return text.length > 40 ? '…' : text;
};

const changed = (value: Literal, changes: Changes | undefined): Literal => {
  if (changes === undefined || value.is === 'not-seen' || value.is === 'absent') return value;
  const why = 'it is changed by code after it was set';
  if (changes.whole || value.is !== 'map') return value.is === 'leaf' && !changes.whole ? value : { is: 'not-seen', why, spot: value.spot };
  const entries = [...value.entries].map(([key, entry]): readonly [string, Literal] =>
    changes.keys.has(key) ? [key, { is: 'not-seen', why, spot: entry.spot }] : [key, entry],
  );
  return { ...value, entries: new Map(entries), open: value.open ?? why };
};

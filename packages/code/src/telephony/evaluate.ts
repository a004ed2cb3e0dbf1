import { ts } from 'ts-morph';
import { callValue, constructed } from './call.js';
import { truth } from './truth.js';
import { isAnswer, isParameter, saidIn, sentIn } from './mode.js';
import type { Run } from './run.js';
import { constant, joined, NOTHING, siteOf, textOf, unknown, wordsIn, type Scope, type Value } from './value.js';
import { documentOf, isXml } from './xml.js';

/** Looks a name up, from the inside out. */
export const lookUp = (scope: Scope | undefined, name: string): Value | undefined => {
  for (let at = scope; at !== undefined; at = at.outer) {
    const value = at.names.get(name);
    if (value !== undefined) return value;
    const written = at.top?.(name);
    if (written !== undefined) {
      at.names.set(name, written);
      return written;
    }
  }
  return undefined;
};

/** Gives a name another value where it stands. */
const assignName = (scope: Scope, name: string, value: Value): void => {
  let at = scope;
  while (!at.names.has(name) && at.outer !== undefined) at = at.outer;
  at.names.set(name, value);
};

/** Parts of a request that hold parameters. */
const HOLDERS =
  /^(?:body|query|params|request|req|event|formdata|form|searchparams|nexturl|querystringparameters|payload|data|parsed|input|post|args|fields|entries|values|json|text|parsebody|raw|url|tostring|get|urlsearchparams|fromentries|parse)$/iu;
/** Parts that keep something between requests, or say who asks. */
const KEEPERS =
  /^(?:session|cookies?|headers?|app|locals|state|user|ip|hostname|method|rawbody|log|logger|server|context|env|res|response|var|set|header)$/iu;
const ADDRESSES = new Set(['originalUrl', 'path', 'pathname']);

/** A part of what the webhook was sent. */
const ofRequest = (run: Run, name: string, words: string): Value => {
  if (isParameter(name)) return parameter(run, name);
  if (name === 'baseUrl') return constant(run.route.base);
  if (ADDRESSES.has(name)) return constant(run.route.path);
  if (name === 'protocol' || name === 'host') return { is: 'setting', name };
  if (KEEPERS.test(name)) return unknown(name, `${words} ${name}`);
  if (HOLDERS.test(name)) return { is: 'unknown', name, words: `${words} ${name}`, request: true };
  return parameter(run, name);
};

/** A parameter of the request; nothing where it is surely not sent, its text where that is sure. */
const parameter = (run: Run, name: string): Value => {
  const said = saidIn(run.mode, name);
  if (said !== undefined) return constant(said);
  return sentIn(run.mode, name) === 'no' ? NOTHING : { is: 'input', name };
};

/** Parts of an answer that are the answer. */
const OF_ANSWER = /^(?:digits|results|text|0|length)$/u;

/** `value.name`. */
export const memberOf = (run: Run, value: Value, name: string): Value => {
  switch (value.is) {
    case 'object': {
      const entry = value.entries.get(name);
      if (entry !== undefined) return entry;
      return value.open ? unknown(name) : OBJECT_METHODS.has(name) ? { is: 'method', of: value, name } : NOTHING;
    }
    case 'unknown':
      if (value.request === true) return REQUEST_METHODS.test(name) ? { is: 'method', of: value, name } : ofRequest(run, name, value.words);
      if (isParameter(name)) return parameter(run, name);
      if (value.words === 'context') return { is: 'setting', name };
      return { is: 'method', of: value, name };
    case 'setting':
      return value.name === 'process.env' ? { is: 'setting', name } : { is: 'method', of: value, name };
    case 'input':
      return isAnswer(value.name) && OF_ANSWER.test(name) && name !== 'length' ? value : { is: 'method', of: value, name };
    case 'array':
      if (/^\d+$/u.test(name) && !value.open) return value.items[Number(name)] ?? NOTHING;
      return name === 'length' && !value.open ? constant(value.items.length) : { is: 'method', of: value, name };
    case 'const':
      if (value.value === undefined || value.value === null) return unknown(name);
      return name === 'length' && typeof value.value === 'string' ? constant(value.value.length) : { is: 'method', of: value, name };
    default:
      return { is: 'method', of: value, name };
  }
};

const OBJECT_METHODS = new Set(['hasOwnProperty', 'toString']);
const REQUEST_METHODS = /^(?:get|header|param|json|text|formData|parseBody|toString|entries|has)$/u;

type Evaluator = (run: Run, node: never, scope: Scope) => Value;

const template = (run: Run, node: ts.TemplateExpression, scope: Scope): Value =>
  written(
    joined([
      constant(node.head.text),
      ...node.templateSpans.flatMap(({ expression, literal: after }) => [nothingAsText(evaluate(run, expression, scope)), constant(after.text)]),
    ]),
    node,
  );

const nothingAsText = (value: Value): Value => (value.is === 'document' ? { is: 'written', document: value.document } : value);

const objectLiteral = (run: Run, node: ts.ObjectLiteralExpression, scope: Scope): Value => {
  const entries = new Map<string, Value>();
  let open = false;
  for (const property of node.properties) {
    if (ts.isSpreadAssignment(property)) {
      const value = evaluate(run, property.expression, scope);
      if (value.is === 'object') for (const [name, each] of value.entries) entries.set(name, each);
      if (value.is !== 'object' || value.open) open = true;
    } else {
      const name = keyOf(run, property.name, scope);
      if (name === undefined) open = true;
      else if (ts.isPropertyAssignment(property)) entries.set(name, evaluate(run, property.initializer, scope));
      else if (ts.isShorthandPropertyAssignment(property)) entries.set(name, lookUp(scope, name) ?? unknown(name));
      else entries.set(name, { is: 'function', node: property, scope });
    }
  }
  return { is: 'object', entries, open };
};

const keyOf = (run: Run, name: ts.PropertyName, scope: Scope): string | undefined => {
  if (ts.isComputedPropertyName(name)) return textOf(evaluate(run, name.expression, scope));
  return ts.isPrivateIdentifier(name) ? undefined : name.text;
};

const arrayLiteral = (run: Run, node: ts.ArrayLiteralExpression, scope: Scope): Value => {
  const items: Value[] = [];
  let open = false;
  for (const element of node.elements) {
    if (ts.isSpreadElement(element)) {
      const value = evaluate(run, element.expression, scope);
      if (value.is === 'array') items.push(...value.items);
      if (value.is !== 'array' || value.open) open = true;
    } else items.push(evaluate(run, element, scope));
  }
  return { is: 'array', items, open };
};

/** `of[key]`, where a key that the caller pressed chooses among the entries that there are. */
const elementAccess = (run: Run, node: ts.ElementAccessExpression, scope: Scope): Value => {
  const of = evaluate(run, node.expression, scope);
  const key = evaluate(run, node.argumentExpression, scope);
  const name = textOf(key);
  if (name !== undefined) return memberOf(run, of, name);
  if (key.is === 'input' && isAnswer(key.name) && of.is === 'object' && of.entries.size > 0) {
    for (const [each, value] of of.entries) if (truth.isAnswer(run, key, each, node)) return value;
    return of.open ? unknown('choice') : NOTHING;
  }
  return unknown(of.is === 'unknown' ? of.name : 'entry', `${wordsIn(of)} ${wordsIn(key)}`);
};

const LOGICAL = new Set([ts.SyntaxKind.AmpersandAmpersandToken, ts.SyntaxKind.BarBarToken, ts.SyntaxKind.QuestionQuestionToken]);

const isNothing = (value: Value): boolean => value.is === 'const' && (value.value === undefined || value.value === null);

/** `a || b`, `a ?? b`, `a && b` as values. What may be there or not is taken to be there: whether it is, is asked where it matters. */
const logical = (run: Run, node: ts.BinaryExpression, scope: Scope): Value => {
  const left = evaluate(run, node.left, scope);
  const operator = node.operatorToken.kind;
  if (left.is === 'const') {
    const goesOn =
      operator === ts.SyntaxKind.QuestionQuestionToken ? isNothing(left) : operator === ts.SyntaxKind.BarBarToken ? !left.value : Boolean(left.value);
    return goesOn ? evaluate(run, node.right, scope) : left;
  }
  if (operator === ts.SyntaxKind.AmpersandAmpersandToken) {
    const right = evaluate(run, node.right, scope);
    return left.is === 'document' || left.is === 'object' || left.is === 'function'
      ? right
      : unknown('condition', `${wordsIn(left)} ${wordsIn(right)}`);
  }
  return left;
};

const assignment = (run: Run, node: ts.BinaryExpression, scope: Scope): Value => {
  const operator = node.operatorToken.kind;
  let value = evaluate(run, node.right, scope);
  if (operator === ts.SyntaxKind.PlusEqualsToken) value = joinedOrUnknown(evaluate(run, node.left, scope), value);
  else if (operator !== ts.SyntaxKind.EqualsToken) value = unknown('value', `${wordsIn(evaluate(run, node.left, scope))} ${wordsIn(value)}`);
  if (ts.isIdentifier(node.left)) assignName(scope, node.left.text, value);
  else if (ts.isPropertyAccessExpression(node.left)) setMember(run, node.left, value, scope);
  return value;
};

const setMember = (run: Run, target: ts.PropertyAccessExpression, value: Value, scope: Scope): void => {
  const of = evaluate(run, target.expression, scope);
  if (of.is === 'object') of.entries.set(target.name.text, value);
  // `ctx.body = twiml.toString()`: the answer of some servers.
  else if (value.is === 'document' || value.is === 'written' || value.is === 'text' || value.is === 'const')
    callValue.sends(target, value, target.name.text);
};

const joinedOrUnknown = (left: Value, right: Value): Value => {
  if (left.is === 'const' && right.is === 'const' && typeof left.value === 'number' && typeof right.value === 'number')
    return constant(left.value + right.value);
  const isText = (value: Value): boolean =>
    value.is === 'text' || (value.is === 'const' && typeof value.value === 'string') || value.is === 'written';
  return isText(left) || isText(right) ? joined([left, right]) : unknown('sum', `${wordsIn(left)} ${wordsIn(right)}`);
};

const COMPARISONS = new Set([
  ts.SyntaxKind.EqualsEqualsToken,
  ts.SyntaxKind.EqualsEqualsEqualsToken,
  ts.SyntaxKind.ExclamationEqualsToken,
  ts.SyntaxKind.ExclamationEqualsEqualsToken,
  ts.SyntaxKind.LessThanToken,
  ts.SyntaxKind.LessThanEqualsToken,
  ts.SyntaxKind.GreaterThanToken,
  ts.SyntaxKind.GreaterThanEqualsToken,
  ts.SyntaxKind.InKeyword,
  ts.SyntaxKind.InstanceOfKeyword,
]);

const binary = (run: Run, node: ts.BinaryExpression, scope: Scope): Value => {
  const operator = node.operatorToken.kind;
  if (LOGICAL.has(operator)) return logical(run, node, scope);
  if (operator >= ts.SyntaxKind.FirstAssignment && operator <= ts.SyntaxKind.LastAssignment) return assignment(run, node, scope);
  if (operator === ts.SyntaxKind.CommaToken) {
    evaluate(run, node.left, scope);
    return evaluate(run, node.right, scope);
  }
  const left = evaluate(run, node.left, scope);
  const right = evaluate(run, node.right, scope);
  if (operator === ts.SyntaxKind.PlusToken) return joinedOrUnknown(left, right);
  const sure = COMPARISONS.has(operator) ? truth.compared(run, node, scope) : undefined;
  if (sure !== undefined) return constant(sure);
  const words = `${wordsIn(left)} ${wordsIn(right)}`;
  return unknown(COMPARISONS.has(operator) ? 'comparison' : 'number', words);
};

const callback = (run: Run, node: ts.ArrowFunction | ts.FunctionExpression, scope: Scope): Value => ({ is: 'function', node, scope });
const inner = (run: Run, node: { readonly expression: ts.Expression }, scope: Scope): Value => evaluate(run, node.expression, scope);
const nullish = (): Value => constant(null);

const prefix = (run: Run, node: ts.PrefixUnaryExpression, scope: Scope): Value => {
  const value = evaluate(run, node.operand, scope);
  switch (node.operator) {
    case ts.SyntaxKind.ExclamationToken:
      return value.is === 'const' ? constant(!value.value) : unknown('not', `not ${wordsIn(value)}`);
    case ts.SyntaxKind.MinusToken:
      return value.is === 'const' && typeof value.value === 'number' ? constant(-value.value) : unknown('number', wordsIn(value));
    case ts.SyntaxKind.PlusToken:
      return value.is === 'const' ? constant(Number(value.value)) : value;
    default:
      if (ts.isIdentifier(node.operand)) assignName(scope, node.operand.text, unknown(node.operand.text, wordsIn(value)));
      return unknown('number', wordsIn(value));
  }
};

const postfix = (run: Run, node: ts.PostfixUnaryExpression, scope: Scope): Value => {
  const value = evaluate(run, node.operand, scope);
  if (ts.isIdentifier(node.operand)) assignName(scope, node.operand.text, unknown(node.operand.text, node.operand.text));
  return value;
};

const identifier = (run: Run, node: ts.Identifier, scope: Scope): Value =>
  node.text === 'undefined' ? NOTHING : (lookUp(scope, node.text) ?? unknown(node.text));

const property = (run: Run, node: ts.PropertyAccessExpression, scope: Scope): Value => {
  const { expression, name } = node;
  if (ts.isIdentifier(expression) && expression.text === 'process' && name.text === 'env') return { is: 'setting', name: 'process.env' };
  if (ts.isMetaProperty(expression) && name.text === 'env') return { is: 'setting', name: 'process.env' };
  return memberOf(run, evaluate(run, expression, scope), name.text);
};

const conditional = (run: Run, node: ts.ConditionalExpression, scope: Scope): Value =>
  truth.of(run, node.condition, scope) ? evaluate(run, node.whenTrue, scope) : evaluate(run, node.whenFalse, scope);

const awaited = (run: Run, node: ts.AwaitExpression, scope: Scope): Value =>
  ts.isCallExpression(node.expression) ? callValue.of(run, node.expression, scope, true) : evaluate(run, node.expression, scope);

const called = (run: Run, node: ts.CallExpression, scope: Scope): Value => callValue.of(run, node, scope, false);
/** A document that is written out is told apart where it stands, so that its verbs can be pointed at. */
const written = (value: Value, node: ts.Node): Value => {
  const text =
    value.is === 'const' ? String(value.value) : value.is === 'text' ? value.parts.filter((part) => typeof part === 'string').join('') : '';
  if (!isXml(value) || (!text.includes('</Response') && !/<Response\s*\/>/u.test(text))) return value;
  const site = siteOf(node);
  return { is: 'written', document: documentOf(value, node.getSourceFile().text.slice(site.start, site.end), site) };
};

const literal = (_run: Run, node: ts.LiteralLikeNode): Value => written(constant(node.text), node);
const numeric = (_run: Run, node: ts.LiteralLikeNode): Value => constant(Number(node.text));

const EVALUATORS = new Map<ts.SyntaxKind, Evaluator>([
  [ts.SyntaxKind.StringLiteral, literal],
  [ts.SyntaxKind.NoSubstitutionTemplateLiteral, literal],
  [ts.SyntaxKind.NumericLiteral, numeric],
  [ts.SyntaxKind.TrueKeyword, () => constant(true)],
  [ts.SyntaxKind.FalseKeyword, () => constant(false)],
  [ts.SyntaxKind.NullKeyword, nullish],
  [ts.SyntaxKind.Identifier, identifier],
  [ts.SyntaxKind.ThisKeyword, (_run: Run, _node: ts.Node, scope: Scope) => lookUp(scope, 'this') ?? unknown('this')],
  [ts.SyntaxKind.TemplateExpression, template],
  [ts.SyntaxKind.ObjectLiteralExpression, objectLiteral],
  [ts.SyntaxKind.ArrayLiteralExpression, arrayLiteral],
  [ts.SyntaxKind.PropertyAccessExpression, property],
  [ts.SyntaxKind.ElementAccessExpression, elementAccess],
  [ts.SyntaxKind.BinaryExpression, binary],
  [ts.SyntaxKind.PrefixUnaryExpression, prefix],
  [ts.SyntaxKind.PostfixUnaryExpression, postfix],
  [ts.SyntaxKind.ConditionalExpression, conditional],
  [ts.SyntaxKind.ArrowFunction, callback],
  [ts.SyntaxKind.FunctionExpression, callback],
  [ts.SyntaxKind.ParenthesizedExpression, inner],
  [ts.SyntaxKind.AsExpression, inner],
  [ts.SyntaxKind.TypeAssertionExpression, inner],
  [ts.SyntaxKind.NonNullExpression, inner],
  [ts.SyntaxKind.SatisfiesExpression, inner],
  [ts.SyntaxKind.AwaitExpression, awaited],
  [ts.SyntaxKind.CallExpression, called],
  [ts.SyntaxKind.NewExpression, (run: Run, node: ts.NewExpression, scope: Scope) => constructed(run, node, scope)],
]);

/** What an expression stands for. Calls of functions of the project are gone through. */
export const evaluate = (run: Run, node: ts.Expression, scope: Scope): Value => {
  run.burn();
  const by = EVALUATORS.get(node.kind);
  return by === undefined ? unknown('value', '') : by(run, node as never, scope);
};

import { ts } from 'ts-morph';
import { conditionOf } from './condition.js';
import { evaluate } from './evaluate.js';
import { isAnswer, isSpoken, mayBe, sentIn } from './mode.js';
import type { Known, Run } from './run.js';
import { siteOf, textOf, type Scope, type Value } from './value.js';

type Input = Extract<Value, { is: 'input' }>;

const bare = (node: ts.Expression): ts.Expression =>
  ts.isParenthesizedExpression(node) || ts.isAsExpression(node) || ts.isNonNullExpression(node) || ts.isAwaitExpression(node)
    ? bare(node.expression)
    : node;

const knownOf = (run: Run, name: string): Known => run.inputs.get(name) ?? { not: [] };

/** Whether an answer is one that a program looks for; which one it is, only the caller decides. */
const answerIs = (run: Run, { name }: Input, value: string, node: ts.Node, says = false): boolean => {
  const known = knownOf(run, name);
  const word = says ? `…${value}` : value;
  if (known.is !== undefined) return says ? known.is.includes(value) : known.is === value;
  if (known.not.includes(word) || known.sent === false || mayBe(name, value) === false) return false;
  if (value === '' && sentIn(run.mode, name) === 'yes') return false;
  const answers = isAnswer(name);
  const taken = run.decide({
    kind: 'check',
    site: siteOf(node),
    label: answers ? 'Check what was entered' : `Check ${name}`,
    data: answers ? { of: 'slot' } : { of: 'other', about: name },
    answer: answers ? 'answer' : name,
    options: [{ on: answers ? 'choice' : 'branch', label: value }, { on: answers ? 'no-match' : 'next' }],
  });
  run.inputs.set(name, taken === 0 ? { ...known, is: value, sent: true } : { ...known, not: [...known.not, word] });
  return taken === 0;
};

/** Whether a parameter was sent at all. */
const isSent = (run: Run, { name }: Input, node: ts.Node): boolean => {
  const known = knownOf(run, name);
  if (known.sent !== undefined) return known.sent;
  const sent = sentIn(run.mode, name);
  if (sent !== 'maybe') return sent === 'yes';
  const answers = isAnswer(name);
  const how = isSpoken(name) ? 'spoken' : 'by keys';
  const taken = run.decide({
    kind: 'check',
    site: siteOf(node),
    label: answers ? 'Check how it was answered' : `Check ${name}`,
    data: answers ? { of: 'slot' } : { of: 'other', about: name },
    options: [{ on: 'branch', label: answers ? how : `${name} is given` }, { on: answers && run.mode.happened === 'anything' ? 'no-input' : 'next' }],
  });
  run.inputs.set(name, { ...known, sent: taken === 0 });
  // One of both ways it was.
  if (answers && taken === 1 && run.mode.happened === 'answered')
    for (const other of ['Digits', 'SpeechResult']) if (isSpoken(other) !== isSpoken(name)) run.inputs.set(other, { not: [], sent: true });
  return taken === 0;
};

const ofValue = (run: Run, value: Value, node: ts.Expression): boolean => {
  switch (value.is) {
    case 'const':
      return Boolean(value.value);
    case 'input':
      return isSent(run, value, node);
    case 'unknown':
    case 'method':
      return ofCondition(run, node, [value]);
    default:
      // What is configured is taken to be there: otherwise the program could not be in use.
      return true;
  }
};

const ofCondition = (run: Run, node: ts.Expression, values: readonly Value[]): boolean => {
  const { decision, question } = conditionOf(node, values);
  return run.decide(decision, question) === 0;
};

const EQUALS = new Set([ts.SyntaxKind.EqualsEqualsToken, ts.SyntaxKind.EqualsEqualsEqualsToken]);
const DIFFERS = new Set([ts.SyntaxKind.ExclamationEqualsToken, ts.SyntaxKind.ExclamationEqualsEqualsToken]);

const asNumber = (value: Value): number | undefined => {
  if (value.is !== 'const' || value.value === undefined || value.value === null || value.value === '') return undefined;
  const number = Number(value.value);
  return Number.isNaN(number) ? undefined : number;
};

const isEqual = (left: Value, right: Value): boolean | undefined => {
  if (left.is === 'const' && right.is === 'const') {
    if (left.value === undefined || left.value === null || right.value === undefined || right.value === null)
      return (left.value ?? undefined) === (right.value ?? undefined);
    return String(left.value) === String(right.value);
  }
  const isThere = (value: Value): boolean => value.is === 'object' || value.is === 'array' || value.is === 'function' || value.is === 'document';
  const isNothing = (value: Value): boolean => value.is === 'const' && (value.value === undefined || value.value === null);
  return (isThere(left) && isNothing(right)) || (isThere(right) && isNothing(left)) ? false : undefined;
};

const orderOf = (operator: ts.SyntaxKind, left: number, right: number): boolean | undefined => {
  switch (operator) {
    case ts.SyntaxKind.LessThanToken:
      return left < right;
    case ts.SyntaxKind.LessThanEqualsToken:
      return left <= right;
    case ts.SyntaxKind.GreaterThanToken:
      return left > right;
    case ts.SyntaxKind.GreaterThanEqualsToken:
      return left >= right;
    default:
      return undefined;
  }
};

/** How a comparison comes out, where that is sure. */
const surely = (operator: ts.SyntaxKind, left: Value, right: Value): boolean | undefined => {
  if (EQUALS.has(operator)) return isEqual(left, right);
  if (DIFFERS.has(operator)) {
    const equal = isEqual(left, right);
    return equal === undefined ? undefined : !equal;
  }
  const [a, b] = [asNumber(left), asNumber(right)];
  return a === undefined || b === undefined ? undefined : orderOf(operator, a, b);
};

const comparison = (run: Run, node: ts.BinaryExpression, scope: Scope): boolean | undefined => {
  const operator = node.operatorToken.kind;
  const left = evaluate(run, node.left, scope);
  const right = evaluate(run, node.right, scope);
  if (operator === ts.SyntaxKind.InKeyword && left.is === 'input' && right.is === 'object')
    return anyOf(run, left, [...right.entries.keys()], right.open, node);
  const sure = surely(operator, left, right);
  if (sure !== undefined) return sure;
  const differs = DIFFERS.has(operator);
  const [input, other] = left.is === 'input' ? [left, right] : right.is === 'input' ? [right, left] : [];
  if (input !== undefined && other?.is === 'const' && (differs || EQUALS.has(operator))) {
    if (other.value === undefined || other.value === null || other.value === '') return isSent(run, input, node) === differs;
    return answerIs(run, input, String(other.value), node) !== differs;
  }
  return EQUALS.has(operator) || differs || orderOf(operator, 0, 0) !== undefined ? ofCondition(run, node, [left, right]) : undefined;
};

/** A longer list is no menu. */
const MOST_KEYS = 12;

const anyOf = (run: Run, input: Input, keys: readonly string[], open: boolean, node: ts.Expression): boolean => {
  if (open || keys.length > MOST_KEYS || !isAnswer(input.name)) return ofCondition(run, node, [input]);
  return keys.some((key) => answerIs(run, input, key, node));
};

/** The words that a pattern looks for: `/sales|billing/i` -> `sales, billing`. */
const patternWords = (node: ts.RegularExpressionLiteral): string =>
  node.text
    .replace(/^\/|\/\w*$/gu, '')
    .replace(/\\[bsdwBSDW]|[\^$?*+()[\]{}\\]/gu, ' ')
    .split('|')
    .map((word) => word.replace(/\s+/gu, ' ').trim())
    .filter((word) => word !== '')
    .join(', ');

/** Tests of an answer by methods: `keys.includes(digits)`, `speech.includes('sales')`, `/sales/.test(speech)`. */
const methodTest = (run: Run, node: ts.CallExpression, scope: Scope): boolean | undefined => {
  const callee = node.expression;
  const [argument] = node.arguments;
  if (!ts.isPropertyAccessExpression(callee) || argument === undefined) return undefined;
  const name = callee.name.text;
  const receiver = bare(callee.expression);
  if (ts.isRegularExpressionLiteral(receiver) && name === 'test') {
    const value = evaluate(run, argument, scope);
    return value.is === 'input' && isAnswer(value.name) ? matches(run, value, receiver, node) : undefined;
  }
  if (!/^(?:includes|has|hasOwnProperty|startsWith|endsWith|match|indexOf|equals)$/u.test(name)) return undefined;
  const of = evaluate(run, receiver, scope);
  if (of.is === 'input' && isAnswer(of.name)) {
    if (ts.isRegularExpressionLiteral(argument)) return matches(run, of, argument, node);
    const word = textOf(evaluate(run, argument, scope));
    return word === undefined || word === '' ? undefined : answerIs(run, of, word, node, name !== 'equals');
  }
  const value = evaluate(run, argument, scope);
  if (value.is !== 'input') return undefined;
  if (of.is === 'array') {
    const keys = of.items.map(textOf);
    return anyOf(
      run,
      value,
      keys.flatMap((key) => key ?? []),
      of.open || keys.includes(undefined),
      node,
    );
  }
  return of.is === 'object' ? anyOf(run, value, [...of.entries.keys()], of.open, node) : undefined;
};

/** A pattern that only looks at the form of an answer is no choice. */
const matches = (run: Run, input: Input, pattern: ts.RegularExpressionLiteral, node: ts.Expression): boolean => {
  const words = patternWords(pattern);
  return /\p{L}{2}/u.test(words) ? answerIs(run, input, words, node, true) : ofCondition(run, node, [input]);
};

const logical = (run: Run, node: ts.BinaryExpression, scope: Scope): boolean | undefined => {
  const operator = node.operatorToken.kind;
  if (operator !== ts.SyntaxKind.AmpersandAmpersandToken && operator !== ts.SyntaxKind.BarBarToken) return undefined;
  const whole = conditionOf(node, []);
  // A stretch of time is one question, though it is written as two comparisons.
  if (whole.decision.data.of === 'hours') return run.decide(whole.decision, whole.question) === 0;
  const left = of(run, node.left, scope);
  if (operator === ts.SyntaxKind.BarBarToken) return left || of(run, node.right, scope);
  return left && of(run, node.right, scope);
};

/** Whether a condition holds on this way: as far as it is not sure, it is decided. */
const of = (run: Run, condition: ts.Expression, scope: Scope): boolean => {
  run.burn();
  const node = bare(condition);
  if (ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.ExclamationToken) return !of(run, node.operand, scope);
  const told = ts.isBinaryExpression(node)
    ? (logical(run, node, scope) ?? comparison(run, node, scope))
    : ts.isCallExpression(node)
      ? methodTest(run, node, scope)
      : undefined;
  return told ?? ofValue(run, evaluate(run, node, scope), node);
};

/** How a comparison comes out, where that is sure; nothing is decided. */
const compared = (run: Run, node: ts.BinaryExpression, scope: Scope): boolean | undefined =>
  surely(node.operatorToken.kind, evaluate(run, node.left, scope), evaluate(run, node.right, scope));

export const truth = { of, isAnswer: answerIs, compared, ofCondition };

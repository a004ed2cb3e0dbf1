// What has gone wrong for the customer where a statement runs, as far as the branches around it tell.
import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { above, bare, isFunction, isInline, lastName } from './walk.js';

type SourceCode = Readonly<TSESLint.SourceCode>;

/** `error`: something was thrown; `unheard`: they said nothing, or nothing that was understood; `unverified`: they could not prove who they are. */
export type FailureKind = 'error' | 'unheard' | 'unverified';

/** A way that is taken only when something failed. */
export interface Failure {
  readonly kind: FailureKind;
  /** All that runs on this way. */
  readonly branch: TSESTree.Node;
}

const HEARD =
  /(?<![a-z])(?:digits?|dtmf|speech(?:_?result|_?text)?|user_?speech|user_?input|pressed(?:_?key)?|choice|selection|selected_?option|menu_?option)(?![a-z])/iu;
const VERIFIED =
  /(?<![a-z])(?:is_?)?(?:verified|verification(?:_?(?:result|ok|passed|status))?|authenticated|identified|identity_?(?:ok|confirmed|verified)|pin_?(?:ok|valid|correct|matches)|pin|passcode|security_?(?:answer|code))(?![a-z])/iu;
const NOTHING = /^(?:undefined|null|''|""|false|0)$/u;

/** Names as words: `userSpeech` and `SpeechResult` with strokes between their parts. */
const split = (text: string): string => text.replace(/(?<=[a-z\d])(?=[A-Z])/gu, '_');

/** Which side of a test is the failure: the one on which it holds, or the other. */
interface Told {
  readonly kind: 'unheard' | 'unverified';
  readonly failsWhen: boolean;
  /** Whether the test only looks for one of several answers. */
  readonly isOneOfMany: boolean;
}

const kindOf = (text: string): Told['kind'] | undefined => {
  const words = split(text);
  if (HEARD.test(words)) return 'unheard';
  return VERIFIED.test(words) ? 'unverified' : undefined;
};

const comparison = (node: TSESTree.BinaryExpression, source: SourceCode): Told | undefined => {
  if (!/^[!=]==?$/u.test(node.operator)) return undefined;
  const [left, right] = [source.getText(node.left), source.getText(node.right)];
  const isSame = node.operator.startsWith('=');
  const kind = kindOf(left) ?? kindOf(right);
  if (kind === undefined) return undefined;
  if (NOTHING.test(right) || NOTHING.test(left)) return { kind, failsWhen: isSame, isOneOfMany: false };
  if (right === 'true' || left === 'true') return { kind, failsWhen: !isSame, isOneOfMany: false };
  // A proof is right or wrong; an answer in a menu is one of several.
  return { kind, failsWhen: !isSame, isOneOfMany: kind === 'unheard' };
};

const told = (test: TSESTree.Node, source: SourceCode): Told | undefined => {
  const node = bare(test);
  if (node.type === 'UnaryExpression' && node.operator === '!') {
    const inner = told(node.argument, source);
    return inner === undefined ? undefined : { ...inner, failsWhen: !inner.failsWhen };
  }
  if (node.type === 'BinaryExpression') return comparison(node, source);
  if (node.type === 'LogicalExpression') {
    const sides = [told(node.left, source), told(node.right, source)];
    // `!digits || digits.length < 4`: one failing side is enough. `ok && other`: if it does not hold, either may be why.
    return node.operator === '||' ? sides.find((one) => one?.failsWhen === true) : undefined;
  }
  const name = node.type === 'CallExpression' || node.type === 'MemberExpression' || node.type === 'Identifier' ? lastName(node) : '';
  const kind = kindOf(name);
  return kind === undefined ? undefined : { kind, failsWhen: false, isOneOfMany: false };
};

const ofIf = (at: TSESTree.Node, parent: TSESTree.IfStatement | TSESTree.ConditionalExpression, source: SourceCode): FailureKind | undefined => {
  if (at === parent.test) return undefined;
  const seen = told(parent.test, source);
  const isHeld = at === parent.consequent;
  if (seen?.failsWhen !== isHeld) return undefined;
  // Of `if (digits === '1') ... else if ... else ...` only the last is the answer that nobody expected.
  return seen.isOneOfMany && (isHeld || at.type === 'IfStatement' || parent.type === 'ConditionalExpression') ? undefined : seen.kind;
};

/** `.catch(() => ...)`, and the second function of `.then`. */
const isCatcher = (node: TSESTree.Node): boolean => {
  const call = above(node);
  if (!isFunction(node) || call?.type !== 'CallExpression' || call.callee.type !== 'MemberExpression') return false;
  const name = lastName(call.callee);
  return (name === 'catch' && call.arguments[0] === node) || (name === 'then' && call.arguments[1] === node);
};

const kindAt = (at: TSESTree.Node, parent: TSESTree.Node, source: SourceCode): FailureKind | undefined => {
  if (at.type === 'CatchClause' || isCatcher(at)) return 'error';
  if (parent.type === 'IfStatement' || parent.type === 'ConditionalExpression') return ofIf(at, parent, source);
  if (at.type !== 'SwitchCase' || at.test !== null || parent.type !== 'SwitchStatement') return undefined;
  return kindOf(source.getText(parent.discriminant)) === 'unheard' ? 'unheard' : undefined;
};

const circumstance = (at: TSESTree.Node, source: SourceCode): string => {
  if (at.type === 'IfStatement' || at.type === 'ConditionalExpression') return source.getText(at.test);
  if (at.type === 'SwitchCase') return at.test === null ? '' : source.getText(at.test);
  if (at.type === 'CatchClause' && at.param !== null) return source.getText(at.param);
  if (at.type === 'VariableDeclarator' || at.type === 'Property' || at.type === 'MethodDefinition')
    return at.type === 'VariableDeclarator' ? source.getText(at.id) : source.getText(at.key);
  return isFunction(at) ? (at.id?.name ?? '') : '';
};

/** What stands around a node: conditions, cases, and names of functions and of what they are kept in, each name as words with strokes between them. */
export const circumstancesOf = (node: TSESTree.Node, source: SourceCode): string => {
  const around: string[] = [];
  for (let at: TSESTree.Node | undefined = node; at !== undefined; at = above(at)) around.push(circumstance(at, source));
  return split(around.join(' '));
};

/** The innermost failure on the way to a node, within its function; undefined where none is seen. */
export const failureAround = (node: TSESTree.Node, source: SourceCode): Failure | undefined => {
  for (let at = node, parent = above(at); parent !== undefined; at = parent, parent = above(at)) {
    const kind = kindAt(at, parent, source);
    if (kind !== undefined) return { kind, branch: at };
    if (isFunction(at) && !isInline(at)) return undefined;
  }
  return undefined;
};

import { ts } from 'ts-morph';
import { lookUp } from './evaluate.js';
import type { Run } from './run.js';
import type { Scope } from './value.js';

const LOOKS_ON = /^(?:console|logger|log|debug|winston|pino|sentry|metrics|statsd|analytics|newrelic)$/iu;
const TELLS = /notif|ticket|task|case|alert|email|mail|sms|send/iu;

const rootOf = (node: ts.Expression): ts.Expression =>
  ts.isPropertyAccessExpression(node) ||
  ts.isCallExpression(node) ||
  ts.isElementAccessExpression(node) ||
  ts.isNonNullExpression(node) ||
  ts.isAwaitExpression(node)
    ? rootOf(node.expression)
    : node;

/** Whether a call can change nothing about what is answered. */
const isIdleCall = (run: Run, node: ts.CallExpression, scope: Scope): boolean => {
  const root = rootOf(node.expression);
  if (ts.isIdentifier(root) && LOOKS_ON.test(root.text)) return true;
  if (!ts.isIdentifier(root) || TELLS.test(node.expression.getText())) return false;
  if (/^(?:res|response|reply|callback|cb|next|done|ctx|resolve|reject)$/u.test(root.text)) return false;
  const value = lookUp(scope, root.text);
  return value === undefined || value.is === 'unknown' || value.is === 'setting' || value.is === 'input' || value.is === 'const';
};

/** Whether a branch can make no difference to the caller: it only logs, counts or stores. Such branches are not followed. */
export const isIdle = (run: Run, node: ts.Node, scope: Scope): boolean => {
  let left = 200;
  const visit = (each: ts.Node): boolean => {
    if (--left < 0) return false;
    switch (each.kind) {
      case ts.SyntaxKind.ReturnStatement:
      case ts.SyntaxKind.ThrowStatement:
      case ts.SyntaxKind.BreakStatement:
      case ts.SyntaxKind.ContinueStatement:
        return false;
      case ts.SyntaxKind.CallExpression:
        if (!isIdleCall(run, each as ts.CallExpression, scope)) return false;
        break;
      case ts.SyntaxKind.BinaryExpression: {
        const { operatorToken, left: target } = each as ts.BinaryExpression;
        const assigns = operatorToken.kind >= ts.SyntaxKind.FirstAssignment && operatorToken.kind <= ts.SyntaxKind.LastAssignment;
        if (assigns && (ts.isIdentifier(target) || /\b(?:body|status|type)$/u.test(target.getText()))) return false;
        break;
      }
      default:
    }
    return ts.forEachChild(each, (child) => (visit(child) ? undefined : true)) !== true;
  };
  return visit(node);
};

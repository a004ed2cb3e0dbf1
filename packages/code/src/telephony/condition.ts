import { ATTEMPTS, CLOSED, HOURS, NOT_ATTEMPTS, slotOf, STAFFING, wordsOf, type EdgeEvent, type StepData } from '@carelint/core/model';
import { ts } from 'ts-morph';
import type { Decision } from './run.js';
import { siteOf, wordsIn, type Value } from './value.js';

/** What a condition asks, and a key that is the same wherever the same is asked. */
interface Condition {
  readonly decision: Decision;
  readonly question: string;
}

/** Names of parts of the day and week. */
const CLOCK =
  /(?<![\p{L}\d])(?:hours?|get(?:utc)? ?hours|get(?:utc)? ?day|week ?(?:day|end)|day of week|business hours|office hours|is holiday)(?![\p{L}\d])/u;
const NO_CLOCK = /(?<![\p{L}\d])(?:account|order|case|ticket|payment|invoice|birth|door|session)(?![\p{L}\d])/u;
/** A name alone that tells a state of the line. */
const OPENNESS =
  /(?<![\p{L}\d])(?:is|are|now|currently|we|office|business|shop|store|within|during|in|after|out|outside|of|hours?|holidays?)(?![\p{L}\d])/u;
const AVAILABLE =
  /(?<![\p{L}\d])(?:available|online|free|idle|ready|active) ?(?:agents?|operators?|workers?|representatives?|staff|volunteers?)(?![\p{L}\d])/u;

const LONGEST = 60;

const shortened = (text: string): string => {
  const flat = text.replace(/\s+/gu, ' ');
  return flat.length <= LONGEST ? flat : `${flat.slice(0, LONGEST - 1).trimEnd()}…`;
};

/** Names in an expression, without what stands in quotes. */
const namesIn = (node: ts.Node): string =>
  (
    node
      .getText()
      .replace(/'[^'\n]*'|"[^"\n]*"|`[^`]*`/gu, ' ')
      .match(/[\p{L}_$][\p{L}\d_$]*/gu) ?? []
  ).join(' ');

interface Reading {
  readonly data: StepData;
  readonly label: string;
  readonly yes: EdgeEvent;
  readonly no: EdgeEvent;
}

const operatorOf = (node: ts.Expression): ts.SyntaxKind | undefined => (ts.isBinaryExpression(node) ? node.operatorToken.kind : undefined);

const LESS = new Set([ts.SyntaxKind.LessThanToken, ts.SyntaxKind.LessThanEqualsToken]);
const MORE = new Set([ts.SyntaxKind.GreaterThanToken, ts.SyntaxKind.GreaterThanEqualsToken]);
const SAME = new Set([ts.SyntaxKind.EqualsEqualsToken, ts.SyntaxKind.EqualsEqualsEqualsToken]);
const OTHER = new Set([ts.SyntaxKind.ExclamationEqualsToken, ts.SyntaxKind.ExclamationEqualsEqualsToken]);

const numberOn = (node: ts.Expression): number | undefined => {
  if (!ts.isBinaryExpression(node)) return undefined;
  return ts.isNumericLiteral(node.right) ? Number(node.right.text) : undefined;
};

/** Whether a condition on the clock holds while it is open; undefined where that does not show. */
const whileOpen = (node: ts.Expression, words: string): boolean | undefined => {
  const operator = operatorOf(node);
  const compares = /[<>]=?|[!=]==?/u.test(node.getText());
  if (operator === ts.SyntaxKind.AmpersandAmpersandToken && compares) return /weekend|holiday|closed/u.test(words) ? undefined : true;
  if (operator === ts.SyntaxKind.BarBarToken && compares) return false;
  if (operator !== undefined && compares) {
    const at = numberOn(node);
    if (at === undefined) {
      if (!/\b(?:true|false)\b/u.test(node.getText())) return undefined;
      const named = !CLOSED.test(words);
      return /\btrue\b/u.test(node.getText()) === SAME.has(operator) ? named : !named;
    }
    if (MORE.has(operator)) return at > 12 ? false : undefined;
    return LESS.has(operator) && at < 12 ? false : undefined;
  }
  if (CLOSED.test(words) || /weekend|outside|out of|after ?hours/u.test(words)) return false;
  return OPENNESS.test(words) || /open/u.test(words) ? true : undefined;
};

const ofHours = (node: ts.Expression, words: string): Reading | undefined => {
  if ((!CLOCK.test(words) && !HOURS.test(words)) || NO_CLOCK.test(words)) return undefined;
  const open = whileOpen(node, words);
  if (open === undefined) return { data: { of: 'other', about: shortened(node.getText()) }, label: 'Check the time', yes: 'branch', no: 'next' };
  return { data: { of: 'hours' }, label: 'Check the hours', yes: open ? 'open' : 'closed', no: open ? 'closed' : 'open' };
};

const ofStaffing = (node: ts.Expression, words: string): Reading | undefined => {
  if (!STAFFING.test(words) && !AVAILABLE.test(words)) return undefined;
  const operator = operatorOf(node);
  const none = (operator !== undefined && SAME.has(operator) && numberOn(node) === 0) || (operator !== undefined && LESS.has(operator));
  return { data: { of: 'staffing' }, label: 'Check whether anybody is there', yes: none ? 'failure' : 'success', no: none ? 'success' : 'failure' };
};

const ofAttempts = (node: ts.Expression, words: string): Reading | undefined => {
  const operator = operatorOf(node);
  if (operator === undefined || !ATTEMPTS.test(words) || NOT_ATTEMPTS.test(words)) return undefined;
  const again = LESS.has(operator) || OTHER.has(operator);
  if (!again && !MORE.has(operator) && !SAME.has(operator)) return undefined;
  const counts = /\+\+|\+=?\s*1\b/u.test(node.getSourceFile().text);
  const of: StepData['of'] = counts ? 'attempts' : { unknown: 'nothing in this file counts the tries; something elsewhere may' };
  return { data: { of }, label: 'Check attempts', yes: again ? 'again' : 'limit', no: again ? 'limit' : 'again' };
};

const ofOther = (node: ts.Expression, words: string): Reading => {
  const slot = slotOf(words);
  const about = shortened(node.getText());
  return { data: slot === undefined ? { of: 'other', about } : { of: 'slot', slot, about }, label: `Check ${about}`, yes: 'branch', no: 'next' };
};

/** What a condition asks, as far as its names tell. `values`: what its parts stand for. */
export const conditionOf = (node: ts.Expression, values: readonly Value[]): Condition => {
  const words = wordsOf(`${namesIn(node)} ${values.map(wordsIn).join(' ')}`);
  const { data, label, yes, no } = ofHours(node, words) ?? ofAttempts(node, words) ?? ofStaffing(node, words) ?? ofOther(node, words);
  const text = node.getText().replace(/\s+/gu, '');
  const options = [yes === 'branch' ? { on: yes, label: shortened(node.getText()) } : { on: yes }, { on: no }];
  return { decision: { kind: 'check', site: siteOf(node), label, data, options }, question: `${node.getSourceFile().fileName}\0${text}` };
};

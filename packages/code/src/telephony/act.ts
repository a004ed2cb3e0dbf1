import { wordsOf, type StepData } from '@carelint/core/model';
import type { ts } from 'ts-morph';
import type { Run } from './run.js';
import { siteOf } from './value.js';

/** Calls that only take apart what is there. */
const TAKES_APART =
  /(?:^|[.\s])(?:formData|json|text|parseBody|params|cookies|headers|parse|stringify|parseAsync|safeParse|resolve|all|toString|setTimeout|sleep|delay|validateRequest)$/u;

/** What is achieved for the customer, by the name of the call. */
const DOES: readonly (readonly [string, RegExp])[] = [
  [
    'notify',
    /\b(?:send|text|notify)\b.*\b(?:sms|e ?mail|text|message|link|notification|whatsapp)\b|\b(?:sms|e ?mail|mail)\b.*\b(?:send|sender|notify)|\bmessages create\b|\bsend ?mail\b/u,
  ],
  ['task', /\b(?:create|open|add|new)\b.*\b(?:task|ticket|case)\b|\b(?:tasks?|tickets?|cases?) create\b/u],
];

const nameOfCall = (node: ts.CallExpression): string => {
  const text = node.expression
    .getText()
    .replace(/\s+/gu, '')
    .replace(/\([^()]*\)/gu, '')
    .replace(/\?\./gu, '.');
  return text.length <= 50 ? text : (text.split('.').at(-1) ?? 'call').slice(0, 50);
};

/** Whether a call asks something outside: it is waited for, and does more than take a value apart. */
export const isLookUp = (node: ts.CallExpression, words: string, isAwaited: boolean): boolean => {
  if (TAKES_APART.test(words)) return false;
  return isAwaited || DOES.some(([, sign]) => sign.test(wordsOf(nameOfCall(node))));
};

/** Notes that something is done. `mayFail`: the program goes on when it fails; then it is decided whether it does. */
export const doing = (run: Run, node: ts.CallExpression, mayFail: boolean): boolean => {
  const name = nameOfCall(node);
  const does = DOES.find(([, sign]) => sign.test(wordsOf(name)))?.[0];
  const data: StepData = { name, ...(does === undefined ? {} : { does }) };
  const act = { site: siteOf(node), label: `Run ${name}`, data };
  if (mayFail) return run.decide({ ...act, kind: 'act', options: [{ on: 'next' }, { on: 'error' }] }) === 1;
  run.meet({ act });
  return false;
};

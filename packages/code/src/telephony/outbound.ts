import { ts } from 'ts-morph';
import type { Names } from '../project/names.js';
import { walk } from '../project/walk.js';
import { evaluate } from './evaluate.js';
import { Run } from './run.js';
import { scopeAt } from './modules.js';
import { targetOf, type Target } from './targets.js';

/** Addresses that are given to calls which the program itself places, and to those who are called along. */
export interface Placed {
  readonly calls: readonly Target[];
  /** Heard by the one who is called, before they are put through. */
  readonly whispers: readonly Target[];
}

const entry = (node: ts.Expression | undefined, ...names: readonly string[]): ts.Expression | undefined => {
  if (node === undefined || !ts.isObjectLiteralExpression(node)) return undefined;
  for (const each of node.properties) {
    if (each.name === undefined || !names.includes(each.name.getText())) continue;
    if (ts.isPropertyAssignment(each)) return each.initializer;
    if (ts.isShorthandPropertyAssignment(each)) return each.name;
  }
  return undefined;
};

const PLACES = /(?:^|\.)(?:calls\.create|makeCall|createOutboundCall|initiateCall|createCall|calls\.make)$/u;
const REDIRECTS = /\.update$/u;

/** Looks for calls that are placed and led on by the API, in these files. */
export const placedCalls = (names: Names, files: readonly ts.SourceFile[]): Placed => {
  const calls: Target[] = [];
  const whispers: Target[] = [];
  const run = new Run(names, { happened: 'anything', query: new Map() }, { path: '/', base: '' }, []);
  const note = (list: Target[], node: ts.Expression | undefined): void => {
    if (node === undefined) return;
    try {
      list.push(targetOf(evaluate(run, node, scopeAt(run, node)), '/'));
    } catch {
      list.push({ is: 'unseen', why: 'the address cannot be seen' });
    }
  };
  const visit = (node: ts.Node): boolean => {
    if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression)) {
      const name = node.expression
        .getText()
        .replace(/\s+/gu, '')
        .replace(/\([^()]*\)/gu, '');
      const [first] = node.arguments;
      if (PLACES.test(name)) note(calls, entry(first, 'url', 'answerUrl', 'answer_url', 'Url'));
      else if (REDIRECTS.test(name) && /calls/u.test(name)) note(whispers, undefined);
      else if (/\.(?:number|client|sip)$/u.test(name)) note(whispers, entry(first, 'url'));
    }
    return true;
  };
  for (const file of files) walk(file, visit);
  return { calls, whispers };
};

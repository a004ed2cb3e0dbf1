import { ts } from 'ts-morph';
import { answerOf } from './answer.js';
import { evaluate } from './evaluate.js';
import { Answered, Thrown, TooLong, type Answer, type Run } from './run.js';
import type { Route } from './routes.js';
import { scopeAt } from './modules.js';
import { goThrough } from './statements.js';
import { unknown, type FunctionValue, type UnknownValue, type Value } from './value.js';

const REQUEST: UnknownValue = { is: 'unknown', name: 'request', words: 'request', request: true };

/** What a handler is called with. */
const valuesFor = ({ style }: Route, handler: FunctionValue): readonly Value[] => {
  if (style === 'function') return [unknown('context'), REQUEST, unknown('callback')];
  const names = handler.node.parameters.map(({ name }) => name.getText());
  // A method of a controller takes parts of the request.
  if (ts.isMethodDeclaration(handler.node)) return names.map((name) => (/^res|reply/u.test(name) ? unknown('response') : REQUEST));
  return [REQUEST, unknown('response'), unknown('next')];
};

const functionOf = (run: Run, node: ts.Expression): FunctionValue | undefined => {
  // A declaration stands for its own function.
  const own = node as ts.Node;
  if (ts.isMethodDeclaration(own)) return { is: 'function', node: own, scope: scopeAt(run, own) };
  if (ts.isFunctionDeclaration(own)) return { is: 'function', node: own, scope: scopeAt(run, own) };
  const value = evaluate(run, node, scopeAt(run, node));
  return value.is === 'function' ? value : undefined;
};

/** Goes through the handlers of a route on one way. */
export const answer = (run: Run, route: Route): Answer => {
  try {
    for (const node of route.handlers) {
      const handler = functionOf(run, node);
      if (handler === undefined) continue;
      const value = goThrough(run, handler, valuesFor(route, handler));
      const told = value === undefined ? undefined : answerOf(value, node);
      if (told !== undefined) return told;
    }
    return { is: 'nothing' };
  } catch (error) {
    if (error instanceof Answered) return error.answer;
    if (error instanceof Thrown) return { is: 'nothing' };
    if (error instanceof TooLong || error instanceof RangeError)
      return { is: 'unseen', why: 'the program is longer than is followed', site: route.site };
    throw error;
  }
};

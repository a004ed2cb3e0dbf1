import { ts } from 'ts-morph';
import { evaluate, memberOf } from './evaluate.js';
import type { Run } from './run.js';
import { NOTHING, unknown, wordsIn, type Scope, type Value } from './value.js';

const isNothing = (value: Value): boolean => value.is === 'const' && value.value === undefined;

/** A value under the name of its variable: what is unknown is told by that name, too. */
export const called = (value: Value, name: string): Value =>
  value.is === 'unknown' ? { ...value, name, words: value.words === name ? name : `${name} ${value.words}` } : value;

/** Gives the names of a pattern their values. */
export const bind = (run: Run, target: ts.BindingName, value: Value, scope: Scope): void => {
  if (ts.isIdentifier(target)) {
    scope.names.set(target.text, called(value, target.text));
    return;
  }
  target.elements.forEach((element, index) => {
    if (!ts.isBindingElement(element)) return;
    if (element.dotDotDotToken !== undefined) {
      bind(run, element.name, unknown('rest', wordsIn(value)), scope);
      return;
    }
    const part = ts.isArrayBindingPattern(target) ? elementAt(value, index) : memberOf(run, value, propertyName(element));
    const instead = isNothing(part) ? element.initializer : undefined;
    bind(run, element.name, instead === undefined ? part : evaluate(run, instead, scope), scope);
  });
};

export const elementAt = (value: Value, index: number): Value =>
  value.is === 'array' && !value.open ? (value.items[index] ?? NOTHING) : unknown('item', wordsIn(value));

const propertyName = ({ propertyName: property, name }: ts.BindingElement): string => {
  const node = property ?? name;
  return ts.isIdentifier(node) || ts.isStringLiteral(node) ? node.text : 'value';
};

/** Gives the parameters of a function their values. */
export const bindParameters = (run: Run, parameters: readonly ts.ParameterDeclaration[], values: readonly Value[], scope: Scope): void => {
  parameters.forEach((parameter, index) => {
    const value = values[index] ?? NOTHING;
    if (parameter.dotDotDotToken !== undefined) bind(run, parameter.name, { is: 'array', items: values.slice(index), open: false }, scope);
    else
      bind(run, parameter.name, isNothing(value) && parameter.initializer !== undefined ? evaluate(run, parameter.initializer, scope) : value, scope);
  });
};

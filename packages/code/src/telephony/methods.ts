import type { Run } from './run.js';
import { goThrough, itemsOf } from './statements.js';
import { constant, joined, NOTHING, textOf, unknown, wordsIn, type ArrayValue, type Value } from './value.js';

/** Methods after which a text is the same for whoever hears it, or compares it. */
const SAME = /^(?:trim|trimEnd|trimStart|toString|toLowerCase|toUpperCase|toLocaleLowerCase|normalize|replace|replaceAll|valueOf)$/u;

const replaced = (text: string, what: string, by: Value | undefined): Value => {
  if (by === undefined || what === '') return constant(text);
  return joined(text.split(what).flatMap((part, index) => (index === 0 ? [constant(part)] : [by, constant(part)])));
};

/** Methods of texts. What was answered stays what was answered, in lower case or without blanks. */
export const onText = (of: Value, name: string, values: readonly Value[]): Value | undefined => {
  if (of.is === 'input') return SAME.test(name) ? of : unknown(name, `${wordsIn(of)} ${name}`);
  if (name === 'concat') return joined([of, ...values]);
  if (of.is === 'text') return SAME.test(name) ? of : unknown(name, wordsIn(of));
  const text = textOf(of);
  if (text === undefined) return undefined;
  const [first] = values.map(textOf);
  switch (name) {
    case 'trim':
      return constant(text.trim());
    case 'toLowerCase':
      return constant(text.toLowerCase());
    case 'toUpperCase':
      return constant(text.toUpperCase());
    case 'includes':
      return first === undefined ? undefined : constant(text.includes(first));
    case 'startsWith':
      return first === undefined ? undefined : constant(text.startsWith(first));
    case 'replace':
    case 'replaceAll':
      return first === undefined ? of : replaced(text, first, values[1]);
    case 'split':
      return first === undefined ? undefined : { is: 'array', items: text.split(first).slice(0, 50).map(constant), open: false };
    default:
      return SAME.test(name) ? of : undefined;
  }
};

const join = (of: ArrayValue, by: string): Value => joined(of.items.flatMap((item, index) => (index === 0 ? [item] : [constant(by), item])));

/** Methods of lists. */
export const onList = (run: Run, of: ArrayValue, name: string, values: readonly Value[]): Value | undefined => {
  const [first] = values;
  switch (name) {
    case 'push':
      of.items.push(...values);
      return NOTHING;
    case 'join':
      return of.open ? unknown('list', wordsIn(of)) : join(of, textOf(first) ?? ',');
    case 'forEach':
    case 'map':
    case 'flatMap': {
      if (first?.is !== 'function') return undefined;
      const items = itemsOf(of).map((item, index) => goThrough(run, first, [item, constant(index)]) ?? unknown('item'));
      return name === 'forEach' ? NOTHING : { is: 'array', items, open: of.open };
    }
    case 'includes': {
      const asked = textOf(first);
      return asked === undefined || of.open ? undefined : constant(of.items.some((item) => textOf(item) === asked));
    }
    case 'find':
    case 'filter':
      return unknown(name, wordsIn(of));
    default:
      return undefined;
  }
};

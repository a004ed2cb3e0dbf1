import type { Route } from '../../source/source.js';
import { firstKey, own, placeholderName } from './values.js';
import type { Named, Spoken } from './written.js';
import { isMap, textOf } from '../../source/values.js';

const BY_EXPRESSION = 'it is worked out while the flow runs';
const BY_PLACEHOLDER = 'a placeholder stands in its place';

/** The name of a queue, flow or number: `{lit: {name: x}}`, `{name: x}`, `x`, or an expression. */
export const namedIn = (value: unknown): Named | undefined => {
  if (isMap(value)) {
    if (own(value, 'noValue') === true) return undefined;
    if (textOf(own(value, 'exp')) !== undefined || textOf(own(value, 'var')) !== undefined) return { why: BY_EXPRESSION };
    const inner = own(value, 'lit') ?? own(value, 'name');
    return inner === undefined ? namedIn(firstKey(value)) : namedIn(inner);
  }
  const text = textOf(value);
  if (text === undefined) return undefined;
  return placeholderName(text) === undefined ? { name: text } : { why: BY_PLACEHOLDER };
};

/** A number that is written out: `3`, `{lit: 3}`. */
export const numberIn = (value: unknown): number | undefined => {
  const text = textOf(isMap(value) ? own(value, 'lit') : value);
  const parsed = text === undefined ? Number.NaN : Number(text);
  return Number.isFinite(parsed) ? parsed : undefined;
};

const FORMS = ['defaultAudio', 'audio', 'default', 'communication'];
const DEEPEST = 6;

/** What is said where a value for audio or text stands. */
export const spokenAt = (value: unknown, route: Route, depth = 0): readonly Spoken[] => {
  if (value === undefined || value === null || depth > DEEPEST) return [];
  const text = textOf(value);
  if (text !== undefined) return [{ as: 'text', text, route }];
  if (Array.isArray(value)) return value.flatMap((each: unknown, index) => spokenAt(each, [...route, index], depth + 1));
  if (!isMap(value) || own(value, 'noValue') === true || own(value, 'none') === true) return [];
  const expression = textOf(own(value, 'exp'));
  if (expression !== undefined) return [{ as: 'expression', text: expression, route: [...route, 'exp'] }];
  const variable = textOf(own(value, 'var'));
  if (variable !== undefined) return [{ as: 'expression', text: variable, route: [...route, 'var'] }];
  for (const field of ['tts', 'lit'] as const) {
    const inner = own(value, field);
    const words = textOf(inner);
    if (words !== undefined) return [{ as: 'text', text: words, route: [...route, field] }];
    const name = isMap(inner) ? textOf(own(inner, 'name')) : undefined;
    if (name !== undefined) return [{ as: 'recording', text: name, route: [...route, field, 'name'] }];
    if (Object.hasOwn(value, field)) return [];
  }
  const recording = textOf(own(value, 'prompt'));
  if (recording !== undefined) return [{ as: 'recording', text: recording, route: [...route, 'prompt'] }];
  for (const field of FORMS) if (Object.hasOwn(value, field)) return spokenAt(own(value, field), [...route, field], depth + 1);
  return firstKey(value) === undefined ? [] : [{ as: 'unclear', text: 'it is written in a form that carelint does not know', route }];
};

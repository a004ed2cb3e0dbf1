import type { Route } from '../../source/source.js';
import { firstKey, own } from './values.js';
import type { Named, Spoken } from './written.js';
import { isMap, textOf } from '../../source/values.js';
import type { Values } from '../../source/values.js';

/** The one kind of value of an export: `{config: {lit | ref | …}, text, type}`. */
const configOf = (value: Values): string | undefined => firstKey(own(value, 'config'));

/** The expression of a value; undefined where it is empty. */
export const expressionIn = (value: unknown): string | undefined => (isMap(value) ? textOf(own(value, 'text')) : undefined);

/** A name that is written out, or why it is not. */
export const namedIn = (value: unknown): Named | undefined => {
  const text = expressionIn(value);
  if (text === undefined || !isMap(value)) return undefined;
  return configOf(value) === 'lit' ? { name: text } : { why: 'it is worked out while the flow runs' };
};

/** A number that is written out. */
export const numberIn = (value: unknown): number | undefined => {
  const parsed = Number(expressionIn(value) ?? Number.NaN);
  return Number.isFinite(parsed) ? parsed : undefined;
};

/** What is said where a value, an audio sequence or a list of them stands. */
export const spokenAt = (value: unknown, route: Route, depth = 0): readonly Spoken[] => {
  if (depth > 4) return [];
  if (Array.isArray(value)) return value.flatMap((each: unknown, index) => spokenAt(each, [...route, index], depth + 1));
  if (!isMap(value)) return [];
  if (Object.hasOwn(value, 'defaultAudio')) return spokenAt(own(value, 'defaultAudio'), [...route, 'defaultAudio'], depth + 1);
  const text = expressionIn(value);
  if (text === undefined) return [];
  const at = [...route, 'text'];
  if (configOf(value) !== 'lit') return [{ as: 'expression', text, route: at }];
  return [{ as: own(value, 'type') === 'pmt' ? 'recording' : 'text', text, route: at }];
};

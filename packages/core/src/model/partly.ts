import type { NotSeen } from './step.js';

/** No JSONPath, schema or JSON sees a key that is a symbol. Shared by all copies of this module. */
const OPEN = Symbol.for('carelint.open');
const UNREAD = Symbol.for('carelint.unread');

/**
 * Stands in a tree of values for a part that could not be read: settings that are written as code have such holes. Rules take it for a value that was
 * not seen; whoever goes through the tree tells it from data by `isUnread`.
 */
export const unread = (why: string): NotSeen => Object.defineProperty({ unknown: why }, UNREAD, { value: true });

/** Whether a value is a part that could not be read. */
export const isUnread = (value: unknown): value is NotSeen => typeof value === 'object' && value !== null && Object.hasOwn(value, UNREAD);

/** Notes on a map or a list that it may hold more than what is in it. Returns it. */
export const partlyRead = <T extends object>(value: T, why: string): T => Object.defineProperty(value, OPEN, { value: why });

/** Why a map or a list may hold more than what is in it; undefined where it is whole. */
export const whyPartly = (value: unknown): string | undefined =>
  typeof value === 'object' && value !== null ? (value as { readonly [OPEN]?: string })[OPEN] : undefined;

/** The value under a key; a part that could not be read where the map may have the key and it is not among what was read. */
export const valueAt = (map: Readonly<Record<string, unknown>>, key: string): unknown => {
  if (Object.hasOwn(map, key)) return map[key];
  const why = whyPartly(map);
  return why === undefined ? undefined : unread(why);
};

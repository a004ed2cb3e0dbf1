import { isMap } from '../../source/values.js';
import type { Values } from '../../source/values.js';

/** A property of a map that is the map's own; names that every object has are none. */
export const own = (map: Values, key: string): unknown => (Object.hasOwn(map, key) ? map[key] : undefined);

/** The map under a key; empty where there is none. */
export const mapAt = (map: Values, key: string): Values => {
  const value = own(map, key);
  return isMap(value) ? value : {};
};

/** The first key of a map: Archy writes an action as a map with one key, and names as keys. */
export const firstKey = (value: unknown): string | undefined => {
  if (!isMap(value)) return undefined;
  for (const key in value) if (Object.hasOwn(value, key)) return key;
  return undefined;
};

const PLACEHOLDER = /\{\{\{?([^{}]*)\}?\}\}/gu;

/** The name inside a text that is nothing but one placeholder: `{{queue_name}}` -> "queue_name". */
export const placeholderName = (text: string): string | undefined => {
  const found = /^\{\{\{?\s*([^{}]*?)\s*\}?\}\}$/u.exec(text.trim());
  return found?.[1];
};

/** Puts something in the place of every placeholder. */
export const replacePlaceholders = (text: string, by: (name: string) => string): string =>
  text.includes('{{') ? text.replace(PLACEHOLDER, (_found, name: string) => by(name.trim())) : text;

import { linkedData, type LinkedData } from './linked-data.js';

/** Reads a block of JSON-LD; what is no JSON says nothing. */
export const jsonLdIn = (code: string, offset: number, path: string): readonly LinkedData[] => {
  let value: unknown;
  try {
    value = JSON.parse(code) as unknown;
  } catch {
    return [];
  }
  const start = offset + Math.max(0, code.indexOf('{'));
  let from = 0;
  return linkedData(value, (_object, telephone) => {
    if (telephone === undefined) return { route: [start, start + 1], path };
    const found = code.indexOf(JSON.stringify(telephone).slice(1, -1), from);
    if (found >= 0) from = found + 1;
    const at = found < 0 ? start : offset + found;
    return { route: [at, at + telephone.length], path };
  });
};

import { visit } from 'jsonc-parser';
import type { SyntaxProblem } from './document.js';
import { LineMap } from './line-map.js';

/** A key that stands twice in one block: of the first the parser keeps nothing. */
export const duplicateMessage = (key: string, firstLine: number): string =>
  `\`${key}\` stands twice in the same block; the other is at line ${firstLine}. Keep one.`;

const keysIn = (value: unknown): number => {
  if (typeof value !== 'object' || value === null) return 0;
  const held: readonly unknown[] = Object.values(value);
  return held.reduce<number>((sum, inner) => sum + keysIn(inner), Array.isArray(value) ? 0 : held.length);
};

/**
 * Keys that stand twice in one block of JSON. The platform's parser takes the last without a word, so this reads the text once more;
 * not where as many keys came out as can have been written (a quote and a colon each).
 */
export const jsonSlips = (text: string, value: unknown): readonly SyntaxProblem[] => {
  if ((text.match(/"\s*:/gu)?.length ?? 0) === keysIn(value)) return [];
  const blocks: Map<string, number>[] = [];
  const slips: SyntaxProblem[] = [];
  let lines: LineMap | undefined;
  visit(text, {
    onObjectBegin: () => {
      blocks.push(new Map());
    },
    onObjectEnd: () => {
      blocks.pop();
    },
    onObjectProperty: (key, offset, length) => {
      const block = blocks.at(-1);
      const first = block?.get(key);
      block?.set(key, first ?? offset);
      if (first === undefined) return;
      lines ??= new LineMap(text);
      slips.push({ message: duplicateMessage(key, lines.position(first).line), place: lines.place(offset, offset + length) });
    },
  });
  return slips;
};

/** A stretch of a text, as offsets in UTF-16 units, the end exclusive, and what stands there instead. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

const inOrder = (edits: readonly Edit[]): readonly Edit[] => [...edits].sort((a, b) => a.start - b.start || a.end - b.end);

/** Two edits touch each other if they share a character, or if one inserts where another begins, ends or inserts. */
const touches = (a: Edit, b: Edit): boolean => a.start <= b.end && b.start <= a.end;

/** Which groups of edits can be made at once: each group wholly or not at all; of two groups that touch each other, the first. */
export const compatible = <T extends { readonly edits: readonly Edit[] }>(groups: readonly T[]): readonly T[] => {
  const taken: Edit[] = [];
  return groups.filter(({ edits }) => {
    // Edits of one group may stand side by side.
    const alone = inOrder(edits).every((edit, index, all) => index === 0 || (all[index - 1]?.end ?? 0) <= edit.start);
    if (!alone || edits.some((edit) => taken.some((other) => touches(edit, other)))) return false;
    taken.push(...edits);
    return true;
  });
};

/** The text after edits, no two of which touch each other. */
export const applyEdits = (text: string, edits: readonly Edit[]): string => {
  const parts: string[] = [];
  let done = 0;
  for (const edit of inOrder(edits)) {
    parts.push(text.slice(done, edit.start), edit.text);
    done = edit.end;
  }
  return parts.join('') + text.slice(done);
};

/** How lines end in a text: as its first one does. */
export const lineEndOf = (text: string): string => /\r\n|\n|\r/u.exec(text)?.[0] ?? '\n';

/** Takes away whole lines: from the first of them to where the next line begins. At the end of a text without a last line break, the break before goes. */
export const withoutLines = (text: string, start: number, end: number): Edit => {
  let from = start;
  while (from > 0 && !/[\r\n]/u.test(text[from - 1] ?? '')) from--;
  const rest = /[\r\n]/u.exec(text.slice(end));
  if (rest === null) {
    const before = /(?:\r\n|\n|\r)$/u.exec(text.slice(0, from))?.[0] ?? '';
    return { start: from - before.length, end: text.length, text: '' };
  }
  const at = end + rest.index;
  return { start: from, end: at + (text.startsWith('\r\n', at) ? 2 : 1), text: '' };
};

import { SYNONYMS } from './synonyms.js';

/** Edits between two words: insert, delete, replace, or swap two neighbours (optimal string alignment). */
const distance = (a: string, b: string): number => {
  let before: number[] = [];
  let above = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const same = a[row - 1] === b[column - 1];
      const swapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      current.push(
        Math.min(
          (above[column] ?? 0) + 1,
          (current[column - 1] ?? 0) + 1,
          (above[column - 1] ?? 0) + (same ? 0 : 1),
          swapped ? (before[column - 2] ?? 0) + 1 : Infinity,
        ),
      );
    }
    before = above;
    above = current;
  }
  return above[b.length] ?? 0;
};

const plain = (word: string): string => word.toLowerCase().replace(/[\s_]+/gu, '-');
const LONGEST = 60;

/**
 * The candidate that was probably meant: a known synonym, else the same word in another spelling (case, spaces, underscores), else the only one that begins
 * with the word or continues it, else the closest by edits, up to a third of the word's length. Undefined where nothing is close.
 */
export const nearest = (word: string, candidates: readonly string[]): string | undefined => {
  const asked = plain(word);
  if (asked === '' || asked.length > LONGEST) return undefined;
  const synonym = SYNONYMS.get(asked)?.find((meant) => candidates.includes(meant));
  if (synonym !== undefined) return synonym;
  const same = candidates.find((candidate) => plain(candidate) === asked || plain(candidate) === plain(word.replace(/([a-z])([A-Z])/gu, '$1-$2')));
  if (same !== undefined) return same;
  const begun = candidates.filter(
    (candidate) => asked.length > 2 && candidate.length > 2 && (candidate.startsWith(asked) || asked.startsWith(candidate)),
  );
  if (begun.length === 1) return begun[0];
  const most = Math.max(1, Math.floor(asked.length / 3));
  let best: string | undefined;
  let least = most + 1;
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - asked.length) > most) continue;
    const edits = distance(asked, plain(candidate));
    if (edits < least && edits < candidate.length) [best, least] = [candidate, edits];
  }
  return best;
};

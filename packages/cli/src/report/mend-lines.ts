import { applyMends, type Finding, type Mend } from '@carelint/core';
import { structuredPatch } from 'diff';

/** The text of a file as it was judged; undefined where it can no longer be read. */
export type TextOf = (file: string) => string | undefined;

/** A line of a change: one that stays, goes or comes; or a gap between two places. */
export interface MendLine {
  readonly sign: ' ' | '-' | '+' | '…';
  readonly text: string;
}

/** What would mend a finding, for people to read. */
export interface ToldMend {
  readonly title: string;
  /** Whether `--fix` does it. */
  readonly sure: boolean;
  readonly file: string;
  /** The first line of what changes. */
  readonly line: number;
  readonly lines: readonly MendLine[];
}

const SIGNS: readonly string[] = [' ', '-', '+'];

const linesOf = (mend: Mend, textOf: TextOf): readonly MendLine[] => {
  const file = mend.edits[0]?.file ?? '';
  const before = textOf(file);
  if (before === undefined) return [];
  const { hunks } = structuredPatch(file, file, before, applyMends(before, [mend]).text, undefined, undefined, { context: 1 });
  return hunks.flatMap(({ lines }, index) => [
    ...(index === 0 ? [] : [{ sign: '…' as const, text: '' }]),
    ...lines
      .filter((line) => SIGNS.includes(line[0] ?? ''))
      .map((line): MendLine => ({ sign: line[0] as MendLine['sign'], text: line.slice(1).replace(/\r$/u, '') })),
  ]);
};

/** All that would mend a finding: what `--fix` does, then what needs a decision. */
export const mendsOf = ({ fix, suggestions = [] }: Finding, textOf: TextOf): readonly ToldMend[] =>
  [...(fix === undefined ? [] : [{ mend: fix, sure: true }]), ...suggestions.map((mend) => ({ mend, sure: false }))].map(({ mend, sure }) => ({
    title: mend.title,
    sure,
    file: mend.edits[0]?.file ?? '',
    line: mend.edits[0]?.line ?? 1,
    lines: linesOf(mend, textOf),
  }));

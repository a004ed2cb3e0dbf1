import { applyEdits, compatible, type Edit } from '../mend/edit.js';
import { LineMap } from '../source/line-map.js';
import type { Mend } from './report.js';

/** Makes mends in the text of their file, each wholly or not at all. Of two that touch each other the first is made; equal ones are one. */
export const applyMends = (text: string, mends: readonly Mend[]): { readonly text: string; readonly made: readonly Mend[] } => {
  const map = new LineMap(text);
  const at = (line: number, column: number): number => map.offsetOfLine(line) + column - 1;
  const groups = mends.map((mend) => ({
    mend,
    edits: mend.edits.map((edit): Edit => ({ start: at(edit.line, edit.column), end: at(edit.endLine, edit.endColumn), text: edit.text })),
  }));
  const chosen = compatible(groups);
  return {
    text: applyEdits(
      text,
      chosen.flatMap(({ edits }) => edits),
    ),
    made: chosen.map(({ mend }) => mend),
  };
};

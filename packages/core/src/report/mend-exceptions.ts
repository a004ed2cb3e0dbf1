import type { Edit } from '../mend/edit.js';
import { withoutWaiver } from '../mend/exceptions.js';
import { LineMap } from '../source/line-map.js';
import type { Source } from '../source/source.js';
import type { AboutComment } from './disable.js';
import { told, withMend } from './mends.js';
import type { TextOf } from './place.js';
import type { Finding, Unknown } from './report.js';
import type { Waiver } from './waive.js';

/** Gives findings about exceptions what mends them. */
export interface MendException {
  readonly comment: (finding: Finding, comment: AboutComment) => Finding;
  readonly waiver: (finding: Finding, waiver: Waiver) => Finding;
}

/**
 * An exception that hides nothing can go. That is certain only where all that belongs to the service was read and the rule has no open question there:
 * otherwise what it hides may only be out of sight.
 */
export const mendExceptions = (
  unknowns: readonly Unknown[],
  unused: readonly Waiver[],
  { textOf, whole = false }: { readonly textOf: TextOf; readonly whole?: boolean },
): MendException => {
  const open = new Map<string, string[]>();
  for (const { rule, file } of unknowns) open.set(rule, [...(open.get(rule) ?? []), file]);
  const isOpen = (rules: readonly string[], means: (file: string) => boolean): boolean => rules.some((rule) => open.get(rule)?.some(means) === true);
  const mended = (finding: Finding, title: string, source: Source | undefined, edit: Edit | undefined, sure: boolean): Finding =>
    source === undefined || edit === undefined ? finding : withMend(finding, [{ sure, mend: told(title, [edit], source, new LineMap(source.text)) }]);
  return {
    comment: (finding, { path, idle }) => {
      if (idle === undefined) return finding;
      const sure = whole && !isOpen(idle.rules, (file) => file === path);
      return mended(finding, 'Remove what hides nothing', textOf(path), idle.edit, sure);
    },
    waiver: (finding, waiver) => {
      const { rule, path, matches } = waiver;
      const source = textOf(path);
      if (source === undefined) return finding;
      const isSure = (one: Waiver): boolean => whole && !isOpen([one.rule], one.matches);
      const map = new LineMap(source.text);
      const at = ({ place }: Waiver): number => map.offsetOfLine(place.line) + place.column - 1;
      const edit = withoutWaiver(source.text, at(waiver), unused.filter(isSure).map(at));
      return mended(finding, 'Remove the waiver', source, edit, whole && !isOpen([rule], matches));
    },
  };
};

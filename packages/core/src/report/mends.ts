import type { Edit } from '../mend/edit.js';
import { editsOf } from '../mend/mend.js';
import type { Verdict } from '../policy/verdict.js';
import { LineMap } from '../source/line-map.js';
import type { Source } from '../source/source.js';
import type { TextOf } from './place.js';
import type { Finding, Mend } from './report.js';

/** A finding with the verdict that it was made of. */
interface Judged {
  readonly verdict: Verdict;
  readonly finding: Finding;
}

/** A mend as the report tells it: with places in place of offsets. */
export const told = (title: string, edits: readonly Edit[], { path }: Source, map: LineMap): Mend => ({
  title,
  edits: [...edits].sort((a, b) => a.start - b.start).map(({ start, end, text }) => ({ file: path, ...map.place(start, end), text })),
});

/** The finding with what mends it: one certain way at most, and all that need a decision. */
export const withMend = (finding: Finding, mends: readonly { readonly sure: boolean; readonly mend: Mend }[]): Finding => {
  const fix = mends.find(({ sure }) => sure)?.mend;
  const suggestions = mends.filter(({ sure }) => !sure).map(({ mend }) => mend);
  return { ...finding, ...(fix === undefined ? {} : { fix }), ...(suggestions.length === 0 ? {} : { suggestions }) };
};

const mended = ({ verdict, finding }: Judged, source: Source, map: LineMap): Finding => {
  const { rule, artefact, route, leftBy, journey } = verdict;
  const found = (rule.mends ?? []).flatMap((pattern) => {
    const edits = editsOf(pattern, {
      source,
      syntax: artefact.syntax,
      route,
      kind: artefact.kind,
      format: artefact.format,
      stations: journey.flatMap(({ artefact: { path }, step }) =>
        (step.path ?? path) === source.path ? [{ kind: step.kind, route: step.route }] : [],
      ),
      ...(leftBy === undefined ? {} : { leaving: { event: leftBy, label: journey[1]?.label } }),
    });
    return edits === undefined ? [] : [{ sure: pattern.sure, mend: told(pattern.title, edits, source, map) }];
  });
  return found.length === 0 ? finding : withMend(finding, found);
};

/** Findings with what mends them. Each file is read once. */
export const withMends = (all: readonly Judged[], textOf: TextOf): readonly Finding[] => {
  const files = new Map<string, { readonly source: Source; readonly map: LineMap } | undefined>();
  return all.map((judged) => {
    const { finding, verdict } = judged;
    if (verdict.rule.mends === undefined) return finding;
    if (!files.has(finding.file)) {
      const source = textOf(finding.file);
      files.clear();
      files.set(finding.file, source === undefined ? undefined : { source, map: new LineMap(source.text) });
    }
    const file = files.get(finding.file);
    return file === undefined ? finding : mended(judged, file.source, file.map);
  });
};

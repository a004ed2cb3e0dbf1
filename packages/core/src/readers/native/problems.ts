import { validate, type DocumentKind } from '@carelint/policy-schema';
import type { ParsedDocument, SyntaxProblem } from '../../source/document.js';
import { locate, locateKey, textAt } from '../../source/locate.js';
import type { Problem, Route } from '../../source/source.js';
import type { Slip } from './targets.js';

/** What the parser has to say, as a problem of the file. */
export const asProblem = (path: string, { message, place }: SyntaxProblem): Problem => ({ path, message, place });

/** A mistake at a route, with its place and, where it speaks of another line, that line's number. */
export const placed = ({ source, syntax }: ParsedDocument, slip: Slip, severity?: 'advice'): Problem => {
  const place = (slip.atKey ? locateKey : locate)(source, syntax, slip.route);
  const message = slip.other === undefined ? slip.message : slip.message.replace('{line}', String(locateKey(source, syntax, slip.other).line));
  return { path: source.path, message, place, ...(severity === undefined ? {} : { severity }) };
};

const byPlace = (a: Problem, b: Problem): number => (a.place?.line ?? 0) - (b.place?.line ?? 0) || (a.place?.column ?? 0) - (b.place?.column ?? 0);

const same = (a: Route, b: Route): boolean => a.length === b.length && a.every((key, i) => key === b[i]);

/**
 * All that keeps a document from being lifted, in the order of the file: slips of the parser, what the schema of its kind refuses, and the slips
 * that no schema can see. What the schema refuses is told once: slips at the same place would only repeat it.
 */
export const mistakesIn = (kind: DocumentKind, document: ParsedDocument, slips: readonly Slip[]): readonly Problem[] => {
  const { source, syntax } = document;
  const wrong = validate(kind, document.value, (route) => textAt(source, syntax, route));
  const others = slips.filter(({ route }) => !wrong.some((mistake) => same(route, mistake.route)));
  return [...(document.slips ?? []).map((slip) => asProblem(source.path, slip)), ...[...wrong, ...others].map((slip) => placed(document, slip))].sort(
    byPlace,
  );
};

/** What was read, but is probably a slip, in the order of the file. */
export const adviceOn = (document: ParsedDocument, slips: readonly Slip[]): readonly Problem[] =>
  slips.map((slip) => placed(document, slip, 'advice')).sort(byPlace);

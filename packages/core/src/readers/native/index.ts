import { validate } from '@carelint/policy-schema';
import type { ParsedDocument, SyntaxProblem } from '../../source/document.js';
import { locate, locateKey, textAt } from '../../source/locate.js';
import type { Problem, Route, Source, Syntax } from '../../source/source.js';
import type { Reader, ReadResult } from '../reader.js';
import type { Artefact } from '../../model/artefact.js';
import { liftFlow } from './lift.js';
import { outlineOf } from './outline.js';
import type { Outline, Written } from './outline.js';
import { looksNative, NATIVE_KINDS, recognise, type NativeKind } from './recognise.js';
import { liftScript } from './script.js';
import { slipsOf } from './targets.js';
import type { Slip } from './targets.js';
import { unreachedOf } from './unreached.js';

const asProblem = (path: string, { message, place }: SyntaxProblem): Problem => ({ path, message, place });

/** A mistake at a route, with its place and, where it speaks of another line, that line's number. */
const placed = ({ source, syntax }: ParsedDocument, slip: Slip, severity?: 'advice'): Problem => {
  const place = (slip.atKey ? locateKey : locate)(source, syntax, slip.route);
  const message = slip.other === undefined ? slip.message : slip.message.replace('{line}', String(locateKey(source, syntax, slip.other).line));
  return { path: source.path, message, place, ...(severity === undefined ? {} : { severity }) };
};

const byPlace = (a: Problem, b: Problem): number => (a.place?.line ?? 0) - (b.place?.line ?? 0) || (a.place?.column ?? 0) - (b.place?.column ?? 0);

const same = (a: Route, b: Route): boolean => a.length === b.length && a.every((key, i) => key === b[i]);

/** Lifts a well-formed document; the first artefact is the one that its lines became. */
type Lift = (written: Written, outline: Outline, source: Source, syntax: Syntax) => readonly [Artefact, ...Artefact[]];

/** Reads a document that goes step by step. */
const readSteps = (kind: 'flow' | 'script', lift: Lift, document: ParsedDocument): ReadResult => {
  const flow = document.value as Written;
  const { source, syntax } = document;
  const outline = outlineOf(flow);
  const wrong = validate(kind, flow, (route) => textAt(source, syntax, route));
  // What the schema refuses is told once: slips at the same place would only repeat it.
  const slips = slipsOf(flow, outline).filter(({ route }) => !wrong.some((mistake) => same(route, mistake.route)));
  const problems = [
    ...(document.slips ?? []).map((slip) => asProblem(source.path, slip)),
    ...[...wrong, ...slips].map((slip) => placed(document, slip)),
  ];
  if (problems.length > 0) return { ok: false, problems: problems.sort(byPlace) };
  const artefacts = lift(flow, outline, source, syntax);
  const advice = unreachedOf(artefacts[0], outline).map((slip) => placed(document, slip, 'advice'));
  return { ok: true, artefacts, ...(advice.length === 0 ? {} : { problems: advice.sort(byPlace) }) };
};

/** How each kind of document is read; one that is missing is not judged yet. */
const KINDS: Readonly<Partial<Record<NativeKind, (document: ParsedDocument) => ReadResult>>> = {
  flow: (document) => readSteps('flow', (...parts) => [liftFlow(...parts)], document),
  script: (document) => readSteps('script', liftScript, document),
};

const readNative = (document: ParsedDocument): ReadResult | undefined => {
  const { source } = document;
  if (document.problem !== undefined)
    return looksNative(source.text) ? { ok: false, problems: [asProblem(source.path, document.problem)] } : undefined;
  const found = recognise(document.value);
  if (found === undefined) return undefined;
  if ('meant' in found) {
    const kinds = NATIVE_KINDS.map((kind) => `\`${kind}:\``).join(', ');
    const message = `The first key must say what this is: ${kinds}. Found \`${found.found}\`. Did you mean \`${found.meant}\`?`;
    return { ok: false, problems: [placed(document, { route: [found.found], atKey: true, message })] };
  }
  const readKind = KINDS[found.kind];
  if (readKind !== undefined) return readKind(document);
  const message = `Found \`${found.kind}:\`. This version of carelint does not judge such documents yet, so nothing in it was checked.`;
  return { ok: true, artefacts: [], problems: [placed(document, { route: [found.kind], atKey: true, message }, 'advice')] };
};

/** Reads the documents that people write for carelint itself (`flow:`, `script:`). */
export const reader: Reader = {
  id: 'native',
  title: 'carelint document',
  mayClaim: ({ text }) => looksNative(text),
  read: readNative,
};

import type { ParsedDocument } from '../../source/document.js';
import type { Source, Syntax } from '../../source/source.js';
import type { Reader, ReadResult } from '../reader.js';
import type { Artefact } from '../../model/artefact.js';
import { dateSlip } from './dates.js';
import { liftFlow } from './lift.js';
import { readOperations } from './operations.js';
import { outlineOf } from './outline.js';
import type { Outline, Written } from './outline.js';
import { adviceOn, asProblem, mistakesIn, placed } from './problems.js';
import { looksNative, NATIVE_KINDS, recognise, type NativeKind } from './recognise.js';
import { liftScript } from './script.js';
import { readSite } from './site.js';
import { slipsOf } from './targets.js';
import { unreachedOf } from './unreached.js';

/** Lifts a well-formed document; the first artefact is the one that its lines became. */
type Lift = (written: Written, outline: Outline, source: Source, syntax: Syntax) => readonly [Artefact, ...Artefact[]];

/** Reads a document that goes step by step. */
const readSteps = (kind: 'flow' | 'script', lift: Lift, document: ParsedDocument): ReadResult => {
  const written = document.value as Written;
  const outline = outlineOf(written);
  const problems = mistakesIn(kind, document, [...slipsOf(written, outline), ...dateSlip(written['reviewed'], ['reviewed'])]);
  if (problems.length > 0) return { ok: false, problems };
  const artefacts = lift(written, outline, document.source, document.syntax);
  const advice = adviceOn(document, unreachedOf(artefacts[0], outline));
  return { ok: true, artefacts, ...(advice.length === 0 ? {} : { problems: advice }) };
};

/** How each kind of document is read. */
const KINDS: Readonly<Record<NativeKind, (document: ParsedDocument) => ReadResult | undefined>> = {
  flow: (document) => readSteps('flow', (...parts) => [liftFlow(...parts)], document),
  script: (document) => readSteps('script', liftScript, document),
  operations: readOperations,
  site: readSite,
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
  return KINDS[found.kind](document);
};

/** The keys in front of a page are about the page. */
const IS_PAGE = /\.(?:md|mdx|markdown|html?|rst)$/iu;

/** Reads the documents that people write for carelint itself (`flow:`, `script:`, `operations:`, `site:`). */
export const reader: Reader = {
  id: 'native',
  title: 'carelint document',
  mayClaim: ({ path, text }) => !IS_PAGE.test(path) && looksNative(text),
  read: readNative,
};

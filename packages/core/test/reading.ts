import { expect } from 'vitest';
import type { Artefact } from '../src/model/artefact.js';
import type { Reader, ReadResult } from '../src/readers/reader.js';
import { parseDocument } from '../src/source/parse-document.js';
import type { Problem } from '../src/source/source.js';

/** Reads texts as the pipeline does: a reader that does not claim a file does not see it. */
export const readingWith =
  (reader: Reader) =>
  (path: string, text: string): ReadResult | undefined => {
    const source = { path, text };
    return reader.mayClaim(source) ? reader.read(parseDocument(source)) : undefined;
  };

export const artefactsOf = (result: ReadResult | undefined): readonly Artefact[] => (result?.ok === true ? result.artefacts : []);

/** A problem as one line of an expected file. */
export const told = ({ place, message, severity }: Problem): string =>
  `${severity ?? 'problem'} ${place?.line ?? '-'}:${place?.column ?? '-'} ${message}\n`;

/** Ids are unique, and all that edges and texts name is there. */
export const expectWhole = ({ steps, edges, start, utterances }: Artefact): void => {
  const ids = new Set(steps.map(({ id }) => id));
  expect(ids.size).toBe(steps.length);
  expect(ids.has(start ?? '')).toBe(true);
  for (const { from, to } of edges) expect([from, to].filter((id) => !ids.has(id))).toEqual([]);
  for (const { step } of utterances) expect(ids.has(step ?? '')).toBe(true);
};

import { readFileSync } from 'node:fs';
import { parseDocument, read, readers, type Artefact, type Problem, type Source, type Syntax, type SyntaxProblem } from '@carelint/core';
import type { FileError, NotOkParseResult, OkParseResult, SourceLocation } from '@eslint/core';

/** The only node of a file: its rules look at the service that the file tells of, not at keys and values. */
export interface FlowDocument {
  readonly type: 'FlowDocument';
  readonly loc: SourceLocation;
  readonly range: [number, number];
}

/** A file, read. Without artefacts: nothing in it is known to carelint. */
export interface ReadFlow {
  readonly source: Source;
  readonly artefacts: readonly Artefact[];
  /** What could not be read of a file that was read otherwise, and probable slips. */
  readonly problems: readonly Problem[];
}

/** What comes of reading a file: its document, or what is wrong with it. */
export type ParsedFlow = (OkParseResult<FlowDocument> & { readonly flow: ReadFlow }) | NotOkParseResult;

/** Pages and Markdown need parsers that have to be waited for, and are no YAML or JSON. */
const able = readers.filter(({ id }) => id !== 'html' && id !== 'script-markdown');

type Readable = Extract<ReturnType<typeof read>, { ok: true }>;

/** Names that say what is in the file, so that broken text in it is surely a mistake. */
const SAYS_FLOW = /\.flow\.(?:ya?ml|json)$/iu;

export const LINE_END = /\r\n|[\r\n]/u;

/** As much as the command reads. */
const LARGEST = 20 * 1024 * 1024;

const errorOf = ({ message, place }: Pick<Problem, 'message' | 'place'>): FileError =>
  place === undefined ? { message, line: 1, column: 1 } : { message, ...place };

const broken = (problems: readonly Pick<Problem, 'message' | 'place'>[]): NotOkParseResult => ({ ok: false, errors: problems.map(errorOf) });

/** Something at the first place where a sign stands. */
const atFirst = (sign: string, text: string, message: string): SyntaxProblem => {
  const before = text.slice(0, text.indexOf(sign)).split(LINE_END);
  const at = { line: before.length, column: (before.at(-1) ?? '').length + 1 };
  return { message, place: { ...at, endLine: at.line, endColumn: at.column + 1 } };
};

/** Why a file that no reader knows should have been known. */
const whyUnknown = (source: Source): SyntaxProblem | undefined => {
  if (!SAYS_FLOW.test(source.path)) return undefined;
  if (source.text.includes('\0')) return atFirst('\0', source.text, 'ESLint reads files as UTF-8, and this is none. Save it as UTF-8.');
  return parseDocument(source).problem;
};

/** Whether a file is text in another encoding; one that is not there is not. */
const isMisread = (file: string): boolean => {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(file));
    return false;
  } catch (error) {
    return error instanceof TypeError;
  }
};

/** What ESLint cannot decode it replaces without a word. */
const whyMisread = ({ text }: Source, file: string): SyntaxProblem | undefined =>
  text.includes('\ufffd') && isMisread(file) ? atFirst('\ufffd', text, 'This is not valid UTF-8. Save the file as UTF-8.') : undefined;

const documentOf = (text: string): FlowDocument => {
  const lines = text.split(LINE_END);
  const end = { line: lines.length, column: (lines.at(-1) ?? '').length + 1 };
  return { type: 'FlowDocument', loc: { start: { line: 1, column: 1 }, end }, range: [0, text.length] };
};

const readFlow = (source: Source, { artefacts, problems = [] }: Readable): ParsedFlow => ({
  ok: true,
  ast: documentOf(source.text),
  flow: { source, artefacts, problems },
});

/**
 * Reads a file. What keeps it from being read becomes errors with their places; a file that no reader knows is read as one without artefacts. `file` is
 * where it lies.
 */
export const parseFlow = (source: Source, file: string): ParsedFlow => {
  if (source.text.length > LARGEST) return broken([{ message: `This file has more than ${LARGEST / 1024 / 1024} MB and was not read. Split it.` }]);
  const result = read(source, able);
  if (!result.ok) return broken(result.problems.filter(({ severity }) => severity !== 'advice'));
  const why = 'unclaimed' in result ? whyUnknown(source) : whyMisread(source, file);
  return why === undefined ? readFlow(source, result) : broken([why]);
};

/** How a file is written. */
export const syntaxOf = ({ source, artefacts }: ReadFlow): Syntax => artefacts[0]?.syntax ?? parseDocument(source).syntax;

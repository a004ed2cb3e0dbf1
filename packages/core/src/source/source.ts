/** A file as it was found. */
export interface Source {
  /** Path as the user may open it, with forward slashes. */
  readonly path: string;
  /** The whole text, decoded; a byte order mark is gone. */
  readonly text: string;
}

/**
 * How a text is written; decides how a route is turned into a place. `template-yaml` is YAML with `{{placeholders}}` that must be masked before
 * parsing. In `text` (pages, Markdown) nothing is parsed again: a route is `[start, end]`, offsets in UTF-16 units, the end exclusive.
 */
export type Syntax = 'json' | 'yaml' | 'template-yaml' | 'text';

/** A key of a map or an index of a list. */
export type Key = string | number;

/** The key that stands for "this value is a string: parse it, and go on inside". No document has a key that begins with NUL. */
export const EMBEDDED = '\u0000embedded';

/** Keys that lead from the root of a document to one of its values. Empty for the root. */
export type Route = readonly Key[];

/** Where something stands in a file. All four are 1-based; columns count UTF-16 units; the end is exclusive. */
export interface Place {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** Something in a file that keeps it, or a part of it, from being read. One or two sentences: what is wrong, and the remedy. */
export interface Problem {
  readonly path: string;
  readonly message: string;
  /** Absent where the file as a whole is meant. */
  readonly place?: Place;
  /** `problem` (default): the file, or this part of it, was not read. `advice`: it was read, but this is probably a slip. */
  readonly severity?: 'problem' | 'advice';
}

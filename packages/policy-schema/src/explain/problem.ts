import type { DocumentKind } from '../kinds.js';
import type { Schema } from '../schema.js';

/** Keys that lead from the root of a document to one of its values. */
export type Route = readonly (string | number)[];

/** A mistake in a document: where, and one or two sentences that say what is wrong and what to do. */
export interface SchemaProblem {
  readonly route: Route;
  /** Whether the key at the end of the route is meant, not its value. */
  readonly atKey: boolean;
  readonly message: string;
}

/** Gives the text from which a value was read, such as `+448001234567` where YAML made a number of it. */
export type SourceTextAt = (route: Route) => string | undefined;

/** Names that only the caller can know; where they are given, unknown ones are reported. */
export interface KnownNames {
  /** Step patterns of all `define.yaml` in force. */
  readonly patterns?: readonly string[];
  /** Named sets of edges. */
  readonly edges?: readonly string[];
}

/** What the explanation may draw on. */
export interface Helpers {
  readonly sourceTextAt?: SourceTextAt;
  readonly known?: KnownNames;
}

/** What a compiled validator reports. One without a path only follows from another. */
export interface ValidationError {
  /** JSON pointer to the value. */
  readonly instancePath?: string;
  /** The way to the keyword through the schema, encoded for a URI. */
  readonly schemaPath?: string;
  /** The property that is missing, additional, or not possible. */
  readonly name?: string;
}

/** What a schema refuses, with everything that a sentence about it may need. */
export interface Mistake {
  readonly keyword: string;
  /** The property that is missing, additional, or not possible; empty for keywords that are not about one. */
  readonly name: string;
  /** The way to the keyword through the schema, such as `#/$defs/step/not`. */
  readonly schemaPath: string;
  readonly route: Route;
  readonly value: unknown;
  /** The schema that holds the keyword. */
  readonly schema: Schema;
}

/** The document that is explained. */
export interface Subject {
  readonly kind: DocumentKind;
  readonly value: unknown;
  readonly schema: Schema;
  readonly helpers: Helpers;
}

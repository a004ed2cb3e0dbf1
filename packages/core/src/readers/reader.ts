import type { Artefact } from '../model/artefact.js';
import type { ParsedDocument } from '../source/document.js';
import type { Problem, Source } from '../source/source.js';

/** What a reader made of a file. `artefacts` may be empty for a file of its format in which nothing happens to a customer. */
export type ReadResult =
  | { readonly ok: true; readonly artefacts: readonly Artefact[]; readonly problems?: readonly Problem[] }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** One format. A reader is one folder under `readers/` whose `index.ts` exports it as `reader`; the table of readers is generated. */
export interface Reader {
  /** Stable id, such as `amazon-connect`. */
  readonly id: string;
  /** What people call the format. */
  readonly title: string;
  /** A cheap test on the raw text, to spare parsing: false means surely not mine. */
  mayClaim(source: Source): boolean;
  /**
   * Loads what the reader needs and not every run does (a parser, a table). Asked once, before the first file that `mayClaim` lets pass; absent where
   * nothing has to be loaded.
   */
  prepare?(): Promise<void>;
  /** Lifts the document; undefined where it turns out to be somebody else's. Never throws for bad input. */
  read(document: ParsedDocument): ReadResult | undefined;
}

import type { Utterance } from '../model/artefact.js';
import type { Fault } from './fault.js';
import type { JsonPath } from './json-path.js';
import type { PatternCompiler } from './value-schema.js';
import type { Truth } from './truth.js';
import type { EdgeTest, NodeTest } from './view.js';

/** What phrase sets and `/re/` patterns are matched with. */
export interface Words {
  /** Whether a set of that name exists in any language. */
  has(set: string): boolean;
  readonly sets: readonly string[];
  /** Whether the words of an utterance hold a phrase of the set: maybe where they cannot be read. */
  says(utterance: Pick<Utterance, 'text' | 'language'>, what: Saying): Truth;
  /** Where in the text it is said; undefined where it is not. */
  find(text: string, language: string | undefined, what: Saying): { readonly start: number; readonly end: number } | undefined;
  /** Compiles a regular expression that cannot stall a run. */
  readonly compilePattern: PatternCompiler;
}

/** A phrase set by name, or a compiled `/re/`. */
export type Saying = { readonly set: string } | { readonly pattern: { test(text: string): boolean }; readonly written: string };

/** Names that policies may use: the contents of define.yaml, and of the user's own. */
export interface Names {
  readonly patterns: Readonly<Record<string, unknown>>;
  readonly edges: Readonly<Record<string, unknown>>;
}

/** All that compiling a pattern needs to know. Patterns are interned by their text, so that the same pattern in two rules is one test. */
export interface Environment {
  readonly names: Names;
  readonly words: Words;
  readonly interned: Map<string, NodeTest>;
  readonly internedEdges: Map<string, EdgeTest>;
  /** Absent where no policy has a `value` assertion. */
  readonly jsonPath?: JsonPath;
  readonly fault: Fault;
}

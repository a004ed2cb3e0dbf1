import type { Source } from '../source/source.js';

export type Level = 'error' | 'warning' | 'advice';
export type Certainty = 'high' | 'medium' | 'low';

/** Where a rule comes from: a seed, a law or a standard. */
export interface RuleSource {
  readonly seed?: string;
  readonly law?: string;
  readonly says?: string;
  readonly note?: string;
}

/** Where customers may be led to who were cut off. */
export type MendHelp = 'person' | 'callback' | 'voicemail';

/** How a finding may be mended: an edit of `rule.yaml`, described on what the finding points at. */
export interface MendPattern {
  readonly title: string;
  /** Whether `--fix` makes it: certain and safe. All others are suggestions. */
  readonly sure: boolean;
  readonly in?: string | readonly string[];
  /** The kind of the station at which the edit is made; left out: what the finding points at. */
  readonly at?: string;
  readonly attribute?: Readonly<Record<string, string | null>>;
  readonly text?: { readonly is?: string; readonly begins?: string; readonly like?: string; readonly becomes: string };
  readonly keys?: Readonly<Record<string, unknown>>;
  readonly 'lead-to'?: MendHelp;
}

/** What is known of a rule without running it; the plain form of `rule.yaml`. */
export interface RuleFacts {
  /** `verify-failure-dead-end`; a user's own rule is `pack/name`. */
  readonly id: string;
  /** The folder it lies in: `let-them-in`. Absent for a user's own rule outside such a folder. */
  readonly promise?: string;
  readonly title: string;
  readonly suffers: string;
  readonly level: Level;
  readonly certainty: Certainty;
  readonly instead: string;
  readonly notWhen?: string;
  readonly sources: readonly RuleSource[];
  readonly yieldsTo: readonly string[];
  readonly unlessAssumed?: string;
  readonly url?: string;
}

/** A pack that asks for a rule, and the level at which it does; config and other packs may have decided otherwise. */
export interface PackAsking {
  readonly pack: string;
  readonly level: Level;
}

/** A rule as it is in force. */
export interface Rule extends RuleFacts {
  /** Level in force after config and overrides. */
  readonly level: Level;
  /** Options in force. */
  readonly options: Readonly<Record<string, unknown>>;
  /** How its findings may be mended, certain ways first. */
  readonly mends?: readonly MendPattern[];
  /** The packs that ask for it with these options. */
  readonly packs?: readonly PackAsking[];
  /** Set where the config assumes what makes the rule needless: it is kept by assumption. */
  readonly assumed?: string;
}

/** A rule as it lies in a file, parsed but not yet checked. */
export interface RuleDocument {
  readonly source: Source;
  readonly value: unknown;
  readonly promise?: string;
  /** Set for built-in rules: checked against the schema when they were generated. */
  readonly trusted?: true;
  /** Prefix for rules that are not built in. */
  readonly pack?: string;
}

/** One line of the resolved config: a rule is on, at this level, with these options, for these files. */
export interface RuleSetting {
  readonly id: string;
  readonly level: Level;
  readonly options: Readonly<Record<string, unknown>>;
  /** The packs that ask for it with these options. */
  readonly packs?: readonly PackAsking[];
  /** Whether it speaks on artefacts of that file. */
  readonly applies: (path: string) => boolean;
}

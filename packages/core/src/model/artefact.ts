import type { ARTEFACT_KINDS, CHANNELS, ROLES } from '@carelint/policy-schema';
import type { Route, Syntax } from '../source/source.js';
import type { PhoneCandidate } from './phone.js';
import type { Page } from './site.js';
import type { Edge, Reference, Step } from './step.js';

export { ARTEFACT_KINDS, CHANNELS, ROLES } from '@carelint/policy-schema';

export type ArtefactKind = (typeof ARTEFACT_KINDS)[number];

/** What a flow is for: `entry` a customer arrives here, `hold` is heard in a queue, `agent-transfer` runs when staff pass a customer on. */
export type Role = (typeof ROLES)[number];

/** What a flow is set for by another one; `afterwards`: it runs when the other side has hung up. */
export type HookRole = Extract<Role, 'hold' | 'whisper' | 'outbound' | 'agent-guide'> | 'afterwards';

/** A flow that is set for an event of the platform: that tells its role, also where the flow itself does not say it. */
export interface Hook {
  readonly role: HookRole;
  readonly flow: Reference;
}

export type Channel = (typeof CHANNELS)[number];

/** Who says it. `instruction` is said to staff or to a bot, never heard by a customer. */
export type Speaker = 'system' | 'agent' | 'customer' | 'instruction';

/** Marks a part of a text that is filled in at run time, so that it is both readable and seen by the matcher: `Hello ⟨name⟩`. */
export const hole = (name: string): string => `⟨${name.replace(/[⟨⟩]/gu, '')}⟩`;

/** A text that somebody hears or reads. */
export interface Utterance {
  /** The words, with dynamic parts as `hole(name)`; undefined where it is a recording or a variable without known words. */
  readonly text?: string;
  /** Where `text` is undefined: why, as the end of a sentence. */
  readonly why?: string;
  /** BCP 47 tag, where the source tells. */
  readonly language?: string;
  readonly speaker: Speaker;
  readonly place?: 'prompt' | 'button' | 'link' | 'label' | 'mail';
  /** Wording required by law. */
  readonly legal?: boolean;
  /** It must be said exactly as written. */
  readonly verbatim?: boolean;
  /** What the words are meant as, where the author says so (greeting, apology, sale, ...). */
  readonly as?: string;
  /** The step at which it is said; absent for texts outside any step. */
  readonly step?: string;
  readonly route: Route;
  /** The file in which it stands; absent where that is the file of the artefact. */
  readonly path?: string;
}

/** A stretch of visible text of a page, with its place. */
export interface Statement {
  readonly text: string;
  readonly route: Route;
  /** The file in which it stands; absent where that is the file of the artefact. */
  readonly path?: string;
}

/** A flow, script, policy, site or program, lifted into steps, texts and values. */
export interface Artefact {
  readonly kind: ArtefactKind;
  readonly role: Role;
  /** Absent where neither the format nor the document tells. */
  readonly channel?: Channel;
  readonly topic?: string;
  /** Unique in a file, stable: fingerprints are made of it. */
  readonly id: string;
  /** What people call it. */
  readonly name: string;
  /** All names by which other artefacts may refer to it, each with its namespace: `native:change-of-address`, `connect:id:...`, `connect:name:main ivr` (lower case). */
  readonly keys: readonly string[];
  readonly path: string;
  readonly syntax: Syntax;
  /** Where the artefact begins in its file; empty for a whole file. */
  readonly route: Route;
  readonly language?: string;
  /** Two-letter country, where the document tells. */
  readonly country?: string;
  /** Id of the first step; absent where nothing happens in it (an operations document). */
  readonly start?: string;
  readonly steps: readonly Step[];
  readonly edges: readonly Edge[];
  readonly utterances: readonly Utterance[];
  /** The document itself, for `value` rules; derived values are added under `found`, each with its place (model/standing.ts). */
  readonly values?: unknown;
  /** What may be phone numbers in it. A reader that fills this in has looked at the texts too; otherwise the linker looks at them. */
  readonly phones?: readonly PhoneCandidate[];
  /** Texts of a page that may state a fact (hours, a time within which something is done, a fee). A reader whose `utterances` hold all texts leaves it out. */
  readonly statements?: readonly Statement[];
  /** Of texts that stand once for each language: the name that all languages of them share. */
  readonly family?: string;
  /** The derived values (`$.found`), as the linker completes them; lists that cost something are worked out when first asked for. */
  readonly found?: object;
  /** What the document states surely and others may state too (link/found/fact.ts), as the linker completes it; worked out when first asked for. */
  readonly facts?: readonly object[];
  /** Of a page of a web site: what ties it to the others. The linker makes one artefact of all pages of a site. */
  readonly page?: Page;
  /** Flows that this one sets for events. */
  readonly hooks?: readonly Hook[];
  /** The same flow as it reads in a role that another one gives it; only where its own role is not stated. */
  readonly inRole?: (role: HookRole) => Artefact;
  /** Name of the reader. */
  readonly format: string;
}

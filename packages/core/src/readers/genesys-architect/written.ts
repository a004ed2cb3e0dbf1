import type { Route } from '../../source/source.js';
import type { FlowKind } from './flow-kinds.js';

/** Something that is heard or read, as it is written. */
export interface Spoken {
  /** `text`: plain words; `expression`: words are worked out; `recording`: the name of a prompt; `unclear`: why the words cannot be seen. */
  readonly as: 'text' | 'expression' | 'recording' | 'unclear';
  readonly text: string;
  readonly route: Route;
}

/** What an action refers to by its name. */
export interface Named {
  readonly name?: string;
  /** Where there is no name: why, as the end of a sentence. */
  readonly why?: string;
}

/** A way out of an action. */
export interface Output {
  /** `success`, `failure`, `yes`, `maxNoInputs`, `case`, `intent` or whatever the file calls it. */
  readonly key: string;
  /** The words of an intent or of a case. */
  readonly label?: string;
  /** The condition of a case. */
  readonly when?: string;
  readonly enabled: boolean;
  readonly actions: readonly Action[];
}

/** One action, the same for both ways in which Genesys writes flows: Archy's YAML and Architect's own export. */
export interface Action {
  /** Unique in its flow, and stable when other actions change. */
  readonly id: string;
  /** The type in the words of Archy. */
  readonly type: string;
  readonly name: string;
  readonly route: Route;
  readonly outputs: readonly Output[];
  /** What is said here, before a transfer, and when the transfer fails. */
  readonly prompt: readonly Spoken[];
  readonly before: readonly Spoken[];
  readonly failed: readonly Spoken[];
  /** What is said to those who said nothing or were not understood. */
  readonly retry: readonly Spoken[];
  /** Queue, flow, bot, module, number, data action, table or schedule. */
  readonly target: Named | undefined;
  /** The reference of a task, menu or state in the same flow. */
  readonly sequence: string | undefined;
  /** The flow that is heard in the queue. */
  readonly hold: Named | undefined;
  readonly condition: string | undefined;
  readonly slot: string | undefined;
  /** The variable that takes the answer. */
  readonly variable: string | undefined;
  /** Variables that are set here, with the expression. */
  readonly writes: readonly (readonly [string, string])[];
  /** So many digits are taken at most. */
  readonly digits: number | undefined;
  readonly times: number | undefined;
  /** The way out of the task that an End Task action takes. */
  readonly path: string | undefined;
  /** It (also) looks whether an emergency was declared. */
  readonly emergency: boolean;
  /** A menu inside a menu. */
  readonly menu: Menu | undefined;
}

/** What a key of a menu does. */
export interface Choice {
  readonly key: string | undefined;
  readonly terms: readonly string[];
  readonly name: string;
  /** References by which the menu may name it as its default. */
  readonly refs: readonly string[];
  /** It can be chosen in every menu of the flow. */
  readonly global: boolean;
  readonly action: Action;
}

/** A menu of keys. */
export interface Menu {
  readonly choices: readonly Choice[];
  readonly prompt: readonly Spoken[];
  readonly speech: boolean;
  readonly repeats: number | undefined;
  readonly defaultRef: string | undefined;
}

/** A task, state, bot or menu: a part of a flow that has a name of its own. */
export interface Sequence {
  readonly kind: 'task' | 'state' | 'bot' | 'menu';
  /** What its steps' ids begin with. */
  readonly id: string;
  readonly name: string;
  readonly route: Route;
  readonly actions: readonly Action[];
  readonly menu: Menu | undefined;
}

/** What a bot does in an event that no action handles. */
export interface Handling {
  readonly does: 'exit' | 'disconnect' | 'task' | 'queue' | 'unseen';
  readonly sequence?: string;
  readonly queue?: Named;
  readonly says: readonly Spoken[];
  readonly route: Route;
}

/** Settings of a bot that decide where a customer ends up. */
export interface BotSettings {
  /** A customer may ask for a person at every question. */
  readonly escalates: boolean;
  readonly escalation: Handling;
  readonly recognition: Handling;
  readonly tries: number | undefined;
}

/** A flow as it is written, before it has been given a meaning. */
export interface WrittenFlow {
  readonly kind: FlowKind;
  readonly name: string | undefined;
  readonly route: Route;
  readonly language: string | undefined;
  readonly greeting: readonly Spoken[];
  /** By every reference that may be used for them. */
  readonly sequences: ReadonlyMap<string, Sequence>;
  readonly start: Sequence | undefined;
  /** The reference of the start, where it leads nowhere. */
  readonly lostStart: string | undefined;
  /** What runs again and again while somebody waits (in-queue e-mail and message flows). */
  readonly recurring: Sequence | undefined;
  readonly bot: BotSettings;
  /** The flow's handling of errors leads somewhere else than to the end. */
  readonly rescues: boolean;
  /** The whole carrier is one line: places cannot be told apart. */
  readonly packed: boolean;
}

/* Generated from src/define by scripts/generate.mjs. Do not edit. */

/** What a service must or must not do to its customers, checked on every document it reads. */
export interface RuleDocument {
  /** The id of the rule; the name of its folder. */
  readonly rule: string;
  /** What is right, as a sentence. */
  readonly title: string;
  /** What a customer goes through when the rule is broken. */
  readonly suffers: string;
  /** The question that somebody asks who listens to a call or reads a reply, such that yes is good: `carelint checklist` makes a list of them. Left out of a built-in rule: nobody hears it in a contact. Left out of one of your own: its title is asked. */
  readonly ask?: string;
  /** Which documents the rule reads: kinds (a list means any of them), `any`, `service` (all of them as one), or a block. */
  readonly about: 'flow' | 'script' | 'operations' | 'site' | 'data' | 'code' | 'any' | 'service' | readonly ('flow' | 'script' | 'operations' | 'site' | 'data' | 'code' | 'any' | 'service')[] | {
    /** What the document is. A list means any of them. */
    readonly kind?: 'flow' | 'script' | 'operations' | 'site' | 'data' | 'code' | 'any' | 'service' | `$${string}` | readonly ('flow' | 'script' | 'operations' | 'site' | 'data' | 'code' | 'any' | 'service' | `$${string}`)[];
    /** What the flow is for. A list means any of them. */
    readonly role?: 'entry' | 'sub-flow' | 'hold' | 'whisper' | 'agent-guide' | 'agent-transfer' | 'outbound' | `$${string}` | readonly ('entry' | 'sub-flow' | 'hold' | 'whisper' | 'agent-guide' | 'agent-transfer' | 'outbound' | `$${string}`)[];
    /** Where the customer is. A list means any of them. */
    readonly channel?: 'phone' | 'chat' | 'message' | 'email' | 'web' | 'desk' | 'post' | 'task' | `$${string}` | readonly ('phone' | 'chat' | 'message' | 'email' | 'web' | 'desk' | 'post' | 'task' | `$${string}`)[];
    /** What it is about. A list means any of them. */
    readonly topic?: string | readonly string[];
  };
  /** How grave it is. */
  readonly level: 'error' | 'warning' | 'advice';
  /** How sure a finding is. */
  readonly certainty: 'high' | 'medium' | 'low';
  readonly forbid?: RuleForbid;
  readonly require?: RuleRequire;
  /** The name of a check written in code, for what no assertion can say. */
  readonly check?: string;
  /** What users of the rule may set, each a JSON Schema with a default. In the rule, `$name` stands for the value. */
  readonly options?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  /** What a finding says. `{from}`, `{to}`, `{event}`, `{value}` and their like are filled in. */
  readonly message: string;
  /** What to do about it. */
  readonly instead: string;
  /** What to do instead for whoever talks with customers, where `instead` is about how a flow is built. Left out: as `instead`. */
  readonly coach?: string;
  /** Edits that `--fix` makes: only what anybody who owns the document would have written, and what changes nothing else for customers. */
  readonly fix?: readonly ({
    /** What the edit does, as an order. */
    readonly title: string;
    /** Kinds of documents in which it holds. Left out: in all that the rule reads. */
    readonly in?: 'flow' | 'script' | 'operations' | 'site' | 'data' | 'code' | readonly ('flow' | 'script' | 'operations' | 'site' | 'data' | 'code')[];
    /** The edit is made at the first station of the journey of this kind, and not at what the finding points at. `keys` only. */
    readonly at?: 'start' | 'say' | 'menu' | 'ask' | 'verify' | 'check' | 'act' | 'case' | 'queue' | 'transfer' | 'person' | 'callback' | 'voicemail' | 'survey' | 'call' | 'return' | 'page' | 'end' | 'unknown';
    /** Attributes of the element that the finding points at, each with the value it gets; `null` takes it away. Pages only. */
    readonly attribute?: Readonly<Record<string, string | unknown>>;
    /** What the finding points at, as it is written, gets another beginning, or is replaced. */
    readonly text?: {
      /** All that is written there. */
      readonly is?: string;
      /** How it begins. */
      readonly begins?: string;
      /** What else it is like, as an expression between slashes. */
      readonly like?: string;
      /** What stands there instead. */
      readonly becomes: string;
    };
    /** Keys of the map that the finding points at, each with the value it gets; `null` takes it away. `{team}` is the team that the document names. Documents of carelint only. */
    readonly keys?: Readonly<Record<string, unknown>>;
    /** Where the outcome by which the journey leaves its first step is to lead. Flows of carelint only. */
    readonly 'lead-to'?: 'person' | 'callback' | 'voicemail';
  })[];
  /** Edits that are shown and never made: somebody has to decide. */
  readonly suggest?: readonly ({
    /** What the edit does, as an order. */
    readonly title: string;
    /** Kinds of documents in which it holds. Left out: in all that the rule reads. */
    readonly in?: 'flow' | 'script' | 'operations' | 'site' | 'data' | 'code' | readonly ('flow' | 'script' | 'operations' | 'site' | 'data' | 'code')[];
    /** The edit is made at the first station of the journey of this kind, and not at what the finding points at. `keys` only. */
    readonly at?: 'start' | 'say' | 'menu' | 'ask' | 'verify' | 'check' | 'act' | 'case' | 'queue' | 'transfer' | 'person' | 'callback' | 'voicemail' | 'survey' | 'call' | 'return' | 'page' | 'end' | 'unknown';
    /** Attributes of the element that the finding points at, each with the value it gets; `null` takes it away. Pages only. */
    readonly attribute?: Readonly<Record<string, string | unknown>>;
    /** What the finding points at, as it is written, gets another beginning, or is replaced. */
    readonly text?: {
      /** All that is written there. */
      readonly is?: string;
      /** How it begins. */
      readonly begins?: string;
      /** What else it is like, as an expression between slashes. */
      readonly like?: string;
      /** What stands there instead. */
      readonly becomes: string;
    };
    /** Keys of the map that the finding points at, each with the value it gets; `null` takes it away. `{team}` is the team that the document names. Documents of carelint only. */
    readonly keys?: Readonly<Record<string, unknown>>;
    /** Where the outcome by which the journey leaves its first step is to lead. Flows of carelint only. */
    readonly 'lead-to'?: 'person' | 'callback' | 'voicemail';
  })[];
  /** Where the rule does not apply, for people to read. */
  readonly 'not-when'?: string;
  /** Rules that say the same more precisely: where one of them speaks, this one is silent. */
  readonly 'yields-to'?: readonly string[];
  /** A fact that the config may assume, and with which the rule is kept. */
  readonly 'unless-assumed'?: string;
  /** Where the demand comes from. */
  readonly sources?: readonly ({
    /** Number of a claim in the articles that the product starts from. */
    readonly seed?: string;
    /** A law or standard, by its short name. */
    readonly law?: string;
    /** Its words, or their gist. */
    readonly says?: string;
    /** What to keep in mind. */
    readonly note?: string;
  })[];
  /** Words to find the rule by. */
  readonly tags?: readonly string[];
}

/** What must not be possible: one assertion, or a list of which all must hold. */
export type RuleForbid = {
  readonly step?: RuleStep;
  readonly path?: RulePath;
  readonly loop?: RuleLoop;
  readonly longer?: RuleLonger;
  readonly value?: RuleValue;
  readonly text?: RuleText;
} | readonly ({
  readonly step?: RuleStep;
  readonly path?: RulePath;
  readonly loop?: RuleLoop;
  readonly longer?: RuleLonger;
  readonly value?: RuleValue;
  readonly text?: RuleText;
})[];

/** What must be possible: one assertion, or a list of which all must hold. */
export type RuleRequire = {
  readonly step?: RuleStep;
  readonly path?: RulePath;
  readonly value?: RuleValue;
  readonly text?: RuleText;
} | readonly ({
  readonly step?: RuleStep;
  readonly path?: RulePath;
  readonly value?: RuleValue;
  readonly text?: RuleText;
})[];

/** A step that customers can reach and that matches. A kind of step, a name from define.yaml, or a block; a list means any of them. */
export type RuleStep = string | readonly RuleStepPattern[] | {
  /** What happens at the step. A list means any of them. */
  readonly kind?: 'start' | 'say' | 'menu' | 'ask' | 'verify' | 'check' | 'act' | 'case' | 'queue' | 'transfer' | 'person' | 'callback' | 'voicemail' | 'survey' | 'call' | 'return' | 'page' | 'end' | 'unknown' | 'any' | `$${string}` | readonly ('start' | 'say' | 'menu' | 'ask' | 'verify' | 'check' | 'act' | 'case' | 'queue' | 'transfer' | 'person' | 'callback' | 'voicemail' | 'survey' | 'call' | 'return' | 'page' | 'end' | 'unknown' | 'any' | `$${string}`)[];
  /** What the facts of the step must be like. Each field has a JSON Schema; a field that is absent matches none. */
  readonly with?: Readonly<Record<string, Readonly<Record<string, unknown>> | boolean | string>>;
  /** What is said at the step. A phrase set, or a regular expression between slashes. A list means any of them. */
  readonly says?: string | readonly string[];
  readonly not?: RuleStepPattern;
  /** A field whose value must equal that of the step where the journey began. */
  readonly same?: string;
  readonly offers?: RuleStepPattern;
  /** How often at least. */
  readonly times?: number | string;
};

/** A journey of at least one edge, from one step to another, that never comes back to its own start. */
export interface RulePath {
  /** Where the journey begins. Each such step is judged alone. A kind of step, a name from define.yaml, or a block. A list means any of them. */
  readonly from: RuleStepPattern;
  /** How the first step is left. Left out: as in `along`. An event, a named set of events, or a block. A list means any of them. */
  readonly 'leaving-by'?: RuleEdgePattern;
  /** How the journey may go on. Left out: every way but `fault`. An event, a named set of events, or a block. A list means any of them. */
  readonly along?: RuleEdgePattern;
  /** What it must pass. A kind of step, a name from define.yaml, or a block. A list means any of them. */
  readonly through?: RuleStepPattern;
  /** Where it ends. A kind of step, a name from define.yaml, or a block. A list means any of them. */
  readonly to: RuleStepPattern;
  /** What it must not touch, `to` included and `from` not. A kind of step, a name from define.yaml, or a block. A list means any of them. */
  readonly avoiding?: RuleStepPattern;
  /** How long the journey may be. A unit (steps, clicks, seconds, words) or the name of a step pattern, and a number. */
  readonly within?: Readonly<Record<string, number | string>>;
  /** How many steps of `through` it passes, at least. */
  readonly times?: number | string;
}

/** A way round that passes a step and comes back to it. */
export interface RuleLoop {
  /** What it must pass. A kind of step, a name from define.yaml, or a block. A list means any of them. */
  readonly through: RuleStepPattern;
  /** How the journey may go on. Left out: every way but `fault`. An event, a named set of events, or a block. A list means any of them. */
  readonly along?: RuleEdgePattern;
  /** What it must not touch, `to` included and `from` not. A kind of step, a name from define.yaml, or a block. A list means any of them. */
  readonly avoiding?: RuleStepPattern;
}

/** One journey that costs more than another. */
export interface RuleLonger {
  /** The journey that must not cost more. */
  readonly path: {
    /** Where the journey begins. Each such step is judged alone. A kind of step, a name from define.yaml, or a block. A list means any of them. */
    readonly from: RuleStepPattern;
    /** How the first step is left. Left out: as in `along`. An event, a named set of events, or a block. A list means any of them. */
    readonly 'leaving-by'?: RuleEdgePattern;
    /** How the journey may go on. Left out: every way but `fault`. An event, a named set of events, or a block. A list means any of them. */
    readonly along?: RuleEdgePattern;
    /** What it must pass. A kind of step, a name from define.yaml, or a block. A list means any of them. */
    readonly through?: RuleStepPattern;
    /** Where it ends. A kind of step, a name from define.yaml, or a block. A list means any of them. */
    readonly to: RuleStepPattern;
    /** What it must not touch, `to` included and `from` not. A kind of step, a name from define.yaml, or a block. A list means any of them. */
    readonly avoiding?: RuleStepPattern;
    /** How long the journey may be. A unit (steps, clicks, seconds, words) or the name of a step pattern, and a number. */
    readonly within?: Readonly<Record<string, number | string>>;
    /** How many steps of `through` it passes, at least. */
    readonly times?: number | string;
  };
  /** The journey that it is compared with. */
  readonly than: {
    /** Where the journey begins. Each such step is judged alone. A kind of step, a name from define.yaml, or a block. A list means any of them. */
    readonly from: RuleStepPattern;
    /** How the first step is left. Left out: as in `along`. An event, a named set of events, or a block. A list means any of them. */
    readonly 'leaving-by'?: RuleEdgePattern;
    /** How the journey may go on. Left out: every way but `fault`. An event, a named set of events, or a block. A list means any of them. */
    readonly along?: RuleEdgePattern;
    /** What it must pass. A kind of step, a name from define.yaml, or a block. A list means any of them. */
    readonly through?: RuleStepPattern;
    /** Where it ends. A kind of step, a name from define.yaml, or a block. A list means any of them. */
    readonly to: RuleStepPattern;
    /** What it must not touch, `to` included and `from` not. A kind of step, a name from define.yaml, or a block. A list means any of them. */
    readonly avoiding?: RuleStepPattern;
    /** How long the journey may be. A unit (steps, clicks, seconds, words) or the name of a step pattern, and a number. */
    readonly within?: Readonly<Record<string, number | string>>;
    /** How many steps of `through` it passes, at least. */
    readonly times?: number | string;
  };
  /** How much more is allowed. A unit (steps, clicks, seconds, words) or the name of a step pattern, and a number. */
  readonly by: Readonly<Record<string, number | string>>;
}

/** A value of the document. */
export interface RuleValue {
  /** Where: a JSONPath (RFC 9535). Put it in quotes. Options cannot stand in it: use `matches`. */
  readonly at: string;
  /** What the value is like, as a JSON Schema. Left out: any value. */
  readonly matches?: Readonly<Record<string, unknown>> | boolean | string;
  /** How often at least. */
  readonly times?: number | string;
}

/** Something that is said or written. */
export interface RuleText {
  /** What is said. A phrase set, or a regular expression between slashes. A list means any of them. */
  readonly says: string | readonly string[];
  /** What else is known of the text. Each field has a JSON Schema; a field that is absent matches none. */
  readonly with?: Readonly<Record<string, Readonly<Record<string, unknown>> | boolean | string>>;
  /** What the same text must not be. */
  readonly not?: {
    /** What it must not say. A phrase set, or a regular expression between slashes. A list means any of them. */
    readonly says?: string | readonly string[];
    /** What it must not be. Each field has a JSON Schema; a field that is absent matches none. */
    readonly with?: Readonly<Record<string, Readonly<Record<string, unknown>> | boolean | string>>;
  };
  /** What mends it, when it comes soon. A phrase set, a regular expression between slashes, or a step pattern as a block: { kind: person }. A list means any of them. */
  readonly avoiding?: string | readonly (string | Readonly<Record<string, unknown>>)[] | Readonly<Record<string, unknown>>;
  /** How near `avoiding` must stand: so many sentences after it. Left out: three. */
  readonly within?: {
    /** How many sentences on; 0 is the same sentence. */
    readonly sentences: number | string;
  };
  /** How often at least. */
  readonly times?: number | string;
}

/** Which steps are meant: a kind of step, a name from define.yaml, or a block. A list means any of them. */
export type RuleStepPattern = string | readonly RuleStepPattern[] | {
  /** What happens at the step. A list means any of them. */
  readonly kind?: 'start' | 'say' | 'menu' | 'ask' | 'verify' | 'check' | 'act' | 'case' | 'queue' | 'transfer' | 'person' | 'callback' | 'voicemail' | 'survey' | 'call' | 'return' | 'page' | 'end' | 'unknown' | 'any' | `$${string}` | readonly ('start' | 'say' | 'menu' | 'ask' | 'verify' | 'check' | 'act' | 'case' | 'queue' | 'transfer' | 'person' | 'callback' | 'voicemail' | 'survey' | 'call' | 'return' | 'page' | 'end' | 'unknown' | 'any' | `$${string}`)[];
  /** What the facts of the step must be like. Each field has a JSON Schema; a field that is absent matches none. */
  readonly with?: Readonly<Record<string, Readonly<Record<string, unknown>> | boolean | string>>;
  /** What is said at the step. A phrase set, or a regular expression between slashes. A list means any of them. */
  readonly says?: string | readonly string[];
  readonly not?: RuleStepPattern;
  /** A field whose value must equal that of the step where the journey began. */
  readonly same?: string;
  readonly offers?: RuleStepPattern;
};

/** Which ways on are meant: an event, a named set of events, or a block. A list means any of them. */
export type RuleEdgePattern = string | readonly RuleEdgePattern[] | {
  /** The event. A list means any of them. */
  readonly on?: 'next' | 'choice' | 'success' | 'failure' | 'timeout' | 'no-input' | 'no-match' | 'invalid' | 'full' | 'closed' | 'open' | 'branch' | 'again' | 'limit' | 'link' | 'error' | 'fault' | `$${string}` | readonly ('next' | 'choice' | 'success' | 'failure' | 'timeout' | 'no-input' | 'no-match' | 'invalid' | 'full' | 'closed' | 'open' | 'branch' | 'again' | 'limit' | 'link' | 'error' | 'fault' | `$${string}`)[];
  readonly of?: RuleStepPattern;
  /** The words of the choice. A phrase set, or a regular expression between slashes. A list means any of them. */
  readonly says?: string | readonly string[];
  readonly not?: RuleEdgePattern;
};

/** A choice of rules with their levels and options, for a law, a standard or a house. */
export interface PackDocument {
  /** The name by which `extends` speaks of this pack. */
  readonly pack: string;
  /** A name that everybody understands. */
  readonly title: string;
  /** What the pack is for, and for whom. */
  readonly description: string;
  /** The rules of the pack, each with its level, or its level and options. */
  readonly rules: Readonly<Record<string, 'error' | 'warning' | 'advice' | {
      readonly level?: PackLevel;
      readonly because?: PackBecause;
      readonly [name: string]: unknown;
    }>>;
  /** Where the law holds. */
  readonly jurisdiction?: string;
  /** For whom the law holds. */
  readonly sector?: string;
  /** The first day on which the law holds. Before it, findings are advice. */
  readonly 'in-force-from'?: string;
  /** The day by which the law wants to be met. Before it, findings are advice. */
  readonly 'adapt-by'?: string;
  /** The last day on which the law holds. After it, findings are advice. */
  readonly 'in-force-until'?: string;
  /** Whether the law holds. A pack with a status is kept apart from the rest: it never makes a rule of another pack quieter. */
  readonly status?: 'in-force' | 'preview' | 'vacated' | 'voluntary';
  /** What must be true of an organisation for the law to hold. */
  readonly 'applies-if'?: string;
  /** Where its wording can be read, or who tells of it. */
  readonly source?: readonly string[];
  /** How the pack knows what the law asks. */
  readonly sure?: 'wording' | 'sources-agree' | 'one-source';
  /** When somebody last compared the pack with the source. */
  readonly 'checked-on'?: string;
  /** What the law or standard asks for, and which rules answer to it. */
  readonly demands?: readonly ({
    /** The short name by which rules speak of it. */
    readonly law: string;
    /** Where it stands. */
    readonly clause: string;
    /** What it asks for, in a sentence of our own. */
    readonly asks: string;
    /** Rules of this pack that look for a breach of it. */
    readonly rules?: readonly string[];
    /** What of it no rule looks at, and why. */
    readonly open?: string;
    /** Where it can be read, if elsewhere than the rest of the pack. */
    readonly source?: readonly string[];
    /** How this demand is known, if otherwise than the rest of the pack. */
    readonly sure?: 'wording' | 'sources-agree' | 'one-source';
  })[];
  /** Words to find the pack by. */
  readonly tags?: readonly string[];
}

/** How loud the rule is. `off` needs `because`. */
export type PackLevel = 'error' | 'warning' | 'advice' | 'off';

/** The reason, for whoever reads this next year. */
export type PackBecause = string;

/** Names for patterns, once for all rules. A name may use other names, never in a circle. */
export interface DefineDocument {
  /** The version of this format. */
  readonly define: 1;
  /** In a sentence or two: what these names are for. */
  readonly about?: string;
  /** Names for steps. */
  readonly patterns?: Readonly<Record<string, DefineStepPattern>>;
  /** Names for sets of events. */
  readonly edges?: Readonly<Record<string, DefineEdgePattern>>;
  /** What `within` and `by` may count, besides the steps of a pattern, each with what it means. */
  readonly units?: Readonly<Record<string, string>>;
}

/** Which steps are meant: a kind of step, a name from define.yaml, or a block. A list means any of them. */
export type DefineStepPattern = string | readonly DefineStepPattern[] | {
  /** What happens at the step. A list means any of them. */
  readonly kind?: 'start' | 'say' | 'menu' | 'ask' | 'verify' | 'check' | 'act' | 'case' | 'queue' | 'transfer' | 'person' | 'callback' | 'voicemail' | 'survey' | 'call' | 'return' | 'page' | 'end' | 'unknown' | 'any' | `$${string}` | readonly ('start' | 'say' | 'menu' | 'ask' | 'verify' | 'check' | 'act' | 'case' | 'queue' | 'transfer' | 'person' | 'callback' | 'voicemail' | 'survey' | 'call' | 'return' | 'page' | 'end' | 'unknown' | 'any' | `$${string}`)[];
  /** What the facts of the step must be like. Each field has a JSON Schema; a field that is absent matches none. */
  readonly with?: Readonly<Record<string, Readonly<Record<string, unknown>> | boolean | string>>;
  /** What is said at the step. A phrase set, or a regular expression between slashes. A list means any of them. */
  readonly says?: string | readonly string[];
  readonly not?: DefineStepPattern;
  /** A field whose value must equal that of the step where the journey began. */
  readonly same?: string;
  readonly offers?: DefineStepPattern;
};

/** Which ways on are meant: an event, a named set of events, or a block. A list means any of them. */
export type DefineEdgePattern = string | readonly DefineEdgePattern[] | {
  /** The event. A list means any of them. */
  readonly on?: 'next' | 'choice' | 'success' | 'failure' | 'timeout' | 'no-input' | 'no-match' | 'invalid' | 'full' | 'closed' | 'open' | 'branch' | 'again' | 'limit' | 'link' | 'error' | 'fault' | `$${string}` | readonly ('next' | 'choice' | 'success' | 'failure' | 'timeout' | 'no-input' | 'no-match' | 'invalid' | 'full' | 'closed' | 'open' | 'branch' | 'again' | 'limit' | 'link' | 'error' | 'fault' | `$${string}`)[];
  readonly of?: DefineStepPattern;
  /** The words of the choice. A phrase set, or a regular expression between slashes. A list means any of them. */
  readonly says?: string | readonly string[];
  readonly not?: DefineEdgePattern;
};

/** Phrases of one language, by the name of the set that rules use in `says`. */
export interface WordsDocument {
  /** The language of the phrases, as a tag. */
  readonly words: string;
  readonly [name: string]: unknown;
}

/** Which rules hold here, how loud they are, and what is true that no file shows. */
export interface ConfigDocument {
  /** Packs to start from: built in (recommended, strict, ...), a file, or an npm package. Later ones win. */
  readonly extends?: readonly string[];
  /** What to read. Left out: everything that git does not ignore. */
  readonly files?: readonly string[];
  /** What not to read. */
  readonly ignore?: readonly string[];
  /** From which level on a run fails. Left out: error. */
  readonly 'fail-on'?: 'error' | 'warning' | 'advice' | 'never';
  /** Folders with rules of your own. A folder `policies` beside this file is taken unasked. */
  readonly policies?: readonly string[];
  readonly rules?: ConfigRules;
  /** Other levels or options for some files. Later ones win. */
  readonly overrides?: readonly ({
    /** Which files. */
    readonly files: readonly string[];
    readonly rules: ConfigRules;
  })[];
  /** Facts that no file shows. They turn "unknown" into an answer, and stand in every report. Facts of your own are names with true or false. */
  readonly assume?: {
    /** Two letters. Needed to judge phone numbers and opening hours. */
    readonly country?: string;
    /** The language of the words in this document, as a tag. */
    readonly language?: string;
    /** A case is opened for each contact, and its number is told. */
    readonly 'case-on-contact'?: boolean;
    /** The platform offers it outside the flows. */
    readonly 'callback-in-queue'?: boolean;
    /** We ring the customer; nobody rings these flows. */
    readonly 'outbound-only'?: boolean;
    /** The number that the customer rings from is kept through every transfer. */
    readonly 'caller-number-kept'?: boolean;
    /** The survey system itself hands low scores to somebody who gets in touch. */
    readonly 'low-scores-followed-up'?: boolean;
    /** The platform itself acts on STOP and its like. */
    readonly 'platform-opt-out'?: boolean;
    /** Customers who cannot speak or hear can reach us in writing, elsewhere. */
    readonly 'text-channel'?: boolean;
    /** Queues and teams where people answer. */
    readonly 'staffed-queues'?: readonly string[];
    /** Queues in which no person answers. */
    readonly 'not-staffed'?: readonly string[];
    /** The reason, for whoever reads this next year. */
    readonly because?: string;
    readonly [name: string]: unknown;
  };
  /** The file with the findings that are known and not told again. Left out: `carelint-baseline.json` beside this file, where there is one. */
  readonly baseline?: string;
  /** Keeps what a run finds out, so that the next one reads what has changed since and nothing else. As `--cache` does; `--no-cache` leaves it out. */
  readonly cache?: boolean;
  /** Findings accepted for a time, each with a reason, an owner and an end. */
  readonly waivers?: readonly ({
    /** Which rule. */
    readonly rule: string;
    /** In which file; a glob may stand here. */
    readonly file: string;
    /** At which step, by its id. Left out: in the whole file. */
    readonly step?: string;
    /** The reason, for whoever reads this next year. */
    readonly because: string;
    /** Who answers for it, and mends it. */
    readonly owner: string;
    /** The last day. After it the waiver is itself an error. */
    readonly until: string;
  })[];
}

/** The level of a rule, or its level and options. Rules of your own are written with their pack: `our-bank/no-fax`. */
export interface ConfigRules {
  /** Help comes before advertising. A level, or a level with a reason. */
  readonly 'ads-before-help'?: ConfigPlainSetting;
  /** When staff may hang up is written down. A level, or a level with a reason. */
  readonly 'agent-hangup-rule-missing'?: ConfigPlainSetting;
  /** A machine says that it is one. A level, or a level with a reason. */
  readonly 'ai-not-disclosed'?: ConfigPlainSetting;
  /** Staff may say sorry. A level, or a level with a reason. */
  readonly 'apology-forbidden'?: ConfigPlainSetting;
  /** Small sums need one decision. A level, or a level with options. */
  readonly 'approval-chain-too-long'?: 'error' | 'warning' | 'advice' | {
    readonly level?: ConfigLevel;
    readonly because?: ConfigBecause;
    /** Sums up to which few must agree, in the currency that the document uses. */
    readonly amount?: number;
    /** How many others may have to agree. */
    readonly approvals?: number;
  };
  /** Nobody is asked twice. A level, or a level with a reason. */
  readonly 'asked-again-after-transfer'?: ConfigPlainSetting;
  /** What is allowed here is not forbidden there. A level, or a level with a reason. */
  readonly 'authority-contradicted'?: ConfigPlainSetting;
  /** Machines are there for customers. A level, or a level with a reason. */
  readonly 'automation-justified-by-cost-only'?: ConfigPlainSetting;
  /** The bereaved reach a person, without a password of the dead. A level, or a level with a reason. */
  readonly 'bereavement-path-missing'?: ConfigPlainSetting;
  /** People hand over in person. A level, or a level with a reason. */
  readonly 'blind-transfer-of-human-call'?: ConfigPlainSetting;
  /** Somebody stands behind the bot. A level, or a level with a reason. */
  readonly 'bot-only-contact'?: ConfigPlainSetting;
  /** Nobody has to travel for it. A level, or a level with a reason. */
  readonly 'branch-only-task'?: ConfigPlainSetting;
  /** We ring back, not they. A level, or a level with a reason. */
  readonly 'call-back-later-push'?: ConfigPlainSetting;
  /** The price of a call stands beside the number. A level, or a level with options. */
  readonly 'call-cost-not-stated'?: 'error' | 'warning' | 'advice' | {
    readonly level?: ConfigLevel;
    readonly because?: ConfigBecause;
    /** Numbers of which everybody knows what they cost, in international form: `+448715550148`. */
    readonly allow?: readonly string[];
  };
  /** Nobody's talk is cut short by a clock. A level, or a level with options. */
  readonly 'call-time-limit'?: 'error' | 'warning' | 'advice' | {
    readonly level?: ConfigLevel;
    readonly because?: ConfigBecause;
    /** How many seconds a limit must leave at least; a limit that long only ends forgotten lines. */
    readonly 'min-seconds'?: number;
  };
  /** Whoever spoke with them rings back. A level, or a level with a reason. */
  readonly 'callback-goes-to-general-queue'?: ConfigPlainSetting;
  /** Staff may ring customers back. A level, or a level with a reason. */
  readonly 'callback-not-allowed'?: ConfigPlainSetting;
  /** A callback has a time. A level, or a level with a reason. */
  readonly 'callback-without-time'?: ConfigPlainSetting;
  /** A missed callback is tried again. A level, or a level with options. */
  readonly 'callback-wrong-order-lost'?: 'error' | 'warning' | 'advice' | {
    readonly level?: ConfigLevel;
    readonly because?: ConfigBecause;
    /** How often we must try at least to ring back. */
    readonly min?: number;
  };
  /** Leaving needs no password. A level, or a level with a reason. */
  readonly 'cancel-behind-password-only'?: ConfigPlainSetting;
  /** No is a plain no. A level, or a level with a reason. */
  readonly 'cancel-confirmshaming'?: ConfigPlainSetting;
  /** The way out is no harder than the way in. A level, or a level with options. */
  readonly 'cancel-fee-or-exit-barrier'?: 'error' | 'warning' | 'advice' | {
    readonly level?: ConfigLevel;
    readonly because?: ConfigBecause;
    /** What leaving may cost, in the currency that the document uses. */
    readonly fee?: number;
  };
  /** Leaving is as easy as joining. A level, or a level with options. */
  readonly 'cancel-harder-than-signup'?: 'error' | 'warning' | 'advice' | {
    readonly level?: ConfigLevel;
    readonly because?: ConfigBecause;
    /** Clicks more than for joining that are no burden. One page that confirms is fair. */
    readonly slack?: number;
  };
  /** Who joined online can leave online. A level, or a level with a reason. */
  readonly 'cancel-requires-call'?: ConfigPlainSetting;
  /** One offer to stay is enough. A level, or a level with options. */
  readonly 'cancel-save-loop'?: 'error' | 'warning' | 'advice' | {
    readonly level?: ConfigLevel;
    readonly because?: ConfigBecause;
    /** Offers to stay that are no burden. */
    readonly max?: number;
  };
  /** Customers hear what changed because of them. A level, or a level with a reason. */
  readonly 'change-not-announced'?: ConfigPlainSetting;
  /** Closed is told, and something is offered. A level, or a level with a reason. */
  readonly 'closed-hours-hangup'?: ConfigPlainSetting;
  /** A complaint is met with an apology. A level, or a level with a reason. */
  readonly 'complaint-script-no-apology'?: ConfigPlainSetting;
  /** Ask what would make it right. A level, or a level with a reason. */
  readonly 'complaint-script-no-remedy-question'?: ConfigPlainSetting;
  /** Who advises is not paid by what is bought. A level, or a level with a reason. */
  readonly 'conflicted-advice-pay'?: ConfigPlainSetting;
  /** A yes can be taken back. A level, or a level with a reason. */
  readonly 'consent-no-way-back'?: ConfigPlainSetting;
  /** No is as near as yes. A level, or a level with a reason. */
  readonly 'consent-reject-harder'?: ConfigPlainSetting;
  /** Contact needs no account. A level, or a level with a reason. */
  readonly 'contact-behind-login'?: ConfigPlainSetting;
  /** A question is no subscription. A level, or a level with a reason. */
  readonly 'contact-form-marketing-optin'?: ConfigPlainSetting;
  /** A form asks for what it needs. A level, or a level with options. */
  readonly 'contact-form-overcollects'?: 'error' | 'warning' | 'advice' | {
    readonly level?: ConfigLevel;
    readonly because?: ConfigBecause;
    /** So many compulsory fields beyond need are too many. */
    readonly from?: number;
  };
  /** The contact page is for customers too. A level, or a level with a reason. */
  readonly 'contact-is-lead-form'?: ConfigPlainSetting;
  /** A question needs no account number. A level, or a level with a reason. */
  readonly 'contact-requires-account-number'?: ConfigPlainSetting;
  /** There is more than one way to reach you. A level, or a level with a reason. */
  readonly 'contact-single-channel'?: ConfigPlainSetting;
  /** A way to reach you is never far. A level, or a level with options. */
  readonly 'contact-too-deep'?: 'error' | 'warning' | 'advice' | {
    readonly level?: ConfigLevel;
    readonly because?: ConfigBecause;
    /** Clicks from the home page that are no burden. */
    readonly max?: number;
  };
  /** Everybody serves. A level, or a level with a reason. */
  readonly 'customer-metric-service-only'?: ConfigPlainSetting;
  /** They can see, correct, delete and take back. A level, or a level with a reason. */
  readonly 'data-control-missing'?: ConfigPlainSetting;
  /** Data are not kept for ever. A level, or a level with a reason. */
  readonly 'data-retention-unstated'?: ConfigPlainSetting;
  /** Their data are theirs. A level, or a level with a reason. */
  readonly 'data-sold-or-shared-without-consent'?: ConfigPlainSetting;
  /** Customers hear words for customers. A level, or a level with a reason. */
  readonly 'debug-text-in-prompt'?: ConfigPlainSetting;
  /** Staff are heard too. A level, or a level with a reason. */
  readonly 'employee-feedback-missing'?: ConfigPlainSetting;
  /** Staff are measured by what helps customers. A level, or a level with a reason. */
  readonly 'employee-kpis-only-volume'?: ConfigPlainSetting;
  /** Our fault is not their hang-up. A level, or a level with a reason. */
  readonly 'error-edge-hangup'?: ConfigPlainSetting;
  /** Those who lead spend time with customers. A level, or a level with options. */
  readonly 'exec-frontline-time-missing'?: 'error' | 'warning' | 'advice' | {
    readonly level?: ConfigLevel;
    readonly because?: ConfigBecause;
    /** Days a year that those who lead must spend with customers or with those who serve them, at least. */
    readonly min?: number;
  };
  /** Those who decide live by the same figures. A level, or a level with a reason. */
  readonly 'exec-not-on-customer-metric'?: ConfigPlainSetting;
  /** Somebody on the board answers for customers. A level, or a level with a reason. */
  readonly 'exec-sponsor-missing'?: ConfigPlainSetting;
  /** Fees end with death. A level, or a level with a reason. */
  readonly 'fee-after-death'?: ConfigPlainSetting;
  /** No fee without a service. A level, or a level with a reason. */
  readonly 'fee-for-no-service'?: ConfigPlainSetting;
  /** Fees are looked at again. A level, or a level with a reason. */
  readonly 'fee-no-review-interval'?: ConfigPlainSetting;
  /** Every fee is public. A level, or a level with a reason. */
  readonly 'fee-not-disclosed'?: ConfigPlainSetting;
  /** The page that tells the fees tells all of them. A level, or a level with a reason. */
  readonly 'fee-not-on-price-page'?: ConfigPlainSetting;
  /** Feedback needs no account. A level, or a level with a reason. */
  readonly 'feedback-behind-login'?: ConfigPlainSetting;
  /** Feedback comes back to those who gave it. A level, or a level with a reason. */
  readonly 'feedback-loop-open'?: ConfigPlainSetting;
  /** Feedback is read regularly. A level, or a level with a reason. */
  readonly 'feedback-no-cadence'?: ConfigPlainSetting;
  /** Mails can be answered. A level, or a level with a reason. */
  readonly 'feedback-noreply-sender'?: ConfigPlainSetting;
  /** Feedback becomes training. A level, or a level with a reason. */
  readonly 'feedback-not-linked-to-training'?: ConfigPlainSetting;
  /** Feedback reaches those who can mend it. A level, or a level with a reason. */
  readonly 'feedback-routed-one-team'?: ConfigPlainSetting;
  /** Customers, their groups and staff are asked. A level, or a level with a reason. */
  readonly 'feedback-sources-incomplete'?: ConfigPlainSetting;
  /** Feedback is no stick. A level, or a level with a reason. */
  readonly 'feedback-used-to-punish'?: ConfigPlainSetting;
  /** A decision in good faith is stood behind. A level, or a level with a reason. */
  readonly 'frontline-decision-penalised'?: ConfigPlainSetting;
  /** The front line may put things right. A level, or a level with a reason. */
  readonly 'frontline-no-authority'?: ConfigPlainSetting;
  /** The front line is trained best. A level, or a level with options. */
  readonly 'frontline-training-thin'?: 'error' | 'warning' | 'advice' | {
    readonly level?: ConfigLevel;
    readonly because?: ConfigBecause;
    /** Hours of training a year for front-line staff, at least. */
    readonly min?: number;
  };
  /** No clock on a conversation. A level, or a level with a reason. */
  readonly 'handle-time-cap'?: ConfigPlainSetting;
  /** A long call is no offence. A level, or a level with a reason. */
  readonly 'handle-time-punished'?: ConfigPlainSetting;
  /** Nobody is cut off with nothing solved. A level, or a level with a reason. */
  readonly 'hangup-without-offer'?: ConfigPlainSetting;
  /** People are hired who like people. A level, or a level with a reason. */
  readonly 'hiring-criteria-task-only'?: ConfigPlainSetting;
  /** Waiting has a way out. A level, or a level with a reason. */
  readonly 'hold-loop-no-exit'?: ConfigPlainSetting;
  /** A person is near. A level, or a level with options. */
  readonly 'human-option-too-late'?: 'error' | 'warning' | 'advice' | {
    readonly level?: ConfigLevel;
    readonly because?: ConfigBecause;
    /** How many menus, questions and checks may come before a person. */
    readonly max?: number;
  };
  /** Asking for a person is never refused. A level, or a level with a reason. */
  readonly 'human-request-refused'?: ConfigPlainSetting;
  /** A person comes at the first asking. A level, or a level with options. */
  readonly 'human-request-stalled'?: 'error' | 'warning' | 'advice' | {
    readonly level?: ConfigLevel;
    readonly because?: ConfigBecause;
    /** How many menus or questions may lie between the wish and the person. */
    readonly maxDeflections?: number;
  };
  /** No menu is a dead end. A level, or a level with options. */
  readonly 'human-route-missing-from-menu'?: 'error' | 'warning' | 'advice' | {
    readonly level?: ConfigLevel;
    readonly because?: ConfigBecause;
    /** How many menus and questions may lie between this menu and a person. */
    readonly maxSteps?: number;
  };
  /** Plain words. A level, or a level with a reason. */
  readonly 'internal-jargon-in-prompt'?: ConfigPlainSetting;
  /** Search engines tell the number that the site shows. A level, or a level with a reason. */
  readonly 'jsonld-contact-mismatch'?: ConfigPlainSetting;
  /** Search engines know how to reach you. A level, or a level with a reason. */
  readonly 'jsonld-contact-missing'?: ConfigPlainSetting;
  /** Averages hide people. A level, or a level with a reason. */
  readonly 'kpi-averages-only'?: ConfigPlainSetting;
  /** Who joins on the site can leave without a call or a letter. A level, or a level with a reason. */
  readonly 'left-only-by-hand'?: ConfigPlainSetting;
  /** Whoever gives a low score hears by when we answer. A level, or a level with a reason. */
  readonly 'low-score-without-deadline'?: ConfigPlainSetting;
  /** Leaders sit beside their people. A level, or a level with options. */
  readonly 'manager-coaching-missing'?: 'error' | 'warning' | 'advice' | {
    readonly level?: ConfigLevel;
    readonly because?: ConfigBecause;
    /** Hours a week that leaders must sit beside staff, at least. */
    readonly min?: number;
  };
  /** Menus stay shallow. A level, or a level with options. */
  readonly 'menu-too-deep'?: 'error' | 'warning' | 'advice' | {
    readonly level?: ConfigLevel;
    readonly because?: ConfigBecause;
    /** How many menus may lie on the shortest way to a menu, itself included. */
    readonly max?: number;
  };
  /** Menus have few choices. A level, or a level with options. */
  readonly 'menu-too-wide'?: 'error' | 'warning' | 'advice' | {
    readonly level?: ConfigLevel;
    readonly because?: ConfigBecause;
    /** How many choices a menu may offer. */
    readonly maxOptions?: number;
  };
  /** Menus speak of what customers want. A level, or a level with a reason. */
  readonly 'menu-uses-department-names'?: ConfigPlainSetting;
  /** Bad news may be published too. A level, or a level with a reason. */
  readonly 'negative-feedback-hidden'?: ConfigPlainSetting;
  /** There is a way in without a voice. A level, or a level with a reason. */
  readonly 'no-accessible-channel'?: ConfigPlainSetting;
  /** Prompts may be interrupted. A level, or a level with a reason. */
  readonly 'no-barge-in'?: ConfigPlainSetting;
  /** A queue offers a callback. A level, or a level with a reason. */
  readonly 'no-callback-in-queue'?: ConfigPlainSetting;
  /** There is a place for feedback. A level, or a level with a reason. */
  readonly 'no-feedback-entry'?: ConfigPlainSetting;
  /** There is something for the trouble. A level, or a level with a reason. */
  readonly 'no-goodwill-budget'?: ConfigPlainSetting;
  /** Every way in leads to a person. A level, or a level with options. */
  readonly 'no-human-route'?: 'error' | 'warning' | 'advice' | {
    readonly level?: ConfigLevel;
    readonly because?: ConfigBecause;
    /** What counts as reaching somebody. */
    readonly accept?: readonly string[];
  };
  /** Silence is not a goodbye. A level, or a level with a reason. */
  readonly 'no-input-hangup'?: ConfigPlainSetting;
  /** There is a number, or somebody who rings back. A level, or a level with a reason. */
  readonly 'no-phone-on-site'?: ConfigPlainSetting;
  /** Every process has an owner, who looks at it again. A level, or a level with a reason. */
  readonly 'no-process-owner'?: ConfigPlainSetting;
  /** Somebody listens to what is said to customers. A level, or a level with a reason. */
  readonly 'no-quality-listening'?: ConfigPlainSetting;
  /** A complaint has an answer by a date. A level, or a level with options. */
  readonly 'no-response-time-promise'?: 'error' | 'warning' | 'advice' | {
    readonly level?: ConfigLevel;
    readonly because?: ConfigBecause;
    /** Hours within which a complaint is acknowledged, at most. A working day counts as a day. */
    readonly acknowledgedHours?: number;
    /** Hours within which the final answer is given, at most (8 weeks are 1344, 30 days 720). */
    readonly answeredHours?: number;
  };
  /** There is a way for those who need more. A level, or a level with a reason. */
  readonly 'no-vulnerable-path'?: ConfigPlainSetting;
  /** Outside the hours something is offered. A level, or a level with a reason. */
  readonly 'nothing-when-closed'?: ConfigPlainSetting;
  /** A choice leads where it says. A level, or a level with a reason. */
  readonly 'option-promise-broken'?: ConfigPlainSetting;
  /** Every word for stop means stop. A level, or a level with a reason. */
  readonly 'optout-keyword-ignored'?: ConfigPlainSetting;
  /** Nobody lives by the score of a single customer. A level, or a level with a reason. */
  readonly 'own-score-paid'?: ConfigPlainSetting;
  /** The number is in plain sight. A level, or a level with options. */
  readonly 'phone-hidden'?: 'error' | 'warning' | 'advice' | {
    readonly level?: ConfigLevel;
    readonly because?: ConfigBecause;
    /** Clicks from the home page that are no burden. */
    readonly max?: number;
  };
  /** A number can be tapped. A level, or a level with a reason. */
  readonly 'phone-not-tel-link'?: ConfigPlainSetting;
  /** The number can be dialled. A level, or a level with options. */
  readonly 'phone-number-invalid'?: 'error' | 'warning' | 'advice' | {
    readonly level?: ConfigLevel;
    readonly because?: ConfigBecause;
    /** Numbers that do work, though no numbering plan has them, in international form: `+448715550148`. */
    readonly allow?: readonly string[];
  };
  /** One number is told in one way. A level, or a level with a reason. */
  readonly 'phone-number-told-differently'?: ConfigPlainSetting;
  /** The number that there is, is shown. A level, or a level with a reason. */
  readonly 'phone-switched-off'?: ConfigPlainSetting;
  /** Secrets are not logged. A level, or a level with a reason. */
  readonly 'pii-in-flow-logs'?: ConfigPlainSetting;
  /** Platform faults lead to people too. A level, or a level with a reason. */
  readonly 'platform-fault-hangup'?: ConfigPlainSetting;
  /** Give the reason, not the policy. A level, or a level with a reason. */
  readonly 'policy-hiding-phrase'?: ConfigPlainSetting;
  /** Praise is shared. A level, or a level with a reason. */
  readonly 'positive-feedback-not-shared'?: ConfigPlainSetting;
  /** Somebody asks whether it stayed solved. A level, or a level with a reason. */
  readonly 'post-contact-no-followup'?: ConfigPlainSetting;
  /** Help costs no more than a call. A level, or a level with options. */
  readonly 'premium-rate-number'?: 'error' | 'warning' | 'advice' | {
    readonly level?: ConfigLevel;
    readonly because?: ConfigBecause;
    /** What counts as too dear: `premium`, and `shared` for numbers that cost more than an ordinary call and pay for no service. */
    readonly costs?: readonly ('premium' | 'shared')[];
    /** Numbers that may be used all the same, in international form: `+448715550148`. */
    readonly allow?: readonly string[];
    /** Whether a premium-rate number is refused also where its price stands beside it. */
    readonly 'even-if-stated'?: boolean;
  };
  /** Consent begins empty. A level, or a level with a reason. */
  readonly 'preticked-consent'?: ConfigPlainSetting;
  /** What is said is done. A level, or a level with a reason. */
  readonly 'promise-broken'?: ConfigPlainSetting;
  /** One promise, told in one way. A level, or a level with a reason. */
  readonly 'promise-conflict'?: ConfigPlainSetting;
  /** Prompts are short. A level, or a level with options. */
  readonly 'prompt-too-long'?: 'error' | 'warning' | 'advice' | {
    readonly level?: ConfigLevel;
    readonly because?: ConfigBecause;
    /** How many words a question may have, its choices included. */
    readonly maxWords?: number;
  };
  /** Whoever is unhappy may say so in public too. A level, or a level with a reason. */
  readonly 'public-review-for-high-scores-only'?: ConfigPlainSetting;
  /** Waiting ends with a person or an offer. A level, or a level with a reason. */
  readonly 'queue-timeout-hangup'?: ConfigPlainSetting;
  /** Who has to come back is counted. A level, or a level with a reason. */
  readonly 'repeat-contact-not-measured'?: ConfigPlainSetting;
  /** Asking again has a limit. A level, or a level with a reason. */
  readonly 'retry-without-limit'?: ConfigPlainSetting;
  /** People first, then task, rules and profit. A level, or a level with a reason. */
  readonly 'revenue-beats-customer-priority'?: ConfigPlainSetting;
  /** Every rule says what customers have from it. A level, or a level with a reason. */
  readonly 'rule-without-customer-reason'?: ConfigPlainSetting;
  /** Nothing is said before it is known. A level, or a level with options. */
  readonly 'said-before-known'?: 'error' | 'warning' | 'advice' | {
    readonly level?: ConfigLevel;
    readonly because?: ConfigBecause;
    /** How many steps may lie between what is said and what takes it back. */
    readonly within?: number;
  };
  /** Service staff are not paid to sell. A level, or a level with options. */
  readonly 'sales-incentive-on-service-staff'?: 'error' | 'warning' | 'advice' | {
    readonly level?: ConfigLevel;
    readonly because?: ConfigBecause;
    /** What teams must be for (`does`) that are not to be paid by what they sell. */
    readonly teams?: readonly string[];
  };
  /** Nobody begs for a ten. A level, or a level with a reason. */
  readonly 'score-begging'?: ConfigPlainSetting;
  /** Nobody is paid for sticking to a script. A level, or a level with options. */
  readonly 'script-adherence-scored'?: 'error' | 'warning' | 'advice' | {
    readonly level?: ConfigLevel;
    readonly because?: ConfigBecause;
    /** How many per cent of a rating may hang on it. */
    readonly max?: number;
  };
  /** Nobody is blamed. A level, or a level with a reason. */
  readonly 'script-blames-customer'?: ConfigPlainSetting;
  /** Warm words belong to what was said. A level, or a level with options. */
  readonly 'script-faked-empathy'?: 'error' | 'warning' | 'advice' | {
    readonly level?: ConfigLevel;
    readonly because?: ConfigBecause;
    /** From how many such lines on. */
    readonly lines?: number;
  };
  /** Nobody is told to deceive. A level, or a level with a reason. */
  readonly 'script-instructed-deception'?: ConfigPlainSetting;
  /** The customer has the word too. A level, or a level with options. */
  readonly 'script-no-listening-step'?: 'error' | 'warning' | 'advice' | {
    readonly level?: ConfigLevel;
    readonly because?: ConfigBecause;
    /** From how many lines on. */
    readonly lines?: number;
  };
  /** A script knows who it talks to. A level, or a level with options. */
  readonly 'script-no-personalisation'?: 'error' | 'warning' | 'advice' | {
    readonly level?: ConfigLevel;
    readonly because?: ConfigBecause;
    /** From how many lines on. */
    readonly lines?: number;
  };
  /** No refusal without another way. A level, or a level with options. */
  readonly 'script-refusal-no-alternative'?: 'error' | 'warning' | 'advice' | {
    readonly level?: ConfigLevel;
    readonly because?: ConfigBecause;
    /** How many sentences after the refusal may still offer another way. */
    readonly window?: number;
  };
  /** Not the same line again. A level, or a level with options. */
  readonly 'script-robotic'?: 'error' | 'warning' | 'advice' | {
    readonly level?: ConfigLevel;
    readonly because?: ConfigBecause;
    /** How many of 100 lines may stand there twice or more. */
    readonly max?: number;
  };
  /** Nobody is told to stick to the script. A level, or a level with a reason. */
  readonly 'script-told-verbatim'?: ConfigPlainSetting;
  /** Staff may use their own words. A level, or a level with options. */
  readonly 'script-verbatim-mandatory'?: 'error' | 'warning' | 'advice' | {
    readonly level?: ConfigLevel;
    readonly because?: ConfigBecause;
    /** How many of 100 lines may have to be said exactly as written. */
    readonly max?: number;
  };
  /** Others may judge. A level, or a level with a reason. */
  readonly 'self-assessed-only'?: ConfigPlainSetting;
  /** Nobody has to say a secret aloud. A level, or a level with a reason. */
  readonly 'sensitive-data-in-prompt'?: ConfigPlainSetting;
  /** Nobody is left in silence. A level, or a level with a reason. */
  readonly 'silent-hangup'?: ConfigPlainSetting;
  /** There are two ways to prove who you are. A level, or a level with a reason. */
  readonly 'single-factor-no-alternative'?: ConfigPlainSetting;
  /** Speech has keys beside it. A level, or a level with options. */
  readonly 'speech-only-no-keys'?: 'error' | 'warning' | 'advice' | {
    readonly level?: ConfigLevel;
    readonly because?: ConfigBecause;
    /** How many more menus or questions may come before keys or a person. */
    readonly maxSteps?: number;
  };
  /** As many people as it takes. A level, or a level with options. */
  readonly 'staffing-below-demand'?: 'error' | 'warning' | 'advice' | {
    readonly level?: ConfigLevel;
    readonly because?: ConfigBecause;
    /** How many people may be missing. */
    readonly tolerance?: number;
  };
  /** Help does not end with the sale. A level, or a level with a reason. */
  readonly 'support-ends-after-purchase'?: ConfigPlainSetting;
  /** Help does not cost extra. A level, or a level with a reason. */
  readonly 'support-paid-only'?: ConfigPlainSetting;
  /** A survey is not all that is heard. A level, or a level with a reason. */
  readonly 'survey-is-only-listening-channel'?: ConfigPlainSetting;
  /** A low score has a deadline. A level, or a level with a reason. */
  readonly 'survey-no-followup'?: ConfigPlainSetting;
  /** A low score starts something. A level, or a level with a reason. */
  readonly 'survey-no-low-score-branch'?: ConfigPlainSetting;
  /** No single figure rules. A level, or a level with options. */
  readonly 'target-weight-too-high'?: 'error' | 'warning' | 'advice' | {
    readonly level?: ConfigLevel;
    readonly because?: ConfigBecause;
    /** The largest part of a rating, in per cent, that one figure may be. */
    readonly max?: number;
  };
  /** Whoever answers owns it. A level, or a level with a reason. */
  readonly 'task-refused-by-team'?: ConfigPlainSetting;
  /** Whoever answers owns it. A level, or a level with a reason. */
  readonly 'task-refused-in-script'?: ConfigPlainSetting;
  /** A tap dials the number that is shown. A level, or a level with a reason. */
  readonly 'tel-link-mismatch'?: ConfigPlainSetting;
  /** Feedback gets more than thanks. A level, or a level with a reason. */
  readonly 'thanks-only-reply'?: ConfigPlainSetting;
  /** Nobody may be passed on without end. A level, or a level with options. */
  readonly 'too-many-transfers-allowed'?: 'error' | 'warning' | 'advice' | {
    readonly level?: ConfigLevel;
    readonly because?: ConfigBecause;
    /** How often a customer may be passed on. */
    readonly max?: number;
  };
  /** Everybody learns to see it as customers do. A level, or a level with a reason. */
  readonly 'training-front-line-only'?: ConfigPlainSetting;
  /** Two transfers are the most. A level, or a level with options. */
  readonly 'transfer-chain-too-long'?: 'error' | 'warning' | 'advice' | {
    readonly level?: ConfigLevel;
    readonly because?: ConfigBecause;
    /** The number of hand-overs from which on it is too many. */
    readonly from?: number;
  };
  /** What they told us goes with them. A level, or a level with a reason. */
  readonly 'transfer-drops-context'?: ConfigPlainSetting;
  /** Nobody is sent round in a circle. A level, or a level with a reason. */
  readonly 'transfer-loop'?: ConfigPlainSetting;
  /** Their number is taken before they leave us. A level, or a level with a reason. */
  readonly 'transfer-no-callback-number'?: ConfigPlainSetting;
  /** Nobody is passed on without a case number. A level, or a level with a reason. */
  readonly 'transfer-no-case-number'?: ConfigPlainSetting;
  /** Somebody keeps the problem. A level, or a level with a reason. */
  readonly 'transfer-no-owner'?: ConfigPlainSetting;
  /** Busy or no answer is not the end of a call. A level, or a level with a reason. */
  readonly 'unanswered-call-dropped'?: ConfigPlainSetting;
  /** Nothing is confirmed that was not understood. A level, or a level with a reason. */
  readonly 'understood-nothing-confirmed'?: ConfigPlainSetting;
  /** Unsubscribing needs no account. A level, or a level with a reason. */
  readonly 'unsubscribe-behind-login'?: ConfigPlainSetting;
  /** Help first. A level, or a level with a reason. */
  readonly 'upsell-before-resolution'?: ConfigPlainSetting;
  /** Service does not sell. A level, or a level with a reason. */
  readonly 'upsell-in-service-script'?: ConfigPlainSetting;
  /** Small tasks need no proof. A level, or a level with a reason. */
  readonly 'verification-too-strong-for-task'?: ConfigPlainSetting;
  /** A person before the password. A level, or a level with a reason. */
  readonly 'verify-before-human'?: ConfigPlainSetting;
  /** A customer who cannot verify still gets help. A level, or a level with a reason. */
  readonly 'verify-failure-dead-end'?: ConfigPlainSetting;
  /** A failed check mends itself for the next time. A level, or a level with a reason. */
  readonly 'verify-failure-no-recovery-link'?: ConfigPlainSetting;
  /** Voicemail says when we answer. A level, or a level with a reason. */
  readonly 'voicemail-no-promise'?: ConfigPlainSetting;
  /** Not how many, but whether. A level, or a level with a reason. */
  readonly 'volume-target-on-service'?: ConfigPlainSetting;
  /** Nobody is cut off for waiting long. A level, or a level with a reason. */
  readonly 'wait-cut-off'?: ConfigPlainSetting;
  /** The wait is told. A level, or a level with a reason. */
  readonly 'wait-not-announced'?: ConfigPlainSetting;
  /** There is a button to withdraw. A level, or a level with a reason. */
  readonly 'withdraw-button-missing'?: ConfigPlainSetting;
  /** No filler. A level, or a level with a reason. */
  readonly 'your-call-is-important'?: ConfigPlainSetting;
  /** Zero reaches a person. A level, or a level with options. */
  readonly 'zero-or-operator-ignored'?: 'error' | 'warning' | 'advice' | {
    readonly level?: ConfigLevel;
    readonly because?: ConfigBecause;
    /** The key that should lead to a person. */
    readonly key?: string;
  };
  readonly [name: string]: unknown;
}

/** A level, or a level with a reason. */
export type ConfigPlainSetting = 'error' | 'warning' | 'advice' | {
  readonly level?: ConfigLevel;
  readonly because?: ConfigBecause;
};

/** How loud the rule is. `off` needs `because`. */
export type ConfigLevel = 'error' | 'warning' | 'advice' | 'off';

/** The reason, for whoever reads this next year. */
export type ConfigBecause = string;

/** Findings that are known, one a line: the file, `#` and the fingerprint, then what was found. The version stands last, so that all other lines end alike and git can merge them. */
export interface BaselineDocument {
  /** The version of this format. */
  readonly 'carelint-baseline': 1;
  readonly [name: string]: unknown;
}

/** A finding that is known and not told again. */
export interface BaselineFinding {
  /** The rule that is broken. */
  readonly rule: string;
  /** The id of the flow, script, page or policy in the file. */
  readonly artefact: string;
  /** What was wrong when the finding was taken in; for people. */
  readonly message: string;
  /** The day on which it was taken in. */
  readonly since: string;
  /** How many findings with this fingerprint the file has. Left out: one. */
  readonly count?: number;
}

/** One line of `carelint-history.jsonl`. A line says what came and went since the line before it; now and then one lists all, so that lines can be lost or joined by git without harm. */
export interface HistoryDocument {
  /** The day of the run. */
  readonly date: string;
  /** The commit that was checked out, where git knows. */
  readonly commit?: string;
  /** The version of carelint. */
  readonly tool: string;
  /** Tells one choice of rules, levels and options from another. */
  readonly rules: string;
  readonly overall: HistoryStanding;
  /** By promise. */
  readonly promises: readonly HistoryNamedStanding[];
  /** By where customers meet it. */
  readonly touchpoints: readonly HistoryNamedStanding[];
  /** How many findings there were, those that are accepted (waived, known from a baseline) among them. */
  readonly findings: {
    /** Of level error. */
    readonly error: number;
    /** Of level warning. */
    readonly warning: number;
    /** Of level advice. */
    readonly advice: number;
  };
  /** Fingerprints of all findings, by rule and file. */
  readonly all?: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
  /** Fingerprints of findings that were not there in the line before. */
  readonly came?: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
  /** Fingerprints that were there in the line before. */
  readonly went?: readonly string[];
}

/** How well something is kept, and how much of it could be judged. */
export interface HistoryStanding {
  /** From 0 to 100, down to a tenth: how much of what could be judged is kept, by weight. Absent where nothing could be judged. */
  readonly score?: number;
  /** How much of what was asked could be judged, in percent, by weight. */
  readonly coverage: number;
  /** Questions answered by yes. A question: is this rule kept in this file of this flow, script, site or document? */
  readonly kept: number;
  /** Questions answered by no. Findings that are waived or known from a baseline count like all others. */
  readonly broken: number;
  /** Questions that the files do not answer: neither good nor bad. */
  readonly unknown: number;
}

/** How well one promise, or all promises at one touchpoint, are kept. */
export interface HistoryNamedStanding {
  /** The promise or the touchpoint. */
  readonly name: string;
  /** From 0 to 100, down to a tenth: how much of what could be judged is kept, by weight. Absent where nothing could be judged. */
  readonly score?: number;
  /** How much of what was asked could be judged, in percent, by weight. */
  readonly coverage: number;
  /** Questions answered by yes. A question: is this rule kept in this file of this flow, script, site or document? */
  readonly kept: number;
  /** Questions answered by no. Findings that are waived or known from a baseline count like all others. */
  readonly broken: number;
  /** Questions that the files do not answer: neither good nor bad. */
  readonly unknown: number;
}

/** Scores of one organisation on one day, made by `carelint score --publish`. Only rules that carelint brings along count in it; nothing in it tells what is in the files. */
export interface SummaryDocument {
  /** The version of this format. */
  readonly 'carelint-summary': 1;
  /** Whose it is, as they want to be called. */
  readonly name?: string;
  /** The day of the run. */
  readonly date: string;
  /** The version of carelint. */
  readonly tool: string;
  readonly overall: SummaryStanding;
  /** By promise. */
  readonly promises: readonly SummaryNamedStanding[];
  /** By where customers meet it. */
  readonly touchpoints: readonly SummaryNamedStanding[];
  /** How many findings there were, those that are accepted (waived, known from a baseline) among them. */
  readonly findings: {
    /** Of level error. */
    readonly error: number;
    /** Of level warning. */
    readonly warning: number;
    /** Of level advice. */
    readonly advice: number;
  };
  /** How many flows, scripts, sites and documents there are, by kind. */
  readonly artefacts: Readonly<Record<string, number>>;
  /** The rules that were on, with the level in force. Which pack brings which: docs/packs.md. */
  readonly rules: Readonly<Record<string, 'error' | 'warning' | 'advice'>>;
  /** Those whose options are not the ones they come with, or which run for some files only at that level. */
  readonly tuned: readonly string[];
  /** The packs that were on. */
  readonly packs: readonly string[];
  /** So many rules of their own were on, and are left out of all that stands here. */
  readonly 'own-rules': number;
}

/** How well something is kept, and how much of it could be judged. */
export interface SummaryStanding {
  /** From 0 to 100, down to a tenth: how much of what could be judged is kept, by weight. Absent where nothing could be judged. */
  readonly score?: number;
  /** How much of what was asked could be judged, in percent, by weight. */
  readonly coverage: number;
  /** Questions answered by yes. A question: is this rule kept in this file of this flow, script, site or document? */
  readonly kept: number;
  /** Questions answered by no. Findings that are waived or known from a baseline count like all others. */
  readonly broken: number;
  /** Questions that the files do not answer: neither good nor bad. */
  readonly unknown: number;
}

/** How well one promise, or all promises at one touchpoint, are kept. */
export interface SummaryNamedStanding {
  /** The promise or the touchpoint. */
  readonly name: string;
  /** From 0 to 100, down to a tenth: how much of what could be judged is kept, by weight. Absent where nothing could be judged. */
  readonly score?: number;
  /** How much of what was asked could be judged, in percent, by weight. */
  readonly coverage: number;
  /** Questions answered by yes. A question: is this rule kept in this file of this flow, script, site or document? */
  readonly kept: number;
  /** Questions answered by no. Findings that are waived or known from a baseline count like all others. */
  readonly broken: number;
  /** Questions that the files do not answer: neither good nor bad. */
  readonly unknown: number;
}

/** What happens to a customer who rings, writes or chats, step by step. */
export interface FlowDocument {
  /** The name by which other documents speak of this flow. */
  readonly flow: string;
  /** A name that everybody understands. */
  readonly title?: string;
  /** In a sentence or two: what it is for. */
  readonly about?: string;
  /** Where the customer is. */
  readonly channel: 'phone' | 'chat' | 'message' | 'email' | 'web' | 'desk' | 'post';
  /** The language of the words in this document, as a tag. */
  readonly language?: string;
  /** Two letters. Needed to judge phone numbers and opening hours. */
  readonly country?: string;
  /** The person or team who answers for this. A name, not a department code. */
  readonly owner?: string;
  /** When the owner last read this through. */
  readonly reviewed?: string;
  /** What this flow is for. Left out: entry. */
  readonly role?: 'entry' | 'sub-flow' | 'hold' | 'whisper' | 'agent-guide' | 'agent-transfer' | 'outbound';
  /** The number that customers ring to arrive here. */
  readonly number?: string;
  /** A bot speaks, in such a way that it could be taken for a person. */
  readonly bot?: boolean;
  /** For your colleagues. The customer never hears it, and rules do not read it. */
  readonly note?: string;
  /** What holds at every step that can have this outcome and does not say otherwise. */
  readonly anywhere?: {
    /** What happens when the customer says and presses nothing, after the last try. Name a step (`id`) or a part; or write `next` (the next line), `again` (this step once more), `end` (hang up) or, in a sub-flow, `return` or `return-failed`; or write steps here, indented. */
    readonly 'if-silent'?: FlowTarget;
    /** What happens when the answer is not understood, after the last try. Name a step (`id`) or a part; or write `next` (the next line), `again` (this step once more), `end` (hang up) or, in a sub-flow, `return` or `return-failed`; or write steps here, indented. */
    readonly 'if-unclear'?: FlowTarget;
    /** What happens when the system behind this step fails. Name a step (`id`) or a part; or write `next` (the next line), `again` (this step once more), `end` (hang up) or, in a sub-flow, `return` or `return-failed`; or write steps here, indented. */
    readonly 'if-broken'?: FlowTarget;
    /** Where the customer comes to by pressing 0 or asking for a person. Name a step (`id`) or a part; or write `next` (the next line), `again` (this step once more), `end` (hang up) or, in a sub-flow, `return` or `return-failed`; or write steps here, indented. */
    readonly 'asks-for-a-person'?: FlowTarget;
  };
  /** What happens, from top to bottom. The last step must end, pass the customer on, or say `then`. */
  readonly steps: readonly FlowStep[];
  /** Side roads, each with a name that `then`, `if-...` and choices can lead to. A part never runs on into the next part. */
  readonly parts?: Readonly<Record<string, readonly FlowStep[]>>;
}

/** Tell the customer something. */
export interface FlowSayStep {
  /** Tell the customer something. */
  readonly say: string | Readonly<Record<string, string>>;
  /** Only needed when another step comes back here. Unique in the document. */
  readonly id?: string;
  /** For your colleagues. The customer never hears it, and rules do not read it. */
  readonly note?: string;
  /** What the words are for. */
  readonly as?: 'greeting' | 'question' | 'explanation' | 'answer' | 'apology' | 'offer' | 'promise' | 'sale' | 'empathy' | 'legal' | 'goodbye';
  /** The customer may answer or choose before it ends. */
  readonly interruptible?: boolean;
  /** Must be said exactly so. */
  readonly 'word-for-word'?: boolean;
  /** Where to go after this step, when it is not the next line. Name a step (`id`) or a part; or write `next` (the next line), `again` (this step once more), `end` (hang up) or, in a sub-flow, `return` or `return-failed`; or write steps here, indented. */
  readonly then?: FlowTarget;
}

/** A recording or music, by name. Give its words as `transcript`, if it has any. */
export interface FlowPlayStep {
  /** A recording or music, by name. Give its words as `transcript`, if it has any. */
  readonly play: string;
  /** Only needed when another step comes back here. Unique in the document. */
  readonly id?: string;
  /** For your colleagues. The customer never hears it, and rules do not read it. */
  readonly note?: string;
  /** How long it plays. */
  readonly lasts?: string;
  /** The words in the recording. Without them nothing can be said about it. */
  readonly transcript?: string | Readonly<Record<string, string>>;
  /** Where to go after this step, when it is not the next line. Name a step (`id`) or a part; or write `next` (the next line), `again` (this step once more), `end` (hang up) or, in a sub-flow, `return` or `return-failed`; or write steps here, indented. */
  readonly then?: FlowTarget;
}

/** Offer choices; these are the words that introduce them. */
export interface FlowMenuStep {
  /** Offer choices; these are the words that introduce them. */
  readonly menu: string | Readonly<Record<string, string>>;
  /** Only needed when another step comes back here. Unique in the document. */
  readonly id?: string;
  /** For your colleagues. The customer never hears it, and rules do not read it. */
  readonly note?: string;
  /** What the customer may choose, each with where it leads. Start with the key to press if there is one. Name a step (`id`) or a part; or write `next` (the next line), `again` (this step once more), `end` (hang up) or, in a sub-flow, `return` or `return-failed`; or write steps here, indented. */
  readonly choices: Readonly<Record<string, FlowTarget>>;
  /** How the customer may answer. */
  readonly 'answer-by'?: readonly ('keys' | 'speech' | 'buttons' | 'typing')[];
  /** How often the customer may try in all before the if-... lines apply. 1 means no second chance. */
  readonly tries?: number;
  /** What happens when the customer says and presses nothing, after the last try. Name a step (`id`) or a part; or write `next` (the next line), `again` (this step once more), `end` (hang up) or, in a sub-flow, `return` or `return-failed`; or write steps here, indented. */
  readonly 'if-silent'?: FlowTarget;
  /** What happens when the answer is not understood, after the last try. Name a step (`id`) or a part; or write `next` (the next line), `again` (this step once more), `end` (hang up) or, in a sub-flow, `return` or `return-failed`; or write steps here, indented. */
  readonly 'if-unclear'?: FlowTarget;
  /** The customer may answer or choose before it ends. */
  readonly interruptible?: boolean;
}

/** Ask the customer for one thing. */
export interface FlowAskStep {
  /** Ask the customer for one thing. */
  readonly ask: string | Readonly<Record<string, string>>;
  /** Only needed when another step comes back here. Unique in the document. */
  readonly id?: string;
  /** For your colleagues. The customer never hears it, and rules do not read it. */
  readonly note?: string;
  /** The detail asked for: one word, used again wherever the same thing is asked. This is how asking twice is found. */
  readonly for?: string;
  /** Answers that lead to different places, each with where it leads. Name a step (`id`) or a part; or write `next` (the next line), `again` (this step once more), `end` (hang up) or, in a sub-flow, `return` or `return-failed`; or write steps here, indented. */
  readonly answers?: Readonly<Record<string, FlowTarget>>;
  /** How the customer may answer. */
  readonly 'answer-by'?: readonly ('keys' | 'speech' | 'buttons' | 'typing')[];
  /** Do not ask again when we already know it. */
  readonly 'skip-if-known'?: boolean;
  /** How often the customer may try in all before the if-... lines apply. 1 means no second chance. */
  readonly tries?: number;
  /** What happens when the customer says and presses nothing, after the last try. Name a step (`id`) or a part; or write `next` (the next line), `again` (this step once more), `end` (hang up) or, in a sub-flow, `return` or `return-failed`; or write steps here, indented. */
  readonly 'if-silent'?: FlowTarget;
  /** What happens when the answer is not understood, after the last try. Name a step (`id`) or a part; or write `next` (the next line), `again` (this step once more), `end` (hang up) or, in a sub-flow, `return` or `return-failed`; or write steps here, indented. */
  readonly 'if-unclear'?: FlowTarget;
  /** What happens when the answer has the wrong form, such as too few digits. Name a step (`id`) or a part; or write `next` (the next line), `again` (this step once more), `end` (hang up) or, in a sub-flow, `return` or `return-failed`; or write steps here, indented. */
  readonly 'if-invalid'?: FlowTarget;
  /** The customer may answer or choose before it ends. */
  readonly interruptible?: boolean;
  /** Must be said exactly so. */
  readonly 'word-for-word'?: boolean;
  /** Where to go after this step, when it is not the next line. Name a step (`id`) or a part; or write `next` (the next line), `again` (this step once more), `end` (hang up) or, in a sub-flow, `return` or `return-failed`; or write steps here, indented. */
  readonly then?: FlowTarget;
}

/** Check that it is really the customer: one way, or a list from which the customer may choose. Ways: password, pin, one-time-code, app, security-questions, account-number, order-number, date-of-birth, last-four, voice, recent-activity, call-back-known-number, person, national-id, other. */
export interface FlowVerifyStep {
  /** Check that it is really the customer: one way, or a list from which the customer may choose. Ways: password, pin, one-time-code, app, security-questions, account-number, order-number, date-of-birth, last-four, voice, recent-activity, call-back-known-number, person, national-id, other. */
  readonly verify: 'password' | 'pin' | 'one-time-code' | 'app' | 'security-questions' | 'account-number' | 'order-number' | 'date-of-birth' | 'last-four' | 'voice' | 'recent-activity' | 'call-back-known-number' | 'person' | 'national-id' | 'other' | readonly ('password' | 'pin' | 'one-time-code' | 'app' | 'security-questions' | 'account-number' | 'order-number' | 'date-of-birth' | 'last-four' | 'voice' | 'recent-activity' | 'call-back-known-number' | 'person' | 'national-id' | 'other')[];
  /** Only needed when another step comes back here. Unique in the document. */
  readonly id?: string;
  /** For your colleagues. The customer never hears it, and rules do not read it. */
  readonly note?: string;
  /** What the customer hears or reads at this step. `{case-number}`, `{wait}`, `{position}`, `{time}` and `{name}` are filled in. */
  readonly saying?: string | Readonly<Record<string, string>>;
  /** Do not check again when the customer has already been verified. */
  readonly 'skip-if-verified'?: boolean;
  /** How often the customer may try in all before the if-... lines apply. 1 means no second chance. */
  readonly tries?: number;
  /** What happens when the check fails. Name a step (`id`) or a part; or write `next` (the next line), `again` (this step once more), `end` (hang up) or, in a sub-flow, `return` or `return-failed`; or write steps here, indented. */
  readonly 'if-wrong': FlowTarget;
  /** What happens when the customer does not have it: forgotten, lost, no phone at hand. Left out, it is the same as `if-wrong`. Name a step (`id`) or a part; or write `next` (the next line), `again` (this step once more), `end` (hang up) or, in a sub-flow, `return` or `return-failed`; or write steps here, indented. */
  readonly 'if-cannot'?: FlowTarget;
  /** What happens when the customer says and presses nothing, after the last try. Name a step (`id`) or a part; or write `next` (the next line), `again` (this step once more), `end` (hang up) or, in a sub-flow, `return` or `return-failed`; or write steps here, indented. */
  readonly 'if-silent'?: FlowTarget;
  /** What happens when the answer is not understood, after the last try. Name a step (`id`) or a part; or write `next` (the next line), `again` (this step once more), `end` (hang up) or, in a sub-flow, `return` or `return-failed`; or write steps here, indented. */
  readonly 'if-unclear'?: FlowTarget;
  /** What happens when the system behind this step fails. Name a step (`id`) or a part; or write `next` (the next line), `again` (this step once more), `end` (hang up) or, in a sub-flow, `return` or `return-failed`; or write steps here, indented. */
  readonly 'if-broken'?: FlowTarget;
  /** Where to go after this step, when it is not the next line. Name a step (`id`) or a part; or write `next` (the next line), `again` (this step once more), `end` (hang up) or, in a sub-flow, `return` or `return-failed`; or write steps here, indented. */
  readonly then?: FlowTarget;
}

/** Look at the clock: whose opening hours? */
export interface FlowHoursStep {
  /** Look at the clock: whose opening hours? */
  readonly hours: string;
  /** Only needed when another step comes back here. Unique in the document. */
  readonly id?: string;
  /** For your colleagues. The customer never hears it, and rules do not read it. */
  readonly note?: string;
  /** What happens outside opening hours. Name a step (`id`) or a part; or write `next` (the next line), `again` (this step once more), `end` (hang up) or, in a sub-flow, `return` or `return-failed`; or write steps here, indented. */
  readonly 'if-closed': FlowTarget;
  /** What happens within opening hours, when it is not the next line. Name a step (`id`) or a part; or write `next` (the next line), `again` (this step once more), `end` (hang up) or, in a sub-flow, `return` or `return-failed`; or write steps here, indented. */
  readonly 'if-open'?: FlowTarget;
}

/** A question that the system answers, not the customer. */
export interface FlowCheckStep {
  /** A question that the system answers, not the customer. */
  readonly check: string;
  /** Only needed when another step comes back here. Unique in the document. */
  readonly id?: string;
  /** For your colleagues. The customer never hears it, and rules do not read it. */
  readonly note?: string;
  /** What is looked at. */
  readonly of?: 'known-details' | 'attempts' | 'staffing' | 'outage' | 'customer' | 'other';
  /** The detail asked for: one word, used again wherever the same thing is asked. This is how asking twice is found. */
  readonly for?: string;
  /** Where to go when the answer is yes, when it is not the next line. Name a step (`id`) or a part; or write `next` (the next line), `again` (this step once more), `end` (hang up) or, in a sub-flow, `return` or `return-failed`; or write steps here, indented. */
  readonly 'if-yes'?: FlowTarget;
  /** Where to go when the answer is no, when it is not the next line. Name a step (`id`) or a part; or write `next` (the next line), `again` (this step once more), `end` (hang up) or, in a sub-flow, `return` or `return-failed`; or write steps here, indented. */
  readonly 'if-no'?: FlowTarget;
  /** Answers that lead to different places, each with where it leads. Name a step (`id`) or a part; or write `next` (the next line), `again` (this step once more), `end` (hang up) or, in a sub-flow, `return` or `return-failed`; or write steps here, indented. */
  readonly answers?: Readonly<Record<string, FlowTarget>>;
  /** What happens when the system behind this step fails. Name a step (`id`) or a part; or write `next` (the next line), `again` (this step once more), `end` (hang up) or, in a sub-flow, `return` or `return-failed`; or write steps here, indented. */
  readonly 'if-broken'?: FlowTarget;
}

/** Something done for the customer: look up, change, send. */
export interface FlowDoStep {
  /** Something done for the customer: look up, change, send. */
  readonly do: string;
  /** Only needed when another step comes back here. Unique in the document. */
  readonly id?: string;
  /** For your colleagues. The customer never hears it, and rules do not read it. */
  readonly note?: string;
  /** What the customer hears or reads at this step. `{case-number}`, `{wait}`, `{position}`, `{time}` and `{name}` are filled in. */
  readonly saying?: string | Readonly<Record<string, string>>;
  /** Details that are known after this step. */
  readonly sets?: readonly string[];
  /** What happens when nothing is found or the task cannot be done. Name a step (`id`) or a part; or write `next` (the next line), `again` (this step once more), `end` (hang up) or, in a sub-flow, `return` or `return-failed`; or write steps here, indented. */
  readonly 'if-not-done'?: FlowTarget;
  /** What happens when the system behind this step fails. Name a step (`id`) or a part; or write `next` (the next line), `again` (this step once more), `end` (hang up) or, in a sub-flow, `return` or `return-failed`; or write steps here, indented. */
  readonly 'if-broken'?: FlowTarget;
  /** Where to go after this step, when it is not the next line. Name a step (`id`) or a part; or write `next` (the next line), `again` (this step once more), `end` (hang up) or, in a sub-flow, `return` or `return-failed`; or write steps here, indented. */
  readonly then?: FlowTarget;
}

/** Write the problem down as a case with a number, and say what it is about. */
export interface FlowOpenCaseStep {
  /** Write the problem down as a case with a number, and say what it is about. */
  readonly 'open-case': string;
  /** Only needed when another step comes back here. Unique in the document. */
  readonly id?: string;
  /** For your colleagues. The customer never hears it, and rules do not read it. */
  readonly note?: string;
  /** What the customer hears or reads at this step. `{case-number}`, `{wait}`, `{position}`, `{time}` and `{name}` are filled in. */
  readonly saying?: string | Readonly<Record<string, string>>;
  /** Who keeps the problem after this step: the person who answered, or a named team. */
  readonly owner?: string;
  /** The promise: how soon we ring back or answer. */
  readonly within?: string;
  /** What happens when the system behind this step fails. Name a step (`id`) or a part; or write `next` (the next line), `again` (this step once more), `end` (hang up) or, in a sub-flow, `return` or `return-failed`; or write steps here, indented. */
  readonly 'if-broken'?: FlowTarget;
  /** Where to go after this step, when it is not the next line. Name a step (`id`) or a part; or write `next` (the next line), `again` (this step once more), `end` (hang up) or, in a sub-flow, `return` or `return-failed`; or write steps here, indented. */
  readonly then?: FlowTarget;
}

/** Wait for a person of this team. The next line is not reached: a person answers, or an if-... line applies. */
export interface FlowQueueStep {
  /** Wait for a person of this team. The next line is not reached: a person answers, or an if-... line applies. */
  readonly queue: string;
  /** Only needed when another step comes back here. Unique in the document. */
  readonly id?: string;
  /** For your colleagues. The customer never hears it, and rules do not read it. */
  readonly note?: string;
  /** What the customer hears or reads at this step. `{case-number}`, `{wait}`, `{position}`, `{time}` and `{name}` are filled in. */
  readonly saying?: string | Readonly<Record<string, string>>;
  /** The flow that the customer hears while waiting. */
  readonly hold?: string;
  /** The longest wait before `if-too-long` applies. */
  readonly 'wait-at-most'?: string;
  /** The longest talk with a person; then the contact is ended, however far it has come. Left out: nobody ends it. */
  readonly 'talk-at-most'?: string;
  /** What the waiting customer is told. */
  readonly tells?: readonly ('wait' | 'position' | 'callback-offer')[];
  /** What the next person already knows: `everything`, `nothing`, or a list of details. Left out: everything within one system, nothing to a phone number. */
  readonly keeps?: 'everything' | 'nothing' | readonly string[];
  /** Who keeps the problem after this step: the person who answered, or a named team. */
  readonly owner?: string;
  /** What happens when `wait-at-most` has passed. Name a step (`id`) or a part; or write `next` (the next line), `again` (this step once more), `end` (hang up) or, in a sub-flow, `return` or `return-failed`; or write steps here, indented. */
  readonly 'if-too-long'?: FlowTarget;
  /** What happens when no more customers may wait, or the line is busy. Name a step (`id`) or a part; or write `next` (the next line), `again` (this step once more), `end` (hang up) or, in a sub-flow, `return` or `return-failed`; or write steps here, indented. */
  readonly 'if-full'?: FlowTarget;
  /** What happens outside opening hours. Name a step (`id`) or a part; or write `next` (the next line), `again` (this step once more), `end` (hang up) or, in a sub-flow, `return` or `return-failed`; or write steps here, indented. */
  readonly 'if-closed'?: FlowTarget;
  /** What happens when the system behind this step fails. Name a step (`id`) or a part; or write `next` (the next line), `again` (this step once more), `end` (hang up) or, in a sub-flow, `return` or `return-failed`; or write steps here, indented. */
  readonly 'if-broken'?: FlowTarget;
  /** What happens when the customer has finished with the person; left out, the contact ends there. Name a step (`id`) or a part; or write `next` (the next line), `again` (this step once more), `end` (hang up) or, in a sub-flow, `return` or `return-failed`; or write steps here, indented. */
  readonly afterwards?: FlowTarget;
}

/** Pass the customer on: where to? The next line is not reached. */
export interface FlowTransferStep {
  /** Pass the customer on: where to? The next line is not reached. */
  readonly transfer: string;
  /** Only needed when another step comes back here. Unique in the document. */
  readonly id?: string;
  /** For your colleagues. The customer never hears it, and rules do not read it. */
  readonly note?: string;
  /** What kind of place this is. Left out: a flow of that name if there is one, otherwise a team. */
  readonly to?: 'flow' | 'team' | 'number' | 'partner';
  /** What the customer hears or reads at this step. `{case-number}`, `{wait}`, `{position}`, `{time}` and `{name}` are filled in. */
  readonly saying?: string | Readonly<Record<string, string>>;
  /** What the next person already knows: `everything`, `nothing`, or a list of details. Left out: everything within one system, nothing to a phone number. */
  readonly keeps?: 'everything' | 'nothing' | readonly string[];
  /** Who keeps the problem after this step: the person who answered, or a named team. */
  readonly owner?: string;
  /** The first person stays on until the next one knows what it is about. */
  readonly warm?: boolean;
  /** What happens when nobody picks up. Name a step (`id`) or a part; or write `next` (the next line), `again` (this step once more), `end` (hang up) or, in a sub-flow, `return` or `return-failed`; or write steps here, indented. */
  readonly 'if-no-answer'?: FlowTarget;
  /** What happens when no more customers may wait, or the line is busy. Name a step (`id`) or a part; or write `next` (the next line), `again` (this step once more), `end` (hang up) or, in a sub-flow, `return` or `return-failed`; or write steps here, indented. */
  readonly 'if-full'?: FlowTarget;
  /** What happens outside opening hours. Name a step (`id`) or a part; or write `next` (the next line), `again` (this step once more), `end` (hang up) or, in a sub-flow, `return` or `return-failed`; or write steps here, indented. */
  readonly 'if-closed'?: FlowTarget;
  /** What happens when the system behind this step fails. Name a step (`id`) or a part; or write `next` (the next line), `again` (this step once more), `end` (hang up) or, in a sub-flow, `return` or `return-failed`; or write steps here, indented. */
  readonly 'if-broken'?: FlowTarget;
}

/** A person takes over: who? */
export interface FlowPersonStep {
  /** A person takes over: who? */
  readonly person: string;
  /** Only needed when another step comes back here. Unique in the document. */
  readonly id?: string;
  /** For your colleagues. The customer never hears it, and rules do not read it. */
  readonly note?: string;
  /** What the customer hears or reads at this step. `{case-number}`, `{wait}`, `{position}`, `{time}` and `{name}` are filled in. */
  readonly saying?: string | Readonly<Record<string, string>>;
  /** The longest talk with a person; then the contact is ended, however far it has come. Left out: nobody ends it. */
  readonly 'talk-at-most'?: string;
  /** Who keeps the problem after this step: the person who answered, or a named team. */
  readonly owner?: string;
  /** A number that leads straight back to this person or team. */
  readonly 'direct-number'?: string;
  /** What the next person already knows: `everything`, `nothing`, or a list of details. Left out: everything within one system, nothing to a phone number. */
  readonly keeps?: 'everything' | 'nothing' | readonly string[];
  /** What happens when nobody picks up. Name a step (`id`) or a part; or write `next` (the next line), `again` (this step once more), `end` (hang up) or, in a sub-flow, `return` or `return-failed`; or write steps here, indented. */
  readonly 'if-no-answer'?: FlowTarget;
  /** What happens when this person cannot solve it. Name a step (`id`) or a part; or write `next` (the next line), `again` (this step once more), `end` (hang up) or, in a sub-flow, `return` or `return-failed`; or write steps here, indented. */
  readonly 'if-not-solved'?: FlowTarget;
  /** What happens when the customer has finished with the person; left out, the contact ends there. Name a step (`id`) or a part; or write `next` (the next line), `again` (this step once more), `end` (hang up) or, in a sub-flow, `return` or `return-failed`; or write steps here, indented. */
  readonly afterwards?: FlowTarget;
}

/** We ring the customer back: who does? */
export interface FlowCallbackStep {
  /** We ring the customer back: who does? */
  readonly callback: string;
  /** Only needed when another step comes back here. Unique in the document. */
  readonly id?: string;
  /** For your colleagues. The customer never hears it, and rules do not read it. */
  readonly note?: string;
  /** What the customer hears or reads at this step. `{case-number}`, `{wait}`, `{position}`, `{time}` and `{name}` are filled in. */
  readonly saying?: string | Readonly<Record<string, string>>;
  /** The promise: how soon we ring back or answer. */
  readonly within?: string;
  /** Who rings back. */
  readonly by?: 'same-person' | 'same-team' | 'anyone';
  /** How often the customer may try in all before the if-... lines apply. 1 means no second chance. */
  readonly tries?: number;
  /** What happens when the customer does not want this. Name a step (`id`) or a part; or write `next` (the next line), `again` (this step once more), `end` (hang up) or, in a sub-flow, `return` or `return-failed`; or write steps here, indented. */
  readonly 'if-declined'?: FlowTarget;
  /** What happens when the system behind this step fails. Name a step (`id`) or a part; or write `next` (the next line), `again` (this step once more), `end` (hang up) or, in a sub-flow, `return` or `return-failed`; or write steps here, indented. */
  readonly 'if-broken'?: FlowTarget;
  /** What happens when the answer has the wrong form, such as too few digits. Name a step (`id`) or a part; or write `next` (the next line), `again` (this step once more), `end` (hang up) or, in a sub-flow, `return` or `return-failed`; or write steps here, indented. */
  readonly 'if-invalid'?: FlowTarget;
  /** Where to go after this step, when it is not the next line. Name a step (`id`) or a part; or write `next` (the next line), `again` (this step once more), `end` (hang up) or, in a sub-flow, `return` or `return-failed`; or write steps here, indented. */
  readonly then?: FlowTarget;
}

/** The customer leaves a message: for whom? */
export interface FlowVoicemailStep {
  /** The customer leaves a message: for whom? */
  readonly voicemail: string;
  /** Only needed when another step comes back here. Unique in the document. */
  readonly id?: string;
  /** For your colleagues. The customer never hears it, and rules do not read it. */
  readonly note?: string;
  /** What the customer hears or reads at this step. `{case-number}`, `{wait}`, `{position}`, `{time}` and `{name}` are filled in. */
  readonly saying?: string | Readonly<Record<string, string>>;
  /** The promise: how soon we ring back or answer. */
  readonly within?: string;
  /** Who hears it. */
  readonly 'goes-to'?: string;
  /** What happens when the customer says and presses nothing, after the last try. Name a step (`id`) or a part; or write `next` (the next line), `again` (this step once more), `end` (hang up) or, in a sub-flow, `return` or `return-failed`; or write steps here, indented. */
  readonly 'if-silent'?: FlowTarget;
  /** What happens when the system behind this step fails. Name a step (`id`) or a part; or write `next` (the next line), `again` (this step once more), `end` (hang up) or, in a sub-flow, `return` or `return-failed`; or write steps here, indented. */
  readonly 'if-broken'?: FlowTarget;
  /** Where to go after this step, when it is not the next line. Name a step (`id`) or a part; or write `next` (the next line), `again` (this step once more), `end` (hang up) or, in a sub-flow, `return` or `return-failed`; or write steps here, indented. */
  readonly then?: FlowTarget;
}

/** Ask how it went. */
export interface FlowSurveyStep {
  /** Ask how it went. */
  readonly survey: string | Readonly<Record<string, string>>;
  /** Only needed when another step comes back here. Unique in the document. */
  readonly id?: string;
  /** For your colleagues. The customer never hears it, and rules do not read it. */
  readonly note?: string;
  /** Lowest and highest score. */
  readonly scale?: string;
  /** The highest score that still counts as low. */
  readonly low?: number;
  /** What happens after a low score. Name a step (`id`) or a part; or write `next` (the next line), `again` (this step once more), `end` (hang up) or, in a sub-flow, `return` or `return-failed`; or write steps here, indented. */
  readonly 'if-low'?: FlowTarget;
  /** What happens when the customer says and presses nothing, after the last try. Name a step (`id`) or a part; or write `next` (the next line), `again` (this step once more), `end` (hang up) or, in a sub-flow, `return` or `return-failed`; or write steps here, indented. */
  readonly 'if-silent'?: FlowTarget;
  /** Where to go after this step, when it is not the next line. Name a step (`id`) or a part; or write `next` (the next line), `again` (this step once more), `end` (hang up) or, in a sub-flow, `return` or `return-failed`; or write steps here, indented. */
  readonly then?: FlowTarget;
}

/** Go through another flow and come back to the next line. */
export interface FlowUseStep {
  /** Go through another flow and come back to the next line. */
  readonly use: string;
  /** Only needed when another step comes back here. Unique in the document. */
  readonly id?: string;
  /** For your colleagues. The customer never hears it, and rules do not read it. */
  readonly note?: string;
  /** What happens when the other flow ends with `return-failed`. Name a step (`id`) or a part; or write `next` (the next line), `again` (this step once more), `end` (hang up) or, in a sub-flow, `return` or `return-failed`; or write steps here, indented. */
  readonly 'if-failed'?: FlowTarget;
  /** What happens when the system behind this step fails. Name a step (`id`) or a part; or write `next` (the next line), `again` (this step once more), `end` (hang up) or, in a sub-flow, `return` or `return-failed`; or write steps here, indented. */
  readonly 'if-broken'?: FlowTarget;
  /** Where to go after this step, when it is not the next line. Name a step (`id`) or a part; or write `next` (the next line), `again` (this step once more), `end` (hang up) or, in a sub-flow, `return` or `return-failed`; or write steps here, indented. */
  readonly then?: FlowTarget;
}

/** Go back to an earlier step or part; when `times` is used up, the next line. */
export interface FlowRepeatStep {
  /** Go back to an earlier step or part; when `times` is used up, the next line. */
  readonly repeat: string;
  /** Only needed when another step comes back here. Unique in the document. */
  readonly id?: string;
  /** For your colleagues. The customer never hears it, and rules do not read it. */
  readonly note?: string;
  /** How often at most. Without it the loop is endless. */
  readonly times?: number;
  /** Where to go after this step, when it is not the next line. Name a step (`id`) or a part; or write `next` (the next line), `again` (this step once more), `end` (hang up) or, in a sub-flow, `return` or `return-failed`; or write steps here, indented. */
  readonly then?: FlowTarget;
}

/** Nobody here knows what happens at this point: say why. Rules will answer "unknown", not "fine". */
export interface FlowUnknownStep {
  /** Nobody here knows what happens at this point: say why. Rules will answer "unknown", not "fine". */
  readonly unknown: string;
  /** Only needed when another step comes back here. Unique in the document. */
  readonly id?: string;
  /** For your colleagues. The customer never hears it, and rules do not read it. */
  readonly note?: string;
  /** Where to go after this step, when it is not the next line. Name a step (`id`) or a part; or write `next` (the next line), `again` (this step once more), `end` (hang up) or, in a sub-flow, `return` or `return-failed`; or write steps here, indented. */
  readonly then?: FlowTarget;
}

/** The contact ends. Why? */
export interface FlowEndStep {
  /** The contact ends. Why? */
  readonly end: 'solved' | 'arranged' | 'not-solved' | 'closed' | 'declined' | 'abuse' | 'wrong-number' | 'fraud' | 'outbound';
  /** Only needed when another step comes back here. Unique in the document. */
  readonly id?: string;
  /** For your colleagues. The customer never hears it, and rules do not read it. */
  readonly note?: string;
  /** What the customer hears or reads at this step. `{case-number}`, `{wait}`, `{position}`, `{time}` and `{name}` are filled in. */
  readonly saying?: string | Readonly<Record<string, string>>;
}

/** One thing that happens, named by exactly one verb: say, play, menu, ask, verify, hours, check, do, open-case, queue, transfer, person, callback, voicemail, survey, use, repeat, unknown, end. What follows is the next line, unless the step says otherwise. */
export type FlowStep =
  | FlowSayStep
  | FlowPlayStep
  | FlowMenuStep
  | FlowAskStep
  | FlowVerifyStep
  | FlowHoursStep
  | FlowCheckStep
  | FlowDoStep
  | FlowOpenCaseStep
  | FlowQueueStep
  | FlowTransferStep
  | FlowPersonStep
  | FlowCallbackStep
  | FlowVoicemailStep
  | FlowSurveyStep
  | FlowUseStep
  | FlowRepeatStep
  | FlowUnknownStep
  | FlowEndStep;

/** Name a step (`id`) or a part; or write `next` (the next line), `again` (this step once more), `end` (hang up) or, in a sub-flow, `return` or `return-failed`; or write steps here, indented. */
export type FlowTarget = string | readonly FlowStep[];

/** What staff say and do when a customer is with them, step by step, and their ready-made replies. */
export interface ScriptDocument {
  /** The name of this script. */
  readonly script: string;
  /** A name that everybody understands. */
  readonly title?: string;
  /** In a sentence or two: what it is for. */
  readonly about?: string;
  /** Where the customer is. */
  readonly channel?: 'phone' | 'chat' | 'message' | 'email' | 'web' | 'desk' | 'post';
  /** The language of the words in this document, as a tag. */
  readonly language?: string;
  /** Two letters. Needed to judge phone numbers and opening hours. */
  readonly country?: string;
  /** The person or team who answers for this. A name, not a department code. */
  readonly owner?: string;
  /** When the owner last read this through. */
  readonly reviewed?: string;
  /** Which team uses it. */
  readonly for?: string;
  /** What the customer is there for. */
  readonly purpose?: 'service' | 'complaint' | 'cancel' | 'feedback' | 'bereavement' | 'hardship' | 'claim' | 'sales' | 'other';
  /** How much must be said exactly as written. Left out, the words are an example. */
  readonly 'word-for-word'?: 'all' | 'legal-lines' | 'none';
  /** What staff are told always to do. */
  readonly always?: readonly string[];
  /** What staff are told never to do. */
  readonly never?: readonly string[];
  /** For your colleagues. The customer never hears it, and rules do not read it. */
  readonly note?: string;
  /** What happens, from top to bottom. The last step must end, pass the customer on, or say `then`. */
  readonly steps?: readonly ScriptStep[];
  /** Side roads, each with a name that `then`, `if-...` and choices can lead to. A part never runs on into the next part. */
  readonly parts?: Readonly<Record<string, readonly ScriptStep[]>>;
  /** Ready-made answers. */
  readonly replies?: readonly ({
    /** The name of this reply. */
    readonly id: string;
    /** When it is used. */
    readonly when?: string;
    /** What it is an answer to. */
    readonly answers?: 'question' | 'complaint' | 'feedback' | 'low-score' | 'cancel';
    /** What the customer reads. */
    readonly text: string | Readonly<Record<string, string>>;
    /** What happens besides the text. Leave it out if nothing happens. */
    readonly then?: readonly ('open-case' | 'tell-owner' | 'callback' | 'refund' | 'change-made' | 'answer-later')[];
    /** The promise: how soon we ring back or answer. */
    readonly within?: string;
    /** The person or team who answers for this. A name, not a department code. */
    readonly owner?: string;
    /** For your colleagues. The customer never hears it, and rules do not read it. */
    readonly note?: string;
  })[];
}

/** Tell the customer something. */
export interface ScriptSayStep {
  /** Tell the customer something. */
  readonly say: string | Readonly<Record<string, string>>;
  /** Only needed when another step comes back here. Unique in the document. */
  readonly id?: string;
  /** For your colleagues. The customer never hears it, and rules do not read it. */
  readonly note?: string;
  /** What the words are for. */
  readonly as?: 'greeting' | 'question' | 'explanation' | 'answer' | 'apology' | 'offer' | 'promise' | 'sale' | 'empathy' | 'legal' | 'goodbye';
  /** The customer may answer or choose before it ends. */
  readonly interruptible?: boolean;
  /** Must be said exactly so. */
  readonly 'word-for-word'?: boolean;
  /** Where to go after this step, when it is not the next line. Name a step (`id`) or a part; or write `next` (the next line), `again` (this step once more), `end` (hang up) or, in a sub-flow, `return` or `return-failed`; or write steps here, indented. */
  readonly then?: ScriptTarget;
}

/** What the customer says, as an example. Rules about your own words do not read it. */
export interface ScriptHearStep {
  /** What the customer says, as an example. Rules about your own words do not read it. */
  readonly hear: string | Readonly<Record<string, string>>;
  /** Only needed when another step comes back here. Unique in the document. */
  readonly id?: string;
  /** For your colleagues. The customer never hears it, and rules do not read it. */
  readonly note?: string;
  /** Where to go after this step, when it is not the next line. Name a step (`id`) or a part; or write `next` (the next line), `again` (this step once more), `end` (hang up) or, in a sub-flow, `return` or `return-failed`; or write steps here, indented. */
  readonly then?: ScriptTarget;
}

/** Ask the customer for one thing. */
export interface ScriptAskStep {
  /** Ask the customer for one thing. */
  readonly ask: string | Readonly<Record<string, string>>;
  /** Only needed when another step comes back here. Unique in the document. */
  readonly id?: string;
  /** For your colleagues. The customer never hears it, and rules do not read it. */
  readonly note?: string;
  /** The detail asked for: one word, used again wherever the same thing is asked. This is how asking twice is found. */
  readonly for?: string;
  /** Answers that lead to different places, each with where it leads. Name a step (`id`) or a part; or write `next` (the next line), `again` (this step once more), `end` (hang up) or, in a sub-flow, `return` or `return-failed`; or write steps here, indented. */
  readonly answers?: Readonly<Record<string, ScriptTarget>>;
  /** How the customer may answer. */
  readonly 'answer-by'?: readonly ('keys' | 'speech' | 'buttons' | 'typing')[];
  /** Do not ask again when we already know it. */
  readonly 'skip-if-known'?: boolean;
  /** How often the customer may try in all before the if-... lines apply. 1 means no second chance. */
  readonly tries?: number;
  /** What happens when the customer says and presses nothing, after the last try. Name a step (`id`) or a part; or write `next` (the next line), `again` (this step once more), `end` (hang up) or, in a sub-flow, `return` or `return-failed`; or write steps here, indented. */
  readonly 'if-silent'?: ScriptTarget;
  /** What happens when the answer is not understood, after the last try. Name a step (`id`) or a part; or write `next` (the next line), `again` (this step once more), `end` (hang up) or, in a sub-flow, `return` or `return-failed`; or write steps here, indented. */
  readonly 'if-unclear'?: ScriptTarget;
  /** What happens when the answer has the wrong form, such as too few digits. Name a step (`id`) or a part; or write `next` (the next line), `again` (this step once more), `end` (hang up) or, in a sub-flow, `return` or `return-failed`; or write steps here, indented. */
  readonly 'if-invalid'?: ScriptTarget;
  /** The customer may answer or choose before it ends. */
  readonly interruptible?: boolean;
  /** Must be said exactly so. */
  readonly 'word-for-word'?: boolean;
  /** Where to go after this step, when it is not the next line. Name a step (`id`) or a part; or write `next` (the next line), `again` (this step once more), `end` (hang up) or, in a sub-flow, `return` or `return-failed`; or write steps here, indented. */
  readonly then?: ScriptTarget;
}

/** Check that it is really the customer: one way, or a list from which the customer may choose. Ways: password, pin, one-time-code, app, security-questions, account-number, order-number, date-of-birth, last-four, voice, recent-activity, call-back-known-number, person, national-id, other. */
export interface ScriptVerifyStep {
  /** Check that it is really the customer: one way, or a list from which the customer may choose. Ways: password, pin, one-time-code, app, security-questions, account-number, order-number, date-of-birth, last-four, voice, recent-activity, call-back-known-number, person, national-id, other. */
  readonly verify: 'password' | 'pin' | 'one-time-code' | 'app' | 'security-questions' | 'account-number' | 'order-number' | 'date-of-birth' | 'last-four' | 'voice' | 'recent-activity' | 'call-back-known-number' | 'person' | 'national-id' | 'other' | readonly ('password' | 'pin' | 'one-time-code' | 'app' | 'security-questions' | 'account-number' | 'order-number' | 'date-of-birth' | 'last-four' | 'voice' | 'recent-activity' | 'call-back-known-number' | 'person' | 'national-id' | 'other')[];
  /** Only needed when another step comes back here. Unique in the document. */
  readonly id?: string;
  /** For your colleagues. The customer never hears it, and rules do not read it. */
  readonly note?: string;
  /** What the customer hears or reads at this step. `{case-number}`, `{wait}`, `{position}`, `{time}` and `{name}` are filled in. */
  readonly saying?: string | Readonly<Record<string, string>>;
  /** Do not check again when the customer has already been verified. */
  readonly 'skip-if-verified'?: boolean;
  /** How often the customer may try in all before the if-... lines apply. 1 means no second chance. */
  readonly tries?: number;
  /** What happens when the check fails. Name a step (`id`) or a part; or write `next` (the next line), `again` (this step once more), `end` (hang up) or, in a sub-flow, `return` or `return-failed`; or write steps here, indented. */
  readonly 'if-wrong': ScriptTarget;
  /** What happens when the customer does not have it: forgotten, lost, no phone at hand. Left out, it is the same as `if-wrong`. Name a step (`id`) or a part; or write `next` (the next line), `again` (this step once more), `end` (hang up) or, in a sub-flow, `return` or `return-failed`; or write steps here, indented. */
  readonly 'if-cannot'?: ScriptTarget;
  /** What happens when the customer says and presses nothing, after the last try. Name a step (`id`) or a part; or write `next` (the next line), `again` (this step once more), `end` (hang up) or, in a sub-flow, `return` or `return-failed`; or write steps here, indented. */
  readonly 'if-silent'?: ScriptTarget;
  /** What happens when the answer is not understood, after the last try. Name a step (`id`) or a part; or write `next` (the next line), `again` (this step once more), `end` (hang up) or, in a sub-flow, `return` or `return-failed`; or write steps here, indented. */
  readonly 'if-unclear'?: ScriptTarget;
  /** What happens when the system behind this step fails. Name a step (`id`) or a part; or write `next` (the next line), `again` (this step once more), `end` (hang up) or, in a sub-flow, `return` or `return-failed`; or write steps here, indented. */
  readonly 'if-broken'?: ScriptTarget;
  /** Where to go after this step, when it is not the next line. Name a step (`id`) or a part; or write `next` (the next line), `again` (this step once more), `end` (hang up) or, in a sub-flow, `return` or `return-failed`; or write steps here, indented. */
  readonly then?: ScriptTarget;
}

/** A question that the system answers, not the customer. */
export interface ScriptCheckStep {
  /** A question that the system answers, not the customer. */
  readonly check: string;
  /** Only needed when another step comes back here. Unique in the document. */
  readonly id?: string;
  /** For your colleagues. The customer never hears it, and rules do not read it. */
  readonly note?: string;
  /** What is looked at. */
  readonly of?: 'known-details' | 'attempts' | 'staffing' | 'outage' | 'customer' | 'other';
  /** The detail asked for: one word, used again wherever the same thing is asked. This is how asking twice is found. */
  readonly for?: string;
  /** Where to go when the answer is yes, when it is not the next line. Name a step (`id`) or a part; or write `next` (the next line), `again` (this step once more), `end` (hang up) or, in a sub-flow, `return` or `return-failed`; or write steps here, indented. */
  readonly 'if-yes'?: ScriptTarget;
  /** Where to go when the answer is no, when it is not the next line. Name a step (`id`) or a part; or write `next` (the next line), `again` (this step once more), `end` (hang up) or, in a sub-flow, `return` or `return-failed`; or write steps here, indented. */
  readonly 'if-no'?: ScriptTarget;
  /** Answers that lead to different places, each with where it leads. Name a step (`id`) or a part; or write `next` (the next line), `again` (this step once more), `end` (hang up) or, in a sub-flow, `return` or `return-failed`; or write steps here, indented. */
  readonly answers?: Readonly<Record<string, ScriptTarget>>;
  /** What happens when the system behind this step fails. Name a step (`id`) or a part; or write `next` (the next line), `again` (this step once more), `end` (hang up) or, in a sub-flow, `return` or `return-failed`; or write steps here, indented. */
  readonly 'if-broken'?: ScriptTarget;
}

/** Something done for the customer: look up, change, send. */
export interface ScriptDoStep {
  /** Something done for the customer: look up, change, send. */
  readonly do: string;
  /** Only needed when another step comes back here. Unique in the document. */
  readonly id?: string;
  /** For your colleagues. The customer never hears it, and rules do not read it. */
  readonly note?: string;
  /** What the customer hears or reads at this step. `{case-number}`, `{wait}`, `{position}`, `{time}` and `{name}` are filled in. */
  readonly saying?: string | Readonly<Record<string, string>>;
  /** Details that are known after this step. */
  readonly sets?: readonly string[];
  /** What happens when nothing is found or the task cannot be done. Name a step (`id`) or a part; or write `next` (the next line), `again` (this step once more), `end` (hang up) or, in a sub-flow, `return` or `return-failed`; or write steps here, indented. */
  readonly 'if-not-done'?: ScriptTarget;
  /** What happens when the system behind this step fails. Name a step (`id`) or a part; or write `next` (the next line), `again` (this step once more), `end` (hang up) or, in a sub-flow, `return` or `return-failed`; or write steps here, indented. */
  readonly 'if-broken'?: ScriptTarget;
  /** Where to go after this step, when it is not the next line. Name a step (`id`) or a part; or write `next` (the next line), `again` (this step once more), `end` (hang up) or, in a sub-flow, `return` or `return-failed`; or write steps here, indented. */
  readonly then?: ScriptTarget;
}

/** Write the problem down as a case with a number, and say what it is about. */
export interface ScriptOpenCaseStep {
  /** Write the problem down as a case with a number, and say what it is about. */
  readonly 'open-case': string;
  /** Only needed when another step comes back here. Unique in the document. */
  readonly id?: string;
  /** For your colleagues. The customer never hears it, and rules do not read it. */
  readonly note?: string;
  /** What the customer hears or reads at this step. `{case-number}`, `{wait}`, `{position}`, `{time}` and `{name}` are filled in. */
  readonly saying?: string | Readonly<Record<string, string>>;
  /** Who keeps the problem after this step: the person who answered, or a named team. */
  readonly owner?: string;
  /** The promise: how soon we ring back or answer. */
  readonly within?: string;
  /** What happens when the system behind this step fails. Name a step (`id`) or a part; or write `next` (the next line), `again` (this step once more), `end` (hang up) or, in a sub-flow, `return` or `return-failed`; or write steps here, indented. */
  readonly 'if-broken'?: ScriptTarget;
  /** Where to go after this step, when it is not the next line. Name a step (`id`) or a part; or write `next` (the next line), `again` (this step once more), `end` (hang up) or, in a sub-flow, `return` or `return-failed`; or write steps here, indented. */
  readonly then?: ScriptTarget;
}

/** Wait for a person of this team. The next line is not reached: a person answers, or an if-... line applies. */
export interface ScriptQueueStep {
  /** Wait for a person of this team. The next line is not reached: a person answers, or an if-... line applies. */
  readonly queue: string;
  /** Only needed when another step comes back here. Unique in the document. */
  readonly id?: string;
  /** For your colleagues. The customer never hears it, and rules do not read it. */
  readonly note?: string;
  /** What the customer hears or reads at this step. `{case-number}`, `{wait}`, `{position}`, `{time}` and `{name}` are filled in. */
  readonly saying?: string | Readonly<Record<string, string>>;
  /** The flow that the customer hears while waiting. */
  readonly hold?: string;
  /** The longest wait before `if-too-long` applies. */
  readonly 'wait-at-most'?: string;
  /** The longest talk with a person; then the contact is ended, however far it has come. Left out: nobody ends it. */
  readonly 'talk-at-most'?: string;
  /** What the waiting customer is told. */
  readonly tells?: readonly ('wait' | 'position' | 'callback-offer')[];
  /** What the next person already knows: `everything`, `nothing`, or a list of details. Left out: everything within one system, nothing to a phone number. */
  readonly keeps?: 'everything' | 'nothing' | readonly string[];
  /** Who keeps the problem after this step: the person who answered, or a named team. */
  readonly owner?: string;
  /** What happens when `wait-at-most` has passed. Name a step (`id`) or a part; or write `next` (the next line), `again` (this step once more), `end` (hang up) or, in a sub-flow, `return` or `return-failed`; or write steps here, indented. */
  readonly 'if-too-long'?: ScriptTarget;
  /** What happens when no more customers may wait, or the line is busy. Name a step (`id`) or a part; or write `next` (the next line), `again` (this step once more), `end` (hang up) or, in a sub-flow, `return` or `return-failed`; or write steps here, indented. */
  readonly 'if-full'?: ScriptTarget;
  /** What happens outside opening hours. Name a step (`id`) or a part; or write `next` (the next line), `again` (this step once more), `end` (hang up) or, in a sub-flow, `return` or `return-failed`; or write steps here, indented. */
  readonly 'if-closed'?: ScriptTarget;
  /** What happens when the system behind this step fails. Name a step (`id`) or a part; or write `next` (the next line), `again` (this step once more), `end` (hang up) or, in a sub-flow, `return` or `return-failed`; or write steps here, indented. */
  readonly 'if-broken'?: ScriptTarget;
  /** What happens when the customer has finished with the person; left out, the contact ends there. Name a step (`id`) or a part; or write `next` (the next line), `again` (this step once more), `end` (hang up) or, in a sub-flow, `return` or `return-failed`; or write steps here, indented. */
  readonly afterwards?: ScriptTarget;
}

/** Pass the customer on: where to? The next line is not reached. */
export interface ScriptTransferStep {
  /** Pass the customer on: where to? The next line is not reached. */
  readonly transfer: string;
  /** Only needed when another step comes back here. Unique in the document. */
  readonly id?: string;
  /** For your colleagues. The customer never hears it, and rules do not read it. */
  readonly note?: string;
  /** What kind of place this is. Left out: a flow of that name if there is one, otherwise a team. */
  readonly to?: 'flow' | 'team' | 'number' | 'partner';
  /** What the customer hears or reads at this step. `{case-number}`, `{wait}`, `{position}`, `{time}` and `{name}` are filled in. */
  readonly saying?: string | Readonly<Record<string, string>>;
  /** What the next person already knows: `everything`, `nothing`, or a list of details. Left out: everything within one system, nothing to a phone number. */
  readonly keeps?: 'everything' | 'nothing' | readonly string[];
  /** Who keeps the problem after this step: the person who answered, or a named team. */
  readonly owner?: string;
  /** The first person stays on until the next one knows what it is about. */
  readonly warm?: boolean;
  /** What happens when nobody picks up. Name a step (`id`) or a part; or write `next` (the next line), `again` (this step once more), `end` (hang up) or, in a sub-flow, `return` or `return-failed`; or write steps here, indented. */
  readonly 'if-no-answer'?: ScriptTarget;
  /** What happens when no more customers may wait, or the line is busy. Name a step (`id`) or a part; or write `next` (the next line), `again` (this step once more), `end` (hang up) or, in a sub-flow, `return` or `return-failed`; or write steps here, indented. */
  readonly 'if-full'?: ScriptTarget;
  /** What happens outside opening hours. Name a step (`id`) or a part; or write `next` (the next line), `again` (this step once more), `end` (hang up) or, in a sub-flow, `return` or `return-failed`; or write steps here, indented. */
  readonly 'if-closed'?: ScriptTarget;
  /** What happens when the system behind this step fails. Name a step (`id`) or a part; or write `next` (the next line), `again` (this step once more), `end` (hang up) or, in a sub-flow, `return` or `return-failed`; or write steps here, indented. */
  readonly 'if-broken'?: ScriptTarget;
}

/** A person takes over: who? */
export interface ScriptPersonStep {
  /** A person takes over: who? */
  readonly person: string;
  /** Only needed when another step comes back here. Unique in the document. */
  readonly id?: string;
  /** For your colleagues. The customer never hears it, and rules do not read it. */
  readonly note?: string;
  /** What the customer hears or reads at this step. `{case-number}`, `{wait}`, `{position}`, `{time}` and `{name}` are filled in. */
  readonly saying?: string | Readonly<Record<string, string>>;
  /** The longest talk with a person; then the contact is ended, however far it has come. Left out: nobody ends it. */
  readonly 'talk-at-most'?: string;
  /** Who keeps the problem after this step: the person who answered, or a named team. */
  readonly owner?: string;
  /** A number that leads straight back to this person or team. */
  readonly 'direct-number'?: string;
  /** What the next person already knows: `everything`, `nothing`, or a list of details. Left out: everything within one system, nothing to a phone number. */
  readonly keeps?: 'everything' | 'nothing' | readonly string[];
  /** What happens when nobody picks up. Name a step (`id`) or a part; or write `next` (the next line), `again` (this step once more), `end` (hang up) or, in a sub-flow, `return` or `return-failed`; or write steps here, indented. */
  readonly 'if-no-answer'?: ScriptTarget;
  /** What happens when this person cannot solve it. Name a step (`id`) or a part; or write `next` (the next line), `again` (this step once more), `end` (hang up) or, in a sub-flow, `return` or `return-failed`; or write steps here, indented. */
  readonly 'if-not-solved'?: ScriptTarget;
  /** What happens when the customer has finished with the person; left out, the contact ends there. Name a step (`id`) or a part; or write `next` (the next line), `again` (this step once more), `end` (hang up) or, in a sub-flow, `return` or `return-failed`; or write steps here, indented. */
  readonly afterwards?: ScriptTarget;
}

/** We ring the customer back: who does? */
export interface ScriptCallbackStep {
  /** We ring the customer back: who does? */
  readonly callback: string;
  /** Only needed when another step comes back here. Unique in the document. */
  readonly id?: string;
  /** For your colleagues. The customer never hears it, and rules do not read it. */
  readonly note?: string;
  /** What the customer hears or reads at this step. `{case-number}`, `{wait}`, `{position}`, `{time}` and `{name}` are filled in. */
  readonly saying?: string | Readonly<Record<string, string>>;
  /** The promise: how soon we ring back or answer. */
  readonly within?: string;
  /** Who rings back. */
  readonly by?: 'same-person' | 'same-team' | 'anyone';
  /** How often the customer may try in all before the if-... lines apply. 1 means no second chance. */
  readonly tries?: number;
  /** What happens when the customer does not want this. Name a step (`id`) or a part; or write `next` (the next line), `again` (this step once more), `end` (hang up) or, in a sub-flow, `return` or `return-failed`; or write steps here, indented. */
  readonly 'if-declined'?: ScriptTarget;
  /** What happens when the system behind this step fails. Name a step (`id`) or a part; or write `next` (the next line), `again` (this step once more), `end` (hang up) or, in a sub-flow, `return` or `return-failed`; or write steps here, indented. */
  readonly 'if-broken'?: ScriptTarget;
  /** What happens when the answer has the wrong form, such as too few digits. Name a step (`id`) or a part; or write `next` (the next line), `again` (this step once more), `end` (hang up) or, in a sub-flow, `return` or `return-failed`; or write steps here, indented. */
  readonly 'if-invalid'?: ScriptTarget;
  /** Where to go after this step, when it is not the next line. Name a step (`id`) or a part; or write `next` (the next line), `again` (this step once more), `end` (hang up) or, in a sub-flow, `return` or `return-failed`; or write steps here, indented. */
  readonly then?: ScriptTarget;
}

/** Ask how it went. */
export interface ScriptSurveyStep {
  /** Ask how it went. */
  readonly survey: string | Readonly<Record<string, string>>;
  /** Only needed when another step comes back here. Unique in the document. */
  readonly id?: string;
  /** For your colleagues. The customer never hears it, and rules do not read it. */
  readonly note?: string;
  /** Lowest and highest score. */
  readonly scale?: string;
  /** The highest score that still counts as low. */
  readonly low?: number;
  /** What happens after a low score. Name a step (`id`) or a part; or write `next` (the next line), `again` (this step once more), `end` (hang up) or, in a sub-flow, `return` or `return-failed`; or write steps here, indented. */
  readonly 'if-low'?: ScriptTarget;
  /** What happens when the customer says and presses nothing, after the last try. Name a step (`id`) or a part; or write `next` (the next line), `again` (this step once more), `end` (hang up) or, in a sub-flow, `return` or `return-failed`; or write steps here, indented. */
  readonly 'if-silent'?: ScriptTarget;
  /** Where to go after this step, when it is not the next line. Name a step (`id`) or a part; or write `next` (the next line), `again` (this step once more), `end` (hang up) or, in a sub-flow, `return` or `return-failed`; or write steps here, indented. */
  readonly then?: ScriptTarget;
}

/** Go through another flow and come back to the next line. */
export interface ScriptUseStep {
  /** Go through another flow and come back to the next line. */
  readonly use: string;
  /** Only needed when another step comes back here. Unique in the document. */
  readonly id?: string;
  /** For your colleagues. The customer never hears it, and rules do not read it. */
  readonly note?: string;
  /** What happens when the other flow ends with `return-failed`. Name a step (`id`) or a part; or write `next` (the next line), `again` (this step once more), `end` (hang up) or, in a sub-flow, `return` or `return-failed`; or write steps here, indented. */
  readonly 'if-failed'?: ScriptTarget;
  /** What happens when the system behind this step fails. Name a step (`id`) or a part; or write `next` (the next line), `again` (this step once more), `end` (hang up) or, in a sub-flow, `return` or `return-failed`; or write steps here, indented. */
  readonly 'if-broken'?: ScriptTarget;
  /** Where to go after this step, when it is not the next line. Name a step (`id`) or a part; or write `next` (the next line), `again` (this step once more), `end` (hang up) or, in a sub-flow, `return` or `return-failed`; or write steps here, indented. */
  readonly then?: ScriptTarget;
}

/** Go back to an earlier step or part; when `times` is used up, the next line. */
export interface ScriptRepeatStep {
  /** Go back to an earlier step or part; when `times` is used up, the next line. */
  readonly repeat: string;
  /** Only needed when another step comes back here. Unique in the document. */
  readonly id?: string;
  /** For your colleagues. The customer never hears it, and rules do not read it. */
  readonly note?: string;
  /** How often at most. Without it the loop is endless. */
  readonly times?: number;
  /** Where to go after this step, when it is not the next line. Name a step (`id`) or a part; or write `next` (the next line), `again` (this step once more), `end` (hang up) or, in a sub-flow, `return` or `return-failed`; or write steps here, indented. */
  readonly then?: ScriptTarget;
}

/** Nobody here knows what happens at this point: say why. Rules will answer "unknown", not "fine". */
export interface ScriptUnknownStep {
  /** Nobody here knows what happens at this point: say why. Rules will answer "unknown", not "fine". */
  readonly unknown: string;
  /** Only needed when another step comes back here. Unique in the document. */
  readonly id?: string;
  /** For your colleagues. The customer never hears it, and rules do not read it. */
  readonly note?: string;
  /** Where to go after this step, when it is not the next line. Name a step (`id`) or a part; or write `next` (the next line), `again` (this step once more), `end` (hang up) or, in a sub-flow, `return` or `return-failed`; or write steps here, indented. */
  readonly then?: ScriptTarget;
}

/** The contact ends. Why? */
export interface ScriptEndStep {
  /** The contact ends. Why? */
  readonly end: 'solved' | 'arranged' | 'not-solved' | 'closed' | 'declined' | 'abuse' | 'wrong-number' | 'fraud' | 'outbound';
  /** Only needed when another step comes back here. Unique in the document. */
  readonly id?: string;
  /** For your colleagues. The customer never hears it, and rules do not read it. */
  readonly note?: string;
  /** What the customer hears or reads at this step. `{case-number}`, `{wait}`, `{position}`, `{time}` and `{name}` are filled in. */
  readonly saying?: string | Readonly<Record<string, string>>;
}

/** One thing that happens, named by exactly one verb: say, hear, ask, verify, check, do, open-case, queue, transfer, person, callback, survey, use, repeat, unknown, end. What follows is the next line, unless the step says otherwise. */
export type ScriptStep =
  | ScriptSayStep
  | ScriptHearStep
  | ScriptAskStep
  | ScriptVerifyStep
  | ScriptCheckStep
  | ScriptDoStep
  | ScriptOpenCaseStep
  | ScriptQueueStep
  | ScriptTransferStep
  | ScriptPersonStep
  | ScriptCallbackStep
  | ScriptSurveyStep
  | ScriptUseStep
  | ScriptRepeatStep
  | ScriptUnknownStep
  | ScriptEndStep;

/** Name a step (`id`) or a part; or write `next` (the next line), `again` (this step once more), `end` (hang up) or, in a sub-flow, `return` or `return-failed`; or write steps here, indented. */
export type ScriptTarget = string | readonly ScriptStep[];

/** Pay, measures, checks, authority, fees, data, feedback, coaching, hours and complaints: what staff may do and what customers may expect. Every section may be left out: what is not described is not judged. */
export interface OperationsDocument {
  /** The name of this document. */
  readonly operations: string;
  /** A name that everybody understands. */
  readonly title?: string;
  /** In a sentence or two: what it is for. */
  readonly about?: string;
  /** The language of the words in this document, as a tag. */
  readonly language?: string;
  /** Two letters. Needed to judge phone numbers and opening hours. */
  readonly country?: string;
  /** The person or team who answers for this. A name, not a department code. */
  readonly owner?: string;
  /** When the owner last read this through. */
  readonly reviewed?: string;
  /** For your colleagues. The customer never hears it, and rules do not read it. */
  readonly note?: string;
  /** The member of the board who answers for how customers are treated. */
  readonly sponsor?: string;
  /** What comes first when aims collide, most important first. */
  readonly priorities?: readonly ('customer' | 'staff' | 'task' | 'rules' | 'revenue' | 'cost' | 'profit')[];
  /** Who deals with customers, and who leads. */
  readonly teams?: readonly ({
    /** Its name. */
    readonly team: string;
    /** What it is for. Rules that are about service staff go by this. */
    readonly does: 'service' | 'complaints' | 'claims' | 'retention' | 'advice' | 'sales' | 'collections' | 'back-office' | 'management' | 'executive';
    /** Who leads it. */
    readonly lead?: string;
    /** For leaders: days a year spent with customers and those who serve them. */
    readonly 'days-with-customers'?: number;
    /** What decides who is hired. */
    readonly 'hired-for'?: readonly ('kindness' | 'listening' | 'judgement' | 'experience' | 'knowledge' | 'languages' | 'speed' | 'sales-results' | 'endurance')[];
    /** How many the forecast asks for, at the busiest time. */
    readonly 'people-needed'?: number;
    /** How many are planned to be there at that time. */
    readonly 'people-planned'?: number;
    /** For your colleagues. The customer never hears it, and rules do not read it. */
    readonly note?: string;
  })[];
  /** What bonuses and commissions hang on. */
  readonly pay?: readonly ({
    /** A team named under `teams`. */
    readonly team: string;
    /** What is rewarded. */
    readonly rewards: 'problems-solved' | 'customer-outcome' | 'customer-score' | 'own-survey-score' | 'quality' | 'sales' | 'cross-selling' | 'renewals' | 'customers-kept' | 'calls-per-hour' | 'short-calls' | 'script-adherence' | 'cost-saved' | 'profit';
    /** The part of pay that hangs on it. */
    readonly share?: string;
    /** What the customer has from it. */
    readonly why?: string;
    /** For your colleagues. The customer never hears it, and rules do not read it. */
    readonly note?: string;
  })[];
  /** What is counted, and what hangs on it. */
  readonly measures?: readonly ({
    /** What is counted. */
    readonly measure: 'handle-time' | 'calls-per-hour' | 'first-contact-resolution' | 'repeat-contacts' | 'longest-wait' | 'wait-p90' | 'average-wait' | 'abandoned' | 'satisfaction' | 'recommendation' | 'effort' | 'complaints' | 'promises-kept' | 'script-adherence' | 'sales' | 'staff-satisfaction' | 'other';
    /** A team named under `teams`. */
    readonly team?: string;
    /** An upper limit for a single contact. Leave it out when there is none. */
    readonly 'at-most'?: string;
    /** The figure aimed at. */
    readonly target?: string;
    /** What the figure is for. */
    readonly use?: 'planning' | 'learning' | 'target' | 'report';
    /** What hangs on it for a member of staff. */
    readonly consequence?: 'none' | 'coaching' | 'rating' | 'pay' | 'discipline';
    /** Its part of the whole rating. */
    readonly weight?: string;
    /** For your colleagues. The customer never hears it, and rules do not read it. */
    readonly note?: string;
  })[];
  /** What staff may decide alone, and what they may not. */
  readonly authority?: readonly ({
    /** A team named under `teams`. */
    readonly team: string;
    /** What it may do. */
    readonly may?: 'refund' | 'goodwill' | 'waive-fee' | 'extend-deadline' | 'change-account' | 'end-contract' | 'break-script' | 'take-time' | 'call-back' | 'end-contact';
    /** What it may not do. */
    readonly 'may-not'?: 'refund' | 'goodwill' | 'waive-fee' | 'extend-deadline' | 'change-account' | 'end-contract' | 'break-script' | 'take-time' | 'call-back' | 'end-contact';
    /** The amount. */
    readonly 'up-to'?: string;
    /** How many others must agree. */
    readonly approvals?: number;
    /** Under which circumstances. */
    readonly when?: string;
    /** Staff are held to account afterwards for having decided so in good faith. */
    readonly 'second-guessed'?: boolean;
    /** For your colleagues. The customer never hears it, and rules do not read it. */
    readonly note?: string;
  })[];
  /** How staff are helped to do well. */
  readonly coaching?: {
    /** Hours a week that a leader sits beside staff. */
    readonly 'hours-a-week'?: number;
    /** How many, how often; or `none`. */
    readonly 'calls-listened'?: string;
    /** Who does it. */
    readonly by?: string;
    /** What customers say decides what is trained. */
    readonly 'from-feedback'?: boolean;
    /** Hours of training a year for front-line staff. */
    readonly 'training-hours'?: number;
    /** Who learns to see things as customers do. */
    readonly 'who-is-trained'?: readonly ('front-line' | 'back-office' | 'leaders')[];
    /** For your colleagues. The customer never hears it, and rules do not read it. */
    readonly note?: string;
  };
  /** Rules and processes that customers feel, each with the person who answers for it. */
  readonly processes?: readonly ({
    /** Its name. */
    readonly process: string;
    /** The person or team who answers for this. A name, not a department code. */
    readonly owner?: string;
    /** When its owner last asked whether it is still right. */
    readonly reviewed?: string;
    /** How often somebody asks whether it is still right. */
    readonly 'looked-at-every'?: string;
    /** What customers have from it. The reason, as you would tell it to them. */
    readonly 'for-customers'?: string;
    /** For your colleagues. The customer never hears it, and rules do not read it. */
    readonly note?: string;
  })[];
  /** What machines do for customers, and why. */
  readonly automation?: readonly ({
    /** What it is. */
    readonly machine: string;
    /** Why it is there. */
    readonly because?: readonly ('cost' | 'speed' | 'hours' | 'language' | 'quality' | 'safety' | 'choice')[];
    /** How a customer reaches a person instead. */
    readonly instead?: string;
    /** For your colleagues. The customer never hears it, and rules do not read it. */
    readonly note?: string;
  })[];
  /** Who judges how well customers are served. */
  readonly 'judged-by'?: readonly ('ourselves' | 'customers' | 'consumer-groups' | 'auditor')[];
  /** Who hears of the changes that came from feedback. */
  readonly 'changes-told-to'?: readonly string[];
  /** How customers prove who they are. */
  readonly verification?: {
    /** The ways on offer. */
    readonly ways?: readonly ('password' | 'pin' | 'one-time-code' | 'app' | 'security-questions' | 'account-number' | 'order-number' | 'date-of-birth' | 'last-four' | 'voice' | 'recent-activity' | 'call-back-known-number' | 'person' | 'national-id' | 'other')[];
    /** What is needed for each task. */
    readonly tasks?: readonly ({
      /** What the customer wants. */
      readonly task: string;
      /** What could go wrong if it were somebody else. */
      readonly risk?: 'none' | 'low' | 'medium' | 'high';
      /** Sets of ways, any one of which is enough. An empty list within the list: nothing is needed. */
      readonly needs: readonly (readonly ('password' | 'pin' | 'one-time-code' | 'app' | 'security-questions' | 'account-number' | 'order-number' | 'date-of-birth' | 'last-four' | 'voice' | 'recent-activity' | 'call-back-known-number' | 'person' | 'national-id' | 'other')[])[];
      /** Where it can be done. Left out: wherever customers are served. */
      readonly by?: readonly ('phone' | 'web' | 'app' | 'email' | 'chat' | 'post' | 'branch' | 'social-media')[];
      /** For your colleagues. The customer never hears it, and rules do not read it. */
      readonly note?: string;
    })[];
    /** What staff may do for a customer who cannot be verified. */
    readonly 'if-it-fails'?: readonly ('another-way' | 'person' | 'callback-known-number' | 'send-reset-link' | 'general-help' | 'branch' | 'letter' | 'nothing' | 'end-the-call')[];
    /** For your colleagues. The customer never hears it, and rules do not read it. */
    readonly note?: string;
  };
  /** Everything customers are charged beside the price. */
  readonly fees?: readonly ({
    /** Its name. */
    readonly fee: string;
    /** How much. */
    readonly amount?: string;
    /** How often. */
    readonly every?: 'once' | 'month' | 'quarter' | 'year' | 'use';
    /** The service the customer has from it. */
    readonly 'charged-for'?: string;
    /** What must be so before it is charged. */
    readonly 'only-if'?: 'service-delivered' | 'service-used' | 'account-open' | 'always';
    /** What ends it at once. */
    readonly 'stops-on'?: readonly ('death' | 'closed' | 'service-ended' | 'complaint' | 'hardship')[];
    /** From when it is paid back if it was taken too long. */
    readonly 'paid-back-from'?: 'date-of-death' | 'date-service-ended' | 'never';
    /** How often somebody asks whether it is still right. */
    readonly 'looked-at-every'?: string;
    /** Where the customer can read about it; or `nowhere`. */
    readonly 'told-where'?: string;
    /** For your colleagues. The customer never hears it, and rules do not read it. */
    readonly note?: string;
  })[];
  /** How customers join, and how they leave. */
  readonly contract?: {
    /** Where one can become a customer. */
    readonly 'join-by'?: readonly ('phone' | 'web' | 'app' | 'email' | 'chat' | 'post' | 'branch' | 'social-media')[];
    /** Where one can end the contract. */
    readonly 'leave-by'?: readonly ('phone' | 'web' | 'app' | 'email' | 'chat' | 'post' | 'branch' | 'social-media')[];
    /** What it costs to leave. */
    readonly 'leaving-fee'?: string;
    /** How long before the end notice must be given. */
    readonly 'notice-period'?: string;
    /** How often leavers are asked to stay before they are let go. */
    readonly 'offers-to-stay'?: number;
    /** For your colleagues. The customer never hears it, and rules do not read it. */
    readonly note?: string;
  };
  /** Who else gets customers' data. */
  readonly 'data-sharing'?: readonly ({
    /** Who gets it. */
    readonly to: string;
    /** Which data. */
    readonly data?: readonly string[];
    /** What for. */
    readonly purpose: 'service' | 'fraud' | 'law' | 'statistics' | 'marketing' | 'sale' | 'partner';
    /** Why it is allowed. */
    readonly basis: 'contract' | 'consent' | 'law' | 'legitimate-interest';
    /** What holds before the customer has chosen. */
    readonly default?: 'shared' | 'not-shared';
    /** Where the customer takes it back. */
    readonly withdraw?: string;
    /** For your colleagues. The customer never hears it, and rules do not read it. */
    readonly note?: string;
  })[];
  /** Where customers see, correct, take along, delete. */
  readonly 'your-data'?: {
    /** Where or how: a page, a number, a team. */
    readonly see?: string;
    /** Where or how: a page, a number, a team. */
    readonly correct?: string;
    /** Where or how: a page, a number, a team. */
    readonly 'take-along'?: string;
    /** Where or how: a page, a number, a team. */
    readonly delete?: string;
    /** Where or how: a page, a number, a team. */
    readonly 'withdraw-consent'?: string;
    /** How long data are kept when they are no longer needed. */
    readonly 'kept-for'?: string;
    /** For your colleagues. The customer never hears it, and rules do not read it. */
    readonly note?: string;
  };
  /** The numbers customers are told to ring. */
  readonly numbers?: readonly ({
    /** The number, in quotes. */
    readonly number: string;
    /** Who rings it. */
    readonly for?: 'existing customers' | 'new customers' | 'complaints' | 'everyone';
    /** What customers are told it costs. */
    readonly 'cost-told'?: string;
    /** For your colleagues. The customer never hears it, and rules do not read it. */
    readonly note?: string;
  })[];
  /** When which team can be reached. */
  readonly hours?: readonly ({
    /** A team named under `teams`. */
    readonly team: string;
    /** Days and times. */
    readonly open: readonly string[];
    /** As in Europe/London. */
    readonly 'time-zone'?: string;
    /** What a customer can do then. */
    readonly 'when-closed'?: 'voicemail' | 'callback' | 'other-team' | 'web' | 'nothing';
    /** For your colleagues. The customer never hears it, and rules do not read it. */
    readonly note?: string;
  })[];
  /** What is promised to those who wait. */
  readonly waiting?: {
    /** When a callback is offered. */
    readonly 'callback-after'?: string;
    /** When a waiting customer is disconnected. Leave it out when never. */
    readonly 'cut-off-after'?: string;
    /** How often a customer may be passed on. */
    readonly 'transfers-at-most'?: number;
    /** For your colleagues. The customer never hears it, and rules do not read it. */
    readonly note?: string;
  };
  /** Who is helped, for how long, and at what price. */
  readonly support?: {
    /** What help costs. */
    readonly price?: 'free' | 'free-and-paid' | 'paid';
    /** How long customers are helped with what they bought. */
    readonly until?: 'delivery' | 'warranty' | 'end-of-contract' | 'no-end';
    /** After a problem somebody asks whether it stayed solved. */
    readonly 'rung-afterwards'?: boolean;
    /** For your colleagues. The customer never hears it, and rules do not read it. */
    readonly note?: string;
  };
  /** How complaints are handled. */
  readonly complaints?: {
    /** Ways to complain. */
    readonly where?: readonly ('phone' | 'web' | 'email' | 'chat' | 'post' | 'branch' | 'social-media')[];
    /** The person or team who answers for this. A name, not a department code. */
    readonly owner?: string;
    /** When the customer hears that we have it. */
    readonly 'acknowledged-within'?: string;
    /** When the customer has our final answer. */
    readonly 'answered-within'?: string;
    /** The customer is given a number. */
    readonly 'case-number'?: boolean;
    /** Whether staff may say sorry. */
    readonly apology?: 'free' | 'with-approval' | 'forbidden';
    /** Where to go when not content. */
    readonly escalation?: string;
    /** Causes are counted and removed. */
    readonly 'root-causes'?: boolean;
    /** For your colleagues. The customer never hears it, and rules do not read it. */
    readonly note?: string;
  };
  /** Circumstances in which customers need more. */
  readonly 'special-care'?: readonly ({
    /** Which circumstance. */
    readonly when: 'bereavement' | 'illness' | 'debt' | 'disability' | 'language' | 'abuse';
    /** A team named under `teams`. */
    readonly team?: string;
    /** What is done. */
    readonly does?: readonly string[];
    /** Checks that are left out. */
    readonly skips?: readonly ('password' | 'pin' | 'one-time-code' | 'app' | 'security-questions' | 'account-number' | 'order-number' | 'date-of-birth' | 'last-four' | 'voice' | 'recent-activity' | 'call-back-known-number' | 'person' | 'national-id' | 'other')[];
    /** For your colleagues. The customer never hears it, and rules do not read it. */
    readonly note?: string;
  })[];
  /** Each way in which we hear from customers and staff, and what becomes of it. */
  readonly feedback?: readonly ({
    /** The source. */
    readonly from: 'survey' | 'complaints' | 'reviews' | 'social-media' | 'calls' | 'staff' | 'consumer-groups' | 'visits';
    /** The person or team who answers for this. A name, not a department code. */
    readonly owner?: string;
    /** How often it is read. */
    readonly every?: string;
    /** The teams that get it. */
    readonly goes?: readonly string[];
    /** When the customer gets an answer. */
    readonly 'answered-within'?: string;
    /** When something must have changed, or a reason been given. */
    readonly 'acted-on-within'?: string;
    /** The customer hears what was done. */
    readonly 'customer-told'?: boolean;
    /** The words that customers are asked with. */
    readonly 'asked-with'?: string | Readonly<Record<string, string>>;
    /** What a poor score sets off. */
    readonly 'low-score'?: {
      /** The highest score that counts as poor. */
      readonly 'up-to'?: number;
      /** What happens. */
      readonly then: 'callback' | 'case' | 'thanks' | 'nothing';
      /** The promise: how soon we ring back or answer. */
      readonly within?: string;
      /** The person or team who answers for this. A name, not a department code. */
      readonly owner?: string;
    };
    /** Who is asked to write a public review. */
    readonly 'asks-for-reviews'?: 'everybody' | 'high-scores' | 'nobody';
    /** What happens with good words. */
    readonly praise?: 'shared' | 'kept';
    /** A bad score is held against the member of staff. */
    readonly 'used-against-staff'?: boolean;
    /** For your colleagues. The customer never hears it, and rules do not read it. */
    readonly note?: string;
  })[];
}

/** What customers find on the web site, where no HTML is at hand: pages, ways to reach us, forms, and the way in and out. */
export interface SiteDocument {
  /** The name of this site. */
  readonly site: string;
  /** A name that everybody understands. */
  readonly title?: string;
  /** In a sentence or two: what it is for. */
  readonly about?: string;
  /** The home page. */
  readonly address?: string;
  /** Two letters. Needed to judge phone numbers and opening hours. */
  readonly country?: string;
  /** The language of the words in this document, as a tag. */
  readonly language?: string;
  /** The person or team who answers for this. A name, not a department code. */
  readonly owner?: string;
  /** When the owner last read this through. */
  readonly reviewed?: string;
  /** For your colleagues. The customer never hears it, and rules do not read it. */
  readonly note?: string;
  /** All pages and all ways to reach us are in this document. Left out: they are; `false`: nothing is said about what is missing. */
  readonly complete?: boolean;
  /** The pages that matter. */
  readonly pages?: readonly ({
    /** The name by which this document speaks of the page. */
    readonly page: string;
    /** Where it is. */
    readonly path?: string;
    /** A name that everybody understands. */
    readonly title?: string;
    /** What it is for. */
    readonly kind?: 'home' | 'contact' | 'help' | 'complaints' | 'prices' | 'account' | 'sign-up' | 'cancel' | 'unsubscribe' | 'privacy' | 'legal' | 'feedback' | 'other';
    /** Who can see what it is for. Left out: everyone. */
    readonly 'open-to'?: 'everyone' | 'signed-in';
    /** All that the customer finds here and that matters to somebody who wants to reach us. Left out: not known, and nothing is said about what is missing. */
    readonly shows?: readonly ('phone' | 'email' | 'address' | 'chat' | 'bot' | 'form' | 'callback-form' | 'lead-form' | 'sign-in-box' | 'opening-hours' | 'faq' | 'feedback-form' | 'public-feedback' | 'ads' | 'cancel-button' | 'prices' | 'nothing')[];
    /** Forms on this page, named under `forms`. */
    readonly forms?: readonly string[];
    /** Pages one click away. */
    readonly 'links-to'?: readonly string[];
    /** Sentences that matter. */
    readonly says?: readonly string[];
    /** For your colleagues. The customer never hears it, and rules do not read it. */
    readonly note?: string;
  })[];
  /** Every way to reach us. */
  readonly contact?: readonly ({
    /** How customers reach us this way. */
    readonly by: 'phone' | 'text-relay' | 'video-sign' | 'email' | 'chat' | 'form' | 'post' | 'branch' | 'social-media' | 'callback';
    /** In quotes. */
    readonly number?: string;
    /** The address, e-mail address or form. */
    readonly at?: string;
    /** Who it is for. Left out: everyone. */
    readonly for?: 'everyone' | 'existing customers' | 'new customers' | 'complaints';
    /** Who answers. Left out: a person; of a chat: not known. */
    readonly 'answered-by'?: 'person' | 'bot-then-person' | 'bot' | 'nobody';
    /** What is said beside it about the cost. */
    readonly 'cost-told'?: string;
    /** What a customer must have. */
    readonly needs?: readonly ('nothing' | 'sign-in' | 'account-number' | 'order-number' | 'app' | 'paid-plan' | 'social-media-account')[];
    /** Pages on which it is. */
    readonly 'shown-on'?: readonly string[];
    /** Whether it must be looked for on these pages. Left out: no. */
    readonly hidden?: 'no' | 'behind-a-click' | 'in-small-print' | 'as-image';
    /** Days and times. */
    readonly open?: readonly string[];
    /** The promise. */
    readonly 'answered-within'?: string;
    /** For your colleagues. The customer never hears it, and rules do not read it. */
    readonly note?: string;
  })[];
  /** Forms that customers fill in. */
  readonly forms?: readonly ({
    /** The name by which this document speaks of the form. */
    readonly form: string;
    /** What it is for. */
    readonly purpose: 'contact' | 'support' | 'complaint' | 'feedback' | 'sign-up' | 'newsletter' | 'sign-in' | 'sales' | 'cancel';
    /** What is asked. */
    readonly fields?: readonly ({
      /** What is asked. */
      readonly field: string;
      /** It must be filled in. Left out: it need not. */
      readonly required?: boolean;
      /** The words beside it. */
      readonly label?: string | Readonly<Record<string, string>>;
      /** For a tick box: how it stands at first. */
      readonly tick?: 'ticked' | 'empty';
      /** For your colleagues. The customer never hears it, and rules do not read it. */
      readonly note?: string;
    })[];
    /** Who gets it. */
    readonly 'goes-to'?: 'service' | 'complaints' | 'sales' | 'nobody';
    /** What the customer reads afterwards. */
    readonly answer?: string | Readonly<Record<string, string>>;
    /** What happens besides. */
    readonly then?: readonly ('open-case' | 'confirmation-email' | 'tell-owner' | 'callback' | 'newsletter' | 'nothing')[];
    /** The promise. */
    readonly 'answered-within'?: string;
    /** For your colleagues. The customer never hears it, and rules do not read it. */
    readonly note?: string;
  })[];
  /** The way through, click by click, from the home page. */
  readonly journeys?: readonly ({
    /** What the customer wants. */
    readonly journey: 'sign-up' | 'cancel' | 'withdraw' | 'unsubscribe' | 'accept-cookies' | 'reject-cookies' | 'complain' | 'reach-a-person' | 'give-feedback' | 'delete-data';
    /** Where it happens. Left out: on the site. */
    readonly by?: 'web' | 'app' | 'phone' | 'post' | 'branch';
    /** What the customer does and meets, from the home page, in order. */
    readonly steps: readonly SiteStep[];
    /** For your colleagues. The customer never hears it, and rules do not read it. */
    readonly note?: string;
  })[];
}

/** The customer comes to a page, best one named under `pages`. */
export interface SiteOpenStep {
  /** The customer comes to a page, best one named under `pages`. */
  readonly open: string;
  /** For your colleagues. The customer never hears it, and rules do not read it. */
  readonly note?: string;
}

/** The customer clicks: the words on the button or link. */
export interface SiteClickStep {
  /** The customer clicks: the words on the button or link. */
  readonly click: string | Readonly<Record<string, string>>;
  /** For your colleagues. The customer never hears it, and rules do not read it. */
  readonly note?: string;
}

/** The customer fills in a form, best one named under `forms`. */
export interface SiteFillStep {
  /** The customer fills in a form, best one named under `forms`. */
  readonly fill: string;
  /** For your colleagues. The customer never hears it, and rules do not read it. */
  readonly note?: string;
  /** It cannot be skipped. Left out: it cannot. */
  readonly required?: boolean;
}

/** The customer signs in: how? */
export interface SiteSignInStep {
  /** The customer signs in: how? */
  readonly 'sign-in': string;
  /** For your colleagues. The customer never hears it, and rules do not read it. */
  readonly note?: string;
}

/** The customer must choose, or give a reason. */
export interface SiteChooseStep {
  /** The customer must choose, or give a reason. */
  readonly choose: string | Readonly<Record<string, string>>;
  /** For your colleagues. The customer never hears it, and rules do not read it. */
  readonly note?: string;
  /** It cannot be skipped. Left out: it cannot. */
  readonly required?: boolean;
}

/** The customer is shown something. */
export interface SiteSeeStep {
  /** The customer is shown something. */
  readonly see: string | Readonly<Record<string, string>>;
  /** For your colleagues. The customer never hears it, and rules do not read it. */
  readonly note?: string;
  /** What it is. */
  readonly as?: 'offer' | 'information' | 'warning';
  /** The words with which the customer says no. */
  readonly decline?: string | Readonly<Record<string, string>>;
  /** It cannot be skipped. Left out: it cannot. */
  readonly required?: boolean;
}

/** The customer confirms: the words on the button. */
export interface SiteConfirmStep {
  /** The customer confirms: the words on the button. */
  readonly confirm: string | Readonly<Record<string, string>>;
  /** For your colleagues. The customer never hears it, and rules do not read it. */
  readonly note?: string;
}

/** The customer must ring: which number, or whom? */
export interface SiteRingStep {
  /** The customer must ring: which number, or whom? */
  readonly ring: string;
  /** For your colleagues. The customer never hears it, and rules do not read it. */
  readonly note?: string;
}

/** The customer must write a letter or an e-mail: where to? */
export interface SiteWriteStep {
  /** The customer must write a letter or an e-mail: where to? */
  readonly write: string;
  /** For your colleagues. The customer never hears it, and rules do not read it. */
  readonly note?: string;
}

/** The customer must come in person: where to? */
export interface SiteVisitStep {
  /** The customer must come in person: where to? */
  readonly visit: string;
  /** For your colleagues. The customer never hears it, and rules do not read it. */
  readonly note?: string;
}

/** The customer must wait. */
export interface SiteWaitStep {
  /** The customer must wait. */
  readonly wait: string;
  /** For your colleagues. The customer never hears it, and rules do not read it. */
  readonly note?: string;
}

/** The customer gets a confirmation. */
export interface SiteReceiveStep {
  /** The customer gets a confirmation. */
  readonly receive: string;
  /** For your colleagues. The customer never hears it, and rules do not read it. */
  readonly note?: string;
}

/** One thing that happens, named by exactly one verb: open, click, fill, sign-in, choose, see, confirm, ring, write, visit, wait, receive. What follows is the next line, unless the step says otherwise. */
export type SiteStep =
  | SiteOpenStep
  | SiteClickStep
  | SiteFillStep
  | SiteSignInStep
  | SiteChooseStep
  | SiteSeeStep
  | SiteConfirmStep
  | SiteRingStep
  | SiteWriteStep
  | SiteVisitStep
  | SiteWaitStep
  | SiteReceiveStep;

/** What a run found, and what it could not judge. */
export interface ReportDocument {
  /** Version of this format. It changes only when readers must. */
  readonly schemaVersion: 1;
  /** What wrote the report. */
  readonly tool: {
    /** Its name. */
    readonly name: string;
    /** Its version. */
    readonly version: string;
  };
  /** Where a rule is broken, sorted by file and line. */
  readonly findings: readonly ({
    /** The id of the rule. */
    readonly rule: string;
    /** The promise to customers that the rule belongs to. */
    readonly promise?: string;
    /** Where customers meet it. */
    readonly touchpoint?: 'phone' | 'chat' | 'message' | 'email' | 'desk' | 'post' | 'website' | 'back-office';
    /** When customers meet it: before, during or after a contact. */
    readonly moment?: 'before' | 'during' | 'after';
    /** The packs that ask for the rule, each with the level at which it does; absent where the rule is on for another reason. */
    readonly packs?: readonly ({
      /** Its name. */
      readonly pack: string;
      /** The level at which it asks, on the day of the run. */
      readonly level: 'error' | 'warning' | 'advice';
    })[];
    /** How grave it is, after config and overrides. */
    readonly level: 'error' | 'warning' | 'advice';
    /** How sure the finding is. */
    readonly certainty: 'high' | 'medium' | 'low';
    /** What is right, as the rule says it. */
    readonly title: string;
    /** What is wrong, in a sentence. */
    readonly message: string;
    /** What a customer goes through. */
    readonly suffers?: string;
    /** What to do about it. */
    readonly instead: string;
    /** The path of the file, as it was found, with forward slashes. */
    readonly file: string;
    /** The line, counted from 1. */
    readonly line: number;
    /** The column, counted from 1 in UTF-16 units. */
    readonly column: number;
    /** The line on which it ends. */
    readonly endLine: number;
    /** The column behind its last character. */
    readonly endColumn: number;
    /** The id of the flow, script, page or policy in the file. */
    readonly artefact: string;
    /** The shortest way on which a customer meets it, first station first; empty where no way is meant. */
    readonly journey: readonly ReportMoment[];
    /** The journey it is compared with. */
    readonly against?: readonly ReportMoment[];
    /** Tells this finding from all others; made of rule, artefact and steps, never of lines. */
    readonly fingerprint: string;
    readonly fix?: ReportMend;
    /** What would mend it, and needs a decision: `--fix` makes none of these. */
    readonly suggestions?: readonly ReportMend[];
    /** Where the rule is explained. */
    readonly url?: string;
  })[];
  /** What could not be judged, and why. Never a finding. */
  readonly unknowns: readonly ({
    /** The id of the rule. */
    readonly rule: string;
    /** The path of the file, as it was found, with forward slashes. */
    readonly file: string;
    /** The id of the flow, script, page or policy in the file. */
    readonly artefact: string;
    /** The step behind which nothing can be seen. */
    readonly step?: string;
    /** What is hidden, as the end of a sentence. */
    readonly why: string;
    /** The line, counted from 1. */
    readonly line?: number;
    /** The column, counted from 1 in UTF-16 units. */
    readonly column?: number;
  })[];
  /** What could not be read. */
  readonly problems: readonly ({
    /** The path of the file, as it was found, with forward slashes. */
    readonly file: string;
    /** What is wrong, and what to do. */
    readonly message: string;
    /** `problem`: it was not read. `advice`: it was read, but this is probably a slip. */
    readonly severity: 'problem' | 'advice';
    /** The line, counted from 1. */
    readonly line?: number;
    /** The column, counted from 1 in UTF-16 units. */
    readonly column?: number;
  })[];
  /** What is accepted, each with its reason. */
  readonly exceptions: readonly ({
    /** How the rule is kept from speaking. */
    readonly by: 'waiver' | 'comment' | 'baseline' | 'off' | 'assumption';
    /** The id of the rule. */
    readonly rule: string;
    /** The reason that was given. */
    readonly because?: string;
    /** The path of the file, as it was found, with forward slashes. */
    readonly file?: string;
    /** The id of the step. */
    readonly step?: string;
    /** The line, counted from 1. */
    readonly line?: number;
    /** The column, counted from 1 in UTF-16 units. */
    readonly column?: number;
    /** Who answers for it. */
    readonly owner?: string;
    /** The last day. */
    readonly until?: string;
    /** Fingerprints of the findings that it hides. */
    readonly hides: readonly string[];
  })[];
  /** The baseline that was in force. */
  readonly baseline?: {
    /** The path of the file, as it was found, with forward slashes. */
    readonly file: string;
    /** How many findings it hides; `exceptions` list them. */
    readonly hides: number;
    /** The day on which the oldest of these was taken in. */
    readonly since?: string;
    /** Its entries that hide nothing any more. */
    readonly stale: readonly ({
      /** The id of the rule. */
      readonly rule: string;
      /** The path of the file, as it was found, with forward slashes. */
      readonly file: string;
      /** The id of the flow, script, page or policy in the file. */
      readonly artefact: string;
      /** What was wrong when it was taken in. */
      readonly message: string;
      /** The day on which it was taken in. */
      readonly since: string;
      /** Tells this finding from all others; made of rule, artefact and steps, never of lines. */
      readonly fingerprint: string;
      /** How many findings it stands for. Left out: one. */
      readonly count?: number;
      /** `mended`: its rule ran on its file and finds this no more. `file-gone`: the file is not there. `excepted`: a comment or a waiver hides the finding. `rule-gone`: there is no such rule. */
      readonly why: 'mended' | 'file-gone' | 'excepted' | 'rule-gone';
    })[];
  };
  /** Set where only what touches changed files is told. The whole service was read all the same. */
  readonly narrowed?: {
    /** `changed`: since a commit. `staged`: for the next commit. */
    readonly by: 'changed' | 'staged';
    /** What the files were compared with. */
    readonly since?: string;
    /** How many files have changed. */
    readonly files: number;
    /** What lies in no changed file. */
    readonly leftOut: {
      /** Findings. */
      readonly findings: number;
      /** Places that could not be judged. */
      readonly unknowns: number;
      /** Files that could not be read, and slips. */
      readonly problems: number;
    };
    /** Set where nothing was left out after all: the reason. */
    readonly because?: string;
  };
  /** The packs that were on. */
  readonly packs: readonly ({
    /** Its name. */
    readonly pack: string;
    /** What people call it. */
    readonly title: string;
    /** `house`: no law. `voluntary`: a standard. `in-force`: the law holds. `to-be-met`: it holds, and has to be met later. `coming`: it does not hold yet. `over`: it holds no longer. In the last three, findings are advice. */
    readonly standing: 'house' | 'voluntary' | 'in-force' | 'to-be-met' | 'coming' | 'over';
    /** The day of the run, which decides the standing. */
    readonly judgedOn?: string;
    /** Where the law holds. */
    readonly jurisdiction?: string;
    /** For whom the law holds. */
    readonly sector?: string;
    /** What must be true of an organisation for the law to hold. */
    readonly appliesIf?: string;
    /** The first day on which the law holds. */
    readonly inForceFrom?: string;
    /** The day by which the law wants to be met. */
    readonly adaptBy?: string;
    /** The last day on which the law holds. */
    readonly inForceUntil?: string;
    /** Where its wording can be read, or who tells of it. */
    readonly source?: readonly string[];
    /** How the pack knows what the law asks. */
    readonly sure?: string;
    /** When the pack was last compared with the source. */
    readonly checkedOn?: string;
    /** Set where that is more than a year ago. */
    readonly checkedLongAgo?: true;
    /** Findings of rules that it asks for. */
    readonly findings: number;
    /** Places that rules which it asks for could not judge. */
    readonly unknown: number;
  })[];
  /** How many findings of each kind there are. Only groups with findings are listed. */
  readonly groups: {
    /** By the promise to customers that is broken, the most findings first. */
    readonly promises: readonly ReportGroup[];
    /** By where customers meet it, the nearest to the customer first. */
    readonly touchpoints: readonly ReportGroup[];
    /** Before, during and after a contact. */
    readonly moments: readonly ReportGroup[];
  };
  /** How much of what could be judged is kept, in the whole service, whatever of it is told. What it means, and what it does not: docs/score.md. */
  readonly score?: {
    readonly overall: ReportStanding;
    /** By promise, in the order of their names. */
    readonly promises: readonly ReportNamedStanding[];
    /** By where customers meet it, the nearest to the customer first. */
    readonly touchpoints: readonly ReportNamedStanding[];
    /** What all scores are made of; those of runs over different files can be added. */
    readonly cells: readonly ({
      /** The promise; absent for rules without one. */
      readonly promise?: string;
      /** Where customers meet it; absent where nobody can tell. */
      readonly touchpoint?: 'phone' | 'chat' | 'message' | 'email' | 'desk' | 'post' | 'website' | 'back-office';
      /** Questions answered by yes. A question: is this rule kept in this file of this flow, script, site or document? */
      readonly kept: number;
      /** Questions answered by no. Findings that are waived or known from a baseline count like all others. */
      readonly broken: number;
      /** Questions that the files do not answer: neither good nor bad. */
      readonly unknown: number;
      /** What the kept ones weigh: level times certainty. */
      readonly keptWeight: number;
      /** What the broken ones weigh. */
      readonly brokenWeight: number;
      /** What the open ones weigh. */
      readonly unknownWeight: number;
    })[];
  };
  /** What was looked at, so that silence can be told from blindness. What could not be judged, and where, stands in `unknowns`. */
  readonly coverage: {
    /** Files that were found. */
    readonly files: number;
    /** Files from which something was understood. */
    readonly read: number;
    /** Files in a form that no reader knows. */
    readonly unclaimed: number;
    /** Files left alone: binary, too large, or code that customers never meet (tests, stories, what a build wrote). */
    readonly skipped: number;
    /** Files that could not be read. */
    readonly failed: number;
    /** How many artefacts there are, by kind. */
    readonly artefacts: Readonly<Record<string, number>>;
    /** How many steps they have. */
    readonly steps: number;
    /** How many rules were on. */
    readonly rules: number;
  };
  /** How many of each. */
  readonly summary: {
    /** Findings of level error. */
    readonly error: number;
    /** Findings of level warning. */
    readonly warning: number;
    /** Findings of level advice. */
    readonly advice: number;
    /** Places that could not be judged. */
    readonly unknown: number;
    /** Files, or parts of one, that could not be read. */
    readonly problems: number;
    /** Findings hidden by waivers and comments; those of a baseline are counted there. */
    readonly waived: number;
  };
}

/** One station of a journey. */
export interface ReportMoment {
  /** The id of the step. */
  readonly step: string;
  /** What happens at the step. */
  readonly kind: 'start' | 'say' | 'menu' | 'ask' | 'verify' | 'check' | 'act' | 'case' | 'queue' | 'transfer' | 'person' | 'callback' | 'voicemail' | 'survey' | 'call' | 'return' | 'page' | 'end' | 'unknown';
  /** What a process owner would call the step. */
  readonly label: string;
  /** The id of the flow, script, page or policy in the file. */
  readonly artefact: string;
  /** How the customer came here; absent at the first station, and where a sub-flow is entered. */
  readonly event?: 'next' | 'choice' | 'success' | 'failure' | 'timeout' | 'no-input' | 'no-match' | 'invalid' | 'full' | 'closed' | 'open' | 'branch' | 'again' | 'limit' | 'link' | 'error' | 'fault';
  /** The words of the choice or branch by which the customer came here. */
  readonly choice?: string;
  /** What is said here. */
  readonly text?: string;
  /** What the customer goes through here, as verb phrases; empty where nothing is felt. */
  readonly told: readonly string[];
  /** The path of the file, as it was found, with forward slashes. */
  readonly file: string;
  /** The line, counted from 1. */
  readonly line: number;
  /** The column, counted from 1 in UTF-16 units. */
  readonly column: number;
}

/** A change to files that mends a finding. */
export interface ReportMend {
  /** What it does, as an order. */
  readonly title: string;
  /** What is replaced, in the order of the file; no two of them touch each other. All of them belong together. */
  readonly edits: readonly ({
    /** The path of the file, as it was found, with forward slashes. */
    readonly file: string;
    /** The line, counted from 1. */
    readonly line: number;
    /** The column, counted from 1 in UTF-16 units. */
    readonly column: number;
    /** The line on which the stretch ends. */
    readonly endLine: number;
    /** The column behind its last character. */
    readonly endColumn: number;
    /** What stands there instead; empty where it is taken away. */
    readonly text: string;
  })[];
}

/** Findings that belong together. */
export interface ReportGroup {
  /** What they have in common. */
  readonly name: string;
  /** Findings of level error. */
  readonly error: number;
  /** Findings of level warning. */
  readonly warning: number;
  /** Findings of level advice. */
  readonly advice: number;
}

/** How well something is kept, and how much of it could be judged. */
export interface ReportStanding {
  /** From 0 to 100, down to a tenth: how much of what could be judged is kept, by weight. Absent where nothing could be judged. */
  readonly score?: number;
  /** How much of what was asked could be judged, in percent, by weight. */
  readonly coverage: number;
  /** Questions answered by yes. A question: is this rule kept in this file of this flow, script, site or document? */
  readonly kept: number;
  /** Questions answered by no. Findings that are waived or known from a baseline count like all others. */
  readonly broken: number;
  /** Questions that the files do not answer: neither good nor bad. */
  readonly unknown: number;
}

/** How well one promise, or all promises at one touchpoint, are kept. */
export interface ReportNamedStanding {
  /** The promise or the touchpoint. */
  readonly name: string;
  /** From 0 to 100, down to a tenth: how much of what could be judged is kept, by weight. Absent where nothing could be judged. */
  readonly score?: number;
  /** How much of what was asked could be judged, in percent, by weight. */
  readonly coverage: number;
  /** Questions answered by yes. A question: is this rule kept in this file of this flow, script, site or document? */
  readonly kept: number;
  /** Questions answered by no. Findings that are waived or known from a baseline count like all others. */
  readonly broken: number;
  /** Questions that the files do not answer: neither good nor bad. */
  readonly unknown: number;
}

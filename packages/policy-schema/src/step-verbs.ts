/**
 * The verbs of `flow:` and `script:` documents as data: what a reader needs to turn a step as it is written into steps and edges of the service model,
 * and what the schema needs to say which option goes with which verb. The words shown to people stand in `define/step-words.ts`.
 */
import type { EDGE_EVENTS, STEP_KINDS } from './vocabulary.js';

type StepKind = (typeof STEP_KINDS)[number];
type EdgeEvent = (typeof EDGE_EVENTS)[number];

/** Options that say where the customer goes, each with the event of the edge it makes. */
export const OUTCOMES = {
  'if-wrong': { event: 'failure' },
  'if-cannot': { event: 'failure' },
  'if-not-done': { event: 'failure' },
  'if-not-solved': { event: 'failure' },
  'if-failed': { event: 'failure' },
  'if-silent': { event: 'no-input' },
  'if-unclear': { event: 'no-match' },
  'if-invalid': { event: 'invalid' },
  'if-closed': { event: 'closed' },
  'if-open': { event: 'open' },
  'if-full': { event: 'full' },
  'if-too-long': { event: 'timeout' },
  'if-no-answer': { event: 'timeout' },
  'if-broken': { event: 'error' },
  'if-low': { event: 'choice', label: 'low' },
  'if-declined': { event: 'choice', label: 'declined' },
  'if-yes': { event: 'branch', label: 'yes' },
  'if-no': { event: 'branch', label: 'no' },
  afterwards: { event: 'next', label: 'afterwards' },
} as const satisfies Record<string, OutcomeFacts>;

/** What an outcome option means in the service model. */
export interface OutcomeFacts {
  readonly event: EdgeEvent;
  /** Label of the edge, where the event alone does not tell which way was taken. */
  readonly label?: string;
}

/** An option such as `if-silent`, whose value is a target: a name, one of `TARGET_WORDS`, or steps written in place. */
export type Outcome = keyof typeof OUTCOMES;

/** The targets that are words, not names. The last two belong in sub-flows only. */
export const TARGET_WORDS = ['next', 'again', 'end', 'return', 'return-failed'] as const;

/** Every option that may stand beside a verb. */
export type StepOption =
  | Outcome
  | 'then'
  | 'choices'
  | 'answers'
  | 'saying'
  | 'as'
  | 'interruptible'
  | 'word-for-word'
  | 'lasts'
  | 'transcript'
  | 'answer-by'
  | 'tries'
  | 'for'
  | 'skip-if-known'
  | 'skip-if-verified'
  | 'of'
  | 'sets'
  | 'owner'
  | 'within'
  | 'hold'
  | 'wait-at-most'
  | 'talk-at-most'
  | 'tells'
  | 'keeps'
  | 'to'
  | 'warm'
  | 'direct-number'
  | 'by'
  | 'goes-to'
  | 'scale'
  | 'low'
  | 'times';

/** Options that may stand beside every verb. */
export const COMMON_OPTIONS = ['id', 'note'] as const;

/** An outcome that the verb can always have: where the document leaves it out, what happens is unknown, never "fine". */
export interface LeftOut {
  readonly outcome: Outcome;
  /** Only where this option stands beside the verb. */
  readonly with?: StepOption;
  /** Only in documents of these channels. */
  readonly channels?: readonly string[];
}

/** One verb. */
export interface StepVerb {
  /** Kind of the step it becomes. */
  readonly kind: StepKind;
  /**
   * What its value is: `words` (text, or one text a language), `text`, `id` (of another document), `step` (a step or part of this document),
   * `ways` (one way to verify, or a list), `outcome` (why the contact ends).
   */
  readonly value: 'words' | 'text' | 'id' | 'step' | 'ways' | 'outcome';
  /** Options that go with it, in the order in which an editor offers them. */
  readonly options: readonly StepOption[];
  /** Those it cannot do without. */
  readonly compulsory: readonly StepOption[];
  /** Event of the edge to `then`, or else to the next line; null where the next line is not reached from here. */
  readonly goesOn: EdgeEvent | null;
  /** Option that names the way on in place of `then`. */
  readonly onwardOption?: 'then' | 'if-open';
  /** Event of the edges made by `choices` or `answers`, whose labels are the keys. */
  readonly branches?: EdgeEvent;
  /** Outcomes that are unknown where the document does not mention them (nor `anywhere`). */
  readonly leftOut: readonly LeftOut[];
}

const verb = (
  kind: StepKind,
  value: StepVerb['value'],
  goesOn: EdgeEvent | null,
  options: readonly StepOption[],
  more: Partial<Pick<StepVerb, 'compulsory' | 'leftOut' | 'branches' | 'onwardOption'>> = {},
): StepVerb => ({
  kind,
  value,
  options,
  compulsory: [],
  goesOn,
  leftOut: [],
  ...(options.includes('then') ? { onwardOption: 'then' as const } : {}),
  ...more,
});

/** Every verb of `flow:`. */
const FLOW_VERBS = {
  say: verb('say', 'words', 'next', ['as', 'interruptible', 'word-for-word', 'then']),
  play: verb('say', 'text', 'next', ['lasts', 'transcript', 'then']),
  menu: verb('menu', 'words', null, ['choices', 'answer-by', 'tries', 'if-silent', 'if-unclear', 'interruptible'], {
    compulsory: ['choices'],
    branches: 'choice',
    leftOut: [{ outcome: 'if-silent' }, { outcome: 'if-unclear' }],
  }),
  ask: verb(
    'ask',
    'words',
    'success',
    ['for', 'answers', 'answer-by', 'skip-if-known', 'tries', 'if-silent', 'if-unclear', 'if-invalid', 'interruptible', 'word-for-word', 'then'],
    { branches: 'choice', leftOut: [{ outcome: 'if-silent', channels: ['phone'] }] },
  ),
  verify: verb(
    'verify',
    'ways',
    'success',
    ['saying', 'skip-if-verified', 'tries', 'if-wrong', 'if-cannot', 'if-silent', 'if-unclear', 'if-broken', 'then'],
    { compulsory: ['if-wrong'], leftOut: [{ outcome: 'if-silent' }] },
  ),
  hours: verb('check', 'text', 'open', ['if-closed', 'if-open'], { compulsory: ['if-closed'], onwardOption: 'if-open' }),
  check: verb('check', 'text', 'next', ['of', 'for', 'if-yes', 'if-no', 'answers', 'if-broken'], { branches: 'branch' }),
  do: verb('act', 'text', 'success', ['saying', 'sets', 'if-not-done', 'if-broken', 'then'], { leftOut: [{ outcome: 'if-broken' }] }),
  'open-case': verb('case', 'text', 'success', ['saying', 'owner', 'within', 'if-broken', 'then']),
  queue: verb(
    'queue',
    'text',
    null,
    ['saying', 'hold', 'wait-at-most', 'talk-at-most', 'tells', 'keeps', 'owner', 'if-too-long', 'if-full', 'if-closed', 'if-broken', 'afterwards'],
    { leftOut: [{ outcome: 'if-full' }, { outcome: 'if-closed' }, { outcome: 'if-too-long', with: 'wait-at-most' }] },
  ),
  transfer: verb('transfer', 'text', null, ['to', 'saying', 'keeps', 'owner', 'warm', 'if-no-answer', 'if-full', 'if-closed', 'if-broken'], {
    leftOut: [{ outcome: 'if-no-answer' }],
  }),
  person: verb('person', 'text', null, ['saying', 'talk-at-most', 'owner', 'direct-number', 'keeps', 'if-no-answer', 'if-not-solved', 'afterwards']),
  callback: verb('callback', 'text', 'next', ['saying', 'within', 'by', 'tries', 'if-declined', 'if-broken', 'if-invalid', 'then'], {
    leftOut: [{ outcome: 'if-broken' }],
  }),
  voicemail: verb('voicemail', 'text', 'next', ['saying', 'within', 'goes-to', 'if-silent', 'if-broken', 'then']),
  survey: verb('survey', 'words', 'next', ['scale', 'low', 'if-low', 'if-silent', 'then']),
  use: verb('call', 'id', 'success', ['if-failed', 'if-broken', 'then'], { leftOut: [{ outcome: 'if-failed' }] }),
  repeat: verb('act', 'step', 'limit', ['times', 'then']),
  unknown: verb('unknown', 'text', 'next', ['then']),
  end: verb('end', 'outcome', null, ['saying']),
} as const satisfies Record<string, StepVerb>;

/** Every verb. `hear` belongs to scripts alone: what the customer says there. */
const STEP_VERBS = { ...FLOW_VERBS, hear: verb('say', 'words', 'next', ['then']) } as const satisfies Record<string, StepVerb>;

/** A verb of `flow:` or `script:`. */
export type StepVerbName = keyof typeof STEP_VERBS;

/** All verbs of both, in the order of the table. */
export const STEP_VERB_NAMES = Object.keys(STEP_VERBS) as readonly StepVerbName[];

/** The facts of a verb, by name. */
export const stepVerb = (name: StepVerbName): StepVerb => STEP_VERBS[name];

/** What only a machine does. */
const NOT_SPOKEN: readonly StepVerbName[] = ['play', 'menu', 'hours', 'voicemail'];

/** The verbs of each kind of document, in the order in which an editor offers them. */
export const VERBS_OF: Readonly<Record<'flow' | 'script', readonly StepVerbName[]>> = {
  flow: Object.keys(FLOW_VERBS) as readonly StepVerbName[],
  script: ['say', 'hear', ...STEP_VERB_NAMES.filter((name) => !['say', 'hear', ...NOT_SPOKEN].includes(name))],
};

/** What the keys of `anywhere` mean: the event, and the verbs at which it holds when they do not say otherwise. */
export interface AnywhereFacts extends OutcomeFacts {
  readonly at: readonly StepVerbName[];
}

const verbsWith = (option: StepOption): readonly StepVerbName[] => STEP_VERB_NAMES.filter((name) => stepVerb(name).options.includes(option));

/** The keys of `anywhere`. */
export const ANYWHERE = {
  'if-silent': { ...OUTCOMES['if-silent'], at: verbsWith('if-silent') },
  'if-unclear': { ...OUTCOMES['if-unclear'], at: verbsWith('if-unclear') },
  'if-broken': { ...OUTCOMES['if-broken'], at: verbsWith('if-broken') },
  'asks-for-a-person': { event: 'choice', label: 'person', at: ['menu', 'ask', 'verify'] },
} as const satisfies Record<string, AnywhereFacts>;

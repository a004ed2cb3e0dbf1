import type { TSESTree } from '@typescript-eslint/utils';

/** What a call does next, in Twilio's words; Plivo's and Vonage's are translated. `unknown`: something that cannot be seen may add verbs here. */
export type VerbName =
  | 'say'
  | 'play'
  | 'pause'
  | 'gather'
  | 'dial'
  | 'record'
  | 'hangup'
  | 'reject'
  | 'redirect'
  | 'enqueue'
  | 'connect'
  | 'conference'
  | 'message'
  | 'other'
  | 'unknown';

/** One step of a call. */
export interface Verb {
  readonly name: VerbName;
  /** The call, string, element or object that holds it: its place among the statements. */
  readonly node: TSESTree.Node;
  /** The place to show, where it is closer than `node`. */
  readonly loc?: TSESTree.SourceLocation;
  /** Names of options and attributes that are set, in lower case; undefined where some cannot be seen. */
  readonly options: ReadonlySet<string> | undefined;
  /** Where options are written out: the object of a call. */
  readonly optionsNode?: TSESTree.ObjectExpression;
  /** Words that are told or asked, with holes, its own and those of verbs inside; undefined where some are not known. */
  readonly words: string | undefined;
  /** What stands inside: `number`, `conference`, `queue`; with `unknown` where something else may. */
  readonly inside: readonly string[];
  /** What is dialled, where it is an expression. */
  readonly target?: TSESTree.Node;
}

/** What code answers a telephone platform with. */
export interface CallResponse {
  readonly style: 'twiml' | 'plivo' | 'ncco' | 'markup';
  readonly node: TSESTree.Node;
  /** In the order in which they are written. */
  readonly verbs: readonly Verb[];
  /** Whether it comes from elsewhere or goes on elsewhere: verbs may follow that are not seen. */
  readonly isOpen: boolean;
}

const NAMES: Readonly<Record<string, VerbName>> = {
  say: 'say',
  speak: 'say',
  talk: 'say',
  play: 'play',
  stream: 'play',
  pause: 'pause',
  wait: 'pause',
  gather: 'gather',
  getdigits: 'gather',
  getinput: 'gather',
  input: 'gather',
  dial: 'dial',
  record: 'record',
  hangup: 'hangup',
  reject: 'reject',
  redirect: 'redirect',
  enqueue: 'enqueue',
  connect: 'connect',
  conference: 'conference',
  conversation: 'conference',
  message: 'message',
  sms: 'message',
};

/** The verb of a name in code or markup: `addGetDigits`, `hangUp`, `Speak`. */
export const verbOf = (name: string): VerbName => {
  const bare = name
    .replace(/^add(?=[A-Z])/u, '')
    .replace(/[_-]/gu, '')
    .toLowerCase();
  return Object.hasOwn(NAMES, bare) ? (NAMES[bare] ?? 'other') : 'other';
};

/** The verb of an action of Vonage's: there `connect` dials, and `stream` plays. */
export const nccoVerbOf = (action: string): VerbName => (action === 'connect' ? 'dial' : action === 'transfer' ? 'redirect' : verbOf(action));

/** Verbs that only tell something. */
export const TELLS: ReadonlySet<VerbName> = new Set(['say', 'play', 'pause']);

/** Verbs by which a call goes on: to a person, to a recorder, to a question, to other code. */
export const GOES_ON: ReadonlySet<VerbName> = new Set([
  'gather',
  'dial',
  'record',
  'redirect',
  'enqueue',
  'connect',
  'conference',
  'message',
  'other',
  'unknown',
]);

/** Verbs that end a call. */
export const ENDS: ReadonlySet<VerbName> = new Set(['hangup', 'reject']);

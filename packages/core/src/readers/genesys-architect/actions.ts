import type { EdgeEvent, StepData, StepKind } from '../../model/step.js';

/** What an action means. The sources are in PLATFORM.md. */
export interface Meaning {
  readonly kind: StepKind;
  /** What a process owner would call it. */
  readonly title: string;
  readonly data?: StepData;
  /** What each output means; an output that is not listed is a `branch`. */
  readonly outputs?: Readonly<Record<string, EdgeEvent>>;
  /** Outputs that can always be taken: where nothing stands behind them, control falls through to the next action. */
  readonly always?: readonly string[];
  /** What going on to the next action means, where no output stands for it. */
  readonly next?: EdgeEvent;
  /** Nothing follows behind it but through its outputs. */
  readonly last?: true;
  /** A person takes over behind it. */
  readonly person?: true;
  /** What a failure means that nobody wired: a caller may meet it, or only the platform's own faults lead there. */
  readonly unwired?: EdgeEvent;
}

const RESULTS: Readonly<Record<string, EdgeEvent>> = { success: 'success', found: 'success', notFound: 'branch', failure: 'fault', timeout: 'fault' };
const INTEGRATION: Readonly<Record<string, EdgeEvent>> = {
  success: 'success',
  found: 'success',
  notFound: 'branch',
  failure: 'error',
  timeout: 'error',
};
const HANDOVER: Readonly<Record<string, EdgeEvent>> = { failure: 'failure', timeout: 'timeout' };

const say = (title: string, data?: StepData): Meaning => ({ kind: 'say', title, outputs: RESULTS, ...(data === undefined ? {} : { data }) });
const act = (title: string): Meaning => ({ kind: 'act', title, outputs: RESULTS });
const integration = (title: string, always: readonly string[]): Meaning => ({ kind: 'act', title, outputs: INTEGRATION, always });

/** Every type of action that is known, in the words of Archy. Questions of bots are in `bots.ts`, checks in `checks.ts`. */
const ACTIONS: Readonly<Record<string, Meaning>> = {
  playAudio: say('Play a message'),
  playAudioOnSilence: say('Play a message when it is quiet'),
  communicate: say('Say something'),
  sendResponse: say('Send a message'),
  sendAutoReply: say('Send an automatic reply'),
  holdMusic: say('Play hold music'),
  playEstimatedWaitTime: say('Say how long the wait is', { tells: ['wait'] }),
  playPositionInQueue: say('Say the place in the queue', { tells: ['position'] }),
  playUserGreeting: say('Play the greeting of a person'),
  playUserName: say('Play the name of a person'),
  showKnowledgeArticle: say('Show an article'),
  /** "Success" and "Failure"; there is no retry of its own. */
  collectInput: { kind: 'ask', title: 'Ask for digits', outputs: { success: 'success', failure: 'no-input' }, always: ['success', 'failure'] },
  getResponse: {
    kind: 'ask',
    title: 'Ask and wait for the reply',
    outputs: { success: 'success', failure: 'error', timeout: 'no-input' },
    next: 'success',
  },
  waitForInput: {
    kind: 'ask',
    title: 'Wait for an answer',
    outputs: { success: 'success', timeout: 'no-input', maxNoMatches: 'no-match', maxNoInputs: 'no-input' },
    next: 'success',
  },
  /** Waits for an agent; the flow goes on only where the transfer fails. */
  transferToAcd: {
    kind: 'queue',
    title: 'Transfer to a queue',
    data: { keepsContext: true },
    outputs: HANDOVER,
    always: ['failure'],
    last: true,
    person: true,
    unwired: 'fault',
  },
  transferToUser: {
    kind: 'transfer',
    title: 'Transfer to a person',
    data: { to: 'agent', keepsContext: true },
    outputs: HANDOVER,
    always: ['failure'],
    last: true,
    person: true,
    unwired: 'failure',
  },
  transferToGroup: {
    kind: 'transfer',
    title: 'Transfer to a group',
    data: { to: 'team', keepsContext: true },
    outputs: HANDOVER,
    always: ['failure'],
    last: true,
    person: true,
    unwired: 'failure',
  },
  transferToNumber: {
    kind: 'transfer',
    title: 'Transfer to a phone number',
    data: { to: 'number', keepsContext: false },
    outputs: HANDOVER,
    always: ['failure'],
    last: true,
    unwired: 'failure',
  },
  transferToFlow: {
    kind: 'transfer',
    title: 'Transfer to a flow',
    data: { to: 'flow', keepsContext: true },
    outputs: HANDOVER,
    always: ['failure'],
    last: true,
    unwired: 'fault',
  },
  transferToFlowSecure: {
    kind: 'transfer',
    title: 'Transfer to a secure flow',
    data: { to: 'flow', keepsContext: true },
    outputs: HANDOVER,
    always: ['failure'],
    last: true,
    unwired: 'fault',
  },
  transferToVoicemail: {
    kind: 'voicemail',
    title: 'Transfer to voicemail',
    data: { delivered: true },
    outputs: HANDOVER,
    always: ['failure'],
    last: true,
    unwired: 'fault',
  },
  dialByExtension: {
    kind: 'transfer',
    title: 'Dial an extension',
    data: { to: 'agent', keepsContext: true },
    outputs: { failure: 'invalid', timeout: 'no-input' },
    always: ['failure', 'timeout'],
    last: true,
    unwired: 'invalid',
  },
  createCallback: {
    kind: 'callback',
    title: 'Create a callback',
    data: { routesTo: { unknown: 'who serves the queue is not in the flow' } },
    outputs: INTEGRATION,
    always: ['success', 'failure'],
  },
  callData: integration('Run a data action', ['success', 'failure', 'timeout']),
  callSecureData: integration('Run a secure data action', ['success', 'failure', 'timeout']),
  callBridge: integration('Run a bridge action', ['success', 'failure', 'timeout']),
  dataTableLookup: integration('Look up in a data table', ['found', 'notFound', 'failure']),
  disconnect: { kind: 'end', title: 'Disconnect', last: true },
  endWorkflow: { kind: 'end', title: 'End the workflow', last: true },
  returnToAgent: { kind: 'person', title: 'Back to the agent', last: true },
  callGuide: { kind: 'unknown', title: 'Call a guide', data: { why: 'the words and ways of a guide are not in the flow' }, outputs: RESULTS },
  callTask: { kind: 'act', title: 'Run a task' },
  callCommonModule: { kind: 'call', title: 'Run a common module', outputs: { failure: 'error', timeout: 'error', success: 'success' } },
  callBotFlow: { kind: 'call', title: 'Talk to the bot', outputs: { failure: 'error', success: 'success' } },
  callDigitalBotFlow: { kind: 'call', title: 'Talk to the bot', outputs: { failure: 'error', success: 'success' } },
  wait: act('Wait'),
  screenPop: act('Set what the agent sees'),
  setPostFlow: act('Set what follows the call'),
};

/** Names that other versions and Architect's own export have for the same actions. */
const ALIASES: Readonly<Record<string, string>> = {
  transferExternal: 'transferToNumber',
  transferUser: 'transferToUser',
  transferGroup: 'transferToGroup',
  transferFlow: 'transferToFlow',
  transferFlowSecure: 'transferToFlowSecure',
  transferVoicemail: 'transferToVoicemail',
  transferToGroupVoicemail: 'transferToVoicemail',
  transferToAcdVoicemail: 'transferToVoicemail',
  dialExtension: 'dialByExtension',
  dialName: 'dialByExtension',
  dialByName: 'dialByExtension',
  callDataSecure: 'callSecureData',
  endProgram: 'disconnect',
  getInput: 'collectInput',
  jumpToReusableTask: 'jumpToTask',
};

/** `menuTransferToAcd` -> "transferToAcd", and one name for what has several. */
export const plainType = (type: string): string => {
  const bare = /^menu[A-Z]/u.test(type) ? `${type.slice(4, 5).toLowerCase()}${type.slice(5)}` : type;
  return Object.hasOwn(ALIASES, bare) ? (ALIASES[bare] ?? bare) : bare;
};

/** Actions that only set, read or find something, by the way Genesys names them. */
const QUIET =
  /^(?:set|get|update|add|initialize|find|clear|enable|disable|search|save|flush|screen|extract|encrypt|decrypt|transcription|audioMonitoring|detect|complete|abort|create|remove|assign|parse|play)(?![a-z])/u;
const THIRD_PARTY_BOT = /^call(?:\w*Bot(?:Connector)?|AudioConnector|AgenticVirtualAgent)$/u;

const BOT: Meaning = {
  kind: 'ask',
  title: 'Talk to the bot',
  outputs: {
    failure: 'error',
    timeout: 'error',
    intent: 'choice',
    success: 'success',
    noIntent: 'no-match',
    maxNoMatches: 'no-match',
    maxNoInputs: 'no-input',
  },
  data: { conversational: true },
  always: ['failure'],
  next: 'success',
};
const sentenceOf = (type: string): string => {
  const words = type.replace(/(?<=[a-z\d])(?=[A-Z])/gu, ' ').toLowerCase();
  return words.slice(0, 1).toUpperCase() + words.slice(1);
};

/** The meaning of a type; `unknown`, with its ways out, where it is not known. */
export const meaningOf = (type: string): Meaning => {
  const known = Object.hasOwn(ACTIONS, type) ? ACTIONS[type] : undefined;
  if (known !== undefined) return known;
  if (THIRD_PARTY_BOT.test(type)) return BOT;
  if (QUIET.test(type)) return act(sentenceOf(type));
  const why = type === '' ? 'the action has no type' : `carelint does not know actions of the type "${type}"`;
  return { kind: 'unknown', title: type === '' ? 'An action without a type' : sentenceOf(type), data: { why }, outputs: RESULTS };
};

/** Types whose questions a bot asks: tried again by the platform, with ways out for silence and for what is not understood. */
export const BOT_QUESTIONS: ReadonlySet<string> = new Set([
  'askForIntent',
  'askForSlot',
  'askForBoolean',
  'loopAnythingElse',
  'digitalMenu',
  'askForPayment',
  'askSurveyQuestion',
]);

/** Types that repeat the actions under them. */
export const LOOPS: ReadonlySet<string> = new Set(['loop', 'loopUntil', 'loopWhile', 'loopEach']);

import type { EdgeEvent, Reference, StepData, StepKind } from '../../model/step.js';
import type { Block } from './block.js';
import { failureOf, isTrue } from './block.js';
import type { Meaning } from './blocks.js';
import type { Exit } from './compare.js';
import { intentExit, readCompare } from './compare.js';
import type { FlowReading } from './flow-reading.js';
import { isSecret, slotOf, wordsOf } from '../../model/names.js';
import { purposeOfMenu } from '../../model/prompt-words.js';
import { plainName, referenceTo } from './references.js';
import { isMap, textOf } from '../../source/values.js';

/** What one block means in its flow: what the table says, refined by what the block says. */
export interface Reading {
  readonly kind: StepKind;
  readonly title: string;
  readonly data: StepData;
  readonly next: Meaning['next'];
  /** One for each condition, in order. */
  readonly exits: readonly Exit[];
  /** Where no condition holds. */
  readonly otherwise: EdgeEvent;
  readonly errors?: Meaning['errors'];
  readonly meets?: Meaning['meets'];
  readonly refers?: readonly Reference[];
  /** A person takes over behind it. */
  readonly person?: boolean;
  /** It comes round to itself. */
  readonly repeats?: boolean;
  /** What is decided behind its plain way out, where the flow does not show it. */
  readonly decides?: { readonly label: string; readonly data: StepData };
}

type Refine = (block: Block, plain: Reading, flow: FlowReading) => Reading;

const number = (value: unknown): number | undefined => {
  const text = textOf(value);
  const parsed = text === undefined ? Number.NaN : Number(text);
  return Number.isFinite(parsed) ? parsed : undefined;
};

const purposeOf = (exits: readonly Exit[], words: string): string | undefined => {
  const choices = exits.filter(({ on }) => on === 'choice');
  return purposeOfMenu(
    choices.flatMap(({ label }) => label ?? []),
    choices.length,
    words,
  );
};

/** What is asked for, without the examples. */
const mainWords = (words: string): string => words.toLowerCase().split(/for example|for instance|\be\.g\.|such as/u, 1)[0] ?? '';

/**
 * How an answer leaves a question that takes whatever is given. Stored input has no way out of its own for silence (it takes the same one), unless
 * one is wired; then the other is an answer for sure. Keys that no condition names take `NoMatchingCondition`: where that is the only way, it is the answer.
 */
const answerOf = (block: Block): Pick<Reading, 'next' | 'otherwise'> => {
  const heard = !isTrue(block.params.StoreInput) || failureOf(block, 'InputTimeLimitExceeded') !== undefined;
  const rest = failureOf(block, 'NoMatchingCondition');
  const oneWay = rest !== undefined && block.conditions.length === 0 && (block.next === undefined || block.next === rest);
  if (oneWay) return { next: 'repeats', otherwise: heard ? 'success' : 'next' };
  return { next: heard ? 'success' : 'next', otherwise: 'no-match' };
};

const readAsk: Refine = (block, plain, flow) => {
  const words = flow.wordsAround(block);
  const validation = isMap(block.params.InputValidation) ? block.params.InputValidation : {};
  const slot = 'PhoneNumberValidation' in validation ? 'phone' : slotOf(mainWords(words));
  const sensitive = block.params.InputEncryption !== undefined || isSecret(slot);
  return {
    ...plain,
    ...answerOf(block),
    kind: 'ask',
    title: 'Ask for digits',
    meets: [],
    exits: block.conditions.map(({ operands }) => ({ on: 'choice', label: operands.join(', ') })),
    data: { input: ['dtmf'], bargeIn: true, ...(slot === undefined ? {} : { slot }), ...(sensitive ? { sensitive } : {}) },
  };
};

/** Time and keys only end a recording: none of that is a failure. */
const readRecorder: Refine = (block, plain) => ({
  ...plain,
  kind: 'voicemail',
  title: 'Record a message',
  next: 'next',
  meets: [],
  errors: { InputTimeLimitExceeded: 'next', NoMatchingCondition: 'next' },
  otherwise: 'next',
  exits: block.conditions.map(() => ({ on: 'next' })),
  data: { delivered: { unknown: 'what becomes of the recording is decided outside the flow' } },
});

const readInput: Refine = (block, plain, flow) => {
  if (flow.isRecorder(block)) return readRecorder(block, plain, flow);
  if (isTrue(block.params.StoreInput) || block.conditions.length === 0) return readAsk(block, plain, flow);
  const said = flow.keysOf(block);
  const exits = block.conditions.map(({ operands }): Exit => {
    const key = operands.join(', ');
    const words = said.get(key);
    return { on: 'choice', label: words === undefined ? key : `${key} ${words}` };
  });
  const purpose = purposeOf(exits, flow.wordsAround(block));
  const keys = block.conditions.flatMap(({ operands }) => operands);
  return {
    ...plain,
    exits,
    otherwise: 'no-match',
    data: { input: ['dtmf'], keys, options: exits.length, bargeIn: true, ...(purpose === undefined ? {} : { purpose }) },
  };
};

/** A bot of which no intent has a way out of its own: whatever was understood goes on by the one way there is, so that way says nothing of success. */
const WITHOUT_INTENTS = { otherwise: 'next', meets: [['error', 'NoMatchingError']] } as const;

/** A bot may count how often it is come back to: whether such a round has a limit is not for the flow to tell. */
const INSIDE_THE_BOT = {
  label: 'What the bot made of it',
  data: { of: { unknown: 'what the bot made of the answer, and how often it asks, is set in the bot' } },
} as const;

const readBot: Refine = (block, plain, flow) => {
  const exits = block.conditions.map(({ operands }) => intentExit(operands.join(', ')));
  const options = exits.filter(({ on }) => on === 'choice').length;
  const input: StepData['input'] = flow.use.channel === 'phone' ? { unknown: 'whether the bot also takes keys is set in the bot' } : ['text'];
  const data: StepData = { conversational: true, input, ...(options === 0 ? {} : { options }) };
  if (exits.length > 0) return { ...plain, kind: options === 0 ? 'ask' : 'menu', exits, otherwise: 'no-match', data };
  const oneWay = failureOf(block, 'NoMatchingCondition') !== undefined;
  return {
    ...plain,
    ...WITHOUT_INTENTS,
    kind: 'ask',
    next: oneWay ? 'repeats' : 'next',
    data,
    ...(flow.wires.comesBack(block) ? { decides: INSIDE_THE_BOT } : {}),
  };
};

const readComparison: Refine = (block, plain, flow) => {
  const decision = readCompare(block, flow);
  return { ...plain, kind: decision.kind, title: decision.title, data: decision.data, exits: decision.exits, otherwise: decision.otherwise };
};

const readHours: Refine = (block, plain) => {
  const exits = block.conditions.map(({ operands }): Exit => ({ on: isTrue(operands[0]) || /^open$/iu.test(operands[0] ?? '') ? 'open' : 'closed' }));
  const isOpenWired = exits.some(({ on }) => on === 'open');
  return {
    ...plain,
    exits,
    otherwise: isOpenWired ? 'closed' : 'open',
    meets: isOpenWired && exits.length === 1 ? [['closed', 'NoMatchingCondition', 'NoMatchingError']] : [],
  };
};

const readMetric: Refine = (block, plain) => {
  const metric = textOf(block.params.MetricType) ?? textOf(block.params.MetricName) ?? '';
  if (/agents/iu.test(metric) || block.writtenAs === 'CheckStaffing') {
    const exits = block.conditions.map(({ operator, operands }): Exit => ({
      on: operator.includes('Less') || /^(?:false|0)$/iu.test(operator === 'Equals' ? (operands[0] ?? '') : '') ? 'failure' : 'success',
    }));
    return { ...plain, title: 'Check staffing', data: { of: 'staffing' }, exits, otherwise: 'failure' };
  }
  const title = /oldest/iu.test(metric) ? 'Check the waiting time' : 'Check how many are waiting';
  return {
    ...plain,
    title: metric === '' ? plain.title : title,
    data: { of: 'other' },
    exits: block.conditions.map(({ operands }) => ({ on: 'branch', label: operands.join(', ') })),
  };
};

const readLoop: Refine = (block, plain, flow) => {
  const again = block.conditions.find(({ operands }) => operands[0] === 'ContinueLooping')?.to;
  const done = block.conditions.find(({ operands }) => operands[0] === 'DoneLooping')?.to;
  // Both ways lead to the same block: it counts, and nothing comes of it.
  if (again !== undefined && again === done) return { ...plain, data: { of: 'other' }, exits: block.conditions.map(() => ({ on: 'next' })) };
  const body = again === undefined ? undefined : flow.wires.byId.get(again);
  const times = body !== undefined && flow.isRecorder(body);
  const exits = block.conditions.map(({ operands }): Exit => ({ on: operands[0] === 'ContinueLooping' ? 'again' : times ? 'next' : 'limit' }));
  return { ...plain, exits, otherwise: 'limit' };
};

const readVoiceId: Refine = (block, plain) => {
  const option = textOf(block.params.CheckVoiceIdOption) ?? '';
  const label = (operands: readonly string[]): string => wordsOf(operands.join(', '));
  if (/authentication/iu.test(option)) {
    const exits = block.conditions.map(({ operands }): Exit => ({
      on: operands[0] === 'Authenticated' ? 'success' : 'failure',
      label: label(operands),
    }));
    return { ...plain, kind: 'verify', title: 'Verify the voice', data: { method: 'voice' }, exits, otherwise: 'failure' };
  }
  if (/fraud/iu.test(option)) {
    const events = new Map<string | undefined, EdgeEvent>([
      ['HighRisk', 'failure'],
      ['LowRisk', 'success'],
    ]);
    const exits = block.conditions.map(({ operands }): Exit => ({ on: events.get(operands[0]) ?? 'branch', label: label(operands) }));
    return { ...plain, title: 'Check for fraud', data: { of: 'score' }, exits };
  }
  return {
    ...plain,
    title: 'Check whether the voice is known',
    data: { of: 'other' },
    exits: block.conditions.map(({ operands }) => ({ on: 'branch', label: label(operands) })),
  };
};

const DOES: readonly (readonly [string, RegExp])[] = [
  ['notify', /\b(?:send|text|notify)\b.*\b(?:sms|e ?mail|text|message|link|notification|whatsapp)\b|\b(?:sms|e ?mail)\b.*\b(?:send|sender|notify)/u],
  ['task', /\bcreate\b.*\b(?:task|ticket|case)\b/u],
];

/** A first look at a name, before it is taken apart. */
const MAY_DO = /sms|mail|text|message|link|notif|whatsapp|task|ticket|case/iu;

const readFunction: Refine = (block, plain, flow) => {
  const name = plainName(flow.resolved(block.params.LambdaFunctionARN)) ?? block.shown?.LambdaFunctionARN?.split(':')[0];
  if (name === undefined) return { ...plain, data: { name: { unknown: 'which function runs is set outside the flow' } } };
  const words = MAY_DO.test(name) ? wordsOf(name) : '';
  const does = words === '' ? undefined : DOES.find(([, sign]) => sign.test(words))?.[0];
  return { ...plain, title: `Run ${name}`, data: { name, ...(does === undefined ? {} : { does }) } };
};

const readFlowTransfer: Refine = (block, plain, flow) => {
  const refers = referenceTo('transfer', flow.resolved(block.params.ContactFlowId), block.shown?.ContactFlowId, flow.placeholders);
  const targetName: StepData['targetName'] = refers.dynamic === undefined ? refers.label : { unknown: refers.dynamic };
  return { ...plain, title: `Transfer to ${refers.label}`, data: { ...plain.data, targetName }, refers: [refers] };
};

const readModule: Refine = (block, plain, flow) => {
  const refers = referenceTo(
    'call',
    flow.resolved(block.params.FlowModuleId),
    block.shown?.FlowModuleId ?? block.shown?.ContactFlowId,
    flow.placeholders,
  );
  return {
    ...plain,
    title: `Run ${refers.label}`,
    exits: block.conditions.map(({ operands }) => ({ on: 'branch', label: operands.join(', ') })),
    refers: [refers],
  };
};

const readQueue: Refine = (block, plain, flow) => {
  const name = plainName(block.params.QueueId, block.shown?.QueueId) ?? flow.queueBefore(block);
  const targetName: StepData['targetName'] = name ?? { unknown: 'which queue was set cannot be seen' };
  return { ...plain, title: name === undefined ? plain.title : `Transfer to queue ${name}`, data: { ...plain.data, targetName }, person: true };
};

const readNumber: Refine = (block, plain) => {
  const goesOn = textOf(block.params.ContinueFlowExecution)?.toLowerCase() !== 'false';
  const value = textOf(block.params.ThirdPartyPhoneNumber);
  const targetName: StepData['targetName'] =
    value === undefined || value.startsWith('$') || value.startsWith('{{') ? { unknown: 'the number is set outside the flow' } : value;
  return { ...plain, next: goesOn ? 'next' : 'nothing', data: { ...plain.data, targetName } };
};

const readCallback: Refine = (block, plain) => {
  const attempts = number(block.params.MaximumConnectionAttempts);
  const person = textOf(block.params.AgentId) !== undefined;
  return {
    ...plain,
    data: { ...(attempts === undefined ? {} : { attempts }), routesTo: person ? 'person' : { unknown: 'who serves the queue is not in the flow' } },
  };
};

const readEnd: Refine = (block, plain, flow) => {
  const { use } = flow;
  const does = block.type === 'DisconnectParticipant' ? use.disconnect : use.endOfFlow;
  if (does === 'end') return use.afterwards ? { ...plain, data: { outcome: { unknown: 'it follows a talk with an agent' } } } : plain;
  if (does === 'queue') return { ...plain, kind: 'return', title: 'Stay in the queue', data: { outcome: 'success' } };
  return { ...plain, kind: 'return' };
};

const readAttributes: Refine = (block, plain) => {
  const attributes = isMap(block.params.Attributes) ? block.params.Attributes : {};
  for (const key in attributes) {
    const value = attributes[key];
    if (typeof value !== 'string' || !value.startsWith('$.')) continue;
    if (value.startsWith('$.CustomerEndpoint') || (value.includes('StoredCustomerInput') && slotOf(wordsOf(key)) === 'phone'))
      return { ...plain, data: { slot: 'phone' } };
  }
  return plain;
};

const readLogging: Refine = (block, plain) => {
  const on = textOf(block.params.FlowLoggingBehavior);
  return on === undefined ? plain : { ...plain, data: { logging: /^enabled?$/iu.test(on) } };
};

/** Only a recording of the automatic part hears what a caller types or says here. */
const readRecording: Refine = (block, plain) => {
  const behaviour = isMap(block.params.RecordingBehavior) ? block.params.RecordingBehavior : {};
  const automatic = textOf(behaviour.IVRRecordingBehavior);
  return automatic === undefined ? plain : { ...plain, data: { logging: /^enabled?$/iu.test(automatic) } };
};

const readTargetQueue: Refine = (block, plain) => {
  const name = plainName(block.params.QueueId, block.shown?.QueueId);
  return name === undefined ? plain : { ...plain, title: `Set the queue to ${name}` };
};

const readHooks: Refine = (block, plain) => {
  const hooks = block.name === undefined && isMap(block.params.EventHooks) ? Object.keys(block.params.EventHooks) : [];
  return hooks.length === 0 ? plain : { ...plain, title: `Set the flow for ${hooks.map(wordsOf).join(', ')}` };
};

/** Without an interruption the messages go round until somebody answers. */
const readMessages: Refine = (block, plain) => {
  if (block.conditions.length > 0) return { ...plain, exits: block.conditions.map(() => ({ on: 'next' })) };
  const isInterrupted = textOf(block.params.InterruptFrequencySeconds) !== undefined && block.next !== undefined;
  return isInterrupted ? { ...plain, next: 'next' } : { ...plain, next: 'nothing', repeats: true };
};

const REFINED: Readonly<Record<string, Refine>> = {
  GetParticipantInput: readInput,
  ConnectParticipantWithLexBot: readBot,
  Compare: readComparison,
  CheckHoursOfOperation: readHours,
  CheckMetricData: readMetric,
  Loop: readLoop,
  CheckVoiceId: readVoiceId,
  InvokeLambdaFunction: readFunction,
  TransferToFlow: readFlowTransfer,
  InvokeFlowModule: readModule,
  TransferContactToQueue: readQueue,
  DequeueContactAndTransferToQueue: readQueue,
  TransferContactToAgent: (_block, plain) => ({ ...plain, person: true }),
  TransferParticipantToThirdParty: readNumber,
  CreateCallbackContact: readCallback,
  DisconnectParticipant: readEnd,
  EndFlowExecution: readEnd,
  UpdateContactAttributes: readAttributes,
  UpdateFlowLoggingBehavior: readLogging,
  UpdateContactRecordingBehavior: readRecording,
  UpdateContactTargetQueue: readTargetQueue,
  UpdateContactEventHooks: readHooks,
  MessageParticipantIteratively: readMessages,
};

/** What a block of an unknown type means: nobody knows, but its ways out can be followed. */
const unknownBlock = (block: Block): Reading => ({
  kind: 'unknown',
  title: block.writtenAs === '' ? 'A block without a type' : block.writtenAs,
  data: { why: block.writtenAs === '' ? 'the block has no type' : `block type "${block.writtenAs}" is not known` },
  next: 'next',
  exits: block.conditions.map(({ operands }) => ({ on: 'branch', label: operands.join(', ') })),
  otherwise: 'next',
});

const NO_DATA: StepData = {};
const NO_EXITS: readonly Exit[] = [];
/** What the table says of a type, made once. */
const plainReadings = new Map<Meaning, Reading>();

const plainReading = (meaning: Meaning): Reading => {
  let plain = plainReadings.get(meaning);
  if (plain === undefined) {
    plain = {
      kind: meaning.kind,
      title: meaning.title,
      data: meaning.data ?? NO_DATA,
      next: meaning.next,
      exits: NO_EXITS,
      otherwise: 'next',
      ...(meaning.errors === undefined ? {} : { errors: meaning.errors }),
      ...(meaning.meets === undefined ? {} : { meets: meaning.meets }),
    };
    plainReadings.set(meaning, plain);
  }
  return plain;
};

/** What a block means in its flow. */
export const readBlock = (block: Block, meaning: Meaning | undefined, flow: FlowReading): Reading => {
  if (meaning === undefined) return unknownBlock(block);
  const plain = plainReading(meaning);
  const refine = Object.hasOwn(REFINED, block.type) ? REFINED[block.type] : undefined;
  if (refine !== undefined) return refine(block, plain, flow);
  if (block.conditions.length === 0) return plain;
  const on = meaning.condition ?? 'branch';
  return { ...plain, exits: block.conditions.map(({ operands }) => ({ on, label: operands.join(', ') })) };
};

import type { EdgeEvent, StepData, StepKind } from '../../model/step.js';

/** What a block type means. The sources are in PLATFORM.md, block by block. */
export interface Meaning {
  readonly kind: StepKind;
  /** What a process owner would call it. */
  readonly title: string;
  /** What `NextAction` means: an event; `repeats`: it only repeats the fallback (true of blocks that branch); `nothing`: the block is the last. */
  readonly next: EdgeEvent | 'repeats' | 'nothing';
  /** What a condition means, where it does not depend on the operand. */
  readonly condition?: EdgeEvent;
  /** Errors that mean something else here than in general (see ERRORS). */
  readonly errors?: Readonly<Record<string, EdgeEvent>>;
  /** Ways out that a caller can meet: the event and the errors that carry it, best first. One that is not wired leads into the unknown. */
  readonly meets?: readonly (readonly [EdgeEvent, ...string[]])[];
  readonly data?: StepData;
}

/**
 * What each error type means in general. `NoMatchingError` is the platform's own failure, but for blocks that call something outside;
 * it also takes whatever has no branch of its own ("if no other Error matches").
 */
export const ERRORS: Readonly<Record<string, EdgeEvent>> = {
  /** The caller pressed or said nothing in time. */
  InputTimeLimitExceeded: 'no-input',
  /** What was typed is no phone number. */
  InvalidPhoneNumber: 'invalid',
  InvalidNumber: 'invalid',
  /** The callback number is no E.164 number, or this instance may not dial it. */
  InvalidCallbackNumber: 'invalid',
  CallbackNumberNotDialable: 'invalid',
  /** The queue takes no more contacts. */
  QueueAtCapacity: 'full',
  /** The other side of a transfer could not be called, or did not answer in time. */
  CallFailed: 'failure',
  ConnectionTimeLimitExceeded: 'timeout',
  TimeLimitExceeded: 'timeout',
  /** A record was looked for: a result like any other. */
  NoneFound: 'branch',
  NoneFoundError: 'branch',
  MultipleFound: 'branch',
  MultipleFoundError: 'branch',
  ParticipantNotFound: 'branch',
  /** The record was made, only the link failed. */
  ContactNotLinked: 'fault',
  NoMatchingError: 'fault',
};

const act = (title: string, data?: StepData): Meaning => ({
  kind: 'act',
  title,
  next: 'next',
  condition: 'branch',
  ...(data === undefined ? {} : { data }),
});

/** Every block type of the flow language that is known, by type. Blocks that need a closer look are refined in `readings.ts`. */
const BLOCKS: Readonly<Record<string, Meaning>> = {
  /** Written by hand, as the console draws it: where a flow begins. */
  Start: act('Start'),
  /** Plays or writes something. */
  MessageParticipant: { kind: 'say', title: 'Play a message', next: 'next' },
  /** Repeats messages until an agent answers, or until `MessagesInterrupted` where an interruption is set. `NextAction` repeats the error. */
  MessageParticipantIteratively: { kind: 'say', title: 'Play messages again and again', next: 'repeats' },
  /** A key menu, an entry of digits or a recorder: see `readInput`. Typing nothing, or something else, can happen to everybody. */
  GetParticipantInput: {
    kind: 'menu',
    title: 'Ask for a key',
    next: 'repeats',
    meets: [
      ['no-input', 'InputTimeLimitExceeded', 'NoMatchingError'],
      ['no-match', 'NoMatchingCondition', 'NoMatchingError'],
    ],
  },
  /** A bot. Its conditions are intents; whatever else it understood is no match; its failure is that of an integration. */
  ConnectParticipantWithLexBot: {
    kind: 'menu',
    title: 'Talk to the bot',
    next: 'repeats',
    errors: { NoMatchingError: 'error' },
    meets: [
      ['no-match', 'NoMatchingCondition', 'NoMatchingError'],
      ['error', 'NoMatchingError'],
    ],
  },
  /** A screen for an agent (or a chat window). */
  ShowView: {
    kind: 'menu',
    title: 'Show a view',
    next: 'repeats',
    condition: 'choice',
    errors: { NoMatchingCondition: 'no-match' },
    data: { input: ['click'] },
  },
  /** The contact is over. */
  DisconnectParticipant: { kind: 'end', title: 'Hang up', next: 'nothing' },
  /** Ends the flow: what that means depends on the kind of flow, see `useOf`. */
  EndFlowExecution: { kind: 'end', title: 'End the flow', next: 'nothing' },
  EndFlowModuleExecution: { kind: 'return', title: 'Return from the module', next: 'nothing' },
  ResumeContact: act('Resume the contact'),
  /** Leads on to another flow for good. `NextAction` repeats the error. */
  TransferToFlow: { kind: 'transfer', title: 'Transfer to a flow', next: 'repeats', data: { to: 'flow', keepsContext: true } },
  /** Runs a module and comes back. */
  InvokeFlowModule: { kind: 'call', title: 'Run a module', next: 'next', condition: 'branch' },
  /** Waits for a person in the queue that was set before; attributes stay with the contact. `NextAction` is NOT what comes after the queue. */
  TransferContactToQueue: {
    kind: 'queue',
    title: 'Transfer to queue',
    next: 'repeats',
    meets: [['full', 'QueueAtCapacity', 'NoMatchingError']],
    data: { keepsContext: true },
  },
  DequeueContactAndTransferToQueue: {
    kind: 'queue',
    title: 'Move to another queue',
    next: 'repeats',
    meets: [['full', 'QueueAtCapacity', 'NoMatchingError']],
    data: { keepsContext: true },
  },
  /** Straight to one agent, while another still has the caller: only transfer flows may hold this block. */
  TransferContactToAgent: { kind: 'transfer', title: 'Transfer to an agent', next: 'nothing', data: { to: 'agent', keepsContext: true } },
  /** To a phone number outside: what was given stays behind. The flow goes on after that call, unless it says not to. */
  TransferParticipantToThirdParty: {
    kind: 'transfer',
    title: 'Transfer to a phone number',
    next: 'next',
    data: { to: 'number', keepsContext: false },
  },
  /** Arranges a callback; whether the customer is told when is for the words around it. */
  CreateCallbackContact: { kind: 'callback', title: 'Create a callback', next: 'next' },
  /** Only notes the number: no callback yet. */
  UpdateContactCallbackNumber: {
    kind: 'act',
    title: 'Set the callback number',
    next: 'next',
    data: { slot: 'phone' },
    meets: [
      ['invalid', 'InvalidCallbackNumber', 'NoMatchingError'],
      ['invalid', 'CallbackNumberNotDialable', 'NoMatchingError'],
    ],
  },
  /** Compares a value: see `compare.ts`. The rest, where no condition holds, is the else-branch. */
  Compare: { kind: 'check', title: 'Check a value', next: 'repeats' },
  CheckHoursOfOperation: { kind: 'check', title: 'Check hours', next: 'repeats', data: { of: 'hours' } },
  CheckMetricData: { kind: 'check', title: 'Check the queue', next: 'repeats' },
  /** A counter built into the platform. */
  Loop: { kind: 'check', title: 'Count the rounds', next: 'repeats', data: { of: 'attempts' } },
  DistributeByPercentage: { kind: 'check', title: 'Divide by chance', next: 'repeats', condition: 'branch', data: { of: 'other' } },
  CheckOutboundCallStatus: { kind: 'check', title: 'Check who answered', next: 'repeats', condition: 'branch', data: { of: 'other' } },
  /** Voice ID; AWS ended it in May 2026, flows still hold it. */
  CheckVoiceId: { kind: 'check', title: 'Check the voice', next: 'repeats' },
  StartVoiceIdStream: act('Listen for the voice'),
  /** Sign-in in a chat. */
  AuthenticateParticipant: {
    kind: 'verify',
    title: 'Ask to sign in',
    next: 'success',
    condition: 'success',
    errors: { NoMatchingError: 'failure', TimeLimitExceeded: 'timeout' },
    data: { method: 'password' },
  },
  /** A lookup or webhook. Its error is that of an integration: the caller's data was not found, or the function failed or was too slow. */
  InvokeLambdaFunction: {
    kind: 'act',
    title: 'Run a function',
    next: 'next',
    condition: 'branch',
    errors: { NoMatchingError: 'error' },
    meets: [['error', 'NoMatchingError']],
  },
  CreateTask: act('Create a task', { does: 'task' }),
  CreateCase: { kind: 'case', title: 'Open a case', next: 'next', condition: 'branch' },
  UpdateCase: { kind: 'case', title: 'Update the case', next: 'next', condition: 'branch' },
  GetCase: act('Look the case up'),
  GetCustomerProfile: act('Look the customer up'),
  GetCustomerProfileObject: act('Look the customer up'),
  GetCalculatedAttributesForCustomerProfile: act('Look the customer up'),
  CreateCustomerProfile: act('Create a customer profile'),
  UpdateCustomerProfile: act('Update the customer profile'),
  AssociateContactToCustomerProfile: act('Link the customer profile'),
  GetMetricData: act('Look queue figures up'),
  Wait: act('Wait'),
  UpdateContactTargetQueue: act('Set the queue'),
  UpdateContactEventHooks: act('Set a flow for an event'),
  UpdateContactAttributes: act('Set attributes'),
  UpdateFlowAttributes: act('Set attributes of the flow'),
  UpdateContactData: act('Set contact data'),
  UpdateContactRecordingBehavior: act('Set recording'),
  UpdateContactRecordingAndAnalyticsBehavior: act('Set recording'),
  UpdateFlowLoggingBehavior: act('Set logging'),
  UpdateContactMediaStreamingBehavior: act('Stream the call'),
  UpdateContactMediaProcessing: act('Set media processing'),
  UpdateContactTextToSpeechVoice: act('Set the voice'),
  UpdateContactRoutingBehavior: act('Set priority'),
  UpdateContactRoutingCriteria: act('Set routing'),
  UpdateRoutingCriteria: act('Set routing'),
  UpdatePreviousContactParticipantState: act('Put somebody on hold'),
  CreateWisdomSession: act('Start the assistant for agents'),
  CreatePersistentContactAssociation: act('Link an earlier chat'),
  LoadContactContent: act('Load the content'),
  CompleteOutboundCall: act('Put the call through'),
  TagContact: act('Tag the contact'),
  UnTagContact: act('Untag the contact'),
};

/** The meaning of a type; undefined where it is not known. */
export const meaningOf = (type: string): Meaning | undefined => (Object.hasOwn(BLOCKS, type) ? BLOCKS[type] : undefined);

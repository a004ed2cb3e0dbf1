import type { Values } from '../../source/values.js';

/** Names that people write by hand, or remember from the console, for actions of the flow language. */
const ALIASES: Readonly<Record<string, string>> = {
  PlayPrompt: 'MessageParticipant',
  PlayAudio: 'MessageParticipant',
  LoopPrompts: 'MessageParticipantIteratively',
  GetDigits: 'GetParticipantInput',
  GetUserInput: 'GetParticipantInput',
  GetCustomerInput: 'GetParticipantInput',
  StoreUserInput: 'GetParticipantInput',
  StoreCustomerInput: 'GetParticipantInput',
  ConnectParticipant: 'ConnectParticipantWithLexBot',
  TransferToQueue: 'TransferContactToQueue',
  TransferToAgent: 'TransferContactToAgent',
  TransferContactToFlow: 'TransferToFlow',
  TransferToPhoneNumber: 'TransferParticipantToThirdParty',
  CheckAttribute: 'Compare',
  CheckContactAttributes: 'Compare',
  SetAttributes: 'UpdateContactAttributes',
  SetContactAttributes: 'UpdateContactAttributes',
  SetWorkingQueue: 'UpdateContactTargetQueue',
  SetQueue: 'UpdateContactTargetQueue',
  CheckStaffing: 'CheckMetricData',
  CheckQueueStatus: 'CheckMetricData',
  InvokeExternalResource: 'InvokeLambdaFunction',
  InvokeLambda: 'InvokeLambdaFunction',
  InvokeModule: 'InvokeFlowModule',
  Disconnect: 'DisconnectParticipant',
  EndFlow: 'EndFlowExecution',
  Resume: 'EndFlowExecution',
  SetCallbackNumber: 'UpdateContactCallbackNumber',
  CreateCallback: 'CreateCallbackContact',
};

/** The console's own names for blocks, as the old export has them; by type and target where the type alone does not tell. */
const OLD_TYPES: Readonly<Record<string, string>> = {
  'Transfer:Queue': 'TransferContactToQueue',
  'Transfer:Agent': 'TransferContactToAgent',
  'Transfer:Flow': 'TransferToFlow',
  'Transfer:PhoneNumber': 'TransferParticipantToThirdParty',
  'Transfer:Callback': 'CreateCallbackContact',
  'GetUserInput:Lex': 'ConnectParticipantWithLexBot',
  'InvokeExternalResource:Lambda': 'InvokeLambdaFunction',
  SetContactFlow: 'UpdateContactEventHooks',
  SetEventHook: 'UpdateContactEventHooks',
  SetCallBackNumber: 'UpdateContactCallbackNumber',
  SetLoggingBehavior: 'UpdateFlowLoggingBehavior',
  SetRecordingBehavior: 'UpdateContactRecordingBehavior',
  SetVoice: 'UpdateContactTextToSpeechVoice',
  SetRoutingBehavior: 'UpdateContactRoutingBehavior',
  ChangeRoutingPriority: 'UpdateContactRoutingBehavior',
  StartMediaStreaming: 'UpdateContactMediaStreamingBehavior',
  StopMediaStreaming: 'UpdateContactMediaStreamingBehavior',
  GetQueueMetrics: 'GetMetricData',
  HoldParticipant: 'UpdatePreviousContactParticipantState',
  HoldCustomerOrAgent: 'UpdatePreviousContactParticipantState',
  CustomerInQueue: 'TransferContactToQueue',
  CheckCallProgress: 'CheckOutboundCallStatus',
  SetContactData: 'UpdateContactData',
  SetVoiceId: 'StartVoiceIdStream',
  ReturnFromFlowModule: 'EndFlowModuleExecution',
};

const own = (table: Readonly<Record<string, string>>, key: string): string | undefined => (Object.hasOwn(table, key) ? table[key] : undefined);

/** The type of a module of the old export in the words of the flow language. */
export const typeOfModule = (type: string, target: string | undefined): string =>
  (target === undefined ? undefined : own(OLD_TYPES, `${type}:${target}`)) ?? own(OLD_TYPES, type) ?? own(ALIASES, type) ?? type;

/** What parameters say of a block whose written type stands for several: a question put by a bot, a transfer to this or that. */
const BY_PARAMETER: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
  GetParticipantInput: [
    ['LexV2Bot', 'ConnectParticipantWithLexBot'],
    ['LexBot', 'ConnectParticipantWithLexBot'],
  ],
  Transfer: [
    ['ContactFlowId', 'TransferToFlow'],
    ['ThirdPartyPhoneNumber', 'TransferParticipantToThirdParty'],
    ['PhoneNumber', 'TransferParticipantToThirdParty'],
    ['AgentId', 'TransferContactToAgent'],
    ['QueueId', 'TransferContactToQueue'],
  ],
};

/** The type of an action in the words of the flow language, whatever the author took for it. */
export const typeOf = (type: string, params: Values): string => {
  const known = own(ALIASES, type) ?? own(OLD_TYPES, type) ?? type;
  const byParameter = Object.hasOwn(BY_PARAMETER, known) ? BY_PARAMETER[known] : undefined;
  return byParameter?.find(([param]) => params[param] !== undefined && params[param] !== null)?.[1] ?? known;
};

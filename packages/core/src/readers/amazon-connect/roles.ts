import type { Channel, HookRole, Role } from '../../model/artefact.js';
import type { Block } from './block.js';
import { wordsOf } from '../../model/names.js';

/** How a flow is used, as far as it bears on its blocks. */
export interface FlowUse {
  readonly role: Role;
  readonly channel: Channel;
  /** What `EndFlowExecution` does: the contact is over, the caller stays in the queue, or control goes back. */
  readonly endOfFlow: 'end' | 'queue' | 'return';
  /** What `DisconnectParticipant` does: in a conference leg or an agent's guide the caller stays. */
  readonly disconnect: 'end' | 'return';
  /** It runs after the conversation with an agent. */
  readonly afterwards: boolean;
}

/** Kinds of flow, by any spelling of the API or the console, without case and separators. */
const ROLE_OF_TYPE: Readonly<Record<string, Role>> = {
  contactflow: 'entry',
  customerqueue: 'hold',
  // Music for either side while an agent has somebody on hold: nobody decides anything there.
  customerhold: 'whisper',
  agenthold: 'whisper',
  customerwhisper: 'whisper',
  agentwhisper: 'whisper',
  outboundwhisper: 'outbound',
  campaign: 'outbound',
  agenttransfer: 'agent-transfer',
  queuetransfer: 'agent-transfer',
  contactflowmodule: 'sub-flow',
  flowmodule: 'sub-flow',
};

/** The role that a stated type stands for; undefined where it states none. */
export const roleOfType = (type: string | undefined): Role | undefined => {
  const key = type?.toLowerCase().replace(/[^a-z]/gu, '') ?? '';
  return Object.hasOwn(ROLE_OF_TYPE, key) ? ROLE_OF_TYPE[key] : undefined;
};

/** Tested on the words of a name: `acme_customer_queue_flow` is "acme customer queue flow". */
const ROLE_OF_NAME: readonly (readonly [Role, RegExp])[] = [
  ['outbound', /\boutbound\b/u],
  ['whisper', /whisper|\b(?:agent|customer) hold\b/u],
  ['hold', /\b(?:customer|hold) ?queue\b|queue ?(?:hold|music|experience)/u],
  ['agent-transfer', /\b(?:agent|queue)s? ?transfers?\b|\btransfer flow\b|\bquick ?connect/u],
];

const nameWords = (name: string): string => wordsOf(name.replace(/(?<=\p{Lu})(?=\p{Lu}\p{Ll})/gu, ' '));

const AFTERWARDS = /disconnect ?flow|\bpost ?(?:call|contact|chat)|\bafter ?(?:call|contact)\b|customer ?remaining/u;
/** Names that say the same where nothing says otherwise. */
const PERHAPS_AFTERWARDS = /\bdisconnect(?:ed)?$|\bsurveys?\b/u;
/** Somebody who is welcomed has only just come. */
const greets = (blocks: readonly Block[]): boolean =>
  blocks.some(({ params }) => typeof params.Text === 'string' && /\bwelcome\b/iu.test(params.Text));
const INBOUND = /\binbound\b/u;

/** Blocks that only agents' screens, hold music or an answered outbound call have. */
const inferred = (types: ReadonlySet<string>, words: string): Role => {
  if (types.has('EndFlowModuleExecution')) return 'sub-flow';
  if (types.has('CheckOutboundCallStatus') || types.has('CompleteOutboundCall')) return 'outbound';
  if (types.has('DequeueContactAndTransferToQueue')) return 'hold';
  const queues = types.has('TransferContactToQueue') || types.has('TransferToFlow');
  // Whisper and queue flows cannot transfer to a queue or a flow: a name that says otherwise is wrong.
  for (const [role, sign] of ROLE_OF_NAME) {
    const fits = role === 'whisper' ? !queues : !INBOUND.test(words) && (role !== 'hold' || !queues);
    if (fits && sign.test(words)) return role;
  }
  if (types.has('MessageParticipantIteratively') && !queues) return 'hold';
  const ends = types.has('DisconnectParticipant') || queues || types.has('TransferParticipantToThirdParty') || types.has('TransferContactToAgent');
  const asks = types.has('GetParticipantInput') || types.has('ConnectParticipantWithLexBot');
  return types.has('EndFlowExecution') && !ends && !asks ? 'whisper' : 'entry';
};

/** Blocks that only work on a call (AWS admin guide, "Supported channels for flow blocks"). */
const VOICE_ONLY = [
  'GetParticipantInput',
  'MessageParticipantIteratively',
  'UpdateContactCallbackNumber',
  'TransferParticipantToThirdParty',
  'StartVoiceIdStream',
  'UpdateContactMediaStreamingBehavior',
  'UpdateContactTextToSpeechVoice',
];
const CHANNEL_OF_NAME: readonly (readonly [Channel, RegExp])[] = [
  ['chat', /(?:^|[^a-z])(?:web)?chat(?:bot)?(?:[^a-z]|$)/iu],
  ['message', /(?:^|[^a-z])(?:sms|whatsapp|messaging|messages?)(?:[^a-z]|$)/iu],
  ['task', /(?:^|[^a-z])tasks?(?:[^a-z]|$)/iu],
  ['email', /(?:^|[^a-z])e-?mail(?:[^a-z]|$)/iu],
];
const OF_CALLS = /\bcalls?\b|\bcalling\b|hang up|\bpress\b|on the line/iu;

const channelOf = (blocks: readonly Block[], types: ReadonlySet<string>, name: string): Channel => {
  if (name === '' || VOICE_ONLY.some((type) => types.has(type))) return 'phone';
  const spaced = name.replace(/(?<=[a-z])(?=[A-Z])/gu, ' ');
  const named = CHANNEL_OF_NAME.find(([, words]) => words.test(spaced))?.[0];
  if (named === undefined) return 'phone';
  const onCalls = blocks.some(({ params }) => params.SSML !== undefined || (typeof params.Text === 'string' && OF_CALLS.test(params.Text)));
  return onCalls ? 'phone' : named;
};

/**
 * Whether a flow that shows views shows them to customers: it tells chats from calls, and puts questions that only customers are asked. Then the
 * view is the chat's side of the question.
 */
const showsCustomers = (blocks: readonly Block[], types: ReadonlySet<string>): boolean =>
  types.has('GetParticipantInput') &&
  blocks.some(
    ({ type, params, conditions }) =>
      type === 'Compare' && params.ComparisonValue === '$.Channel' && conditions.some(({ operands }) => operands[0] === 'CHAT'),
  );

/** What a flow is for: what another one sets it for, else its stated type or, failing that, its blocks and name. */
export const useOf = (blocks: readonly Block[], given: Role | undefined, name: string, hook?: HookRole): FlowUse => {
  const stated = hook === undefined || hook === 'afterwards' ? given : hook;
  const types = new Set<string>();
  for (const block of blocks) types.add(block.type);
  const conference = types.has('UpdatePreviousContactParticipantState');
  const words = nameWords(name);
  const queues = types.has('TransferContactToQueue');
  const perhaps = stated === undefined && !queues && !greets(blocks) && !INBOUND.test(words) && PERHAPS_AFTERWARDS.test(words);
  const afterwards = hook === 'afterwards' || ((AFTERWARDS.test(words) || perhaps) && (stated ?? 'entry') === 'entry');
  let role: Role;
  if (types.has('ShowView') && !showsCustomers(blocks, types)) role = 'agent-guide';
  else if (afterwards) role = 'sub-flow';
  else if (conference && (stated ?? 'entry') === 'entry') role = 'agent-transfer';
  else role = stated ?? inferred(types, words);
  const aside = role === 'whisper' || role === 'outbound' || role === 'agent-guide' || conference;
  return {
    role,
    channel: channelOf(blocks, types, name),
    endOfFlow: role === 'hold' ? 'queue' : aside ? 'return' : 'end',
    disconnect: conference || role === 'agent-guide' ? 'return' : 'end',
    afterwards,
  };
};

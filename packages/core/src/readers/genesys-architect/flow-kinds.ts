import type { Channel, Role } from '../../model/artefact.js';

/** A kind of flow. */
export interface FlowKind {
  /** As Archy writes it: `inboundCall`. */
  readonly key: string;
  readonly role: Role;
  /** Absent where a flow of this kind serves several. */
  readonly channel: Channel | undefined;
  /** What happens behind the last action; see PLATFORM.md. */
  readonly end: 'hang-up' | 'repeat' | 'wait' | 'return' | 'unseen';
}

const kind = (key: string, role: Role, channel: Channel | undefined, end: FlowKind['end']): FlowKind => ({ key, role, channel, end });

const KINDS: readonly FlowKind[] = [
  kind('inboundCall', 'entry', 'phone', 'hang-up'),
  kind('inboundChat', 'entry', 'chat', 'unseen'),
  kind('inboundEmail', 'entry', 'email', 'unseen'),
  kind('inboundShortMessage', 'entry', 'message', 'unseen'),
  kind('inqueueCall', 'hold', 'phone', 'repeat'),
  kind('inqueueEmail', 'hold', 'email', 'wait'),
  kind('inqueueShortMessage', 'hold', 'message', 'wait'),
  kind('outboundCall', 'outbound', 'phone', 'hang-up'),
  // An agent sends the caller there to type something secret, and gets them back.
  kind('secureCall', 'sub-flow', 'phone', 'unseen'),
  kind('voicemail', 'sub-flow', 'phone', 'unseen'),
  kind('botFlow', 'sub-flow', undefined, 'return'),
  kind('digitalBotFlow', 'sub-flow', 'message', 'return'),
  kind('commonModule', 'sub-flow', undefined, 'return'),
  // Nobody is on the line.
  kind('workflow', 'outbound', 'task', 'hang-up'),
  kind('workitem', 'outbound', 'task', 'hang-up'),
  // A conversation is over when these run.
  kind('surveyInvite', 'outbound', 'task', 'hang-up'),
  kind('voiceSurvey', 'outbound', 'phone', 'hang-up'),
];

/** Other names of the same kinds: in the menus of Architect, in its export and in the API. */
const ALIASES: Readonly<Record<string, string>> = {
  inboundmessage: 'inboundshortmessage',
  inqueuemessage: 'inqueueshortmessage',
  bot: 'botflow',
  digitalbot: 'digitalbotflow',
  voice: 'inboundcall',
};

const BY_KEY: ReadonlyMap<string, FlowKind> = new Map(KINDS.map((each) => [each.key.toLowerCase(), each]));

/** The kind of flow that a top-level key, or the `type` of an export, stands for. */
export const flowKind = (written: string): FlowKind | undefined => {
  const lower = written.toLowerCase();
  return BY_KEY.get(Object.hasOwn(ALIASES, lower) ? (ALIASES[lower] ?? lower) : lower);
};

/** Every name under which a kind of flow may be written, for a first look at a text. */
export const KIND_WORDS: readonly string[] = [...BY_KEY.keys(), ...Object.keys(ALIASES)];

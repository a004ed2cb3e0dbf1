import type { Reference } from '../../model/step.js';
import type { Named } from './written.js';

/** The keys under which a flow of that name may be known. */
export const flowKeys = (name: string, kinds: readonly string[]): readonly string[] =>
  kinds.map((kind) => `genesys:${kind.toLowerCase()}:${name.trim().toLowerCase()}`);

/** Which kinds of flow an action can lead to; a flow's own kind is part of its keys, because flows of different kinds may share a name. */
const KINDS: Readonly<Record<string, readonly string[]>> = {
  transferToFlow: ['inboundCall', 'flow'],
  transferToFlowSecure: ['secureCall', 'flow'],
  callBotFlow: ['botFlow', 'digitalBotFlow'],
  callDigitalBotFlow: ['digitalBotFlow', 'botFlow'],
  callCommonModule: ['commonModule'],
  hold: ['inqueueCall', 'inqueueShortMessage', 'inqueueEmail'],
};

/** Who is meant by the flow that an action names. */
export const referenceTo = (as: Reference['as'], type: string, target: Named | undefined): Reference => {
  if (target?.name === undefined) return { as, keys: [], label: 'a flow that is not named', dynamic: target?.why ?? 'no flow has been chosen there' };
  return { as, keys: flowKeys(target.name, (Object.hasOwn(KINDS, type) ? KINDS[type] : undefined) ?? ['flow']), label: target.name };
};

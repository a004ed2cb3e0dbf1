import type { Hook as RoleHook, HookRole } from '../../model/artefact.js';
import type { Reference } from '../../model/step.js';
import type { Block } from './block.js';
import type { Draft, DraftEdge } from '../../model/draft.js';
import type { FlowReading } from './flow-reading.js';
import { referenceTo } from './references.js';
import { isMap } from '../../source/values.js';

/** Where a flow changes what is heard in the queue so often, no path is followed: which one it is remains open. */
const MANY = 16;
const ANY_OF_MANY: Reference = {
  as: 'hold',
  keys: [],
  label: 'one of many flows',
  dynamic: `this flow sets more than ${MANY} flows to be heard in a queue`,
};

/** The role of a flow by the event that it is set for, as the flow language and the old export spell it (without "Flow" at the end). */
const ROLE_OF_EVENT: Readonly<Record<string, HookRole>> = {
  CustomerQueue: 'hold',
  CustomerRemaining: 'afterwards',
  CustomerWhisper: 'whisper',
  AgentWhisper: 'whisper',
  OutboundWhisper: 'outbound',
  CustomerHold: 'whisper',
  AgentHold: 'whisper',
  DefaultAgentUI: 'agent-guide',
  DisconnectAgentUI: 'agent-guide',
};

/** The flows that a flow sets for events, with the role that each has by that. */
export const roleHooksOf = (blocks: readonly Block[], flow: FlowReading): readonly RoleHook[] => {
  const out: RoleHook[] = [];
  for (const { type, params, shown } of blocks) {
    if (type !== 'UpdateContactEventHooks' || !isMap(params.EventHooks)) continue;
    for (const event of Object.keys(params.EventHooks)) {
      const bare = event.replace(/Flow$/u, '');
      const role = Object.hasOwn(ROLE_OF_EVENT, bare) ? ROLE_OF_EVENT[bare] : undefined;
      if (role === undefined) continue;
      const reference = referenceTo('hold', flow.resolved(params.EventHooks[event]), shown?.[event], flow.placeholders);
      if (reference.dynamic === undefined) out.push({ role, flow: reference });
    }
  }
  return out;
};

interface Hook {
  readonly at: string;
  readonly reference: Reference;
}

const hooksOf = (blocks: readonly Block[], flow: FlowReading): readonly Hook[] => {
  const out: Hook[] = [];
  for (const { id, type, params, shown } of blocks) {
    if (type !== 'UpdateContactEventHooks' || !isMap(params.EventHooks)) continue;
    for (const event of ['CustomerQueue', 'CustomerQueueFlow']) {
      if (Object.hasOwn(params.EventHooks, event))
        out.push({ at: id, reference: referenceTo('hold', flow.resolved(params.EventHooks[event]), shown?.[event], flow.placeholders) });
    }
  }
  return out;
};

const reached = (hook: Hook, others: ReadonlySet<string>, out: ReadonlyMap<string, readonly DraftEdge[]>): ReadonlySet<string> => {
  const seen = new Set<string>();
  const open = [hook.at];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    for (const { to, on } of out.get(id) ?? []) {
      if (on === 'fault' || seen.has(to) || others.has(to)) continue;
      seen.add(to);
      open.push(to);
    }
  }
  return seen;
};

/** Ties the queues of a flow to the flows that are set to be heard in them. A queue for which none is set here has the one of the instance, which no file shows. */
export const attachHoldFlows = (blocks: readonly Block[], draft: Draft, flow: FlowReading): void => {
  const hooks = hooksOf(blocks, flow);
  if (hooks.length === 0) return;
  const queues = draft.steps.filter(({ kind }) => kind === 'queue');
  if (queues.length === 0) return;
  if (hooks.length > MANY) {
    for (const queue of queues) queue.refers = [ANY_OF_MANY];
    return;
  }
  const out = new Map<string, DraftEdge[]>();
  for (const edge of draft.edges) {
    const list = out.get(edge.from);
    if (list === undefined) out.set(edge.from, [edge]);
    else list.push(edge);
  }
  const set = new Set(hooks.map(({ at }) => at));
  for (const hook of hooks) {
    const under = reached(hook, set, out);
    for (const queue of queues) {
      if (!under.has(queue.id)) continue;
      const same = queue.refers?.some((each) => each.label === hook.reference.label && each.keys[0] === hook.reference.keys[0]) === true;
      if (!same) queue.refers = [...(queue.refers ?? []), hook.reference];
    }
  }
};

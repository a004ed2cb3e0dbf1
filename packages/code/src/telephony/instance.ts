import type { Flow } from './flows.js';
import { answeredBy } from './lift-verb.js';
import type { Happened, Mode } from './mode.js';
import type { Route } from './routes.js';
import { heardAt, wordsOfAll } from './speech.js';
import type { Value, Verb } from './value.js';

/** A route as it is entered in one way. */
export interface Instance {
  readonly route: Route;
  readonly mode: Mode;
  readonly key: string;
  /** Its route's place among all. */
  readonly number: number;
  readonly flow: Flow | undefined;
  /** Where it leads, and how. */
  readonly leads: readonly Lead[];
}

export interface Lead {
  readonly to: Value | undefined;
  readonly happened: Happened;
  readonly as: 'on' | 'hold' | 'question';
  /** What was said at the question. */
  readonly words: string;
}

/** Where a flow leads. */
export const leadsOf = (flow: Flow): readonly Lead[] => {
  const out: Lead[] = [];
  const seen = new Set<Flow>();
  const ofVerb = (verb: Verb, before: string): void => {
    const { name, attributes } = verb;
    const action = attributes.get('action');
    if (name === 'gather') {
      const own = wordsOfAll(heardAt(verb));
      out.push({ to: action, happened: answeredBy(verb), as: 'question', words: own === '' ? before : own });
    } else if (name === 'record' && !attributes.has('goesOn')) out.push({ to: action, happened: 'recorded', as: 'on', words: '' });
    else if (name === 'dial' && action !== undefined) out.push({ to: action, happened: 'not-reached', as: 'on', words: '' });
    else if (name === 'pay' && action !== undefined) out.push({ to: action, happened: 'anything', as: 'on', words: '' });
    else if (name === 'enqueue') {
      if (action !== undefined) out.push({ to: action, happened: 'left-queue', as: 'on', words: '' });
      const wait = attributes.get('waitUrl');
      if (wait !== undefined) out.push({ to: wait, happened: 'call', as: 'hold', words: '' });
    }
  };
  const visit = (at: Flow, before: string): void => {
    if (seen.has(at)) return;
    seen.add(at);
    if (at.is === 'on') out.push({ to: at.to, happened: 'call', as: 'on', words: '' });
    else if (at.is === 'verb') {
      ofVerb(at.verb, before);
      visit(at.rest, at.verb.name === 'say' ? `${before} ${wordsOfAll(heardAt(at.verb))}`.trim() : before);
    } else if (at.is === 'act') {
      visit(at.rest, before);
      if (at.failed !== undefined) visit(at.failed, before);
    } else if (at.is === 'check') for (const { to } of at.exits) visit(to, before);
  };
  visit(flow, '');
  return out;
};

/** Whether a flow that is heard while waiting lets callers out of the queue. */
export const mayLeave = (flow: Flow | undefined): boolean => {
  if (flow === undefined) return false;
  switch (flow.is) {
    case 'verb':
      return flow.verb.name === 'leave' || mayLeave(flow.rest);
    case 'check':
      return flow.exits.some(({ to }) => mayLeave(to));
    case 'act':
      return mayLeave(flow.rest) || mayLeave(flow.failed);
    default:
      return false;
  }
};

/** The answers that a flow tells apart before anything else is said; undefined where it does not. */
export const choicesOf = (flow: Flow | undefined): readonly string[] | undefined => {
  let at = flow;
  while (at !== undefined && (at.is === 'act' || (at.is === 'check' && at.decision.answer !== 'answer')))
    at = at.is === 'act' ? at.rest : at.exits[0]?.to;
  if (at?.is !== 'check' || at.decision.answer !== 'answer') return undefined;
  const labels = at.exits.flatMap(({ on, label }) => (on === 'choice' && label !== undefined ? [label] : []));
  return labels.length === 0 ? undefined : labels;
};

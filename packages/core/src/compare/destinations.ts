import { eventOf } from '../link/service-graph.js';
import { isNotSeen, type Step, type StepKind } from '../model/step.js';
import { shorten } from '../report/tell.js';
import { edgesOf, type Side } from './side.js';

/** What customers may come to in the end, or on their way. */
export const DESTINATION_KINDS = ['person', 'passed-on', 'callback', 'voicemail', 'errand', 'case', 'survey', 'page', 'end', 'hidden'] as const;
export type DestinationKind = (typeof DESTINATION_KINDS)[number];

/** Something that customers may come to; the same on both sides where `key` is the same. */
export interface Destination {
  readonly key: string;
  readonly kind: DestinationKind;
  /** As the object of "customers can reach": `the queue Billing`. */
  readonly words: string;
}

const LONGEST = 70;
const text = (value: unknown): string | undefined => (typeof value === 'string' && value.trim() !== '' ? shorten(value, LONGEST) : undefined);

const made = (kind: DestinationKind, words: string, by = words): Destination => ({ kind, words, key: `${kind}:${by.toLowerCase()}` });

const nameOf = ({ data, label }: Step): string => text(data.targetName) ?? shorten(label, LONGEST);

/** Whether all that leads to a person is the queue in which the customer waited for them. */
const isOfQueue = (side: Side, node: number): boolean => {
  const { from, into, incoming } = side.graph.graph;
  const before = [...incoming.subarray(into[node], into[node + 1])].map((edge) => side.graph.steps[from[edge]!]!.kind);
  return before.length > 0 && before.every((kind) => kind === 'queue');
};

const PLACES: Readonly<Record<string, string>> = {
  number: 'a phone number',
  agent: 'an agent',
  team: 'a team',
  partner: 'a partner',
  queue: 'the queue',
  flow: 'the flow',
};

const passedOn = (side: Side, node: number): Destination | undefined => {
  const step = side.graph.steps[node]!;
  const { to } = step.data;
  // Into a flow that is in view, or behind which the unknown is written out, the journey goes on.
  if (edgesOf(side, node).some((edge) => side.graph.graph.tail[edge] === 1 || side.graph.steps[side.graph.graph.to[edge]!]!.kind === 'unknown'))
    return undefined;
  const place = typeof to === 'string' ? PLACES[to] : undefined;
  const name = nameOf(step);
  return to === 'queue'
    ? made('person', `the queue ${name}`)
    : made(to === 'flow' ? 'passed-on' : 'person', place === undefined ? name : `${place} (${name})`);
};

const ENDS: Readonly<Record<string, string>> = {
  solved: 'the end with their matter solved',
  arranged: 'the end with something arranged',
  'not-solved': 'the end without help',
  closed: 'the end because it is closed',
  declined: 'the end because they were declined',
  abuse: 'the end for abuse',
  'wrong-number': 'the end as a wrong number',
  fraud: 'the end because fraud is suspected',
  outbound: 'the end of a call that we made',
  'by-customer': 'the end as they wish it',
};

const endOf = ({ data: { outcome } }: Step): Destination => {
  if (typeof outcome === 'string') return made('end', ENDS[outcome] ?? `the end (${shorten(outcome, LONGEST)})`, outcome);
  return isNotSeen(outcome) ? made('end', 'an end of which nobody can see how it is meant', '?') : made('end', 'the end of the contact', '');
};

const BY_KIND: Readonly<Partial<Record<StepKind, (side: Side, node: number, step: Step) => Destination | undefined>>> = {
  queue: (_side, _node, step) => made('person', `the queue ${nameOf(step)}`),
  person: (side, node, step) => (isOfQueue(side, node) ? undefined : made('person', `a person (${nameOf(step)})`)),
  transfer: passedOn,
  callback: (_side, _node, { data }) =>
    made('callback', text(data.targetName) === undefined ? 'a call back' : `a call back from ${text(data.targetName)!}`),
  voicemail: (_side, _node, { data }) =>
    made('voicemail', text(data.targetName) === undefined ? 'voicemail' : `voicemail of ${text(data.targetName)!}`),
  survey: () => made('survey', 'a survey'),
  case: () => made('case', 'a case of their own'),
  page: (_side, _node, { label }) => made('page', `the page “${shorten(label, LONGEST)}”`),
  end: (_side, _node, step) => endOf(step),
  unknown: (_side, _node, { label, data }) =>
    made('hidden', `a part that nobody can see (${shorten(label, LONGEST)}: ${shorten(data.why ?? '', LONGEST)})`),
};

/** An errand that is done or begun here, where the author says so. */
const errandOf = (side: Side, node: number, { kind, data }: Step): Destination | undefined => {
  const task = text(data.task);
  // What a platform calls its functions is not written for people.
  const name = kind === 'act' && side.graph.artefactOf(node).format === 'native' ? text(data.name) : undefined;
  if (name !== undefined) return made('errand', `“${name}” done`, name);
  return kind === 'page' || task === undefined ? undefined : made('errand', `the errand “${task}”`, task);
};

/** Ways on a page by which somebody is reached, and how they are called. */
const WAYS: Readonly<Record<string, string>> = {
  phone: 'a phone number on a page',
  'human-chat': 'a chat with a person',
  'callback-form': 'a form for a callback',
};

/** Whoever can be reached from a page: what is hidden or behind a sign-in counts for nobody. */
const waysOn = ({ kind, data: { ways } }: Step): readonly Destination[] => {
  if (kind !== 'page' || !Array.isArray(ways)) return [];
  return ways.flatMap((way: unknown): readonly Destination[] => {
    const { is, visible, login } = (way ?? {}) as Readonly<Record<string, unknown>>;
    const words = typeof is === 'string' && Object.hasOwn(WAYS, is) ? WAYS[is] : undefined;
    return words === undefined || visible === false || login === true ? [] : [made(is === 'callback-form' ? 'callback' : 'person', words)];
  });
};

/** What customers come to at a step; empty where nothing is settled there. */
export const destinationsAt = (side: Side, node: number): readonly Destination[] => {
  const step = side.graph.steps[node]!;
  return [BY_KIND[step.kind]?.(side, node, step), ...waysOn(step), errandOf(side, node, step)].filter((one) => one !== undefined);
};

/** Where a person answers, or the customer waits for one. */
export const isPerson = (side: Side, node: number): boolean => destinationsAt(side, node).some(({ kind }) => kind === 'person');

const INPUTS: readonly StepKind[] = ['menu', 'ask', 'verify', 'survey', 'page'];

/** Whether the customer has the word here. */
export const isInput = (side: Side, node: number): boolean => INPUTS.includes(side.graph.steps[node]!.kind);

const STOPS: readonly StepKind[] = [...INPUTS, 'queue', 'person', 'callback', 'voicemail', 'end', 'unknown'];

/** Whether a customer who comes here has got somewhere: has the word, or has come to what they may have wanted. */
export const isStop = (side: Side, node: number): boolean => {
  const { kind } = side.graph.steps[node]!;
  return STOPS.includes(kind) || (kind === 'transfer' && passedOn(side, node) !== undefined);
};

/** Whether an edge is walked while it is open, or while it is closed. Faults of the platform are nobody's plan. */
export type Hours = 'open' | 'closed';
export const isWalked = (side: Side, edge: number, hours: Hours | undefined): boolean => {
  const event = eventOf(side.graph.graph.event[edge]!);
  return event !== 'fault' && !(hours === 'open' && event === 'closed') && !(hours === 'closed' && event === 'open');
};

import type { Station } from '../../graph/summaries.js';
import { eventOf } from '../../link/service-graph.js';
import { isNotSeen, type EdgeEvent } from '../../model/step.js';
import type { View } from '../view.js';

/** What an event is called in a sentence: "When X fails (the customer says nothing) ...". */
export const EVENT_WORDS: Readonly<Record<EdgeEvent, string>> = {
  next: 'then',
  choice: 'the customer chooses it',
  success: 'it succeeds',
  failure: 'it fails',
  timeout: 'the wait is over',
  'no-input': 'the customer says nothing',
  'no-match': 'the answer is not understood',
  invalid: 'the answer is not valid',
  full: 'it is full',
  closed: 'it is closed',
  open: 'it is open',
  branch: 'it is decided so',
  again: 'another try',
  limit: 'the tries are used up',
  link: 'the customer follows the link',
  error: 'the system behind it fails',
  fault: 'the platform fails',
};

const LONGEST = 60;

/** Cuts a text to what a message can carry. */
export const shorten = (text: string, most = LONGEST): string => {
  const flat = text.replace(/\s+/gu, ' ').trim();
  return flat.length <= most ? flat : `${flat.slice(0, most - 1).trimEnd()}…`;
};

/** What a step is called in a message. */
export const labelOf = (view: View, node: number): string => {
  const { label, kind, id } = view.step(node);
  return `“${shorten(label === '' ? `${kind} ${id}` : label)}”`;
};

/** The event of the edge by which a station was come to; undefined where a sub-flow was entered. */
const eventAt = (view: View, station: Station): EdgeEvent | undefined =>
  station.edge < 0 ? undefined : eventOf(view.graph.graph.event[station.edge]!);

/** The first event of a journey. */
export const leftBy = (view: View, journey: readonly Station[]): EdgeEvent | undefined =>
  journey[1] === undefined ? undefined : eventAt(view, journey[1]);

const SHOWN = 5;

/** The labels of a journey in a row; the middle of a long one is left out. */
export const pathOf = (view: View, journey: readonly Station[]): string => {
  const labels = journey.map((s) => labelOf(view, s.node)).filter((label, i, all) => label !== all[i - 1]);
  const shown = labels.length <= SHOWN ? labels : [...labels.slice(0, 3), '…', ...labels.slice(-2)];
  return shown.join(' → ');
};

/** The last words that the customer hears on a journey before its end, or nothing. */
export const lastWords = (view: View, journey: readonly Station[]): string | undefined => {
  for (const station of journey.slice(0, -1).reverse()) {
    const text = view.utterances(station.node).findLast((u) => u.text !== undefined && (u.speaker === 'system' || u.speaker === 'agent'))?.text;
    if (text !== undefined) return `“${shorten(text, 120)}”`;
  }
  return undefined;
};

/** A step that is hidden itself, right behind this one: of a step that is known, what follows it is what keeps the question open. */
const hiddenBehind = (view: View, node: number): number | undefined => {
  const { graph } = view.graph;
  for (let e = graph.out[node]!; e < graph.out[node + 1]!; e++) if (view.step(graph.to[e]!).kind === 'unknown') return graph.to[e]!;
  return undefined;
};

/** Why a step cannot be judged. */
export const whyHidden = (view: View, node: number): string => {
  const step = view.step(node);
  if (step.kind === 'unknown') return step.data.why ?? 'what happens here is not known';
  if (step.kind === 'return') return 'who calls this flow is not in view';
  const unread = view.utterances(node).find((u) => u.text === undefined)?.why;
  if (unread !== undefined) return unread;
  const field = Object.values(step.data).find(isNotSeen);
  if (field !== undefined) return field.unknown;
  if (view.utterances(node).some((u) => u.text?.includes('⟨') === true))
    return `part of what is said at ${labelOf(view, node)} is filled in when the flow runs`;
  const behind = hiddenBehind(view, node);
  return behind === undefined ? `what ${labelOf(view, node)} does cannot be told` : whyHidden(view, behind);
};

import { eventOf } from '../link/service-graph.js';
import { isNotSeen, type StepKind } from '../model/step.js';
import type { Side } from './side.js';

/**
 * Fields of a step that say nothing that customers feel: they follow from something else that is compared (texts, edges, ties, another field), or are
 * only a reason.
 */
const NOT_FELT: ReadonlySet<string> = new Set([
  'text',
  'words',
  'seconds',
  'keys',
  'options',
  'byChoice',
  'hold',
  'sets',
  'methods',
  'windowSeconds',
  'why',
]);

/** Kinds whose label is all that is known of where the customer comes to, unless `targetName` tells. */
const NAMED_BY_LABEL: readonly StepKind[] = ['queue', 'transfer', 'person', 'callback', 'voicemail', 'page', 'unknown'];

/** The facts of a step that customers may feel, by field. */
export const feltData = (side: Side, node: number): Readonly<Record<string, unknown>> => {
  const { data, kind, label } = side.graph.steps[node]!;
  const felt = Object.entries(data).filter(([field, value]) => value !== undefined && !NOT_FELT.has(field));
  // A text says how long it is; a recording says it alone.
  if (typeof data.words !== 'number' && typeof data.seconds === 'number') felt.push(['seconds', data.seconds]);
  if (kind === 'unknown' && data.why !== undefined) felt.push(['why', data.why]);
  if (NAMED_BY_LABEL.includes(kind) && (data.targetName === undefined || isNotSeen(data.targetName))) felt.push(['label', label]);
  return Object.fromEntries(felt.sort(([a], [b]) => (a < b ? -1 : 1)));
};

/** Words as they are heard: white space is one blank, and quotation marks have one form. */
export const asHeard = (text: string): string => text.replace(/\s+/gu, ' ').replace(/[‘’ʼ]/gu, "'").replace(/[“”]/gu, '"').trim();

/** What is heard, read or told to staff at a step, in order. */
const feltTexts = (side: Side, node: number): readonly string[] =>
  side.graph.utterances[node]!.flatMap(({ speaker, text, why, language, place }) => {
    const words = text === undefined ? { why } : asHeard(text);
    return words === '' ? [] : [JSON.stringify([speaker, words, language, place])];
  });

/** All that customers may feel at a step, apart from where it leads: equal for two steps that nobody could tell apart. */
export const observationOf = (side: Side, node: number): string => {
  const { kind } = side.graph.steps[node]!;
  const parts: unknown[] = [kind, feltData(side, node), feltTexts(side, node)];
  if (kind === 'start') {
    const { role, channel, language } = side.graph.artefactOf(node);
    parts.push(role, channel, language);
  }
  return JSON.stringify(parts);
};

/** Why an edge is taken, with the words of the choice or branch. */
export const edgeName = ({ graph }: Side, edge: number): string =>
  `${eventOf(graph.graph.event[edge]!)} ${graph.labels[edge] ?? ''}${graph.graph.tail[edge] === 1 ? ' for good' : ''}`;

import { eventOf } from '../link/service-graph.js';
import { momentsOf } from '../policy/verdict-of.js';
import { leaves, shorten } from '../report/tell.js';
import type { Alike } from './alike.js';
import { destinationsAt, isInput } from './destinations.js';
import type { Side } from './side.js';
import type { StepMatch } from './steps.js';

const LONGEST = 70;
/** Where a customer is only has to be known again. */
const SHORT = 44;

/** What is heard or read at a step, else what it is called, in quotation marks. */
const quoted = (side: Side, node: number, longest = LONGEST): string => {
  const said = side.graph.utterances[node]!.find(({ text, speaker }) => text !== undefined && /\S/u.test(text) && speaker !== 'instruction')?.text;
  return `“${shorten(said ?? side.graph.steps[node]!.label, longest)}”`;
};

/** Both sides, with what stands for what. */
export interface Compared {
  readonly sides: readonly [Side, Side];
  readonly match: StepMatch;
  readonly alike: Alike;
}

/** A name of a stop that is the same on both sides where customers come to the same. */
export const stopName = ({ sides, match, alike }: Compared, which: 0 | 1, node: number): string => {
  const side = sides[which];
  if (isInput(side, node)) {
    const after = which === 1 ? (match.before.has(node) ? node : undefined) : match.after.get(node);
    return after === undefined ? `input:${alike.observed(which, node)}` : `input:${after}`;
  }
  const { kind, data } = side.graph.steps[node]!;
  return kind === 'return' ? `return:${JSON.stringify(data.outcome)}` : (destinationsAt(side, node)[0]?.key ?? alike.observed(which, node));
};

/**
 * A name of a step that is passed, where it stands for one of the other side and something is felt at it: a step that is new or gone is told for itself.
 */
export const passedName = ({ sides, match }: Compared, which: 0 | 1, node: number): string | undefined => {
  const after = which === 1 ? (match.before.has(node) ? node : undefined) : match.after.get(node);
  return after === undefined || passedWords(sides[which], node) === undefined ? undefined : `passed:${after}`;
};

/** A step that is passed as the object of "comes to"; undefined where nothing is felt. */
export const passedWords = (side: Side, node: number): string | undefined => {
  if (side.graph.utterances[node]!.some(({ speaker }) => speaker !== 'instruction')) return `the words ${quoted(side, node)}`;
  return destinationsAt(side, node)[0]?.words;
};

const BY_INPUT: Readonly<Record<string, string>> = {
  menu: 'the choice',
  ask: 'the question',
  verify: 'the check of who they are',
  survey: 'the survey',
  page: 'the page',
};

/** A stop as the object of "comes to". */
export const stopWords = (side: Side, node: number): string => {
  const { kind } = side.graph.steps[node]!;
  if (kind === 'return') return 'what follows in the flow that called this one';
  const input = BY_INPUT[kind];
  if (input === undefined) return destinationsAt(side, node)[0]?.words ?? quoted(side, node);
  return `${input} ${kind === 'page' ? `“${shorten(side.graph.steps[node]!.label, LONGEST)}”` : quoted(side, node)}`;
};

/** Where a customer is, as the beginning of a sentence about what they do there. */
export const momentWords = (side: Side, node: number): string => {
  const step = side.graph.steps[node]!;
  if (step.kind === 'start') return 'On arrival';
  if (isInput(side, node)) return step.kind === 'page' ? `On the page “${shorten(step.label, LONGEST)}”` : `At ${quoted(side, node, SHORT)}`;
  return `At ${destinationsAt(side, node)[0]?.words ?? quoted(side, node, SHORT)}`;
};

/** How the customer leaves a step by an edge: `presses 2 (Billing)`, `says nothing`. */
export const leavingWords = (side: Side, edge: number): string => {
  const { from, to, event } = side.graph.graph;
  const [moment, next] = momentsOf(side.graph, [
    { node: from[edge]!, edge: -1 },
    { node: to[edge]!, edge },
  ]);
  if (moment === undefined || next === undefined) return '';
  const words = leaves(moment, next);
  const label = side.graph.labels[edge];
  const isPlain = label === undefined || label === '' || words.includes(label) || ['choice', 'link'].includes(eventOf(event[edge]!));
  if (words !== '') return isPlain ? words : `${words} (${shorten(label, SHORT)})`;
  const on = eventOf(event[edge]!);
  return on === 'success' && isInput(side, from[edge]!) ? 'answers' : 'goes on';
};

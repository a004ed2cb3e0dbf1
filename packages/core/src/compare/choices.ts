import { eventOf } from '../link/service-graph.js';
import { momentsOf } from '../policy/verdict-of.js';
import type { Moment } from '../policy/verdict.js';
import { edgeName } from './felt.js';
import type { Followed, Following } from './following.js';
import type { Hours } from './destinations.js';
import { edgesOf, type Side } from './side.js';
import { leavingWords, momentWords, passedName, passedWords, stopName, stopWords, type Compared } from './stops.js';

/** A way on from a step, as it is on one side. */
export interface WayOn {
  /** What the customer does or meets: `presses 2 (Billing)`. */
  readonly words: string;
  /** What comes next, the nearest first; each as the object of "comes to". */
  readonly leadsTo: readonly string[];
}

/**
 * `gained`, `lost`: there is such a choice or such a way on only now, or no longer. `renumbered`: the same, under another key. `replaced`: the key is
 * there still and means something else. `reworded`: other words, and the same comes next. `leads-elsewhere`: the same words, and something else comes next.
 */
export type ChoiceChangeKind = 'gained' | 'lost' | 'renumbered' | 'replaced' | 'reworded' | 'leads-elsewhere';

/** What has changed for customers who do the same at the same step. */
export interface ChoiceChange {
  readonly kind: ChoiceChangeKind;
  /** Whether the customer chooses here; else the system decides. */
  readonly chosen: boolean;
  /** Where: `At “What is your call about?”`. */
  readonly at: string;
  /** Steps that it is about. */
  readonly step: { readonly before?: number; readonly after?: number };
  readonly before?: WayOn;
  readonly after?: WayOn;
  /** What came next and does no longer, and the other way round. */
  readonly lost: readonly string[];
  readonly gained: readonly string[];
  /** The journey from the step to what comes next now and did not; else, what came next. */
  readonly journey: readonly Moment[];
  /** Set where this is so only while it is open, or only while it is closed. */
  readonly hours?: Hours;
}

interface Option {
  readonly label: string | undefined;
  readonly key: string | undefined;
  /** What it is for: its words, else where it leads. */
  readonly meaning: string;
  readonly way: WayOn;
  /** By name, what comes next. */
  readonly stops: ReadonlyMap<string, { readonly words: string; readonly isStop: boolean; readonly journey: readonly Moment[] }>;
}

const KEY = /^([0-9*#])(?:[\s.:)=-]+(.*))?$/u;

const isChoice = (side: Side, edge: number): boolean => ['choice', 'link'].includes(eventOf(side.graph.graph.event[edge]!));

/** What comes next when one of these edges is taken: stops, and what is felt on the way to them. */
const stopsOf = (compared: Compared, which: 0 | 1, following: Following, node: number, edges: readonly number[]): Option['stops'] => {
  const side = compared.sides[which];
  const wanted = new Set(edges);
  const next = following.after(node, (edge) => wanted.has(edge));
  const stops = new Map<string, { words: string; isStop: boolean; journey: readonly Moment[] }>();
  const add = (name: string | undefined, words: string, isStop: boolean, { way }: Followed): void => {
    if (name !== undefined && !stops.has(name)) stops.set(name, { words, isStop, journey: momentsOf(side.graph, way) });
  };
  for (const one of next.stops)
    add(stopName(compared, which, one.node), one.node === node ? 'the same once more' : stopWords(side, one.node), true, one);
  for (const one of next.passed) add(passedName(compared, which, one.node), passedWords(side, one.node) ?? '', false, one);
  return stops;
};

const optionOf = (compared: Compared, which: 0 | 1, following: Following, node: number, edges: readonly number[]): Option => {
  const side = compared.sides[which];
  const [edge] = edges;
  const label = edge === undefined ? undefined : side.graph.labels[edge]?.replace(/\s+/gu, ' ').trim();
  const stops = stopsOf(compared, which, following, node, edges);
  const [, key, said] = KEY.exec(label ?? '') ?? [];
  const words = key === undefined ? label : said?.trim();
  return {
    label,
    key,
    meaning:
      words === undefined || words === ''
        ? `→ ${[...stops]
            .filter(([, { isStop }]) => isStop)
            .map(([name]) => name)
            .sort()
            .join(' ')}`
        : words.toLowerCase(),
    way: {
      words: edge === undefined ? '' : leavingWords(side, edge),
      leadsTo: [...stops.values()].filter(({ isStop }) => isStop).map((stop) => stop.words),
    },
    stops,
  };
};

const waysOf = (side: Side, following: Following, node: number): ReadonlyMap<string, readonly number[]> => {
  const ways = new Map<string, number[]>();
  for (const edge of edgesOf(side, node)) {
    if (!following.isWalked(edge)) continue;
    const name = edgeName(side, edge);
    ways.set(name, [...(ways.get(name) ?? []), edge]);
  }
  return ways;
};

const wordsMissing = (of: Option['stops'], from: Option['stops']): readonly string[] =>
  [...of].filter(([name]) => !from.has(name)).map(([, { words }]) => words);

const sameStops = (a: Option, b: Option): boolean => a.stops.size === b.stops.size && [...a.stops.keys()].every((name) => b.stops.has(name));

const journeyFor = (was: Option | undefined, is: Option | undefined): readonly Moment[] => {
  const gained = [...(is?.stops ?? [])].find(([name]) => was?.stops.has(name) !== true);
  const lost = [...(was?.stops ?? [])].find(([name]) => is?.stops.has(name) !== true);
  return (gained ?? lost)?.[1].journey ?? [];
};

type Told = Pick<ChoiceChange, 'kind' | 'before' | 'after' | 'lost' | 'gained' | 'journey'>;

const told = (kind: ChoiceChangeKind, was: Option | undefined, is: Option | undefined): Told => ({
  kind,
  ...(was === undefined ? {} : { before: was.way }),
  ...(is === undefined ? {} : { after: is.way }),
  lost: was === undefined ? [] : is === undefined ? was.way.leadsTo : wordsMissing(was.stops, is.stops),
  gained: is === undefined ? [] : was === undefined ? is.way.leadsTo : wordsMissing(is.stops, was.stops),
  journey: journeyFor(was, is),
});

/** Pairs options of two menus: as they were, under another key, with another meaning; what is left was lost or gained. */
const pairOptions = (was: readonly Option[], is: readonly Option[]): readonly Told[] => {
  const changes: Told[] = [];
  let [left, right] = [[...was], [...is]];
  const pairUp = (fits: (a: Option, b: Option) => boolean, kindOf: (a: Option, b: Option) => ChoiceChangeKind | undefined): void => {
    for (const a of left) {
      const b = right.find((one) => fits(a, one));
      if (b === undefined) continue;
      left = left.filter((one) => one !== a);
      right = right.filter((one) => one !== b);
      const kind = kindOf(a, b);
      if (kind !== undefined) changes.push(told(kind, a, b));
    }
  };
  pairUp(
    (a, b) => a.label === b.label && (a.meaning === b.meaning || a.key === undefined),
    (a, b) => (sameStops(a, b) ? undefined : 'leads-elsewhere'),
  );
  pairUp(
    (a, b) => a.meaning === b.meaning && a.key !== b.key,
    () => 'renumbered',
  );
  pairUp(
    (a, b) => a.key !== undefined && a.key === b.key,
    (a, b) => (sameStops(a, b) ? 'reworded' : 'replaced'),
  );
  pairUp(
    (a, b) => a.key === b.key && sameStops(a, b),
    () => 'reworded',
  );
  return [...changes, ...left.map((one) => told('lost', one, undefined)), ...right.map((one) => told('gained', undefined, one))];
};

/** What has changed on the ways on from two steps that stand for each other. `followings`: of either side, while it is open or closed. */
export const choiceChangesAt = (
  compared: Compared,
  followings: readonly [Following, Following],
  before: number,
  after: number,
): readonly Omit<ChoiceChange, 'hours'>[] => {
  const [was, is] = [waysOf(compared.sides[0], followings[0], before), waysOf(compared.sides[1], followings[1], after)];
  const nodes = [before, after] as const;
  const options = (which: 0 | 1, chosen: boolean): readonly Option[] => {
    const [own, other] = which === 0 ? [was, is] : [is, was];
    return [...own]
      .filter(([, edges]) => isChoice(compared.sides[which], edges[0]!) === chosen)
      .filter(([name, edges]) => !leadsAlike(compared, which, edges, other.get(name) ?? []))
      .map(([, edges]) => optionOf(compared, which, followings[which], nodes[which], edges));
  };
  const place = { at: momentWords(compared.sides[1], after), step: { before, after } };
  const names = [...new Set([...was.keys(), ...is.keys()])].filter((name) => !/^(?:choice|link) /u.test(name));
  const decided = names.flatMap((name) => {
    const [a, b] = [was.get(name) ?? [], is.get(name) ?? []];
    if (leadsAlike(compared, 0, a, b)) return [];
    const one = a.length === 0 ? undefined : optionOf(compared, 0, followings[0], before, a);
    const two = b.length === 0 ? undefined : optionOf(compared, 1, followings[1], after, b);
    if (one !== undefined && two !== undefined && sameStops(one, two)) return [];
    return [told(one === undefined ? 'gained' : two === undefined ? 'lost' : 'leads-elsewhere', one, two)];
  });
  return [
    ...pairOptions(options(0, true), options(1, true)).map((change) => ({ ...change, ...place, chosen: true })),
    ...decided.map((change) => ({ ...change, ...place, chosen: false })),
  ];
};

/** Whether ways of the same name lead to what nobody could tell apart. */
const leadsAlike = ({ sides, alike }: Compared, which: 0 | 1, own: readonly number[], other: readonly number[]): boolean => {
  if (own.length !== other.length) return false;
  const [was, is] = which === 0 ? [own, other] : [other, own];
  return was.every((edge, i) => alike.same(sides[0].graph.graph.to[edge]!, sides[1].graph.graph.to[is[i]!]!));
};

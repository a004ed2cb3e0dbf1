import { Journeys, type Journey } from '../graph/journeys.js';
import { reachable } from '../graph/reach.js';
import type { NodeSet, Search } from '../graph/search.js';
import { eventOf } from '../link/service-graph.js';
import { momentsOf } from '../policy/verdict-of.js';
import type { Moment } from '../policy/verdict.js';
import type { EdgeEvent, StepKind } from '../model/step.js';
import { destinationsAt, isPerson, isWalked, type Destination, type Hours } from './destinations.js';
import type { Side } from './side.js';

/** Whether customers can come to something: `maybe` where it may lie in a part that is not in view. */
export type Reach = 'yes' | 'maybe' | 'no';

/** Something that customers can come to now and could not, or no longer can. */
export interface ReachChange {
  readonly kind: Destination['kind'];
  /** As the object of "customers can reach". */
  readonly words: string;
  readonly before: Reach;
  readonly after: Reach;
  /** The shortest journey there, on the side that has one. */
  readonly journey: readonly Moment[];
  readonly hours?: Hours;
}

/** The least that it takes customers to come to a person or to the queue for one; each number is the least of its own. */
export interface Effort {
  /** Steps that are felt: something is heard, read, asked, waited for. */
  readonly steps: number;
  /** Choices that have to be made. */
  readonly choices: number;
  /** Questions that have to be answered, proofs of who they are among them. */
  readonly questions: number;
  /** Seconds of what is heard or read; recordings of unknown length count nothing. */
  readonly seconds: number;
  /** The journey with the fewest choices and questions. */
  readonly journey: readonly Moment[];
  /** Set where customers get there only by failing at something: saying nothing, not being understood, not passing a check. */
  readonly onlyByFailing?: true;
  /** Set where a part that is not in view lies nearer: a person may be reached sooner. */
  readonly perhapsSooner?: true;
}

/** How a person is reached, before and after; absent where nobody is. */
export interface EffortChange {
  /** Where exactly, as the object of "come to": `the queue Billing`. Absent: whoever is reached most easily. */
  readonly to?: string;
  readonly before?: Effort;
  readonly after?: Effort;
  readonly hours?: Hours;
}

const FELT: readonly StepKind[] = ['say', 'menu', 'ask', 'verify', 'queue', 'transfer', 'person', 'callback', 'voicemail', 'survey', 'page', 'end'];
const ASKS: readonly StepKind[] = ['ask', 'verify', 'survey'];
const FAILING: readonly EdgeEvent[] = ['timeout', 'no-input', 'no-match', 'invalid', 'limit', 'full', 'error', 'failure'];

/** One side of an entry, while it is open or closed. */
export class Entry {
  readonly #side: Side;
  readonly #start: number;
  readonly #search: Search;
  readonly #reached: Uint8Array;

  constructor(side: Side, start: number, hours: Hours | undefined) {
    this.#side = side;
    this.#start = start;
    this.#search = {
      graph: side.graph.graph,
      along: (edge) => isWalked(side, edge, hours),
      closed: () => false,
      target: () => false,
      openEnds: false,
      live: () => false,
    };
    this.#reached = reachable(this.#search, [start]);
  }

  /** Steps that customers can come to. */
  nodes(): readonly number[] {
    return [...this.#reached.keys()].filter((node) => this.#reached[node] === 1);
  }

  /** Whether a part that is not in view is among them. */
  isHidden(): boolean {
    return this.nodes().some((node) => this.#side.graph.steps[node]!.kind === 'unknown');
  }

  /** Everything that customers can come to, with the steps at which they do. */
  destinations(): ReadonlyMap<string, { readonly is: Destination; readonly nodes: ReadonlySet<number> }> {
    const found = new Map<string, { is: Destination; nodes: Set<number> }>();
    for (const node of this.nodes()) {
      for (const is of destinationsAt(this.#side, node)) {
        const known = found.get(is.key);
        if (known === undefined) found.set(is.key, { is, nodes: new Set([node]) });
        else known.nodes.add(node);
      }
    }
    return found;
  }

  /** The shortest journey to one of these steps. */
  journeyTo(nodes: ReadonlySet<number>): readonly Moment[] {
    const journey = this.#cheapest({ target: (node) => nodes.has(node) });
    return journey === undefined ? [] : momentsOf(this.#side.graph, journey.stations);
  }

  /** What it takes to come to a person for somebody who does as they are told; undefined where nobody is reached. */
  effort(target: NodeSet = (node) => isPerson(this.#side, node)): Effort | undefined {
    const { along } = this.#search;
    const willing = this.#effortAlong((edge) => along(edge) && !this.#fails(edge), target);
    if (willing !== undefined) return willing;
    const failing = this.#effortAlong(along, target);
    return failing === undefined ? undefined : { ...failing, onlyByFailing: true };
  }

  #effortAlong(along: Search['along'], target: NodeSet): Effort | undefined {
    const burden = { along, nodeCost: (node: number) => this.#asks(node), edgeCost: (edge: number) => this.#chooses(edge) };
    const easiest = this.#cheapest({ ...burden, target });
    if (easiest === undefined) return undefined;
    const least = (cost: Pick<Search, 'nodeCost' | 'edgeCost'>): number => this.#cheapest({ along, target, ...cost })?.cost ?? 0;
    const hidden = this.#cheapest({ ...burden, target: (node) => this.#side.graph.steps[node]!.kind === 'unknown' });
    return {
      steps: least({ nodeCost: (node) => this.#felt(node) }),
      choices: least({ edgeCost: (edge) => this.#chooses(edge) }),
      questions: least({ nodeCost: (node) => this.#asks(node) }),
      seconds: Math.round(least({ nodeCost: (node) => this.#lasts(node) })),
      journey: momentsOf(this.#side.graph, easiest.stations),
      ...(hidden !== undefined && hidden.cost <= easiest.cost ? { perhapsSooner: true } : {}),
    };
  }

  #cheapest(over: Partial<Search>): Journey | undefined {
    const journeys = new Journeys({ ...this.#search, ...over }, [this.#start], undefined);
    const found = journeys.find(this.#start);
    journeys.release();
    return found;
  }

  /** Whether something does not work out on this edge. A check that says no of a value need not be a failure for the customer. */
  #fails(edge: number): boolean {
    const { event, from } = this.#side.graph.graph;
    const on = eventOf(event[edge]!);
    return FAILING.includes(on) && !(on === 'failure' && this.#side.graph.steps[from[edge]!]!.kind === 'check');
  }

  #felt(node: number): number {
    const { kind, data } = this.#side.graph.steps[node]!;
    return FELT.includes(kind) || data.text === true ? 1 : 0;
  }

  #asks(node: number): number {
    return ASKS.includes(this.#side.graph.steps[node]!.kind) ? 1 : 0;
  }

  #chooses(edge: number): number {
    return ['choice', 'link'].includes(eventOf(this.#side.graph.graph.event[edge]!)) ? 1 : 0;
  }

  #lasts(node: number): number {
    const { seconds } = this.#side.graph.steps[node]!.data;
    return typeof seconds === 'number' && seconds > 0 ? seconds : 0;
  }
}

/** What customers of an entry can come to now and could not, and the other way round. */
export const reachChanges = (before: Entry, after: Entry): readonly Omit<ReachChange, 'hours'>[] => {
  const [was, is] = [before.destinations(), after.destinations()];
  const hides = { before: before.isHidden(), after: after.isHidden() };
  const lost = [...was].filter(([key]) => !is.has(key));
  const gained = [...is].filter(([key]) => !was.has(key));
  return [
    ...lost.map(([, { is: destination, nodes }]) => ({
      kind: destination.kind,
      words: destination.words,
      before: 'yes' as const,
      after: hides.after ? ('maybe' as const) : ('no' as const),
      journey: before.journeyTo(nodes),
    })),
    ...gained.map(([, { is: destination, nodes }]) => ({
      kind: destination.kind,
      words: destination.words,
      before: hides.before ? ('maybe' as const) : ('no' as const),
      after: 'yes' as const,
      journey: after.journeyTo(nodes),
    })),
  ];
};

const measures = (effort: Effort | undefined): string =>
  effort === undefined ? '' : [effort.steps, effort.choices, effort.questions, effort.seconds, effort.onlyByFailing].join(' ');

const asEffortChange = (was: Effort | undefined, is: Effort | undefined): EffortChange => ({
  ...(was === undefined ? {} : { before: was }),
  ...(is === undefined ? {} : { after: is }),
});

const burden = (effort: Effort | undefined): string =>
  effort === undefined ? '' : [effort.choices, effort.questions, effort.onlyByFailing].join(' ');

/** Of so many places at which people answer each is looked at for itself. */
const MOST_PLACES = 60;

/** How the ways to people have changed: to whoever is reached most easily, then to each place by itself, where that takes another effort. */
export const effortChanges = (before: Entry, after: Entry): readonly EffortChange[] => {
  const [was, is] = [before.effort(), after.effort()];
  const general = measures(was) === measures(is) ? [] : [asEffortChange(was, is)];
  const [places, there] = [before.destinations(), after.destinations()];
  const people = [...places].filter(([key, { is: place }]) => place.kind === 'person' && there.has(key)).slice(0, MOST_PLACES);
  // Where there is one place only, all has been said of it.
  if (people.length < 2 && general.length > 0) return general;
  const each = people.flatMap(([key, { is: place, nodes }]): readonly EffortChange[] => {
    const then = there.get(key)?.nodes ?? new Set();
    const [a, b] = [before.effort((node) => nodes.has(node)), after.effort((node) => then.has(node))];
    return burden(a) === burden(b) ? [] : [{ to: place.words, ...asEffortChange(a, b) }];
  });
  return [...general, ...each];
};

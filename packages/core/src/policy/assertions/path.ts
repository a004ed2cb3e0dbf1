import { Journeys, type Journey, type Leaving } from '../../graph/journeys.js';
import { journeyMeetingMost } from '../../graph/longest.js';
import type { Search } from '../../graph/search.js';
import { summariesOf, type Station } from '../../graph/summaries.js';
import type { Step } from '../../model/step.js';
import type { Route } from '../../source/source.js';
import { both, either, MAYBE, NO, YES, type Truth } from '../truth.js';
import { NO_ORIGIN, type Origin, type View } from '../view.js';
import {
  PLACEHOLDERS,
  type Assertion,
  type AssertionCompiler,
  type Fill,
  type Mode,
  type Placeholder,
  type Ruling,
  type Scope,
} from './assertion.js';
import { Failures } from './closest-failure.js';
import { compilePathSpec, leavingOf, searchOf, type PathSpec, type World } from './path-spec.js';
import { EVENT_WORDS, labelOf, lastWords, leftBy, pathOf, shorten, whyHidden } from './wording.js';

const FILLS: ReadonlySet<Placeholder> = new Set(PLACEHOLDERS.filter((p) => p !== 'missing' && p !== 'other'));

/**
 * `forbid path`: from no step of `from` does a journey lead to `to`. `require path`: from each of them one does. One ruling a first step; of
 * nested findings only the innermost speaks. Two worlds decide: what is certain, and what is possible (language/SEMANTICS, section 2).
 */
export const compilePath: AssertionCompiler = (env, raw, mode, fault): Assertion => {
  const spec = compilePathSpec(env, raw, fault);
  return {
    fills: FILLS,
    tellsOccasions: true,
    evaluate: (view, scope) =>
      groupsOf(view, scope, spec).flatMap((group) => {
        meetStarts(view, scope, spec, group);
        return new Judge(view, spec, group).judge(mode);
      }),
  };
};

interface Start {
  readonly node: number;
  readonly sure: Truth;
}

/** First steps whose journeys are judged by the same masks. */
interface Group {
  readonly origin: Origin;
  readonly starts: readonly Start[];
}

/** Judged steps of `from`, grouped by the values of the fields on which the path depends. */
export const groupsOf = (view: View, scope: Scope, spec: PathSpec): Group[] => {
  const groups = new Map<string, { origin: Origin; starts: Start[] }>();
  for (const node of view.candidates(spec.from)) {
    if (view.isHidden(node) || !scope.isJudged(node)) continue;
    const sure = view.ask(spec.from, node);
    if (sure === NO) continue;
    const values = spec.same.size === 0 ? [] : [...spec.same].map((field) => [field, view.step(node).data[field]] as const);
    const key = values.length === 0 ? '' : JSON.stringify(values);
    let group = groups.get(key);
    if (group === undefined) groups.set(key, (group = { origin: spec.same.size === 0 ? NO_ORIGIN : new Map(values), starts: [] }));
    group.starts.push({ node, sure });
  }
  return [...groups.values()];
};

/** Whether a step has an edge by which the path may begin. */
const leaves = (view: View, { leaving }: PathSpec, node: number): Truth => {
  if (leaving === undefined) return YES;
  const { graph } = view.graph;
  let left: Truth = NO;
  for (let e = graph.out[node]!; e < graph.out[node + 1]! && left !== YES; e++) left = either(left, view.askEdge(leaving, e));
  return left;
};

/** There is something to judge where a path could begin. */
const meetStarts = (view: View, scope: Scope, spec: PathSpec, { starts }: Group): void => {
  for (const { node } of starts) if (leaves(view, spec, node) !== NO) scope.meets(view.graph.graph.procedureOf[node]!, view.step(node).path);
};

/** Finds journeys in one world; `times` above one needs another search. */
interface Finder {
  has(node: number): boolean;
  find(node: number): Journey | undefined;
}

class Judge {
  readonly #view: View;
  readonly #spec: PathSpec;
  readonly #group: Group;
  readonly #finders: Partial<Record<World, Finder>> = {};
  readonly #opened: { release(): void }[] = [];
  #failures: Failures | undefined;

  constructor(view: View, spec: PathSpec, group: Group) {
    this.#view = view;
    this.#spec = spec;
    this.#group = group;
  }

  judge(mode: Mode): Ruling[] {
    const rulings = mode === 'forbid' ? this.#forbid() : this.#require();
    this.#view.forget(this.#group.origin);
    for (const search of this.#opened) search.release();
    return rulings;
  }

  #finder(world: World): Finder {
    return (this.#finders[world] ??= this.#make(world));
  }

  #make(world: World): Finder {
    const search = searchOf(this.#view, this.#spec, this.#group.origin, world);
    const leaving = leavingOf(this.#view, this.#spec, world);
    if (this.#spec.times > 1) return countingFinder(search, leaving, this.#spec.times);
    const journeys = this.#open(search, leaving);
    const { within } = this.#spec;
    return within === undefined ? journeys : { has: (node) => journeys.cost(node) <= within.most, find: (node) => journeys.find(node) };
  }

  #open(search: Search, leaving: Leaving): Journeys {
    const journeys = new Journeys(search, this.#nodes, leaving);
    this.#opened.push(journeys);
    return journeys;
  }

  get #nodes(): readonly number[] {
    return this.#group.starts.map(({ node }) => node);
  }

  #forbid(): Ruling[] {
    const possible = this.#group.starts.filter(({ node }) => this.#finder('may').has(node));
    if (possible.length === 0) return [];
    const broken: Start[] = [];
    const unsure: Start[] = [];
    for (const start of possible) (start.sure === YES && this.#finder('must').has(start.node) ? broken : unsure).push(start);
    const inner = this.#innermost(broken, 'must');
    const rulings: Ruling[] = [];
    for (const { node } of broken) {
      const journey = inner.find(node);
      if (journey !== undefined) rulings.push(this.#ruling('broken', node, journey));
    }
    const beyond = unsure.length === 0 ? inner : this.#innermost(broken, 'may');
    for (const { node } of unsure) {
      const journey = beyond.find(node);
      if (journey !== undefined) rulings.push(this.#ruling('unknown', node, journey));
    }
    return rulings;
  }

  /** Journeys that hold no other broken journey as their end: no broken step is left, on the way, by an edge it may be left by. */
  #innermost(broken: readonly Start[], world: World): Finder {
    const { through } = this.#spec;
    if (through !== undefined || broken.length === 0 || (broken.length === 1 && world === 'must')) return this.#finder(world);
    const search = searchOf(this.#view, this.#spec, this.#group.origin, world);
    const leaving = leavingOf(this.#view, this.#spec, world) ?? search.along;
    const { graph } = search;
    const reported = new Set(broken.map(({ node }) => node));
    const journeys = this.#open({ ...search, along: (e) => search.along(e) && !(reported.has(graph.from[e]!) && leaving(e)) }, leaving);
    return this.#spec.within === undefined
      ? journeys
      : { has: (node) => journeys.has(node), find: (node) => (journeys.cost(node) <= this.#spec.within!.most ? journeys.find(node) : undefined) };
  }

  #require(): Ruling[] {
    const rulings: Ruling[] = [];
    for (const { node, sure } of this.#asked()) {
      if (this.#finder('must').has(node)) continue;
      const possible = this.#finder('may').has(node);
      if (sure === YES && !possible) rulings.push(this.#missing(node));
      else if (sure === YES || !possible) rulings.push(this.#ruling('unknown', node, possible ? this.#finder('may').find(node) : undefined));
      else rulings.push(this.#ruling('unknown', node, this.#finder('may').find(node)));
    }
    return rulings;
  }

  /** A path by certain edges is required only of a step that has such edges. */
  #asked(): readonly Start[] {
    return this.#group.starts.flatMap(({ node, sure }) => {
      const left = leaves(this.#view, this.#spec, node);
      return left === NO ? [] : [{ node, sure: both(sure, left) }];
    });
  }

  /** A required path that is not there: the journey shows where the search ended. */
  #missing(node: number): Ruling {
    if (this.#failures === undefined) this.#opened.push((this.#failures = new Failures(this.#view, this.#spec, this.#group.origin, this.#nodes)));
    const failure = this.#failures.of(node);
    return {
      ...this.#ruling('broken', node, failure.journey),
      route: this.#view.step(node).route,
      missing: true,
      fill: this.#fill(node, failure.journey, failure.reaches),
    };
  }

  #ruling(outcome: 'broken' | 'unknown', node: number, journey: Journey | undefined): Ruling {
    const view = this.#view;
    const { graph } = view.graph;
    const stations = journey?.stations ?? [{ node, edge: -1 }];
    const first = leftBy(view, stations);
    const ruling: Ruling = {
      outcome,
      node,
      artefact: graph.procedureOf[node]!,
      route: outcome === 'broken' ? this.#placeOf(node, stations.at(-1)?.node ?? node) : view.step(node).route,
      journey: stations,
      ...(first === undefined ? {} : { leftBy: first }),
      fill: this.#fill(node, journey, true),
      identity: [view.step(node).id],
    };
    if (outcome === 'broken') return ruling;
    const hidden = this.#hidden(stations);
    return { ...ruling, hidden, why: whyHidden(view, hidden) };
  }

  /** Where a finding stands: at the first step; but the start of a script is only its title: then at what is said or done in the end. */
  #placeOf(node: number, last: number): Route {
    const { graph } = this.#view;
    const step = (at: number): Step => this.#view.step(at);
    const { procedureOf } = graph.graph;
    const artefact = procedureOf[node]!;
    const isTitle = graph.service.artefacts[artefact]?.kind === 'script' && step(node).kind === 'start' && procedureOf[last] === artefact;
    return step(isTitle && !['end', 'return'].includes(step(last).kind) ? last : node).route;
  }

  /** The first step of a possible journey that keeps it from being certain: by itself, or by the edge that leaves it. */
  #hidden(stations: readonly Station[]): number {
    const { from, to, through, avoiding, along, leaving } = this.#spec;
    const view = this.#view;
    const { origin } = this.#group;
    const last = stations.length - 1;
    const unsure = stations.findIndex(({ node }, i) => {
      if (view.step(node).kind === 'unknown') return true;
      const next = stations[i + 1]?.edge ?? -1;
      if (next >= 0 && view.graph.graph.from[next] === node && view.askEdge(i === 0 ? (leaving ?? along) : along, next) === MAYBE) return true;
      if (i === 0) return view.ask(from, node) === MAYBE;
      const asked = [avoiding, through, i === last ? to : undefined].filter((test) => test !== undefined);
      return asked.some((test) => view.ask(test, node, origin) === MAYBE);
    });
    return stations[unsure < 0 ? last : unsure]!.node;
  }

  #fill(node: number, journey: Journey | undefined, reaches: boolean): Fill {
    const view = this.#view;
    const stations = journey?.stations ?? [{ node, edge: -1 }];
    const { through, within, times, written, same } = this.#spec;
    const { origin } = this.#group;
    const fills: Readonly<Partial<Record<string, () => string | undefined>>> = {
      from: () => labelOf(view, node),
      path: () => pathOf(view, stations),
      to: () => (reaches && journey !== undefined ? labelOf(view, stations.at(-1)!.node) : written.to),
      through: () => {
        const passed = through === undefined ? undefined : stations.slice(1).find((s) => view.ask(through, s.node, origin) !== NO);
        return passed === undefined ? written.through : labelOf(view, passed.node);
      },
      event: () => {
        const first = leftBy(view, stations);
        return first === undefined ? undefined : EVENT_WORDS[first];
      },
      count: () => (times > 1 ? times : within === undefined || within.unit.name === 'steps' ? journey?.steps : journey?.cost)?.toString(),
      limit: () => (within?.most ?? (times > 1 ? times : undefined))?.toString(),
      value: () => {
        const value = [...same].map((field) => origin.get(field)).find((v) => typeof v === 'string');
        return value === undefined ? undefined : shorten(value.replaceAll('-', ' '));
      },
      text: () => lastWords(view, stations),
    };
    return (name) => fills[name]?.();
  }
}

/** Journeys that meet `times` distinct steps of `through`. What cannot be shown step by step is not claimed. */
const countingFinder = (search: Search, leaving: Leaving, times: number): Finder => {
  const { through, ...plain } = search;
  const summaries = summariesOf(plain);
  const found = new Map<number, Journey | undefined>();
  const find = (node: number): Journey | undefined => {
    if (!found.has(node)) {
      const most = journeyMeetingMost(plain, summaries, node, leaving, through!);
      found.set(node, most !== undefined && most.met >= times ? most.journey : undefined);
    }
    return found.get(node);
  };
  return { find, has: (node) => find(node) !== undefined };
};

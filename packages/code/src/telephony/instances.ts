import { keyWords, type Artefact, type Reference } from '@carelint/core/model';
import type { Names } from '../project/names.js';
import { explore } from './explore.js';
import { Flows, type Flow } from './flows.js';
import { choicesOf, leadsOf, mayLeave, type Instance } from './instance.js';
import { answer } from './handler.js';
import { Lifter, START, type Use } from './lift.js';
import { modeKey, type Happened, type Mode } from './mode.js';
import type { Placed } from './outbound.js';
import type { Route } from './routes.js';
import { Roles, type Link } from './roles.js';
import { Run } from './run.js';
import { fits, targetOf, type Target } from './targets.js';
import type { Value } from './value.js';

/** So many instances of routes are gone through in one project. */
const MOST = 2_000;
const MOST_OF_ROUTE = 10;
/** Expressions and statements that are gone through: for one way into a route, and for a project. */
const WORK = 200_000;
const ALL_WORK = 5_000_000;

const NO_QUERY: ReadonlyMap<string, string> = new Map();
const CALL: Mode = { happened: 'call', query: NO_QUERY };

/** All ways into all routes of a project. */
export class Instances {
  readonly #names: Names;
  readonly #routes: readonly Route[];
  readonly #placed: Placed;
  readonly #made = new Map<string, Instance>();
  readonly #flows = new Map<Route, Flows>();
  readonly #perRoute = new Map<Route, number>();
  /** Routes in which staff or programs call out. */
  readonly #outgoing = new Set<Route>();
  readonly #numbers: ReadonlyMap<Route, number>;
  readonly #byPath = new Map<string, readonly Route[]>();
  /** Routes by the address that means them, seen from a file. */
  readonly #meanings = new Map<string, Route | undefined>();
  readonly #ofRoute = new Map<Route, Instance[]>();
  #work = ALL_WORK;
  /** How many ways into a route are met. */
  readonly #keptOf = new Map<Route, number>();

  constructor(names: Names, routes: readonly Route[], placed: Placed) {
    this.#names = names;
    this.#routes = routes;
    this.#placed = placed;
    this.#numbers = new Map(routes.map((route, number) => [route, number]));
    for (const route of routes) this.#byPath.set(route.path, [...(this.#byPath.get(route.path) ?? []), route]);
  }

  artefacts(): readonly Artefact[] {
    const bases = this.#routes.map((route) => this.#instance(route, CALL));
    this.#follow(bases);
    const kept = this.#kept(bases);
    const circling = this.#circling(kept);
    const roles = this.#roles(kept);
    return numbered(kept.flatMap((instance) => this.#lifted(instance, roles, circling) ?? []));
  }

  /** Goes through all that the instances lead to. */
  #follow(begin: readonly Instance[]): void {
    const open = [...begin];
    for (let at = open.pop(); at !== undefined && this.#made.size < MOST; at = open.pop())
      for (const { to, happened } of at.leads) {
        const before = this.#made.size;
        const next = this.#meant(at, to, happened);
        if (next !== undefined && this.#made.size > before) open.push(next);
      }
  }

  /** The route that an address means, seen from another; undefined where there is none or several. */
  #routeOf(from: Route, target: Target): Route | undefined {
    if (target.is === 'unseen') return undefined;
    if (target.is === 'self') return from;
    const asked = `${from.site.path}\0${target.path}`;
    if (this.#meanings.has(asked)) return this.#meanings.get(asked);
    const found = this.#find(from, target.path);
    this.#meanings.set(asked, found);
    return found;
  }

  #find(from: Route, path: string): Route | undefined {
    const exact = this.#byPath.get(path) ?? [];
    let best = 0;
    let found: Route[] = [...exact];
    for (const route of exact.length > 0 ? [] : this.#routes) {
      const fit = fits(path, route.path);
      if (fit === 0 || fit < best) continue;
      if (fit > best) found = [];
      best = fit;
      found.push(route);
    }
    const same = found.filter(({ site }) => site.path === from.site.path);
    const near = same.length > 0 ? same : found;
    const isOne = near.every((each) => each.path === near[0]?.path && each.site.path === near[0].site.path);
    if (!isOne) return nearest(from, near);
    // A page may be shown at the same address, to whoever asks with another method.
    return near.length < 2 ? near[0] : (near.find((each) => this.#instance(each, CALL).flow !== undefined) ?? near[0]);
  }

  #meant(from: Instance, to: Value | undefined, happened: Happened): Instance | undefined {
    const target = targetOf(to, from.route.path);
    const route = this.#routeOf(from.route, target);
    return route === undefined ? undefined : this.#instance(route, { happened, query: target.is === 'path' ? target.query : from.mode.query });
  }

  #instance(route: Route, wanted: Mode): Instance {
    const number = this.#numbers.get(route) ?? -1;
    const own = `${number}#${modeKey(wanted)}`;
    const known = this.#made.get(own);
    if (known !== undefined) return known;
    const count = this.#perRoute.get(route) ?? 0;
    // Beyond some cases one stands for all others.
    const mode: Mode = count >= MOST_OF_ROUTE ? { happened: wanted.happened, query: NO_QUERY } : wanted;
    const key = `${number}#${modeKey(mode)}`;
    const again = this.#made.get(key);
    if (again !== undefined) return again;
    this.#perRoute.set(route, count + 1);
    const flows = this.#flowsOf(route);
    const budget = { left: Math.min(WORK, this.#work) };
    const begun = budget.left;
    const tree = explore(
      (script) => new Run(this.#names, mode, { path: route.path, base: route.base }, script, budget),
      (run) => answer(run, route),
    );
    this.#work -= begun - Math.max(0, budget.left);
    const flow = flows.of(tree);
    if (flows.outgoing) this.#outgoing.add(route);
    // What answers alike is one and the same, however it is entered.
    const others = this.#ofRoute.get(route) ?? [];
    const same = flow === undefined ? undefined : others.find((other) => other.flow === flow);
    if (same !== undefined) {
      this.#made.set(key, same);
      return same;
    }
    const instance: Instance = { route, mode, key, number, flow, leads: flow === undefined ? [] : leadsOf(flow) };
    this.#made.set(key, instance);
    this.#ofRoute.set(route, [...others, instance]);
    return instance;
  }

  /** Flows of one route are made in one place, so that equal ones are the same. */
  #flowsOf(route: Route): Flows {
    const known = this.#flows.get(route);
    if (known !== undefined) return known;
    const made = new Flows();
    this.#flows.set(route, made);
    return made;
  }

  /** Instances that a call can come to: those that nobody leads to begin one, and whatever they lead to. */
  #kept(bases: readonly Instance[]): readonly Instance[] {
    const led = new Set<Instance>();
    for (const instance of new Set(this.#made.values()))
      for (const { to, happened } of instance.leads) {
        const next = this.#meant(instance, to, happened);
        if (next !== undefined && next.route !== instance.route) led.add(next);
      }
    const entered = new Set([...led].map(({ route }) => route));
    const begin = bases.filter((base) => !entered.has(base.route) || led.has(base));
    const kept = new Set<Instance>();
    const open = [...begin];
    for (let at = open.pop(); at !== undefined; at = open.pop()) {
      if (kept.has(at)) continue;
      kept.add(at);
      for (const { to, happened } of at.leads) {
        const next = this.#meant(at, to, happened);
        if (next !== undefined) open.push(next);
      }
    }
    const out = [...kept].filter(({ flow, route }) => flow !== undefined && !this.#outgoing.has(route)).sort((a, b) => order(a, b));
    for (const { route } of out) this.#keptOf.set(route, (this.#keptOf.get(route) ?? 0) + 1);
    return out;
  }

  /** Pairs of instances that lead to each other in circles with nothing asked on the way: `from>to`. */
  #circling(kept: readonly Instance[]): ReadonlySet<string> {
    const silent = new Map(kept.map((instance) => [instance, this.#silentlyTo(instance)]));
    const out = new Set<string>();
    for (const [from, targets] of silent)
      for (const to of targets) if (to.route !== from.route && this.#reaches(to, from, silent)) out.add(`${from.key}>${to.key}`);
    return out;
  }

  #reaches(from: Instance, wanted: Instance, silent: ReadonlyMap<Instance, readonly Instance[]>): boolean {
    const seen = new Set<Instance>();
    const open = [from];
    for (let at = open.pop(); at !== undefined; at = open.pop()) {
      if (at === wanted) return true;
      if (seen.has(at)) continue;
      seen.add(at);
      open.push(...(silent.get(at) ?? []));
    }
    return false;
  }

  #silentlyTo(instance: Instance): readonly Instance[] {
    const out: Instance[] = [];
    const seen = new Set<Flow>();
    const visit = (at: Flow): void => {
      if (seen.has(at)) return;
      seen.add(at);
      if (at.is === 'on') {
        const next = this.#meant(instance, at.to, 'call');
        if (next !== undefined) out.push(next);
      } else if (at.is === 'verb' && /^(?:say|play|pause|sms)$/u.test(at.verb.name)) visit(at.rest);
      else if (at.is === 'act') visit(at.rest);
      else if (at.is === 'check' && at.decision.data.of !== 'attempts') for (const { to } of at.exits) visit(to);
    };
    if (instance.flow !== undefined) visit(instance.flow);
    return out;
  }

  #roles(kept: readonly Instance[]): Roles {
    const links: Link[] = [];
    let isLost = false;
    const all = new Set(kept);
    for (const from of kept)
      for (const lead of from.leads) {
        const to = this.#meant(from, lead.to, lead.happened);
        if (to === undefined) isLost = true;
        else if (to !== from && all.has(to)) links.push({ from, lead, to });
      }
    const routes = (targets: readonly Target[]): ReadonlySet<Route> => new Set(targets.flatMap((target) => this.#atAddress(target)));
    const { calls, whispers } = this.#placed;
    const placed = { calls: routes(calls), whispers: routes(whispers), unseen: calls.some(({ is }) => is === 'unseen') };
    return new Roles(kept, links, placed, isLost);
  }

  /** Routes that an address means, seen from nowhere. */
  #atAddress(target: Target): readonly Route[] {
    if (target.is !== 'path') return [];
    const fitting = this.#routes.map((route) => ({ route, fit: fits(target.path, route.path) }));
    const best = Math.max(0, ...fitting.map(({ fit }) => fit));
    return best === 0 ? [] : fitting.filter(({ fit }) => fit === best).map(({ route }) => route);
  }

  #lifted(instance: Instance, roles: Roles, circling: ReadonlySet<string>): Artefact | undefined {
    const { flow, route, mode } = instance;
    if (flow === undefined) return undefined;
    const role = roles.of(instance);
    // What is told of a call that is over, or is still to come, gets an empty answer.
    if (flow.is === 'over' && role !== 'sub-flow') return undefined;
    const { path } = route.site;
    const name = (this.#keptOf.get(route) ?? 0) > 1 ? nameOf(route, mode) : route.path;
    const use: Use = {
      path,
      role,
      refer: (to, happened) => this.#reference(instance, to, happened),
      choicesAt: (to, happened) => choicesOf(this.#meant(instance, to, happened)?.flow),
      keyWords: wordsBefore(instance, roles),
      leaves: (to) => mayLeave(this.#meant(instance, to, 'call')?.flow),
      circles: (to) => {
        const next = this.#meant(instance, to, 'call');
        return next !== undefined && circling.has(`${instance.key}>${next.key}`);
      },
    };
    const lifter = new Lifter(use);
    lifter.lift(flow, route.site);
    const { steps, edges, utterances } = lifter.draft;
    return {
      kind: 'flow',
      role,
      channel: 'phone',
      id: name,
      name,
      keys: [`code:${instance.key}`],
      path,
      syntax: 'text',
      route: [route.site.start, route.site.end],
      start: START,
      steps,
      edges,
      utterances,
      format: 'code',
    };
  }

  #reference(from: Instance, to: Value | undefined, happened: Happened): Reference {
    const target = targetOf(to, from.route.path);
    if (target.is === 'unseen') return { as: 'transfer', keys: [], label: 'another address', dynamic: target.why };
    const next = this.#meant(from, to, happened);
    const label = target.is === 'self' ? from.route.path : target.shown;
    if (next === undefined) return { as: 'transfer', keys: [], label, dynamic: `no route "${label}" is among the files read` };
    if (next.flow === undefined || this.#outgoing.has(next.route))
      return { as: 'transfer', keys: [], label, dynamic: `what "${label}" answers cannot be seen` };
    return { as: 'transfer', keys: [`code:${next.key}`], label };
  }
}

/** Flows of the same address in the same file (for other methods, or never come to) are told apart. */
const numbered = (artefacts: readonly Artefact[]): readonly Artefact[] => {
  const counts = new Map<string, number>();
  return artefacts.map((artefact) => {
    const key = `${artefact.path}\0${artefact.id}`;
    const count = (counts.get(key) ?? 0) + 1;
    counts.set(key, count);
    const id = `${artefact.id} (${count})`;
    return count === 1 ? artefact : { ...artefact, id, name: id };
  });
};

/** What callers were told about keys where they were asked. */
const wordsBefore = (instance: Instance, roles: Roles): ReadonlyMap<string, string> => {
  const out = new Map<string, string>();
  const said = [...roles.into(instance).map(({ lead }) => lead), ...instance.leads.filter(({ to }) => to === undefined)];
  for (const { as, words } of said) if (as === 'question') for (const [key, told] of keyWords(words)) if (!out.has(key)) out.set(key, told);
  return out;
};

const nearest = (from: Route, routes: readonly Route[]): Route | undefined => {
  const common = ({ site }: Route): number => {
    const [a, b] = [from.site.path.split('/'), site.path.split('/')];
    let at = 0;
    while (at < a.length && a[at] === b[at]) at++;
    return at;
  };
  const sorted = [...routes].sort((a, b) => common(b) - common(a));
  const [first, second] = sorted;
  return first !== undefined && (second === undefined || common(second) < common(first)) ? first : undefined;
};

const order = (a: Instance, b: Instance): number => a.number - b.number || (a.key < b.key ? -1 : 1);

const AFTER: Readonly<Record<Happened, string>> = {
  call: '',
  keyed: ' (answered)',
  spoken: ' (answered)',
  answered: ' (answered)',
  'not-reached': ' (nobody answered)',
  recorded: ' (recorded)',
  'left-queue': ' (queue left)',
  anything: ' (asked)',
};

const nameOf = ({ path }: Route, { happened, query }: Mode): string => {
  const asked = [...query].map(([name, value]) => `${name}=${value}`).join('&');
  return `${path}${asked === '' ? '' : `?${asked}`}${AFTER[happened]}`;
};

import { keyWords, type Artefact, type Reference } from '@carelint/core/model';
import type { CodeProject } from '../project/project.js';
import { explore } from './explore.js';
import { Flows, type Flow } from './flows.js';
import { answer } from './handler.js';
import { Lifter, START, type Use } from './lift.js';
import { answeredBy } from './lift-verb.js';
import { modeKey, type Happened, type Mode } from './mode.js';
import type { Placed } from './outbound.js';
import type { Route } from './routes.js';
import { Run } from './run.js';
import { heardAt, wordsOfAll } from './speech.js';
import { fits, targetOf, type Target } from './targets.js';
import type { Value, Verb } from './value.js';

/** A route as it is entered in one way. */
interface Instance {
  readonly route: Route;
  readonly mode: Mode;
  readonly key: string;
  /** Its route's place among all. */
  readonly number: number;
  readonly flow: Flow | undefined;
  /** Where it leads, and how. */
  readonly leads: readonly Lead[];
}

interface Lead {
  readonly to: Value | undefined;
  readonly happened: Happened;
  readonly as: 'on' | 'hold' | 'question';
  /** What was said at the question. */
  readonly words: string;
}

/** So many instances of routes are gone through in one project. */
const MOST = 2_000;
const MOST_OF_ROUTE = 10;

const NO_QUERY: ReadonlyMap<string, string> = new Map();

/** All ways into all routes of a project. */
export class Instances {
  readonly #project: CodeProject;
  readonly #routes: readonly Route[];
  readonly #placed: Placed;
  readonly #made = new Map<string, Instance>();
  readonly #perRoute = new Map<Route, number>();
  /** Routes in which staff or programs call out. */
  readonly #outgoing = new Set<Route>();
  #ledFrom: Map<Instance, Instance[]> | undefined;

  constructor(project: CodeProject, routes: readonly Route[], placed: Placed) {
    this.#project = project;
    this.#routes = routes;
    this.#placed = placed;
  }

  artefacts(): readonly Artefact[] {
    const bases = this.#routes.map((route) => this.#instance(route, { happened: 'call', query: NO_QUERY }));
    this.#follow(bases);
    const kept = this.#kept(bases);
    const circling = this.#circling(kept);
    return kept.flatMap((instance) => this.#lifted(instance, kept, circling) ?? []);
  }

  /** Goes through all that the instances lead to. */
  #follow(begin: readonly Instance[]): void {
    const open = [...begin];
    for (let at = open.pop(); at !== undefined && this.#made.size < MOST; at = open.pop())
      for (const { to, happened } of at.leads) {
        const before = this.#made.size;
        const next = this.#meant(at.route, to, happened);
        if (next !== undefined && this.#made.size > before) open.push(next);
      }
  }

  /** The route that an address means, seen from another; undefined where there is none or several. */
  #routeOf(from: Route, target: Target): Route | undefined {
    if (target.is === 'unseen') return undefined;
    if (target.is === 'self') return from;
    let best = 0;
    let found: Route[] = [];
    for (const route of this.#routes) {
      const fit = fits(target.path, route.path);
      if (fit === 0 || fit < best) continue;
      if (fit > best) found = [];
      best = fit;
      found.push(route);
    }
    const same = found.filter(({ site }) => site.path === from.site.path);
    const near = same.length > 0 ? same : found;
    return near.every(({ path, site }) => path === near[0]?.path && site.path === near[0].site.path) ? near[0] : nearest(from, near);
  }

  #meant(from: Route, to: Value | undefined, happened: Happened): Instance | undefined {
    const target = targetOf(to, from.path);
    const route = this.#routeOf(from, target);
    return route === undefined ? undefined : this.#instance(route, { happened, query: target.is === 'path' ? target.query : NO_QUERY });
  }

  #instance(route: Route, wanted: Mode): Instance {
    const number = this.#routes.indexOf(route);
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
    const flows = new Flows();
    const flow = flows.of(
      explore(
        (script) => new Run(this.#project, mode, { path: route.path, base: route.base }, script),
        (run) => answer(run, route),
      ),
    );
    if (flows.outgoing) this.#outgoing.add(route);
    const instance: Instance = { route, mode, key, number, flow, leads: flow === undefined ? [] : leadsOf(flow) };
    this.#made.set(key, instance);
    return instance;
  }

  /** Instances that a call can come to: those that nobody leads to begin one, and whatever they lead to. */
  #kept(bases: readonly Instance[]): readonly Instance[] {
    const led = new Set<Instance>();
    for (const instance of this.#made.values())
      for (const { to, happened } of instance.leads) {
        const next = this.#meant(instance.route, to, happened);
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
        const next = this.#meant(at.route, to, happened);
        if (next !== undefined) open.push(next);
      }
    }
    return [...kept].filter(({ flow, route }) => flow !== undefined && !this.#outgoing.has(route)).sort((a, b) => order(a, b));
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

  #silentlyTo({ flow, route }: Instance): readonly Instance[] {
    const out: Instance[] = [];
    const seen = new Set<Flow>();
    const visit = (at: Flow): void => {
      if (seen.has(at)) return;
      seen.add(at);
      if (at.is === 'on') {
        const next = this.#meant(route, at.to, 'call');
        if (next !== undefined) out.push(next);
      } else if (at.is === 'verb' && /^(?:say|play|pause|sms)$/u.test(at.verb.name)) visit(at.rest);
      else if (at.is === 'act') visit(at.rest);
      else if (at.is === 'check' && at.decision.data.of !== 'attempts') for (const { to } of at.exits) visit(to);
    };
    if (flow !== undefined) visit(flow);
    return out;
  }

  #lifted(instance: Instance, kept: readonly Instance[], circling: ReadonlySet<string>): Artefact | undefined {
    const { flow, route, mode } = instance;
    if (flow === undefined) return undefined;
    const role = this.#roleOf(instance, kept);
    // What is told of a call that is over, or is still to come, gets an empty answer.
    if (flow.is === 'over' && role !== 'sub-flow') return undefined;
    const { path } = route.site;
    const name = kept.some((other) => other !== instance && other.route === route) ? nameOf(route, mode) : route.path;
    const use: Use = {
      path,
      role,
      refer: (to, happened) => this.#reference(route, to, happened),
      choicesAt: (to, happened) => choicesOf(this.#meant(route, to, happened)?.flow),
      keyWords: this.#wordsBefore(instance, kept),
      leaves: (to) => mayLeave(this.#meant(route, to, 'call')?.flow),
      circles: (to) => {
        const next = this.#meant(route, to, 'call');
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

  #reference(route: Route, to: Value | undefined, happened: Happened): Reference {
    const target = targetOf(to, route.path);
    if (target.is === 'unseen') return { as: 'transfer', keys: [], label: 'another address', dynamic: target.why };
    const next = this.#meant(route, to, happened);
    const label = target.is === 'self' ? route.path : target.shown;
    if (next === undefined) return { as: 'transfer', keys: [], label, dynamic: `no route "${label}" is among the files read` };
    if (next.flow === undefined || this.#outgoing.has(next.route))
      return { as: 'transfer', keys: [], label, dynamic: `what "${label}" answers cannot be seen` };
    return { as: 'transfer', keys: [`code:${next.key}`], label };
  }

  /** What callers were told about keys where they were asked. */
  #wordsBefore(instance: Instance, kept: readonly Instance[]): ReadonlyMap<string, string> {
    const out = new Map<string, string>();
    for (const from of kept)
      for (const { to, happened, as, words } of from.leads) {
        if (as !== 'question' || words === '' || this.#meant(from.route, to, happened) !== instance) continue;
        for (const [key, said] of keyWords(words)) if (!out.has(key)) out.set(key, said);
      }
    return out;
  }

  #roleOf(instance: Instance, kept: readonly Instance[]): Use['role'] {
    const isMeant = (targets: readonly Target[]): boolean =>
      targets.some((target) => target.is === 'path' && this.#routeOf(instance.route, target) === instance.route);
    if (isMeant(this.#placed.whispers)) return 'whisper';
    if (isMeant(this.#placed.calls) || this.#isPlaced(instance, kept)) return 'outbound';
    const leads = kept.flatMap((from) =>
      from.leads.filter(({ to, happened }) => from.route !== instance.route && this.#meant(from.route, to, happened) === instance),
    );
    if (leads.length > 0 && leads.every(({ as }) => as === 'hold')) return 'hold';
    if (this.#isLedTo(instance, kept)) return 'sub-flow';
    return this.#begins(instance, kept) ? 'entry' : 'sub-flow';
  }

  /** It is only come to from calls that the program places. */
  #isPlaced(instance: Instance, kept: readonly Instance[]): boolean {
    const seen = new Set<Instance>();
    const open = [instance];
    let placed = false;
    for (let at = open.pop(); at !== undefined; at = open.pop()) {
      if (seen.has(at)) continue;
      seen.add(at);
      const { route } = at;
      if (this.#placed.calls.some((target) => target.is === 'path' && this.#routeOf(route, target) === route)) {
        placed = true;
        continue;
      }
      const before = kept.filter(
        (from) => from.route !== route && from.leads.some(({ to, happened }) => this.#meant(from.route, to, happened)?.route === route),
      );
      if (before.length === 0) return this.#mayBePlaced(at);
      open.push(...before);
    }
    return placed;
  }

  /** The program places calls and does not show what is heard in them: that may be this. */
  #mayBePlaced({ route }: Instance): boolean {
    if (OUTBOUND.test(route.path)) return true;
    return this.#placed.calls.some(({ is }) => is === 'unseen') && !INBOUND.test(route.path);
  }

  /** Whether a call begins there: nobody leads there from outside its own circle, and nothing is expected of those who come. */
  #begins({ route, flow, mode }: Instance, kept: readonly Instance[]): boolean {
    if (mode.happened !== 'call') return false;
    if (kept.some((from) => from.route === route && from.mode.query.size < mode.query.size)) return false;
    const isLost = kept.some((from) => from.leads.some(({ to }) => this.#routeOf(from.route, targetOf(to, from.route.path)) === undefined));
    const expects = route.handlers.some((handler) => /\b(?:Digits|SpeechResult|DialCallStatus|RecordingUrl|RecordingSid)\b/u.test(handler.getText()));
    return !(isLost && expects) && flow !== undefined;
  }

  /** All instances that a call may come from before it comes to this one; itself only where there is a circle. */
  #before(instance: Instance, kept: readonly Instance[]): ReadonlySet<Instance> {
    const seen = new Set<Instance>();
    const open = [instance];
    for (let at = open.pop(); at !== undefined; at = open.pop())
      for (const from of this.#into(at, kept))
        if (!seen.has(from)) {
          seen.add(from);
          open.push(from);
        }
    return seen;
  }

  #into(instance: Instance, kept: readonly Instance[]): readonly Instance[] {
    return (this.#ledFrom ??= this.#turned(kept)).get(instance) ?? [];
  }

  #turned(kept: readonly Instance[]): Map<Instance, Instance[]> {
    const out = new Map<Instance, Instance[]>();
    for (const from of kept)
      for (const { to, happened } of from.leads) {
        const next = this.#meant(from.route, to, happened);
        if (next === undefined || next === from) continue;
        const list = out.get(next);
        if (list === undefined) out.set(next, [from]);
        else if (!list.includes(from)) list.push(from);
      }
    return out;
  }

  /** Whether a call comes from elsewhere before it comes to this one: not only by going round to it. */
  #isLedTo(instance: Instance, kept: readonly Instance[]): boolean {
    const before = this.#before(instance, kept);
    if (before.size === 0) return false;
    // In a circle that nobody leads into, one has to be the first: the one that is named so, else the one that is written first.
    const circle = [...before].filter((each) => this.#before(each, kept).has(instance));
    if (circle.length < before.size) return [...before].some((each) => !circle.includes(each));
    const candidates = [...new Set([instance, ...circle])].filter(({ mode }) => mode.happened === 'call' && mode.query.size === 0);
    const [first] = candidates.sort((a, b) => rank(a) - rank(b) || order(a, b));
    return first !== instance;
  }
}

const rank = ({ route }: Instance): number =>
  (INBOUND.test(route.path) || /voice|call|phone|^\/$/iu.test(route.path) ? 0 : 1) * 100 + route.path.split('/').length;

const OUTBOUND = /outbound|outgoing|reminder|alert|notif|campaign|broadcast|whisper|screen|call-?back|confirm/iu;
const INBOUND = /inbound|incoming|answer|welcome|ivr|menu|support|entry|main|greet|receive/iu;

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

/** Where a flow leads. */
const leadsOf = (flow: Flow): readonly Lead[] => {
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
const mayLeave = (flow: Flow | undefined): boolean => {
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
const choicesOf = (flow: Flow | undefined): readonly string[] | undefined => {
  let at = flow;
  while (at !== undefined && (at.is === 'act' || (at.is === 'check' && at.decision.answer !== 'answer')))
    at = at.is === 'act' ? at.rest : at.exits[0]?.to;
  if (at?.is !== 'check' || at.decision.answer !== 'answer') return undefined;
  const labels = at.exits.flatMap(({ on, label }) => (on === 'choice' && label !== undefined ? [label] : []));
  return labels.length === 0 ? undefined : labels;
};

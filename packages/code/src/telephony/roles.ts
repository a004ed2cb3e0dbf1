import type { Instance, Lead } from './instance.js';
import type { Use } from './lift.js';
import type { Route } from './routes.js';

/** One instance leads to another. */
export interface Link {
  readonly from: Instance;
  readonly lead: Lead;
  readonly to: Instance;
}

/** What is known of the calls that a program places. */
export interface PlacedRoutes {
  /** Routes that are heard in them. */
  readonly calls: ReadonlySet<Route>;
  /** Routes that are heard by whoever is called along. */
  readonly whispers: ReadonlySet<Route>;
  /** There are calls of which nobody can see what is heard in them. */
  readonly unseen: boolean;
}

const OUTBOUND = /outbound|outgoing|reminder|campaign|broadcast|whisper/iu;
const INBOUND = /inbound|incoming|answer|welcome|ivr|menu|support|entry|main|greet|receive/iu;
const EXPECTS = /\b(?:Digits|SpeechResult|DialCallStatus|RecordingUrl|RecordingSid)\b/u;

/** Of the routes of a circle into which nobody leads, the one at which a call begins comes first. */
const rank = ({ route, number }: Instance): number =>
  (INBOUND.test(route.path) || /voice|call|phone|^\/$/iu.test(route.path) ? 0 : 1_000_000) + route.path.split('/').length * 10_000 + number;

/** Finds out what each instance is for, from who leads to it. */
export class Roles {
  readonly #placed: PlacedRoutes;
  readonly #into = new Map<Instance, Link[]>();
  readonly #outOf = new Map<Instance, Link[]>();
  /** Somebody leads to an address that is not in view: it may be any. */
  readonly #isLost: boolean;
  /** How many parameters the plainest way into a route has. */
  readonly #plainest = new Map<Route, number>();

  constructor(kept: readonly Instance[], links: readonly Link[], placed: PlacedRoutes, isLost: boolean) {
    this.#placed = placed;
    this.#isLost = isLost;
    for (const link of links) {
      put(this.#into, link.to, link);
      put(this.#outOf, link.from, link);
    }
    for (const { route, mode } of kept) this.#plainest.set(route, Math.min(this.#plainest.get(route) ?? Infinity, mode.query.size));
  }

  /** Who leads to an instance, and how. */
  into(instance: Instance): readonly Link[] {
    return this.#into.get(instance) ?? [];
  }

  of(instance: Instance): Use['role'] {
    if (this.#placed.whispers.has(instance.route)) return 'whisper';
    if (this.#placed.calls.has(instance.route) || this.#isPlaced(instance)) return 'outbound';
    const others = this.into(instance).filter(({ from }) => from.route !== instance.route);
    if (others.length > 0 && others.every(({ lead }) => lead.as === 'hold')) return 'hold';
    return this.#isLedTo(instance) || !this.#begins(instance) ? 'sub-flow' : 'entry';
  }

  /** It is only come to from calls that the program places. */
  #isPlaced(instance: Instance): boolean {
    const before = [instance, ...this.#reached(instance, 'into')];
    const origins = before.filter((each) => this.into(each).every(({ from }) => from.route === each.route) || this.#placed.calls.has(each.route));
    return origins.length > 0 && origins.every((each) => this.#mayBePlaced(each.route));
  }

  /** The program places calls and does not show what is heard in them: that may be this. */
  #mayBePlaced(route: Route): boolean {
    return this.#placed.calls.has(route) || OUTBOUND.test(route.path) || (this.#placed.unseen && !INBOUND.test(route.path));
  }

  /** All instances that are come to from one, or from which it is come to; itself only where there is a circle. */
  #reached(instance: Instance, way: 'into' | 'out'): ReadonlySet<Instance> {
    const seen = new Set<Instance>();
    const open = [instance];
    for (let at = open.pop(); at !== undefined; at = open.pop()) {
      for (const { from, to } of (way === 'into' ? this.#into : this.#outOf).get(at) ?? []) {
        const next = way === 'into' ? from : to;
        if (seen.has(next)) continue;
        seen.add(next);
        open.push(next);
      }
    }
    return seen;
  }

  /** Whether a call comes from elsewhere before it comes to this one: not only by going round to it. */
  #isLedTo(instance: Instance): boolean {
    const before = this.#reached(instance, 'into');
    if (before.size === 0) return false;
    const after = this.#reached(instance, 'out');
    const circle = [...before].filter((each) => after.has(each));
    if (circle.length < before.size) return true;
    // In a circle that nobody leads into, one has to be the first.
    const candidates = [...new Set([instance, ...circle])].filter(({ mode }) => mode.happened === 'call' && mode.query.size === 0);
    return candidates.some((each) => rank(each) < rank(instance)) || !candidates.includes(instance);
  }

  /** Whether a call may begin there: nothing is expected of those who come. */
  #begins({ route, mode }: Instance): boolean {
    if (mode.happened !== 'call' || mode.query.size > (this.#plainest.get(route) ?? 0)) return false;
    return !(this.#isLost && route.handlers.some((handler) => EXPECTS.test(handler.getText())));
  }
}

const put = (map: Map<Instance, Link[]>, key: Instance, link: Link): void => {
  const list = map.get(key);
  if (list === undefined) map.set(key, [link]);
  else list.push(link);
};

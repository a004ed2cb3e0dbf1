import type { EdgeSet, Search } from '../../graph/search.js';
import { eventOf } from '../../link/service-graph.js';
import { isNotSeen } from '../../model/step.js';
import { compileEdgePattern, NOT_FAULT } from '../edge-pattern.js';
import type { Environment } from '../environment.js';
import { faultBelow, type Fault } from '../fault.js';
import { compileStepPattern } from '../step-pattern.js';
import { MAYBE, YES, type Truth } from '../truth.js';
import type { EdgeTest, NodeTest, Origin, View } from '../view.js';
import { isMap } from '../../source/values.js';

/** `must`: only what is certain counts. `may`: everything possible does. */
export type World = 'must' | 'may';

/** What `within` and `by` count. */
export interface Unit {
  readonly name: string;
  /** Cost of entering a step; undefined for plain steps and for clicks. */
  readonly node?: (view: View, node: number, origin: Origin, world: World) => number;
  /** Cost of an edge. */
  readonly edge?: (view: View, edge: number) => number;
}

/** A compiled `path`. */
export interface PathSpec {
  readonly from: NodeTest;
  readonly leaving: EdgeTest | undefined;
  readonly along: EdgeTest;
  readonly through: NodeTest | undefined;
  readonly to: NodeTest;
  readonly avoiding: NodeTest | undefined;
  readonly within: { readonly unit: Unit; readonly most: number } | undefined;
  /** How many distinct steps of `through` must be met. */
  readonly times: number;
  /** Fields of the first step on which the other patterns depend. */
  readonly same: ReadonlySet<string>;
  /** The names of `to` and `through` as they are written, for messages. */
  readonly written: { readonly to: string; readonly through: string };
}

const KEYS = new Set(['from', 'leaving-by', 'along', 'through', 'to', 'avoiding', 'within', 'times']);

/** Compiles the keywords of a path. */
export const compilePathSpec = (env: Environment, raw: unknown, fault: Fault): PathSpec => {
  if (!isMap(raw)) return fault([], '`path` is a block of `from`, `to`, and what lies between.');
  for (const key of Object.keys(raw)) if (!KEYS.has(key)) fault([key], `\`${key}\` is not known in a path. Known: ${[...KEYS].join(', ')}.`);
  for (const key of ['from', 'to']) if (raw[key] === undefined) fault([], `A path needs \`${key}\`.`);
  const inner = (key: string): Environment => ({ ...env, fault: faultBelow(fault, key) });
  const steps = (key: string): NodeTest | undefined => (raw[key] === undefined ? undefined : compileStepPattern(inner(key), raw[key], []));
  const edges = (key: string): EdgeTest | undefined => (raw[key] === undefined ? undefined : compileEdgePattern(inner(key), raw[key], []));
  const from = steps('from')!;
  const to = steps('to')!;
  const through = steps('through');
  const avoiding = steps('avoiding');
  const times = raw['times'] ?? 1;
  if (from.same.size > 0) fault(['from'], '`same` compares with the first step of a journey, so the first step cannot use it.');
  if (typeof times !== 'number' || !Number.isInteger(times) || times < 1) return fault(['times'], '`times` is a whole number, at least 1.');
  if (times > 1 && through === undefined) fault(['times'], '`times` counts the steps of `through`; say what is passed.');
  if (times > 1 && raw['within'] !== undefined)
    fault(['within'], '`within` and `times` do not go together: the path with most such steps is not the cheapest.');
  const same = new Set([to, through, avoiding].flatMap((test) => [...(test?.same ?? [])]));
  const within = raw['within'] === undefined ? undefined : compileBound(env, raw['within'], faultBelow(fault, 'within'));
  return {
    from,
    to,
    through,
    avoiding,
    times,
    same,
    within,
    leaving: edges('leaving-by'),
    along: edges('along') ?? NOT_FAULT,
    written: { to: nameOf(raw['to']), through: nameOf(raw['through']) },
  };
};

/** What a pattern is called where no step stands for it. */
const nameOf = (raw: unknown): string => {
  if (typeof raw === 'string') return raw.replaceAll('-', ' ');
  if (Array.isArray(raw))
    return raw
      .map(nameOf)
      .filter((name, i, all) => all.indexOf(name) === i)
      .join(' or ');
  if (isMap(raw) && raw['kind'] !== undefined) return nameOf(raw['kind']);
  return 'such a step';
};

/** Compiles `{unit: n}`. */
export const compileBound = (env: Environment, raw: unknown, fault: Fault): { unit: Unit; most: number } => {
  const entries = isMap(raw) ? Object.entries(raw) : [];
  const [name, most] = entries[0] ?? [];
  if (entries.length !== 1 || name === undefined || typeof most !== 'number' || most < 0)
    return fault([], 'Write one unit and a number, such as `{ efforts: 2 }`.');
  return { unit: compileUnit(env, name, faultBelow(fault, name)), most };
};

const compileUnit = (env: Environment, name: string, fault: Fault): Unit => {
  if (name === 'steps') return { name };
  if (name === 'clicks') return { name, edge: (view, edge) => (['choice', 'link'].includes(eventOf(view.graph.graph.event[edge]!)) ? 1 : 0) };
  const unsure = (world: World): number => (world === 'must' ? Infinity : 0);
  if (name === 'seconds' || name === 'words') {
    return {
      name,
      node: (view, node, _origin, world) => {
        const value = view.step(node).kind === 'unknown' ? undefined : view.step(node).data[name];
        if (view.step(node).kind === 'unknown' || isNotSeen(value)) return unsure(world);
        return typeof value === 'number' ? value : 0;
      },
    };
  }
  const pattern = compileStepPattern({ ...env, fault }, name, []);
  return {
    name,
    node: (view, node, origin, world) => {
      if (view.step(node).kind === 'unknown') return unsure(world);
      const answer = view.ask(pattern, node, origin);
      return answer === YES ? 1 : answer === MAYBE && world === 'must' ? 1 : 0;
    },
  };
};

/** What a path may be made of in one world. */
export const searchOf = (view: View, spec: PathSpec, origin: Origin, world: World): Search => {
  const least: Truth = world === 'must' ? YES : MAYBE;
  const { graph, live } = view.graph;
  const { node, edge } = spec.within?.unit ?? {};
  return {
    graph,
    along: view.edges(spec.along, least),
    closed: spec.avoiding === undefined ? () => false : view.set(spec.avoiding, world === 'must' ? MAYBE : YES, origin),
    target: view.set(spec.to, least, origin),
    openEnds: world === 'may',
    live: (caller) => live[caller] === 1,
    ...(spec.through === undefined ? {} : { through: view.set(spec.through, least, origin) }),
    ...(node === undefined ? {} : { nodeCost: (v: number) => node(view, v, origin, world) }),
    ...(edge === undefined ? {} : { edgeCost: (e: number) => edge(view, e) }),
  };
};

/** The edges by which a journey may leave its first step, in one world; undefined: as every later one. */
export const leavingOf = (view: View, spec: PathSpec, world: World): EdgeSet | undefined =>
  spec.leaving === undefined ? undefined : view.edges(spec.leaving, world === 'must' ? YES : MAYBE);

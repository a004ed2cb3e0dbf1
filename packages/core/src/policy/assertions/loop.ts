import { LoopFinder } from '../../graph/loops.js';
import type { Search } from '../../graph/search.js';
import type { Station } from '../../graph/summaries.js';
import { compileEdgePattern, NOT_FAULT } from '../edge-pattern.js';
import { faultBelow } from '../fault.js';
import { compileStepPattern } from '../step-pattern.js';
import { MAYBE, NO, YES } from '../truth.js';
import type { NodeTest, View } from '../view.js';
import { filling, type Assertion, type AssertionCompiler, type Placeholder, type Ruling, type Scope } from './assertion.js';
import type { World } from './path-spec.js';
import { EVENT_WORDS, labelOf, lastWords, leftBy, pathOf, whyHidden } from './wording.js';

const FILLS: ReadonlySet<Placeholder> = new Set(['from', 'event', 'path', 'count', 'text', 'artefact', 'at']);
const KEYS = new Set(['through', 'along', 'avoiding']);

/** `forbid loop`: no closed walk leads through such a step. One finding a strongly connected component (language/SEMANTICS, section 3). */
export const compileLoop: AssertionCompiler = (env, raw, mode, fault): Assertion => {
  if (mode === 'require') return fault([], 'A loop can only be forbidden: there is nothing that a customer gains from going in circles.');
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) return fault([], '`loop` is a block of `through`, `along`, `avoiding`.');
  const given = raw as Record<string, unknown>;
  for (const key of Object.keys(given)) if (!KEYS.has(key)) fault([key], `\`${key}\` is not known in a loop. Known: ${[...KEYS].join(', ')}.`);
  const steps = (key: string): NodeTest | undefined => {
    if (given[key] === undefined) return undefined;
    const test = compileStepPattern({ ...env, fault: faultBelow(fault, key) }, given[key], []);
    return test.same.size > 0 ? fault([key], '`same` compares with the first step of a journey; a loop has none.') : test;
  };
  const through = steps('through') ?? fault([], 'A loop needs `through`: the kind of step it must not pass.');
  const avoiding = steps('avoiding');
  const along = given['along'] === undefined ? NOT_FAULT : compileEdgePattern({ ...env, fault: faultBelow(fault, 'along') }, given['along'], []);
  const search = (view: View, scope: Scope, world: World): Search => {
    const least = world === 'must' ? YES : MAYBE;
    const passed = view.set(through, least);
    const { graph, live } = view.graph;
    return {
      graph,
      along: view.edges(along, least),
      target: () => false,
      openEnds: false,
      live: (caller) => live[caller] === 1,
      through: (node) => passed(node) && !view.isHidden(node) && scope.isJudged(node),
      closed: avoiding === undefined ? () => false : view.set(avoiding, world === 'must' ? MAYBE : YES),
    };
  };
  const isUnsure = (view: View, { node, edge }: Station): boolean =>
    view.step(node).kind === 'unknown' ||
    [through, avoiding].some((test) => test !== undefined && view.ask(test, node) === MAYBE) ||
    (edge >= 0 && view.askEdge(along, edge) === MAYBE);
  return {
    fills: FILLS,
    tellsOccasions: true,
    evaluate: (view, scope) => {
      for (const node of view.candidates(through))
        if (!view.isHidden(node) && scope.isJudged(node) && view.ask(through, node) !== NO)
          scope.meets(view.graph.graph.procedureOf[node]!, view.step(node).path);
      return evaluate(view, search(view, scope, 'must'), () => search(view, scope, 'may'), isUnsure);
    },
  };
};

const evaluate = (view: View, must: Search, may: () => Search, isUnsure: (view: View, station: Station) => boolean): Ruling[] => {
  const broken = new LoopFinder(must).find();
  const sure = new Set(broken.flatMap((loop) => loop.stations.map((s) => s.node)));
  const rulings = broken.map((loop) => ruling(view, 'broken', loop.stations, undefined));
  const possible = new LoopFinder(may());
  const passed = new Set<number>();
  const hiding = new Set<number>();
  for (const loop of possible.find()) {
    if (loop.stations.some((s) => sure.has(s.node)) || loop.members.some((node) => sure.has(node))) continue;
    const hidden = (loop.stations.find((s) => isUnsure(view, s)) ?? loop.stations[0]!).node;
    passed.add(loop.stations[0]!.node);
    hiding.add(hidden);
    rulings.push(ruling(view, 'unknown', loop.stations, hidden));
  }
  // What is out of view may lead back to a step from which it can be reached.
  if (!view.graph.graph.open.includes(1)) return rulings;
  possible.reachable((node, walk) => {
    if (view.graph.graph.open[node] === 0 || hiding.has(node)) return;
    const stations = walk();
    if (!sure.has(stations[0]!.node) && !passed.has(stations[0]!.node)) rulings.push(ruling(view, 'unknown', stations, node));
  });
  return rulings;
};

const ruling = (view: View, outcome: 'broken' | 'unknown', stations: readonly Station[], hidden: number | undefined): Ruling => {
  const node = stations[0]!.node;
  const first = leftBy(view, stations);
  const text = lastWords(view, stations);
  const around = [...new Set(stations.map((s) => view.step(s.node).id))].sort();
  return {
    outcome,
    node,
    artefact: view.graph.graph.procedureOf[node]!,
    route: view.step(node).route,
    journey: stations,
    ...(first === undefined ? {} : { leftBy: first }),
    fill: filling({
      from: labelOf(view, node),
      path: pathOf(view, stations),
      count: String(stations.length - 1),
      ...(first === undefined ? {} : { event: EVENT_WORDS[first] }),
      ...(text === undefined ? {} : { text }),
    }),
    identity: outcome === 'broken' ? around : [view.step(node).id],
    ...(hidden === undefined ? {} : { hidden, why: whyHidden(view, hidden) }),
  };
};

import { Journeys, type Journey } from '../../graph/journeys.js';
import type { Environment } from '../environment.js';
import { faultBelow, type Fault } from '../fault.js';
import type { View } from '../view.js';
import { filling, type Assertion, type AssertionCompiler, type Placeholder, type Ruling, type Scope } from './assertion.js';
import { groupsOf } from './path.js';
import { compileBound, compilePathSpec, leavingOf, searchOf, type PathSpec, type Unit, type World } from './path-spec.js';
import { labelOf, pathOf, whyHidden } from './wording.js';
import { YES } from '../truth.js';

const FILLS: ReadonlySet<Placeholder> = new Set(['from', 'to', 'path', 'count', 'limit', 'artefact', 'at']);
const KEYS = new Set(['path', 'than', 'by']);

/** The cheapest journey over all starts of a service. */
interface Cheapest {
  readonly cost: number;
  readonly journey?: Journey;
}

/**
 * `forbid longer`: the cheapest `path` must not cost more than the cheapest `than`, by more than `by` allows. No way at all costs infinitely much;
 * with nothing to compare with, nothing is said (language/SEMANTICS, section 4).
 */
export const compileLonger: AssertionCompiler = (env, raw, mode, fault): Assertion => {
  if (mode === 'require') return fault([], '`longer` can only be forbidden.');
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) return fault([], '`longer` is a block of `path`, `than` and `by`.');
  const given = raw as Record<string, unknown>;
  for (const key of Object.keys(given)) if (!KEYS.has(key)) fault([key], `\`${key}\` is not known here. Known: ${[...KEYS].join(', ')}.`);
  const by =
    given['by'] === undefined ? { unit: { name: 'steps' } satisfies Unit, most: 0 } : compileBound(env, given['by'], faultBelow(fault, 'by'));
  const path = side(env, given['path'], by.unit, faultBelow(fault, 'path'));
  const than = side(env, given['than'], by.unit, faultBelow(fault, 'than'));
  return { fills: FILLS, tellsOccasions: true, evaluate: (view, scope) => evaluate(view, scope, path, than, by.most) };
};

const side = (env: Environment, raw: unknown, unit: Unit, fault: Fault): PathSpec => {
  const spec = compilePathSpec(env, raw, fault);
  if (spec.same.size > 0) fault([], '`same` cannot be used in a comparison of two paths.');
  if (spec.within !== undefined) fault(['within'], 'What is counted stands under `by`, for both paths: `by: { clicks: 1 }`.');
  if (spec.times > 1) fault(['times'], '`times` cannot be used in a comparison of two paths.');
  return { ...spec, within: { unit, most: Infinity } };
};

const cheapest = (view: View, scope: Scope, spec: PathSpec, world: World): Cheapest => {
  const [group] = groupsOf(view, scope, spec);
  if (group === undefined) return { cost: Infinity };
  const journeys = new Journeys(
    searchOf(view, spec, group.origin, world),
    group.starts.map(({ node }) => node),
    leavingOf(view, spec, world),
  );
  let best: Cheapest = { cost: Infinity };
  for (const { node, sure } of group.starts) {
    if (world === 'must' && sure !== YES) continue;
    const cost = journeys.cost(node);
    if (cost < best.cost) best = { cost, journey: journeys.find(node)! };
  }
  return best;
};

/** Artefacts are compared with themselves only, unless the rule is about the whole service. */
const evaluate = (view: View, scope: Scope, path: PathSpec, than: PathSpec, slack: number): Ruling[] => {
  if (scope.wholeService) return compare(view, scope, path, than, slack);
  return scope.artefacts.flatMap((artefact) => {
    const isJudged = (node: number): boolean => view.graph.graph.procedureOf[node] === artefact && scope.isJudged(node);
    return compare(view, { ...scope, artefacts: [artefact], isJudged }, path, than, slack);
  });
};

const compare = (view: View, scope: Scope, path: PathSpec, than: PathSpec, slack: number): Ruling[] => {
  const b = { least: cheapest(view, scope, than, 'may'), sure: cheapest(view, scope, than, 'must') };
  if (b.least.cost === Infinity) return [];
  scope.artefacts.slice(0, 1).forEach((artefact) => scope.meets(artefact));
  const a = { least: cheapest(view, scope, path, 'may'), sure: cheapest(view, scope, path, 'must') };
  if (b.sure.cost !== Infinity && a.least.cost > b.sure.cost + slack) return [ruling(view, 'broken', a.sure, b.sure, slack, path)];
  if (a.sure.cost > b.least.cost + slack) return [ruling(view, 'unknown', a.least, b.least, slack, path)];
  return [];
};

const ruling = (view: View, outcome: 'broken' | 'unknown', a: Cheapest, b: Cheapest, slack: number, path: PathSpec): Ruling => {
  const shown = a.journey ?? b.journey!;
  const node = shown.stations[0]!.node;
  const last = a.journey?.stations.at(-1)!.node;
  const hidden =
    [...(a.journey?.stations ?? []), ...(b.journey?.stations ?? [])].find((s) => view.step(s.node).kind === 'unknown')?.node ?? last ?? node;
  return {
    outcome,
    node,
    artefact: view.graph.graph.procedureOf[node]!,
    route: view.step(node).route,
    journey: a.journey?.stations ?? [],
    against: b.journey?.stations ?? [],
    identity: [view.step(node).id],
    fill: filling({
      from: labelOf(view, node),
      to: last === undefined ? path.written.to : labelOf(view, last),
      path: [a.journey, b.journey].flatMap((j) => (j === undefined ? [] : [pathOf(view, j.stations)])).join('; '),
      count: a.cost === Infinity ? 'no end of' : String(a.cost),
      limit: String(b.cost + slack),
    }),
    ...(outcome === 'unknown' ? { hidden, why: whyHidden(view, hidden) } : {}),
  };
};

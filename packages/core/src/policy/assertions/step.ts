import { isNotSeen } from '../../model/step.js';
import { faultBelow } from '../fault.js';
import { compileStepPattern } from '../step-pattern.js';
import { NO, YES } from '../truth.js';
import type { NodeTest, View } from '../view.js';
import { filling, type Assertion, type AssertionCompiler, type Mode, type Placeholder, type Ruling, type Scope } from './assertion.js';
import { labelOf, shorten, whyHidden } from './wording.js';
import { isMap } from '../../source/values.js';

const FILLS: ReadonlySet<Placeholder> = new Set(['from', 'count', 'value', 'text', 'artefact', 'at', 'limit']);

interface StepSpec {
  readonly pattern: NodeTest;
  readonly times: number;
  /** The fields that `with` asks for; the first one present is `{value}`. */
  readonly fields: readonly string[];
}

/**
 * `forbid step`: no live step matches; with `times: n`, fewer than n do. `require step`: at least one (or n) does.
 * `times` stands beside the keys of the pattern.
 */
export const compileStep: AssertionCompiler = (env, raw, mode, fault): Assertion => {
  const counted = isMap(raw) && raw['times'] !== undefined;
  const { times = 1, ...pattern } = counted ? raw : {};
  if (typeof times !== 'number' || !Number.isInteger(times) || times < 1) return fault(['times'], '`times` is a whole number, at least 1.');
  const written = counted ? pattern : raw;
  const spec: StepSpec = {
    pattern: compileStepPattern({ ...env, fault: faultBelow(fault) }, written, []),
    times,
    fields: isMap(written) && isMap(written['with']) ? Object.keys(written['with']) : [],
  };
  if (spec.pattern.same.size > 0) fault([], '`same` compares with the first step of a journey; a single step has none.');
  return { fills: FILLS, tellsOccasions: true, evaluate: (view, scope) => evaluate(view, scope, spec, mode) };
};

const evaluate = (view: View, scope: Scope, spec: StepSpec, mode: Mode): Ruling[] => {
  const single = mode === 'forbid' && spec.times === 1;
  const judged: number[][] = [];
  const nodes = single ? view.candidates(spec.pattern) : view.graph.steps.keys();
  for (const node of nodes) {
    if (!scope.isJudged(node)) continue;
    const artefact = view.graph.graph.procedureOf[node]!;
    (judged[scope.wholeService ? 0 : artefact] ??= []).push(node);
    // What is counted is counted in the artefact as a whole.
    scope.meets(artefact, single ? view.step(node).path : undefined);
  }
  if (single) return judged.flat().flatMap((node) => ofStep(view, spec, node));
  const artefacts = scope.wholeService ? scope.artefacts.slice(0, 1) : scope.artefacts;
  return artefacts.flatMap((artefact) => counting(view, spec, mode, artefact, judged[scope.wholeService ? 0 : artefact] ?? []));
};

const ofStep = (view: View, spec: StepSpec, node: number): Ruling[] => {
  const answer = view.ask(spec.pattern, node);
  if (answer === NO || view.step(node).kind === 'unknown') return [];
  return [ruling(view, spec, answer === YES ? 'broken' : 'unknown', node)];
};

const counting = (view: View, spec: StepSpec, mode: Mode, artefact: number, nodes: readonly number[]): Ruling[] => {
  const sure = nodes.filter((node) => view.ask(spec.pattern, node) === YES);
  const possible = nodes.filter((node) => view.ask(spec.pattern, node) !== NO);
  const open = possible.find((node) => !sure.includes(node));
  const fill = { count: String(sure.length), limit: String(spec.times) };
  const at = (outcome: 'broken' | 'unknown', node: number | undefined): Ruling[] => {
    if (node !== undefined) {
      const one = ruling(view, spec, outcome, node);
      return [{ ...one, fill: filling(fill, one.fill) }];
    }
    const { route } = view.graph.service.artefacts[artefact]!;
    return [{ outcome, artefact, route, journey: [], fill: filling({ from: 'it', ...fill }), identity: [] }];
  };
  if (mode === 'forbid') return sure.length >= spec.times ? at('broken', sure[0]) : possible.length >= spec.times ? at('unknown', open) : [];
  if (nodes.length === 0 || sure.length >= spec.times) return [];
  return possible.length >= spec.times || open !== undefined ? at('unknown', open) : at('broken', undefined);
};

const ruling = (view: View, spec: StepSpec, outcome: 'broken' | 'unknown', node: number): Ruling => {
  const step = view.step(node);
  const value = spec.fields.map((field) => step.data[field]).find((v) => v !== undefined && !isNotSeen(v));
  const text = view.utterances(node).find((u) => u.text !== undefined)?.text;
  const fill = {
    from: labelOf(view, node),
    ...(value === undefined ? {} : { value: shorten(typeof value === 'string' ? value.replaceAll('-', ' ') : JSON.stringify(value)) }),
    ...(text === undefined ? {} : { text: `“${shorten(text, 120)}”` }),
  };
  return {
    outcome,
    node,
    artefact: view.graph.graph.procedureOf[node]!,
    route: step.route,
    journey: [{ node, edge: -1 }],
    fill: filling(fill),
    identity: [step.id],
    ...(outcome === 'unknown' ? { hidden: node, why: whyHidden(view, node) } : {}),
  };
};

import type { Artefact } from '../model/artefact.js';
import type { Edge, Reference, Step } from '../model/step.js';
import { deriveSteps } from './derive.js';
import { Targets } from './find-target.js';
import { withFound, type LinkInput } from './found/found.js';
import { impliedQueue } from './implied-queue.js';
import { measured } from './found/measures.js';
import type { Service, Tie } from './service.js';
import { joinSites } from './sites/join.js';
import { withOrphans } from './sites/orphans.js';
import { takeRoles } from './take-roles.js';

/** A reference that leads nowhere in view. */
interface Loose {
  readonly reference: Reference;
  readonly why: string;
}

const LABELS: Readonly<Record<Reference['as'], string>> = {
  call: 'A part that is not in view',
  transfer: 'A flow that is not in view',
  hold: 'What is heard while waiting',
};

const stepBehind = (step: Step, { reference, why }: Loose): Step => ({
  id: `${step.id}:${reference.as}`,
  kind: 'unknown',
  label: LABELS[reference.as],
  data: { why },
  route: step.route,
});

/**
 * What an artefact becomes when some references lead nowhere in view:
 * - a `call` comes back, so its step itself becomes unknown and keeps its ways out;
 * - a `transfer` does not: behind its step lies an unknown one, and behind that everything is open;
 * - a `hold` flow is heard beside the waiting: the unknown step hangs on the queue and leads back to it. So rules that look at what a queue
 *   offers find the unknown, and nothing that lies behind the queue becomes uncertain.
 */
const loosened = (artefact: Artefact, steps: readonly Step[], loose: ReadonlyMap<string, readonly Loose[]>): Artefact => {
  const outSteps: Step[] = [];
  const outEdges: Edge[] = [...artefact.edges];
  for (const step of steps) {
    const open = loose.get(step.id);
    if (open === undefined) {
      outSteps.push(step);
      continue;
    }
    const call = open.find(({ reference }) => reference.as === 'call');
    outSteps.push(call === undefined ? step : { ...step, kind: 'unknown', data: { why: call.why } });
    const done = new Set<string>(['call']);
    for (const each of open) {
      const { as } = each.reference;
      if (done.has(as)) continue;
      done.add(as);
      const behind = stepBehind(step, each);
      outSteps.push(behind);
      outEdges.push({ from: step.id, to: behind.id, on: 'next' });
      if (as === 'hold') outEdges.push({ from: behind.id, to: step.id, on: 'next' });
    }
  }
  return { ...artefact, steps: outSteps, edges: outEdges };
};

/**
 * A transfer that may mean a team or a flow, and means a flow: a flow always answers, so what the document leaves open for a team (nobody picks
 * up) cannot happen.
 */
const ledToFlow = (artefact: Artefact, tied: ReadonlySet<string>): Artefact => {
  const hidden = new Set(artefact.steps.filter(({ kind }) => kind === 'unknown').map(({ id }) => id));
  return {
    ...artefact,
    steps: artefact.steps.map((step) => (tied.has(step.id) ? { ...step, data: { ...step.data, to: 'flow' } } : step)),
    edges: artefact.edges.filter(({ from, to }) => !tied.has(from) || !hidden.has(to)),
  };
};

/** Ties what the steps of an artefact refer to; returns what could not be tied, by step. */
const tie = (
  artefact: Artefact,
  from: number,
  targets: Targets,
  ties: Tie[],
): { loose: ReadonlyMap<string, readonly Loose[]>; flows: ReadonlySet<string> } => {
  const loose = new Map<string, Loose[]>();
  const flows = new Set<string>();
  for (const { id, refers } of artefact.steps) {
    for (const reference of refers ?? []) {
      const target = targets.find(reference, artefact.path);
      if ('to' in target) {
        ties.push({ from, step: id, as: reference.as, to: target.to });
        if (reference.ifAny === true && reference.as === 'transfer') flows.add(id);
        continue;
      }
      if (reference.ifAny === true && !target.found && reference.dynamic === undefined) continue;
      const list = loose.get(id);
      if (list === undefined) loose.set(id, [{ reference, why: target.why }]);
      else list.push({ reference, why: target.why });
    }
  }
  return { loose, flows };
};

/** Joins artefacts: pages become sites, references become ties, what cannot be tied becomes an unknown step with its reason, and derived data are filled in. */
export const link = (all: readonly Artefact[], input: LinkInput = {}): Service => {
  const read = joinSites(all).map(withOrphans);
  const targets = new Targets(read);
  const artefacts = takeRoles(read, targets).map(measured);
  const ties: Tie[] = [];
  const linked = artefacts.map((artefact, index): Artefact => {
    const steps = deriveSteps(artefact);
    const { loose, flows } = tie(artefact, index, targets, ties);
    const derived = steps === artefact.steps ? artefact : { ...artefact, steps };
    const sorted = flows.size > 0 ? ledToFlow(derived, flows) : derived;
    return loose.size > 0 ? loosened(sorted, sorted.steps, loose) : sorted;
  });
  const reached = new Set(ties.filter(({ as }) => as !== 'transfer').map(({ to }) => to));
  const whole = linked.map((artefact, index) => (artefact.role === 'hold' && !reached.has(index) ? impliedQueue(artefact) : artefact));
  return { artefacts: whole.map((artefact) => withFound(artefact, input)), ties };
};

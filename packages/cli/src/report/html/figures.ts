import type { Finding } from '@carelint/core';
import type { Flows } from '../../drawing/flows.js';
import { flowsIn, paint } from '../../drawing/paint.js';
import type { Walk } from '../../drawing/picture.js';
import { lay, type Laid } from '../../drawing/svg.js';

/** A drawing that findings share. */
export interface Figure {
  /** Unique in the page; the ids of its ways begin with it. */
  readonly id: string;
  readonly laid: Laid;
}

/** All drawings of a report. */
export interface Figures {
  readonly flows: Flows;
  readonly all: readonly Figure[];
  /** The drawing of a finding, and its journey in it. */
  readonly of: (finding: Finding) => { readonly figure: Figure; readonly walk: Walk } | undefined;
  /** Findings whose flows would have been drawn, had there not been so many. */
  readonly leftOut: number;
}

/** Steps that one drawing shows, and all of them together: a report must stay a file that opens quickly. */
const IN_ONE = 60;
const IN_ALL = 2400;
/** Steps of journeys that share a drawing of a large flow; around them there must be room for their neighbours. */
const SHARED = 36;

interface Plan {
  readonly flows: ReadonlySet<number>;
  readonly findings: Finding[];
  readonly steps: Set<string>;
  /** Steps of all its flows. */
  readonly size: number;
}

const stepsOf = ({ journey }: Finding): readonly string[] => journey.map(({ file, artefact, step }) => JSON.stringify([file, artefact, step]));

/** A single page that is blamed is no flow to look at; a step of a flow is. */
const isWorthDrawing = ({ journey }: Finding, touched: ReadonlySet<number>, flows: Flows): boolean =>
  [...touched].some((index) => {
    const artefact = flows.artefacts[index];
    return artefact !== undefined && artefact.edges.length > 0 && (artefact.kind !== 'site' || journey.length > 1);
  });

/** Findings of the same flows share a drawing; those of a large flow as long as their journeys leave room. */
const planned = (findings: readonly Finding[], flows: Flows): readonly Plan[] => {
  const plans: Plan[] = [];
  const open = new Map<string, Plan>();
  for (const finding of findings) {
    const touched = flowsIn(finding, flows);
    if (!isWorthDrawing(finding, touched, flows)) continue;
    const key = [...touched].sort((a, b) => a - b).join(' ');
    const steps = stepsOf(finding);
    const before = open.get(key);
    if (before !== undefined && (before.size <= IN_ONE || new Set([...before.steps, ...steps]).size <= SHARED)) {
      before.findings.push(finding);
      for (const step of steps) before.steps.add(step);
      continue;
    }
    const size = [...touched].reduce((sum, index) => sum + (flows.artefacts[index]?.steps.length ?? 0), 0);
    const plan = { flows: touched, findings: [finding], steps: new Set(steps), size };
    plans.push(plan);
    open.set(key, plan);
  }
  return plans;
};

/** Draws the flows of findings, the first of them first, each as seldom as can be. */
export const figuresOf = async (findings: readonly Finding[], flows: Flows): Promise<Figures> => {
  const all: Figure[] = [];
  const places = new Map<Finding, { readonly figure: Figure; readonly walk: Walk }>();
  let [drawn, leftOut] = [0, 0];
  for (const plan of planned(findings, flows)) {
    if (drawn + Math.min(plan.size, IN_ONE) > IN_ALL) {
      leftOut += plan.findings.length;
      continue;
    }
    const title = [...plan.flows].map((index) => flows.artefacts[index]?.name ?? '').join(', ');
    const { picture, walks } = paint(flows, { title, flows: plan.flows, journeys: plan.findings.map(({ journey }) => journey), limit: IN_ONE });
    drawn += picture.nodes.length;
    const figure = { id: `p${all.length}`, laid: await lay(picture) };
    all.push(figure);
    plan.findings.forEach((finding, index) => {
      const walk = walks[index];
      if (walk !== undefined) places.set(finding, { figure, walk });
    });
  }
  return { flows, all, of: (finding) => places.get(finding), leftOut };
};

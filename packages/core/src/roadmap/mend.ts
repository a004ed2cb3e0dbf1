import { clustersOf, serviceOf } from '../link/parts.js';
import type { Service } from '../link/service.js';
import type { Step } from '../model/step.js';
import type { Verdict } from '../policy/verdict.js';
import { speaking } from '../report/family.js';
import { printOf } from '../report/steady.js';

/** A step of a service: its artefact, by index, and its id. */
export interface Spot {
  readonly artefact: number;
  readonly step: string;
}

/** Ends that are no cut-off: somebody was helped, or did not want to be. */
const WELL: readonly string[] = ['solved', 'arranged', 'declined', 'abuse', 'wrong-number', 'fraud', 'outbound', 'by-customer'];

/** Whether customers are cut off or passed on at a step, so that help could be given there instead. */
export const isMendable = ({ kind, data: { outcome } }: Step): boolean =>
  kind === 'transfer' || (kind === 'end' && !(typeof outcome === 'string' && WELL.includes(outcome)));

/** The same service, but that whoever comes to a step is helped by a person there. */
const withHelpAt = ({ artefacts, ties }: Service, { artefact: at, step: id }: Spot): Service => ({
  artefacts: artefacts.map((artefact, index) => {
    if (index !== at) return artefact;
    return {
      ...artefact,
      steps: artefact.steps.map((step) => (step.id === id ? { ...step, kind: 'person' as const, data: {} } : step)),
      edges: artefact.edges.filter(({ from }) => from !== id),
    };
  }),
  ties: ties.filter(({ from, step }) => from !== at || step !== id),
});

/** What came of trying a change: fingerprints of findings, before they are numbered. */
export interface Tried {
  readonly mended: ReadonlySet<string>;
  readonly added: number;
}

/** Services of at most so many steps are judged again to see what a change would do. */
const LARGEST = 20_000;

/** Tries changes on the part of a service that they can touch, by judging it again. */
export class Trial {
  readonly #service: Service;
  readonly #judge: (service: Service) => readonly Verdict[];
  readonly #clusterOf = new Map<number, readonly number[]>();
  readonly #before = new Map<readonly number[], ReadonlySet<string>>();

  constructor(service: Service, judge: (service: Service) => readonly Verdict[]) {
    this.#service = service;
    this.#judge = judge;
    for (const cluster of clustersOf(service)) for (const artefact of cluster) this.#clusterOf.set(artefact, cluster);
  }

  /** The artefacts that are tied to one, itself included. */
  clusterOf(artefact: number): readonly number[] {
    return this.#clusterOf.get(artefact) ?? [artefact];
  }

  /** Whether a change there can be tried in good time. */
  canTry(artefact: number): boolean {
    return this.clusterOf(artefact).reduce((sum, index) => sum + this.#service.artefacts[index]!.steps.length, 0) <= LARGEST;
  }

  /** What is found no more, and what is found instead, if whoever comes to this step is helped by a person. */
  helpAt(spot: Spot): Tried {
    const cluster = this.clusterOf(spot.artefact);
    const part = serviceOf(this.#service, [...cluster]);
    let before = this.#before.get(cluster);
    if (before === undefined) this.#before.set(cluster, (before = this.#printsOf(part)));
    const at = [...cluster].sort((a, b) => a - b).indexOf(spot.artefact);
    const after = this.#printsOf(withHelpAt(part, { artefact: at, step: spot.step }));
    return { mended: new Set([...before].filter((print) => !after.has(print))), added: [...after].filter((print) => !before.has(print)).length };
  }

  #printsOf(service: Service): ReadonlySet<string> {
    return new Set(speaking(this.#judge(service)).map(printOf));
  }
}

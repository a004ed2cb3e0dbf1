import type { Artefact, Edge, Service, Station, Step, Tie } from '@carelint/core';

/** A step of a flow of the service. */
export interface Spot {
  /** Index into the artefacts of the service. */
  readonly flow: number;
  readonly artefact: Artefact;
  readonly step: Step;
}

/** Ways between steps of one flow, or from one flow into another. */
export type Way = { readonly from: Spot; readonly to: Spot } & ({ readonly edge: Edge } | { readonly tie: Tie });

/** Finds steps of a service, and what lies around them. */
export interface Flows {
  readonly artefacts: readonly Artefact[];
  /** The step of a station; undefined where the service has it no longer. */
  readonly spotOf: (station: Pick<Station, 'file' | 'artefact' | 'step'>) => Spot | undefined;
  /** All steps of a flow, in the order of the file. */
  readonly spotsOf: (flow: number) => readonly Spot[];
  /** All ways on from a step, into other flows too. */
  readonly waysFrom: (spot: Spot) => readonly Way[];
  /** All ways that lead to a step. */
  readonly waysTo: (spot: Spot) => readonly Way[];
}

interface Flow {
  readonly spots: ReadonlyMap<string, Spot>;
  readonly from: ReadonlyMap<string, readonly Edge[]>;
  readonly to: ReadonlyMap<string, readonly Edge[]>;
}

const grouped = <T>(items: readonly T[], keyOf: (item: T) => string | number): Map<string | number, T[]> => {
  const groups = new Map<string | number, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group === undefined) groups.set(keyOf(item), [item]);
    else group.push(item);
  }
  return groups;
};

const flowOf = (artefact: Artefact, flow: number): Flow => ({
  spots: new Map(artefact.steps.map((step) => [step.id, { flow, artefact, step }])),
  from: grouped(artefact.edges, ({ from }) => from) as Map<string, Edge[]>,
  to: grouped(artefact.edges, ({ to }) => to) as Map<string, Edge[]>,
});

/** A service, looked up by station and step. Flows are indexed when they are first asked for. */
export const flowsOf = ({ artefacts, ties }: Service): Flows => {
  const made = new Map<number, Flow>();
  const flow = (index: number): Flow | undefined => {
    const artefact = artefacts[index];
    if (artefact === undefined) return undefined;
    const known = made.get(index) ?? flowOf(artefact, index);
    made.set(index, known);
    return known;
  };
  const byId = grouped([...artefacts.keys()], (index) => artefacts[index]?.id ?? '');
  const tiesFrom = grouped(ties, ({ from }) => from);
  const tiesTo = grouped(ties, ({ to }) => to);
  const spotAt = (index: number, step: string | undefined): Spot | undefined => (step === undefined ? undefined : flow(index)?.spots.get(step));
  const startOf = (index: number): Spot | undefined => spotAt(index, artefacts[index]?.start);
  const edgeWay = (edge: Edge, index: number): readonly Way[] => {
    const [from, to] = [spotAt(index, edge.from), spotAt(index, edge.to)];
    return from === undefined || to === undefined ? [] : [{ from, to, edge }];
  };
  const tieWay = (tie: Tie): readonly Way[] => {
    const [from, to] = [spotAt(tie.from, tie.step), startOf(tie.to)];
    return from === undefined || to === undefined ? [] : [{ from, to, tie }];
  };
  return {
    artefacts,
    spotOf: ({ file, artefact, step }) => {
      const spots = (byId.get(artefact) ?? []).flatMap((index) => spotAt(index, step) ?? []);
      return spots.find((spot) => (spot.step.path ?? spot.artefact.path) === file);
    },
    spotsOf: (index) => [...(flow(index)?.spots.values() ?? [])],
    waysFrom: ({ flow: index, step }) => [
      ...(flow(index)?.from.get(step.id) ?? []).flatMap((edge) => edgeWay(edge, index)),
      ...(tiesFrom.get(index) ?? []).filter((tie) => tie.step === step.id).flatMap(tieWay),
    ],
    waysTo: ({ flow: index, artefact, step }) => [
      ...(flow(index)?.to.get(step.id) ?? []).flatMap((edge) => edgeWay(edge, index)),
      ...(artefact.start === step.id ? (tiesTo.get(index) ?? []).flatMap(tieWay) : []),
    ],
  };
};

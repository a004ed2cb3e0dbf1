import type { Finding, Station } from '@carelint/core';
import { oneLine } from '../report/told.js';
import { around } from './around.js';
import { caption, isTrouble, tieWords, wayOn } from './captions.js';
import type { Flows, Spot, Way } from './flows.js';
import { stationNumbers, type Picture, type PictureEdge, type PictureNode, type Walk } from './picture.js';

/** A picture with the journeys that are marked in it, in the order in which they were given. */
export interface Painted {
  readonly picture: Picture;
  readonly walks: readonly Walk[];
}

/** What is to be drawn. */
export interface Wanted {
  readonly title: string;
  /** Indices of the flows. */
  readonly flows: ReadonlySet<number>;
  readonly journeys: readonly (readonly Station[])[];
  /** Steps that are drawn at most. */
  readonly limit: number;
}

/** The flows that a finding is about: those of its journey, else none. */
export const flowsIn = ({ journey }: Pick<Finding, 'journey'>, flows: Flows): ReadonlySet<number> =>
  new Set(journey.flatMap((station) => flows.spotOf(station)?.flow ?? []));

interface Line {
  readonly from: Spot;
  readonly to: Spot;
  labels: readonly string[];
  way: PictureEdge['way'];
  /** One of these ways needs no reason: then those of the others need not be told. */
  plain: boolean;
  /** Only faults of the platform lead here. */
  fault: boolean;
  walked: boolean;
}

/** One line between two steps, whatever number of ways there is. */
class Lines {
  readonly #lines = new Map<Spot, Map<Spot, Line>>();

  between(from: Spot, to: Spot): Line | undefined {
    return this.#lines.get(from)?.get(to);
  }

  add(from: Spot, to: Spot, label: string, way: PictureEdge['way'], fault: boolean): Line {
    const ways = this.#lines.get(from) ?? new Map<Spot, Line>();
    this.#lines.set(from, ways);
    const known = ways.get(to);
    if (known === undefined) {
      const line = { from, to, labels: label === '' ? [] : [label], plain: label === '', way, fault, walked: false };
      ways.set(to, line);
      return line;
    }
    // A fault that leads where everything leads is nothing to tell.
    if (known.fault && !fault) Object.assign(known, { labels: [], plain: label === '', way, fault: false });
    else if (fault && !known.fault) return known;
    if (label === '') known.plain = true;
    else if (!known.labels.includes(label)) known.labels = [...known.labels, label];
    if (way !== 'trouble') known.way = way;
    return known;
  }

  all(): readonly Line[] {
    return [...this.#lines.values()].flatMap((ways) => [...ways.values()]);
  }
}

const MOST_LABELS = 2;

const labelOf = (labels: readonly string[]): string => {
  const shown = labels.slice(0, MOST_LABELS).map(oneLine).join(' / ');
  return labels.length > MOST_LABELS ? `${shown} / … ${labels.length - MOST_LABELS} more` : shown;
};

const addWay = (lines: Lines, way: Way): void => {
  if ('tie' in way) lines.add(way.from, way.to, tieWords(way.tie), 'tie', false);
  else
    lines.add(
      way.from,
      way.to,
      wayOn(way.from.artefact, way.from.step, way.edge),
      isTrouble(way.edge) ? 'trouble' : 'goes-on',
      way.edge.on === 'fault',
    );
};

/** Marks the line between two stations; where the flow has none (out of a sub-flow, back to the caller), one is made. */
const walk = (lines: Lines, from: Spot, to: Spot, station: Station): void => {
  const known = lines.between(from, to);
  const on = station.event;
  const label = on === undefined || from.flow !== to.flow ? '' : wayOn(from.artefact, from.step, { on, ...labelled(station) });
  const line = known ?? lines.add(from, to, from.step.kind === 'return' ? 'comes back' : label, from.flow === to.flow ? 'goes-on' : 'tie', false);
  // The reason for which the journey goes here comes first, whatever others there are.
  if (label !== '') {
    line.labels = line.plain ? [label] : [label, ...line.labels.filter((other) => other !== label)];
    line.plain = false;
  }
  line.walked = true;
};

const labelled = ({ choice }: Station): { readonly label?: string } => (choice === undefined ? {} : { label: choice });

/** A picture with more lines than this for its steps cannot be read: pages that all link to each other. */
const mostLines = (steps: number): number => 20 + 2 * steps;

/** The lines that are worth drawing: those of journeys; then what makes each step reachable; then the rest, as far as it can be read. */
const worthDrawing = (all: readonly Line[], steps: number): readonly Line[] => {
  const reached = new Set<Spot>(all.filter(({ walked }) => walked).map(({ to }) => to));
  const kept = new Set(all.filter(({ walked }) => walked));
  for (const faults of [false, true]) {
    for (const line of all) {
      if (line.fault !== faults || reached.has(line.to)) continue;
      reached.add(line.to);
      kept.add(line);
    }
  }
  for (const line of all) if (!line.fault && kept.size < mostLines(steps)) kept.add(line);
  return all.filter((line) => kept.has(line));
};

const notes = (lines: readonly Line[], drawn: readonly Line[], steps: number, leftOut: number): readonly string[] => {
  const left = lines.filter((line) => !drawn.includes(line));
  const faults = left.filter(({ fault }) => fault).length;
  const others = left.length - faults;
  return [
    ...(leftOut === 0 ? [] : [`${steps} of ${steps + leftOut} steps are drawn.`]),
    ...(faults === 0 ? [] : ['Ways that only a fault of the platform opens are not drawn.']),
    ...(others === 0 ? [] : [`${others} more ways between these steps are not drawn.`]),
  ];
};

/** Stations that are left out of a large flow are told by one node; from more places than this it would not be seen. */
const MOST_STUBS = 6;

const stubs = (flows: Flows, nodes: ReadonlyMap<Spot, PictureNode>, leftOut: number): { nodes: PictureNode[]; edges: Omit<PictureEdge, 'id'>[] } => {
  if (leftOut === 0) return { nodes: [], edges: [] };
  const group = [...nodes.values()].at(-1)?.group ?? 0;
  const node: PictureNode = { id: `n${nodes.size}`, kind: 'more', caption: `… ${leftOut} more ${leftOut === 1 ? 'step' : 'steps'}`, text: '', group };
  const leading = [...nodes].filter(([spot]) => flows.waysFrom(spot).some((way) => 'edge' in way && !nodes.has(way.to)));
  const edges = leading.slice(0, MOST_STUBS).map(([, { id }]) => ({ from: id, to: node.id, label: '', way: 'goes-on' as const }));
  return { nodes: [node], edges };
};

const nodesOf = (spots: readonly Spot[], groups: readonly number[]): ReadonlyMap<Spot, PictureNode> =>
  new Map(
    spots.map((spot, index): [Spot, PictureNode] => {
      const { caption: head, text, language } = caption(spot.artefact, spot.step);
      const told = language === undefined ? {} : { language };
      return [spot, { id: `n${index}`, kind: spot.step.kind, caption: head, text: oneLine(text), group: groups.indexOf(spot.flow), ...told }];
    }),
  );

type Walked = readonly (Spot | undefined)[];

const linesOf = (flows: Flows, nodes: ReadonlyMap<Spot, PictureNode>, journeys: Wanted['journeys'], walked: readonly Walked[]): readonly Line[] => {
  const lines = new Lines();
  for (const spot of nodes.keys()) for (const way of flows.waysFrom(spot)) if (nodes.has(way.to)) addWay(lines, way);
  walked.forEach((journey, index) =>
    journey.forEach((to, at) => {
      const [from, station] = [at === 0 ? undefined : journey[at - 1], journeys[index]?.[at]];
      if (from !== undefined && to !== undefined && station !== undefined && nodes.has(from) && nodes.has(to)) walk(lines, from, to, station);
    }),
  );
  return lines.all();
};

const walkOf = (walked: Walked, journey: readonly Station[], nodes: ReadonlyMap<Spot, PictureNode>, edges: readonly PictureEdge[]): Walk => {
  const numbers = stationNumbers(journey);
  const ids = walked.map((spot) => (spot === undefined ? undefined : nodes.get(spot)?.id));
  const steps = new Set(ids.map((id, index) => (index === 0 ? '' : `${ids[index - 1] ?? ''} ${id ?? ''}`)));
  return {
    stops: ids.flatMap((node, index) => {
      const number = numbers[index];
      return node === undefined ? [] : [{ node, ...(number === undefined ? {} : { number }) }];
    }),
    edges: edges.filter(({ from, to }) => steps.has(`${from} ${to}`)).map(({ id }) => id),
  };
};

/** Flows and journeys, as a picture. The same things give the same picture. */
export const paint = (flows: Flows, { title, flows: wanted, journeys, limit }: Wanted): Painted => {
  const walked: readonly Walked[] = journeys.map((journey) => journey.map((station) => flows.spotOf(station)));
  const first = walked.flat().filter((spot) => spot !== undefined);
  const { spots, leftOut } = around(flows, wanted, first, limit);
  const groups = [...wanted];
  const nodes = nodesOf(spots, groups);
  const lines = linesOf(flows, nodes, journeys, walked);
  const drawn = worthDrawing(lines, spots.length);
  const more = stubs(flows, nodes, leftOut);
  const idOf = (spot: Spot): string => nodes.get(spot)?.id ?? '';
  const edges = [
    ...drawn.map(({ from, to, labels, plain, way }) => ({ from: idOf(from), to: idOf(to), label: plain ? '' : labelOf(labels), way })),
    ...more.edges,
  ].map((edge, index) => ({ id: `e${index}`, ...edge }));
  const picture: Picture = {
    title,
    nodes: [...nodes.values(), ...more.nodes],
    edges,
    groups: groups.map((flow) => ({ name: oneLine(flows.artefacts[flow]?.name ?? '') })),
    leftOut: notes(lines, drawn, spots.length, leftOut),
  };
  return { picture, walks: walked.map((journey, index) => walkOf(journey, journeys[index] ?? [], nodes, edges)) };
};

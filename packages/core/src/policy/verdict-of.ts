import type { Station } from '../graph/summaries.js';
import { eventOf, type ServiceGraph } from '../link/service-graph.js';
import type { Artefact } from '../model/artefact.js';
import type { Fill, Ruling } from './assertions/assertion.js';
import type { Rule } from './rule.js';
import type { Moment, Verdict } from './verdict.js';
import type { View } from './view.js';

/** Writes a message out. */
export type Write = (fill: Fill, artefact: Artefact) => string;

/**
 * A ruling as a verdict, for which nothing of the graph is needed. Message and journey are written when they are first looked at: many verdicts
 * yield to others or are waived, and are never told.
 */
export const verdictOf = (view: View, rule: Rule, ruling: Ruling, write: Write): Verdict => {
  const artefact = view.graph.service.artefacts[ruling.artefact]!;
  const hidden = ruling.hidden === undefined ? undefined : view.step(ruling.hidden);
  const anchor = ruling.node === undefined ? undefined : view.step(ruling.node);
  const path = ruling.path ?? anchor?.path;
  let message: string | undefined, journey: Moment[] | undefined;
  return {
    rule,
    artefact,
    outcome: ruling.outcome,
    route: ruling.route,
    identity: hidden === undefined || ruling.outcome === 'broken' ? ruling.identity : [...ruling.identity, hidden.id],
    get message() {
      return (message ??= write(ruling.fill, artefact));
    },
    get journey() {
      return (journey ??= momentsOf(view.graph, ruling.journey));
    },
    ...(path === undefined ? {} : { path }),
    ...(anchor === undefined ? {} : { anchor }),
    ...(ruling.leftBy === undefined ? {} : { leftBy: ruling.leftBy }),
    ...(ruling.missing === undefined ? {} : { missing: ruling.missing }),
    ...(ruling.against === undefined ? {} : { against: momentsOf(view.graph, ruling.against) }),
    ...(ruling.why === undefined ? {} : { why: ruling.why }),
    ...(hidden === undefined || ruling.hidden === undefined ? {} : { hidden: { artefact: view.artefact(ruling.hidden), step: hidden } }),
  };
};

/** A journey through a service, as it can be told. */
export const momentsOf = (graph: ServiceGraph, stations: readonly Station[]): Moment[] => stations.map((station) => momentOf(graph, station));

const momentOf = (graph: ServiceGraph, { node, edge }: Station): Moment => {
  const said = graph.utterances[node]!.find((u) => u.text !== undefined && /\S/u.test(u.text) && u.speaker !== 'instruction');
  const label = edge < 0 ? undefined : graph.labels[edge];
  return {
    artefact: graph.artefactOf(node),
    step: graph.steps[node]!,
    ...(edge < 0 ? {} : { event: eventOf(graph.graph.event[edge]!) }),
    ...(label === undefined || label === '' ? {} : { label }),
    ...(said?.text === undefined ? {} : { text: said.text, speaker: said.speaker }),
  };
};

import type { Station } from '../graph/summaries.js';
import { eventOf } from '../link/service-graph.js';
import type { Ruling } from './assertions/assertion.js';
import type { Rule } from './rule.js';
import type { Moment, Verdict } from './verdict.js';
import type { View } from './view.js';

/** Writes a ruling out, so that nothing of the graph is needed to report it. */
export const verdictOf = (view: View, rule: Rule, ruling: Ruling, message: string): Verdict => {
  const { artefacts } = view.graph.service, hidden = ruling.hidden === undefined ? undefined : view.step(ruling.hidden);
  return {
    rule, message, outcome: ruling.outcome, artefact: artefacts[ruling.artefact]!, route: ruling.route, journey: momentsOf(view, ruling.journey),
    identity: hidden === undefined || ruling.outcome === 'broken' ? ruling.identity : [...ruling.identity, hidden.id],
    ...(ruling.node === undefined ? {} : { anchor: view.step(ruling.node) }),
    ...(ruling.leftBy === undefined ? {} : { leftBy: ruling.leftBy }),
    ...(ruling.against === undefined ? {} : { against: momentsOf(view, ruling.against) }),
    ...(ruling.why === undefined ? {} : { why: ruling.why }),
    ...(hidden === undefined || ruling.hidden === undefined ? {} : { hidden: { artefact: view.artefact(ruling.hidden), step: hidden } }),
  };
};

const momentsOf = (view: View, stations: readonly Station[]): Moment[] => stations.map((station) => momentOf(view, station));

const momentOf = (view: View, { node, edge }: Station): Moment => {
  const said = view.utterances(node).find((u) => u.text !== undefined && u.speaker !== 'instruction'), label = edge < 0 ? undefined : view.graph.labels[edge];
  return {
    artefact: view.artefact(node), step: view.step(node),
    ...(edge < 0 ? {} : { event: eventOf(view.graph.graph.event[edge]!) }),
    ...(label === undefined ? {} : { label }),
    ...(said?.text === undefined ? {} : { text: said.text, speaker: said.speaker }),
  };
};

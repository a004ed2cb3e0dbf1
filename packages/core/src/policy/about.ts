import { CUSTOMER_ROLES } from '../link/service-graph.js';
import { ARTEFACT_KINDS, type Artefact, type ArtefactKind } from '../model/artefact.js';
import type { Scope } from './assertions/assertion.js';
import type { View } from './view.js';

/** What a rule is about, compiled: a test of artefacts, and the roles it names itself. */
export interface About {
  readonly matches: (artefact: Artefact) => boolean;
  /** Roles that the rule names; undefined: those in which a customer is on the line. */
  readonly roles: readonly string[] | undefined;
  /** All artefacts are judged as one. */
  readonly wholeService: boolean;
}

const listOf = (value: unknown): readonly string[] | undefined =>
  value === undefined ? undefined : (Array.isArray(value) ? value : [value]).map(String);

/** Compiles `about`: a kind, a list, a block of `kind`, `role`, `channel`, `topic`, or `any` or `service`. */
export const compileAbout = (raw: unknown): About => {
  const fields = typeof raw === 'object' && raw !== null && !Array.isArray(raw) ? (raw as Record<string, unknown>) : { kind: raw };
  const named = listOf(fields['kind']);
  const wholeService = named?.includes('service') === true;
  const kinds = named === undefined || wholeService || named.includes('any') ? ARTEFACT_KINDS : (named as readonly ArtefactKind[]);
  const roles = listOf(fields['role']);
  const channels = listOf(fields['channel']);
  const topics = listOf(fields['topic']);
  const matches = (artefact: Artefact): boolean =>
    kinds.includes(artefact.kind) &&
    (artefact.kind !== 'flow' || (roles ?? CUSTOMER_ROLES).includes(artefact.role)) &&
    // Nobody is on the line while a task is handed round.
    (artefact.channel !== 'task' || channels?.includes('task') === true) &&
    (channels === undefined || (artefact.channel !== undefined && channels.includes(artefact.channel))) &&
    (topics === undefined || (artefact.topic !== undefined && topics.includes(artefact.topic)));
  return { matches, roles, wholeService };
};

/** Where the rule speaks in one service. The start of a sub-flow is judged only where the rule names that role. `meets` is told what there is to judge. */
export const scopeOf = (about: About, applies: (path: string) => boolean, view: View, meets: Scope['meets']): Scope => {
  const { graph } = view;
  const { artefacts } = graph.service;
  const inScope = artefacts.map((a) => about.matches(a) && applies(a.path));
  const named = about.roles?.some((role) => !(CUSTOMER_ROLES as readonly string[]).includes(role)) === true;
  const living = named ? graph.alive : graph.live;
  return {
    wholeService: about.wholeService,
    meets,
    isAbout: (artefact) => inScope[artefact] === true,
    artefacts: [...artefacts.keys()].filter((i) => inScope[i] === true),
    isJudged: (node) => {
      const artefact = graph.graph.procedureOf[node]!;
      if (inScope[artefact] !== true || living[node] === 0) return false;
      return !view.isOfKind(node, 'start') || artefacts[artefact]!.role !== 'sub-flow' || about.roles?.includes('sub-flow') === true;
    },
  };
};

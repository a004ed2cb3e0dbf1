import { statedFacts, type Fact } from '../link/found/fact.js';
import { standingOf } from '../model/standing.js';
import { filling, type Ruling } from '../policy/assertions/assertion.js';
import type { CodedCheck } from '../policy/coded-check.js';
import { organisations } from './organisation.js';

/**
 * A contract that is ended by phone, by letter or in a branch only, as it is laid down, while the organisation's site takes customers in. Where the
 * document itself says that they join online, or the site says how they leave, other rules look. What two documents say together is beyond
 * assertions. Linear in the facts.
 */
export const leftAsJoined: CodedCheck = {
  fills: new Set(['value', 'other']),
  readsFoundOnly: true,
  tellsOccasions: true,
  evaluate: (view, scope) => {
    const { artefacts } = view.graph.service;
    const organisationOf = organisations(artefacts);
    const factsOf = (artefact: number): readonly Fact[] => statedFacts(artefacts[artefact]!);
    const joined = new Map<string, string>();
    for (const artefact of scope.artefacts) {
      for (const fact of factsOf(artefact)) {
        const path = standingOf(fact)?.path ?? artefacts[artefact]!.path;
        const organisation = organisationOf(path);
        if (fact.fact === 'joined-by' && organisation !== undefined && !joined.has(organisation)) joined.set(organisation, path);
      }
    }
    return scope.artefacts.flatMap((artefact) =>
      factsOf(artefact).flatMap((fact): readonly Ruling[] => {
        const site = joined.get(organisationOf(artefacts[artefact]!.path) ?? '-');
        if (fact.fact !== 'left-by' || site === undefined) return [];
        scope.meets(artefact);
        if (!fact.value.every((way) => BY_HAND.has(way))) return [];
        const route = standingOf(fact)?.route ?? [];
        const fill = filling({ value: fact.value.join(', '), other: site });
        return [{ outcome: 'broken', artefact, route, journey: [], identity: ['contract', 'leave-by'], fill }];
      }),
    );
  },
};

const BY_HAND: ReadonlySet<string> = new Set(['phone', 'post', 'branch']);

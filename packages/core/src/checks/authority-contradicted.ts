import { isMap, listOf, type Values } from '../source/values.js';
import { filling, type Ruling } from '../policy/assertions/assertion.js';
import type { CodedCheck } from '../policy/coded-check.js';

/** One line of the section `authority`. */
interface Decision {
  readonly index: number;
  readonly entry: Values;
}

/**
 * Two lines under `authority` of which one gives what the other denies: the same team and the same act, once `may` and once `may-not`, or twice
 * `may` with different limits for the same number of approvals. A line with `when` holds for a case of its own and contradicts nothing. A join of
 * a list with itself, which assertions do not have. Of one team and act the first contradiction is told; linear in the lines.
 */
export const authorityContradicted: CodedCheck = {
  fills: new Set(['from', 'value', 'other']),
  tellsOccasions: true,
  evaluate: (view, scope) =>
    scope.artefacts.flatMap((artefact): Ruling[] => {
      const { values, route } = view.graph.service.artefacts[artefact]!;
      const decisions = byTeamAndAct(isMap(values) ? values['authority'] : undefined);
      if (decisions.size > 0) scope.meets(artefact);
      return [...decisions.values()].flatMap((decisions): Ruling[] => {
        const other = contradiction(decisions);
        if (other === undefined) return [];
        const [{ entry }, { index, entry: second }] = other;
        const act = actOf(second);
        return [
          {
            outcome: 'broken',
            artefact,
            route: [...route, 'authority', index],
            journey: [],
            identity: ['authority', String(second['team']), act],
            fill: filling({ from: String(second['team']), value: act, other: `${inShort(entry)}, and ${inShort(second)}` }),
          },
        ];
      });
    }),
};

const actOf = (entry: Values): string => String(entry['may'] ?? entry['may-not']);

/** Lines that hold without condition, by team (however it is spelt) and act. */
const byTeamAndAct = (authority: unknown): ReadonlyMap<string, readonly Decision[]> => {
  const found = new Map<string, Decision[]>();
  for (const [index, entry] of listOf(authority).entries()) {
    if (!isMap(entry) || entry['when'] !== undefined) continue;
    const key = JSON.stringify([String(entry['team']).replace(/\s+/gu, ' ').trim().toLowerCase(), actOf(entry)]);
    const list = found.get(key);
    if (list === undefined) found.set(key, [{ index, entry }]);
    else list.push({ index, entry });
  }
  return found;
};

/** The first line that contradicts an earlier one, after that one. */
const contradiction = (decisions: readonly Decision[]): readonly [Decision, Decision] | undefined => {
  const denied = decisions.find(({ entry }) => entry['may-not'] !== undefined);
  const given = decisions.find(({ entry }) => entry['may'] !== undefined);
  if (denied !== undefined && given !== undefined) return denied.index < given.index ? [denied, given] : [given, denied];
  const limits = new Map<unknown, Decision>();
  for (const decision of decisions) {
    const limit = decision.entry['up-to'];
    if (limit === undefined) continue;
    const approvals = decision.entry['approvals'] ?? 0;
    const first = limits.get(approvals);
    if (first !== undefined && first.entry['up-to'] !== limit) return [first, decision];
    if (first === undefined) limits.set(approvals, decision);
  }
  return undefined;
};

const inShort = ({ 'may-not': denied, 'up-to': limit }: Values): string => {
  if (denied !== undefined) return 'it may not';
  return typeof limit === 'string' ? `it may up to ${limit}` : 'it may';
};

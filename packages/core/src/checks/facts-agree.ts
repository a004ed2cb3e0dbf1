import { statedFacts, type Fact } from '../link/found/fact.js';
import { hoursDiffer, weekInWords } from '../link/found/opening-hours.js';
import { durationsDiffer } from '../link/found/said-duration.js';
import type { ArtefactKind } from '../model/artefact.js';
import { standingOf } from '../model/standing.js';
import { filling, type Ruling, type Scope } from '../policy/assertions/assertion.js';
import type { CodedCheck } from '../policy/coded-check.js';
import type { View } from '../policy/view.js';
import { organisations } from './organisation.js';
import { rulingAt } from './ruling-at.js';

/** A fact as one document tells it. */
interface Telling {
  readonly artefact: number;
  readonly kind: ArtefactKind;
  readonly path: string;
  readonly fact: Fact;
}

/**
 * Two places that tell one thing in two ways: the hours of one team or one line, what a call costs and who a number is for, how soon complaints are
 * answered and refunds are paid, a fee, whether a team rings back. Facts are compared where they are surely about the same: a
 * number is one wherever it stands, teams and promises are those of one organisation. The place that carries less weight is blamed. A comparison of
 * values of several documents, which assertions do not have. Linear in the facts.
 */
export const factsAgree: CodedCheck = {
  fills: new Set(['from', 'value', 'other']),
  asksForPhones: true,
  readsFoundOnly: true,
  tellsOccasions: true,
  evaluate: (view, scope) =>
    [...groupsOf(view, scope).values()].flatMap((group) => {
      if (group.length > 1) for (const { artefact, path } of group) scope.meets(artefact, path);
      const tellings = unmistakable(group);
      const [said] = tellings;
      if (said === undefined) return [];
      return tellings.slice(1).flatMap((one): readonly Ruling[] => (differ(one, said) ? [ruling(one, said)] : []));
    }),
};

/** Where it is laid down comes before where it is told. */
const WEIGHT: readonly ArtefactKind[] = ['operations', 'site', 'data', 'flow', 'script'];
const weightOf = ({ kind }: Telling): number => WEIGHT.indexOf(kind) + (WEIGHT.includes(kind) ? 0 : WEIGHT.length + 1);

/** Subjects that are one wherever they are spoken of. */
const isGlobal = (subject: string): boolean => /^(?:line|step):/u.test(subject);

const groupsOf = (view: View, scope: Scope): ReadonlyMap<string, readonly Telling[]> => {
  const { artefacts } = view.graph.service;
  const organisationOf = organisations(artefacts);
  const groups = new Map<string, Telling[]>();
  for (const artefact of scope.artefacts) {
    const { kind, path } = artefacts[artefact]!;
    for (const fact of statedFacts(artefacts[artefact]!)) {
      const stands = standingOf(fact)?.path ?? path;
      const organisation = isGlobal(fact.subject) ? '' : organisationOf(stands);
      if (organisation === undefined || fact.fact === 'joined-by' || fact.fact === 'left-by') continue;
      const key = JSON.stringify([organisation, fact.fact, fact.subject]);
      const group = groups.get(key);
      const telling = { artefact, kind, path: stands, fact };
      if (group === undefined) groups.set(key, [telling]);
      else group.push(telling);
    }
  }
  return groups;
};

/** Tellings whose file does not itself tell two ways, heaviest first: such a file speaks of two cases. Of promises in words, so does a kind of document. */
const unmistakable = (group: readonly Telling[]): readonly Telling[] => {
  if (group.length < 2) return [];
  const isStep = group[0]?.fact.subject.startsWith('step:') === true;
  const unit = ({ path, kind, fact }: Telling): string => (fact.fact === 'refund-within' || fact.fact === 'act-allowed' ? kind : path);
  const first = new Map<string, Telling>();
  const mixed = new Set<string>();
  for (const telling of group) {
    const other = first.get(unit(telling));
    if (other === undefined) first.set(unit(telling), telling);
    else if (!isStep && differ(telling, other)) mixed.add(unit(telling));
  }
  const clear = group.filter((telling) => !mixed.has(unit(telling)));
  return clear
    .map((telling, at) => [telling, at] as const)
    .sort(([a, x], [b, y]) => weightOf(a) - weightOf(b) || x - y)
    .map(([telling]) => telling);
};

/** New customers ring another line than those who complain; complaints come from existing ones. */
const isForNew = (who: string): boolean => who === 'new customers';

const feesDiffer = (one: Extract<Fact, { fact: 'fee' }>['value'], other: Extract<Fact, { fact: 'fee' }>['value']): boolean => {
  const isSameCoin =
    one.currency === other.currency || (one.currency === '$' && /D$/u.test(other.currency)) || (other.currency === '$' && /D$/u.test(one.currency));
  return isSameCoin && one.amount !== other.amount && (one.every === undefined || other.every === undefined || one.every === other.every);
};

const differ = ({ fact: one }: Telling, { fact: other }: Telling): boolean => {
  if (one.fact === 'hours' && other.fact === 'hours') return hoursDiffer(one.value, other.value);
  if (one.fact === 'fee' && other.fact === 'fee') return feesDiffer(one.value, other.value);
  if (one.fact === 'number-for' && other.fact === 'number-for') return isForNew(one.value) !== isForNew(other.value);
  if (typeof one.value === 'object' && typeof other.value === 'object' && 'seconds' in one.value && 'seconds' in other.value)
    return durationsDiffer(one.value, other.value);
  return one.value !== other.value;
};

const LONGEST = 80;
const inShort = ({ fact }: Telling): string => {
  if (fact.fact === 'hours') return weekInWords(fact.value);
  const flat = fact.written.replace(/\s+/gu, ' ').trim();
  return `“${flat.length > LONGEST ? `${flat.slice(0, LONGEST - 1).trimEnd()}…` : flat}”`;
};

/** What two places tell differently, in words. */
const matterOf = ({ fact, subject }: Fact): string => {
  const name = subject.slice(subject.indexOf(':') + 1);
  switch (fact) {
    case 'hours':
      return subject.startsWith('business:') ? 'when you are open' : `when ${subject.startsWith('team:') ? `“${name}”` : name} can be reached`;
    case 'acknowledged-within':
      return 'how soon complaints are acknowledged';
    case 'answered-within':
      return 'how soon complaints are answered';
    case 'refund-within':
      return 'how soon refunds are paid';
    case 'promised-within':
      return 'how soon customers hear from you';
    case 'call-cost':
      return `what a call to ${name} costs`;
    case 'number-for':
      return `who ${name} is for`;
    case 'fee':
      return `how much the fee “${name}” is`;
    case 'joined-by':
    case 'left-by':
      return 'how they join and leave';
    case 'act-allowed':
      return 'whether they are rung back';
  }
};

const ruling = (told: Telling, said: Telling): Ruling => {
  const { artefact, path, fact } = told;
  const fill = filling({ from: matterOf(fact), value: inShort(told), other: `${inShort(said)} (${said.path})` });
  return rulingAt(artefact, fact, ['facts', path, fact.fact, fact.subject.replace(/^step:.*#/u, ''), fact.written], fill);
};

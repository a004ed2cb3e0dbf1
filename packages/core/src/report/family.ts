import type { PackAsking, Rule } from '../policy/rule.js';
import type { Verdict } from '../policy/verdict.js';
import { isLouder } from './report.js';

const artefactKey = ({ artefact }: Verdict): string => JSON.stringify([artefact.path, artefact.id]);

/** Where exactly a verdict stands: its step and the event by which the journey leaves it. */
const exactKey = ({ artefact, anchor, leftBy }: Verdict): string => JSON.stringify([artefact.path, artefact.id, anchor?.id, leftBy]);

/** Whether a verdict is about more than one way out of one step: it has no journey, or begins where the artefact does. */
const beginsAtStart = ({ artefact, anchor, leftBy }: Verdict): boolean =>
  anchor === undefined || leftBy === undefined || anchor.kind === 'start' || anchor.id === artefact.start;

/** Whether nothing in the artefact is as it should be for the rule: no journey is shown, or one that is required is missing from its start. */
const isAboutWhole = (verdict: Verdict): boolean =>
  verdict.anchor === undefined || verdict.leftBy === undefined || (verdict.missing === true && beginsAtStart(verdict));

/** The places at which a rule speaks. */
interface Spoken {
  readonly exact: Set<string>;
  /** Artefacts of which one of its findings is about the whole. */
  readonly whole: Set<string>;
  readonly artefacts: Set<string>;
}

const spokenBy = (verdicts: readonly Verdict[]): ReadonlyMap<string, Spoken> => {
  const spoken = new Map<string, Spoken>();
  for (const verdict of verdicts) {
    const of = spoken.get(verdict.rule.id) ?? { exact: new Set(), whole: new Set(), artefacts: new Set() };
    spoken.set(verdict.rule.id, of);
    const [exact, artefact] = [exactKey(verdict), artefactKey(verdict)];
    of.artefacts.add(artefact);
    if (isAboutWhole(verdict)) of.whole.add(artefact);
    of.exact.add(exact);
  }
  return spoken;
};

/**
 * Drops findings that yield to a more specific one: same step and same first event; or the same artefact, where the finding itself begins at a
 * start, or where the other one is about the whole (something required is missing there).
 * All findings count, dropped ones too, so that of a family only the most specific speaks.
 */
const withoutYielding = (verdicts: readonly Verdict[]): readonly Verdict[] => {
  const spoken = spokenBy(verdicts);
  return verdicts.filter((verdict) => {
    const [exact, artefact] = [exactKey(verdict), artefactKey(verdict)];
    return !verdict.rule.yieldsTo.some((id) => {
      const other = spoken.get(id);
      if (other === undefined) return false;
      return other.exact.has(exact) || other.whole.has(artefact) || (beginsAtStart(verdict) && other.artefacts.has(artefact));
    });
  });
};

/** The exact place in a text that a verdict about a step points at; undefined where it points at something else. */
const exactPlace = ({ rule, artefact, anchor, path, route, message }: Verdict): string | undefined =>
  artefact.syntax === 'text' && anchor !== undefined && route.length === 2
    ? JSON.stringify([rule.id, path ?? artefact.path, route, message])
    : undefined;

/** Keeps the first of verdicts that several artefacts share, since they are made of the same lines: a handler of two routes is mended once. */
const withoutShared = (verdicts: readonly Verdict[]): readonly Verdict[] => {
  const holders = new Map<string, string>();
  return verdicts.filter((verdict) => {
    const place = exactPlace(verdict);
    if (place === undefined) return true;
    const own = artefactKey(verdict);
    const holder = holders.get(place) ?? own;
    holders.set(place, holder);
    return holder === own;
  });
};

/** Keeps the first of verdicts that say the same of the same thing. */
const withoutEchoes = (verdicts: readonly Verdict[]): readonly Verdict[] => {
  const seen = new Set<string>();
  return verdicts.filter(({ rule, artefact, path, identity, route, message }) => {
    const key = JSON.stringify([rule.id, path ?? artefact.path, artefact.id, identity, route, message]);
    return !seen.has(key) && seen.add(key);
  });
};

const union = (rules: readonly Rule[]): readonly PackAsking[] => [
  ...new Map(rules.flatMap(({ packs = [] }) => packs.map((asking): [string, PackAsking] => [asking.pack, asking]))).values(),
];

/**
 * One finding for one thing. A rule may run several times with the options of several packs: where they find the same, the loudest speaks (of equals
 * the first), and names the packs of all.
 */
const withoutRepeats = (verdicts: readonly Verdict[]): readonly Verdict[] => {
  const rules = new Map<string, Rule[]>();
  const keyOf = ({ rule, artefact, identity, route }: Verdict): string => JSON.stringify([rule.id, artefact.path, artefact.id, identity, route]);
  for (const verdict of verdicts) {
    const key = keyOf(verdict);
    const known = rules.get(key);
    if (known === undefined) rules.set(key, [verdict.rule]);
    else if (!known.includes(verdict.rule)) known.push(verdict.rule);
  }
  const left = verdicts.flatMap((verdict) => {
    const those = rules.get(keyOf(verdict)) ?? [];
    if (those.length < 2) return [verdict];
    const loudest = those.reduce((a, b) => (isLouder(b.level, a.level) ? b : a));
    return verdict.rule === loudest ? [{ ...verdict, rule: { ...loudest, packs: union(those) } }] : [];
  });
  return withoutShared(withoutEchoes(left));
};

/** The verdicts that become findings: broken, one for one thing, and of a family the most specific. */
export const speaking = (verdicts: readonly Verdict[]): readonly Verdict[] =>
  withoutYielding(withoutRepeats(verdicts.filter(({ outcome }) => outcome === 'broken')));

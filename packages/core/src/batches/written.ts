import type { Artefact } from '../model/artefact.js';
import { standing, standingOf, type Standing } from '../model/standing.js';
import type { Step } from '../model/step.js';
import type { Rule } from '../policy/rule.js';
import type { Moment, Verdict } from '../policy/verdict.js';
import type { Judged } from './judged.js';
import { outlineFrom } from './outline.js';
import type { RuleNumbers } from './rule-numbers.js';

/** A step of an outline: what it refers to. */
type OutlineStep = Pick<Step, 'id' | 'kind' | 'refers'> & { readonly why?: string };

/** An outline without what every outline has. `takesRoles`: it reads differently in a role that another flow gives it. */
type WrittenOutline = Omit<Artefact, 'path' | 'steps' | 'edges' | 'utterances' | 'inRole'> & {
  readonly steps: readonly OutlineStep[];
  readonly takesRoles?: true;
};

/** What a report tells of an artefact; its file is left out where that is the file it is written with. */
type WrittenArtefact = Omit<Artefact, 'path' | 'keys' | 'steps' | 'edges' | 'utterances'> & { readonly path?: string };

/** A moment of a journey; its artefact by its place in `artefacts`. */
type WrittenMoment = Omit<Moment, 'artefact'> & { readonly artefact: number };

type WrittenVerdict = Omit<Verdict, 'rule' | 'artefact' | 'journey' | 'against' | 'hidden'> & {
  /** By its number: see `RuleNumbers`. */
  readonly rule: number;
  readonly artefact: number;
  readonly journey: readonly WrittenMoment[];
  readonly against?: readonly WrittenMoment[];
  readonly hidden?: { readonly artefact: number; readonly step: Step };
};

/** What is kept of an artefact that was judged, as JSON. */
export interface WrittenJudged {
  readonly outline: WrittenOutline;
  readonly signature: string;
  /** Derived values, each with its place (`writtenInPlace`). */
  readonly found?: unknown;
  readonly facts?: unknown;
  /** The artefacts that the verdicts speak of. */
  readonly artefacts: readonly WrittenArtefact[];
  readonly verdicts: readonly WrittenVerdict[];
  /** Numbers of the rules that found something to judge, each followed by the number of files of which it was asked. */
  readonly asked: readonly number[];
}

/** Rules that found something to judge in an artefact, each with the number of files. */
export type AskedOf = readonly (readonly [rule: Rule, files: number])[];

/** The key under which a value that has a place is wrapped together with it. A value with such a key of its own is wrapped as well, so that none is taken for a wrapping. */
const PLACED = '@';

/** Derived values as JSON, with the places that are noted on them. */
const writtenInPlace = (value: unknown): unknown => {
  if (typeof value !== 'object' || value === null) return value;
  const at = standingOf(value);
  const plain = Array.isArray(value)
    ? value.map(writtenInPlace)
    : Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, writtenInPlace(inner)]));
  return at === undefined && !Object.hasOwn(value, PLACED) ? plain : { [PLACED]: at ?? null, of: plain };
};

/** The reverse of `writtenInPlace`. */
const readInPlace = (written: unknown): unknown => {
  if (typeof written !== 'object' || written === null) return written;
  if (Array.isArray(written)) return written.map(readInPlace);
  if (!Object.hasOwn(written, PLACED)) return plainOf(written);
  const { [PLACED]: at, of } = written as { readonly [PLACED]: Standing | null; readonly of: object };
  const value = Array.isArray(of) ? of.map(readInPlace) : plainOf(of);
  return at === null ? value : standing(value, at);
};

const plainOf = (written: object): object => Object.fromEntries(Object.entries(written).map(([key, inner]) => [key, readInPlace(inner)]));

const outlineStep = ({ id, kind, data: { why }, refers }: Step): OutlineStep => ({
  id,
  kind,
  ...(why === undefined ? {} : { why }),
  ...(refers === undefined ? {} : { refers }),
});

const writtenOutline = (outline: Artefact): WrittenOutline => {
  const { path: _path, steps, edges: _edges, utterances: _utterances, inRole, ...rest } = outline;
  return { ...rest, steps: steps.map(outlineStep), ...(inRole === undefined ? {} : { takesRoles: true }) };
};

const readOutline = ({ steps, takesRoles, ...rest }: WrittenOutline, path: string): Artefact =>
  outlineFrom(
    {
      ...rest,
      path,
      steps: steps.map(({ why, ...step }) => ({ ...step, label: '', data: why === undefined ? {} : { why }, route: [] })),
      edges: [],
      utterances: [],
    },
    takesRoles === true,
  );

/** Writes down what is kept of an artefact, in the form of JSON. */
export const writeJudged = ({ outline, signature, found, facts, verdicts }: Judged, asked: AskedOf, numbers: RuleNumbers): WrittenJudged => {
  const places = new Map<Artefact, number>();
  const numberOf = (artefact: Artefact): number => {
    const known = places.get(artefact) ?? places.size;
    places.set(artefact, known);
    return known;
  };
  const moments = (journey: readonly Moment[]): readonly WrittenMoment[] =>
    journey.map((moment) => ({ ...moment, artefact: numberOf(moment.artefact) }));
  const written = verdicts.map(({ rule, artefact, journey, against, hidden, ...rest }): WrittenVerdict => ({
    ...rest,
    rule: numbers.of(rule),
    artefact: numberOf(artefact),
    journey: moments(journey),
    ...(against === undefined ? {} : { against: moments(against) }),
    ...(hidden === undefined ? {} : { hidden: { ...hidden, artefact: numberOf(hidden.artefact) } }),
  }));
  return {
    outline: writtenOutline(outline),
    signature,
    ...(found === undefined ? {} : { found: writtenInPlace(found) }),
    ...(facts === undefined ? {} : { facts: writtenInPlace(facts) }),
    artefacts: [...places.keys()].map(({ path, keys: _keys, steps: _steps, edges: _edges, utterances: _utterances, ...rest }) => ({
      ...rest,
      ...(path === outline.path ? {} : { path }),
    })),
    verdicts: written,
    asked: asked.flatMap(([rule, files]) => [numbers.of(rule), files]),
  };
};

/**
 * What was written down of an artefact of this file; undefined where it speaks of a rule that does not run. `written` must have the form that
 * `isWrittenJudged` asks for.
 */
export const readJudged = (
  written: WrittenJudged,
  path: string,
  rules: ReadonlyMap<number, Rule>,
): (Judged & { readonly asked: AskedOf }) | undefined => {
  const artefacts = written.artefacts.map((artefact): Artefact => ({
    ...artefact,
    path: artefact.path ?? path,
    keys: [],
    steps: [],
    edges: [],
    utterances: [],
  }));
  const artefactAt = (place: number): Artefact => {
    const artefact = artefacts[place];
    if (artefact === undefined) throw new RangeError(`there is no artefact ${String(place)} in what was written down of ${path}`);
    return artefact;
  };
  const moments = (journey: readonly WrittenMoment[]): Moment[] => journey.map((moment) => ({ ...moment, artefact: artefactAt(moment.artefact) }));
  const verdicts: Verdict[] = [];
  for (const { rule: number, artefact, journey, against, hidden, ...rest } of written.verdicts) {
    const rule = rules.get(number);
    if (rule === undefined) return undefined;
    verdicts.push({
      ...rest,
      rule,
      artefact: artefactAt(artefact),
      journey: moments(journey),
      ...(against === undefined ? {} : { against: moments(against) }),
      ...(hidden === undefined ? {} : { hidden: { ...hidden, artefact: artefactAt(hidden.artefact) } }),
    });
  }
  const asked: (readonly [Rule, number])[] = [];
  for (let at = 0; at < written.asked.length; at += 2) {
    const rule = rules.get(written.asked[at] ?? -1);
    if (rule === undefined) return undefined;
    asked.push([rule, written.asked[at + 1] ?? 0]);
  }
  return {
    outline: readOutline(written.outline, path),
    signature: written.signature,
    found: written.found === undefined ? undefined : (readInPlace(written.found) as object),
    facts: written.facts === undefined ? undefined : (readInPlace(written.facts) as readonly object[]),
    verdicts,
    asked,
  };
};

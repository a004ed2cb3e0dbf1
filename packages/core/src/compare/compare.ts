import type { Artefact } from '../model/artefact.js';
import type { Service } from '../link/service.js';
import { isLouder, type Finding } from '../report/report.js';
import type { Level } from '../policy/rule.js';
import { Alike } from './alike.js';
import { choiceChangesAt, type ChoiceChange } from './choices.js';
import type { Hours } from './destinations.js';
import { effortChanges, Entry, reachChanges, type EffortChange, type ReachChange } from './entries.js';
import { findingChanges, type FindingChanges } from './findings.js';
import { matchFlows, type FlowPair } from './flows.js';
import { Following } from './following.js';
import { pairTexts, termChangesAt, textChangesAt, textsOfOne, valueChanges, type TermChange, type TextChange, type ValueChange } from './said.js';
import { nodesOf, sideOf, type Side } from './side.js';
import { matchSteps } from './steps.js';
import type { Compared } from './stops.js';
import { eventOf } from '../link/service-graph.js';

/** One document, before and after. */
export interface FlowChange {
  /**
   * `same`: nobody could tell the two apart. `changed`. `rearranged`: the steps are laid out otherwise, and all that is compared is as it was. `added`,
   * `removed`. `unread`: its file could not be read on the other side.
   */
  readonly status: 'same' | 'changed' | 'rearranged' | 'added' | 'removed' | 'unread';
  readonly before?: Artefact;
  readonly after?: Artefact;
  readonly reach: readonly ReachChange[];
  readonly efforts: readonly EffortChange[];
  readonly choices: readonly ChoiceChange[];
  readonly texts: readonly TextChange[];
  readonly terms: readonly TermChange[];
  readonly values: readonly ValueChange[];
}

/** What a change does to customers. */
export interface Comparison {
  readonly flows: readonly FlowChange[];
  readonly findings: FindingChanges;
}

/** What is compared: a service and what was found in it, before and after. */
export interface ComparisonInput {
  readonly before: Service;
  readonly after: Service;
  readonly findings: { readonly before: readonly Finding[]; readonly after: readonly Finding[] };
  /** Files that could not be read: of what they held nothing is said. */
  readonly unread?: { readonly before: ReadonlySet<string>; readonly after: ReadonlySet<string> };
  /** Whether what is left over on either side is to be held against each other: for two files. */
  readonly sole?: boolean;
}

type Changes = Pick<FlowChange, 'reach' | 'efforts' | 'choices' | 'texts' | 'terms' | 'values'>;

const NOTHING: Changes = { reach: [], efforts: [], choices: [], texts: [], terms: [], values: [] };

const ONCE: readonly (Hours | undefined)[] = [undefined];
const TWICE: readonly (Hours | undefined)[] = ['open', 'closed'];

/** Whether anything depends on the hours. */
const dependsOnHours = ({ graph }: Side): boolean =>
  [...new Set(graph.graph.event)].some((event) => eventOf(event) === 'open' || eventOf(event) === 'closed');

/** What is the same while it is open and while it is closed is told once. */
const merged = <T extends object>(
  byHours: readonly (readonly T[])[],
  hours: readonly (Hours | undefined)[],
): readonly (T & { readonly hours?: Hours })[] => {
  const plain = (change: T): string => JSON.stringify(change, (key: string, value: unknown) => (key === 'journey' ? undefined : value));
  const sets = byHours.map((changes) => new Set(changes.map(plain)));
  return byHours.flatMap((changes, index) =>
    changes.flatMap((change): readonly (T & { readonly hours?: Hours })[] => {
      const everywhere = sets.every((set) => set.has(plain(change)));
      const when = hours[index];
      if (everywhere) return index === 0 ? [change] : [];
      return [when === undefined ? change : { ...change, hours: when }];
    }),
  );
};

/** What a document says of itself, and nobody meets. */
const ABOUT_ITSELF: readonly string[] = ['title', 'owner', 'reviewed'];

/** What a document without steps states. */
const statedBy = ({ steps, values, country, statements, phones }: Artefact): unknown => {
  if (steps.length > 0) return undefined;
  const own = typeof values === 'object' && values !== null && !Array.isArray(values) ? Object.entries(values) : [['values', values] as const];
  return {
    ...Object.fromEntries(own.filter(([key]) => !ABOUT_ITSELF.includes(key))),
    country,
    texts: statements?.map(({ text }) => text),
    phones: phones?.map(({ raw }) => raw),
  };
};

/** Compares the flows of two services, one after the other. */
class Comparing {
  readonly #compared: Compared;
  readonly #hours: readonly (Hours | undefined)[];
  readonly #followings: readonly (readonly [Following, Following])[];

  constructor(compared: Compared) {
    this.#compared = compared;
    const [before, after] = compared.sides;
    this.#hours = dependsOnHours(before) || dependsOnHours(after) ? TWICE : ONCE;
    this.#followings = this.#hours.map((hours) => [new Following(before, hours), new Following(after, hours)]);
  }

  /** What became of a document that is there on both sides. */
  compare(before: number, after: number): FlowChange {
    const { sides, alike } = this.#compared;
    const [was, is] = [sides[0].service.artefacts[before]!, sides[1].service.artefacts[after]!];
    const [start, begin] = [sides[0].graph.graph.start[before]!, sides[1].graph.graph.start[after]!];
    const outside = this.#outsideSteps(was, is);
    const isSame = start < 0 || begin < 0 ? start === begin : alike.same(start, begin);
    const changes = isSame ? { ...NOTHING, ...outside } : this.#changes(before, after, outside);
    const isChanged = Object.values(changes).some((list) => list.length > 0);
    const isLaidOutAlike = isSame || nodesOf(sides[0], before).every((node) => this.#isAlikeHere(node));
    return { status: isChanged ? 'changed' : isLaidOutAlike ? 'same' : 'rearranged', before: was, after: is, ...changes };
  }

  #isAlikeHere(node: number): boolean {
    const { sides, match, alike } = this.#compared;
    const now = match.after.get(node);
    return (
      sides[0].graph.alive[node] === 0 || (now !== undefined && alike.sameHere(node, now, ({ before, after }) => match.after.get(before) === after))
    );
  }

  /** Texts and values that belong to no step. */
  #outsideSteps(was: Artefact, is: Artefact): Pick<Changes, 'texts' | 'values'> {
    const free = ({ utterances }: Artefact) => utterances.filter(({ step }) => step === undefined);
    const texts = pairTexts(free(was), free(is)).map((change) => ({ at: `In ${is.name}`, step: {}, ...change }));
    return { texts, values: valueChanges(statedBy(was), statedBy(is)) };
  }

  #changes(before: number, after: number, outside: Pick<Changes, 'texts' | 'values'>): Changes {
    const { sides, match } = this.#compared;
    const pairs = nodesOf(sides[0], before).flatMap((node) => {
      const now = match.after.get(node);
      return now === undefined || sides[0].graph.alive[node] === 0 ? [] : [[node, now] as const];
    });
    const choices = this.#followings.map((followings) =>
      pairs
        .filter(([a, b]) => Comparing.#isLeft(a, followings[0]) && Comparing.#isLeft(b, followings[1]))
        .flatMap(([a, b]) => choiceChangesAt(this.#compared, followings, a, b)),
    );
    const added = nodesOf(sides[1], after).filter((node) => !match.before.has(node) && sides[1].graph.alive[node] === 1);
    const removed = nodesOf(sides[0], before).filter((node) => !match.after.has(node) && sides[0].graph.alive[node] === 1);
    return {
      ...this.#ofEntry(before, after),
      choices: merged(choices, this.#hours),
      texts: [
        ...outside.texts,
        ...pairs.flatMap(([a, b]) => textChangesAt(this.#compared, a, b)),
        ...removed.flatMap((node) => textsOfOne(sides[0], 0, node)),
        ...added.flatMap((node) => textsOfOne(sides[1], 1, node)),
      ],
      terms: pairs.flatMap(([a, b]) => termChangesAt(this.#compared, a, b)),
      values: outside.values,
    };
  }

  /** Whether what a customer does next at a step is worth telling: they arrive, or have come to a stop. */
  static #isLeft(node: number, following: Following): boolean {
    return following.side.graph.steps[node]!.kind === 'start' || following.isStop(node);
  }

  #ofEntry(before: number, after: number): Pick<Changes, 'reach' | 'efforts'> {
    const { sides } = this.#compared;
    if (!isEntry(sides[0], before) || !isEntry(sides[1], after)) return NOTHING;
    const [start, begin] = [sides[0].graph.graph.start[before]!, sides[1].graph.graph.start[after]!];
    const entries = this.#hours.map((hours) => [new Entry(sides[0], start, hours), new Entry(sides[1], begin, hours)] as const);
    return {
      reach: merged(
        entries.map(([was, is]) => reachChanges(was, is)),
        this.#hours,
      ),
      efforts: merged(
        entries.map(([was, is]) => effortChanges(was, is)),
        this.#hours,
      ),
    };
  }
}

/** Whether customers begin here: they arrive, are called, or are passed on by staff; or nobody in view leads into this flow. */
const isEntry = ({ service, graph }: Side, index: number): boolean => {
  const { role } = service.artefacts[index]!;
  return (
    graph.graph.start[index]! >= 0 &&
    (role === 'entry' || role === 'outbound' || role === 'agent-transfer' || (role === 'sub-flow' && graph.graph.entered[index] === 0))
  );
};

/** A document that is there on one side only, or could not be read on the other. */
const alone = (side: 0 | 1, artefact: Artefact, unread: ComparisonInput['unread']): FlowChange => {
  const isUnread = unread?.[side === 0 ? 'after' : 'before'].has(artefact.path) === true;
  return {
    status: isUnread ? 'unread' : side === 0 ? 'removed' : 'added',
    ...NOTHING,
    ...(side === 0 ? { before: artefact } : { after: artefact }),
  };
};

const onBoth = (pair: FlowPair): pair is Required<FlowPair> => pair.before !== undefined && pair.after !== undefined;

/**
 * What a change does to customers. Flows are matched by name, steps by id or by what is felt at them. Flows that nobody could tell apart are found first
 * (`Alike`), and only the others are looked at closer: what comes next at each stop (`Following`), what can be come to at all and with how
 * much effort (`Entry`), each while it is open and while it is closed, where that matters.
 */
export const compareServices = ({ before, after, findings, unread, sole = false }: ComparisonInput): Comparison => {
  const sides = [sideOf(before), sideOf(after)] as const;
  const flows = matchFlows(...sides, sole);
  const paired = flows.filter(onBoth);
  const starts = paired
    .map((pair) => ({ before: sides[0].graph.graph.start[pair.before]!, after: sides[1].graph.graph.start[pair.after]! }))
    .filter((pair) => pair.before >= 0 && pair.after >= 0);
  const alike = new Alike(...sides, starts);
  const compared: Compared = { sides, alike, match: matchSteps(...sides, paired, alike) };
  const comparing = new Comparing(compared);
  const documentNow = new Map(paired.map((pair) => [before.artefacts[pair.before]!.id, after.artefacts[pair.after]!.id]));
  return {
    flows: flows.map((pair) => {
      if (onBoth(pair)) return comparing.compare(pair.before, pair.after);
      return pair.after === undefined ? alone(0, before.artefacts[pair.before!]!, unread) : alone(1, after.artefacts[pair.after]!, unread);
    }),
    findings: findingChanges(compared, findings.before, findings.after, documentNow),
  };
};

/** Whether nothing changes for customers: no document differs for them, and nothing is found that was not, or no longer. */
export const changesNothing = ({ flows, findings }: Comparison): boolean =>
  flows.every(({ status }) => status === 'same') && findings.gained.length === 0 && findings.mended.length === 0;

/** Whether a person is further away: reached no longer, only by failing at something, or only after more choices or more questions. */
export const isFurther = ({ before, after }: EffortChange): boolean => {
  if (before === undefined) return false;
  if (after === undefined) return true;
  if (before.onlyByFailing !== after.onlyByFailing) return after.onlyByFailing === true;
  return after.choices > before.choices || after.questions > before.questions;
};

/** Whether a change makes it worse for customers: something new is found at this level or above, or a person is further away. */
export const isWorse = ({ flows, findings }: Comparison, level: Level): boolean =>
  findings.gained.some((finding) => finding.level === level || isLouder(finding.level, level)) ||
  flows.some(({ efforts }) => efforts.some(isFurther));

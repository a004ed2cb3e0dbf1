import { ANYWHERE, STEP_VERB_NAMES, stepVerb, OUTCOMES } from '@carelint/policy-schema';
import type { StepVerbName, Outcome } from '@carelint/policy-schema';
import type { EdgeEvent } from '../../model/step.js';
import type { Route } from '../../source/source.js';
import type { Draft } from './draft.js';
import { insideKey } from './outline.js';
import { isMap } from '../../source/values.js';
import type { Line, Outline, Written } from './outline.js';
import { slotOf } from './step-data.js';
import { givesBack } from './targets.js';

/** One way that leaves a line: by which event, under which words, to which target as it is written. */
interface Way {
  readonly on: EdgeEvent;
  readonly label: string | undefined;
  readonly option: string;
  /** A name, a word such as `again`, steps written in place, or nothing: the next line. */
  readonly target: string | readonly Line[] | undefined;
  readonly route: Route;
}

/** What wiring needs to know of the flow. */
export interface Frame {
  readonly flow: Written;
  readonly outline: Outline;
  readonly draft: Draft;
}

type VerbLine = Line & { readonly verb: StepVerbName };

const ASKS_FOR_A_PERSON = 'asks for a person';
const ELSE = /^(?:otherwise|else|anything else)$/iu;
/** A customer who does not have what is asked for is not asked for it again. */
const NOT_TRIED_AGAIN = 'if-cannot';
const TRIED_AGAIN: readonly EdgeEvent[] = ['no-input', 'no-match', 'invalid', 'failure'];
const TRIES_AT: readonly StepVerbName[] = ['menu', 'ask', 'verify'];

const skips = ({ verb, written }: Line): 'known' | 'verified' | undefined =>
  verb === 'ask' && written['skip-if-known'] === true ? 'known' : verb === 'verify' && written['skip-if-verified'] === true ? 'verified' : undefined;

/** The step at which whoever is sent to this line arrives: before a question that may be skipped, the check whether it is. */
export const entryOf = (line: Line): string => {
  const skip = skips(line);
  return skip === undefined ? line.id : `${line.id}/${skip}`;
};

const targetOf = (line: Line, option: string): Way['target'] => line.lists.get(option) ?? (line.written[option] as string | undefined);

const branchesOf = (line: VerbLine): readonly Way[] =>
  (['choices', 'answers'] as const).flatMap((option) => {
    const map = line.written[option];
    if (!isMap(map)) return [];
    return Object.entries(map).map(([label, target]): Way => {
      const on = stepVerb(line.verb).branches ?? 'choice';
      return {
        on: on === 'branch' && ELSE.test(label) ? 'next' : on,
        label,
        option,
        target: line.lists.get(insideKey(option, label)) ?? (target as string),
        route: [...line.route, option, label],
      };
    });
  });

/** The way to the next line, where the verb has one. */
const onwardOf = (line: VerbLine): readonly Way[] => {
  const { written, verb, route } = line;
  if (verb === 'check') return checkOnward(line);
  const { goesOn, onwardOption } = stepVerb(verb);
  if (goesOn === null || (verb === 'ask' && 'answers' in written) || (verb === 'repeat' && written['times'] === undefined)) return [];
  const option = onwardOption ?? 'then';
  const target = targetOf(line, option);
  // What lies behind a hidden part is known only where the document goes on from it.
  if (verb === 'unknown' && target === undefined && line.next === undefined) return [];
  return [{ on: goesOn, label: undefined, option, target, route: target === undefined ? route : [...route, option] }];
};

/** `yes` is a branch of its own, `no` the other one; with neither written the check leads on. */
const checkOnward = (line: VerbLine): readonly Way[] => {
  const { written, route } = line;
  if ('answers' in written) return [];
  const way = (option: 'if-yes' | 'if-no', on: EdgeEvent, label?: string): Way => ({
    on,
    label,
    option,
    target: targetOf(line, option),
    route: option in written ? [...route, option] : route,
  });
  if (!('if-yes' in written) && !('if-no' in written)) return [way('if-no', 'next')];
  return [way('if-yes', 'branch', 'yes'), way('if-no', 'next', 'no')];
};

const isOutcome = (option: string): option is Outcome => Object.hasOwn(OUTCOMES, option);
const ELSEWHERE: readonly string[] = ['if-yes', 'if-no', 'if-open', 'afterwards'];

const outcomesOf = (line: VerbLine): readonly Way[] =>
  Object.keys(line.written)
    .filter((option): option is Outcome => isOutcome(option) && !ELSEWHERE.includes(option))
    .map((option) => {
      const { event, label }: { event: EdgeEvent; label?: string } = OUTCOMES[option];
      const named = option === NOT_TRIED_AGAIN ? 'cannot' : label;
      return { on: event, label: named, option, target: targetOf(line, option), route: [...line.route, option] };
    });

/** What can be said under `anywhere` for a verb. */
const CAUGHT: ReadonlyMap<StepVerbName, readonly Pick<Way, 'on' | 'option' | 'label'>[]> = new Map(
  STEP_VERB_NAMES.map((verb) => [
    verb,
    Object.entries(ANYWHERE)
      .filter(([, { at }]) => (at as readonly string[]).includes(verb))
      .map(([option, { event }]) => ({ on: event, option, label: event === 'choice' ? ASKS_FOR_A_PERSON : undefined })),
  ]),
);

/** What holds anywhere, at this line. */
const anywhereOf = ({ flow, outline }: Frame, line: VerbLine): readonly Way[] => {
  const anywhere = flow['anywhere'];
  if (!isMap(anywhere)) return [];
  return (CAUGHT.get(line.verb) ?? [])
    .filter(({ option }) => option in anywhere && !(option in line.written))
    .map(({ on, option, label }) => ({
      on,
      label,
      option,
      target: outline.anywhere.get(option) ?? (anywhere[option] as string),
      route: ['anywhere', option],
    }));
};

/** Outcomes that the verb can have and the document does not mention. */
const leftOutOf = ({ flow }: Frame, line: VerbLine, mentioned: readonly Way[]): readonly Outcome[] => {
  const { verb, written } = line;
  if (verb === 'transfer' && written['to'] === 'flow') return [];
  return stepVerb(verb)
    .leftOut.filter((entry) => {
      const { outcome, with: beside, channels } = entry as { outcome: Outcome; with?: string; channels?: readonly string[] };
      if (mentioned.some(({ option }) => option === outcome)) return false;
      return (beside === undefined || beside in written) && (channels === undefined || channels.includes(String(flow['channel'])));
    })
    .map(({ outcome }) => outcome);
};

/** Makes the edges of one line, and the steps that they imply. */
class Wiring {
  readonly #frame: Frame;
  readonly #line: VerbLine;
  /** Targets after the last try, each with the check that counts the tries before it. */
  readonly #counters = new Map<string, string>();

  constructor(frame: Frame, line: VerbLine) {
    this.#frame = frame;
    this.#line = line;
  }

  run(): void {
    const line = this.#line;
    const onward = onwardOf(line);
    const branches = branchesOf(line);
    const caught = anywhereOf(this.#frame, line).filter((way) => !this.#leadsBack(way));
    const outcomes = [...outcomesOf(line), ...caught.filter(({ on }) => on !== 'choice')];
    this.#known(onward, branches);
    for (const way of branches) this.#edge(way);
    for (const way of caught.filter(({ on }) => on === 'choice')) this.#edge(way);
    if (line.verb === 'queue') this.#answered();
    if (line.verb === 'repeat') this.#repeat();
    for (const way of onward) this.#edge(way);
    for (const way of outcomes) this.#tried(way);
    for (const option of leftOutOf(this.#frame, line, outcomes)) this.#leftOut(option);
    if (line.verb === 'person' && 'afterwards' in line.written) this.#afterwards(line.id);
  }

  /** "Anywhere: to a person" cannot mean the first step of the part `person` itself: there nothing is said. */
  #leadsBack({ target }: Way): boolean {
    if (target === 'again' || target === undefined) return false;
    const first = typeof target === 'string' ? this.#frame.outline.named.get(target)?.line : target[0];
    return first === this.#line;
  }

  #edge({ on, label, target, route }: Way): void {
    this.#frame.draft.edge(this.#line.id, on, this.#resolve(target, route), label);
  }

  /** The step that a target stands for. */
  #resolve(target: Way['target'], route: Route): string {
    const { outline, draft, flow } = this.#frame;
    const line = this.#line;
    if (typeof target === 'object') return target[0] === undefined ? this.#nothingFollows(route) : entryOf(target[0]);
    switch (target) {
      case undefined:
      case 'next':
        if (line.next !== undefined) return entryOf(line.next);
        return givesBack(flow) ? draft.implied(`${line.id}/return`, 'return', 'the end of what is heard', {}, route) : this.#nothingFollows(route);
      case 'again':
        return line.id;
      case 'end':
        return draft.implied(`${line.id}/end`, 'end', 'end', { outcome: 'not-solved' }, route);
      case 'return':
        return draft.implied(`${line.id}/return`, 'return', 'return', { outcome: 'success' }, route);
      case 'return-failed':
        return draft.implied(`${line.id}/return-failed`, 'return', 'return-failed', { outcome: 'failure' }, route);
      default: {
        const named = outline.named.get(target)?.line;
        return named === undefined ? this.#nothingFollows(route) : entryOf(named);
      }
    }
  }

  #nothingFollows(route: Route): string {
    return this.#frame.draft.implied(
      `${this.#line.id}/next?`,
      'unknown',
      'what follows',
      { why: 'the document does not say what follows here' },
      route,
    );
  }

  /** An outcome that is asked again, up to so many times, before it counts. */
  #tried(way: Way): void {
    const { tries } = this.#line.written;
    if (
      typeof tries !== 'number' ||
      tries < 2 ||
      !TRIES_AT.includes(this.#line.verb) ||
      !TRIED_AGAIN.includes(way.on) ||
      way.option === NOT_TRIED_AGAIN
    ) {
      this.#edge(way);
      return;
    }
    const target = way.target === 'again' ? this.#unknown(way.option, 'after the last try') : this.#resolve(way.target, way.route);
    this.#frame.draft.edge(this.#line.id, way.on, this.#counter(target, tries));
  }

  #counter(target: string, tries: number): string {
    const { draft } = this.#frame;
    const line = this.#line;
    const known = this.#counters.get(target);
    if (known !== undefined) return known;
    const id = this.#counters.size === 0 ? `${line.id}/tries` : `${line.id}/tries-${this.#counters.size + 1}`;
    this.#counters.set(target, id);
    draft.step({ id, kind: 'check', label: `up to ${tries} tries`, data: { of: 'attempts', attempts: tries }, route: [...line.route, 'tries'] });
    draft.edge(id, 'again', line.id);
    draft.edge(id, 'limit', target);
    return id;
  }

  #leftOut(option: Outcome): void {
    const { event }: { event: EdgeEvent } = OUTCOMES[option];
    const to = this.#unknown(option);
    const { tries } = this.#line.written;
    const counts = typeof tries === 'number' && tries > 1 && TRIES_AT.includes(this.#line.verb) && TRIED_AGAIN.includes(event);
    this.#frame.draft.edge(this.#line.id, event, counts ? this.#counter(to, tries) : to);
  }

  #unknown(option: string, when?: string): string {
    const why = `the document does not say what happens${when === undefined ? '' : ` ${when}`}: ${option}`;
    return this.#frame.draft.implied(`${this.#line.id}/${option}?`, 'unknown', `${option} is not written`, { why }, this.#line.route);
  }

  /** Before a question that may be skipped: is it known already? */
  #known(onward: readonly Way[], branches: readonly Way[]): void {
    const { draft } = this.#frame;
    const line = this.#line;
    const skip = skips(line);
    if (skip === undefined) return;
    const id = entryOf(line);
    for (const { target, route } of onward) draft.edge(id, 'success', this.#resolve(target, route));
    for (const { label, target, route } of branches) draft.edge(id, 'branch', this.#resolve(target, route), label);
    draft.edge(id, 'next', line.id);
  }

  #answered(): void {
    const { draft } = this.#frame;
    const { id, written, route } = this.#line;
    const person = `${id}/person`;
    const owner = written['owner'];
    const who = String(written['queue']);
    draft.step({
      id: person,
      kind: 'person',
      label: who,
      data: { targetName: who, ...(typeof owner === 'string' ? { owner } : {}) },
      route: [...route, 'queue'],
    });
    draft.edge(id, 'success', person);
    if ('afterwards' in written) this.#afterwards(person);
  }

  #afterwards(from: string): void {
    const line = this.#line;
    this.#frame.draft.edge(from, 'next', this.#resolve(targetOf(line, 'afterwards'), [...line.route, 'afterwards']));
  }

  /** Back to an earlier step: with a limit a count of the tries, without one a bare way back. */
  #repeat(): void {
    const { written, route, id } = this.#line;
    const back = this.#resolve(written['repeat'] as string, [...route, 'repeat']);
    this.#frame.draft.edge(id, written['times'] === undefined ? 'next' : 'again', back);
  }
}

/** The check whether a question may be skipped; it stands before the question itself. */
export const skipCheck = ({ draft }: Frame, line: Line): void => {
  const skip = skips(line);
  if (skip === undefined) return;
  const { written, route } = line;
  const detail = typeof written['for'] === 'string' ? written['for'] : undefined;
  if (skip === 'verified') {
    draft.step({
      id: entryOf(line),
      kind: 'check',
      label: 'verified already?',
      data: { of: 'other', about: 'verified' },
      route: [...route, 'skip-if-verified'],
    });
    return;
  }
  const data = {
    of: 'slot' as const,
    slot: detail === undefined ? { unknown: 'the document does not say what is asked for (`for`)' } : slotOf(detail),
  };
  draft.step({ id: entryOf(line), kind: 'check', label: `${detail ?? 'it'} known already?`, data, route: [...route, 'skip-if-known'] });
};

/** Makes the edges of a line. */
export const wireLine = (frame: Frame, line: Line): void => {
  if (line.verb !== undefined) new Wiring(frame, line as VerbLine).run();
};

import { SITE_VERB_NAMES } from '@carelint/policy-schema';
import type { SiteVerbName } from '@carelint/policy-schema';
import type { Utterance } from '../../model/artefact.js';
import type { EdgeEvent, StepData, StepKind } from '../../model/step.js';
import { isMap, listOf, textOf } from '../../source/values.js';
import type { Route } from '../../source/source.js';
import type { Draft } from './draft.js';
import { secondsOf } from './durations.js';
import type { Written } from './outline.js';
import { mainText, shortened, utterancesOf, wordings } from './words.js';

/** What is begun and what is reached by each journey, as rules name it. */
const TASKS: Readonly<Record<string, readonly [begun: string, reached: string]>> = {
  'sign-up': ['join', 'joined'],
  cancel: ['cancel', 'cancelled'],
  withdraw: ['withdraw', 'withdrawn'],
  unsubscribe: ['opt-out', 'opted-out'],
  'accept-cookies': ['consent', 'accept'],
  'reject-cookies': ['consent', 'reject'],
  complain: ['complaint', 'complained'],
  'reach-a-person': ['contact', 'reached'],
  'give-feedback': ['feedback', 'heard'],
  'delete-data': ['delete-data', 'deleted'],
};

/** Errands that begin and end on a site. */
export const tasksOf = (site: Written): readonly string[] => [
  ...new Set(listOf(site['journeys']).flatMap((journey) => (isMap(journey) ? (TASKS[String(journey['journey'])] ?? []) : []))),
];

/** Where a journey begins that is not gone on the site. */
const ELSEWHERE: Readonly<Record<string, string>> = { phone: 'a phone call', post: 'a letter', branch: 'a visit' };

interface Lifted {
  readonly kind: StepKind;
  readonly data: StepData;
  /** By which edge the customer comes here, unless the step before says otherwise. */
  readonly enters: EdgeEvent;
  /** By which edge the customer goes on. */
  readonly leaves: EdgeEvent;
  /** Words of that edge. */
  readonly label?: string;
}

const through = (channel: string, value: string): Lifted => ({
  kind: 'transfer',
  data: { to: 'team', targetName: value, channel },
  enters: 'next',
  leaves: 'next',
});

/** Whoever clicks, clicks what stands on the page before: the click is the edge that leads to its step. */
const liftStep = (
  verb: SiteVerbName,
  written: Written,
  value: string,
  formSize: (form: string) => number | undefined,
  language: string | undefined,
): Lifted => {
  switch (verb) {
    case 'open':
      return { kind: 'page', data: {}, enters: 'next', leaves: 'next' };
    case 'click':
    case 'confirm':
      return { kind: 'act', data: { does: verb === 'confirm' ? 'confirm' : 'click' }, enters: 'link', leaves: 'next' };
    case 'fill': {
      const fields = formSize(value);
      return { kind: 'ask', data: { slot: value, ...(fields === undefined ? {} : { fields }) }, enters: 'next', leaves: 'link', label: 'Send' };
    }
    case 'sign-in':
      return { kind: 'verify', data: { method: value }, enters: 'next', leaves: 'success' };
    case 'choose':
      return {
        kind: 'menu',
        data: { input: ['click'], required: written['required'] !== false },
        enters: 'next',
        leaves: 'choice',
        label: 'a choice',
      };
    case 'see': {
      const decline = mainText(written['decline'], language);
      const data: StepData = written['as'] === 'offer' ? { does: 'save-offer' } : {};
      return { kind: 'say', data, enters: 'next', leaves: decline === '' ? 'next' : 'choice', ...(decline === '' ? {} : { label: decline }) };
    }
    case 'ring':
      return through('phone', value);
    case 'write':
      return through('post', value);
    case 'visit':
      return through('branch', value);
    case 'wait': {
      const seconds = secondsOf(value);
      return { kind: 'act', data: { does: 'wait', ...(seconds === undefined ? {} : { seconds }) }, enters: 'next', leaves: 'next' };
    }
    case 'receive':
      return { kind: 'say', data: { does: 'receipt' }, enters: 'next', leaves: 'next' };
  }
};

const READ: ReadonlySet<SiteVerbName> = new Set(['see', 'choose', 'click', 'confirm']);

/** Lifts the journeys of a site: each is a road of its own from the start. */
export class Journeys {
  readonly #site: Written;
  readonly #draft: Draft;
  readonly #language: string | undefined;
  readonly utterances: Utterance[] = [];

  constructor(site: Written, draft: Draft, language: string | undefined) {
    this.#site = site;
    this.#draft = draft;
    this.#language = language;
  }

  lift(start: string): void {
    const counts = new Map<string, number>();
    for (const [index, journey] of listOf(this.#site['journeys']).entries()) {
      if (!isMap(journey)) continue;
      const name = String(journey['journey']);
      const count = (counts.get(name) ?? 0) + 1;
      counts.set(name, count);
      this.#one(journey, count === 1 ? name : `${name}-${count}`, ['journeys', index], start);
    }
  }

  #one(journey: Written, id: string, route: Route, start: string): void {
    const name = String(journey['journey']);
    const [begun, reached] = TASKS[name] ?? [name, name];
    const by = textOf(journey['by']) ?? 'web';
    // All ways to the same end begin at one step: rules ask whether any of them is good.
    if (id === name) {
      this.#draft.step({ id, kind: 'act', label: name.replaceAll('-', ' '), data: { task: begun }, route: [...route, 'journey'] });
      this.#draft.edge(start, 'next', id);
    }
    let at = name;
    const steps = listOf(journey['steps']).flatMap((step, index) => (isMap(step) ? [[step, [...route, 'steps', index]] as const] : []));
    const elsewhere = ELSEWHERE[by];
    if (elsewhere !== undefined && !steps.some(([step]) => 'ring' in step || 'write' in step || 'visit' in step)) {
      const outside = `${id}/${by}`;
      this.#draft.step({
        id: outside,
        kind: 'transfer',
        label: elsewhere,
        data: { to: 'team', targetName: elsewhere, channel: by },
        route: [...route, 'by'],
      });
      this.#draft.edge(at, 'next', outside);
      at = outside;
    }
    let leaves: { on: EdgeEvent; label?: string } = { on: 'next' };
    const counts = new Map<string, number>();
    for (const [written, place] of steps) {
      const verb = SITE_VERB_NAMES.find((known) => known in written);
      if (verb === undefined) continue;
      const count = (counts.get(verb) ?? 0) + 1;
      counts.set(verb, count);
      const step = `${id}/${verb}${count === 1 ? '' : `-${count}`}`;
      const value = mainText(written[verb], this.#language) || String(written[verb]);
      const lifted = liftStep(verb, written, value, (form) => this.#compulsory(form), this.#language);
      this.#draft.step({ id: step, kind: lifted.kind, label: shortened(value), data: lifted.data, route: [...place, verb] });
      this.#say(verb, written, step, place);
      if (lifted.enters === 'link' && leaves.on !== 'next') {
        // What ends one step and the click that follows are two things that the customer does.
        const between = `${step}/before`;
        this.#draft.step({ id: between, kind: 'act', label: 'the next page', data: {}, route: [...place, verb] });
        this.#draft.edge(at, leaves.on, between, leaves.label);
        this.#draft.edge(between, 'link', step, value);
      } else if (lifted.enters === 'link') this.#draft.edge(at, 'link', step, value);
      else this.#draft.edge(at, leaves.on, step, leaves.label);
      leaves = { on: lifted.leaves, ...(lifted.label === undefined ? {} : { label: lifted.label }) };
      at = step;
    }
    const end = `${id}/end`;
    this.#draft.step({
      id: end,
      kind: 'end',
      label: reached.replaceAll('-', ' '),
      data: { outcome: 'solved', task: reached },
      route: [...route, 'journey'],
    });
    this.#draft.edge(at, leaves.on, end, leaves.label);
  }

  #say(verb: SiteVerbName, written: Written, step: string, place: Route): void {
    const said = (key: string, where: Utterance['place']): void => {
      const words = wordings(written[key], [...place, key], this.#language);
      for (const utterance of utterancesOf(words, step, {
        speaker: 'system',
        ...(key === 'see' && typeof written['as'] === 'string' ? { as: written['as'] } : {}),
      }))
        this.utterances.push(where === undefined ? utterance : { ...utterance, place: where });
    };
    if (READ.has(verb)) said(verb, verb === 'click' || verb === 'confirm' ? 'button' : undefined);
    if (verb === 'see') said('decline', 'button');
  }

  /** How many compulsory fields a form has; undefined where the document does not describe it. */
  #compulsory(name: string): number | undefined {
    const form = listOf(this.#site['forms']).find((one): one is Written => isMap(one) && one['form'] === name);
    return form === undefined ? undefined : listOf(form['fields']).filter((field) => isMap(field) && field['required'] === true).length;
  }
}

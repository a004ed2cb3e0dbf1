import type { Draft, Reference, StepData, StepKind } from '@carelint/core/model';
import { liftVerb } from './lift-verb.js';
import type { Exit, Flow } from './flows.js';
import type { Happened } from './mode.js';
import type { Decision } from './run.js';
import type { Heard } from './speech.js';
import type { Site, Value } from './value.js';

/** What a flow is lifted for. */
export interface Use {
  readonly path: string;
  readonly role: 'entry' | 'sub-flow' | 'hold' | 'whisper' | 'outbound';
  /** Who is meant by an address, and what has happened before it is asked. */
  readonly refer: (to: Value | undefined, happened: Happened) => Reference;
  /** The answers that are told apart at once behind a question, where they are. */
  readonly choicesAt: (to: Value | undefined, happened: Happened) => readonly string[] | undefined;
  /** What callers have been told about the keys, before this flow is asked. */
  readonly keyWords: ReadonlyMap<string, string>;
  /** Whether what is heard while waiting lets callers out of the queue. */
  readonly leaves: (to: Value) => boolean;
  /** Whether going on there leads round, with nothing asked on the way. */
  readonly circles: (to: Value | undefined) => boolean;
}

export const START = ':start';

const slug = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/gu, '')
    .slice(0, 40)
    .replace(/-$/u, '');

/** Makes steps, edges and texts of a flow. Ids are made of words, so that they stay when lines move. */
export class Lifter {
  readonly draft: Draft = { steps: [], edges: [], utterances: [] };
  readonly use: Use;
  readonly #ids = new Map<string, number>();
  readonly #done = new Map<string, string>();
  readonly #edges = new Set<string>();

  constructor(use: Use) {
    this.use = use;
  }

  lift(flow: Flow, site: Site): void {
    this.#push(START, 'start', 'Start', this.use.role === 'outbound' ? { outbound: true } : {}, site);
    this.edge(START, this.flow(flow, ''), 'next');
  }

  /** A new step; gives its id. */
  step(kind: StepKind, label: string, data: StepData, site: Site, refers?: readonly Reference[]): string {
    const plain = `${kind}-${slug(label)}`;
    const count = (this.#ids.get(plain) ?? 0) + 1;
    this.#ids.set(plain, count);
    const id = count === 1 ? plain : `${plain}-${count}`;
    this.#push(id, kind, label, data, site, refers);
    return id;
  }

  #push(id: string, kind: StepKind, label: string, data: StepData, site: Site, refers?: readonly Reference[]): void {
    const path = site.path === '' || site.path === this.use.path ? {} : { path: site.path };
    this.draft.steps.push({
      id,
      kind,
      label,
      data,
      route: [site.start, site.end],
      ...path,
      ...(refers === undefined ? {} : { refers }),
    });
  }

  edge(from: string, to: string, on: Exit['on'], label?: string): void {
    const key = `${from}\0${to}\0${on}\0${label ?? ''}`;
    if (this.#edges.has(key)) return;
    this.#edges.add(key);
    this.draft.edges.push(label === undefined || label === '' ? { from, to, on } : { from, to, on, label });
  }

  utter(step: string, heard: readonly Heard[]): void {
    for (const { text, why, language, site } of heard) {
      if (text === '') continue;
      this.draft.utterances.push({
        speaker: 'system',
        place: 'prompt',
        step,
        route: [site.start, site.end],
        ...(site.path === this.use.path ? {} : { path: site.path }),
        ...(language === undefined ? {} : { language }),
        ...(text === undefined ? { why: why ?? 'the words cannot be seen' } : { text }),
      });
    }
  }

  /** The first step of a flow. `before`: what was said right before it. */
  flow(flow: Flow, before: string): string {
    const key = `${flow.id}`;
    const known = this.#done.get(key);
    if (known !== undefined) return known;
    const id = this.#lifted(flow, before);
    this.#done.set(key, id);
    return id;
  }

  #lifted(flow: Flow, before: string): string {
    switch (flow.is) {
      case 'verb':
        return liftVerb(this, flow.verb, flow.rest, before);
      case 'check':
        return this.#check(flow.decision, flow.exits, before);
      case 'act': {
        const id = this.step('act', flow.act.label, flow.act.data, flow.act.site);
        this.edge(id, this.flow(flow.rest, before), 'next');
        if (flow.failed !== undefined) this.edge(id, this.flow(flow.failed, before), 'error');
        return id;
      }
      case 'over':
        return this.over(flow.site);
      case 'on':
        return this.goOn(flow.to, 'call', flow.site, this.use.circles(flow.to));
      case 'unseen':
        return this.step('unknown', 'Cannot be seen', { why: flow.why }, flow.site);
    }
  }

  #check({ label, data, site, answer }: Decision, exits: readonly Exit[], before: string): string {
    const id = this.step('check', label, data, site);
    for (const { on, label: value, to } of exits) {
      const words = answer !== 'answer' || value === undefined ? undefined : this.use.keyWords.get(value);
      this.edge(id, this.flow(to, before), on, words === undefined ? value : `${value} ${words}`);
    }
    return id;
  }

  /** The document is over: so is the call, unless something else goes on beside it. */
  over(site: Site): string {
    const { role } = this.use;
    if (role === 'hold') return this.step('return', 'It is played again', { outcome: 'success' }, site);
    if (role === 'whisper') return this.step('return', 'The talk begins', {}, site);
    return this.step('end', 'The call ends', role === 'outbound' ? { outcome: 'outbound' } : {}, site);
  }

  /** Nobody answered a number that was rung, and nothing follows. */
  unanswered(site: Site): string {
    const { role } = this.use;
    return role === 'entry' || role === 'sub-flow' ? this.step('end', 'Nobody answers', { outcome: 'unanswered' }, site) : this.over(site);
  }

  /** Goes on at another route. Callers do not notice that, unless it leads them round. */
  goOn(to: Value | undefined, happened: Happened, site: Site, circles = false): string {
    const refers = this.use.refer(to, happened);
    const label = `Go on at ${refers.label}`;
    if (!circles) return this.step('act', label, {}, site, [refers]);
    return this.step('transfer', label, { to: 'flow', keepsContext: true, targetName: refers.label }, site, [refers]);
  }
}

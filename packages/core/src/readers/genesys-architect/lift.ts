import type { EdgeEvent, StepData, StepKind } from '../../model/step.js';
import type { Route } from '../../source/source.js';
import type { Meaning } from './actions.js';
import { BOT_QUESTIONS, LOOPS, meaningOf, plainType } from './actions.js';
import { liftBotQuestion } from './bots.js';
import { liftCallTask } from './calls.js';
import { liftDecision, liftLoop, liftSchedule, liftSwitch } from './checks.js';
import type { Facts } from './condition.js';
import { isAnswer } from './condition.js';
import { Draft } from './draft.js';
import { liftMenu } from './menus.js';
import type { Prompt } from './prompts.js';
import { firstWords } from '../../model/prompt-words.js';
import { promptOf } from './prompts.js';
import { referenceTo } from './references.js';
import { liftSpecial } from './questions.js';
import type { Tasks } from './tasks.js';
import { exitEvent } from './tasks.js';
import { arrangesCallback, doesOf, isDefaultName } from './names.js';
import type { Action, Sequence, Spoken, WrittenFlow } from './written.js';

/** Id of the step that stands before the first action. */
export const START = ':start';
/** No artefact grows beyond this by tasks that are called from many places. */
const MOST_STEPS = 20_000;

/** So many tasks may follow each other that do nothing but jump. */
const LONGEST_JUMP = 200;

/** Where an action stands: what its jumps and ends mean. */
export interface Context {
  /** What the ids of this copy of a task end in; empty for the first. */
  readonly copy: string;
  /** What follows when the task ends, by the way out that is taken. */
  readonly end: (path: string | undefined) => string;
  readonly loop?: { readonly head: string; readonly after: string };
  /** The menu in which the customer chose last. */
  readonly menu?: string;
  /** Tasks that are being run here, and where each begins. */
  readonly open: ReadonlyMap<Sequence, string>;
}

/** What the parts of a flow have in common. */
export interface FlowParts {
  readonly flow: WrittenFlow;
  readonly tasks: Tasks;
  readonly facts: Facts;
  /** The key under which a task of this flow is called. */
  readonly taskKey: (task: Sequence) => string;
  /** Tasks that became parts of their own, to be lifted. */
  readonly wanted: Set<Sequence>;
  readonly slips: { readonly message: string; readonly route: Route }[];
}

/** Makes the steps, edges and texts of one artefact: a flow, or a task that is called from several places. */
export class Lifter {
  readonly draft = new Draft();
  readonly parts: FlowParts;
  /** The method of a question for proof of identity whose answer has not been looked at yet. */
  proof: string | undefined;
  readonly #root: Sequence;
  readonly #isTask: boolean;
  readonly #pending: Sequence[] = [];
  readonly #known = new Map<Sequence, Context>();
  readonly #entering = new Set<Sequence>();
  readonly #copies = new Map<Sequence, number>();
  readonly #hangUps = new Set<string>();

  constructor(parts: FlowParts, root: Sequence, isTask: boolean) {
    this.parts = parts;
    this.#root = root;
    this.#isTask = isTask;
  }

  lift(): void {
    const { flow } = this.parts;
    this.draft.step({
      id: START,
      kind: 'start',
      label: 'Start',
      data: flow.kind.key === 'outboundCall' ? { outbound: true } : {},
      route: this.#isTask ? this.#root.route : flow.route,
    });
    const first = this.enter(this.#root);
    const greeting = this.#isTask ? undefined : promptOf(flow.greeting);
    if (greeting !== undefined && greeting.said.length > 0) {
      const route = greeting.said[0]?.route ?? flow.route;
      this.draft.step({ id: ':greeting', kind: 'say', label: firstWords(greeting.words) ?? 'Greeting', data: {}, route });
      this.utter(':greeting', greeting);
      this.draft.edge(START, ':greeting', 'next');
      this.draft.edge(':greeting', first, 'next');
    } else this.draft.edge(START, first, 'next');
    for (let next = this.#pending.shift(); next !== undefined; next = this.#pending.shift()) this.#liftSequence(next);
  }

  /** The first step of a task, state, bot or menu that is come to for good. */
  enter(sequence: Sequence): string {
    let context = this.#known.get(sequence);
    if (context === undefined) {
      const copy = this.nextCopy(sequence);
      context = { copy, end: (path) => this.#end(sequence, path), open: new Map() };
      this.#known.set(sequence, context);
      this.#pending.push(sequence);
    }
    if (sequence.menu !== undefined) return sequence.id + context.copy;
    if (this.#entering.has(sequence) || this.#entering.size > LONGEST_JUMP)
      return this.unknown(`${sequence.id}:circle`, 'Jumps in a circle', 'these tasks only jump to each other', sequence.route);
    this.#entering.add(sequence);
    const entry = this.entry(sequence.actions, 0, context, undefined);
    this.#entering.delete(sequence);
    return entry;
  }

  #liftSequence(sequence: Sequence): void {
    const context = this.#known.get(sequence);
    if (context === undefined) return;
    this.proof = undefined;
    if (sequence.menu !== undefined)
      liftMenu(this, { menu: sequence.menu, id: sequence.id + context.copy, name: sequence.name, route: sequence.route }, context);
    else this.list(sequence.actions, context, undefined);
  }

  nextCopy(sequence: Sequence): string {
    const count = this.#copies.get(sequence) ?? 0;
    this.#copies.set(sequence, count + 1);
    return count === 0 ? '' : ` (copy ${count + 1})`;
  }

  get isFull(): boolean {
    return this.draft.steps.length > MOST_STEPS;
  }

  /** What follows behind the last action of a task, state or bot. */
  #end(sequence: Sequence, path: string | undefined): string {
    const { kind } = this.parts.flow;
    if (this.#isTask) return this.back(path);
    const { recurring, start } = this.parts.flow;
    const { route } = sequence;
    if (kind.end === 'repeat') return START;
    if (kind.end === 'return') return this.back(path);
    if (kind.end === 'wait') {
      if (sequence === start && recurring !== undefined) return this.enter(recurring);
      this.draft.step({ id: ':stay', kind: 'return', label: 'Stay in the queue', data: { outcome: 'success' }, route });
      return ':stay';
    }
    if (kind.end === 'unseen')
      return this.loose(`${sequence.id}:end`, 'Nothing follows', 'nothing follows there, and Genesys does not say what then happens', route);
    const id = `${sequence.id}:end`;
    this.hangUp(id, route);
    return id;
  }

  /** The end that Architect builds into a task that has none. */
  hangUp(id: string, route: Route): void {
    this.#hangUps.add(id);
    this.draft.step({ id, kind: 'end', label: 'Disconnected at the end of the task', data: {}, route });
  }

  /** Whether nothing but the built-in end of a task stands there. */
  isHangUp(id: string): boolean {
    return this.#hangUps.has(id);
  }

  /** The step at which control goes back to whoever called this flow or task. */
  back(path: string | undefined): string {
    const outcome: EdgeEvent = this.#isTask ? exitEvent(path) : 'next';
    const id = `:return${outcome === 'next' ? '' : `:${outcome}`}`;
    const label = this.#isTask ? 'End of the task' : 'Back to the flow that called';
    this.draft.step({ id, kind: 'return', label, data: { outcome }, route: this.#isTask ? this.#root.route : this.parts.flow.route });
    return id;
  }

  /**
   * Where Genesys does not say what happens. Nobody is reached there, so this is an end, but whether the customer is cut off is open. In flows whose
   * handling of errors leads to people, and in parts of other flows, everything is open.
   */
  loose(id: string, label: string, why: string, route: Route): string {
    const { flow } = this.parts;
    if (flow.rescues || flow.kind.role === 'sub-flow' || this.#isTask) return this.unknown(id, label, why, route);
    this.draft.step({ id, kind: 'end', label, data: { outcome: { unknown: why } }, route });
    return id;
  }

  unknown(id: string, label: string, why: string, route: Route): string {
    this.draft.step({ id, kind: 'unknown', label, data: { why }, route });
    return id;
  }

  /** Where a jump leads. */
  goTo(action: Action): string {
    const to = this.parts.tasks.find(action.sequence);
    if (to !== undefined) return this.enter(to);
    const wanted = action.sequence ?? '';
    const name = wanted.slice(wanted.indexOf(':') + 1);
    const id = `:missing:${name}`;
    if (!this.draft.has(id) && name !== '')
      this.parts.slips.push({
        message: `"${action.name}" leads to "${name}", but there is no such task, menu or state in this flow. Correct the reference.`,
        route: action.route,
      });
    return this.unknown(
      id,
      name === '' ? 'A jump without a target' : `Missing "${name}"`,
      name === '' ? 'where it leads is not written' : `there is no "${name}" in this flow`,
      action.route,
    );
  }

  /** The first step of a list of actions; what only moves control has none. `next` is what follows the list; where it is absent the task ends. */
  entry(actions: readonly Action[], index: number, context: Context, next: string | undefined): string {
    const action = actions[index];
    if (action === undefined) return next ?? context.end(undefined);
    const moved = this.#moved(action, context);
    return moved ?? action.id + context.copy;
  }

  #moved(action: Action, context: Context): string | undefined {
    const type = plainType(action.type);
    if (type === 'loopNext') return context.loop?.head;
    if (type === 'loopExit') return context.loop?.after;
    if (type === 'endTask') return context.end(action.path);
    if (type === 'endState') return context.end(undefined);
    if (type === 'exitBotFlow') return this.back(undefined);
    if (type === 'jumpToMenu' || type === 'jumpToTask' || type === 'changeState' || type === 'switchState') return this.goTo(action);
    if (type !== 'previousMenu' && type !== 'repeatMenu') return undefined;
    return (
      context.menu ?? this.unknown(`${action.id}:menu`, 'An earlier menu', 'which menu came before depends on the way that was taken', action.route)
    );
  }

  /** Lifts a list of actions, up to the first behind which nothing can follow. */
  list(actions: readonly Action[], context: Context, next: string | undefined): void {
    for (const [index, action] of actions.entries()) {
      if (this.#moved(action, context) !== undefined) return;
      this.#action(action, context, () => this.entry(actions, index + 1, context, next));
      const meaning = meaningOf(plainType(action.type));
      if (meaning.last === true && meaning.unwired === undefined) return;
    }
  }

  #action(action: Action, context: Context, follow: () => string): void {
    const type = plainType(action.type);
    if (action.menu !== undefined && !BOT_QUESTIONS.has(type)) {
      liftMenu(this, { menu: action.menu, id: action.id + context.copy, name: action.name, route: action.route }, context);
      return;
    }
    const after = follow();
    if (type === 'decision') liftDecision(this, action, context, after);
    else if (type === 'switch') liftSwitch(this, action, context, after);
    else if (LOOPS.has(type)) liftLoop(this, action, context, after);
    else if (type === 'evaluateSchedule' || type === 'evaluateScheduleGroup') liftSchedule(this, action, context, after);
    else if (type === 'callTask') liftCallTask(this, action, context, after);
    else if (BOT_QUESTIONS.has(type)) liftBotQuestion(this, action, type, context, after);
    else if (!liftSpecial(this, action, type, context, after)) this.plain(action, type, context, after);
  }

  /** An action that its entry in the table describes. */
  plain(action: Action, type: string, context: Context, after: string, over: { readonly kind?: StepKind; readonly data?: StepData } = {}): void {
    const meaning = meaningOf(type);
    const callback =
      meaning.kind === 'act' &&
      /^call(?:Secure)?Data$/u.test(type) &&
      arrangesCallback(`${action.target?.name ?? ''} ${isDefaultName(action.name, type) ? '' : action.name}`);
    const kind = over.kind ?? (callback ? 'callback' : meaning.kind);
    this.step(action, type, context, {
      kind,
      meaning,
      data: {
        ...this.#dataOf(action, type, meaning),
        ...(callback ? { routesTo: { unknown: 'who serves the queue is not in the flow' } } : {}),
        ...over.data,
      },
    });
    this.ways(action, meaning, context, after);
    this.#handOver(action, meaning, context);
  }

  #dataOf(action: Action, type: string, meaning: Meaning): StepData {
    const { target } = action;
    const data: StepData = meaning.data ?? {};
    if (meaning.kind === 'queue' || meaning.kind === 'transfer') {
      const targetName: StepData['targetName'] = target?.name ?? { unknown: target?.why ?? 'where it leads is not written' };
      return { ...data, targetName };
    }
    if (!type.startsWith('call') || target?.name === undefined) return data;
    const does = meaning.kind === 'act' ? doesOf(`${target.name} ${isDefaultName(action.name, type) ? '' : action.name}`) : undefined;
    return { ...data, name: target.name, ...(does === undefined ? {} : { does }) };
  }

  /** Adds the step of an action, with what is said there. */
  step(
    action: Action,
    type: string,
    context: Context,
    of: { readonly kind: StepKind; readonly meaning: Meaning; readonly data: StepData; readonly title?: string },
  ): string {
    const id = action.id + context.copy;
    const prompt = this.promptAt(action, type, of.kind);
    const kind = of.kind === 'say' && prompt.said.length === 0 ? 'act' : of.kind;
    const named = isDefaultName(action.name, action.type) ? undefined : action.name;
    const spoken = kind === 'say' || kind === 'menu' || kind === 'ask' ? firstWords(prompt.words) : undefined;
    const label = named ?? spoken ?? of.title ?? titled(of.meaning.title, kind, action);
    const tells =
      prompt.tells.length === 0
        ? {}
        : { tells: [...new Set([...(Array.isArray(of.data.tells) ? (of.data.tells as typeof prompt.tells) : []), ...prompt.tells])] };
    const refers = this.#refers(action, type, kind);
    const packed = this.parts.flow.packed ? ` (${action.id.slice(action.id.lastIndexOf('/') + 1)})` : '';
    this.draft.step({
      id,
      kind,
      label: label + packed,
      data: { ...of.data, ...tells },
      route: action.route,
      ...(refers === undefined ? {} : { refers: [refers] }),
    });
    this.utter(id, prompt);
    return id;
  }

  #refers(action: Action, type: string, kind: StepKind): ReturnType<typeof referenceTo> | undefined {
    if (kind === 'queue') return action.hold === undefined ? undefined : referenceTo('hold', 'hold', action.hold);
    if (type === 'transferToFlow' || type === 'transferToFlowSecure') return referenceTo('transfer', type, action.target);
    return kind === 'call' ? referenceTo('call', type, action.target) : undefined;
  }

  /** What is heard at an action. What an act plays (to an agent, say) is not. */
  promptAt(action: Action, type: string, kind: StepKind): Prompt {
    if (kind === 'act' || kind === 'check' || kind === 'end' || kind === 'unknown' || kind === 'callback') return promptOf([]);
    const echoes = (name: string): boolean => isAnswer(name, this.parts.facts);
    if (kind === 'queue' || kind === 'transfer') return promptOf(action.before, echoes);
    const spoken: Spoken[] = [...action.before, ...action.prompt];
    if (type === 'holdMusic' && spoken.length === 0) spoken.push({ as: 'recording', text: 'on_hold_music', route: action.route });
    if (kind === 'say' && spoken.length === 0 && WORDLESS.test(type))
      spoken.push({ as: 'unclear', text: 'the words are made while the flow runs', route: action.route });
    return promptOf(spoken, echoes);
  }

  utter(step: string, prompt: Prompt): void {
    for (const { text, why, route } of prompt.said) {
      if (text !== undefined) this.draft.utterances.push({ speaker: 'system', place: 'prompt', step, route, text });
      else this.draft.utterances.push({ speaker: 'system', place: 'prompt', step, route, why: why ?? 'the words cannot be seen' });
    }
  }

  /** The first step behind an output, which is lifted too. */
  through(actions: readonly Action[], context: Context, after: string): string {
    const entry = this.entry(actions, 0, context, after);
    this.list(actions, context, after);
    return entry;
  }

  /** The ways out of an action, by the table. */
  ways(action: Action, meaning: Meaning, context: Context, after: string): void {
    const from = action.id + context.copy;
    const seen = new Set<string>();
    let goesOn = false;
    for (const { key, label, enabled, actions } of action.outputs) {
      if (!enabled) continue;
      const on = this.#eventOf(meaning, key, actions.length > 0);
      seen.add(key);
      if (on === 'success' || on === 'next') goesOn = true;
      const to = this.#failed(action, on, context, this.through(actions, context, after));
      for (const each of eventsOf(meaning, on)) this.draft.edge(from, to, each, label ?? (on === 'branch' ? key : undefined));
    }
    for (const key of meaning.always ?? []) {
      if (seen.has(key)) continue;
      const on = this.#eventOf(meaning, key, false);
      if (on === 'success') goesOn = true;
      for (const each of eventsOf(meaning, on)) this.draft.edge(from, this.#failed(action, on, context, after), each);
    }
    if (meaning.last !== true && !goesOn) this.draft.edge(from, after, meaning.next ?? 'next');
  }

  #eventOf(meaning: Meaning, key: string, wired: boolean): EdgeEvent {
    const on = meaning.outputs !== undefined && Object.hasOwn(meaning.outputs, key) ? (meaning.outputs[key] ?? 'branch') : 'branch';
    return wired || meaning.unwired === undefined || on === 'success' ? on : on === 'no-input' ? on : meaning.unwired;
  }

  /** What a transfer says when it fails comes before whatever follows. A secure flow disconnects then. */
  #failed(action: Action, on: EdgeEvent, context: Context, after: string): string {
    const transfers = action.type.toLowerCase().includes('transfer');
    if (!transfers || on === 'success' || on === 'branch') return after;
    let to = after;
    if (this.parts.flow.kind.key === 'secureCall') {
      to = ':cut';
      this.draft.step({ id: to, kind: 'end', label: 'Disconnected: a transfer out of a secure flow failed', data: {}, route: action.route });
    }
    const prompt = promptOf(action.failed);
    if (prompt.said.length === 0) return to;
    const id = `${action.id}${context.copy}:failed`;
    if (!this.draft.has(id)) {
      this.draft.step({
        id,
        kind: 'say',
        label: firstWords(prompt.words) ?? 'The transfer failed',
        data: {},
        route: prompt.said[0]?.route ?? action.route,
      });
      this.utter(id, prompt);
    }
    this.draft.edge(id, to, 'next');
    return id;
  }

  /** Who takes over behind a queue, a transfer or a recording. */
  #handOver(action: Action, meaning: Meaning, context: Context): void {
    const from = action.id + context.copy;
    if (meaning.person === true || (meaning.kind === 'transfer' && plainType(action.type) === 'dialByExtension')) {
      this.draft.step({ id: `${from}:person`, kind: 'person', label: 'A person answers', data: {}, route: action.route });
      this.draft.edge(from, `${from}:person`, 'success');
    }
    if (meaning.kind !== 'voicemail') return;
    this.draft.step({ id: `${from}:left`, kind: 'end', label: 'The message is left', data: { outcome: 'arranged' }, route: action.route });
    this.draft.edge(from, `${from}:left`, 'success');
  }
}

const WORDLESS = /^(?:sendAutoReply|playUser|showKnowledge|playEstimated|playPosition)/u;

/** Silence and a wrong entry take the same way out of a question for digits. */
const eventsOf = (meaning: Meaning, on: EdgeEvent): readonly EdgeEvent[] =>
  meaning.kind === 'ask' && on === 'no-input' && meaning.always?.includes('failure') === true ? ['no-input', 'invalid'] : [on];

const titled = (title: string, kind: StepKind, action: Action): string => {
  const { name } = action.target ?? {};
  if (kind === 'callback') return 'Create a callback';
  if (name === undefined || name.includes('{{')) return title;
  if (kind === 'queue') return `Transfer to queue ${name}`;
  return kind === 'transfer' || kind === 'call' || kind === 'act' ? `${title}: ${name}` : title;
};

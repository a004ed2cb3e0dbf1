import type { EdgeEvent, StepData } from '../../model/step.js';
import type { Route } from '../../source/source.js';
import type { Block } from './block.js';
import { failureOf, paramRoute } from './block.js';
import { ERRORS, meaningOf } from './blocks.js';
import type { CarriedFlow } from './carriers.js';
import type { Draft, DraftEdge, DraftStep } from '../../model/draft.js';
import type { FlowReading } from './flow-reading.js';
import { firstWords } from '../../model/prompt-words.js';
import type { Reading } from './readings.js';
import { readBlock } from './readings.js';

/** A slip in a flow that can be pointed at. */
export interface Slip {
  readonly message: string;
  readonly route: Route;
}

/** Id of the step that stands before the first block. */
export const START = ':start';

const speaks = (reading: Reading): boolean =>
  reading.kind === 'say' || reading.kind === 'menu' || reading.kind === 'ask' || reading.kind === 'voicemail';

/** Makes steps, edges and texts of a flow's blocks, in their order. */
export class Lifter {
  readonly draft: Draft = { steps: [], edges: [], utterances: [] };
  readonly slips: Slip[] = [];
  readonly #flow: CarriedFlow;
  readonly #reading: FlowReading;
  readonly #ids = new Set<string>([START]);
  /** Unknown steps that stand for blocks which do not exist. */
  readonly #missing = new Set<string>();
  /** Edges of the block at hand, to keep out the same way twice. */
  #own: DraftEdge[] = [];

  constructor(flow: CarriedFlow, reading: FlowReading) {
    this.#flow = flow;
    this.#reading = reading;
  }

  lift(): void {
    const { written, route } = this.#flow;
    this.draft.steps.push({ id: START, kind: 'start', label: 'Start', data: this.#reading.use.role === 'outbound' ? { outbound: true } : {}, route });
    this.draft.edges.push({ from: START, to: written.start, on: 'next' });
    for (const block of written.blocks) {
      if (this.#ids.has(block.id))
        this.slips.push({
          message: `Two blocks have the identifier "${block.id}"; the later one was left out. Give each its own.`,
          route: this.#routeOf(block),
        });
      else this.#block(block);
    }
  }

  #routeOf(block: Block): Route {
    return this.#flow.joined === true ? this.#flow.route : block.route;
  }

  #block(block: Block): void {
    this.#ids.add(block.id);
    const reading = readBlock(block, meaningOf(block.type), this.#reading);
    const prompt = this.#reading.promptOf(block);
    // A prompt that is only a pause tells nobody anything.
    const kind = reading.kind === 'say' && prompt.said.length === 0 ? 'act' : reading.kind;
    const label = block.name ?? (speaks(reading) ? firstWords(prompt.words) : undefined) ?? reading.title;
    const step: DraftStep = { id: block.id, kind, label, data: this.#dataOf(block, reading), route: this.#routeOf(block) };
    if (reading.refers !== undefined) step.refers = reading.refers;
    this.draft.steps.push(step);
    this.#utterances(block);
    this.#own = [];
    this.#edges(block, reading);
    if (reading.decides !== undefined) this.#decision(block, reading.decides);
    if (reading.person === true) this.#person(block);
  }

  #dataOf(block: Block, reading: Reading): StepData {
    const { tells } = this.#reading.promptOf(block);
    return tells.length === 0 ? reading.data : { ...reading.data, tells };
  }

  #utterances(block: Block): void {
    const { said } = this.#reading.promptOf(block);
    const step = block.id;
    for (const { text, why, route: at } of said) {
      const route = this.#flow.joined === true ? this.#flow.route : at;
      if (text !== undefined) this.draft.utterances.push({ speaker: 'system', place: 'prompt', step, route, text });
      else this.draft.utterances.push({ speaker: 'system', place: 'prompt', step, route, why: why ?? 'the words cannot be seen' });
    }
    if (block.type === 'ConnectParticipantWithLexBot' && said.length === 0) {
      this.draft.utterances.push({
        speaker: 'system',
        place: 'prompt',
        step: block.id,
        route: paramRoute(block, 'LexV2Bot'),
        why: 'the words are in the bot',
      });
    }
  }

  /** Puts a check that the flow does not show behind a block's plain ways out. */
  #decision(block: Block, { label, data }: NonNullable<Reading['decides']>): void {
    const plain = this.#own.filter(({ on }) => on === 'next');
    if (plain.length === 0) return;
    const id = this.#free(`${block.id}:decides`);
    this.draft.steps.push({ id, kind: 'check', label, data, route: this.#routeOf(block) });
    const targets = new Set(plain.map(({ to }) => to));
    for (const edge of plain) edge.to = id;
    for (const to of targets) this.draft.edges.push({ from: id, to, on: 'branch' });
  }

  /** A person who takes over at the end of a queue or of a transfer to an agent. */
  #person(block: Block): void {
    const id = this.#free(`${block.id}:person`);
    this.draft.steps.push({ id, kind: 'person', label: 'An agent answers', data: {}, route: this.#routeOf(block) });
    this.draft.edges.push({ from: block.id, to: id, on: 'success' });
  }

  #edges(block: Block, reading: Reading): void {
    block.conditions.forEach(({ to }, index) => {
      const exit = reading.exits[index];
      this.#edge(block, to, exit?.on ?? 'branch', exit?.label);
    });
    for (const { type, to } of block.failures) this.#edge(block, to, this.#eventOf(type, reading));
    const { next } = reading;
    if (reading.repeats === true) this.#edge(block, block.id, 'next', 'repeats');
    if (next === 'repeats') this.#fallback(block, reading);
    else if (next !== 'nothing' && block.next !== undefined) this.#edge(block, block.next, next);
    else if (next !== 'nothing' && block.conditions.length === 0) this.#unwired(block, next);
    for (const [on, ...carriers] of reading.meets ?? []) this.#meet(block, on, carriers);
  }

  #eventOf(error: string, reading: Reading): EdgeEvent {
    const own = reading.errors?.[error];
    if (own !== undefined) return own;
    if (error === 'NoMatchingCondition') return reading.otherwise;
    return (Object.hasOwn(ERRORS, error) ? ERRORS[error] : undefined) ?? 'fault';
  }

  /** `NextAction` of a branching block counts only where nothing else takes what no condition took. */
  #fallback(block: Block, reading: Reading): void {
    const decides = reading.kind === 'check' || reading.kind === 'verify';
    if (!decides || failureOf(block, 'NoMatchingCondition') !== undefined) return;
    const isComplete = block.type === 'Loop' || block.type === 'CheckHoursOfOperation' || block.type === 'CheckVoiceId';
    if (isComplete && block.conditions.length > 1) return;
    const to = block.next ?? failureOf(block, 'NoMatchingError');
    if (to === undefined) this.#unwired(block, reading.otherwise);
    else this.#edge(block, to, reading.otherwise);
  }

  /** A way out that callers meet, though no branch is wired for it: it takes the branch for all other errors. */
  #meet(block: Block, on: EdgeEvent, carriers: readonly string[]): void {
    if (this.#own.some((edge) => edge.on === on || (on === 'error' && edge.on === 'fault'))) return;
    const to =
      carriers.map((type) => failureOf(block, type)).find((each) => each !== undefined) ?? (on === 'error' ? undefined : this.#repeated(block));
    if (to === undefined) this.#unwired(block, on);
    else this.#edge(block, to, on);
  }

  #repeated(block: Block): string | undefined {
    return meaningOf(block.type)?.next === 'repeats' ? block.next : undefined;
  }

  #unwired(block: Block, on: EdgeEvent): void {
    const id = this.#free(`${block.id}:unwired`);
    if (!this.#missing.has(id)) {
      this.#missing.add(id);
      const why = 'nothing is wired there, and Amazon does not say what then happens';
      this.draft.steps.push({ id, kind: 'unknown', label: 'Not wired', data: { why }, route: this.#routeOf(block) });
    }
    this.#push({ from: block.id, to: id, on });
  }

  #edge(block: Block, target: string, on: EdgeEvent, label?: string): void {
    let to = target;
    if (!this.#reading.wires.byId.has(target)) {
      to = this.#free(`:missing:${target}`);
      if (!this.#missing.has(to)) {
        this.#missing.add(to);
        const why = `there is no block "${target}" in this flow`;
        this.draft.steps.push({ id: to, kind: 'unknown', label: `Missing block "${target}"`, data: { why }, route: this.#routeOf(block) });
        this.slips.push({
          message: `Block "${block.id}" leads to "${target}", but there is no such block. Correct the identifier or add the block.`,
          route: this.#routeOf(block),
        });
      }
    }
    this.#push(label === undefined || label === '' ? { from: block.id, to, on } : { from: block.id, to, on, label });
  }

  /** An id that no block has. */
  #free(id: string): string {
    return this.#reading.wires.byId.has(id) ? this.#free(`${id}'`) : id;
  }

  #push(edge: DraftEdge): void {
    for (const { to, on, label } of this.#own) if (to === edge.to && on === edge.on && label === edge.label) return;
    this.#own.push(edge);
    this.draft.edges.push(edge);
  }
}

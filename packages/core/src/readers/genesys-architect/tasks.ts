import type { EdgeEvent } from '../../model/step.js';
import { plainType } from './actions.js';
import { eachIn } from './facts.js';
import type { Action, Sequence, WrittenFlow } from './written.js';

const JUMPS = /^(?:jumpTo|changeState|switchState|previousMenu|repeatMenu)/u;
/** Ways out of a task that stand for success, by their names. */
const MEANS_SUCCESS = /^(?:success(?:ful)?|ok|yes|true|found|valid|verified|authenticated|done|complete[d]?)$/iu;

/** Whether an End Task action (or the end of the list) takes the task's first way out. */
export const isDefaultPath = (path: string | undefined): boolean => path === undefined || /^default$/iu.test(path);

/** The event by which a task's way out is told from its others. */
export const exitEvent = (path: string | undefined): EdgeEvent => {
  if (isDefaultPath(path)) return 'next';
  return MEANS_SUCCESS.test(path ?? '') ? 'success' : 'branch';
};

interface Facts {
  readonly calls: readonly Sequence[];
  readonly jumps: readonly Sequence[];
  readonly escapes: boolean;
  readonly exits: ReadonlySet<string>;
}

/**
 * Decides for each task that is called how it is modelled: as a part of its own that returns to its caller (where it is called from several places,
 * or calls itself), or in its caller's course (everything else).
 */
export class Tasks {
  readonly #flow: WrittenFlow;
  readonly #facts = new Map<Sequence, Facts>();
  readonly #sites = new Map<Sequence, number>();
  readonly #reached = new Set<Sequence>();
  readonly #parts = new Map<Sequence, boolean>();

  constructor(flow: WrittenFlow) {
    this.#flow = flow;
    const open = [flow.start, flow.recurring].filter((each) => each !== undefined);
    for (const handling of [flow.bot.escalation, flow.bot.recognition]) {
      const to = this.find(handling.sequence);
      if (to !== undefined) open.push(to);
    }
    for (let at = open.pop(); at !== undefined; at = open.pop()) {
      if (this.#reached.has(at)) continue;
      this.#reached.add(at);
      const { calls, jumps } = this.#of(at);
      for (const to of calls) this.#sites.set(to, (this.#sites.get(to) ?? 0) + 1);
      open.push(...calls, ...jumps);
    }
  }

  /** The sequence that a reference means. */
  find(reference: string | undefined): Sequence | undefined {
    if (reference === undefined) return undefined;
    return this.#flow.sequences.get(reference) ?? this.#flow.sequences.get(reference.slice(reference.indexOf(':') + 1));
  }

  /** All sequences that a customer may come to. */
  get reached(): ReadonlySet<Sequence> {
    return this.#reached;
  }

  /** Names of the ways out of a task, its first one aside. */
  exitsOf(task: Sequence): readonly string[] {
    return [...this.#of(task).exits];
  }

  /** Whether a task becomes a part of its own. */
  isPart(task: Sequence): boolean {
    let part = this.#parts.get(task);
    if (part === undefined) this.#parts.set(task, (part = this.#decide(task)));
    return part;
  }

  /** Whether a task, and all that it calls, comes back or ends the contact, and never jumps away. */
  returns(task: Sequence): boolean {
    return !this.#below(task).escapes;
  }

  #decide(task: Sequence): boolean {
    const exits = this.exitsOf(task);
    const successes = exits.filter((exit) => MEANS_SUCCESS.test(exit)).length;
    if (successes > 1 || exits.length - successes > 1) return false;
    const { reaches, escapes } = this.#below(task);
    return !escapes && ((this.#sites.get(task) ?? 0) > 1 || reaches);
  }

  /** Whether a task can call itself, and whether anything it calls leaves for good. */
  #below(task: Sequence): { readonly reaches: boolean; readonly escapes: boolean } {
    const seen = new Set<Sequence>([task]);
    const open = [task];
    let reaches = false;
    for (let at = open.pop(); at !== undefined; at = open.pop()) {
      const { calls, escapes } = this.#of(at);
      if (escapes) return { reaches, escapes };
      for (const to of calls) {
        if (to === task) reaches = true;
        if (seen.has(to)) continue;
        seen.add(to);
        open.push(to);
      }
    }
    return { reaches, escapes: false };
  }

  #of(sequence: Sequence): Facts {
    let facts = this.#facts.get(sequence);
    if (facts === undefined) this.#facts.set(sequence, (facts = this.#look(sequence)));
    return facts;
  }

  #look(sequence: Sequence): Facts {
    const calls: Sequence[] = [];
    const jumps: Sequence[] = [];
    const exits = new Set<string>();
    let escapes = sequence.menu !== undefined;
    eachIn(sequence, (action: Action) => {
      const type = plainType(action.type);
      if (type === 'endTask' && !isDefaultPath(action.path)) exits.add(action.path ?? '');
      if (action.menu !== undefined || JUMPS.test(type)) escapes = true;
      const to = this.find(action.sequence);
      if (to === undefined) return;
      if (type === 'callTask') calls.push(to);
      else {
        jumps.push(to);
        escapes = true;
      }
    });
    return { calls, jumps, escapes, exits };
  }
}

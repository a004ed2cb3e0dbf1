import type { EdgeEvent, StepData } from '@carelint/core/model';
import type { ts } from 'ts-morph';
import type { Names } from '../project/names.js';
import type { Mode } from './mode.js';
import type { Document, Scope, Site, Value } from './value.js';

/** A point at which a program may go on in several ways, which only a real call decides. */
export interface Decision {
  readonly kind: 'check' | 'act';
  readonly site: Site;
  readonly label: string;
  readonly data: StepData;
  /** What is compared with a value: the answer of the caller, or a parameter. */
  readonly answer?: string;
  readonly options: readonly { readonly on: EdgeEvent; readonly label?: string }[];
}

/** What was met on one way through a program, in order: decisions with what was decided, and things that were done. */
export type Met = { readonly decision: Decision; readonly taken: number } | { readonly act: Pick<Decision, 'site' | 'label' | 'data'> };

/** What is answered in the end. */
export type Answer =
  | { readonly is: 'document'; readonly document: Document }
  /** The platform is sent on to another address. */
  | { readonly is: 'redirect'; readonly to: Value; readonly site: Site }
  /** Something that cannot be seen. */
  | { readonly is: 'unseen'; readonly why: string; readonly site: Site }
  /** A call that staff or a program place to somebody else: whoever hears this is no customer who calls. */
  | { readonly is: 'outgoing' }
  /** Nothing for the platform: an error, or an answer to somebody else. */
  | { readonly is: 'nothing' };

/** The program has answered; whatever follows makes no difference to the caller. */
export class Answered extends Error {
  constructor(readonly answer: Answer) {
    super('answered');
  }
}

/** An exception of the program that is read. */
export class Thrown extends Error {
  constructor() {
    super('thrown');
  }
}

/** The program is longer than is followed. */
export class TooLong extends Error {
  constructor() {
    super('too long');
  }
}

/** What is known of a parameter on a way: that it has a value, or which it has not. */
export interface Known {
  readonly is?: string;
  readonly not: readonly string[];
  readonly sent?: boolean;
}

/** So many expressions and statements are looked at on one way through a program. */
const FUEL = 30_000;

/** So many decisions and other things are met on one way. */
const MOST_MET = 120;

/** What is left of the work that may be spent, for several ways together. */
export interface Budget {
  left: number;
}

/** One way through a program: a decision is taken as the script says, and beyond it the first option is taken. */
export class Run {
  readonly met: Met[] = [];
  readonly inputs = new Map<string, Known>();
  readonly facts = new Map<string, number>();
  /** Functions that are being gone through. */
  readonly calls: ts.Node[] = [];
  /** Scopes of files, and what stands at their top. */
  readonly tops = new Map<string, Scope>();
  readonly working = new Set<string>();
  /** How many blocks around catch exceptions. */
  catching = 0;
  #fuel = FUEL;
  #decided = 0;

  constructor(
    readonly names: Names,
    readonly mode: Mode,
    /** The address of the route, and the part of it under which its router hangs. */
    readonly route: { readonly path: string; readonly base: string },
    readonly script: readonly number[],
    readonly budget: Budget = { left: FUEL },
  ) {}

  /** The options taken, in order. */
  get taken(): readonly number[] {
    return this.met.flatMap((each) => ('decision' in each ? [each.taken] : []));
  }

  burn(): void {
    if (--this.#fuel < 0 || --this.budget.left < 0) throw new TooLong();
  }

  /** Notes something that is met. */
  meet(met: Met): void {
    if (this.met.length >= MOST_MET) throw new TooLong();
    this.met.push(met);
  }

  /** Which option is taken. The same question is answered in the same way throughout. */
  decide(decision: Decision, question?: string): number {
    const known = question === undefined ? undefined : this.facts.get(question);
    if (known !== undefined) return known;
    const taken = this.script[this.#decided++] ?? 0;
    this.meet({ decision, taken });
    if (question !== undefined) this.facts.set(question, taken);
    return taken;
  }
}

import { STEP_VERB_NAMES, OUTCOMES } from '@carelint/policy-schema';
import type { StepVerbName } from '@carelint/policy-schema';
import { isMap } from '../../source/values.js';
import type { Route } from '../../source/source.js';

/** A map as it is written. */
export type Written = Readonly<Record<string, unknown>>;

/** One step as it is written, with its name and what stands around it. */
export interface Line {
  /** Its `id`, or a name made of the part and the verb: `identify/ask`, `start/do-2`. */
  readonly id: string;
  /** Absent where the step is not well formed. */
  readonly verb: StepVerbName | undefined;
  readonly written: Written;
  readonly route: Route;
  /** The line that follows; for the last of the steps inside an `if-...`, the line after the step that holds them. */
  readonly next: Line | undefined;
  /** Steps written in place of a target: by the option, or for choices and answers by `insideKey`. */
  readonly lists: ReadonlyMap<string, readonly Line[]>;
}

/** Where a target by name leads. */
export interface Named {
  readonly line: Line | undefined;
  readonly route: Route;
}

/** A flow as written, in lines. */
export interface Outline {
  readonly steps: readonly Line[];
  readonly parts: ReadonlyMap<string, readonly Line[]>;
  /** Steps under a key of `anywhere`. */
  readonly anywhere: ReadonlyMap<string, readonly Line[]>;
  /** Every line, in the order of the document. */
  readonly all: readonly Line[];
  readonly named: ReadonlyMap<string, Named>;
  /** A second use of a name, with the place of the first. */
  readonly twice: readonly { readonly name: string; readonly route: Route; readonly first: Route }[];
}

/** The options whose value is a target. */
export const TARGET_OPTIONS: ReadonlySet<string> = new Set(['then', ...Object.keys(OUTCOMES)]);
/** The options that map words to targets. */
export const BRANCH_OPTIONS: ReadonlySet<string> = new Set(['choices', 'answers']);

/** Key of `Line.lists` for the steps under one choice or answer. */
export const insideKey = (option: string, label: string): string => `${option}/${label}`;

/** A label as part of a step's name: the key to press, or its words. */
const slug = (label: string): string =>
  /^[0-9*#]+(?=\s|$)/u.exec(label)?.[0] ??
  (label
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[^\p{Letter}\p{Number}]+/gu, '-')
    .replace(/^-+|-+$/gu, '')
    .slice(0, 40) ||
    'choice');

type Draft = { -readonly [K in keyof Line]: Line[K] };

const VERBS: ReadonlySet<string> = new Set(STEP_VERB_NAMES);

/** The verb of a step; of several the first that is written. */
const verbOf = (step: Written): StepVerbName | undefined => Object.keys(step).find((key): key is StepVerbName => VERBS.has(key));

const NO_LISTS: Line['lists'] = new Map();

class Outliner {
  readonly all: Line[] = [];
  readonly named = new Map<string, Named>();
  readonly twice: { name: string; route: Route; first: Route }[] = [];
  readonly #taken = new Set<string>();

  name(name: string, route: Route, line: Line | undefined): void {
    const known = this.named.get(name);
    if (known === undefined) this.named.set(name, { line, route });
    else if (known.line !== line || line === undefined) this.twice.push({ name, route, first: known.route });
  }

  list(value: unknown, where: string, route: Route, after: Line | undefined): readonly Line[] {
    if (!Array.isArray(value)) return [];
    const counts = new Map<string, number>();
    const drafts: Draft[] = [];
    for (const [index, item] of value.entries()) {
      if (!isMap(item)) continue;
      const verb = verbOf(item);
      const base = `${where}/${verb ?? 'step'}`;
      const count = (counts.get(base) ?? 0) + 1;
      counts.set(base, count);
      const own = typeof item['id'] === 'string' ? item['id'] : undefined;
      const id = own ?? this.#free(count === 1 ? base : `${base}-${count}`);
      const line: Draft = { id, verb, written: item, route: [...route, index], next: after, lists: NO_LISTS };
      const previous = drafts.at(-1);
      if (previous !== undefined) previous.next = line;
      drafts.push(line);
    }
    for (const line of drafts) this.#enter(line);
    return drafts;
  }

  #enter(line: Draft): void {
    this.all.push(line);
    if (typeof line.written['id'] === 'string') this.name(line.written['id'], [...line.route, 'id'], line);
    let lists: Map<string, readonly Line[]> | undefined;
    for (const [option, value] of Object.entries(line.written)) {
      if (typeof value !== 'object') continue;
      if (TARGET_OPTIONS.has(option)) {
        if (Array.isArray(value))
          (lists ??= new Map<string, readonly Line[]>()).set(option, this.list(value, `${line.id}/${option}`, [...line.route, option], line.next));
      } else if (BRANCH_OPTIONS.has(option) && isMap(value)) {
        for (const [label, target] of Object.entries(value)) {
          if (!Array.isArray(target)) continue;
          (lists ??= new Map<string, readonly Line[]>()).set(
            insideKey(option, label),
            this.list(target, `${line.id}/${slug(label)}`, [...line.route, option, label], line.next),
          );
        }
      }
    }
    if (lists !== undefined) line.lists = lists;
  }

  /** Ids that people write have no slash: only names that we make can meet (a part called `start`). */
  #free(id: string): string {
    let free = id;
    for (let n = 2; this.#taken.has(free); n++) free = `${id}-${n}`;
    this.#taken.add(free);
    return free;
  }
}

/** Gives every step its name and its neighbours. Bears with documents that are not well formed, as far as their lists go. */
export const outlineOf = (flow: Written): Outline => {
  const outliner = new Outliner();
  const written = isMap(flow['parts']) ? flow['parts'] : {};
  const steps = outliner.list(flow['steps'], 'start', ['steps'], undefined);
  const parts = new Map<string, readonly Line[]>();
  for (const [name, list] of Object.entries(written)) parts.set(name, outliner.list(list, name, ['parts', name], undefined));
  // Parts are named after the steps, so that of two equal names the step's is the one to change.
  for (const [name, lines] of parts) outliner.name(name, ['parts', name], lines[0]);
  const anywhere = new Map<string, readonly Line[]>();
  for (const [option, list] of Object.entries(isMap(flow['anywhere']) ? flow['anywhere'] : {})) {
    if (Array.isArray(list)) anywhere.set(option, outliner.list(list, `anywhere/${option}`, ['anywhere', option], undefined));
  }
  return { steps, parts, anywhere, all: outliner.all, named: outliner.named, twice: outliner.twice };
};

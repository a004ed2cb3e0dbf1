import { isNotSeen } from '../model/step.js';
import type { Utterance } from '../model/artefact.js';
import { asHeard, feltData } from './felt.js';
import { type Side } from './side.js';
import { momentWords, type Compared } from './stops.js';

/** A text that customers (or staff) hear or read otherwise than before; `before` absent: new; `after` absent: no longer. */
export interface TextChange {
  readonly at: string;
  /** `system`, `agent`, `customer`; `instruction`: said to staff or a bot. */
  readonly speaker: Utterance['speaker'];
  readonly before?: string;
  readonly after?: string;
  readonly step: { readonly before?: number; readonly after?: number };
}

/** A fact of a step that is not what it was: how long we promise to take, how often somebody may try, who rings back. */
export interface TermChange {
  readonly at: string;
  /** The field of the step data, as docs/step-data.md has it. */
  readonly field: string;
  readonly before?: unknown;
  readonly after?: unknown;
  readonly step: { readonly before: number; readonly after: number };
  /** Set where it is only a name of something that is not in view, such as a function of the platform: what changes for customers nobody can see. */
  readonly hidden?: true;
}

interface Said {
  readonly speaker: Utterance['speaker'];
  readonly words: string;
}

const saidAt = (utterances: readonly Utterance[]): readonly Said[] =>
  utterances
    .map(({ speaker, text, why }) => ({ speaker, words: text?.replace(/\s+/gu, ' ').trim() ?? `⟨${why ?? 'words that cannot be seen'}⟩` }))
    .filter(({ words }) => words !== '');

const keyOf = ({ speaker, words }: Said): string => `${speaker} ${asHeard(words)}`;

/** What is left of a list when each text of another one is taken out of it once. */
const without = (said: readonly Said[], others: readonly Said[]): readonly Said[] => {
  const count = new Map<string, number>();
  for (const other of others) count.set(keyOf(other), (count.get(keyOf(other)) ?? 0) + 1);
  return said.filter((one) => {
    const left = count.get(keyOf(one)) ?? 0;
    if (left > 0) count.set(keyOf(one), left - 1);
    return left === 0;
  });
};

/** Two texts that share so much of their words are one text that was changed. */
const ALIKE = 0.3;
/** In longer lists nothing is paired. */
const MOST_TEXTS = 200;

/** How much of the words of two texts is in both: from 0 to 1. */
const shared = (a: string, b: string): number => {
  const words = (text: string): ReadonlySet<string> =>
    new Set(
      asHeard(text)
        .toLowerCase()
        .match(/[\p{L}\p{N}]+/gu) ?? [],
    );
  const [one, two] = [words(a), words(b)];
  const both = [...one].filter((word) => two.has(word)).length;
  const all = one.size + two.size - both;
  return all === 0 ? 0 : both / all;
};

/** The text that another one has become: the one that shares most with it. */
const becameOf = ({ speaker, words }: Said, come: readonly Said[], isOnly: boolean): Said | undefined => {
  const of = come.filter((one) => one.speaker === speaker);
  if (isOnly || of.length === 0) return of[0];
  const best = of.map((one) => ({ one, share: shared(words, one.words) })).reduce((a, b) => (b.share > a.share ? b : a));
  return best.share >= ALIKE ? best.one : undefined;
};

/** Texts of the one list beside those of the other that they have become, in order; what is in both is left out. */
export const pairTexts = (before: readonly Utterance[], after: readonly Utterance[]): readonly Pick<TextChange, 'speaker' | 'before' | 'after'>[] => {
  const [was, is] = [saidAt(before), saidAt(after)];
  const gone = without(was, is);
  let come = without(is, was);
  const isOnly = gone.length === 1 && come.length === 1;
  const isLong = gone.length > MOST_TEXTS || come.length > MOST_TEXTS;
  const changed = gone.map((one) => {
    const now = isLong ? undefined : becameOf(one, come, isOnly);
    come = come.filter((other) => other !== now);
    return { speaker: one.speaker, before: one.words, ...(now === undefined ? {} : { after: now.words }) };
  });
  return [...changed, ...come.map(({ speaker, words }) => ({ speaker, after: words }))];
};

/** Texts at steps that stand for each other. */
export const textChangesAt = ({ sides: [was, is] }: Compared, before: number, after: number): readonly TextChange[] =>
  pairTexts(was.graph.utterances[before]!, is.graph.utterances[after]!).map((change) => ({
    at: momentWords(is, after),
    step: { before, after },
    ...change,
  }));

/** Texts of a step that there was not, or that there is no longer. */
export const textsOfOne = (side: Side, which: 0 | 1, node: number): readonly TextChange[] =>
  saidAt(side.graph.utterances[node]!).map(({ speaker, words }) => ({
    at: momentWords(side, node),
    speaker,
    ...(which === 0 ? { before: words, step: { before: node } } : { after: words, step: { after: node } }),
  }));

/** Fields that say again what something else says: what is heard, where it leads. */
const TOLD_ELSEWHERE: ReadonlySet<string> = new Set(['label', 'why', 'targetName', 'outcome', 'as', 'purpose']);

const plain = (value: unknown): unknown => (isNotSeen(value) ? 'not seen' : value);

/** Whether the name of a step is that of a function of the platform, and not what an author says is done. */
const isOutOfView = ({ graph }: Side, node: number): boolean => graph.steps[node]!.kind === 'act' && graph.artefactOf(node).format !== 'native';

/** Facts of steps that stand for each other and differ. */
export const termChangesAt = ({ sides: [was, is] }: Compared, before: number, after: number): readonly TermChange[] => {
  const [a, b] = [feltData(was, before), feltData(is, after)];
  const fields = [...new Set([...Object.keys(a), ...Object.keys(b)])].filter((field) => !TOLD_ELSEWHERE.has(field)).sort();
  return fields
    .filter((field) => JSON.stringify(a[field]) !== JSON.stringify(b[field]))
    .map((field) => ({
      at: momentWords(is, after),
      field,
      step: { before, after },
      ...(field === 'name' && isOutOfView(is, after) ? { hidden: true as const } : {}),
      ...(field in a ? { before: plain(a[field]) } : {}),
      ...(field in b ? { after: plain(b[field]) } : {}),
    }));
};

/** A value of a document that states something (a fee, a rule for staff) and is not what it was. */
export interface ValueChange {
  /** Where in the document: `fees/late/charge`. */
  readonly at: string;
  readonly before?: unknown;
  readonly after?: unknown;
}

const isMap = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null;

/** How deep values are compared one by one; below, as wholes. */
const DEEPEST = 40;

const isScalars = (value: unknown): boolean => Array.isArray(value) && value.every((one) => !isMap(one));

/** The items of a list by what they are the item of (`team: Service desk`), where each tells so by its first key. */
const byFirstKey = (list: unknown): Readonly<Record<string, unknown>> | undefined => {
  if (!Array.isArray(list)) return undefined;
  const named = new Map<string, unknown>();
  for (const item of list as readonly unknown[]) {
    const [key, name] = isMap(item) ? (Object.entries(item)[0] ?? []) : [];
    if (key === undefined || typeof name !== 'string' || named.has(name)) return undefined;
    named.set(name, item);
  }
  return Object.fromEntries(named);
};

/**
 * Values of two documents that differ, the innermost ones. Keys stand where they like; of lists, those of plain values are compared as wholes, those whose items
 * have a name by name, all others item by item.
 */
export const valueChanges = (before: unknown, after: unknown, at: readonly string[] = []): readonly ValueChange[] => {
  if (before === after || JSON.stringify(before) === JSON.stringify(after)) return [];
  if (
    isMap(before) &&
    isMap(after) &&
    Array.isArray(before) === Array.isArray(after) &&
    at.length < DEEPEST &&
    !(isScalars(before) && isScalars(after))
  ) {
    const [a, b] = [byFirstKey(before), byFirstKey(after)];
    const [was, is] = a === undefined || b === undefined ? [before, after] : [a, b];
    return [...new Set([...Object.keys(was), ...Object.keys(is)])].flatMap((key) =>
      valueChanges(Object.hasOwn(was, key) ? was[key] : undefined, Object.hasOwn(is, key) ? is[key] : undefined, [...at, key]),
    );
  }
  return [{ at: at.join('/'), ...(before === undefined ? {} : { before }), ...(after === undefined ? {} : { after }) }];
};

import { sentenceAt } from './sentences.js';
import { isNumber, prepare, wordsOf } from './tokens.js';
import type { Prepared } from './tokens.js';

/** Where a phrase was found. */
export interface Match {
  /** The phrase, as the set spells it. */
  readonly phrase: string;
  /** Offsets in the cleaned text. */
  readonly start: number;
  readonly end: number;
  /** The sentence (or sentences) it stands in, as a person would quote it. */
  readonly text: string;
}

/** Anything that can be looked for in a text. */
export interface Matcher {
  /** The first match, or undefined. */
  find(text: string | Prepared): Match | undefined;
}

/** A set of phrases behind one automaton. */
export interface PhraseSet extends Matcher {
  readonly phrases: readonly string[];
}

/** How many words `…` may stand for. */
const WIDEST_GAP = 4;
/** Words that people slip in between without changing what is said. */
const ADVERBS = new Set(
  `unfortunately please sorry currently presently regrettably sadly really just also now simply kindly still
  leider bitte derzeit momentan aktuell jetzt nun gerade auch
  malheureusement actuellement maintenant
  lamentablemente desafortunadamente actualmente ahora
  purtroppo attualmente adesso
  infelizmente atualmente agora
  helaas momenteel nu`.split(/\s+/u),
);
/** Said of words that must not be said: "never say: I can't help you". */
const QUOTED =
  /(?:\b(?:never|do not|don't|must not|should not|avoid) (?:say|saying|use|using|tell them)|\b(?:bad|avoid|wrong|instead of)\s*:|sagen sie (?:nie|nicht|niemals)|ne dites (?:pas|jamais)|(?:no|nunca) diga|non (?:dire|dica)|zeg (?:nooit|niet))[^.!?]*$/iu;
const GUARDED = 40;
/** A full stop between two words: a phrase does not run over it. */
const STOP = /[.!?…]["')\]]*\s/u;

/** In a phrase: any dynamic part; a number in digits, or a dynamic part that may be one. */
const ANY_PART = '⟨⟩';
const A_NUMBER = '⟨number⟩';

interface Node {
  readonly next: Map<string, Node>;
  /** `…`: up to four words, then `next`. */
  gap?: Node;
  phrase?: string;
  /** The phrase shields what lies in it: it was written with a leading `!`. */
  shields?: boolean;
}

interface Thread {
  readonly start: number;
  /** Words it may still skip. */
  skips: number;
  /** Whether it may still skip an adverb. */
  adverb: boolean;
}

interface Hit {
  readonly phrase: string;
  readonly start: number;
  readonly end: number;
  readonly shields: boolean;
}

const newNode = (): Node => ({ next: new Map() });

const addPhrase = (root: Node, spelt: string): void => {
  const shields = spelt.startsWith('!');
  let node = root;
  for (const word of wordsOf(shields ? spelt.slice(1) : spelt)) {
    if (word === '…') node = node.gap ??= newNode();
    else {
      const next = node.next.get(word) ?? newNode();
      node.next.set(word, next);
      node = next;
    }
  }
  if (node === root) return;
  node.phrase ??= spelt;
  if (shields) node.shields = true;
};

/** The nodes that a word leads to. */
const follow = (node: Node, word: string): readonly (Node | undefined)[] => {
  const next = node.next;
  if (word.startsWith('⟨')) return [next.get(word), next.get(ANY_PART), word === A_NUMBER ? undefined : next.get(A_NUMBER)];
  return isNumber(word) ? [next.get(word), next.get(A_NUMBER)] : [next.get(word)];
};

/** Runs the words through the automaton. `found` is told of every phrase that ends, and says whether to stop. */
const run = (root: Node, { text, words, starts, ends }: Prepared, found: (hit: Hit) => boolean): void => {
  let threads = new Map<Node, Thread>();
  for (let at = 0; at < words.length; at++) {
    const word = words[at] as string;
    if (threads.size > 0 && isStop(text.slice(ends[at - 1], starts[at]), words[at - 1] as string)) threads = new Map();
    const after = new Map<Node, Thread>();
    const enter = (node: Node, thread: Thread): void => {
      const known = after.get(node);
      if (known === undefined) after.set(node, thread);
      else {
        known.skips = Math.max(known.skips, thread.skips);
        known.adverb ||= thread.adverb;
      }
    };
    const advance = (node: Node, start: number): boolean => {
      for (const target of follow(node, word)) {
        if (target === undefined) continue;
        if (target.phrase !== undefined && found({ phrase: target.phrase, start, end: ends[at] as number, shields: target.shields === true }))
          return true;
        enter(target, { start, skips: 0, adverb: true });
        if (target.gap !== undefined) enter(target.gap, { start, skips: WIDEST_GAP, adverb: false });
      }
      return false;
    };
    for (const [node, thread] of threads) {
      if (advance(node, thread.start)) return;
      if (thread.skips > 0) enter(node, { start: thread.start, skips: thread.skips - 1, adverb: false });
      else if (thread.adverb && ADVERBS.has(word)) enter(node, { start: thread.start, skips: 0, adverb: false });
    }
    if (advance(root, starts[at] as number)) return;
    threads = after;
  }
};

/** Whether a sentence ends between two words. The full stop of "a.m." ends none. */
const isStop = (between: string, before: string): boolean => STOP.test(between) && !(before.length === 1 && between.startsWith('.'));

const isQuoted = (text: string, start: number): boolean => QUOTED.test(text.slice(Math.max(0, start - GUARDED), start));

/** The first hit that lies in no shield. Both come in the order of their ends, so one look from the back finds how far the later shields reach. */
const firstUnshielded = (hits: readonly Hit[], shields: readonly Hit[]): Hit | undefined => {
  let found: Hit | undefined;
  let reach = Infinity;
  let at = shields.length - 1;
  for (let i = hits.length - 1; i >= 0; i--) {
    const hit = hits[i] as Hit;
    for (; at >= 0 && (shields[at] as Hit).end >= hit.end; at--) reach = Math.min(reach, (shields[at] as Hit).start);
    if (reach > hit.start) found = hit;
  }
  return found;
};

const firstHit = (root: Node, prepared: Prepared, shielded: boolean): Hit | undefined => {
  const hits: Hit[] = [];
  const shields: Hit[] = [];
  run(root, prepared, (hit) => {
    if (hit.shields) shields.push(hit);
    else if (!isQuoted(prepared.text, hit.start)) hits.push(hit);
    return !shielded && hits.length > 0;
  });
  return firstUnshielded(hits, shields);
};

/**
 * Compiles a set of phrases into one automaton over words.
 * In a phrase `…` stands for up to four words, `{number}` for a number, `{}` for any dynamic part, `{time}` for the one of that name;
 * one adverb may stand between two words; a phrase that begins with `!` shields what lies inside it ("!if we are closed").
 */
export const compileSet = (phrases: readonly string[]): PhraseSet => {
  const root = newNode();
  for (const phrase of phrases) addPhrase(root, phrase);
  const shielded = phrases.some((phrase) => phrase.startsWith('!'));
  // The same sentences are asked about again and again: by several rules, and in every flow that says them.
  const known = new WeakMap<Prepared, { readonly match: Match | undefined }>();
  const look = (prepared: Prepared): Match | undefined => {
    const hit = firstHit(root, prepared, shielded);
    if (hit === undefined) return undefined;
    return { phrase: hit.phrase, start: hit.start, end: hit.end, text: sentenceAt(prepared.text, hit.start, hit.end) };
  };
  const find = (given: string | Prepared): Match | undefined => {
    if (typeof given === 'string') return look(prepare(given));
    let answer = known.get(given);
    if (answer === undefined) known.set(given, (answer = { match: look(given) }));
    return answer.match;
  };
  return { phrases, find };
};

import type { Artefact, Utterance } from '../model/artefact.js';
import type { NotSeen, Step, StepData } from '../model/step.js';

/** How fast a prompt is spoken: words a minute. Common advice for recorded prompts is 140 to 160. */
const WORDS_A_MINUTE = 150;

/** Scripts that are written without blanks between words. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
let segmenter: Intl.Segmenter | undefined;

const countSegments = (text: string): number => {
  segmenter ??= new Intl.Segmenter('ja', { granularity: 'word' });
  let words = 0;
  for (const { isWordLike } of segmenter.segment(text)) if (isWordLike === true) words++;
  return words;
};

/** Number of words: stretches without blanks or, in scripts that have none, what a dictionary takes for words. */
const countWords = (text: string): number => {
  if (UNSPACED.test(text)) return countSegments(text);
  let words = 0;
  let inside = false;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    const blank = code === 32 || (code >= 9 && code <= 13) || code === 160 || code === 0x3000;
    if (!blank && !inside) words++;
    inside = !blank;
  }
  return words;
};

interface Heard {
  words: number;
  unseen: NotSeen | undefined;
}

/** What is heard or read at each step; what is only told to staff or a bot, and what customers say themselves, is not. */
const heardAt = (utterances: readonly Utterance[]): ReadonlyMap<string, Heard> => {
  const out = new Map<string, Heard>();
  for (const { speaker, step, text, why } of utterances) {
    if (step === undefined || speaker === 'instruction' || speaker === 'customer') continue;
    let heard = out.get(step);
    if (heard === undefined) out.set(step, (heard = { words: 0, unseen: undefined }));
    if (text === undefined) heard.unseen ??= { unknown: why ?? 'the words cannot be seen' };
    else heard.words += countWords(text);
  }
  return out;
};

const LASTING = new Set(['next', 'success']);

/**
 * Steps that are reached by nothing but the customer's own choice: directly, or through acts that nobody notices.
 * What is left when everything that is reached in any other way is taken away.
 */
const chosen = ({ steps, edges }: Artefact): ReadonlySet<string> => {
  if (!edges.some(({ on }) => on === 'choice')) return new Set();
  const acts = new Set<string>();
  for (const { id, kind } of steps) if (kind === 'act') acts.add(id);
  const ways = new Map<string, string[]>();
  const reached = new Set<string>();
  const other = new Set<string>();
  for (const { from, to, on } of edges) {
    if (on === 'fault') continue;
    reached.add(to);
    if (on === 'choice') continue;
    if (!acts.has(from) || !LASTING.has(on)) other.add(to);
    else {
      const list = ways.get(from);
      if (list === undefined) ways.set(from, [to]);
      else list.push(to);
    }
  }
  for (const { id } of steps) if (!reached.has(id)) other.add(id);
  const open = [...other];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    for (const to of ways.get(id) ?? []) {
      if (other.has(to)) continue;
      other.add(to);
      open.push(to);
    }
  }
  const out = new Set<string>();
  for (const { id } of steps) if (!other.has(id)) out.add(id);
  return out;
};

const spoken = (heard: Heard): StepData => {
  const words = heard.unseen ?? heard.words;
  const seconds = heard.unseen ?? Math.round((heard.words * 600) / WORDS_A_MINUTE) / 10;
  return { text: true, words, seconds };
};

/** Fills in what follows from an artefact itself: whether and how long something is heard, and what the customer chose. What a reader knows better stays. */
export const deriveSteps = (artefact: Artefact): readonly Step[] => {
  const heard = heardAt(artefact.utterances);
  const byChoice = chosen(artefact);
  if (heard.size === 0 && byChoice.size === 0) return artefact.steps;
  return artefact.steps.map((step) => {
    const said = heard.get(step.id);
    const picks = (step.kind === 'transfer' || step.kind === 'queue') && byChoice.has(step.id);
    if (said === undefined && !picks) return step;
    return { ...step, data: { ...(said === undefined ? {} : spoken(said)), ...(picks ? { byChoice: true } : {}), ...step.data } };
  });
};

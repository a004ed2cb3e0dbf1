import type { Artefact, Utterance } from '../../model/artefact.js';
import { standing } from '../../model/standing.js';
import { isMap } from '../../source/values.js';

/** What can be counted in a script; the place of all of it is the first line that must be said exactly, or else the first line. */
interface Measures {
  /** What staff say, mails left out: lines, and words in them. Of a script in several languages one is counted. */
  readonly lines: number;
  readonly words: number;
  /** How many of 100 lines must be said exactly as written; wording that the law demands does not count. */
  readonly verbatimPercent: number;
  /** How many of 100 lines stand there twice or more. Short ones (below four words) do not count. */
  readonly repeatedPercent: number;
  /** Lines with something of this customer in them: a part that is filled in. */
  readonly personalLines: number;
  /** Where the customer has the word: questions, and what customers say. */
  readonly turns: number;
}

const FILLED = /[⟨{]/u;
const ASKS = /[?？]/u;
const LEAST_WORDS = 4;

const percent = (part: number, of: number): number => (of === 0 ? 0 : Math.round((100 * part) / of));

const wordsIn = (text: string): number => text.split(/\s+/u).filter((word) => word !== '').length;

const repeatedIn = (texts: readonly string[]): number => {
  const counts = new Map<string, number>();
  for (const text of texts) {
    const line = text.toLowerCase().replace(/\s+/gu, ' ').trim();
    if (wordsIn(line) >= LEAST_WORDS) counts.set(line, (counts.get(line) ?? 0) + 1);
  }
  return [...counts.values()].reduce((sum, count) => (count > 1 ? sum + count : sum), 0);
};

type Line = Utterance & { readonly text: string };

const measure = (all: readonly Line[], { utterances, steps }: Artefact): Measures => {
  const free = all.filter(({ legal }) => legal !== true);
  // A mail is no talk: nobody waits for an answer between two of its lines, and all end alike.
  const lines = all.filter(({ place }) => place !== 'mail');
  const asked = steps.filter(({ kind }) => kind === 'ask' || kind === 'survey' || kind === 'verify').length;
  return {
    lines: lines.length,
    words: lines.reduce((sum, { text }) => sum + wordsIn(text), 0),
    verbatimPercent: percent(free.filter(({ verbatim }) => verbatim === true).length, free.length),
    repeatedPercent: percent(repeatedIn(lines.map(({ text }) => text)), lines.length),
    personalLines: lines.filter(({ text }) => FILLED.test(text)).length,
    turns: asked + lines.filter(({ text }) => ASKS.test(text)).length + utterances.filter(({ speaker }) => speaker === 'customer').length,
  };
};

/** A script with what can be counted in it, under `found.measures` of its values. */
export const measured = (artefact: Artefact): Artefact => {
  if (artefact.kind !== 'script' || !isMap(artefact.values)) return artefact;
  const said = artefact.utterances.filter((utterance): utterance is Line => utterance.speaker === 'agent' && utterance.text !== undefined);
  const lines = said.filter(({ language }) => language === said[0]?.language);
  if (lines.length === 0) return artefact;
  const first = lines.find(({ verbatim, legal }) => verbatim === true && legal !== true) ?? lines[0];
  const measures = standing(measure(lines, artefact), { route: first?.route ?? artefact.route });
  const found = isMap(artefact.values['found']) ? artefact.values['found'] : {};
  return { ...artefact, values: { ...artefact.values, found: { ...found, measures } } };
};

import { hole } from '../../model/artefact.js';
import type { Utterance } from '../../model/artefact.js';
import type { Told } from '../../model/step.js';
import type { Route } from '../../source/source.js';
import { isMap } from '../../source/values.js';

/** What is filled in at run time, as people write it: `{case-number}`. */
const FILLED = /\{([a-z][a-z0-9-]*)\}/gu;

const TOLD: Readonly<Record<string, Told>> = {
  'case-number': 'case-number',
  wait: 'wait',
  position: 'position',
  time: 'response-time',
  cost: 'cost',
  hours: 'hours',
};

/** A text with its fillings as holes. */
const withHoles = (text: string): string => (text.includes('{') ? text.replace(FILLED, (_, name: string) => hole(name)) : text);

/** Words in one or in several languages, as written. */
export interface Wording {
  readonly text: string;
  readonly language?: string;
  readonly route: Route;
}

/** Words are text, or a map with one text a language. */
export const wordings = (words: unknown, route: Route, language: string | undefined): readonly Wording[] => {
  if (typeof words === 'string') return [{ text: words, route, ...(language === undefined ? {} : { language }) }];
  if (!isMap(words)) return [];
  return Object.entries(words).flatMap(([tag, text]) => (typeof text === 'string' ? [{ text, language: tag, route: [...route, tag] }] : []));
};

const NOTHING: ReadonlySet<Told> = new Set();

/** Facts that words tell through what is filled in. */
export const toldBy = (words: readonly Wording[]): ReadonlySet<Told> => {
  if (!words.some(({ text }) => text.includes('{'))) return NOTHING;
  const told = new Set<Told>();
  for (const { text } of words) {
    for (const [, name] of text.matchAll(FILLED)) {
      const fact = TOLD[name ?? ''];
      if (fact !== undefined) told.add(fact);
    }
  }
  return told;
};

/** The first words of a text, cut between two words after about 60 characters. */
export const shortened = (text: string): string => {
  const flat = /\s\s|[^\S ]/u.test(text) ? text.replace(/\s+/gu, ' ').trim() : text;
  if (flat.length <= 60) return flat;
  const cut = flat.slice(0, 60);
  const space = cut.lastIndexOf(' ');
  return `${cut.slice(0, space > 30 ? space : 60).replace(/[\s,;:.-]+$/u, '')}…`;
};

/** Words as one text, for labels: those in the document's own language, else the first. */
export const mainText = (words: unknown, language: string | undefined): string => {
  const all = wordings(words, [], language);
  const own = all.find((wording) => wording.language === language) ?? all[0];
  return own === undefined ? '' : withHoles(own.text);
};

/** How words at a step are meant. */
export interface Manner {
  readonly speaker: Utterance['speaker'];
  readonly as?: string;
  readonly verbatim?: boolean;
}

/** Words as utterances of a step, or of the document where there is none; one a language. */
export const utterancesOf = (words: readonly Wording[], step: string | undefined, { speaker, as, verbatim }: Manner): readonly Utterance[] =>
  words.map(({ text, language, route }) => ({
    text: withHoles(text),
    ...(language === undefined ? {} : { language }),
    speaker,
    ...(as === undefined ? {} : { as }),
    ...(as === 'legal' ? { legal: true } : {}),
    ...(verbatim === true ? { verbatim } : {}),
    ...(step === undefined ? {} : { step }),
    route,
  }));

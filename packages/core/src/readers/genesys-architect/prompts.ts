import { hole } from '../../model/artefact.js';
import { factsToldBy } from '../../model/prompt-words.js';
import type { Told } from '../../model/step.js';
import type { Route } from '../../source/source.js';
import { heardIn } from './expression.js';
import { replacePlaceholders } from './values.js';
import type { Spoken } from './written.js';

/** One thing that is heard: its words (empty for music), or why they cannot be seen. */
export interface Said {
  readonly text?: string;
  readonly why?: string;
  readonly route: Route;
}

/** All that is heard at a step. */
export interface Prompt {
  readonly said: readonly Said[];
  /** All known words, for labels and heuristics. */
  readonly words: string;
  /** Facts that its dynamic parts tell, by their names. */
  readonly tells: readonly Told[];
  readonly bargeIn: boolean | undefined;
}

const MUSIC = /music|\bhold_?prompt\b|flow\.holdprompt/iu;
const BLANK = /\bbeep\b|silence|\bblank\b|^tone\b/iu;

const plain = (markup: string): string => (markup.includes('<') ? markup.replace(/<!--[^]*?-->|<[^>]*>/gu, ' ') : markup);

const ofText = ({ text, route }: Spoken): Said | undefined => {
  const words = replacePlaceholders(plain(text), hole).replace(/\s+/gu, ' ').trim();
  if (words === '') return undefined;
  return /[\p{L}\p{N}]/u.test(words.replace(/⟨[^⟩]*⟩/gu, '')) ? { text: words, route } : { why: 'a placeholder stands in place of the words', route };
};

const ofRecording = (name: string, route: Route): Said | undefined => {
  if (MUSIC.test(name)) return { text: '', route };
  return BLANK.test(name) ? undefined : { why: `it is a recording ("${name.replace(/^Prompt(?:System)?\./u, '')}")`, route };
};

const present = (said: Said | undefined): readonly Said[] => (said === undefined ? [] : [said]);

/** What is heard where these things are said. */
export const promptOf = (spoken: readonly Spoken[], isEcho?: (name: string) => boolean): Prompt => {
  const said: Said[] = [];
  const tells = new Set<Told>();
  let bargeIn: boolean | undefined;
  for (const each of spoken) {
    const { as, text, route } = each;
    if (as === 'text') said.push(...present(ofText(each)));
    else if (as === 'recording') said.push(...present(ofRecording(text, route)));
    else if (as === 'unclear') said.push({ why: text, route });
    else {
      const heard = heardIn(text, isEcho);
      bargeIn ??= heard.bargeIn;
      for (const words of heard.texts) said.push(...present(ofText({ as, text: words, route })));
      for (const name of heard.recordings) said.push(...present(ofRecording(name, route)));
      if (heard.texts.length === 0)
        for (const name of heard.dynamic) said.push(MUSIC.test(name) ? { text: '', route } : { why: `the words are taken from ${name}`, route });
      const filledIn = heard.texts
        .join(' ')
        .replace(/⟩[^⟨]*/gu, ' ')
        .replace(/^[^⟨]*/u, '');
      for (const fact of factsToldBy([filledIn, ...heard.dynamic])) tells.add(fact);
    }
  }
  const words = said
    .map(({ text }) => text ?? '')
    .filter((text) => text !== '')
    .join(' ');
  return { said, words, tells: [...tells], bargeIn };
};

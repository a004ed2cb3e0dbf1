import type { Told } from './step.js';

/** Facts that a part of a prompt which is filled in tells, by its name. */
const TELLING: readonly (readonly [Told, RegExp])[] = [
  ['position', /position/iu],
  ['wait', /wait|oldestcontact|queue_?time|\bewt\b/iu],
  ['hours', /opening|hours|opensat|closesat/iu],
  ['case-number', /\$\.case\.|case_?(?:number|id|ref)|ticket_?(?:number|id)?|reference_?(?:number|id)|booking_?(?:id|number|ref)/iu],
  ['appointment', /appointment/iu],
  ['response-time', /callback_?(?:time|window)|response_?time|reply_?time/iu],
  ['cost', /price|cost|fee\b/iu],
];

/** The facts that are told by what is filled in, by the names of it. */
export const factsToldBy = (names: readonly string[]): readonly Told[] =>
  TELLING.filter(([, sign]) => names.some((name) => sign.test(name))).map(([fact]) => fact);

const LANGUAGES =
  /\b(?:english|inglés|spanish|español|french|français|german|deutsch|italiano|italian|portugu[eê]s|portuguese|polski|nederlands)\b/iu;
const CONFIRMS = /is (?:that|this|it) (?:correct|right)|to confirm|\bif (?:[^.?!,]{1,40} (?:is|are) )?correct\b/iu;

/** What a menu is for, where it is not for choosing what the call is about: `labels` of its `options` choices, and the words in which it asks. */
export const purposeOfMenu = (labels: readonly string[], options: number, words: string): 'language' | 'confirm' | undefined => {
  if (labels.some((label) => LANGUAGES.test(label))) return 'language';
  return options <= 3 && CONFIRMS.test(words) ? 'confirm' : undefined;
};

/** The first words of a prompt, to name a step that has no name of its own; undefined where there are none. */
export const firstWords = (words: string): string | undefined => {
  if (words === '') return undefined;
  const flat = (words.length > 200 ? words.slice(0, 200) : words).replace(/\s+/gu, ' ');
  if (flat.length <= 44) return flat;
  const cut = flat.lastIndexOf(' ', 40);
  return `${flat.slice(0, cut > 20 ? cut : 40).replace(/[\s,;:.-]+$/u, '')}…`;
};

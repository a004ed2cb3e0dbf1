import { builtinWords, isLouder, phraseSetsIn, type Level } from '@carelint/core';
import type { CatalogueEntry } from '../commands/catalogue.js';
import type { OwnPolicies } from '../config/policies.js';
import { inWords } from '../report/summary.js';

/** A question that somebody can answer who listens to a call or reads a reply; yes is good. */
export interface Question {
  readonly ask: string;
  readonly level: Level;
  /** What customers go through where the answer is no. */
  readonly suffers: readonly string[];
  readonly instead: readonly string[];
  /** Words by which it can be heard, such as `that's our policy`. */
  readonly listenFor: readonly string[];
  readonly notWhen: readonly string[];
  /** Where the demand comes from. */
  readonly sources: readonly string[];
  /** The rules that ask it. */
  readonly rules: readonly string[];
}

/** Questions about one moment of a contact. */
export interface Moment {
  readonly title: string;
  readonly questions: readonly Question[];
}

/** A check list. */
export interface Checklist {
  readonly moments: readonly Moment[];
  readonly questions: number;
  /** How many rules that are in force nobody can hear in a contact: they are about files, sites and settings. */
  readonly unheard: number;
}

/** Promises as moments of a contact, in the order in which a coach meets them. */
export const MOMENTS_ASKED: ReadonlyMap<string, string> = new Map([
  ['reach-a-person', 'Getting to a person'],
  ['let-them-in', 'Proving who they are'],
  ['speak-human', 'What is said, and how'],
  ['keep-the-thread', 'Keeping the matter, and passing it on'],
  ['end-well', 'Waiting, and how it ends'],
  ['listen', 'Feedback, and what comes after'],
  ['leave-freely', 'When they want to leave'],
  ['fair-fees', 'What it costs them'],
  ['their-data', 'What we know of them'],
  ['fair-incentives', 'What we let our people do (ask the person whom you coach)'],
]);

/** What a check list is made of, besides the rules. */
export interface ChecklistInput {
  readonly isWanted: (rule: CatalogueEntry) => boolean;
  readonly words: OwnPolicies['words'];
  /** Titles of the packs in force that stand for laws and standards, by their names. */
  readonly laws: ReadonlyMap<string, string>;
  /** The language of the words to listen for: `en`. */
  readonly language: string;
}

const MOST_WORDS = 5;

/** The question of a rule; undefined where nobody can hear it in a contact. Of one's own rules the title is asked, unless they say otherwise. */
const askOf = ({ ask, title, isBuiltIn }: CatalogueEntry): string | undefined => {
  if (ask !== undefined && ask !== '') return ask;
  return isBuiltIn || title === '' ? undefined : `Was it so here: “${title}”?`;
};

const listed = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : value === undefined ? [] : [value]);
const fieldOf = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>)[key] : undefined;

/** Names of the phrase sets that a rule forbids to say to customers. What staff are told is not heard. */
const setsForbidden = ({ written }: CatalogueEntry): readonly string[] =>
  listed(fieldOf(written, 'forbid')).flatMap((assertion) => {
    const said = fieldOf(assertion, 'text');
    const says = fieldOf(said, 'says');
    const speaker = fieldOf(fieldOf(said, 'with'), 'speaker');
    const speakers = [...listed(fieldOf(speaker, 'enum')), fieldOf(speaker, 'const')];
    const isHeard = speakers.includes('agent') || speakers.includes('system');
    return isHeard && typeof says === 'string' && !says.startsWith('/') ? [says] : [];
  });

/** Phrases that stand for themselves: nothing is left open in them, and they shield nothing. */
const isPlain = (phrase: unknown): phrase is string => typeof phrase === 'string' && /^[\p{L}\p{M}\p{N}' ’,-]+$/u.test(phrase);

/** The phrase sets of a language, one's own beside the built-in ones. */
const phrasesIn = (words: ChecklistInput['words'], language: string): ReadonlyMap<string, readonly unknown[]> => {
  const builtin = Object.hasOwn(builtinWords, language) ? [builtinWords[language]?.()] : [];
  const own = words.filter((file) => file.language === language).map(({ value }) => value);
  const phrases = new Map<string, unknown[]>();
  // One's own come first: there is room for a few only.
  for (const file of [...own, ...builtin]) {
    for (const [set, list] of Object.entries(phraseSetsIn(file))) phrases.set(set, [...(phrases.get(set) ?? []), ...listed(list)]);
  }
  return phrases;
};

const distinct = (texts: readonly (string | undefined)[]): readonly string[] =>
  [...new Set(texts.filter((text) => text !== undefined && text !== ''))] as string[];

const text = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

/** What the demand rests on: words that people know by themselves; the short name of a law only where there are none. */
const sourcesOf = (rules: readonly CatalogueEntry[], lawTitles: ReadonlyMap<string, string>): readonly string[] => {
  const all = rules.flatMap(({ sources }) => sources);
  const said = all.flatMap((source) => (text(fieldOf(source, 'law')) === undefined ? (text(fieldOf(source, 'says')) ?? []) : []));
  const laws = rules.flatMap(({ packs }) => packs.flatMap(({ pack }) => lawTitles.get(pack) ?? []));
  const known = distinct([...said.map((words) => `“${words}”`), ...laws]);
  if (known.length > 0) return known;
  const names = distinct(all.map((source) => text(fieldOf(source, 'law'))));
  return names.length === 0 ? [] : [`A law or a standard asks for it (${names.join(', ')})`];
};

const asQuestion = (
  ask: string,
  rules: readonly CatalogueEntry[],
  phrases: ReadonlyMap<string, readonly unknown[]>,
  laws: ReadonlyMap<string, string>,
): Question => {
  const levels = rules.map(({ inForce }) => inForce).filter((level) => level !== 'off');
  return {
    ask,
    level: levels.reduce((a, b) => (isLouder(b, a) ? b : a), 'advice'),
    suffers: distinct(rules.map(({ suffers }) => suffers)),
    instead: distinct(rules.map(({ coach, instead }) => coach ?? instead)),
    listenFor: distinct(rules.flatMap(setsForbidden).flatMap((set) => (phrases.get(set) ?? []).filter(isPlain))).slice(0, MOST_WORDS),
    notWhen: distinct(rules.filter(({ isBuiltIn }) => !isBuiltIn).map(({ notWhen }) => notWhen)),
    sources: sourcesOf(rules, laws),
    rules: rules.map(({ id }) => id),
  };
};

const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);

const titleOf = (promise: string): string => MOMENTS_ASKED.get(promise) ?? (promise === 'own' ? 'Our own rules' : capital(inWords(promise)));

const loudestFirst = (a: Question, b: Question): number => (isLouder(a.level, b.level) ? -1 : isLouder(b.level, a.level) ? 1 : 0);

/** Makes a check list of rules that are in force: rules that ask the same are one question, the gravest come first in each moment. */
export const checklistOf = (rules: readonly CatalogueEntry[], { isWanted, words, laws, language }: ChecklistInput): Checklist => {
  const wanted = rules.filter(isWanted);
  const phrases = phrasesIn(words, language);
  const byMoment = new Map<string, Map<string, CatalogueEntry[]>>();
  for (const rule of wanted) {
    const ask = askOf(rule);
    if (ask === undefined) continue;
    // A question that is asked already belongs where it was asked first.
    const known = [...byMoment.values()].find((asks) => asks.has(ask))?.get(ask);
    if (known !== undefined) {
      known.push(rule);
      continue;
    }
    const moment = byMoment.get(rule.promise) ?? new Map<string, CatalogueEntry[]>();
    byMoment.set(rule.promise, moment.set(ask, [rule]));
  }
  const order = [...MOMENTS_ASKED.keys()];
  const place = (promise: string): number => (order.includes(promise) ? order.indexOf(promise) : order.length);
  const moments = [...byMoment]
    .sort(([a], [b]) => place(a) - place(b))
    .map(([promise, asks]): Moment => ({
      title: titleOf(promise),
      questions: [...asks].map(([ask, those]) => asQuestion(ask, those, phrases, laws)).sort(loudestFirst),
    }));
  return {
    moments,
    questions: moments.reduce((sum, { questions }) => sum + questions.length, 0),
    unheard: wanted.filter((rule) => askOf(rule) === undefined).length,
  };
};

/** What a check list says of itself. */
export interface ChecklistFacts {
  /** The packs that are on. */
  readonly packs: readonly string[];
  readonly today: string;
}

/** How grave a no is, for whoever coaches. */
export const WEIGHT_WORDS: Readonly<Record<Level, string>> = { error: 'most important', warning: 'important', advice: 'worth a word' };

/** Where the list comes from, and what is not in it. */
export const originOf = ({ questions, unheard }: Checklist, { packs, today }: ChecklistFacts): string =>
  [
    `${questions} questions, made on ${today} from the rules in force${packs.length === 0 ? '' : ` (${packs.join(', ')})`}.`,
    unheard === 0 ? '' : ` ${unheard} more rules are about files, pages and settings that nobody hears in a contact: \`carelint\` looks for those.`,
  ].join('');

import type { ParsedDocument } from '../../source/document.js';
import type { Route } from '../../source/source.js';
import { isMap } from '../../source/values.js';
import { guessLanguage } from '../../model/language.js';
import type { Reader, ReadResult } from '../reader.js';
import { isBusinessRule, liftRule, wordsOf, type Listed, type Written } from './lift.js';

/** The keys under which the API and exports give one rule, or a list of them. */
const LISTS = { macros: 'macro', triggers: 'trigger', automations: 'automation' } as const;
const SINGLES = { macro: 'macro', trigger: 'trigger', automation: 'automation' } as const;

const listed = (value: unknown, as: Listed['as'], route: Route): readonly Listed[] =>
  Array.isArray(value)
    ? value.flatMap((item: unknown, index) => (isBusinessRule(item) ? [{ as, written: item, route: [...route, index] }] : []))
    : [];

/** A rule that stands by itself is a trigger if it has conditions. */
const kindOf = (written: Written): Listed['as'] => ('conditions' in written ? 'trigger' : 'macro');

/** All macros, triggers and automations of a file. */
const rulesOf = (value: unknown): readonly Listed[] => {
  if (Array.isArray(value)) return listed(value, 'macro', []).map((rule) => ({ ...rule, as: kindOf(rule.written) }));
  if (!isMap(value)) return [];
  if (isBusinessRule(value)) return [{ as: kindOf(value), written: value, route: [] }];
  return [
    ...Object.entries(LISTS).flatMap(([key, as]) => listed(value[key], as, [key])),
    ...Object.entries(SINGLES).flatMap(([key, as]) => (isBusinessRule(value[key]) ? [{ as, written: value[key], route: [key] }] : [])),
  ];
};

const read = (document: ParsedDocument): ReadResult | undefined => {
  if (document.problem !== undefined) return undefined;
  const rules = rulesOf(document.value);
  if (rules.length === 0) return undefined;
  const seen = new Map<string, number>();
  const artefacts = rules.flatMap((rule) => {
    const language = guessLanguage(wordsOf(rule));
    // Words of a language for which there are no phrases cannot be judged.
    return language === 'other' ? [] : (liftRule(rule, language, document, seen) ?? []);
  });
  return { ok: true, artefacts };
};

/** Reads macros, triggers and automations of Zendesk, as its API gives them. */
export const reader: Reader = {
  id: 'zendesk',
  title: 'Zendesk macros and triggers',
  mayClaim: ({ text }) =>
    text.includes('"actions"') && text.includes('"field"') && /"(?:comment_value|comment_value_html|notification_user)"/u.test(text),
  read,
};

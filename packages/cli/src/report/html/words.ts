import type { Finding, Level, Station } from '@carelint/core';
import { languageAt } from '../../drawing/captions.js';
import type { Flows } from '../../drawing/flows.js';
import { escaped, langAttribute } from '../../drawing/markup.js';
import { oneLine } from '../told.js';

/** A text from anywhere, as it may stand in the page. */
export const text = (raw: string): string => escaped(oneLine(raw));

/** How grave findings are, said to those who have never seen the tool. */
export const LEVELS: Readonly<Record<Level, { readonly name: string; readonly of: string }>> = {
  error: { name: 'Serious', of: 'serious' },
  warning: { name: 'Should be mended', of: 'to be mended' },
  advice: { name: 'Advice', of: 'advice' },
};
export const LEVEL_ORDER: readonly Level[] = ['error', 'warning', 'advice'];

const PEOPLE: Readonly<Record<NonNullable<Finding['touchpoint']>, string>> = {
  phone: 'Customers who call',
  chat: 'Customers who chat',
  message: 'Customers who send a message',
  email: 'Customers who write an email',
  desk: 'Customers whom staff help',
  post: 'Customers who write a letter',
  website: 'Visitors of the site',
  'back-office': 'Customers about whom it is decided',
};

/** Whom a finding is about. */
export const people = ({ touchpoint }: Pick<Finding, 'touchpoint'>): string => (touchpoint === undefined ? 'Customers' : PEOPLE[touchpoint]);

/** What is quoted in a text that tells of a flow, marked with the language in which the flow speaks. */
const quoted = (raw: string, language: string | undefined): string => {
  const lang = langAttribute(language);
  return text(raw).replace(/“[^“”]*”/gu, (quote) => `<span class="quote"${lang} dir="auto">${quote}</span>`);
};

/** What happens at a station, in the words of the journey. */
export const told = (station: Station, flows: Flows): string => {
  const spot = flows.spotOf(station);
  const language = spot === undefined ? undefined : languageAt(spot.artefact, spot.step.id);
  return station.told.map((part) => quoted(part, language)).join(', ');
};

/** A finding in the language of its flow, where it quotes that. */
export const message = (finding: Finding, flows: Flows): string => {
  const [first] = finding.journey;
  const spot = first === undefined ? undefined : flows.spotOf(first);
  return quoted(finding.message, spot === undefined ? undefined : languageAt(spot.artefact, spot.step.id));
};

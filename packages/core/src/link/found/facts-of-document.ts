import type { Artefact } from '../../model/artefact.js';
import { standingOf } from '../../model/standing.js';
import type { Route } from '../../source/source.js';
import { isMap, listOf, textOf, type Values } from '../../source/values.js';
import { factAt, subjectName, type Fact, type KnownNumbers } from './fact.js';
import { hoursIn, hoursInData } from './opening-hours.js';
import { writtenDuration } from './said-duration.js';

const entries = (values: Values, section: string): readonly (readonly [Values, Route])[] =>
  listOf(values[section]).flatMap((entry, index) => (isMap(entry) ? [[entry, [section, index]] as const] : []));

const ALL_WEEK = '24/7';
/** `[Mon-Fri 08:00-20:00, Sat 09:00-13:00]`, or `[always]`. */
const weekOf = (open: unknown): string =>
  listOf(open)
    .map((line) => (line === 'always' ? ALL_WEEK : String(line)))
    .join(', ');

const hoursOf = (open: unknown, subject: string, route: Route): readonly Fact[] => {
  const written = weekOf(open);
  const value = hoursIn(written);
  return value === undefined ? [] : [factAt({ fact: 'hours', subject, value, written }, { route: [...route, 'open'] })];
};

/** What a call costs, in a form that can be compared; undefined where it costs this here and that there. */
const costOf = (told: string): string | undefined => {
  const amounts = [...told.matchAll(/(?:[£€$]\s?(\d+(?:[.,]\d+)?)|(\d+(?:[.,]\d+)?)\s?(?:p|ct|cents?|pence|€|euros?)(?![\p{L}]))/giu)];
  const isFree = /(?<![\p{L}])(?:free|freephone|toll-free|kostenlos|kostenfrei|gratuit|gratis|gratuito)(?![\p{L}])/iu.test(told);
  const isBasic = /(?<![\p{L}])(?:local|standard|basic|same as|normal|ortstarif)(?![\p{L}])/iu.test(told);
  if (amounts.length > 1 || Number(amounts.length > 0) + Number(isFree) + Number(isBasic) !== 1) return undefined;
  return isFree ? 'free' : isBasic ? 'basic' : amounts[0]?.[0].replace(/\s/gu, '').toLowerCase();
};

/** Of a number: what a call costs, who it is for, when it is answered. */
const lineFacts = (entry: Values, route: Route, { numberOf }: KnownNumbers): readonly Fact[] => {
  const written = textOf(entry['number']);
  const number = written === undefined ? undefined : numberOf(written);
  if (number === undefined) return [];
  const subject = `line:${number}`;
  const told = textOf(entry['cost-told']);
  const cost = told === undefined ? undefined : costOf(told);
  const who = textOf(entry['for']);
  return [
    ...hoursOf(entry['open'], subject, route),
    ...(told === undefined || cost === undefined
      ? []
      : [factAt({ fact: 'call-cost', subject, value: cost, written: told }, { route: [...route, 'cost-told'] })]),
    ...(who === undefined || who === 'everyone'
      ? []
      : [factAt({ fact: 'number-for', subject, value: who, written: who }, { route: [...route, 'for'] })]),
  ];
};

const complaintFacts = ({ complaints }: Values): readonly Fact[] => {
  if (!isMap(complaints)) return [];
  return (['acknowledged-within', 'answered-within'] as const).flatMap((fact) => {
    const written = textOf(complaints[fact]);
    const value = written === undefined ? undefined : writtenDuration(written);
    return written === undefined || value === undefined
      ? []
      : [factAt({ fact, subject: 'complaints', value, written }, { route: ['complaints', fact] })];
  });
};

/** What a fee is called, without the words that all of them share. */
export const feeName = (name: unknown): string =>
  subjectName(name)
    .replace(/(?<![\p{L}])(?:fees?|charges?|the|a|for)(?![\p{L}])/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();

const feeFacts = (values: Values): readonly Fact[] =>
  entries(values, 'fees').flatMap(([entry, route]) => {
    const { amount: written, 'amount-amount': amount, 'amount-currency': currency, every } = entry;
    if (typeof written !== 'string' || typeof amount !== 'number' || typeof currency !== 'string') return [];
    const told = textOf(entry['told-where']);
    const value = { amount, currency, ...(typeof every === 'string' ? { every } : {}), ...(told === undefined ? {} : { toldAt: told }) };
    return [factAt({ fact: 'fee', subject: `fee:${feeName(entry['fee'])}`, value, written }, { route: [...route, 'amount'] })];
  });

/** How customers leave, where the document does not say how they join. */
const leavingFacts = ({ contract }: Values): readonly Fact[] => {
  const value = isMap(contract) && contract['join-by'] === undefined ? listOf(contract['leave-by']).map(String) : [];
  const route = ['contract', 'leave-by'];
  return value.length === 0 ? [] : [factAt({ fact: 'left-by', subject: 'contract', value, written: value.join(', ') }, { route })];
};

/** A site on which customers join, and that says nothing of leaving. */
const joiningFacts = ({ steps }: Artefact): readonly Fact[] => {
  const joined = steps.find(({ data }) => data.task === 'joined');
  if (joined === undefined || steps.some(({ data }) => data.task === 'cancel' || data.task === 'cancelled')) return [];
  const { route, path } = joined;
  return [
    factAt({ fact: 'joined-by', subject: 'contract', value: ['web'], written: 'on the site' }, { route, ...(path === undefined ? {} : { path }) }),
  ];
};

const operationsFacts = (values: Values, numbers: KnownNumbers): readonly Fact[] => [
  ...entries(values, 'hours').flatMap(([entry, route]) => hoursOf(entry['open'], `team:${subjectName(entry['team'])}`, route)),
  ...entries(values, 'numbers').flatMap(([entry, route]) => lineFacts(entry, route, numbers)),
  ...complaintFacts(values),
  ...feeFacts(values),
  ...leavingFacts(values),
  ...entries(values, 'authority').flatMap(([entry, route]) => {
    const act = entry['may-not'];
    if (act !== 'call-back' || entry['when'] !== undefined) return [];
    const subject = `act:call-back:${subjectName(entry['team'])}`;
    return [factAt({ fact: 'act-allowed', subject, value: false, written: 'may not ring back' }, { route: [...route, 'may-not'] })];
  }),
];

const siteFacts = (values: Values, numbers: KnownNumbers): readonly Fact[] =>
  entries(values, 'contact').flatMap(([entry, route]) => lineFacts(entry, route, numbers));

/** What a flow promises by its steps: teams that ring back, and times beside which its words say other ones (see facts-of-texts). */
const flowFacts = ({ steps, path }: Artefact): readonly Fact[] =>
  steps.flatMap(({ id, kind, data, route }): readonly Fact[] => {
    const facts: Fact[] = [];
    if (kind === 'callback' && typeof data.targetName === 'string') {
      const subject = `act:call-back:${subjectName(data.targetName)}`;
      facts.push(factAt({ fact: 'act-allowed', subject, value: true, written: `${data.targetName} rings back` }, { route: [...route, 'callback'] }));
    }
    const { window: written } = data;
    const value = typeof written === 'string' ? writtenDuration(written) : undefined;
    if (typeof written === 'string' && value !== undefined)
      facts.push(factAt({ fact: 'promised-within', subject: `step:${path}#${id}`, value, written }, { route: [...route, 'within'] }));
    return facts;
  });

/** Opening hours in data for search engines, of one business. */
const businessFacts = ({ found }: Artefact, values: Values): readonly Fact[] => {
  const derived = isMap(values['found']) ? values['found'] : found;
  const objects = isMap(derived) ? listOf(derived['jsonld']) : [];
  return objects.flatMap((object) => {
    const stands = standingOf(object);
    if (!isMap(object) || stands === undefined) return [];
    const lines = [object['openingHours']].flat().filter((line) => typeof line === 'string');
    const written = lines.join(', ');
    const value = lines.length === 0 ? undefined : hoursInData(lines);
    const name = textOf(object['name']);
    if (value === undefined || name === undefined) return [];
    const { route, path } = stands;
    const subject = `business:${JSON.stringify([name, object['address'] ?? '', object['telephone'] ?? ''])}`;
    return [factAt({ fact: 'hours', subject, value, written }, { route, ...(path === undefined ? {} : { path }) })];
  });
};

/** Facts that a document states in fields of its own. */
export const factsOfDocument = (artefact: Artefact, numbers: KnownNumbers): readonly Fact[] => {
  const values = isMap(artefact.values) ? artefact.values : {};
  if (artefact.kind === 'operations') return operationsFacts(values, numbers);
  if (artefact.kind === 'site') {
    const own = artefact.format === 'native' ? siteFacts(values, numbers) : businessFacts(artefact, values);
    return [...own, ...joiningFacts(artefact)];
  }
  if (artefact.kind === 'data') return businessFacts(artefact, values);
  return artefact.format === 'native' ? flowFacts(artefact) : [];
};

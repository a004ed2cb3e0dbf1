import type { PhoneCandidate } from '../../model/phone.js';
import { standing } from '../../model/standing.js';
import type { Artefact, Utterance } from '../../model/artefact.js';
import type { ParsedDocument } from '../../source/document.js';
import type { Route } from '../../source/source.js';
import { isMap, listOf, type Values } from '../../source/values.js';
import type { ReadResult } from '../reader.js';
import { numbersIn } from './amounts.js';
import { dateSlip } from './dates.js';
import type { Written } from './outline.js';
import { adviceOn, mistakesIn } from './problems.js';
import type { Slip } from './targets.js';
import { Teams } from './teams.js';
import { utterancesOf, wordings } from './words.js';

const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

/** Two entries of one name, of which nobody can say which holds. */
const twice = (document: Written, section: string, key: string): readonly Slip[] => {
  const first = new Map<string, number>();
  return listOf(document[section]).flatMap((entry, index): readonly Slip[] => {
    const name = isMap(entry) ? text(entry[key]) : undefined;
    if (name === undefined) return [];
    const other = first.get(name);
    if (other === undefined) first.set(name, index);
    if (other === undefined) return [];
    const message = `\`${section}\` has \`${name}\` twice; the other is at line {line}. Keep one, or give one another name.`;
    return [{ route: [section, index, key], atKey: false, message, other: [section, other, key] }];
  });
};

/** Shares and weights of which there is more than all. */
const moreThanAll = (document: Written): readonly Slip[] =>
  ['pay', 'measures'].flatMap((section) =>
    listOf(document[section]).flatMap((entry, index) =>
      ['share', 'weight'].flatMap((key): readonly Slip[] => {
        const written = isMap(entry) ? text(entry[key]) : undefined;
        if (written === undefined || !(Number.parseFloat(written) > 100)) return [];
        return [{ route: [section, index, key], atKey: false, message: `\`${key}\` cannot be \`${written}\`: all of it is 100%.` }];
      }),
    ),
  );

/** Mistakes that no schema can see. */
const slipsOf = (document: Written): readonly Slip[] => [
  ...dateSlip(document['reviewed'], ['reviewed']),
  ...listOf(document['processes']).flatMap((entry, index) => (isMap(entry) ? dateSlip(entry['reviewed'], ['processes', index, 'reviewed']) : [])),
  ...twice(document, 'teams', 'team'),
  ...twice(document, 'fees', 'fee'),
  ...moreThanAll(document),
];

/** A value with numbers beside its durations, amounts and shares. What was written stays as it is, so that routes lead to the source. */
const withNumbers = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(withNumbers);
  if (!isMap(value)) return value;
  const lifted: Record<string, unknown> = {};
  for (const [key, held] of Object.entries(value)) {
    lifted[key] = withNumbers(held);
    if (typeof held === 'string' && key !== 'note') Object.assign(lifted, numbersIn(key, held));
  }
  return lifted;
};

/** How many people are missing where more are needed than planned; nothing where the document does not give both. */
const lackOf = ({ 'people-needed': needed, 'people-planned': planned }: Values): Values =>
  typeof needed === 'number' && typeof planned === 'number' ? { 'people-missing': Math.max(0, needed - planned) } : {};

/** The aims that come before customers when aims collide; where customers are not among the aims, all of them. */
const rankedAbove = (document: Written): Values => {
  const aims = listOf(document['priorities']).map(String);
  const customers = aims.indexOf('customer');
  const above = customers < 0 ? aims : aims.slice(0, customers);
  return above.length === 0 ? {} : { 'above-customers': standing(above, { route: ['priorities'], shown: above.join(', ') }) };
};

/** The document as rules see it: with numbers, and with what its sections say of a team in each place that names it. */
const valuesOf = (document: Written): Values => {
  const teams = new Teams(document);
  const entry = (section: string, value: unknown): unknown => {
    if (!isMap(value) || value['team'] === undefined) return value;
    if (section === 'teams') return { ...value, ...teams.factsOf(value['team']), ...lackOf(value) };
    return { ...value, 'team-does': teams.doesOf(value['team']) };
  };
  const numbered = withNumbers(document) as Values;
  const sections = Object.fromEntries(
    Object.entries(numbered).map(([section, held]) => [section, Array.isArray(held) ? held.map((value) => entry(section, value)) : held]),
  );
  return { ...sections, ...rankedAbove(document) };
};

/** The words that customers are asked with. */
const wordsIn = (document: Written, language: string | undefined): readonly Utterance[] =>
  listOf(document['feedback']).flatMap((entry, index) => {
    const route: Route = ['feedback', index, 'asked-with'];
    return isMap(entry) ? utterancesOf(wordings(entry['asked-with'], route, language), undefined, { speaker: 'system' }) : [];
  });

/** The numbers that customers are told to ring. */
const phonesOf = (document: Written): readonly PhoneCandidate[] =>
  listOf(document['numbers']).flatMap((entry, index): readonly PhoneCandidate[] => {
    const raw = isMap(entry) ? text(entry['number']) : undefined;
    if (!isMap(entry) || raw === undefined) return [];
    const near = [text(entry['for']), text(entry['cost-told']), text(entry['note'])].filter((words) => words !== undefined).join(' ');
    return [
      {
        raw,
        route: ['numbers', index, 'number'],
        from: 'value',
        visible: true,
        near,
        ...(entry['cost-told'] === undefined ? {} : { costTold: true }),
      },
    ];
  });

const liftOperations = (document: Written, { source, syntax }: ParsedDocument): Artefact => {
  const id = String(document['operations']);
  const language = text(document['language']);
  const country = text(document['country']);
  const phones = phonesOf(document);
  return {
    kind: 'operations',
    role: 'entry',
    id,
    name: text(document['title']) ?? id,
    keys: [`operations:${id}`],
    path: source.path,
    syntax,
    route: [],
    ...(language === undefined ? {} : { language }),
    ...(country === undefined ? {} : { country }),
    steps: [],
    edges: [],
    utterances: wordsIn(document, language),
    ...(phones.length === 0 ? {} : { phones }),
    values: valuesOf(document),
    format: 'native',
  };
};

/** Reads an `operations:` document: no steps, but values that rules look at, and the words that customers are asked with. */
export const readOperations = (document: ParsedDocument): ReadResult => {
  const written = document.value as Written;
  const problems = mistakesIn('operations', document, slipsOf(written));
  if (problems.length > 0) return { ok: false, problems };
  const advice = adviceOn(document, new Teams(written).slipsIn(written));
  return { ok: true, artefacts: [liftOperations(written, document)], ...(advice.length === 0 ? {} : { problems: advice }) };
};

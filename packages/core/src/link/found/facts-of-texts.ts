import type { Artefact } from '../../model/artefact.js';
import { numbersLikeIn } from '../../model/number-like.js';
import type { PhoneCandidate } from '../../model/phone.js';
import type { Route } from '../../source/source.js';
import { isMap } from '../../source/values.js';
import { factAt, subjectName, type Fact, type KnownNumbers } from './fact.js';
import { feeName } from './facts-of-document.js';
import { hoursIn } from './opening-hours.js';
import { candidatesOf } from './phones.js';
import { durationIn } from './said-duration.js';

/** A text that customers hear or read, or that staff say. */
interface Text {
  readonly text: string;
  readonly route: Route;
  readonly path?: string;
  readonly step?: string;
}

/** Where hours are those of something else than a line or a team. */
const ELSEWHERE =
  /(?<![\p{L}])(?:shops?|stores?|branch(?:es)?|showrooms?|warehouses?|visit\p{L}*|counters?|desk hours|deliver\p{L}*|couriers?|collect\p{L}*|chats?|e-?mails?|web ?sites?|online|app|appointments?|emergenc\p{L}*|filialen?|laden|magasins?|boutiques?|tiendas?|negozi\p{L}*|lojas?|winkels?)(?![\p{L}])/iu;
const OURS =
  /(?<![\p{L}])(?:we are|we're|we’re|our (?:phone )?lines|lines are|our team|(?:opening|office|business|working) hours|our hours|call (?:us|back)|ring (?:us|back)|wir sind|unsere (?:öffnungs|service)zeiten|nous sommes|estamos|siamo|estamos|wij zijn|we zijn)(?![\p{L}])/iu;

/** Teams that customers of a flow may get to. */
const teamsOf = ({ steps }: Artefact): ReadonlySet<string> =>
  new Set(
    steps.flatMap(({ kind, data }) => {
      const name =
        kind === 'check' && data.of === 'hours'
          ? data['name']
          : ['queue', 'voicemail', 'callback', 'person'].includes(kind)
            ? data.targetName
            : undefined;
      return typeof name === 'string' ? [subjectName(name)] : [];
    }),
  );

const place = ({
  route,
  path,
}: {
  readonly route: Route;
  readonly path?: string | undefined;
}): { readonly route: Route; readonly path?: string } => ({
  route,
  ...(path === undefined ? {} : { path }),
});

/** Hours that a flow tells, where all of it is about one team, or the step at which they are told is. */
const hoursOfTeams = (artefact: Artefact, texts: readonly Text[], { numberOf }: KnownNumbers): readonly Fact[] => {
  const teams = teamsOf(artefact);
  const [only] = teams.size === 1 ? teams : [];
  const dialled = isMap(artefact.values) ? artefact.values['number'] : undefined;
  const number = typeof dialled === 'string' && artefact.role === 'entry' && only !== undefined ? numberOf(dialled) : undefined;
  const targets = new Map(
    artefact.steps.map(({ id, kind, data }) => [id, kind === 'queue' || kind === 'voicemail' || kind === 'callback' ? data.targetName : undefined]),
  );
  return texts.flatMap((told): readonly Fact[] => {
    const { text: written, step } = told;
    if (ELSEWHERE.test(written) || !OURS.test(written) || numbersLikeIn(written).length > 0) return [];
    const named = step === undefined ? undefined : targets.get(step);
    const team = typeof named === 'string' ? subjectName(named) : only;
    const value = team === undefined ? undefined : hoursIn(written);
    if (team === undefined || value === undefined) return [];
    const subjects = [`team:${team}`, ...(number === undefined ? [] : [`line:${number}`])];
    return subjects.map((subject) => factAt({ fact: 'hours', subject, value, written }, place(told)));
  });
};

/** How far behind a number its hours may stand, and how much may stand between. */
const FAR = 120;
const BETWEEN = 45;

/** What stands behind a number, up to the next one. */
const behind = (near: string, raw: string): string => {
  const at = near.indexOf(raw);
  if (at < 0 || near.indexOf(raw, at + 1) >= 0) return '';
  const rest = near.slice(at + raw.length, at + raw.length + FAR);
  const next = numbersLikeIn(rest)[0]?.start ?? rest.length;
  const end = /[.!?](?=\s+\p{Lu}\p{Ll}{2})|\n/u.exec(rest.slice(0, next))?.index;
  return rest.slice(0, end ?? next);
};

const SALES_BEFORE =
  /(?<![\p{L}])(?:sales|new customers|orders?)(?:\s(?:line|team|number|hotline))?\s*[:–-]?\s*(?:(?:call|ring|phone)(?: us on)?\s*)?$/iu;
const SERVICE_BEFORE =
  /(?<![\p{L}])(?:customer (?:service|care)|complaints?|existing customers)(?:\s(?:line|team|number|hotline))?\s*[:–-]?\s*(?:(?:call|ring|phone)(?: us on)?\s*)?$/iu;

/** What texts say of a number: when it is answered, and who it is for. */
const factsOfLine = ({ raw: dialled, label, near, route, path }: PhoneCandidate, numbers: ReadonlyMap<string, string>): readonly Fact[] => {
  const number = numbers.get(JSON.stringify([path, route]));
  // Of a link, customers read the label.
  const raw = label ?? dialled;
  if (number === undefined || near === '') return [];
  const facts: Fact[] = [];
  const subject = `line:${number}`;
  const after = behind(near, raw);
  const start = after.search(/\d|(?<![\p{L}])(?:mo|tu|we|th|fr|sa|su|di|mi|do|so|lu|daily|every|from|open|lines|week)/iu);
  const value = start < 0 || start > BETWEEN || ELSEWHERE.test(after) ? undefined : hoursIn(after);
  if (value !== undefined)
    facts.push(factAt({ fact: 'hours', subject, value, written: after.trim().replace(/^[\s,;:()–-]+/u, '') }, place({ route, path })));
  const before = near.slice(0, Math.max(0, near.indexOf(raw)));
  const who = SALES_BEFORE.test(before) ? 'new customers' : SERVICE_BEFORE.test(before) ? 'existing customers' : undefined;
  if (who !== undefined) facts.push(factAt({ fact: 'number-for', subject, value: who, written: `${who} (${raw.trim()})` }, place({ route, path })));
  return facts;
};

const REFUND = /(?<![\p{L}])(?:refund(?:s|ed)?|money back|reimburse\p{L}*)(?![\p{L}])/iu;
const REFUND_PROMISE =
  /(?<![\p{L}])(?:you(?:['’]ll| will)|we(?:['’]ll| will)?|refunds (?:are|will be)|(?:refund|money) (?:is|will be|will reach|reaches|arrives))(?![\p{L}])/iu;
/** Where the time is one that customers have, or holds only for some. */
const REFUND_OTHER =
  /(?<![\p{L}])(?:purchase|bought|buying|order(?:ed|ing)|return(?:ed|s|ing)? it|send it|request|claim|cancel|ask|apply|change your mind|entitled|cards?|paypal|banks?|cheques?|checks?|transfers?|gifts?|international|instead|no longer|not)(?![\p{L}])/iu;
const COMPLAINT = /(?<![\p{L}])complain(?:t|ts)?(?![\p{L}])/iu;
const ACKNOWLEDGES = /(?<![\p{L}])(?:acknowledg\p{L}*|confirm that we have)(?![\p{L}])/iu;
const ANSWERS = /(?<![\p{L}])(?:(?:final|full) (?:answer|response|reply)|answer(?:ed)?|resolved?)(?![\p{L}])/iu;
const OUR_PROMISE = /(?<![\p{L}])(?:we(?:['’]ll| will| shall)?|you(?:['’]ll| will)|complaints (?:are|will be))(?![\p{L}])/iu;

/** What a sentence promises of complaints and refunds. */
const promisesIn = (told: Text): readonly Fact[] =>
  told.text.split(/(?<=[.!?])\s+/u).flatMap((written): readonly Fact[] => {
    const [refunds, complains] = [REFUND.test(written), COMPLAINT.test(written)];
    if (refunds === complains || written.length > 300) return [];
    const value = durationIn(written);
    if (value === undefined) return [];
    if (refunds) {
      if (!REFUND_PROMISE.test(written) || REFUND_OTHER.test(written)) return [];
      return [factAt({ fact: 'refund-within', subject: 'refunds', value, written }, place(told))];
    }
    const [first, last] = [ACKNOWLEDGES.test(written), ANSWERS.test(written)];
    if (first === last || !OUR_PROMISE.test(written)) return [];
    return [factAt({ fact: first ? 'acknowledged-within' : 'answered-within', subject: 'complaints', value, written }, place(told))];
  });

const SYMBOLS: Readonly<Record<string, string>> = { '£': 'GBP', '€': 'EUR', $: '$' };
const AMOUNT = /([£€$])\s?(\d{1,5}(?:[.,]\d{2})?)(?![\d.,]*\d)|(?<![\d.,])(\d{1,5}(?:[.,]\d{2})?)\s?(£|€|[A-Z]{3}(?![\p{L}]))/gu;
const EVERY: readonly (readonly [RegExp, string])[] = [
  [/(?:a|per|each|every)\s+month|monthly|\/\s?month/iu, 'month'],
  [/(?:a|per|each|every)\s+quarter|quarterly/iu, 'quarter'],
  [/(?:a|per|each|every)\s+year|yearly|annual|per annum|\/\s?year/iu, 'year'],
  [/once|one-off|one off/iu, 'once'],
  [/(?:per|each|every) (?:use|time|payment|transaction)/iu, 'use'],
];

/** `Paper bill: £3 a month`. */
const feeIn = (told: Text): readonly Fact[] => {
  const { text: written } = told;
  const [amount, ...more] = written.length > 120 ? [] : [...written.matchAll(AMOUNT)];
  if (amount === undefined || more.length > 0 || /(?<![\p{L}])(?:from|up to|at least|over|more than|was|instead|save|off)(?![\p{L}])/iu.test(written))
    return [];
  const name = feeName(written.slice(0, amount.index).replace(/[:–—=.…\s-]+$/u, ''));
  const currency = SYMBOLS[amount[1] ?? amount[4] ?? ''] ?? amount[4];
  if (name.length < 4 || name.split(' ').length > 5 || currency === undefined) return [];
  const every = EVERY.find(([words]) => words.test(written.slice(amount.index)))?.[1];
  const value = { amount: Number((amount[2] ?? amount[3] ?? '').replace(',', '.')), currency, ...(every === undefined ? {} : { every }) };
  return [factAt({ fact: 'fee', subject: `fee:${name}`, value, written }, place(told))];
};

/** Facts that an artefact states in words. */
export const factsOfTexts = (artefact: Artefact, known: KnownNumbers): readonly Fact[] => {
  const { kind, format, utterances, statements = [], steps } = artefact;
  const heard = utterances.flatMap(({ text, speaker, route, path, step }): readonly Text[] =>
    text === undefined || (speaker !== 'system' && speaker !== 'agent') || /⟨/u.test(text)
      ? []
      : [{ text, route, ...(path === undefined ? {} : { path }), ...(step === undefined ? {} : { step }) }],
  );
  const texts = format === 'native' ? [...heard, ...statements] : statements;
  const numbers = new Map(
    known.phones.flatMap((phone) => {
      const stands = known.placeOf(phone);
      return phone.number === undefined || phone.valid !== true || stands === undefined
        ? []
        : [[JSON.stringify([stands.path, stands.route]), phone.number] as const];
    }),
  );
  const windows = new Set(steps.flatMap(({ id, data }) => (typeof data['window'] === 'string' ? [id] : [])));
  return [
    ...(format === 'native' && (kind === 'flow' || kind === 'script') ? hoursOfTeams(artefact, heard, known) : []),
    ...(numbers.size === 0 ? [] : candidatesOf(artefact)).flatMap((candidate) => factsOfLine(candidate, numbers)),
    ...texts.flatMap(promisesIn),
    ...(kind === 'site' ? texts.flatMap(feeIn) : []),
    ...(format === 'native' ? heard.flatMap((told) => windowIn(artefact, told, windows)) : []),
  ];
};

/** The time that the words of a step promise, beside the one that its field does. */
const windowIn = ({ path }: Artefact, told: Text, windows: ReadonlySet<string>): readonly Fact[] => {
  const value = told.step !== undefined && windows.has(told.step) ? durationIn(told.text) : undefined;
  if (value === undefined || told.step === undefined) return [];
  return [factAt({ fact: 'promised-within', subject: `step:${path}#${told.step}`, value, written: told.text }, place(told))];
};

import type { StepVerbName } from '@carelint/policy-schema';
import type { CheckOf, NotSeen, Reference, StepData, Told } from '../../model/step.js';
import { secondsOf } from './durations.js';
import { isMap } from '../../source/values.js';
import type { Line, Written } from './outline.js';

/** The document around a step, as far as the step's facts depend on it. */
export interface Setting {
  readonly channel: string | undefined;
  readonly bot: boolean;
  /** Staff go by it, so that what is done is done by a person who sees the customer. */
  readonly script: boolean;
}

type Fields = { readonly [field: string]: unknown };

/** Facts without those that are not there. */
const facts = (fields: Fields, tells: readonly string[]): StepData => {
  const found: Record<string, unknown> = {};
  for (const field in fields) if (fields[field] !== undefined) found[field] = fields[field];
  if (tells.length > 0) found['tells'] = tells;
  return found;
};

const notWritten = (what: string): NotSeen => ({ unknown: `the document does not say ${what}` });
const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);
const texts = (value: unknown): readonly string[] => (Array.isArray(value) ? value.filter((item) => typeof item === 'string') : []);

/** Names of details as people write them, in the model's words (docs/step-data.md). Others stay as they are. */
const SLOTS: Readonly<Record<string, string>> = {
  'account-number': 'account',
  'customer-number': 'account',
  'phone-number': 'phone',
  'callback-number': 'phone',
  'mobile-number': 'phone',
  telephone: 'phone',
  'e-mail': 'email',
  'email-address': 'email',
  'date-of-birth': 'dob',
  birthday: 'dob',
  'full-name': 'name',
  'post-code': 'postcode',
  'zip-code': 'postcode',
  'order-number': 'order',
  'call-reason': 'reason',
  'social-security-number': 'national-id',
};
export const slotOf = (detail: string): string => SLOTS[detail] ?? detail;

/** Ways to verify in the model's words, and the detail that is given by them. */
const METHODS: Readonly<Record<string, string>> = { 'security-questions': 'security-question', 'national-id': 'full-id' };
const METHOD_SLOTS: Readonly<Record<string, string>> = {
  'account-number': 'account',
  'order-number': 'order',
  'date-of-birth': 'dob',
  'national-id': 'national-id',
};

export const waysOf = (value: unknown): readonly string[] => (typeof value === 'string' ? [value] : texts(value));

const BY: Readonly<Record<string, string>> = { keys: 'dtmf', speech: 'speech', buttons: 'click', typing: 'text' };

const KEY = /^[0-9*#]+(?=\s|$)/u;

/** How a menu or question may be answered: as written, else what the channel has. */
const inputOf = (written: Written, { channel }: Setting, choices: readonly string[] | undefined): readonly string[] | undefined => {
  const by = texts(written['answer-by']);
  if (by.length > 0) return by.map((way) => BY[way] ?? way);
  switch (channel) {
    case 'phone': {
      const pressed = choices?.some((label) => KEY.test(label)) ?? false;
      const spoken = choices?.some((label) => !KEY.test(label)) ?? true;
      return [...(pressed ? ['dtmf'] : []), ...(spoken ? ['speech'] : [])];
    }
    case 'chat':
    case 'web':
      return choices === undefined ? ['text'] : ['click'];
    case 'desk':
      return ['speech'];
    default:
      return ['text'];
  }
};

const keepsOf = (written: Written, leftOut: boolean): Fields => {
  const { keeps } = written;
  if (keeps === 'everything' || keeps === 'nothing') return { keepsContext: keeps === 'everything' };
  return Array.isArray(keeps) ? { keepsContext: keeps.length > 0, keeps: texts(keeps).map(slotOf) } : { keepsContext: leftOut };
};

const menuFacts = ({ written }: Line, setting: Setting): Fields => {
  const choices = isMap(written['choices']) ? Object.keys(written['choices']) : [];
  return {
    options: choices.length,
    keys: choices.map((label) => KEY.exec(label)?.[0] ?? label.toLowerCase()),
    input: inputOf(written, setting, choices),
    bargeIn: written['interruptible'] ?? true,
    conversational: setting.bot ? true : undefined,
  };
};

const askFacts = ({ written }: Line, setting: Setting): Fields => {
  const slot = text(written['for']);
  const answers = isMap(written['answers']) ? Object.keys(written['answers']) : undefined;
  return {
    slot: slot === undefined ? (answers === undefined ? notWritten('what is asked for (`for`)') : undefined) : slotOf(slot),
    options: answers?.length,
    input: inputOf(written, setting, undefined),
    bargeIn: written['interruptible'] ?? true,
    conversational: setting.bot ? true : undefined,
    skipIfKnown: written['skip-if-known'] === true ? true : undefined,
  };
};

const verifyFacts = ({ written }: Line): Fields => {
  const methods = waysOf(written['verify']).map((way) => METHODS[way] ?? way);
  const [only] = waysOf(written['verify']);
  return {
    method: methods.join(' or '),
    methods,
    slot: methods.length === 1 ? METHOD_SLOTS[only ?? ''] : undefined,
    skipIfVerified: written['skip-if-verified'] === true ? true : undefined,
  };
};

const CHECK_OF: Readonly<Record<string, CheckOf>> = { 'known-details': 'slot', attempts: 'attempts', staffing: 'staffing' };

const checkFacts = ({ written }: Line): Fields => {
  const slot = text(written['for']);
  const of = CHECK_OF[text(written['of']) ?? ''] ?? 'other';
  return {
    of,
    about: text(written['of']),
    slot: slot === undefined ? (of === 'slot' ? notWritten('which detail is looked at (`for`)') : undefined) : slotOf(slot),
  };
};

const queueFacts = ({ written }: Line): Fields => ({
  targetName: written['queue'],
  ...keepsOf(written, true),
  owner: written['owner'],
  waitAtMost: secondsOf(written['wait-at-most']),
  talkLimitSeconds: secondsOf(written['talk-at-most']),
  hold: written['hold'],
});

const transferFacts = ({ written }: Line): Fields => {
  const to = text(written['to']) ?? 'team';
  const { warm } = written;
  return {
    targetName: written['transfer'],
    to,
    ...keepsOf(written, to !== 'number' && to !== 'partner'),
    owner: written['owner'],
    style: warm === undefined ? undefined : warm === true ? 'warm' : 'blind',
  };
};

const ROUTES_TO: Readonly<Record<string, string>> = { 'same-person': 'person', 'same-team': 'team', anyone: 'general' };

const callbackFacts = ({ written }: Line): Fields => ({
  targetName: written['callback'],
  window: written['within'],
  windowSeconds: secondsOf(written['within']),
  attempts: written['tries'],
  routesTo: ROUTES_TO[text(written['by']) ?? ''] ?? notWritten('who rings back (`by`)'),
});

const taskFacts = ({ written }: Line): Fields => ({
  name: written['do'],
  sets: Array.isArray(written['sets']) ? texts(written['sets']).map(slotOf) : undefined,
});

/** Work that only finds something out. */
const LOOKS = /^(?:look|check|find|search|read|see|ask|note|write|record)(?!\p{L})/iu;

/** What a task in a script achieves: looking something up solves nothing, of everything else the document does not say it. */
const achievedBy = ({ written }: Line): NotSeen | undefined =>
  LOOKS.test(text(written['do']) ?? '') ? undefined : notWritten('whether this solves what the customer came for');

const FACTS: { readonly [verb in StepVerbName]: (line: Line, setting: Setting) => Fields } = {
  say: ({ written }) => ({ as: written['as'], does: written['as'] === 'answer' ? 'resolve' : undefined }),
  hear: () => ({ speaker: 'customer' }),
  play: ({ written }) => ({ name: written['play'], seconds: secondsOf(written['lasts']) ?? notWritten('how long it plays (`lasts`)') }),
  menu: menuFacts,
  ask: askFacts,
  verify: verifyFacts,
  hours: ({ written }) => ({ of: 'hours', name: written['hours'] }),
  check: checkFacts,
  do: (line, setting) => ({ ...taskFacts(line), does: setting.script ? achievedBy(line) : undefined }),
  'open-case': ({ written }) => ({
    name: written['open-case'],
    owner: written['owner'],
    window: written['within'],
    windowSeconds: secondsOf(written['within']),
  }),
  queue: queueFacts,
  transfer: transferFacts,
  person: ({ written }) => ({
    targetName: written['person'],
    owner: written['owner'],
    directNumber: written['direct-number'],
    talkLimitSeconds: secondsOf(written['talk-at-most']),
    ...keepsOf(written, true),
  }),
  callback: callbackFacts,
  voicemail: ({ written }) => ({
    targetName: written['voicemail'],
    delivered: [written['goes-to'], written['voicemail']].some((name) => typeof name === 'string' && name.trim() !== ''),
    goesTo: written['goes-to'],
    window: written['within'],
    windowSeconds: secondsOf(written['within']),
  }),
  survey: ({ written }) => ({ scale: written['scale'], low: written['low'] }),
  use: ({ written }) => ({ targetName: written['use'] }),
  repeat: ({ written }) => ({ of: written['times'] === undefined ? undefined : 'attempts', attempts: written['times'] }),
  unknown: ({ written }) => ({ why: written['unknown'] }),
  end: ({ written }) => ({ outcome: written['end'] }),
};

/** `within` at these verbs is what the customer is promised: how soon we ring back or answer. */
const PROMISES: readonly StepVerbName[] = ['callback', 'voicemail', 'open-case'];

/** The facts of a step as the model wants them. `told` are those told by what is filled into its words. */
export const dataOf = (line: Line, verb: StepVerbName, setting: Setting, told: ReadonlySet<Told>): StepData => {
  const promised = line.written['within'] !== undefined && PROMISES.includes(verb);
  const written = texts(line.written['tells']);
  const tells = promised || written.length > 0 || told.size > 0 ? [...new Set([...written, ...told, ...(promised ? ['response-time'] : [])])] : [];
  return facts(FACTS[verb](line, setting), tells);
};

const slug = (name: string): string =>
  name
    .toLowerCase()
    .trim()
    .replace(/[^\p{Letter}\p{Number}]+/gu, '-')
    .replace(/^-+|-+$/gu, '');

/** Under which names documents are known to others. Scripts have their own: a flow and a script may share a name. */
export const KEY_PREFIX = { flow: 'native:', script: 'native-script:' } as const;

const keysFor = (name: string, { script }: Setting): readonly string[] =>
  (script ? [KEY_PREFIX.script, KEY_PREFIX.flow] : [KEY_PREFIX.flow]).flatMap((prefix) => [
    ...new Set([`${prefix}${name}`, `${prefix}${slug(name)}`]),
  ]);

/** Which other documents a step leads to. */
export const referencesOf = ({ written }: Line, verb: StepVerbName, setting: Setting): readonly Reference[] => {
  const to = (as: Reference['as'], value: unknown, more: Pick<Reference, 'ifAny'> = {}): readonly Reference[] =>
    typeof value === 'string' ? [{ as, keys: keysFor(value, setting), label: value, ...more }] : [];
  switch (verb) {
    case 'use':
      return to('call', written['use']);
    case 'queue':
      return to('hold', written['hold']);
    case 'transfer':
      if (written['to'] === undefined) return to('transfer', written['transfer'], { ifAny: true });
      return written['to'] === 'flow' ? to('transfer', written['transfer']) : [];
    default:
      return [];
  }
};

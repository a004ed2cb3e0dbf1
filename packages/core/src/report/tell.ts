import type { Artefact } from '../model/artefact.js';
import type { EdgeEvent, StepKind } from '../model/step.js';
import type { Moment } from '../policy/verdict.js';

const LONGEST_TEXT = 90;
const READ_CHANNELS: ReadonlySet<string | undefined> = new Set(['chat', 'message', 'email', 'web', 'post']);

/** Cuts a text at a word near `max` characters. Runs of white space become one blank. */
export const shorten = (text: string, max: number): string => {
  const line = text.replace(/\s+/gu, ' ').trim();
  if (line.length <= max) return line;
  const cut = line.slice(0, max - 1);
  const blank = cut.lastIndexOf(' ');
  return `${(blank > max / 2 ? cut.slice(0, blank) : cut).replace(/[\s,;:.\ud800-\udbff]+$/u, '')}…`;
};

const quote = (text: string): string => `“${shorten(text, LONGEST_TEXT)}”`;
const seen = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);
const isRead = ({ channel, kind }: Artefact): boolean => READ_CHANNELS.has(channel) || kind === 'site';

const takesIn = (moment: Moment): string => (isRead(moment.artefact) ? 'reads' : 'hears');

const arrives = ({ artefact }: Moment): string => {
  if (artefact.role === 'outbound') return 'is called';
  if (artefact.role === 'hold') return 'waits in the queue';
  if (artefact.role !== 'entry') return `arrives at ${artefact.name}`;
  if (artefact.kind === 'site') return 'opens the site';
  if (artefact.channel === 'phone') return 'calls';
  return artefact.channel === 'chat' ? 'opens the chat' : 'gets in touch';
};

const says = (moment: Moment): string => {
  const words = moment.text;
  if (words === undefined) return `${takesIn(moment)} a recording (${shorten(moment.step.label, LONGEST_TEXT)})`;
  return moment.speaker === 'customer' ? `says ${quote(words)}` : `${takesIn(moment)} ${quote(words)}`;
};

const isAsked = (moment: Moment, otherwise: string): string => {
  const words = moment.text;
  return words === undefined ? otherwise : `is asked ${quote(words)}`;
};

const ends = (moment: Moment): string => {
  const words = moment.text;
  const before = words === undefined ? '' : `${takesIn(moment)} ${quote(words)} and `;
  const { outcome } = moment.step.data;
  if (outcome === 'solved' || outcome === 'arranged') return `${before}is helped: the contact ends`;
  if (outcome === 'by-customer') return `${before}hangs up`;
  if (outcome === 'unanswered') return `${before}is cut off: nobody answers`;
  if (outcome === 'closed') return `${before}is cut off: closed`;
  if (outcome === undefined || outcome === 'not-solved') return `${before}is cut off`;
  return `${before}comes to the end`;
};

const goal = ({ step }: Moment): string => shorten(seen(step.data.targetName) ?? step.label, LONGEST_TEXT);
const named = ({ step }: Moment): string => shorten(step.label, LONGEST_TEXT);

/** What is felt at a step of each kind. `check` and `act` are not felt unless they are all there is to tell. */
const FELT: Readonly<Record<Exclude<StepKind, 'check' | 'act'>, (moment: Moment) => string>> = {
  start: arrives,
  say: says,
  menu: (moment) => isAsked(moment, `is given a choice (${named(moment)})`),
  ask: (moment) => isAsked(moment, `is asked for ${seen(moment.step.data.slot) ?? named(moment)}`),
  verify: (moment) => isAsked(moment, `has to prove who they are (${seen(moment.step.data.method) ?? named(moment)})`),
  case: (moment) => `has a case opened (${named(moment)})`,
  queue: (moment) => `waits for ${goal(moment)}`,
  transfer: (moment) => `is passed on to ${goal(moment)}`,
  person: (moment) => `speaks with ${named(moment)}`,
  callback: () => 'is promised a call back',
  voicemail: () => 'may leave a message',
  survey: (moment) => isAsked(moment, 'is asked how it went'),
  call: (moment) => `goes through ${goal(moment)}`,
  return: () => '',
  page: (moment) => `opens the page ${quote(moment.step.label)}`,
  end: ends,
  unknown: ({ step }) => `goes where nobody can see: ${step.data.why ?? 'the source does not tell'}`,
};

const chooses = (moment: Moment, words: string | undefined): string => {
  if (words === undefined || words === '') return 'makes a choice';
  const key = /^([0-9*#])(?:[\s.:)=-]+(.*))?$/u.exec(words);
  if (key !== null && moment.artefact.kind !== 'site') {
    const meaning = key[2]?.replace(/^\((.*)\)$/u, '$1');
    return meaning === undefined || meaning === '' ? `presses ${key[1] ?? ''}` : `presses ${key[1] ?? ''} (${shorten(meaning, 40)})`;
  }
  return `${moment.step.kind === 'ask' || moment.step.kind === 'survey' ? 'answers' : 'chooses'} ${quote(words)}`;
};

const fails = (moment: Moment): string => {
  switch (moment.step.kind) {
    case 'verify':
      return 'fails the check';
    case 'person':
      return 'is not helped';
    case 'check':
      return moment.step.data.of === 'score' ? 'scores too low' : `is turned down (${named(moment)})`;
    case 'call':
      return `gets no further in ${goal(moment)}`;
    default:
      return `is let down: ${quote(moment.step.label)} fails`;
  }
};

const waitsInVain = (moment: Moment): string => {
  switch (moment.step.kind) {
    case 'menu':
    case 'ask':
    case 'verify':
    case 'survey':
      return 'does not answer in time';
    case 'transfer':
    case 'person':
      return 'gets no answer';
    default:
      return 'waits in vain';
  }
};

const isSorted = (moment: Moment, label: string | undefined): string => {
  if (moment.step.kind !== 'check' || label === undefined || label === '') return '';
  return `is sorted: ${named(moment)} – ${quote(label)}`;
};

const closed = ({ step }: Moment): string => (step.data.of === 'staffing' ? 'finds nobody on duty' : 'finds it closed');
const opened = ({ step }: Moment): string => (step.kind === 'check' ? 'comes while it is open' : '');
const succeeds = ({ step }: Moment): string => (step.kind === 'verify' ? 'passes the check' : '');

/** How the customer leaves a step, by event. An empty text: nothing is felt. */
const LEAVES: Readonly<Record<EdgeEvent, (moment: Moment, label: string | undefined) => string>> = {
  next: isSorted,
  branch: isSorted,
  choice: chooses,
  link: (_moment, label) => (label === undefined ? 'follows a link' : `clicks ${quote(label)}`),
  success: succeeds,
  failure: fails,
  timeout: waitsInVain,
  'no-input': (moment) => (isRead(moment.artefact) ? 'writes nothing' : 'says nothing'),
  'no-match': () => 'is not understood',
  invalid: () => 'gives an answer that is not accepted',
  full: () => 'finds the queue full',
  closed,
  open: opened,
  again: () => 'is given another try',
  limit: () => 'has no tries left',
  error: (moment) => `meets a failure of the system (${named(moment)})`,
  fault: (moment) => `meets a fault of the platform (${named(moment)})`,
};

const same = (a: Moment, b: Moment): boolean => a.step.id === b.step.id && a.artefact === b.artefact;

const stays = (moment: Moment, index: number): string => {
  const { kind } = moment.step;
  if (kind === 'start' && index > 0) return '';
  return kind === 'check' || kind === 'act' ? '' : FELT[kind](moment);
};

/** How the customer leaves a step for the next one; empty where nothing is felt. */
export const leaves = (moment: Moment, next: Moment): string => {
  if (moment.step.kind === 'return' && moment.artefact !== next.artefact) return `comes back from ${moment.artefact.name}`;
  return next.event === undefined ? '' : LEAVES[next.event](moment, next.label);
};

const comesRound = (journey: readonly Moment[]): string | undefined => {
  const last = journey.at(-1);
  if (last === undefined) return undefined;
  const earlier = journey.findIndex((moment) => same(moment, last));
  if (earlier === journey.length - 1) return undefined;
  return earlier === 0 ? 'and is back where it began' : `and is back at ${quote(last.step.label)}`;
};

/**
 * Tells a journey as the customer lives it: for each moment what happens to them and how they leave, as verb phrases with the customer as their subject.
 * A moment of which nothing is felt (a look-up that works, a branch without a name) is told by an empty list; the first and the last one always speak.
 */
export const tell = (journey: readonly Moment[]): readonly (readonly string[])[] => {
  const round = comesRound(journey);
  return journey.map((moment, index) => {
    const next = journey[index + 1];
    if (next === undefined && round !== undefined) return [round];
    const lines = [stays(moment, index), next === undefined ? '' : leaves(moment, next)].filter((line) => line !== '');
    const mustSpeak = index === 0 || next === undefined;
    return lines.length === 0 && mustSpeak ? [`comes to ${quote(moment.step.label)}`] : lines;
  });
};

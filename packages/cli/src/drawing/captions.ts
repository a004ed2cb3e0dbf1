import { isNotSeen, tell, type Artefact, type Edge, type Step, type StepKind, type Tie } from '@carelint/core';

/** What a picture says of a step. */
export interface Caption {
  /** What happens to the customer, in a word or two: `Hears`, `Waits for`. */
  readonly caption: string;
  /** What is said, or who is meant; empty where the caption tells all. */
  readonly text: string;
  /** Language of the text, where the source tells. */
  readonly language?: string;
}

const READ: ReadonlySet<string | undefined> = new Set(['chat', 'message', 'email', 'web', 'post']);
const isRead = ({ channel, kind }: Artefact): boolean => READ.has(channel) || kind === 'site';
const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);
const seen = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

/** Captions that are the same in all flows. What a step says of itself comes from how journeys are told. */
const CAPTIONS: Readonly<Partial<Record<StepKind, string>>> = {
  menu: 'Chooses',
  ask: 'Is asked',
  verify: 'Proves who they are',
  check: 'The system checks',
  act: 'The system works',
  case: 'A case is opened',
  queue: 'Waits for',
  transfer: 'Is passed on to',
  person: 'Speaks with a person',
  callback: 'Is promised a call back',
  voicemail: 'Leaves a message',
  survey: 'Is asked how it went',
  call: 'Goes through',
  return: 'Goes back',
  page: 'Opens the page',
  unknown: 'Cannot be seen',
};

const captionOf = (artefact: Artefact, step: Step): string => {
  if (step.kind === 'say') return isRead(artefact) ? 'Reads' : 'Hears';
  // Journeys call this end being cut off; of an end that no finding blames nobody knows how it is meant.
  if (step.kind === 'end' && step.data.outcome === undefined) return 'The contact ends';
  if (step.kind === 'start' || step.kind === 'end') return capital(tell([{ artefact, step }])[0]?.[0] ?? step.kind);
  return CAPTIONS[step.kind] ?? step.kind;
};

/** Texts by step, those in several languages by the first. */
const textsOf = new WeakMap<Artefact, ReadonlyMap<string, { readonly text: string; readonly language?: string }>>();

const textAt = (artefact: Artefact, step: string): { readonly text: string; readonly language?: string } | undefined => {
  let texts = textsOf.get(artefact);
  if (texts === undefined) {
    const made = new Map<string, { readonly text: string; readonly language?: string }>();
    for (const { step: at, text, language = artefact.language, speaker } of artefact.utterances) {
      if (at === undefined || text === undefined || speaker === 'instruction' || made.has(at)) continue;
      made.set(at, language === undefined ? { text } : { text, language });
    }
    textsOf.set(artefact, made);
    texts = made;
  }
  return texts.get(step);
};

/** The language in which a step speaks, where the source tells. */
export const languageAt = (artefact: Artefact, step: string): string | undefined => textAt(artefact, step)?.language ?? artefact.language;

/** What a picture says of a step, in the words of somebody who knows customers and not the format. */
export const caption = (artefact: Artefact, step: Step): Caption => {
  const { kind, data, label } = step;
  const said = textAt(artefact, step.id);
  const head = captionOf(artefact, step);
  const whole = (text: string): Caption => ({ caption: head, text, ...(artefact.language === undefined ? {} : { language: artefact.language }) });
  if (kind === 'start' || kind === 'return') return { caption: head, text: '' };
  if (kind === 'unknown') return { caption: head, text: isNotSeen(data.why) ? label : (data.why ?? label) };
  if (kind === 'queue' || kind === 'transfer' || kind === 'call') return whole(seen(data.targetName) ?? label);
  if (said !== undefined) return { caption: head, ...said };
  return kind === 'end' ? { caption: head, text: '' } : whole(label);
};

const failed = ({ kind }: Step): string => {
  if (kind === 'verify') return 'wrong';
  if (kind === 'person') return 'not helped';
  return kind === 'check' ? 'no' : 'fails';
};

const tooLong = ({ kind }: Step): string => {
  if (kind === 'transfer' || kind === 'person') return 'nobody answers';
  return kind === 'queue' ? 'waits too long' : 'no answer in time';
};

/** Why the customer goes this way, in a word or two; empty where nothing need be said. */
export const wayOn = (artefact: Artefact, step: Step, { on, label }: Pick<Edge, 'on' | 'label'>): string => {
  switch (on) {
    case 'next':
      return step.kind === 'check' ? (label ?? 'else') : '';
    case 'success':
      return step.kind === 'verify' ? 'right' : '';
    case 'choice':
      return label ?? 'chooses';
    case 'link':
      return label ?? '';
    case 'branch':
      return label ?? 'or';
    case 'failure':
      return failed(step);
    case 'timeout':
      return tooLong(step);
    case 'no-input':
      return isRead(artefact) ? 'writes nothing' : 'says nothing';
    case 'no-match':
      return 'not understood';
    case 'invalid':
      return 'not accepted';
    case 'full':
      return 'queue full';
    case 'closed':
      return step.data.of === 'staffing' ? 'nobody on duty' : 'closed';
    case 'open':
      return 'open';
    case 'again':
      return 'tries again';
    case 'limit':
      return 'no tries left';
    case 'error':
      return 'error';
    case 'fault':
      return 'platform fails';
  }
};

const TROUBLE: ReadonlySet<Edge['on']> = new Set([
  'failure',
  'timeout',
  'no-input',
  'no-match',
  'invalid',
  'full',
  'closed',
  'limit',
  'error',
  'fault',
]);

/** Whether something has gone wrong for whoever goes this way. */
export const isTrouble = ({ on }: Pick<Edge, 'on'>): boolean => TROUBLE.has(on);

const TIES: Readonly<Record<Tie['as'], string>> = { call: 'goes through', transfer: 'passed on', hold: 'hears while waiting' };

/** How one flow leads to another. */
export const tieWords = ({ as }: Pick<Tie, 'as'>): string => TIES[as];

/** What happened before a webhook is asked: what it is sent depends on it. */
export type Happened =
  /** A call came in, or was led on: nothing was asked right before. */
  | 'call'
  /** A question was answered by keys, by voice, or by either. */
  | 'keyed'
  | 'spoken'
  | 'answered'
  /** The other party did not answer. */
  | 'not-reached'
  | 'recorded'
  /** The queue was left without having been helped. */
  | 'left-queue'
  /** Nobody in view leads here. */
  | 'anything';

/** How a route is entered: what happened, and which parameters are written into the address. */
export interface Mode {
  readonly happened: Happened;
  readonly query: ReadonlyMap<string, string>;
}

/** Whether a parameter is sent. */
export type Sent = 'no' | 'yes' | 'maybe';

/** Parameters of answers, under the names that Twilio, Plivo and Vonage give them. */
const KEYED = new Set(['Digits', 'digits', 'dtmf']);
const SPOKEN = new Set(['SpeechResult', 'UnstableSpeechResult', 'Speech', 'speech']);
const DIALLED = new Set(['DialCallStatus', 'DialCallSid', 'DialCallDuration', 'DialStatus', 'DialBridgeStatus']);
const RECORDED = new Set(['RecordingUrl', 'RecordingSid', 'RecordingDuration', 'RecordUrl', 'RecordFile']);
const QUEUED = new Set(['QueueResult', 'QueueTime', 'QueueSid', 'DequeueResult']);
/** Sent with every call. */
const ALWAYS = new Set(['CallSid', 'CallUUID', 'AccountSid', 'From', 'To', 'Caller', 'Called', 'CallStatus', 'Direction', 'ApiVersion']);

/** Whether a name is that of a parameter that the platform sends. */
export const isParameter = (name: string): boolean => [KEYED, SPOKEN, DIALLED, RECORDED, QUEUED, ALWAYS].some((names) => names.has(name));

export const isAnswer = (name: string): boolean => KEYED.has(name) || SPOKEN.has(name);
export const isSpoken = (name: string): boolean => SPOKEN.has(name);

/** Whether a parameter is sent after what happened. */
export const sentIn = ({ happened, query }: Mode, name: string): Sent => {
  if (query.has(name) || ALWAYS.has(name)) return 'yes';
  const after = (names: ReadonlySet<string>, ...when: readonly Happened[]): Sent | undefined =>
    names.has(name) ? (when.includes(happened) ? 'yes' : happened === 'anything' ? 'maybe' : 'no') : undefined;
  if (happened === 'answered' && isAnswer(name)) return 'maybe';
  return (
    after(KEYED, 'keyed') ??
    after(SPOKEN, 'spoken') ??
    after(DIALLED, 'not-reached') ??
    after(RECORDED, 'recorded') ??
    after(QUEUED, 'left-queue') ??
    'maybe'
  );
};

/** How calls go that are over. */
const OVER = new Set(['completed', 'failed', 'busy', 'no-answer', 'canceled', 'cancelled']);

/** Whether a parameter may have a value after what happened; undefined where that is open. */
export const mayBe = (name: string, value: string): boolean | undefined =>
  // Who is asked for a document is on the line.
  name === 'CallStatus' && OVER.has(value) ? false : undefined;

/** What a parameter says after what happened, where one value stands for all that it may be. */
export const saidIn = ({ happened, query }: Mode, name: string): string | undefined => {
  if (happened === 'not-reached' && (name === 'DialCallStatus' || name === 'DialStatus')) return 'no-answer';
  if (happened === 'left-queue' && name === 'QueueResult') return 'leave';
  return query.get(name);
};

/** A name for a mode, the same for the same mode. */
export const modeKey = ({ happened, query }: Mode): string =>
  [happened, ...[...query].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, value]) => `${name}=${value}`)].join('&');

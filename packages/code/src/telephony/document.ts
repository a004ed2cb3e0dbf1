import { constant, type Document, type Site, type Value, type Verb } from './value.js';

/** Verbs by the names that libraries give their methods and elements, in lower case. */
const VERBS: Readonly<Record<string, string>> = {
  say: 'say',
  speak: 'say',
  speaksentence: 'say',
  play: 'play',
  playaudio: 'play',
  pause: 'pause',
  wait: 'pause',
  gather: 'gather',
  getdigits: 'gather',
  getinput: 'gather',
  record: 'record',
  dial: 'dial',
  transfer: 'dial',
  forward: 'dial',
  enqueue: 'enqueue',
  queue: 'queue',
  redirect: 'redirect',
  hangup: 'hangup',
  reject: 'reject',
  leave: 'leave',
  sms: 'sms',
  message: 'sms',
  sendmessage: 'sms',
  conference: 'conference',
  number: 'number',
  phonenumber: 'number',
  client: 'client',
  user: 'client',
  sip: 'sip',
  sipuri: 'sip',
  sim: 'number',
  connect: 'connect',
  start: 'start',
  stream: 'stream',
  startstream: 'start',
  startrecording: 'start',
  stop: 'stop',
  refer: 'refer',
  pay: 'pay',
  prompt: 'prompt',
  task: 'task',
  identity: 'identity',
  parameter: 'parameter',
  application: 'application',
  conversation: 'conference',
  conversationrelay: 'stream',
  virtualagent: 'stream',
  autopilot: 'stream',
  ai: 'stream',
};

/** The verb that a method or an element stands for; undefined where it is none. */
export const verbOf = (name: string): string | undefined => {
  const plain = name.toLowerCase();
  if (Object.hasOwn(VERBS, plain)) return VERBS[plain];
  const added = plain.replace(/^add/u, '');
  return added !== plain && Object.hasOwn(VERBS, added) ? VERBS[added] : undefined;
};

/** Verbs that hold others. */
const HOLDERS = new Set(['gather', 'dial', 'connect', 'start', 'pay', 'prompt', 'enqueue', 'refer', 'client', 'record']);

export const holdsOthers = (verb: string): boolean => HOLDERS.has(verb);

export const newDocument = (site: Site): Document => ({ verbs: [], isOpen: false, site });

/** Adds a verb; gives the document inside it, into which others may be put. */
export const addVerb = (document: Document, name: string, attributes: ReadonlyMap<string, Value>, text: Value | undefined, site: Site): Document => {
  const inside: Verb[] = [];
  document.verbs.push({ name, attributes: withCommonNames(attributes), text, children: inside, site });
  return { verbs: inside, isOpen: false, site };
};

/** Attributes of other platforms under the names that Twilio has for them. */
const COMMON: Readonly<Record<string, string>> = {
  executiononempty: 'actionOnEmptyResult',
  inputtype: 'input',
  gatherurl: 'action',
  recordcompleteurl: 'action',
  transfercompleteurl: 'action',
  redirecturl: 'url',
  maxdigits: 'numDigits',
  terminatingdigits: 'finishOnKey',
  confirmsound: 'confirmSound',
};

const withCommonNames = (attributes: ReadonlyMap<string, Value>): ReadonlyMap<string, Value> => {
  const out = new Map<string, Value>();
  for (const [name, value] of attributes) {
    const plain = name.toLowerCase();
    out.set(Object.hasOwn(COMMON, plain) ? (COMMON[plain] ?? name) : name, value);
  }
  return out;
};

const entryOf = (value: Value | undefined, name: string): Value | undefined => (value?.is === 'object' ? value.entries.get(name) : undefined);
const first = (value: Value | undefined): Value | undefined => (value?.is === 'array' ? value.items[0] : value);

const SPEECH = constant('speech');

const inputOf = (action: Value): Map<string, Value> => {
  const out = new Map<string, Value>();
  const url = first(entryOf(action, 'eventUrl'));
  if (url !== undefined) out.set('action', url);
  const type = entryOf(action, 'type');
  const dtmf = entryOf(action, 'dtmf');
  const kinds = type?.is === 'array' ? type.items : [];
  const speaks = kinds.some((kind) => kind.is === 'const' && kind.value === 'speech') || entryOf(action, 'speech') !== undefined;
  if (speaks) out.set('input', kinds.length > 1 || dtmf !== undefined ? constant('dtmf speech') : SPEECH);
  const digits = entryOf(dtmf, 'maxDigits');
  if (digits !== undefined) out.set('numDigits', digits);
  return out;
};

/** Adds an action of a Nexmo call control object (Vonage). The caller of `input` is not hung up on by it: what follows is what `eventUrl` answers. */
const addAction = (document: Document, action: Value, site: Site): void => {
  const name = entryOf(action, 'action');
  const kind = name?.is === 'const' ? name.value : undefined;
  const none = new Map<string, Value>();
  if (kind === 'talk') addVerb(document, 'say', entriesOf(action, 'language'), entryOf(action, 'text'), site);
  else if (kind === 'stream') addVerb(document, 'play', none, first(entryOf(action, 'streamUrl')), site);
  else if (kind === 'input') addVerb(document, 'gather', inputOf(action).set('actionOnEmptyResult', constant(true)), undefined, site);
  else if (kind === 'record') addVerb(document, 'record', new Map([['goesOn', constant(true)]]), undefined, site);
  else if (kind === 'conversation')
    addVerb(document, 'dial', none, undefined, site).verbs.push({
      name: 'conference',
      attributes: none,
      text: entryOf(action, 'name'),
      children: [],
      site,
    });
  else if (kind === 'connect') {
    const endpoint = first(entryOf(action, 'endpoint'));
    const type = entryOf(endpoint, 'type');
    const noun = type?.is === 'const' && type.value === 'websocket' ? 'stream' : type?.is === 'const' && type.value === 'app' ? 'client' : 'number';
    const holder = addVerb(document, noun === 'stream' ? 'connect' : 'dial', none, undefined, site);
    const to = entryOf(endpoint, 'number') ?? entryOf(endpoint, 'user') ?? entryOf(endpoint, 'uri');
    holder.verbs.push({ name: noun, attributes: none, text: to, children: [], site });
  } else if (kind !== 'notify' && kind !== 'pay') document.isOpen = true;
};

const entriesOf = (value: Value, ...names: readonly string[]): Map<string, Value> => {
  const out = new Map<string, Value>();
  for (const name of names) {
    const entry = entryOf(value, name);
    if (entry !== undefined) out.set(name, entry);
  }
  return out;
};

/** The document that a call control object stands for; undefined where the value is none. */
export const controlObject = (value: Value, site: Site): Document | undefined => {
  if (value.is !== 'array' || value.items.length === 0) return undefined;
  if (!value.items.every((item) => entryOf(item, 'action')?.is === 'const')) return undefined;
  const document = newDocument(site);
  for (const item of value.items) addAction(document, item, site);
  if (value.open) document.isOpen = true;
  return document;
};

import { firstWords, isSecret, keyWords, purposeOfMenu, slotOf, type StepData } from '@carelint/core/model';
import type { Flow } from './flows.js';
import type { Lifter } from './lift.js';
import type { Happened } from './mode.js';
import { heardAt, toldBy, wordsOfAll } from './speech.js';
import { nameOf, textOf, type Site, type Value, type Verb } from './value.js';

type Lift = (lifter: Lifter, verb: Verb, rest: Flow, before: string) => string;

const say: Lift = (lifter, verb, rest, before) => {
  const heard = heardAt(verb);
  const words = wordsOfAll(heard);
  if (heard.length === 0) return lifter.flow(rest, before);
  const isSilent = heard.every(({ text }) => text === '');
  const id = lifter.step(isSilent ? 'act' : 'say', firstWords(words) ?? (isSilent ? 'Music' : 'A recording'), toldBy(verb), verb.site);
  lifter.utter(id, heard);
  lifter.edge(id, lifter.flow(rest, `${before} ${words}`.slice(-2000)), 'next');
  return id;
};

const inputsOf = (verb: Verb): Pick<StepData, 'input'> => {
  const written = verb.attributes.get('input');
  if (written === undefined) return { input: ['dtmf'] };
  const list = written.is === 'array' ? written.items.map(textOf) : [textOf(written)];
  if (list.includes(undefined)) return { input: { unknown: 'how it is answered is worked out when a call comes' } };
  const text = list.join(' ');
  const input = (['dtmf', 'speech'] as const).filter((each) => text.includes(each));
  return { input: input.length === 0 ? ['dtmf'] : input };
};

/** What has happened when a question was answered. */
export const answeredBy = (verb: Verb): Happened => {
  const { input } = inputsOf(verb);
  if (textOf(verb.attributes.get('actionOnEmptyResult')) !== undefined || verb.attributes.get('actionOnEmptyResult')?.is === 'const')
    return 'anything';
  if (!Array.isArray(input)) return 'answered';
  return input.length > 1 ? 'answered' : input[0] === 'speech' ? 'spoken' : 'keyed';
};

const isFalse = (value: Value | undefined): boolean => value?.is === 'const' && (value.value === false || value.value === 'false');
const mainWords = (words: string): string => words.toLowerCase().split(/for example|for instance|\be\.g\.|such as/u, 1)[0] ?? '';

/** A question: a menu where keys or words lead different ways, else a piece of information. */
const gather: Lift = (lifter, verb, rest, before) => {
  const heard = heardAt(verb);
  const own = wordsOfAll(heard);
  const words = own === '' ? before.trim() : own;
  const action = verb.attributes.get('action');
  const happened = answeredBy(verb);
  const choices = lifter.use.choicesAt(action, happened);
  const said = keyWords(words);
  const isMenu = (choices?.length ?? 0) > 0 || said.size > 1;
  const { input } = inputsOf(verb);
  const speaks = !Array.isArray(input) || input.includes('speech');
  const slot = slotOf(mainWords(words));
  const data: StepData = {
    input: input ?? ['dtmf'],
    bargeIn: !isFalse(verb.attributes.get('bargeIn')),
    ...toldBy(verb),
    ...(isMenu
      ? menuData(choices ?? [...said.keys()], Math.max(choices?.length ?? 0, said.size), words)
      : { ...(slot === undefined ? {} : { slot }), ...(isSecret(slot) ? { sensitive: true } : {}) }),
    ...(speaks && choices === undefined ? { conversational: { unknown: 'what is made of the answer is decided elsewhere' } } : {}),
  };
  const id = lifter.step(isMenu ? 'menu' : 'ask', firstWords(words) ?? 'A question', data, verb.site);
  lifter.utter(id, heard);
  const on = lifter.goOn(action, happened, verb.site);
  // Where the answer is told apart at once, whether it was understood shows there.
  lifter.edge(id, on, happened === 'anything' || choices !== undefined ? 'next' : 'success');
  if (happened !== 'anything') lifter.edge(id, lifter.flow(rest, before), 'no-input');
  return id;
};

const menuData = (keys: readonly string[], options: number, words: string): StepData => {
  const purpose = purposeOfMenu([words], options, words);
  // What is told apart by name is not all: a key that is not named goes the way of all others, which may well be meant for it.
  const taken = keys.includes('0') ? keys : { unknown: 'keys that the code does not name may be taken all the same' };
  return { keys: taken, options, ...(purpose === undefined ? {} : { purpose }) };
};

const LEAVES_NAME = /(?:say|state|record|speak) your (?:full |first )?name/iu;

/** A recording: a message, unless something else is asked for. How it ends is no failure. */
const record: Lift = (lifter, verb, rest, before) => {
  const { attributes, site } = verb;
  const goesOn = attributes.has('goesOn');
  const isName = LEAVES_NAME.test(before) && !/message|voice ?mail/iu.test(before);
  const id = isName
    ? lifter.step('ask', 'Ask for the name', { slot: 'name', input: ['speech'], bargeIn: true }, site)
    : lifter.step('voicemail', 'Record a message', { delivered: { unknown: 'what becomes of the recording is decided elsewhere' } }, site);
  if (!goesOn) lifter.edge(id, lifter.goOn(attributes.get('action'), 'recorded', site), isName ? 'success' : 'next');
  lifter.edge(id, lifter.flow(rest, before), isName ? 'no-input' : 'next');
  return id;
};

const shown = (value: Value | undefined): NonNullable<StepData['targetName']> => {
  const text = textOf(value);
  if (text !== undefined) return text;
  return { unknown: value === undefined ? 'who is called is put in elsewhere' : `who is called is taken from ${nameOf(value)}` };
};

/** Behind a call to somebody else: a person, or nobody answered. */
/** Where a flow ends without a word or anything else that is done; undefined where it does not. */
const endsAt = (flow: Flow): Site | undefined => {
  if (flow.is === 'over') return flow.site;
  if (flow.is !== 'verb') return undefined;
  if (flow.verb.name === 'hangup') return flow.verb.site;
  return flow.verb.name === 'pause' ? endsAt(flow.rest) : undefined;
};

const dial: Lift = (lifter, verb, rest, before) => {
  const { attributes, site, children } = verb;
  const [first] = children;
  if (first?.name === 'conference' || first?.name === 'queue' || children.some(({ name }) => name === 'stream'))
    return lifter.step('unknown', 'A conference', { why: 'who else is in the conference or queue cannot be seen' }, site);
  const to = first?.name === 'client' ? 'agent' : 'number';
  const target = first === undefined ? verb.text : (first.text ?? first.children.find(({ name }) => name === 'identity')?.text);
  const name = shown(target);
  const data: StepData = { to, targetName: name, keepsContext: { unknown: 'what reaches whoever answers is decided elsewhere' } };
  const id = lifter.step('transfer', `Call ${typeof name === 'string' ? name : 'somebody'}`, data, site);
  const person = lifter.step('person', 'Somebody answers', {}, site);
  lifter.edge(id, person, 'success');
  const after = (): string => {
    if (attributes.has('action')) return lifter.goOn(attributes.get('action'), 'not-reached', site);
    const end = endsAt(rest);
    return end === undefined ? lifter.flow(rest, before) : lifter.unanswered(end);
  };
  lifter.edge(id, after(), 'failure', 'nobody answers');
  return id;
};

const enqueue: Lift = (lifter, verb, rest, before) => {
  const { attributes, site, text } = verb;
  const workflow = attributes.get('workflowSid');
  const named = textOf(text) ?? textOf(attributes.get('name'));
  const targetName: NonNullable<StepData['targetName']> = named ?? {
    unknown: workflow === undefined ? 'which queue it is is decided when a call comes' : 'the workflow decides who is rung',
  };
  const wait = attributes.get('waitUrl');
  const refers =
    wait === undefined || /^https?:\/\/(?:[\w.]*\.)?twim(?:l|lets)\b/u.test(textOf(wait) ?? '') || textOf(wait) === ''
      ? undefined
      : [{ ...lifter.use.refer(wait, 'call'), as: 'hold' as const }];
  const id = lifter.step(
    'queue',
    named === undefined ? 'Wait in a queue' : `Queue ${named}`,
    { targetName, keepsContext: { unknown: 'what reaches the agent is decided elsewhere' } },
    site,
    refers,
  );
  lifter.edge(id, lifter.step('person', 'An agent answers', {}, site), 'success');
  // A queue has no time after which it ends: callers stay until somebody answers, unless what they hear lets them out.
  if (wait !== undefined && lifter.use.leaves(wait)) {
    const action = attributes.get('action');
    const after = action === undefined ? lifter.flow(rest, before) : lifter.goOn(action, 'left-queue', site);
    lifter.edge(id, after, 'timeout', 'the queue is left');
  }
  return id;
};

const end: Lift = (lifter, { name, site }) => {
  const { role } = lifter.use;
  if (role === 'whisper') return lifter.step('return', 'Not put through', {}, site);
  const outcome: StepData =
    role === 'outbound' ? { outcome: 'outbound' } : name === 'reject' ? { outcome: { unknown: 'whom the program refuses cannot be seen' } } : {};
  return lifter.step('end', name === 'reject' ? 'The call is refused' : 'Hang up', outcome, site);
};

const leave: Lift = (lifter, { site }) =>
  lifter.use.role === 'hold'
    ? lifter.step('return', 'Leave the queue', { outcome: 'timeout' }, site)
    : lifter.step('unknown', 'Leave the queue', { why: 'what follows is decided where the queue was entered' }, site);

const hidden =
  (label: string, why: string): Lift =>
  (lifter, { site }) =>
    lifter.step('unknown', label, { why }, site);

const pass: Lift = (lifter, _verb, rest, before) => lifter.flow(rest, before);

const text: Lift = (lifter, verb, rest, before) => {
  const id = lifter.step('act', 'Send a text message', { does: 'notify' }, verb.site);
  lifter.edge(id, lifter.flow(rest, before), 'next');
  return id;
};

const pay: Lift = (lifter, verb, rest, before) => {
  const id = lifter.step('ask', 'Ask for a card', { slot: 'card-number', input: ['dtmf'], bargeIn: true, sensitive: true }, verb.site);
  lifter.utter(id, heardAt(verb));
  lifter.edge(
    id,
    verb.attributes.has('action') ? lifter.goOn(verb.attributes.get('action'), 'anything', verb.site) : lifter.flow(rest, before),
    'next',
  );
  return id;
};

const VERBS: Readonly<Record<string, Lift>> = {
  say,
  play: say,
  gather,
  record,
  dial,
  enqueue,
  hangup: end,
  reject: end,
  leave,
  pay,
  sms: text,
  pause: pass,
  start: pass,
  stop: pass,
  connect: hidden('Somebody or something else takes over', 'who listens at the other end cannot be seen'),
  refer: hidden('Referred elsewhere', 'what follows is decided elsewhere'),
  stream: hidden('Somebody or something else takes over', 'who listens at the other end cannot be seen'),
};

/** The first step of what a verb becomes. */
export const liftVerb = (lifter: Lifter, verb: Verb, rest: Flow, before: string): string => {
  const lift = Object.hasOwn(VERBS, verb.name) ? VERBS[verb.name] : undefined;
  if (lift !== undefined) return lift(lifter, verb, rest, before);
  return lifter.step('unknown', verb.name, { why: `what "${verb.name}" does is not known` }, verb.site);
};

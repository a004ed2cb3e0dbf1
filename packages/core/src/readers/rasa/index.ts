import { hole } from '../../model/artefact.js';
import type { Artefact, Utterance } from '../../model/artefact.js';
import { guessLanguage } from '../../model/language.js';
import type { Edge, Step } from '../../model/step.js';
import type { ParsedDocument } from '../../source/document.js';
import type { Route } from '../../source/source.js';
import { isMap } from '../../source/values.js';
import type { Reader, ReadResult } from '../reader.js';

type Written = Readonly<Record<string, unknown>>;

const RESPONSE = /^utter_/u;
/** What a form, or a flow that collects something, asks. */
const QUESTION = /^utter_ask_/u;
/** Which response is sent, and what follows it, stands in stories, rules, flows and in code. */
const ONWARD = 'onward';

/** The responses of a domain; undefined where the file is none. */
const responsesOf = (value: unknown): Written | undefined => {
  if (!isMap(value) || !isMap(value['responses'])) return undefined;
  const { responses } = value;
  const names = Object.keys(responses);
  return names.some((name) => RESPONSE.test(name) && Array.isArray(responses[name])) ? responses : undefined;
};

const SLOT = /\{([A-Za-z_][\w.]*)\}/gu;

/** A slot inside a sentence is a value. One that stands alone may be anything. */
const withHoles = (text: string): string =>
  /^\s*\{[^{}]*\}\s*$/u.test(text) ? text : text.replace(SLOT, (_, name: string) => hole(`${name} value`));

/** One wording of a response, with the words on its buttons. */
const wordingAt = (value: unknown, step: string, route: Route): readonly Utterance[] => {
  if (!isMap(value)) return [];
  const found: Utterance[] = [];
  if (typeof value['text'] === 'string' && value['text'].trim() !== '')
    found.push({ text: withHoles(value['text']), speaker: 'system', step, route: [...route, 'text'] });
  for (const [index, button] of (Array.isArray(value['buttons']) ? value['buttons'] : []).entries()) {
    const title: unknown = isMap(button) ? button['title'] : undefined;
    if (typeof title === 'string')
      found.push({ text: title, speaker: 'system', place: 'button', step, route: [...route, 'buttons', index, 'title'] });
  }
  return found;
};

const lift = (responses: Written, { source, syntax }: ParsedDocument): Artefact | undefined => {
  const start: Step = { id: 'start', kind: 'start', label: 'the bot answers', data: {}, route: ['responses'] };
  const steps: Step[] = [start];
  const edges: Edge[] = [];
  const utterances: Utterance[] = [];
  for (const [name, wordings] of Object.entries(responses)) {
    if (!RESPONSE.test(name) || !Array.isArray(wordings)) continue;
    const route = ['responses', name];
    const said = wordings.flatMap((wording: unknown, index) => wordingAt(wording, name, [...route, index]));
    if (said.length === 0) continue;
    const asks = QUESTION.test(name);
    steps.push(
      asks ? { id: name, kind: 'ask', label: name, data: { input: ['text'] }, route } : { id: name, kind: 'say', label: name, data: {}, route },
    );
    edges.push({ from: 'start', to: name, on: 'branch', label: name }, { from: name, to: ONWARD, on: asks ? 'success' : 'next' });
    utterances.push(...said);
  }
  steps.push({
    id: ONWARD,
    kind: 'unknown',
    label: 'what follows',
    data: { why: 'what follows a response stands in stories, rules and code' },
    route: ['responses'],
  });
  const language = guessLanguage(utterances.map(({ text = '' }) => text));
  if (language === 'other') return undefined;
  return {
    kind: 'script',
    role: 'entry',
    channel: 'chat',
    id: 'responses',
    name: source.path.split('/').at(-1) ?? source.path,
    keys: [],
    path: source.path,
    syntax,
    route: [],
    ...(language === undefined ? {} : { language }),
    start: 'start',
    steps,
    edges,
    utterances: language === undefined ? utterances : utterances.map((utterance) => ({ ...utterance, language })),
    format: 'rasa',
  };
};

const read = (document: ParsedDocument): ReadResult | undefined => {
  // Nothing but a domain has both marks, so that whoever keeps it should know.
  if (document.problem !== undefined) return { ok: false, problems: [{ path: document.source.path, ...document.problem }] };
  const responses = responsesOf(document.value);
  const artefact = responses === undefined ? undefined : lift(responses, document);
  return artefact === undefined ? undefined : { ok: true, artefacts: [artefact] };
};

/** Reads the responses of a Rasa domain: what the bot says. What it does is not read. */
export const reader: Reader = {
  id: 'rasa',
  title: 'Rasa responses',
  mayClaim: ({ path, text }) =>
    /\.(?:ya?ml|json)$/iu.test(path) && text.includes('responses') && text.includes('utter_') && /^"?responses"?\s*:/mu.test(text),
  read,
};

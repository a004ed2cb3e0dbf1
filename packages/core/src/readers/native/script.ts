import type { Artefact, Utterance } from '../../model/artefact.js';
import type { EdgeEvent, StepData, StepKind } from '../../model/step.js';
import { isMap } from '../../source/values.js';
import type { Route, Source, Syntax } from '../../source/source.js';
import { Draft } from './draft.js';
import { secondsOf } from './durations.js';
import { headOf, liftSteps } from './lift.js';
import type { Line, Outline, Written } from './outline.js';
import { shortened, toldBy, utterancesOf, wordings } from './words.js';

const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

/** Which lines must be said exactly as written: those that say so, else what the document says of all. */
const verbatimIn = (script: Written) => {
  const all = text(script['word-for-word']);
  return ({ written }: Line): boolean => {
    const own = written['word-for-word'];
    if (typeof own === 'boolean') return own;
    return all === 'all' || (all === 'legal-lines' && written['as'] === 'legal');
  };
};

const FORBIDS = /^(?:never|do not|don't|don’t|no|not|nie|niemals|kein|keine|ne|jamais|nunca|no|non|mai|não|nooit|geen)(?!\p{L})/iu;

/** What staff are told under `never`, as a whole sentence where the list gives only the deed: "Apologise." is "Never apologise." */
const forbidden = (written: string, language: string | undefined): string =>
  FORBIDS.test(written) || (language !== undefined && !/^en(?:-|$)/u.test(language))
    ? written
    : `Never ${/^I(?!\p{L})/u.test(written) ? written : `${written.charAt(0).toLowerCase()}${written.slice(1)}`}`;

const toldStaff = (script: Written, language: string | undefined): readonly Utterance[] =>
  (['always', 'never'] as const).flatMap((key) => {
    const list = script[key];
    if (!Array.isArray(list)) return [];
    return list.flatMap((item: unknown, index): Utterance[] =>
      typeof item !== 'string'
        ? []
        : [
            {
              text: key === 'never' ? forbidden(item, language) : item,
              speaker: 'instruction',
              as: key,
              ...(language === undefined ? {} : { language }),
              route: [key, index],
            },
          ],
    );
  });

/** What follows a reply, as steps. */
const FOLLOWS: Readonly<Record<string, { readonly kind: StepKind; readonly label: string; readonly data: StepData }>> = {
  'open-case': { kind: 'case', label: 'a case is opened', data: {} },
  'tell-owner': { kind: 'act', label: 'whoever is responsible is told', data: { does: 'notify' } },
  callback: { kind: 'callback', label: 'the customer is rung back', data: {} },
  refund: { kind: 'act', label: 'money is paid back', data: { does: 'resolve' } },
  'change-made': { kind: 'act', label: 'the change is made', data: { does: 'resolve' } },
  'answer-later': { kind: 'act', label: 'an answer follows', data: { does: 'task' } },
};

/** What customers came with, by what a reply answers. */
const TOPICS: Readonly<Record<string, string>> = { complaint: 'complaint', feedback: 'feedback', 'low-score': 'feedback', cancel: 'cancel' };

const endOf = (answers: string | undefined, follows: number): StepData => {
  if (follows > 0) return { outcome: 'arranged' };
  return answers === 'question' ? { outcome: 'solved' } : {};
};

/** A ready-made reply as a small script of its own: why it is sent, its words, what follows. */
const liftReply = (script: Artefact, reply: Written, route: Route): Artefact => {
  const draft = new Draft();
  const name = String(reply['id']);
  const answers = text(reply['answers']);
  const topic = TOPICS[answers ?? ''];
  const label = shortened(text(reply['when']) ?? name);
  const words = wordings(reply['text'], [...route, 'text'], script.language);
  const seconds = secondsOf(reply['within']);
  const tells = [...new Set([...toldBy(words), ...(seconds === undefined ? [] : ['response-time' as const])])];

  draft.step({ id: 'start', kind: 'start', label, data: topic === undefined || topic === 'feedback' ? {} : { task: topic }, route });
  let last = 'start';
  let event: EdgeEvent = 'next';
  const then = (id: string, kind: StepKind, title: string, data: StepData, at: Route, on: EdgeEvent = 'next'): void => {
    draft.step({ id, kind, label: title, data, route: at });
    draft.edge(last, event, id);
    last = id;
    event = on;
  };
  if (topic === 'feedback') then('asked', 'survey', label, {}, route, answers === 'low-score' ? 'choice' : 'next');
  then('say', 'say', shortened(words[0]?.text ?? name), tells.length === 0 ? {} : { tells }, [...route, 'text']);
  const follows = Array.isArray(reply['then']) ? [...new Set(reply['then'].map(String))] : [];
  for (const what of follows) {
    const step = FOLLOWS[what];
    if (step !== undefined) then(what, step.kind, step.label, step.data, [...route, 'then'], step.kind === 'callback' ? 'next' : 'success');
  }
  then('end', 'end', 'the reply is sent', endOf(answers, follows.length), route);
  return {
    ...script,
    id: `${script.id}/${name}`,
    name: `${script.name}: ${name}`,
    keys: [],
    route,
    ...(topic === undefined ? {} : { topic }),
    start: 'start',
    steps: draft.steps,
    edges: draft.edges,
    utterances: utterancesOf(words, 'say', { speaker: 'agent' }),
    values: reply,
  };
};

/** Lifts a script that has been found well formed: its steps, what staff are told, and each ready-made reply as a script of its own. */
export const liftScript = (script: Written, outline: Outline, source: Source, syntax: Syntax): readonly [Artefact, ...Artefact[]] => {
  const head = headOf(script, 'script', source, syntax);
  const topic = text(script['purpose']);
  const setting = { channel: head.channel, bot: false, script: true };
  const beginning = { label: head.name, data: {}, key: 'script' };
  const { start, steps, edges, utterances } = liftSteps({
    document: script,
    outline,
    setting,
    speaker: 'agent',
    verbatim: verbatimIn(script),
    beginning,
  });
  const told = toldStaff(script, head.language);
  const bare: Artefact = { ...head, role: 'entry', steps: [], edges: [], utterances: told };
  const lifted = outline.steps.length === 0 ? bare : { ...bare, start, steps, edges, utterances: [...utterances, ...told] };
  const main = topic === undefined ? lifted : { ...lifted, topic };
  const replies = Array.isArray(script['replies']) ? script['replies'] : [];
  return [main, ...replies.flatMap((reply: unknown, index) => (isMap(reply) ? [liftReply(bare, reply, ['replies', index])] : []))];
};

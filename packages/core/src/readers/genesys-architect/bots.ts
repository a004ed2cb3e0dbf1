import type { StepData } from '../../model/step.js';
import { meaningOf } from './actions.js';
import type { Context, Lifter } from './lift.js';
import { isSecret, methodOf, wordsOf } from '../../model/names.js';
import { firstWords } from '../../model/prompt-words.js';
import { promptOf } from './prompts.js';
import { askedFor } from './questions.js';
import type { Action, Handling } from './written.js';

/** Where a bot leads in an event that no action handles. The words come first. */
const handled = (lifter: Lifter, { does, sequence, queue, says, route }: Handling, id: string, what: string): string => {
  const { draft } = lifter;
  let to: string;
  if (does === 'exit') to = lifter.back(undefined);
  else if (does === 'disconnect') {
    to = `${id}:end`;
    draft.step({ id: to, kind: 'end', label: 'The bot disconnects', data: {}, route });
  } else if (does === 'task' && sequence !== undefined && lifter.parts.tasks.find(sequence) !== undefined)
    to = lifter.goTo({ ...NO_ACTION, sequence, route });
  else if (does === 'queue') {
    to = `${id}:queue`;
    draft.step({
      id: to,
      kind: 'queue',
      label: `Transfer to queue ${queue?.name ?? ''}`.trim(),
      data: { keepsContext: true, targetName: queue?.name ?? { unknown: queue?.why ?? 'where it leads is not written' } },
      route,
    });
    draft.step({ id: `${to}:person`, kind: 'person', label: 'A person answers', data: {}, route });
    draft.edge(to, `${to}:person`, 'success');
  } else to = lifter.unknown(`${id}:unseen`, what, `the file does not say what the bot does then (${what.toLowerCase()})`, route);
  const prompt = promptOf(says);
  if (prompt.said.length === 0) return to;
  if (draft.has(id)) return id;
  draft.step({ id, kind: 'say', label: firstWords(prompt.words) ?? what, data: {}, route: prompt.said[0]?.route ?? route });
  lifter.utter(id, prompt);
  draft.edge(id, to, 'next');
  return id;
};

const NO_ACTION: Action = {
  id: ':event',
  type: 'jumpToTask',
  name: 'Event handling',
  route: [],
  outputs: [],
  prompt: [],
  before: [],
  failed: [],
  retry: [],
  target: undefined,
  sequence: undefined,
  hold: undefined,
  condition: undefined,
  slot: undefined,
  variable: undefined,
  writes: [],
  digits: undefined,
  times: undefined,
  path: undefined,
  emergency: false,
  menu: undefined,
};

/** The bot asks again so many times; then the output for that is taken, or the bot's own handling of what it does not understand. */
const liftTries = (lifter: Lifter, action: Action, context: Context, after: string): void => {
  const id = action.id + context.copy;
  const { draft } = lifter;
  const { bot } = lifter.parts.flow;
  const retry = promptOf(action.retry);
  for (const [on, key] of [
    ['no-input', 'maxNoInputs'],
    ['no-match', 'maxNoMatches'],
  ] as const) {
    const output = action.outputs.find((each) => each.key === key && each.enabled);
    const tries = output === undefined ? `${id}:tries` : `${id}:${key}`;
    if (!draft.has(tries)) {
      draft.step({
        id: tries,
        kind: 'check',
        label: `Asked again${bot.tries === undefined ? '' : ` ${bot.tries} times`}`,
        data: { of: 'attempts', ...(bot.tries === undefined ? {} : { attempts: bot.tries }) },
        route: action.route,
      });
      lifter.utter(tries, retry);
      draft.edge(tries, id, 'again');
      const to =
        output === undefined
          ? handled(lifter, bot.recognition, ':recognition', 'The bot does not understand')
          : lifter.through(output.actions, context, after);
      draft.edge(tries, to, 'limit');
    }
    draft.edge(id, tries, on);
  }
};

const EVENTS: Readonly<Record<string, 'choice' | 'no-match' | 'success'>> = {
  intent: 'choice',
  yes: 'choice',
  no: 'choice',
  noIntent: 'no-match',
  knowledge: 'success',
  choice: 'choice',
};

const dataOf = (lifter: Lifter, action: Action, type: string): StepData => {
  const digital = lifter.parts.flow.kind.key === 'digitalBotFlow';
  const input: StepData['input'] = digital ? ['text'] : { unknown: 'whether the bot is spoken to or written to depends on who calls it' };
  const base: StepData = { input, conversational: true };
  if (type === 'askForBoolean') return { ...base, purpose: 'confirm', options: 2 };
  const options = action.outputs.filter(({ key, enabled }) => enabled && (key === 'intent' || key === 'choice')).length;
  if (type !== 'askForSlot') return { ...base, ...(options === 0 ? {} : { options }) };
  const { words } = lifter.promptAt(action, type, 'ask');
  const slot = askedFor(action, words) ?? (action.slot === undefined ? undefined : wordsOf(action.slot));
  lifter.proof = methodOf(slot);
  return { ...base, ...(slot === undefined ? {} : { slot }), ...(isSecret(slot) ? { sensitive: true } : {}) };
};

/** Lifts a question of a bot. */
export const liftBotQuestion = (lifter: Lifter, action: Action, type: string, context: Context, after: string): void => {
  const { draft } = lifter;
  const { bot } = lifter.parts.flow;
  lifter.proof = undefined;
  const asks = type === 'askForSlot' || type === 'askForPayment' || type === 'askSurveyQuestion';
  const id = lifter.step(action, type, context, {
    kind: asks ? 'ask' : 'menu',
    meaning: { ...meaningOf('waitForInput'), title: 'Ask' },
    data: dataOf(lifter, action, type),
  });
  let answered = false;
  for (const { key, label, enabled, actions } of action.outputs) {
    if (!enabled || key === 'maxNoInputs' || key === 'maxNoMatches') continue;
    const on = (Object.hasOwn(EVENTS, key) ? EVENTS[key] : undefined) ?? 'success';
    if (on === 'success' && key !== 'knowledge') answered = true;
    draft.edge(id, lifter.through(actions, context, after), on, on === 'choice' ? (label ?? key) : undefined);
  }
  if (type === 'askForBoolean')
    for (const key of ['yes', 'no']) if (!action.outputs.some((each) => each.key === key)) draft.edge(id, after, 'choice', key);
  if (asks && !answered) draft.edge(id, after, 'success');
  liftTries(lifter, action, context, after);
  if (bot.escalates) draft.edge(id, handled(lifter, bot.escalation, ':escalation', 'The customer asks for a person'), 'choice', 'agent');
};

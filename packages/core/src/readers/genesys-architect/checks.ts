import type { EdgeEvent, StepData, StepKind } from '../../model/step.js';
import { OPPOSITE } from '../../model/step.js';
import { meaningOf, plainType } from './actions.js';
import type { Decision } from './condition.js';
import { decide } from './condition.js';
import { allActions, outputOf } from './facts.js';
import type { Context, Lifter } from './lift.js';
import { wordsOf } from '../../model/names.js';
import { isDefaultName } from './names.js';
import type { Action } from './written.js';

const CHECK = { kind: 'check', title: 'Check', outputs: {} } as const;

const add = (lifter: Lifter, action: Action, context: Context, kind: StepKind, data: StepData, title: string): string =>
  lifter.step(action, plainType(action.type), context, { kind, meaning: { ...CHECK, title }, data, title });

/** Where control goes on behind an output; behind a missing one it falls through. */
const behind = (lifter: Lifter, action: Action, key: string, context: Context, after: string): string => {
  const output = outputOf(action, key);
  return output?.enabled === true ? lifter.through(output.actions, context, after) : after;
};

const takeProof = (lifter: Lifter): string | undefined => {
  const { proof } = lifter;
  lifter.proof = undefined;
  return proof;
};

const labelOf = (on: EdgeEvent, { literals }: Decision, fallback: string): string | undefined => {
  if (on === 'choice') return [...new Set(literals.map((each) => each.toLowerCase()))].join(', ');
  return on === 'branch' ? (fallback.length > 60 ? `${fallback.slice(0, 60).trimEnd()}…` : fallback) : undefined;
};

/** Lifts a decision: `yes` and `no`. */
export const liftDecision = (lifter: Lifter, action: Action, context: Context, after: string): void => {
  const decision = decide(action.condition ?? '', lifter.parts.facts, takeProof(lifter));
  const id = add(lifter, action, context, decision.kind, decision.data, decision.title);
  const yes = behind(lifter, action, 'yes', context, after);
  const no = behind(lifter, action, 'no', context, after);
  lifter.draft.edge(id, yes, decision.yes, labelOf(decision.yes, decision, 'yes'));
  lifter.draft.edge(id, no, decision.no, labelOf(decision.no, decision, 'no'));
};

/** What the default stands for where all cases stand for one thing. */
const REST: Partial<Record<EdgeEvent, EdgeEvent>> = { ...OPPOSITE, choice: 'no-match' };

/** Lifts a switch: the first case that holds, else the default. */
export const liftSwitch = (lifter: Lifter, action: Action, context: Context, after: string): void => {
  const proof = takeProof(lifter);
  const cases = action.outputs.filter(({ key, enabled }) => key === 'case' && enabled);
  const decisions = cases.map(({ when = '' }) => decide(when, lifter.parts.facts, proof));
  const telling = decisions.find(({ kind, data }) => kind === 'verify' || data.of !== 'other') ?? decisions[0];
  const id = add(lifter, action, context, telling?.kind ?? 'check', telling?.data ?? { of: 'other' }, telling?.title ?? 'Check a value');
  cases.forEach(({ label, actions }, index) => {
    const decision = decisions[index];
    const on = decision?.yes ?? 'branch';
    const to = lifter.through(actions, context, after);
    lifter.draft.edge(id, to, on, decision === undefined ? label : labelOf(on, decision, label ?? ''));
  });
  const events = new Set(decisions.map(({ yes }) => yes));
  const [only] = events;
  const rest = events.size === 1 && only !== undefined ? (REST[only] ?? 'next') : 'next';
  lifter.draft.edge(id, behind(lifter, action, 'default', context, after), rest);
};

const NOT_OPEN = /holiday|closed|after ?hours|out of hours|emergenc|feiertag|festivo|férié/iu;

/** Lifts a look at a schedule or a group of schedules. */
export const liftSchedule = (lifter: Lifter, action: Action, context: Context, after: string): void => {
  const name = action.target?.name ?? '';
  const title = name === '' ? 'Check the opening hours' : `Check the schedule ${name}`;
  const id = add(lifter, action, context, 'check', { of: 'hours' }, title);
  const way = (key: string, on: EdgeEvent, label?: string): void => lifter.draft.edge(id, behind(lifter, action, key, context, after), on, label);
  if (plainType(action.type) === 'evaluateSchedule') {
    // A schedule of holidays is active when nobody works.
    const isOfClosing =
      action.emergency || NOT_OPEN.test(wordsOf(name)) || (!isDefaultName(action.name, action.type) && NOT_OPEN.test(wordsOf(action.name)));
    way('active', isOfClosing ? 'closed' : 'open');
    way('inactive', isOfClosing ? 'open' : 'closed');
    return;
  }
  way('open', 'open');
  way('closed', 'closed');
  way('holiday', 'closed', 'holiday');
  if (action.emergency || (outputOf(action, 'emergency')?.actions.length ?? 0) > 0) way('emergency', 'closed', 'emergency');
};

const ASKS = /^(?:collectInput|getResponse|waitForInput|askFor\w*|digitalMenu|loopAnythingElse|callBotFlow|callDigitalBotFlow|call\w*Bot|callTask)$/u;

/** Lifts a loop: round a question it counts tries; round anything else it goes through a list. */
export const liftLoop = (lifter: Lifter, action: Action, context: Context, after: string): void => {
  const type = plainType(action.type);
  const body = action.outputs.find(({ enabled, actions }) => enabled && actions.length > 0)?.actions ?? [];
  const counts = type !== 'loopEach' && allActions(body).some((each) => ASKS.test(plainType(each.type)));
  const data: StepData = counts ? { of: 'attempts', ...(action.times === undefined ? {} : { attempts: action.times }) } : { of: 'other' };
  const id = lifter.step(action, type, context, {
    kind: 'check',
    meaning: meaningOf(type),
    data,
    title: counts ? 'Count the rounds' : 'Go through the rounds',
  });
  const inner: Context = { ...context, loop: { head: id, after } };
  if (body.length > 0) lifter.draft.edge(id, lifter.through(body, inner, id), counts ? 'again' : 'branch', counts ? undefined : 'next round');
  lifter.draft.edge(id, after, counts ? 'limit' : 'next');
};

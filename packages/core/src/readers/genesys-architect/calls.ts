import { meaningOf } from './actions.js';
import { outputOf } from './facts.js';
import type { Context, Lifter } from './lift.js';
import { isDefaultName } from './names.js';
import { exitEvent, isDefaultPath } from './tasks.js';
import type { Action, Output, Sequence } from './written.js';

/** Tasks that run inside each other so deep become parts of their own where they can. */
const DEEPEST = 40;

const pathOutput = (action: Action, path: string | undefined): Output | undefined =>
  isDefaultPath(path)
    ? outputOf(action, 'default')
    : (outputOf(action, path ?? '') ?? action.outputs.find(({ label }) => label?.toLowerCase() === path?.toLowerCase()));

const labelOf = (action: Action, task: Sequence): string => (isDefaultName(action.name, 'callTask') ? `Task ${task.name}` : action.name);

/** A task as a part of its own: it returns by the way out that it takes. */
const asPart = (lifter: Lifter, action: Action, task: Sequence, context: Context, after: string): void => {
  const id = action.id + context.copy;
  const { draft, parts } = lifter;
  parts.wanted.add(task);
  draft.step({
    id,
    kind: 'call',
    label: labelOf(action, task),
    data: { name: task.name },
    route: action.route,
    refers: [{ as: 'call', keys: [parts.taskKey(task)], label: task.name }],
  });
  for (const path of [undefined, ...parts.tasks.exitsOf(task)]) {
    const output = pathOutput(action, path);
    draft.edge(id, output?.enabled === true ? lifter.through(output.actions, context, after) : after, exitEvent(path), path);
  }
};

/** A task in the course of its caller: its ends lead to what follows the call. */
const inCourse = (lifter: Lifter, action: Action, task: Sequence, context: Context, after: string): void => {
  const id = action.id + context.copy;
  const { draft } = lifter;
  lifter.step(action, 'callTask', context, { kind: 'act', meaning: meaningOf('callTask'), data: { name: task.name }, title: `Task ${task.name}` });
  const running = context.open.get(task);
  if (running !== undefined) {
    // It calls itself: round it goes.
    draft.edge(id, running, 'next');
    return;
  }
  const end = (path: string | undefined): string => {
    const output = pathOutput(action, path);
    return output?.enabled === true ? lifter.entry(output.actions, 0, context, after) : after;
  };
  const copy = lifter.nextCopy(task);
  // Where the copy begins is only known when its first action is, which may be the call of another task.
  const own: Context = { copy, end, open: context.open, ...(context.menu === undefined ? {} : { menu: context.menu }) };
  const first = lifter.entry(task.actions, 0, own, undefined);
  draft.edge(id, first, 'next');
  lifter.list(task.actions, { ...own, open: new Map([...context.open, [task, first]]) }, undefined);
  for (const output of action.outputs) if (output.enabled) lifter.list(output.actions, context, after);
};

/** Lifts the call of a task in the same flow. */
export const liftCallTask = (lifter: Lifter, action: Action, context: Context, after: string): void => {
  const { parts, draft } = lifter;
  const task = parts.tasks.find(action.sequence);
  const id = action.id + context.copy;
  if (task === undefined || task.menu !== undefined) {
    draft.step({ id, kind: 'act', label: action.name, data: {}, route: action.route });
    draft.edge(id, lifter.goTo(action), 'next');
  } else if (context.open.size === 0 && lifter.isHangUp(after) && action.outputs.every(({ actions }) => actions.length === 0)) {
    // Nothing follows the call: it may as well be a jump.
    draft.step({ id, kind: 'act', label: labelOf(action, task), data: { name: task.name }, route: action.route });
    draft.edge(id, lifter.enter(task), 'next');
  } else if (parts.tasks.isPart(task)) asPart(lifter, action, task, context, after);
  else if (!lifter.isFull && context.open.size < DEEPEST) inCourse(lifter, action, task, context, after);
  else if (parts.tasks.returns(task)) asPart(lifter, action, task, context, after);
  else lifter.unknown(id, action.name, 'tasks call each other so often that the ways through them were not followed', action.route);
};

import type { Facts } from './condition.js';
import type { Action, Output, Sequence, WrittenFlow } from './written.js';

/** Every action below a list of actions, the list's own included. */
const eachAction = (actions: readonly Action[], visit: (action: Action) => void): void => {
  for (const action of actions) {
    visit(action);
    for (const { actions: inner } of action.outputs) eachAction(inner, visit);
    for (const choice of action.menu?.choices ?? []) eachAction([choice.action], visit);
  }
};

/** The same as a list. */
export const allActions = (actions: readonly Action[]): readonly Action[] => {
  const out: Action[] = [];
  eachAction(actions, (action) => out.push(action));
  return out;
};

/** Every action of a sequence, those behind the keys of a menu included. */
export const eachIn = (sequence: Sequence, visit: (action: Action) => void): void => {
  eachAction(sequence.actions, visit);
  for (const choice of sequence.menu?.choices ?? []) eachAction([choice.action], visit);
};

const HOLDS_MESSAGE = /\b(?:Message|Chat)\.(?:Message|Input)\.(?:body|text)\b/iu;

/** What the flow's variables hold. */
export const factsOf = (flow: WrittenFlow): Facts => {
  const answers = new Set<string>();
  const written = new Set<string>();
  for (const sequence of new Set(flow.sequences.values())) {
    eachIn(sequence, ({ type, variable, writes }) => {
      if (variable !== undefined && /^(?:collectInput|getResponse|waitForInput)$/u.test(type)) answers.add(variable);
      for (const [name, value] of writes) {
        written.add(name);
        if (HOLDS_MESSAGE.test(value)) answers.add(name);
      }
    });
  }
  return { answers, written };
};

/** The output of that name, whatever its case. */
export const outputOf = (action: Action, key: string): Output | undefined => {
  const lower = key.toLowerCase();
  return action.outputs.find((output) => output.key.toLowerCase() === lower);
};

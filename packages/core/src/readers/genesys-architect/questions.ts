import type { StepData } from '../../model/step.js';
import { meaningOf, plainType } from './actions.js';
import { decide } from './condition.js';
import { outputOf } from './facts.js';
import { keyWords } from '../../model/key-words.js';
import type { Context, Lifter } from './lift.js';
import { isSecret, methodOf, SPEAKS_OF_PROOF, slotOf, wordsOf } from '../../model/names.js';
import { purposeOfMenu } from '../../model/prompt-words.js';
import { isDefaultName } from './names.js';
import type { Action } from './written.js';

/** A key of a question that is followed by a look at the key: together they are a menu. */
interface Key {
  readonly literals: readonly string[];
  readonly to: string;
}

/** Branches of decisions that compare the answer with keys, up to the first action that does something else. */
interface Branches {
  readonly keys: readonly Key[];
  readonly rest: string;
}

/** The literals by which a decision compares nothing but the answer; undefined where it does anything else. */
const comparesKeys = (lifter: Lifter, condition: string | undefined, variable: string): readonly string[] | undefined => {
  if (condition?.includes(variable) !== true) return undefined;
  const decision = decide(condition, { answers: new Set([variable]), written: lifter.parts.facts.written });
  return decision.yes === 'choice' && decision.literals.every((each) => /^[\d*#]$/u.test(each)) ? decision.literals : undefined;
};

const branchesOf = (lifter: Lifter, actions: readonly Action[], variable: string, context: Context, after: string): Branches | undefined => {
  const [first, ...others] = actions;
  if (first === undefined) return undefined;
  const type = plainType(first.type);
  if (type === 'decision') {
    const literals = comparesKeys(lifter, first.condition, variable);
    if (literals === undefined) return undefined;
    lifter.list(others, context, after);
    const next = lifter.entry(others, 0, context, after);
    const no = outputOf(first, 'no')?.actions ?? [];
    const deeper = branchesOf(lifter, no, variable, context, next);
    const yes = outputOf(first, 'yes')?.actions ?? [];
    return {
      keys: [{ literals, to: lifter.through(yes, context, next) }, ...(deeper?.keys ?? [])],
      rest: deeper?.rest ?? lifter.through(no, context, next),
    };
  }
  if (type !== 'switch') return undefined;
  const cases = first.outputs.filter(({ key }) => key === 'case');
  const literals = cases.map(({ when }) => comparesKeys(lifter, when, variable));
  if (cases.length === 0 || literals.some((each) => each === undefined)) return undefined;
  lifter.list(others, context, after);
  const next = lifter.entry(others, 0, context, after);
  const keys = cases.map(({ actions: inner }, index): Key => ({ literals: literals[index] ?? [], to: lifter.through(inner, context, next) }));
  return { keys, rest: lifter.through(outputOf(first, 'default')?.actions ?? [], context, next) };
};

/** One key, and at once a look at it: what customers meet is a menu. */
const asMenu = (lifter: Lifter, action: Action, context: Context, after: string): boolean => {
  const success = outputOf(action, 'success')?.actions ?? [];
  if (action.digits !== 1 || action.variable === undefined) return false;
  const branches = branchesOf(lifter, success, action.variable, context, after);
  if (branches === undefined) return false;
  const { words, bargeIn } = lifter.promptAt(action, 'collectInput', 'menu');
  const said = keyWords(words);
  const keys = branches.keys.flatMap(({ literals }) => literals);
  const purpose = purposeOfMenu([], keys.length, words);
  const data: StepData = {
    input: ['dtmf'],
    keys,
    options: branches.keys.length,
    bargeIn: bargeIn ?? true,
    ...(purpose === undefined ? {} : { purpose }),
  };
  const id = lifter.step(action, 'collectInput', context, { kind: 'menu', meaning: meaningOf('collectInput'), data, title: 'Ask for a key' });
  for (const { literals, to } of branches.keys) {
    const label = literals.map((key) => (said.has(key) ? `${key} ${said.get(key) ?? ''}` : key)).join(', ');
    lifter.draft.edge(id, to, 'choice', label);
  }
  lifter.draft.edge(id, branches.rest, 'no-match');
  const failure = outputOf(action, 'failure');
  const failed = failure?.enabled === true ? lifter.through(failure.actions, context, after) : after;
  lifter.draft.edge(id, failed, 'no-input');
  return true;
};

const mainWords = (words: string): string => words.toLowerCase().split(/for example|for instance|\be\.g\.|such as/u, 1)[0] ?? '';

/** The slot that a question asks for, from its words, its variable or its own name. */
export const askedFor = (action: Action, words: string): string | undefined =>
  slotOf(mainWords(words)) ??
  slotOf(wordsOf(action.slot ?? action.variable ?? '')) ??
  (isDefaultName(action.name, action.type) ? undefined : slotOf(wordsOf(action.name)));

const askDigits = (lifter: Lifter, action: Action, context: Context, after: string): void => {
  const { words, bargeIn } = lifter.promptAt(action, 'collectInput', 'ask');
  const slot = askedFor(action, words);
  const method = methodOf(slot) ?? (SPEAKS_OF_PROOF.test(words) ? 'security-question' : undefined);
  const data: StepData = {
    input: ['dtmf'],
    bargeIn: bargeIn ?? true,
    ...(slot === undefined ? {} : { slot }),
    ...(isSecret(slot) ? { sensitive: true } : {}),
  };
  lifter.proof = method;
  lifter.plain(action, 'collectInput', context, after, { data });
};

/** Actions that need a closer look than the table gives; false for all others. */
export const liftSpecial = (lifter: Lifter, action: Action, type: string, context: Context, after: string): boolean => {
  if (type === 'collectInput') {
    if (!asMenu(lifter, action, context, after)) askDigits(lifter, action, context, after);
    return true;
  }
  if (type === 'getResponse' || type === 'waitForInput') {
    lifter.proof = undefined;
    const slot = askedFor(action, lifter.promptAt(action, type, 'ask').words);
    lifter.plain(action, type, context, after, { data: { input: ['text'], ...(slot === undefined ? {} : { slot }) } });
    return true;
  }
  if (type === 'disconnect') {
    lifter.step(action, type, context, {
      kind: 'end',
      meaning: meaningOf(type),
      data: action.type === 'menuDisconnect' ? { outcome: 'by-customer' } : {},
    });
    return true;
  }
  const meaning = meaningOf(type);
  if (meaning.data?.conversational !== true) return false;
  lifter.plain(action, type, context, after, { data: { input: { unknown: 'how the bot is answered is set in the bot' } } });
  lifter.utter(action.id + context.copy, {
    said: [{ why: 'the words are in the bot', route: action.route }],
    words: '',
    tells: [],
    bargeIn: undefined,
  });
  return true;
};

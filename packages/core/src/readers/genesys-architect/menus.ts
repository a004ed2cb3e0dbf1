import type { StepData } from '../../model/step.js';
import type { Route } from '../../source/source.js';
import { plainType } from './actions.js';
import { keyWords } from '../../model/key-words.js';
import type { Context, Lifter } from './lift.js';
import { isDefaultName } from './names.js';
import { firstWords, purposeOfMenu } from '../../model/prompt-words.js';
import { promptOf } from './prompts.js';
import type { Action, Choice, Menu } from './written.js';

/** A menu with the place it has in its flow. */
export interface PlacedMenu {
  readonly menu: Menu;
  readonly id: string;
  readonly name: string;
  readonly route: Route;
}

/** What Architect plays three times unless a flow says otherwise. */
const USUAL_REPEATS = 3;

/** Choices that other menus of the flow offer in every menu, where the key is free here. */
const globalChoices = (lifter: Lifter, here: Menu): readonly Choice[] => {
  const taken = new Set(here.choices.map(({ key }) => key));
  const out: Choice[] = [];
  for (const { menu } of lifter.parts.tasks.reached) {
    for (const choice of menu?.choices ?? []) if (choice.global && choice.key !== undefined && !taken.has(choice.key)) out.push(choice);
  }
  return out;
};

const labelOf = (choice: Choice, said: ReadonlyMap<string, string>): string => {
  const { key, terms, name, action } = choice;
  const words =
    (key === undefined ? undefined : said.get(key)) ?? terms.find((term) => term !== '') ?? (isDefaultName(name, action.type) ? undefined : name);
  return [key, words].filter((each) => each !== undefined).join(' ');
};

/** Where a choice leads: to a step of its own, or straight to a task or menu. */
const behind = (lifter: Lifter, { action }: Choice, menu: string, context: Context): string => {
  const own: Context = { ...context, menu };
  const task = action.outputs.find(({ key }) => key === 'task');
  // As a choice it leads out of this menu; in a task it leads back to the menu in which the task was chosen.
  if (plainType(action.type) === 'previousMenu') return lifter.entry([action], 0, context, undefined);
  if (plainType(action.type) === 'task') {
    if (task === undefined) return lifter.goTo(action);
    // A task behind a key ends as every task does: nothing follows it.
    return lifter.through(task.actions, own, undefinedEnd(lifter, action, own));
  }
  return lifter.through(
    [action],
    own,
    lifter.loose(`${menu}:after`, 'After the choice', 'Genesys does not say what follows when what a menu starts fails or ends', action.route),
  );
};

const undefinedEnd = (lifter: Lifter, action: Action, context: Context): string => {
  if (lifter.parts.flow.kind.end !== 'hang-up') return context.end(undefined);
  const id = `${action.id}${context.copy}:end`;
  lifter.hangUp(id, action.route);
  return id;
};

/** A menu whose every key hangs up leaves nothing to choose: it is heard, and then the contact ends. */
const liftFarewell = (lifter: Lifter, { menu, id, name, route }: PlacedMenu): void => {
  const prompt = promptOf(menu.prompt);
  lifter.draft.step({
    id,
    kind: prompt.said.length > 0 ? 'say' : 'act',
    label: isDefaultName(name, 'menu') ? (firstWords(prompt.words) ?? name) : name,
    data: {},
    route,
  });
  lifter.utter(id, prompt);
  const end = `${id}:end`;
  lifter.draft.step({ id: end, kind: 'end', label: 'Every key of the menu disconnects', data: {}, route });
  lifter.draft.edge(id, end, 'next');
};

/** Lifts a menu: its prompt is played again so many times, then its default choice is taken. */
export const liftMenu = (lifter: Lifter, { menu, id, name, route }: PlacedMenu, context: Context): void => {
  lifter.proof = undefined;
  const others = globalChoices(lifter, menu);
  if (menu.choices.length > 0 && [...menu.choices, ...others].every(({ action }) => plainType(action.type) === 'disconnect')) {
    liftFarewell(lifter, { menu, id, name, route });
    return;
  }
  const { draft } = lifter;
  const prompt = promptOf(menu.prompt);
  const said = keyWords(prompt.words);
  const keys = [...menu.choices, ...others].flatMap(({ key }) => key ?? []);
  const labels = menu.choices.map((choice) => labelOf(choice, said));
  const purpose = purposeOfMenu(labels, menu.choices.length, prompt.words);
  const speech = menu.speech && menu.choices.some(({ terms }) => terms.length > 0);
  const data: StepData = {
    input: speech ? ['dtmf', 'speech'] : ['dtmf'],
    keys,
    options: menu.choices.length,
    bargeIn: prompt.bargeIn ?? true,
    ...(purpose === undefined ? {} : { purpose }),
    ...(prompt.tells.length === 0 ? {} : { tells: prompt.tells }),
  };
  draft.step({ id, kind: 'menu', label: isDefaultName(name, 'menu') ? (firstWords(prompt.words) ?? name) : name, data, route });
  lifter.utter(id, prompt);
  const targets = new Map<Choice, string>();
  menu.choices.forEach((choice, index) => {
    const to = behind(lifter, choice, id, context);
    targets.set(choice, to);
    draft.edge(id, to, 'choice', labels[index]);
  });
  for (const choice of others)
    draft.edge(id, lifter.entry([choice.action], 0, { ...context, copy: '' }, undefined), 'choice', `${choice.key ?? ''} (from any menu)`);
  liftRepeats(lifter, { menu, id, name, route }, targets);
};

const liftRepeats = (lifter: Lifter, { menu, id, route }: PlacedMenu, targets: ReadonlyMap<Choice, string>): void => {
  const { draft } = lifter;
  const tries = `${id}:tries`;
  const repeats = menu.repeats ?? USUAL_REPEATS;
  draft.step({ id: tries, kind: 'check', label: `Played ${repeats} times`, data: { of: 'attempts', attempts: repeats }, route });
  draft.edge(id, tries, 'no-input');
  draft.edge(id, tries, 'no-match');
  draft.edge(tries, id, 'again');
  const wanted = menu.defaultRef;
  const choice = wanted === undefined ? undefined : menu.choices.find(({ refs }) => refs.includes(wanted));
  const to = choice === undefined ? undefined : targets.get(choice);
  const why =
    wanted === undefined
      ? 'the menu has no default choice, and Genesys does not say what happens when it was played for the last time'
      : `the default choice "${wanted}" is not in the menu`;
  draft.edge(tries, to ?? lifter.loose(`${id}:last`, 'After the last repeat', why, route), 'limit');
};

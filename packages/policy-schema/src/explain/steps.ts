/** Sentences for the steps of a flow or a script: one a mistake, however many errors the schema gives for it. */
import { COMMON_OPTIONS, STEP_VERB_NAMES, stepVerb } from '../step-verbs.js';
import type { StepOption, StepVerbName } from '../step-verbs.js';
import { nearest } from '../nearest.js';
import { propertiesOf } from './general.js';
import type { Mistake, Route, SchemaProblem, Subject } from './problem.js';
import { didYouMean, found, gist, isMap, listed, quoted, sentences } from './wording.js';

const OF_A_STEP = /^#\/\$defs\/step\/(?:additionalProperties|not|type|allOf\/\d+\/then\/(?:propertyNames|required))$/u;

const ALL_OPTIONS: readonly string[] = [...new Set<string>([...COMMON_OPTIONS, ...STEP_VERB_NAMES.flatMap((name) => stepVerb(name).options)])];
/** The verbs that the document may have. */
type Verbs = readonly StepVerbName[];

const isAmong =
  (possible: Verbs) =>
  (key: string): key is StepVerbName =>
    possible.includes(key as StepVerbName);

/** Why the next line, or `then`, means nothing beside some verbs, and what to write instead. */
const INSTEAD_OF_THEN: Readonly<Partial<Record<StepVerbName, string>>> = {
  queue: 'The next line is not reached from here; use `afterwards` for what follows the talk, or an `if-...` line.',
  person: 'The next line is not reached from here; use `afterwards` for what follows the talk, or an `if-...` line.',
  transfer: 'The customer has left this flow; use an `if-...` line for what happens when the transfer fails.',
  menu: 'Each of the `choices` says where it leads.',
  hours: 'Use `if-open`.',
  check: 'Use `if-yes`, `if-no` or `answers`; all else goes on with the next line.',
  end: 'The contact is over here.',
};

const notAMap = (route: Route, value: unknown, possible: Verbs): SchemaProblem => {
  const word = typeof value === 'string' ? value.replace(/:.*$/su, '').trim() : undefined;
  const verb = word === undefined ? undefined : [word].concat(nearest(word, possible) ?? []).find(isAmong(possible));
  if (verb !== undefined)
    return {
      route,
      atKey: false,
      message: `A step is a verb with a colon and a value, such as \`- ${verb}: ${verb === 'end' ? 'solved' : '...'}\`.`,
    };
  const what = value === null ? 'This step is empty.' : `A step starts with a verb and a colon; this is ${found(value)}.`;
  return { route, atKey: false, message: `${what} For example: \`- say: Welcome.\`` };
};

const noVerb = (route: Route, keys: readonly string[], possible: Verbs): SchemaProblem => {
  const strange = keys.filter((key) => !ALL_OPTIONS.includes(key));
  const key = strange.find((name) => nearest(name, possible) !== undefined) ?? strange[0];
  if (key !== undefined) return { route: [...route, key], atKey: true, message: `${quoted(key)} is not a step. ${didYouMean(key, possible)}` };
  const beside = keys.find((name) => !COMMON_OPTIONS.some((common) => common === name));
  if (beside === 'saying')
    return { route: [...route, beside], atKey: true, message: '`saying` stands beside another verb. Words alone are a step `say`.' };
  const what = beside === undefined ? 'This step has no verb.' : `${quoted(beside)} stands beside a verb, and this step has none.`;
  return { route, atKey: false, message: `${what} Say what happens: ${listed(possible)}.` };
};

const manyVerbs = (route: Route, verbs: readonly StepVerbName[]): SchemaProblem => {
  const others = verbs.filter((name) => name !== 'say');
  const asSaying = others.length < verbs.length && others.every((name) => (stepVerb(name).options as readonly string[]).includes('saying'));
  const message = sentences(
    `${verbs.length === 2 ? 'Two' : 'Several'} verbs in one step: ${verbs.map(quoted).join(' and ')}.`,
    `Give each its own line with a dash${asSaying ? ', or write the words as `saying:`' : ''}.`,
  );
  return { route: [...route, verbs[1] ?? ''], atKey: true, message };
};

const strangeOption = (route: Route, verb: StepVerbName, key: string): SchemaProblem => {
  const options: readonly string[] = stepVerb(verb).options;
  const hint =
    key === 'then' || (!ALL_OPTIONS.includes(key) && nearest(key, ['then']) === 'then' && !options.includes('then'))
      ? INSTEAD_OF_THEN[verb]
      : undefined;
  return {
    route: [...route, key],
    atKey: true,
    message: `${quoted(key)} does not go with ${quoted(verb)}. ${hint ?? didYouMean(key, [...options, ...COMMON_OPTIONS])}`,
  };
};

const missingOption = (route: Route, verb: StepVerbName, option: StepOption, subject: Subject): SchemaProblem => {
  const step = (subject.schema['$defs'] as Readonly<Record<string, Readonly<Record<string, unknown>>>>)['step'] ?? {};
  const description = propertiesOf(step)[option]?.['description'];
  return { route, atKey: false, message: `${quoted(verb)} needs ${quoted(option)}: ${gist(description)}.` };
};

const oneVerb = (route: Route, verb: StepVerbName, keys: readonly string[], subject: Subject): readonly SchemaProblem[] => {
  const { options, compulsory } = stepVerb(verb);
  const allowed: readonly string[] = [verb, ...COMMON_OPTIONS, ...options];
  const strange = keys.filter((key) => !allowed.includes(key));
  const missing = compulsory.filter((option) => !keys.includes(option) && !strange.some((key) => nearest(key, options) === option));
  return [...strange.map((key) => strangeOption(route, verb, key)), ...missing.map((option) => missingOption(route, verb, option, subject))];
};

/** Whether the mistake is about which verb and options a step has, so that `stepProblems` says all there is to say. */
export const isOfStep = ({ schemaPath }: Mistake): boolean => OF_A_STEP.test(schemaPath);

/** What is wrong with the keys of a step. */
export const stepProblems = (route: Route, step: unknown, subject: Subject, possible: Verbs): readonly SchemaProblem[] => {
  if (!isMap(step)) return [notAMap(route, step, possible)];
  const keys = Object.keys(step);
  const verbs = keys.filter(isAmong(possible));
  const [verb] = verbs;
  if (verb === undefined) return [noVerb(route, keys, possible)];
  return verbs.length > 1 ? [manyVerbs(route, verbs)] : oneVerb(route, verb, keys, subject);
};

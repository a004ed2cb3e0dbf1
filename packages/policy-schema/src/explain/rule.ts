/** Sentences for rules and definitions: assertions, patterns, and names that other files define. */
import { EDGE_EVENTS, STEP_KINDS } from '../vocabulary.js';
import { propertiesOf } from './general.js';
import type { KnownNames, Mistake, Route, SchemaProblem, Subject } from './problem.js';
import { didYouMean, isMap, listed, quoted, sentences } from './wording.js';

const isAssertionList = (route: Route): boolean =>
  ['forbid', 'require'].includes(String(route[0])) && (route.length === 1 || (route.length === 2 && typeof route[1] === 'number'));

const strangeAssertion = ({ keyword, name, route, schema, value }: Mistake): SchemaProblem | undefined => {
  const names = Object.keys(propertiesOf(schema));
  if (keyword === 'additionalProperties') {
    const place = [...route, name];
    if (name === 'loop' || name === 'longer')
      return { route: place, atKey: true, message: `\`${name}\` can only be forbidden. Put it under \`forbid\`.` };
    return { route: place, atKey: true, message: sentences(`${quoted(name)} is not an assertion.`, didYouMean(name, names)) };
  }
  if (keyword === 'maxProperties' && isMap(value)) {
    if (Object.keys(value).some((key) => !names.includes(key))) return undefined;
    return {
      route,
      atKey: false,
      message: `Several assertions in one block: ${Object.keys(value).map(quoted).join(' and ')}. Give each its own line with a dash.`,
    };
  }
  return undefined;
};

const strangeKeyword = ({ keyword, name, route, schema }: Mistake): SchemaProblem | undefined => {
  if (keyword !== 'additionalProperties' || route.length === 0) return undefined;
  const holder = route.findLast((key) => typeof key === 'string');
  return {
    route: [...route, name],
    atKey: true,
    message: sentences(`${quoted(name)} does not go with ${quoted(holder)}.`, didYouMean(name, Object.keys(propertiesOf(schema)))),
  };
};

/** Errors that follow from an unknown key in the same block, and say nothing of their own. */
const follows = ({ keyword, route, schema, value }: Mistake): boolean =>
  keyword === 'maxProperties' && isAssertionList(route) && isMap(value) && Object.keys(value).some((name) => !(name in propertiesOf(schema)));

/** What rules have to say of a mistake that the general sentences do not; `null` where nothing is to be said. */
export const ruleProblem = (mistake: Mistake): SchemaProblem | null | undefined => {
  if (follows(mistake)) return null;
  return (isAssertionList(mistake.route) ? strangeAssertion(mistake) : undefined) ?? strangeKeyword(mistake);
};

const STEP_KEYS = new Set(['from', 'through', 'to', 'of', 'offers']);
const EDGE_KEYS = new Set(['leaving-by', 'along']);
type Meaning = 'steps' | 'edges';

/** What the value of a key means: step patterns, edge patterns, or neither. */
const meaningOf = (key: string, holder: Meaning | 'text' | undefined): Meaning | 'text' | undefined => {
  if (key === 'text' || key === 'value' || key === 'with' || key === 'matches' || key === 'says' || key === 'kind' || key === 'on') return 'text';
  if (key === 'step' || STEP_KEYS.has(key)) return 'steps';
  if (EDGE_KEYS.has(key)) return 'edges';
  if (key === 'avoiding') return holder === 'text' ? 'text' : 'steps';
  return key === 'not' ? holder : undefined;
};

const strangeName = (route: Route, name: string, meaning: Meaning, known: KnownNames): readonly SchemaProblem[] => {
  const builtIn: readonly string[] = meaning === 'steps' ? [...STEP_KINDS, 'any'] : EDGE_EVENTS;
  const defined = meaning === 'steps' ? known.patterns : known.edges;
  if (defined === undefined || name.startsWith('$') || builtIn.includes(name) || defined.includes(name)) return [];
  const what = meaning === 'steps' ? 'a kind of step, nor a name from define.yaml' : 'an event, nor a set of events from define.yaml';
  const help = didYouMean(name, [...builtIn, ...defined]);
  return [
    {
      route,
      atKey: false,
      message: `${quoted(name)} is not ${what}. ${help.startsWith('Did') ? help : `Possible here: ${listed([...defined, ...builtIn], 40)}.`}`,
    },
  ];
};

const namesIn = (value: unknown, route: Route, meaning: Meaning | 'text' | undefined, known: KnownNames): readonly SchemaProblem[] => {
  if (typeof value === 'string') return meaning === 'steps' || meaning === 'edges' ? strangeName(route, value, meaning, known) : [];
  if (Array.isArray(value)) return value.flatMap((entry, index) => namesIn(entry, [...route, index], meaning, known));
  if (!isMap(value)) return [];
  return Object.entries(value).flatMap(([key, held]) => {
    const inside = meaningOf(key, meaning);
    return inside === 'text' && key !== 'text' ? [] : namesIn(held, [...route, key], inside, known);
  });
};

/** Names in the patterns of a rule, or of definitions, that nothing defines. Only where the caller knows the names. */
export const strangeNames = ({ kind, value, helpers: { known } }: Subject): readonly SchemaProblem[] => {
  if (known === undefined || !isMap(value)) return [];
  const parts: readonly (readonly [string, Meaning | undefined])[] =
    kind === 'rule'
      ? [
          ['forbid', undefined],
          ['require', undefined],
        ]
      : [
          ['patterns', 'steps'],
          ['edges', 'edges'],
        ];
  return parts.flatMap(([key, meaning]) => {
    const part = value[key];
    if (meaning === undefined || !isMap(part)) return namesIn(part, [key], meaning, known);
    return Object.entries(part).flatMap(([name, pattern]) => namesIn(pattern, [key, name], meaning, known));
  });
};

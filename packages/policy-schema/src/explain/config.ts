/** Sentences for `carelint.yaml`, where mistakes are mostly about rules and their options. */
import { nearest } from '../nearest.js';
import { propertiesOf } from './general.js';
import type { Mistake, Route, SchemaProblem, Subject } from './problem.js';
import { didYouMean, isMap, quoted, sentences } from './wording.js';

/** The id of the rule whose setting the route leads to or into, if it does. */
const ruleAt = (route: Route): { readonly id: string; readonly inside: boolean } | undefined => {
  const at = route.indexOf('rules');
  const id = at >= 0 ? route[at + 1] : undefined;
  return typeof id === 'string' && (at === 0 || route[0] === 'overrides') ? { id, inside: route.length > at + 2 } : undefined;
};

const builtIn = (schema: Subject['schema']): readonly string[] => {
  const table = isMap(schema['$defs']) ? schema['$defs']['rules'] : undefined;
  return isMap(table) ? Object.keys(propertiesOf(table)) : [];
};

const unknownRule = (route: Route, id: string, rules: readonly string[]): SchemaProblem => {
  const meant = nearest(id, rules);
  const help = meant === undefined ? `A rule of your own is written with its pack: ${quoted(`our-pack/${id}`)}.` : `Did you mean ${quoted(meant)}?`;
  return { route, atKey: route.at(-1) === id, message: `There is no rule ${quoted(id)}. ${help}` };
};

const inRuleTable = (mistake: Mistake, subject: Subject): SchemaProblem | undefined => {
  const { keyword, name: key, route, value, schema } = mistake;
  const rule = ruleAt(route);
  if (rule === undefined)
    return keyword === 'additionalProperties' && route.at(-1) === 'rules' ? unknownRule([...route, key], key, builtIn(subject.schema)) : undefined;
  if (keyword === 'additionalProperties') {
    return {
      route: [...route, key],
      atKey: true,
      message: sentences(`The rule ${quoted(rule.id)} has no option ${quoted(key)}.`, didYouMean(key, Object.keys(propertiesOf(schema)))),
    };
  }
  if (!rule.inside && (value === 'off' || value === false)) {
    return { route, atKey: false, message: `Switching a rule off needs a reason. Write \`${rule.id}: { level: off, because: ... }\`.` };
  }
  return undefined;
};

/** A fact that is neither true nor false, and whose name is close to one that we know. */
const misspeltFact = ({ keyword, schemaPath, route }: Mistake, subject: Subject): SchemaProblem | undefined => {
  if (keyword !== 'type' || !schemaPath.endsWith('/assume/additionalProperties/type')) return undefined;
  const assume = propertiesOf(subject.schema)['assume'] ?? {};
  const key = String(route.at(-1));
  const meant = nearest(key, Object.keys(propertiesOf(assume)));
  return meant === undefined ? undefined : { route, atKey: true, message: `${quoted(key)} is not known here. Did you mean ${quoted(meant)}?` };
};

const missingReason = ({ keyword, name, route }: Mistake, subject: Subject): SchemaProblem | undefined =>
  keyword === 'required' && name === 'because' && (subject.kind === 'pack' || ruleAt(route))
    ? { route, atKey: false, message: 'A rule that is off needs a reason. Add `because:`.' }
    : undefined;

/** What config and packs have to say of a mistake that the general sentences do not. */
export const settingProblem = (mistake: Mistake, subject: Subject): SchemaProblem | undefined =>
  missingReason(mistake, subject) ?? (subject.kind === 'config' ? (inRuleTable(mistake, subject) ?? misspeltFact(mistake, subject)) : undefined);

/** Waivers for rules that do not exist: the schema cannot say it, since rules of one's own are free. */
export const strangeWaivers = (subject: Subject): readonly SchemaProblem[] => {
  const waivers = isMap(subject.value) && Array.isArray(subject.value['waivers']) ? (subject.value['waivers'] as readonly unknown[]) : [];
  const rules = builtIn(subject.schema);
  return waivers.flatMap((waiver, index) => {
    const id = isMap(waiver) ? waiver['rule'] : undefined;
    if (typeof id !== 'string' || id.includes('/') || rules.includes(id)) return [];
    return [unknownRule(['waivers', index, 'rule'], id, rules)];
  });
};

/** Sentences for the steps of a journey on a site: one a mistake, however many errors the schema gives for it. */
import { nearest } from '../nearest.js';
import { SITE_VERB_NAMES, siteVerb } from '../site-verbs.js';
import type { SiteVerbName } from '../site-verbs.js';
import type { Route, SchemaProblem } from './problem.js';
import { didYouMean, found, isMap, listed, quoted } from './wording.js';

const isVerb = (key: string): key is SiteVerbName => (SITE_VERB_NAMES as readonly string[]).includes(key);
const ALL_OPTIONS: readonly string[] = ['note', ...new Set<string>(SITE_VERB_NAMES.flatMap((name) => siteVerb(name).options))];

const noVerb = (route: Route, keys: readonly string[]): SchemaProblem => {
  const strange = keys.find((name) => !ALL_OPTIONS.includes(name));
  if (strange !== undefined)
    return { route: [...route, strange], atKey: true, message: `${quoted(strange)} is not a step. ${didYouMean(strange, SITE_VERB_NAMES)}` };
  return { route, atKey: false, message: `This step has no verb. Say what the customer does: ${listed(SITE_VERB_NAMES)}.` };
};

/** What is wrong with the keys of a step of a journey. */
export const siteStepProblems = (route: Route, step: unknown): readonly SchemaProblem[] => {
  if (!isMap(step)) {
    const word = typeof step === 'string' ? nearest(step.split(/[\s:]/u, 1)[0] ?? '', SITE_VERB_NAMES) : undefined;
    const what = step === null ? 'This step is empty.' : `A step starts with a verb and a colon; this is ${found(step)}.`;
    return [{ route, atKey: false, message: `${what} For example: \`- ${word ?? 'click'}: Cancel my contract\`` }];
  }
  const keys = Object.keys(step);
  const verbs = keys.filter(isVerb);
  const [verb] = verbs;
  if (verb === undefined) return [noVerb(route, keys)];
  if (verbs.length > 1) {
    const message = `${verbs.length === 2 ? 'Two' : 'Several'} verbs in one step: ${verbs.map(quoted).join(' and ')}. Give each its own line with a dash.`;
    return [{ route: [...route, verbs[1] ?? ''], atKey: true, message }];
  }
  const allowed: readonly string[] = [verb, 'note', ...siteVerb(verb).options];
  return keys
    .filter((key) => !allowed.includes(key))
    .map((key) => ({
      route: [...route, key],
      atKey: true,
      message: `${quoted(key)} does not go with ${quoted(verb)}. ${didYouMean(key, allowed.slice(1))}`,
    }));
};

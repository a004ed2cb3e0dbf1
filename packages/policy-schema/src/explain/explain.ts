import type { DocumentKind } from '../kinds.js';
import { schemaOf } from '../schemas.js';
import { settingProblem, strangeWaivers } from './config.js';
import { isOfStep, stepProblems } from './flow.js';
import { generalSentence } from './general.js';
import { ruleProblem, strangeNames } from './rule.js';
import type { Helpers, Mistake, SchemaProblem, Subject } from './problem.js';

/** The sentence of the document for this mistake, else the general one. */
const sentenceFor = (mistake: Mistake, subject: Subject): readonly SchemaProblem[] => {
  const own = subject.kind === 'rule' || subject.kind === 'define' ? ruleProblem(mistake) : settingProblem(mistake, subject);
  if (own === null) return [];
  return [own ?? generalSentence(mistake, subject)].filter((problem) => problem !== undefined);
};

/** What only a look at the document as a whole can see. */
const beyondSchema = (subject: Subject): readonly SchemaProblem[] => {
  if (subject.kind === 'config') return strangeWaivers(subject);
  return subject.kind === 'rule' || subject.kind === 'define' ? strangeNames(subject) : [];
};

const inDocument = (mistakes: readonly Mistake[], subject: Subject): readonly SchemaProblem[] => {
  const steps = new Set<string>();
  return mistakes.flatMap((mistake) => {
    if (subject.kind !== 'flow' || !isOfStep(mistake)) return sentenceFor(mistake, subject);
    const place = JSON.stringify(mistake.route);
    if (steps.has(place)) return [];
    steps.add(place);
    return stepProblems(mistake.route, mistake.value, subject);
  });
};

/** One message a place: what the schema finds besides at the same spot follows from the first mistake. */
const firstOfEachPlace = (problems: readonly SchemaProblem[]): readonly SchemaProblem[] => {
  const places = new Map<string, SchemaProblem>();
  for (const problem of problems) {
    const place = JSON.stringify(problem.route);
    if (!places.has(place)) places.set(place, problem);
  }
  return [...places.values()];
};

/** Puts the mistakes in a document into sentences for the person who wrote it: one a mistake. */
export const explain = (kind: DocumentKind, value: unknown, mistakes: readonly Mistake[], helpers: Helpers): readonly SchemaProblem[] => {
  const subject: Subject = { kind, value, schema: schemaOf(kind), helpers };
  return firstOfEachPlace([...inDocument(mistakes, subject), ...beyondSchema(subject)]);
};

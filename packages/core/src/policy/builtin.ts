import { validate } from '@carelint/policy-schema';
import { UserError } from '../errors.js';
import type { Source } from '../source/source.js';
import { builtinDefine, builtinRules, builtinWords } from './builtin.generated.js';
import type { Names } from './environment.js';
import { faultIn } from './fault.js';
import { locateProblem } from './problem-place.js';
import type { RuleDocument } from './rule.js';
import { makeWords, type PhraseSets } from './words.js';
import type { Words } from './environment.js';
import { isMap } from '../source/values.js';

/** A policy file of the user's own, parsed. */
export interface PolicyDocument {
  readonly source: Source;
  readonly value: unknown;
}

/** Policies of the user's own. */
export interface OwnPolicies {
  readonly documents: readonly RuleDocument[];
  /** Files with named patterns (`define: 1`). */
  readonly defines?: readonly PolicyDocument[];
  /** Files with phrase sets (`words: en`); each speaks for one language. */
  readonly words?: readonly (PolicyDocument & { readonly language: string })[];
}

/** Policies ready to be compiled. */
export interface Policies {
  readonly documents: readonly RuleDocument[];
  readonly names: Names;
  readonly words: Words;
}

interface Catalogue {
  readonly documents: readonly RuleDocument[];
  readonly names: Names;
  readonly sets: PhraseSets;
}

/** The built-in policies, as they were when this package was built. */
export const builtinPolicies = (): Catalogue => ({
  documents: builtinRules().map(({ path, promise, value }) => ({ source: { path, text: '' }, value, promise, trusted: true })),
  names: namesOf(builtinDefine()),
  sets: Object.fromEntries(Object.entries(builtinWords).map(([language, load]) => [language, phraseSetsIn(load())])),
});

const namesOf = (value: unknown): Names => {
  const part = (key: string): Record<string, unknown> => (isMap(value) && isMap(value[key]) ? value[key] : {});
  return { patterns: part('patterns'), edges: part('edges') };
};

/** The phrase sets of a file of words, by name. */
export const phraseSetsIn = (value: unknown): Record<string, readonly string[]> => {
  const { words: _language, sets, ...flat } = isMap(value) ? value : {};
  return (isMap(sets) ? sets : flat) as Record<string, readonly string[]>;
};

/** Adds the user's own policies to the built-in ones. A name that is built in cannot be given another meaning. */
export const mergePolicies = (builtin: Catalogue, own: OwnPolicies): Policies => {
  const names = { patterns: { ...builtin.names.patterns }, edges: { ...builtin.names.edges } };
  for (const file of own.defines ?? []) {
    checkForm('define', file);
    const mine = namesOf(file.value);
    for (const part of ['patterns', 'edges'] as const) {
      for (const [name, pattern] of Object.entries(mine[part])) {
        if (Object.hasOwn(names[part], name)) faultIn(file.source)([part, name], `\`${name}\` has a meaning already. Give yours another name.`);
        names[part][name] = pattern;
      }
    }
  }
  const sets: Record<string, Record<string, readonly string[]>> = Object.fromEntries(
    Object.entries(builtin.sets).map(([language, mine]) => [language, { ...mine }]),
  );
  for (const file of own.words ?? []) {
    for (const [name, phrases] of Object.entries(phraseSetsIn(file.value))) {
      checkPhrases(name, phrases, file);
      const mine = Object.hasOwn(sets, file.language) ? sets[file.language] : {};
      sets[file.language] = { ...mine, [name]: [...(mine !== undefined && Object.hasOwn(mine, name) ? (mine[name] ?? []) : []), ...phrases] };
    }
  }
  return { documents: [...builtin.documents, ...own.documents], names, words: makeWords(sets) };
};

/** Enough for any sentence; a set is matched in time that grows with its longest phrase. */
const LONGEST_PHRASE = 500;

const checkPhrases = (name: string, phrases: unknown, { source, value }: PolicyDocument): void => {
  const fault = faultIn(source);
  const route = isMap(value) && isMap(value['sets']) ? ['sets', name] : [name];
  if (!Array.isArray(phrases)) return fault(route, 'A phrase set is a list of phrases.');
  phrases.forEach((phrase: unknown, i) => {
    if (typeof phrase !== 'string') fault([...route, i], 'A phrase is a text. Put it in quotes.');
    else if (phrase.length > LONGEST_PHRASE)
      fault([...route, i], `This phrase has more than ${LONGEST_PHRASE} characters. Take the words that matter.`);
  });
};

const checkForm = (kind: 'define', file: PolicyDocument): void => {
  const [problem] = validate(kind, file.value);
  if (problem !== undefined) throw new UserError(problem.message, { path: file.source.path, place: locateProblem(file.source, problem) });
};

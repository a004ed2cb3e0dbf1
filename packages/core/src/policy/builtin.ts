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
  sets: Object.fromEntries(Object.entries(builtinWords).map(([language, load]) => [language, setsOf(load())])),
});

const isMap = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

const namesOf = (value: unknown): Names => {
  const part = (key: string): Record<string, unknown> => (isMap(value) && isMap(value[key]) ? value[key] : {});
  return { patterns: part('patterns'), edges: part('edges') };
};

const setsOf = (value: unknown): Record<string, readonly string[]> => {
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
    for (const [name, phrases] of Object.entries(setsOf(file.value))) {
      if (!Array.isArray(phrases)) faultIn(file.source)([name], 'A phrase set is a list of phrases.');
      (sets[file.language] ??= {})[name] = [...(sets[file.language]?.[name] ?? []), ...phrases];
    }
  }
  return { documents: [...builtin.documents, ...own.documents], names, words: makeWords(sets) };
};

const checkForm = (kind: 'define', file: PolicyDocument): void => {
  const [problem] = validate(kind, file.value);
  if (problem !== undefined) throw new UserError(problem.message, { path: file.source.path, place: locateProblem(file.source, problem) });
};

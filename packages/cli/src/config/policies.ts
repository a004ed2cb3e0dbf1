import { parseDocument, UserError, type RuleDocument, type Source } from '@carelint/core';
import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { shownPath } from '../find/read.js';
import type { ConfigFile } from './config-file.js';
import { needed, readText } from './read-text.js';

const RULE = 'rule.yaml';

/** A document of policies: named patterns or phrase sets of one's own. */
export interface PolicyFile {
  readonly source: Source;
  readonly value: unknown;
}

/** What folders of policies hold. */
export interface OwnPolicies {
  readonly folders: readonly string[];
  readonly rules: readonly RuleDocument[];
  readonly defines: readonly PolicyFile[];
  /** Phrase sets: the language is the name of the file. */
  readonly words: readonly (PolicyFile & { readonly language: string })[];
}

/** Reads a policy file. A mistake in its syntax is the user's. */
export const readPolicyFile = (absolute: string, cwd: string): PolicyFile => {
  const shown = shownPath(cwd, absolute);
  const source: Source = { path: shown, text: readText(absolute, shown) };
  const { value, problem, slips } = parseDocument(source);
  const slip = problem ?? slips?.[0];
  if (slip !== undefined) throw new UserError(slip.message, { path: shown, place: slip.place });
  return { source, value };
};

const foldersIn = (folder: string, cwd: string): readonly string[] =>
  needed(shownPath(cwd, folder), () => readdirSync(folder, { withFileTypes: true }))
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.') && entry.name !== 'node_modules')
    .map(({ name }) => path.join(folder, name))
    .sort();

/** Files `rule.yaml` in a folder, at any depth; below one of them only its examples lie. */
const ruleFiles = (folder: string, cwd: string): readonly string[] => {
  const file = path.join(folder, RULE);
  return existsSync(file) ? [file] : foldersIn(folder, cwd).flatMap((inner) => ruleFiles(inner, cwd));
};

/** The pack of a rule: written before its id, else that of the folder. */
const toRule = (absolute: string, cwd: string, pack: string): RuleDocument => {
  const { source, value } = readPolicyFile(absolute, cwd);
  const promise = path.basename(path.dirname(path.dirname(absolute)));
  return { source, value, pack, ...(promise === 'policies' ? {} : { promise }) };
};

const wordsIn = (folder: string, cwd: string): OwnPolicies['words'] => {
  const words = path.join(folder, 'words');
  if (!existsSync(words)) return [];
  const files = needed(shownPath(cwd, words), () => readdirSync(words))
    .filter((name) => name.endsWith('.yaml'))
    .sort();
  return files.map((name) => ({ language: path.basename(name, '.yaml'), ...readPolicyFile(path.join(words, name), cwd) }));
};

const isFolder = (absolute: string): boolean => existsSync(absolute) && statSync(absolute).isDirectory();

/** The folders of policies that a config names, and the folder `policies/` beside it. */
const policyFolders = (config: ConfigFile): readonly string[] => {
  const named = (config.written.policies ?? []).map((name, index) => {
    const absolute = path.resolve(config.folder, name);
    if (!isFolder(absolute))
      throw new UserError(`There is no folder \`${name}\` with policies.`, { path: config.path, place: config.at(['policies', index]) });
    return absolute;
  });
  const beside = path.join(config.folder, 'policies');
  return config.path !== '' && isFolder(beside) && !named.includes(beside) ? [beside, ...named] : named;
};

/** The name under which the rules of a config go: that of the package it came in, else `own`. */
const packOf = ({ folder }: ConfigFile): string => {
  const parts = folder.split(path.sep);
  const index = parts.lastIndexOf('node_modules');
  if (index < 0) return 'own';
  const name = parts[index + 1]?.startsWith('@') === true ? parts[index + 2] : parts[index + 1];
  return (name ?? 'own').replace(/^carelint-(?:pack-|policies-)?/u, '');
};

/** Reads all rules, patterns and phrase sets that configs bring along. */
export const ownPolicies = (configs: readonly ConfigFile[], cwd: string): OwnPolicies => {
  const places = configs.flatMap((config) => policyFolders(config).map((folder) => ({ folder, pack: packOf(config) })));
  const once = [...new Map(places.map((place) => [place.folder, place])).values()];
  return {
    folders: once.map(({ folder }) => folder),
    rules: once.flatMap(({ folder, pack }) => ruleFiles(folder, cwd).map((file) => toRule(file, cwd, pack))),
    defines: once
      .map(({ folder }) => path.join(folder, 'define.yaml'))
      .filter((file) => existsSync(file))
      .map((file) => readPolicyFile(file, cwd)),
    words: once.flatMap(({ folder }) => wordsIn(folder, cwd)),
  };
};

import { builtinDefine, builtinRules, type Level, type PackAsking } from '@carelint/core';
import { idOf, type ResolvedConfig } from '../config/resolve.js';
import { loudest } from '../config/states.js';

/** A rule as people look it up. */
export interface CatalogueEntry {
  readonly id: string;
  readonly promise: string;
  readonly title: string;
  readonly suffers: string;
  readonly level: Level;
  readonly certainty: string;
  readonly instead: string;
  readonly notWhen?: string;
  /** The question of somebody who listens to a call; and what they recommend, where that is not `instead`. */
  readonly ask?: string;
  readonly coach?: string;
  readonly isBuiltIn: boolean;
  /** Level in force, `off` where no pack and no config names it. */
  readonly inForce: Level | 'off';
  /** The packs that ask for it here. */
  readonly packs: readonly PackAsking[];
  readonly options: Readonly<Record<string, unknown>>;
  readonly sources: readonly unknown[];
  readonly yieldsTo: readonly string[];
  /** The whole rule, as it is written. */
  readonly written: unknown;
  readonly path: string;
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

const entry = (id: string, promise: string, path: string, written: unknown, config: ResolvedConfig, isBuiltIn: boolean): CatalogueEntry => {
  const rule = (written ?? {}) as Readonly<Record<string, unknown>>;
  return {
    id,
    promise,
    title: textOf(rule['title']),
    suffers: textOf(rule['suffers']),
    level: config.defaults.get(id) ?? 'warning',
    certainty: textOf(rule['certainty']),
    instead: textOf(rule['instead']),
    ...(rule['not-when'] === undefined ? {} : { notWhen: textOf(rule['not-when']) }),
    ...(rule['ask'] === undefined ? {} : { ask: textOf(rule['ask']) }),
    ...(rule['coach'] === undefined ? {} : { coach: textOf(rule['coach']) }),
    isBuiltIn,
    inForce: loudest(config.rules.get(id) ?? []),
    packs: (config.rules.get(id) ?? []).flatMap(({ packs }) => packs),
    options: (rule['options'] ?? {}) as Readonly<Record<string, unknown>>,
    sources: listOf(rule['sources']),
    yieldsTo: listOf(rule['yields-to']).map(String),
    written,
    path,
  };
};

/** All rules that there are, built in and one's own, by promise and id. */
export const catalogue = (config: ResolvedConfig): readonly CatalogueEntry[] => [
  ...builtinRules().map(({ id, promise, path, value }) => entry(id, promise, path, value, config, true)),
  ...config.policies.rules.flatMap((rule) => {
    const id = idOf(rule);
    return id === undefined ? [] : [entry(id, rule.promise ?? 'own', rule.source.path, rule.value, config, false)];
  }),
];

/** A rule as programs look it up. */
export type PlainRule = Pick<
  CatalogueEntry,
  'id' | 'promise' | 'title' | 'suffers' | 'level' | 'inForce' | 'certainty' | 'instead' | 'options' | 'packs' | 'path'
>;

/** What programs are told of a rule. */
export const plainRule = ({ id, promise, title, suffers, level, inForce, certainty, instead, options, packs, path }: CatalogueEntry): PlainRule => ({
  id,
  promise,
  title,
  suffers,
  level,
  inForce,
  certainty,
  instead,
  options,
  packs,
  path,
});

/** Named patterns and named sets of edges, one's own laid over the built-in ones. */
export const definitions = (
  config: ResolvedConfig,
): { readonly patterns: Readonly<Record<string, unknown>>; readonly edges: Readonly<Record<string, unknown>> } => {
  const all = [builtinDefine(), ...config.policies.defines.map(({ value }) => value)] as readonly ({ patterns?: object; edges?: object } | null)[];
  return {
    patterns: Object.assign({}, ...all.map((define) => define?.patterns ?? {})) as Readonly<Record<string, unknown>>,
    edges: Object.assign({}, ...all.map((define) => define?.edges ?? {})) as Readonly<Record<string, unknown>>,
  };
};

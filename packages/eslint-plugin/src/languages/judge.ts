import {
  builtinRules,
  check,
  compile,
  DIRECTIVE_MARK,
  jsonPathBy,
  link,
  locate,
  settle,
  type CompiledRule,
  type Finding,
  type LinkInput,
} from '@carelint/core';
import { numberingPlans } from '@carelint/core/phones';
import { jsonpath } from 'json-p3';
import type { ReadFlow } from './read.js';

/** Options of a rule by their names; those that are left out have their defaults. */
export type Options = Readonly<Record<string, unknown>>;

/** Facts outside the file, by name. */
export type Assumptions = Readonly<Record<string, unknown>>;

const jsonPath = jsonPathBy(jsonpath);
const known = builtinRules().map(({ id }) => id);
const isBuiltin = new Set(known);

/** Files of a run mostly have the same rules. */
const REMEMBERED = 8;
const compiled = new Map<string, readonly CompiledRule[]>();

const compiledFor = (asked: ReadonlyMap<string, Options>, assume: Assumptions): readonly CompiledRule[] => {
  const settings = [...asked]
    .filter(([id]) => isBuiltin.has(id))
    .map(([id, options]) => ({ id, options, level: 'warning' as const, applies: () => true }));
  const key = JSON.stringify([settings.map(({ id, options }) => [id, options]), assume]);
  let rules = compiled.get(key);
  if (rules === undefined) {
    rules = compile({ documents: [], settings, assume, jsonPath });
    if (compiled.size >= REMEMBERED) compiled.clear();
    compiled.set(key, rules);
  }
  return rules;
};

const NOTHING_COUNTED = { files: 1, read: 1, unclaimed: 0, skipped: 0, failed: 0, artefacts: {}, steps: 0, rules: 0 };

/** Judges a file, alone, by all rules that were asked for: what the command finds when it is given this file only. */
export const judge = ({ source, artefacts }: ReadFlow, asked: ReadonlyMap<string, Options>, assume: Assumptions): readonly Finding[] => {
  if (artefacts.length === 0 || asked.size === 0) return [];
  const rules = compiledFor(asked, assume);
  const input: LinkInput = { phones: numberingPlans, ...(typeof assume['country'] === 'string' ? { country: assume['country'] } : {}) };
  const service = link(artefacts, input);
  const { findings } = settle(check(service, rules), {
    version: '',
    textOf: (path) => (path === source.path ? source : undefined),
    locate,
    problems: [],
    coverage: NOTHING_COUNTED,
    waivers: [],
    today: '',
    isDue: () => false,
    directives: {
      files: source.text.includes(DIRECTIVE_MARK) ? [source.path] : [],
      artefacts: service.artefacts,
      known,
      ran: (id) => asked.has(id),
    },
  });
  return findings;
};

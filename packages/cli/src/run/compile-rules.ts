import { builtinRules, compile, loadJsonPath, needsJsonPath, type Artefact, type CompiledRule, type RuleSetting } from '@carelint/core';
import { idOf } from '../config/resolve.js';
import type { OwnPolicies } from '../config/policies.js';

/** Compiles what the settings switch on. The engine for JSONPath is loaded only where one of these rules asks for values that the artefacts may have. */
export const compileRules = async (
  { rules, defines, words }: Pick<OwnPolicies, 'rules' | 'defines' | 'words'>,
  settings: readonly RuleSetting[],
  assume: Readonly<Record<string, unknown>>,
  artefacts?: readonly Artefact[],
): Promise<readonly CompiledRule[]> => {
  const on = new Set(settings.map(({ id }) => id));
  const needed =
    builtinRules().some(({ id, value }) => on.has(id) && needsJsonPath(value, artefacts)) ||
    rules.some((rule) => on.has(idOf(rule) ?? '') && needsJsonPath(rule.value));
  const jsonPath = needed ? await loadJsonPath() : undefined;
  return compile({ documents: rules, defines, words, settings, assume, ...(jsonPath === undefined ? {} : { jsonPath }) });
};

import js from '@eslint/js';
import json from '@eslint/json';
import yml from 'eslint-plugin-yml';
import type { Linter, Rule } from 'eslint';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { rules as codeRules } from '../../src/rules/index.generated.js';
import { flowRules } from '../../src/flow-rules/rules.js';
import { ESLINTS, flowConfig, lintText, plugin } from './setup.js';

const FLOW = readFileSync(path.join(import.meta.dirname, 'cases/found.flow.yaml'), 'utf8');
const JSON_FLOW = readFileSync(path.join(import.meta.dirname, 'cases/found.flow.json'), 'utf8');

const everyRule = (ids: readonly string[]): Linter.RulesRecord => Object.fromEntries(ids.map((id) => [`carelint/${id}`, 'error']));
const idsIn = (messages: readonly Linter.LintMessage[]): readonly unknown[] =>
  messages.map(({ ruleId, fatal, message }) => ruleId ?? [fatal, message]);

it('has no rule for code and for flows of the same id', () => {
  expect(Object.keys(codeRules).filter((id) => id in flowRules)).toEqual([]);
});

describe.each(ESLINTS)('%s', (_name, api) => {
  it.each([
    ['all core rules', js.configs.all],
    ['the recommended core rules', js.configs.recommended],
    ['globals and parser options', { languageOptions: { globals: { window: 'readonly' }, parserOptions: { ecmaFeatures: { jsx: true } } } }],
  ] as [string, Linter.Config][])('says nothing more of flows where %s are on for every file', (_what, everywhere) => {
    const alone = lintText(api, FLOW, [...plugin.configs.flows], 'found.flow.yaml');
    const together = lintText(api, FLOW, [everywhere, ...plugin.configs.flows], 'found.flow.yaml');
    expect(alone).not.toEqual([]);
    expect(together).toEqual(alone);
  });

  it('suggests what the command suggests, for one file', () => {
    const flow =
      'flow: main\r\nchannel: phone\r\nsteps:\r\n  - menu: How can we help?\r\n    choices: { 1 A bill: desk }\r\n    if-silent: end # for now\r\n    if-unclear: end\r\nparts:\r\n  desk:\r\n    - person: Desk\r\n';
    const rules: Linter.RulesRecord = { 'carelint/silent-hangup': 'error' };
    const [message] = lintText(api, flow, flowConfig(rules), 'main.flow.yaml');
    const [person, callback] = message?.suggestions ?? [];
    expect([person?.desc, callback?.desc]).toEqual(['Lead them to a person', 'Offer a callback']);
    for (const { fix } of message?.suggestions ?? []) {
      const mended = flow.slice(0, fix.range[0]) + fix.text + flow.slice(fix.range[1]);
      expect(mended).toContain('# for now');
      expect(mended.replaceAll('\r\n', '')).not.toContain('\n');
      expect(lintText(api, mended, flowConfig(rules), 'main.flow.yaml')).toEqual([]);
    }
  });

  it('has options for its rules that ESLint takes', () => {
    const said = lintText(api, FLOW, flowConfig(everyRule(Object.keys(flowRules))), 'found.flow.yaml');
    expect(said.every(({ fatal }) => fatal !== true)).toBe(true);
    for (const [id, { meta }] of Object.entries(flowRules)) {
      expect(meta?.docs?.description, id).toMatch(/\w/u);
      expect(meta?.docs?.url, id).toMatch(/^https:/u);
    }
    const withDefaults = Object.entries(flowRules).map(([id, { meta }]) => [
      `carelint/${id}`,
      ['error', ...((meta?.defaultOptions ?? []) as readonly unknown[])],
    ]);
    expect(lintText(api, FLOW, flowConfig(Object.fromEntries(withDefaults) as Linter.RulesRecord), 'found.flow.yaml')).toEqual(said);
  });

  it('refuses an option that a rule does not have, and facts that are none', () => {
    const lint = (more: Linter.Config): unknown => lintText(api, FLOW, flowConfig({}, more), 'found.flow.yaml');
    expect(() => lint({ rules: { 'carelint/prompt-too-long': ['error', { maxWord: 3 }] } })).toThrow(/maxWords/u);
    expect(() => lint({ languageOptions: { assume: 'DE' } })).toThrow(/assume/u);
  });

  it('lets its policies say nothing of code, and its rules for code nothing of flows', () => {
    const policies = { plugins: { carelint: plugin }, rules: everyRule(Object.keys(flowRules)) };
    expect(lintText(api, 'export const flow = "flow: x";\n', policies, 'a.js')).toEqual([]);
    expect(lintText(api, FLOW, flowConfig(everyRule(Object.keys(codeRules))), 'found.flow.yaml')).toEqual([]);
  });

  it('works beside @eslint/json and eslint-plugin-yml', () => {
    const config = [
      ...plugin.configs.flows,
      { files: ['**/*.json'], ignores: ['**/*.flow.json'], plugins: { json }, language: 'json/json', rules: { 'json/no-duplicate-keys': 'error' } },
      ...yml.configs['flat/standard'].map((one: Linter.Config) => ({ ...one, files: ['**/*.{yaml,yml}'], ignores: ['**/*.flow.yaml'] })),
    ] as Linter.Config[];
    expect(idsIn(lintText(api, FLOW, config, 'found.flow.yaml'))).toEqual(idsIn(lintText(api, FLOW, [...plugin.configs.flows], 'found.flow.yaml')));
    expect(idsIn(lintText(api, JSON_FLOW, config, 'found.flow.json'))).not.toEqual([]);
    expect(idsIn(lintText(api, '{ "a": 1, "a": 2 }\n', config, 'data.json'))).toEqual(['json/no-duplicate-keys']);
    expect(idsIn(lintText(api, 'a:    1\n', config, 'data.yaml'))).toEqual(['yml/key-spacing']);
  });

  it.each([
    ['eslint-plugin-yml', yml.rules],
    ['@eslint/json', json.rules],
  ] as [string, Record<string, Rule.RuleModule>][])(
    'meets rules of %s that are on for flows too, which find nothing and do not fail',
    (_what, rules) => {
      for (const [id, rule] of Object.entries(rules)) {
        const config = flowConfig({ 'other/rule': 'error' }, { plugins: { carelint: plugin, other: { rules: { rule } } } });
        // ESLint itself refuses rules that name other languages, and rules without options that they must have.
        const refused = 'languages' in (rule.meta ?? {}) || id === 'sort-sequence-values' || id === 'sort-keys';
        if (!refused) expect(lintText(api, FLOW, config, 'found.flow.yaml'), id).toEqual([]);
      }
    },
  );
});

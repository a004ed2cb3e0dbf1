import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Rule } from 'eslint';
import { builtinRules } from '@carelint/core';
import { afterAll, describe, expect, it } from 'vitest';
import plugin from '../src/index.js';
import { rules } from '../src/rules/index.generated.js';
import { examplesOf, inWords, lint, mended, RULES, SETUPS, type Example, type Setup } from './examples.js';

const policies = new Set(builtinRules().map(({ id }) => id));
const moduleOf = (id: string): Rule.RuleModule => plugin.rules?.[id] as Rule.RuleModule;

/** The findings of an example as a table for RuleTester, which then looks for faults of its own: suggestions that break the code, odd places. */
const expected = (example: Example, found: ReturnType<typeof lint>) =>
  found.map(({ messageId, line, column, endLine, endColumn, suggestions }) => ({
    messageId: messageId ?? '',
    line,
    column,
    ...(endLine === undefined ? {} : { endLine }),
    ...(endColumn === undefined ? {} : { endColumn }),
    ...(suggestions === undefined || suggestions.length === 0
      ? {}
      : { suggestions: suggestions.map((suggestion) => ({ desc: suggestion.desc, output: mended(example.code, suggestion) })) }),
  }));

const runRuleTester = (id: string, setup: Setup, bad: readonly Example[], good: readonly Example[]): void => {
  const { RuleTester } = setup.api;
  Object.assign(RuleTester, { describe, it, itOnly: it.only, afterAll });
  const test = ({ name, filename, code, options, settings }: Example) => ({ name, filename, code, options: [...options], settings });
  new RuleTester({ languageOptions: setup.languageOptions }).run(id, moduleOf(id), {
    valid: good.map(test),
    invalid: bad.map((example) => ({ ...test(example), errors: expected(example, lint(id, moduleOf(id), example, setup)) })),
  });
};

describe.each(Object.keys(rules))('%s', (id) => {
  const [bad, good] = [examplesOf(id, 'bad'), examplesOf(id, 'good')];
  const first = (filename: string): Setup => SETUPS.find(({ reads }) => reads.test(filename))!;

  it('says of its bad examples what is written in findings.txt', async () => {
    const said = bad.map((example) => inWords(example, lint(id, moduleOf(id), example, first(example.filename))));
    await expect(`${said.join('\n\n')}\n`).toMatchFileSnapshot(path.join(RULES, id, 'findings.txt'));
  });

  it.each(bad)('finds something in $name', (example) => {
    expect(lint(id, moduleOf(id), example, first(example.filename)).filter(({ messageId }) => messageId !== undefined)).not.toEqual([]);
  });

  describe.each(SETUPS)('$name', (setup) => {
    const read = ({ filename }: Example): boolean => setup.reads.test(filename);
    it('says the same as every other', () => {
      for (const example of bad.filter(read))
        expect(inWords(example, lint(id, moduleOf(id), example, setup))).toBe(
          inWords(example, lint(id, moduleOf(id), example, first(example.filename))),
        );
    });
    if (bad.some(read) || good.some(read)) runRuleTester(id, setup, bad.filter(read), good.filter(read));
  });

  it('is complete', () => {
    const { about, messages, options = {}, suggests } = rules[id]!;
    expect(existsSync(path.join(RULES, id, 'README.md')), 'its page').toBe(true);
    expect(about.sources.length).toBeGreaterThan(0);
    expect(
      about.policies.filter((policy) => !policies.has(policy)),
      'policies that there are not',
    ).toEqual([]);
    expect(policies.has(id), 'a policy has this name').toBe(false);
    for (const sentence of [...Object.values(messages), about.suffers, about.instead]) expect(sentence).toMatch(/[.!?]$/u);
    for (const option of Object.values(options)) expect(option.description).toMatch(/\w/u);
    const meta = moduleOf(id).meta;
    expect(meta).toMatchObject({ docs: { description: about.title, url: expect.stringMatching(/^https:/u) as unknown } });
    expect(meta?.hasSuggestions ?? false).toBe(suggests ?? false);
  });
});

it.each(['tests', 'stories', 'docs', 'built'] as const)('leaves %s alone unless asked', (kind) => {
  const filename = { tests: 'src/help.test.tsx', stories: 'src/help.stories.tsx', docs: 'docs/help.tsx', built: 'dist/help.tsx' }[kind];
  const example = { ...examplesOf('no-premium-tel', 'bad').find(({ name }) => name.endsWith('.tsx'))!, filename };
  const judge = (settings: Record<string, unknown>) => lint('no-premium-tel', moduleOf('no-premium-tel'), { ...example, settings }, SETUPS[1]!);
  expect(judge({})).toEqual([]);
  expect(judge({ carelint: { skip: [] } })).toHaveLength(1);
});

import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import * as typescript from '@typescript-eslint/parser';
import * as ten from 'eslint';
import * as nine from 'eslint9';
import type { Linter, Rule } from 'eslint';

export const RULES = path.resolve(import.meta.dirname, '../src/rules');

/** A file of a rule's `bad/` or `good/`, with what it sets for itself in leading lines: `// options: {...}` and `// settings: {...}`. */
export interface Example {
  /** Path from the rule's folder: `bad/app/contact/page.tsx`. */
  readonly name: string;
  /** What the rule takes it for: the path below `bad/` or `good/`. */
  readonly filename: string;
  readonly code: string;
  readonly options: readonly unknown[];
  readonly settings: Readonly<Record<string, unknown>>;
}

const setting = (code: string, name: string): Record<string, unknown> | undefined => {
  const written = new RegExp(`^// ${name}: (.*)$`, 'mu').exec(code)?.[1];
  return written === undefined ? undefined : (JSON.parse(written) as Record<string, unknown>);
};

/** All examples of a rule, in the order of their names. */
export const examplesOf = (id: string, kind: 'bad' | 'good'): readonly Example[] =>
  readdirSync(path.join(RULES, id, kind), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(path.join(RULES, id), path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
    .sort()
    .map((name) => {
      const code = readFileSync(path.join(RULES, id, name), 'utf8');
      const options = setting(code, 'options');
      return {
        name,
        filename: name.slice(kind.length + 1),
        code,
        options: options === undefined ? [] : [options],
        settings: { carelint: setting(code, 'settings') ?? {} },
      };
    });

/** One way to lint: an ESLint, and a parser. */
export interface Setup {
  readonly name: string;
  readonly api: typeof ten;
  readonly languageOptions: Linter.LanguageOptions;
  /** Files it can read. */
  readonly reads: RegExp;
}

const parserOptions = { ecmaFeatures: { jsx: true } };
const ESLINTS = [
  ['ESLint 10', ten],
  ['ESLint 9', nine as unknown as typeof ten],
] as const;

/** Both ESLints with both parsers. */
export const SETUPS: readonly Setup[] = ESLINTS.flatMap(([name, api]) => [
  { name: `${name}, espree`, api, languageOptions: { parserOptions }, reads: /\.[cm]?jsx?$/u },
  {
    name: `${name}, @typescript-eslint/parser`,
    api,
    languageOptions: { parser: typescript as Linter.Parser, parserOptions },
    reads: /\.[cm]?[jt]sx?$/u,
  },
]);

/** What a rule says of an example. */
export const lint = (id: string, rule: Rule.RuleModule, example: Example, { api, languageOptions }: Setup): Linter.LintMessage[] =>
  new api.Linter({ configType: 'flat' }).verify(
    example.code,
    [
      {
        files: ['**/*.{js,jsx,cjs,mjs,ts,tsx,cts,mts}'],
        languageOptions,
        settings: example.settings,
        plugins: { carelint: { rules: { [id]: rule } } },
        rules: { [`carelint/${id}`]: ['error', ...example.options] },
      },
    ],
    { filename: example.filename },
  );

/** The lines that a change takes away and puts in. */
const changed = (before: string, after: string): readonly string[] => {
  const [old, fresh] = [before.split('\n'), after.split('\n')];
  const start = old.findIndex((line, index) => line !== fresh[index]);
  let end = 0;
  while (end < Math.min(old.length, fresh.length) - start && old.at(-1 - end) === fresh.at(-1 - end)) end++;
  return [...old.slice(start, old.length - end).map((line) => `- ${line}`), ...fresh.slice(start, fresh.length - end).map((line) => `+ ${line}`)];
};

/** The example after a suggestion was taken. */
export const mended = (code: string, { fix }: Linter.LintSuggestion): string => code.slice(0, fix.range[0]) + fix.text + code.slice(fix.range[1]);

/** Findings as they are kept in `findings.txt`. */
export const inWords = ({ name, code }: Example, messages: readonly Linter.LintMessage[]): string =>
  [
    name,
    ...messages.flatMap((message) => [
      `  ${message.line}:${message.column}-${message.endLine ?? message.line}:${message.endColumn ?? message.column} ${message.messageId ?? 'broken'}: ${message.message}`,
      ...(message.suggestions ?? []).flatMap((suggestion) => [
        `    suggests: ${suggestion.desc}`,
        ...changed(code, mended(code, suggestion)).map((line) => `      ${line}`),
      ]),
    ]),
  ].join('\n');

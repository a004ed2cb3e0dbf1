import type { TSESLint } from '@typescript-eslint/utils';
import type { JSONSchema4 } from '@typescript-eslint/utils/json-schema';
import { isSkipped } from './skipped-files.js';

/** Where a demand comes from: a claim of the articles that carelint starts from, or a law or standard. */
export interface RuleSource {
  readonly seed?: string;
  readonly law?: string;
  readonly says?: string;
  readonly note?: string;
}

/** What is known of a rule without running it; its page is made of this. */
export interface RuleAbout {
  /** What must hold, as a sentence without a full stop. */
  readonly title: string;
  /** What customers go through where it does not hold. */
  readonly suffers: string;
  /** What to do, in one or two sentences. */
  readonly instead: string;
  /** When the rule is wrong to apply. */
  readonly notWhen?: string;
  readonly level: 'error' | 'warning';
  /** `low` is on in `strict` only. */
  readonly certainty: 'high' | 'medium' | 'low';
  /** Ids of the policies that demand the same of flows, pages and documents. */
  readonly policies: readonly string[];
  readonly sources: readonly RuleSource[];
}

/** Options of a rule: one object, each of its properties with a default and a description. */
export type OptionSchemas = Readonly<Record<string, JSONSchema4 & { readonly description: string; readonly default: unknown }>>;

/** What a rule gets to work with: ESLint's context, and its options with defaults filled in. */
export type CodeContext<Message extends string, Options> = Readonly<TSESLint.RuleContext<Message, []>> & { readonly settled: Options };

/** A rule for code. It knows neither its id nor its level in a config nor its page. */
export interface CodeRule<Message extends string, Options = unknown> {
  readonly about: RuleAbout;
  /** By message id. Each says what is wrong and what that does to the customer. */
  readonly messages: Readonly<Record<Message, string>>;
  readonly options?: OptionSchemas;
  /** Whether it suggests how to mend; nothing is mended unasked. */
  readonly suggests?: boolean;
  readonly create: (context: CodeContext<Message, Options>) => TSESLint.RuleListener;
}

/** A rule for code, whatever its messages and options. */
export type AnyCodeRule = Omit<CodeRule<string>, 'create'> & { readonly create: (context: never) => TSESLint.RuleListener };

/** Writes down a rule so that its messages and options are checked. */
export const codeRule = <Message extends string, Options = unknown>(rule: CodeRule<Message, Options>): CodeRule<Message, Options> => rule;

const defaultsOf = (options: OptionSchemas): Record<string, unknown> =>
  Object.fromEntries(Object.entries(options).map(([name, schema]) => [name, schema.default]));

const schemaOf = (options: OptionSchemas | undefined): readonly JSONSchema4[] =>
  options === undefined ? [] : [{ type: 'object', properties: { ...options }, additionalProperties: false }];

/** Makes of a rule what ESLint takes. `url` is its page. Files that customers never meet are left alone: see `isSkipped`. */
export const toRuleModule = (
  { about, messages, options, suggests, create }: AnyCodeRule,
  url: string,
): Omit<TSESLint.RuleModule<string, unknown[]>, 'defaultOptions'> => {
  const defaults = defaultsOf(options ?? {});
  return {
    meta: {
      type: 'problem',
      docs: { description: about.title, url },
      messages: { ...messages },
      schema: [...schemaOf(options)],
      ...(options === undefined ? {} : { defaultOptions: [defaults] }),
      ...(suggests === true ? { hasSuggestions: true } : {}),
    },
    create: (context) => {
      // The languages of flows have another tree.
      if ((context.sourceCode.ast.type as string) !== 'Program' || isSkipped(context)) return {};
      const given = (context.options as readonly unknown[])[0];
      const settled = { ...defaults, ...(given as Record<string, unknown> | undefined) };
      return create(Object.assign(Object.create(context) as object, { settled }) as never);
    },
  };
};

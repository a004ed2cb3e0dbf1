import { builtinRules, HOME_URL, ownRules, ruleUrl } from '@carelint/core';
import type { Rule } from 'eslint';
import type { JSONSchema4 } from '@typescript-eslint/utils/json-schema';
import { SLIP, UNREAD } from '../flow-rules/ids.js';

/** What of a rule's file ESLint wants to know. */
interface Written {
  readonly title: string;
  readonly options?: Readonly<Record<string, JSONSchema4>>;
  readonly fix?: unknown;
  readonly suggest?: unknown;
}

/** Our own rule whose findings mend themselves. */
const MENDS_ITSELF = 'unused-directive';

const OWN: Readonly<Record<string, string>> = {
  ...Object.fromEntries(ownRules.map(({ id, title }) => [id, title])),
  [UNREAD]: 'All of a document can be read',
  [SLIP]: 'A document says what its author means',
};

let written: ReadonlyMap<string, Written> | undefined;

const writtenOf = (id: string): Written => {
  written ??= new Map(builtinRules().map((rule) => [rule.id, rule.value as Written]));
  return written.get(id) ?? { title: OWN[id] ?? id };
};

const optionsOf = (options: Readonly<Record<string, JSONSchema4>>): Pick<Rule.RuleMetaData, 'schema' | 'defaultOptions'> => ({
  schema: [{ type: 'object', properties: options, additionalProperties: false }],
  defaultOptions: [Object.fromEntries(Object.entries(options).map(([name, schema]) => [name, schema.default]))],
});

const metas = new Map<string, Rule.RuleMetaData>();

/** What ESLint is told of a rule. */
export const metaOf = (id: string): Rule.RuleMetaData => {
  let meta = metas.get(id);
  if (meta === undefined) {
    const { title, options, fix, suggest } = writtenOf(id);
    meta = {
      type: 'problem',
      docs: { description: title, url: id in OWN ? `${HOME_URL}eslint/flows` : (ruleUrl(id) ?? HOME_URL) },
      messages: { found: '{{told}}' },
      ...(fix === undefined && suggest === undefined && id !== MENDS_ITSELF ? {} : { hasSuggestions: true }),
      ...(options === undefined ? { schema: [] } : optionsOf(options)),
    };
    metas.set(id, meta);
  }
  return meta;
};

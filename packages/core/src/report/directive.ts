import { nearest } from '@carelint/policy-schema';
import type { Comment } from './comment.js';
import { ownRules } from './own-rules.js';

const VERBS = { 'carelint-disable-next-line': 'line', 'carelint-disable-step': 'step' } as const;

/** A comment that switches rules off at one place. */
export interface Directive {
  readonly comment: Comment;
  readonly reach: 'line' | 'step';
  readonly rules: readonly string[];
  readonly because: string;
}

/** What a comment says; or what is wrong with it, as a sentence or two. */
export type ParsedDirective = { readonly directive: Directive } | { readonly wrong: string };

const didYouMean = (word: string, known: readonly string[], otherwise: string): string => {
  const meant = nearest(word, known);
  return meant === undefined ? otherwise : `Did you mean \`${meant}\`?`;
};

const OWN = new Set(ownRules.map(({ id }) => id));

const wrongWith = (id: string, known: readonly string[]): string | undefined => {
  if (known.includes(id)) return undefined;
  if (/^(?:\*+|all|any|everything)$/iu.test(id) || id.includes('*'))
    return `\`${id}\` is no rule, and nothing switches all of them off. Name the rules.`;
  if (OWN.has(id)) return `\`${id}\` cannot be switched off.`;
  if (/\s/u.test(id)) return `\`${id}\` is no rule. Put commas between several, and the reason after \`--\`.`;
  return `There is no rule \`${id}\`. ${didYouMean(id, known, 'Run `carelint rules` for a list.')}`;
};

/** Reads a comment. A comment with a mistake switches nothing off. */
export const parseDirective = (comment: Comment, known: readonly string[]): ParsedDirective => {
  const [head = '', ...because] = comment.text.split(/(?:^|\s)--(?=\s|$)/u);
  const [verb = '', ...names] = head.trim().split(/\s+/u);
  const reason = because.join(' --').trim();
  if (!Object.hasOwn(VERBS, verb))
    return {
      wrong: `There is no comment \`${verb}\`. ${didYouMean(
        verb,
        Object.keys(VERBS),
        `There are ${Object.keys(VERBS)
          .map((name) => `\`${name}\``)
          .join(' and ')}.`,
      )}`,
    };
  const rules = names
    .join(' ')
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
  if (rules.length === 0) return { wrong: 'This comment names no rule, and nothing switches all of them off.' };
  const wrong = rules.map((id) => wrongWith(id, known)).find((sentence) => sentence !== undefined);
  if (wrong !== undefined) return { wrong };
  if (!/[\p{L}\p{N}]/u.test(reason))
    return { wrong: `This comment does not say why ${rules.join(', ')} is off here. Write the reason after \`--\`.` };
  return { directive: { comment, reach: VERBS[verb as keyof typeof VERBS], rules: [...new Set(rules)], because: reason } };
};

import { UserError } from '@carelint/core';
import { nearest } from '@carelint/policy-schema';
import picomatch from 'picomatch';

const noRule = (what: string, known: readonly string[]): UserError => {
  const meant = nearest(what, known);
  return new UserError(`There is no rule \`${what}\`. ${meant === undefined ? 'Run `carelint rules` for a list.' : `Did you mean \`${meant}\`?`}`);
};

/** Whether an id is meant by one of the patterns (`transfer-*`, `our-bank/no-fax`). A pattern that means nothing is the user's mistake. */
export const idMatcher = (patterns: readonly string[], known: readonly string[]): ((id: string) => boolean) => {
  const matchers = patterns.map((pattern) => {
    // A star does not stop at the slash of a pack: `*fax` is about ids, not folders.
    const matches = picomatch(pattern, { bash: true });
    if (!known.some((id) => matches(id))) throw noRule(pattern, known);
    return matches;
  });
  return (id) => matchers.some((matches) => matches(id));
};

import type { RuleFacts } from '../policy/rule.js';

/** A finding of our own: about what is said to carelint, not about what is done to customers. */
export type OwnRule = Pick<RuleFacts, 'id' | 'title' | 'suffers' | 'level' | 'certainty' | 'instead'>;

const rule = (id: string, level: OwnRule['level'], title: string, suffers: string, instead: string): OwnRule => ({
  id,
  level,
  certainty: 'high',
  title,
  suffers,
  instead,
});

/** Exceptions that do not hold what they promise. None of these can itself be excepted. */
export const OWN_RULES = {
  expiredWaiver: rule(
    'expired-waiver',
    'error',
    'A waiver ends when it says so',
    'What was to be mended by then still happens to them.',
    'Mend what it hides and remove it, or agree on a new date with its owner.',
  ),
  unusedWaiver: rule(
    'unused-waiver',
    'warning',
    'A waiver hides something',
    'The next fault of this kind reaches them unheard.',
    'Remove it, so that the next finding of this kind is heard.',
  ),
  badDirective: rule(
    'bad-directive',
    'error',
    'A comment that switches a rule off says which and why',
    'Nobody can tell any more why this is done to them.',
    'Write `# carelint-disable-next-line rule-id -- reason` or `# carelint-disable-step rule-id -- reason`. Until then it switches nothing off.',
  ),
  unusedDirective: rule(
    'unused-directive',
    'warning',
    'A comment that switches a rule off hides something',
    'The next fault at this place reaches them unheard.',
    'Remove it, so that the next finding here is heard.',
  ),
} as const;

/** All of them, for reports that list what ran. */
export const ownRules: readonly OwnRule[] = Object.values(OWN_RULES);

/** The closed word lists that schemas, messages and the model of `@carelint/core` share. */

/** What happens to the customer at a step. */
export const STEP_KINDS = [
  'start',
  'say',
  'menu',
  'ask',
  'verify',
  'check',
  'act',
  'case',
  'queue',
  'transfer',
  'person',
  'callback',
  'voicemail',
  'survey',
  'call',
  'return',
  'page',
  'end',
  'unknown',
] as const;

/** Why control moves on from a step. */
export const EDGE_EVENTS = [
  'next',
  'choice',
  'success',
  'failure',
  'timeout',
  'no-input',
  'no-match',
  'invalid',
  'full',
  'closed',
  'open',
  'branch',
  'again',
  'limit',
  'link',
  'error',
  'fault',
] as const;

/** `data`: settings, data files and translations of a site or program. */
export const ARTEFACT_KINDS = ['flow', 'script', 'operations', 'site', 'data', 'code'] as const;
export const ROLES = ['entry', 'sub-flow', 'hold', 'whisper', 'agent-guide', 'agent-transfer', 'outbound'] as const;
export const CHANNELS = ['phone', 'chat', 'message', 'email', 'web', 'desk', 'post', 'task'] as const;
export const SPEAKERS = ['system', 'agent', 'customer', 'instruction'] as const;
export const PLACES = ['prompt', 'button', 'link', 'label', 'mail'] as const;

export const LEVELS = ['error', 'warning', 'advice'] as const;
export const CERTAINTIES = ['high', 'medium', 'low'] as const;

/** Where customers meet an organisation, the nearest to them first: people who help, then the pages, then those who lead, then what is decided behind. */
export const TOUCHPOINTS = ['phone', 'chat', 'message', 'email', 'desk', 'post', 'website', 'back-office'] as const;
/** When customers meet it: before they are in contact, during it, after it. */
export const MOMENTS = ['before', 'during', 'after'] as const;
/** How what a pack stands for holds on the day of a run. */
export const STANDINGS = ['house', 'voluntary', 'in-force', 'to-be-met', 'coming', 'over'] as const;

/** The assertions of the policy language, each with its keywords. */
export const ASSERTIONS = {
  step: ['times'],
  path: ['from', 'leaving-by', 'along', 'through', 'to', 'avoiding', 'within', 'times'],
  loop: ['through', 'along', 'avoiding'],
  longer: ['path', 'than', 'by'],
  value: ['at', 'matches', 'times'],
  text: ['says', 'with', 'not', 'avoiding', 'within', 'times'],
} as const;
export type AssertionName = keyof typeof ASSERTIONS;

/** What `within` and `by` may count besides the steps of a named pattern. */
export const UNITS = ['steps', 'clicks', 'seconds', 'words', 'sentences'] as const;

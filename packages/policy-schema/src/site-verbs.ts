/** The verbs of journeys in `site:` documents as data. The words shown to people stand in `define/site-words.ts`. */

/** Every option that may stand beside a verb. */
export type SiteOption = 'required' | 'as' | 'decline';

/** One verb of a journey. */
export interface SiteVerb {
  readonly options: readonly SiteOption[];
}

/** Every verb, in the order in which an editor offers them. */
export const SITE_VERBS = {
  open: { options: [] },
  click: { options: [] },
  fill: { options: ['required'] },
  'sign-in': { options: [] },
  choose: { options: ['required'] },
  see: { options: ['as', 'decline', 'required'] },
  confirm: { options: [] },
  ring: { options: [] },
  write: { options: [] },
  visit: { options: [] },
  wait: { options: [] },
  receive: { options: [] },
} as const satisfies Record<string, SiteVerb>;

/** A verb of a journey. */
export type SiteVerbName = keyof typeof SITE_VERBS;

/** All verbs, in the order of the table. */
export const SITE_VERB_NAMES = Object.keys(SITE_VERBS) as readonly SiteVerbName[];

/** The facts of a verb, by name. */
export const siteVerb = (name: SiteVerbName): SiteVerb => SITE_VERBS[name];

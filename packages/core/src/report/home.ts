/** Where carelint is at home, and the pages of its rules: the one place that knows. */
export const HOME_URL = 'https://carelint.dev/';
const RULES = `${HOME_URL}rules/`;

/** The page of a rule; a rule of the user's own (`pack/name`) has none. */
export const ruleUrl = (id: string): string | undefined => (id.includes('/') ? undefined : `${RULES}${id}`);

import { foundPhone, numberingPlans, type FoundPhone } from '@carelint/core/phones';
import type { TSESLint } from '@typescript-eslint/utils';

/** Where numbers without a calling code are at home. */
export interface PhoneSettings {
  /** Two letters; undefined where nobody has said. */
  readonly country: string | undefined;
}

/** The country of national numbers: `settings.carelint.country`. */
const phoneSettings = (settings: Readonly<Record<string, unknown>>): PhoneSettings => {
  const own = settings['carelint'];
  const country = typeof own === 'object' && own !== null && 'country' in own ? own.country : undefined;
  return { country: typeof country === 'string' ? country.toUpperCase() : undefined };
};

/** A number as it is met in code. */
export interface MetNumber {
  readonly raw: string;
  readonly from: 'tel-link' | 'text';
  /** The words of the link. */
  readonly label?: string;
  /** Words beside it. */
  readonly near?: string;
  /** Where it is at home, as it is said beside it. */
  readonly country?: string;
}

/** What the numbering plans say of a number; undefined where it is probably none. */
export const phoneOf = (
  { raw, from, label, near = '', country: own }: MetNumber,
  context: Pick<TSESLint.RuleContext<string, []>, 'settings' | 'filename'>,
): Omit<FoundPhone, 'linked'> | undefined => {
  const country = own ?? phoneSettings(context.settings).country;
  const home = { isStated: country !== undefined, ...(country === undefined ? {} : { country }) };
  return foundPhone({ raw, route: [], from, visible: true, near, ...(label === undefined ? {} : { label }) }, home, context.filename, numberingPlans);
};

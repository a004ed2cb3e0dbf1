/** A text read as a phone number. */
export interface ParsedNumber {
  /** In international form: `+448715550148`. */
  readonly number: string;
  /** `44`. */
  readonly callingCode: string;
  /** The digits behind the calling code, without the prefix that is dialled inside the country. */
  readonly national: string;
  /** As it is written inside its country. */
  readonly nationalFormat: string;
  /** Two-letter country; absent where several share the calling code and the digits fit none. */
  readonly region?: string;
  /** What the numbering plan says it is for: `FIXED_LINE`, `PREMIUM_RATE`, ...; absent where it is not in the plan. */
  readonly type?: string;
  /** Whether it is in the numbering plan. */
  readonly valid: boolean;
  /** Whether numbers there have as many digits. */
  readonly possible: boolean;
}

/** What knows the numbering plans of the world; heavy, so it is loaded only for runs in which a rule asks and a number is seen. */
export interface PhoneLibrary {
  /** Reads a text as a number; without a country only one that begins with `+`. Undefined where it is none at all. */
  parse(text: string, country?: string): ParsedNumber | undefined;
  /** Whether it knows the numbering plan of a two-letter country. */
  knows(country: string): boolean;
}

/** Loads the numbering plans. */
export const loadPhoneLibrary = async (): Promise<PhoneLibrary> => (await import('./numbering-plans.js')).numberingPlans;

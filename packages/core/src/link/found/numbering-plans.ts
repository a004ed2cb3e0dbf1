// Only the full set of plans tells what a number is for. Never imported statically: it is heavy.
import { isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js/max';
import type { PhoneLibrary } from './phone-library.js';

/** The numbering plans of the world, as libphonenumber knows them. */
export const numberingPlans: PhoneLibrary = {
  knows: (country) => isSupportedCountry(country),
  parse: (text, country) => {
    const known = country !== undefined && isSupportedCountry(country) ? country : undefined;
    const parsed = parsePhoneNumberFromString(text, { extract: false, ...(known === undefined ? {} : { defaultCountry: known }) });
    if (parsed === undefined) return undefined;
    const type = parsed.getType();
    return {
      number: parsed.number,
      callingCode: parsed.countryCallingCode,
      national: parsed.nationalNumber,
      nationalFormat: parsed.formatNational(),
      valid: parsed.isValid(),
      possible: parsed.isPossible(),
      ...(parsed.country === undefined ? {} : { region: parsed.country }),
      ...(type === undefined ? {} : { type }),
    };
  },
};

import type { Route } from '../../source/source.js';
import type { Values } from '../../source/values.js';
import type { Banner } from './banner.js';
import { consentMode } from './consent-mode.js';
import { cookieConsent } from './cookie-consent.js';
import { klaro } from './klaro.js';

const FORMS = [klaro, cookieConsent, consentMode];

/**
 * What a configuration makes of the banner that asks for consent; undefined where it is none that is known (Klaro, CookieConsent, the defaults of
 * Google's consent mode). `route` is where it stands: consent mode is told by its names.
 */
export const consentBanner = (value: Values, route: Route): Banner | undefined => {
  for (const form of FORMS) {
    const banner = form(value, route);
    if (banner !== undefined) return banner;
  }
  return undefined;
};

export type { Banner, Box } from './banner.js';

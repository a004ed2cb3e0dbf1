import * as CookieConsent from 'vanilla-cookieconsent';
import { en } from './texts';

CookieConsent.run({
  categories: { necessary: { enabled: true, readOnly: true }, analytics: { enabled: true }, ads: {} },
  language: { default: 'en', translations: { en } },
  onConsent: () => start(),
});

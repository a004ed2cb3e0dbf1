import * as CookieConsent from 'vanilla-cookieconsent';

CookieConsent.run({
  categories: { necessary: { enabled: true, readOnly: true }, analytics: {} },
  language: {
    default: 'en',
    translations: {
      en: { consentModal: { title: 'Cookies', acceptAllBtn: 'Accept all', showPreferencesBtn: 'Settings' } },
    },
  },
});

import * as CookieConsent from 'vanilla-cookieconsent';

await CookieConsent.run({
  categories: { necessary: { readOnly: true }, statistics: {} },
  language: {
    default: 'en',
    translations: { en: { consentModal: { title: 'Cookies', acceptAllBtn: 'Accept all', showPreferencesBtn: 'Settings' } } },
  },
});

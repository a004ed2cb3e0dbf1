import * as CookieConsent from 'vanilla-cookieconsent';

export const ask = () =>
  CookieConsent.run({
    guiOptions: { consentModal: { layout: 'box' } },
    categories: { necessary: { enabled: true, readOnly: true }, analytics: { enabled: true } },
    language: { default: 'en', translations: { en: './en.json' } },
  });

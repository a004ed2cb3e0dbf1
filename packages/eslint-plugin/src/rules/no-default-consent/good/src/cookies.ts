import * as CookieConsent from 'vanilla-cookieconsent';

CookieConsent.run({
  guiOptions: { consentModal: { layout: 'box' } },
  categories: { necessary: { enabled: true, readOnly: true }, analytics: { enabled: false }, maps: {} },
  language: { default: 'en', translations: { en: './en.json' } },
});

export const apps = { categories: [{ name: 'tools', enabled: true }], services: [{ name: 'mail', default: true }] };

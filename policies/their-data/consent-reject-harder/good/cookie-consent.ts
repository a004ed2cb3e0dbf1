import * as CookieConsent from 'vanilla-cookieconsent';
import { t } from './texts';

await CookieConsent.run({
  categories: { necessary: { readOnly: true }, statistics: {} },
  language: {
    default: 'en',
    translations: { en: { consentModal: { title: t('cookies'), acceptAllBtn: t('all'), acceptNecessaryBtn: t('none'), showPreferencesBtn: t('some') } } },
  },
});

export const en = {
  consentModal: { title: 'Cookies', acceptAllBtn: 'Accept all', showPreferencesBtn: 'Settings' },
};

/** Whether one can say no is not known. */
export const de = {
  consentModal: { title: 'Cookies', acceptAllBtn: 'Alle annehmen', ...buttons() },
};

export const fr = {
  consentModal: { title: 'Cookies', acceptAllBtn: t('accept'), acceptNecessaryBtn: t('refuse') },
};

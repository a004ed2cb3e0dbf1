import { describe, expect, it } from 'vitest';
import { reader } from '../../src/readers/consent-config/index.js';
import { standingOf } from '../../src/model/standing.js';
import { artefactsOf, readingWith } from '../reading.js';

const reading = readingWith(reader);

/** Each configuration as one line: how one says no, and which boxes are ticked. */
const told = (value: unknown, path = 'settings.json'): readonly string[] =>
  artefactsOf(reading(path, JSON.stringify(value))).map(({ steps, edges, values }) => {
    const { forms } = (values as { found: { forms: { fields: { name: string; checked: boolean }[] }[] } }).found;
    const rejects = edges.filter(({ to }) => to === 'reject').map(({ from }) => from);
    const no = steps.length === 0 ? 'not told' : rejects.length === 0 ? 'no way' : rejects.join();
    const ticked = forms.flatMap(({ fields }) => fields).filter(({ checked }) => checked);
    return `no: ${no}; ticked: ${ticked.map((field) => `${field.name} at ${standingOf(field)!.route.join('.')}`).join(', ')}`;
  });

const SERVICES = [
  { name: 'session', required: true, default: true, cookies: ['sid'] },
  { name: 'matomo', purposes: ['analytics'] },
];

describe('consent settings', () => {
  it.each<[string, unknown, readonly string[]]>([
    ['Klaro', { elementID: 'klaro', services: SERVICES }, ['no: consent; ticked: ']],
    ['Klaro that hides "decline"', { hideDeclineAll: true, services: SERVICES }, ['no: settings; ticked: ']],
    [
      'Klaro with a service that is on',
      { klaro: { mustConsent: true, services: [{ name: 'ads', default: true, purposes: ['ads'] }] } },
      ['no: consent; ticked: ads at klaro.services.0.default'],
    ],
    ['Klaro with all on', { mustConsent: false, default: true, apps: SERVICES }, ['no: consent; ticked: matomo at default']],
    [
      'CookieConsent',
      {
        categories: { necessary: { enabled: true, readOnly: true }, analytics: {} },
        language: { translations: { en: { consentModal: { acceptAllBtn: 'Accept all', acceptNecessaryBtn: 'Reject all' } } } },
      },
      ['no: consent; ticked: '],
    ],
    [
      'CookieConsent without "reject"',
      {
        categories: { analytics: { enabled: true } },
        language: { translations: { en: { consentModal: { acceptAllBtn: 'OK', acceptNecessaryBtn: '', showPreferencesBtn: 'Choose' } } } },
      },
      ['no: settings; ticked: analytics at categories.analytics.enabled'],
    ],
    ['the texts of one language', { consentModal: { title: 'Cookies', acceptAllBtn: 'OK' } }, ['no: no way; ticked: ']],
    [
      'consent mode, granted',
      { analytics: { consent_default: { ad_storage: 'granted', analytics_storage: 'denied' } } },
      ['no: not told; ticked: ad_storage at analytics.consent_default.ad_storage'],
    ],
    [
      'consent mode, granted after a click',
      { consent: { default: { ad_storage: 'denied' }, update: { ad_storage: 'granted' } } },
      ['no: not told; ticked: '],
    ],
    ['consent mode for some regions', { default: { ad_storage: 'granted', region: ['US'] } }, []],
    ['services of something else', { mustConsent: true, services: ['api', 'web'] }, []],
    ['services of docker', { noticeAsModal: 1, services: { web: { image: 'x' } } }, []],
    ['a modal without a yes', { consentModal: { title: 'Cookies', closeBtn: 'x' } }, []],
  ])('%s', (_, value, expected) => {
    expect(told(value)).toEqual(expected);
  });

  it.each(['package.json', 'src/klaro.js', 'notes.md'])('%s without its words is not looked into', (path) => {
    expect(reader.mayClaim({ path, text: '{"services": [{"name": "a", "default": true}]}' })).toBe(false);
  });
});

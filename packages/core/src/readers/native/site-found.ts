import type { PhoneCandidate } from '../../model/phone.js';
import {
  channelsOf,
  formOf,
  inSight,
  type Form,
  type FormField,
  type FormPurpose,
  type FoundOnSite,
  type MailAddress,
  type Way,
  type WayKind,
} from '../../model/site.js';
import { agreesToAdvertising } from '../../model/consent-words.js';
import { fieldSlot, LEAD_SLOTS } from '../../model/site-words.js';
import { standing, standingOf, type Standing } from '../../model/standing.js';
import type { NotSeen, Seen } from '../../model/step.js';
import { isMap, listOf, textOf } from '../../source/values.js';
import type { Route } from '../../source/source.js';
import type { Written } from './outline.js';
import { mainText } from './words.js';

/** What `shows` says of ways to reach somebody. */
const SHOWN: Readonly<Partial<Record<string, WayKind>>> = {
  phone: 'phone',
  email: 'mail',
  address: 'address',
  chat: 'human-chat',
  bot: 'bot',
  form: 'form',
  'callback-form': 'callback-form',
  'lead-form': 'lead-form',
};

const BY: Readonly<Partial<Record<string, WayKind>>> = {
  phone: 'phone',
  'text-relay': 'relay',
  'video-sign': 'sign',
  email: 'mail',
  form: 'form',
  post: 'address',
  branch: 'address',
  'social-media': 'social',
  callback: 'callback-form',
};

/** What a form of each purpose is as a way to reach somebody. */
const FORM_WAYS: Readonly<Partial<Record<string, WayKind>>> = { contact: 'form', support: 'form', complaint: 'form', sales: 'lead-form' };

const PLAIN: Readonly<Record<string, string>> = { phone: 'the phone number', mail: 'the e-mail address', address: 'the address', form: 'the form' };

const NOT_LISTED: NotSeen = { unknown: 'the document says that it does not list everything (`complete: false`)' };

const hasAll = (site: Written): boolean => site['complete'] !== false;
const entries = (site: Written, key: string): readonly (readonly [Written, Route])[] =>
  listOf(site[key]).flatMap((item, index) => (isMap(item) ? [[item, [key, index]] as const] : []));

const chatOf = (answeredBy: unknown): Seen<WayKind> => {
  if (answeredBy === 'bot') return 'bot';
  return answeredBy === undefined ? { unknown: 'the document does not say who answers the chat' } : 'human-chat';
};

/** A way that is listed under `contact`; undefined where nobody is reached by it. */
const wayOf = (written: Written, route: Route): Way | undefined => {
  const { by } = written;
  if (written['answered-by'] === 'nobody') return undefined;
  const is = by === 'chat' ? chatOf(written['answered-by']) : written['answered-by'] === 'bot' ? 'bot' : BY[String(by)];
  if (is === undefined) return undefined;
  const visible = written['hidden'] === undefined || written['hidden'] === 'no';
  const login = listOf(written['needs']).includes('sign-in') ? { login: true as const } : {};
  return standing({ is, visible, ...login }, { route, shown: `by ${String(by)}` });
};

const withoutRepeats = (ways: readonly Seen<Way>[]): readonly Seen<Way>[] => {
  const seen = new Set<string>();
  return ways.filter((way) => {
    const key = JSON.stringify(way);
    return !seen.has(key) && seen.add(key);
  });
};

const behindSignIn = (way: Way): Way => standing({ ...way, login: true as const }, standingOf(way) ?? { route: [] });

/** Ways to reach somebody on each page, by name. A page that does not say what it shows may show anything. */
export const waysOfPages = (site: Written): ReadonlyMap<string, readonly Seen<Way>[]> => {
  const purposes = new Map(entries(site, 'forms').map(([form]) => [String(form['form']), String(form['purpose'])]));
  const declared = entries(site, 'contact').flatMap(([written, route]) => {
    const way = wayOf(written, route);
    return way === undefined ? [] : [{ way, on: new Set(listOf(written['shown-on']).map(String)) }];
  });
  return new Map(
    entries(site, 'pages').map(([page, route]) => {
      const name = String(page['page']);
      const here = declared.filter(({ on }) => on.has(name)).map(({ way }) => way);
      const known = new Set(here.map(({ is }) => is));
      const forms = listOf(page['forms']).flatMap((form) => FORM_WAYS[purposes.get(String(form)) ?? ''] ?? []);
      const shown = listOf(page['shows']).flatMap((what) => (what === 'form' && forms.length > 0 ? [] : (SHOWN[String(what)] ?? [])));
      const more = [...new Set([...shown, ...forms])]
        .filter((is) => !known.has(is))
        .map((is) => standing({ is, visible: true }, { route, shown: PLAIN[is] ?? is }));
      const open = page['shows'] === undefined ? [{ unknown: `the document does not say what the page \`${name}\` shows` }] : [];
      const all = [...here, ...more].map((way) => (page['open-to'] === 'signed-in' ? behindSignIn(way) : way));
      return [name, withoutRepeats([...all, ...open])];
    }),
  );
};

const fieldOf = (written: Written, route: Route, language: string | undefined): FormField => {
  const name = String(written['field']);
  const label = mainText(written['label'], language);
  const isBox = written['tick'] !== undefined;
  const slot = isBox ? undefined : fieldSlot(name, label, '');
  const field = {
    name,
    type: isBox ? 'checkbox' : 'text',
    required: written['required'] === true,
    ...(label === '' ? {} : { label }),
    ...(slot === undefined ? {} : { slot }),
    ...(isBox && (agreesToAdvertising(name, label) || agreesToAdvertising(label, name)) ? { purpose: 'consent' as const } : {}),
    ...(isBox ? { checked: written['tick'] === 'ticked' } : {}),
  };
  return standing(field, { route, shown: `“${label === '' ? name : label}”` });
};

const formsOf = (site: Written, language: string | undefined): readonly Form[] =>
  entries(site, 'forms').map(([form, route]) => {
    const fields = listOf(form['fields']).flatMap((field, index) => (isMap(field) ? [fieldOf(field, [...route, 'fields', index], language)] : []));
    const leads = fields.some(({ slot }) => slot !== undefined && LEAD_SLOTS.has(slot));
    const purpose = (form['purpose'] === 'contact' && form['goes-to'] === 'sales' && leads ? 'sales' : form['purpose']) as FormPurpose;
    return formOf(purpose, fields, { route, shown: `the form \`${String(form['form'])}\`` });
  });

/** Addresses and numbers that are written down. */
const emailsOf = (site: Written): readonly MailAddress[] =>
  entries(site, 'contact').flatMap(([written, route]) => {
    const address = textOf(written['at']);
    if (written['by'] !== 'email' || address === undefined) return [];
    return [standing({ address, use: 'contact' as const }, { route: [...route, 'at'], shown: address })];
  });

/** Candidates for phone numbers. */
export const phonesOf = (site: Written): readonly PhoneCandidate[] =>
  entries(site, 'contact').flatMap(([written, route]): readonly PhoneCandidate[] => {
    const raw = textOf(written['number']);
    if (raw === undefined) return [];
    const country = textOf(site['country']);
    const visible = written['hidden'] === undefined || written['hidden'] === 'no';
    const near = [textOf(written['cost-told']), textOf(written['note'])].filter((words) => words !== undefined).join(' ');
    return [
      {
        raw,
        route: [...route, 'number'],
        from: 'value',
        visible,
        near,
        ...(written['cost-told'] === undefined ? {} : { costTold: true }),
        ...(country === undefined ? {} : { country }),
      },
    ];
  });

/** What is derived from a site document. */
export const foundOf = (site: Written, language: string | undefined): FoundOnSite => {
  const declared = entries(site, 'contact').flatMap(([written, route]) => wayOf(written, route) ?? []);
  const onPages = [...waysOfPages(site).values()].flat();
  const ways = inSight(withoutRepeats([...declared, ...onPages, ...(hasAll(site) ? [] : [NOT_LISTED])]));
  const placeOf = (way: Way): Standing => standingOf(way) ?? { route: [] };
  return { ways, forms: formsOf(site, language), emails: emailsOf(site), channels: channelsOf(ways, placeOf), jsonld: [] };
};

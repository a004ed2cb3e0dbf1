import type { Route } from '../source/source.js';
import { standing, type Standing } from './standing.js';
import { isNotSeen, type Seen } from './step.js';

/** What a page is for. */
export type PagePurpose =
  | 'home'
  | 'contact'
  | 'help'
  | 'complaints'
  | 'feedback'
  | 'prices'
  | 'account'
  | 'sign-in'
  | 'sign-up'
  | 'cancel'
  | 'unsubscribe'
  | 'consent'
  | 'privacy'
  | 'legal'
  | 'other';

/** How one reaches somebody. */
export type WayKind =
  'phone' | 'mail' | 'address' | 'form' | 'lead-form' | 'callback-form' | 'human-chat' | 'bot' | 'text' | 'relay' | 'sign' | 'social';

/** One way to reach somebody, as it stands on a page or is declared for a site. */
export interface Way {
  readonly is: Seen<WayKind>;
  /** Whether it is seen without a click, and not only in small print. */
  readonly visible: Seen<boolean>;
  /** Only for who has signed in. */
  readonly login?: true;
}

/** What a form is for. */
export type FormPurpose =
  'contact' | 'support' | 'complaint' | 'feedback' | 'sign-up' | 'newsletter' | 'sign-in' | 'sales' | 'cancel' | 'unsubscribe' | 'search' | 'other';

/** One field of a form. */
export interface FormField {
  readonly name: string;
  readonly label?: string;
  /** `checkbox`, `email`, `text`, ... */
  readonly type: string;
  /** What is asked, under one name for all formats (model/names.ts). */
  readonly slot?: string;
  /** A box that agrees to advertising, to sharing, or to the processing of data for them. */
  readonly purpose?: 'consent';
  readonly required: Seen<boolean>;
  /** Of a box: ticked before the customer comes. */
  readonly checked?: Seen<boolean>;
}

/** One form. */
export interface Form {
  readonly purpose: Seen<FormPurpose>;
  readonly fields: readonly FormField[];
  /** Compulsory fields beyond a name, a way to answer, a subject, an order or case number and the message. */
  readonly extraRequired: readonly Seen<string>[];
}

/** A way in which people who cannot or will not speak on the phone may reach somebody. */
export interface Channel {
  readonly mode: Seen<'voice' | 'text' | 'relay' | 'sign' | 'mail' | 'form'>;
}

/** An e-mail address that customers may write to. */
export interface MailAddress {
  readonly address: string;
  readonly use: 'contact' | 'sender';
}

/** All the words of a page that tells prices; only of pages that are complete as they stand. */
export interface PriceList {
  readonly words: string;
}

/** What is derived from a page or a site, under `$.found` of its values. Every item has its place (model/standing.ts). */
export interface FoundOnSite {
  readonly ways: readonly Seen<Way>[];
  readonly forms: readonly Form[];
  readonly emails: readonly MailAddress[];
  readonly channels: readonly Seen<Channel>[];
  /** JSON-LD objects that say who the organisation is. */
  readonly jsonld: readonly Readonly<Record<string, unknown>>[];
  /** Of pages in HTML. */
  readonly prices?: readonly PriceList[];
}

/** A link of a page to another place. */
export interface PageLink {
  /** The address as written; of a form, its action. */
  readonly href: string;
  readonly words: string;
  readonly route: Route;
  /** Set for the action of a form: where it leads is often a program, not a page. */
  readonly isForm?: true;
}

/** What the linker needs to know of a page in order to make a site of pages. */
export interface Page {
  /** A part that other pages take in (no `<html>`, no `<body>`), never opened by itself. */
  readonly isPart: boolean;
  readonly title: string;
  readonly links: readonly PageLink[];
  /** Parts it takes in, by the names it has for them. */
  readonly includes: readonly string[];
  /** Why more may be on the page than its file shows, as the end of a sentence; absent where the file is all there is. */
  readonly open?: string;
}

/** Of a way that is hidden in one place and in sight in another, the one in sight. */
export const inSight = (ways: readonly Seen<Way>[]): readonly Seen<Way>[] => {
  const isSeen = (way: Way): boolean => way.visible === true && way.login === undefined;
  const seen = new Set(ways.flatMap((way) => (!isNotSeen(way) && isSeen(way) ? [JSON.stringify(way.is)] : [])));
  return ways.filter((way) => isNotSeen(way) || isSeen(way) || !seen.has(JSON.stringify(way.is)));
};

/** Errands that are begun or ended at some steps. */
export const tasksAt = (steps: readonly { readonly data: { readonly task?: unknown } }[]): readonly string[] => [
  ...new Set(steps.flatMap(({ data: { task } }) => (typeof task === 'string' ? [task] : []))),
];

/** What everybody needs in order to answer, or to find the matter: asking for these is no burden. */
const ORDINARY = new Set(['name', 'email', 'phone', 'message', 'subject', 'order', 'case', 'consent', 'captcha']);

/** What is chosen, not told: a topic, a way to be answered. */
const CHOSEN: ReadonlySet<string> = new Set(['checkbox', 'radio', 'select', 'file', 'range']);

/** A form, with what it asks beyond need. */
export const formOf = (purpose: Seen<FormPurpose>, fields: readonly FormField[], at: Standing): Form => {
  const extra = fields.filter(
    (field) =>
      field.required !== false &&
      field.purpose === undefined &&
      !ORDINARY.has(field.slot ?? '') &&
      !CHOSEN.has(field.type) &&
      // Of a field that nothing names nobody can say what it asks.
      (field.slot !== undefined || (field.label ?? '') !== ''),
  );
  const names = extra.map(({ required, name, label }): Seen<string> => (isNotSeen(required) ? required : (label ?? name)));
  const shown = names.flatMap((name) => (isNotSeen(name) ? [] : [`“${name}”`]));
  const extraRequired = standing(names, { ...at, shown: shown.join(', ') });
  return standing({ purpose, fields, extraRequired }, at);
};

const MODES: Readonly<Partial<Record<WayKind, Channel['mode']>>> = {
  phone: 'voice',
  'callback-form': 'voice',
  mail: 'mail',
  form: 'form',
  'lead-form': 'form',
  'human-chat': 'text',
  text: 'text',
  relay: 'relay',
  sign: 'sign',
};

/** The channels that ways amount to. */
export const channelsOf = (ways: readonly Seen<Way>[], placeOf: (way: Way) => Standing): readonly Seen<Channel>[] =>
  ways.flatMap((way): readonly Seen<Channel>[] => {
    if (isNotSeen(way)) return [way];
    const mode = isNotSeen(way.is) ? way.is : MODES[way.is];
    return mode === undefined ? [] : [standing({ mode }, placeOf(way))];
  });

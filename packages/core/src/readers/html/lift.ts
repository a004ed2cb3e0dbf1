import type { Artefact } from '../../model/artefact.js';
import { channelsOf, type FoundOnSite, type PageLink, type PagePurpose, type Way, type WayKind } from '../../model/site.js';
import { folded, purposeOfPath, purposeOfWords } from '../../model/site-words.js';
import { standing, standingOf } from '../../model/standing.js';
import { isNotSeen, type Edge, type Seen, type Step, type StepData } from '../../model/step.js';
import { PAGE } from './gather.js';
import type { Masked } from './holes.js';
import { ACCEPTS, KEEPS, REJECTS, SETTLES } from '../../model/consent-words.js';
import { ASKS_TO_STAY, CONTRACT, LEAVES, NO_CONTRACT, RINGS_BACK, SIGNS_IN, SIGNS_UP } from './page-words.js';
import { MOST_WORDS, type Banner, type Gathered, type ReadForm } from './state.js';
import { own, plain } from './tree.js';

/** A page in the making. */
interface Draft {
  readonly path: string;
  readonly steps: Step[];
  readonly edges: Edge[];
  readonly links: PageLink[];
}

/** Whether a page that is named after calling off is about a contract: a payment, a booking or an appointment that is called off is none. */
const isAboutContract = ({ title, heading, utterances }: Gathered): boolean => {
  const name = folded(`${title} ${heading}`);
  if (CONTRACT.test(name)) return true;
  const words = folded(utterances.map(({ text = '' }) => text).join(' '));
  return !NO_CONTRACT.test(name) && !/\bpolicy\b/u.test(name) && !(NO_CONTRACT.test(words) && !CONTRACT.test(words));
};

const purposeOf = (path: string, gathered: Gathered): PagePurpose => {
  const { title, heading } = gathered;
  const byPath = purposeOfPath(path);
  const byWords = purposeOfWords(heading) ?? purposeOfWords(title);
  if ((byPath ?? byWords) === 'cancel' && !isAboutContract(gathered)) return 'other';
  if (byPath !== undefined) return byPath === 'help' && byWords !== undefined ? byWords : byPath;
  if (/(?:^|\/)(?:index|default|home)\.\w+$/iu.test(path) && byWords === undefined) return 'home';
  return byWords ?? 'other';
};

/** What a form is as a way to reach somebody. */
const wayOfForm = ({ form, submit, fields }: ReadForm): WayKind | undefined => {
  const { purpose } = form;
  if (isNotSeen(purpose)) return undefined;
  if (RINGS_BACK.test(folded(submit)) && fields.some(({ slot }) => slot === 'phone')) return 'callback-form';
  if (purpose === 'sales') return 'lead-form';
  return purpose === 'contact' || purpose === 'support' || purpose === 'complaint' ? 'form' : undefined;
};

/** Of the same way in several places the one that is seen best. */
const best = (ways: readonly Seen<Way>[]): readonly Seen<Way>[] => {
  const rank = (way: Way): number => (way.visible === true ? 2 : way.visible === false ? 0 : 1);
  const known = new Map<string, Way>();
  const open: Seen<Way>[] = [];
  for (const way of ways) {
    if (isNotSeen(way)) {
      if (open.length === 0) open.push(way);
      continue;
    }
    const key = JSON.stringify(way.is);
    const other = known.get(key);
    if (other === undefined || rank(way) > rank(other)) known.set(key, way);
  }
  return [...known.values(), ...open];
};

const isLogin = (gathered: Gathered): boolean => {
  if (gathered.sentTo !== undefined && purposeOfPath(gathered.sentTo) === 'sign-in') return true;
  if (gathered.asksPassword) return true;
  return (
    gathered.wall &&
    !gathered.forms.some(({ main, form }) => main && form.purpose !== 'search' && form.purpose !== 'newsletter' && form.purpose !== 'sign-in')
  );
};

/** A banner about cookies as a page of its own: yes and no, and how many clicks each takes. */
const liftBanner = (draft: Draft, banner: Banner, index: number): void => {
  const choices = banner.choices.map(({ words, route }) => ({ words: plain(words.text, 80), folded: folded(plain(words.text, 80)), route }));
  const accept = choices.find(({ folded: words }) => ACCEPTS.test(words) && !REJECTS.test(words));
  if (accept === undefined) return;
  const reject = choices.find(({ folded: words }) => REJECTS.test(words));
  const keeps = choices.some(({ folded: words }) => KEEPS.test(words));
  const settings = keeps ? undefined : choices.find(({ folded: words }) => SETTLES.test(words));
  const id = index === 0 ? 'consent' : `consent-${index + 1}`;
  const { path } = draft;
  const step = (name: string, kind: Step['kind'], label: string, data: StepData, route: Step['route']): string => {
    draft.steps.push({ id: `${id}${name}`, counted: true, kind, label, data, route, path });
    return `${id}${name}`;
  };
  step('', 'page', 'Cookies', { purpose: 'consent', task: 'consent' }, banner.route);
  const accepted = step('/accept', 'act', accept.words, { task: 'accept' }, accept.route);
  draft.edges.push({ from: PAGE, to: id, on: 'next' }, { from: id, to: accepted, on: 'choice', label: accept.words });
  if (reject !== undefined) {
    const rejected = step('/reject', 'act', reject.words, { task: 'reject' }, reject.route);
    draft.edges.push({ from: id, to: rejected, on: 'choice', label: reject.words });
  } else if (settings !== undefined) {
    // What the second layer asks is drawn by a script: one click more at least.
    const layer = step('/settings', 'page', settings.words, {}, settings.route);
    const rejected = step('/reject', 'act', 'Save the choice', { task: 'reject' }, settings.route);
    draft.edges.push({ from: id, to: layer, on: 'choice', label: settings.words }, { from: layer, to: rejected, on: 'choice', label: 'Save' });
  } else if (choices.length > 1) {
    const why = 'what the other buttons of the banner do cannot be seen';
    const hidden = step('/more', 'unknown', 'More', { why }, banner.route);
    draft.edges.push({ from: id, to: hidden, on: 'choice' });
  }
};

/** What a form does where its page is about joining or leaving. */
const taskOf = (form: ReadForm, purpose: PagePurpose): string | undefined => {
  const words = folded(form.submit);
  if (form.form.purpose === 'cancel' || (purpose === 'cancel' && LEAVES.test(words))) return 'cancelled';
  if (form.form.purpose === 'sign-up' && (purpose === 'sign-up' || SIGNS_UP.test(words)) && !SIGNS_IN.test(words)) return 'joined';
  return undefined;
};

const liftForms = (draft: Draft, forms: readonly ReadForm[], purpose: PagePurpose): void => {
  forms.forEach((form, index) => {
    const leads = form.action !== '' && !/^(?:#|javascript:)/iu.test(form.action);
    if (leads && form.form.purpose !== 'search')
      draft.links.push({ href: form.action, words: form.submit || 'Send', route: form.route, isForm: true });
    const task = taskOf(form, purpose);
    if (task === undefined) return;
    const ask = `form-${index + 1}`;
    const done = `${ask}/done`;
    const compulsory = form.fields.filter(({ required }) => required === true).length;
    draft.steps.push(
      {
        id: ask,
        counted: true,
        kind: 'ask',
        label: form.submit || 'the form',
        data: { slot: task === 'joined' ? 'sign-up' : 'cancel', fields: compulsory, input: ['text'] },
        route: form.route,
        path: draft.path,
      },
      // A form that is sent to another page of the site is not at its end: the linker leads on to that page instead.
      { id: done, counted: true, kind: 'end', label: task, data: { outcome: 'solved', task }, route: form.route, path: draft.path },
    );
    draft.edges.push({ from: PAGE, to: ask, on: 'next' }, { from: ask, to: done, on: 'link', label: form.submit || 'Send' });
  });
};

/** A page about leaving on which nothing can be clicked to leave: what it says is to ring, or to write. */
const liftWayOut = (draft: Draft, gathered: Gathered, ways: readonly Seen<Way>[]): void => {
  if (draft.steps.some(({ data }) => data.task === 'cancelled')) return;
  const forms = gathered.forms.some(({ main, form }) => main && form.purpose !== 'search' && form.purpose !== 'newsletter');
  const clicks = [...draft.links, ...gathered.utterances.filter(({ place }) => place === 'button').map(({ text }) => ({ words: text ?? '' }))];
  const others = clicks.some(({ words }) => LEAVES.test(folded(words)) || /^(?:cancel|confirm|continue|next|yes)\b/u.test(folded(words)));
  const way = (['phone', 'address'] as const).map((is) => ways.find((one) => !isNotSeen(one) && one.is === is)).find((one) => one !== undefined);
  const mails = ways.some((one) => isNotSeen(one) || isNotSeen(one.is) || one.is === 'mail' || one.is === 'human-chat' || one.is === 'text');
  const clickable = gathered.utterances.some(({ place, text = '' }) => place === 'button' && LEAVES.test(folded(text)));
  if (clickable || (draft.links.length === 0 && !forms && (mails || way === undefined))) {
    const why = 'how customers leave here cannot be told from the page';
    draft.steps.push({ id: 'way-out', kind: 'unknown', label: 'Leaving', data: { why }, route: gathered.headed, path: draft.path });
    draft.edges.push({ from: PAGE, to: 'way-out', on: 'link' });
    return;
  }
  if (forms || others || mails || way === undefined || isNotSeen(way)) return;
  const route = standingOf(way)?.route ?? [0, 0];
  const channel = way.is === 'phone' ? 'phone' : 'post';
  const label = channel === 'phone' ? 'a phone call' : 'a letter';
  draft.steps.push(
    { id: 'way-out', kind: 'transfer', label, data: { to: 'team', targetName: label, channel }, route, path: draft.path },
    { id: 'way-out/done', kind: 'end', label: 'cancelled', data: { outcome: 'solved', task: 'cancelled' }, route, path: draft.path },
  );
  draft.edges.push({ from: PAGE, to: 'way-out', on: 'next' }, { from: 'way-out', to: 'way-out/done', on: 'next' });
};

/** Whether a file is a part of pages and no page: it has neither a frame of its own nor asks for one. */
const isPartOf = (path: string, text: string, masked: Masked): boolean => {
  if (/(?:^|\/)(?:_includes|_partials|partials|includes|_layouts|layouts|components|snippets|fragments)\//iu.test(path)) return true;
  return !masked.isFramed && !/<(?:!doctype|html|body)\b/iu.test(text);
};

/** Whether there is nothing to read until a script has drawn it. */
const drawnByScript = ({ seen, scripts, links, forms }: Gathered, text: string): boolean =>
  scripts > 0 &&
  seen < 120 &&
  links.length < 3 &&
  forms.length === 0 &&
  /<(?:div|main|app-root|section)\b[^>]{0,200}\bid=["']?(?:root|app|__next|__nuxt|main|gatsby|svelte|app-root)|<app-root|type=["']module["']/iu.test(
    text,
  );

const openOf = (gathered: Gathered, masked: Masked, text: string): string | undefined => {
  if (masked.template !== undefined) return `a part of it is filled in by ${masked.template}`;
  if (drawnByScript(gathered, text)) return 'it is drawn by a script when it is opened';
  return gathered.open;
};

const foundOn = (gathered: Gathered, open: string | undefined): FoundOnSite => {
  const { forms, jsonld, emails } = gathered;
  const hidden: readonly Seen<Way>[] = open === undefined ? [] : [{ unknown: open }];
  const own = forms.flatMap((form): readonly Way[] => {
    const is = wayOfForm(form);
    const place = standingOf(form.form);
    return is === undefined || place === undefined ? [] : [standing({ is, visible: form.visible }, place)];
  });
  const ways = best([...gathered.ways, ...own, ...hidden]);
  const channels = channelsOf(ways, (way) => standingOf(way) ?? { route: [0, 0] });
  return { ways, forms: forms.map(({ form }) => form), emails, channels, jsonld };
};

/** Two letters of a country, where the language tag has them. */
const countryOf = (language: string | undefined): string | undefined => /^[a-z]{2,3}-([A-Z]{2})$/u.exec(language ?? '')?.[1];

/** Makes an artefact of what was gathered from a page. */
export const liftPage = (path: string, text: string, masked: Masked, gathered: Gathered): Artefact => {
  const isPart = isPartOf(path, text, masked);
  const open = openOf(gathered, masked, text);
  const purpose = purposeOf(path, gathered);
  const isList = purpose === 'prices' && open === undefined && gathered.words.length <= MOST_WORDS;
  const prices = isList ? [standing({ words: own(gathered.words.replace(/\s+/gu, ' ').trim()) }, { route: gathered.headed, path })] : [];
  const found = { ...foundOn(gathered, open), ...(isList ? { prices } : {}) };
  const draft: Draft = { path, steps: [], edges: [], links: [...gathered.links] };
  const language = /^[a-z]{2,3}(?:-[A-Za-z]{2,4})?$/u.test(gathered.language ?? '') ? gathered.language : undefined;
  const country = countryOf(language);
  const label = gathered.heading || gathered.title || (path.split('/').at(-1) ?? path);
  const signIn = isLogin(gathered);
  const data: StepData = {
    purpose,
    ways: found.ways,
    ...(purpose === 'cancel' ? { task: 'cancel' } : {}),
    ...(ASKS_TO_STAY.test(folded(`${gathered.heading} ${gathered.utterances.map(({ text }) => text ?? '').join(' ')}`))
      ? { does: 'save-offer' }
      : {}),
    ...(signIn ? { login: masked.hasConditions ? { unknown: 'a template decides who has to sign in' } : true, method: 'password' } : {}),
  };
  if (!isPart) {
    draft.steps.push({ id: PAGE, kind: 'page', label: plain(label, 80), data, route: gathered.headed, path });
    gathered.banners.forEach((banner, index) => liftBanner(draft, banner, index));
    liftForms(draft, gathered.forms, purpose);
    if (purpose === 'cancel') liftWayOut(draft, gathered, found.ways);
  }
  const tagged = language === undefined ? {} : { language };
  return {
    kind: 'site',
    role: 'entry',
    channel: 'web',
    id: PAGE,
    name: plain(label, 80),
    keys: [],
    path,
    syntax: 'text',
    route: [0, 0],
    ...tagged,
    ...(country === undefined ? {} : { country }),
    ...(isPart ? {} : { start: PAGE }),
    steps: draft.steps,
    edges: draft.edges,
    // A sentence that a template may leave out is not surely said.
    utterances: gathered.utterances
      .flatMap((utterance) => (masked.hasConditions && utterance.place === undefined ? [] : [utterance]))
      .map((utterance) => {
        const { step: _, ...outside } = utterance;
        return { ...(isPart ? outside : utterance), ...tagged };
      }),
    values: { found },
    statements: gathered.statements,
    phones: gathered.phones.map((phone) => {
      const { step: _, ...outside } = phone;
      return { ...(isPart ? outside : phone), ...(country === undefined || phone.country !== undefined ? {} : { country }) };
    }),
    page: { isPart, title: gathered.title, links: draft.links, includes: masked.includes, ...(open === undefined ? {} : { open }) },
    format: 'html',
  };
};

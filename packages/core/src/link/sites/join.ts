import type { Artefact, Statement, Utterance } from '../../model/artefact.js';
import type { PhoneCandidate } from '../../model/phone.js';
import { inSight, tasksAt, type FoundOnSite, type PageLink, type PagePurpose, type PriceList, type Way } from '../../model/site.js';
import { purposeOfPath, purposeOfWords } from '../../model/site-words.js';
import { isNotSeen, type Edge, type Seen, type Step } from '../../model/step.js';
import { isMap } from '../../source/values.js';
import { addressOf } from './addresses.js';
import { sitesOf, type PageArtefact, type SiteFiles } from './roots.js';

/** Pages and forms that only somebody who serves customers has. */
const SERVES: ReadonlySet<unknown> = new Set<PagePurpose>(['contact', 'complaints', 'sign-up', 'cancel', 'prices', 'account', 'unsubscribe']);
/** What a page elsewhere may be for that matters to a customer of this site. */
const MATTERS: ReadonlySet<unknown> = new Set<PagePurpose>([
  'contact',
  'help',
  'complaints',
  'feedback',
  'account',
  'sign-in',
  'sign-up',
  'cancel',
  'unsubscribe',
]);

const ELSEWHERE = 'elsewhere';

const foundOf = (artefact: Artefact): FoundOnSite | undefined => {
  const found = isMap(artefact.values) ? artefact.values['found'] : undefined;
  return isMap(found) ? (found as unknown as FoundOnSite) : undefined;
};

/** Parts by the last piece of their name, with and without what file systems add. */
const partNames = (parts: readonly PageArtefact[]): ReadonlyMap<string, PageArtefact> => {
  const names = new Map<string, PageArtefact>();
  for (const part of parts) {
    const file = part.path.split('/').at(-1) ?? '';
    for (const name of [file, file.replace(/\.\w+$/u, ''), file.replace(/^_/u, ''), file.replace(/^_|\.\w+$/gu, '')])
      if (!names.has(name)) names.set(name, part);
  }
  return names;
};

/** The parts that a page takes in, and those that these take in. */
const takenIn = (page: PageArtefact, names: ReadonlyMap<string, PageArtefact>): readonly PageArtefact[] => {
  const found = new Set<PageArtefact>();
  const open = [...page.page.includes];
  for (let name = open.pop(); name !== undefined && found.size < 50; name = open.pop()) {
    const part = names.get(name.split('/').at(-1) ?? '');
    if (part === undefined || found.has(part)) continue;
    found.add(part);
    open.push(...part.page.includes);
  }
  return [...found];
};

/** What stands right beside a number; the same on every page for one in a header or footer. */
const besides = ({ raw, near }: PhoneCandidate): string => {
  const at = near.indexOf(raw);
  return at < 0 ? near : `${/\S*\s*$/u.exec(near.slice(Math.max(0, at - 30), at))?.[0] ?? ''}${near.slice(at, at + raw.length + 40)}`;
};

/** One site in the making. */
class Site {
  readonly steps: Step[] = [];
  readonly edges: Edge[] = [];
  readonly utterances: Utterance[] = [];
  readonly phones: PhoneCandidate[] = [];
  readonly statements: Statement[] = [];
  readonly found = {
    ways: [] as Seen<Way>[],
    forms: [] as FoundOnSite['forms'][number][],
    emails: [] as FoundOnSite['emails'][number][],
    channels: [] as FoundOnSite['channels'][number][],
    jsonld: [] as FoundOnSite['jsonld'][number][],
    prices: [] as PriceList[],
  };
  readonly #files: SiteFiles;
  readonly #pages: ReadonlyMap<string, PageArtefact>;
  readonly #names: ReadonlyMap<string, PageArtefact>;
  readonly #ids = new Map<string, string>();
  readonly #ways = new Set<string>();
  readonly #met = new Set<string>();
  readonly #hasCancelled: boolean;
  /** Why something may be elsewhere, by the id of its step. */
  readonly #hidden = new Map<string, string>();

  constructor(files: SiteFiles, names: ReadonlyMap<string, PageArtefact>) {
    this.#files = files;
    this.#names = names;
    this.#pages = new Map(files.pages.map((page) => [page.path, page]));
    const skip = files.root === '' ? 0 : files.root.length + 1;
    for (const { path } of files.pages) this.#ids.set(path, path.slice(skip));
    this.#hasCancelled = files.pages.some(({ steps }) => steps.some(({ data }) => data.task === 'cancelled'));
  }

  join(): Artefact {
    const { root, home, pages } = this.#files;
    this.edges.push({ from: 'start', to: this.#idOf(home.path), on: 'next' });
    for (const page of pages) this.#add(page);
    const ways = inSight(this.found.ways);
    const start = {
      id: 'start',
      kind: 'start' as const,
      label: home.name,
      data: { ways, tasks: tasksAt(this.steps) },
      route: [0, 0],
      path: home.path,
    };
    const serves =
      this.steps.some(({ kind, data }) => kind === 'page' && SERVES.has(data.purpose)) ||
      (pages.length > 1 && this.found.forms.some(({ purpose }) => purpose === 'contact'));
    const { keys, syntax, format, language, country } = home;
    return {
      kind: 'site',
      role: 'entry',
      channel: 'web',
      ...(serves ? { topic: 'service' } : {}),
      id: root === '' ? 'site' : `site:${root}`,
      name: home.page.title || home.name,
      keys,
      path: home.path,
      syntax,
      route: [0, 0],
      ...(language === undefined ? {} : { language }),
      ...(country === undefined ? {} : { country }),
      start: 'start',
      steps: [start, ...this.steps],
      edges: this.edges,
      utterances: this.utterances,
      values: { found: { ...this.found, ways } },
      phones: this.phones,
      statements: this.statements,
      format,
    };
  }

  #idOf(path: string): string {
    return this.#ids.get(path) ?? path;
  }

  #add(page: PageArtefact): void {
    const own = this.#idOf(page.path);
    const idOf = (step: string): string => (step === page.start ? own : `${own}/${step}`);
    const parts = takenIn(page, this.#names);
    const links = [page, ...parts].flatMap(({ page: { links: all } }) => all);
    const led = this.#linked(page, links);
    const replaced = new Map<string, string>();
    for (const step of page.steps) {
      const target = step.kind === 'end' ? led.get(String(step.route[0])) : undefined;
      if (target !== undefined) replaced.set(step.id, target);
      else if (step.id === page.start) this.steps.push({ ...step, id: own, data: { ...step.data, ways: this.#waysOf(page, parts) } });
      else this.steps.push({ ...step, id: idOf(step.id) });
    }
    for (const { from, to, ...edge } of page.edges) this.edges.push({ ...edge, from: idOf(from), to: replaced.get(to) ?? idOf(to) });
    for (const { step, ...utterance } of page.utterances)
      if (this.#isNew(utterance.place, utterance.text)) this.utterances.push({ ...utterance, ...(step === undefined ? {} : { step: idOf(step) }) });
    for (const statement of page.statements ?? []) if (this.#isNew('statement', statement.text)) this.statements.push(statement);
    for (const { step, ...phone } of page.phones ?? [])
      if (this.#isNew(phone.raw, phone.from, phone.label, phone.visible, besides(phone)))
        this.phones.push({ ...phone, ...(step === undefined ? {} : { step: idOf(step) }) });
    if (page.page.open !== undefined) this.#leadElsewhere(own, `${own}/more`, `more may be on the page ${own}: ${page.page.open}`);
    this.#leadBehind(page, (step) => replaced.get(step) ?? idOf(step));
    this.#collect(page, parts);
  }

  /** Whoever has joined or signed in sees pages that are not among the files; where the way out is among them, it is judged as it stands. */
  #leadBehind(page: PageArtefact, idOf: (step: string) => string): void {
    if (this.#hasCancelled) return;
    const joins = page.steps.filter(({ data }) => data.task === 'joined');
    const why = 'what customers find after signing in is not among the files';
    for (const { id } of joins) this.#leadElsewhere(idOf(id), 'signed-in', why);
    const signsIn = (foundOf(page)?.forms ?? []).some(({ purpose }) => purpose === 'sign-in');
    if (signsIn) this.#leadElsewhere(idOf(page.start ?? ''), 'signed-in', why);
  }

  /** Whether something is met for the first time: what stands in the header or footer of every page is told once. */
  #isNew(...parts: readonly unknown[]): boolean {
    const key = JSON.stringify(parts);
    if (this.#met.has(key)) return false;
    this.#met.add(key);
    return true;
  }

  #leadElsewhere(from: string, id: string, why: string, label?: string): void {
    if (!this.#hidden.has(id)) {
      this.#hidden.set(id, why);
      this.steps.push({ id, kind: 'unknown', label: label ?? 'More of the site', data: { why }, route: [0, 0], path: this.#files.home.path });
    }
    this.edges.push({ from, to: id, on: 'link', ...(label === undefined ? {} : { label }) });
  }

  /** Edges of the links of a page. Returns where forms lead that are sent to another page, by the offset of the form. */
  #linked(page: PageArtefact, links: readonly PageLink[]): ReadonlyMap<string, string> {
    const own = this.#idOf(page.path);
    const done = new Set<string>();
    const led = new Map<string, string>();
    for (const { href, words, route, isForm } of links) {
      const to = addressOf(href, page.path, this.#files.root, this.#pages);
      if ('nothing' in to) continue;
      if ('page' in to) {
        const target = this.#idOf(to.page);
        led.set(String(route[0]), target);
        if (done.has(target)) continue;
        done.add(target);
        this.edges.push({ from: own, to: target, on: 'link', ...(words === '' ? {} : { label: words }) });
        continue;
      }
      if (isForm === true) continue;
      const address = 'outside' in to ? to.outside : to.missing;
      const purpose = purposeOfWords(words) ?? purposeOfPath(address.replace(/^(?:[a-z]+:)?\/\/[^/]*/iu, ''));
      if ('outside' in to && !MATTERS.has(purpose)) continue;
      const id = `${ELSEWHERE}:${address}`;
      if (done.has(id)) continue;
      done.add(id);
      const why = 'outside' in to ? `${address} is on another host` : `the page ${address} is not among the files`;
      this.#leadElsewhere(own, id, why, words === '' ? address : words);
      this.#addWay({ unknown: why });
    }
    return led;
  }

  #waysOf(page: PageArtefact, parts: readonly PageArtefact[]): readonly Seen<Way>[] {
    return [page, ...parts].flatMap((one, index) => (foundOf(one)?.ways ?? []).filter((way) => index === 0 || !isNotSeen(way)));
  }

  #addWay(way: Seen<Way>): void {
    const key = isNotSeen(way) ? 'open' : JSON.stringify([way.is, way.visible]);
    if (this.#ways.has(key)) return;
    this.#ways.add(key);
    this.found.ways.push(way);
  }

  #collect(page: PageArtefact, parts: readonly PageArtefact[]): void {
    for (const way of this.#waysOf(page, parts)) this.#addWay(way);
    const found = foundOf(page);
    if (found === undefined) return;
    this.found.forms.push(...found.forms.filter((form) => this.#isNew('form', form.purpose, form.fields)));
    this.found.emails.push(...found.emails.filter(({ address, use }) => this.#isNew('mail', address, use)));
    this.found.prices.push(...(found.prices ?? []));
    this.found.jsonld.push(...found.jsonld.filter((object) => this.#isNew('json-ld', object)));
    const known = new Set(this.found.channels.map((channel) => JSON.stringify(channel)));
    this.found.channels.push(...found.channels.filter((channel) => !known.has(JSON.stringify(channel))));
  }
}

/** A page without its site: what it holds can be judged, the way to it and from it cannot. */
const alone = ({ page, ...artefact }: PageArtefact): Artefact => {
  if (page.isPart || artefact.start === undefined) return artefact;
  const why = 'the other pages of the site are not among the files';
  const first = artefact.start;
  const leaves = artefact.steps.some(({ data }) => data.task === 'cancel');
  return {
    ...artefact,
    start: 'start',
    steps: [
      { id: 'start', kind: 'start', label: artefact.name, data: {}, route: [0, 0] },
      ...artefact.steps,
      { id: ELSEWHERE, kind: 'unknown', label: 'The rest of the site', data: { why }, route: [0, 0] },
    ],
    edges: [
      ...artefact.edges,
      { from: 'start', to: first, on: 'next' },
      { from: 'start', to: ELSEWHERE, on: 'next' },
      ...(page.links.length === 0 || !leaves ? [] : [{ from: first, to: ELSEWHERE, on: 'link' as const }]),
    ],
  };
};

const isPage = (artefact: Artefact): artefact is PageArtefact => artefact.page !== undefined;

/** Makes sites of pages. Everything that is no page stays as it is, in its place. */
export const joinSites = (read: readonly Artefact[]): readonly Artefact[] => {
  const all = read.filter(isPage);
  if (all.length === 0) return read;
  const parts = all.filter(({ page }) => page.isPart);
  const { sites, loose } = sitesOf(all.filter(({ page }) => !page.isPart));
  const names = partNames(parts);
  const joined = sites.map((files) => new Site(files, names).join());
  return [...read.filter((artefact) => !isPage(artefact)), ...joined, ...[...loose, ...parts].map(alone)];
};

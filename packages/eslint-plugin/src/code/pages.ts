import { purposeOfPath, type PagePurpose } from '@carelint/core/model';

/** Files that are a page by their place: routes of Next, Remix, SvelteKit, Astro, Nuxt, and folders of pages. */
const PLACES = /^(?:.*\/)?(?:app|pages|routes|views|screens|site)\/(.+)$/u;
/** Names of files that stand for their folder. */
const FOLDERS_FILE = /^(?:page|index|route|layout|\+page|\+page\.server|\+layout|\+server|_layout|_index)$/u;
const ENDING = /\.[cm]?[jt]sx?$/u;
/** Parts of a path that no customer sees: groups `(shop)`, slots `@modal`, languages, private folders. */
const UNSEEN = /^(?:\(.*\)|@.*|_.*|\[(?:lang|locale|lng|language)\]|[a-z]{2}(?:-[a-zA-Z]{2})?)$/u;
/** Behind these the customer has signed in already, or is no customer. */
const INSIDE = /^(?:dashboard|admin|account|my|portal|internal|settings|api|backoffice|back-office|staff|console|workspace)$/u;
const COMPONENT = /(?:Page|Screen|View|Route)$/u;

/** A file that is a page of a site. */
export interface PageFile {
  /** The path that a browser shows, as far as the place of the file tells: `/contact`. */
  readonly path: string;
  readonly purpose: PagePurpose | undefined;
  /** Whether it lies in a part of the site for those who are signed in. */
  readonly inside: boolean;
}

const kebab = (name: string): string => name.replace(/(?<=[a-z\d])(?=[A-Z])/gu, '-').toLowerCase();

/** What page a file is, by its path in the project; undefined where it is none. */
export const pageOf = (file: string): PageFile | undefined => {
  const below = PLACES.exec(file)?.[1];
  const parts = (below ?? file.slice(file.lastIndexOf('/') + 1)).split('/');
  const own = (parts.pop() ?? '').replace(ENDING, '');
  if (below === undefined && !COMPONENT.test(own)) return undefined;
  const seen = [...parts, ...(FOLDERS_FILE.test(own) ? [] : [kebab(own.replace(COMPONENT, ''))])].filter((part) => !UNSEEN.test(part));
  const path = `/${seen.join('/')}`;
  return { path, purpose: purposeOfPath(path), inside: [...file.split('/').slice(0, -1), ...seen.slice(0, -1)].some((part) => INSIDE.test(part)) };
};

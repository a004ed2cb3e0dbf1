import { purposeOfPath, type PagePurpose } from '@carelint/core/model';

/** Files that are a page by their place: routes of Next, Remix, SvelteKit, Astro, Nuxt, and folders of pages. */
const PLACES = /^(?:.*\/)?(app|pages|routes|views|screens|site)\/(.+)$/u;
/** Names of files that stand for their folder. */
const FOLDERS_FILE = /^(?:page|index|route|layout|\+page|\+page\.server|\+layout|\+server|_layout|_index)$/u;
const ENDING = /\.[cm]?[jt]sx?$/u;
/** What a name says of the kind of file only: `contact.component.ts`, `contact.lazy.tsx`. */
const KIND = /\.(?:component|page|view|screen|container|lazy|client|server|route|index)$/u;
/** Parts of a path that no customer sees: groups `(shop)`, slots `@modal`, languages, private folders. */
const UNSEEN = /^(?:\(.*\)|@.*|_.*|\[(?:lang|locale|lng|language)\]|\$(?:lang|locale)|[a-z]{2}(?:-[a-zA-Z]{2})?)$/u;
/** Behind these nobody is a customer. */
const STAFF = /^(?:admins?|administration|internal|backoffice|back-office|staff|cms|employees?|agents?|moderat(?:or|ors|ion)|crm)$/u;
/** Behind these the customer has signed in already. */
const INSIDE =
  /^(?:dashboard|account|accounts|my|portal|settings|api|console|workspace|profile|members?|users?|protected|private|auth|authed|authenticated|secure|logged-?in|signed-?in|sellers?|vendors?|merchants?|partners?|owners?|manage|manager|students?|teachers?|patients?|doctors?|tenants?)$/u;
/** Groups without a path of their own that are inside, too. */
const INSIDE_GROUP = /^[(_](?:app|main-?app|in-?app|user|client|customer|logged)\)?$/u;
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
const plain = (part: string): string => kebab(part.replace(/^[(_@]+|\)$/gu, ''));

const isInsidePart = (part: string): boolean => INSIDE.test(plain(part)) || STAFF.test(plain(part)) || INSIDE_GROUP.test(part);

/** Whether a path leads into a part of a site for those who are signed in, or for staff: `/dashboard/support`. The last part is the page itself. */
export const isInside = (path: string): boolean =>
  path
    .split('/')
    .filter((part) => part !== '')
    .slice(0, -1)
    .some(isInsidePart);

/** Whether a file belongs to what staff use, by the folders it lies in and its own name. */
export const isForStaff = (file: string): boolean =>
  file.split('/').some((part) => STAFF.test(plain(part)) || /^admin(?=[-_.A-Z])/u.test(part) || /^Admin[A-Z]/u.test(part));

/** In folders named `routes` a stop stands for a stroke: `shop.contact.tsx`. */
const ownParts = (name: string, place: string | undefined): readonly string[] => {
  const own = name.replace(ENDING, '');
  if (FOLDERS_FILE.test(own)) return [];
  const short = own.replace(KIND, '');
  return place === 'routes' && !short.startsWith('+') ? short.split('.').filter((part) => !FOLDERS_FILE.test(part)) : [short];
};

/** What page a file is, by its path in the project; undefined where it is none. */
export const pageOf = (file: string): PageFile | undefined => {
  const [, place, below] = PLACES.exec(file) ?? [];
  const folders = (below ?? file.slice(file.lastIndexOf('/') + 1)).split('/');
  const own = ownParts(folders.pop() ?? '', place);
  if (below === undefined && !COMPONENT.test(own.at(-1) ?? '')) return undefined;
  const parts = [...folders, ...own.slice(0, -1), ...own.slice(-1).map((part) => kebab(part.replace(COMPONENT, '')))];
  const path = `/${parts.filter((part) => !UNSEEN.test(part)).join('/')}`;
  const around = [...file.split('/').slice(0, -1), ...parts.slice(0, -1)];
  return { path, purpose: purposeOfPath(path), inside: around.some(isInsidePart) };
};

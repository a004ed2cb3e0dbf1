import type { Statement, Utterance } from '../../model/artefact.js';
import type { PhoneCandidate } from '../../model/phone.js';
import type { FormField, Form, MailAddress, PageLink, Way } from '../../model/site.js';
import type { Seen } from '../../model/step.js';
import type { Route } from '../../source/source.js';
import { plain, type Element } from './tree.js';

/** What holds for everything inside an element. */
export interface Around {
  /** Whether customers see it without a click; not seen where a template decides. */
  readonly visible: Seen<boolean>;
  /** Whether it is the page's own matter, not its frame (header, footer, side). */
  readonly main: boolean;
  /** Inside a listing. */
  readonly code?: true;
  readonly form?: FormDraft;
  readonly banner?: Banner;
  /** A link or button whose words are being gathered. */
  readonly words?: WordsDraft;
}

/** Words in the making: those of a link, a button, a heading or a label. */
export interface WordsDraft {
  text: string;
}

/** A field in the making: its label may come later. */
export interface FieldDraft {
  readonly element: Element;
  readonly id: string | undefined;
  readonly inside: WordsDraft | undefined;
  /** Words right before it, where no label is tied to it. */
  readonly before: string;
  /** Words right after it: those of a box follow it. */
  readonly after: WordsDraft;
  readonly visible: Seen<boolean>;
}

/** A form in the making. */
export interface FormDraft {
  readonly element: Element;
  readonly main: boolean;
  readonly visible: Seen<boolean>;
  readonly fields: FieldDraft[];
  readonly buttons: WordsDraft[];
  /** Words of labels by the id of their field. */
  readonly labels: Map<string, WordsDraft>;
  /** All its words, as far as needed to tell what it is for. */
  text: string;
  /** The heading before it. */
  readonly heading: string;
}

/** A button or link of a banner about cookies. */
export interface BannerChoice {
  readonly words: WordsDraft;
  readonly route: Route;
}

/** A part of the page that asks about cookies. */
export interface Banner {
  readonly route: Route;
  readonly choices: BannerChoice[];
}

/** A form that was understood, with what the journeys need of it. */
export interface ReadForm {
  readonly form: Form;
  readonly fields: readonly FormField[];
  readonly action: string;
  readonly submit: string;
  readonly main: boolean;
  readonly visible: Seen<boolean>;
  readonly route: Route;
  readonly opinion: boolean;
}

/** Everything that is taken out of a page. The tree and the text are gone when it is made. */
export interface Gathered {
  title: string;
  heading: string;
  /** Where the main heading stands, else the title. */
  headed: Route;
  language: string | undefined;
  /** Number of characters that are seen. */
  seen: number;
  scripts: number;
  /** Why the file does not show all of the page. */
  open: string | undefined;
  readonly links: PageLink[];
  readonly ways: Seen<Way>[];
  readonly emails: MailAddress[];
  readonly phones: PhoneCandidate[];
  readonly utterances: Utterance[];
  readonly statements: Statement[];
  /** All its words, hidden ones too, as far as they are kept. */
  words: string;
  readonly jsonld: Readonly<Record<string, unknown>>[];
  readonly forms: ReadForm[];
  readonly banners: Banner[];
  /** A password is asked in the main part. */
  asksPassword: boolean;
  /** A sentence of the main part says that one must sign in. */
  wall: boolean;
  /** The page sends the visitor on by itself. */
  sentTo: string | undefined;
}

export const nothingYet = (): Gathered => ({
  title: '',
  heading: '',
  headed: [0, 0],
  language: undefined,
  seen: 0,
  scripts: 0,
  open: undefined,
  links: [],
  ways: [],
  emails: [],
  phones: [],
  utterances: [],
  statements: [],
  words: '',
  jsonld: [],
  forms: [],
  banners: [],
  asksPassword: false,
  wall: false,
  sentTo: undefined,
});

const MOST_STATEMENTS = 200;
const STATES = /[£€$]\s?\d|\d\s?(?:[£€]|[A-Z]{3}(?![\p{L}]))|(?:refund|complain|money back|reimburs)/iu;

/** So many characters of a page are kept. */
export const MOST_WORDS = 100_000;

/** Keeps a block of text; one that may state a fee or a promise also by itself. Hours are looked for beside numbers. */
export const noteBlock = (out: Gathered, text: string, isShown: boolean, place: Omit<Statement, 'text'>): void => {
  if (out.words.length <= MOST_WORDS) out.words += `${text}\n`;
  if (!isShown || out.statements.length >= MOST_STATEMENTS || text.length > 2000 || !STATES.test(text)) return;
  out.statements.push({ text: plain(text, 1000), ...place });
};

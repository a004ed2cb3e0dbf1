// Which files of code are worth opening. Loaded with the command for every run, so nothing heavy may be imported here.

import { KINDS_FOR_DEVELOPERS } from './for-developers.js';

export { KINDS_FOR_DEVELOPERS } from './for-developers.js';

/** What a file may hold: a program that answers calls, routers that such programs hang on, or settings and data of a site. */
export type Sign = 'telephony' | 'routes' | 'settings';

/** What a file of code is to the reader, by its name and its text. */
export type CodeFile =
  /** No code, or nothing in it that is read. */
  | { readonly is: 'other' }
  /** It has a sign, and is left alone all the same: a test, a story, a bundle, a format of components. */
  | { readonly is: 'left-alone' }
  | { readonly is: 'signed'; readonly signs: readonly Sign[] };

const CODE = /\.[cm]?[jt]sx?$/iu;
const DECLARATIONS = /\.d\.[cm]?ts$/iu;
/** Components whose code stands between markup of their own. */
const COMPONENTS = /\.(?:vue|svelte)$/iu;

/** Nobody writes a longer file of code by hand. */
const LARGEST = 1_000_000;
/** Lines of code that people write are shorter than this on the average of a file of any length. */
const LONGEST_LINE = 1_000;
const LONG = 20_000;

/** Whether a text was written by a build: few lines for its length. */
const isPacked = (text: string): boolean => {
  if (text.length < LONG) return false;
  let lines = 1;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) if (++lines * LONGEST_LINE > text.length) return false;
  return true;
};

/** A sign that is looked for in the text: letters that must all be there, and where these may mean something else, what makes sure. */
interface Mark {
  readonly letters: readonly string[];
  /** Looks at a short stretch of text at a time: it is tried at every place of long files. */
  readonly surely?: RegExp;
}

const TELEPHONY: readonly Mark[] = [
  { letters: ['VoiceResponse'] },
  { letters: ['TwimlResponse'] },
  { letters: ['<Response'], surely: /<Response[\s>]/u },
  { letters: ['plivo', 'Response('] },
  { letters: ['calls.create('] },
  { letters: ['action'], surely: /\baction["']?\s*:\s*["'`](?:talk|input|stream|conversation|connect)["'`]/u },
];

/** Routers, under which programs that answer calls may hang. Alone they are worth nothing. */
const ROUTES: readonly Mark[] = [
  { letters: ['.post('], surely: /(?:app|api|server|fastify|hono|[rR]outer|routes?)\.(?:post|get|all)\(\s*["'`]\//u },
  { letters: ['exports.handler'] },
  { letters: ['.use('], surely: /\.use\(\s*["'`]\// },
  { letters: ['.register(', 'prefix'] },
  { letters: ['.route('], surely: /\.route\(\s*["'`]\//u },
  { letters: ['require('], surely: /\brequire\(\s*["'`]\.[^"'`\n]{0,200}["'`]\s*\)\s*\(/u },
];

const SETTINGS: readonly Mark[] = [
  { letters: ['klaro'], surely: /\b(?:klaroConfig|elementID|hideDeclineAll|mustConsent|noticeAsModal|acceptAll)\b/u },
  { letters: ['vanilla-cookieconsent'] },
  { letters: ['CookieConsent.run('] },
  { letters: ['consentModal'] },
  { letters: ['guiOptions'] },
  { letters: ['ad_storage'] },
  { letters: ['application/ld+json'] },
  { letters: ['@context', 'schema.org'] },
];
/** Settings of site generators and of sites, by the name of their file. */
const ITS_NAME_SAYS_SETTINGS =
  /(?:^|\/)(?:docusaurus\.config|astro\.config|\.vitepress\/config(?:\.[\w-]+|\/[\w-]+)?|gatsby-config|(?:site|app)[.-]?config)\.[cm]?[jt]sx?$/iu;
/** Texts in one language. */
const ITS_FOLDER_SAYS_TEXTS = /(?:^|\/)_?(?:locales?|i18n|langs?|languages?|translations?|messages|l10n|intl)\/(?:[^/]+\/)*[^/]+$/iu;
const ITS_NAME_SAYS_DATA =
  /(?:^|[/.\-_])(?:site|contact(?:-?us|-?info)?|company|business|organi[sz]ation|brand|offices?|locations?|branches|footer|support|help|seo|constants?|metadata)(?:[.\-_]?(?:data|info|details|config|constants?|settings))?(?:\/index)?\.[cm]?[jt]sx?$/iu;
const NAMES_DATA =
  /\b(?:const|let|var)\s+\w{0,30}(?:site|contact|company|business|organi[sz]ation|brand|office|location|branch|footer|support|help|seo|config|constants?|metadata|hotline|phone)\w{0,30}\s*[:=]/iu;
/** A number that is written out, under a name that says so. */
const NUMBER =
  /(?:phone|telephone|hotline|helpline|whatsapp|mobile|telefon|telefono|fax|tel)\w{0,20}["']?\s{0,4}[:=]\s{0,4}["'`][\s(]{0,3}\+?\d|["'`]tel:\s?[+(\d]/iu;
/** Digits enough for a number, or words that speak of one: whether settings may hold anything that matters. */
const MAY_MATTER = /(?:\d[\s().\-/]{0,3}){7}|tel:|phone|telefon|no-?reply|do-?not-?reply|from\s*["']\.{1,2}\//iu;

const holdsData = (path: string, text: string): boolean => {
  if (ITS_NAME_SAYS_SETTINGS.test(path)) return MAY_MATTER.test(text);
  if (!/hone|tel|otline|elpline|hatsapp|obile|\bfax/iu.test(text)) return false;
  return (ITS_NAME_SAYS_DATA.test(path) || ITS_FOLDER_SAYS_TEXTS.test(path) || NAMES_DATA.test(text)) && NUMBER.test(text);
};

const ITS_NAME_SAYS_ROUTES = /(?:^|\/)(?:app\/(?:.*\/)?route|pages\/api\/.*)\.[cm]?[jt]sx?$/u;

const has = (text: string, marks: readonly Mark[]): boolean =>
  marks.some(({ letters, surely }) => letters.every((each) => text.includes(each)) && (surely === undefined || surely.test(text)));

const signsIn = (path: string, text: string): readonly Sign[] => [
  ...(has(text, TELEPHONY) ? (['telephony'] as const) : []),
  ...(ITS_NAME_SAYS_ROUTES.test(path) || has(text, ROUTES) ? (['routes'] as const) : []),
  ...(has(text, SETTINGS) || holdsData(path, text) ? (['settings'] as const) : []),
];

/** The settings of a site of documentation lie in its folder, and make a site of it all the same. */
const withoutDocs = (path: string): string =>
  ITS_NAME_SAYS_SETTINGS.test(path) ? path.replace(/(?:^|(?<=\/))(?:docs?|documentation)\//giu, '') : path;
const isForDevelopers = (path: string): boolean => Object.values(KINDS_FOR_DEVELOPERS).some((kind) => kind.test(withoutDocs(path)));

const NOTHING: CodeFile = { is: 'other' };
const ALONE: CodeFile = { is: 'left-alone' };

/**
 * What a file is to the reader of code. Cheap: it runs on every file of a repository. `from`: the path from the folder that was named by the user
 * (what lies above it says nothing); undefined where the file itself was named, which is then read wherever it lies.
 */
export const codeFile = (path: string, text: string, from: string | undefined): CodeFile => {
  if (!CODE.test(path)) return COMPONENTS.test(path) && signsIn(path, text).some((sign) => sign !== 'routes') ? ALONE : NOTHING;
  if (DECLARATIONS.test(path)) return NOTHING;
  if (text.length > LARGEST) return ALONE;
  const signs = signsIn(path, text);
  if (signs.length === 0) return NOTHING;
  return (from !== undefined && isForDevelopers(from)) || isPacked(text) ? ALONE : { is: 'signed', signs };
};

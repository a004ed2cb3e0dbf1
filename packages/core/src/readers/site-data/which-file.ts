/** What a file of data is, by its path alone. */
export interface DataFile {
  readonly is: 'config' | 'data' | 'catalogue';
  readonly form: 'yaml' | 'json' | 'toml';
  /** Of a catalogue, or of data that stand once for each language: the language as a tag. */
  readonly locale?: string;
  /** The path with a star for the language: equal for all languages of the same texts. */
  readonly family?: string;
}

const FORMS: Readonly<Record<string, DataFile['form']>> = { yml: 'yaml', yaml: 'yaml', json: 'json', arb: 'json', toml: 'toml' };

/** Files that by their name are the configuration of a site: Jekyll, Hugo, MkDocs. */
const CONFIGS = /^(?:_config(?:[._-][\w-]+)?\.ya?ml|_config\.toml|hugo\.(?:toml|ya?ml|json)|mkdocs\.ya?ml)$/iu;
/** Names of data files that tell how one reaches somebody, in folders that hold all sorts of data. */
const CONTACTS =
  /^(?:contacts?|contact-?us|company|organi[sz]ation|business|site|settings|support|help|footer|offices?|locations?|branches)\.[a-z]+$/iu;
const MAILS = /^(?:mail|mailer|mailers|e-?mail|emails|smtp|notifications?)\.(?:ya?ml|json|toml)$/iu;

const FOLDERS = /^(?:_?locales?|_?i18n|_?langs?|_?languages?|_?translations?|_?messages|_?l10n|_?intl|_?data)$/iu;
/** Two-letter languages that texts for customers are really written in; other pairs of letters are names of other things. */
const LANGUAGES = new Set(
  'af am ar az be bg bn bs ca cs cy da de el en es et eu fa fi fr ga gl gu he hi hr hu hy id is it ja ka kk km kn ko ky lo lt lv mk ml mn mr ms mt my nb ne nl nn no pa pl pt ro ru si sk sl sq sr sv sw ta te th tl tr uk ur uz vi zh'.split(
    ' ',
  ),
);
const TAG = /^([a-z]{2})(?:[-_]([A-Za-z]{2}|[A-Za-z]{4}|419))?$/u;

/** A language tag in the form of BCP 47; undefined where the text is none. */
const tagOf = (text: string): string | undefined => {
  const found = TAG.exec(text);
  if (found?.[1] === undefined || !LANGUAGES.has(found[1])) return undefined;
  const more = found[2];
  return more === undefined ? found[1] : `${found[1]}-${more.length === 2 ? more.toUpperCase() : more}`;
};

/** The language of a catalogue, told by a folder or by a part of the file's name below a folder of languages. */
const localeOf = (segments: readonly string[]): { readonly locale: string; readonly family: string } | undefined => {
  const file = segments.at(-1) ?? '';
  const holder = segments.slice(0, -1).findLastIndex((segment) => FOLDERS.test(segment));
  if (holder < 0) return undefined;
  for (let at = holder + 1; at < segments.length - 1; at++) {
    const locale = tagOf(segments[at] ?? '');
    if (locale !== undefined) return { locale, family: segments.with(at, '*').join('/') };
  }
  const parts = file.split(/([._])/u);
  for (const [at, part] of parts.entries()) {
    const locale = tagOf(part) ?? tagOf(parts.slice(at, at + 3).join(''));
    if (locale === undefined || at > parts.length - 3) continue;
    const length = tagOf(parts.slice(at, at + 3).join('')) === undefined || parts[at + 1] !== '_' ? 1 : 3;
    return {
      locale: length === 3 ? (tagOf(parts.slice(at, at + 3).join('')) ?? locale) : locale,
      family: [...segments.slice(0, -1), parts.toSpliced(at, length, '*').join('')].join('/'),
    };
  }
  return undefined;
};

/** What a path says of a file; undefined for files that hold no data of a site. */
export const dataFile = (path: string): DataFile | undefined => {
  const segments = path.split('/');
  const file = segments.at(-1) ?? '';
  const form = FORMS[/\.([a-z]+)$/iu.exec(file)?.[1]?.toLowerCase() ?? ''];
  if (form === undefined) return undefined;
  if (CONFIGS.test(file)) return { is: 'config', form };
  const isData = segments.slice(0, -1).some((segment) => segment === '_data');
  const told = localeOf(segments);
  if (told !== undefined) return { is: isData ? 'data' : 'catalogue', form, ...told };
  if (isData) return { is: 'data', form };
  const isHugo = segments.slice(0, -1).some((segment, at) => segment === '_default' && segments[at - 1] === 'config');
  if (isHugo && /^(?:config|hugo|params)\b/iu.test(file)) return { is: 'config', form };
  if (MAILS.test(file)) return { is: 'config', form };
  return segments.slice(0, -1).some((segment) => segment === 'data') && CONTACTS.test(file) ? { is: 'data', form } : undefined;
};

/** The older name of Hugo's configuration is that of many other things: only its contents tell. */
export const isOldHugo = (path: string, text: string): boolean =>
  /(?:^|\/)config\.(?:toml|ya?ml)$/iu.test(path) && /^\s*["']?baseurl["']?\s*[=:]/imu.test(text);

/** The language of a catalogue of texts, and the name that all its languages share, by the path alone: also of one that is written as code. */
export const catalogueOf = (path: string): { readonly locale: string; readonly family: string } | undefined => localeOf(path.split('/'));

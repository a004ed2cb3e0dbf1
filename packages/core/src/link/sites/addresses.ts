/** Where a link of a page leads. */
export type Address =
  /** A page of the run. */
  | { readonly page: string }
  /** The same page, or something that is no page (a picture, a file to load down). */
  | { readonly nothing: true }
  /** Another host. */
  | { readonly outside: string }
  /** A page of the same site that is not among the files. */
  | { readonly missing: string };

const NO_PAGE =
  /\.(?:png|jpe?g|gif|webp|svg|ico|pdf|zip|gz|tgz|css|js|mjs|json|xml|rss|atom|txt|csv|docx?|xlsx?|pptx?|mp[34]|webm|ogg|wav|woff2?|ttf|apk|exe|dmg|vcf|ics)$/iu;
const ENDINGS = ['', '.html', '.htm', '/index.html', '/index.htm', '.php', '/index.php', '.xhtml', '/default.html'] as const;

export const folderOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('/')));

const joined = (folder: string, relative: string): string | undefined => {
  const parts = folder === '' ? [] : folder.split('/');
  for (const part of relative.split('/')) {
    if (part === '' || part === '.') continue;
    if (part === '..') {
      if (parts.length === 0) return undefined;
      parts.pop();
    } else parts.push(part);
  }
  return parts.join('/');
};

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

/** Resolves a link as a browser would in which `root` is the root of the host. */
export const addressOf = (href: string, from: string, root: string, pages: ReadonlyMap<string, unknown>): Address => {
  if (/^(?:(?:[a-z][a-z0-9+.-]*:)?\/\/|www\.)/iu.test(href)) return { outside: href };
  if (/^[a-z][a-z0-9+.-]*:/iu.test(href)) return { nothing: true };
  const bare = decoded(href.replace(/[?#].*$/su, ''));
  if (bare === '') return { nothing: true };
  const target = bare.startsWith('/') ? joined(root, bare) : joined(folderOf(from), bare);
  if (target === undefined) return { missing: bare };
  for (const ending of ENDINGS) {
    const path = target === '' ? ending.replace(/^\//u, '') : `${target}${ending}`;
    if (pages.has(path)) return path === from ? { nothing: true } : { page: path };
  }
  return NO_PAGE.test(target) ? { nothing: true } : { missing: bare };
};

import type { Artefact } from '../../model/artefact.js';
import { addressOf, folderOf } from './addresses.js';

/** A page as an artefact of its own, as the reader made it. */
export type PageArtefact = Artefact & { readonly page: NonNullable<Artefact['page']> };

/** A site: its root folder, its home page and its pages. */
export interface SiteFiles {
  readonly root: string;
  readonly home: PageArtefact;
  readonly pages: readonly PageArtefact[];
}

const HOME = /(?:^|\/)(?:index|default|home)\.(?:html?|xhtml|php|liquid|hbs|njk|twig|ejs|erb|j2|jinja2?)$/iu;

/** A folder and all above it, innermost first; the last is the empty path. */
const upwards = (folder: string): readonly string[] => {
  const out = [folder];
  for (let at = folder; at !== '';) out.push((at = folderOf(at)));
  return out;
};

/** The outermost folder with a home page in which a page lies. */
const outermost = (path: string, homes: ReadonlyMap<string, PageArtefact>): string | undefined =>
  upwards(folderOf(path)).findLast((folder) => homes.has(folder));

/** Folders into which a page that lies outside of them links. */
const linkedInto = (pages: ReadonlyMap<string, PageArtefact>, homes: ReadonlyMap<string, PageArtefact>): ReadonlySet<string> => {
  const linked = new Set<string>();
  for (const [path, { page }] of pages) {
    const around = new Set(upwards(folderOf(path)));
    const root = outermost(path, homes) ?? '';
    for (const { href } of page.links) {
      const to = addressOf(href, path, root, pages);
      if (!('page' in to)) continue;
      for (const folder of upwards(folderOf(to.page))) {
        if (around.has(folder)) break;
        linked.add(folder);
      }
    }
  }
  return linked;
};

/**
 * Groups pages into sites. A site is a folder with a home page and all below it; a folder below it with a home page of its own is a site of its own
 * where no page outside links into it (demos, copies, the output of tools). Pages that lie under no home page are left over.
 */
export const sitesOf = (all: readonly PageArtefact[]): { readonly sites: readonly SiteFiles[]; readonly loose: readonly PageArtefact[] } => {
  const pages = new Map(all.map((page) => [page.path, page]));
  const homes = new Map<string, PageArtefact>();
  for (const page of all) {
    const folder = folderOf(page.path);
    if (HOME.test(page.path) && !homes.has(folder)) homes.set(folder, page);
  }
  const linked = linkedInto(pages, homes);
  const roots = new Set([...homes.keys()].filter((folder) => !linked.has(folder) || outermost(homes.get(folder)?.path ?? '', homes) === folder));
  const members = new Map<string, PageArtefact[]>();
  const loose: PageArtefact[] = [];
  for (const page of all) {
    const root = upwards(folderOf(page.path)).find((folder) => roots.has(folder));
    if (root === undefined) loose.push(page);
    else {
      const list = members.get(root);
      if (list === undefined) members.set(root, [page]);
      else list.push(page);
    }
  }
  const sites = [...members].flatMap(([root, own]) => {
    const home = homes.get(root);
    return home === undefined ? [] : [{ root, home, pages: own }];
  });
  return { sites, loose };
};

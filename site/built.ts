// What must hold of the site that was built.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Pages } from './sources.js';

const LOADED = /<(?:script|link|img|iframe|source)\b[^>]*?\b(?:src|href|srcset)=["']?(?:https?:)?\/\/[^"'\s>]*/giu;

/** Throws where a page is missing, or loads anything from elsewhere: the site works without a network. */
export const checkBuilt = (folder: string, pages: Pages): void => {
  const missing = [...pages.values()].filter((page) => !existsSync(path.join(folder, page.replace(/\.md$/u, '.html'))));
  const built = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.html'));
  const loads = built.flatMap((name) => (readFileSync(path.join(folder, name), 'utf8').match(LOADED) ?? []).map((found) => `${name}: ${found}`));
  const faults = [...missing.map((page) => `${page} was not built`), ...loads];
  if (faults.length > 0) throw new Error(`The site is not as it should be:\n${faults.join('\n')}`);
};

import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitepress';
import { checkBuilt } from '../built.js';
import { writeSite } from '../gather.js';
import { slug, withoutCode } from '../headings.js';
import { sidebars } from '../sidebar.js';
import { pagesOf } from '../sources.js';

const home = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const gathered = path.join(home, 'build/site/pages');
writeSite(home, gathered);

export default defineConfig({
  lang: 'en-GB',
  title: 'carelint',
  description:
    'A linter for the way customers are really treated: call flows, scripts, policies and sites, with the journey of one customer as evidence.',
  srcDir: gathered,
  outDir: path.join(home, 'build/site/html'),
  cacheDir: path.join(home, 'build/site/cache'),
  buildEnd: ({ outDir }) => checkBuilt(outDir, pagesOf(home)),
  cleanUrls: true,
  head: [['link', { rel: 'icon', type: 'image/svg+xml', href: '/icon.svg' }]],
  // Pages are plain Markdown, as it is shown where the repository is read: no markup of Vue, no snippets, no attributes.
  markdown: {
    html: false,
    linkify: false,
    attrs: false,
    emoji: false,
    snippet: false,
    include: false,
    component: false,
    toc: false,
    footnote: false,
    container: false,
    anchor: { slugify: slug },
  },
  vite: {
    build: { chunkSizeWarningLimit: 1500 },
    plugins: [
      {
        // While the site is served, what is changed in the repository is gathered again.
        name: 'carelint-gather',
        configureServer: ({ watcher }) => {
          watcher.add(['docs', 'policies', 'examples', 'site/pages', 'README.md'].map((name) => path.join(home, name)));
          watcher.on('all', (_event, file) => {
            if (!file.startsWith(gathered)) writeSite(home, gathered);
          });
        },
      },
    ],
  },
  themeConfig: {
    search: {
      provider: 'local',
      // Words are looked for in what pages say, not in the examples that they quote.
      options: { _render: async (text, env, md) => md.renderAsync(withoutCode(text), env) },
    },
    logo: { src: '/icon.svg', alt: '' },
    nav: [
      {
        text: 'First hour',
        items: [
          { text: 'Engineers', link: '/adopting' },
          { text: 'Process owners', link: '/process-owners' },
          { text: 'Product reviewers', link: '/product-reviewers' },
        ],
      },
      { text: 'Rules', link: '/rules/', activeMatch: '^/rules/' },
      { text: 'ESLint', link: '/eslint/', activeMatch: '^/eslint/' },
      { text: 'Documentation', link: '/contents' },
    ],
    sidebar: sidebars(home, pagesOf(home)),
    outline: [2, 3],
    docFooter: { prev: false, next: false },
  },
});

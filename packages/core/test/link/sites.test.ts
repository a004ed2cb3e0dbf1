import { beforeAll, describe, expect, it } from 'vitest';
import { link } from '../../src/link/link.js';
import type { Artefact } from '../../src/model/artefact.js';
import { reader } from '../../src/readers/html/index.js';
import { expectLinear } from '../growth.js';
import { artefactsOf, readingWith } from '../reading.js';

const read = readingWith(reader);

beforeAll(() => reader.prepare?.());

const page = (...links: string[]): string =>
  `<!doctype html><html><body><h1>Page</h1>${links.map((href) => `<a href="${href}">go</a>`).join('')}</body></html>`;

const linked = (files: Readonly<Record<string, string>>): readonly Artefact[] =>
  link(
    Object.entries(files).flatMap(([file, text]) => artefactsOf(read(file, text))),
    {},
  ).artefacts;

/** Sites and what is left over, each with its pages and the ways between them. */
const sites = (files: Readonly<Record<string, string>>): readonly string[] =>
  linked(files).map(
    ({ id, steps, edges }) =>
      `${id}: ${steps.flatMap(({ id: step, kind }) => (kind === 'page' || kind === 'unknown' ? [step] : [])).join(' ')} | ${edges.map(({ from, to, on }) => `${from}${on === 'fault' ? '~' : '>'}${to}`).join(' ')}`,
  );

describe('pages become sites', () => {
  it.each([
    [
      'links are followed as browsers do',
      {
        'index.html': page('contact', './a/', '/b.html?x#y', 'mailto:x@example.com', '#top', 'a.pdf'),
        'contact.html': page(),
        'a/index.html': page('../index.html'),
        'b.html': page(),
      },
    ],
    [
      'a folder with a home page that nothing links into is another site',
      { 'index.html': page('a.html'), 'a.html': page(), 'demo/index.html': page('/x.html'), 'demo/x.html': page() },
    ],
    [
      'a folder with a home page that is linked is a part',
      { 'index.html': page('docs/index.html'), 'docs/index.html': page('more.html'), 'docs/more.html': page() },
    ],
    ['pages without a home page stand alone', { 'a/contact.html': page('other.html'), 'a/other.html': page() }],
    [
      'a page that is not there, and one elsewhere that matters',
      { 'index.html': `${page('gone.html')}<a href="https://help.example.com/contact">Contact</a><a href="https://example.org">Partner</a>` },
    ],
    ['a page that nothing leads to is met all the same', { 'index.html': page(), 'lost.html': page('lost-too.html'), 'lost-too.html': page() }],
    ['parts are no pages', { 'index.html': page(), '_includes/footer.html': '<footer>Tel. 020 7946 0018</footer>' }],
    [
      'what a part links to, its pages link to',
      {
        'index.html': `---\nlayout: x\n---\n<h1>Hello</h1>{% include footer.html %}`,
        'contact.html': page(),
        '_includes/footer.html': '<a href="/contact.html">Contact</a>',
      },
    ],
  ])('%s', (_, files) => {
    expect(sites(files)).toMatchSnapshot();
  });

  it('what stands in the footer of every page is told once', () => {
    const footer =
      '<footer>Call 0871 434 0148<form><label>E-mail <input type="email" name="email"></label><label><input type="checkbox" name="newsletter" checked> Newsletter</label></form></footer>';
    const files = { 'index.html': `${page('a.html')}${footer}`, 'a.html': `${page()}${footer}`, 'b.html': `${page()}<p>Sales: 0871 434 0148</p>` };
    const [site] = linked(files);
    expect(site?.phones?.map(({ path }) => path)).toEqual(['index.html', 'b.html']);
    expect((site?.values as { found: { forms: unknown[] } }).found.forms).toHaveLength(1);
  });

  it('a form by which customers join may lead to a page of the site', () => {
    const form = `<h1>Create your account</h1><form action="index.html" method="post">
      <label>E-mail <input type="email" name="email"></label><label>Password <input type="password" name="password"></label>
      <label>Repeat the password <input type="password" name="again"></label><button>Register</button></form>`;
    const [site] = linked({ 'index.html': page('register.html'), 'register.html': `<!doctype html><html><body>${form}</body></html>` });
    const steps = new Set(site?.steps.map(({ id }) => id));
    expect(site?.edges.filter(({ from, to }) => !steps.has(from) || !steps.has(to))).toEqual([]);
    expect(site?.edges).toContainEqual(expect.objectContaining({ from: 'index.html', to: 'signed-in' }));
  });

  it('pages are joined in linear time, however many links they have', () => {
    const site = (many: number): Record<string, string> => {
      const names = Array.from({ length: many }, (_, i) => (i === 0 ? 'index.html' : `p${String(i)}.html`));
      const text = page(...names.slice(0, 50));
      return Object.fromEntries(names.map((name) => [name, text]));
    };
    expectLinear(60, site, (files) => expect(sites(files)).toHaveLength(1));
  });
});

import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { link } from '../../src/link/link.js';
import type { Artefact } from '../../src/model/artefact.js';
import { reader } from '../../src/readers/html/index.js';
import { locate } from '../../src/source/locate.js';
import { dump } from '../native/dump.js';
import { cpuTime, expectLinear } from '../growth.js';
import { artefactsOf, readingWith, told } from '../reading.js';

// Expected files are written by `npx vitest run packages/core/test/html -u` and read by eye.
const CASES = path.join(import.meta.dirname, 'cases');
const cases = readdirSync(CASES).filter((file) => !file.endsWith('.txt'));
const read = readingWith(reader);

beforeAll(() => reader.prepare?.());

interface Derived {
  readonly ways?: readonly object[];
  readonly forms?: readonly object[];
}

const derived = ({ values, phones }: Artefact): string => {
  const { ways = [], forms = [] } = (values as { found?: Derived }).found ?? {};
  return [
    ...ways.map((way) => `way ${JSON.stringify(way)}`),
    ...forms.map((form) => `form ${JSON.stringify(form)}`),
    ...(phones ?? []).map(({ raw, from, visible, near }) => `phone ${raw} (${from}) visible=${JSON.stringify(visible)} near=${near.slice(0, 60)}`),
    '',
  ].join('\n');
};

const show = (file: string, text: string): string => {
  const result = read(file, text);
  const [page] = artefactsOf(result);
  if (page === undefined) return (result?.problems ?? []).map(told).join('') || 'not ours\n';
  const { isPart, open, includes } = page.page ?? {};
  const head = `part=${String(isPart)} open=${open ?? '-'} includes=${(includes ?? []).join(',') || '-'}\n`;
  return (
    head +
    link([page], {})
      .artefacts.map((artefact) => dump(artefact) + derived({ ...artefact, values: page.values }))
      .join('')
  );
};

describe('pages', () => {
  it.each(cases)('%s', async (file) => {
    await expect(show(file, readFileSync(path.join(CASES, file), 'utf8'))).toMatchFileSnapshot(path.join(CASES, `${file}.txt`));
  });

  it('points at the number as it is written', () => {
    const text = '<html><body><p>Caf&eacute;:&nbsp;call 020&nbsp;7946 0018 now</p></body></html>';
    const phone = artefactsOf(read('a.html', text))[0]?.phones?.[0];
    const { column, endColumn } = locate({ path: 'a.html', text }, 'text', phone?.route ?? []);
    expect(text.slice(column - 1, endColumn - 1)).toBe('020&nbsp;7946 0018');
  });
});

describe('what is a page', () => {
  it.each([
    ['a page without an ending', 'page', '<!doctype html><html><body></body></html>', true],
    ['a page in HTML', 'a.html', '<p>Hello</p>', true],
    ['an empty page', 'a.html', '', false],
    ['code', 'a.ts', '<!doctype html><html></html>', false],
    ['PHP without markup', 'a.php', '<?php echo 1;', false],
    ['data', 'a.json', '{"html": "<p>"}', false],
    ['Markdown', 'a.md', '<html><body>x</body></html>', false],
    ['a page after comments', 'a', '<?xml version="1.0"?>\n<!-- a -->\n<!-- b -->\n<html></html>', true],
    ['comments and no page', 'a.txt', '<!---->'.repeat(600), false],
    ['a page that only a test opens', 'test/fixtures/a.html', '<p>Hello</p>', false],
    ['a story of a component', 'src/Button.stories.html', '<p>Hello</p>', false],
  ])('%s', (_, file, text, isPage) => {
    expect(reader.mayClaim({ path: file, text })).toBe(isPage);
  });
});

/** Milliseconds. None takes one second on any machine of today; what is not linear would take minutes. */
const PLENTY = 15_000;

describe('pages that nobody would write', () => {
  const problem = (text: string): string => (read('a.html', text)?.problems ?? []).map(told).join('');

  it.each([
    ['a thousand nested tables', '<table><tr><td>'.repeat(1000), /nested deeper/u],
    ['many open elements', '<div>'.repeat(100_000), /nested deeper/u],
    ['a page of twenty million characters', '<p>text</p>'.repeat(2_000_000), /more than 5 million characters/u],
  ])('%s', (_, text, message) => {
    expect(cpuTime(() => expect(problem(text)).toMatch(message))).toBeLessThan(PLENTY);
  });

  it.each([
    ['formatting that is never closed', '<b><i><p>x'.repeat(300)],
    ['one attribute of a million characters', `<a href="${'x'.repeat(1_000_000)}">x</a>`],
    ['a million digits', `<p>${'1 2-'.repeat(300_000)}</p>`],
    ['holes without end', '{{'.repeat(100_000)],
    ['tags of templates without end', '<p>{% if x '.repeat(20_000)],
    ['comments without end', '<!--'.repeat(100_000)],
    ['scripts without end', '<script>'.repeat(20_000)],
    ['styles without end', `<style>${'{'.repeat(200_000)}`],
    ['front matter without end', `---\n${'a: b\n'.repeat(100_000)}`],
    ['words for leaving without end', `<p>${'1 a a a '.repeat(50_000)}</p>`],
    ['JSON-LD that is deep', `<script type="application/ld+json">${'['.repeat(5000)}${']'.repeat(5000)}</script>`],
  ])('%s is read in time', (_, text) => {
    expect(cpuTime(() => read('a.html', `<html><body>${text}`))).toBeLessThan(PLENTY);
  });

  it('links to everywhere are read in linear time', () => {
    const links = (many: number): string => Array.from({ length: many }, (_, i) => `<a href="p${String(i)}.html">Page ${String(i)}</a>`).join('');
    expectLinear(3000, links, (text) => read('a.html', `<html><body>${text}`));
  });

  const PIECES = [
    '<p>',
    '</p>',
    '<a href="tel:1">',
    '<a href="b.html">',
    '</a>',
    '<form action="x">',
    '</form>',
    '<input type="checkbox" checked name="news">',
    '<label for="a">',
    '<details>',
    '</details>',
    '{{ x }}',
    '{% if y %}',
    '<?php ',
    '?>',
    '<%',
    '%>',
    '<!--',
    '-->',
    '<script>',
    '</script>',
    '<script type="application/ld+json">',
    '{"@type":"Organization","telephone":5}',
    '<style>',
    '.a{display:none}',
    '</style>',
    '<div class="cookie-consent">',
    '<button>Accept all',
    '</div>',
    'Call +44 20 7946 0018',
    '&nbsp;',
    '\u0000',
    '\ud800',
    '\ue000',
    '<table>',
    '<svg>',
    '<iframe src="x">',
    '<h1>',
    '---\n',
    '<template>',
    '<title>',
    '<select><option>',
  ];

  it('any heap of pieces is read, and every place lies in the text', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...PIECES), { maxLength: 40 }), (pieces) => {
        const text = `<html>${pieces.join('')}`;
        const artefacts = artefactsOf(read('index.html', text));
        for (const { phones, steps, utterances } of artefacts) {
          for (const { route } of [...(phones ?? []), ...steps, ...utterances]) {
            const [start = -1, end = -1] = route.map(Number);
            expect(start >= 0 && start <= end && end <= text.length).toBe(true);
          }
        }
        link(artefacts, {});
      }),
      { numRuns: 300 },
    );
  });
});

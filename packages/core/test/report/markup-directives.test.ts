import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { check, compile, link, locate, prepare, read, settleAll, type RuleDocument, type Settled, type Source } from '../../src/index.js';
import { commentsOf } from '../../src/report/comments.js';

const rule = (id: string, forbid: object): RuleDocument => ({
  source: { path: `${id}.yaml`, text: '' },
  pack: 'own',
  value: {
    rule: id,
    title: id,
    suffers: 'They wait.',
    about: 'any',
    level: 'error',
    certainty: 'high',
    forbid,
    message: 'No.',
    instead: 'Help.',
    sources: [{ seed: 'M1' }],
  },
});
const documents = [
  rule('no-page', { step: 'page' }),
  rule('no-start', { step: 'start' }),
  rule('no-ask', { step: 'ask' }),
  rule('no-fax', { text: { says: '/fax/' } }),
];
const IDS = ['own/no-page', 'own/no-start', 'own/no-ask', 'own/no-fax'];
const rules = compile({ documents, assume: {}, settings: IDS.map((id) => ({ id, level: 'error', options: {}, applies: () => true })) });

beforeAll(async () => {
  await prepare({ path: 'a.html', text: '<html></html>' });
  await prepare({ path: 'a-script.md', text: '<!-- carelint: script -->\n' });
});

const settled = (ran: readonly string[], ...sources: readonly Source[]): Settled => {
  const artefacts = sources.flatMap((source) => {
    const result = read(source);
    if (!result.ok || !('artefacts' in result)) throw new Error(JSON.stringify(result));
    return result.artefacts;
  });
  const service = link(artefacts);
  const input = {
    version: '1',
    textOf: (path: string) => sources.find((source) => source.path === path),
    locate,
    problems: [],
    waivers: [],
    today: '2026-11-21',
    isDue: () => true,
    coverage: { files: 1, read: 1, unclaimed: 0, skipped: 0, failed: 0, artefacts: {}, steps: 0, rules: 3 },
    directives: { files: sources.map(({ path }) => path), artefacts: service.artefacts, known: IDS, ran: (id: string) => ran.includes(id) },
  };
  return settleAll(
    check(
      service,
      rules.filter(({ id }) => ran.includes(id)),
    ),
    input,
  );
};
const said = (ran: readonly string[], ...sources: readonly Source[]): string[] =>
  settled(ran, ...sources).report.findings.map(({ rule: id, file, line }) => `${file}:${line} ${id}`);

const NEXT = 'carelint-disable-next-line';
const STEP = 'carelint-disable-step';
const html = (...lines: readonly string[]): Source => ({
  path: 'index.html',
  text: ['<!doctype html>', '<html lang="en">', '<body>', ...lines, '<a href="more.html">More</a>', '</body>', '</html>', ''].join('\n'),
});
const MORE: Source = { path: 'more.html', text: '<html lang="en"><body>\n<h1>More</h1>\n<a href="index.html">Home</a></body></html>\n' };
const FAX = '<button>Send a fax</button>';

describe('a comment in a page', () => {
  it.each([
    ['hides what is found on the next line', [`<!-- ${NEXT} own/no-fax -- The law wants it. -->`, FAX], []],
    ['may go over several lines', ['<!--', `  ${NEXT} own/no-fax`, '  -- The law', '  wants it.', '-->', FAX], []],
    ['passes over blank lines and other comments', [`<!-- ${NEXT} own/no-fax -- x -->`, '', '<!-- for', ' old times -->', FAX], []],
    ['leaves other lines', [`<!-- ${NEXT} own/no-fax -- x -->`, '<p>Hi.</p>', FAX], ['index.html:4 unused-directive', 'index.html:6 own/no-fax']],
    ['needs a reason', [`<!-- ${NEXT} own/no-fax -->`, FAX], ['index.html:4 bad-directive', 'index.html:5 own/no-fax']],
    ['is text in a script', ['<script>', `const a = '<!-- ${NEXT} own/no-fax -- x -->';`, '</script>', FAX], ['index.html:7 own/no-fax']],
    ['is text in an attribute', [`<img alt="<!-- ${NEXT} own/no-fax -- x -->">`, FAX], ['index.html:5 own/no-fax']],
    ['is text in a comment', [`<!-- as in <!-- ${NEXT} own/no-fax -- x -->`, FAX], ['index.html:5 own/no-fax']],
  ])('%s', (_name, lines, expected) => {
    expect(said(['own/no-fax'], html(...lines))).toEqual(expected);
  });

  it('is heard on every page of a site, and listed with its place', () => {
    const more = { ...MORE, text: MORE.text.replace('<h1>', `<!-- ${STEP} own/no-page -- Soon gone. -->\n<h1>`) };
    expect(said(['own/no-page'], html('<h1>Home</h1>'), more)).toEqual(['index.html:4 own/no-page']);
    expect(settled(['own/no-page'], html('<h1>Home</h1>'), more).report.exceptions).toMatchObject([
      { by: 'comment', rule: 'own/no-page', because: 'Soon gone.', file: 'more.html', line: 2, column: 1, hides: [expect.any(String)] },
    ]);
  });

  it('before everything else means the site and the page', () => {
    const all = ['own/no-start', 'own/no-page'];
    const plain = html('<h1>Home</h1>');
    expect(said(all, plain, MORE)).toEqual(['index.html:1 own/no-start', 'index.html:4 own/no-page', 'more.html:2 own/no-page']);
    for (const [at, comment] of [
      ['<!doctype html>', `<!doctype html>\n<!-- ${STEP} own/no-start, own/no-page -- x -->`],
      ['<!doctype html>', `<!-- ${STEP} own/no-start, own/no-page -- x -->\n<!doctype html>`],
    ] as const)
      expect(said(all, { ...plain, text: plain.text.replace(at, comment) }, MORE)).toEqual(['more.html:2 own/no-page']);
    const next = { ...plain, text: `<!-- ${NEXT} own/no-start -- x -->\n${plain.text}` };
    expect(said(['own/no-start'], next, MORE)).toEqual([]);
  });

  it('for a step stands before a form', () => {
    const form = (before: string): Source =>
      html(
        '<h1>Sign up</h1>',
        before,
        '<form action="#">',
        '<label>Mail <input type="email" required></label>',
        '<input type="password" name="new-password">',
        '<button>Sign up</button>',
        '</form>',
      );
    expect(said(['own/no-ask'], form(''), MORE)).toEqual(['index.html:6 own/no-ask']);
    expect(said(['own/no-ask'], form(`<!-- ${STEP} own/no-ask -- x -->`), MORE)).toEqual([]);
  });

  it('for a step is wrong where no step is', () => {
    expect(said([], html('<h1>Home</h1>', `<!-- ${STEP} own/no-page -- x -->`, '<p>Hi.</p>'), MORE)).toEqual(['index.html:5 bad-directive']);
  });
});

describe('a comment in a script', () => {
  const script = (...lines: readonly string[]): Source => ({
    path: 'call-script.md',
    text: ['# Late parcel', '', '**Agent:** Good morning, how can I help you?', '', ...lines, ''].join('\n'),
  });
  it.each([
    ['hides what is found on the next line', [`<!-- ${NEXT} own/no-fax -- x -->`, '**Agent:** Send a fax.'], []],
    ['changes nothing of what a label says', ['Say:', '', `<!-- ${NEXT} own/no-fax -- x -->`, '', '> Send a fax.'], []],
    ['is text in a block of code', ['```', `<!-- ${NEXT} own/no-fax -- x -->`, '```', '', '**Agent:** Send a fax.'], ['9 own/no-fax']],
    ['is text in a line of code', [`Mind \`<!-- ${NEXT} own/no-fax -- x -->\` before it.`, '', '**Agent:** Send a fax.'], ['7 own/no-fax']],
    ['means no step', [`<!-- ${STEP} own/no-fax -- x -->`, '**Agent:** Send a fax.'], ['5 bad-directive', '6 own/no-fax']],
  ])('%s', (_name, lines, expected) => {
    expect(said(['own/no-fax'], script(...lines))).toEqual(expected.map((line) => `call-script.md:${line}`));
  });
});

describe('markup of any kind', () => {
  const PIECES = [
    '<!--',
    '-->',
    ' carelint-disable-next-line',
    ' x',
    ' -- ',
    'why',
    '\n',
    '\r',
    '<script>',
    '</script>',
    '<a b="',
    '"',
    "'",
    '>',
    '`',
    '```',
    '\n~~~\n',
    '<',
  ];

  it('never makes the search for comments fail, and what it finds stands there', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...PIECES), { maxLength: 40 }), (pieces) => {
        const text = pieces.join('');
        const lines = text.split(/\r\n|\n|\r/u);
        for (const { place, next } of commentsOf({ path: 'a.html', text }, 'text')) {
          expect((lines[place.line - 1] ?? '').slice(place.column - 1)).toMatch(/^<!--/u);
          expect((lines[place.endLine - 1] ?? '').slice(0, place.endColumn - 1)).toMatch(/-->$/u);
          if (next !== undefined) expect(lines[next - 1]?.trim()).not.toBe('');
        }
      }),
      { numRuns: 500 },
    );
  });
});

import fc from 'fast-check';
import { parse, stringify } from 'smol-toml';
import { beforeAll, describe, expect, it } from 'vitest';
import { reader } from '../../src/readers/site-data/index.js';
import { leavesOf } from '../../src/readers/site-data/leaves.js';
import { tomlPlaces } from '../../src/readers/site-data/toml.js';
import { locate } from '../../src/source/locate.js';
import { standingOf } from '../../src/model/standing.js';
import { expectLinear } from '../growth.js';
import { artefactsOf, readingWith, told } from '../reading.js';

beforeAll(() => reader.prepare?.());

const reading = readingWith(reader);

/** What a file yields, one line for each thing, with its place. */
const yielded = (path: string, text: string): readonly string[] =>
  artefactsOf(reading(path, text)).flatMap(({ phones, values, syntax, language, country }) => {
    const at = (route: readonly (string | number)[]): string => {
      const { line, column } = locate({ path, text }, syntax, route);
      return `${line}:${column}`;
    };
    const { emails, switches } = (values as { found: { emails: { address: string; replyTo?: string }[]; switches: { on: boolean }[] } }).found;
    return [
      ...(language === undefined ? [] : [`language ${language}`]),
      ...(country === undefined ? [] : [`country ${country}`]),
      ...(phones ?? []).map(
        ({ raw, from, label, route, key, country: of }) =>
          `${from} ${raw}${label === undefined ? '' : ` “${label}”`} ${at(route)} ${key}${of === undefined ? '' : ` ${of}`}`,
      ),
      ...emails.map(
        (mail) => `sender ${mail.address} ${at(standingOf(mail)!.route)}${mail.replyTo === undefined ? '' : ` answers to ${mail.replyTo}`}`,
      ),
      ...switches.map((one) => `phone ${one.on ? 'on' : 'off'} ${at(standingOf(one)!.route)}`),
    ];
  });

describe('what is taken from data', () => {
  it.each<[string, string, string, readonly string[]]>([
    [
      'a number by its key',
      '_config.yml',
      'url: https://shop.example.co.uk\nphone: "0330 555 0148"\n',
      ['country GB', 'value 0330 555 0148 2:8 phone'],
    ],
    [
      'a number without quotes, as it is written',
      '_data/contact.yml',
      'tel: +443305550148\nfax: 00443305550149\n',
      ['value +443305550148 1:6 tel', 'value 00443305550149 2:6 fax'],
    ],
    [
      'the country that stands beside it',
      '_data/site.json',
      '{"offices": [{"telephone": "030 2971 0148", "address": {"addressCountry": "DE"}}]}',
      ['value 030 2971 0148 1:28 offices.telephone DE'],
    ],
    ['a number in a text', 'locales/fr.json', '{"help": "Appelez le 09 69 39 51 48."}', ['language fr', 'text 09 69 39 51 48 1:10 help']],
    [
      'links in texts',
      '_data/en/a.yml',
      'a: "[0330 555 0148](tel:+443305550148)"\nb: <a class="x" href="tel:+44330">call</a>\n',
      ['language en', 'tel-link +443305550148 “0330 555 0148” 1:4 a', 'tel-link +44330 “call” 2:4 b'],
    ],
    [
      'the words of a link beside it',
      'hugo.toml',
      '[[menu.main]]\nname = "Home"\n[[menu.main]]\nname = "Call 0330 555 0148"\nurl = "tel:+443305550149"\n',
      ['text 0330 555 0148 4:14 menu.main.name', 'tel-link +443305550149 “Call 0330 555 0148” 5:12 menu.main.url'],
    ],
    [
      'values of TOML in inline tables and many lines',
      'config/_default/params.toml',
      'x = { y = 1, phone = "0330 555 0148" }\nlist = [\n  { fax = "0330 555 0149" }, # no phone\n]\n"a.b".phone = \'0330 555 0147\'\n',
      ['value 0330 555 0148 1:23 x.phone', 'value 0330 555 0149 3:12 list.fax', 'value 0330 555 0147 5:16 a.b.phone'],
    ],
    [
      'the language of Rails, which is the first key',
      'config/locales/de.yml',
      'de:\n  contact:\n    phone: "030 2971 0148"\n',
      ['language de', 'value 030 2971 0148 3:12 contact.phone'],
    ],
    [
      'senders, with where answers go',
      'config/mail.yml',
      'from: Shop <noreply@shop.example>\nreply_to: a@shop.example\n',
      ['sender noreply@shop.example 1:7 answers to a@shop.example'],
    ],
    [
      'switches',
      '_config.yml',
      'contact_phone_number_enabled: false\nhidePhone: false\nphone_verification_enabled: true\n',
      ['phone off 1:31', 'phone on 2:12'],
    ],
  ])('%s', (_, path, text, expected) => {
    expect(yielded(path, text)).toEqual(expected);
  });

  it.each([
    ['_data/contact.yml', '- type: github\n  icon: fab fa-github\n- type: phone\n  icon: fas fa-phone\n'],
    [
      '_config.yml',
      'phone_placeholder: "+264 61 234 5678"\nphone_label: Phone\ngoogle_maps_key: 0330 555 0148\nvat_id: 03305550148\nphone_regex: "^0330 555 0148$"\nversion: 2024-01-05\n',
    ],
    ['locales/en.json', '{"icon": "M10 20 0330 555 0148 30", "path": "0330 555 0148", "link": "https://a.example/03305550148", "count": 3305550148}'],
  ])('%s: what only looks like it is not', (path, text) => {
    expect(yielded(path, text)).toEqual([]);
  });

  it.each([
    ['hugo.toml', 'phone = "0330 555 0148\nx = 1\n', 1],
    ['hugo.toml', 'title = "x"\nphone = 0330 555 0148\n', 2],
    ['_config.yml', 'phone: "0330 555 0148\n  a: [\n', 1],
    ['locales/en.json', '{"phone": "0330 555 0148",}', 1],
  ])('%s that cannot be parsed is a problem with a place', (path, text, line) => {
    const result = reading(path, text);
    expect(result?.ok).toBe(false);
    expect(result?.problems?.map(({ place }) => place?.line)).toEqual([line]);
    expect(result?.problems?.map(told).join('')).toMatch(/\d+:\d+ .{20,}/u);
  });
});

describe('places in TOML', () => {
  const name = fc.constantFrom('phone', 'a', 'b-c', 'd e', 'f.g', 'é', '');
  const text = fc.oneof(
    fc.constantFrom('0330 555 0148', 'x # y', 'a "quoted" [x]', "it's", 'back\\slash', '{}', 'two\nlines'),
    fc.string({ maxLength: 12 }),
  );
  const { tree } = fc.letrec<{ tree: Record<string, unknown>; item: unknown }>((tie) => ({
    tree: fc.dictionary(name, tie('item'), { maxKeys: 4 }),
    item: fc.oneof(
      { maxDepth: 3 },
      text,
      fc.integer({ min: -1e9, max: 1e9 }),
      fc.boolean(),
      tie('tree'),
      fc.array(tie('tree'), { maxLength: 3 }),
      fc.array(text, { maxLength: 3 }),
    ),
  }));

  it('lead to the value that the parser finds', () => {
    fc.assert(
      fc.property(tree, (any) => {
        const written = stringify(any);
        const places = tomlPlaces(written);
        for (const { route, value } of leavesOf(parse(written))) {
          if (typeof value !== 'string' || !/^[\w .é-]+$/u.test(value)) continue;
          const [start, end] = places.of(route, value);
          expect(written.slice(start, end), `${route.join('/')} in ${written}`).toBe(value);
        }
      }),
      { numRuns: 300 },
    );
  });
});

const SEEDS: readonly (readonly [string, string])[] = [
  [
    '_config.yml',
    'url: https://a.co.uk\nphone: +443305550148\ncontact:\n  - tel: "0330 555 0148"\n    country: GB\nfrom: noreply@a.example\nshow_phone: false\nhelp: >-\n  Call [us](tel:+44330) or\n  0330 555 0148.\n',
  ],
  [
    'hugo.toml',
    'baseURL = "https://a.de"\n[params]\nphone = "030 2971 0148" # x\n[[params.offices]]\ntel = \'\'\'\n030 1\'\'\'\nx = { fax = "0", y = [1, 2] }\n',
  ],
  ['locales/en.json', '{"a": {"b": ["Call <a href=\\"tel:+44330\\">0330 555 0148</a>", {"phone": 443305550148}]}}'],
];

describe('bad input', () => {
  it('never throws, and places lie in the file', () => {
    fc.assert(
      fc.property(fc.constantFrom(...SEEDS), fc.array(fc.tuple(fc.nat(), fc.nat(), fc.nat()), { maxLength: 6 }), ([path, text], changes) => {
        let broken = text;
        for (const [at, length, what] of changes) {
          const from = at % (broken.length + 1);
          const junk = ['', '"', "'", '[', ']]', '{', '\n', '\t', '\u0000', '=', ': ', '\ud800', '&a *a', '0330 555 0148', '"""', '\\'][what % 16]!;
          broken = broken.slice(0, from) + junk + broken.slice(from + (length % 5));
        }
        const result = reading(path, broken);
        for (const { place } of result?.problems ?? []) expect(place === undefined || place.line > 0).toBe(true);
        yielded(path, broken);
      }),
      { numRuns: 600 },
    );
  });

  it('a catalogue of five megabytes takes no long time', () => {
    const line = '  key_%: "Please call us on 0330 555 0148 or write to us; the price is 12 pence a minute."\n';
    const catalogue = (lines: number): string => `en:\n${Array.from({ length: lines }, (_, index) => line.replace('%', String(index))).join('')}`;
    expectLinear(7000, catalogue, (text) => expect(artefactsOf(reading('locales/en.yml', text))[0]?.phones?.length).toBeGreaterThan(6999));
  }, 60_000);
});

import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { FoundPhone } from '../../../src/link/found/found-phone.js';
import { loadPhoneLibrary, type PhoneLibrary } from '../../../src/link/found/phone-library.js';
import { phonesOf } from '../../../src/link/found/phones.js';
import type { Artefact } from '../../../src/model/artefact.js';
import { numbersLikeIn } from '../../../src/model/number-like.js';
import type { PhoneCandidate } from '../../../src/model/phone.js';
import { isNotSeen } from '../../../src/model/step.js';

let library: PhoneLibrary;
beforeAll(async () => {
  library = await loadPhoneLibrary();
});

const artefact = (more: Partial<Artefact>): Artefact => ({
  kind: 'flow',
  role: 'entry',
  id: 'main',
  name: 'Main line',
  keys: [],
  path: 'main.json',
  syntax: 'json',
  route: [],
  steps: [],
  edges: [],
  utterances: [],
  format: 'test',
  ...more,
});

const value = (raw: string, more: Partial<PhoneCandidate> = {}): PhoneCandidate => ({
  raw,
  route: ['phone'],
  from: 'value',
  visible: true,
  near: '',
  ...more,
});

const phonesIn = (more: Partial<Artefact>, assumed?: string): readonly FoundPhone[] => phonesOf(artefact(more), library, assumed);

const said = (text: string, more: Partial<Artefact> = {}, assumed?: string): readonly FoundPhone[] =>
  phonesIn({ utterances: [{ text, speaker: 'system', route: [] }], ...more }, assumed);

const ROWS = readFileSync(path.join(import.meta.dirname, 'numbers.tsv'), 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => line.split('\t') as [string, string, string, string, string]);

describe('what a number is', () => {
  it.each(ROWS)('%s %s costs %s, valid: %s', (country, written, cost, valid, number) => {
    const [phone] = phonesIn({ phones: [value(written)] }, country === '-' ? undefined : country);
    expect({
      cost: isNotSeen(phone?.cost) ? 'open' : phone?.cost,
      valid: isNotSeen(phone?.valid) ? 'open' : phone?.valid === true ? 'yes' : 'no',
      number: phone?.number ?? '-',
    }).toEqual({ cost, valid, number });
  });

  it.each([
    '+1 202 555 0143',
    '(123) 456-7890',
    '+1 234 567 890',
    '+91-XXXXXXXXXX',
    '0000 000 000',
    '020 7946 0148',
    '07700 900148',
    '01 99 00 51 48',
  ])('%s stands in for a number, or is none', (written) => {
    const country = written.startsWith('01 ') ? 'FR' : 'GB';
    expect(phonesIn({ phones: [value(written)] }, country).filter(({ placeholder }) => !placeholder)).toEqual([]);
  });

  it.each(['{{ site.phone }}', '%{phone}', '⟨phone⟩', '', 'call us', '12'])('%j is left out', (written) => {
    expect(phonesIn({ phones: [value(written)] }, 'GB')).toEqual([]);
  });
});

describe('the country of a number', () => {
  const costOf = (more: Partial<Artefact>, assumed?: string): unknown => phonesIn({ phones: [value('0906 555 0148')], ...more }, assumed)[0]?.cost;

  it('is that of the config, else of the document, else of its language', () => {
    expect(costOf({ country: 'FR', language: 'en-GB' }, 'GB')).toBe('premium');
    expect(costOf({ country: 'GB', language: 'fr-FR' })).toBe('premium');
    expect(costOf({ language: 'en-GB' })).toBe('premium');
    expect(costOf({ language: 'en' })).toHaveProperty('unknown');
  });

  it('may be told beside the number, but the config is heard first', () => {
    const phones = [value('0906 555 0148', { country: 'GB' })];
    expect(costOf({ phones })).toBe('premium');
    expect(costOf({ phones }, 'US')).toHaveProperty('unknown');
  });

  it('of a language settles what a number is, never that it is wrong', () => {
    expect(phonesIn({ phones: [value('844-324-014')], language: 'en-US' })[0]?.valid).toHaveProperty('unknown');
    expect(phonesIn({ phones: [value('844-324-014')], country: 'US' })[0]?.valid).toBe(false);
  });
});

describe('links', () => {
  const link = (raw: string, label: string): FoundPhone | undefined => phonesIn({ phones: [value(raw, { from: 'tel-link', label })] }, 'GB')[0];

  it.each([
    ['+441515550148', '0151 555 0148'],
    ['01515550148', '+44 (0)151 555 0148'],
    ['+441515550148', 'Call us'],
    ['+441515550148', '555 0148'],
    ['tel:+44-151-555-0148;ext=5', 'Call 0151 555 0148'],
    ['+441515550148', '{{ phone }}'],
    ['+441515550148', '0151 555 0148 or 0151 555 0149'],
  ])('%s shown as %s is one number', (raw, label) => {
    expect(link(raw, label)?.differs).toBeUndefined();
  });

  it.each([
    ['+441515550148', '+44 1244 555 014'],
    ['+441515550148', '0151 555 0149'],
    ['+441515550148', '+1 844 324 0148'],
  ])('%s shown as %s are two', (raw, label) => {
    expect(link(raw, label)).toMatchObject({ differs: true, number: '+441515550148' });
  });

  it('that dial no digits are wrong, unless they are yet to be filled in', () => {
    expect(link('contact@shop.example', '1-844-324-0148')?.valid).toBe(false);
    expect(link('#', 'Call us')).toBeUndefined();
  });
});

describe('the words around a number', () => {
  it.each([
    ['Call 0906 555 0148. Calls cost 50p a minute.', true],
    ['Rufen Sie uns an: +49 900 5 550148 (1,99 €/Min.)', true],
    ['Appelez le +33 892 39 51 48, 0,80 € / min', true],
    ['Call (0906) 555 0148, or +44 (0)906 555 0149.', false],
    ['Call 0906 555 0148 to complain.', false],
    ['Option 5: call 0906 555 0148, press 2.', false],
  ])('%s: price told: %s', (text, stated) => {
    expect(said(text, {}, 'GB')[0]?.costStated).toBe(stated);
  });

  it('say what it is for', () => {
    expect(said('Fax: 0906 555 0148', {}, 'GB')[0]?.use).toBe('fax');
    expect(said('Sales: call 0906 555 0148', {}, 'GB')[0]?.use).toBe('sales');
    expect(said('Complaints and sales: call 0906 555 0148', {}, 'GB')[0]?.use).toBe('service');
  });
});

describe('what is no number', () => {
  const digits = (count: number) => fc.array(fc.integer({ min: 0, max: 9 }), { minLength: count, maxLength: count }).map((list) => list.join(''));
  const pad = (value: number, width = 2): string => String(value).padStart(width, '0');
  const day = fc
    .tuple(fc.integer({ min: 1990, max: 2049 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
    .chain(([y, m, d]) =>
      fc.constantFrom(`${y}-${pad(m)}-${pad(d)}`, `${pad(d)}.${pad(m)}.${y}`, `${pad(d)}/${pad(m)}/${y}`, `${y}${pad(m)}${pad(d)}`),
    );
  const amount = fc
    .integer({ min: 1_000_000, max: 99_999_999 })
    .chain((n) => fc.constantFrom(`£${n}`, `${n} EUR`, `$${n.toLocaleString('en')}`, n.toLocaleString('de'), `${n / 100}`, `USD ${n}`));
  const id = fc.oneof(
    fc.uuid(),
    digits(12).map((n) => `arn:aws:connect:us-east-1:${n}:instance/${n}`),
    digits(10).map((n) => `ORD-${n}`),
    digits(9).map((n) => `#${n}`),
    digits(16).map((n) => (n.match(/\d{4}/gu) ?? []).join(' ')),
    digits(9).map((n) => `${n.slice(0, 3)}-${n.slice(3, 5)}-${n.slice(5)}`),
    fc.string({ unit: fc.constantFrom(...Array.from('0123456789abcdef')), minLength: 16, maxLength: 40 }).map((hex) => `a${hex}f`),
    fc.ipV4(),
    fc.array(fc.integer({ min: 0, max: 999 }), { minLength: 3, maxLength: 4 }).map((parts) => `v${parts.join('.')}`),
    fc
      .array(fc.tuple(fc.constantFrom('M', 'L', 'c', 'h', 'v', 'C'), fc.double({ min: -900, max: 900, noNaN: true })), {
        minLength: 4,
        maxLength: 30,
      })
      .map((path) => path.map(([to, n]) => `${to}${n.toFixed(3)}`).join('')),
  );

  it('days, amounts, ids, versions and drawings never are', () => {
    const around = fc.constantFrom('', 'Reference: ', 'It was ', 'Total ', '(');
    fc.assert(
      fc.property(fc.oneof(day, amount, id), around, fc.constantFrom('GB', 'US', 'DE', 'FR'), (code, before, country) => {
        expect(said(`${before}${code} and so on`, {}, country)).toEqual([]);
      }),
      { numRuns: 1500 },
    );
  });

  it('stretches are where they say, in order, whatever the text', () => {
    const text = fc.string({ unit: fc.constantFrom(...Array.from('0123456789+()-./ \u00a0xA,:€')), maxLength: 120 });
    fc.assert(
      fc.property(text, (any) => {
        let last = 0;
        for (const { raw, start, end } of numbersLikeIn(any)) {
          expect(any.slice(start, end)).toBe(raw);
          expect(start).toBeGreaterThanOrEqual(last);
          last = end;
        }
      }),
    );
  });

  it.each([
    ['Call 9876543210 / 9876501234 now', ['9876543210', '9876501234']],
    ['Tel. 030 / 1234567', ['030 / 1234567']],
    ['1234 5678 9012 3456 / 1234 5678 9012 3456', []],
    ['SKU 0870-5550148, order no. 0800 12345, registered charity number 1089464', []],
    ['Phone no. 020 8366 1177', ['020 8366 1177']],
  ])('what is a number to ring: %s', (text, raws) => {
    expect(numbersLikeIn(text).map(({ raw }) => raw)).toEqual(raws);
  });

  it('long stretches of digits take no long time', () => {
    const begun = performance.now();
    for (const unit of ['0', '1 ', '+1 ', '(1', '1.-', '(+']) numbersLikeIn(unit.repeat(100_000));
    expect(performance.now() - begun).toBeLessThan(2000);
  });
});

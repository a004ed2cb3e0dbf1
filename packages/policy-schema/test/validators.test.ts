import { Ajv2020 } from 'ajv/dist/2020.js';
import * as validators from '#validators';
import { expect, test } from 'vitest';
import { DOCUMENT_KINDS, schemaOf, validate } from '../src/index.js';
import type { DocumentKind } from '../src/index.js';

const isMap = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);
const STRANGE: readonly unknown[] = [null, 7, '', 'Strange Text', [], {}, true];

/** The document with each of its values, in turn, replaced by something strange, left out, or joined by a strange key. */
const spoilt = (value: unknown): readonly unknown[] => [
  ...STRANGE,
  ...(Array.isArray(value)
    ? (value as readonly unknown[]).flatMap((entry, index) => spoilt(entry).map((bad) => (value as readonly unknown[]).with(index, bad)))
    : []),
  ...(isMap(value)
    ? [
        { ...value, strange: 1 },
        ...Object.keys(value).flatMap((key) => {
          const { [key]: held, ...others } = value;
          return [others, ...spoilt(held).map((bad) => ({ ...value, [key]: bad }))];
        }),
      ]
    : []),
];

const EXTRA: Readonly<Partial<Record<DocumentKind, unknown>>> = {
  flow: {
    flow: 'x',
    channel: 'phone',
    steps: [
      { verify: ['pin'], 'if-wrong': [{ end: 'closed' }], tries: 2 },
      { menu: { en: 'Hi' }, choices: { '1 A': 'next' } },
    ],
    parts: { a: [{ queue: 'Desk', keeps: ['a'] }] },
  },
  config: { rules: { 'our/own': { level: 'off', because: 'x' } }, assume: { country: 'GB', ours: true } },
};

const documentsOf = (kind: DocumentKind): readonly unknown[] =>
  [...((schemaOf(kind)['examples'] ?? []) as readonly unknown[]), EXTRA[kind]].filter((document) => document !== undefined);

test.each(DOCUMENT_KINDS)('the compiled validator of %s judges as Ajv does, and each fault is told', (kind) => {
  const plain = new Ajv2020({ strict: false, validateFormats: false }).compile(schemaOf(kind));
  for (const document of documentsOf(kind)) expect(validate(kind, document)).toEqual([]);
  for (const document of documentsOf(kind).flatMap(spoilt)) {
    const problems = validate(kind, document);
    expect({ document, valid: problems.length === 0 }).toEqual({ document, valid: plain(document) });
    for (const { message } of problems) expect(message).toMatch(/^(?!.*undefined).{10,}[.?`]$/su);
  }
});

const keywordOf = (schemaPath: string): string => schemaPath.slice(schemaPath.lastIndexOf('/') + 1);

test.each(DOCUMENT_KINDS)('the shortened code of %s finds the same errors as Ajv, in the same places', (kind) => {
  const plain = new Ajv2020({ strict: false, validateFormats: false, allErrors: true }).compile(schemaOf(kind));
  const compiled = validators[kind];
  for (const document of documentsOf(kind).flatMap(spoilt)) {
    const valid = compiled(document);
    expect({ document, valid }).toEqual({ document, valid: plain(document) });
    const found = (compiled.errors ?? []).flatMap(({ instancePath, schemaPath = '', name }) =>
      instancePath === undefined ? [] : [`${instancePath} ${keywordOf(schemaPath)} ${name ?? ''}`],
    );
    const theirs = (plain.errors ?? [])
      .filter(({ keyword, propertyName }) => keyword !== 'if' && propertyName === undefined)
      .map(
        ({ instancePath, keyword, params }) =>
          `${instancePath} ${keyword} ${String(params['missingProperty'] ?? params['additionalProperty'] ?? params['propertyName'] ?? '')}`,
      );
    expect({ document, found }).toEqual({ document, found: theirs });
  }
});

test('a hostile document gets an answer in time', () => {
  const steps = Array.from({ length: 20_000 }, () => ({ strange: 1 }));
  expect(validate('flow', { flow: 'x', channel: 'phone', steps }).length).toBeLessThanOrEqual(2_000);
});

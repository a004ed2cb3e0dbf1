import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { DOCUMENT_KINDS, schemaOf, validate } from '../src/index.js';
import { JUDGED } from '../src/mistakes.js';
import type { DocumentKind } from '../src/index.js';

const isMap = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);
const STRANGE: readonly unknown[] = [null, 7, '', 'Strange Text', [], {}, true];

/** The document with each of its values, in turn, replaced by something strange, left out, or joined by a strange key. */
const spoilt = (value: unknown): readonly unknown[] => [
  ...STRANGE,
  ...(Array.isArray(value) ? (value as readonly unknown[]).flatMap((entry, index) => spoilt(entry).map((bad) => (value as readonly unknown[]).with(index, bad))) : []),
  ...(isMap(value) ? [{ ...value, strange: 1 }, ...Object.keys(value).flatMap((key) => {
    const { [key]: held, ...others } = value;
    return [others, ...spoilt(held).map((bad) => ({ ...value, [key]: bad }))];
  })] : []),
];

const EXTRA: Readonly<Partial<Record<DocumentKind, unknown>>> = {
  flow: { flow: 'x', channel: 'phone', steps: [{ verify: ['pin'], 'if-wrong': [{ end: 'closed' }], tries: 2 }, { menu: { en: 'Hi' }, choices: { '1 A': 'next' } }], parts: { a: [{ queue: 'Desk', keeps: ['a'] }] } },
  config: { rules: { 'our/own': { level: 'off', because: 'x' } }, assume: { country: 'GB', ours: true } },
};

const SCHEMAS = new Set(['items', 'additionalProperties', 'propertyNames', 'not', 'if', 'then']);
const FOR_PEOPLE = [
  '$schema', '$id', '$defs', 'title', 'description', 'default', 'examples', 'format', 'enumDescriptions', 'errorMessage', 'patternErrorMessage', 'defaultSnippets', 'doNotSuggest',
];
const KNOWN = new Set([...FOR_PEOPLE, ...JUDGED, 'then']);

test.each(DOCUMENT_KINDS)('%s documents are judged as Ajv judges them, and each fault is told', (kind) => {
  const ajv = new Ajv2020({ strict: false, validateFormats: false });
  const plain = ajv.compile(schemaOf(kind));
  const documents = [...((schemaOf(kind)['examples'] ?? []) as readonly unknown[]), EXTRA[kind]].filter((document) => document !== undefined);
  for (const document of documents) expect(validate(kind, document)).toEqual([]);
  for (const document of documents.flatMap(spoilt)) {
    const problems = validate(kind, document);
    expect({ document, valid: problems.length === 0 }).toEqual({ document, valid: plain(document) });
    for (const { message } of problems) expect(message).toMatch(/^(?!.*undefined).{10,}[.?`]$/su);
  }
});

test('a hostile document gets an answer in time', () => {
  const steps = Array.from({ length: 20_000 }, () => ({ strange: 1 }));
  expect(validate('flow', { flow: 'x', channel: 'phone', steps }).length).toBeLessThanOrEqual(2_000);
});

test.each(DOCUMENT_KINDS)('of the schema of %s no keyword is passed over', (kind) => {
  const strange = new Set<string>();
  const look = (schema: unknown): void => {
    if (!isMap(schema)) return;
    for (const [keyword, held] of Object.entries(schema)) {
      if (!KNOWN.has(keyword)) strange.add(keyword);
      if (['properties', 'patternProperties', '$defs'].includes(keyword)) Object.values(held as object).forEach(look);
      else if (keyword === 'allOf') (held as readonly unknown[]).forEach(look);
      else if (SCHEMAS.has(keyword)) look(held);
      if (keyword === 'enum' || keyword === 'const') expect([held].flat().filter((value) => typeof value === 'object')).toEqual([]);
    }
  };
  look(schemaOf(kind));
  expect([...strange]).toEqual([]);
});
